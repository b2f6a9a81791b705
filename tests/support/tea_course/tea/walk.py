"""Exercise 2: tea leaves drift, each on a random walk of its own."""

import numpy as np

from slipcheck.exercise import Exercise, Message, Part, Slip
from slipcheck.judge.curve_rules import draws_own
from slipcheck.judge.label_rules import labelled
from slipcheck.judge.label_text import TIME, AxisQuantity
from slipcheck.judge.quantities import Variable
from slipcheck.sliders import traces
from slipcheck.view import Axis, Slider, View

from .model import Parameters, positions

POSITION = AxisQuantity("position", "m", "m", "met(?:er|re)s?", r"position|distance|(?<![a-z])x(?![a-z])")


def reference(p: Parameters, *, axis=0) -> dict[str, np.ndarray]:
    """``x``, of shape (n, step_end), and its mean over the leaves."""
    x = positions(p)
    return {"x": x, "x_mean": x.mean(axis)}


OVER_TIME = Message("There is one mean for each leaf.", "The mean runs along time.", "Which axis are the leaves?")
FIGURE = (draws_own("x", POSITION), labelled("x", TIME), labelled("y", POSITION))
EXERCISE = Exercise(
    number=2,
    title="Drifting leaves",
    parameters=Parameters(dt=0.5, step_end=60),
    given=("dt", "length", "step_end"),
    reference=reference,
    quantities=(Variable("x", kind="array", transposed=True), Variable("x_mean", kind="array")),
    parts=(
        Part("walks", "the positions x of all leaves are right", 2, ("x",)),
        Part("mean", "their mean is right at each time", 1, ("x_mean",)),
        Part("figure", "each leaf against time, with labels and units", 1, rules=FIGURE),
        Part("parameters", "right with other parameters too", 1, ("x", "x_mean"), unseen_parameters=True),
    ),
    slips=(Slip("mean over time", OVER_TIME, {"axis": 1}),),
    hints=(
        "np.random.random([rows, columns]) fills a whole table at once, with numbers from 0 to 1.",
        "A jump runs from -length to length: stretch the numbers, then shift them. The mean of axis 0 is over leaves.",
    ),
    another="`np.cumsum` along axis 1 adds up all jumps without a loop.",
    placeholders=5,
    ranges={"dt": (0.2, 0.4), "length": (0.003, 0.009), "step_end": (20, 40), "n": (5, 12), "seed": (1, 2**31)},
    sliders={"n": Slider("n (leaves)", 2, 500, 1, 1, whole=True)},
    view=View(
        Axis(1e3, "$x$ (mm)", (-80, 80)),
        reference=lambda expected, p: expected["x_mean"][None],
        answer=traces.stored_table("x"),
        sentence=lambda values, p: f"your leaves end with standard deviation {1e3 * values[:, -1].std():.1f} mm.",
        many=True,
        variables=("x",),
    ),
)
