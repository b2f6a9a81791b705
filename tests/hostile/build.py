"""Notebooks to tamper with, as plain data, and how they are put into a student's folder."""

from __future__ import annotations

import copy
import json
from functools import cache
from pathlib import Path

from grading.demo_class import submission
from grading.paths import stems
from grading.submissions.course_notebooks import solved

from .entry import WRONG, FileTrick

# Runs where it is shown as it is.
BAD = "<script>alert(1)</script><img src=x onerror=alert(2)>"


@cache
def stem(number: int) -> str:
    return next(stem for stem in stems() if stem.startswith(f"{number:02d}_"))


def right(number: int) -> str:
    """The answer of the solution."""
    return solved(stem(number))


@cache
def _plain(number: int, answer: str | None, written: str | None) -> str:
    return json.dumps(submission(stem(number), answer, written))


def notebook(number: int = 4, answer: str | None = WRONG, written: str | None = None) -> dict:
    """A submission as the dict that is in its file; each call gives another copy."""
    return json.loads(_plain(number, answer, written))


def cell(made: dict, grade_id: str) -> dict:
    """The cell with this grade id."""
    return next(one for one in made["cells"] if one["metadata"].get("nbgrader", {}).get("grade_id") == grade_id)


def checks(made: dict) -> list[dict]:
    """The cells that give points automatically."""
    graded = [one for one in made["cells"] if one["metadata"].get("nbgrader", {}).get("grade")]
    return [one for one in graded if one["cell_type"] == "code"]


def code(text: str, **more) -> dict:
    """A code cell as a student adds one."""
    return {
        "cell_type": "code",
        "execution_count": 1,
        "id": "added",
        "metadata": {},
        "outputs": [],
        "source": text,
    } | more


def prose(text: str, **more) -> dict:
    return {"cell_type": "markdown", "id": "prose", "metadata": {}, "source": text} | more


def twin(one: dict, **more) -> dict:
    return copy.deepcopy(one) | more


def put(folder: Path, made: object, name: str = "", number: int = 4) -> Path:
    """Write a notebook (a dict, text or bytes) under its usual name, or another."""
    path = folder / (name or f"{stem(number)}.ipynb")
    if isinstance(made, bytes):
        path.write_bytes(made)
    else:
        path.write_text(made if isinstance(made, str) else json.dumps(made, indent=1), encoding="utf-8")
    return path


def tampering(tricks: list[FileTrick]):
    """A decorator for functions that tamper with a wrong notebook, or return what is written in its place."""

    def trick(name: str, why: str, number: int = 4, earned: int = 0):
        def enter(change):
            def make(folder: Path) -> None:
                made = notebook(number) if number == 4 else notebook(number, None)
                put(folder, change(made) or made, number=number)

            tricks.append(FileTrick(name, number, make, earned, why))
            return change

        return enter

    return trick
