"""Exercise 4: the first ten steps of the membrane potential."""

from helpers import views
from helpers.model import Parameters
from slipcheck.exercise import Part
from slipcheck.judge.quantities import Printed

from . import equations
from .euler_slips import EULER
from .lif import POTENTIAL, SHOWN_AFTER, lif_exercise
from .references import sinusoidal

EXERCISE = lif_exercise(
    **POTENTIAL,
    number=4,
    equations=equations.POTENTIAL,
    outputs=equations.PRINT_TIME_AND_POTENTIAL,
    loops=equations.FROM_ZERO,
    title="Membrane potential",
    parameters=Parameters(step_end=10),
    reference=sinusoidal,
    quantities=(Printed("t, v", ("3", "4e")),),
    parts=(
        Part("numbers", "ten times and membrane potentials are printed, and they are right", 2, quantities=("t, v",)),
        Part("parameters", "right with other parameters too", 2, quantities=("t, v",), unseen_parameters=True),
    ),
    accepted_variants=(SHOWN_AFTER,),
    slips=EULER,
    hints=(
        "One step adds a small change to the old V. What remains is to write that change.",
        "Look at the last equation of the text. Translate it term by term: the fraction, then the bracket with three terms.",
        "The right side starts with the old v, then a plus, then dt over tau, times one bracket: leak potential minus v plus r times i.",
    ),
    another="The change can be added in place: `v += ...` with the change alone on the right.",
    placeholders=1,
    view=views.PRINTED_TRACE,
)
