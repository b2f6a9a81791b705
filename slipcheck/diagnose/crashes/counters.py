"""The names with which loops count, where another one is used inside."""

from __future__ import annotations

import ast

from ..formulas.pieces import called
from .crash import Crash, Explained


def name_in_brackets(crash: Crash, name: str) -> tuple[str, str] | None:
    """The name that a ``for`` in brackets gives its values and that nothing there reads, where another is read."""
    for node in crash.within(ast.ListComp, ast.GeneratorExp):
        target = node.generators[0].target
        if isinstance(target, ast.Name) and not _is_read(target.id, node):
            counts = (
                called(node.generators[0].iter) == "range" if isinstance(node.generators[0].iter, ast.Call) else False
            )
            means = (
                f"After `for`, {'the counter has' if counts else 'each value of the list gets'} the name `{target.id}`."
            )
            entry = _entry(node.elt, node.generators[0].iter, name)
            if entry:
                return means, f"This name stands for the value itself. Write this name in place of `{entry}`."
            return means, f"Use one name for both: after `for`, and in place of `{name}`."
    return None


def counter_around(crash: Crash, name: str) -> tuple[str, str] | None:
    """The name with which the loop around counts, where another is used inside."""
    line = crash.failure.get("line") or 0
    loops = [n for n in ast.walk(crash.tree) if isinstance(n, ast.For) and n.lineno < line <= (n.end_lineno or 0)]
    for loop in reversed(loops):
        unread = _unread_target(loop)
        is_place = name in crash.exercise.loops and not _counts(loop, unread)
        if unread is not None and not is_place:
            means = (
                f"The loop of line {loop.lineno} gives its values to `{unread}`, and nothing in it reads `{unread}`."
            )
            entry = "" if _counts(loop, unread) else _entry(loop, loop.iter, name)
            if entry:
                return means, f"This name stands for the value itself. Write this name in place of `{entry}`."
            return means, f"Use one name for both: in line {loop.lineno}, and in place of `{name}`."
        if name in crash.exercise.loops and isinstance(loop.target, ast.Name) and _counts(loop):
            means = f"The loop of line {loop.lineno} counts with `{loop.target.id}`."
            return means, f"Use one name for both: in line {loop.lineno}, and in place of `{name}`."
    return None


def _entry(node: ast.AST, values: ast.expr, name: str) -> str:
    """The entry with the index ``name`` of the values that a ``for`` goes through, where it is read; or ""."""
    for part in ast.walk(node):
        is_read = isinstance(part, ast.Subscript) and isinstance(part.ctx, ast.Load)
        if is_read and ast.unparse(part) == f"{ast.unparse(values)}[{name}]":
            return ast.unparse(part)
    return ""


def _is_read(name: str, node: ast.AST) -> bool:
    return any(isinstance(n, ast.Name) and n.id == name and isinstance(n.ctx, ast.Load) for n in ast.walk(node))


def _counts(loop: ast.For, name: str | None = None) -> bool:
    """Whether the loop gives its name, or the one that is asked for, whole numbers in a row."""
    function = called(loop.iter) if isinstance(loop.iter, ast.Call) else ""
    is_first = isinstance(loop.target, ast.Tuple) and getattr(loop.target.elts[0], "id", "") == name
    return function == "range" or (function == "enumerate" and (is_first or name is None))


def _unread_target(loop: ast.For) -> str | None:
    """A name that the loop gives its values to, and that no line in it reads."""
    read = {n.id for s in loop.body for n in ast.walk(s) if isinstance(n, ast.Name) and isinstance(n.ctx, ast.Load)}
    targets = [n.id for n in ast.walk(loop.target) if isinstance(n, ast.Name)]
    return next((target for target in targets if target not in read), None)


def number_of_the_round(crash: Crash, name: str) -> tuple[str, str] | None:
    """A counter of the exercise's, in a loop that goes through values and does not count."""
    line = crash.failure.get("line") or 0
    loops = [n for n in ast.walk(crash.tree) if isinstance(n, ast.For) and n.lineno < line <= (n.end_lineno or 0)]
    if name not in crash.exercise.loops or not loops or not isinstance(loops[-1].target, ast.Name):
        return None
    loop = loops[-1]
    if isinstance(loop.iter, ast.Call):
        return None
    means = f"The loop of line {loop.lineno} gives `{ast.unparse(loop.target)}` values, not the number of the round."
    return means, "Which function gives both in each round?"


def appends_to_itself(crash: Crash, name: str, line: str) -> Explained:
    """A list in brackets with a ``for`` whose every value is put at the end of the same list."""
    target = crash.statement.targets[0] if isinstance(crash.statement, ast.Assign) else None
    made = next(crash.within(ast.ListComp), None)
    call = made.elt if made is not None and getattr(target, "id", "") == name else None
    if not isinstance(call, ast.Call) or ast.unparse(call.func) != f"{name}.append":
        return None
    means = "Brackets with `for` in them make the list by themselves: each round adds what comes before `for`."
    return "unknown name", f"`{name}` has no value inside its own brackets.", means, f"Leave out `{name}.append`.", call
