"""The engine in Python for browsers, without one: the same verdicts, causes and messages as here."""

from __future__ import annotations

import json
import shutil
import subprocess

import pytest

from grading.paths import ROOT, stems
from grading.site.wheels import course_wheel
from grading.submissions.course_notebooks import solved
from helpers.course import COURSE
from tests.answers.test_answers import cases
from tests.support import repairs
from tests.support.pyodide import pyodide
from tests.support.told import told

NODE = shutil.which("node")
pytestmark = pytest.mark.skipif(NODE is None, reason="node is missing: sudo apt-get install nodejs npm")
BY_ROUNDING = (  # values that are 0 but for rounding: how many are negative, and which is the first, varies
    "10/wrong_midnight_one_star", "10/wrong_no_square", "10/wrong_square_replaced_not_added",
)  # fmt: skip
LOOP = "# Exercise 4\nwhile True:\n    v = el"


@pytest.fixture(scope="module")
def ask(tmp_path_factory):
    """What an answer is told in Python for browsers: one process for all of the file."""
    folder = tmp_path_factory.mktemp("wheel")
    support = ROOT / "tests" / "support"
    command = [NODE, str(support / "pyodide.mjs"), str(pyodide()), str(course_wheel(folder)), str(support / "told.py")]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as process:

        def asked(number: int, source: str) -> dict:
            process.stdin.write(json.dumps([number, source]) + "\n")
            process.stdin.flush()
            return json.loads(process.stdout.readline())

        yield asked
        process.stdin.close()


@pytest.mark.sample(3)
@pytest.mark.parametrize("number", COURSE.numbers)
def test_a_solution_earns_full_marks(ask, number):
    answer = ask(number, solved(stems()[number - 1]))

    assert [part["name"] for part in answer["parts"] if not part["right"]] == []


def test_an_endless_loop_is_ended_within_eight_seconds(ask):
    answer = ask(4, LOOP)

    assert {part["cause"] for part in answer["parts"]} == {"endless loop"}
    assert answer["seconds"] < 8


def by_cause(answer: dict) -> tuple:
    """Its verdict and causes, without the values that its messages show."""
    return answer["state"], [(part["name"], part["right"], part.get("cause")) for part in answer["parts"]]


@pytest.mark.sample(6)
@pytest.mark.parametrize(("number", "path"), [*cases("right"), *cases("wrong")])
def test_an_answer_is_told_the_same(ask, number, path):
    cell = repairs.read(path).cell
    answer = ask(number, cell)
    answer.pop("seconds")

    other = told(number, cell)
    if f"{path.parent.name}/{path.stem}" in BY_ROUNDING:
        answer, other = by_cause(answer), by_cause(other)
    assert answer == other
