"""The end of a run: grades.csv, the table of marks, and what an instructor should look at."""

from __future__ import annotations

from pathlib import Path

from grading.gradebook.connection import file_of
from grading.gradebook.marks import export_csv, table
from grading.gradebook.reader import read_marks
from grading.submissions.sanitise import line

from .summary import Summary

LONGEST = 40  # lines of one list that are printed


def close(course: Path, database: str, summary: Summary) -> int:
    """Write grades.csv, print the rest; 1 if something failed, else 0."""
    marks = read_marks(database)
    export_csv(database, course / "grades.csv")
    print("\n" + table(marks))
    waiting = sum(len(student.waiting) for student in marks.students)
    print(f"\n{summary.students} students, {summary.notebooks} notebooks; {summary.executed} notebooks were run.")
    if summary.unchanged:
        print(f"{summary.unchanged} students were graded before and have not changed since.")
    if waiting:
        print(f"{waiting} written answers wait for a grade by hand, in formgrader.")
    _list("Failed", summary.failed)
    _list("Flagged", summary.flagged)
    _list("Worth a look", summary.remarks)
    print(f"\ngradebook  {file_of(database) or database}")
    print(f"feedback   {course / 'feedback'}\nmarks      {course / 'grades.csv'}")
    return 1 if summary.failed else 0


def _list(title: str, lines: list[str]) -> None:
    if lines:
        print(f"\n{title}:\n" + "\n".join(f"  {line(each)}" for each in lines[:LONGEST]))
    if len(lines) > LONGEST:
        print(f"  ... and {len(lines) - LONGEST} more.")
