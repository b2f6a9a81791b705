"""One small change of an answer."""

from __future__ import annotations

import ast
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

Put = Callable[[ast.expr], None]  # puts an expression in the place of another
Around = tuple[ast.AST, ...]  # the nodes around one, the outermost first
Change = tuple[str, ast.expr, tuple[str, ...]]  # a kind, what to put in the place, the words of its message
SIGNS: dict[type[ast.operator], str] = {
    ast.Add: "+", ast.Sub: "-", ast.Mult: "*", ast.Div: "/", ast.Pow: "**", ast.FloorDiv: "//", ast.Mod: "%",
    ast.BitXor: "^",
}  # fmt: skip


@dataclass(frozen=True)
class Edit:
    """A change of ``kind`` at a ``node`` of the answer; ``source`` is the whole cell after it.

    ``words`` are the pieces of the text that a message names, ``lines`` the numbers of the lines that change.
    """

    kind: str
    source: str
    node: ast.AST
    words: tuple[str, ...]
    lines: tuple[int, ...]


def edit(tree: ast.Module, kind: str, node: ast.AST, words: tuple[str, ...], lines: tuple[int, ...] = ()) -> Edit:
    """The edit that has been made in ``tree``, at ``node``."""
    return Edit(kind, ast.unparse(ast.fix_missing_locations(tree)), node, words, lines or lines_of(node))


def lines_of(node: ast.AST) -> tuple[int, ...]:
    """The numbers of all lines of a node."""
    first = getattr(node, "lineno", 0)
    return tuple(range(first, (getattr(node, "end_lineno", None) or first) + 1))


def text_of(node: ast.AST) -> str:
    """A node as a sentence quotes it: of a statement with a block, the line that begins it."""
    return " ".join(ast.unparse(node).splitlines()[0].split())


def sign_of(operator: ast.operator) -> str:
    """As it is typed."""
    return SIGNS.get(type(operator), "?")


def blocks(tree: ast.AST) -> Iterator[list[ast.stmt]]:
    """Each block of statements."""
    for node in list(ast.walk(tree)):
        for name in ("body", "orelse"):
            block = getattr(node, name, None)
            if isinstance(block, list) and block and isinstance(block[0], ast.stmt):
                yield block


def slots(node: ast.AST, around: Around = ()) -> Iterator[tuple[ast.expr, Put, Around]]:
    """Each expression in ``node``, what puts another in its place, and the nodes around it."""
    inside = (*around, node)
    for name, value in ast.iter_fields(node):
        if isinstance(value, list):
            for k, part in enumerate(value):
                if isinstance(part, ast.expr):
                    yield part, _into_list(value, k), inside
                if isinstance(part, ast.AST):
                    yield from slots(part, inside)
        elif isinstance(value, ast.AST):
            if isinstance(value, ast.expr):
                yield value, _into_field(node, name), inside
            yield from slots(value, inside)


def _into_list(parts: list[Any], k: int) -> Put:
    def put(new: ast.expr) -> None:
        parts[k] = new

    return put


def _into_field(node: ast.AST, name: str) -> Put:
    def put(new: ast.expr) -> None:
        setattr(node, name, new)

    return put
