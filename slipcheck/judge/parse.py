"""The syntax tree of an answer: whether the answer is untouched, and where blanks were left."""

from __future__ import annotations

import ast
import re
import warnings

from slipcheck.exercise import Exercise
from slipcheck.observe.ipython_syntax import without_magics

UNREADABLE = (SyntaxError, ValueError, RecursionError, MemoryError)
LONGEST = 200_000  # characters of an answer
MOST_PIECES = 30_000  # of an answer: more than a thousand lines have; the tree takes up to two kilobytes for each
PIECE = re.compile(r"\w+|[^\w\s]")


def parsed(source: str) -> ast.Module | None:
    """The tree of a cell's text without IPython's own lines; None where Python cannot read it, or it is too long.

    >>> parsed("%matplotlib inline\\nv = 1").body[1].targets[0].id, parsed("v = (")
    ('v', None)
    """
    if is_too_long(source):
        return None
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # of odd escapes, say, which newer Pythons give here
        try:
            return ast.parse(without_magics(source))
        except UNREADABLE:
            return None


def is_too_long(source: str) -> bool:
    """Whether a text has more characters, or more names, numbers and signs, than any answer.

    >>> is_too_long("v = 1\\n" * 4_000), is_too_long("v\\n" * 40_000)
    (False, True)
    """
    if len(source) <= MOST_PIECES:
        return False
    return len(source) > LONGEST or sum(1 for _ in PIECE.finditer(source)) > MOST_PIECES


def is_untouched(exercise: Exercise, source: str) -> bool:
    """Whether the answer is still the stub: no statement at all, or every ``...`` still there."""
    tree = parsed(source)
    if tree is None:
        return False
    if exercise.placeholders == 1 and line_for_the_blank(source) is not None:
        return False
    return not tree.body or (exercise.placeholders > 0 and len(ellipses(tree)) >= exercise.placeholders)


def line_for_the_blank(source: str) -> int | None:
    """Another line of the same block that gives the name of the blank a value; a start before a loop is none."""
    tree = parsed(source) or ast.Module([], [])
    bodies = [body for node in ast.walk(tree) if isinstance(body := getattr(node, "body", None), list)]
    own = next((body for body in bodies if any(_is_blank(statement) for statement in body)), [])
    statements = [node for node in own if isinstance(node, (ast.Assign, ast.AugAssign))]
    blank = next(filter(_is_blank, statements), None)
    others = [node for node in statements if node is not blank and blank is not None]
    return next((node.lineno for node in others if blank is not None and _target(node) == _target(blank)), None)


def _target(statement: ast.Assign | ast.AugAssign) -> str:
    return ast.unparse(statement.targets[0] if isinstance(statement, ast.Assign) else statement.target)


def _is_blank(statement: ast.stmt) -> bool:
    value = statement.value if isinstance(statement, ast.Assign) else None
    return isinstance(value, ast.Constant) and value.value is ...


def ellipses(tree: ast.AST) -> list[ast.Constant]:
    """The ``...`` that stand for a blank (in an index it is numpy's own)."""
    indices = {id(part) for node in ast.walk(tree) if isinstance(node, ast.Subscript) for part in ast.walk(node.slice)}
    return [
        node
        for node in ast.walk(tree)
        if isinstance(node, ast.Constant) and node.value is ... and id(node) not in indices
    ]


def blank_places(source: str) -> list[tuple[int, int]]:
    """Line and column of each blank that was left in a cell."""
    tree = parsed(source)
    return [] if tree is None else sorted({(node.lineno, node.col_offset) for node in ellipses(tree)})
