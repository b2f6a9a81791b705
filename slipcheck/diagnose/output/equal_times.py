"""Values that belong to one x, and are shown at many."""

from __future__ import annotations

import numpy as np

from slipcheck.diagnosis import Diagnosis, spot_of
from slipcheck.exercise import Message

from .commands_run import code_of, expected_values, numbers_of
from .shown import Shown


def different_for_equal(shown: Shown) -> Diagnosis | None:
    """Many different x values for values of which all belong to the same x."""
    for execution in shown.command.executions if shown.k == 0 and not shown.is_printed else ():
        value, expected = numbers_of(shown.piece, execution), expected_values(shown.exercise, [execution], shown.text)
        if value is None or expected is None or value.size < 2 or np.ptp(expected) or not np.ptp(value):
            continue
        y = code_of(shown.replay, shown.command.pieces[1])
        count = len(np.unique(value))
        observed = f"`{shown.code}` {shown.where}. It holds {count} different values in one round."
        means = f"All values of `{y}` belong to the same time, so in each round all of them need the same x value."
        advice, made = "Which name holds the time of this round?", shown.maker()
        if made is not None and not shown.replay.loops_around(made):  # whatever it holds, no round changes it
            means = f"Line {made.lineno} makes it once, before the loop. {means}"
        elif made is not None:
            observed = f"Line {made.lineno}: `{shown.code}` gets {count} different values in one round."
            means = f"Line {shown.command.node.lineno} takes them as x. {means}"
            spot = spot_of(shown.replay.source, getattr(made, "value", made))
            return Diagnosis("different times", Message(observed, means, advice), spot)
        return shown.said("different times", observed, means, advice)
    return None
