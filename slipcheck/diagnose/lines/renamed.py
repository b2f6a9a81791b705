"""Names of the student's own for a quantity of the exercise, which starts as the text says and is stepped in a loop."""

from __future__ import annotations

import ast

from slipcheck.exercise import Exercise
from slipcheck.judge.parse import parsed

from .answer_line import names_in
from .line_values import changes


def renamed(exercise: Exercise, source: str) -> dict[str, str]:
    """The exercise's name for each such name."""
    tree = parsed(source) or ast.Module([], [])
    used = names_in(tree)
    found: dict[str, str] = {}
    for equation in exercise.equations:
        if equation.depth or equation.is_entry or equation.target in used:
            continue
        if equation.target not in (exercise.state.names if exercise.state is not None else ()):
            continue
        names = [name for text in equation.texts for name in _started(tree, text) if _is_stepped(tree, name)]
        if len(names) == 1 and names[0] not in exercise.words:
            found[names[0]] = equation.target
    return found


def _started(tree: ast.Module, text: str) -> list[str]:
    """The names that get this value before any loop."""
    lines = [line for line in tree.body if isinstance(line, ast.Assign) and ast.unparse(line.value) == text]
    return [target.id for line in lines for target in line.targets if isinstance(target, ast.Name)]


def _is_stepped(tree: ast.Module, name: str) -> bool:
    """Whether a line of a loop makes the name's new value from its old one."""
    loops = [node for node in ast.walk(tree) if isinstance(node, (ast.For, ast.While))]
    lines = [node for loop in loops for node in ast.walk(loop) if isinstance(node, ast.stmt)]
    return any(changes(line, name) or _changes_a_place(line, name) for line in lines)


def _changes_a_place(line: ast.stmt, name: str) -> bool:
    target = line.targets[0] if isinstance(line, ast.Assign) else getattr(line, "target", None)
    return isinstance(target, ast.Subscript) and getattr(target.value, "id", None) == name
