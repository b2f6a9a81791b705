"""Where a formula leaves the right one, and with which piece: both are compared piece by piece, by value."""

from __future__ import annotations

import ast

from .argument_values import arguments, closes_early, first_of, is_method
from .leaves import unlike_leaf
from .pieces import Fault, Piece, called, factors, is_one, names, power_of, same, size, terms, unmatched
from .products import broken_power, is_divided_exponent, lacking, power_word, too_wide
from .sums import (
    all_turned,
    factor_of_a_neighbor,
    multiplied_out,
    plus_for_times,
    scope,
    sign_differs,
    sign_kind,
    turned,
)


def _wrapped(student: Piece, right: Piece) -> Fault | None:
    """The right piece with one operation too many, or all of it but one operation."""
    node = student.node
    if isinstance(node, ast.BinOp):
        kinds = EXTRA.get(type(node.op))
        sides = ((node.left, node.right), (node.right, node.left))
        for (inner, other), kind in zip(sides, kinds or (), strict=False):
            inside = student.parts(inner)
            if kind and same(inside.values, right.values) and not _is_by_chance(inside.node, right.node):
                return Fault(kind, other, (ast.unparse(other),))
    if (
        isinstance(node, ast.UnaryOp)
        and isinstance(node.op, ast.USub)
        and same(student.parts(node.operand).values, right.values)
    ):
        return Fault("sign", node.operand, (ast.unparse(node.operand),))
    if isinstance(node, ast.Call) and len(node.args) == 1 and same(student.parts(node.args[0]).values, right.values):
        root = power_of(student.parts(node.args[0]))
        if called(node) == "sqrt" and root is not None and power_word(root[1]) == "root":
            return Fault("power twice", node, (student.text, "root"))
        return Fault("extra function", node.func, (called(node),))
    right_node = right.node
    if isinstance(right_node, ast.BinOp):
        kinds = MISSING.get(type(right_node.op))
        for inner, other, kind in zip(
            (right_node.left, right_node.right), (right_node.right, right_node.left), kinds or (), strict=False
        ):
            is_short = size(node) <= size(inner) + 2 and size(other) <= SHORT  # else it has the same value by chance
            if kind and is_short and same(student.values, right.parts(inner).values):
                return Fault(kind, node, (student.text, lacking(kind, right.parts(other))))
    return None


def _is_by_chance(inner: ast.AST, right: ast.AST) -> bool:
    """Whether a piece is so much shorter than the right formula that the same value says little."""
    return size(right) > 2 * size(inner) + 4


def _operands(student: Piece, right: Piece) -> Fault | None:
    """The same operation on one right side, or another operation on two right sides."""
    student_node, right_node = student.node, right.node
    if not (isinstance(student_node, ast.BinOp) and isinstance(right_node, ast.BinOp)):
        return None
    if isinstance(student_node.op, ast.Pow) and isinstance(right_node.op, ast.Pow):
        return None
    left, right_left = student.parts(student_node.left), right.parts(right_node.left)
    other, right_other = student.parts(student_node.right), right.parts(right_node.right)
    left_is_right = same(left.values, right_left.values)
    other_is_right = same(other.values, right_other.values)
    if left_is_right and other_is_right and type(student_node.op) is not type(right_node.op):
        own = student_node.right
        if isinstance(own, ast.Name) and isinstance(right_node.right, ast.Constant):  # equal by chance
            return Fault("other value", own, (own.id,))
        return Fault("other operator", student_node, (student.text, SIGNS.get(type(student_node.op), "?")))
    if type(student_node.op) is type(right_node.op) and left_is_right != other_is_right:
        return departure(other, right_other) if left_is_right else departure(left, right_left)
    return None


SHORT = 4  # names, numbers and calls in a piece that can be forgotten as a whole

SIGNS: dict[type[ast.operator], str] = {
    ast.Add: "+", ast.Sub: "-", ast.Mult: "*", ast.Div: "/", ast.FloorDiv: "//", ast.Mod: "%", ast.Pow: "**",
    ast.BitXor: "^", ast.MatMult: "@",
}  # fmt: skip

EXTRA: dict[type[ast.operator], tuple[str, str]] = {
    ast.Add: ("extra term", "extra term"), ast.Sub: ("extra term", ""),
    ast.Mult: ("extra factor", "extra factor"), ast.Div: ("extra divisor", ""),
}  # fmt: skip

MISSING: dict[type[ast.operator], tuple[str, str]] = {
    ast.Add: ("missing term", "missing term"), ast.Sub: ("missing term", ""),
    ast.Mult: ("missing factor", "missing factor"), ast.Div: ("missing divisor", ""),
}  # fmt: skip


def departure(student: Piece, right: Piece) -> Fault | None:
    """The first and smallest fault of a formula; None where both give the same."""
    if same(student.values, right.values):
        return None
    if isinstance(student.node, ast.ListComp) and isinstance(right.node, ast.ListComp):
        inner = departure(student.parts(student.node.elt), right.parts(right.node.elt))
        return inner or Fault("piece", student.node, is_specific=False)
    if isinstance(student.node, ast.List) and isinstance(right.node, ast.List) and len(student.node.elts) == 1:
        return departure(student.parts(student.node.elts[0]), right.parts(right.node.elts[0]))
    for compare in (_wrapped, factor_of_a_neighbor, _operands, _sums, _products, _powers, _calls, unlike_leaf):
        fault = compare(student, right)
        if fault is not None:
            return fault
    fault = departure(student, right.parts(right.meaning)) if right.meaning is not None else None
    is_for_a_name = right.meaning is None and isinstance(right.node, ast.Name)
    return fault or Fault("piece", student.node, (student.text, right.text) if is_for_a_name else (), False)


def _sums(student: Piece, right: Piece) -> Fault | None:
    student_terms, right_terms = terms(student), terms(right)
    if len(student_terms) == 1 and len(right_terms) == 1:
        return None
    extra, missing = unmatched(student_terms, right_terms)
    fault = turned(student, extra, missing) or all_turned(student, right, extra) or scope(student, extra, missing)
    if fault is not None:
        return fault
    extra, missing = multiplied_out(extra, missing)
    if not extra:
        return Fault("missing term", student.node, (student.text, names(missing[0][1])))
    if not missing:
        return Fault("extra term", extra[0][1].node, (extra[0][1].text,))
    added = plus_for_times(extra, missing)
    if added is not None:
        return added
    for sign, piece in extra:
        if len(student_terms) > 1 and any(same(piece.values, part.values) and sign != other for other, part in missing):
            return Fault(sign_kind(student, piece, sign), piece.node, (piece.text,))
    if len(extra) == 1 and len(missing) == 1:
        (sign, piece), (right_sign, right_part) = extra[0], missing[0]
        if same(piece.values, right_part.values, -1.0) and sign == right_sign:
            inner = departure(piece, right_part)
            return inner if inner and inner.is_specific else Fault("sign", piece.node, (piece.text,))
        if len(student_terms) > 1 or len(right_terms) > 1:
            inner = departure(piece, right_part)
            if sign != right_sign and sign_differs(piece, right_part, inner):
                return Fault(sign_kind(student, piece, sign), piece.node, (piece.text,))
            return inner
    if len(extra) == len(missing) == 1 < len(student_terms):
        return Fault("piece", extra[0][1].node, is_specific=False)
    return None


def _products(student: Piece, right: Piece) -> Fault | None:
    student_factors, right_factors = factors(student), factors(right)
    student_factors = [term for term in student_factors if not is_one(term[1])] or student_factors
    wide = too_wide(student_factors, right) if len(student_factors) > 1 else None
    if wide is not None:
        return wide
    if len(student_factors) == 1 and len(right_factors) == 1:
        return None
    extra, missing = unmatched(student_factors, right_factors)
    none_is_right = len(extra) == len(student_factors) and len(missing) == len(right_factors)
    if none_is_right and len(extra) > 1 and len(missing) > 1:
        upside = [(-power, part) for power, part in extra]
        return None if any(unmatched(upside, missing)) else Fault("upside down", student.node, (student.text,))
    if none_is_right:
        return None
    if not extra and len(missing) >= 1 and size(student.node) > size(right.node) + SHORT:  # equal by chance
        return None
    if not extra and len(missing) >= 1:
        power, part = missing[0]
        kind = "missing factor" if power > 0 else "missing divisor"
        return Fault(kind, student.node, (student.text, names(part)))
    if not missing and len(extra) > 1:
        said = [f"the {'multiplication' if power > 0 else 'division'} by `{part.text}`" for power, part in extra]
        return Fault("extra factors", student.node, (" and ".join(said),))
    if not missing and extra:
        power, part = extra[0]
        return Fault("extra factor" if power > 0 else "extra divisor", part.node, (part.text,))
    turned = [(-power, part) for power, part in extra]
    if not any(unmatched(turned, missing)):
        if len(extra) == 1:
            kind = "divided" if extra[0][0] < 0 else "multiplied"
            return Fault(kind, extra[0][1].node, (extra[0][1].text,))
        return Fault("upside down", student.node, (" and ".join(f"`{part.text}`" for _, part in extra),))
    if len(extra) == 1 and len(missing) == 1 and extra[0][0] == missing[0][0]:
        return departure(extra[0][1], missing[0][1])
    for power, part in extra:  # of several faults, one
        if any(other == -power and same(part.values, right_part.values) for other, right_part in missing):
            return Fault("divided" if power < 0 else "multiplied", part.node, (part.text,))
    return broken_power(student, extra, missing)


def _powers(student: Piece, right: Piece) -> Fault | None:
    student_power, right_power = power_of(student), power_of(right)
    if right_power is None:
        if student_power is not None and same(student_power[0].values, right.values):
            return Fault("extra power", student.node, (student.text,))
        return None
    base, exponent = right_power
    if student_power is None:
        if student.values is not None and base.values is not None and same(abs(student.values), abs(base.values)):
            return Fault("missing power", student.node, (student.text, power_word(exponent)))
        if exponent is not None and isinstance(student.node, ast.BinOp) and isinstance(student.node.op, ast.Mult):
            left, other = student.parts(student.node.left), student.parts(student.node.right)
            if same(left.values, base.values) and same(other.values, exponent.values):
                return Fault("times for power", student.node, (student.text, other.text))
        if isinstance(student.node, ast.BinOp) and isinstance(student.node.op, ast.Div):
            inner = power_of(student.parts(student.node.left))
            if inner is not None and same(inner[0].values, base.values):
                below = student.parts(student.node.right)
                if is_divided_exponent(inner[1], below, exponent):
                    return Fault("power before division", student.node, (student.text,))
        return None
    student_base, student_exponent = student_power
    if same(student_base.values, base.values):
        at = student_exponent.node if student_exponent is not None else student.node
        return Fault("other power", at, (student.text, power_word(exponent)))
    inner = power_of(student_base)
    if inner is not None and same(inner[0].values, base.values):
        return Fault("power twice", student.node, (student.text, power_word(exponent)))
    return departure(student_base, base)


def _calls(student: Piece, right: Piece) -> Fault | None:
    student_node, right_node = student.node, right.node
    if not isinstance(right_node, ast.Call) or not right_node.args:
        return None
    argument = right.parts(right_node.args[0])
    function = called(right_node)
    first = first_of(student_node) if isinstance(student_node, ast.Call) else None
    if isinstance(student_node, ast.Call) and first is not None:
        student_argument = student.parts(first)
        is_turned = function in TURNS and not same(student.values, right.values, -1.0)
        if called(student_node) != function and (same(student_argument.values, argument.values) or is_turned):
            return Fault("other function", student_node.func, (called(student_node),))
        if called(student_node) == function and same(student_argument.values, argument.values):
            return arguments(student, right, student_node, right_node)
        if called(student_node) == function and (len(student_node.args) == 1 or is_method(student_node)):
            return departure(student_argument, argument)
        return None
    if same(student.values, argument.values):
        return Fault("missing function", student_node, (student.text, function))
    if isinstance(student_node, ast.BinOp) and isinstance(student_node.op, ast.FloorDiv):
        pairs = zip(_sides(student), _sides(argument), strict=False)
        if function == "int" and all(same(own.values, part.values) for own, part in pairs):
            return Fault("other operator", student_node, (student.text, "//"))
    if isinstance(student_node, ast.BinOp):
        calls = (node for node in ast.walk(student_node) if isinstance(node, ast.Call) and called(node) == function)
        early = next((call for call in calls if closes_early(student, call, argument)), None)
        return Fault("call closed early", early, (function,)) if early is not None else None
    return None


def _sides(piece: Piece) -> list[Piece]:
    """The two sides of an operation."""
    node = piece.node
    return [piece.parts(node.left), piece.parts(node.right)] if isinstance(node, ast.BinOp) else []


TURNS = ("sin",)  # of which a formula has one: another function in its place is wrong, whatever it is given
