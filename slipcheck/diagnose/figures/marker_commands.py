"""Plot commands whose markers cannot be seen, and why."""

from __future__ import annotations

import ast
import re
from typing import Any

from matplotlib.colors import is_color_like

from slipcheck.diagnosis import Diagnosis, spot_of
from slipcheck.exercise import Message
from slipcheck.observe import Observation

from ..formulas.pieces import called
from ..same_fault import same_in
from .legends import is_text

MARKERS = set(".,ov^<>12348spP*hH+xXDd|_")
SMALLEST = {"alpha": 0.04, "markersize": 0.4, "ms": 0.4, "s": 0.2}  # values of arguments that show something


def without_marker(source: str, calls: list[ast.Call], observation: Observation, times: int = 0) -> Diagnosis | None:
    """The plot command of single points whose format string has no marker, or of curves through all ``times``."""
    bare = [call for call in calls if called(call) == "plot" and _has_no_marker(call)]
    call = next(iter(in_loops(source, bare) or bare), None)
    hidden = [artist for artist in _drawn(observation) if not artist["marker"] and len(set(artist["x"])) == 1]
    if call is None or not hidden:
        return None
    texts = [piece for piece in call.args if is_text(piece)]
    text = str(ast.literal_eval(texts[0])) if texts else ""
    others = [other.lineno for other in calls if _is_the_same_but_for_values(call, other)]
    if all(len(artist["x"]) > 1 for artist in hidden):
        if times:
            return _upright_curves(source, call, hidden, times, call in in_loops(source, bare))
        return _upright(source, call, texts, others)
    if times and call in in_loops(source, bare):
        observed = f"Line {call.lineno}: this command draws one point in each round of the loop."
        means = "A line needs all its points in one command, and a single point without a marker cannot be seen."
        advice = "Move it below the loop, to the left edge, and give it all times and all values."
        return Diagnosis("invisible markers", Message(observed, means, advice), spot_of(source, call))
    has = f"the format string `{text}` has no marker." if texts else "this command has no marker."
    means = "Without a marker nothing is seen of a single point: it has no line."
    advice = "Add a marker, such as a dot or the letter o."
    if re.search(r"--|-\.|:|-", text):
        advice = "Put a marker in place of the line sign, such as a dot or the letter o."
    if len(texts) > 1 and texts[1] in call.args[:4] and _is_marker(texts[1]):
        second = str(ast.literal_eval(texts[1]))
        has = f"the format is given in two texts, `{text}` and `{second}`."
        means = "plt.plot takes the second one for values to draw, so the point has no marker."
        advice = "Put the color and the marker into one text."
    if re.fullmatch(r"[a-z]{3,}", text):
        advice = "The name of a color leaves no room for a marker. Give the marker with the argument `marker`."
    message = Message(f"Line {call.lineno}: {has}", f"{means} {same_in(others)}".strip(), advice)
    return Diagnosis("invisible markers", message, spot_of(source, texts[0] if texts else call))


def in_loops(source: str, calls: list[ast.Call]) -> list[ast.Call]:
    """Those of the calls that a loop carries out."""
    loops = [node for node in ast.walk(ast.parse(source)) if isinstance(node, (ast.For, ast.While))]
    return [c for c in calls if any(loop.lineno <= c.lineno <= (loop.end_lineno or 0) for loop in loops)]


def _is_marker(piece: ast.expr) -> bool:
    return str(ast.literal_eval(piece)) in MARKERS


def _has_no_marker(call: ast.Call) -> bool:
    """Whether the text of a plot command shows that it gives no marker."""
    formats = call.args[2:] if len(call.args) > 1 else []
    is_known = all(is_text(piece) for piece in formats) and all(keyword.arg for keyword in call.keywords)
    if not is_known or any(keyword.arg in ("marker", "fmt") for keyword in call.keywords):
        return False
    texts = [str(ast.literal_eval(piece)) for piece in call.args if is_text(piece)]
    if not texts or is_color_like(texts[0]):
        return True
    return not set(re.sub(r"C\d|--|-\.|:|-", "", texts[0])) & MARKERS


def _upright(source: str, call: ast.Call, texts: list[ast.expr], others: list[int]) -> Diagnosis:
    """Of a command without a marker that draws the values of one time."""
    text = f"the format string `{ast.literal_eval(texts[0])}`" if texts else "this command"
    observed = f"Line {call.lineno}: {text} has no marker."
    means = f"plt.plot draws the values of one time here: a line between them runs straight up. {same_in(others)}"
    advice = "Add a marker, such as a dot."
    spot = spot_of(source, texts[0] if texts else call)
    return Diagnosis("invisible markers", Message(observed, means.strip(), advice), spot)


def _upright_curves(
    source: str, call: ast.Call, curves: list[dict[str, Any]], times: int, is_repeated: bool
) -> Diagnosis:
    """Of a command whose curves should run in time, where each of them has one x value only."""
    observed = "all values of a curve have the same x in this plot command."
    means = "So the curve runs straight up, not through time."
    is_of_each_time = times == len(curves) == len({artist["x"][0] for artist in curves})
    if is_of_each_time and is_repeated:
        observed = "this plot command draws one curve for each time."
        means = "All values of a curve have the same x. So the curve runs straight up, not through time."
    elif is_of_each_time:
        observed = f"this plot command draws {len(curves)} curves, one for each time."
        means = (
            "plt.plot makes a curve of each column. Here a column holds the values of one time, and runs straight up."
        )
    message = Message(
        f"Line {call.lineno}: {observed}", means, "Draw one curve for each realization, against all times."
    )
    return Diagnosis("invisible markers", message, spot_of(source, call))


def hidden_marker(source: str, calls: list[ast.Call], observation: Observation) -> Diagnosis | None:
    """The argument of a plot command that hides its points: their color, their size, their opacity."""
    hidden = [artist for artist in _drawn(observation) if not artist["visible"]]
    for call in calls if hidden else ():
        for keyword in call.keywords if called(call) in ("plot", "scatter") else ():
            means = _hides(keyword)
            if means:
                code = f"{keyword.arg}={ast.unparse(keyword.value)}"
                what = "curve" if keyword.arg in ("linewidth", "linestyle", "lw", "ls") else "points"
                message = Message(f"Line {call.lineno}: `{code}` hides the {what}.", means, "Leave this argument out.")
                return Diagnosis("invisible markers", message, spot_of(source, keyword.value))
        text = next((piece for piece in call.args if is_text(piece)), None) if called(call) == "plot" else None
        if text is not None and "w" in str(ast.literal_eval(text)) and len(str(ast.literal_eval(text))) < 4:
            observed = f"Line {call.lineno}: the letter w in the format string `{ast.literal_eval(text)}` means white."
            means = "White points cannot be seen on a white background."
            message = Message(observed, means, "Which letter stands for the color that the text asks for?")
            return Diagnosis("invisible markers", message, spot_of(source, text))
    return None


def _hides(keyword: ast.keyword) -> str:
    """What an argument does to the points, where that hides them."""
    value = getattr(keyword.value, "value", None)
    if keyword.arg in SMALLEST and isinstance(value, (int, float)) and value < SMALLEST[keyword.arg]:
        return "It makes them transparent." if keyword.arg == "alpha" else "It makes them too small to be seen."
    if keyword.arg == "marker" and isinstance(keyword.value, ast.Constant) and value in ("", " ", "None", "none", None):
        return "It takes the marker of the format string away."
    if keyword.arg in ("linewidth", "lw") and value == 0:
        return "It makes the lines too thin to be seen."
    if keyword.arg in ("linestyle", "ls") and value in ("", " ", "None", "none"):
        return "It draws no line between the points, and they have no marker."
    if keyword.arg == "visible" and value is False:
        return "It says that nothing of them is drawn."
    if keyword.arg not in ("color", "c"):
        return ""
    if isinstance(keyword.value, ast.Tuple) and _is_white(keyword.value):
        return "It means white."
    is_pale = isinstance(value, str) and value.lower() in ("w", "white", "none")
    return f"Points of the color {value} cannot be seen." if is_pale else ""


def _is_white(numbers: ast.Tuple) -> bool:
    """Whether a color is given as white by its red, green and blue."""
    return len(numbers.elts) > 2 and all(getattr(number, "value", None) == 1 for number in numbers.elts)


def _drawn(observation: Observation) -> list[dict[str, Any]]:
    return [artist for figure in observation.figures for artist in figure["artists"]]


def _is_the_same_but_for_values(call: ast.Call, other: ast.Call) -> bool:
    """Whether a plot command below has the same format and arguments."""
    formats = [[ast.dump(piece) for piece in (*c.args[2:], *c.keywords)] for c in (call, other)]
    return other.lineno > call.lineno and called(other) == "plot" and formats[0] == formats[1]


def pair_without_format(source: str, calls: list[ast.Call]) -> Diagnosis | None:
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
            f"Which format string belongs right after `{y}`?",
        )
        return Diagnosis("pair without format", message, spot_of(source, without[1]))
    return None


def comma_for_a_sign(source: str, calls: list[ast.Call]) -> Diagnosis | None:
    """A value with a sign of its own, where a sum or a difference belongs: ``plt.plot(t, a, +b, "k.")``."""
    for call in calls:
        if called(call) != "plot" or len(call.args) < 3 or is_text(call.args[1]) or not _is_signed(call.args[2]):
            continue
        before, piece = call.args[1:3]
        code, first = ast.unparse(piece), ast.unparse(before)
        others = [other.lineno for other in calls if other is not call and _has_a_signed_argument(other)]
        too = f" {same_in(sorted(set(others) - {call.lineno}))}".rstrip()
        message = Message(
            f"Line {call.lineno}: a comma separates `{first}` and `{code}`.",
            f"So plt.plot gets two values, one after the other, and nothing is added or subtracted.{too}",
            "Which one sign belongs between the two?",
        )
        return Diagnosis("comma for a sign", message, spot_of(source, piece))
    return None


def _is_signed(piece: ast.expr) -> bool:
    return isinstance(piece, ast.UnaryOp) and isinstance(piece.op, (ast.UAdd, ast.USub))


def _has_a_signed_argument(call: ast.Call) -> bool:
    """Whether the third argument of a plot command begins with a sign."""
    return called(call) == "plot" and len(call.args) > 2 and _is_signed(call.args[2])


def behind_the_bracket(source: str, tree: ast.Module) -> Diagnosis | None:
    """A format string that stands behind the closing bracket of its plot command."""
    for node in ast.walk(tree):
        pair = node.value.elts if isinstance(node, ast.Expr) and isinstance(node.value, ast.Tuple) else []
        first = pair[0] if len(pair) > 1 and is_text(pair[1]) else None
        if isinstance(first, ast.Call) and called(first) == "plot" and _has_no_marker(first):
            code = ast.unparse(pair[1])
            message = Message(
                f"Line {pair[1].lineno}: `{code}` comes after the closing bracket of `plt.plot`.",
                "So the command does not get it, and draws without a marker.",
                "Move the closing bracket.",
            )
            return Diagnosis("behind the bracket", message, spot_of(source, pair[1]))
    return None
