"""Curves and points that a figure lacks, and what the text of the answer shows of them."""

from __future__ import annotations

import ast
import re

from slipcheck.diagnosis import Diagnosis, spot_at, spot_of
from slipcheck.exercise import Message
from slipcheck.judge.parse import parsed
from slipcheck.observe import Observation

from ..crashes.comments import without_its_sign
from ..formulas.pieces import called


def commented_out(source: str) -> Diagnosis | None:
    """A plot command that is still a comment, and that no other plot command replaces."""
    tree = parsed(source) or ast.Module([], [])
    drawn = [_values_of(node) for node in ast.walk(tree) if isinstance(node, ast.Call) and called(node) == "plot"]
    for number, line in enumerate(source.splitlines(), 1):
        match = re.match(r"\s*#\s*((?:plt|ax)\.plot\(.*)", line)
        if match is not None and _values_of(_call_in(match[1])) not in drawn:
            message = Message(
                f"Line {number}: this plot command is a comment.",
                "Python reads nothing after a #, so nothing is drawn here.",
                f"{without_its_sign(*line.split('#', 1))} Then check what its brackets hold.",
            )
            return Diagnosis("still a comment", message, spot_at(source, number, 0, number, 10**6))
    return None


def _call_in(text: str) -> ast.Call | None:
    tree = parsed(text)
    value = getattr(tree.body[0], "value", None) if tree is not None and tree.body else None
    return value if isinstance(value, ast.Call) else None


def _values_of(call: ast.Call | None) -> list[str] | None:
    """The code of the x and y values of a plot command."""
    return [ast.unparse(piece) for piece in call.args[:2]] if call is not None else None


def plus_minus(source: str, calls: list[ast.Call]) -> Diagnosis | None:
    """Two signs side by side, in a plot command, that were to mean both."""
    for call in calls:
        for node in ast.walk(call) if called(call) == "plot" else ():
            if not isinstance(node, ast.BinOp) or not isinstance(node.op, (ast.Add, ast.Sub)):
                continue
            is_signed = isinstance(node.right, ast.UnaryOp) and isinstance(node.right.op, (ast.USub, ast.UAdd))
            if is_signed and not any(_combines(other, node) for other in calls if other is not call):
                assert isinstance(node.right, ast.UnaryOp)
                sign = "plus" if isinstance(node.op, ast.Add) == isinstance(node.right.op, ast.UAdd) else "minus"
                message = Message(
                    f"Line {call.lineno}: two signs stand side by side.",
                    f"Python computes one result from them: {sign}. So one of the two curves is missing.",
                    "Plus and minus need a plot command each.",
                )
                return Diagnosis("plus and minus", message, spot_of(source, node))
    return None


def _combines(call: ast.Call, both: ast.BinOp) -> bool:
    """Whether another plot command has a sum or a difference of the same two values."""
    right = both.right.operand if isinstance(both.right, ast.UnaryOp) else both.right
    pairs = [(ast.dump(n.left), ast.dump(n.right)) for n in ast.walk(call) if isinstance(n, ast.BinOp)]
    return called(call) == "plot" and (ast.dump(both.left), ast.dump(right)) in pairs


def first_left_out(source: str, tree: ast.Module, observation: Observation) -> Diagnosis | None:
    """Points that are drawn one by one, in a loop that does not begin with 0: the first is missing."""
    xs = [x for figure in observation.figures for artist in figure["artists"] for x in artist["x"]]
    for loop in (node for node in ast.walk(tree) if isinstance(node, ast.For)):
        starts = loop.iter.args if isinstance(loop.iter, ast.Call) and called(loop.iter) == "range" else []
        first = getattr(starts[0], "value", 0) if len(starts) > 1 else 0
        inside = [node for node in ast.walk(loop) if isinstance(node, ast.Call) and called(node) == "plot"]
        is_of_points = all(len(artist["x"]) == 1 for figure in observation.figures for artist in figure["artists"])
        if first == 1 and inside and xs and min(map(abs, xs)) > 0 and is_of_points:
            line = inside[0].lineno
            message = Message(
                f"Line {line}: this plot command is in the loop of line {loop.lineno}, which begins with 1.",
                "It draws one point in each round, so the point at the time 0 s is never drawn.",
                "Which command, after the loop, draws all values at once?",
            )
            return Diagnosis("not against time", message, spot_of(source, inside[0]))
    return None
