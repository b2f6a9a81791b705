"""ValueError and TypeError: lists and arrays of lengths and shapes that do not fit together."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator

import numpy as np

from slipcheck.observe.rewrite import is_literal

from ..formulas.pieces import called
from ..values import kind_of, many, size_of
from .crash import Crash, Explained, in_several_places, round_brackets
from .loop_values import names_without_index
from .plotted import plotted, scattered
from .truth_values import condition

ARRAY_FOR_NUMBER = (
    r"only (length-1|size-1|0-dimensional)|setting an array element|inhomogeneous|truth value of an array"
    r"|unsupported format string passed to (numpy\.)?(ndarray|list|tuple|builtin|method|function)|float\(\) argument"
)


def array_for_number(crash: Crash) -> Explained:
    if not re.search(ARRAY_FOR_NUMBER, crash.text):
        return None
    if "format string" in crash.text:
        return _formatted(crash)
    if "truth value" in crash.text:
        return condition(crash)
    statement = crash.statement
    if not isinstance(statement, ast.Assign) or not isinstance(statement.targets[0], ast.Subscript):
        return None
    target = crash.code(statement.targets[0])
    observed = f"this line tries to store many values in `{target}`."
    for node in _outside_brackets(statement.value):
        explained = None if _has_index(statement.value, node) else _of_many(crash, node, target)
        if explained is not None:
            return "many for one", observed, *explained
    row = next((n for n in ast.walk(statement.value) if _takes_a_row(crash, n)), None)
    if isinstance(row, ast.Subscript):
        name, size = crash.code(row.value), np.shape(crash.values.of(row.value))
        table = f"{many(size[0], 'row')} and {many(size[1], 'column')}"
        means = f"`{name}` is a table of {table}, so `{crash.code(row)}` is a whole row. One number is needed."
        advice = f"Which index picks one value of this row, and should `{name}` be a table?"
        return "many for one", observed, means, advice, row
    given = _whole_arrays_given(crash, statement.value)
    if given:
        names = " and ".join(f"`{name}`" for name in given)
        means = f"`{crash.code(getattr(statement.value, 'func', None))}` gets all values of {names}."
        return "many for one", observed, means, f"Which one value of {names} does this round need?"
    index = statement.targets[0].slice
    parts = index.elts if isinstance(index, ast.Tuple) else [index]
    if any(isinstance(part, ast.Slice) for part in parts):
        means = f"Each place of `{target}` takes one number."
        return "many for one", observed, means, "Which values of the right side are more than one number?"
    return "many for one", observed, f"`{target}` is a place for one number.", "Make the right side one number."


def _whole_arrays_given(crash: Crash, call: ast.expr) -> list[str]:
    """The names of arrays that a function of the answer gets as a whole."""
    functions = {node.name for node in ast.walk(crash.tree) if isinstance(node, ast.FunctionDef)}
    if not isinstance(call, ast.Call) or called(call) not in functions:
        return []
    names = [argument for argument in call.args if isinstance(argument, ast.Name)]
    return [name.id for name in names if np.ndim(crash.values.of(name)) and not isinstance(crash.values.of(name), dict)]


def _outside_brackets(root: ast.expr) -> Iterator[ast.expr]:
    """The pieces that are neither in an index nor given to a function, but for NumPy's functions of each value."""
    pieces = [root]
    while pieces:
        node = pieces.pop(0)
        yield node
        is_of_each = isinstance(node, ast.Call) and isinstance(getattr(np, called(node), None), np.ufunc)
        if isinstance(node, ast.Subscript):
            pieces.append(node.value)
        elif not isinstance(node, ast.Call) or is_of_each:
            pieces += [part for part in ast.iter_child_nodes(node) if isinstance(part, ast.expr)]


def _formatted(crash: Crash) -> Explained:
    """A list or an array in a format for one number."""
    for part in crash.within(ast.FormattedValue):
        value = crash.values.of(part.value)
        code = crash.code(part.value)
        if isinstance(part.value, ast.Tuple) and part.format_spec is not None:
            names = " and ".join(f"`{ast.unparse(element)}`" for element in part.value.elts[:3])
            means = "A format shows one number. Each value needs its own curly brackets, with its own format."
            advice = "Close the bracket after each format, and open a new one for the next value."
            return "many for one", f"{names} are in one pair of curly brackets.", means, advice
        if value is not None and not isinstance(value, (int, float, np.number)):
            group = tuple(value) if isinstance(value, list) and "tuple.__format__" in crash.text else value
            means = f"`{code}` is {kind_of(group)}; this format shows one number."
            observed = f"`{code}` cannot be shown with this format."
            advice = "Which name holds the one number of this step?"
            if isinstance(part.value, ast.Name) and isinstance(value, np.ndarray):
                advice = f"Which index picks the one value of `{code}` for this step?"
            if isinstance(part.value, ast.Name) and isinstance(value, list):
                advice = f"Which index picks the one value of `{code}` that is needed?"
            return "many for one", observed, means, advice
    return None


def _of_many(crash: Crash, node: ast.AST, target: str) -> tuple[str, str, ast.AST] | None:
    """What it means and what to try where a piece of the right side is a list or an array; the piece to mark."""
    value = crash.values.of(node)
    if isinstance(node, ast.Tuple) and len(node.elts) == 1:
        return "The marked comma makes a group of one value, and no number.", "Delete the comma.", node
    if not isinstance(value, (list, np.ndarray)):
        return None
    if isinstance(node, ast.Subscript) and isinstance(node.slice, ast.Slice):
        means = f"`{crash.code(node)}` is {kind_of(value)}, and `{target}` is one place."
        return means, f"Which one value of `{crash.code(node.value)}` belongs to this step?", node
    if isinstance(node, ast.Name) and np.ndim(value):
        means = f"`{target}` is one place. `{node.id}` is {kind_of(value)}, and has no index here."
        others = [name for name in names_without_index(crash, value) if name != node.id]
        alike = f" The same holds for {' and '.join(f'`{name}`' for name in others)}." if others else ""
        both = " and ".join(f"`{name}`" for name in (node.id, *others))
        return means + alike, _value_of_the_loop(crash, node.id) or f"Give {both} an index too.", node
    return None


def _value_of_the_loop(crash: Crash, name: str) -> str:
    """What to try where a loop takes one value after the other from the array."""
    for loop in (node for node in ast.walk(crash.tree) if isinstance(node, ast.For)):
        goes_through = any(isinstance(n, ast.Name) and n.id == name for n in ast.walk(loop.iter))
        targets = loop.target.elts if isinstance(loop.target, ast.Tuple) else [loop.target]
        if goes_through:
            given = crash.code(targets[-1])
            return f"The loop of line {loop.lineno} gives one value of `{name}` in each round: is `{given}` meant?"
    return ""


def _takes_a_row(crash: Crash, node: ast.AST) -> bool:
    """One index for a table."""
    if not isinstance(node, ast.Subscript) or isinstance(node.slice, (ast.Tuple, ast.Slice)):
        return False
    return np.ndim(crash.values.of(node.value)) == 2


def _has_index(root: ast.AST, name: ast.AST) -> bool:
    return any(isinstance(node, ast.Subscript) and node.value is name for node in ast.walk(root))


def sizes(crash: Crash) -> Explained:
    plot = re.search(r"x and y must have same first dimension, but have shapes (\(.*?\)) and (\(.*?\))", crash.text)
    call = next((n for n in crash.within(ast.Call) if called(n) in ("plot", "scatter")), None)
    if "x and y must be the same size" in crash.text and call is not None and len(call.args) >= 2:
        return scattered(crash, call)
    if plot and call is not None and len(call.args) >= 2:
        return plotted(crash, call, plot[1], plot[2])
    shapes = re.findall(r"\(\d*,?[\d,]*\)", crash.text)
    if "broadcast" in crash.text and len(shapes) >= 2:
        return _broadcast(crash, shapes)
    if isinstance(crash.statement, ast.For) and isinstance(crash.statement.iter, ast.Subscript):
        base = crash.code(crash.statement.iter.value)
        if base in ("enumerate", "range", "zip"):
            observed = f"`{base}` is followed by square brackets."
            means = f"`{base}` is a function, and a function is called with round brackets."
            advice = round_brackets(crash, crash.statement.iter)
            return "square brackets for a call", observed, means, advice, crash.statement.iter
    unpack = re.search(r"(not enough|too many) values to unpack \(expected (\d+)", crash.text)
    if unpack is None:
        return None
    if isinstance(crash.statement, ast.For) and isinstance(crash.statement.iter, ast.Tuple):
        several = crash.statement.iter
        first = f"`{crash.code(several.elts[0])}`" if several.elts else "the first piece"
        observed = "there is only a comma between the pieces after `in`."
        means = f"So the first round takes all of {first} at once. Its values do not fit the {unpack[2]} names."
        return "group in a loop", observed, means, _with_their_indices(crash, several), several
    of_numbers = comma_missing(crash, int(unpack[2]))
    if of_numbers is not None:
        return of_numbers
    few = "fewer" if unpack[1] == "not enough" else "more"
    means = f"There are {unpack[2]} names on the left; the right side gives {few} values."
    return "unpacking", "the values cannot be shared among the names.", means, "Count the names and the values."


def comma_missing(crash: Crash, needed: int) -> Explained:
    """Of values for several names, one too few: the one number with a sign before a second one."""
    value = crash.statement.value if isinstance(crash.statement, ast.Assign) else None
    pieces = value.elts if isinstance(value, ast.Tuple) else [value]
    sums = [part for part in pieces if isinstance(part, ast.BinOp) and isinstance(part.op, (ast.Sub, ast.Add))]
    joined = [part for part in sums if is_literal(part.left) and is_literal(part.right)]
    if len(joined) != 1 or len(pieces) != needed - 1:
        return None
    means = f"Python computes `{crash.code(joined[0])}`: that is one value, and the {needed} names need {needed}."
    return "comma missing", "a comma is missing between two numbers.", means, "Put a comma between them.", joined[0]


def _with_their_indices(crash: Crash, several: ast.Tuple) -> str:
    """What to try where a loop gets the pieces one after the other that it should take in pairs."""
    values = [crash.values.of(piece) for piece in several.elts]
    if len(values) == 2 and isinstance(values[1], (list, np.ndarray)) and isinstance(several.elts[0], ast.Call):
        numbers = values[0] if isinstance(values[0], range) else None
        if numbers is not None and numbers == range(len(values[1])):
            code = crash.code(several.elts[1])
            return f"`enumerate` gives each value of `{code}` with its index. It needs only `{code}` in its brackets."
    return "Which function gives one value of each in every round?"


def _broadcast(crash: Crash, shapes: list[str]) -> Explained:
    for node in crash.within(ast.Subscript):
        value = crash.values.of(node.value)
        if isinstance(node.slice, ast.Slice) and isinstance(value, np.ndarray) and value.ndim == 2:
            base = crash.code(node.value)
            means = f"Without a comma `{crash.code(node)}` takes rows of `{base}`."
            marked = node
            several = ""
            if node.slice.lower is None and node.slice.upper is None:
                means = f"`{crash.code(node)}` is all of `{base}`, so the square brackets after it take a row."
                indexed = [part for part in ast.walk(crash.statement or node) if isinstance(part, ast.Subscript)]
                pairs = [outer for outer in indexed if isinstance(outer.value, ast.Subscript)]
                marked = next((outer for outer in pairs if outer.value is node), node)
                several = in_several_places(pairs)
            advice = f"For a column, put a colon and a comma before its number.{several}"
            if node.slice.lower is None and node.slice.upper is not None:
                indexed = [part for part in ast.walk(crash.statement or node) if isinstance(part, ast.Subscript)]
                alike = [part for part in indexed if isinstance(part.slice, ast.Slice) and part.slice.lower is None]
                advice = f"A comma is missing between the colon and `{crash.code(node.slice.upper)}`."
                advice += in_several_places(alike)
            return "comma missing", "two arrays of different shape meet.", means, advice, marked
    inside = list(crash.within(ast.Subscript))
    row = next((part for part in inside if crash.is_row(part)), None)
    if row is not None:
        base = crash.code(row.value)
        means = f"`{crash.code(row)}` takes a row of `{base}`, and here a column is needed."
        advice = "For a column, put a colon and a comma before its number."
        return "row for column", "two arrays of different shape meet.", means, advice, row
    for node in crash.within(ast.BinOp, ast.Assign):
        sides = [node.left, node.right] if isinstance(node, ast.BinOp) else [node.targets[0], node.value]
        first, second = (crash.values.of(side) for side in sides)
        if isinstance(first, np.ndarray) and isinstance(second, np.ndarray) and first.shape != second.shape:
            means = f"`{crash.code(sides[0])}` has {size_of(first)}, `{crash.code(sides[1])}` has {size_of(second)}."
            advice = _which_values({first.ndim, second.ndim})
            return "shapes differ", "two arrays of different shape meet.", means, advice
    parts = dict.fromkeys(
        f"`{crash.code(node)}` has {size_of(value)}"
        for node in inside
        if isinstance(value := crash.values.of(node), np.ndarray) and value.ndim
    )
    means = "; ".join(list(parts)[:3]) + "." if parts else f"One has shape {shapes[0]}, the other {shapes[1]}."
    advice = _which_values({len(re.findall(r"\d+", shape)) for shape in shapes[:2]})
    return "shapes differ", "two arrays of different shape meet.", means, advice


def _which_values(dimensions: set[int]) -> str:
    """What to ask where a table meets a row of numbers, or two rows of other lengths meet."""
    if dimensions == {1, 2}:
        return "Which index takes one column of the table?"
    return "Which values are needed here? Arrays that meet in a calculation need the same number of values."
