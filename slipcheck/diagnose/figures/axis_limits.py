"""Limits that an answer gives an axis, and that do not show its points."""

from __future__ import annotations

import ast
import math
import re
from collections.abc import Sequence

from slipcheck.diagnosis import Diagnosis, spot_of
from slipcheck.exercise import Exercise, Message
from slipcheck.observe import Observation
from slipcheck.observe.axes_limits import SPREAD

from ..formulas.pieces import called
from ..values import KnownValues


def limits_elsewhere(
    exercise: Exercise, source: str, calls: Sequence[ast.Call], observation: Observation
) -> Diagnosis | None:
    """The call whose limits leave points out, or press them into a strip."""
    values = KnownValues(observation.variables, exercise.values(exercise.parameters))
    last = {axis: call for call in calls for axis in _limits(call, values)}  # of two calls, the later one counts
    for call in calls:
        wrong = {
            axis: text
            for axis, limits in _limits(call, values).items()
            if last[axis] is call and (text := _misfit(axis, *limits, observation))
        }
        if wrong:
            (axis, means), *others = wrong.items()
            low, high = _limits(call, values)[axis]
            also = " Its other limits do not fit the points either." if others else ""
            message = Message(
                f"Line {call.lineno}: this line shows the {axis} axis from {low:g} to {high:g}.",
                f"{means}{also}",
                "Which limits show all points well? Without limits of your own an axis fits its points.",
            )
            return Diagnosis("out of view", message, spot_of(source, call))
    return None


def _misfit(axis: str, low: float, high: float, observation: Observation) -> str:
    """Where the points lie, if limits leave some of them out or press them together."""
    drawn = [value for figure in observation.figures for artist in figure["artists"] for value in artist[axis]]
    finite = [value for value in drawn if math.isfinite(value)]
    first, last = min(finite, default=low), max(finite, default=high)
    is_inside = low <= first and last <= high
    if is_inside and last - first >= SPREAD * (high - low):
        return ""
    strip = " So they stand in one narrow strip." if is_inside else ""
    return f"The points that you draw go from {axis} = {first:.4g} to {axis} = {last:.4g}.{strip}"


def _limits(call: ast.Call, values: KnownValues) -> dict[str, tuple[float, float]]:
    """The limits that a call gives each axis, where their values are known: the lower one first."""
    given = [*call.args, *(keyword.value for keyword in call.keywords)]
    pieces = [piece for node in given for piece in (node.elts if isinstance(node, (ast.List, ast.Tuple)) else [node])]
    numbers = [number for number in map(values.of, pieces) if isinstance(number, (int, float))]
    name = called(call)
    axes = "xy" if name == "axis" else name[-4:-3] if re.fullmatch(r"(set_)?[xy]lim", name) else ""
    if not axes or len(numbers) != len(pieces) or len(numbers) != 2 * len(axes):
        return {}
    pairs = zip(numbers[::2], numbers[1::2], strict=True)
    return {axis: (min(pair), max(pair)) for axis, pair in zip(axes, pairs, strict=True)}
