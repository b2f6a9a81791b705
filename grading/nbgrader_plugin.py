"""Make nbgrader's own autograde, in the shell and in formgrader, use this grader, one submission at a time."""

from __future__ import annotations

import tempfile
from pathlib import Path

import nbgrader.apps
from nbgrader.converters import Autograde
from nbgrader.preprocessors import CheckCellMetadata, NbGraderPreprocessor, SaveAutoGrades
from traitlets import List

from grading import timestamps
from grading.execution.hidden_parameters import secret
from grading.execution.result_store import Store
from grading.execution.task import key, own_sandbox, work
from grading.feedback.autograded import fill
from grading.gradebook.late import apply_penalties
from grading.plan import task_of
from grading.submissions.folders import beside
from grading.submissions.reading import StudentSubmissions, read_student
from grading.submissions.rebuild import stage

from .current_course import COURSE


class Confined(NbGraderPreprocessor):
    """In place of Execute: the answer runs in the sandbox, is judged here, its verdicts stand in the check cells."""

    def preprocess(self, nb, resources):
        stem = resources["nbgrader"]["notebook"]
        converter = self.parent.parent
        made = converter.tasks[resources["nbgrader"]["student"], stem]
        with Store(Path(converter.coursedir.root)) as store:
            if not store.has(key(made)):
                store.save(key(made), work(made))
            result = store.result(key(made))
        for flag in result["flags"]:
            self.log.warning("%s: %s %s.", resources["nbgrader"]["student"], stem, flag)
        return fill(nb, stem, result), resources


class ConfinedAutograde(Autograde):
    """Grades what was rebuilt from the submitted folder, so that no other file or cell of it is ever used.

    ``tasks`` holds what runs, by student and notebook: as ``python -m grading`` has it, and not from the rebuilt cells.
    """

    sanitize_preprocessors: List[type] = List([])
    autograde_preprocessors = List([Confined, SaveAutoGrades, CheckCellMetadata])

    def init_notebooks(self) -> None:
        """Rebuild what was submitted, and let nbgrader find that in its place."""
        submitted = Path(self.coursedir.format_path(self.coursedir.submitted_directory, "", "")).resolve()
        students = self.coursedir.student_id  # a name or a pattern
        self.tasks: dict[tuple[str, str], dict] = {}
        for folder in sorted(submitted.glob(students)) if submitted.is_dir() else []:
            submissions = read_student(folder)
            for problem in submissions.problems:
                self.log.warning("%s: %s", submissions.student, problem)
            if submissions.notebooks:
                self._note_tasks(submissions)
                there = stage(submissions, self._staged)
                self._copy_beside(folder, there)
        self.coursedir.submitted_directory = str(self._staged)
        super().init_notebooks()

    def _note_tasks(self, submissions: StudentSubmissions) -> None:
        course_secret = secret(Path(self.coursedir.root))
        for stem, submission in submissions.notebooks.items():
            self.tasks[submissions.student, stem] = task_of(submission, course_secret)

    def _copy_beside(self, folder: Path, there: Path) -> None:
        """The files that nbgrader reads beside the notebooks; the time as it reads one, or none."""
        self._students.add(folder.name)
        for name, text in beside(folder).items():
            if name != timestamps.FILE:
                (there / name).write_text(text, encoding="utf-8")
        if moment := timestamps.stamped(folder / COURSE.assignment):
            timestamps.stamp(there, moment)

    def start(self) -> None:
        usual = self.coursedir.submitted_directory
        with tempfile.TemporaryDirectory(prefix="lif-staged-") as scratch:
            self._staged = Path(scratch)
            try:
                self._students: set[str] = set()
                super().start()
                apply_penalties(Path(self.coursedir.root), database=self.coursedir.db_url, only=self._students)
            finally:
                self.coursedir.submitted_directory = usual
                own_sandbox().close()


def install() -> None:
    """From here on, nbgrader's command and formgrader's button use this converter."""
    nbgrader.apps.autogradeapp.Autograde = nbgrader.apps.api.Autograde = ConfinedAutograde
