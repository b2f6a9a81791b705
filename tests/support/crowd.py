"""A large made-up class, made quickly: a few students are graded, and many more get copies of their notebooks."""

from __future__ import annotations

import json
import os
import random
import shutil
import sqlite3
import uuid
from contextlib import closing
from pathlib import Path

from grading.demo_class import submission, write_demo
from grading.doctor import require_sandbox
from grading.errors import GradingError
from grading.execution.result_store import Store
from grading.execution.workers import here
from grading.grading_run import GradingRun
from grading.paths import ASSIGNMENT, ROOT, stems
from grading.plan import Choice

ANSWERS = ROOT / "tests" / "answers"
WHY = "The standard deviation is in volt, as the mean is; the variance is in volt squared."
FIRST, LAST = ("Ann", "Björn", "Chidi", "Dana", "Émile", "Fay"), ("Okafor", "Li", "Ångström", "O'Neil", "<b>Bold</b>")


def graded_few(course: Path, students: int = 5) -> None:
    """Students with two right answers, then wrong ones, in turn; the last leaves every third notebook untouched."""
    for number in range(1, 15):
        stem = stems()[number - 1]
        files = sorted((ANSWERS / f"{number:02d}").glob("right*.py"))[:2]
        files += sorted((ANSWERS / f"{number:02d}").glob("wrong*.py"))[number % 3 :: 3][: students - 2]
        for k, path in enumerate(files):
            answer = None if k == students - 1 and number % 3 == 0 else path.read_text(encoding="utf-8")
            notebook = submission(stem, answer, WHY if number == 10 and k < 3 else None)
            write_demo(course / "submitted" / f"pool{k}" / ASSIGNMENT, stem, notebook)
    GradingRun(course, here, Choice(unconfined=not sandboxed())).run()


def sandboxed() -> bool:
    """Whether this machine has a sandbox; these answers are ours, so they may run without."""
    try:
        require_sandbox()
    except GradingError:
        return False
    return True


def crowd(course: Path, students: int, seed: int = 1) -> None:
    """A graded class: each of its students has the notebooks of one of the few or another, under its own name.

    Every copy of a result is stored by itself, as it would be of answers that all differ.
    """
    graded_few(course)
    chance = random.Random(seed)
    with Store(course) as store, closing(sqlite3.connect(course / "gradebook.db")) as book, book:
        pool = sorted(store.students())
        told = {student: store.results_of(student) for student in pool}
        store.database.execute("begin")
        for k in range(students - len(pool)):
            source = {stem: _one_of(chance, pool) for stem in stems() if chance.random() < 0.96}
            source = {stem: each for stem, each in source.items() if stem in told[each]}
            _copy(course, f"s{k:04d}", source, told, store, book, chance)
        store.database.execute("commit")


def _one_of(chance: random.Random, pool: list[str]) -> str:
    return chance.choices(pool, weights=[6, 6, *[2] * (len(pool) - 2)])[0]


def _copy(course: Path, student: str, source: dict, told: dict, store: Store, book, chance: random.Random) -> None:
    for stem, each in source.items():
        result, details = told[each][stem]
        key = f"copy {student} {stem}"
        store.save(key, result)
        row = (student, stem, key, key, json.dumps(details))
        store.database.execute("insert into recorded values (?, ?, ?, ?, ?)", row)
        target = course / "autograded" / student / ASSIGNMENT / f"{stem}.ipynb"
        target.parent.mkdir(parents=True, exist_ok=True)
        _link(course / "autograded" / each / ASSIGNMENT / target.name, target)
    store.database.execute("insert into students values (?, ?)", (student, json.dumps({"problems": []})))
    names = (chance.choice(FIRST), chance.choice(LAST))
    book.execute("insert into student values (?, ?, ?, ?, ?)", (student, *names, f"{student}@example.org", ""))
    (assignment,) = book.execute("select id from assignment").fetchone()
    number = uuid.UUID(int=chance.getrandbits(128)).hex
    book.execute("insert into submitted_assignment values (?, ?, ?, null, null)", (number, assignment, student))
    for stem in stems():
        _copy_notebook(book, number, stem, source.get(stem), chance)


def _copy_notebook(book, assignment: str, stem: str, source: str | None, chance: random.Random) -> None:
    """Points and comments of one notebook; zeros where nothing was handed in."""
    own = uuid.UUID(int=chance.getrandbits(128)).hex
    old, notebook = book.execute(
        "select n.id, n.notebook_id from submitted_notebook n join notebook on notebook.id = n.notebook_id"
        " join submitted_assignment a on a.id = n.assignment_id where notebook.name = ? and a.student_id = ?",
        (stem, source or "pool0"),
    ).fetchone()
    book.execute("insert into submitted_notebook values (?, ?, ?, 0, null)", (own, assignment, notebook))
    score, waits = ("auto_score", "needs_manual_grade") if source else ("0.0", "0")
    book.execute(
        f"insert into grade select lower(hex(randomblob(16))), ?, cell_id, {score}, null, null, {waits}"
        " from grade where notebook_id = ?",
        (own, old),
    )
    book.execute(
        "insert into comment select lower(hex(randomblob(16))), ?, cell_id, auto_comment, null from comment"
        " where notebook_id = ?",
        (own, old),
    )


def _link(source: Path, target: Path) -> None:
    """The same file under another name, where the file system can."""
    try:
        os.link(source, target)
    except OSError:
        shutil.copy(source, target)
