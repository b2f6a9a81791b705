"""The rows of the tables of slips: a variant of the reference, a wrong formula, or a pattern observed."""

from __future__ import annotations

import ast
import re
from collections.abc import Callable
from typing import Any

from slipcheck.diagnose.formulas.pieces import called
from slipcheck.diagnose.known_slips import Formula
from slipcheck.exercise import Message, Slip
from slipcheck.judge.parse import parsed
from slipcheck.observe import Observation


def slip(
    name: str,
    observed: str,
    means: str,
    try_next: str,
    source: str | Callable[[str], bool] | None = None,
    formula: str = "",
    line: str = "",
    factor: float = 1.0,
    **change: object,
) -> Slip:
    """A slip that is a variant of the reference; ``source``, a pattern or a predicate, tells it from its like."""
    message = Message(observed, means, try_next)
    return Slip(name, message, change=change, source=pattern_of(source), formula=formula, factor=factor, line=line)


def pattern_of(source: str | Callable[[str], bool] | None) -> Callable[[str], bool] | None:
    """A pattern as a predicate on the answer's text."""
    return source if source is None or callable(source) else lambda text: re.search(source, text) is not None


def formula_rows(keyword: str, formula: Formula) -> Callable[..., Slip]:
    """What makes the slips of one formula, each from the line that a student would type in its place."""

    def row(name: str, observed: str, means: str, try_next: str, text: str, source=None) -> Slip:
        change: dict[str, object] = {keyword: formula.variant(text)}
        return Slip(name, Message(observed, means, try_next), change=change, source=pattern_of(source), formula=text)

    return row


def written(name: str, line: str, means: str, try_next: str, text: str) -> Slip:
    """A slip that is known by the formula of its line alone; ``line`` says what this line is."""
    return Slip(name, Message(f"{line[:1].upper()}{line[1:]}", means, try_next), formula=text, line=line)


def in_loop(observation: Observation, function: str) -> bool:
    """Whether the answer calls the function in a loop."""
    tree = parsed(observation.source) or ast.Module([], [])
    loops = [node for node in ast.walk(tree) if isinstance(node, (ast.For, ast.While))]
    return any(called(part) == function for loop in loops for part in ast.walk(loop) if isinstance(part, ast.Call))


def collects_text(observation: Observation) -> bool:
    """Whether the answer begins a text as an empty one, to print it in the end."""
    return re.search(r"(?m)^\w+ *= *([\"'])\1", observation.source) is not None


def shape(
    name: str,
    observed: str,
    means: str,
    try_next: str,
    pattern: Callable[[Observation, Any], bool],
    parts: tuple[str, ...] = (),
    about: str = "",
) -> Slip:
    """A slip that shows in the observation: ``pattern`` is a function of it and the parameters."""
    return Slip(name, Message(observed, means, try_next), pattern=pattern, parts=parts, about=about)
