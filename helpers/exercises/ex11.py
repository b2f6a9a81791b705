"""Exercise 11: the single trace in numpy arrays."""

from helpers import views
from slipcheck.exercise import Part
from slipcheck.judge.figure_rules import visible
from slipcheck.judge.plot_rules import draws_own
from slipcheck.judge.quantities import Variable

from . import equations
from .axes import VOLTAGE, labels, unit_notes
from .euler_slips import EULER_ARRAYS, LOOP_FROM_ZERO, NOT_YET_COMPUTED
from .figure_slips import FIGURE_SWAPPED
from .lif import ARRAY_TRACE, NEW_CURRENT, lif_exercise
from .noise_slips import NOISE_ARRAYS
from .own_random_numbers import noise_of_currents
from .references import in_arrays

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
    view=views.STORED_TRACE,
)  # fmt: skip
