"""Exercise 8: an ensemble in a list."""

import numpy as np

from helpers import views
from helpers.model import draws, euler_step
from slipcheck.exercise import Part
from slipcheck.judge.figure_rules import visible
from slipcheck.judge.quantities import Ensemble

from . import equations
from .euler_slips import EULER
from .figure_slips import MANY_FIGURES, SWAPPED
from .noise_slips import NOISE_BY_FORMULA
from .physical_quantities import VOLTAGE, labels, unit_notes
from .references import ensemble_in_lists
from .shared_fields import LIST_ENSEMBLE, STEP_FIRST, lif_exercise
from .slip_rows import shape, slip


def _points_at(observation, p, step):
    xs = [x for figure in observation.figures for artist in figure["artists"] for x in artist["x"]]
    return sum(abs(x - step * p.dt) < 1e-6 * p.dt for x in xs)


def last_only(v, i, p):
    """Only the last realization takes the step."""
    stepped = v.copy()
    stepped[-1] = euler_step(v[-1], i[-1], p)
    return stepped


def neighbour(v, i, p):
    """Each realization starts from the one before it in the list, which has taken its step already."""
    stepped = v.copy()
    for j in range(len(v)):
        stepped[j] = euler_step(stepped[j - 1], i[j], p)
    return stepped


SLIPS = (
    slip("step outside the inner loop", "Only one realization moves.", "The step is outside the inner loop, so it runs once in each time step.",
         "Indent it like the line above.", step=last_only),
    slip("neighbour", "The realizations are mixed up.", "Each realization continues from the value of the one before it in the list, not from its own.",
         "Which place of the list holds the old value of realization j?", step=neighbour),
    slip("one current for all", "All realizations are the same trace.", "All realizations share one random number in each time step.", "Draw a number for each realization.", drawn=lambda p: np.repeat(draws(p, (1, p.step_end)), p.n, axis=0)),
    slip("seed in the loop", "Each realization has the same current at all times.", "The generator is seeded again in each time step.",
         "Seed once, before the loops.", drawn=lambda p: np.repeat(draws(p, (p.n, 1)), p.step_end, axis=1)),
    slip("seed in the loop", "All currents are the same.", "The generator is seeded again before each number.",
         "Seed once, before the loops.", drawn=lambda p: np.full((p.n, p.step_end), draws(p, (1,))[0])),
    shape("one realization drawn", "There is one point a time step, not one for each realization.", "The plot command gets one value, not the list.",
          "Give the plot command the whole list as y. As x, give a list with the time repeated n times.", lambda observation, p: _points_at(observation, p, 3) == 1),
    shape("drawn while stepping", "At each time there are far too many points.", "The plot command is inside the inner loop, so it draws the "
          "list again after each single change.", "Move it out of the inner loop.", lambda observation, p: _points_at(observation, p, 3) > 2 * p.n + 5),
    shape("drawn once", "Only the last time is drawn.", "The plot command comes after both loops.", "Indent it into the outer loop.",
          lambda observation, p: _points_at(observation, p, 3) == 0 and _points_at(observation, p, p.step_end - 1) >= p.n),
    *MANY_FIGURES,
    SWAPPED,
    *EULER,
)  # fmt: skip

EXERCISE = lif_exercise(
    **LIST_ENSEMBLE,
    number=8,
    equations=equations.LIST,
    outputs=equations.DRAW_LIST,
    loops=equations.FROM_ZERO_EACH,
    title="An ensemble in lists",
    reference=ensemble_in_lists,
    quantities=(Ensemble("ensemble", VOLTAGE),),
    parts=(
        Part("numbers", "every realization has its value at every time", 2, quantities=("ensemble",)),
        Part("figure", "all realizations can be seen, axis labels with units", 1,
             rules=(visible(VOLTAGE, 5), *labels(VOLTAGE)), remarks=unit_notes(VOLTAGE)),
        Part("parameters", "right with other parameters, another n and another seed too", 1, quantities=("ensemble",), unseen_parameters=True),
    ),
    accepted_variants=(STEP_FIRST,),
    slips=(*SLIPS, *NOISE_BY_FORMULA),
    hints=(
        "The list `v_n` holds one V for each realization. Three lines are missing: make the list, draw the list, and change one place of the list.",
        "Look at the three lines with a `...`. A list times a whole number repeats the list. The plot needs `n` times for the `n` values. In the inner "
        "loop only place `j` changes.",
        "`v_n`: write `el` in square brackets, and multiply this list by `n`.\n"
        '`plt.plot`: write `t` in square brackets, and multiply this list by `n`. After a comma write `v_n`, `"k."` and `alpha=0.1`, in this order, '
        "with commas in between.\n"
        "`v_n[j]`: write `v_n[j]` plus `dt / tau` times a bracket. In the bracket: `el` minus `v_n[j]` plus `r` times `i`.",
    ),
    another="A comprehension builds the same list: `[el for j in range(n)]`.",
    placeholders=3,
    view=views.LISTS,
)  # fmt: skip
