"""Arguments of calls: which of them has another value, or is missing."""

from __future__ import annotations

import ast

import numpy as np

from .pieces import OPERATIONS, Fault, Piece, Values, called, same

MODULES = ("np", "numpy", "plt", "random", "math")
BY_PLACE = {"linspace": ("start", "stop", "num", "endpoint"), "mean": ("a", "axis"), "std": ("a", "axis")}


def closes_early(student: Piece, call: ast.Call, argument: Piece) -> bool:
    """Whether the call would have the argument that it should have if its bracket closed later."""
    if len(call.args) != 1:
        return False
    around = [node for node in ast.walk(student.node) if isinstance(node, ast.BinOp) and _begins_with(node, call)]
    return any(same(_with_its_argument(student, node, call), argument.values) for node in around)


def _begins_with(node: ast.expr, call: ast.Call) -> bool:
    while isinstance(node, ast.BinOp):
        node = node.left
    return node is call


def _with_its_argument(student: Piece, node: ast.expr, call: ast.Call) -> Values:
    """What an operation would give with the argument of the call in the place of the call."""
    if node is call:
        return student.parts(call.args[0]).values
    if not isinstance(node, ast.BinOp) or type(node.op) not in OPERATIONS:
        return None
    left, right = _with_its_argument(student, node.left, call), student.parts(node.right).values
    if left is None or right is None or (left.size != right.size and 1 not in (left.size, right.size)):
        return None
    with np.errstate(all="ignore"):
        return np.asarray(OPERATIONS[type(node.op)](left, right))


def by_argument(student: Piece, right: Piece) -> Fault | None:
    """Where both call the same function, the argument in which they differ."""
    call, right_call = student.node, right.node
    if isinstance(call, ast.Call) and isinstance(right_call, ast.Call) and called(call) == called(right_call):
        first = first_of(call)
        if first is not None and right_call.args:
            other = _other_first(student.parts(first), right.parts(right_call.args[0]))
            if other is not None:
                return other
        return arguments(student, right, call, right_call)
    return None


def first_of(call: ast.Call) -> ast.expr | None:
    """The first value of a call: of a method, its array."""
    if is_method(call):
        return call.func.value  # type: ignore[attr-defined, no-any-return]
    return call.args[0] if call.args else None


def is_method(call: ast.Call) -> bool:
    """Whether the function is one of a value, not of a module."""
    base = call.func.value if isinstance(call.func, ast.Attribute) else None
    return base is not None and not isinstance(base, ast.Attribute) and getattr(base, "id", "") not in MODULES


def _other_first(student: Piece, right: Piece) -> Fault | None:
    """The fault of a first value that is not the right one."""
    if same(student.values, right.values):
        return None
    if isinstance(student.node, ast.Subscript):
        whole = student.parts(student.node.value)
        if same(whole.values, right.values):
            return Fault("part of it", student.node, (student.text, whole.text))
    if student.values is not None and student.is_name and isinstance(right.node, ast.Name):
        return Fault("other name", student.node, (student.text,))
    return Fault("other value", student.node, (student.text,))


def arguments(student: Piece, right: Piece, call: ast.Call, right_call: ast.Call) -> Fault | None:
    """The argument with a name that has another value, or that is missing."""
    order = BY_PLACE.get(called(call), ())[int(is_method(call)) :]
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
