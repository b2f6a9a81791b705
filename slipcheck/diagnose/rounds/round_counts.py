"""How often the loops of an answer run, beside how often they should."""

from __future__ import annotations

import ast
from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np

from slipcheck.diagnosis import Diagnosis, spot_of
from slipcheck.exercise import Exercise, Message

from ..course_formulas import course_formula, evaluated
from ..lines.other_counts import other_end
from ..repairs.first_round import from_the_end
from ..replay import Replay
from ..values import many, value_of
from .empty_loops import never_runs
from .loop_times import other_first_time

NEAR = 2  # rounds: a loop of an unknown counter that is so near to a known one is meant for it


def wrong_loop(exercise: Exercise, replay: Replay) -> Diagnosis | None:
    """The first loop that never runs, or runs through other numbers than its counter should."""
    empty = never_runs(replay)
    if empty is not None:
        return empty
    for loop in (node for node in ast.walk(replay.tree) if isinstance(node, ast.For)):
        executions = replay.of(loop)
        counter = _counter(loop)
        if not executions or not counter or _is_left(loop):
            continue
        names = {"step_end": exercise.parameters.step_end, **executions[0].names}
        values = _numbers(value_of(loop.iter, names))
        meant = {name: _meant(texts, names) for name, texts in exercise.loops.items()}
        ahead = _ahead(loop, counter)
        right = [[k - ahead for k in other] if other[:1] != [0] else other for other in meant.get(counter, [])]
        if counter in meant and not _steps(loop) and counter == next(iter(exercise.loops)):
            continue  # a loop that only draws may go through other numbers
        if counter not in meant and values is not None:
            takes_columns = _takes_columns(loop, counter)
            fitting = [meant.get(next(iter(exercise.loops), ""), [])] if takes_columns else meant.values()
            right = [other for others in fitting for other in others if takes_columns or _is_near(values, other)]
            right = right if _fills(exercise, loop) else []
            if any(list(values) == other for others in meant.values() for other in others):
                continue
        if values is None or not right or list(values) in right:
            continue
        same_start = next((other for other in right if values and other[0] == values[0]), right[0])
        return _diagnosis(exercise, replay, loop, counter, values, same_start)
    return other_first_time(exercise, replay)


def _takes_columns(loop: ast.For, counter: str) -> bool:
    """Whether the counter picks a column of a table in which the loop stores: then it counts the time steps."""
    stored = [n.slice for n in ast.walk(loop) if isinstance(n, ast.Subscript) and isinstance(n.ctx, ast.Store)]
    columns = [index.elts[-1] for index in stored if isinstance(index, ast.Tuple)]
    return any(isinstance(part, ast.Name) and part.id == counter for index in columns for part in ast.walk(index))


def _is_left(loop: ast.For) -> bool:
    """Whether a line in it may end the loop, or a round of it, early: then its numbers do not say how often it runs."""
    return any(isinstance(node, (ast.Break, ast.Continue)) for node in ast.walk(loop))


def _fills(exercise: Exercise, loop: ast.For) -> bool:
    """Whether the loop gives values to what is stepped through time."""
    targets = [n.value for n in ast.walk(loop) if isinstance(n, ast.Subscript) and isinstance(n.ctx, ast.Store)]
    names = exercise.state.names if exercise.state is not None else ()
    if not targets:
        return not _collects_another(exercise, loop, names)
    return any(getattr(target, "id", None) in names for target in targets)


def _collects_another(exercise: Exercise, loop: ast.For, names: Sequence[str]) -> bool:
    """Whether the loop appends to a list of the exercise that is made before the steps, and makes no step."""
    before = {equation.target for equation in exercise.equations if not equation.depth and not equation.is_entry}
    nodes = list(ast.walk(loop))
    lists = [node.value for node in nodes if isinstance(node, ast.Attribute) and node.attr == "append"]
    stored = {node.id for node in nodes if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store)}
    return not stored & set(names) and any(getattr(made, "id", None) in before for made in lists)


def _steps(loop: ast.For) -> bool:
    """Whether the loop gives values to names, or collects them: it does more than draw."""
    work = (ast.Assign, ast.AugAssign)
    return any(isinstance(node, work) or getattr(node, "attr", "") == "append" for node in ast.walk(loop))


def _ahead(loop: ast.For, counter: str) -> int:
    """1 where the loop, of an array that is filled from its second place on, stores at the counter plus 1."""
    stored = [n.slice for n in ast.walk(loop) if isinstance(n, ast.Subscript) and isinstance(n.ctx, ast.Store)]
    return int(any(ast.unparse(part) == f"{counter} + 1" for index in stored for part in ast.walk(index)))


def _meant(texts: Sequence[str], names: dict[str, Any]) -> list[list[int]]:
    values = [evaluated(course_formula(text), names) for text in texts]
    return [list(value) for value in values if value is not None and len(value)]


def _counter(loop: ast.For) -> str:
    """The name that counts: the first, where enumerate gives two."""
    target = loop.target.elts[0] if isinstance(loop.target, ast.Tuple) and loop.target.elts else loop.target
    return target.id if isinstance(target, ast.Name) else ""


def _numbers(values: Any) -> list[Any] | None:
    """What a loop's counter runs through, where these are whole numbers."""
    if not isinstance(values, (range, list, tuple)):
        return None
    firsts = [value[0] if isinstance(value, tuple) and value else value for value in values]
    return firsts if all(type(value) is int for value in firsts) else None


def _is_near(values: Sequence[int], right: Sequence[int]) -> bool:
    return len(values) > NEAR and 0 < abs(len(values) - len(right)) <= NEAR


def _sliced(loop: ast.For) -> ast.Subscript | None:
    """The slice of a list that the loop goes through by enumerate."""
    values = loop.iter.args[0] if isinstance(loop.iter, ast.Call) and len(loop.iter.args) == 1 else None
    return values if isinstance(values, ast.Subscript) and isinstance(values.slice, ast.Slice) else None


def _left_out(entry: ast.Subscript, names: Mapping[str, Any]) -> str:
    """Which values a slice leaves out of its list, where its ends are known."""
    whole = names.get(ast.unparse(entry.value))
    ends = (entry.slice.lower, entry.slice.upper) if isinstance(entry.slice, ast.Slice) else ()
    known = [value_of(end, names) if end is not None else None for end in ends]
    if not isinstance(whole, (list, np.ndarray)) or not all(end is None or type(end) is int for end in known):
        return ""
    first, last, _ = slice(*known).indices(len(whole))
    counts = (("first", first), ("last", len(whole) - last))
    said = [f"the {end} {many(count, 'value') if count > 1 else 'value'}" for end, count in counts if count]
    return f"`{ast.unparse(entry)}` leaves out {' and '.join(said)}." if said else ""


def _diagnosis(
    exercise: Exercise, replay: Replay, loop: ast.For, counter: str, values: Sequence[int], right: Sequence[int]
) -> Diagnosis:
    code = " ".join((ast.get_source_segment(replay.source, loop.iter) or "").split())
    if not values:
        ran = f"`{code}` holds no number, so the loop does not run."
    elif len(values) == 1:
        ran = f"with `{code}` the loop runs once, with {counter} = {values[0]}."
    else:
        ran = (
            f"with `{code}` the counter `{counter}` runs from {values[0]} to {values[-1]}, "
            f"{many(len(values), 'round')}."
        )
    sliced = _sliced(loop)
    if sliced is not None:
        name, needs = ast.unparse(sliced.value), many(len(right), "value")
        observed = f"the loop goes through {many(len(values), 'value')} of `{name}`; {needs} are needed."
        means = _left_out(sliced, replay.of(loop)[0].names)
        advice = f"Which values of `{name}` are needed?"
        return Diagnosis(
            "loop range", Message(f"Line {loop.lineno}: {observed}", means, advice), spot_of(replay.source, loop.iter)
        )
    other = other_end(exercise, loop, counter, replay.of(loop)[0].names, right[-1] + 1)
    needed = f"It should run from {right[0]} to {right[-1]}, {many(len(right), 'round')}."
    ends = [word for word, k in (("starts", 0), ("ends", -1)) if not values or values[k] != right[k]]
    advice = f"Check where the loop {' and where it '.join(ends)}." if ends else "Check the steps of the loop."
    if other is None and values and values[0] < right[0]:
        needed = f"{needed} {from_the_end(loop, counter, values[0])}".strip()
    if other is not None:
        needed = f"{needed} {other[0]}"
        advice = other[1]
        if "starts" in ends:
            advice = f"{advice} Check where the loop starts, too."
    message = Message(f"Line {loop.lineno}: {ran}", needed, advice)
    return Diagnosis("loop range", message, spot_of(replay.source, loop.iter))
