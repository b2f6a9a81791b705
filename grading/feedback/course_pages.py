"""Feedback pages anew, with grades and comments given by hand: ``python -m grading feedback COURSE``.

Each student has one page, feedback/<student>/lif_part_1.html, beside nbgrader's page of each notebook. A page whose
scores and comments have not changed is left as it is.
"""

from __future__ import annotations

from grading.errors import GradebookError, NotGradedError

import json
import sqlite3
import sys
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass, field
from datetime import date
from multiprocessing import get_context
from pathlib import Path

import nbformat

from grading.paths import ASSIGNMENT, cores
from grading.gradebook.connection import opened
from .notebook_page import feedback_page, write_file
from grading.config import database_of
from grading.execution.result_store import Store
from . import digests
from grading.gradebook.graded import require
from grading.gradebook.scores import Scores, read_scores
from .student_page import student_page
from grading.files import why

FEW = 60  # pages for which no further process is started


@dataclass
class Job:
    """What is to be made for one student: stems of nbgrader's pages, the one page; digests by fact."""

    course: Path
    scores: Scores
    stems: list[str] = field(default_factory=list)
    page: bool = False
    facts: dict[str, str] = field(default_factory=dict)

    @property
    def size(self) -> int:
        return len(self.stems) + self.page


def refresh(course: Path, database: str, hands: int = 1) -> tuple[int, int, list[str]]:
    """Write what has changed: number of pages written, of students, sentences about what could not be.

    Raises GradebookError, NotGradedError, OSError, sqlite3.Error.
    """
    require(course, database)
    with opened(database) as gradebook:
        scores = read_scores(gradebook)
    written, problems = 0, []
    with Store(course) as store:
        jobs = [job for student in sorted(scores) if (job := _job(course, scores[student], store)).size]
        for done, trouble in _made(jobs, hands):
            problems += trouble
            written += done.size - len(trouble)
            for name, digest in done.facts.items():
                store.set_fact(name, digest)
    return written, len(scores), problems


def _job(course: Path, scores: Scores, store: Store) -> Job:
    """What of a student's pages is missing or tells something else than the gradebook."""
    student, marks, job = scores.student, store.fingerprints(scores.student), Job(course, scores)
    for stem in sorted(set(marks) & set(scores.notebooks)):
        name, digest = digests.notebook_fact(student, stem), digests.notebook_digest(scores, stem, marks[stem])
        if store.fact(name) != digest or not digests.notebook_path(course, student, stem).exists():
            job.stems.append(stem)
            job.facts[name] = digest
    name, digest = digests.page_fact(student), digests.page_digest(scores, marks)
    if store.fact(name) != digest or not digests.page_path(course, student).exists():
        job.page = True
        job.facts[name] = digest
    return job


def _made(jobs: list[Job], hands: int) -> Iterator[tuple[Job, list[str]]]:
    """Each job done, with its problems; in several processes where there is much to do."""
    if hands <= 1 or sum(job.size for job in jobs) <= FEW:
        yield from map(make, jobs)
        return
    with ProcessPoolExecutor(hands, mp_context=get_context("spawn")) as pool:
        yield from pool.map(make, jobs, chunksize=4)


def make(job: Job) -> tuple[Job, list[str]]:
    """Write one student's pages; the facts of those that could not be made are left out."""
    student, problems = job.scores.student, []
    for stem in job.stems:
        path = job.course / "autograded" / student / ASSIGNMENT / f"{stem}.ipynb"
        try:
            notebook = nbformat.from_dict(json.loads(path.read_text(encoding="utf-8")))
        except (FileNotFoundError, ValueError):
            problems.append(f"{student}: {path.name} in autograded/ is missing or damaged: grade again.")
            job.facts.pop(digests.notebook_fact(student, stem))
            continue
        page = feedback_page(notebook, stem, job.scores.notebooks[stem])
        write_file(digests.notebook_path(job.course, student, stem), page)
    if job.page:
        with Store(job.course) as store:
            page = student_page(job.scores, store.results_of(student), date.today())
        write_file(digests.page_path(job.course, student), page)
    return job, problems
