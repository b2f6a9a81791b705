"""A figure that is opened where another has something in it already."""

from __future__ import annotations

import ast

from slipcheck.diagnosis import Diagnosis, spot_of
from slipcheck.exercise import Exercise, Message
from slipcheck.observe import Observation

from ..formulas.pieces import called
from ..numbers.number_patterns import Hit

OPENING = ("figure", "subplots")
EMPTYING = ("plt.clf", "plt.cla", "plt.close")
WRITING = ("title", "xlabel", "ylabel", "set_title", "set_xlabel", "set_ylabel")


def second_figure(source: str, tree: ast.Module, calls: list[ast.Call]) -> Diagnosis | None:
    """A figure that is opened after the title and the labels were written."""
    in_loops = {id(part) for loop in ast.walk(tree) if isinstance(loop, ast.For) for part in ast.walk(loop)}
    written = [call.lineno for call in calls if called(call) in WRITING]
    drawn = [call.lineno for call in calls if called(call) == "plot" and id(call) not in in_loops]
    opened = [call for call in calls if called(call) in OPENING and id(call) not in in_loops]
    opened = [call for call in opened if called(call) != "figure" or not call.args]  # figure(1) may be open already
    later = next((call for call in opened if written and call.lineno > written[0]), None)
    if later is None and opened and drawn and opened[0].lineno > drawn[0]:
        message = Message(
            f"Line {opened[0].lineno}: `{ast.unparse(opened[0].func)}` opens another figure.",
            f"What line {drawn[0]} draws stays in the first figure; title and labels go to the second.",
            "In which line does the figure begin? Draw below it.",
        )
        return Diagnosis("second figure", message, spot_of(source, opened[0]))
    if later is None:
        return None
    message = Message(
        f"Line {later.lineno}: `{ast.unparse(later.func)}` opens another figure.",
        f"The text of line {written[0]} stays in the first figure; what is drawn later is in the second.",
        "How many figures does the exercise ask for?",
    )
    return Diagnosis("second figure", message, spot_of(source, later))


def after_the_end(source: str, calls: list[ast.Call], names: tuple[str, ...]) -> Diagnosis | None:
    """A command for a figure that comes after the last plt.show, which ends the figure."""
    ends = [call.lineno for call in calls if called(call) == "show"]
    plots = [call.lineno for call in calls if called(call) == "plot"]
    late = next((call for call in calls if called(call) in names and ends and call.lineno > max(ends)), None)
    if ends and plots and min(plots) > max(ends):
        late = next(call for call in calls if called(call) == "plot")
    elif late is None or not plots or max(plots) > max(ends):
        return None
    code = ast.unparse(late.func)
    message = Message(
        f"Line {late.lineno}: `{code}` comes after plt.show().",
        "plt.show() shows the figure and ends it. What comes later goes to a new figure.",
        f"Move the line above line {max(ends)}.",
    )
    return Diagnosis("after the end", message, spot_of(source, late))


def closed_too_early(tree: ast.Module, observation: Observation, exercise: Exercise) -> Hit:
    """A command that closes or empties the figure before it is shown."""
    calls = sorted((n for n in ast.walk(tree) if isinstance(n, ast.Call)), key=lambda n: (n.lineno, n.col_offset))
    for call in calls:
        drawn = [other.lineno for other in calls if called(other) == "plot"]
        show_lines = [other.lineno for other in calls if called(other) == "show"]
        is_between = bool(drawn and show_lines) and max(drawn) < call.lineno < min(show_lines)
        if is_between and ast.unparse(call.func) in EMPTYING and call in _in_the_body(tree):
            code = ast.unparse(call.func)
            means = f"What was drawn, the title and the labels are lost before line {min(show_lines)} shows them."
            return call, f"`{code}` empties the figure.", means, "Leave this command out."
    return None


def _in_the_body(tree: ast.Module) -> list[ast.expr]:
    return [statement.value for statement in tree.body if isinstance(statement, ast.Expr)]
