"""A name of the student's own that typed numbers make, and whose value is near that of a piece of the formula."""

from __future__ import annotations

import ast
import copy

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
    made = {
        target.id: line.value
        for line in ast.walk(parsed(source) or ast.Module([], []))
        if isinstance(line, ast.Assign)
        for target in line.targets
        if isinstance(target, ast.Name) and target.id not in {*exercise.words, *exercise.counts}
    }
    makers = {name: text for name, text in made.items() if not names_in(text)}
    value = _Inlined({name: text for name, text in made.items() if name not in makers}).visit(copy.deepcopy(value))
    right = flattened(evaluated(course_formula(wrong.equation.texts[0]), names))
    if right is None:
        return None
    for name in names_in(value) & makers.keys():
        typed = wrong.execution.names.get(name)
        for piece in ast.walk(course_formula(wrong.equation.texts[0])):
            exact = evaluated(piece, names) if isinstance(piece, ast.BinOp) and len(names_in(piece)) > 1 else None
            if not isinstance(typed, float) or not isinstance(exact, (float, np.floating)):
                continue
            result = flattened(value_of(value, {**wrong.execution.names, name: float(exact)}))
            if abs(float(typed) - float(exact)) > NEAR * abs(float(exact)) or not same(result, right):
                continue
            means = f"It is {typed:.6g}. In its place the text has a formula, which gives {exact:.6g} here."
            observed = f"`{name}` comes from typed numbers."
            return Saying("number for a formula", observed, makers[name], means, "Write that formula with its names.")
    return None


class _Inlined(ast.NodeTransformer):
    """Puts the formulas of names in the place of the names, but no name twice within itself."""

    def __init__(self, formulas: dict[str, ast.expr]) -> None:
        self.formulas = formulas

    def visit_Name(self, node: ast.Name) -> ast.expr:
        formula = self.formulas.get(node.id)
        if formula is None:
            return node
        others = {name: text for name, text in self.formulas.items() if name != node.id}
        inlined: ast.expr = _Inlined(others).visit(copy.deepcopy(formula))
        return inlined
