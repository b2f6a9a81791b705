"""Record one student: gradebook, autograded notebooks, feedback pages, and a note of what was recorded."""

from __future__ import annotations

import json
from datetime import datetime
from pathlib import Path

from grading.execution.result_store import Store
from grading.feedback import digests
from grading.feedback.autograded import fill
from grading.feedback.course_pages import write_pages
from grading.files import write
from grading.gradebook.mark_changes import CHECKS, TIME, MarkChange, mark_changes, why_changed
from grading.gradebook.points import NotebookPoints, details_of, notebook_fingerprint, points_of, unchanged
from grading.gradebook.reader import StudentMarks, student_marks
from grading.gradebook.writer import Writer
from grading.paths import ASSIGNMENT
from grading.submissions.folders import beside
from grading.submissions.reading import StudentSubmissions
from grading.submissions.rebuild import rebuild
from grading.timestamps import stamped

Results = dict[str, dict]  # by stem
Rows = dict[str, tuple[str, str, dict]]  # stem to the key of the result, the fingerprint, and the details


class StudentRecorder:
    """Writes what has changed of a student, in the ``chosen`` notebooks; with ``force``, all of it.

    ``other_checks``: the checks are not those with which the class was graded before.
    """

    def __init__(self, course: Path, store: Store, writer: Writer, chosen: set[str], force: bool, other_checks: bool):
        self.course = course
        self.store = store
        self.writer = writer
        self.chosen = chosen
        self.force = force
        self.other_checks = other_checks
        self.changes: list[MarkChange] = []  # of all students

    def record(self, submissions: StudentSubmissions, keys: dict[str, str], results: Results) -> bool:
        """Write down all of one student; False where it stood there already.

        The order is one in which a run killed at any point loses nothing. ``keys`` and ``results`` are by stem.
        """
        student = submissions.student
        when = stamped(submissions.folder / ASSIGNMENT)
        rows = self._rows(submissions, keys, results, when)
        changed = self._changed(student, rows)
        has_no_page = bool(results) and not digests.page_path(self.course, student).exists()
        is_written = bool(changed) or has_no_page or (self.force and bool(results))
        if is_written:
            before = student_marks(self.writer.gradebook, student) if self.writer.has_submission(student) else None
            why = self._why(student, rows, changed)
            filled = self._write(submissions, results, rows, self.chosen if self.force else changed, when)
            after = self._write_feedback(student, filled, rows, results)
            self.changes += mark_changes(before, after, why) if before else []
        elif not results:
            self.writer.add_student(student)
        self.store.record(student, rows, {"problems": submissions.problems}, self.chosen)
        return is_written or not results

    def _rows(
        self, submissions: StudentSubmissions, keys: dict[str, str], results: Results, when: datetime | None
    ) -> Rows:
        rows = {}
        for stem, result in results.items():
            notebook = submissions.notebooks[stem]
            current = notebook_fingerprint(notebook, keys[stem], when, result["state"])
            rows[stem] = (keys[stem], current, details_of(notebook, when))
        return rows

    def _changed(self, student: str, rows: Rows) -> set[str]:
        """The notebooks of which something else is to be written than stands there; those taken away too."""
        before = self.store.fingerprints(student) if self.writer.has_submission(student) else {}
        now = {stem: current for stem, (_, current, _) in rows.items()}
        stems = {stem for stem in self.chosen if before.get(stem) != now.get(stem)}
        return stems | {stem for stem in now if not self._has_files(student, stem)}

    def _why(self, student: str, rows: Rows, changed: set[str]) -> dict[str, str]:
        """Why each notebook is written anew."""
        before = self.store.recorded_of(student)
        now = {stem: (key, details) for stem, (key, _, details) in rows.items()}
        return {stem: why_changed(before.get(stem), now.get(stem), self.other_checks) for stem in changed}

    def _has_files(self, student: str, stem: str) -> bool:
        return self._autograded(student, stem).exists() and digests.notebook_path(self.course, student, stem).exists()

    def _autograded(self, student: str, stem: str) -> Path:
        return self.course / "autograded" / student / ASSIGNMENT / f"{stem}.ipynb"

    def _write(
        self, submissions: StudentSubmissions, results: Results, rows: Rows, changed: set[str], when: datetime | None
    ) -> dict:
        """The gradebook and the autograded notebooks; gives these back, by stem."""
        sheets = {stem: NotebookPoints() for stem in self.chosen if stem not in results}
        recorded = self.store.recorded_of(submissions.student)
        filled = {}
        for stem in sorted(changed & set(results)):
            notebook = submissions.notebooks[stem]
            filled[stem] = fill(rebuild(notebook), stem, results[stem])
            sheets[stem] = points_of(notebook, results[stem])
            sheets[stem].unchanged = self._unchanged(recorded.get(stem), rows[stem], sheets[stem])
            text = json.dumps(filled[stem], sort_keys=True, ensure_ascii=False) + "\n"
            write(self._autograded(submissions.student, stem), text)
        for stem in changed - set(results):
            self._autograded(submissions.student, stem).unlink(missing_ok=True)
            digests.notebook_path(self.course, submissions.student, stem).unlink(missing_ok=True)
        self._copy_beside(submissions)
        self.writer.write(submissions.student, when, sheets)
        return filled

    def _unchanged(
        self, before: tuple[str, dict] | None, row: tuple[str, str, dict], sheet: NotebookPoints
    ) -> set[str]:
        """The grade ids of a notebook whose answers are those that were recorded ``before``."""
        if before is None:
            return set()
        key, _, details = row
        has_same_code = why_changed(before, (key, details), self.other_checks) in (CHECKS, TIME) or before[0] == key
        return unchanged(sheet.points, before[1].get("answers", {}), details["answers"], has_same_code)

    def _write_feedback(self, student: str, filled: dict, rows: Rows, results: Results) -> StudentMarks:
        """Feedback pages; of notebooks that are not graded now, with what is known of them. Gives the marks in them."""
        fingerprints = self._not_chosen(self.store.fingerprints(student))
        recorded = self._not_chosen(self.store.results_of(student))
        for stem, (_, current, details) in rows.items():
            fingerprints[stem] = current
            recorded[stem] = (results[stem], details)
        marks = student_marks(self.writer.gradebook, student)
        write_pages(self.course, self.store, marks, filled, fingerprints, recorded)
        return marks

    def _not_chosen(self, by_stem: dict) -> dict:
        return {stem: value for stem, value in by_stem.items() if stem not in self.chosen}

    def _copy_beside(self, submissions: StudentSubmissions) -> None:
        """What nbgrader puts beside a submission stays beside what is made of it."""
        for name, text in beside(submissions.folder).items():
            for folder in ("autograded", "feedback"):
                write(self.course / folder / submissions.student / ASSIGNMENT / name, text)
