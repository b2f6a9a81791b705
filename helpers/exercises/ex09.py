"""Exercise 9: the sample mean of the ensemble."""

from functools import reduce

import numpy as np

from helpers import views
from slipcheck.exercise import Part
from slipcheck.judge.curve_rules import draws_last
from slipcheck.judge.figure_rules import visible
from slipcheck.judge.quantities import CurveOf, Ensemble, Variable
from slipcheck.observe.plain import as_array, is_number

from . import equations
from .euler_slips import steps_by_formula
from .figure_slips import CURVE_SWAPPED, MANY_FIGURES
from .noise_slips import NOISE_BY_FORMULA
from .physical_quantities import VOLTAGE, labels, unit_notes
from .references import ensemble_in_lists
from .shared_fields import LIST_ENSEMBLE, STEP_FIRST, lif_exercise
from .slip_rows import shape, slip


def last_mean(variables):
    """The mean that the loop left."""
    value = variables.get("v_mean")
    return value if is_number(value) else None


def drawn_once(observation, p) -> bool:
    """One artist more than times, a single point."""
    drawn = [[len(artist["x"]) for artist in figure["artists"]] for figure in observation.figures]
    return any(len(sizes) == p.step_end + 1 and 1 in sizes for sizes in drawn)


def all_means(observation, p) -> bool:
    values = as_array(observation.variables.get("v_mean"))
    return values is not None and values.size == p.step_end


SLIPS = (
    *MANY_FIGURES,
    CURVE_SWAPPED,
    slip("total never reset", "v_mean grows from step to step.", "The sum holds the values of all earlier times too.",
         "Where in your code does the sum begin? Where should it begin?", mean=lambda v_n, later, p: np.cumsum(v_n.sum(axis=0)) / p.n),
    slip("mean over times", "v_mean averages over times too.", "The mean also includes the values of all earlier times.",
         "Average only the n values of the present time.",
         mean=lambda v_n, later, p: np.cumsum(v_n.sum(axis=0)) / (p.n * np.arange(1, v_n.shape[1] + 1))),
    slip("floor division", "v_mean is a whole number.", "// divides and rounds down.", "Use a single slash.", source="//",
         mean=lambda v_n, later, p: v_n.sum(axis=0) // p.n),
    slip("sum for mean", "v_mean is n times too large.", "`v_mean` is the sum: the division is missing.", "By what is a sum divided to get a mean?",
         mean=lambda v_n, later, p: v_n.sum(axis=0)),
    *(
        slip("mean of two at a time", "v_mean is not the mean of all values.", "In each round this is the mean of two numbers. So the values that come last count far more than the others.",
             "Add up all values first, then divide once.",
             mean=lambda v_n, later, p, first=first: reduce(lambda mean, v: (mean + v) / 2, v_n[first:], first * v_n[0]))
        for first in (0, 1)  # it begins with 0, or with the first value
    ),
    slip("median", "v_mean is close, but not the mean.", "The median is the value in the middle, not the mean.", "What is a sum divided by to get a mean?",
         formula="np.median(v_n)", mean=lambda v_n, later, p: np.median(v_n, axis=0)),
    slip("divided by n - 1", "v_mean is a little too large.", "The mean divides by n; n - 1 belongs to the variance.", "How many values are summed?",
         mean=lambda v_n, later, p: v_n.sum(axis=0) / (p.n - 1)),
    slip("divided by steps", "v_mean is too small.", "The sum is divided by the number of time steps.", "How many values are summed?",
         mean=lambda v_n, later, p: v_n.sum(axis=0) / p.step_end),
    slip("one realization", "v_mean follows one realization.", "`v_mean` is made from one value of the list.", "Take all values of the list.",
         mean=lambda v_n, later, p: v_n[-1]),
    slip("first realization", "v_mean follows one realization.", "`v_mean` is made from one value of the list.", "Take all values of the list.",
         mean=lambda v_n, later, p: v_n[0]),
    slip("one divided by n", "v_mean is much too small.", "One value is divided by n, not the sum of all.", "Sum all values of the list first.",
         mean=lambda v_n, later, p: v_n[-1] / p.n),
    slip("mean after the step", "The mean belongs to the next time.", "The mean is computed after the inner loop has changed the list.",
         "Compute it before the inner loop, from the values that are drawn.", mean=lambda v_n, later, p: later.mean(axis=0)),
    slip("median", "The curve is close to the mean, but is not it.", "The median is the value in the middle. The mean is the sum of the values, divided by their number.", "Which function makes a sum?",
         mean=lambda v_n, later, p: np.median(v_n, axis=0)),
    slip("largest", "The curve runs along the upper edge.", "`v_mean` is the largest value. The mean is the sum of the values, divided by their number.", "Which function makes a sum?",
         mean=lambda v_n, later, p: v_n.max(axis=0)),
    shape("all means in one name", "v_mean holds the means of all times.", "At each time, v_mean should be one number: the mean at that time.",
          "Collect the means under another name. Use v_mean for the mean of the present time only.", all_means,
          parts=("numbers", "parameters"), about="v_mean"),
    shape("mean drawn once", "The mean is drawn at one time only.", "The plot command of the mean is outside the loop.", "Indent it into the outer loop.",
          drawn_once),
)  # fmt: skip

EXERCISE = lif_exercise(
    **LIST_ENSEMBLE,
    number=9,
    equations=equations.LIST_WITH_MEAN,
    outputs=equations.DRAW_MEAN,
    loops=equations.FROM_ZERO_EACH,
    title="Sample mean",
    reference=ensemble_in_lists,
    quantities=(Ensemble("ensemble", VOLTAGE), Variable("v_mean"), CurveOf("curve mean", VOLTAGE, last_mean)),
    parts=(
        Part("numbers", "v_mean is the sample mean", 2, quantities=("v_mean", "ensemble", "curve mean")),
        Part("figure", "the mean is drawn at every time, visibly; axis labels with units", 1,
             rules=(visible(VOLTAGE, 6), draws_last("v_mean", VOLTAGE, "the mean", last_mean), *labels(VOLTAGE)), remarks=unit_notes(VOLTAGE)),
        Part("parameters", "right with other parameters, n and seed too", 1, quantities=("v_mean", "ensemble", "curve mean"), unseen_parameters=True),
    ),
    accepted_variants=(STEP_FIRST,),
    slips=(*SLIPS, *NOISE_BY_FORMULA, *steps_by_formula("v_n")),
    hints=(
        "The sample mean is the sum of all values, divided by the number of values.",
        "Look at the two lines with a `...`. The values are in the list `v_n`, and `n` is the number of values. In the plot, the mean is one dot at "
        "the time `t`.",
        "`v_mean`: write `sum(v_n)` divided by `n`.\n"
        '`plt.plot`: write `t`, `v_mean`, `"C0."` and `alpha=0.8`, in this order, with commas in between.',
    ),
    another="`np.mean(v_n)` adds and divides at once. Notebook 14 uses it.",
    placeholders=2,
    view=views.LISTS_WITH_MEAN,
)  # fmt: skip
