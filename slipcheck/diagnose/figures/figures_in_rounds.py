"""Commands in a loop that give each round a figure of its own."""

from __future__ import annotations

import ast
from collections.abc import Sequence

from slipcheck.diagnosis import Diagnosis, spot_of
from slipcheck.exercise import Exercise, Message, Part
from slipcheck.judge.parse import parsed
from slipcheck.judge.quantities import Printed, Variable

from ..formulas.pieces import called

OPENS = {  # a command: what it does in each round
    "figure": "starts a new figure",
    "subplots": "starts a new figure",
    "subplot": "begins a new part of the figure",
    "add_subplot": "begins a new part of the figure",
}
LABELS = ("title", "xlabel", "ylabel", "set_title", "set_xlabel", "set_ylabel")


def is_read_from_figures(exercise: Exercise, part: Part) -> bool:
    """Whether the values of a part, or some of them, are read from what is drawn."""
    return any(not isinstance(exercise.quantity(name), Variable | Printed) for name in part.quantities)


def figure_in_rounds(source: str) -> Diagnosis | None:
    """The first command in a loop that opens or ends a figure in each round, with the others."""
    tree = parsed(source) or ast.Module([], [])
    loops = [node for node in tree.body if isinstance(node, (ast.For, ast.While))]
    for loop in loops:
        inside = [node for node in ast.walk(loop) if isinstance(node, ast.Call)]
        inside.sort(key=lambda call: (call.lineno, call.col_offset))
        opening = [call for call in inside if called(call) in OPENS]
        ending = [call for call in inside if called(call) == "show"]
        if any(called(call) == "plot" for call in inside) and (opening or ending):
            return _said(source, tree, loop, opening, ending, inside)
    return None


def _said(
    source: str,
    tree: ast.Module,
    loop: ast.For | ast.While,
    opening: Sequence[ast.Call],
    ending: Sequence[ast.Call],
    inside: Sequence[ast.Call],
) -> Diagnosis:
    means = "So the points are not together in one figure."
    if not opening:
        line = ending[0].lineno
        observed = f"Line {line}: plt.show() ends the figure in each round of the loop."
        message = Message(observed, means, f"Move plt.show() to the left margin, {_place_of_the_end(tree, loop)}.")
        return Diagnosis("show in the loop", message, spot_of(source, ending[0]))
    first = opening[0]
    code = ast.unparse(first.func)
    before = [node for node in tree.body if node.lineno < loop.lineno]
    opened = [
        call for node in before for call in ast.walk(node) if isinstance(call, ast.Call) and called(call) in OPENS
    ]
    texts = [n.lineno for node in before for n in ast.walk(node) if isinstance(n, ast.Call) and called(n) in LABELS]
    advice = f"Create the figure once, above {f'line {texts[0]}' if texts else 'the loop'}."
    if called(first) not in ("figure", "subplots"):
        advice = "All points belong to one part. Leave this command out."
    elif opened:
        advice = f"Line {opened[0].lineno} opens a figure before the loop already. Leave line {first.lineno} out."
    elif any(called(call) in LABELS for call in inside):
        advice = f"{advice} Its title and its labels belong outside the loop too."
    if ending:
        advice = f"{advice} Move line {ending[0].lineno} out of the loop too: plt.show() comes last."
    observed = f"Line {first.lineno}: {code}() {OPENS[called(first)]} in each round of the loop."
    return Diagnosis("figure in the loop", Message(observed, means, advice), spot_of(source, first))


def _place_of_the_end(tree: ast.Module, loop: ast.For | ast.While) -> str:
    """Where plt.show() belongs: behind all commands that write at the figure."""
    later = [node for node in tree.body if node.lineno > loop.lineno]
    writes = any(
        isinstance(n, ast.Call) and called(n) in (*LABELS, "legend", "plot") for s in later for n in ast.walk(s)
    )
    return "at the end of the cell" if writes else "after the loop"
