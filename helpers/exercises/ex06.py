"""Exercise 6: plot the membrane potential over the whole simulation."""

import numpy as np

from helpers import views
from slipcheck.exercise import Part
from slipcheck.judge.figure_rules import visible
from slipcheck.judge.quantities import Points

from . import equations
from .euler_slips import steps_by_formula
from .figure_slips import POINT_BY_POINT, other_step_end, without_x
from .physical_quantities import VOLTAGE, labels, unit_notes
from .references import sinusoidal
from .shared_fields import MODEL, STEP_FIRST, lif_exercise
from .slip_rows import shape, slip

SLIPS = (
    slip("leak potential drawn", "All points are at the leak potential.", "el is drawn, not the membrane potential.",
         "Which name holds the membrane potential of this step?", display=lambda t, i, v: (t, i, 0 * v + v[0])),
    slip("potential in millivolt", "The numbers on the y axis are millivolt, and its label says volt.", "The potential is multiplied by 1000.",
         "Draw it in volt, as the label says.", factor=1e3, display=lambda t, i, v: (t, i, 1e3 * v)),
    slip("time in ms", "The numbers on the x axis are milliseconds, and its label says seconds.", "The time is multiplied by 1000.",
         "Draw the time in seconds, as the label says.", factor=1e3, display=lambda t, i, v: (1e3 * t, i, v)),
    shape("floor of floats", "step_end is 149, one step too few.", "// rounds down, and a computer stores 0.15 and 0.001 only nearly: what it "
          "divides lies just below 150.", "Divide with a single slash, then make a whole number of the result.",
          lambda observation, p: observation.variables.get("step_end") == p.step_end - 1 == 149 and "//" in observation.source),
    shape("number of steps", "step_end is not the number of steps.", "step_end should be how many steps of length dt fit into t_max.",
          "Divide the two times, in the right order, and make a whole number of it.", other_step_end),
    slip("i for v", "The figure shows another quantity.", "The current is drawn, not the membrane potential.",
         "Which name holds the membrane potential?", display=lambda t, i, v: (t, v, i)),
    slip("axes swapped", "Time runs upwards in your figure.", "x and y are exchanged.", "Which of the two comes first in plt.plot?",
         display=lambda t, i, v: (v, i, t)),
    slip("step for t", "The x axis counts steps.", "The number of the step is where the time belongs.",
         "Which name holds the time in seconds?", display=lambda t, i, v: (np.arange(len(t)), i, v)),
    shape("x missing", "All points are at x = 0.", "With one argument, plt.plot takes it as y and counts x from 0.",
         "Give both: the time, then the potential.", without_x),
    *POINT_BY_POINT,
)  # fmt: skip

EXERCISE = lif_exercise(
    number=6,
    equations=equations.PLOTTED_POTENTIAL,
    outputs=equations.DRAW_POTENTIAL,
    loops=equations.FROM_ZERO,
    title="Plotting the membrane potential",
    reference=sinusoidal,
    quantities=(Points("points v", VOLTAGE),),
    parts=(
        Part("numbers", "every point of the simulation is where it belongs", 2, quantities=("points v",)),
        Part("figure", "markers that can be seen, axis labels with units", 1,
             rules=(visible(VOLTAGE), *labels(VOLTAGE)), remarks=unit_notes(VOLTAGE)),
        Part("parameters", "the points are right with other parameters too", 1, quantities=("points v",), unseen_parameters=True),
    ),
    accepted_variants=(STEP_FIRST,),
    slips=(*SLIPS, *steps_by_formula("v")),
    hints=(
        "The number of steps follows from the length of the simulation and the length of one step.",
        "Two lines have a `...`. For `step_end`, divide the two lengths. `int` turns the result into a whole number. In `plt.plot`, the time is x and "
        "the membrane potential is y.",
        "`step_end`: write `int` and a pair of brackets. In the brackets: `t_max` divided by `dt`.\n"
        '`plt.plot`: write `t`, `v` and `"k."`, in this order, with commas in between.',
    ),
    another="`round(t_max / dt)` gives the nearest whole number, while `int` cuts off what comes after the point.",
    placeholders=2,
    varied_names=(*MODEL, "t_max"),
    steps=(40, 70),
    sliders=("tau", "i_mean"),
    view=views.DRAWN_TRACE,
)  # fmt: skip
