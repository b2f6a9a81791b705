"""What a call of an answer's own function computes: the pieces of the function's text, with their values."""

from __future__ import annotations

import ast
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from slipcheck.judge.parse import parsed

from ..as_typed import typed_text
from ..formulas.pieces import Piece, joined
from ..replay import flat, restored
from ..values import value_of

Names = Mapping[str, Any]


def returned(
    source: str,
    call: ast.expr,
    names: Sequence[Names],
    arguments: Sequence[Sequence[Any]],
    given: Callable[[ast.expr], Piece],
) -> Piece | None:
    """What the function gives back, in each execution with its names and arguments; None where that is not known.

    It is known of a function that gives names their values, one after the other, and then returns a formula of them,
    or several: then ``call`` takes one of these, as in `f(x)[1]`. A parameter that it uses once is what the call
    gives for it: ``given`` is the piece of an argument.
    """
    place = call.slice if isinstance(call, ast.Subscript) else None
    call = call.value if isinstance(call, ast.Subscript) else call
    function = _function(source, call)
    if function is None or len(function.args.args) != len(arguments[0]):
        return None
    parameters = [argument.arg for argument in function.args.args]
    lines, result = _parts(function)
    if place is not None:
        result = _one_of(result, place)
    if result is None:
        return None
    made = {_name(line): line.value for line in lines if isinstance(line, ast.Assign)}
    if len(made) != len(lines) or set(made) & {*parameters, ""}:
        return None
    frames = []
    for known, values in zip(names, arguments, strict=True):
        frame = {**known, **dict(zip(parameters, map(restored, values), strict=True))}
        for name, value in made.items():
            frame[name] = value_of(value, frame)
        frames.append(frame)
    uses = [node.id for node in ast.walk(function) if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Load)]
    arguments_of = dict(zip(parameters, call.args, strict=True)) if isinstance(call, ast.Call) else {}
    meant = {name: given(argument) for name, argument in arguments_of.items() if uses.count(name) == 1}
    return _FunctionText(source, frames, made, meant).piece(result)


def exchanged_at_the_call(source: str, value: ast.expr) -> tuple[ast.Call, str, str] | None:
    """A call that gives a function the name of one of its parameters for another one, and the two names."""
    for call in (node for node in ast.walk(value) if isinstance(node, ast.Call)):
        function = _function(source, call)
        parameters = [argument.arg for argument in function.args.args] if function is not None else []
        for parameter, argument in zip(parameters, call.args, strict=False):
            given = getattr(argument, "id", parameter)
            if given != parameter and given in parameters:
                return call, given, parameter
    return None


def _parts(function: ast.FunctionDef | ast.Lambda) -> tuple[list[ast.stmt], ast.expr | None]:
    """The lines of a function, without its text in words, and what it gives back."""
    if isinstance(function, ast.Lambda):
        return [], function.body
    lines = [line for line in function.body if not isinstance(line, ast.Expr)]
    last = lines[-1] if lines else None
    return lines[:-1], last.value if isinstance(last, ast.Return) else None


def _one_of(result: ast.expr | None, place: ast.expr) -> ast.expr | None:
    """Of several values that are given back, the one at a place."""
    k = place.value if isinstance(place, ast.Constant) else None
    known = result.elts if isinstance(result, ast.Tuple) else []
    return known[k] if isinstance(k, int) and 0 <= k < len(known) else None


def _function(source: str, call: ast.expr) -> ast.FunctionDef | ast.Lambda | None:
    """The one function of this name, where the call gives it its arguments in their order."""
    if not isinstance(call, ast.Call) or not isinstance(call.func, ast.Name) or call.keywords or not call.args:
        return None
    named: list[ast.FunctionDef | ast.Lambda] = []
    for node in ast.walk(parsed(source) or ast.Module([], [])):
        if isinstance(node, ast.FunctionDef) and node.name == call.func.id:
            named.append(node)
        if isinstance(node, ast.Assign) and isinstance(node.value, ast.Lambda) and _name(node) == call.func.id:
            named.append(node.value)
    return named[0] if len(named) == 1 else None


def _name(line: ast.Assign) -> str:
    """The one name that a line gives a value; empty where there is another target."""
    target = line.targets[0]
    return target.id if len(line.targets) == 1 and isinstance(target, ast.Name) else ""


@dataclass(frozen=True)
class _FunctionText:
    """The text of a function, with its names' values in each call."""

    source: str
    frames: Sequence[Names]
    made: Mapping[str, ast.expr]
    meant: Mapping[str, Piece]

    def piece(self, node: ast.expr) -> Piece:
        """A piece of it; a name that a line of it makes is what this line says, a parameter what the call gives."""
        if isinstance(node, ast.Name) and node.id in self.made:
            return self.piece(self.made[node.id])
        if isinstance(node, ast.Name) and node.id in self.meant:
            return self.meant[node.id]
        values = [None if value is None else flat(value) for value in (value_of(node, f) for f in self.frames)]
        text = typed_text(self.source, node)
        return Piece(node, text, joined(values), self.piece, lambda _execution: None)


def callers_of(tree: ast.AST, lines: Sequence[int]) -> list[int]:
    """The lines that call one of the answer's own functions in which these lines are."""
    nodes = list(ast.walk(tree))
    functions = [node for node in nodes if isinstance(node, ast.FunctionDef)]
    around = {f.name for f in functions for line in lines if f.lineno < line <= (f.end_lineno or f.lineno)}
    calls = [node for node in nodes if isinstance(node, ast.Call)]
    return [call.lineno for call in calls if getattr(call.func, "id", "") in around]
