"""Names that hold in one place of an answer only: in a function, or in brackets with a ``for``."""

from __future__ import annotations

import ast
from collections.abc import Sequence

from ..formulas.pieces import called, contains_name
from .crash import Crash, Explained
from .nothing import gives_back

INSIDE = (ast.FunctionDef, ast.Lambda, ast.ListComp, ast.SetComp, ast.DictComp, ast.GeneratorExp)


def local_names(tree: ast.Module, place: list[int] | None) -> set[str]:
    """The names at a place of the text that a function or brackets around it have for themselves."""
    around = [node for node in ast.walk(tree) if isinstance(node, INSIDE) and place and _holds(node, place)]
    return {name for node in around for name in _own_names(node)}


def _holds(node: ast.expr | ast.stmt, place: list[int]) -> bool:
    start, end = (node.lineno, node.col_offset), (node.end_lineno or 0, node.end_col_offset or 0)
    return start <= (place[0], place[1]) and (place[2], place[3]) <= end and start != (place[0], place[1])


def _own_names(node: ast.AST) -> set[str]:
    if isinstance(node, (ast.FunctionDef, ast.Lambda)):
        arguments = {argument.arg for argument in ast.walk(node.args) if isinstance(argument, ast.arg)}
        taken = {name for part in ast.walk(node) if isinstance(part, ast.Global) for name in part.names}
        body = node.body if isinstance(node.body, list) else []
        return (arguments | _stored(*body)) - taken
    return _stored(*(clause.target for clause in getattr(node, "generators", [])))


def _stored(*nodes: ast.AST) -> set[str]:
    names = (part for node in nodes for part in ast.walk(node) if isinstance(part, ast.Name))
    return {part.id for part in names if isinstance(part.ctx, ast.Store)}


def of_a_function(crash: Crash, name: str, line: str) -> Explained:
    """A name that a function reads and gives a value too, so that no line outside gives it one."""
    around = [node for node in _functions(crash) if _is_in(crash, node) and name in _own_names(node)]
    function = max(around, key=lambda node: node.lineno, default=None)
    if function is None or crash.kind != "UnboundLocalError":
        return None
    observed = f"`{name}` has no value inside the function `{function.name}`."
    means = f"A line of the function gives `{name}` a value. So this `{name}` is the function's own, and begins empty."
    advice = f"The function needs the `{name}` from outside. What brings a value into a function?"
    return "name of a function", observed, means, advice


def of_a_lost_result(crash: Crash, name: str, line: str) -> Explained:
    """A name that no line gives a value, after a call of the answer's own function of which nothing is stored."""
    returning = {node.name for node in _functions(crash) if gives_back(node)}
    calls = [node.value for node in ast.walk(crash.tree) if isinstance(node, ast.Expr)]
    lost = [call for call in calls if isinstance(call, ast.Call) and called(call) in returning]
    if len(lost) != 1 or lost[0].lineno > (crash.failure.get("line") or 0) or name in _stored(crash.tree):
        return None
    observed = f"the result of `{called(lost[0])}` is lost."
    means = f"`{called(lost[0])}` gives back a value, and nothing stores it."
    means += f" So line {crash.failure['line']} knows no `{name}`."
    return "result not stored", observed, means, f"Store the result as `{name}`, in this line.", lost[0]


def of_an_unread_argument(crash: Crash, name: str, line: str) -> Explained:
    """A name in a function that no line gives a value, while the function never reads its only argument."""
    function = next((one for one in _functions(crash) if _is_in(crash, one)), None)
    arguments = [argument.arg for argument in function.args.args] if function is not None else []
    if function is None or len(arguments) != 1 or name in _stored(crash.tree):
        return None
    if any(isinstance(node, ast.Name) and node.id == arguments[0] for node in ast.walk(function)):
        return None
    observed = f"inside `{function.name}`, Python does not know the name `{name}`."
    means = f"The function gets its value under the name `{arguments[0]}`, and does not use it."
    return "name changed", observed, means, "Use one name for it: in the brackets of `def` and in this line."


def of_another_place(crash: Crash, name: str, line: str) -> Explained:
    """A name without a value here, which a function or brackets elsewhere have for themselves."""
    function = next((node for node in _functions(crash) if name in _own_names(node)), None)
    made = [node for node in ast.walk(crash.tree) if isinstance(node, INSIDE[2:]) and name in _own_names(node)]
    if made and function is None and not _is_given_outside(crash, name, made):
        observed = f"`{name}` has no value outside the brackets of line {made[0].lineno}."
        means = f"The `for` in those brackets gives `{name}` one value after the other, inside them only."
        return "unknown name", observed, means, f"Which name belongs here in place of `{name}`?"
    if function is not None and not _is_in(crash, function) and not _is_given_outside(crash, name):
        observed = f"`{name}` has no value outside the function `{function.name}`."
        means = "The names inside a function are its own. What it computes comes out by `return`."
        advice = f"Store what a call of `{function.name}` gives back, and use that name here."
        return "name of a function", observed, means, advice
    return None


def function_below(crash: Crash, name: str, line: str) -> Explained:
    """A function that only lines below make."""
    here = crash.failure.get("line") or 0
    function = next((node for node in _functions(crash) if node.name == name and node.lineno > here), None)
    if function is None or any(node.name == name and node.lineno < here for node in _functions(crash)):
        return None
    observed = f"`{name}` is called before it is defined."
    means = f"Its `def` is in line {function.lineno}, and Python runs the lines from top to bottom."
    return "used too early", observed, means, f"Put the function `{name}` above this line."


def arguments_around(crash: Crash) -> list[str]:
    """The arguments of the function of the answer in which it stops."""
    around = [function for function in _functions(crash) if _is_in(crash, function)]
    return [argument.arg for function in around for argument in function.args.args]


def of_a_default(crash: Crash, name: str, line: str) -> Explained:
    """A name in the head of a function, whose value is not there yet."""
    for function in _functions(crash):
        defaults = [node for value in function.args.defaults for node in ast.walk(value)]
        here = [node for node in defaults if isinstance(node, ast.Name) and node.id == name]
        if here and function.lineno == crash.failure.get("line"):
            means = f"The line of a `def` computes what comes after an equals sign at once. `{name}` has no value yet."
            advice = "Hand the value over in each call, and leave the equals sign out here."
            return "used too early", f"the head of `{function.name}` uses `{name}`.", means, advice
    return None


def of_self(crash: Crash, name: str, line: str) -> Explained:
    """A name in a method that the class stores as an attribute."""
    here = crash.failure.get("line") or 0
    for made in (node for node in ast.walk(crash.tree) if isinstance(node, ast.ClassDef)):
        stored = [node for node in ast.walk(made) if isinstance(node, ast.Attribute) and node.attr == name]
        stored = [node for node in stored if isinstance(node.ctx, ast.Store)]
        if stored and made.lineno < here <= (made.end_lineno or 0):
            owner = crash.code(stored[0].value)
            means = (
                f"The class `{made.name}` stores this value with `{owner}` and a dot. `{name}` alone is another name."
            )
            return "unknown name", f"`{name}` has no value here.", means, f"What belongs in front of `{name}`?"
    return None


def given_but_not_run(crash: Crash, name: str, line: str) -> Explained:
    """A name that a line above gives a value, which was not carried out."""
    here = crash.failure.get("line") or 0
    names = [node for node in ast.walk(crash.tree) if isinstance(node, ast.Name) and node.id == name]
    lines = [node.lineno for node in names if isinstance(node.ctx, ast.Store) and node.lineno < here]
    inside = [node for node in ast.walk(crash.tree) if isinstance(node, INSIDE)]
    deleted = next((node for node in names if isinstance(node.ctx, ast.Del)), None)
    if deleted is not None:
        means = f"So line {here} finds no value of `{name}`."
        return "name deleted", f"this line deletes `{name}`.", means, "Does the text ask for this line?", deleted
    if not lines or any(node.lineno <= lines[-1] <= (node.end_lineno or 0) for node in inside):
        return None
    means = f"Line {max(lines)} gives it a value, but Python has not carried out that line before this one."
    advice = f"When is line {max(lines)} carried out? Look at the line that begins its block."
    return "used too early", f"`{name}` has no value yet.", means, advice


def _functions(crash: Crash) -> list[ast.FunctionDef]:
    return [node for node in ast.walk(crash.tree) if isinstance(node, ast.FunctionDef)]


def _is_in(crash: Crash, function: ast.FunctionDef) -> bool:
    return function.lineno < (crash.failure.get("line") or 0) <= (function.end_lineno or 0)


def _is_given_outside(crash: Crash, name: str, brackets: Sequence[ast.AST] = ()) -> bool:
    inside = {part for node in (*_functions(crash), *brackets) for part in ast.walk(node)}
    outside = (node for node in ast.walk(crash.tree) if isinstance(node, ast.Name) and node not in inside)
    return any(node.id == name and isinstance(node.ctx, ast.Store) for node in outside)


def starts_from_itself(crash: Crash, name: str, line: int) -> bool:
    """Whether every line that gives the name a value makes it of the name itself."""
    makers = [node for node in ast.walk(crash.tree) if isinstance(node, (ast.Assign, ast.AugAssign))]
    stored = [node for node in ast.walk(crash.tree) if isinstance(node, ast.Name) and node.id == name]
    lines = {node.lineno for node in stored if isinstance(node.ctx, ast.Store)}
    reading = {maker.lineno for maker in makers if isinstance(maker, ast.AugAssign) or contains_name(maker.value, name)}
    return bool(lines) and line in lines and lines <= reading
