"""What an answer's text says of an objection to its figure: which command it is, and why."""

from __future__ import annotations

import ast
import re
from itertools import permutations

from slipcheck.diagnosis import Diagnosis, spot_at, spot_of
from slipcheck.exercise import Exercise, Message
from slipcheck.judge.parse import parsed
from slipcheck.observe import Observation

from .commands import LABELS
from .formulas.pieces import called
from .legends import (
    curve_without_label,
    is_text,
    label_of_many,
    label_twice,
    label_without_name,
    legend_of_letters,
    legend_of_the_first,
    legend_too_early,
    same_label,
)
from .limits import limits_elsewhere
from .marker_commands import behind_the_bracket, comma_for_a_sign, pair_without_format, without_marker
from .misplaced_commands import plot_before_the_loop
from .number_patterns import Hit
from .print_forms import function_printed
from .print_patterns import not_called
from .second_figures import second_figure
from .source_patterns import general_slip

PLACES = {"xlabel": "the label of the x axis", "ylabel": "the label of the y axis", "title": "the title"}
POWERS = (1e3, 1e-3, 1e6, 1e-6, 1e9, 1e12)


def refined_objection(exercise: Exercise, observation: Observation, slip: str) -> Diagnosis | None:
    """The diagnosis by the command that is at fault; None where the text shows none."""
    source = observation.source
    tree = parsed(source)
    if tree is None:
        return None
    calls = sorted((n for n in ast.walk(tree) if isinstance(n, ast.Call)), key=lambda n: (n.lineno, n.col_offset))
    if slip == "invisible markers":
        general = general_slip(exercise, observation)
        is_pair = general is not None and general.cause == "pair for an argument"
        comma = comma_for_a_sign(source, calls)
        if is_pair:
            return general
        pair = pair_without_format(source, calls)
        asks_for_lines = bool(exercise.outputs) and all(output.depth == 0 for output in exercise.outputs)
        return (
            comma
            or pair
            or behind_the_bracket(source, tree)
            or without_marker(source, calls, observation, asks_for_lines)
        )
    if slip in ("curve missing", "nothing drawn", "not against time"):
        return (
            commented_out(source)
            or _plus_minus(source, calls)
            or plot_before_the_loop(source, tree, calls)
            or _first_left_out(source, tree, observation)
        )
    if slip == "legend of other lines":
        return legend_of_letters(source, calls) or legend_of_the_first(source, calls)
    if slip == "out of view":
        return limits_elsewhere(exercise, source, calls, observation)
    if slip == "legend entry twice":
        return (
            legend_of_letters(source, calls)
            or same_label(source, calls)
            or label_twice(source, calls)
            or label_of_many(source, calls, observation)
        )
    if slip == "legend too long":
        return label_of_many(source, calls, observation)
    if slip == "legend":
        legend = (
            second_figure(source, tree, calls)
            or legend_of_letters(source, calls)
            or legend_too_early(source, calls)
            or label_without_name(source, calls)
        )
        return (
            legend
            or curve_without_label(source, calls)
            or same_label(source, calls)
            or _bare(tree, exercise, observation)
        )
    if slip in ("value not printed", "other values printed"):
        return _hit(slip, function_printed(tree, observation, exercise), source)
    if slip == "unit of the label":
        return _drawn_in_another_unit(source, calls)
    if slip in LABELS or slip == "no title":
        return (
            second_figure(source, tree, calls)
            or _label_twice(source, calls)
            or _bare(tree, exercise, observation)
            or _text_alone(source, tree)
            or legend_of_letters(source, calls)
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


def commented_out(source: str) -> Diagnosis | None:
    """A plot command that is still a comment."""
    for number, line in enumerate(source.splitlines(), 1):
        match = re.match(r"\s*#\s*((?:plt|ax)\.plot\(.*)", line)
        if match is not None:
            message = Message(
                f"Line {number}: this plot command is a comment.",
                "Python reads nothing after a #, so nothing is drawn here.",
                "Delete the # in front of it, and check what its brackets hold.",
            )
            return Diagnosis("still a comment", message, spot_at(source, number, 0, number, 10**6))
    return None


def _plus_minus(source: str, calls: list[ast.Call]) -> Diagnosis | None:
    """Two signs side by side, in a plot command, that were to mean both."""
    for call in calls:
        for node in ast.walk(call) if called(call) == "plot" else ():
            if not isinstance(node, ast.BinOp) or not isinstance(node.op, (ast.Add, ast.Sub)):
                continue
            if isinstance(node.right, ast.UnaryOp) and isinstance(node.right.op, (ast.USub, ast.UAdd)):
                sign = "plus" if isinstance(node.op, ast.Add) == isinstance(node.right.op, ast.UAdd) else "minus"
                message = Message(
                    f"Line {call.lineno}: two signs stand side by side.",
                    f"Python computes one result from them: {sign}. So one of the two curves is missing.",
                    "Plus and minus need a plot command each.",
                )
                return Diagnosis("plus and minus", message, spot_of(source, node))
    return None


def _first_left_out(source: str, tree: ast.Module, observation: Observation) -> Diagnosis | None:
    """Points that are drawn one by one, in a loop that does not begin with 0: the first is missing."""
    xs = [x for figure in observation.figures for artist in figure["artists"] for x in artist["x"]]
    for loop in (node for node in ast.walk(tree) if isinstance(node, ast.For)):
        starts = loop.iter.args if isinstance(loop.iter, ast.Call) and called(loop.iter) == "range" else []
        first = getattr(starts[0], "value", 0) if len(starts) > 1 else 0
        inside = [node for node in ast.walk(loop) if isinstance(node, ast.Call) and called(node) == "plot"]
        if first == 1 and inside and xs and min(map(abs, xs)) > 0:
            line = inside[0].lineno
            message = Message(
                f"Line {line}: this plot command is in the loop of line {loop.lineno}, which begins with 1.",
                "It draws one point in each round, so the point at the time 0 s is never drawn.",
                "Which command, after the loop, draws all values at once?",
            )
            return Diagnosis("not against time", message, spot_of(source, inside[0]))
    return None


def _label_twice(source: str, calls: list[ast.Call]) -> Diagnosis | None:
    """One command for two texts, of which the second replaces the first."""
    for name in PLACES:
        given = [call for call in calls if called(call) == name and len(call.args) == 1]
        if len(given) == 2 and given[0].lineno != given[1].lineno and all(is_text(call.args[0]) for call in given):
            others = {other for other in PLACES if any(called(call) == other for call in calls)}
            if {"xlabel", "ylabel"} <= others:
                message = Message(
                    f"Line {given[1].lineno}: plt.{name} is called for the second time.",
                    f"So its text replaces the text of line {given[0].lineno}.",
                    "Which of the two texts does the figure need?",
                )
                return Diagnosis("one axis labelled twice", message, spot_of(source, given[1]))
    for name, other in permutations(PLACES, 2):
        given = [call for call in calls if called(call) == name]
        if len(given) == 2 and not any(called(call) == other for call in calls):
            message = Message(
                f"Line {given[1].lineno}: plt.{name} is called for the second time.",
                f"So {PLACES[other]} is missing, and the first text of plt.{name} is lost.",
                "Which of the two lines needs another command?",
            )
            return Diagnosis("one axis labelled twice", message, spot_of(source, given[1]))
    return None


def _text_alone(source: str, tree: ast.Module) -> Diagnosis | None:
    """A line that is a text and nothing else, after the first."""
    for node in tree.body[1:]:
        if isinstance(node, ast.Expr) and is_text(node.value) and node.lineno == node.end_lineno:
            message = Message(
                f"Line {node.lineno}: this text stands alone.",
                "No command gets it, so it is shown nowhere.",
                "Which command should get it, in round brackets?",
            )
            return Diagnosis("text alone", message, spot_of(source, node))
    return None


def _drawn_in_another_unit(source: str, calls: list[ast.Call]) -> Diagnosis | None:
    """Values that are multiplied or divided by a power of ten in their plot command."""
    for call in calls:
        for piece in call.args if called(call) in ("plot", "scatter") else ():
            factors = [node.value for node in ast.walk(piece) if isinstance(node, ast.Constant)]
            if isinstance(piece, ast.BinOp) and any(factor in POWERS for factor in factors):
                message = Message(
                    f"Line {call.lineno}: `{ast.unparse(piece)}` is drawn.",
                    "The label of this axis names another unit.",
                    "Draw the values in the unit that the label names.",
                )
                return Diagnosis("unit of the label", message, spot_of(source, piece))
    return None
