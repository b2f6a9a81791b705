"""Commands that draw something else than the points and lines of a plot command."""

from __future__ import annotations

import ast

from slipcheck.diagnosis import Diagnosis, spot_of
from slipcheck.exercise import Exercise, Message, Part
from slipcheck.judge.parse import parsed
from slipcheck.judge.quantities import Variable
from slipcheck.observe import Observation

from ..formulas.pieces import called

DRAWS = {
    "hist": "counts values and draws the counts as bars",
    "bar": "draws bars that begin at 0",
    "barh": "draws bars that begin at 0",
    "stem": "draws a line from 0 to each point",
    "errorbar": "draws bars above and below the points",
    "boxplot": "draws boxes",
    "violinplot": "draws the outlines of many values",
    "hlines": "draws level lines",
    "vlines": "draws upright lines",
    "pie": "draws a pie",
    "imshow": "draws a picture of numbers",
    "text": "writes a text",
    "annotate": "writes a text",
    "semilogy": "gives the y axis a logarithmic scale",
    "semilogx": "gives the x axis a logarithmic scale",
    "loglog": "gives both axes a logarithmic scale",
}
LOGARITHMIC = ("semilogy", "semilogx", "loglog", "xscale", "yscale", "set_xscale", "set_yscale")


def other_command(source: str, calls: list[ast.Call]) -> Diagnosis | None:
    """The first command that draws something else."""
    for call in calls:
        name = called(call)
        if name in DRAWS and isinstance(call.func, ast.Attribute):
            code = ast.unparse(call.func)
            message = Message(
                f"Line {call.lineno}: `{code}` {DRAWS[name]}.",
                "The exercise asks for the points or curves of plt.plot.",
                "Use plt.plot in its place.",
            )
            return Diagnosis("other plot command", message, spot_of(source, call))
    return None


def drawn_otherwise(exercise: Exercise, source: str, part: Part, diagnosis: Diagnosis) -> Diagnosis:
    """Of points that are not those of the exercise, where a diagnosis has no place: a command that draws others."""
    is_shown = any(not isinstance(exercise.quantity(name), Variable) for name in part.quantities)
    if diagnosis.spot is not None or not is_shown:
        return diagnosis
    return other_command(source, _calls(source)) or diagnosis


def stopped_drawing(exercise: Exercise, observation: Observation) -> Diagnosis | None:
    """A command in a line that stops, and that would draw something else than points and lines."""
    asks_for_plots = any(output.command == "plot" for output in exercise.outputs)
    line = (observation.failure or {}).get("line")
    calls = [call for call in _calls(observation.source) if call.lineno == line]
    return other_command(observation.source, calls) if asks_for_plots else None


def _calls(source: str) -> list[ast.Call]:
    return [node for node in ast.walk(parsed(source) or ast.Module([], [])) if isinstance(node, ast.Call)]


def logarithmic(source: str, calls: list[ast.Call]) -> Diagnosis | None:
    """A logarithmic scale, which has no place for what is not above 0."""
    for call in calls:
        texts = [piece.value for piece in call.args if isinstance(piece, ast.Constant)]
        name = called(call)
        if name in LOGARITHMIC and (name in DRAWS or "log" in texts):
            message = Message(
                f"Line {call.lineno}: this line gives an axis a logarithmic scale.",
                "Such a scale shows only values above 0, so points are missing in the figure.",
                "Use an ordinary scale.",
            )
            return Diagnosis("out of view", message, spot_of(source, call))
    return None
