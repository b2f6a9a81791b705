"""Exercise 2: the sinusoidal input current at ten moments."""

import numpy as np

from helpers import views
from helpers.model import PERIOD, Parameters
from slipcheck.exercise import Part
from slipcheck.judge.quantities import Printed

from .families import CURRENT_FORMULA, shape, slip
from .lif import lif_exercise
from .references import sinusoidal

SIN = np.sin
SLIPS = (
    slip("one missing", "The currents go below zero.", "The sine alone runs from -1 to 1; the 1 before it is missing.",
         "Which current belongs to a sine of 0?", current=lambda t, p: p.i_mean * SIN(2 * np.pi / PERIOD * t)),
    slip("bracket of the one", "The sine hardly changes anything, or far too much.", "i_mean multiplies only the first term.",
         "Which bracket of the equation is missing?", current=lambda t, p: p.i_mean * 1 + SIN(2 * np.pi / PERIOD * t)),
    slip("bracket of the one, sine first", "The values have the wrong size.", "i_mean multiplies only the sine; the 1 is an ampere.",
         "Which bracket of the equation is missing?", current=lambda t, p: 1 + p.i_mean * SIN(2 * np.pi / PERIOD * t)),
    slip("multiplied by 0.01", "The current hardly changes from step to step.", "The angle is multiplied by 0.01 where it should be divided.",
         "Look at the fraction in the sine.", current=lambda t, p: p.i_mean * (1 + SIN(2 * np.pi * PERIOD * t))),
    slip("no period", "The current changes far too slowly.", "The 0.01 is missing in the sine.", "What stands below the fraction line?",
         current=lambda t, p: p.i_mean * (1 + SIN(2 * np.pi * t))),
    slip("no time", "All ten values are the same.", "The time does not appear in the sine.", "Which name changes from step to step?",
         current=lambda t, p: p.i_mean * (1 + SIN(2 * np.pi / PERIOD)) + 0 * t),
    slip("step for t", "The values jump about without a pattern, or stay the same.", "The sine gets the number of the step, not the time.",
         "Which name holds the time in seconds?", source=r"sin\([^\n]*\bstep\b", current=lambda t, p: p.i_mean * (1 + SIN(2 * np.pi / PERIOD * (t / p.dt)))),
    slip("no two", "The wave is twice as long.", "A full turn is two pi.", "Look at the factor before pi.",
         current=lambda t, p: p.i_mean * (1 + SIN(np.pi / PERIOD * t))),
    slip("no pi", "The wave has the wrong length.", "pi is missing in the sine.", "A full turn is two pi.",
         current=lambda t, p: p.i_mean * (1 + SIN(2 / PERIOD * t))),
    slip("fraction broken", "The wave has the wrong length.", "The time slipped below the fraction line, or the 0.01 above it.",
         "Enclose what belongs together in brackets.", current=lambda t, p: p.i_mean * (1 + SIN(2 * np.pi / (PERIOD * np.where(t == 0, np.nan, t))))),
    slip("cosine", "The first value is the maximum.", "That is the cosine.", "Which function starts at 0?",
         current=lambda t, p: p.i_mean * (1 + np.cos(2 * np.pi / PERIOD * t))),
    slip("degrees", "The current hardly changes from step to step.", "np.sin takes radians, a full turn being two pi.",
         "No conversion to degrees is needed.", current=lambda t, p: p.i_mean * (1 + SIN(np.radians(2 * np.pi / PERIOD * t)))),
    slip("angle in degrees", "The current runs through far too many waves.", "The full turn is written as 360; np.sin takes radians.",
         "A full turn is two pi.", current=lambda t, p: p.i_mean * (1 + SIN(360 * t / PERIOD))),
    slip("period in milliseconds", "The current hardly changes from step to step.", "The period stands there as 10; the time is in seconds.",
         "Write the period in seconds.", current=lambda t, p: p.i_mean * (1 + SIN(2 * np.pi / 10 * t))),
    shape("print outside the loop", "One number is printed, that of the last step.", "The print stands outside the loop.",
          "Indent it like the lines above.", lambda seen, p: len(seen.printed.split()) == 1),
    slip("minus sine", "The wave is upside down.", "The sine is subtracted.", "Look at the sign before the sine.",
         current=lambda t, p: p.i_mean * (1 - SIN(2 * np.pi / PERIOD * t))),
    slip("no mean current", "The values lie between 0 and 2.", "The factor i_mean is missing.", "In which unit is your result?",
         current=lambda t, p: 1 + SIN(2 * np.pi / PERIOD * t)),
    slip("added mean current", "The values lie between 0 and 2.", "i_mean is added where it should multiply.", "Look at the operator after i_mean.",
         current=lambda t, p: p.i_mean + (1 + SIN(2 * np.pi / PERIOD * t))),
)  # fmt: skip

EXERCISE = lif_exercise(
    number=2,
    title="Input current",
    shown=Parameters(step_end=10),
    reference=sinusoidal,
    quantities=(Printed("i", (None,)),),
    parts=(
        Part("numbers", "ten currents are printed, and they are right", 2, quantities=("i",)),
        Part("parameters", "right with other parameters too", 1, quantities=("i",), unseen_parameters=True),
    ),
    formulas={"current": CURRENT_FORMULA},
    slips=SLIPS,
    hints=(
        "The equation has three pieces: the mean current, a bracket, and a sine in it. Build it from the inside out.",
        "Start with the argument of the sine: two times pi, divided by 0.01, times the time. Which names hold pi and the time?",
        "One line: i_mean, times a bracket that holds 1 plus np.sin of the argument. Count the closing brackets: there are two.",
    ),
    another="The angle can get a name of its own first, `angle = 2 * np.pi * t / 0.01`, and the current follows in a second line.",
    placeholders=1,
    varied_names=("dt", "i_mean"),
    sliders=("i_mean",),
    view=views.PRINTED_CURRENT,
)
