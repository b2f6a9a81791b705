"""Tricks with depth and number in a notebook's file: for a reader that recurses, or that looks at all of it again."""

from __future__ import annotations

import json

from .build import cell, code, notebook, put, right
from .entry import FileTrick, entering

TRICKS: list[FileTrick] = []
trick = entering(TRICKS)


def with_marks(marks: dict, deep: str) -> str:
    """A right notebook with an added cell whose nbgrader metadata hold ``deep`` in place of @."""
    made = notebook(4, right(4))
    made["cells"].insert(0, code("x = 1", metadata={"nbgrader": marks}))
    return json.dumps(made).replace('"@"', deep)


@trick(
    "deep metadata of one cell", "six hundred objects within each other, shallow enough for a reader of JSON", earned=4
)
def _(folder):
    put(folder, with_marks({"deep": "@"}, '{"a":' * 600 + "1" + "}" * 600))


@trick("deep list for a grade id", "six hundred lists within each other, whose text is asked for", earned=4)
def _(folder):
    put(folder, with_marks({"grade_id": "@"}, "[" * 600 + "]" * 600))


@trick("deep cell id", "six hundred lists within each other as the id of a cell, and numbers for others", earned=4)
def _(folder):
    made = notebook(4, right(4))
    made["cells"].insert(0, code("x = 1", id="@"))
    made["cells"].append(code("y = 1", id=4))
    put(folder, json.dumps(made).replace('"@"', "[" * 600 + "]" * 600))


@trick("empty lines", "sixty thousand empty lines without id or marker, in which a pattern may begin anywhere")
def _(folder):
    put(folder, {"nbformat": 4, "nbformat_minor": 5, "metadata": {}, "cells": [code("\n" * 60_000, id="x")]})


@trick("empty lines around the marker", "blanks, signs and empty lines by the hundred thousand around the marker")
def _(folder):
    made = notebook(4, "\n" * 60_000 + " " * 60_000 + "#" * 60_000 + " exercise" + " " * 10_000 + "0" * 10_000)
    cell(made, "ex04")["metadata"] = {}
    put(folder, made)


@trick("hundred thousand cells of code", "a hundred thousand added cells of one digit each", earned=4)
def _(folder):
    made = notebook(4, right(4))
    made["cells"] += [code(str(k % 10), id=f"c{k}") for k in range(100_000)]
    put(folder, json.dumps(made))


@trick("hundred thousand cells of an old format", "cells in a worksheet, which are converted before they are read")
def _(folder):
    one = {"cell_type": "code", "language": "python", "outputs": [], "metadata": {}, "collapsed": False}
    cells = [one | {"input": f"# Exercise 4\nprint({k})"} for k in range(100_000)]
    put(folder, {"nbformat": 3, "nbformat_minor": 0, "metadata": {}, "worksheets": [{"metadata": {}, "cells": cells}]})


@trick("answers in two thousand pieces", "a thousand cells with the answer's id, each of them one line that goes on")
def _(folder):
    made = notebook(4)
    one = cell(made, "ex04")
    made["cells"] += [one | {"id": f"p{k}", "source": f"print({k} * el)  # {'x' * 90}"} for k in range(1900)]
    put(folder, made)
