"""Tricks with what is in a notebook's file: tags, metadata, ids, types, outputs and markup."""

from __future__ import annotations

import json
from pathlib import Path

from .build import cell, checks, code, notebook, prose, put, right, twin
from .entry import SAMPLE, FileTrick

BAD = "<script>alert(1)</script><img src=x onerror=alert(2)>"
MARKS = {"text/plain": ["4"], "text/html": [f"<b>4 of 4</b>{BAD}"]}
PANEL = {"output_type": "execute_result", "execution_count": 4, "metadata": {}, "data": MARKS}

ACTIVE = (
    BAD,
    "<svg/onload=alert(3)>",
    "[x](javascript:alert(4))",
    '![x](x" onerror="alert(5))',
    "<a href=' java\nscript:alert(6)'>x</a>",
    "<iframe srcdoc='<script>alert(7)</script>'></iframe>",
    "<style>@import '//192.0.2.1/x';</style>",
    "$\\href{javascript:alert(8)}{x}$",
    "<math><a xlink:href=javascript:alert(9)>x <base href=//192.0.2.1/>",
    "<meta http-equiv=refresh content='0;url=data:text/html,x'>",
    "{{ cell }} {% include '/etc/passwd' %} <form action=//192.0.2.1><input autofocus onfocus=alert(10)></form>",
    "[x]: data:text/html,x\n\n[a][x] <javascript:alert(11)> <!--",
)

TRICKS: list[FileTrick] = []


def trick(name: str, why: str, number: int = 4, earned: int = 0):
    """Enter a function that tampers with a wrong notebook, or returns what is written in its place."""

    def enter(change):
        def make(folder: Path) -> None:
            made = notebook(number) if number == 4 else notebook(number, None)
            put(folder, change(made) or made, number=number)

        TRICKS.append(FileTrick(name, number, make, earned, why))
        return change

    return enter


@trick("skipped checks", "the tag skip-execution on checks and answer, which stock nbgrader pays in full")
def _(made):
    for one in (*checks(made), cell(made, "ex04")):
        one["metadata"]["tags"] = ["skip-execution", "raises-exception", "remove-cell", "hide-input"]


@trick("points in the metadata", "points are raised to a hundred, made negative, infinite and text")
def _(made):
    for one, points in zip(checks(made), (1e400, -100), strict=False):
        one["metadata"]["nbgrader"].update(points=points, max_points=100, auto_score=100, manual_score=100, score=100)
    cell(made, "ex04")["metadata"]["nbgrader"].update(points="100", grade=True)


@trick("cells unlocked", "checks lose lock, checksum, schema and type, in the hope that they are left as they are")
def _(made):
    for one in checks(made):
        one["metadata"]["nbgrader"].update(locked=False, checksum=None, schema_version=99, solution=True, task=True)
        one["source"] = "4"


@trick("checks replaced", "the cells that give points are turned to constants, panels and silence")
def _(made):
    for one, text in zip(checks(made), ("4", "print('✓ right')\n100"), strict=False):
        one["source"], one["outputs"] = text, [PANEL]


@trick("graded cells invented", "new cells claim ids and a hundred points, locked and with a fitting checksum's length")
def _(made):
    one = checks(made)[0]
    for grade_id in ("ex04_bonus", "ex04_numbers_", "ex05_numbers", "../ex04", BAD):
        more = one["metadata"]["nbgrader"] | {"grade_id": grade_id, "points": 100.0}
        made["cells"].append(twin(one, source="100", id=f"b{len(made['cells'])}", metadata={"nbgrader": more}))


@trick("one id for many cells", "a hundred answer cells with the same grade id, each of them wrong in its own way")
def _(made):
    for k in range(100):
        made["cells"].append(twin(cell(made, "ex04"), id=f"a{k}", source=f"print({k} * el)"))


@trick("answer cell turned to a check", "the answer's grade id stands on a Markdown cell, its own on a graded check")
def _(made):
    answer = cell(made, "ex04")
    made["cells"].append(prose("4 of 4", metadata={"nbgrader": dict(answer["metadata"]["nbgrader"])}))
    answer["metadata"]["nbgrader"].update(grade_id="ex04_numbers", grade=True, points=100, locked=True)


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


@trick("another kernel", "kernelspec and language ask for bash, with a command of the student's")
def _(made):
    argv = ["bash", "-c", "touch /tmp/kernel-was-started"]
    made["metadata"] = {
        "kernelspec": {"name": "bash", "display_name": BAD, "language": "bash", "argv": argv},
        "language_info": {"name": "bash", "pygments_lexer": "os", "file_extension": "/../x", "codemirror_mode": BAD},
    }


@trick("outputs forged", "answer and checks carry the outputs of a right answer, with counts and times that fit")
def _(made):
    right_looking = {"output_type": "stream", "name": "stdout", "text": SAMPLE.splitlines(keepends=True)}
    cell(made, "ex04").update(outputs=[right_looking], execution_count=4)
    for one in checks(made):
        one.update(outputs=[PANEL], execution_count=5)


@trick("outputs with active types", "stored outputs hold script in every form that a page may show")
def _(made):
    kinds = ("text/html", "application/javascript", "image/svg+xml", "text/markdown", "text/latex", "image/png")
    for one in made["cells"]:
        if one["cell_type"] == "code":
            data = dict.fromkeys(kinds, f"<svg onload=alert(1)>{BAD}</svg>")
            one["outputs"] = [{"output_type": "display_data", "metadata": {}, "data": data}]


@trick("widget state", "a saved state of widgets closes its script element and opens another")
def _(made):
    state = {"a": {"model_name": "HTMLModel", "state": {"value": f"</script>{BAD}"}}}
    kind = "application/vnd.jupyter.widget-state+json"
    made["metadata"]["widgets"] = {kind: {"state": state, "version_major": 2, "version_minor": 0}}
    made["metadata"].update(title=BAD, authors=[{"name": BAD}], toc={"x": BAD}, **{BAD: BAD})


@trick("ids with markup", "cell ids, tags, grade ids and names of added cells close an attribute")
def _(made):
    bad = '"><script>alert(1)</script><x y="'
    made["cells"].insert(
        3, code("x = 1", id=bad, metadata={"tags": [bad], "name": bad, "slideshow": {"slide_type": bad}})
    )
    made["cells"].insert(4, code("y = 1", id="x" * 10_000))
    made["cells"].insert(5, code("z = 1", id=cell(made, "ex04_numbers").get("id")))


@trick("prose with markup", "given and added Markdown and raw cells hold scripts, frames, links and attachments")
def _(made):
    svg = "data:image/svg+xml;base64,PHN2ZyBvbmxvYWQ9ImFsZXJ0KDEpIi8+"
    picture = {"a.svg": {"image/svg+xml": "<svg onload=alert(1)></svg>"}, 'x" onerror="alert(2)': {"text/html": BAD}}
    for text in (
        BAD,
        "[x](javascript:alert(3))",
        f"<iframe src='{svg}'></iframe>",
        "<meta http-equiv=refresh content=0>",
    ):
        made["cells"].insert(2, prose(text, attachments=picture, id=f"p{len(text)}"))
    made["cells"].insert(2, prose(BAD, cell_type="raw", metadata={"format": "text/html", "raw_mimetype": "text/html"}))


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


@trick("marks from stock nbgrader's other cells", "task, description and hand-graded cells with a score of their own")
def _(made):
    for k, kind in enumerate(("task", "grade", "solution")):
        more = {
            "grade_id": f"ex04_{kind}",
            "points": 100.0,
            "schema_version": 3,
            "cell_type": "markdown",
            "locked": False,
        }
        more |= {"task": False, "grade": True, "solution": True, "comment": BAD, "score": 100, "extra_credit": 100}
        made["cells"].append(
            prose("=== BEGIN MARK SCHEME ===\n100\n=== END MARK SCHEME ===", id=f"t{k}", metadata={"nbgrader": more})
        )


@trick("one notebook for all exercises", "the grade ids of all fourteen answers and checks stand in one notebook")
def _(made):
    for number in range(1, 15):
        other = notebook(number, None)
        made["cells"] += [one for one in other["cells"] if "nbgrader" in one["metadata"]]
    for one in checks(made):
        one["source"] = "100"


@trick("written answer with markup", "the answer graded by hand holds scripts, handlers, frames, styles and links", 10)
def _(made):
    cell(made, "ex10_written")["source"] = "\n\n".join(ACTIVE)


@trick(
    "written answer that moves", "the hand-graded cell has a million characters, claims points and is no Markdown", 10
)
def _(made):
    written = cell(made, "ex10_written")
    written.update(cell_type="code", source="2 " * 500_000, outputs=[PANEL], execution_count=1)
    written["metadata"]["nbgrader"].update(points=100, manual_score=2, needs_manual_grade=False, cell_type="code")
