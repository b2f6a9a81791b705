"""What an exercise shows beside its sliders: which axis, which reference and theory, and how the answer is read."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

import numpy as np

from .observe import Observation

if TYPE_CHECKING:
    from .exercise import Exercise, Parameters

Traces = tuple[np.ndarray | None, list[np.ndarray]]  # an answer's rows, and the curves that it draws beside them


@dataclass(frozen=True)
class Slider:
    """A row of the slider table: ``scale`` turns the slider's number into SI units."""

    label: str
    low: float
    high: float
    step: float
    scale: float
    unit: str = ""  # that follows the number in a sentence
    counts: str = ""  # what a number without a unit counts
    whole: bool = False
    positions: tuple[int, ...] = ()  # the only values it takes, where even steps do not serve

    @property
    def spoken_unit(self) -> str:
        """What a screen reader says after the number."""
        return self.unit or (f" {self.counts}" if self.counts else "")

    def in_words(self, name: str, value: float) -> str:
        """A value of the slider, in its unit."""
        return f"{name} = {value / self.scale:g}{self.unit}"


@dataclass(frozen=True)
class Axis:
    """The vertical axis: ``scale`` leads from SI to the label's unit, which both pairs of limits have too."""

    scale: float
    label: str
    limits: tuple[float, float]  # hold what each slider's ends give
    theory: str = ""  # what the legend calls the theory
    level: tuple[float, str] | None = None  # a line across, in SI units, and its name
    first_limits: tuple[float, float] | None = None  # narrower ones for the first picture: small differences show


@dataclass(frozen=True)
class View:
    """All in SI units. Rows have shape (steps,) on the times of the steps, or (2, steps) with times of their own."""

    axis: Axis
    reference: Callable[[dict[str, np.ndarray], Any], np.ndarray | None]  # Any: the course's own Parameters
    answer: Callable[[Exercise, Observation, Parameters], Traces]
    sentence: Callable[[np.ndarray, Any], str]
    theory: Callable[[Any], list[np.ndarray]] = lambda p: []
    many: bool = False  # realizations, not one trace
    curves: str = ""  # what the legend calls the answer's curves
    variables: tuple[str, ...] = ()  # from which the answer is read, if it is not read from its figure
    lowest: Mapping[str, float] = field(default_factory=dict)  # of sliders that start higher than others of the name


def times(p: Parameters) -> np.ndarray:
    """The time of each step, in s."""
    return np.arange(p.step_end) * p.dt
