"""What an answer's text says of an objection to its figure: which command it is, and why."""

from __future__ import annotations

import ast
from itertools import permutations

from slipcheck.diagnosis import Diagnosis, spot_of
from slipcheck.exercise import Exercise, Message
from slipcheck.judge.parse import parsed
from slipcheck.observe import Observation

from ..formulas.pieces import called
from ..numbers.number_patterns import Hit
from ..output.commands import LABELS
from ..output.misplaced_commands import plot_before_the_loop
from ..output.print_forms import function_printed
from ..output.print_patterns import not_called
from ..source_patterns import general_slip
from .axis_limits import limits_elsewhere
from .figures_in_rounds import figure_in_rounds
from .hidden_texts import hidden_text
from .legends import (
    curve_without_label,
    is_text,
    label_left_out,
    label_twice,
    label_without_name,
    legend_of_letters,
    legend_of_the_first,
    legend_too_early,
    no_legend_called,
    same_label,
    same_look,
)
from .marker_commands import behind_the_bracket, comma_for_a_sign, hidden_marker, pair_without_format, without_marker
from .missing_curves import commented_out, first_left_out, plus_minus
from .other_commands import logarithmic, other_command
from .quoted_arguments import argument_in_quotes
from .repeated_labels import label_of_many
from .second_figures import after_the_end, second_figure

PLACES = {"xlabel": "the label of the x axis", "ylabel": "the label of the y axis", "title": "the title"}
OPENING = ("figure", "subplot", "subplots")
POWERS = (1e3, 1e-3, 1e6, 1e-6, 1e9, 1e12)


def refined_objection(
    exercise: Exercise, observation: Observation, slip: str, message: Message | None = None
) -> Diagnosis | None:
    """The diagnosis by the command that is at fault; None where the text shows none. ``message`` is the rule's."""
    source = observation.source
    tree = parsed(source)
    if tree is None:
        return None
    calls = sorted((n for n in ast.walk(tree) if isinstance(n, ast.Call)), key=lambda n: (n.lineno, n.col_offset))
    if slip == "invisible markers":
        general = general_slip(exercise, observation)
        is_known = general is not None and general.cause in ("pair for an argument", "name in quotes")
        comma = comma_for_a_sign(source, calls)
        if is_known:
            return general
        pair = pair_without_format(source, calls)
        asks_for_curves = bool(exercise.outputs) and all(output.depth == 0 for output in exercise.outputs)
        times = exercise.parameters.step_end if asks_for_curves else 0
        return (
            comma
            or argument_in_quotes(source, calls)
            or pair
            or behind_the_bracket(source, tree)
            or hidden_marker(source, calls, observation)
            or without_marker(source, calls, observation, times)
        )
    if slip in ("curve missing", "nothing drawn", "not against time"):
        return (
            commented_out(source)
            or argument_in_quotes(source, calls)
            or plus_minus(source, calls)
            or plot_before_the_loop(source, tree, calls)
            or (first_left_out(source, tree, observation) if slip == "not against time" else None)
            or other_command(source, calls)
            or _in_quotes(exercise, observation)
        )
    if slip == "points apart":
        return figure_in_rounds(source)
    if slip == "too little drawn":
        return other_command(source, calls)
    if slip == "legend of other lines":
        return legend_of_letters(source, calls) or legend_of_the_first(source, calls) or same_look(source, calls)
    if slip == "out of view":
        return logarithmic(source, calls) or limits_elsewhere(exercise, source, calls, observation)
    if slip == "legend entry twice":
        return (
            legend_of_letters(source, calls)
            or same_label(source, calls)
            or label_twice(source, calls)
            or label_of_many(source, calls, observation)
        )
    if slip == "legend too long":
        return legend_of_letters(source, calls) or label_of_many(source, calls, observation)
    if slip == "legend":
        legend = (
            second_figure(source, tree, calls)
            or legend_of_letters(source, calls)
            or legend_too_early(source, calls)
            or after_the_end(source, calls, ("legend",))
            or argument_in_quotes(source, calls)
            or label_without_name(source, calls)
            or label_left_out(source, calls)
        )
        return (
            legend
            or same_label(source, calls)
            or curve_without_label(source, calls, observation)
            or _bare(tree, exercise, observation)
            or no_legend_called(calls)
        )
    if slip in ("value not printed", "other values printed"):
        return _hit(slip, function_printed(tree, observation, exercise), source)
    if slip == "unit of the label":
        axis = 0 if message is not None and "x axis" in message.observed else 1
        return _drawn_in_another_unit(source, calls, axis)
    if slip in LABELS or slip == "no title":
        is_missing = slip in ("axis label", "no title")
        return (
            (hidden_text(source, calls, message) if slip == "label not readable" and message is not None else None)
            or second_figure(source, tree, calls)
            or (after_the_end(source, calls, ("xlabel", "ylabel", "title")) if is_missing else None)
            or _label_twice(source, calls, slip)
            or _bare(tree, exercise, observation)
            or (_text_alone(source, tree) if is_missing else None)
        )
    return None


def _bare(tree: ast.Module, exercise: Exercise, observation: Observation) -> Diagnosis | None:
    return _hit("command not called", not_called(tree, observation, exercise), observation.source)


def _hit(cause: str, hit: Hit, source: str) -> Diagnosis | None:
    """The diagnosis of what a pattern of the text has found."""
    if hit is None:
        return None
    node, observed, means, advice = hit
    message = Message(f"Line {getattr(node, 'lineno', 0)}: {observed}", means, advice)
    return Diagnosis(cause, message, spot_of(source, node))


def _label_twice(source: str, calls: list[ast.Call], slip: str) -> Diagnosis | None:
    """One command for two texts, of which the second replaces the first."""
    for name in PLACES:
        given = [call for call in calls if called(call) == name and len(call.args) == 1]
        if (
            len(given) == 2
            and _is_one_figure(calls, given)
            and given[0].lineno != given[1].lineno
            and all(is_text(call.args[0]) for call in given)
        ):
            others = {other for other in PLACES if any(called(call) == other for call in calls)}
            if {"xlabel", "ylabel"} <= others:
                message = Message(
                    f"Line {given[1].lineno}: plt.{name} is called for the second time.",
                    f"So its text replaces the text of line {given[0].lineno}.",
                    "Which of the two texts does the figure need?",
                )
                return Diagnosis("one axis labelled twice", message, spot_of(source, given[1]))
    missing = ("title",) if slip == "no title" else ("xlabel", "ylabel")
    for name, other in ((name, other) for name, other in permutations(PLACES, 2) if other in missing):
        given = [call for call in calls if called(call) == name]
        if len(given) == 2 and _is_one_figure(calls, given) and not any(called(call) == other for call in calls):
            message = Message(
                f"Line {given[1].lineno}: plt.{name} is called for the second time.",
                f"So {PLACES[other]} is missing, and the first text of plt.{name} is lost.",
                "Which of the two lines needs another command?",
            )
            return Diagnosis("one axis labelled twice", message, spot_of(source, given[1]))
    return None


def _is_one_figure(calls: list[ast.Call], given: list[ast.Call]) -> bool:
    """Whether no command between two others opens a figure or a part of one, which may have texts of its own."""
    first, second = (call.lineno for call in given)
    return not any(called(call) in OPENING and first < call.lineno < second for call in calls)


def _text_alone(source: str, tree: ast.Module) -> Diagnosis | None:
    """A line that is a text and nothing else, after the first."""
    for node in tree.body[1:]:
        is_comment = (ast.get_source_segment(source, node) or "").startswith(('"""', "'''"))
        is_alone = isinstance(node, ast.Expr) and is_text(node.value) and node.lineno == node.end_lineno
        if is_alone and not is_comment:
            message = Message(
                f"Line {node.lineno}: this text stands alone.",
                "No command gets it, so it is shown nowhere.",
                "Which command should get it, in round brackets?",
            )
            return Diagnosis("text alone", message, spot_of(source, node))
    return None


def _drawn_in_another_unit(source: str, calls: list[ast.Call], axis: int) -> Diagnosis | None:
    """Values for one axis, 0 for x, that are multiplied or divided by a power of ten in their plot command."""
    for call in calls:
        for piece in call.args[axis : axis + 1] if called(call) in ("plot", "scatter") else ():
            factors = [node.value for node in ast.walk(piece) if isinstance(node, ast.Constant)]
            if isinstance(piece, ast.BinOp) and any(factor in POWERS for factor in factors):
                message = Message(
                    f"Line {call.lineno}: `{ast.unparse(piece)}` is drawn.",
                    "The label of this axis names another unit.",
                    "Draw the values in the unit that the label names.",
                )
                return Diagnosis("unit of the label", message, spot_of(source, piece))
    return None


def _in_quotes(exercise: Exercise, observation: Observation) -> Diagnosis | None:
    general = general_slip(exercise, observation)
    return general if general is not None and general.cause == "name in quotes" else None
