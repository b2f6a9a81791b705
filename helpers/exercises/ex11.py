"""Exercise 11: the single trace in numpy arrays."""

from helpers import views
from slipcheck.exercise import Part
from slipcheck.judge.curve_rules import draws_own
from slipcheck.judge.figure_rules import visible
from slipcheck.judge.quantities import Variable

from . import equations
from .euler_slips import EULER_ARRAYS, LOOP_FROM_ZERO, NOT_YET_COMPUTED
from .figure_slips import FIGURE_SWAPPED
from .noise_slips import NOISE_ARRAYS
from .physical_quantities import VOLTAGE, labels, unit_notes
from .references import in_arrays
from .shared_fields import ARRAY_TRACE, NEW_CURRENT, lif_exercise

EXERCISE = lif_exercise(
    **ARRAY_TRACE,
    number=11,
    equations=equations.ARRAY,
    outputs=equations.DRAW_ARRAY,
    loops=equations.FROM_ONE,
    title="Numpy arrays",
    reference=in_arrays,
    quantities=(Variable("i", kind="array"), Variable("v", kind="array")),
    parts=(
        Part("numbers", "the arrays i and v are right", 2, quantities=("i", "v")),
        Part("figure", "the trace can be seen at every time, axis labels with units", 1,
             rules=(visible(VOLTAGE), draws_own("v", VOLTAGE), *labels(VOLTAGE)), remarks=unit_notes(VOLTAGE)),
        Part("parameters", "the arrays are right with other parameters and another seed too", 1, quantities=("i", "v"), unseen_parameters=True),
    ),
    accepted_variants=(NEW_CURRENT,),
    slips=(FIGURE_SWAPPED, NOT_YET_COMPUTED, LOOP_FROM_ZERO, *NOISE_ARRAYS, *EULER_ARRAYS),
    hints=(
        "An array takes part in arithmetic as a whole: one formula gives all currents at once.",
        "Look at the two lines with a `...`. The formula of `i` is the formula of notebook 07, with `step_end` random numbers in place of one. In the "
        "loop, the right side holds values of the step before, with index `step - 1`.",
        "`i`: write `i_mean` times a bracket. In the bracket: 1 plus 0.1 times `(t_max / dt) ** 0.5` times a second bracket. In the second "
        "bracket: 2 times `np.random.random(step_end)` minus 1.\n"
        "`v[step]`: write `v[step - 1]` plus `dt / tau` times a bracket. In the bracket: `el` minus `v[step - 1]` plus `r` times `i[step - 1]`.",
    ),
    another="`np.full(step_end, el)` makes the array of leak potentials in one go.",
    placeholders=2,
    view=views.STORED_TRACE,
)  # fmt: skip
