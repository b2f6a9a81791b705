"""Tricks with files and folders: names, links, pipes, sizes and rights."""

from __future__ import annotations

import json
import os
from pathlib import Path

from .build import cell, code, notebook, put, right
from .entry import FileTrick, entering

BAD = "<img src=x onerror=alert(1)>"
NAME = "04_membrane_potential.ipynb"

TRICKS: list[FileTrick] = []
trick = entering(TRICKS)


def course(folder: Path) -> Path:
    """The folder that holds ``submitted/<student>/lif_part_1``."""
    return folder.parent.parent.parent


@trick(
    "link to the gradebook", "the notebook is a symbolic link to the gradebook, other names lead to marks and secrets"
)
def _(folder):
    (folder / NAME).symlink_to(course(folder) / "gradebook.db")
    for k, name in enumerate(("grades.csv", "private.txt", "secret", ".secret", "gradebook.db")):
        (folder / f"0{k + 5}_linked.ipynb").symlink_to(course(folder) / name)


@trick("link to another student", "the notebook is a link to the work of whoever else has handed in a right one")
def _(folder):
    others = [path for path in sorted(folder.parent.parent.glob(f"*/lif_part_1/{NAME}")) if folder not in path.parents]
    (folder / NAME).symlink_to(others[0] if others else folder.parent.parent / "ada" / "lif_part_1" / NAME)


@trick("link to the solution", "the notebook is a link into the repository that the grader runs in")
def _(folder):
    (folder / NAME).symlink_to(Path(__file__).parents[2] / "solutions" / "lif_part_1" / NAME)


@trick("link to a system file", "links to /etc/passwd, to the environment and to devices that never end")
def _(folder):
    targets = ("/etc/passwd", "/proc/self/environ", "/dev/zero", "/dev/stdin", "/proc/self/fd/0", "/dev/tty")
    for k, target in enumerate(targets):
        (folder / f"0{k + 4}_linked.ipynb").symlink_to(target)


@trick("links in circles", "links to themselves, to nothing, and folders that hold themselves")
def _(folder):
    (folder / NAME).symlink_to(NAME)
    (folder / "05_plotting_current.ipynb").symlink_to("no such file")
    (folder / "again").symlink_to(".")
    (folder / "root").symlink_to("/")
    (folder / "up").symlink_to("../../..")


@trick("folder that is a link", "a folder of the submission is a link to the folder of another student")
def _(folder):
    others = [path for path in sorted(folder.parent.parent.iterdir()) if path != folder.parent]
    (folder / "lif_part_1").symlink_to(others[0] / "lif_part_1" if others else folder.parent.parent)


@trick("pipe in place of a notebook", "a FIFO under the notebook's name: whoever opens it waits for ever")
def _(folder):
    os.mkfifo(folder / NAME)
    os.mkfifo(folder / "05_plotting_current.ipynb")


@trick("folder in place of a notebook", "a folder named as the notebook, with a notebook in it")
def _(folder):
    (folder / NAME).mkdir()
    put(folder / NAME, notebook(), name=NAME)


@trick("socket in place of a notebook", "a Unix socket under the notebook's name")
def _(folder):
    import socket

    here = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    with socket.socket(socket.AF_UNIX) as made:
        made.bind(f"/proc/self/fd/{here}/{NAME}")
    os.close(here)


@trick("notebook that nobody may read", "no right to read file or folder")
def _(folder):
    put(folder, notebook()).chmod(0)
    (folder / "closed").mkdir(mode=0)


@trick("names that leave the folder", "file names with dots, separators of other systems, blanks and line ends")
def _(folder):
    for name in (
        "..\\..\\..\\gradebook.ipynb",
        "..%2f..%2fgrades.ipynb",
        "...ipynb",
        " .ipynb",
        "a\nb\r.ipynb",
        "-rf.ipynb",
    ):
        put(folder, notebook(), name=name)


@trick("names with markup", "file names that are HTML, SQL, shell, spreadsheet formulas and templates")
def _(folder):
    for name in (
        BAD,
        '"><svg onload=alert(2)>',
        "'; drop table grade; --",
        "$(touch x)`id`",
        "=cmd|' C'!A0",
        "{{7*7}}%s",
    ):
        put(folder, notebook(), name=f"04_{name}.ipynb")


@trick("names that are no text", "file names that are not UTF-8, as long as may be, hidden, and of two spellings")
def _(folder):
    for name in (
        b"04_\xff\xfe.ipynb",
        b"04_" + b"x" * 240 + b".ipynb",
        b".ipynb",
        "04_é.ipynb".encode(),
        b"04_e\xcc\x81.ipynb",
    ):
        (folder / os.fsdecode(name)).write_text(json.dumps(notebook()), encoding="utf-8")


@trick("name of another notebook", "a wrong exercise 4 under the names of all other exercises")
def _(folder):
    for number in (1, 5, 14):
        put(folder, notebook(), number=number)


@trick("fifty megabytes", "a wrong notebook of fifty megabytes, in the answer and in an output")
def _(folder):
    made = notebook()
    cell(made, "ex04")["source"] += "# " + "x" * (25 << 20)
    made["cells"].append(code("1", outputs=[{"output_type": "stream", "name": "stdout", "text": "y" * (25 << 20)}]))
    put(folder, made)


@trick("ten gigabytes of nothing", "a sparse file that takes no place on the disk and all of the memory")
def _(folder):
    put(folder, notebook())
    os.truncate(folder / NAME, 10 << 30)


@trick("thousand notebooks", "a thousand copies of one wrong notebook, in as many folders")
def _(folder):
    text = json.dumps(notebook())
    for k in range(1000):
        (folder / f"copy{k}").mkdir()
        (folder / f"copy{k}" / NAME).write_text(text, encoding="utf-8")


@trick("same exercise twice", "two right notebooks of one exercise, for its points twice", earned=4)
def _(folder):
    put(folder, notebook(4, right(4)))
    put(folder, notebook(4, right(4)), name="Copy of 04_membrane_potential.ipynb")


@trick("folders without end", "a notebook two hundred folders deep")
def _(folder):
    deep = folder
    for _ in range(200):
        deep = deep / "d"
    deep.mkdir(parents=True)
    put(deep, notebook(), name=NAME)


@trick("files of the grader", "marks, a gradebook, a configuration and Python files beside the notebook")
def _(folder):
    put(folder, notebook())
    for name in ("gradebook.db", "grades.csv", "nbgrader_config.py", "conftest.py", "sitecustomize.py", "helpers.py"):
        (folder / name).write_text("raise SystemExit(4)\nc = get_config()\n", encoding="utf-8")
    (folder / "feedback.html").write_text(f"<script>alert(1)</script>{BAD}", encoding="utf-8")
    (folder / "timestamp.txt").write_text("1970-01-01 00:00:00 UTC; drop\n" * 1000, encoding="utf-8")
    (folder / "helpers").mkdir()
    (folder / "helpers" / "__init__.py").write_text("raise SystemExit('helpers of the student')\n", encoding="utf-8")


@trick("numpy beside the notebook", "modules with the names of numpy, json and matplotlib in the submission's folder")
def _(folder):
    put(folder, notebook())
    for name in ("numpy.py", "json.py", "matplotlib.py", "IPython.py", "nbformat.py", "ast.py"):
        (folder / name).write_text("print('bre' 'ach: a module of the student was imported')\n", encoding="utf-8")


@trick("not a notebook", "empty, binary, zipped and HTML files, and JSON that is a list or a number")
def _(folder):
    content = (
        b"",
        b"\x00" * 1000,
        b"PK\x03\x04",
        b"<html><script>alert(1)</script>",
        b"[]",
        b"4",
        b"null",
        b'"x"',
        b"{}",
    )
    for k, made in enumerate(content):
        put(folder, made, number=k + 4)


@trick("two encodings", "a wrong notebook in UTF-16 and one in bytes that are no UTF-8")
def _(folder):
    put(folder, json.dumps(notebook()).encode("utf-16"))
    put(folder, json.dumps(notebook(5, None)).encode() + b"\xff\xfe\x80", number=5)


@trick("stub handed in as it is", "an untouched notebook beside a solution in a file that is no notebook")
def _(folder):
    put(folder, notebook(4, None))
    (folder / "04_membrane_potential.py").write_text(right(4), encoding="utf-8")
    (folder / "04_membrane_potential.md").write_text(json.dumps(notebook(4, right(4))), encoding="utf-8")


@trick("files that change", "rights, times and owners of the far future and past on the notebook")
def _(folder):
    path = put(folder, notebook())
    os.utime(path, (2**33, -(2**31)))
    path.chmod(0o7777)
