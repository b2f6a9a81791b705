"""The instructor's side: release, intake, grading. Students never need it."""
