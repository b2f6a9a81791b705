"""What an answer's text says of an objection to its legend."""

from __future__ import annotations

import ast
import re
from itertools import pairwise

import numpy as np

from slipcheck.diagnosis import Diagnosis, spot_of
from slipcheck.exercise import Message
from slipcheck.observe import Observation

from ..formulas.pieces import called
from ..values import KnownValues


def curve_without_label(source: str, calls: list[ast.Call], observation: Observation) -> Diagnosis | None:
    """Of plot commands for single curves, each with a format of its own, the only format without any label.

    All labels that other commands give must be in the legend: else it lacks an entry for another reason.
    """
    given = {ast.literal_eval(label) for call in calls if (label := _label_of(call)) is not None and is_text(label)}
    entries = {text for figure in observation.figures for text in figure["legend"]}
    if not given <= entries:
        return None
    labels: dict[str, list[ast.Call]] = {}
    labelled: set[str] = set()
    for call in calls:
        texts = [ast.literal_eval(a) for a in call.args if is_text(a)]
        if called(call) != "plot" or len(texts) != 1 or len(call.args) < 2:
            continue
        labels.setdefault(str(texts[0]), []).append(call)
        if any(keyword.arg == "label" for keyword in call.keywords):
            labelled.add(str(texts[0]))
    without = [form for form in labels if form not in labelled]
    if len(without) != 1 or not labelled:
        return None
    alone = [call for call in labels[without[0]] if not _draws_many(call, observation)]
    if not alone:
        return None
    call = alone[0]
    message = Message(
        f"Line {call.lineno}: this curve has no label.",
        "The legend names only the curves whose plot command has the argument label=.",
        "Give its plot command a label.",
    )
    return Diagnosis("legend", message, spot_of(source, call))


def _draws_many(call: ast.Call, observation: Observation) -> bool:
    """Whether the y values of a plot command are a table, of which each column is a line."""
    return bool(np.ndim(KnownValues(observation.variables, {}).of(call.args[1])) > 1)


def no_legend_called(calls: list[ast.Call]) -> Diagnosis | None:
    """No command for a legend in the whole answer."""
    if any(called(call) == "legend" for call in calls):
        return None
    message = Message(
        "Your cell does not call plt.legend.",
        "Labels of plot commands are seen in a legend only, and this command draws it.",
        "Call it below all plot commands.",
    )
    return Diagnosis("legend", message)


def label_left_out(source: str, calls: list[ast.Call]) -> Diagnosis | None:
    """A label that a legend does not show: an empty one, or one with an underscore in front."""
    for call in calls:
        label = _label_of(call)
        text = str(ast.literal_eval(label)) if label is not None and is_text(label) else "label"
        if label is not None and (not text.strip() or text.startswith("_")):
            has = f"the label `{text}` begins with an underscore." if text.strip() else "this label is empty."
            message = Message(
                f"Line {call.lineno}: {has}", "A legend leaves such a label out.", "Give it another text."
            )
            return Diagnosis("legend", message, spot_of(source, label))
    return None


def same_label(source: str, calls: list[ast.Call]) -> Diagnosis | None:
    """Two curves that look different and have the same label: a legend that names both by one text."""
    seen: dict[str, ast.Call] = {}
    for call in (call for call in calls if called(call) == "plot"):
        label = _label_of(call)
        if label is None or not is_text(label):
            continue
        text = str(ast.literal_eval(label))
        first = seen.setdefault(text, call)
        if _look(first) != _look(call):
            message = Message(
                f"Line {call.lineno}: this curve has the same label as the one of line {first.lineno}.",
                "A reader cannot tell by the legend which curve is which.",
                "What does this curve show? Its label should say so.",
            )
            return Diagnosis("same label twice", message, spot_of(source, label))
    return None


def _label_of(call: ast.Call) -> ast.expr | None:
    """What a command gives as its label."""
    return next((keyword.value for keyword in call.keywords if keyword.arg == "label"), None)


def label_twice(source: str, calls: list[ast.Call]) -> Diagnosis | None:
    """One label in two plot commands."""
    seen: dict[str, ast.Call] = {}
    for call, label in ((call, _label_of(call)) for call in calls if called(call) == "plot"):
        if label is None:
            continue
        text = ast.unparse(label)
        first = seen.setdefault(text, call)
        if first is not call:
            message = Message(
                f"Line {call.lineno}: this curve has the same label as the one of line {first.lineno}.",
                f"So the legend has the entry `{ast.literal_eval(label) if is_text(label) else text}` twice.",
                _which_to_delete(first, call),
            )
            return Diagnosis("legend entry twice", message, spot_of(source, label))
    return None


def _which_to_delete(first: ast.Call, second: ast.Call) -> str:
    """Of two labels: either, where both curves are drawn of the same names, with other signs between them."""
    texts = {ast.unparse(ast.Tuple(call.args)) for call in (first, second)}
    if len(texts) > len({re.sub(r" [-+] ", " ", text) for text in texts}):
        return "One entry is enough for both curves: delete one of the two labels."
    return "Which of the two curves does the label name? Delete the label of the other curve."


def _look(call: ast.Call) -> list[str]:
    """What sets the colour, line and marker of a plot command's curves."""
    named = [ast.unparse(k) for k in call.keywords if k.arg in ("color", "c", "linestyle", "ls", "marker")]
    return [*(ast.unparse(argument) for argument in call.args if is_text(argument)), *named]


def legend_of_letters(source: str, calls: list[ast.Call]) -> Diagnosis | None:
    """A legend that was given one text, of which it takes each letter for a label."""
    for call in calls:
        named = [keyword.value for keyword in call.keywords if keyword.arg == "labels"]
        texts = [*call.args[:1], *named]
        if called(call) == "legend" and texts and is_text(texts[0]):
            observed = "plt.legend takes the text for a list of labels, and each letter for one of them."
            means = "The place of a legend is given with the argument loc=."
            advice = "Leave the text out. Give the label in the plot command of its curve."
            if named:
                means = "So the entries of the legend are single letters."
                advice = "Leave the text out. Give a curve its label in its plot command, with the argument label=."
            if len(call.args) > 1:
                observed = f"plt.legend gets {len(call.args)} texts."
                means = "It takes them apart, letter by letter."
                advice = "Leave the texts out. Give each label in the plot command of its curve."
            message = Message(f"Line {call.lineno}: {observed}", means, advice)
            return Diagnosis("legend of letters", message, spot_of(source, texts[0]))
    return None


def legend_of_the_first(source: str, calls: list[ast.Call]) -> Diagnosis | None:
    """A legend that was given a list of texts, and no curves: they go to the curves that were drawn first."""
    for call in (call for call in calls if called(call) == "legend"):
        texts = _texts_without_lines(call)
        if texts is None:
            continue
        labelled = [other.lineno for other in calls if _label_of(other) is not None]
        advice = "Give one curve of each kind a label in its plot command, and call plt.legend() without texts."
        if labelled and len(labelled) >= len(texts):
            advice = "Your plot commands have labels already. Call plt.legend() without texts."
        elif labelled:
            have = f"Only line {labelled[0]} has" if len(labelled) == 1 else "Not all curves have"
            advice = f"{have} a label. {advice}"
        message = Message(
            f"Line {call.lineno}: plt.legend gives its texts to the curves that were drawn first.",
            "These curves look the same here: a reader cannot tell by the legend which curve is which.",
            advice,
        )
        return Diagnosis("legend of other lines", message, spot_of(source, call))
    return None


def _texts_without_lines(call: ast.Call) -> list[ast.expr] | None:
    """The list of texts that a legend is given alone, without the lines that they belong to."""
    if any(keyword.arg == "handles" for keyword in call.keywords) or len(call.args) > 1:
        return None
    given = [*call.args, *(keyword.value for keyword in call.keywords if keyword.arg == "labels")]
    elements = getattr(given[0], "elts", None) if given else None
    return elements if elements and all(map(is_text, elements)) else None


def same_look(source: str, calls: list[ast.Call]) -> Diagnosis | None:
    """Two curves with labels of their own that are drawn alike."""
    labelled = [call for call in calls if called(call) == "plot" and _label_of(call) is not None]
    seen: dict[str, ast.Call] = {}
    for call in labelled:
        look = " and ".join(f"`{each}`" for each in _look(call))
        first = seen.setdefault(look, call)
        if (
            look
            and first is not call
            and not any(keyword.arg == "alpha" for keyword in (*call.keywords, *first.keywords))
        ):
            message = Message(
                f"Line {call.lineno}: this curve is drawn with {look}, like the one of line {first.lineno}.",
                "A reader cannot tell by the legend which curve is which.",
                "Which color or line style does the text ask for?",
            )
            return Diagnosis("legend of other lines", message, spot_of(source, call))
    return None


def legend_too_early(source: str, calls: list[ast.Call]) -> Diagnosis | None:
    legends = [call for call in calls if called(call) == "legend"]
    later = [call.lineno for call in calls if called(call) == "plot" and legends and call.lineno > legends[-1].lineno]
    if not later:
        return None
    lines = f"line {later[0]}" if len(later) == 1 else f"lines {later[0]} to {later[-1]}"
    message = Message(
        f"Line {legends[-1].lineno}: plt.legend() comes before the curves of {lines}.",
        "A legend lists what was drawn before it.",
        "Move it below all plot commands.",
    )
    return Diagnosis("legend too early", message, spot_of(source, legends[-1]))


def label_without_name(source: str, calls: list[ast.Call]) -> Diagnosis | None:
    """A text in a plot command that is not its format string, and has no name in front of it."""
    for call in calls:
        for first, second in pairwise(call.args if called(call) == "plot" else ()):
            if not is_text(first) or not is_text(second):
                continue
            message = Message(
                f"Line {call.lineno}: plt.plot does not take the text `{ast.literal_eval(second)}` for a label.",
                "After the format string, a text without an argument's name is taken for values to draw.",
                "Which argument gives a curve its label?",
            )
            return Diagnosis("label without a name", message, spot_of(source, second))
    return None


def is_text(node: ast.expr) -> bool:
    return isinstance(node, ast.Constant) and isinstance(node.value, str)
