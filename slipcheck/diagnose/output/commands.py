"""Where in an answer the command stands that a message speaks of."""

from __future__ import annotations

import ast
import re

from slipcheck.diagnosis import Spot, spot_at, spot_of
from slipcheck.exercise import Message, Slip
from slipcheck.judge.parse import parsed

from ..formulas.pieces import called

COMMANDS = {  # what a cause speaks of, and the functions that do it
    "x axis": ("xlabel", "set_xlabel"),
    "y axis": ("ylabel", "set_ylabel"),
    "title": ("title", "set_title", "suptitle"),
    "legend": ("legend",),
    "plot": ("plot", "scatter", "errorbar", "fill_between"),
    "band": ("fill_between", "fill", "errorbar", "vlines"),
    "print": ("print",),
    "seed": ("seed", "default_rng"),
    "figure": ("figure", "subplots"),
    "limits": ("xlim", "ylim", "axis", "set_xlim", "set_ylim"),
    "show": ("show",),
}


def spot_of_command(source: str, cause: Slip | str, message: Message | None = None) -> Spot | None:
    """The spot of the first command that the cause is about."""
    name = cause if isinstance(cause, str) else cause.name
    message = message or (cause.message if isinstance(cause, Slip) else None)
    words = f"{message.observed} {message.means}" if message is not None else ""
    for key in _keys(name, words):
        spot = spot_of_call(source, COMMANDS[key], is_alone=name in ANY_PLOT)
        if spot is not None:
            return spot
    line = re.match(r"Line (\d+)", words)
    return spot_at(source, int(line[1]), 0, int(line[1]), 10**6) if line else None


def _keys(name: str, words: str) -> list[str]:
    if name == "labels exchanged":
        return ["x axis"]
    if name in LABELS:
        return ["x axis" if "x axis" in words else "y axis"]
    if name in ("no title",):
        return ["title"]
    if name.startswith("legend"):
        return ["legend"]
    if "seed" in name:
        return ["seed"]
    if name == "band for curves":
        return ["band"]
    if name == "out of view":
        return ["limits"]
    if name in ("figure in the loop",):
        return ["figure"]
    if name in ("show in the loop",):
        return ["show"]
    if name in PRINTS:
        return ["print"]
    if name in PLOTS:
        return ["plot"]
    return []


LABELS = (
    "axis label",
    "label not readable",
    "wrong quantity",
    "two quantities",
    "quantity not named",
    "unit of the label",
    "wrong unit",
    "no unit",
)
PRINTS = (
    "list in each round",
    "swapped",
    "several lines",
    "order of the print",
    "value not printed",
    "other values printed",
    "rounded",
    "names printed as text",
    "braces missing",
    "values added",
    "format code",
    "no formats",
    "f for e",
    "both exponential",
    "two lines",
    "columns swapped",
    "print outside the loop",
    "one line",
    "too few numbers",
    "print order",
    "column too many",
    "another column",
)
PLOTS = (
    "invisible markers",
    "axes swapped",
    "point in brackets",
    "x missing",
    "plot outside the loop",
    "one realization drawn",
    "drawn while stepping",
    "drawn once",
    "not against time",
    "too little drawn",
    "other unit shown",
)


ANY_PLOT = ("invisible markers", "too little drawn", "not against time")  # may be the fault of any plot command


def spot_of_call(source: str, names: tuple[str, ...], is_alone: bool = False) -> Spot | None:
    """The first call of one of these functions; none of several where it ``is_alone`` that counts."""
    tree = parsed(source)
    calls = [] if tree is None else [n for n in ast.walk(tree) if isinstance(n, ast.Call) and called(n) in names]
    calls.sort(key=lambda node: (node.lineno, node.col_offset))
    if is_alone and len(calls) > 1:
        return None
    inside = [
        call
        for call in calls
        if any(
            call in ast.walk(loop)
            for loop in ast.walk(tree or ast.Module([], []))
            if isinstance(loop, (ast.For, ast.While))
        )
    ]
    if set(names) & {"figure", "show", "seed"} and inside:
        return spot_of(source, inside[0])
    if "print" in names:  # a heading alone shows no value
        calls = [call for call in calls if _shows_a_value(call)] or calls
    last = set(names) & {"xlabel", "ylabel", "title", "legend"}  # of these the last counts
    call = calls[-1 if last else 0] if calls else None
    if call is None or tree is None:
        return None
    return spot_of(source, _text_in_a_name(call, tree) if last else call)


def _text_in_a_name(call: ast.Call, tree: ast.Module) -> ast.AST:
    """The text that a name holds which a call gets, where one line alone gives it to the name; else the call."""
    name = getattr(call.args[0], "id", "") if call.args else ""
    lines = [node for node in ast.walk(tree) if isinstance(node, ast.Assign)]
    made = [line.value for line in lines if any(getattr(target, "id", None) == name for target in line.targets)]
    return made[0] if len(made) == 1 and isinstance(made[0], ast.Constant) else call


def _shows_a_value(call: ast.Call) -> bool:
    return any(not isinstance(argument, ast.Constant) for argument in call.args)


def names_in_line(source: str, line: int) -> set[str]:
    """The names that a line of the answer uses, with those that its own names were made of."""
    tree = parsed(source)
    if tree is None:
        return set()
    names = {n.id for n in ast.walk(tree) if isinstance(n, ast.Name) and n.lineno == line}
    for node in ast.walk(tree):
        if isinstance(node, ast.For) and node.lineno <= line <= (node.end_lineno or line):
            names |= {n.id for n in ast.walk(node.iter) if isinstance(n, ast.Name)}
    return names


def names_behind(source: str, names: set[str]) -> set[str]:
    """Names, with all those that their values are made of."""
    assigned = [n for n in ast.walk(parsed(source) or ast.Module([], [])) if isinstance(n, (ast.Assign, ast.AugAssign))]
    while True:
        used = [part for n in assigned if targets_of(n) & names for part in ast.walk(n.value)]
        more = names | {part.id for part in used if isinstance(part, ast.Name)}
        if more == names:
            return names
        names = more


def spot_of_target(source: str, name: str) -> Spot | None:
    """The last line that gives a name its value."""
    tree = parsed(source) or ast.Module([], [])
    given = [n for n in ast.walk(tree) if isinstance(n, (ast.Assign, ast.AugAssign)) and name in targets_of(n)]
    return spot_of(source, max(given, key=lambda n: n.lineno)) if given else None


def targets_of(node: ast.Assign | ast.AugAssign) -> set[str]:
    targets = node.targets if isinstance(node, ast.Assign) else [node.target]
    bases = [target.value if isinstance(target, ast.Subscript) else target for target in targets]
    return {base.id for base in bases if isinstance(base, ast.Name)}
