"""Exercise 2: the sinusoidal input current at ten moments."""

from helpers import views
from helpers.model import Parameters
from slipcheck.diagnose.known_slips import Formula
from slipcheck.exercise import Part
from slipcheck.judge.print_rules import each_once
from slipcheck.judge.quantities import Printed

from . import equations
from .references import sinusoidal
from .shared_fields import INPUT, given_values, lif_exercise
from .slip_rows import formula_rows, in_loop, shape

CURRENT_FORMULA = Formula(
    "i_mean * (1 + np.sin(2 * np.pi * t / 0.01))",
    lambda t, p: {**given_values(p), "t": t, "step": t / p.dt},
)
wrong_current = formula_rows("current", CURRENT_FORMULA)
SLIPS = (
    wrong_current("one missing", "The currents go below zero.", "The sine alone runs from -1 to 1; the 1 before it is missing.",
         "Which current belongs to a sine of 0?", "i_mean * np.sin(2 * np.pi / 0.01 * t)"),
    wrong_current("bracket of the one", "The sine hardly changes anything, or far too much.", "In the equation `i_mean` multiplies the whole bracket, the 1 and the sine.",
         "Which bracket of the equation is missing?", "i_mean * 1 + np.sin(2 * np.pi / 0.01 * t)"),
    wrong_current("bracket of the one, sine first", "The values have the wrong size.", "i_mean multiplies only the sine; the 1 is an ampere.",
         "Which bracket of the equation is missing?", "1 + i_mean * np.sin(2 * np.pi / 0.01 * t)"),
    wrong_current("multiplied by 0.01", "The current hardly changes from step to step.", "The angle is multiplied by 0.01 where it should be divided.",
         "In the text, what is below the fraction line?", "i_mean * (1 + np.sin(2 * np.pi * 0.01 * t))"),
    wrong_current("no period", "The current changes far too slowly.", "The 0.01 is missing in the sine.", "What is below the fraction line?",
         "i_mean * (1 + np.sin(2 * np.pi * t))"),
    wrong_current("no time", "All ten values are the same.", "The time does not appear in the sine.", "Which name changes from step to step?",
         "i_mean * (1 + np.sin(2 * np.pi / 0.01))", source=r"sin\((?!.*\b(?!(?:np|pi|sin|i_mean)\b)[a-zA-Z_])"),
    wrong_current("step for t", "The values jump about without a pattern, or stay the same.", "The sine gets the number of the step, not the time.",
         "Which name holds the time in seconds?", "i_mean * (1 + np.sin(2 * np.pi / 0.01 * step))", source=r"sin\([^\n]*\bstep\b"),
    wrong_current("no two", "The wave is twice as long.", "A full turn is two pi.", "Which factor is in front of pi in the text?",
         "i_mean * (1 + np.sin(np.pi / 0.01 * t))"),
    wrong_current("no pi", "The wave has the wrong length.", "pi is missing in the sine.", "Write the full turn in radians, as two pi.",
         "i_mean * (1 + np.sin(2 / 0.01 * t))"),
    wrong_current("fraction broken", "The wave has the wrong length.", "The time is below the fraction line.",
         "What is above the fraction line in the text, and what is below?", "i_mean * (1 + np.sin(2 * np.pi / (0.01 * t)))"),
    wrong_current("cosine", "The first value is the maximum.", "There is a cosine in place of the sine.", "Which function starts at 0?",
         "i_mean * (1 + np.cos(2 * np.pi / 0.01 * t))", source="cos"),
    wrong_current("degrees", "The current hardly changes from step to step.", "np.sin takes radians, a full turn being two pi.",
         "The angle is in radians already: no conversion is needed.", "i_mean * (1 + np.sin(np.radians(2 * np.pi / 0.01 * t)))"),
    wrong_current("angle in degrees", "The current runs through far too many waves.", "The angle is in degrees; np.sin takes radians.",
         "Write the full turn in radians, as two pi.", "i_mean * (1 + np.sin(360 * t / 0.01))"),
    wrong_current("time times dt", "The current hardly changes from step to step.", "`t` is the time in seconds already, so it needs no second `dt`.",
         "Which factor is not in the text? Delete it.", "i_mean * (1 + np.sin(2 * np.pi / 10 * t))", source=r"\bt\s*\*\s*dt\b|\bdt\s*\*\s*t\b"),
    wrong_current("period in milliseconds", "The current hardly changes from step to step.", "The period is 10 there; the time is in seconds.",
         "Write the period in seconds.", "i_mean * (1 + np.sin(2 * np.pi / 10 * t))"),
    shape("print outside the loop", "One number is printed, that of the last step.", "The print is outside the loop.",
          "Indent it like the lines above.", lambda observation, p: len(observation.printed.split()) == 1 and not in_loop(observation, "print")),
    wrong_current("minus sine", "The wave is upside down.", "The sine is subtracted.", "Look at the sign before the sine.",
         "i_mean * (1 - np.sin(2 * np.pi / 0.01 * t))", source=lambda text: "cos" not in text),
    wrong_current("sine never negative", "The current never falls below its mean.", "The sine of the equation may be negative.",
         "Let the negative values of the sine stay as they are.", "i_mean * (1 + np.abs(np.sin(2 * np.pi / 0.01 * t)))"),
    wrong_current("no mean current", "The values lie between 0 and 2.", "The factor i_mean is missing.", "In which unit is your result?",
         "1 + np.sin(2 * np.pi / 0.01 * t)"),
    wrong_current("added mean current", "The values lie between 0 and 2.", "i_mean is added where it should multiply.", "Look at the operator after i_mean.",
         "i_mean + (1 + np.sin(2 * np.pi / 0.01 * t))"),
)  # fmt: skip

EXERCISE = lif_exercise(
    **INPUT,
    number=2,
    equations=equations.INPUT,
    outputs=equations.PRINT_CURRENT,
    loops=equations.FROM_ZERO,
    title="Input current",
    parameters=Parameters(step_end=10),
    reference=sinusoidal,
    quantities=(Printed("i", (None,)),),
    parts=(
        Part("numbers", "ten currents are printed, and they are right", 2, quantities=("i",), rules=(each_once,)),
        Part("parameters", "right with other parameters too", 1, quantities=("i",), unseen_parameters=True),
    ),
    slips=SLIPS,
    hints=(
        "The current is a product of two factors. The first factor is the mean current. The second factor is a bracket with a sine.",
        "Look at the line that starts with `i =`. Write a `*` between two factors. Pi is `np.pi`, and the time is `t`.",
        "`i`: write `i_mean` times a bracket. In the bracket: 1 plus `np.sin`. In the brackets of `np.sin`: 2 times `np.pi` times `t` "
        "divided by 0.01.",
    ),
    another="Give the angle a name first, `angle = 2 * np.pi * t / 0.01`. Then compute the current in a second line.",
    placeholders=1,
    view=views.PRINTED_CURRENT,
)
