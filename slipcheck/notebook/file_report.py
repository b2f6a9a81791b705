"""What is found in the file of one notebook before it is handed in, and the points that it would get."""

from __future__ import annotations

import warnings
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from enum import Enum, auto
from pathlib import Path

import matplotlib.pyplot as plt
import numpy as np

from slipcheck.answer_rule import fingerprint, is_idle
from slipcheck.course import Course, WrittenAnswer
from slipcheck.edition import is_older
from slipcheck.exercise import Exercise
from slipcheck.file_answers import FileAnswers, answers_of, code_id, is_unanswered, run_order
from slipcheck.file_content import TooLargeError, UnreadableError, content_of, read_bytes
from slipcheck.judge.judge import Case, judge
from slipcheck.notebook_file import FileCell, notebook_of, recognise
from slipcheck.runs import runs_in_file

from .answer_cell import first_line
from .run_cells import RunCell


class FileState(Enum):
    """Whether a notebook is there, and can be read."""

    MISSING = auto()
    TOO_LARGE = auto()
    UNREADABLE = auto()
    OTHER = auto()  # its cells are not those of the notebook
    UNTOUCHED = auto()
    ANSWERED = auto()
    NO_ANSWER = auto()  # there is no cell that could be the answer


@dataclass
class FileReport:
    """What is said of one notebook. ``data`` is what goes into the zip; None where nothing does.

    ``unsaved`` has the first line of each cell that was run and has another text in the file, ``checks`` the given
    check cells that are not there as given, ``copies`` the names of files that look like copies of the notebook.
    ``points`` is None where the answer could not be judged.
    """

    exercise: Exercise
    name: str
    state: FileState = FileState.MISSING
    data: bytes | None = None
    found: FileAnswers = field(default_factory=FileAnswers)
    points: int | None = 0
    checks: list[str] = field(default_factory=list)
    unsaved: list[str] = field(default_factory=list)
    copies: list[str] = field(default_factory=list)
    other: str | None = None  # the notebook whose cells it has
    is_older: bool = False  # than the course
    written: Mapping[str, WrittenAnswer] = field(default_factory=dict)

    @property
    def total(self) -> int:
        """The points to be had without those for written answers."""
        return sum(part.points for part in self.exercise.parts)

    def is_unanswered(self, grade_id: str) -> bool:
        """Whether a written answer is empty."""
        stub = self.written[grade_id].stub
        return is_unanswered(self.found.answers.get(grade_id, stub), stub)


def file_report_of(course: Course, number: int, folder: Path, ran: Sequence[RunCell]) -> FileReport:
    """Look at the notebook of an exercise in ``folder``; ``ran`` are the cells that were run in this kernel."""
    stem = course.stem(number)
    report = FileReport(course.exercise(number), f"{stem}.ipynb", written=course.given.written.get(number, {}))
    report.copies = sorted(path.name for path in folder.glob("*.ipynb") if stem in path.stem and path.stem != stem)
    path = folder / report.name
    if not path.exists() and not path.is_symlink():
        return report
    report.state = FileState.UNREADABLE
    try:
        report.data = read_bytes(path)
        content = content_of(report.data)
        cells = notebook_of(content).cells
        report.is_older = is_older(course, number, content)
        saved = path.stat().st_mtime
    except TooLargeError:
        report.state = FileState.TOO_LARGE
    except (UnreadableError, OSError):
        pass
    else:
        report.other = recognise(course.stems, cells, stem)
        if report.other != stem:
            report.state = FileState.OTHER
            report.data = None
            return report
        report.unsaved = unsaved_cells(cells, saved, ran)
        _judge(report, course, number, cells)
    return report


def unsaved_cells(cells: Sequence[FileCell], saved: float, ran: Sequence[RunCell]) -> list[str]:
    """The first line of each cell whose last run came after the file was saved, and had another text."""
    last = {cell.name: cell for cell in ran if cell.name}
    texts = {cell.id: cell.source.strip() for cell in cells if cell.id}
    return [
        first_line(run.source)
        for name, run in last.items()
        if name in texts and run.when > saved and run.source.strip() != texts[name]
    ]


def _judge(report: FileReport, course: Course, number: int, cells: Sequence[FileCell]) -> None:
    """What the cells hold, and the points that they get."""
    stub = course.given.stubs.get(number, "")
    stubs = {code_id(number): stub} | {grade_id: answer.stub for grade_id, answer in report.written.items()}
    report.found = answers_of(course, number, cells, stubs)
    there = {fingerprint(cell.source) for cell in cells if cell.cell_type == "code"}
    report.checks = [check for check in course.given.checks.get(number, ()) if fingerprint(check) not in there]
    source = report.found.answers.get(code_id(number), "")
    report.state = FileState.UNTOUCHED if is_idle(source, stub) else FileState.ANSWERED
    is_there = any(code_id(number) in (cell.id, cell.grade_id) for cell in cells)  # if only as an empty cell
    if code_id(number) not in report.found.answers and not is_there:
        report.state = FileState.NO_ANSWER
    with plt.style.context(["default", course.style, {"text.hinting": "none"}]):  # in which grading draws
        report.points = judged_points(report.exercise, source, run_order(report.found.added))


def judged_points(exercise: Exercise, source: str, cells: Sequence[str]) -> int | None:
    """The points of an answer, judged as in grading, at the settings of ``check``; None where nobody could judge it."""
    with warnings.catch_warnings(), np.errstate(all="ignore"):
        warnings.simplefilter("ignore")  # of the answer's text, which is read again
        try:
            return judge(Case(exercise, runs_in_file(exercise, source, cells), hidden=True)).points
        except Exception:  # one answer must not keep the others from being judged
            return None
