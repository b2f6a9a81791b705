"""The names with which loops count, where another one is used inside."""

from __future__ import annotations

import ast

from .crash import Crash


def counter_around(crash: Crash, name: str) -> tuple[str, str] | None:
    """The name with which the comprehension or the loop around counts, where another is used inside."""
    line = crash.failure.get("line") or 0
    for node in crash.within(ast.ListComp):
        target = node.generators[0].target
        if isinstance(target, ast.Name):
            means = f"After `for`, each value of the list gets the name `{target.id}`."
            return means, f"Use one name for both: after `for`, and in place of `{name}`."
    loops = [n for n in ast.walk(crash.tree) if isinstance(n, ast.For) and n.lineno < line <= (n.end_lineno or 0)]
    for loop in reversed(loops):
        unread = _unread_target(loop)
        if unread is not None:
            means = (
                f"The loop of line {loop.lineno} gives its values to `{unread}`, and nothing in it reads `{unread}`."
            )
            return means, f"Use one name for both: in line {loop.lineno}, and in place of `{name}`."
        if name in crash.exercise.loops and isinstance(loop.target, ast.Name):
            means = f"The loop of line {loop.lineno} counts with `{loop.target.id}`."
            return means, f"Use one name for both: in line {loop.lineno}, and in place of `{name}`."
    return None


def _unread_target(loop: ast.For) -> str | None:
    """A name that the loop gives its values to, and that no line in it reads."""
    read = {n.id for s in loop.body for n in ast.walk(s) if isinstance(n, ast.Name) and isinstance(n.ctx, ast.Load)}
    targets = [n.id for n in ast.walk(loop.target) if isinstance(n, ast.Name)]
    return next((target for target in targets if target not in read), None)
