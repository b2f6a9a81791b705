"""Where a known slip stands in an answer."""

from __future__ import annotations

import ast

from slipcheck.diagnosis import Spot, spot_of
from slipcheck.exercise import Exercise, Slip
from slipcheck.judge.parse import parsed

from ..formulas.pieces import called
from ..numbers.random_draws import UNIFORM
from .commands import COMMANDS, spot_of_call, spot_of_command, targets_of
from .multiplications import multiplication_by


def spot_of_slip(exercise: Exercise, source: str, slip: Slip) -> Spot | None:
    """Where a known slip stands: its command, or the line that gives the name which it is about its value."""
    command = spot_of_command(source, slip)
    tree = parsed(source) or ast.Module([], [])
    scaled = multiplication_by(tree, slip.factor) if slip.factor != 1 else None
    if scaled is not None and not _is_named(tree, scaled):
        return spot_of(source, scaled)
    if command is not None:
        return command
    draw = _only_draw(source) if slip.change and not slip.formula else None
    if draw is not None and "random number" in f"{slip.message.observed} {slip.message.means}":
        return spot_of(source, draw)
    returned = _returned_draw(tree) if "numbers run" in slip.message.means else None
    if returned is not None:
        return spot_of(source, returned)
    keywords = (*(slip.change or {}), slip.about)
    names = [exercise.places.get(keyword, keyword) for keyword in keywords if keyword]
    for name in names:
        if name in ("plot", "print", "seed"):
            return spot_of_call(source, COMMANDS[name])
        loop = next((n for n in ast.walk(tree) if isinstance(n, ast.For)), None)
        if name == "loop" and loop is not None:
            return spot_of(source, loop.iter)
        given = [n for n in ast.walk(tree) if isinstance(n, (ast.Assign, ast.AugAssign)) and name in targets_of(n)]
        if given:
            maker = _maker(tree, max(given, key=lambda n: n.lineno))
            return spot_of(source, _append_to(tree, name) if is_empty_list(maker.value) else maker)
    states = exercise.state.names if exercise.state else ()
    steps = [n for n in ast.walk(tree) if isinstance(n, (ast.Assign, ast.AugAssign)) and set(states) & targets_of(n)]
    is_of_a_step = bool(slip.change) and not set(slip.change or {}) & set(exercise.places)
    last = max(steps, key=lambda n: n.lineno, default=None)
    has_loops = any(isinstance(node, (ast.For, ast.While)) for node in ast.walk(tree))
    is_a_start = last in tree.body and has_loops  # the line before a loop makes no step
    if last is None or not is_of_a_step:
        return None
    step = _append_to(tree, next(iter(targets_of(last)))) if is_a_start else _maker(tree, last)
    return spot_of(source, step) if isinstance(step, ast.Call) or not is_a_start else None


def _only_draw(source: str) -> ast.Call | None:
    """The one call in the answer that draws random numbers; of a draw in a function, the only call of the function."""
    tree = parsed(source) or ast.Module([], [])
    calls = [n for n in ast.walk(tree) if isinstance(n, ast.Call)]
    draws = [call for call in calls if called(call) in UNIFORM]
    functions = [n for n in ast.walk(tree) if isinstance(n, ast.FunctionDef)]
    around = [f.name for f in functions if any(n is draw for draw in draws for n in ast.walk(f))]
    if around:
        draws = [call for call in calls if called(call) in around]
    return draws[0] if len(draws) == 1 else None


def _returned_draw(tree: ast.Module) -> ast.expr | None:
    """What the one function of the answer gives back that only draws a random number."""
    functions = [n for n in ast.walk(tree) if isinstance(n, ast.FunctionDef)]
    values = [f.body[-1].value for f in functions if isinstance(f.body[-1], ast.Return) and not f.args.args]
    drawn = [value for value in values if value and any(called(n) in UNIFORM for n in ast.walk(value))]
    return drawn[0] if len(drawn) == 1 else None


def _maker(tree: ast.Module, statement: ast.Assign | ast.AugAssign) -> ast.Assign | ast.AugAssign:
    """The statement, or the line above that makes the value where this one only stores it under another name."""
    name = getattr(statement.value, "id", None)
    makers = [n for n in ast.walk(tree) if isinstance(n, (ast.Assign, ast.AugAssign)) and name in targets_of(n)]
    above = [maker for maker in makers if maker.lineno < statement.lineno]
    return max(above, key=lambda n: n.lineno) if above else statement


def _is_named(tree: ast.Module, value: ast.AST) -> bool:
    """Whether a value is all that a line gives to a name: the name may well hold another unit."""
    lines = (node for node in ast.walk(tree) if isinstance(node, ast.Assign))
    return any(line.value is value for line in lines)


def is_empty_list(node: ast.expr) -> bool:
    return isinstance(node, ast.List) and not node.elts


def _append_to(tree: ast.Module, name: str) -> ast.AST:
    """What appends the values to a list that begins empty, or else its first line."""
    calls = [node for node in ast.walk(tree) if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute)]
    appends = [call for call in calls if ast.unparse(call.func) == f"{name}.append"]
    makers = [n for n in ast.walk(tree) if isinstance(n, (ast.Assign, ast.AugAssign)) and name in targets_of(n)]
    return (appends or makers)[0]
