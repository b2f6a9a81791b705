"""A new value in a loop under a name that no other line reads."""

from __future__ import annotations

import ast

from ..formulas.pieces import contains_name
from ..numbers.number_patterns import Hit

Step = ast.Assign | ast.AugAssign


def lost_value(tree: ast.Module, step: Step, name: str, state: str, counter: str) -> Hit:
    """Where the name gets its last value; the step should change the ``state``, and time is counted by ``counter``."""
    last = max(_steps_to(tree, name), key=lambda statement: statement.lineno)
    copied = last.value.value if isinstance(last.value, ast.Subscript) else last.value
    if isinstance(last, ast.Assign) and getattr(copied, "id", "") == state != name and _hides(tree, last, name):
        place = ast.unparse(last.value)
        observed = f"`{ast.unparse(last)}` gives `{name}` the value of `{place}`."
        means = f"So the value that `{name}` had is lost, and `{place}` keeps its own."
        return last, observed, means, "Which of the two should get a value in this line?"
    means, advice = _lost(tree, step, name, state, counter)
    return last, f"the new value is stored as `{name}`.", means, advice


def _loops(tree: ast.Module) -> list[ast.For | ast.While]:
    return [node for node in ast.walk(tree) if isinstance(node, (ast.For, ast.While))]


def _steps_to(tree: ast.Module, name: str) -> list[Step]:
    """The lines in loops that give the name a value."""
    steps = [node for loop in _loops(tree) for node in ast.walk(loop) if isinstance(node, (ast.Assign, ast.AugAssign))]
    return [s for s in steps if getattr(s.targets[0] if isinstance(s, ast.Assign) else s.target, "id", "") == name]


def _hides(tree: ast.Module, copy: ast.Assign, name: str) -> bool:
    """Whether a line above it in the same block gives the name a computed value."""
    blocks = [loop.body for loop in _loops(tree) if copy in loop.body]
    computed = [step for step in _steps_to(tree, name) if not isinstance(step.value, (ast.Name, ast.Subscript))]
    return any(step in block and step.lineno < copy.lineno for block in blocks for step in computed)


def _lost(tree: ast.Module, step: Step, name: str, state: str, counter: str) -> tuple[str, str]:
    """Of a new value that no other line reads: why it is lost, and where it should go."""
    for loop in _loops(tree):
        for other in loop.body if step in loop.body else []:
            is_taken = isinstance(other, ast.Assign) and getattr(other.targets[0], "id", "") == name
            if isinstance(other, ast.Assign) and is_taken and isinstance(other.value, ast.Subscript):
                place, values = ast.unparse(other.value), ast.unparse(other.value.value)
                if contains_name(other.value.slice, counter):  # each step fills another place
                    means = f"Line {other.lineno} takes `{name}` from `{values}`. The new value is not stored there."
                    return means, f"Which place of `{values}` should get the new value?"
                means = f"Line {other.lineno} takes `{name}` from `{place}`. The new value does not go back there."
                return means, f"Store the new value in `{place}` too, where the next time step finds it."
    means = f"Nothing reads `{name}`, so `{state}` keeps its first value."
    return means, "Store the new value under the name that the next round reads."
