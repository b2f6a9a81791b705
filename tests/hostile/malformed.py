"""Notebooks whose file is not well formed, is of another age, or is too large for a reader."""

from __future__ import annotations

import json

from .build import cell, code, right, tampering
from .entry import FileTrick

TRICKS: list[FileTrick] = []
trick = tampering(TRICKS)


@trick("metadata of the wrong types", "nbgrader, tags, kernelspec and ids are lists, numbers, null and deep objects")
def _(made):
    for one, odd in zip(made["cells"], (None, [], "ex04", 7, {"nbgrader": [1]}, {"nbgrader": "ex04"}), strict=False):
        one["metadata"] = odd
    made["cells"][-1]["metadata"] = {"nbgrader": {"grade_id": ["ex04"], "grade": "yes", "solution": {}, "locked": 1}}
    made["metadata"] = {"kernelspec": 4, "language_info": [], "celltoolbar": None, "widgets": "x"}


@trick("cells of the wrong types", "sources, outputs and cells are numbers, objects and null")
def _(made):
    made["cells"] += [None, 4, "x", [], {}, {"cell_type": "code"}, {"cell_type": "magic", "source": "x"}]
    made["cells"] += [code({"text": "print(4)"}), code(4), code(["a", 4, None]), code(None), code("x", outputs="4")]


@trick("cells as an object", "the list of cells is an object with a length of its own")
def _(made):
    made["cells"] = {str(k): one for k, one in enumerate(made["cells"])}


@trick("format of another age", "format numbers that are negative, text, floats or far in the future")
def _(made):
    made.update(nbformat=4.5, nbformat_minor="99999999999999999999", orig_nbformat=-1)


@trick("a notebook of version 99", "a major version that no converter knows")
def _(made):
    made.update(nbformat=99, worksheets=[{"cells": made["cells"]}])


@trick(
    "keys given twice", "the file holds source, cells and metadata twice, for two readers that take another one each"
)
def _(made):
    text = json.dumps(made)
    return (
        text[:-1] + ', "cells": [], "metadata": {"nbgrader": {"score": 4}}, "cells": ' + json.dumps(made["cells"]) + "}"
    )


@trick("half a notebook", "the file ends in the middle of the answer")
def _(made):
    text = json.dumps(made)
    return text[: text.index('"ex04"') + 900]


@trick("lists within lists", "a hundred thousand brackets where metadata should be, for a reader that recurses")
def _(made):
    return json.dumps(made)[:-1] + ', "x": ' + "[" * 100_000 + "]" * 100_000 + "}"


@trick("numbers without end in the file", "counts and format of ten thousand digits, infinities and nan")
def _(made):
    return json.dumps(made)[:-1] + f', "x": {"9" * 10_000}, "y": NaN, "z": -Infinity, "nbformat": 1e9999}}'


@trick("halves of characters", "the answer, an added cell and a key hold lone surrogates and null characters")
def _(made):
    cell(made, "ex04")["source"] += "\nx = '\ud800'  # \udfff\n"
    made["cells"].append(code("y = '\x00' # \ud83d"))
    made["metadata"]["\udc80"] = "\ud800"


@trick("hundred thousand cells", "empty and small cells without number, to be run one by one")
def _(made):
    made["cells"] += [code(f"x{k} = {k}", id=f"c{k}") for k in range(100_000)]


@trick("answer in pieces", "the answer's source is a list of a hundred thousand single characters", earned=4)
def _(made):
    cell(made, "ex04")["source"] = [*right(4), *" " * 100_000]
