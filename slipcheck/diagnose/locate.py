"""The lines of an answer whose values are not the right ones, given what the lines before them left."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from slipcheck.exercise import Exercise

from .compared_line import ComparedLine
from .formulas.pieces import Fault
from .replay import Replay
from .wrong_line import WrongLine


def wrong_lines(exercise: Exercise, replay: Replay) -> Iterator[WrongLine]:
    """The assignments that do not give what their equation does, in the order of execution."""
    order = {id(execution.statement): k for k, execution in reversed(list(enumerate(replay.executions)))}
    assignments = sorted(replay.assignments(), key=lambda entry: order.get(id(entry[0]), len(order)))
    later = []
    was_right: dict[str, int] = {}
    for statement, target, value in assignments:
        line = ComparedLine(exercise, replay, statement, target, value)
        wrong = line.wrong()
        name = getattr(target, "id", "")
        if wrong is None and line.equations and not line.depth:
            was_right[name] = statement.lineno
        elif wrong is not None and name in was_right and not line.depth:
            yield replace(wrong, fault=Fault("second value", statement, (name, str(was_right[name]))))
            continue
        if wrong is not None and wrong.is_misplaced:
            later.append(wrong)  # its value is right: another line may be the reason
        elif wrong is not None:
            yield wrong
    yield from later
