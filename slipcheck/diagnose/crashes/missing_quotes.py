"""Labels, titles and formats without quotes, which Python reads as names."""

from __future__ import annotations

import ast
from collections.abc import Iterator

from ..formulas.pieces import called
from ..same_fault import same_in
from .crash import Crash, Explained
from .foreign_names import OF_PYPLOT

KINDS = ("label", "marker", "color", "linestyle")  # arguments of plot commands that are texts


def without_quotes(crash: Crash, name: str, line: str) -> Explained:
    """A name without a value where a text belongs."""
    calls = list(crash.within(ast.Call))
    place = next((text for call in calls for text in _texts_of(call) if name in _names_in(text)), None)
    if place is None:
        return None
    means = f"Python reads `{name}` as a name, because it has no quotes. {same_in(_others(crash))}".strip()
    alone = f"If `{name}` is meant as a text, put it in quotes."
    advice = alone if isinstance(place, ast.Name) else "A text needs quotes around all of it."
    return "quotes missing", f"`{name}` has no value.", means, advice


def _texts_of(call: ast.Call) -> Iterator[ast.expr]:
    """What stands where a text belongs: a label, a title, or the format string of a plot command."""
    if called(call) in OF_PYPLOT:
        yield from (keyword.value for keyword in call.keywords if keyword.arg in KINDS)
        yield from call.args if called(call) in ("xlabel", "ylabel", "title", "legend") else call.args[2:]


def _names_in(text: ast.expr) -> list[str]:
    return [node.id for node in ast.walk(text) if isinstance(node, ast.Name)]


def _others(crash: Crash) -> list[int]:
    """The lines below with such a text of which no name has a value."""
    here = crash.failure.get("line") or 0
    calls = [node for node in ast.walk(crash.tree) if isinstance(node, ast.Call) and node.lineno > here]
    texts = [text for call in calls for text in _texts_of(call) if _names_in(text)]
    stored = {n.id for n in ast.walk(crash.tree) if isinstance(n, ast.Name) and isinstance(n.ctx, ast.Store)}
    known = {*crash.values.names, *stored, "np", "plt"}
    return sorted({text.lineno for text in texts if not known & set(_names_in(text))})
