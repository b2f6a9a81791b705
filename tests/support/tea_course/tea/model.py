"""What the tea does: it cools, and its leaves drift. Times in s, temperatures in °C, positions in m.

Axis 0 is leaves, axis 1 (the last) is time.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np


@dataclass(frozen=True)
class Parameters:
    """One setting of both exercises."""

    dt: float = 30.0  # s, one time step
    k: float = 0.002  # 1/s, rate of cooling
    start: float = 90.0  # °C, temperature of the tea at the start
    room: float = 20.0  # °C, temperature of the room
    length: float = 0.002  # m, longest jump of a leaf
    n: int = 100  # leaves
    seed: int = 7  # of the legacy numpy generator
    step_end: int = 10  # time steps

    def but(self, **changes) -> Parameters:
        """The same setting with some values changed."""
        return replace(self, **changes)


def cooling_step(temperature: float, p: Parameters) -> float:
    """The temperature (°C) one time step later, by Newton's law of cooling.

    >>> round(cooling_step(90.0, Parameters()), 2)
    85.8
    """
    return temperature + p.dt * p.k * (p.room - temperature)


def temperatures(p: Parameters, step=cooling_step) -> np.ndarray:
    """The temperature at each time step and one step after the last, in °C: shape (step_end + 1,)."""
    values = [p.start]
    for _ in range(p.step_end):
        values.append(step(values[-1], p))
    return np.array(values, float)


def random_numbers(p: Parameters) -> np.ndarray:
    """Uniform on (0, 1), one for each leaf and each step after the first: shape (n, step_end - 1)."""
    return np.random.RandomState(p.seed).random_sample((p.n, p.step_end - 1))


def positions(jumps: np.ndarray) -> np.ndarray:
    """Where the leaves are that start at 0 and make ``jumps`` (m): shape (n, step_end), in m."""
    return np.cumsum(np.pad(jumps, ((0, 0), (1, 0))), axis=1)
