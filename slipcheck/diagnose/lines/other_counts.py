"""A line that divides by, or repeats, another of the exercise's counts than its formula."""

from __future__ import annotations

import ast
from collections.abc import Iterator, Mapping
from typing import Any

from slipcheck.exercise import Exercise

from ..formulas.pieces import called
from ..values import value_of
from .answer_line import names_in
from .special_loops import Saying
from .wrong_line import WrongLine

OTHER_COUNT = "other count"
KINDS = (  # faults that a count in the place of another one can be the reason of
    "other name", "other value", "other entry", "other number", "own value", "missing divisor",
    "extra divisor", "piece",
)  # fmt: skip


def of_another_count(exercise: Exercise, wrong: WrongLine) -> Saying | None:
    """A piece at fault that holds one count, where the formula names another one."""
    needed = _count_of_the_formula(exercise, wrong)
    if needed is None or wrong.fault.kind not in KINDS:
        return None
    for node in _pieces(wrong):
        name = _held_by(exercise, wrong, node)
        if name is not None and name != needed:
            number = "" if isinstance(node, ast.Constant) else f"{wrong.execution.value(node)}, "
            observed = f"`{' '.join(ast.unparse(node).split())}` is {number}{meaning_of(exercise, name)}."
            means = f"The text asks for {meaning_of(exercise, needed)} here."
            return Saying(OTHER_COUNT, observed, node, means, f"Which name holds {meaning_of(exercise, needed)}?")
    return None


def _count_of_the_formula(exercise: Exercise, wrong: WrongLine) -> str | None:
    """The only count that the right formula of the line names."""
    named = {name for text in wrong.equation.texts for name in names_in(ast.parse(text))} & set(exercise.counts)
    known = [name for name in named if meaning_of(exercise, name)]
    return known[0] if len(known) == len(named) == 1 else None


def _pieces(wrong: WrongLine) -> Iterator[ast.expr]:
    """The pieces at fault, the largest first: what holds the node at fault, and what is in it."""
    value = getattr(wrong.statement, "value", None)
    for node in ast.walk(value) if isinstance(value, ast.expr) else ():
        within = set(ast.walk(node))
        if isinstance(node, ast.expr) and (wrong.fault.node in within or node in set(ast.walk(wrong.fault.node))):
            yield node


def _held_by(exercise: Exercise, wrong: WrongLine, node: ast.expr) -> str | None:
    """The count whose number the piece gives, where no other count has the same."""
    number = wrong.execution.value(node)
    if not isinstance(number, int) or isinstance(number, bool):
        return None
    names = [name for name in exercise.counts if wrong.execution.names.get(name) == number]
    return names[0] if len(names) == 1 and meaning_of(exercise, names[0]) else None


def meaning_of(exercise: Exercise, name: str) -> str | None:
    """What a name stands for; of a count, by the equation that makes it."""
    counted = (equation.called for equation in exercise.equations if equation.target == name)
    return exercise.words.get(name) or (next(counted, None) if name in exercise.counts else None)


def other_end(
    exercise: Exercise, loop: ast.For, counter: str, names: Mapping[str, Any], end: int | None = None
) -> tuple[str, str] | None:
    """What is said of a range that ends at another of the exercise's counts than its loop needs, and what to try.

    By ``end``, the number after the last one, the count is known that a counter needs with a name of the student's own.
    """
    asked = {name for text in exercise.loops.get(counter, ()) for name in names_in(ast.parse(text))}
    needed = [name for name in exercise.counts if name in asked or (not asked and names.get(name) == end)]
    if not isinstance(loop.iter, ast.Call) or called(loop.iter) != "range" or len(needed) != 1 or not loop.iter.args:
        return None
    stop = loop.iter.args[1 if len(loop.iter.args) > 1 else 0]
    held = [name for name in exercise.counts if names.get(name) is not None and names[name] == value_of(stop, names)]
    meanings = [meaning_of(exercise, name) for name in (*held, *needed)]
    if len(held) != 1 or held == needed or None in meanings:
        return None
    said = f"`{ast.unparse(stop)}` is {meanings[0]}; this loop needs {meanings[1]}."
    return said, f"Which name holds {meanings[1]}?"
