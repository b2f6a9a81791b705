"""A loop that runs through times, and begins with another time than the first."""

from __future__ import annotations

import ast

import numpy as np

from slipcheck.diagnosis import Diagnosis, spot_of
from slipcheck.exercise import Exercise, Message

from ..course_formulas import course_formula, defining, evaluated
from ..replay import Replay


def other_first_time(exercise: Exercise, replay: Replay) -> Diagnosis | None:
    """Of the first loop over times that the answer computes: that its first time is not that of the first step."""
    counter = next(iter(exercise.loops), "")
    for loop in (node for node in ast.walk(replay.tree) if isinstance(node, ast.For)):
        name = loop.target.id if isinstance(loop.target, ast.Name) else ""
        formula = defining(exercise).get(name) if name in exercise.times else None
        rounds = replay.of(loop.body[0])
        if formula is None or not rounds:
            continue
        first = rounds[0].names.get(name)
        right = evaluated(course_formula(formula), {**rounds[0].names, counter: 0})
        if not isinstance(first, (int, float)) or right is None or np.isclose(first, right, rtol=1e-9, atol=1e-12):
            continue
        spot = spot_of(replay.source, _where_computed(loop, replay))
        unit = exercise.units.get(name, "")
        observed = f"`{name}` is {first:g} {unit} in the first round; it should be {right:g} {unit}."
        line = spot.line if spot is not None else loop.lineno
        message = Message(f"Line {line}: {observed}", "The marked piece makes the times.", "Which time comes first?")
        return Diagnosis("first time", message, spot)
    return None


def _where_computed(loop: ast.For, replay: Replay) -> ast.expr:
    """What makes the values of the loop: in its first line, or in the one line that gives the name its value."""
    name = getattr(loop.iter, "id", "")
    made = [value for _, target, value in replay.assignments() if getattr(target, "id", None) == name]
    return made[0] if len(made) == 1 else loop.iter
