"""Lines that give a wrong value since a loop gives a name the wrong values, or has ended."""

from __future__ import annotations

import ast
from dataclasses import dataclass

from slipcheck.exercise import Exercise
from slipcheck.judge.parse import parsed

from ..formulas.pieces import called
from .answer_line import names_in
from .missing_axes import axis_needed
from .wrong_line import WrongLine

LONG = 44  # characters: a piece of more is not repeated in a sentence, since it is marked in the line above it


@dataclass(frozen=True)
class Saying:
    """What is said in place of the usual: an empty text leaves that."""

    kind: str
    observed: str
    node: ast.AST
    means: str = ""
    advice: str = ""


def of_a_loop(exercise: Exercise, source: str, wrong: WrongLine) -> Saying | None:
    """A name that a loop gives its values, where these are the wrong ones."""
    given_by = _loop_values(source, wrong)
    if given_by is None:
        return None
    base = next(
        (node.id for node in ast.walk(given_by) if isinstance(node, ast.Name) and node.id in exercise.words), ""
    )
    name = ast.unparse(wrong.fault.node)
    means = f"`{name}` should be {exercise.words[name]}." if name in exercise.words else ""
    if _is_a_range(given_by):
        means = f"`range` gives whole numbers, 0, 1, 2 and so on. {means}".strip()
    if base and base != name:
        means = f"`{base}` is {exercise.words[base]}."
    if any("random" in ast.unparse(node.func) for node in ast.walk(given_by) if isinstance(node, ast.Call)):
        means = f"It draws new random numbers.{_drawn_before(source, given_by)}"
    values = " ".join(ast.unparse(given_by).split())
    code = f"`{values}`" if len(values) <= LONG else "the marked piece"
    observed = f"{code} gives `{name}` the wrong values."
    advice = f"Which values should `{name}` take?"
    return Saying("loop over other values", observed, given_by, means, advice)


def _is_a_range(values: ast.expr) -> bool:
    """Whether they are the numbers from 0 on."""
    return isinstance(values, ast.Call) and called(values) == "range" and len(values.args) == 1


def _drawn_before(source: str, given_by: ast.expr) -> str:
    """Which line above stores random numbers of which nothing is used here."""
    for line in (node for node in ast.walk(parsed(source) or ast.Module([], [])) if isinstance(node, ast.Assign)):
        name = getattr(line.targets[0], "id", "")
        is_drawn = "random" in ast.unparse(line.value) and line.lineno < given_by.lineno
        if is_drawn and name and name not in names_in(given_by):
            return f" Those in `{name}`, from line {line.lineno}, are not used."
    return ""


def of_a_left_counter(source: str, wrong: WrongLine) -> Saying | None:
    """One place of an array, by the counter of a loop that has ended, where many values are needed."""
    if wrong.fault.kind not in ("other size", "part of it"):
        return None
    line = wrong.statement.lineno
    loops = [node for node in ast.walk(parsed(source) or ast.Module([], [])) if isinstance(node, ast.For)]
    ended = {getattr(loop.target, "id", ""): loop.lineno for loop in loops if (loop.end_lineno or line) < line}
    running = [loop for loop in loops if loop.lineno < line <= (loop.end_lineno or line)]
    ended = {name: number for name, number in ended.items() if not any(name in names_in(x.target) for x in running)}
    for node in ast.walk(wrong.statement):
        names = names_in(node.slice) & set(ended) if isinstance(node, ast.Subscript) else set()
        if isinstance(node, ast.Subscript) and names:
            name = names.pop()
            code, base = ast.unparse(node), ast.unparse(node.value)
            observed = f"`{code}` is only one place of `{base}`."
            if isinstance(node.slice, ast.Tuple):
                observed = f"`{code}` is only a part of `{base}`."
            means = f"The loop of line {ended[name]} has ended, and `{name}` keeps its last value."
            if wrong.fault.kind == "other size":
                target, have, need = wrong.fault.words
                means = f"`{target}` gets {have} here; {need} needed. {means}"
            advice = f"Should this line take a part of `{base}`, or all of it?{axis_needed(wrong, node)}"
            return Saying(wrong.fault.kind, observed, node, means, advice)
    return None


def _loop_values(source: str, wrong: WrongLine) -> ast.expr | None:
    """What a loop or a comprehension goes through, where it gives its values to the name that is a wrong one here."""
    name = getattr(wrong.fault.node, "id", None)
    if wrong.fault.kind != "other name" or name is None:
        return None
    for node in ast.walk(wrong.statement):
        if isinstance(node, ast.comprehension) and getattr(node.target, "id", None) == name:
            return node.iter
    line = wrong.statement.lineno
    for node in ast.walk(parsed(source) or ast.Module([], [])):
        if isinstance(node, ast.For) and node.lineno < line <= (node.end_lineno or 0):
            values = node.target.elts[1:] if isinstance(node.target, ast.Tuple) else []
            if name in [getattr(target, "id", None) for target in values]:
                return node.iter
    return None
