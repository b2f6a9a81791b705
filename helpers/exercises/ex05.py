"""Exercise 5: plot the input current, point by point."""

import numpy as np

from helpers import views
from helpers.model import Parameters
from slipcheck.exercise import Part
from slipcheck.judge.axis_labels import TIME
from slipcheck.judge.figure_rules import labelled, titled, visible
from slipcheck.judge.quantities import Points
from slipcheck.observe.plain import is_number

from .axes import CURRENT
from .families import shape, slip
from .lif import lif_exercise
from .references import sinusoidal


def axes_swapped(seen, p) -> bool:
    """Times on the y axis: they lie between 0 and the end, and x does not."""
    drawn = [artist for figure in seen.figures for artist in figure["artists"] if artist["x"]]
    x, y = ([value for artist in drawn for value in artist[axis]] for axis in "xy")
    end = (p.step_end - 1) * p.dt
    return bool(x) and abs(max(y) - end) < 0.1 * end and min(y) >= 0 and not max(x) >= 0.9 * end


SWAPPED = shape("axes swapped", "Time runs upwards in your figure.", "x and y are exchanged.", "Which of the two comes first in plt.plot?",
                axes_swapped)  # fmt: skip
MANY = (
    shape("figure in the loop", "There are many figures with few points each.", "plt.figure() stands inside the loop and starts a new one each time.",
          "Create the figure once, before the loop.", lambda seen, p: len(seen.figures) > 3 and "    plt.figure" in seen.source),
    shape("show in the loop", "There are many figures with few points each.", "plt.show() stands inside the loop and ends the figure each time.",
          "Move it to the left margin, after the loop.", lambda seen, p: len(seen.figures) > 3 and "    plt.show" in seen.source),
)  # fmt: skip
SLIPS = (
    SWAPPED,
    *MANY,
    slip("mean for current", "The current is the same at all times.", "It is the mean current, not that of this step.",
         "Which name holds the current at this time?", current=lambda t, p: p.i_mean + 0 * t),
    slip("current in nanoampere", "The numbers on the y axis are nanoampere, and its label says otherwise.", "The current is multiplied by 1e9.",
         "Draw it in ampere, or let the label say nA.", shown=lambda t, i, v: (t, 1e9 * i, v)),
    slip("current in picoampere", "The numbers on the y axis are picoampere, and its label says otherwise.", "The current is multiplied by 1e12.",
         "Draw it in ampere, or let the label say pA.", shown=lambda t, i, v: (t, 1e12 * i, v)),
    shape("number of steps", "step_end has another value than the one given.", "It says how often the loop runs.", "Leave it as it was.",
          lambda seen, p: is_number(seen.variables.get("step_end")) and seen.variables["step_end"] != p.step_end),
    shape("point in brackets", "All points stand at x = 0 and x = 1.", "Time and current stand in brackets of their own, so plt.plot takes both as y.",
          "Give x and y as two arguments.",
          lambda seen, p: {x for f in seen.figures for artist in f["artists"] for x in artist["x"]} == {0, 1}),
    slip("axes swapped", "Time runs upwards in your figure.", "x and y are exchanged.", "Which of the two comes first in plt.plot?",
         shown=lambda t, i, v: (i, t, v)),
    slip("time in ms", "The numbers on the x axis are milliseconds, and its label says seconds.", "The time is multiplied by 1000.",
         "Draw the time in seconds, or let the label say ms.", shown=lambda t, i, v: (1e3 * t, i, v)),
    slip("step for t", "The x axis counts steps.", "The number of the step stands where the time belongs.",
         "Which name holds the time in seconds?", shown=lambda t, i, v: (np.arange(len(t)), i, v)),
    shape("x missing", "All points stand at x = 0.", "With one argument, plt.plot takes it as y and counts x from 0.",
         "Give both: the time, then the current.", lambda seen, p: {x for f in seen.figures for artist in f["artists"] for x in artist["x"]} == {0}),
    shape("plot outside the loop", "There is one point.", "The plot line stands outside the loop, so it runs once.",
          "Indent it like the lines above.",
          lambda seen, p: [len(f["artists"]) for f in seen.figures] == [1] and len(seen.figures[0]["artists"][0]["x"]) == 1),
)  # fmt: skip

EXERCISE = lif_exercise(
    number=5,
    title="Plotting the current",
    shown=Parameters(step_end=25),
    reference=sinusoidal,
    quantities=(Points("points i", CURRENT),),
    parts=(
        Part("numbers", "the 25 points stand where they belong", 2, quantities=("points i",)),
        Part("figure", "title, axis labels with units, markers that can be seen", 2,
             rules=(visible(CURRENT), titled(CURRENT), labelled("x", TIME), labelled("y", CURRENT))),
        Part("parameters", "the points are right with other parameters too", 1, quantities=("points i",), unseen_parameters=True),
    ),
    slips=SLIPS,
    hints=(
        "A label says which quantity an axis shows, and in which unit: a text in quotes.",
        "plt.plot takes x, then y, then the format string. Which quantity is on x, which on y?",
        "The title and the two labels are texts of your own. In the loop, plot the time against the current, with 'ko' as the third argument.",
    ),
    another="`plt.scatter` draws single points too, and needs no format string.",
    placeholders=4,
    varied_names=("dt", "i_mean"),
    sliders=("i_mean",),
    view=views.DRAWN_CURRENT,
)  # fmt: skip
