"""Grade a course folder: read what was handed in, run it, record it. Continues where an earlier run stopped."""

from __future__ import annotations

import contextlib
import sqlite3
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

from sqlalchemy.exc import OperationalError

from grading.execution.hidden_parameters import secret
from grading.execution.result_store import Store
from grading.execution.task import checks_fingerprint
from grading.execution.workers import Executor
from grading.feedback.autograded import failed
from grading.gradebook.late import LatePenalties
from grading.gradebook.unknown_times import doubts
from grading.gradebook.writer import Writer
from grading.release.build import generate
from grading.submissions.course_notebooks import release_digest
from grading.submissions.folders import notebooks_below, read_class_folders

from .config import database_of
from .errors import GradebookError, GradingError, WriteError
from .folder_lock import locked
from .plan import Choice, Pending, Plan
from .student_recorder import StudentRecorder
from .summary import Summary

OTHER_CHECKS = "The checks have changed since this course was last graded, so every answer runs again."

LACKS = (
    "The answer imports {}, which is not among the packages here; the rest was graded. "
    "You decide which packages the course uses: install none because an answer imports it."
)


class GradingRun:
    """One run over one course folder. Raises GradingError, which says why it cannot go on.

    ``progress`` is told how many notebooks are recorded, and of how many; ``announce`` takes a sentence.
    """

    def __init__(
        self,
        course: Path,
        executor: Executor,
        choice: Choice,
        progress: Callable[[int, int], None] = lambda done, total: None,
        announce: Callable[[str], None] = lambda sentence: None,
    ):
        self.course = course
        self.executor = executor
        self.choice = choice
        self.progress = progress
        self.announce = announce
        self.database = choice.database or database_of(course)
        self.chosen = choice.stems()
        self.summary = Summary()

    def run(self) -> Summary:
        """Grade what is chosen, and say what was done. Raises CourseLockedError where another grader is at it."""
        with locked(self.course):
            return self._run()

    def _run(self) -> Summary:
        course_secret = secret(self.course)  # before anything else, for it may be no secret
        with Store(self.course) as self.store, Writer(self.database, LatePenalties.of(self.course)) as self.writer:
            self.plan = Plan(self.choice, course_secret, self.store.has)
            self._find_students()
            is_other = self._compare_checks()
            self.recorder = StudentRecorder(
                self.course, self.store, self.writer, self.chosen, self.choice.force, is_other
            )
            with contextlib.closing(self.executor(self._tasks())) as results:
                for key, result in results:
                    self._save(key, result)
                    self._record_complete()
            self._record_complete()
        self.summary.failed += self.plan.failed
        self.summary.changes = self.recorder.changes
        self.summary.unknown_times = doubts(self.course, self.database)
        return self.summary

    def _find_students(self) -> None:
        submitted = self.course / "submitted"
        self.folders, strays = read_class_folders(submitted, self.choice.student)
        self.summary.remarks += strays
        if self.choice.student and not self.folders:
            raise GradingError(f"There is no student {self.choice.student} in {submitted}.")
        self.total = sum(len(notebooks_below(folder)[0]) for folder in self.folders)

    def _compare_checks(self) -> bool:
        """Say where the checks are others than before; they are noted once a run takes the whole class."""
        before = self.store.fact("checks")
        now = checks_fingerprint()
        if before != now and self.store.is_used():
            self.announce(OTHER_CHECKS)
        if not self.store.is_used() or self.choice.is_whole_class():
            self.store.set_fact("checks", now)
        return before != now

    def _tasks(self) -> Iterator[tuple[str, dict]]:
        """What is to be run, after the release.

        Who needs no run is recorded before the next one is read, so that a class of thousands is never in memory.
        """
        self._release()
        for folder in self.folders:
            yield from self.plan.tasks([folder])
            self._record_complete()
        yield from self.plan.last_tasks()

    def _release(self) -> None:
        """Make the assignment known to the gradebook, where it is not or was another."""
        now = release_digest()
        if self.writer.has_assignment() and self.store.fact("release") == now:
            return
        with tempfile.TemporaryDirectory() as scratch:
            try:
                generate(Path(scratch) / "release", self.database, pictures=False)
            except RuntimeError as problem:
                raise GradingError(str(problem)) from None
        self.store.set_fact("release", now)

    def _save(self, key: str, result: dict) -> None:
        """Keep a result that came from a worker."""
        students = self.plan.arrived(key, result.get("seconds", 0.0))
        is_lost = "failed" in result
        if is_lost:
            result = self._lost(key, result["failed"], students)
        self.summary.executed += 1
        self.store.save(key, result, final=not is_lost)

    def _lost(self, key: str, reason: str, students: list[Pending]) -> dict:
        """The result of a notebook that could not be graded."""
        stem = next(stem for stem, other in students[0].keys.items() if other == key)
        who = ", ".join(student.name for student in students)
        self.summary.failed.append(f"{who}: {stem} could not be graded: {reason}.")
        return failed(int(stem[:2]), reason)

    def _record_complete(self) -> None:
        while self.plan.complete:
            self._record(self.plan.complete.pop(0))

    def _record(self, student: Pending) -> None:
        """Record one student; what goes wrong with one must not keep the marks of the others back."""
        try:
            self._write_down(student)
        except (GradebookError, WriteError, OSError, sqlite3.Error, OperationalError):  # of the gradebook or the disk
            raise
        except Exception as problem:
            self.writer.gradebook.db.rollback()
            self.summary.failed.append(f"{student.name} could not be recorded: {problem!r}")

    def _write_down(self, student: Pending) -> None:
        self.summary.students += 1
        self.summary.notebooks += len(student.submissions.notebooks)
        self.summary.at_work += bool(student.submissions.notebooks)
        results = {stem: self.store.result(key) for stem, key in student.keys.items()}
        self._remark(student, results)
        if not self.recorder.record(student.submissions, student.keys, results):
            self.summary.unchanged += 1
        self.progress(self.summary.notebooks, self.total)

    def _remark(self, student: Pending, results: dict[str, dict]) -> None:
        self.summary.remarks += [f"{student.name}: {problem}" for problem in student.submissions.problems]
        for stem, result in sorted(results.items()):
            missing = result.get("missing", [])
            lacks = [LACKS.format(", ".join(missing))] if missing else []
            notes = [*student.submissions.notebooks[stem].notes, *result["notes"], *lacks]
            self.summary.remarks += [f"{student.name}: {stem}: {note}" for note in notes]
            self.summary.flagged += [f"{student.name}: {stem} {flag}." for flag in result["flags"]]
