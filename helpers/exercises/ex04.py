"""Exercise 4: the first ten steps of the membrane potential."""

from helpers import views
from helpers.model import Parameters
from slipcheck.exercise import Part
from slipcheck.judge.print_rules import without_none
from slipcheck.judge.quantities import Printed

from . import equations
from .euler_slips import EULER
from .references import sinusoidal
from .shared_fields import POTENTIAL, STEP_FIRST, lif_exercise

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
        Part(
            "numbers",
            "ten times and membrane potentials are printed, and they are right",
            2,
            quantities=("t, v",),
            rules=(without_none,),
        ),
        Part("parameters", "right with other parameters too", 2, quantities=("t, v",), unseen_parameters=True),
    ),
    accepted_variants=(STEP_FIRST,),
    slips=EULER,
    hints=(
        "One Euler step gives the new V: the old V plus a small change.",
        "Look at the last line of the cell, and at the equation of the Euler step. The old V is `v`. Translate the equation term by term.",
        "`v`: write `v` plus `dt / tau` times a bracket. In the bracket: `el` minus `v` plus `r` times `i`.",
    ),
    another="Add the change in place: `v += ...`, with only the change on the right.",
    placeholders=1,
    view=views.PRINTED_TRACE,
)
