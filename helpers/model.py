"""The leaky integrate-and-fire neuron of this series: its parameters and its reference implementation.

Pure functions on numpy arrays, in SI units. Axis 0 is realizations, axis 1 (the last) is time.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np

from . import parameters as given

PERIOD = 0.01  # s, of the sinusoidal input current


@dataclass(frozen=True)
class Parameters:
    """One setting of the model. The first eight are the names that every notebook defines."""

    t_max: float = given.t_max  # s
    dt: float = given.dt  # s
    tau: float = given.tau  # s
    el: float = given.el  # V
    vr: float = given.vr  # V
    vth: float = given.vth  # V
    r: float = given.r  # ohm
    i_mean: float = given.i_mean  # A
    n: int = 50  # realizations in an ensemble
    seed: int = 2020  # of the legacy numpy generator
    step_end: int = 150  # time steps simulated

    def but(self, **changes) -> Parameters:
        """The same setting with some values changed.

        >>> Parameters().but(tau=40e-3).tau
        0.04
        """
        return replace(self, **changes)


GIVEN = ("t_max", "dt", "tau", "el", "vr", "vth", "r", "i_mean")  # the plain names that an answer finds


def times(p: Parameters) -> np.ndarray:
    """The time of each step, in s: shape (step_end,), spacing exactly ``dt``, from 0.

    >>> times(Parameters(step_end=3)).tolist()
    [0.0, 0.001, 0.002]
    """
    return np.arange(p.step_end) * p.dt


def sinusoidal_current(t: np.ndarray, p: Parameters) -> np.ndarray:
    """The input current at times ``t`` (s), in A: I(t) = i_mean (1 + sin(2 pi t / 0.01)).

    >>> print(sinusoidal_current(0.001, Parameters()))
    3.969463130731183e-10
    """
    return p.i_mean * (1 + np.sin((t * 2 * np.pi) / PERIOD))


def random_current(xi: np.ndarray, p: Parameters) -> np.ndarray:
    """The input current of the draws ``xi`` from U(-1, 1), in A, of the shape of ``xi``.

    I(t) = i_mean (1 + 0.1 sqrt(t_max / dt) xi(t)). The root keeps the noise's effect comparable when dt changes.

    >>> print(random_current(0.0, Parameters()))
    2.5e-10
    """
    return p.i_mean * (1 + 0.1 * (p.t_max / p.dt) ** 0.5 * xi)


def euler_step(v: np.ndarray, i: np.ndarray, p: Parameters) -> np.ndarray:
    """V(t + dt), in V, from V(t) and I(t): V + dt / tau (el - V + r I), Eq. (1) of notebook 04.

    >>> print(round(euler_step(-60e-3, 25e-11, Parameters()), 5))
    -0.05875
    """
    return v + p.dt / p.tau * (p.el - v + p.r * i)


def membrane_potential(
    i: np.ndarray, p: Parameters, step=euler_step, start: float | np.ndarray | None = None
) -> np.ndarray:
    """The membrane potential driven by the currents ``i`` (A, shape (..., k)), in V, shape (..., k + 1).

    Entry 0 is V(0), ``el`` unless ``start`` says otherwise; entry k + 1 is one ``step`` from entry k and current k.

    >>> print(membrane_potential(np.full(1000, 25e-11), Parameters())[-1].round(6))  # el + r i_mean
    -0.035
    """
    v = np.empty((*i.shape[:-1], i.shape[-1] + 1))
    v[..., 0] = p.el if start is None else start
    for k in range(i.shape[-1]):
        v[..., k + 1] = step(v[..., k], i[..., k], p)
    return v


def draws(p: Parameters, shape: tuple[int, ...]) -> np.ndarray:
    """The first numbers of ``np.random.seed(seed)``, filled into ``shape`` row by row and stretched to (-1, 1).

    Leaves numpy's own generator alone.

    >>> draws(Parameters(), (2,)).round(3).tolist()
    [0.973, 0.747]
    """
    return 2 * np.random.RandomState(p.seed).random_sample(shape) - 1


def sample_mean(v_n: np.ndarray) -> np.ndarray:
    """The mean over realizations: from shape (n, steps) to (steps,), same unit."""
    return v_n.mean(axis=0)


def sample_std(v_n: np.ndarray, ddof: int = 1) -> np.ndarray:
    """The standard deviation over realizations, dividing by n - ``ddof``: from (n, steps) to (steps,), same unit."""
    return v_n.std(axis=0, ddof=ddof)


def stationary_std(p: Parameters) -> float:
    """The standard deviation, in V, that the random-input ensemble settles at.

    The Euler rule is V' = (1 - a) V + ... + a r I with a = dt / tau; xi has variance 1/3, so the variance settles at
    a^2 (0.1 r i_mean)^2 (t_max / dt) / 3 / (1 - (1 - a)^2).

    >>> print(round(1e3 * stationary_std(Parameters()), 2), "mV")
    2.83 mV
    """
    a = p.dt / p.tau
    noise = 0.1 * p.r * p.i_mean * (p.t_max / p.dt / 3) ** 0.5
    return a * noise / (1 - (1 - a) ** 2) ** 0.5


def mean_in_theory(p: Parameters) -> np.ndarray:
    """The expected V at each time step, in V, shape (step_end,): el + r i_mean (1 - (1 - dt / tau)^k).

    >>> print(mean_in_theory(Parameters())[-1].round(4))
    -0.035
    """
    k = np.arange(p.step_end)
    return p.el + p.r * p.i_mean * (1 - (1 - p.dt / p.tau) ** k)


def std_in_theory(p: Parameters) -> np.ndarray:
    """The expected standard deviation of V at each time step with random input, in V, shape (step_end,).

    The variance of the Euler rule sums (1 - a)^2 over the steps, a = dt / tau; it settles at ``stationary_std``.
    """
    k = np.arange(p.step_end)
    return stationary_std(p) * (1 - (1 - p.dt / p.tau) ** (2 * k)) ** 0.5
