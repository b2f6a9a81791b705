"""Random numbers that are drawn, or seeded, anew in each round of a loop."""

from __future__ import annotations

import ast

from slipcheck.exercise import Exercise
from slipcheck.observe import Observation

from .formulas.pieces import called
from .loop_patterns import loops_in
from .number_patterns import Hit


def seed_in_loop(tree: ast.Module, observation: Observation, exercise: Exercise) -> Hit:
    for loop in loops_in(tree):
        for node in _seeds(loop):
            means = "So the generator starts over in each round, and the same numbers come again."
            before = [other.lineno for other in _seeds(tree) if other.lineno < loop.lineno]
            advice = "Set the seed once, before the loop begins."
            if before:
                advice = f"Line {before[0]} sets the seed already. Delete line {node.lineno}."
            return node, "the seed is set inside the loop.", means, advice
    return None


def _seeds(tree: ast.AST) -> list[ast.Call]:
    return [node for node in ast.walk(tree) if isinstance(node, ast.Call) and called(node) == "seed"]


def drawn_in_loop(tree: ast.Module, observation: Observation, exercise: Exercise) -> Hit:
    message = exercise.drawn_in_loop
    for loop in loops_in(tree) if message is not None else ():
        for node in ast.walk(loop):
            is_draw = isinstance(node, ast.Call) and "np.random." in ast.unparse(node.func) and called(node) != "seed"
            if is_draw and not _fills_entries(loop, node):
                assert message is not None
                observed = message.observed[0].lower() + message.observed[1:]
                return node, observed, message.means, message.next
    return None


def _fills_entries(loop: ast.For | ast.While, draw: ast.AST) -> bool:
    """Whether what is drawn is stored as one entry of an array, so that nothing is lost."""
    lines = (statement for statement in ast.walk(loop) if isinstance(statement, ast.Assign))
    filling = (line for line in lines if any(part is draw for part in ast.walk(line.value)))
    return any(isinstance(line.targets[0], ast.Subscript) for line in filling)
