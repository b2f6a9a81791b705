"""Points stand in two places, and a release looks that they are the same."""

from __future__ import annotations

import json
import shutil

import pytest

from grading.__main__ import main
from grading.errors import GradingError
from grading.paths import NOTEBOOKS, SOLUTIONS, stems
from grading.release import build, equal_points
from tests.support.downloads import everything

STEM = stems()[3]


@pytest.fixture
def solutions(tmp_path):
    return shutil.copytree(SOLUTIONS, tmp_path / "solutions")


def change_points(solutions, grade_id: str, about: dict) -> None:
    path = solutions / f"{STEM}.ipynb"
    content = json.loads(path.read_text(encoding="utf-8"))
    cell = next(cell for cell in content["cells"] if cell["metadata"].get("nbgrader", {}).get("grade_id") == grade_id)
    cell["metadata"]["nbgrader"].update(about)
    path.write_text(json.dumps(content), encoding="utf-8")


def test_the_points_of_this_course_are_the_same_in_both_places():
    equal_points.require_same_points()


@pytest.mark.parametrize(
    ("about", "sentence"),
    [
        ({"points": 3}, f"ex04_numbers: 2 in its Part, 3 in {STEM}.ipynb"),
        ({"grade_id": "ex04_other"}, f"ex04_other: none in its Part, 2 in {STEM}.ipynb"),
    ],
)
def test_points_that_differ_are_named(solutions, about, sentence):
    change_points(solutions, "ex04_numbers", about)
    with pytest.raises(GradingError) as error:
        equal_points.require_same_points(solutions)
    assert sentence in str(error.value)


def test_nothing_is_released_while_points_differ(solutions, monkeypatch, capsys):
    change_points(solutions, "ex04_numbers", {"points": 3})
    monkeypatch.setattr(build, "require_same_points", lambda: equal_points.require_same_points(solutions))
    before = everything(NOTEBOOKS)
    assert main(["release"]) == 2
    assert "Points differ, so nothing was released" in capsys.readouterr().out
    assert everything(NOTEBOOKS) == before
