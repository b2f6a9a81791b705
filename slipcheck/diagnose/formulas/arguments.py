"""Arguments of calls: which of them has another value, or is missing."""

from __future__ import annotations

import ast

from .pieces import Fault, Piece, called, same

BY_PLACE = {"linspace": ("start", "stop", "num", "endpoint"), "mean": ("a", "axis"), "std": ("a", "axis")}


def is_argument(student: Piece, inside: ast.Call, argument: Piece) -> bool:
    """Whether the call has the argument that it should have."""
    return same(student.parts(inside.args[0]).values, argument.values)


def by_argument(student: Piece, right: Piece) -> Fault | None:
    """Where both call the same function, the argument in which they differ."""
    call, right_call = student.node, right.node
    if isinstance(call, ast.Call) and isinstance(right_call, ast.Call) and called(call) == called(right_call):
        if (
            call.args
            and right_call.args
            and not same(student.parts(call.args[0]).values, right.parts(right_call.args[0]).values)
        ):
            return Fault("other value", call.args[0], (student.parts(call.args[0]).text,))
        return arguments(student, right, call, right_call)
    return None


def arguments(student: Piece, right: Piece, call: ast.Call, right_call: ast.Call) -> Fault | None:
    """The argument with a name that has another value, or that is missing."""
    order = BY_PLACE.get(called(call), ())
    by_place = [ast.keyword(name, value) for name, value in zip(order, call.args, strict=False)]
    given = {keyword.arg: keyword for keyword in (*by_place, *call.keywords)}
    for keyword in right_call.keywords:
        keyword_given = given.get(keyword.arg)
        if keyword_given is None and keyword.arg is not None:
            return Fault("missing argument", call, (keyword.arg,))
        if keyword_given is not None:
            student_value, right_value = student.parts(keyword_given.value).values, right.parts(keyword.value).values
            if student_value is not None and right_value is not None and not same(student_value, right_value):
                return Fault("other argument", keyword_given.value, (ast.unparse(keyword_given),))
    return None
