"""What a line does to a value that was right before it."""

from __future__ import annotations

import ast
from dataclasses import replace

from slipcheck.exercise import Exercise
from slipcheck.judge.parse import parsed

from ..formulas.pieces import called
from .special_loops import Saying
from .wrong_line import WrongLine

CHANGED = "right value changed"
CUTTING = ("round", "around", "int", "floor", "ceil", "trunc")
THOUSANDS = (1e3, 1e6, 1e9, 1e12, 1e-3, 1e-6, 1e-9, 1e-12)


def of_a_changed_value(exercise: Exercise, source: str, wrong: WrongLine, saying: Saying) -> Saying:
    """The same, with what the change is: a rounding, another unit, or a sum that only a plot command needs."""
    if saying.kind != CHANGED:
        return saying
    value, (name, line) = getattr(wrong.statement, "value", None), wrong.fault.words
    if isinstance(value, ast.Call) and called(value) in CUTTING:
        means = f"{saying.means} `{called(value)}` cuts off digits of it."
        return replace(saying, means=means, advice=f"Leave `{name}` as line {line} makes it, with all its digits.")
    unit = exercise.units.get(name, "")
    others = {node.id for node in ast.walk(wrong.statement) if isinstance(node, ast.Name)} - {name}
    if unit and _is_scaled(wrong.statement, name) and not _sets_a_given_name(exercise, source):
        means = f"Line {line} gives it the right value, in {unit}. After this line it is in another unit."
        return replace(saying, means=means, advice=f"Keep `{name}` in {unit}.")
    if any(_is_a_part_of(others, name, text) for output in exercise.outputs for text in output.shows):
        advice = f"{saying.advice} A plot command can compute what it draws inside its brackets."
        return replace(saying, advice=advice)
    return saying


def _is_scaled(statement: ast.stmt, name: str) -> bool:
    """Whether the name is multiplied or divided by a number that turns a unit into another."""
    if isinstance(statement, ast.AugAssign):
        operator, sides = statement.op, [statement.value]
    else:
        value = getattr(statement, "value", None)
        if not isinstance(value, ast.BinOp):
            return False
        operator, sides = value.op, [value.left, value.right]
        if not any(isinstance(side, ast.Name) and side.id == name for side in sides):
            return False
    numbers = [side.value for side in sides if isinstance(side, ast.Constant)]
    return isinstance(operator, (ast.Mult, ast.Div)) and any(number in THOUSANDS for number in numbers)


def _sets_a_given_name(exercise: Exercise, source: str) -> bool:
    """Whether the answer gives a value to a name of the text, which then may have another unit."""
    nodes = ast.walk(parsed(source) or ast.Module([], []))
    names = {node.id for node in nodes if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store)}
    return bool(names & set(exercise.given))


def _is_a_part_of(others: set[str], name: str, text: str) -> bool:
    """Whether a formula that a command shows is made of the name and these others."""
    node = ast.parse(text, mode="eval").body
    names = {part.id for part in ast.walk(node) if isinstance(part, ast.Name)}
    return isinstance(node, ast.BinOp) and bool(others) and {name, *others} <= names
