"""The references of the exercises that simulate, with keywords for their variants."""

from __future__ import annotations

import numpy as np

from helpers.model import (
    Parameters,
    draws,
    euler_step,
    membrane_potential,
    random_current,
    sample_mean,
    sample_std,
    sinusoidal_current,
    times,
)


def sinusoidal(
    p: Parameters,
    *,
    current=sinusoidal_current,
    step=euler_step,
    simulate=membrane_potential,
    time=times,
    start=None,
    after=False,
    display=None,
) -> dict:
    """Exercises 2-6: ``t`` (s), ``i`` (A), ``v`` (V), each of shape (step_end,), and printed pairs as rows.

    ``after``: show V(t + dt) at t. ``display``: another choice of what stands at each time, from (t, i, v).
    """
    t = time(p)
    i = current(t, p)
    v = simulate(i, p, step, start)
    v = v[1:] if after else v[:-1]
    if display is not None:
        t, i, v = display(t, i, v)
    return {
        "i": np.asarray(i)[:, None],
        "t, i": np.column_stack([t, i]),
        "t, v": np.column_stack([t, v]),
        "points i": np.stack([t, i]),
        "points v": np.stack([t, v]),
    }


def single(p: Parameters, *, current=random_current, step=euler_step, after=False, time=times) -> dict:
    """Exercise 7: the points (t, V) of one trace with random input, array (2, step_end)."""
    xi = draws(p, (p.step_end,))
    v = membrane_potential(current(xi, p), p, step)
    return {"points v": np.stack([time(p), v[1:] if after else v[:-1]])}


def ensemble_in_lists(
    p: Parameters,
    *,
    current=random_current,
    step=euler_step,
    simulate=membrane_potential,
    after=False,
    drawn=lambda p: draws(p, (p.step_end, p.n)).T,
    mean=lambda v_n, later, p: sample_mean(v_n),
    var_n=lambda v_n, mean: (v_n - mean) ** 2,
    var=lambda var_n, p: var_n.sum(axis=0) / (p.n - 1),
    std=lambda var, p: np.sqrt(var),
    band=lambda mean, std: (mean + std, mean - std),
    spread="now",
) -> dict:
    """Exercises 8-10: the ensemble drawn at each time, its mean and standard deviation; numbers step by step, each for
    all realizations in turn. ``v_mean``, ``v_var``, ``v_std`` are the last step's, as the loop leaves them."""
    v = simulate(current(drawn(p), p), p, step)
    v_n = v[:, 1:] if after else v[:, :-1]
    later = v[:, 1:]
    t = times(p)
    v_mean = mean(v_n, later, p)
    v_var_n = var_n(v_n if spread == "now" else later, v_mean)
    v_var = var(v_var_n, p)
    v_std = std(v_var, p)
    upper, lower = band(v_mean, v_std)
    return {
        "ensemble": np.vstack([t, v_n]),
        "v_mean": np.asarray(v_mean)[-1],
        "v_var_n": v_var_n[:, -1],
        "v_var": v_var[-1],
        "v_std": v_std[-1],
        "curve mean": np.stack([t, np.broadcast_to(v_mean, t.shape)]),
        "curve upper": np.stack([t, upper]),
        "curve lower": np.stack([t, lower]),
    }


def in_arrays(
    p: Parameters,
    *,
    current=random_current,
    step=euler_step,
    drive="old",
    drawn=lambda p: draws(p, (p.step_end,)),
    stored=None,
) -> dict:
    """Exercises 11-12: ``i`` and ``v``, arrays (step_end,), and the trace drawn.

    ``drive``: old, V[k] from V[k - 1] and I[k - 1], or new, with I[k].
    """
    i = current(drawn(p), p)
    v = membrane_potential(i if drive == "old" else i[..., 1:], p, step)
    v = v[..., : i.shape[-1]]
    if stored is not None:
        v = stored(v, i, p)
    return {"i": i, "v": v, "v_n": v}


def in_tables(
    p: Parameters,
    *,
    mean=lambda v_n: sample_mean(v_n),
    std=lambda v_n: sample_std(v_n),
    drawn=lambda p: draws(p, (p.n, p.step_end)),
    of="v_n",
    **change,
) -> dict:
    """Exercises 13-14: ``i`` and ``v_n``, arrays (n, step_end), with the mean and standard deviation over realizations."""
    arrays = in_arrays(p, drawn=drawn, **change)
    return {**arrays, "v_mean": mean(arrays["v_n"]), "v_std": std(arrays[of])}
