"""Exercise 13: the ensemble in a 2d array."""

from dataclasses import replace

import numpy as np

from helpers import views
from helpers.model import draws, random_current
from slipcheck.exercise import Part
from slipcheck.judge.curve_rules import draws_own
from slipcheck.judge.figure_rules import visible
from slipcheck.judge.quantities import Variable

from . import equations
from .euler_slips import EULER_ARRAYS, LOOP_FROM_ZERO, NOT_YET_COMPUTED
from .figure_slips import FIGURE_SWAPPED
from .noise_slips import NOISE_ARRAYS
from .physical_quantities import VOLTAGE, labels, unit_notes
from .references import in_tables
from .shared_fields import ARRAY_ENSEMBLE, NEW_CURRENT, lif_exercise
from .slip_rows import slip

SLIPS = (
    FIGURE_SWAPPED,
    LOOP_FROM_ZERO,
    replace(slip("one trace repeated", "All realizations are the same trace.", "This list repeats one trace n times: the steps are made once.",
                 "Make the steps of each realization with its own row of `i`.", source=r"\)\s*\]\s*\*\s*n\b", stored=lambda v, i, p: v[:1] + 0 * v), about="v_n"),
    slip("one row on the right", "All realizations follow the first one.", "On the right side one row is used for all.",
         "Which index means all rows?", stored=lambda v, i, p: v[:1] + 0 * v),
    slip("seed in the loop", "Each realization has the same current at all times.", "The generator is seeded again for each column.",
         "Seed once, before the loops.", source=r"(?m)^\s+np\.random\.seed", drawn=lambda p: np.repeat(draws(p, (p.n, 1)), p.step_end, axis=1)),
    NOT_YET_COMPUTED,
    *NOISE_ARRAYS,
    slip("one current for all", "All realizations are the same trace.", "All realizations share one row of random numbers.",
         "The random numbers need a row for each realization: how many rows and columns is that?", current=lambda xi, p: random_current(xi[:1] + 0 * xi, p)),
    slip("one number a realization", "Each realization gets the same random number at every step.", "Only one number a realization is drawn.",
         "How many random numbers are needed in all? Give both sizes.", current=lambda xi, p: random_current(xi.reshape(-1)[: len(xi), None] + 0 * xi, p)),
    *EULER_ARRAYS,
)  # fmt: skip

EXERCISE = lif_exercise(
    **ARRAY_ENSEMBLE,
    number=13,
    equations=equations.TABLE,
    outputs=equations.DRAW_TABLE,
    loops=equations.FROM_ONE_EACH,
    title="Arrays in two dimensions",
    reference=in_tables,
    quantities=(Variable("i", kind="array", transposed=True), Variable("v_n", kind="array", transposed=True)),
    parts=(
        Part("numbers", "the arrays i and v_n are right", 2, quantities=("i", "v_n")),
        Part("figure", "every realization can be seen against time, axis labels with units", 1,
             rules=(visible(VOLTAGE, 5), draws_own("v_n", VOLTAGE), *labels(VOLTAGE)), remarks=unit_notes(VOLTAGE)),
        Part("parameters", "the arrays are right with other parameters, n and seed too", 1, quantities=("i", "v_n"), unseen_parameters=True),
    ),
    accepted_variants=(NEW_CURRENT,),
    slips=SLIPS,
    hints=(
        "An array with two axes holds all realizations at once, one row for each realization. One formula gives all currents.",
        "Look at the three lines with a `...`. `np.random.random` takes a shape: two sizes in square brackets. In the loop, a colon as the first index "
        "means all rows. In the plot, `.T` swaps rows and columns.",
        "`i`: write `i_mean` times a bracket. In the bracket: 1 plus 0.1 times `(t_max / dt) ** 0.5` times a second bracket. In the second "
        "bracket: 2 times `np.random.random([n, step_end])` minus 1.\n"
        "`v_n[:, step]`: write `v_n[:, step - 1]` plus `dt / tau` times a bracket. In the bracket: `el` minus `v_n[:, step - 1]` plus "
        "`r` times `i[:, step - 1]`.\n"
        '`plt.plot`: write `t_range`, `v_n.T`, `"k"` and `alpha=0.3`, in this order, with commas in between.',
    ),
    another="`np.random.random(v_n.shape)` takes the shape from v_n itself.",
    placeholders=3,
    view=views.TABLE,
)  # fmt: skip
