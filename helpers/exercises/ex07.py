"""Exercise 7: random input."""

from helpers import views
from slipcheck.exercise import Part
from slipcheck.judge.figure_rules import visible
from slipcheck.judge.quantities import Points

from . import equations
from .euler_slips import steps_by_formula
from .noise_slips import NOISE
from .physical_quantities import VOLTAGE, labels, unit_notes
from .random_number_faults import noise_of_points
from .references import single
from .shared_fields import RANDOM_TRACE, STEP_FIRST, lif_exercise

EXERCISE = lif_exercise(
    **RANDOM_TRACE,
    number=7,
    equations=equations.RANDOM_TRACE,
    outputs=equations.DRAW_POTENTIAL,
    loops=equations.FROM_ZERO,
    title="Random input",
    reference=single,
    quantities=(Points("points v", VOLTAGE),),
    parts=(
        Part("numbers", "the membrane potential follows the random input of the equation", 2, quantities=("points v",)),
        Part("figure", "markers that can be seen, axis labels with units", 1,
             rules=(visible(VOLTAGE), *labels(VOLTAGE)), remarks=unit_notes(VOLTAGE)),
        Part("parameters", "right with other parameters and another seed too", 2, quantities=("points v",), unseen_parameters=True),
    ),
    accepted_variants=(STEP_FIRST,),
    slips=(*NOISE, *steps_by_formula("v")),
    diagnose_random_numbers=noise_of_points,
    hints=(
        "Two lines are missing. The first line makes a random number between -1 and 1. The second line makes the current from this number.",
        "Look at the two lines with a `...` in the loop. `np.random.random()` lies between 0 and 1: stretch this number, then shift the result. "
        "In the equation, `random_num` takes the place of the Greek letter.",
        "`random_num`: write 2 times `np.random.random()` minus 1.\n"
        "`i`: write `i_mean` times a bracket. In the bracket: 1 plus 0.1 times `(t_max / dt) ** 0.5` times `random_num`.",
    ),
    another="`np.random.uniform(-1, 1)` draws from the right interval at once.",
    placeholders=2,
    view=views.NOISY_TRACE,
)  # fmt: skip
