"""Groups of values, which Python calls tuples: made by a comma, by a loop, or by a function."""

from __future__ import annotations

import ast
from typing import Any

from ..formulas.pieces import called
from ..values import kind_of
from .crash import Crash, Explained
from .decimal_commas import decimal_comma

SHAPED = ("ones", "zeros", "empty", "full", "random", "rand")  # functions that a shape is given to
GROUPING = {"enumerate": "the index and the value", "zip": "one value of each list that it goes through"}


def groups(tree: ast.Module) -> set[str]:
    """The names that hold a tuple wherever they get a value."""
    given: dict[str, list[bool]] = {}
    functions = functions_of_groups(tree)
    for node in ast.walk(tree):
        if isinstance(node, ast.Assign):
            is_group = isinstance(node.value, ast.Tuple) or _called_function(node.value) in functions
            for name in (target.id for target in node.targets if isinstance(target, ast.Name)):
                given.setdefault(name, []).append(is_group)
        elif isinstance(node, ast.For) and isinstance(node.target, ast.Name):
            given.setdefault(node.target.id, []).append(_gives_groups(node))
        elif isinstance(node, ast.For) and _zipped(node) is not None:
            given.setdefault(ast.unparse(node.target.elts[1]), []).append(True)  # type: ignore[attr-defined]
    return {name for name, are_tuples in given.items() if all(are_tuples)}


def _zipped(loop: ast.For) -> ast.Call | None:
    """The zip whose groups a loop with two names counts."""
    inner = loop.iter.args[0] if isinstance(loop.iter, ast.Call) and loop.iter.args else None
    is_pair = isinstance(loop.target, ast.Tuple) and len(loop.target.elts) == 2
    is_counted = isinstance(loop.iter, ast.Call) and called(loop.iter) == "enumerate"
    return inner if is_pair and is_counted and isinstance(inner, ast.Call) and called(inner) == "zip" else None


def functions_of_groups(tree: ast.Module) -> dict[str, ast.Return]:
    """The answer's own functions that give back several values, each with its line that does."""
    functions = {}
    for function in (node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef)):
        returned = [node for node in ast.walk(function) if isinstance(node, ast.Return)]
        if returned and all(isinstance(node.value, ast.Tuple) for node in returned):
            functions[function.name] = returned[-1]
    return functions


def _called_function(node: ast.expr) -> str:
    return called(node) if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) else ""


def _gives_groups(loop: ast.For) -> bool:
    return isinstance(loop.iter, ast.Call) and called(loop.iter) in GROUPING


def tuple_for_number(crash: Crash, side: ast.AST, value: Any) -> Explained:
    """A tuple in a calculation: written there, or held by a name."""
    if isinstance(side, ast.Name) and isinstance(value, tuple):
        return group_of_a_loop(crash, side) or _of_a_line(crash, side, value)
    if isinstance(side, ast.Name) and isinstance(value, list) and "tuple" in crash.text:
        return group_of_a_loop(crash, side)
    if not isinstance(side, ast.Tuple):
        return None
    code = crash.code(side)
    comma = decimal_comma(crash, side)
    if comma is not None:
        return comma
    shaped = _shape_with_more(crash, side)
    if shaped is not None:
        return shaped
    if len(side.elts) == 1:
        means = "The comma makes a group of one value, and Python does not calculate with a group."
        return "trailing comma", f"`{code}` has a comma after its value.", means, "Delete the comma.", side
    if isinstance(crash.node, ast.BinOp) and isinstance(crash.node.op, ast.Mult) and _is_an_interval(crash, side):
        means = f"`{code}` is a group of {len(side.elts)} values. A number cannot be multiplied by an interval."
        advice = "Work with single numbers: one to multiply, one to add."
        return "comma", f"`{code}` is where one number belongs.", means, advice
    observed = f"`{code}` has a comma, so it is more than one value."
    return "comma", observed, "A comma separates values.", "Which sign belongs there?"


def _shape_with_more(crash: Crash, side: ast.Tuple) -> Explained:
    """A calculation with the shape that a function should get alone."""
    calls = [n for n in ast.walk(crash.tree) if isinstance(n, ast.Call) and n.args and n.args[0] is crash.node]
    if not calls or called(calls[0]) not in SHAPED or getattr(crash.node, "left", None) is not side:
        return None
    function = crash.code(calls[0].func)
    observed = f"the bracket of `{function}` encloses more than the shape."
    means = f"`{crash.code(side)}` is the shape, and Python cannot calculate with it."
    return "bracket", observed, means, f"Where should the bracket of `{function}` close?", calls[0].args[0]


def _is_an_interval(crash: Crash, side: ast.Tuple) -> bool:
    """Whether it is two plain numbers, the smaller one first."""
    numbers = [crash.values.of(part) for part in side.elts]
    is_plain = all(isinstance(number, (int, float)) for number in numbers) and len(numbers) == 2
    return is_plain and numbers[0] < numbers[1] and not any(isinstance(n, ast.Name) for n in ast.walk(side))


def _of_a_line(crash: Crash, side: ast.Name, value: tuple[Any, ...]) -> Explained:
    """A name to which a line gives a tuple: at the comma's line."""
    assigned = [node for node in ast.walk(crash.tree) if isinstance(node, ast.Assign)]
    makers = [node.value for node in assigned if any(getattr(target, "id", "") == side.id for target in node.targets)]
    several = _of_a_function(crash, side, makers)
    if several is not None:
        return several
    maker = next((made for made in makers if isinstance(made, ast.Tuple)), None)
    if maker is None:
        return None
    stops = f" So line {crash.failure['line']} stops with an error."
    comma = decimal_comma(crash, maker, stops)
    if comma is not None:
        return comma
    if len(value) == 1:
        means = f"The comma makes a group of one value, and Python does not calculate with a group.{stops}"
        return "trailing comma", f"`{side.id}` gets a value with a comma after it.", means, "Delete the comma.", maker
    means = f"Python does not calculate with a group.{stops}"
    return "comma", f"`{side.id}` gets {kind_of(value)}.", means, f"Which one value should `{side.id}` hold?", maker


def _of_a_function(crash: Crash, side: ast.Name, makers: list[ast.expr]) -> Explained:
    """A name that gets all values that a function of the answer gives back."""
    functions = functions_of_groups(crash.tree)
    call = next((made for made in makers if _called_function(made) in functions), None)
    if not isinstance(call, ast.Call):
        return None
    returned = functions[called(call)]
    count = len(returned.value.elts) if isinstance(returned.value, ast.Tuple) else 0
    means = f"Line {returned.lineno} returns {count} values, and `{side.id}` holds all of them as a group."
    means = f"{means} Python does not calculate with a group, so line {crash.failure['line']} stops."
    observed = f"`{called(call)}` gives back {count} values, and there is one name for them."
    return "group for a number", observed, means, "Write one name for each value, with commas between them.", call


def group_of_a_loop(crash: Crash, side: ast.Name) -> Explained:
    """A name to which the function that a loop goes through gives a tuple in each round."""
    for loop in (node for node in ast.walk(crash.tree) if isinstance(node, ast.For)):
        targets = loop.target.elts if isinstance(loop.target, ast.Tuple) else [loop.target]
        value = crash.values.of(side)
        if not any(getattr(target, "id", "") == side.id for target in targets) or not isinstance(loop.iter, ast.Call):
            continue
        if _gives_groups(loop) and isinstance(loop.target, ast.Name):
            what = kind_of(value) if isinstance(value, tuple) else "a group of values"
            what = f"{what}: {GROUPING[called(loop.iter)]}" if isinstance(loop.iter, ast.Call) else what
            means = f"In each round `{side.id}` is {what}. So line {crash.failure['line']} stops."
            advice = "A loop can share a group among several names: how does the text write them after `for`?"
            if called(loop.iter) == "zip" and len(loop.iter.args) == 1:
                advice = "`zip` goes through several lists at once. Is it needed for one?"
            return "group for a number", f"`{side.id}` is not a single value.", means, advice, loop.target
        zipped = _zipped(loop)
        if zipped is not None and side.id == crash.code(targets[1]):
            observed = f"`{side.id}` is not a single value."
            means = f"`{crash.code(zipped)}` gives a group in each round: one value of each list in its brackets."
            means = f"{means} So line {crash.failure['line']} stops."
            return "group for a number", observed, means, "Which one of these values is needed?", zipped
        if isinstance(value, (list, tuple)) and "tuple" in crash.text:
            count = "one value" if len(value) == 1 else f"{len(value)} values"
            observed = f"`{crash.code(loop.iter.func)}` gives `{side.id}` a group of {count}, not a number."
            means = f"Python does not calculate with a group, so line {crash.failure['line']} stops with an error."
            advice = "Which function counts the values of a list or an array with plain numbers?"
            return "group for a number", observed, means, advice, loop.iter.func
    return None


def group_as_index(crash: Crash, index: ast.AST) -> Explained:
    """The same for an index."""
    names = [node for node in ast.walk(index) if isinstance(node, ast.Name)]
    names = [name for name in names if isinstance(crash.values.of(name), tuple)]
    return group_of_a_loop(crash, names[0]) if names else None


def several_under_one_name(crash: Crash) -> Explained:
    """In the line that stores them, where what failed uses the name as one value."""
    used = {node.id for node in crash.within(ast.Name)}
    indexed = {getattr(node.value, "id", "") for node in ast.walk(crash.tree) if isinstance(node, ast.Subscript)}
    for line in (node for node in ast.walk(crash.tree) if isinstance(node, ast.Assign)):
        name = getattr(line.targets[0], "id", "")
        results = _results(crash, line.value)
        if name in used - indexed and results is not None:
            code = crash.code(results)
            observed = f"`{name}` gets {len(results.elts)} results at once."
            means = f"`{called(line.value)}` gives back `{code}`. So line {crash.failure['line']} stops."
            advice = "Write a name for each result on the left of the equals sign, in the same order."
            return "several results", observed, means, advice, line
    return None


def _results(crash: Crash, value: ast.expr) -> ast.Tuple | None:
    """What the function that is called gives back, where that is a group."""
    function = called(value) if isinstance(value, ast.Call) else ""
    functions = [node for node in ast.walk(crash.tree) if isinstance(node, ast.FunctionDef) and node.name == function]
    returned = [node.value for f in functions for node in ast.walk(f) if isinstance(node, ast.Return)]
    groups = [value for value in returned if isinstance(value, ast.Tuple)]
    return groups[0] if len(groups) == len(returned) == 1 else None
