"""An answer that stopped with an error: the piece that failed, and what is known of it."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import numpy as np

from slipcheck.diagnosis import Spot, spot_at, spot_of
from slipcheck.exercise import Exercise

from ..values import KnownValues, kind_of

Explained = tuple[str, str, str, str] | tuple[str, str, str, str, ast.AST] | None  # slip, three sentences, a piece


LONGEST = 60  # characters of a piece that a message quotes


@dataclass(frozen=True)
class Crash:
    """An answer that stopped with an error."""

    exercise: Exercise
    source: str
    failure: dict[str, Any]
    tree: ast.Module
    values: KnownValues

    @property
    def kind(self) -> str:
        return str(self.failure["type"])

    @property
    def text(self) -> str:
        """Python's own words."""
        return str(self.failure["message"])

    @property
    def node(self) -> ast.AST | None:
        """The piece that failed: the smallest that stands at this very place."""
        place = self.failure.get("place")
        nodes = [n for n in ast.walk(self.tree) if isinstance(n, (ast.expr, ast.stmt))]
        at = [n for n in nodes if place and [n.lineno, n.col_offset, n.end_lineno, n.end_col_offset] == list(place)]
        return at[-1] if at else None

    @property
    def statement(self) -> ast.stmt | None:
        """The statement that failed, without the block that it may begin."""
        line = self.failure.get("line")
        statements = [n for n in ast.walk(self.tree) if isinstance(n, ast.stmt) and line]
        around = [n for n in statements if n.lineno <= (line or 0) <= (n.end_lineno or n.lineno)]
        return max(around, key=lambda n: n.lineno) if around else None

    @property
    def spot(self) -> Spot | None:
        place = self.failure.get("place")
        if place:
            return spot_at(self.source, place[0], place[1], place[2], place[3])
        return spot_of(self.source, self.statement) if self.statement else None

    def code(self, node: ast.AST | None) -> str:
        """A piece as the student typed it, for a message."""
        text = (ast.get_source_segment(self.source, node) if node is not None else "") or ""
        text = re.sub(r"\s+", " ", text.replace("`", "'"))
        return text if len(text) <= LONGEST else f"{text[:LONGEST].rsplit(' ', 1)[0]} …"

    def described(self, name: str, value: Any) -> str:
        """What a value is, a number with the unit that its name has."""
        unit = self.exercise.units.get(name, "") if isinstance(value, (int, float, np.number)) else ""
        return f"{kind_of(value)} {unit}".rstrip()

    def within(self, *kinds: type) -> Iterator[Any]:
        """The pieces of such a kind in what failed, the innermost last; else in its statement."""
        for root in (self.node, self.statement):
            if root is not None:
                head = root.iter if isinstance(root, ast.For) else root
                yield from (node for node in ast.walk(head) if isinstance(node, kinds))

    def is_row(self, node: ast.Subscript) -> bool:
        """Whether it has an index of one number into an array of rows and columns."""
        value = self.values.of(node.value)
        is_plain = not isinstance(node.slice, (ast.Tuple, ast.Slice))
        return is_plain and isinstance(value, np.ndarray) and value.ndim == 2


def in_several_places(pieces: list[ast.Subscript]) -> str:
    """A sentence, with a space before it, where a line has more than one of them."""
    return " The line needs this in several places." if len(pieces) > 1 else ""


def contains(root: ast.AST, node: ast.AST) -> bool:
    return any(part is node for part in ast.walk(root))


def round_brackets(crash: Crash, node: ast.Subscript) -> str:
    """What to do with the square brackets behind a function: a slice in them needs square brackets of its own."""
    if not isinstance(node.slice, ast.Slice) or not isinstance(node.slice.lower, ast.Name):
        return "Use round brackets."
    name = node.slice.lower.id
    piece = crash.code(node.slice).removeprefix(name).strip()
    return f"Use round brackets. Inside them, `{piece}` needs square brackets after `{name}`."
