"""What an exercise is made of: its reference, what counts, which other readings are right, its slips and hints."""

from __future__ import annotations

import random
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import cached_property

import numpy as np

from .model import GIVEN, Parameters
from .observe import Observation

DRAWS = 100  # at most, for one setting
Reference = Callable[..., dict[str, np.ndarray]]


@dataclass(frozen=True)
class Message:
    """What was seen, what it means, what to try next: never the answer's code, no blame."""

    seen: str
    means: str
    next: str

    def __str__(self):
        return f"{self.seen} {self.means} {self.next}"


@dataclass(frozen=True)
class Slip:
    """A known misconception: a variant of the reference (``change``: keywords for it), or a ``pattern`` observed.

    Where two variants behave alike, ``source`` (a predicate on the answer's text) says whether this is the one; it can
    only name a slip, never pass or fail an answer.
    """

    name: str
    message: Message
    change: Mapping[str, object] | None = None
    pattern: Callable[[Observation, Parameters], bool] | None = None
    source: Callable[[str], bool] | None = None
    parts: tuple[str, ...] = ()  # in which it is looked for; all, if empty


@dataclass(frozen=True)
class Reading:
    """Another right way to read the exercise: keywords for the reference, and a note for the student."""

    change: Mapping[str, object]
    note: str


@dataclass(frozen=True)
class Part:
    """One graded part. It is right when all ``quantities`` match in its runs (shown, or others) and no rule objects.

    A rule is a function (Observation, Parameters) -> (slip, Message) or None: its objection to the figure or print.
    """

    name: str
    title: str
    points: int
    quantities: tuple[str, ...] = ()
    others: bool = False
    beside: tuple[str, ...] = ()  # quantities that a slip must explain too
    rules: tuple[Callable[[Observation, Parameters], tuple[str, Message] | None], ...] = ()


@dataclass(frozen=True)
class Exercise:
    number: int
    title: str
    shown: Parameters
    reference: Reference
    quantities: tuple
    parts: tuple[Part, ...]
    slips: tuple[Slip, ...]
    hints: tuple[str, ...]
    another: str
    blanks: int  # how many `...` the stub has
    varied: tuple[str, ...] = ()  # the values that differ in the other runs
    replacing: tuple[str, ...] = ()  # names that the answer itself assigns, to be replaced in the other runs
    readings: tuple[Reading, ...] = ()
    own: Callable | None = (
        None  # the answer's own random numbers, if they are the same process: keywords for the reference
    )
    noise: Callable | None = None  # what is wrong with the answer's random numbers, as (slip, Message), if anything
    given: tuple[str, ...] = GIVEN
    sliders: tuple[str, ...] = ()
    formulas: Mapping[str, object] = field(default_factory=dict)  # keyword of the reference: mutants.Formula
    steps: tuple[int, int] | None = None  # range of step_end in the other runs; None keeps the shown one

    def quantity(self, name: str):
        return next(quantity for quantity in self.quantities if quantity.name == name)

    def part(self, name: str) -> Part:
        """Raises KeyError with the parts there are."""
        for part in self.parts:
            if part.name == name:
                return part
        known = ", ".join(f'"{part.name}"' for part in self.parts)
        raise KeyError(f'Exercise {self.number} has no part "{name}". Its parts are {known}.')

    def values(self, p: Parameters) -> dict[str, float]:
        """What a run gets: the given names, and the replaced ones."""
        return {name: getattr(p, name) for name in (*self.given, *self.replacing)}

    def draw(self, chance: random.Random) -> Parameters:
        """Parameters that differ from the shown ones in all that the exercise varies, and tell apart what those do.

        Else a slip such as the reset condition would go unseen where the membrane potential stays below threshold.
        """
        for _ in range(DRAWS):
            p = self._draw(chance)
            if all(self._tells(slip, p) for slip in self._telling):
                break
        return p

    @cached_property
    def _telling(self) -> list[Slip]:
        return [slip for slip in self.slips if slip.change is not None and self._tells(slip, self.shown)]

    def _tells(self, slip: Slip, p: Parameters) -> bool:
        """Whether the slip changes, at these parameters, what the parts that look at other parameters compare."""
        names = {name for part in self.parts if part.others for name in part.quantities}
        with np.errstate(all="ignore"):
            right, wrong = self.reference(p), self.reference(p, **slip.change)
        return not all(self.quantity(name).same(wrong[name], right[name], p) for name in names)

    def _draw(self, chance: random.Random) -> Parameters:
        """From sensible ranges, none of which holds the shown value."""
        ranges = {
            "tau": lambda: chance.choice([chance.uniform(8e-3, 15e-3), chance.uniform(27e-3, 60e-3)]),
            "el": lambda: chance.choice([chance.uniform(-75e-3, -64e-3), chance.uniform(-56e-3, -50e-3)]),
            "r": lambda: chance.choice([chance.uniform(50e6, 80e6), chance.uniform(130e6, 200e6)]),
            "i_mean": lambda: chance.choice([chance.uniform(8e-11, 19e-11), chance.uniform(31e-11, 45e-11)]),
            "dt": lambda: chance.choice([0.4e-3, 0.5e-3, 0.7e-3, 1.3e-3, 1.6e-3, 1.9e-3]),
            "n": lambda: chance.choice([5, 6, 7, 8, 9, 11, 12]),
            "seed": lambda: chance.randrange(1, 2**31),
        }
        values = {name: ranges[name]() for name in self.varied if name in ranges}
        p = self.shown.but(**{name: float(f"{x:.3g}") if isinstance(x, float) else x for name, x in values.items()})
        if self.steps is None:
            return p
        return with_steps(p, chance.randint(*self.steps))


def with_steps(p: Parameters, step_end: int) -> Parameters:
    """``p`` with ``t_max`` so that ``int(t_max / dt)``, rounding and counting up all give at least ``step_end`` steps.

    >>> with_steps(Parameters(dt=0.7e-3), 40).step_end
    40
    """
    while True:
        t_max = step_end * p.dt
        if int(t_max / p.dt) == len(np.arange(0, t_max, p.dt)) == step_end == int(t_max // p.dt):
            return p.but(t_max=t_max, step_end=step_end)
        step_end += 1
