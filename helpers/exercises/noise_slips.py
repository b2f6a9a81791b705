"""Slips of the random current: each is the line that a student would type in place of the right one."""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from helpers.model import random_current, sinusoidal_current
from slipcheck.diagnose.known_slips import Formula

from .shared_fields import given_values
from .slip_rows import formula_rows, slip

NOISE_FORMULA = Formula(  # u is what the generator gives, from 0 to 1
    "i_mean * (1 + 0.1 * (t_max / dt) ** 0.5 * (2 * u - 1))",
    lambda xi, p: {**given_values(p), "u": (xi + 1) / 2},
)
wrong_current = formula_rows("current", NOISE_FORMULA)

CLIPPED = replace(
    wrong_current("clipped current", "The current never falls below 0.", "Negative currents become 0.",
                  "The current of the equation may be negative: leave such currents as they are.", f"np.maximum({NOISE_FORMULA.text}, 0)"),
    line="this line does not compute the random current.",
)  # fmt: skip
NOISE = (
    CLIPPED,
    wrong_current("random number from 0 to 1", "The current never falls below its mean.", "The random numbers run from 0 to 1. They must be stretched and shifted.",
                  "Which two operations turn the interval from 0 to 1 into the one from -1 to 1?",
                  "i_mean * (1 + 0.1 * (t_max / dt) ** 0.5 * u)", source=lambda text: "uniform" not in text),
    wrong_current("random number from 0 to 1", "The current never falls below its mean.", "The random numbers run from 0 to 1.",
                  "Between which two numbers does the text draw?", "i_mean * (1 + 0.1 * (t_max / dt) ** 0.5 * u)"),
    wrong_current("not shifted", "The current never falls below its mean, and rises too far.", "The numbers run from 0 to 2: stretched, not "
                  "shifted.", "What must be subtracted?", "i_mean * (1 + 0.1 * (t_max / dt) ** 0.5 * (2 * u))"),
    wrong_current("not stretched", "The current varies only half as much as it should.", "The numbers run from -0.5 to 0.5: shifted, not "
                  "stretched.", "How long is the interval from -1 to 1?", "i_mean * (1 + 0.1 * (t_max / dt) ** 0.5 * (u - 0.5))"),
    wrong_current("shifted too far", "The current never rises above its mean.", "The numbers run from -1 to 0.",
                  "What does this line make of 0, and what of 1?", "i_mean * (1 + 0.1 * (t_max / dt) ** 0.5 * (u - 1))"),
    wrong_current("brackets of the random number", "The numbers run from -2 to 0.", "The shift is doubled too.",
                  "Which comes first, stretching or shifting?", "i_mean * (1 + 0.1 * (t_max / dt) ** 0.5 * (2 * (u - 1)))", source=r"-\s*1\s*\)"),
    wrong_current("no 0.1", "The current varies ten times too much.", "The factor 0.1 is missing.", "Compare the factors of the random term.",
                  "i_mean * (1 + (t_max / dt) ** 0.5 * (2 * u - 1))"),
    wrong_current("no square root", "The current varies too much.", "The ratio of times is there without its root.",
                  "A root is a power: which one?", "i_mean * (1 + 0.1 * (t_max / dt) * (2 * u - 1))"),
    wrong_current("no time ratio", "The current varies too little.", "The root of t_max / dt is missing.",
                  "Compare the factors of the random term.", "i_mean * (1 + 0.1 * (2 * u - 1))"),
    wrong_current("power before division", "The current varies too much.", "Without brackets Python takes the power before it divides, so half of "
                  "t_max / dt is there, not its root.", "Enclose the exponent in brackets.",
                  "i_mean * (1 + 0.1 * (t_max / dt) * 0.5 * (2 * u - 1))", source=r"\*\*\s*1\s*/\s*2"),
    wrong_current("times 0.5", "The current varies too much.", "Half of t_max / dt is there, not its root.",
                  "Which operator is the power?", "i_mean * (1 + 0.1 * (t_max / dt) * 0.5 * (2 * u - 1))"),
    wrong_current("ratio upside down", "The current varies far too little.", "The ratio under the root is upside down.",
                  "Which is larger, t_max or dt?", "i_mean * (1 + 0.1 * (dt / t_max) ** 0.5 * (2 * u - 1))"),
    wrong_current("root of dt only", "The current varies too much.", "The root is taken of dt alone: Python computes the power before the division.",
                  "Put all that the root is taken of in brackets.", "i_mean * (1 + 0.1 * t_max / dt ** 0.5 * (2 * u - 1))", source=r"dt\s*\*\*"),
    wrong_current("root of dt only", "The current varies too much.", "The root is taken of dt alone.",
                  "Of which fraction does the text take the root?", "i_mean * (1 + 0.1 * t_max / dt ** 0.5 * (2 * u - 1))"),
    wrong_current("no mean current", "The current is not of the size of i_mean.", "The factor i_mean is missing.",
                  "What multiplies the whole bracket?", "1 + 0.1 * (t_max / dt) ** 0.5 * (2 * u - 1)"),
    wrong_current("no one", "The current varies around 0, not around i_mean.", "The 1 + in front of the random part is missing.",
                  "What is the current if the random number is 0?", "i_mean * (0.1 * (t_max / dt) ** 0.5 * (2 * u - 1))"),
    wrong_current("bracket of the one", "The random term is not multiplied by the mean current.", "In the equation `i_mean` multiplies the whole bracket, the 1 and the random term.",
                  "Enclose the sum.", "i_mean * 1 + 0.1 * (t_max / dt) ** 0.5 * (2 * u - 1)"),
    slip("sinusoidal current", "The current is the sine of the notebooks before.", "The formula is the sinusoidal input.",
         "Use the equation of this notebook, with the random number.",
         current=lambda xi, p: sinusoidal_current(np.arange(xi.shape[-1]) * p.dt, p) + 0 * xi),
    slip("drawn before the loop", "All steps use the same random number.", "The random number is drawn before the loop, and so only once.",
         "Move this line into the loop. If another line before the loop uses the number, move that one too.", source=r"(?ms)^\w[^\n]*random(?:_sample)?\(\s*\)(?![^\n]*\]\s*\*).*^(?:for|while)\b",
         current=lambda xi, p: random_current(xi.reshape(-1)[0] + 0 * xi, p)),
    slip("constant random number", "The same random number is used at every step.", "All steps use the same random number.",
         "Each step needs a random number of its own: how many are drawn here, and how many are needed?", current=lambda xi, p: random_current(xi.reshape(-1)[0] + 0 * xi, p)),
    slip("seed in the loop", "The same random number comes at every step.", "The generator is seeded again in the loop, so it starts "
         "over each time.", "Seed once, before the loop.", source=r"(?m)^\s+np\.random\.seed",
         current=lambda xi, p: random_current(xi.reshape(-1)[0] + 0 * xi, p)),
)  # fmt: skip

OF_LOOPS = ("drawn before the loop", "seed in the loop", "sinusoidal current")
NOISE_ARRAYS = tuple(row for row in NOISE if row.name not in OF_LOOPS)
NOISE_BY_FORMULA = tuple(
    replace(row, change=None, about="i") for row in NOISE if row.formula
)  # where the current is no new topic
