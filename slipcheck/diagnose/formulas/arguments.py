"""Arguments of calls: which of them has another value, or is missing."""

from __future__ import annotations

import ast

from .pieces import Fault, Piece, called, same


def is_argument(student: Piece, inside: ast.Call, argument: Piece) -> bool:
    """Whether the call has the argument that it should have."""
    return same(student.parts(inside.args[0]).values, argument.values)


def by_argument(student: Piece, right: Piece) -> Fault | None:
    """Where both call the same function, the argument in which they differ."""
    ours, theirs = student.node, right.node
    if isinstance(ours, ast.Call) and isinstance(theirs, ast.Call) and called(ours) == called(theirs):
        if (
            ours.args
            and theirs.args
            and not same(student.parts(ours.args[0]).values, right.parts(theirs.args[0]).values)
        ):
            return Fault("other value", ours.args[0], (student.parts(ours.args[0]).text,))
        return arguments(student, right, ours, theirs)
    return None


def arguments(student: Piece, right: Piece, ours: ast.Call, theirs: ast.Call) -> Fault | None:
    """The argument with a name that has another value, or that is missing."""
    given = {keyword.arg: keyword for keyword in ours.keywords}
    for keyword in theirs.keywords:
        own = given.get(keyword.arg)
        if own is None and keyword.arg is not None:
            return Fault("missing argument", ours, (keyword.arg,))
        if own is not None:
            mine, other = student.parts(own.value).values, right.parts(keyword.value).values
            if mine is not None and other is not None and not same(mine, other):
                return Fault("other argument", own.value, (ast.unparse(own),))
    return None
