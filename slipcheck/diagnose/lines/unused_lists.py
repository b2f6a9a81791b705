"""Lines that do without the list or array of which the right formula takes all values."""

from __future__ import annotations

import ast
import re

import numpy as np

from ..formulas.pieces import called
from ..values import value_of
from .answer_line import names_in
from .few_values import KINDS, taken_as_a_whole
from .special_loops import Saying
from .wrong_line import WrongLine


def of_an_unused_list(source: str, wrong: WrongLine) -> Saying | None:
    """A line without the list or array that its formula takes as a whole, and without anything made of it."""
    value = getattr(wrong.statement, "value", None)
    if wrong.fault.kind not in KINDS or not isinstance(value, ast.expr):
        return None
    for name in sorted(taken_as_a_whole(wrong)):
        made = _made_of(source, name)
        if wrong.equation.target in made:  # another line takes the values
            continue
        if names_in(value) & made or any(name in _made_of(source, used) for used in _lists(wrong)):
            continue
        observed = f"this line does not use `{name}` at all."
        means = f"The text computes {wrong.equation.called} from the values of `{name}`."
        return Saying("unused list", observed, value, means, f"What does the text do with the values of `{name}`?")
    return None


def _lists(wrong: WrongLine) -> list[str]:
    """The lists and arrays that the line uses."""
    names = wrong.execution.names
    return [name for name in names_in(wrong.statement.value) if np.ndim(names.get(name, 0)) > 0]  # type: ignore[attr-defined]


def _made_of(source: str, name: str) -> set[str]:
    """The name, and all that lines give a value from it, directly or not."""
    given = [_given(node) for node in ast.walk(ast.parse(source))]
    made = {name}
    while True:
        more = {other for names, used in given if used & made for other in names} - made - {"np", "plt"}
        if not more:
            return made
        made |= more


def _given(node: ast.AST) -> tuple[set[str], set[str]]:
    """The names that a statement gives a value or a further entry, and the names that these come from."""
    if isinstance(node, ast.Assign):
        return {name for target in node.targets for name in names_in(target)}, names_in(node.value)
    if isinstance(node, ast.AugAssign):
        return names_in(node.target), names_in(node.value)
    if isinstance(node, ast.For):
        return names_in(node.target), names_in(node.iter)
    if isinstance(node, ast.FunctionDef):
        return {node.name}, {part.id for part in ast.walk(node) if isinstance(part, ast.Name)}
    if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute):  # as a list gets a value by append
        return names_in(node.func.value), {name for argument in node.args for name in names_in(argument)}
    return set(), set()


def of_mean_squares(source: str, wrong: WrongLine) -> Saying | None:
    """Squares whose mean a line below takes, to subtract the square of the mean."""
    target, names = wrong.equation.target, wrong.execution.names
    squared = any(_is_square_of(wrong, names.get(name)) for name in taken_as_a_whole(wrong))
    if not squared or wrong.value is None:
        return None
    for line in (node for node in ast.walk(ast.parse(source)) if isinstance(node, ast.Assign)):
        difference = line.value
        if line.lineno <= wrong.statement.lineno or target not in names_in(difference):
            continue
        if not isinstance(difference, ast.BinOp) or not isinstance(difference.op, ast.Sub):
            return None
        squares = np.asarray(wrong.value)
        text = re.sub(
            rf"(?:np|numpy)\.mean\({target}\)", f"(sum({target}) / len({target}))", ast.unparse(difference.left)
        )
        taken = value_of(ast.parse(text, mode="eval").body, {**names, target: squares})
        root = _root(difference.right)
        mean = value_of(root, names) if root is not None else None
        if not _are_alike(taken, squares.mean()) or mean is None:
            return None
        observed = f"this line and line {line.lineno} compute the mean of the squares minus the square of the mean."
        means = "The variance that is computed so is divided by the number of values."
        advice = "By what does the text divide? Compare both lines with the two formulas of the text."
        return Saying("mean of squares", observed, wrong.statement, means, advice)
    return None


def of_roots_in_a_sum(source: str, wrong: WrongLine) -> Saying | None:
    """The root of each value that a sum adds, where the text has the root of what the sum gives."""
    has_root = any(is_root(ast.parse(text, mode="eval").body) for text in wrong.equation.texts)
    sums = [node for node in ast.walk(wrong.statement) if isinstance(node, ast.Call) and called(node) == "sum"]
    made = {ast.unparse(s.targets[0]): s.value for s in ast.walk(ast.parse(source)) if isinstance(s, ast.Assign)}
    added = [made.get(ast.unparse(node.args[0]), node.args[0]) for node in sums if node.args]
    lists = [node for node in added if isinstance(node, (ast.ListComp, ast.GeneratorExp))]
    values = next((node for node in lists if is_root(node.elt)), None)
    if not has_root or values is None:
        return None
    observed = "the root is taken of each value, and then the roots are added."
    means = "The root of a sum is not the sum of the roots."
    return Saying("roots in a sum", observed, values, means, "What does the text compute first: the sum, or the root?")


def is_root(node: ast.AST) -> bool:
    """Whether a piece is a square root, as a function or as a power."""
    if isinstance(node, ast.Call):
        return called(node) == "sqrt"
    is_power = isinstance(node, ast.BinOp) and isinstance(node.op, ast.Pow)
    return is_power and ast.unparse(node.right) in ("0.5", "1 / 2")  # type: ignore[attr-defined]


def _is_square_of(wrong: WrongLine, values: object) -> bool:
    """Whether the line gives the square of each of the values."""
    given = np.asarray(wrong.value)
    if not isinstance(values, (list, np.ndarray)) or np.shape(values) != given.shape:
        return False
    numbers = np.asarray(values)
    return numbers.dtype.kind == "f" and bool(np.allclose(numbers**2, given, atol=0))


def _root(node: ast.expr) -> ast.expr | None:
    """What is squared."""
    if not isinstance(node, ast.BinOp):
        return None
    if isinstance(node.op, ast.Pow) and ast.unparse(node.right) == "2":
        return node.left
    is_product = isinstance(node.op, ast.Mult) and ast.unparse(node.left) == ast.unparse(node.right)
    return node.left if is_product else None


def _are_alike(value: object, other: float) -> bool:
    return isinstance(value, (float, np.floating)) and bool(np.isclose(value, other, rtol=1e-9, atol=0))
