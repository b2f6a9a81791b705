"""A counter of the steps where the text has the time: right only with the given length of a step."""

from __future__ import annotations

import ast
from dataclasses import replace

from slipcheck.exercise import Exercise
from slipcheck.judge.parse import parsed

from ..course_formulas import course_formula
from .answer_line import names_in
from .special_loops import Saying
from .wrong_line import WrongLine


def of_a_counted_time(
    exercise: Exercise, source: str, wrong: WrongLine, made: ast.AST, saying: Saying, given: str
) -> Saying | None:
    """Of a line that is right with the ``given`` names' values: the counter in it, where the formula has the time.

    ``made`` is what a name of the student's own in the line is made of.
    """
    used = [node for around in (wrong.statement, made) for node in ast.walk(around) if isinstance(node, ast.Name)]
    loops = (node for node in ast.walk(parsed(source) or ast.Module([], [])) if isinstance(node, ast.For))
    counters = {node.target.id for node in loops if isinstance(node.target, ast.Name)}
    asked = [names_in(course_formula(text)) for text in wrong.equation.texts]
    time = next((name for name in exercise.times if asked and all(name in names for names in asked)), None)
    counter = next((node for node in used if node.id in counters and isinstance(node.ctx, ast.Load)), None)
    is_there = time in wrong.execution.names and time not in {node.id for node in used}
    if counter is None or not is_there:
        return None
    observed = f"`{counter.id}` counts the steps. The text has the time `{time}` in its place."
    means = f"With the given {given} the values are right all the same."
    advice = f"Use `{time}` instead of `{counter.id}`. Which number belongs beside it then?"
    return replace(saying, observed=observed, node=counter, means=means, advice=advice)
