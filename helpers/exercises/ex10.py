"""Exercise 10: the sample standard deviation of the ensemble."""

import re

import numpy as np

from helpers import views
from helpers.model import Parameters
from slipcheck.exercise import Part
from slipcheck.judge.curve_rules import draws_last
from slipcheck.judge.figure_rules import visible
from slipcheck.judge.quantities import CurveOf, Ensemble, Variable
from slipcheck.observe.plain import is_number

from . import equations
from .euler_slips import steps_by_formula
from .ex09 import last_mean
from .figure_slips import CURVE_SWAPPED, MANY_FIGURES
from .noise_slips import NOISE_BY_FORMULA
from .physical_quantities import VOLTAGE, labels, unit_notes
from .references import ensemble_in_lists
from .shared_fields import LIST_ENSEMBLE, STEP_FIRST, lif_exercise
from .slip_rows import shape, slip


def _last(variables, sign):
    mean, std = variables.get("v_mean"), variables.get("v_std")
    return mean + sign * std if is_number(mean) and is_number(std) else None


def last_upper(variables):
    """Mean plus deviation, as the loop left them."""
    return _last(variables, 1)


def last_lower(variables):
    """Mean minus deviation, as the loop left them."""
    return _last(variables, -1)


def small(observation, p) -> bool:
    """The sum of the distances with their signs is 0 but for rounding."""
    value = observation.variables.get("v_var")
    return is_number(value) and 0 < abs(value) < 1e-15


CURVES = 3  # beside the realizations
AXIS = r"np\.(?:var|std)\(\w+, *[01]\)"
MEAN_OF_SQUARES = r"\b(?:mean|average)\(\s*v_var_n\b|\bv_var_n\)?\.mean\("
THE_AXIS = "The second value in the brackets is the axis. It does not change the divisor, which is n."


SLIPS = (
    *MANY_FIGURES,
    CURVE_SWAPPED,
    shape("doubled for squared", "The deviations cancel each other: their sum is 0.", "Each difference is doubled; a square is the power 2.",
          "Which operator is the power?", lambda observation, p: small(observation, p) and re.search(r"(?<!\*)\*\s*2\s+for", observation.source) is not None),
    shape("not squared", "The deviations cancel each other: their sum is 0.", "The differences are summed with their signs, so they cancel.",
          "What makes each term of the sum positive?", small),
    slip("divided by n", "v_std is a little too small.", THE_AXIS, "Use the variance that you have computed.", source=AXIS,
         std=lambda var, p: np.sqrt(var * (p.n - 1) / p.n)),
    slip("divided by n", "v_std is a little too small.", "`v_std` is made with n in place of n - 1.",
         "Use the variance that you have computed.", std=lambda var, p: np.sqrt(var * (p.n - 1) / p.n)),
    slip("factor of the variance", "v_std is a little too large.", "This factor corrects a variance that is divided by n. A deviation is the root of a variance.",
         "What must be done with this factor before it fits a deviation?", line="the deviation is multiplied by n / (n - 1).", formula="np.std(v_n) * n / (n - 1)", std=lambda var, p: np.sqrt(var * p.n / (p.n - 1))),
    slip("factor of the variance", "v_std is a little too large.", "`v_var` is divided by n - 1 already, so its root needs no further factor.",
         "Does the text ask for this factor?", line="the deviation is multiplied by n / (n - 1).",
         formula="v_var ** 0.5 * n / (n - 1)", std=lambda var, p: np.sqrt(var) * p.n / (p.n - 1)),
    slip("half for root", "v_std is far too small.", "The variance is halved: without brackets, the power comes before the division.",
         "The root is the power one half; enclose the fraction.", source=r"\*\*\s*1\s*/\s*2", std=lambda var, p: var / 2),
    slip("half for root", "v_std is far too small.", "The variance is halved.",
         "How does the text take a root?", std=lambda var, p: var / 2),
    slip("distance from el", "The deviation is far too large.", "The distance is taken from the leak potential.", "From what is it measured?",
         var_n=lambda v_n, mean: (v_n - Parameters().el) ** 2),
    slip("list never emptied", "The variance grows from step to step.", "The sum holds the squares of all earlier times too.",
         "Where in your code does it begin? Where should it begin?", var=lambda var_n, p: np.cumsum(var_n.sum(axis=0)) / (p.n - 1)),
    slip("after the step", "The deviation belongs to the next time, around the mean of this one.", "The inner loop changes the list between the line of the mean and the line of the squared differences.",
         "Put both lines on the same side of the inner loop.", spread="later"),
    slip("divided by n", "The variance is a little too small.", THE_AXIS, "Add up the squared differences, and divide the sum yourself.",
         source=AXIS, var=lambda var_n, p: var_n.sum(axis=0) / p.n),
    slip("divided by n", "The variance is a little too small.", "The mean of the squared differences is their sum divided by n; the sample variance divides the sum by n - 1.",
         "Add up the squared differences, and divide the sum yourself.", source=MEAN_OF_SQUARES, formula="sum(v_var_n) / n", var=lambda var_n, p: var_n.sum(axis=0) / p.n),
    slip("divided by n", "The variance is a little too small.", "The sum of the squared differences is divided by n here; the sample variance divides it by n - 1.",
         "Look at the definition of the sample variance: what is below the fraction line?", formula="sum(v_var_n) / n", var=lambda var_n, p: var_n.sum(axis=0) / p.n),
    slip("bracket of n - 1", "The variance is off by 1.", "Without brackets the division comes first, then 1 is subtracted.",
         "Put brackets around all that is below the fraction line.", var=lambda var_n, p: var_n.sum(axis=0) / p.n - 1),
    slip("sum not divided", "The variance is much too large.", "The sum is not divided.", "Look at the fraction before the sum.",
         var=lambda var_n, p: var_n.sum(axis=0)),
    slip("variance for deviation", "The two curves lie on the mean.", "v_std is the variance; the root is missing.",
         "Which function takes a root?", std=lambda var, p: var),
    slip("square for root", "The two curves lie on the mean.", "The variance is squared, not rooted.", "Which power is the root?",
         std=lambda var, p: var**2),
    slip("standard error", "The two curves are too close to the mean.", "`v_std` is the standard error of the mean, which is "
         "smaller than the deviation.", "The standard deviation over the realizations is asked for. Is anything divided once too often?", std=lambda var, p: np.sqrt(var / p.n)),
    slip("not squared", "The deviations cancel each other.", "The differences are summed with their signs, without the square.",
         "What makes each term of the sum positive?", var_n=lambda v_n, mean: v_n - mean),
    slip("mean not subtracted", "The deviation is as large as V itself.", "The values are squared without subtracting the mean.",
         "From what is the distance measured?", var_n=lambda v_n, mean: v_n**2),
    slip("bracket of the square", "The terms have the wrong size.", "Only the mean is squared: a power comes before a minus.",
         "Enclose the difference in brackets.", var_n=lambda v_n, mean: v_n - mean**2),
    slip("absolute value", "The deviation is not quite right.", "The absolute differences are summed, not their squares.",
         "Look at the power in the definition.", var_n=lambda v_n, mean: np.abs(v_n - mean)),
    slip("deviation drawn alone", "Two curves lie near 0 V, far from the traces.", "The deviation itself is drawn, not mean plus and minus it.",
         "To what must the deviation be added?", band=lambda mean, std: (std, -std)),
    slip("variance drawn", "The two curves lie on the mean.", "The variance is added to the mean.", "A voltage can only be added to a voltage.",
         band=lambda mean, std: (mean + std**2, mean - std**2)),
    slip("same curve twice", "One of the two curves is missing.", "Both plot commands draw the same.", "One is plus, the other minus.",
         band=lambda mean, std: (mean + std, mean + std)),
)  # fmt: skip

EXERCISE = lif_exercise(
    **LIST_ENSEMBLE,
    number=10,
    equations=equations.LIST_WITH_DEVIATION,
    outputs=equations.DRAW_DEVIATION,
    loops=equations.FROM_ZERO_EACH,
    title="Sample standard deviation",
    words={**equations.WORDS, "v": "the membrane potential of one realization"},
    reference=ensemble_in_lists,
    quantities=(
        Ensemble("ensemble", VOLTAGE),
        Variable("v_var"),
        Variable("v_std"),
        CurveOf("curve mean", VOLTAGE, last_mean),
        CurveOf("curve upper", VOLTAGE, last_upper),
        CurveOf("curve lower", VOLTAGE, last_lower),
    ),
    parts=(
        Part("numbers", "v_var and v_std are right", 2, quantities=("v_var", "v_std", "curve mean", "curve upper", "curve lower")),
        Part("figure", "the mean, and mean plus and minus the deviation, can be seen at every time; axis labels with units", 2,
             rules=(visible(VOLTAGE, 8), draws_last("v_mean", VOLTAGE, "the mean", last_mean, CURVES), draws_last("v_std", VOLTAGE, "mean plus deviation", last_upper, CURVES),
                    draws_last("v_std", VOLTAGE, "mean minus deviation", last_lower, CURVES), *labels(VOLTAGE)), remarks=unit_notes(VOLTAGE)),
        Part("parameters", "right with other parameters, n and seed too", 1, quantities=("v_var", "v_std", "curve mean", "curve upper", "curve lower"), unseen_parameters=True),
    ),
    accepted_variants=(STEP_FIRST,),
    slips=(*SLIPS, *NOISE_BY_FORMULA, *steps_by_formula("v_n")),
    hints=(
        "Three steps lead to the standard deviation. Square the distances from the mean. Add the squares, and divide the sum by n - 1. Take the root.",
        "Look at the five lines with a `...`. The first line needs a list comprehension over `v_n`. `sum` adds up a list, and `np.sqrt` takes a root. "
        "The plots show mean plus deviation and mean minus deviation.",
        "`v_var_n`: write square brackets. In the square brackets: a round bracket, then `** 2`, then `for v in v_n`. In the round bracket: "
        "`v` minus `v_mean`.\n"
        "`v_var`: write `sum(v_var_n)` divided by a bracket. In the bracket: `n` minus 1.\n"
        "`v_std`: write `np.sqrt` and a pair of brackets. In the brackets: `v_var`.\n"
        'The first `plt.plot(...)`: write `t`, `v_mean + v_std`, `"C7."` and `alpha=0.8`, in this order, with commas in between.\n'
        "The second `plt.plot(...)`: write the same, but with a minus in place of the plus.",
    ),
    another="One line can do all three steps: `np.std(v_n, ddof=1)`. Notebook 14 uses it.",
    placeholders=5,
    view=views.LISTS_WITH_DEVIATION,
)  # fmt: skip
