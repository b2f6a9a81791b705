"""Exercise 7: random input."""

from ..exercise import Exercise, Part
from ..model import Parameters
from ..read import Points
from ..rules import labelled, visible
from .families import NOISE, NOISE_FORMULA, SHOWN_AFTER
from .own import from_points, noise_of_points
from .simulation import single

EXERCISE = Exercise(
    number=7,
    title="Random input",
    shown=Parameters(),
    reference=single,
    quantities=(Points("points v"),),
    parts=(
        Part("numbers", "the membrane potential follows the random input of the equation", 2, quantities=("points v",)),
        Part("figure", "markers that can be seen, axis labels with units", 1,
             rules=(visible(), labelled("x", "time"), labelled("y", "voltage"))),
        Part("parameters", "right with other parameters and another seed too", 2, quantities=("points v",), others=True),
    ),
    readings=(SHOWN_AFTER,),
    formulas={"current": NOISE_FORMULA},
    slips=NOISE,
    own=from_points,
    noise=noise_of_points,
    hints=(
        "Two lines are missing: a random number in the right interval, and the current made from it.",
        "np.random.random() lies between 0 and 1, an interval of length 1. You need one of length 2 that starts at -1. For the root: "
        "a power with 0.5.",
        "First double the random number and subtract 1. Then translate the equation: i_mean times a bracket, in it 1 plus 0.1 times the "
        "root of t_max / dt times random_num.",
    ),
    another="`np.random.uniform(-1, 1)` draws from the right interval at once.",
    blanks=2,
    varied=("dt", "tau", "el", "r", "i_mean", "t_max", "seed"),
    replacing=("seed",),
    steps=(60, 90),
    sliders=("tau", "i_mean"),
)  # fmt: skip
