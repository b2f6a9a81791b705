"""Why a state stands still: what the text of an answer shows where a quantity should change in time and never does."""

from __future__ import annotations

import ast
from collections.abc import Callable

import numpy as np

from slipcheck.exercise import Exercise, Message, Part, Slip
from slipcheck.judge.judge import Case
from slipcheck.judge.parse import parsed
from slipcheck.observe import Observation

from .source_patterns import uses

Rows = tuple[tuple[str, Callable[[ast.Module, Observation, Exercise], bool], Message], ...]


def standstill(case: Case, part: Part) -> Slip | None:
    """The reason, if the text shows one, and if the first of the part's quantities is the same at all times."""
    run = case.runs[0]
    if not any(_is_constant(candidate) for name in part.quantities for candidate in case.candidates(run, name)[:1]):
        return None
    tree = parsed(run.observation.source)
    if tree is None or case.exercise.state is None:
        return None
    for name, shows, message in table(case.exercise.state.symbol):
        if shows(tree, run.observation, case.exercise):
            return Slip(name, message)
    return None


def _is_constant(values: np.ndarray) -> bool:
    """The last column of a print, the values of a figure without its times, or an array."""
    if values.ndim == 2:
        values = values[:, -1] if values.shape[1] <= 2 < values.shape[0] else values[1:]
    return values.size > 2 and bool(np.ptp(values) <= 1e-9 * np.abs(values).max())


def _assignments_in_loops(tree: ast.Module) -> list[ast.Assign]:
    loops = [node for node in ast.walk(tree) if isinstance(node, (ast.For, ast.While))]
    return [node for loop in loops for node in ast.walk(loop) if isinstance(node, ast.Assign)]


def _states(node: ast.AST, exercise: Exercise) -> set[str]:
    """The names in ``node`` that hold what the exercise steps through time."""
    names = exercise.state.names if exercise.state else ()
    return {part.id for part in ast.walk(node) if isinstance(part, ast.Name) and part.id in names}


def _compares(tree: ast.Module, observation: Observation, exercise: Exercise) -> bool:
    return any(isinstance(node, ast.Expr) and isinstance(node.value, ast.Compare) for node in ast.walk(tree))


def _resets_in_loop(tree: ast.Module, observation: Observation, exercise: Exercise) -> bool:
    """v = el, or v_n = [el] * n, inside a loop."""
    whole = [node for node in _assignments_in_loops(tree) if isinstance(node.targets[0], ast.Name)]
    return any(_states(node.targets[0], exercise) and not _states(node.value, exercise) for node in whole)


def _updates_outside(tree: ast.Module, observation: Observation, exercise: Exercise) -> bool:
    """A step of v that stands in no loop."""
    outside = [node.value for node in tree.body if isinstance(node, (ast.Assign, ast.AugAssign))]
    time_step = exercise.state.time_step if exercise.state else ""
    return any(_states(value, exercise) and time_step in ast.unparse(value) for value in outside)


def _other_name_gets_it(tree: ast.Module, observation: Observation, exercise: Exercise) -> bool:
    """The result of the step is stored under a name that nothing reads."""
    read = {node.id for node in ast.walk(tree) if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Load)}
    steps = [node.targets[0] for node in _assignments_in_loops(tree) if _states(node.value, exercise)]
    return any(isinstance(target, ast.Name) and target.id not in read for target in steps)


def table(state: str) -> Rows:
    """Name, what shows it, and message of each reason; ``state`` is the symbol of what stands still."""
    return (
        ("comparison for assignment", _compares, Message(
            f"{state} never changes: a line compares instead of storing.",
            "Two equals signs ask whether both sides are equal.",
            "One equals sign stores the right side under the name on the left.")),
        ("floor division", uses(ast.FloorDiv), Message(
            f"{state} never changes: a factor of the step is 0.",
            "// divides and rounds down to a whole number, here to 0.",
            "Use a single slash to divide.")),
        ("reset in the loop", _resets_in_loop, Message(
            f"{state} never changes: it is set back to its start in each round.",
            "The line that sets the start value stands in the loop.", "Move it before the loop.")),
        ("step outside the loop", _updates_outside, Message(
            f"{state} never changes in the loop.", "The step stands outside the loop, so it is made once, at the end.",
            "Indent it like the lines above.")),
        ("stored under another name", _other_name_gets_it, Message(
            f"{state} never changes: the new value is stored under another name.",
            "Nothing reads that name in the next round.",
            "Store the new value under the name that the step reads.")),
    )  # fmt: skip
