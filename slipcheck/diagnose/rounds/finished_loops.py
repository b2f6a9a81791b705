"""A name that keeps the last value of a loop that has ended, while another loop shows it in each round."""

from __future__ import annotations

import ast

from slipcheck.exercise import Exercise
from slipcheck.observe import Observation

from ..formulas.pieces import called
from ..numbers.number_patterns import Hit

SHOWING = ("print", "plot", "scatter")


def last_of_a_loop(tree: ast.Module, observation: Observation, exercise: Exercise) -> Hit:
    """A print or plot command in a loop with a name to which only a loop above gives its values."""
    loops = [node for node in tree.body if isinstance(node, ast.For)]
    for k, loop in enumerate(loops):
        for earlier in loops[:k]:
            lost = {name for name in _stored(earlier) if name in exercise.words} - _stored(loop)
            lost -= {name for line in tree.body if line is not earlier for name in _stored(line)}
            for command in (node for node in ast.walk(loop) if _is_showing(node)):
                names = [name for name in _read(command) if name.id in lost]
                if names:
                    return _said(names[0], loop, earlier)
    return None


def _said(name: ast.Name, loop: ast.For, earlier: ast.For) -> Hit:
    observed = f"`{name.id}` is the same in every round of the loop of line {loop.lineno}."
    means = f"The loop of line {earlier.lineno} has ended, and `{name.id}` keeps its last value."
    advice = f"Show `{name.id}` in the loop of line {earlier.lineno}, while it has its value."
    return name, observed, means, advice


def _is_showing(node: ast.AST) -> bool:
    return isinstance(node, ast.Call) and called(node) in SHOWING


def _read(node: ast.AST) -> list[ast.Name]:
    """The names of which a command uses the values themselves, not entries of them."""
    entries = {id(part.value) for part in ast.walk(node) if isinstance(part, ast.Subscript)}
    names = [part for part in ast.walk(node) if isinstance(part, ast.Name) and isinstance(part.ctx, ast.Load)]
    return [name for name in names if id(name) not in entries]


def _stored(statement: ast.stmt) -> set[str]:
    """The names that a statement gives values, or changes by a method."""
    nodes = list(ast.walk(statement))
    names = {node.id for node in nodes if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store)}
    bases = [node.value for node in nodes if isinstance(node, (ast.Subscript, ast.Attribute))]
    return names | {base.id for base in bases if isinstance(base, ast.Name)}


def last_time_repeated(tree: ast.Module, observation: Observation, exercise: Exercise) -> Hit:
    """A plot command below a loop that repeats the last time for all values which the loop has collected."""
    loops = [node for node in tree.body if isinstance(node, ast.For)]
    for line in tree.body:
        command = line.value if isinstance(line, ast.Expr) else None
        if not isinstance(command, ast.Call) or not _is_showing(command) or len(command.args) < 2:
            continue
        repeated = _repeated_name(command.args[0])
        for loop in (loop for loop in loops if loop.lineno < line.lineno):
            collected = _appended(loop).get(getattr(command.args[1], "id", ""))
            if repeated in exercise.times and repeated in _stored(loop) and collected:
                observed = f"`{ast.unparse(command.args[0])}` repeats one time only."
                means = f"The loop of line {loop.lineno} has ended, and `{repeated}` keeps its last value."
                advice = f"Line {collected} collects the values of all rounds. Which list holds their times?"
                return command.args[0], observed, means, advice
    return None


def _repeated_name(node: ast.expr) -> str:
    """The name in a list of one that a sign * repeats."""
    one = node.left if isinstance(node, ast.BinOp) and isinstance(node.op, ast.Mult) else None
    return getattr(one.elts[0], "id", "") if isinstance(one, ast.List) and len(one.elts) == 1 else ""


def _appended(loop: ast.For) -> dict[str, int]:
    """The lists to which a loop appends, each with the line that does."""
    calls = [node for node in ast.walk(loop) if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute)]
    return {getattr(c.func.value, "id", ""): c.lineno for c in calls if c.func.attr == "append"}  # type: ignore[attr-defined]
