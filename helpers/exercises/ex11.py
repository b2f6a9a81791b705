"""Exercise 11: the single trace in numpy arrays."""

from ..exercise import Exercise, Part
from ..model import Parameters, euler_step, membrane_potential
from ..read import Variable
from ..rules import draws_own, labelled, visible
from .ex09 import FIGURE_SWAPPED
from .families import EULER_ARRAYS, EULER_FORMULA, NEW_CURRENT, NOISE_ARRAYS, NOISE_FORMULA, NOT_YET_COMPUTED, slip
from .own import from_currents, noise_of_currents
from .simulation import in_arrays

LOOP_FROM_ZERO = slip("loop from 0", "The first value is changed.", "The loop starts at 0, so the first entry is computed from the last one: index -1.",
                      "At which step does the first new value appear?",
                      shown=lambda v, i, p: membrane_potential(i, p, start=euler_step(p.el, i[..., -1], p))[..., : i.shape[-1]])  # fmt: skip

EXERCISE = Exercise(
    number=11,
    title="Numpy arrays",
    shown=Parameters(),
    reference=in_arrays,
    quantities=(Variable("i", kind="array"), Variable("v", kind="array")),
    parts=(
        Part("numbers", "the arrays i and v are right", 2, quantities=("i", "v")),
        Part("figure", "the trace can be seen at every time, axis labels with units", 1,
             rules=(visible(), draws_own("v"), labelled("x", "time"), labelled("y", "voltage"))),
        Part("parameters", "the arrays are right with other parameters and another seed too", 1, quantities=("i", "v"), others=True),
    ),
    readings=(NEW_CURRENT,),
    formulas={"current": NOISE_FORMULA, "step": EULER_FORMULA},
    slips=(FIGURE_SWAPPED, NOT_YET_COMPUTED, LOOP_FROM_ZERO, *NOISE_ARRAYS, *EULER_ARRAYS),
    own=from_currents,
    noise=noise_of_currents,
    hints=(
        "An array takes part in arithmetic as a whole: one formula gives all currents at once.",
        "np.random.random takes how many numbers you want. The formula is that of notebook 07. In the loop, everything on the right side "
        "belongs to the step before.",
        "Give np.random.random the number step_end and use the result where the single random number stood. In the loop replace v by "
        "v[step - 1] and i by i[step - 1].",
    ),
    another="`np.full(step_end, el)` makes the array of leak potentials in one go.",
    blanks=2,
    varied=("dt", "tau", "el", "r", "i_mean", "t_max", "seed"),
    replacing=("seed",),
    steps=(60, 90),
    sliders=("tau", "i_mean"),
)  # fmt: skip
