"""Given parameters whose names an answer uses for values of its own."""

from __future__ import annotations

import ast

from slipcheck.exercise import Exercise
from slipcheck.observe import Observation
from slipcheck.observe.rewrite import is_literal

from .number_patterns import Hit


def _need_the_given(tree: ast.Module, loop: ast.For, name: str, exercise: Exercise) -> list[int]:
    """The lines after the loop that read the name; else those before it in a loop around both; else formulas in it."""
    own = {id(node) for node in ast.walk(loop)}
    names = [node for node in ast.walk(tree) if isinstance(node, ast.Name) and node.id == name and id(node) not in own]
    around = [part for part in ast.walk(tree) if isinstance(part, ast.For) and any(n is loop for n in ast.walk(part))]
    first = min((part.lineno for part in around), default=loop.lineno)
    lines = sorted({node.lineno for node in names if isinstance(node.ctx, ast.Load) and node.lineno > first})
    statements = (node for node in ast.walk(loop) if isinstance(node, ast.stmt))
    within = [node.lineno for node in statements if _is_formula_with(name, node, exercise)]
    return [line for line in lines if line > (loop.end_lineno or loop.lineno)] or lines or within


def _needing(lines: list[int], kind: str) -> str:
    """What is said of them, and of the value that they need; of many lines, the first ones."""
    if not lines:
        return ""
    *before, last = map(str, lines[:3])
    which = "the value that it had before the loop" if kind == "first" else f"the {kind} value"
    return f" Lines {', '.join(before)} and {last} need {which}." if before else f" Line {last} needs {which}."


def _another_name(loop: ast.For, name: str, needing: list[int]) -> str:
    """Where a loop needs another name than that of a parameter."""
    used = {
        node.lineno
        for statement in loop.body
        for node in ast.walk(statement)
        if isinstance(node, ast.Name) and node.id == name and node.lineno not in needing
    }
    indices = {
        node.lineno
        for node in ast.walk(loop)
        if isinstance(node, ast.Subscript) and _reads(name, node.slice) and node.lineno in needing
    }
    if not used and indices:
        return f"Use another name for the marked `{name}`, and for the index in line {min(indices)}."
    if not used:
        return f"Use another name for the marked `{name}`."
    lines = f"line{'s' if len(used) > 1 else ''} {' and '.join(map(str, sorted(used)))}"
    return f"Use another name for the marked `{name}`, and in {lines} wherever the value of the loop is meant."


def given_name_overwritten(tree: ast.Module, observation: Observation, exercise: Exercise) -> Hit:
    for node in ast.walk(tree):
        if isinstance(node, ast.Assign) and not is_literal(node.value):
            names = [target.id for target in node.targets if isinstance(target, ast.Name)]
        elif isinstance(node, ast.AugAssign) and isinstance(node.target, ast.Name):
            names = [node.target.id]
        elif isinstance(node, ast.For) and _counts_with_a_parameter(tree, node, exercise):
            name = getattr(node.target, "id", "")
            means = f"So `{name}` takes another value in each round, and keeps the last one after the loop."
            needing = _need_the_given(tree, node, name, exercise)
            kind = "given" if name in exercise.given else "first"
            has = "a given value" if name in exercise.given else "a value"
            observed = f"the loop uses the name `{name}`, which already has {has}."
            means += _needing(needing, kind)
            return node.target, observed, means, _another_name(node, name, needing)
        else:
            continue
        given = [name for name in names if name in exercise.given and _is_changed(name, observation, exercise)]
        if given:
            means = f"`{given[0]}` is a given parameter. From this line on it no longer holds its value."
            return (
                node,
                f"`{given[0]}` gets a new value.",
                means,
                "Give the new value another name, here and wherever the new value is meant.",
            )
    return count_changed(tree, exercise)


def count_changed(tree: ast.Module, exercise: Exercise) -> Hit:
    """A line of a loop that gives a count of the exercise a value made of its old one, where others need the first."""
    for loop in (node for node in ast.walk(tree) if isinstance(node, ast.For)):
        for line in (node for node in loop.body if isinstance(node, (ast.Assign, ast.AugAssign))):
            target = line.targets[0] if isinstance(line, ast.Assign) else line.target
            name = getattr(target, "id", "")
            is_changed = isinstance(line, ast.AugAssign) or _reads(name, line.value)
            own = {id(node) for node in ast.walk(line)}
            read = [node for node in ast.walk(loop) if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Load)]
            is_needed = any(node.id == name and id(node) not in own for node in read)
            if name in exercise.counts and is_changed and is_needed:
                operator = line.op if isinstance(line, ast.AugAssign) else getattr(line.value, "op", None)
                ways = [(ast.Sub, "smaller"), (ast.Add, "larger"), (object, "another number")]
                way = next(word for kind, word in ways if isinstance(operator, kind))
                means = f"So `{name}` becomes {way} in each round, and other lines need its first value."
                advice = (
                    f"Give the new number another name, or write it where it is needed, and leave `{name}` as it is."
                )
                return line, f"this line changes `{name}`.", means, advice
    return None


def _is_changed(name: str, observation: Observation, exercise: Exercise) -> bool:
    """Whether the name holds another value in the end than the given one."""
    value, given_value = observation.variables.get(name), getattr(exercise.parameters, name)
    return not isinstance(value, float) or abs(value - given_value) > 1e-9 * abs(given_value)


def _counts_with_a_parameter(tree: ast.AST, loop: ast.For, exercise: Exercise) -> bool:
    """Whether a loop counts with a parameter that is needed outside of it, or in a formula within."""
    name = getattr(loop.target, "id", "")
    if name in exercise.given and any(_is_formula_with(name, node, exercise) for node in ast.walk(loop)):
        return True
    inside = {id(node) for node in ast.walk(loop)}
    outside = (
        node
        for node in ast.walk(tree)
        if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Load) and id(node) not in inside
    )
    return name in (*exercise.given, *exercise.varied_names) and any(node.id == name for node in outside)


def _is_formula_with(name: str, node: ast.AST, exercise: Exercise) -> bool:
    """Whether a line computes a quantity whose formula has this parameter, with the name in it."""
    if not isinstance(node, ast.Assign):
        return False
    place = node.targets[0]
    target = getattr(place.value if isinstance(place, ast.Subscript) else place, "id", "")
    texts = [text for equation in exercise.equations if equation.target == target for text in equation.texts]
    return _reads(name, node.value) and any(_reads(name, ast.parse(text, mode="eval")) for text in texts)


def _reads(name: str, node: ast.AST) -> bool:
    return any(isinstance(part, ast.Name) and part.id == name for part in ast.walk(node))
