"""Exercise 2: tea leaves drift, each on a random walk of its own."""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from slipcheck.exercise import Exercise, Message, Part, Slip
from slipcheck.judge.curve_rules import draws_own
from slipcheck.judge.label_rules import labelled
from slipcheck.judge.label_text import TIME, AxisQuantity
from slipcheck.judge.quantities import Variable
from slipcheck.sliders import traces
from slipcheck.view import Axis, Slider, View

from .model import Parameters, positions, random_numbers

GIVEN = ("dt", "length", "step_end")
PARAMETERS = Parameters(dt=0.5, step_end=60)
SECONDS = replace(TIME, sizes=(0.1, 1e4))
POSITION = AxisQuantity("position", "m", r"m", "met(?:er|re)s?", r"position|distance|(?<![a-z])x(?![a-z])", (1e-5, 1.0))


def reference(
    p: Parameters,
    *,
    numbers=random_numbers,
    jumps=lambda u, p: p.length * (2 * u - 1),
    walk=positions,
    mean=lambda x: x.mean(axis=0),
) -> dict[str, np.ndarray]:
    """``x``, of shape (n, step_end), and its mean over the leaves, both in m."""
    x = walk(jumps(numbers(p), p))
    return {"x": x, "x_mean": mean(x)}


def in_theory(p: Parameters) -> list[np.ndarray]:
    """How far from 0 leaves typically are: the standard deviation of the walk, on both sides."""
    spread = p.length * np.sqrt(np.arange(p.step_end) / 3)
    return [spread, -spread]


def in_words(values: np.ndarray, p: Parameters) -> str:
    """Where the leaves are at the end, against theory."""
    spread = f"{1e3 * values[:, -1].std():.1f} mm; theory expects {1e3 * in_theory(p)[0][-1]:.1f} mm"
    return f"at the end your {len(values)} leaves have standard deviation {spread}."


EXERCISE = Exercise(
    number=2,
    title="Drifting leaves",
    parameters=PARAMETERS,
    reference=reference,
    quantities=(Variable("x", kind="array", transposed=True), Variable("x_mean", kind="array")),
    parts=(
        Part("walks", "the positions x of all leaves are right", 2, ("x",)),
        Part("mean", "their mean is right at each time", 1, ("x_mean",)),
        Part(
            "figure",
            "each leaf against time, with labels and units",
            1,
            rules=(draws_own("x", POSITION), labelled("x", SECONDS), labelled("y", POSITION)),
        ),
        Part("parameters", "right with other parameters too", 1, ("x", "x_mean"), unseen_parameters=True),
    ),
    slips=(
        Slip(
            "only forward",
            Message("All leaves drift to one side.", "No jump is negative.", "From where to where must a jump lie?"),
            change={"jumps": lambda u, p: p.length * u},
        ),
        Slip(
            "no memory",
            Message("A leaf is always near 0.", "Its position is its last jump alone.", "Where does a jump start?"),
            change={"walk": lambda jumps: np.pad(jumps, ((0, 0), (1, 0)))},
        ),
        Slip(
            "one walk for all",
            Message("All leaves drift together.", "They share their jumps.", "How many jumps are there in all?"),
            change={"numbers": lambda p: np.tile(random_numbers(p.but(n=1)), (p.n, 1))},
        ),
        Slip(
            "mean over time",
            Message("There is one mean for each leaf.", "The mean runs along time.", "Which axis are the leaves?"),
            change={"mean": lambda x: x.mean(axis=1)},
        ),
    ),
    hints=(
        "np.random.random([rows, columns]) fills a whole table at once, with numbers from 0 to 1.",
        "A jump runs from -length to length: stretch the numbers, then shift them. The mean of axis 0 is over leaves.",
    ),
    another="`np.cumsum` along axis 1 adds up all jumps without a loop.",
    placeholders=5,
    varied_names=("dt", "length", "step_end", "n", "seed"),
    replaced_names=("n", "seed"),
    given=GIVEN,
    parameter_names=GIVEN,
    number_names=(*GIVEN, "n"),
    ranges={
        "dt": lambda chance: chance.choice([0.2, 0.25, 1.0]),
        "length": lambda chance: chance.uniform(0.003, 0.009),
        "step_end": lambda chance: chance.randint(20, 40),
        "n": lambda chance: chance.randint(5, 12),
        "seed": lambda chance: chance.randrange(1, 2**31),
    },
    units={"x": "m", "x_mean": "m"},
    drawn_in_loop=Message(
        "Random numbers are drawn inside the loop.",
        "So the steps in `x` are not those that were stored.",
        "Draw all of them once, before the loop.",
    ),
    sliders={
        "length": Slider("length (mm)", 0, 5, 0.5, 1e-3, " mm"),
        "n": Slider("n (leaves)", 2, 500, 1, 1, whole=True),
    },
    view=View(
        Axis(1e3, "$x$ (mm)", (-80, 80), "theory"),
        lambda expected, p: expected["x_mean"][None],
        in_theory,
        traces.stored_table("x", "x_mean"),
        in_words,
        many=True,
        curves="your mean",
        variables=("x", "x_mean"),
    ),
)
