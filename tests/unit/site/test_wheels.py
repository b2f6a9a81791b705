"""The course's wheel, as the site carries it."""

from __future__ import annotations

import zipfile

import pytest

from grading.paths import SOLUTIONS
from grading.site.wheels import course_wheel
from grading.submissions.course_notebooks import solved


@pytest.fixture(scope="module")
def wheels(tmp_path_factory):
    """The wheel, built twice."""
    return [course_wheel(tmp_path_factory.mktemp("wheel")) for _ in range(2)]


def test_it_holds_the_course_and_the_engine_alone(wheels):
    with zipfile.ZipFile(wheels[0]) as wheel:
        folders = {name.split("/")[0] for name in wheel.namelist()}
        assert {"helpers/lif.mplstyle", "helpers/given.json", "helpers/exercises/predictions.toml"} <= set(
            wheel.namelist()
        )

    assert folders == {"helpers", "slipcheck", "lif_course-1.0.dist-info"}


def test_it_is_the_same_bytes_each_time(wheels):
    assert wheels[0].read_bytes() == wheels[1].read_bytes()


def test_it_holds_no_solution(wheels):
    with zipfile.ZipFile(wheels[0]) as wheel:
        texts = [wheel.read(name).decode() for name in wheel.namelist()]

    for path in SOLUTIONS.glob("*.ipynb"):
        solution = solved(path.stem)
        assert not any(solution in text for text in texts)
    assert not any("BEGIN SOLUTION" in text for text in texts)
