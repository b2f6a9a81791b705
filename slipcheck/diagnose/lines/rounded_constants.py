"""A name of the student's own that typed numbers make, and whose value is near that of a piece of the formula."""

from __future__ import annotations

import ast

import numpy as np

from slipcheck.exercise import Exercise
from slipcheck.judge.parse import parsed

from ..course_formulas import course_formula, evaluated
from ..formulas.pieces import same
from ..values import value_of
from .answer_line import flattened, names_in
from .special_loops import Saying
from .wrong_line import WrongLine

NEAR = 0.02  # of the value: a number that was rounded, or worked out by hand


def of_a_rounded_constant(exercise: Exercise, source: str, wrong: WrongLine) -> Saying | None:
    """Where the line is right with the exact value of the piece in place of the name."""
    value = getattr(wrong.statement, "value", None)
    if not wrong.bound or not isinstance(value, ast.expr):
        return None
    names = wrong.bound[0]
    makers = {
        target.id: line.value
        for line in ast.walk(parsed(source) or ast.Module([], []))
        if isinstance(line, ast.Assign) and not names_in(line.value)
        for target in line.targets
        if isinstance(target, ast.Name)
    }
    right = flattened(evaluated(course_formula(wrong.equation.texts[0]), names))
    if right is None:
        return None
    for name in names_in(value) & makers.keys() - {*exercise.words, *exercise.counts}:
        typed = wrong.execution.names.get(name)
        for piece in ast.walk(course_formula(wrong.equation.texts[0])):
            exact = evaluated(piece, names) if isinstance(piece, ast.BinOp) and len(names_in(piece)) > 1 else None
            if not isinstance(typed, float) or not isinstance(exact, (float, np.floating)):
                continue
            made = flattened(value_of(value, {**wrong.execution.names, name: float(exact)}))
            if abs(float(typed) - float(exact)) > NEAR * abs(float(exact)) or not same(made, right):
                continue
            means = f"It is {typed:.6g}. In its place the text has a formula, which gives {exact:.6g} here."
            observed = f"`{name}` comes from typed numbers."
            return Saying("number for a formula", observed, makers[name], means, "Write that formula with its names.")
    return None
