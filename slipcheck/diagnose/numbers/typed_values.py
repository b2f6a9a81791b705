"""The numbers that are typed into an answer, and which of them may stand there."""

from __future__ import annotations

import ast
from typing import cast

from slipcheck.exercise import Exercise
from slipcheck.observe.rewrite import given_numbers


def assigned(tree: ast.Module, exercise: Exercise) -> set[int]:
    """The numbers that may stand where they are: they give one of the exercise's names its value, or the right formula
    of their line has them too."""
    values = exercise.values(exercise.parameters)
    given = {id(part) for _, value, _ in given_numbers(tree, values, values) for part in ast.walk(value)}
    lines = [node for node in ast.walk(tree) if isinstance(node, ast.Assign)]
    right = {e.target: _constants(ast.parse(text)) for e in exercise.equations for text in e.texts}
    asked = [(line, right.get(getattr(line.targets[0], "id", ""), {})) for line in lines]
    return given | {
        id(part) for line, numbers in asked for number, part in _constants(line).items() if number in numbers
    }


def _constants(tree: ast.AST) -> dict[float, ast.Constant]:
    """Each number of a piece of code, the last one of equal ones."""
    constants = [node for node in ast.walk(tree) if isinstance(node, ast.Constant)]
    return {value: node for node in constants if (value := number_of(node)) is not None}


def number_of(node: ast.expr) -> float | None:
    """The value of a number, of one with a minus, or of two that are divided or multiplied."""
    if isinstance(node, ast.Constant):
        return float(cast(float, node.value)) if type(node.value) in (int, float) else None
    if isinstance(node, ast.UnaryOp) and isinstance(node.op, ast.USub) and isinstance(node.operand, ast.Constant):
        inner = number_of(node.operand)
        return None if inner is None else -inner
    if isinstance(node, ast.BinOp) and isinstance(node.left, ast.Constant) and isinstance(node.right, ast.Constant):
        left, right = number_of(node.left), number_of(node.right)
        if left is None or right is None or not right:
            return None
        return left / right if isinstance(node.op, ast.Div) else left * right if isinstance(node.op, ast.Mult) else None
    return None
