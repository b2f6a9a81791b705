"""Rounds that a loop leaves out, or would leave out if its condition were ever true."""

from __future__ import annotations

import ast

from slipcheck.diagnosis import Diagnosis, spot_of
from slipcheck.exercise import Exercise, Message
from slipcheck.observe import Observation

from ..replay import Replay
from ..source_patterns import round_left_out


def rounds_left_out(exercise: Exercise, observation: Observation, replay: Replay) -> Diagnosis | None:
    """A word that leaves out rounds; or its condition, where a value is taken for the number of a round."""
    diagnosis = round_left_out(exercise, observation)
    line = diagnosis.spot.line if diagnosis is not None and diagnosis.spot is not None else 0
    conditions = [node for node in ast.walk(replay.tree) if isinstance(node, ast.If)]
    around = next((node for node in conditions if any(part.lineno == line for part in node.body)), None)
    return (_never_true(replay, around) if around is not None else None) or diagnosis


def _never_true(replay: Replay, condition: ast.If) -> Diagnosis | None:
    """Of a condition that compares a value of ``enumerate`` with a whole number, where all its values are none."""
    test = condition.test
    is_equal = isinstance(test, ast.Compare) and len(test.ops) == 1 and isinstance(test.ops[0], ast.Eq)
    if not is_equal or not isinstance(test, ast.Compare) or not isinstance(test.left, ast.Name):
        return None
    name, number = test.left.id, getattr(test.comparators[0], "value", None)
    loops = [loop for loop in replay.loops_around(condition) if isinstance(loop, ast.For)]
    targets = [loop.target.elts for loop in loops if isinstance(loop.target, ast.Tuple)]
    counted = next((elts[0] for elts in targets if name in {getattr(part, "id", "") for part in elts[1:]}), None)
    values = [execution.names.get(name) for execution in replay.of(condition)]
    are_decimals = bool(values) and all(isinstance(value, float) and value != int(value) for value in values)
    if counted is None or not isinstance(number, int) or not are_decimals:
        return None
    message = Message(
        f"Line {condition.lineno}: the condition `{ast.unparse(test)}` is never true.",
        f"`{name}` is the value of this round, not its number. So no round is left out.",
        "Which name counts the rounds?",
    )
    return Diagnosis("never true", message, spot_of(replay.source, test))
