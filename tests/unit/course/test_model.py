"""Physics: closed forms, fixed points, linearity, 1/sqrt(n), dt -> 0."""

from __future__ import annotations

import numpy as np
import pytest

from helpers import model
from helpers.model import Parameters

P = Parameters()


def test_constant_current_follows_the_closed_form_of_the_euler_recurrence():
    i = np.full(150, P.i_mean)
    k = np.arange(151)
    closed = P.el + P.r * P.i_mean * (1 - (1 - P.dt / P.tau) ** k)
    assert model.membrane_potential(i, P) == pytest.approx(closed, rel=1e-12)


def test_constant_current_settles_at_minus_35_millivolt():
    v = model.membrane_potential(np.full(2000, P.i_mean), P)
    assert v[-1] == pytest.approx(-35e-3, rel=1e-9)
    assert v[-1] == pytest.approx(P.el + P.r * P.i_mean, rel=1e-9)


def test_the_steady_state_lies_above_the_threshold_so_nothing_may_spike():
    assert P.el + P.r * P.i_mean > P.vth


def test_without_input_the_potential_stays_at_the_leak_potential():
    assert (model.membrane_potential(np.zeros(50), P) == P.el).all()


@pytest.mark.parametrize("factor", [0.5, 2, 7])
def test_the_deflection_is_linear_in_the_mean_current(factor):
    t = model.times(P)
    once = model.membrane_potential(model.sinusoidal_current(t, P), P) - P.el
    p = P.but(i_mean=factor * P.i_mean)
    scaled = model.membrane_potential(model.sinusoidal_current(t, p), p) - P.el
    assert scaled == pytest.approx(factor * once, rel=1e-9, abs=1e-15)


def test_the_error_falls_in_proportion_to_the_time_step():
    """Against the exact solution of the membrane equation with constant input, at t = tau."""
    exact = P.el + P.r * P.i_mean * (1 - np.exp(-1))
    errors = []
    for steps in (20, 40, 80, 160):
        p = P.but(dt=P.tau / steps)
        errors.append(abs(model.membrane_potential(np.full(steps, P.i_mean), p)[-1] - exact))
    orders = np.log2(np.divide(errors[:-1], errors[1:]))
    assert orders == pytest.approx([1, 1, 1], abs=0.03)


def test_the_random_ensemble_settles_at_the_stationary_deviation():
    xi = np.random.default_rng(1).uniform(-1, 1, (20_000, 150))
    std = model.sample_std(model.membrane_potential(model.random_current(xi, P), P))
    assert std[-1] == pytest.approx(2.83e-3, rel=0.02)
    assert std[-1] == pytest.approx(model.stationary_std(P), rel=0.02)
    assert std[:-1] == pytest.approx(model.std_in_theory(P), rel=0.03)


def test_the_standard_error_falls_as_one_over_the_root_of_n():
    xi = np.random.default_rng(2).uniform(-1, 1, (400 * 64, 100))
    last = model.membrane_potential(model.random_current(xi, P), P)[:, -1]
    few, many = (last.reshape(-1, n).mean(axis=1).std() for n in (4, 64))
    assert few / many == pytest.approx(4, rel=0.15)


def test_draws_are_those_of_the_legacy_generator_and_leave_it_alone():
    np.random.seed(5)
    before = np.random.get_state()[1].copy()
    drawn = model.draws(P, (3,))
    assert (np.random.get_state()[1] == before).all()
    np.random.seed(2020)
    assert drawn == pytest.approx(2 * np.random.random(3) - 1)


def test_the_sample_deviation_divides_by_n_minus_one():
    v_n = np.array([[2.0], [4.0], [6.0]])
    assert model.sample_std(v_n) == pytest.approx([2.0])
    assert model.sample_std(v_n, ddof=0) == pytest.approx([(8 / 3) ** 0.5])


def test_times_have_spacing_exactly_dt():
    assert np.diff(model.times(P)) == pytest.approx(np.full(149, P.dt), rel=1e-12)
