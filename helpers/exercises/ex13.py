"""Exercise 13: the ensemble in a 2d array."""

import numpy as np

from ..exercise import Exercise, Message, Part
from ..model import Parameters, random_current
from ..observe.plain import as_array
from ..read import Variable, bands, close, figures, in_si
from ..rules import labelled, visible
from .families import EULER, NEW_CURRENT, NOISE, NOT_YET_COMPUTED, slip
from .own import from_currents
from .simulation import in_tables


def traces_drawn(seen, p):
    """Each realization of the answer's own v_n is drawn against time, as a line or as points."""
    v_n = as_array(seen.variables.get("v_n"))
    for table in (table for figure in figures(seen) for table in bands(figure, "voltage")):
        if v_n is not None and any(
            len(table) > p.n and _same(table[1 : p.n + 1], rows) and _at_times(table[0], p) for rows in (v_n, v_n.T)
        ):
            return None
    if v_n is None or not any(in_si(figure, "voltage") for figure in figures(seen)):
        return "too little drawn", Message(
            "There is nothing drawn, or no v_n.", "The figure shows v_n.", "Fill in the plot command."
        )
    return "not against time", Message(
        "The figure does not show each row of v_n against time.",
        "plt.plot draws a line for each column, against the x that it is given.",
        "Give the times first, then v_n turned so that its columns are the realizations.",
    )


def _same(found, rows):
    return found.shape == rows.shape and close(np.sort(found, axis=0), np.sort(rows, axis=0))


def _at_times(x, p):
    return len(x) == p.step_end and np.abs(x - np.arange(p.step_end) * p.dt).max() < 0.01 * p.dt * p.step_end


SLIPS = (
    NOT_YET_COMPUTED,
    *NOISE,
    slip("one current for all", "All realizations are the same trace.", "They share one row of random numbers.",
         "How many random numbers are needed in all? Give both sizes.", current=lambda xi, p: random_current(xi[:1] + 0 * xi, p)),
    slip("one number a realization", "Each realization gets the same random number at every step.", "Only one number a realization is drawn.",
         "How many random numbers are needed in all? Give both sizes.", current=lambda xi, p: random_current(xi.reshape(-1)[: len(xi), None] + 0 * xi, p)),
    *(each for each in EULER if each.name != "never updated"),
    slip("stays at el", "v_n stays at the leak potential.", "No column of v_n is changed.", "Which column gets the new values?",
         shown=lambda v, i, p: 0 * v + p.el),
)  # fmt: skip

EXERCISE = Exercise(
    number=13,
    title="Arrays in two dimensions",
    shown=Parameters(),
    reference=in_tables,
    quantities=(Variable("i", kind="array", transposed=True), Variable("v_n", kind="array", transposed=True)),
    parts=(
        Part("numbers", "the arrays i and v_n are right", 2, quantities=("i", "v_n")),
        Part("figure", "every realization can be seen against time, axis labels with units", 1,
             rules=(visible(5), traces_drawn, labelled("x", "time"), labelled("y", "voltage"))),
        Part("parameters", "the arrays are right with other parameters, n and seed too", 1, quantities=("i", "v_n"), others=True),
    ),
    readings=(NEW_CURRENT,),
    slips=SLIPS,
    own=from_currents,
    hints=(
        "An array with two axes holds all realizations at once: one row each. One formula gives all its currents.",
        "np.random.random takes a shape: two sizes in square brackets. A colon as the first index means all rows. For the plot, rows and columns "
        "must change places.",
        "The shape is that of v_n. In the loop put [:, step - 1] wherever the step before is meant. Plot t_range against v_n with .T behind it.",
    ),
    another="`np.random.random(v_n.shape)` takes the shape from v_n itself.",
    blanks=3,
    varied=("dt", "tau", "el", "r", "i_mean", "t_max", "n", "seed"),
    replacing=("n", "seed"),
    steps=(25, 40),
    sliders=("tau", "i_mean", "n"),
)  # fmt: skip
