"""A loop that does not end: what keeps its condition true."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from dataclasses import replace

import numpy as np

from slipcheck.diagnosis import Diagnosis, spot_at, spot_of
from slipcheck.exercise import Exercise, Message
from slipcheck.judge.parse import parsed
from slipcheck.observe import Observation

from ..formulas.pieces import called
from ..values import KnownValues

Loop = ast.For | ast.While
MANY_ROUNDS = 1_000  # no loop of an exercise has so many


def endless_loop(exercise: Exercise, observation: Observation) -> Diagnosis:
    """Of an answer that was stopped since it took too long, or printed too much."""
    failure = observation.failure or {}
    tree = parsed(observation.source) or ast.Module([], [])
    line = failure["line"] or 0
    around = [node for node in ast.walk(tree) if isinstance(node, Loop)]
    around = [loop for loop in around if not line or loop.lineno <= line <= (loop.end_lineno or 0)]
    for loop in reversed(around):
        said = _of_a_while(exercise, observation, tree, loop) if isinstance(loop, ast.While) else _of_a_for(loop)
        if said is not None:
            node, observed, means, advice = said
            spot = spot_of(observation.source, node)
            return Diagnosis("endless loop", Message(f"Line {node.lineno}: {observed}", means, advice), spot)
    where = _where_it_was(observation.source, line, bool(line and around), failure["kind"])
    counted = _rounds_of_a_for(exercise, observation, around[-1]) if line and around else ""
    return replace(where, message=replace(where.message, means=counted)) if counted else where


def _rounds_of_a_for(exercise: Exercise, observation: Observation, loop: Loop) -> str:
    """How many rounds a loop through a range has, where that is many."""
    call = loop.iter if isinstance(loop, ast.For) and isinstance(loop.iter, ast.Call) else None
    if call is None or called(call) != "range":
        return ""
    values = KnownValues(observation.variables, exercise.values(exercise.parameters))
    ends = [values.of(argument) for argument in call.args]
    if not ends or not all(isinstance(end, int) for end in ends):
        return ""
    rounds = len(range(*ends))
    return f"The loop of line {loop.lineno} has {rounds} rounds." if rounds > MANY_ROUNDS else ""


def _where_it_was(source: str, line: int, is_in_a_loop: bool, kind: str) -> Diagnosis:
    """What is known of any answer that was stopped: the line, and why it was stopped."""
    observed = "the run prints far too much." if kind == "output" else "the run takes far too long."
    observed = f"Line {line}: {observed}" if line else f"{observed[0].upper()}{observed[1:]}"
    means = "The check stopped it at this line." if line else "The check stopped it."
    advice = "How much does this line compute?"
    if is_in_a_loop:
        advice = "How often is this line carried out? Count the rounds of the loops around it."
    return Diagnosis("endless loop", Message(observed, means, advice), spot_at(source, line, 0, line, 10**6))


Said = tuple[ast.expr | ast.stmt, str, str, str]  # the piece, and three sentences


def _of_a_while(exercise: Exercise, observation: Observation, tree: ast.Module, loop: ast.While) -> Said | None:
    test = ast.get_source_segment(observation.source, loop.test) or ""
    names = list(dict.fromkeys(_names(loop.test)))
    leaves = any(isinstance(node, (ast.Break, ast.Return)) for node in ast.walk(loop))
    changed = {name for statement in loop.body for name in _changed(statement)}
    if leaves:
        return None
    if isinstance(loop.test, ast.Constant):
        means = "The condition of this loop is always true, and no line of the loop leaves it."
        return loop.test, f"`while {test}` never ends.", means, "After how many rounds should the loop end?"
    if not names or any(isinstance(node, ast.Call) for node in ast.walk(loop.test)):
        return None
    compared = next((node for node in _statements(loop) if _compares(node, names)), None)
    if compared is not None and not changed & set(names):
        means = f"It stores nothing, so `{test}` stays true, and the loop of line {loop.lineno} never ends."
        return compared, "this line compares two values.", means, "Which sign gives a name a new value?"
    if not changed & set(names):
        return _unchanged(tree, loop, test, names)
    values = KnownValues(observation.variables, exercise.values(exercise.parameters))
    name = next((name for name in names if name in changed), names[0])
    value = values.names.get(name)
    means = "The check stopped the loop, since it ran far too long."
    if isinstance(value, (int, float, np.number)):
        number = f"{value:.6g} {exercise.units.get(name, '')}".strip()
        means = f"When the check stopped the loop, `{name}` was {number}."
    return (
        loop.test,
        f"the condition `{test}` stays true.",
        means,
        f"In which round should it be false? Follow `{name}`.",
    )


def _unchanged(tree: ast.Module, loop: ast.While, test: str, names: list[str]) -> Said:
    """A condition of names that no line of the loop changes; perhaps one below it does."""
    said = " or ".join(f"`{name}`" for name in names)
    means = f"No line of the loop changes {said}. So the loop never ends."
    below = [node for node in ast.walk(tree) if isinstance(node, ast.stmt) and node.lineno > (loop.end_lineno or 0)]
    late = next((node for node in below if set(_changed(node)) & set(names)), None)
    if late is not None:
        means = f"No line of that loop changes {said}, so its condition `{test}` stays true, and it never ends."
        advice = "Indent this line like the lines of the loop."
        return late, f"this line comes after the loop of line {loop.lineno}, and belongs in it.", means, advice
    return loop.test, f"the condition `{test}` stays true.", means, "Which line should count the rounds?"


def _of_a_for(loop: ast.For) -> Said | None:
    """A loop through a list that it makes longer."""
    name = loop.iter.id if isinstance(loop.iter, ast.Name) else ""
    calls = [node for statement in loop.body for node in ast.walk(statement) if isinstance(node, ast.Call)]
    for call in calls if name else ():
        is_of_it = getattr(getattr(call.func, "value", None), "id", "") == name
        if is_of_it and called(call) in ("append", "insert", "extend"):
            means = f"The loop of line {loop.lineno} goes through `{name}`, so it never reaches the end."
            advice = "Which list should get the new value?"
            return call, f"each round makes `{name}` longer.", means, advice
    return None


def _statements(loop: ast.While) -> Iterator[ast.stmt]:
    return (node for statement in loop.body for node in ast.walk(statement) if isinstance(node, ast.stmt))


def _compares(node: ast.stmt, names: list[str]) -> bool:
    compared = node.value if isinstance(node, ast.Expr) else None
    is_equal = isinstance(compared, ast.Compare) and isinstance(compared.ops[0], ast.Eq)
    return is_equal and isinstance(compared, ast.Compare) and getattr(compared.left, "id", "") in names


def _names(node: ast.AST) -> list[str]:
    return [part.id for part in ast.walk(node) if isinstance(part, ast.Name)]


def _changed(statement: ast.stmt) -> list[str]:
    """The names that a statement gives a value, or of whose places it changes one."""
    changed = [
        part.id for part in ast.walk(statement) if isinstance(part, ast.Name) and isinstance(part.ctx, ast.Store)
    ]
    places = [part.value for part in ast.walk(statement) if isinstance(part, (ast.Subscript, ast.Attribute))]
    return changed + [place.id for place in places if isinstance(place, ast.Name)]
