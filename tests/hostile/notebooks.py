"""Tricks with what is graded in a notebook's file: grade ids, points, checks, stored outputs."""

from __future__ import annotations

from .build import BAD, cell, checks, notebook, prose, tampering, twin
from .entry import SAMPLE, FileTrick

MARKS = {"text/plain": ["4"], "text/html": [f"<b>4 of 4</b>{BAD}"]}
PANEL = {"output_type": "execute_result", "execution_count": 4, "metadata": {}, "data": MARKS}

TRICKS: list[FileTrick] = []
trick = tampering(TRICKS)


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


@trick(
    "written answer that moves", "the hand-graded cell has a million characters, claims points and is no Markdown", 10
)
def _(made):
    written = cell(made, "ex10_written")
    written.update(cell_type="code", source="2 " * 500_000, outputs=[PANEL], execution_count=1)
    written["metadata"]["nbgrader"].update(points=100, manual_score=2, needs_manual_grade=False, cell_type="code")
