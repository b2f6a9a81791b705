"""What to grade in a course, and which answers must still run."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from grading.execution.hidden_parameters import hidden_settings
from grading.execution.limited_process import in_limited_process
from grading.execution.task import key, task
from grading.submissions.course_notebooks import solution_cells
from grading.submissions.reading import StudentSubmissions, Submission, read_student
from slipcheck.file_answers import run_order

from .current_course import COURSE
from .errors import GradingError, OverLimitError
from .paths import stems
from .states import HURRIED

PATIENCE = 60.0  # seconds of answers of one student; what is left of them waits until all others are done
SECONDS = 120  # of processor time for reading what one student handed in, which has bounds of its own, far below
ROOM = 4_000_000_000  # bytes for it
SHORT = 10.0  # seconds of the clock for each of those


@dataclass(frozen=True)
class Choice:
    """What of a course is graded, and how."""

    student: str | None = None
    notebook: str | None = None
    force: bool = False
    unconfined: bool = False
    database: str | None = None

    def stems(self) -> set[str]:
        """The chosen notebooks. Raises GradingError where there is none of that name."""
        chosen = {stem for stem in stems() if self.notebook in (None, stem, stem[:2], str(int(stem[:2])))}
        if not chosen:
            raise GradingError(f"There is no notebook {self.notebook}. The notebooks are {', '.join(stems())}.")
        return chosen

    def is_whole_class(self) -> bool:
        """Whether nobody and no notebook is left out."""
        return self.student is None and self.notebook is None


@dataclass
class Pending:
    """A student, the keys of the results by stem, and those that are not there yet."""

    submissions: StudentSubmissions
    keys: dict[str, str]
    missing: set[str]

    @property
    def name(self) -> str:
        """The student's."""
        return self.submissions.student

    def wait_for(self, other: str, name: str) -> None:
        """Wait for the result of this key in place of another."""
        self.keys = {stem: name if waiting == other else waiting for stem, waiting in self.keys.items()}
        self.missing = self.missing - {other} | {name}


class Plan:
    """Asked for tasks, it reads student by student; ``complete`` collects those whose results are all there.

    ``failed`` has a sentence for each student who could not be read. It records nothing.
    """

    def __init__(self, choice: Choice, secret: bytes, has_result: Callable[[str], bool]):
        self.choice = choice
        self.chosen = choice.stems()
        self.has_result = has_result
        self.secret = secret
        self.pending: dict[str, list[Pending]] = {}  # key of a result to the students who wait for it
        self.complete: list[Pending] = []
        self.failed: list[str] = []
        self.tried: set[str] = set()
        self.spent: dict[str, float] = {}  # student to seconds that the answers took
        self.put_off: list[tuple[str, dict]] = []

    def tasks(self, folders: list[Path]) -> Iterator[tuple[str, dict]]:
        """What is still to be run for these students, each task once and with its key."""
        for folder in folders:
            try:
                submissions, tasks = self._read(folder)
            except OverLimitError as reason:
                self.failed.append(f"{folder.name} could not be read: {reason}.")
                continue
            except Exception as problem:  # one student's files must not keep the others from being graded
                self.failed.append(f"{folder.name} could not be read: {problem!r}")
                continue
            yield from self._missing(submissions, tasks)

    def last_tasks(self) -> Iterator[tuple[str, dict]]:
        """What was put off, with little time for each where all who wait for it have answers that take too long.

        A result that was made in a hurry has a key of its own, so it counts neither for a student who has time left
        nor in a later run in which there is more time.
        """
        for name, content in self.put_off:
            if not all(map(self._has_spent_much, self.pending[name])):
                yield name, content
                continue
            hurried = f"{name}{HURRIED}"
            self.pending[hurried] = self.pending.pop(name)
            for student in self.pending[hurried]:
                student.wait_for(name, hurried)
            if self._is_to_run(hurried):
                yield hurried, {**content, "wall": SHORT}
            else:
                self.arrived(hurried)

    def arrived(self, name: str, seconds: float = 0.0) -> list[Pending]:
        """Note that there is a result of this key, and how long it took; the students who waited for it."""
        students = self.pending.pop(name)
        for student in students:
            self.spent[student.name] = self.spent.get(student.name, 0.0) + seconds / len(students)
            student.missing.discard(name)
            if not student.missing:
                self.complete.append(student)
        return students

    def _missing(self, submissions: StudentSubmissions, tasks: dict[str, dict]) -> Iterator[tuple[str, dict]]:
        """Those tasks of a student whose results are neither there nor on their way."""
        keys = {stem: key(content) for stem, content in tasks.items()}
        missing = {stem: name for stem, name in sorted(keys.items()) if self._is_to_run(name)}
        student = Pending(submissions, keys, set(missing.values()))
        if not missing:
            self.complete.append(student)
        for stem, name in missing.items():
            is_first = name not in self.pending
            self.pending.setdefault(name, []).append(student)
            if not is_first:
                continue
            self.tried.add(name)
            if self._has_spent_much(student):
                self.put_off.append((name, tasks[stem]))
            else:
                yield name, tasks[stem]

    def _has_spent_much(self, student: Pending) -> bool:
        return self.spent.get(student.name, 0.0) > PATIENCE

    def _is_to_run(self, name: str) -> bool:
        if name in self.tried:
            return name in self.pending
        return self.choice.force or not self.has_result(name)

    def _read(self, folder: Path) -> tuple[StudentSubmissions, dict[str, dict]]:
        """What a student handed in of the chosen notebooks, and the task of each."""
        submissions = in_limited_process(lambda: read_student(folder), SECONDS, ROOM)
        for stem in submissions.notebooks:
            solution_cells(stem)  # so that it is in memory for whoever is read next
        submissions.notebooks = {stem: one for stem, one in submissions.notebooks.items() if stem in self.chosen}
        return submissions, {stem: self._task(one) for stem, one in submissions.notebooks.items()}

    def _task(self, submission: Submission) -> dict:
        content = task_of(submission, self.secret)
        return {**content, "unconfined": True} if self.choice.unconfined else content


def task_of(submission: Submission, course_secret: bytes) -> dict:
    """The task of one notebook: its answer and the code that the student added, at hidden parameters."""
    number = int(submission.stem[:2])
    source = submission.answers.get(f"ex{submission.stem[:2]}", "")
    cells = run_order(submission.added)
    hidden = hidden_settings(course_secret, COURSE.exercise(number), source, cells)
    return task(number, source, cells, hidden)
