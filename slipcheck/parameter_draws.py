"""Unseen parameters: drawn for an exercise so that what its slips change can be seen at them."""

from __future__ import annotations

import random
from collections.abc import Mapping
from dataclasses import replace

import numpy as np

from .exercise import Exercise, Parameters, Range, Slip

DRAWS = 100  # at most, for one setting
UNSEEN = 2  # settings of a notebook
BESIDE = 0.03  # of a value: how far one answer's setting lies from another's
_of_notebook: dict[int, list[Parameters]] = {}


def unseen_parameters(exercise: Exercise, chance: random.Random, count: int) -> list[Parameters]:
    """``count`` settings that differ from the shown one in all that the exercise varies, and tell apart what that does.

    Else a slip such as a reset would go unseen where the threshold is never reached.
    """
    as_given = Compared(exercise, exercise.parameters)
    visible = [slip for slip in exercise.slips if slip.change is not None and as_given.shows(slip)]
    return [_telling(exercise, visible, chance) for _ in range(count)]


def near(exercise: Exercise, p: Parameters, chance: random.Random) -> Parameters:
    """A setting a little beside ``p``, so that it still tells apart what ``p`` does, with a seed of its own.

    Steps of time stay as they are where their number must fit a duration.
    """
    fits = exercise.joined_names
    names = [name for name in exercise.varied_names if name in exercise.ranges and name not in fits]
    values = {name: getattr(p, name) for name in names}
    shifted = {
        name: float(f"{value * (1 + chance.uniform(-BESIDE, BESIDE)):.6g}")
        for name, value in values.items()
        if isinstance(value, float)
    }
    seed = {"seed": _value(exercise.ranges["seed"], chance)} if "seed" in values else {}
    return replace(p, **shifted, **seed)


def unseen_in_the_notebook(exercise: Exercise) -> list[Parameters]:
    """The unseen parameters of an exercise in its notebook, the same each time."""
    key = id(exercise)
    if key not in _of_notebook:
        _of_notebook[key] = unseen_parameters(exercise, random.Random(exercise.number), UNSEEN)
    return _of_notebook[key]


def _telling(exercise: Exercise, visible: list[Slip], chance: random.Random) -> Parameters:
    for _ in range(DRAWS):
        p = _draw(exercise, chance)
        compared = Compared(exercise, p)
        if all(compared.shows(slip) for slip in visible):
            break
    return p


class Compared:
    """What the parts that look at unseen parameters compare, at the parameters ``p``."""

    def __init__(self, exercise: Exercise, p: Parameters) -> None:
        self.exercise, self.p = exercise, p
        self.names = {name for part in exercise.parts if part.unseen_parameters for name in part.quantities}
        self.right = self._reference()

    def shows(self, slip: Slip) -> bool:
        """Whether the slip changes it."""
        wrong = self._reference(slip.change)
        alike = (self.exercise.quantity(name).same(wrong[name], self.right[name], self.p) for name in self.names)
        return not all(alike)

    def _reference(self, change: Mapping[str, object] | None = None) -> Mapping[str, np.ndarray]:
        with np.errstate(all="ignore"):
            return self.exercise.reference(self.p, **(change or {}))


def _value(values: Range, chance: random.Random) -> float:
    """One value of a range."""
    if callable(values):
        return values(chance)
    low, high = values
    if isinstance(low, int) and isinstance(high, int):
        return chance.randint(low, high)
    return chance.uniform(low, high)


def _draw(exercise: Exercise, chance: random.Random) -> Parameters:
    """From the exercise's ranges, to three digits."""
    values = {name: _value(exercise.ranges[name], chance) for name in exercise.varied_names if name in exercise.ranges}
    rounded = {name: float(f"{x:.3g}") if isinstance(x, float) else x for name, x in values.items()}
    p = replace(exercise.parameters, **rounded)
    if exercise.steps is None or exercise.with_steps is None:
        return p
    drawn: Parameters = exercise.with_steps(p, *exercise.steps, chance)
    return drawn
