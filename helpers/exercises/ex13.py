"""Exercise 13: the ensemble in a 2d array."""

import numpy as np

from helpers import views
from helpers.model import draws, random_current
from slipcheck.exercise import Part
from slipcheck.judge.figure_rules import visible
from slipcheck.judge.plot_rules import draws_own
from slipcheck.judge.quantities import Variable

from . import equations
from .axes import VOLTAGE, labels, unit_notes
from .euler_slips import EULER_ARRAYS, LOOP_FROM_ZERO, NOT_YET_COMPUTED
from .figure_slips import FIGURE_SWAPPED
from .lif import ARRAY_ENSEMBLE, NEW_CURRENT, lif_exercise
from .noise_slips import NOISE_ARRAYS
from .own_random_numbers import noise_of_currents
from .references import in_tables
from .slip_rows import slip

SLIPS = (
    FIGURE_SWAPPED,
    LOOP_FROM_ZERO,
    slip("one row on the right", "All realizations follow the first one.", "On the right side one row is used for all.",
         "Which index means all rows?", shown=lambda v, i, p: v[:1] + 0 * v),
    slip("seed in the loop", "Each realization has the same current at all times.", "The generator is seeded again for each column.",
         "Seed once, before the loops.", source=r"(?m)^\s+np\.random\.seed", drawn=lambda p: np.repeat(draws(p, (p.n, 1)), p.step_end, axis=1)),
    NOT_YET_COMPUTED,
    *NOISE_ARRAYS,
    slip("one current for all", "All realizations are the same trace.", "All realizations share one row of random numbers.",
         "How many random numbers are needed in all? Give both sizes.", current=lambda xi, p: random_current(xi[:1] + 0 * xi, p)),
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
    diagnose_random_numbers=noise_of_currents,
    hints=(
        "An array with two axes holds all realizations at once: one row each. One formula gives all its currents.",
        "np.random.random takes a shape: two sizes in square brackets. A colon as the first index means all rows. For the plot, rows and columns "
        "must change places.",
        "The shape is that of v_n. In the loop put [:, step - 1] wherever the step before is meant. Plot t_range against v_n with .T behind it.",
    ),
    another="`np.random.random(v_n.shape)` takes the shape from v_n itself.",
    placeholders=3,
    view=views.TABLE,
)  # fmt: skip
