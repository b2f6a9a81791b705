"""Grade a course folder: read what was handed in, have it run, record it. Goes on where an earlier run stopped."""

from __future__ import annotations

import contextlib
import json
import sqlite3
import tempfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from sqlalchemy.exc import OperationalError

from grading.execution.hidden_parameters import parameters, secret
from grading.execution.result_store import Store
from grading.execution.task import key, task
from grading.execution.workers import Farm
from grading.feedback.autograded import failed, fill
from grading.feedback.course_pages import write_pages
from grading.gradebook.late import late_policy
from grading.gradebook.marking import NotebookPoints, details_of, fingerprint, points_of, release_digest
from grading.gradebook.reader import student_marks
from grading.gradebook.writer import Writer
from grading.release.build import generate
from grading.submissions.folders import beside, notebooks_below, read_class_folders
from grading.submissions.reading import Handed, Submission, read_student
from grading.submissions.rebuild import rebuild
from grading.timestamps import stamped

from .config import database_of
from .course import COURSE
from .errors import GradebookError, GradingError, WriteError
from .feedback import digests
from .files import write
from .paths import ASSIGNMENT, stems
from .summary import Choice, Summary


@dataclass
class Waiting:
    """A student whose results are not all there yet."""

    handed: Handed
    keys: dict[str, str]  # stem to key
    missing: set[str]


class Grading:
    """One run over one course folder. Raises GradingError, GradebookError or SecretError, each with a sentence."""

    def __init__(self, course: Path, farm: Farm, choice: Choice, tell: Callable[[int, int], None] = lambda *_: None):
        self.course, self.farm, self.choice, self.tell = course, farm, choice, tell
        self.database = choice.database or database_of(course)
        self.summary = Summary()
        self.waiting: dict[str, list[Waiting]] = {}  # key to the students who wait for it
        self.tried: set[str] = set()
        self.done = 0
        self.chosen = {stem for stem in stems() if choice.notebook in (None, stem, stem[:2], str(int(stem[:2])))}
        if not self.chosen:
            raise GradingError(f"There is no notebook {choice.notebook}. The notebooks are {', '.join(stems())}.")

    def run(self) -> Summary:
        secret(self.course)  # before anything else, for it may be no secret
        with Store(self.course) as self.store, Writer(self.database, late_policy(self.course)) as self.writer:
            self._all()
        return self.summary

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

    def _all(self) -> None:
        self.folders, strays = read_class_folders(self.course / "submitted", self.choice.student)
        self.summary.remarks += strays
        if self.choice.student and not self.folders:
            raise GradingError(f"There is no student {self.choice.student} in {self.course / 'submitted'}.")
        self.total = sum(len(notebooks_below(folder)[0]) for folder in self.folders)
        with contextlib.closing(self.farm(self._tasks())) as results:
            for name, result in results:
                self._arrived(name, result)

    def _tasks(self) -> Iterator[tuple[str, dict]]:
        """What is still to be run; students for whom nothing is are recorded at once."""
        self._release()
        course_secret = secret(self.course)
        self.hidden = {number: parameters(course_secret, COURSE.exercise(number)) for number in COURSE.numbers}
        for folder in self.folders:
            try:
                handed, tasks = self._read(folder)
            except Exception as problem:  # one student's files must not keep the others from being graded
                self.summary.failed.append(f"{folder.name} could not be read: {problem!r}")
                continue
            keys = {stem: key(each) for stem, each in tasks.items()}
            new = {stem for stem in keys if self._is_to_run(keys[stem])}
            waiting = Waiting(handed, keys, {keys[stem] for stem in new})
            for stem in sorted(new):
                fresh = keys[stem] not in self.waiting
                others = self.waiting.setdefault(keys[stem], [])
                if waiting not in others:
                    others.append(waiting)
                if fresh:
                    self.tried.add(keys[stem])
                    yield keys[stem], tasks[stem]
            if not new:
                self._record(waiting)

    def _read(self, folder: Path) -> tuple[Handed, dict[str, dict]]:
        """What a student handed in of the chosen notebooks, and the task of each."""
        handed = read_student(folder)
        handed.notebooks = {stem: each for stem, each in handed.notebooks.items() if stem in self.chosen}
        return handed, {stem: self._task(submission) for stem, submission in handed.notebooks.items()}

    def _task(self, submission: Submission) -> dict:
        number = int(submission.stem[:2])
        source = submission.answers.get(f"ex{submission.stem[:2]}", "")
        cells = [text for before, text in submission.added if before]
        cells += [text for before, text in submission.added if not before]
        made = task(number, source, cells, self.hidden[number] if COURSE.exercise(number).varied_names else [])
        return {**made, "unconfined": True} if self.choice.unconfined else made

    def _is_to_run(self, name: str) -> bool:
        if name in self.tried:
            return name in self.waiting
        return self.choice.force or not self.store.has(name)

    def _arrived(self, name: str, result: dict) -> None:
        students, lost = self.waiting.pop(name), "failed" in result
        if lost:
            stem = next(stem for stem, each in students[0].keys.items() if each == name)
            who = ", ".join(waiting.handed.student for waiting in students)
            self.summary.failed.append(f"{who}: {stem} could not be graded: {result['failed']}.")
            result = failed(int(stem[:2]), result["failed"])
        self.summary.executed += 1
        self.store.save(name, result, final=not lost)
        for waiting in students:
            waiting.missing.discard(name)
            if not waiting.missing:
                self._record(waiting)

    def _record(self, waiting: Waiting) -> None:
        """Record one student; what goes wrong with one must not keep the marks of the others back."""
        try:
            self._write_down(waiting)
        except (GradebookError, WriteError, OSError, sqlite3.Error, OperationalError):  # of the gradebook or the disk
            raise
        except Exception as problem:
            self.writer.gradebook.db.rollback()
            self.summary.failed.append(f"{waiting.handed.student} could not be recorded: {problem!r}")

    def _write_down(self, waiting: Waiting) -> None:
        """Write down all of one student, in an order in which a run killed at any point loses nothing."""
        handed, student = waiting.handed, waiting.handed.student
        self.summary.students += 1
        self.done += sum(1 for _ in handed.notebooks)
        self.summary.notebooks += len(handed.notebooks)
        results = {stem: self.store.result(name) for stem, name in waiting.keys.items()}
        self._remark(handed, results)
        when = stamped(handed.folder / ASSIGNMENT)
        fingerprints = {}
        for stem, result in results.items():
            notebook = handed.notebooks[stem]
            fingerprints[stem] = fingerprint(notebook, waiting.keys[stem], when, result["state"])
        changed = self._changed(student, fingerprints)
        details = {stem: details_of(handed.notebooks[stem], when) for stem in results}
        untold = results and not digests.page_path(self.course, student).exists()
        if changed or untold or (self.choice.force and results):
            filled = self._write(handed, results, self.chosen if self.choice.force else changed, when)
            verdicts = {stem: (results[stem], details[stem]) for stem in results}
            self._tell_student(student, filled, fingerprints, verdicts)
        elif not results:
            self.writer.add_student(student)
        else:
            self.summary.unchanged += 1
        rows = {stem: (waiting.keys[stem], fingerprints[stem], details[stem]) for stem in results}
        self.store.record(student, rows, {"problems": handed.problems}, self.chosen)
        self.tell(self.done, self.total)

    def _changed(self, student: str, fingerprints: dict[str, str]) -> set[str]:
        """The notebooks of which something else is to be written than stands there; those taken away too."""
        before = self.store.fingerprints(student) if self.writer.has_submission(student) else {}
        before = {stem: each for stem, each in before.items() if stem in self.chosen}
        there = self.course / "autograded" / student / ASSIGNMENT
        shown = self.course / "feedback" / student / ASSIGNMENT
        changed = {stem for stem in set(fingerprints) | set(before) if fingerprints.get(stem) != before.get(stem)}
        return changed | {
            stem
            for stem in fingerprints
            if not (there / f"{stem}.ipynb").exists() or not (shown / f"{stem}.html").exists()
        }

    def _write(self, handed: Handed, results: dict[str, dict], changed: set[str], when) -> dict:
        """Gradebook and autograded notebooks; gives these back."""
        student = handed.student
        sheets = {stem: NotebookPoints() for stem in self.chosen if stem not in results}
        filled = {}
        for stem in sorted(changed & set(results)):
            submission = handed.notebooks[stem]
            filled[stem] = fill(rebuild(submission), stem, results[stem])
            sheets[stem] = points_of(submission, results[stem])
            path = self.course / "autograded" / student / ASSIGNMENT / f"{stem}.ipynb"
            write(path, json.dumps(filled[stem], sort_keys=True, ensure_ascii=False) + "\n")
        for stem in changed - set(results):
            (self.course / "autograded" / student / ASSIGNMENT / f"{stem}.ipynb").unlink(missing_ok=True)
            (self.course / "feedback" / student / ASSIGNMENT / f"{stem}.html").unlink(missing_ok=True)
        self._copy_beside(handed)
        self.writer.write(student, when, sheets)
        return filled

    def _tell_student(self, student: str, filled: dict, fingerprints: dict, verdicts: dict) -> None:
        """Feedback pages; of notebooks that are not graded now, with what is known of them."""
        fingerprints = self._others(self.store.fingerprints(student)) | fingerprints
        verdicts = self._others(self.store.results_of(student)) | verdicts
        marks = student_marks(self.writer.gradebook, student)
        write_pages(self.course, self.store, marks, filled, fingerprints, verdicts)

    def _others(self, by_stem: dict) -> dict:
        """Of what is known by stem, that of the notebooks that are not graded now."""
        return {stem: known for stem, known in by_stem.items() if stem not in self.chosen}

    def _copy_beside(self, handed: Handed) -> None:
        """What nbgrader puts beside a submission stays beside what is made of it."""
        for name, text in beside(handed.folder).items():
            for folder in ("autograded", "feedback"):
                write(self.course / folder / handed.student / ASSIGNMENT / name, text)

    def _remark(self, handed: Handed, results: dict[str, dict]) -> None:
        student = handed.student
        self.summary.remarks += [f"{student}: {problem}" for problem in handed.problems]
        for stem, result in sorted(results.items()):
            notes = [*handed.notebooks[stem].notes, *result["notes"]]
            self.summary.remarks += [f"{student}: {stem}: {note}" for note in notes]
            self.summary.flagged += [f"{student}: {stem} {flag}." for flag in result["flags"]]
