"""The same simulation written in several ways gives the same numbers, as the notebooks say."""

from __future__ import annotations

import random

import numpy as np
import pytest

from helpers.course import COURSE
from helpers.exercises.physical_quantities import VOLTAGE
from slipcheck.assessment import assess
from slipcheck.judge.quantities import Ensemble, Points
from slipcheck.observe import observe
from slipcheck.observe.plain import as_array
from slipcheck.parameter_draws import unseen_parameters
from slipcheck.verdict import Run


@pytest.fixture(scope="module")
def seen(solved):
    shown = {number: COURSE.exercise(number) for number in range(1, 15)}
    return {
        number: observe(solved(number), {name: getattr(exercise.parameters, name) for name in exercise.given})
        for number, exercise in shown.items()
    }


SOURCE_OUTPUTS = {
    1: "0.15 0.001 0.02 -0.06 -0.07 -0.05 100000000.0 2.5e-10",
    2: "2.5e-10 3.969463130731183e-10 4.877641290737885e-10 4.877641290737885e-10 3.9694631307311837e-10 "
    "2.5000000000000007e-10 1.0305368692688176e-10 1.2235870926211617e-11 1.223587092621159e-11 1.0305368692688186e-10",
    3: "0.000 2.5000e-10 0.001 3.9695e-10 0.002 4.8776e-10 0.003 4.8776e-10 0.004 3.9695e-10 0.005 2.5000e-10 "
    "0.006 1.0305e-10 0.007 1.2236e-11 0.008 1.2236e-11 0.009 1.0305e-10",
    4: "0.000 -6.0000e-02 0.001 -5.8750e-02 0.002 -5.6828e-02 0.003 -5.4548e-02 0.004 -5.2381e-02 0.005 -5.0778e-02 "
    "0.006 -4.9989e-02 0.007 -4.9974e-02 0.008 -5.0414e-02 0.009 -5.0832e-02",
}


@pytest.mark.parametrize("number", SOURCE_OUTPUTS)
def test_exercises_1_to_4_print_the_sample_outputs_of_the_source(seen, number):
    assert seen[number].printed.split() == SOURCE_OUTPUTS[number].split()


def traces(seen, number) -> np.ndarray:
    p = COURSE.exercise(number).parameters
    if number == 7:
        return Points("v", VOLTAGE).candidates(seen[7], p)[0][1]
    if number in (8, 9, 10):
        return Ensemble("v", VOLTAGE).candidates(seen[number], p)[0][1:]
    return as_array(seen[number].variables["v" if number < 13 else "v_n"])


@pytest.mark.parametrize(("one", "other"), [(7, 11), (11, 12), (8, 9), (9, 10), (13, 14)])
def test_two_ways_of_writing_agree_to_rounding(seen, one, other):
    assert traces(seen, one) == pytest.approx(traces(seen, other), rel=1e-12)


def test_the_first_row_of_the_table_is_the_single_trace(seen):
    assert traces(seen, 13)[0] == pytest.approx(traces(seen, 7), rel=1e-12)


def test_deviations_in_lists_and_in_numpy_agree(seen):
    last = traces(seen, 10)[:, -1]
    assert seen[10].variables["v_std"] == pytest.approx(last.std(ddof=1), rel=1e-9)
    v_std = as_array(seen[14].variables["v_std"])
    assert v_std == pytest.approx(traces(seen, 14).std(axis=0, ddof=1), rel=1e-12)


@pytest.mark.parametrize("number", [11, 12, 13, 14])
def test_the_time_axis_of_the_array_exercises_has_spacing_dt(seen, number):
    t_range = as_array(seen[number].variables["t_range"])
    assert len(t_range) == 150
    assert np.diff(t_range) == pytest.approx(np.full(149, 1e-3), rel=1e-9)


@pytest.mark.sample(5)
@pytest.mark.parametrize("number", range(2, 15))
def test_the_reference_and_the_solution_agree_at_other_parameters(solved, number):
    """Through the judge, at ten draws: the solution is right wherever it is looked at."""
    wanted = COURSE.exercise(number)
    first = Run(
        wanted.parameters,
        observe(solved(number), {name: getattr(wanted.parameters, name) for name in wanted.given}),
    )
    chance = random.Random(11)
    for _ in range(10 if number < 8 else 4):
        p = unseen_parameters(wanted, chance, 1)[0]
        again = Run(p, observe(solved(number), wanted.values(p), replacing=wanted.replaced_names))
        verdict = assess(wanted, [first, again])
        assert verdict.state == "right", (p, [part_verdict.message for part_verdict in verdict.parts])


@pytest.mark.sample(2)
@pytest.mark.parametrize("number", [4, 8, 11, 12, 13])
def test_a_reset_that_no_neuron_needs_is_seen_at_whatever_parameters_are_drawn(number):
    """Where the membrane potential stays below threshold the two do the same: such parameters tell nothing."""
    wanted = COURSE.exercise(number)
    reset = next(slip for slip in wanted.slips if slip.name == "reset condition")
    names = next(part for part in wanted.parts if part.unseen_parameters).quantities
    for seed in range(12):
        p = unseen_parameters(wanted, random.Random(seed), 1)[0]
        right, wrong = wanted.reference(p), wanted.reference(p, **reset.change)
        assert not all(wanted.quantity(name).same(wrong[name], right[name], p) for name in names), (seed, p)
