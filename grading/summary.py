"""The end of a run: grades.csv, the table of marks, what the run did, and what an instructor should look at."""

from __future__ import annotations

from codecs import BOM_UTF8
from collections import Counter
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from grading.files import write
from grading.gradebook.connection import file_of
from grading.gradebook.hand_marks import hand_marks
from grading.gradebook.mark_changes import MarkChange
from grading.gradebook.reader import ClassMarks, StudentMarks, read_marks
from grading.lms.csv_file import new
from grading.lms.export_plugin import marks_file
from grading.submissions.sanitise import line
from grading.text import points

CHANGES = "changed_marks.csv"
HEADER = ["day", "student", "notebook", "before", "after", "why"]
LONGEST = 40  # lines of one list that are printed


@dataclass
class Summary:
    """What a run did: sentences for the instructor, and counts."""

    students: int = 0
    unchanged: int = 0
    notebooks: int = 0
    executed: int = 0
    flagged: list[str] = field(default_factory=list)
    failed: list[str] = field(default_factory=list)
    remarks: list[str] = field(default_factory=list)
    changes: list[MarkChange] = field(default_factory=list)
    unknown_times: list[str] = field(default_factory=list)

    @property
    def code(self) -> int:
        """0: all is well; 1: there is something to look at; 2: there was nobody to grade."""
        if not self.students and not self.failed:
            return 2
        return 1 if self.failed or self.flagged or self.remarks or self.unknown_times else 0


def close(course: Path, database: str, summary: Summary) -> int:
    """Write grades.csv and print the rest; the exit code, 1 if there is something to look at."""
    marks = read_marks(database)
    write(course / "grades.csv", marks_file(marks).bytes())
    _add_changes(course / CHANGES, summary.changes)
    print("\n" + _table(marks))
    _print_counts(summary, by_hand=sum(len(student.waiting) for student in marks.students))
    _print_list("Failed", summary.failed)
    _print_list("Flagged", summary.flagged)
    _print_list(f"Marks that changed (all are in {CHANGES})", [change.sentence() for change in summary.changes])
    _print_list(
        "Given by hand to an earlier answer; decide with python -m grading regrade",
        [mark.sentence() for mark in hand_marks(database)],
    )
    _print_list("Unknown times", summary.unknown_times)
    _print_list("Worth a look", summary.remarks)
    print(f"\ngradebook  {file_of(database) or database}")
    print(f"feedback   {course / 'feedback'}\nmarks      {course / 'grades.csv'}")
    return summary.code


def _table(marks: ClassMarks) -> str:
    """Students as rows, notebooks as columns; all points are before the late penalty."""
    stems = sorted({stem for student in marks.students for stem in student.notebooks})
    width = max([len("student"), *(len(student.id) for student in marks.students)])
    header = f"{'student':<{width}}  " + " ".join(f"{stem[:2]:>3}" for stem in stems) + "  score"
    rows = sorted(marks.students, key=lambda student: student.id)
    return "\n".join([header, *(_row(student, stems, width, marks.highest) for student in rows)])


def _row(student: StudentMarks, stems: list[str], width: int, highest: float) -> str:
    earned = student.points
    cells = " ".join(f"{earned.get(stem, 0):>3g}" for stem in stems)
    waiting = "  + a written answer to grade by hand" if student.waiting else ""
    return f"{student.id:<{width}}  {cells}  {student.raw or 0.0:g} of {highest:g}{waiting}"


def _add_changes(path: Path, changes: list[MarkChange]) -> None:
    """Add the changed marks of a run to those of earlier ones. Raises WriteError."""
    if not changes:
        return
    today = date.today().isoformat()
    rows = [[today, change.student, change.place, *_before_after(change), change.why] for change in changes]
    earlier = path.read_bytes() if path.exists() else new([HEADER]).bytes()
    write(path, earlier + new(rows).bytes().removeprefix(BOM_UTF8))


def _before_after(change: MarkChange) -> tuple[str, str]:
    return points(change.before), points(change.after)


def _print_counts(summary: Summary, by_hand: int) -> None:
    print(f"\n{summary.students} students, {summary.notebooks} notebooks; {summary.executed} notebooks were run.")
    if summary.unchanged:
        print(f"{summary.unchanged} students were graded before; their work has not changed since.")
    if by_hand:
        waiting = "1 written answer waits" if by_hand == 1 else f"{by_hand} written answers wait"
        print(f"{waiting} to be graded by hand, in formgrader.")


def _print_list(title: str, sentences: list[str]) -> None:
    if sentences:
        print(f"\n{title}:\n" + "\n".join(f"  {line(sentence)}" for sentence in _printed(sentences)))
    if len(sentences) > LONGEST:
        print(f"  ... and {len(sentences) - LONGEST} more.")


def _printed(sentences: list[str]) -> list[str]:
    """At most LONGEST: each student's first one, then each one's second, so that no student fills the list.

    A sentence begins with the student it is about, whose name cannot hold a colon.
    """
    count: Counter[str] = Counter()
    ranks = []
    for place, sentence in enumerate(sentences):
        student = sentence.partition(": ")[0]
        ranks.append((count[student], place))
        count[student] += 1
    return [sentences[place] for place in sorted(place for _, place in sorted(ranks)[:LONGEST])]
