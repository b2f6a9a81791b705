"""What an answer's text says of an objection to its figure: which command it is, and why."""

from __future__ import annotations

import ast
import re
from itertools import pairwise

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
    label_without_name,
    legend_of_letters,
    legend_too_early,
    same_label,
)
from .print_patterns import not_called
from .source_patterns import general_slip

POWERS = (1e3, 1e-3, 1e6, 1e-6, 1e9, 1e12)
OPENING = ("figure", "subplots")
WRITING = ("title", "xlabel", "ylabel", "set_title", "set_xlabel", "set_ylabel")
MARKERS = set(".,ov^<>12348spP*hH+xXDd|_")


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
        comma = _comma_for_a_sign(source, calls)
        if is_pair:
            return general
        pair = _pair_without_format(source, calls)
        return comma or pair or _behind_the_bracket(source, tree) or _without_marker(source, calls)
    if slip in ("curve missing", "nothing drawn", "not against time"):
        return commented_out(source)
    if slip == "legend of other lines":
        return legend_of_letters(source, calls)
    if slip == "legend too long":
        return label_of_many(source, calls, observation)
    if slip == "legend":
        legend = (
            legend_of_letters(source, calls) or legend_too_early(source, calls) or label_without_name(source, calls)
        )
        return (
            legend
            or curve_without_label(source, calls)
            or same_label(source, calls)
            or _bare(tree, exercise, observation)
        )
    if slip == "unit of the label":
        return _drawn_in_another_unit(source, calls)
    if slip in LABELS or slip == "no title":
        return _second_figure(source, tree, calls) or _label_twice(source, calls) or _bare(tree, exercise, observation)
    return None


def _bare(tree: ast.Module, exercise: Exercise, observation: Observation) -> Diagnosis | None:
    hit = not_called(tree, observation, exercise)
    if hit is None:
        return None
    node, observed, means, advice = hit
    line = getattr(node, "lineno", 0)
    return Diagnosis(
        "command not called", Message(f"Line {line}: {observed}", means, advice), spot_of(observation.source, node)
    )


def _without_marker(source: str, calls: list[ast.Call]) -> Diagnosis | None:
    """The plot command of single points whose format string has no marker."""
    for call in calls:
        texts = [a for a in call.args if isinstance(a, ast.Constant) and isinstance(a.value, str)]
        named = any(keyword.arg in ("marker", "fmt") for keyword in call.keywords)
        if called(call) != "plot" or named:
            continue
        text = str(texts[0].value) if texts else ""
        bare = re.sub(r"C\d|--|-\.|:|-", "", text)
        if not set(bare) & MARKERS or re.search(r"-\.", text):
            has = f"the format string '{text}' has no marker." if texts else "this command has no marker."
            means = (
                "It draws one point at a time, and a single point has no line: without a marker nothing can be seen."
            )
            advice = "Add a marker, such as a dot or the letter o."
            if _draws_many(call):
                means = "It draws the values of one time, and a line between them runs straight up, not through time."
                advice = "Add a marker, such as a dot, or draw each realization against all times."
            message = Message(f"Line {call.lineno}: {has}", means, advice)
            return Diagnosis("invisible markers", message, spot_of(source, texts[0] if texts else call))
    return None


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


def _pair_without_format(source: str, calls: list[ast.Call]) -> Diagnosis | None:
    """Of several pairs of values in one plot command, the first without a format string of its own."""
    for call in calls:
        if called(call) != "plot" or any(keyword.arg == "marker" for keyword in call.keywords):
            continue
        pairs, rest = [], list(call.args)
        while len(rest) > 1:
            has_format = len(rest) > 2 and is_text(rest[2])
            pairs.append((rest[0], rest[1], has_format))
            rest = rest[3 if has_format else 2 :]
        without = next(((x, y) for x, y, has_format in pairs if not has_format), None)
        if without is None or len(pairs) < 2 or any(is_text(piece) for piece in without):
            continue
        x, y = (ast.unparse(piece) for piece in without)
        message = Message(
            f"Line {call.lineno}: the values `{x}` and `{y}` have no format string of their own.",
            "In a plt.plot with several pairs of values, each pair needs a format string of its own. "
            "A single point without a marker cannot be seen.",
            f"Which format string belongs right behind `{y}`?",
        )
        return Diagnosis("pair without format", message, spot_of(source, without[1]))
    return None


def _draws_many(call: ast.Call) -> bool:
    """Whether the text shows that x is a list of many values: then it is no single point that is drawn."""
    return bool(call.args) and isinstance(call.args[0], (ast.BinOp, ast.ListComp)) and "[" in ast.unparse(call.args[0])


def _label_twice(source: str, calls: list[ast.Call]) -> Diagnosis | None:
    """Both labels given to one axis."""
    for name, other in (("xlabel", "ylabel"), ("ylabel", "xlabel")):
        given = [call for call in calls if called(call) == name]
        if len(given) == 2 and not any(called(call) == other for call in calls):
            message = Message(
                f"Line {given[1].lineno}: plt.{name} is called for the second time.",
                f"So the {other[0]} axis has no label, and the first label of the {name[0]} axis is lost.",
                "Which of the two lines belongs to the other axis?",
            )
            return Diagnosis("one axis labelled twice", message, spot_of(source, given[1]))
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
                    "Change either the values that are drawn or the unit in the label.",
                )
                return Diagnosis("unit of the label", message, spot_of(source, piece))
    return None


def _comma_for_a_sign(source: str, calls: list[ast.Call]) -> Diagnosis | None:
    """A value with a sign of its own, where a sum or a difference belongs: ``plt.plot(t, a, +b, "k.")``."""
    for call in calls:
        for before, piece in pairwise(call.args if called(call) == "plot" else ()):
            if (
                isinstance(piece, ast.UnaryOp)
                and isinstance(piece.op, (ast.UAdd, ast.USub))
                and piece is not call.args[1]
            ):
                code, first = ast.unparse(piece), ast.unparse(before)
                message = Message(
                    f"Line {call.lineno}: a comma separates `{first}` and `{code}`.",
                    "So plt.plot gets two values, one after the other, and nothing is added or subtracted.",
                    "Which one sign belongs between the two?",
                )
                return Diagnosis("comma for a sign", message, spot_of(source, piece))
    return None


def _behind_the_bracket(source: str, tree: ast.Module) -> Diagnosis | None:
    """A format string that stands behind the closing bracket of its plot command."""
    for node in ast.walk(tree):
        pair = node.value.elts if isinstance(node, ast.Expr) and isinstance(node.value, ast.Tuple) else []
        if len(pair) > 1 and isinstance(pair[0], ast.Call) and called(pair[0]) == "plot":
            code = ast.unparse(pair[1])
            message = Message(
                f"Line {pair[1].lineno}: `{code}` comes after the closing bracket of `plt.plot`.",
                "So the command does not get it, and draws without a marker.",
                "Move the closing bracket.",
            )
            return Diagnosis("behind the bracket", message, spot_of(source, pair[1]))
    return None


def _second_figure(source: str, tree: ast.Module, calls: list[ast.Call]) -> Diagnosis | None:
    """A figure that is opened after the title and the labels were written."""
    in_loops = {id(part) for loop in ast.walk(tree) if isinstance(loop, ast.For) for part in ast.walk(loop)}
    written = [call.lineno for call in calls if called(call) in WRITING]
    opened = [call for call in calls if called(call) in OPENING and id(call) not in in_loops]
    later = next((call for call in opened if written and call.lineno > written[0]), None)
    if later is None:
        return None
    message = Message(
        f"Line {later.lineno}: `{ast.unparse(later.func)}` opens another figure.",
        f"The text of line {written[0]} stays in the first figure; what is drawn later is in the second.",
        "How many figures does the exercise ask for?",
    )
    return Diagnosis("second figure", message, spot_of(source, later))
