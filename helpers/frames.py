"""What one frame of the sliders shows: the reference, the answer's own traces and curves, and a sentence about them."""

from __future__ import annotations

import warnings

import numpy as np

from .exercise import Exercise
from .model import Parameters, mean_in_theory, std_in_theory, times
from .observe import Observation
from .observe.plain import as_array
from .read import Curve
from .scene import Picture


def setting(p: Parameters, wanted: Exercise) -> str:
    """The sliders' values in words."""
    shown = {"tau": f"tau = {1e3 * p.tau:g} ms", "i_mean": f"i_mean = {1e11 * p.i_mean:g} × 10⁻¹¹ A", "n": f"n = {p.n}"}
    return ", ".join(shown[name] for name in wanted.sliders)


def add_reference(picture: Picture, wanted: Exercise, p: Parameters) -> None:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # a single realization has no deviation
        expected = wanted.reference(p)
    number = wanted.number
    if number in (2, 3, 5):
        picture.reference = expected["i"].T
    elif number <= 7:
        picture.reference = expected["points v"][1:] if "points v" in expected else None
        picture.theory = [mean_in_theory(p)]
    elif number in (11, 12):
        picture.reference, picture.theory = expected["v"][None, :], [mean_in_theory(p)]
    else:
        v_n = expected["ensemble"][1:] if "ensemble" in expected else expected["v_n"]
        mean, theory, spread = v_n.mean(axis=0), mean_in_theory(p), std_in_theory(p)
        std = v_n.std(axis=0, ddof=1) if p.n > 1 else None
        picture.reference = mean[None] if std is None else np.stack([mean, mean + std, mean - std])
        picture.theory = [theory, theory + spread, theory - spread]


def add_answer(picture: Picture, wanted: Exercise, seen: Observation, p: Parameters) -> None:
    """What the answer printed, drew or stored, as traces with times of their own, and its curves."""
    number = wanted.number
    if number == 14 or number == 13:
        rows = as_array(seen.variables.get("v_n"))
        picture.answer = rows if rows is not None and rows.ndim == 2 else None
        if number == 14:
            mean, std = (as_array(seen.variables.get(name)) for name in ("v_mean", "v_std"))
            curves = (
                [mean] if std is None or mean is None or mean.shape != std.shape else [mean, mean + std, mean - std]
            )
            picture.answer_curves = [curve for curve in curves if curve is not None and curve.shape == picture.t.shape]
        if picture.answer is not None and picture.answer.shape[1] != len(picture.t):
            picture.answer = picture.answer.T if picture.answer.shape[0] == len(picture.t) else None
        return
    found = wanted.quantities[0 if number not in (11, 12) else 1].found(seen, p)
    if not found:
        return
    best = next((each for each in found if each.shape[-1] == len(picture.t)), found[0])
    if number in (2, 3, 4):
        rows = found[0]
        best = np.stack([rows[:, 0] if rows.shape[1] > 1 else times(p.but(step_end=len(rows))), rows[:, -1]])
    if number <= 7:
        picture.answer = best[None]
    elif number <= 10:
        picture.answer = np.stack([np.stack([best[0], row]) for row in best[1:]])
        curves = Curve("v").found(seen, p)
        picture.answer_curves = curves[:3] if number > 8 else []
    elif best.shape == picture.t.shape:
        picture.answer = best[None]


def in_words(picture: Picture, wanted: Exercise, p: Parameters) -> str:
    """What the picture shows, with numbers and units, against theory."""
    rows = picture.answer
    if rows is None:
        return f"{setting(p, wanted)}: your answer gives nothing to draw here."
    values = rows[:, 1] if rows.ndim == 3 else rows
    tell = _current if wanted.number in (2, 3, 5) else _trace if len(values) == 1 else _ensemble
    return f"{setting(p, wanted)}: {tell(values, wanted, p)}".replace("-", "−")


def _current(values: np.ndarray, wanted: Exercise, p: Parameters) -> str:
    low, high = 1e12 * np.nanmin(values), 1e12 * np.nanmax(values)
    return f"your current runs from {low:.0f} to {high:.0f} pA; its mean is {1e12 * p.i_mean:.0f} pA."


def _trace(values: np.ndarray, wanted: Exercise, p: Parameters) -> str:
    theory = f"{1e3 * mean_in_theory(p)[-1]:.1f} mV"
    expected = (
        f"theory expects {theory} on average"
        if "seed" in wanted.replacing
        else f"a constant current of the same mean gives {theory} in theory"
    )
    return f"your V ends at {1e3 * values[0, -1]:.1f} mV; {expected}."


def _ensemble(values: np.ndarray, wanted: Exercise, p: Parameters) -> str:
    last = 1e3 * values[:, -1]
    return (
        f"at the end your {len(last)} realizations have mean {last.mean():.2f} mV and standard deviation "
        f"{last.std(ddof=1):.2f} mV; theory expects {1e3 * mean_in_theory(p)[-1]:.2f} mV and "
        f"{1e3 * std_in_theory(p)[-1]:.2f} mV."
    )
