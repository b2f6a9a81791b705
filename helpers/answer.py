"""Find the answer cell that the student ran, and what other cells offer to it."""

from __future__ import annotations

import ast
import hashlib
import json
import re
import sys
from difflib import SequenceMatcher
from functools import cache
from pathlib import Path

from .exercises import exercise
from .judge import is_untouched
from .observe.rewrite import without_magics
from .observe.surroundings import OURS, offered

RAN: list[tuple[str | None, str]] = []  # (cell id, source) of the cells run since the helpers were imported


def watch() -> None:
    """From now on, keep the source and the id of each cell that is run."""
    shell = _shell()
    if shell is not None and not getattr(shell, "_lif_watched", False):
        shell._lif_watched = True
        shell.events.register("pre_run_cell", _remember)


def _shell():
    ipython = sys.modules.get("IPython")
    return ipython.get_ipython() if ipython else None


def _remember(info) -> None:
    RAN.append((getattr(info, "cell_id", None), info.raw_cell))


def cells() -> list[tuple[str | None, str]]:
    """(id, source) of all cells run in this kernel, oldest first; those before the import without an id."""
    shell = _shell()
    history = list(shell.history_manager.input_hist_raw)[1:] if shell else []
    before = len(history) - len(RAN)
    return [(None, source) for source in history[: max(before, 0)] if isinstance(source, str)] + RAN


def find(number: int, ran: list[tuple[str | None, str]] | None = None) -> str | None:
    """The source of the answer to an exercise: the latest cell run with its marker comment or its cell id.

    Where there is none, or where it was run again or written below the stub without them, the latest cell that the
    notebook did not give. None before any was run.

    >>> find(4, [(None, "# Exercise 4\\nv = 1"), (None, "w = 2")])
    '# Exercise 4\\nv = 1'
    >>> find(4, [(None, "w = 2"), (None, "check(4)")])
    'w = 2'
    """
    ran = cells() if ran is None else ran
    marker = re.compile(rf"\s*#+\s*exercise\s*0*{number}\b", re.IGNORECASE)
    marked = [
        k
        for k, (cell, source) in enumerate(ran)
        if cell == f"ex{number:02d}" or any(map(marker.match, source.splitlines()[:5]))
    ]
    loose = [k for k, (_, source) in enumerate(ran) if not is_given(source) and not _belongs_elsewhere(source, number)]
    if not marked:
        return ran[loose[-1]][1] if loose else None
    latest = marked[-1]
    alike = 0.4 if is_untouched(exercise(number), ran[latest][1]) else 0.75  # written below the stub, or run again
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
def _manifest() -> frozenset[str]:
    return frozenset(json.loads((Path(__file__).parent / "given.json").read_text(encoding="utf-8")))


def is_given(source: str) -> bool:
    """Whether the notebook gave this cell, or it only calls the helpers."""
    try:
        body = ast.parse(without_magics(source)).body
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        return False
    calls = [node.value.func for node in body if isinstance(node, ast.Expr) and isinstance(node.value, ast.Call)]
    ours = len(calls) == len(body) and all(getattr(call, "id", None) in OURS for call in calls)
    return ours or fingerprint(source) in _manifest()


def surroundings(answer: str) -> dict[str, object]:
    """Functions and classes that the student defined in other cells, and what was imported there."""
    shell = _shell()
    if shell is None:
        return {}
    return offered(shell.user_ns, [source for _, source in cells() if source != answer])
