"""Plot commands whose markers cannot be seen, and why."""

from __future__ import annotations

import ast
import re
from itertools import pairwise

from slipcheck.diagnosis import Diagnosis, spot_of
from slipcheck.exercise import Message
from slipcheck.observe import Observation

from .formulas.pieces import called
from .legends import is_text
from .same_fault import same_in

MARKERS = set(".,ov^<>12348spP*hH+xXDd|_")


def without_marker(
    source: str, calls: list[ast.Call], observation: Observation, asks_for_lines: bool = False
) -> Diagnosis | None:
    """The plot command of single points whose format string has no marker, or of lines that should run in time."""
    for call in calls:
        texts = [a for a in call.args if isinstance(a, ast.Constant) and isinstance(a.value, str)]
        named = any(keyword.arg in ("marker", "fmt") for keyword in call.keywords)
        if called(call) != "plot" or named:
            continue
        text = str(texts[0].value) if texts else ""
        bare = re.sub(r"C\d|--|-\.|:|-", "", text)
        if not set(bare) & MARKERS or re.search(r"-\.", text):
            has = f"the format string `{text}` has no marker." if texts else "this command has no marker."
            means = (
                "plt.plot draws one point at a time here, and a single point has no line. "
                "Without a marker nothing is seen."
            )
            advice = "Add a marker, such as a dot or the letter o."
            if texts and re.search(r"--|-\.|:|-", text):
                advice = "Put a marker in place of the line sign, such as a dot or the letter o."
            if texts and re.fullmatch(r"[a-z]{3,}", str(texts[0].value)):
                advice = "A marker needs a color of one letter in front of it: which letter stands for this color?"
            if _draws_many(observation):
                means = "plt.plot draws the values of one time here: a line between them runs straight up."
                advice = "Add a marker, such as a dot, or draw each realization against all times."
                if asks_for_lines:
                    observed = f"Line {call.lineno}: this plot command draws the values of one time only."
                    means = "The line through these values runs straight up, not through time."
                    message = Message(observed, means, "Draw one line for each realization, against all times.")
                    return Diagnosis("invisible markers", message, spot_of(source, call))
            others = [other.lineno for other in calls if _is_the_same_but_for_values(call, other)]
            message = Message(f"Line {call.lineno}: {has}", f"{means} {same_in(others)}".strip(), advice)
            return Diagnosis("invisible markers", message, spot_of(source, texts[0] if texts else call))
    return None


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
            f"Which format string belongs right behind `{y}`?",
        )
        return Diagnosis("pair without format", message, spot_of(source, without[1]))
    return None


def _draws_many(observation: Observation) -> bool:
    """Whether what has no marker is lines through several points, not points."""
    drawn = [artist for figure in observation.figures for artist in figure["artists"] if not artist.get("marker")]
    return bool(drawn) and all(len(artist["x"]) > 1 for artist in drawn)


def comma_for_a_sign(source: str, calls: list[ast.Call]) -> Diagnosis | None:
    """A value with a sign of its own, where a sum or a difference belongs: ``plt.plot(t, a, +b, "k.")``."""
    for call in calls:
        for before, piece in pairwise(call.args if called(call) == "plot" else ()):
            if (
                isinstance(piece, ast.UnaryOp)
                and isinstance(piece.op, (ast.UAdd, ast.USub))
                and piece is not call.args[1]
            ):
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


def _has_a_signed_argument(call: ast.Call) -> bool:
    """Whether an argument of a plot command after the second begins with a sign."""
    return called(call) == "plot" and any(isinstance(piece, ast.UnaryOp) for piece in call.args[2:])


def behind_the_bracket(source: str, tree: ast.Module) -> Diagnosis | None:
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
