"""What a line lacks beside the right formula, or has too much, where no piece alone is wrong."""

from __future__ import annotations

import ast
from collections.abc import Sequence
from typing import Any

import numpy as np

from slipcheck.exercise import Exercise
from slipcheck.judge.parse import parsed

from ..course_formulas import course_formula, evaluated
from .answer_line import names_in
from .wrong_line import WrongLine

Found = tuple[str, str] | None  # what it means, what to try


def missing_or_extra(exercise: Exercise, source: str, wrong: WrongLine) -> Found:
    """Random numbers that are drawn, values that are left out, or a name that the line does not use."""
    return extra_draw(wrong) or _values_left_out(wrong) or _unused_name(exercise, source, wrong)


def extra_draw(wrong: WrongLine) -> Found:
    """Random numbers that the exercise asks for elsewhere only: all later ones are others then."""
    calls = [node for node in ast.walk(wrong.statement) if isinstance(node, ast.Call)]
    draws = [ast.unparse(call.func) for call in calls if "random" in ast.unparse(call.func)]
    is_asked_for = any("random" in text or {"U", "XI"} & names_in(ast.parse(text)) for text in wrong.equation.texts)
    if not draws or is_asked_for:
        return None
    means = f"`{draws[0]}` draws random numbers here, and so uses them up. The text asks for none in this line."
    return means, "Which line should draw the random numbers?"


def _values_left_out(wrong: WrongLine) -> Found:
    for node in ast.walk(wrong.statement):
        cut = node.slice if isinstance(node, ast.Subscript) and isinstance(node.slice, ast.Slice) else None
        leaves_out = cut is not None and (cut.lower is not None or cut.upper is not None)
        if leaves_out and isinstance(node, ast.Subscript) and not any(":" in text for text in wrong.equation.texts):
            means = f"`[{ast.unparse(node.slice)}]` takes only a part of the values."
            return means, "Does the text leave values out?"
    return None


def _unused_name(exercise: Exercise, source: str, wrong: WrongLine) -> Found:
    """A given name of the right formula, or a name of the student's own that holds a value which it needs."""
    used = _used_in_making(source, names_in(wrong.statement))
    right = [course_formula(text) for text in wrong.equation.texts]
    own = used & set(wrong.execution.names) - set(exercise.given) - set(exercise.words)
    asked = set.intersection(*map(names_in, right)) & set(exercise.given) if right and not own else set()
    bound = wrong.bound[-1] if wrong.bound else {}
    pieces = [piece for node in right for piece in ast.walk(node) if isinstance(piece, ast.expr) and names_in(piece)]
    needed = [evaluated(piece, bound) for piece in pieces]
    held = wrong.executions[-1].names if wrong.executions else wrong.execution.names
    others = [name for name in held if name not in {*used, *exercise.given, *exercise.loops}]
    unused = [*sorted(asked - used), *(name for name in others if _is_one_of(held[name], needed))]
    if not unused:
        return None
    return f"`{unused[0]}` is not in line {wrong.statement.lineno}.", f"Where in the formula does `{unused[0]}` belong?"


def _used_in_making(source: str, names: set[str]) -> set[str]:
    """The names, and those that lines of the answer make them of."""
    nodes = list(ast.walk(parsed(source) or ast.Module([], [])))
    made: list[tuple[set[str], ast.AST]] = []
    made += [(names_in(node.targets[0]), node.value) for node in nodes if isinstance(node, ast.Assign)]
    made += [(names_in(node.target), node.value) for node in nodes if isinstance(node, ast.AugAssign)]
    made += [({node.name}, node) for node in nodes if isinstance(node, ast.FunctionDef)]
    used = set(names)
    while True:
        more = {name for targets, maker in made if used & targets for name in names_in(maker)} - used
        if not more:
            return used
        used |= more


def _is_one_of(value: Any, needed: Sequence[Any]) -> bool:
    is_number = isinstance(value, float) and value != 0
    return is_number and any(isinstance(other, float) and other == value for other in needed)


def single_draw(wrong: WrongLine) -> float | None:
    """The number from (0, 1) that a line drew whose equation makes one number of it, and of nothing else."""
    is_of_a_draw = any(names_in(ast.parse(text)) == {"U"} for text in wrong.equation.texts)
    names = next((b for e, b in zip(wrong.executions, wrong.bound, strict=False) if e is wrong.execution), {})
    drawn = names.get("U") if is_of_a_draw else None
    number = float(np.ravel(drawn)[0]) if drawn is not None and np.size(drawn) == 1 else -1.0
    return number if 0 <= number <= 1 else None


def made_of(exercise: Exercise, source: str, piece: ast.AST, changed: Sequence[str]) -> ast.AST:
    """The piece, or the value of the student's own name in it that one of the ``changed`` parameters comes in by."""
    known = {*exercise.given, *exercise.words, *(equation.target for equation in exercise.equations)}
    assigned = {
        node.targets[0].id: node.value
        for node in ast.walk(parsed(source) or ast.Module([], []))
        if isinstance(node, ast.Assign) and isinstance(node.targets[0], ast.Name)
    }
    for name in sorted(names_in(piece) - known & assigned.keys()):
        value = assigned.get(name)
        if value is not None and value is not piece:
            return value if names_in(value) & set(changed) else made_of(exercise, source, value, changed)
    return piece
