"""Tricks at the seams: between one run and the next, and with what lies beside a notebook."""

from __future__ import annotations

import os
import time

from .build import notebook, put, right
from .entry import TELL, WRONG, FileTrick, entering

TRICKS: list[FileTrick] = []
trick = entering(TRICKS)
URL = "https://elsewhere.example/picture.png"
DEFINITIONS = (
    f"- [list]: {URL}\n\n![list]",
    f"1. [ordered]: {URL}\n\n![ordered]",
    f"* [starred]: {URL}\n\n![x][starred]",
    f"> - [quoted]: {URL}\n\n![quoted]",
    f"![a\\]]\n\n[a\\]]: {URL}",
    f"[two\nlines]: {URL}\n\n![two\nlines]",
    "- [script]: javascript:alert(1)\n\n[script]",
    "- [page]: data:text/html,<b>x\n\n[page]",
    "- [file]: file:///etc/passwd\n\n[file] ![file]",
)


@trick("parameters kept in /dev", "the runs of exercise 4 leave their parameters in /dev, and exercise 5 shows them")
def _(folder):
    keep = "import json\nopen('/dev/kept', 'a').write(json.dumps([dt, tau, el]))"
    put(folder, notebook(4, f"{WRONG}\n{keep}"))
    put(folder, notebook(5, f"{TELL}\ntell(open('/dev/kept').read())"), number=5)


@trick("parameters kept in the date of a device", "a device is touched at a moment that says something, and read later")
def _(folder):
    moment = time.monotonic_ns() // 1000 % 10**9  # not one that an earlier class may have left
    put(folder, notebook(4, f"import os\nos.utime('/dev/zero', ({moment}, {moment}))\n{WRONG}"))
    there = f"if os.stat('/dev/zero').st_mtime == {moment}: tell('date')"
    put(folder, notebook(5, f"{TELL}\nimport os\n{there}"), number=5)


@trick(
    "rights of /dev taken away",
    "/dev is closed for those who come later, who open /dev/null as they may",
    earned=5,
    number=5,
)
def _(folder):
    put(folder, notebook(4, f"import os\nos.chmod('/dev', 0)\nos.remove('/dev/null')\n{WRONG}"))
    put(folder, notebook(5, f"import os\nopen(os.devnull, 'w').write('x')\n{right(5)}"), number=5)


@trick("timestamp that is a pipe", "timestamp.txt is a pipe of which nobody writes the other end", earned=4)
def _(folder):
    put(folder, notebook(4, right(4)))
    os.mkfifo(folder / "timestamp.txt")


@trick("timestamp that is a device", "timestamp.txt leads to a file that never ends", earned=4)
def _(folder):
    put(folder, notebook(4, right(4)))
    (folder / "timestamp.txt").symlink_to("/dev/zero")


@trick("answer of points", "twenty thousand dots, of which a highlighter takes the square")
def _(folder):
    put(folder, notebook(4, "." * 20_000))


@trick("written answer of empty lines", "forty thousand empty lines, for patterns that try each of them", 0, 10)
def _(folder):
    put(folder, notebook(10, None, "\n" * 40_000 + "x"), number=10)


@trick("addresses defined where nobody looks", "pictures and scripts by definitions in lists and quotes", 0, 10)
def _(folder):
    put(folder, notebook(10, None, "\n\n".join(DEFINITIONS)), number=10)
