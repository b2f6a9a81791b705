"""Exercise 5: plot the input current, point by point."""

import numpy as np

from helpers import views
from helpers.model import Parameters
from slipcheck.exercise import Part
from slipcheck.judge.figure_rules import titled, visible
from slipcheck.judge.quantities import Points

from . import equations
from .figure_slips import MANY_FIGURES, NUMBER_OF_STEPS, PLOT_OUTSIDE_THE_LOOP, POINT_IN_BRACKETS, SWAPPED, X_MISSING
from .physical_quantities import CURRENT, labels, unit_notes
from .references import sinusoidal
from .shared_fields import INPUT, lif_exercise
from .slip_rows import slip

SLIPS = (
    SWAPPED,
    *MANY_FIGURES,
    slip("mean for current", "The current is the same at all times.", "`i_mean` is the mean current; the current of this step has another name.",
         "Which name holds the current at this time?", current=lambda t, p: p.i_mean + 0 * t),
    slip("current in nanoampere", "The numbers on the y axis are nanoampere, and its label says otherwise.", "The current is multiplied by 1e9.",
         "Draw it in ampere, as the label says.", factor=1e9, display=lambda t, i, v: (t, 1e9 * i, v)),
    slip("current in picoampere", "The numbers on the y axis are picoampere, and its label says otherwise.", "The current is multiplied by 1e12.",
         "Draw it in ampere, as the label says.", factor=1e12, display=lambda t, i, v: (t, 1e12 * i, v)),
    NUMBER_OF_STEPS,
    POINT_IN_BRACKETS,
    slip("axes swapped", "Time runs upwards in your figure.", "x and y are exchanged.", "Which of the two comes first in plt.plot?",
         display=lambda t, i, v: (i, t, v)),
    slip("time in ms", "The numbers on the x axis are milliseconds, and its label says seconds.", "The time is multiplied by 1000.",
         "Draw the time in seconds, as the label says.", factor=1e3, display=lambda t, i, v: (1e3 * t, i, v)),
    slip("step for t", "The x axis counts steps.", "The number of the step is where the time belongs.",
         "Which name holds the time in seconds?", display=lambda t, i, v: (np.arange(len(t)), i, v)),
    X_MISSING,
    PLOT_OUTSIDE_THE_LOOP,
)  # fmt: skip

EXERCISE = lif_exercise(
    **INPUT,
    number=5,
    equations=equations.PLOTTED_INPUT,
    outputs=equations.DRAW_CURRENT,
    loops=equations.FROM_ZERO,
    title="Plotting the current",
    parameters=Parameters(step_end=25),
    reference=sinusoidal,
    quantities=(Points("points i", CURRENT),),
    parts=(
        Part("numbers", "the 25 points are where they belong", 2, quantities=("points i",)),
        Part("figure", "title, axis labels with units, markers that can be seen", 2,
             rules=(visible(CURRENT), titled(CURRENT), *labels(CURRENT)), remarks=unit_notes(CURRENT)),
        Part("parameters", "the points are right with other parameters too", 1, quantities=("points i",), unseen_parameters=True),
    ),
    slips=SLIPS,
    hints=(
        "A label says which quantity an axis shows, and in which unit. A label is a text, so a label needs quotes.",
        "Four lines have a `...`. The time, in seconds (s), belongs on the horizontal axis x. The current, in ampere (A), belongs on the vertical axis y. "
        "`plt.plot` takes x first.",
        "`plt.title`: write a few words about the figure, in quotes.\n"
        "`plt.xlabel`: write the label time (s), in quotes.\n"
        "`plt.ylabel`: write the label current (A), in quotes.\n"
        '`plt.plot`: write `t`, `i` and `"ko"`, in this order, with commas in between.',
    ),
    another="`plt.scatter` draws single points too, and needs no format string.",
    placeholders=4,
    view=views.DRAWN_CURRENT,
)  # fmt: skip
