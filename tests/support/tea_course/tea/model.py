"""What the tea does: it cools, and its leaves drift. Times in s, temperatures in °C, positions in m."""

from dataclasses import dataclass

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


def cooling_step(temperature: float, p: Parameters) -> float:
    """The temperature one time step later, by Newton's law of cooling."""
    return temperature + p.dt * p.k * (p.room - temperature)


def positions(p: Parameters) -> np.ndarray:
    """Where leaves that start at 0 are at each time step: shape (n, step_end)."""
    u = np.random.RandomState(p.seed).random_sample((p.n, p.step_end - 1))
    return np.cumsum(np.pad(p.length * (2 * u - 1), ((0, 0), (1, 0))), axis=1)
