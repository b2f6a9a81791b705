"""Honest files that look odd: saved elsewhere, renamed, reordered, with other things beside them. All points each."""

from __future__ import annotations

import json
import os
from pathlib import Path

from helpers.course import COURSE

from .build import cell, checks, code, notebook, prose, put, right, stem, twin
from .entry import FileTrick

ODD_FILES: list[FileTrick] = []


def odd(name: str, why: str, number: int = 4):
    """Enter a function that gets a right notebook and the folder, and may return another name for the file."""

    def enter(change):
        def make(folder: Path) -> None:
            made = notebook(number, right(number))
            found = change(made, folder)
            if found is not None:
                put(folder, *(found if isinstance(found, tuple) else (made, found)))
            else:
                put(folder, made, number=number)

        ODD_FILES.append(FileTrick(name, number, make, sum(part.points for part in COURSE.exercise(number).parts), why))
        return change

    return enter


@odd("saved by Colab", "Colab's metadata, ids of its own, no cell ids, format 4.0", 6)
def _(made, folder):
    for k, one in enumerate(made["cells"]):
        one.pop("id", None)
        one["metadata"] |= {"id": f"Xy_{k}z", "colab": {"base_uri": "https://localhost:8080/"}, "outputId": "0a-1b"}
    made["metadata"] |= {"colab": {"provenance": [], "toc_visible": True}, "accelerator": "GPU"}
    made["nbformat_minor"] = 0


@odd("no cell ids", "an older Jupyter dropped the ids of all cells", 7)
def _(made, folder):
    for one in made["cells"]:
        one.pop("id", None)
    made["nbformat_minor"] = 2


@odd("format of version 3", "worksheets, input in place of source, heading cells, prompt numbers", 5)
def _(made, folder):
    cells = []
    for one in made["cells"]:
        one.pop("id", None)
        if one["cell_type"] == "code":
            source, count = one.pop("source"), one.pop("execution_count", None)
            one |= {"input": source, "language": "python", "collapsed": False, "prompt_number": count, "outputs": []}
        cells.append(one)
    cells.insert(0, {"cell_type": "heading", "level": 1, "metadata": {}, "source": "My notebook"})
    sheets = [{"cells": cells, "metadata": {}}]
    old = {"metadata": {"name": ""}, "nbformat": 3, "nbformat_minor": 0, "worksheets": sheets}
    return old, f"{stem(5)}.ipynb"


@odd("copy made by Drive", "the file is called Copy of 04_....ipynb")
def _(made, folder):
    return "Copy of 04_membrane_potential.ipynb"


@odd("downloaded twice", "the browser added (1) to the name")
def _(made, folder):
    return "04_membrane_potential (1).ipynb"


@odd("named by the student", "a name of the student's own, with blanks, accents and capitals")
def _(made, folder):
    return "Übung Nr. 4 – fertig! FINAL v2.ipynb"


@odd("checks deleted", "the cells that give points are gone, and all prose too", 9)
def _(made, folder):
    graded = checks(made)
    made["cells"] = [one for one in made["cells"] if one not in graded and one["cell_type"] == "code"]


@odd("checks twice", "the cells that give points were copied along with their metadata, and edited", 10)
def _(made, folder):
    for one in checks(made):
        made["cells"].append(twin(one, id=f"again-{one['id']}"))
        one["source"] += "\ncheck(10)  # again"


@odd("cells in another order", "all cells stand upside down", 8)
def _(made, folder):
    made["cells"].reverse()


@odd("answer only", "nothing is left but the answer cell", 2)
def _(made, folder):
    made["cells"] = [cell(made, "ex02")]


@odd("other files beside it", "folders and files that systems, editors and archives leave", 3)
def _(made, folder):
    text = json.dumps(notebook(3, None))
    for place in ("__MACOSX", ".ipynb_checkpoints", "__pycache__"):
        (folder / place).mkdir()
    (folder / ".ipynb_checkpoints" / f"{stem(3)}-checkpoint.ipynb").write_text(text, encoding="utf-8")
    (folder / "__MACOSX" / f"._{stem(3)}.ipynb").write_bytes(b"\x00\x05\x16\x07\x00\x02\x00\x00Mac OS X")
    (folder / f"._{stem(3)}.ipynb").write_bytes(b"\x00\x05\x16\x07\x00\x02\x00\x00Mac OS X")
    for name in (
        ".DS_Store",
        "Thumbs.db",
        "desktop.ini",
        "notes.docx",
        "lif.zip",
        f"{stem(3)}.ipynb~",
        "timestamp.txt",
    ):
        (folder / name).write_bytes(b"\x00\x01")


@odd("byte order mark", "the file begins with the three bytes that some editors write")
def _(made, folder):
    return b"\xef\xbb\xbf" + json.dumps(made).encode(), f"{stem(4)}.ipynb"


@odd("Windows line ends", "line ends of Windows in all sources and in the file", 12)
def _(made, folder):
    for one in made["cells"]:
        one["source"] = "".join(one["source"]).replace("\n", "\r\n")
    return json.dumps(made, indent=1).replace("\n", "\r\n").encode(), f"{stem(12)}.ipynb"


@odd("answer as a list of lines", "sources are lists of lines, the last with its end, some of them empty", 11)
def _(made, folder):
    for one in made["cells"]:
        one["source"] = ["", *"".join(one["source"]).splitlines(keepends=True), "\n"]


@odd("executed and full of outputs", "counts, pictures, errors, timings and trusted marks of an honest session", 14)
def _(made, folder):
    error = {"output_type": "error", "ename": "NotYet", "evalue": "1 of 3", "traceback": ["\x1b[31mNotYet\x1b[0m"]}
    picture = {
        "output_type": "display_data",
        "metadata": {},
        "data": {"image/png": "iVBORw0KGgo=", "text/plain": "Figure"},
    }
    for k, one in enumerate(made["cells"]):
        if one["cell_type"] == "code":
            one |= {"execution_count": k + 7, "outputs": [error, picture]}
        one["metadata"] |= {"collapsed": True, "scrolled": "auto", "ExecuteTime": {"end_time": "x"}, "trusted": True}


@odd("kernel of another name", "the kernel is called conda-env-py, in another version of Python", 13)
def _(made, folder):
    made["metadata"] = {
        "kernelspec": {"name": "conda-env-py38-py", "display_name": "Python [conda env:py38]", "language": "python"},
        "language_info": {"name": "python", "version": "3.8.1", "pygments_lexer": "ipython3"},
    }


@odd("written answer in two cells", "the student answered in the given cell, and went on in a new one below", 10)
def _(made, folder):
    at = next(k for k, one in enumerate(made["cells"]) if one["metadata"].get("nbgrader", {}).get("task") is False)
    made["cells"].insert(at + 1, prose("The variance is in V², < & > so I take σ. *Sorry, I added a cell.*"))
    made["cells"].insert(
        at + 2,
        code("# nothing here", id="empty"),
    )


@odd("answer below the stub", "the given cell was left as it was, and the answer written into a new one below it", 7)
def _(made, folder):
    at = next(k for k, one in enumerate(made["cells"]) if one["id"] == "ex07")
    text = "".join(made["cells"][at]["source"])
    made["cells"][at]["source"] = cell(notebook(7, None), "ex07")["source"]
    made["cells"].insert(at + 1, code(text.split("\n", 1)[1], id="below"))


@odd("answer cell split", "JupyterLab split the answer cell in two, and gave both the metadata", 11)
def _(made, folder):
    at = next(k for k, one in enumerate(made["cells"]) if one["id"] == "ex11")
    before, after = "".join(made["cells"][at]["source"]).split("\nplt.figure()")
    made["cells"].insert(at + 1, twin(made["cells"][at], id="second", source=f"plt.figure(){after}"))
    made["cells"][at]["source"] = before


@odd("copy beside the original", "the answer is in a copy, and the untouched original was saved last")
def _(made, folder):
    put(folder, made, name=f"{stem(4)}-Copy1.ipynb")
    os.utime(folder / f"{stem(4)}-Copy1.ipynb", (1.7e9, 1.7e9))
    return notebook(4, None), f"{stem(4)}.ipynb"
