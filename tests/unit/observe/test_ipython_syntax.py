"""Notebook syntax in an answer: it runs as a notebook runs it, and lines keep their numbers."""

from __future__ import annotations

import time

import pytest

from slipcheck.observe import observe
from slipcheck.observe.ipython_syntax import without_magics

GIVEN = {"dt": 1e-3, "tau": 20e-3}


def test_magics_and_shell_lines_do_nothing_and_keep_the_line_numbers():
    seen = observe("%%time\n%matplotlib inline\n!ls\nx = 1\n1 / 0", GIVEN)
    assert seen.variables["x"] == 1
    assert seen.failure["line"] == 5


PYTHON = {
    "a format on a line of its own": 'print("%d"\n      %7)',
    "not equal on a line of its own": "x = 7\nwhile (\n    x\n    != 7\n):\n    pass\nprint(x)",
    "after a backslash": "x = 15 \\\n%8\nprint(x)",
    "in a text": 'print(("""\\\n%d\n!ls\nwhat?""" % 7).split()[0])',
}
NOTEBOOK = {
    "a question before": "?print\nprint(7)",
    "a question after": "print(7)\nnp.sin??\nprint?",
    "what a magic gives": "cwd = %pwd\nprint(7)",
    "what a command gives": "files = !ls\nprint(7 + len(files))",
    "a command in two lines": "!pip install \\\n    numpy\nprint(7)",
    "the lines of a command in two lines": "files = !ls \\\n    -l\nprint(7)",
    "a command with half a text": "!echo it's (\n%matplotlib inline\nprint(7)",
    "magics beside a format": '%matplotlib inline\nprint("%d"\n      %7)\n!ls',
    "magics beside a text": '%matplotlib inline\nprint("""\\\n%d""" # "\n%7)\n%who',
    "a timed call": "def seven():\n    print(7)\n%time seven()",
    "a timed assignment": "if True:\n    %time x = 7\nprint(x)",
    "what a timed call gives": "x = %time int(7)\nprint(x)",
    "a magic alone in a block": "if True:\n    %who\nprint(7)",
    "the time of many runs": "%timeit 7 + 7\nprint(7)",
    "a cell magic after an empty line": "\n%%time\nprint(7)",
    "prompts": ">>> for x in [7]:\n...     print(x)\n...\n",
    "prompts of IPython": "In [1]: for x in [7]:\n   ...:     print(x)\n   ...:\n",
    "an indented cell": "\n    # a comment\n    for x in [7]:\n        print(x)\n",
}


@pytest.mark.parametrize("source", [*PYTHON.values(), *NOTEBOOK.values()], ids=[*PYTHON, *NOTEBOOK])
def test_what_a_notebook_runs_is_run(source):
    seen = observe(source, GIVEN)
    assert (seen.failure, seen.printed) == (None, "7\n")


@pytest.mark.parametrize("source", NOTEBOOK.values(), ids=NOTEBOOK)
def test_notebook_syntax_leaves_the_line_numbers(source):
    failure = observe(f"{source.rstrip()}\n{'    ' * source.startswith(chr(10) + ' ')}1 / 0", GIVEN).failure
    assert (failure["type"], failure["line"]) == ("ZeroDivisionError", source.rstrip().count("\n") + 2)


@pytest.mark.parametrize("piece", ["\n", " ", "a", "\\a", "'\\", "? ", '"""\\a'])
def test_lines_are_looked_at_in_a_time_that_grows_with_their_length(piece):
    began = time.process_time()
    without_magics(f"%who\nx{50_000 * piece}=\n{piece}{50_000 * piece[-2:]} ")
    assert time.process_time() - began < 1


@pytest.mark.parametrize("source", ["x = 1\n% 2", "x = (\n%who", "x = ((7)\n!= 8", "what ?", '"""\n%who', "x = 5 ?"])
def test_what_is_neither_python_nor_notebook_is_a_syntax_error(source):
    assert observe(source, GIVEN).failure["kind"] == "syntax"
