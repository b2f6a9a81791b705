"""A small graded class, one student for each state, made without running anything in a sandbox."""

from __future__ import annotations

import atexit
import json
import shutil
import sqlite3
import tempfile
import warnings
from contextlib import closing
from functools import cache
from pathlib import Path

from grading.config import database_of
from grading.demo_class import CRASH, LOOP, PARTLY, WRONG, changed, submission, write_demo
from grading.execution.result_store import Store
from grading.execution.verdict_data import verdict_as_json
from grading.gradebook import connection
from grading.grading_run import GradingRun
from grading.paths import ASSIGNMENT, stems
from grading.plan import Choice
from grading.submissions.course_notebooks import release_digest, released, solved
from helpers.course import COURSE
from slipcheck.assessment import assess
from slipcheck.runs import runs

from .downloads import empty_gradebook, make_folder

STEM = stems()[3]
EVIL = "<script>alert(1)</script>"
PNG = "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg=="
ALT = 'Figure “V <of> "t"”: V over t.'
ANSWERS = {
    "ada": solved(STEM),
    "ben": None,
    "cleo": changed(STEM, PARTLY[4]),
    "dan": changed(STEM, WRONG[4]),
    "eve": changed(STEM, CRASH[4]).replace("step_end = 10", "step_end = 10  # secret of Eve's\nturing = 'Eve T.'"),
    "finn": changed(STEM, LOOP[4]),
    "gus": changed(STEM, ("range(step_end):", "range(step_end)")) + f"\n# </pre>{EVIL}",
    "hal": "",
    "ivy": solved(STEM) + "\n# this one fails",
    "jon": changed(STEM, WRONG[4]) + f"\nprint('{EVIL}')",
}
NAMES = {"eve": ("Eve", "Turing"), "jon": (EVIL, "O'Neil"), "ada": ("Ada", "Lovelace")}


def farm(tasks):
    """Judges in this process; ivy's notebook cannot be run, and dan's is flagged."""
    for key, task in tasks:
        result = judged(task["number"], task["source"])
        if task["source"] == ANSWERS["dan"]:
            result = {**result, "flags": ["tried something"]}
        yield key, {"failed": "a test"} if task["source"] == ANSWERS["ivy"] else result


@cache
def judged(number: int, source: str) -> dict:
    made = runs(COURSE.exercise(number), source)
    seen = made[0].observation
    outputs = [["text", seen.printed]] if seen.printed else []
    outputs += [["png", PNG, ALT]]
    more = {"notes": [], "flags": [], "outputs": outputs, "failure": seen.failure, "runs": len(made)}
    return {**verdict_as_json(assess(COURSE.exercise(number), made, hidden=True), source), **more, "seconds": 0.1}


def small_course(target: Path, students: tuple[str, ...] = tuple(ANSWERS)) -> Path:
    """A copy of the graded class, which a test may change."""
    return Path(shutil.copytree(_graded(students), target))


@cache
def _graded(students: tuple[str, ...]) -> Path:
    folder = tempfile.mkdtemp()
    atexit.register(shutil.rmtree, folder)
    course = make_folder(Path(folder), {"gradebook.db": empty_gradebook()})
    (course / "submitted").mkdir()
    release(course)
    for student in students:
        (course / "submitted" / student / ASSIGNMENT).mkdir(parents=True)
        if ANSWERS[student] != "":
            write_demo(course / "submitted" / student / ASSIGNMENT, STEM, submission(STEM, ANSWERS[student]))
    grade(course)
    with closing(sqlite3.connect(course / "gradebook.db")) as book, book:
        for student, names in NAMES.items():
            book.execute("update student set first_name = ?, last_name = ? where id = ?", (*names, student))
    if "cleo" in students:
        penalty(course, "cleo", 1.0)
    return course


def release(course: Path) -> None:
    """What nbgrader's converter writes into the gradebook of the assignment, without it: it takes seconds."""
    if not (course / "gradebook.db").exists():
        make_folder(course, {"gradebook.db": empty_gradebook()})
    with connection.opened(database_of(course)) as gradebook:
        gradebook.add_assignment(ASSIGNMENT)
        for stem in stems():
            notebook = released(stem)
            gradebook.add_notebook(stem, ASSIGNMENT, kernelspec=json.dumps(notebook.metadata.kernelspec))
            for cell in notebook.cells:
                if about := cell.metadata.get("nbgrader"):
                    _release_cell(gradebook, stem, cell, about)
    with Store(course) as store:
        store.set_fact("release", release_digest())


def _release_cell(gradebook, stem: str, cell, about) -> None:
    place = (about.grade_id, stem, ASSIGNMENT)
    if about.grade:
        gradebook.add_grade_cell(*place, max_score=about.points, cell_type=cell.cell_type)
    if about.solution:
        gradebook.add_solution_cell(*place)
    source = {"source": cell.source, "checksum": about.checksum}
    gradebook.add_source_cell(*place, cell_type=cell.cell_type, locked=about.locked, **source)


def grade(course: Path) -> None:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        GradingRun(course, farm, Choice()).run()


def penalty(course: Path, student: str, points: float) -> None:
    """Deduct points from the notebook."""
    with connection.opened(database_of(course)) as gradebook:
        gradebook.find_submission_notebook(STEM, ASSIGNMENT, student).late_submission_penalty = points
        gradebook.db.commit()


def by_hand(course: Path, student: str, grade_id: str, points: float | None = None, comment: str | None = None) -> None:
    """What formgrader writes."""
    stem = next(stem for stem in stems() if stem[:2] == grade_id[2:4])
    with connection.opened(database_of(course)) as gradebook:
        if points is not None:
            found = gradebook.find_grade(grade_id, stem, ASSIGNMENT, student)
            found.manual_score, found.needs_manual_grade = points, False
        if comment is not None:
            gradebook.find_comment(grade_id, stem, ASSIGNMENT, student).manual_comment = comment
        gradebook.db.commit()
