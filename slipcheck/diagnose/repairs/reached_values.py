"""Whether a change gives the value that a sentence asks for."""

from __future__ import annotations

import re

import numpy as np

from slipcheck.exercise import Exercise
from slipcheck.observe.plain import as_array
from slipcheck.verdict import Rerun

from .edit import Edit

SAME = "(?:from the same values )?"


def are_reached(values: str, edit: Edit, rerun: Rerun, exercise: Exercise) -> bool:
    """Whether the change gives an array the value that the sentence asks for: other accepted values may come of it."""
    said = re.search(rf"`(\w+)[^`]*` (?:at .* )?(?:is|becomes) .*; {SAME}it should (?:be|become) (\S+)", values)
    if said is None:
        return True
    run = rerun.attempt([edit.source], exercise.parameters, True)[0]
    made = as_array(run.variables.get(said[1]))
    needed = float(said[2].rstrip("."))
    if needed == 0:  # but for rounding
        return True
    if made is not None and made.ndim == 1 and made.size > 1 and " at step 1;" in values:  # made of a right value
        made = made[1:2]
    elif made is None or made.size < 2:
        return True
    return bool(np.isclose(made, needed, 1e-4, 0).any())
