"""Exercise 11: the single trace in numpy arrays."""

from helpers import views
from helpers.model import euler_step, membrane_potential
from slipcheck.exercise import Part
from slipcheck.judge.axis_labels import TIME
from slipcheck.judge.figure_rules import draws_own, labelled, visible
from slipcheck.judge.quantities import Variable

from .axes import VOLTAGE
from .ex09 import FIGURE_SWAPPED
from .families import EULER_ARRAYS, EULER_FORMULA, NEW_CURRENT, NOISE_ARRAYS, NOISE_FORMULA, NOT_YET_COMPUTED, slip
from .lif import lif_exercise
from .own_random_numbers import from_currents, noise_of_currents
from .references import in_arrays

LOOP_FROM_ZERO = slip("loop from 0", "The first value is changed.", "The loop starts at 0, so the first entry is computed from the last one: index -1.",
                      "At which step does the first new value appear?",
                      shown=lambda v, i, p: membrane_potential(i, p, start=euler_step(p.el, i[..., -1], p))[..., : i.shape[-1]])  # fmt: skip

EXERCISE = lif_exercise(
    number=11,
    title="Numpy arrays",
    reference=in_arrays,
    quantities=(Variable("i", kind="array"), Variable("v", kind="array")),
    parts=(
        Part("numbers", "the arrays i and v are right", 2, quantities=("i", "v")),
        Part("figure", "the trace can be seen at every time, axis labels with units", 1,
             rules=(visible(VOLTAGE), draws_own("v", VOLTAGE), labelled("x", TIME), labelled("y", VOLTAGE))),
        Part("parameters", "the arrays are right with other parameters and another seed too", 1, quantities=("i", "v"), unseen_parameters=True),
    ),
    accepted_variants=(NEW_CURRENT,),
    formulas={"current": NOISE_FORMULA, "step": EULER_FORMULA},
    slips=(FIGURE_SWAPPED, NOT_YET_COMPUTED, LOOP_FROM_ZERO, *NOISE_ARRAYS, *EULER_ARRAYS),
    recover_random_numbers=from_currents,
    diagnose_random_numbers=noise_of_currents,
    hints=(
        "An array takes part in arithmetic as a whole: one formula gives all currents at once.",
        "np.random.random takes how many numbers you want. The formula is that of notebook 07. In the loop, everything on the right side "
        "belongs to the step before.",
        "Give np.random.random the number step_end and use the result where the single random number stood. In the loop replace v by "
        "v[step - 1] and i by i[step - 1].",
    ),
    another="`np.full(step_end, el)` makes the array of leak potentials in one go.",
    placeholders=2,
    varied_names=("dt", "tau", "el", "r", "i_mean", "t_max", "seed"),
    replaced_names=("seed",),
    steps=(60, 90),
    sliders=("tau", "i_mean"),
    draws_before_loop=True,
    view=views.STORED_TRACE,
)  # fmt: skip
