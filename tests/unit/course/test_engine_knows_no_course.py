"""The engine holds no exercise number, no name of the model and no file name of the course."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from grading.paths import ROOT
from helpers.course import COURSE

ENGINE = ROOT / "slipcheck"
FILES = sorted(path.relative_to(ENGINE).as_posix() for path in ENGINE.rglob("*.py"))
MODULES = "|".join(path.stem for path in (ROOT / "helpers").rglob("*.py") if path.stem not in ("__init__", "course"))
MODEL = re.compile(
    r"(?i)membran|neuron|\bvoltage|\bvolts?\b|\bamp[eè]re|\bcurrents?\b|\bleak|\bspik|\breset potential|threshold"
    r"|(?-i:\b(i_mean|tau|el|vth|vr|v_n|v_mean|v_std|v_var|xi|V|mV|[mnp]A)\b)|\[sVA\]|\bohm\b"
)
NAMES = re.compile(
    rf"\bhelpers\b|(?<![a-z])lif(?![a-z])|given\.json|\.mplstyle|\bexercises\.(\w+)|\bex\d\d\b"
    rf"|\b({MODULES})\.py\b|\b(solutions|notebooks)/|{'|'.join(COURSE.stems)}|\b\d\d_[a-z]\w+"
)
TO_BE_ASKED_OF_THE_COURSE = "the course should say it; what its students read stays the same until then"
ALLOWED = (  # file, a piece of the line, and why it may stand there
    ("course.py", "with the package in it, and with solutions/ and notebooks/", "the layout of any course"),
    ("course.py", 'self.package_folder / "given.json"', "the layout of any course"),
    ("judge/quantities.py", "UNIT = r", TO_BE_ASKED_OF_THE_COURSE),
    ("judge/quantities.py", "declares to be in mV or ms", "an example"),
    ("parameter_draws.py", "a reset would go unseen where the threshold", "an example"),
    ("sliders/scene.py", "leak", "of memory"),
)
COUNTS = ("in_points", "is_or_are")  # functions whose `number` says how many


def lines_of(name: str) -> Iterator[str]:
    """The lines of a file but its examples, which need some names."""
    inside = False
    for line in (ENGINE / name).read_text(encoding="utf-8").splitlines():
        inside = (inside or line.strip().startswith(">>>")) and line.strip() not in ("", '"""')
        if not inside:
            yield line


def is_allowed(name: str, line: str) -> bool:
    return any(name == file and piece in line for file, piece, _ in ALLOWED)


@pytest.mark.parametrize("name", FILES)
@pytest.mark.parametrize("pattern", [MODEL, NAMES], ids=["names of the model", "names of the course's files"])
def test_a_file_of_the_engine_names_nothing_of_the_course(name, pattern):
    assert [line for line in lines_of(name) if pattern.search(line) and not is_allowed(name, line)] == []


def numbers_compared(tree: ast.AST) -> Iterator[str]:
    """Comparisons of something called ``number`` with whole numbers, where that does not say how many."""
    for function in ast.walk(tree):
        if isinstance(function, ast.FunctionDef) and function.name not in COUNTS:
            for node in ast.walk(function):
                if isinstance(node, ast.Compare) and _is_number(node.left) and any(map(_holds_int, node.comparators)):
                    yield ast.unparse(node)


def _is_number(node: ast.AST) -> bool:
    return getattr(node, "id", getattr(node, "attr", "")) == "number"


def _holds_int(node: ast.AST) -> bool:
    return any(isinstance(part, ast.Constant) and type(part.value) is int for part in ast.walk(node))


@pytest.mark.parametrize("name", FILES)
def test_a_file_of_the_engine_knows_no_exercise_by_its_number(name):
    assert list(numbers_compared(ast.parse((ENGINE / name).read_text(encoding="utf-8")))) == []


@pytest.mark.parametrize("text", ["number == 4", "exercise.number in (5, 9)", "wanted.number < 3"])
def test_an_exercise_number_would_be_noticed(text):
    assert list(numbers_compared(ast.parse(f"def view(exercise):\n    return {text}"))) == [text]


@pytest.mark.parametrize("text", ["tau = 20e-3", "# the membrane", '"V stays at el"', "load('ex04')", "helpers.model"])
def test_a_name_of_the_course_would_be_noticed(text):
    assert MODEL.search(text) or NAMES.search(text)


def test_the_engine_imports_nothing_of_the_course():
    for path in (Path(ENGINE / name) for name in FILES):
        assert not re.search(r"(?m)^\s*(from|import) (helpers|grading)\b", path.read_text(encoding="utf-8")), path
