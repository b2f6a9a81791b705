"""Operators, numbers and names in an answer's text that are not what a calculation needs."""

from __future__ import annotations

import ast
import re
from collections.abc import Callable, Iterator, Sequence

from slipcheck.exercise import Exercise
from slipcheck.observe import Observation

from ..values import value_of

Hit = tuple[ast.AST, str, str, str] | None  # where, what is observed, what it means, what to try

Finder = Callable[[ast.Module, Observation, Exercise], Hit]


def _operators(tree: ast.Module, operator: type[ast.operator]) -> ast.AST | None:
    return next((node for node in ast.walk(tree) if isinstance(getattr(node, "op", None), operator)), None)


def caret(tree: ast.Module, observation: Observation, exercise: Exercise) -> Hit:
    node = _operators(tree, ast.BitXor)
    if node is None:
        return None
    lines = sorted({n.lineno for n in ast.walk(tree) if isinstance(n, ast.BinOp) and isinstance(n.op, ast.BitXor)})
    value = _caret_value(node)
    gives = f" Here it gives {value}." if value is not None else ""
    means = (
        f"In Python it is not a power, but another calculation with whole numbers.{gives}{said_of_others(lines[1:])}"
    )
    return node, "there is the sign `^`.", means, "Write a power with two stars."


def _caret_value(node: ast.AST) -> int | None:
    """What Python makes of a calculation with ``^``, where all its numbers are typed."""
    known = [value_of(side, {}) for side in (getattr(node, "left", None), getattr(node, "right", None))]
    return known[0] ^ known[1] if all(type(value) is int for value in known) else None


def said_of_others(lines: Sequence[int]) -> str:
    """A sentence on the other lines with the same fault.

    >>> said_of_others([]), said_of_others([9]), said_of_others([6, 7])
    ('', ' Line 9 has it too.', ' Lines 6 and 7 have it too.')
    """
    if len(lines) < 2:
        return f" Line {lines[0]} has it too." if lines else ""
    return f" Lines {', '.join(map(str, lines[:-1]))} and {lines[-1]} have it too."


def and_in_a_calculation(tree: ast.Module, observation: Observation, exercise: Exercise) -> Hit:
    """The word ``and`` between two values of a formula."""
    statements = [node for node in ast.walk(tree) if isinstance(node, (ast.Assign, ast.AugAssign))]
    sums = [node for s in statements for node in ast.walk(s) if isinstance(node, ast.BinOp)]
    pieces = [side for node in sums for side in (node.left, node.right)]
    for node in [*pieces, *(s.value for s in statements if _names_a_quantity(s, exercise))]:
        if isinstance(node, ast.BoolOp) and isinstance(node.op, ast.And):
            if any(isinstance(value, (ast.Compare, ast.BoolOp, ast.UnaryOp)) for value in node.values):
                continue
            first, *_, last = (ast.unparse(value)[:40] for value in node.values)
            unless = "" if isinstance(node.values[0], ast.Constant) else f", unless `{first}` is 0"
            means = f"It picks one of the values: `{last}`{unless}."
            advice = "Compare the marked piece with the formula: where does each of its values belong?"
            return node, "the word `and` does not calculate.", means, advice
    return None


def _names_a_quantity(statement: ast.Assign | ast.AugAssign, exercise: Exercise) -> bool:
    target = statement.targets[0] if isinstance(statement, ast.Assign) else statement.target
    base = target.value if isinstance(target, ast.Subscript) else target
    return getattr(base, "id", "") in exercise.words


ROUNDS_DOWN = "It divides and rounds the result down."


def floor_division(tree: ast.Module, observation: Observation, exercise: Exercise) -> Hit:
    indices = [part for node in ast.walk(tree) if isinstance(node, ast.Subscript) for part in ast.walk(node.slice)]
    divisions = (n for n in ast.walk(tree) if isinstance(n, ast.BinOp) and isinstance(n.op, ast.FloorDiv))
    node = next((n for n in divisions if not any(n is part for part in indices)), None)  # an index is a whole number
    return None if node is None else (node, "there is the sign `//`.", ROUNDS_DOWN, "Divide with a single slash.")


def modulo(tree: ast.Module, observation: Observation, exercise: Exercise) -> Hit:
    node = _operators(tree, ast.Mod)
    conditions = [part for part in ast.walk(tree) if isinstance(part, (ast.If, ast.IfExp, ast.While))]
    if any(node is part for condition in conditions for part in ast.walk(condition.test)):
        return None
    left = [node.left] if isinstance(node, ast.BinOp) else []
    texts = [part for side in left for part in ast.walk(side) if isinstance(getattr(part, "value", None), str)]
    if node is None or texts or any(isinstance(side, (ast.JoinedStr, ast.Constant)) for side in left):
        return None
    means = "Between numbers it gives the remainder of a division."
    return node, "there is the sign `%`.", means, "Which operator belongs in its place?"


def _groups_for_numbers(tree: ast.Module, exercise: Exercise) -> Iterator[tuple[ast.Assign, ast.Tuple]]:
    """The lines that give a group of values to a name that should hold a number."""
    for node in ast.walk(tree):
        group = node.value if isinstance(node, ast.Assign) else None
        if isinstance(node, ast.Assign) and isinstance(group, ast.Tuple):
            yield from [(node, group)] if _is_a_number(tree, node.targets[0], exercise) else []


def _is_a_number(tree: ast.Module, target: ast.expr, exercise: Exercise) -> bool:
    """Whether a name is one of the exercise, or one with which the answer calculates."""
    name = getattr(target, "id", None)
    known = {*exercise.number_names, *(equation.target for equation in exercise.equations)}
    sides = [side for n in ast.walk(tree) if isinstance(n, ast.BinOp) for side in (n.left, n.right)]
    return name is not None and (name in known or any(getattr(side, "id", None) == name for side in sides))


def decimal_comma(tree: ast.Module, observation: Observation, exercise: Exercise) -> Hit:
    for _, group in _groups_for_numbers(tree, exercise):
        text = ast.get_source_segment(observation.source, group) or ""
        means = f"Python reads `{text}` as {len(group.elts)} numbers: "
        if re.fullmatch(r"[1-9]\d{0,2}(,0*\d{3})+", text):
            means += "a comma separates values."
            return group, f"`{text}` is written with commas.", means, "Write the digits without commas."
        if re.search(r"\d,\s?\d", text):
            means += "the decimal sign of Python is a point."
            advice = "Write a point in place of the comma."
            if re.search(r"\d\.\d{3},", text):
                advice = "Leave out the point between the digits, and write a point in place of the comma."
            return group, f"`{text}` is written with a comma.", means, advice
    return None


def trailing_comma(tree: ast.Module, observation: Observation, exercise: Exercise) -> Hit:
    for line, group in _groups_for_numbers(tree, exercise):
        if len(group.elts) == 1:
            means = f"The comma makes a group of one value, and stores this group as `{ast.unparse(line.targets[0])}`."
            return group, "the value is followed by a comma.", means, "Delete the comma."
    products = {id(node) for node in ast.walk(tree) if isinstance(node, ast.BinOp) and isinstance(node.op, ast.Mult)}
    sums = [node for node in ast.walk(tree) if isinstance(node, ast.BinOp) and id(node) not in products]
    sides = (side for node in sums for side in (node.left, node.right))  # a * may repeat a group
    for side in sides:
        if isinstance(side, ast.Tuple) and len(side.elts) == 1:
            means = "The comma makes a group of one value, not a number."
            return side, f"there is a comma after `{ast.unparse(side.elts[0])}`.", means, "Delete the comma."
    return None


def number_alone(text: object) -> str:
    """What to try in place of a text that holds a number, and maybe a unit."""
    if not re.search(r"\d", str(text)):
        return "Write a number in its place, without quotes."
    return f"Write the number alone, without quotes{' and without a unit' if re.search('[A-Za-z]', str(text)) else ''}."


def text_for_number(tree: ast.Module, observation: Observation, exercise: Exercise) -> Hit:
    for node in ast.walk(tree):
        if isinstance(node, ast.Assign) and isinstance(node.value, ast.Constant) and isinstance(node.value.value, str):
            names = [target.id for target in node.targets if isinstance(target, ast.Name)]
            if names and names[0] in exercise.number_names:
                means = f"So `{names[0]}` is a text, and Python cannot calculate with a text."
                return (
                    node.value,
                    f"the value of `{names[0]}` is in quotes.",
                    means,
                    number_alone(node.value.value),
                )
    return None


def _leftmost(node: ast.AST) -> ast.AST:
    """The operand that an expression begins with."""
    while isinstance(node, ast.BinOp):
        node = node.left
    return node


def signs_exchanged(tree: ast.Module, observation: Observation, exercise: Exercise) -> Hit:
    for node in ast.walk(tree):
        if isinstance(node, ast.Assign) and isinstance(_leftmost(node.value), ast.UnaryOp):
            text = ast.get_source_segment(observation.source, node) or ""
            sign = re.search(r"=([+-])(?=\s)", text)
            if sign:
                name = ast.unparse(node.targets[0])
                does = "adds" if sign[1] == "+" else "subtracts"
                means = f"It gives `{name}` the value on its right, and the old value is lost."
                advice = f"Put the {'plus' if sign[1] == '+' else 'minus'} in front of the equals sign."
                return node, f"`={sign[1]}` {does} nothing.", means, advice
    return None
