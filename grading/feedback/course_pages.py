"""Write feedback pages while notebooks are graded, or later with ``python -m grading feedback COURSE``.

Each student has one page, feedback/<student>/lif_part_1.html, beside nbgrader's page of each notebook. The command
rewrites pages that have changed, for example by grades and comments given by hand, and leaves the others alone.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, field
from datetime import date
from multiprocessing import get_context
from pathlib import Path

import nbformat

from grading.execution.result_store import Store
from grading.files import write
from grading.gradebook.connection import require_graded
from grading.gradebook.late_record import LateRecord
from grading.gradebook.reader import StudentMarks, read_marks
from grading.paths import ASSIGNMENT

from . import digests
from .notebook_page import feedback_page
from .student_page import Verdicts, student_page

FEW = 60  # pages for which no further process is started


@dataclass
class Job:
    """What is to be made for one student: stems of nbgrader's pages, the one page; digests by fact."""

    course: Path
    marks: StudentMarks
    stems: list[str] = field(default_factory=list)
    page: bool = False
    facts: dict[str, str] = field(default_factory=dict)

    @property
    def size(self) -> int:
        """How many pages are to be made."""
        return len(self.stems) + (1 if self.page else 0)


def write_pages(
    course: Path, store: Store, marks: StudentMarks, filled: dict, fingerprints: dict[str, str], verdicts: Verdicts
) -> None:
    """Write a student's pages as the notebooks are graded.

    ``filled`` holds the autograded notebooks that are new; ``fingerprints`` and ``verdicts`` are of all notebooks.
    Raises WriteError, sqlite3.Error.
    """
    student = marks.id
    for stem, notebook in filled.items():
        _write_notebook_page(course, marks, stem, notebook)
        digest = digests.notebook_digest(marks, stem, fingerprints[stem])
        store.set_fact(digests.notebook_fact(student, stem), digest)
    _write_page(course, marks, verdicts)
    store.set_fact(
        digests.page_fact(student), digests.page_digest(marks, fingerprints, _has_known_time(course, student))
    )


def _write_notebook_page(course: Path, marks: StudentMarks, stem: str, notebook: nbformat.NotebookNode) -> None:
    page = feedback_page(notebook, stem, marks.notebooks[stem])
    write(digests.notebook_path(course, marks.id, stem), page)


def _write_page(course: Path, marks: StudentMarks, verdicts: Verdicts) -> None:
    text = student_page(marks, verdicts, date.today(), _has_known_time(course, marks.id))
    write(digests.page_path(course, marks.id), text)


def _has_known_time(course: Path, student: str) -> bool:
    """Whether the time in the gradebook is one at which the work came, and not the least by which it was late."""
    return student not in LateRecord.of(course).late_by_unknown_time


def refresh(course: Path, database: str, workers: int = 1) -> tuple[int, int, list[str]]:
    """Write what has changed: number of pages written, of students, sentences about what could not be.

    Raises GradebookError, NotGradedError, WriteError, OSError, sqlite3.Error.
    """
    require_graded(course, database)
    students = [student for student in read_marks(database).students if student.notebooks]
    written = 0
    problems: list[str] = []
    with Store(course) as store:
        jobs = [_job(course, marks, store) for marks in sorted(students, key=lambda marks: marks.id)]
        for job, job_problems in _made([job for job in jobs if job.size], workers):
            problems += job_problems
            written += job.size - len(job_problems)
            for name, digest in job.facts.items():
                store.set_fact(name, digest)
    return written, len(students), problems


def _job(course: Path, marks: StudentMarks, store: Store) -> Job:
    """What of a student's pages is missing or says something else than the gradebook."""
    student = marks.id
    fingerprints = store.fingerprints(student)
    job = Job(course, marks)
    for stem in sorted(set(fingerprints) & set(marks.notebooks)):
        name = digests.notebook_fact(student, stem)
        digest = digests.notebook_digest(marks, stem, fingerprints[stem])
        if store.fact(name) != digest or not digests.notebook_path(course, student, stem).exists():
            job.stems.append(stem)
            job.facts[name] = digest
    name = digests.page_fact(student)
    digest = digests.page_digest(marks, fingerprints, _has_known_time(course, student))
    if store.fact(name) != digest or not digests.page_path(course, student).exists():
        job.page = True
        job.facts[name] = digest
    return job


def _made(jobs: list[Job], workers: int) -> Iterator[tuple[Job, list[str]]]:
    """Each job done, with its problems; in several processes where there is much to do."""
    if workers <= 1 or sum(job.size for job in jobs) <= FEW:
        yield from map(make, jobs)
        return
    with ProcessPoolExecutor(workers, mp_context=get_context("spawn")) as pool:
        yield from pool.map(make, jobs, chunksize=4)


def make(job: Job) -> tuple[Job, list[str]]:
    """Write one student's pages; the facts of those that could not be made are left out."""
    student = job.marks.id
    problems = []
    for stem in job.stems:
        path = job.course / "autograded" / student / ASSIGNMENT / f"{stem}.ipynb"
        try:
            notebook = nbformat.from_dict(json.loads(path.read_text(encoding="utf-8")))
        except (FileNotFoundError, ValueError):
            problems.append(f"{student}: {path.name} in autograded/ is missing or damaged: grade again.")
            job.facts.pop(digests.notebook_fact(student, stem))
            continue
        _write_notebook_page(job.course, job.marks, stem, notebook)
    if job.page:
        with Store(job.course) as store:
            _write_page(job.course, job.marks, store.results_of(student))
    return job, problems
