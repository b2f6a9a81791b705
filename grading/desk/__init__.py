"""The instructor's desk: from the LMS and back."""
