"""The site's start page: what the course is, its notebooks, how to hand in, and where work is kept."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

import nbformat

from grading.current_course import COURSE
from grading.paths import ASSIGNMENT, NOTEBOOKS, page_of
from grading.templating import render

SYMBOLS = {r"\pi": "π", "-": "−"}  # in formulas of the goals


@dataclass(frozen=True)
class Lesson:
    """A notebook in the index: its title, what it teaches, and its address in the site."""

    title: str
    goals: str
    link: str


def start_page() -> str:
    """The page, as HTML."""
    return render(
        "start.html",
        title=COURSE.title,
        lessons=[lesson(NOTEBOOKS / f"{stem}.ipynb") for stem in COURSE.stems],
        zip_name=f"{ASSIGNMENT}.zip",
        package=COURSE.package,
        last=f"{COURSE.numbers[-1]:02d}",
    )


def lesson(path: Path) -> Lesson:
    """What a notebook says of itself in its first cell: the heading, and the list of its goals."""
    text = nbformat.read(path, as_version=4).cells[0].source
    title = re.search(r"^# (.+)$", text, re.MULTILINE)
    goals = re.findall(r"^- (.+?)[,.]?$", text, re.MULTILINE)
    name = title[1] if title else path.stem
    return Lesson(name, "; ".join(map(plain_line, goals)), page_of(path.stem))


def plain_line(text: str) -> str:
    """A line of Markdown without its signs.

    >>> plain_line("use $\\\\pi$ and *one* `for` loop")
    'use π and one `for` loop'
    """
    return re.sub(r"\$(.+?)\$", lambda formula: _formula(formula[1]), text).replace("*", "")


def _formula(text: str) -> str:
    for written, readable in SYMBOLS.items():
        text = text.replace(written, readable)
    return text
