"""Exercise 8: an ensemble in a list."""

from ..exercise import Exercise, Part
from ..model import Parameters
from ..read import Ensemble
from ..rules import labelled, visible
from .families import EULER, SHOWN_AFTER, shape
from .own import from_ensemble
from .simulation import ensemble_in_lists


def _points_at(seen, p, step):
    xs = [x for figure in seen.figures for artist in figure["artists"] for x in artist["x"]]
    return sum(abs(x - step * p.dt) < 1e-6 * p.dt for x in xs)


SLIPS = (
    shape("one realization drawn", "There is one point a time step, not one for each realization.", "One entry of the list is drawn.",
          "Give the plot command the whole list.", lambda seen, p: _points_at(seen, p, 3) == 1),
    shape("drawn while stepping", "At each time there are far too many points.", "The plot command stands in the inner loop, so it draws the "
          "list again after each single change.", "Move it out of the inner loop.", lambda seen, p: _points_at(seen, p, 3) > p.n + 5),
    shape("drawn once", "Only the last time is drawn.", "The plot command stands after both loops.", "Indent it into the outer loop.",
          lambda seen, p: _points_at(seen, p, 3) == 0 and _points_at(seen, p, p.step_end - 1) >= p.n),
    shape("show in the loop", "There are many figures.", "plt.show() stands inside the loop and ends the figure each time.",
          "Move it to the left margin, after the loops.", lambda seen, p: len(seen.figures) > 3),
    *EULER,
)  # fmt: skip

EXERCISE = Exercise(
    number=8,
    title="An ensemble in lists",
    shown=Parameters(),
    reference=ensemble_in_lists,
    quantities=(Ensemble("ensemble"),),
    parts=(
        Part("numbers", "every realization has its value at every time", 2, quantities=("ensemble",)),
        Part("figure", "all realizations can be seen, axis labels with units", 1,
             rules=(visible(5), labelled("x", "time"), labelled("y", "voltage"))),
        Part("parameters", "right with other parameters, another n and another seed too", 1, quantities=("ensemble",), others=True),
    ),
    readings=(SHOWN_AFTER,),
    slips=SLIPS,
    own=from_ensemble,
    hints=(
        "The list v_n holds one V for each realization. Three lines make it, draw it and change it.",
        "A list times a whole number repeats it. The plot command needs as many x as y, so the time must be repeated too. In the inner loop, "
        "one entry changes: number j.",
        "Start with a list of one el, repeated n times. Plot a list of n times t against v_n, with 'k.' and alpha=0.1. The step is the one "
        "you know, with v_n[j] in place of v, on both sides.",
    ),
    another="A comprehension builds the same list: `[el for j in range(n)]`.",
    blanks=3,
    varied=("dt", "tau", "el", "r", "i_mean", "t_max", "n", "seed"),
    replacing=("n", "seed"),
    steps=(25, 35),
    sliders=("tau", "i_mean", "n"),
)  # fmt: skip
