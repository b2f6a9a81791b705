"""Slips of figures that several exercises share: x and y exchanged, a command inside or outside the loop."""

from __future__ import annotations

import ast
import re
from dataclasses import replace

from slipcheck.exercise import Parameters
from slipcheck.observe import Observation
from slipcheck.observe.plain import is_number

from .slip_rows import shape


def artists(observation: Observation) -> list[dict]:
    """All that was drawn, of all figures."""
    return [artist for figure in observation.figures for artist in figure["artists"]]


def positions(observation: Observation) -> set[float]:
    """The x of all that was drawn."""
    return {x for artist in artists(observation) for x in artist["x"]}


def times_on_the_y_axis(observation: Observation, p: Parameters) -> bool:
    """Times on the y axis: they lie between 0 and the end, and x does not."""
    x = [value for artist in artists(observation) for value in artist["x"]]
    y = [value for artist in artists(observation) if artist["x"] for value in artist["y"]]
    end = (p.step_end - 1) * p.dt
    return len(set(x)) > 1 and abs(max(y) - end) < 0.1 * end and min(y) >= 0 and not max(x) >= 0.9 * end


def swapped_curve(observation: Observation, p: Parameters) -> bool:
    """Some points have their time on the y axis."""
    end = p.step_end * p.dt
    drawn = [artist for artist in artists(observation) if artist["x"] and max(artist["x"]) < 0]
    return any(min(artist["y"]) >= 0 and max(artist["y"]) <= end for artist in drawn)


def many_figures(observation: Observation, command: str) -> bool:
    """More than a few figures, by an indented command."""
    return len(observation.figures) > 3 and f"    {command}" in observation.source


def figure_again(observation: Observation, p: Parameters) -> bool:
    """Many figures by an indented command, where one is opened before the loop too."""
    return many_figures(observation, "plt.figure") and "\nplt.figure" in f"\n{observation.source}"


def one_point(observation: Observation, p: Parameters) -> bool:
    """One figure with a single point in it, by a plot command at the left margin, below a loop."""
    sizes = [[len(artist["x"]) for artist in figure["artists"]] for figure in observation.figures]
    is_below = re.search(r"(?ms)^(for|while)\b.*^plt\.(plot|scatter)\(", observation.source) is not None
    return sizes == [[1]] and is_below and "append" not in observation.source


def without_x(observation: Observation, p: Parameters) -> bool:
    """All is drawn at x = 0, by plot commands with one value."""
    if positions(observation) != {0}:
        return False
    calls = [node for node in ast.walk(ast.parse(observation.source)) if isinstance(node, ast.Call)]
    plots = [call for call in calls if getattr(call.func, "attr", "") == "plot"]
    values = [[piece for piece in call.args if not isinstance(piece, ast.Constant)] for call in plots]
    return all(len(pieces) == 1 for pieces in values)


def other_step_end(observation: Observation, p: Parameters) -> bool:
    """The answer gives step_end another value, and does not count other values for it: then these are at fault."""
    step_end = observation.variables.get("step_end")
    is_counted = re.search(r"\bstep_end *= *(len\(|\w+\.(size|shape)\b)", observation.source)
    return is_number(step_end) and step_end != p.step_end and not is_counted


SWAPPED = shape("axes swapped", "Time runs upwards in your figure.", "x and y are exchanged.", "Which of the two comes first in plt.plot?",
                times_on_the_y_axis)  # fmt: skip
CURVE_SWAPPED = shape("axes swapped", "Some points have their time on the y axis.", "x and y are exchanged in a plot command.",
                      "Which of the two comes first in plt.plot?", swapped_curve)  # fmt: skip
FIGURE_SWAPPED = replace(CURVE_SWAPPED, parts=("figure",))
MANY_FIGURES = (
    shape("figure in the loop", "plt.figure() starts a new figure in each round of the loop.", "So the points are not together in one figure.",
          "There is a figure already, from before the loop: leave this line out.", figure_again),
    shape("figure in the loop", "plt.figure() starts a new figure in each round of the loop.", "So the points are not together in one figure.",
          "Create the figure once, above the loop. Its title and its labels belong outside the loop too.", lambda observation, p: many_figures(observation, "plt.figure")),
    shape("show in the loop", "plt.show() ends the figure in each round of the loop.", "So the points are not together in one figure.",
          "Move plt.show() to the left margin, after the loop.", lambda observation, p: many_figures(observation, "plt.show")),
)  # fmt: skip
NUMBER_OF_STEPS = shape("number of steps", "step_end has another value than the one given.", "It says how often the loop runs.",
                        "Leave it as it was.", other_step_end)  # fmt: skip
POINT_IN_BRACKETS = shape("point in brackets", "All points are at x = 0 and x = 1.",
                          "Time and value have brackets of their own, so plt.plot takes both as y.", "Give x and y as two arguments.",
                          lambda observation, p: positions(observation) == {0, 1})  # fmt: skip
X_MISSING = shape("x missing", "All points are at x = 0.", "With one argument, plt.plot takes it as y and counts x from 0.",
                  "Give both: the time, then the value.", without_x)  # fmt: skip
PLOT_OUTSIDE_THE_LOOP = shape("plot outside the loop", "There is one point.", "The plot line is outside the loop, so it runs once.",
                              "Indent it like the lines above.", one_point)  # fmt: skip
POINT_BY_POINT = (SWAPPED, *MANY_FIGURES, NUMBER_OF_STEPS, POINT_IN_BRACKETS, X_MISSING, PLOT_OUTSIDE_THE_LOOP)
