"""Modules that this Python lacks, and names of a notebook's own."""

from __future__ import annotations

import sys

import pytest

from grading.demo_class import changed
from grading.paths import stems
from helpers.course import COURSE
from slipcheck.assessment import assess
from slipcheck.missing_packages import missing_packages
from slipcheck.observe import observe
from slipcheck.observe.other_cells import from_cells
from slipcheck.runs import runs

LACKED = "no_such_module"
UNUSED = [
    f"import {LACKED} as pd",
    f"import math, {LACKED}",
    f"from {LACKED} import a, b as c",
    f"from {LACKED} import *",
]


@pytest.mark.parametrize("line", UNUSED)
def test_an_import_that_is_not_used_costs_nothing_and_is_told(line):
    seen = observe(f"{line}\nx = 5", {})
    assert (seen.failure, seen.variables, seen.missing) == (None, {"x": 5} | _math(line), [LACKED])


@pytest.mark.parametrize("line", UNUSED)
def test_the_text_alone_says_which_package_is_missing(line):
    assert missing_packages(f"%matplotlib inline\n{line}\nx = 5", []) == [LACKED]


def test_what_is_no_name_of_a_package_or_fails_at_once_is_not_among_them():
    odd = f"import {'a' * 300}, żółw, numpy.no_such_part, nunpy as np\nfrom google.colab import drive"
    assert missing_packages(odd, ["np"]) == []
    assert missing_packages("import this.part", []) == []  # and it is not imported to find out
    assert "this" not in sys.modules


def _math(line: str) -> dict:
    return {"math": {"type": "module"}} if "math" in line else {}


@pytest.mark.parametrize("use", ["pd.DataFrame([1])", "pd.plotting.lag_plot([1])"])
def test_what_is_done_before_the_module_is_used_counts(use):
    seen = observe(f"import {LACKED} as pd\nx = 5\n{use}", {})
    assert (seen.failure["type"], seen.failure["line"], seen.variables["x"]) == ("ModuleNotFoundError", 3, 5)


def test_a_name_from_a_missing_module_fails_where_it_is_called():
    failure = observe(f"from {LACKED} import solve\nx = 5\nsolve(x)", {}).failure
    assert (failure["message"], failure["line"]) == (f"No module named '{LACKED}'", 3)


def test_an_import_in_place_of_a_given_name_fails_at_once():
    failure = observe("import nunpy as np\nx = 1", {}).failure
    assert (failure["type"], failure["line"]) == ("ModuleNotFoundError", 1)


def test_an_import_that_the_answer_tries_is_left_to_it():
    seen = observe(f"try:\n    import {LACKED}\nexcept ImportError:\n    x = 5", {})
    assert (seen.variables, seen.missing) == ({"x": 5}, [])


NOTEBOOKS = [
    "from google.colab import drive\ndrive.mount('/content/drive')",
    "import google.colab\ngoogle.colab.files.upload()",
    "get_ipython().run_line_magic('matplotlib', 'inline')",
    "from IPython import get_ipython\nget_ipython().magic('matplotlib inline')",
    "if 'google.colab' in str(get_ipython()):\n    1 / 0",
]


@pytest.mark.parametrize("lines", NOTEBOOKS)
def test_what_serves_the_notebook_alone_does_nothing(lines):
    seen = observe(f"{lines}\nx = 5", {})
    assert (seen.failure, seen.variables["x"], seen.missing) == (None, 5, [])


def test_a_cell_that_imports_a_missing_module_still_offers_its_functions():
    offered, _ = from_cells([f"import {LACKED} as pd\ndef half(x):\n    return x / 2"], {}, 1.0)
    assert offered["half"](3) == 1.5
    seen = observe("y = pd.DataFrame()", {}, surroundings=offered)
    assert seen.failure["message"] == f"No module named '{LACKED}'"


def test_a_right_answer_with_such_an_import_is_right_and_the_student_is_told():
    exercise = COURSE.exercise(4)
    source = changed(stems()[3], ("# Exercise 4\n", f"# Exercise 4\nimport {LACKED}\n"))
    verdict = assess(exercise, runs(exercise, source))
    assert verdict.points == verdict.total
    assert f"`{LACKED}`, which is not there" in verdict.notes[0]
