"""What the sliders of each exercise show: the current, one trace, or an ensemble, beside reference and theory."""

from __future__ import annotations

from dataclasses import replace
from functools import partial

import numpy as np

from helpers.exercises.physical_quantities import VOLTAGE
from slipcheck.sliders import traces
from slipcheck.view import Axis, Slider, View

from .model import Parameters, mean_in_theory, std_in_theory

NUMBERS = (1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000)
SLIDERS = {
    "tau": Slider("tau (ms)", 2, 100, 1, 1e-3, " ms"),
    "i_mean": Slider("i_mean (10⁻¹¹ A)", 0, 50, 0.5, 1e-11, " × 10⁻¹¹ A"),
    "n": Slider("n (realizations)", 1, 2000, 1, 1, counts="realizations", whole=True, positions=NUMBERS),
}
LEVEL = (Parameters().vth, "$V_{th}$")
AMPERES = Axis(1e12, "$I$ (pA)", (-60, 1060))
VOLTS = Axis(1e3, "$V_m$ (mV)", (-66, 4), "theory, constant current", LEVEL, first_limits=(-62, -22))
FIRST_VOLTS = replace(VOLTS, first_limits=(-62, -38))  # ten steps do not rise further
NOISY_VOLTS = Axis(1e3, "$V_m$ (mV)", (-72, 12), "theory", LEVEL, first_limits=(-64, -18))


def _current(values: np.ndarray, p: Parameters) -> str:
    low, high = 1e12 * np.nanmin(values), 1e12 * np.nanmax(values)
    return f"your current runs from {low:.0f} to {high:.0f} pA; its mean is {1e12 * p.i_mean:.0f} pA."


def _trace(values: np.ndarray, p: Parameters) -> str:
    theory = f"{1e3 * mean_in_theory(p)[-1]:.1f} mV"
    expected = f"a constant current of the same mean gives {theory} in theory"
    return f"your V ends at {1e3 * values[0, -1]:.1f} mV; {expected}."


def _noisy_trace(values: np.ndarray, p: Parameters) -> str:
    theory = f"{1e3 * mean_in_theory(p)[-1]:.1f} mV"
    return f"your V ends at {1e3 * values[0, -1]:.1f} mV; theory expects {theory} on average."


def _ensemble(values: np.ndarray, p: Parameters) -> str:
    if len(values) == 1:
        return _noisy_trace(values, p)
    last = 1e3 * values[:, -1]
    return (
        f"at the end your {len(last)} realizations have mean {last.mean():.2f} mV and standard deviation "
        f"{last.std(ddof=1):.2f} mV; theory expects {1e3 * mean_in_theory(p)[-1]:.2f} mV and "
        f"{1e3 * std_in_theory(p)[-1]:.2f} mV."
    )


def _band_of(v_n: np.ndarray) -> np.ndarray:
    """Mean, and mean plus and minus the deviation, as rows; the mean alone of a single realization."""
    mean = v_n.mean(axis=0)
    if len(v_n) == 1:
        return mean[None]
    std = v_n.std(axis=0, ddof=1)
    return np.stack([mean, mean + std, mean - std])


def _band_in_theory(p: Parameters) -> list[np.ndarray]:
    mean, std = mean_in_theory(p), std_in_theory(p)
    return [mean, mean + std, mean - std]


def _mean_in_theory(p: Parameters) -> list[np.ndarray]:
    return [mean_in_theory(p)]


CURRENT = partial(View, AMPERES, lambda expected, p: expected["i"].T, sentence=_current)
TRACE = partial(View, reference=lambda expected, p: expected["points v"][1:], theory=_mean_in_theory, sentence=_trace)
NOISY = partial(View, NOISY_VOLTS, theory=_mean_in_theory, sentence=_noisy_trace)
ENSEMBLE = partial(View, NOISY_VOLTS, theory=_band_in_theory, sentence=_ensemble, many=True)
IN_LISTS = partial(ENSEMBLE, reference=lambda expected, p: _band_of(expected["ensemble"][1:]))
IN_TABLES = partial(ENSEMBLE, reference=lambda expected, p: _band_of(expected["v_n"]))

PRINTED_CURRENT = CURRENT(answer=traces.printed)
DRAWN_CURRENT = CURRENT(answer=traces.drawn)
PRINTED_TRACE = TRACE(FIRST_VOLTS, answer=traces.printed)
DRAWN_TRACE = TRACE(VOLTS, answer=traces.drawn)
NOISY_TRACE = NOISY(reference=lambda expected, p: expected["points v"][1:], answer=traces.drawn)
STORED_TRACE = NOISY(reference=lambda expected, p: expected["v"][None, :], answer=traces.stored("v"), variables=("v",))
LISTS = IN_LISTS(answer=traces.drawn_ensemble)
LISTS_WITH_MEAN = IN_LISTS(answer=traces.drawn_with_curves(VOLTAGE), curves="your mean")
LISTS_WITH_DEVIATION = IN_LISTS(answer=traces.drawn_with_curves(VOLTAGE), curves="your mean ± std", lowest={"n": 2})
TABLE = IN_TABLES(answer=traces.stored_table("v_n"), variables=("v_n",))
TABLE_WITH_DEVIATION = IN_TABLES(
    answer=traces.stored_table("v_n", "v_mean", "v_std"),
    curves="your mean ± std",
    variables=("v_n", "v_mean", "v_std"),
    lowest={"n": 2},
)
