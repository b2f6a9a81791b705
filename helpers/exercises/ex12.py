"""Exercise 12: enumerate and indexing."""

from dataclasses import replace

import numpy as np

from helpers import views
from helpers.model import euler_step, membrane_potential
from slipcheck.exercise import Part
from slipcheck.judge.curve_rules import draws_own
from slipcheck.judge.figure_rules import visible
from slipcheck.judge.quantities import Variable

from . import equations
from .euler_slips import EULER_ARRAYS, NOT_YET_COMPUTED, wrong_step
from .figure_slips import FIGURE_SWAPPED
from .noise_slips import CLIPPED, NOISE_BY_FORMULA
from .physical_quantities import VOLTAGE, labels, unit_notes
from .references import in_arrays
from .shared_fields import ARRAY_TRACE, NEW_CURRENT, lif_exercise
from .slip_rows import slip


def own_place(v, i, p):
    """Each entry steps from its own start value, el, and stores the result in its own place."""
    stepped = euler_step(np.full_like(v, p.el), i, p)
    stepped[-1] = p.el
    return stepped


SLIPS = (
    CLIPPED,
    FIGURE_SWAPPED,
    slip("stored in its own place", "Each value is one step away from el.", "The result is stored at the same index it came from, so nothing is "
         "carried over.", "At which index does the next value belong?", stored=own_place),
    replace(slip("first step left out", "The trace is one step late.", "In the first round the loop fills the place with the index 2, so "
                 "the one with the index 1 keeps its start value.", "With which number should the loop start to count, and with which "
                 "current?", stored=lambda v, i, p: np.r_[p.el, p.el, _from(i[1:], p)][: len(v)]), about="loop"),
    slip("steps and indices mixed", "The trace is one step early, and the last value stays el.", "This line belongs to a loop that starts at 1. "
         "Here `step` counts from 0.", "Which index has the value of now, and which the next value? Look at both sides of the line.",
         stored=lambda v, i, p: np.r_[_from(i[:-1], p), p.el]),
    slip("last value left out", "The last value stays el.", "One current too many is left out.", "How many currents drive a step?",
         stored=lambda v, i, p: np.r_[v[:-1], p.el]),
    NOT_YET_COMPUTED,
    *(row for row in EULER_ARRAYS if row.name != "mean current" or row.source is not None),
    wrong_step("mean current", "V rises smoothly, as with a constant current.", "The step uses the mean current, not that of this step.",
               "Which name holds the current of this round?", "v + dt / tau * (el - v + r * i_mean)"),
)  # fmt: skip


def _from(i, p):
    """V after each step, from el, with the currents ``i``."""
    return membrane_potential(i, p)[1:]


EXERCISE = lif_exercise(
    **ARRAY_TRACE,
    number=12,
    equations=equations.ARRAY_BY_ENUMERATION,
    outputs=equations.DRAW_ARRAY,
    loops=equations.ALL_BUT_ONE,
    title="Enumerate and indexing",
    reference=in_arrays,
    quantities=(Variable("i", kind="array"), Variable("v", kind="array")),
    parts=(
        Part("numbers", "the array v is right", 2, quantities=("v", "i")),
        Part("figure", "the trace can be seen at every time, axis labels with units", 1,
             rules=(visible(VOLTAGE), draws_own("v", VOLTAGE), *labels(VOLTAGE)), remarks=unit_notes(VOLTAGE)),
        Part("parameters", "right with other parameters and another seed too", 1, quantities=("v", "i"), unseen_parameters=True),
    ),
    accepted_variants=(NEW_CURRENT,),
    slips=(*SLIPS, *NOISE_BY_FORMULA),
    hints=(
        "`enumerate` gives two things in each round: an index, and the value at this index.",
        "Look at the two lines with a `...`. The loop needs `enumerate` and all values of `i` except the last value. The step takes the potential at index "
        "`step` and the current `i_step`.",
        "`for`: write `enumerate` and a pair of brackets. In the brackets: `i[:-1]`. The colon at the end of the line stays.\n"
        "`v[step + 1]`: write `v[step]` plus `dt / tau` times a bracket. In the bracket: `el` minus `v[step]` plus `r` times `i_step`.",
    ),
    another="Skip the first round with `continue` and compute v[step] from v[step - 1] and i[step - 1].",
    placeholders=2,
    view=views.STORED_TRACE,
)  # fmt: skip
