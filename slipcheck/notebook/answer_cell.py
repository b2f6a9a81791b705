"""Find the answer cell that the student ran, and what other cells offer to it."""

from __future__ import annotations

import ast
import hashlib
import json
import re
from difflib import SequenceMatcher
from functools import cache
from pathlib import Path

from slipcheck.course import Course
from slipcheck.judge.parse import is_untouched, parsed
from slipcheck.observe.other_cells import OURS, offered

from .run_cells import cells, shell


def find(course: Course, number: int, ran: list[tuple[str | None, str]] | None = None) -> str | None:
    """The source of the answer to an exercise: the latest cell run with its marker comment or its cell id.

    Where there is none, or where it was run again or written below the stub without them, the latest cell that the
    notebook did not give. None before any was run.
    """
    ran = cells() if ran is None else ran
    marker = re.compile(rf"\s*#+\s*exercise\s*0*{number}\b", re.IGNORECASE)
    marked = [
        k
        for k, (cell, source) in enumerate(ran)
        if cell == f"ex{number:02d}" or any(map(marker.match, source.splitlines()[:5]))
    ]
    loose = [
        k
        for k, (_, source) in enumerate(ran)
        if not is_given(course, source) and not _belongs_elsewhere(source, number)
    ]
    if not marked:
        return ran[loose[-1]][1] if loose else None
    latest = marked[-1]
    alike = (
        0.4 if is_untouched(course.exercise(number), ran[latest][1]) else 0.75
    )  # written below the stub, or run again
    for k in reversed(loose):
        if k > latest and SequenceMatcher(None, ran[k][1], ran[latest][1]).ratio() > alike:
            return ran[k][1]
    return ran[latest][1]


def _belongs_elsewhere(source: str, number: int) -> bool:
    other = re.match(r"\s*#+\s*exercise\s*0*(\d+)\b", source, re.IGNORECASE)
    return other is not None and int(other[1]) != number


def fingerprint(source: str) -> str:
    """Of a cell's text, blind to white space and to the address of the course."""
    text = re.sub(r"git\+https?://\S+|\{\{\w+\}\}", "", source)
    return hashlib.sha256(re.sub(r"\s+", "", text).encode()).hexdigest()[:16]


@cache
def _fingerprints(given_cells: Path) -> frozenset[str]:
    return frozenset(json.loads(given_cells.read_text(encoding="utf-8")))


def is_given(course: Course, source: str) -> bool:
    """Whether the notebook gave this cell, or it only calls the course's functions."""
    tree = parsed(source)
    if tree is None:
        return False
    body = tree.body
    calls = [node.value.func for node in body if isinstance(node, ast.Expr) and isinstance(node.value, ast.Call)]
    ours = len(calls) == len(body) and all(getattr(call, "id", None) in OURS for call in calls)
    return ours or fingerprint(source) in _fingerprints(course.given_cells)


def surroundings(answer: str) -> dict[str, object]:
    """Functions and classes that the student defined in other cells, and what was imported there."""
    ipython = shell()
    if ipython is None:
        return {}
    return offered(ipython.user_ns, [source for _, source in cells() if source != answer])
