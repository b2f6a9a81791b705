"""A sum that does not begin anew in each round, so that it goes on with the values of the rounds before."""

from __future__ import annotations

import ast

import numpy as np

from slipcheck.diagnosis import Diagnosis, spot_of
from slipcheck.exercise import Message
from slipcheck.observe.rewrite import is_literal

from ..formulas.pieces import same
from ..lines.answer_line import names_in
from ..lines.wrong_line import WrongLine
from ..replay import Replay


def kept_sum(replay: Replay, wrong: WrongLine) -> Diagnosis | None:
    """Of a line whose value is the right one and that of the round before: the line that begins its sum only once."""
    value = getattr(wrong.statement, "value", None)
    loops = replay.loops_around(wrong.statement)
    if value is None or wrong.is_specific or not loops or not _goes_on(wrong, value):
        return None
    for statement, target, start in replay.assignments():
        name = getattr(target, "id", "")
        is_once = statement.lineno < loops[0].lineno and not replay.loops_around(statement)
        if is_once and name in names_in(value) and is_literal(start) and _adds_in(replay, loops[0], name):
            message = Message(
                f"Line {statement.lineno}: this line is before the loop of line {loops[0].lineno}, not in it.",
                f"So the sum `{name}` goes on with what earlier rounds have left in it.",
                "Move this line into that loop, as its first line, and indent it like the lines there.",
            )
            return Diagnosis("runs once", message, spot_of(replay.source, statement))
    return None


def _goes_on(wrong: WrongLine, value: ast.expr) -> bool:
    """Whether the first wrong value is that of the round before and the right one together."""
    k = next((k for k, execution in enumerate(wrong.executions) if execution is wrong.execution), 0)
    before = wrong.executions[k - 1].numbers(value) if k else None
    return before is not None and same(wrong.value, np.asarray(before) + np.asarray(wrong.right))


def _adds_in(replay: Replay, loop: ast.For | ast.While, name: str) -> bool:
    """Whether a loop within the loop adds to the name, and no line of the two begins it anew."""
    makers = [s for s, target, _ in replay.assignments() if getattr(target, "id", "") == name]
    inside = [statement for statement in makers if loop in replay.loops_around(statement)]
    is_adding = [isinstance(s, ast.AugAssign) or name in names_in(getattr(s, "value", s)) for s in inside]
    return bool(inside) and all(is_adding) and all(replay.loops_around(s)[0] is not loop for s in inside)
