"""The end of a run: grades.csv, the table of marks, what the run did, and what an instructor should look at."""

from __future__ import annotations

from codecs import BOM_UTF8
from collections import Counter
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path

from grading.files import write
from grading.gradebook.connection import file_of
from grading.gradebook.hand_marks import hand_marks
from grading.gradebook.mark_changes import MarkChange
from grading.gradebook.reader import ClassMarks, StudentMarks, read_marks
from grading.last_run import Ended, LastRun
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
    at_work: int = 0  # of these, who handed in a notebook
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

    def of_another_run(self) -> Summary:
        """The summary of a run that finds everything as this one has left it."""
        return replace(self, unchanged=self.at_work, executed=0, changes=[])


def finish(course: Path, database: str, summary: Summary, last: LastRun | None = None) -> int:
    """Write grades.csv and print the rest; the exit code, 1 if there is something to look at.

    ``last`` is where to note what a run with nothing to do would print.
    """
    marks = read_marks(database)
    write(course / "grades.csv", marks_file(marks).bytes())
    _add_changes(course / CHANGES, summary.changes)
    print(_text(course, database, summary, marks))
    if last is not None and not summary.failed:
        text = _text(course, database, summary.of_another_run(), marks)
        last.keep(Ended(text, summary.code), file_of(database))
    return summary.code


def _text(course: Path, database: str, summary: Summary, marks: ClassMarks) -> str:
    """What is printed at the end of a run."""
    by_hand = [mark.sentence() for mark in hand_marks(database)]
    changed = [change.sentence() for change in summary.changes]
    return "\n".join(
        [
            "\n" + _table(marks),
            *_counts(summary, waiting=sum(len(student.waiting) for student in marks.students)),
            *_list("Failed", summary.failed),
            *_list("Flagged", summary.flagged),
            *_list(f"Marks that changed (all are in {CHANGES})", changed),
            *_list("Given by hand to an earlier answer; decide with python -m grading regrade", by_hand),
            *_list("Unknown times", summary.unknown_times),
            *_list("Worth a look", summary.remarks),
            f"\ngradebook  {file_of(database) or database}",
            f"feedback   {course / 'feedback'}\nmarks      {course / 'grades.csv'}",
        ]
    )


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


def _counts(summary: Summary, waiting: int) -> list[str]:
    lines = [f"\n{summary.students} students, {summary.notebooks} notebooks; {summary.executed} notebooks were run."]
    if summary.unchanged:
        lines.append(f"{summary.unchanged} students were graded before; their work has not changed since.")
    if waiting:
        answers = "1 written answer waits" if waiting == 1 else f"{waiting} written answers wait"
        lines.append(f"{answers} to be graded by hand, in formgrader.")
    return lines


def _list(title: str, sentences: list[str]) -> list[str]:
    """A list with its title, cut short; nothing where there are no sentences."""
    if not sentences:
        return []
    more = [f"  ... and {len(sentences) - LONGEST} more."] if len(sentences) > LONGEST else []
    return [f"\n{title}:", *(f"  {line(sentence)}" for sentence in _printed(sentences)), *more]


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
