"""What pieces of an answer's text are worth, worked out from data alone: no student code runs here."""

from __future__ import annotations

import ast
import operator
from collections.abc import Callable, Collection, Mapping
from typing import Any

import numpy as np

from .replay import restored
from .sizes import UnknownValueError, held, item, limited, operated

OPERATORS: dict[type[ast.AST], Callable[[Any, Any], Any]] = {
    ast.Add: operator.add,
    ast.Sub: operator.sub,
    ast.Mult: operator.mul,
    ast.Div: operator.truediv,
    ast.FloorDiv: operator.floordiv,
    ast.Mod: operator.mod,
}
COMPARISONS: dict[type[ast.AST], Callable[[Any, Any], Any]] = {
    ast.Lt: operator.lt,
    ast.LtE: operator.le,
    ast.Gt: operator.gt,
    ast.GtE: operator.ge,
    ast.Eq: operator.eq,
    ast.NotEq: operator.ne,
}
SIGNS: dict[type[ast.AST], Callable[[Any], Any]] = {ast.USub: operator.neg, ast.UAdd: operator.pos}
CALLS: dict[str, Callable[..., Any]] = {
    "len": len,
    "sum": lambda x: sum(x),  # without a start: a list would be copied for each piece that is added to it
    "int": lambda x: int(x),
    "float": float,
    "abs": abs,
    "round": round,
    "range": range,
    "enumerate": lambda x: list(enumerate(x)),
    "zip": lambda *x: list(zip(*x, strict=False)),
}
MODULES = ("np", "numpy", "math")
FUNCTIONS: dict[str, Callable[..., Any]] = {
    name: getattr(np, name) for name in ("sin", "cos", "tan", "exp", "sqrt", "radians", "deg2rad", "abs")
}
MOST = 500  # rounds of a loop in square brackets
HARMLESS = (ArithmeticError, AttributeError, IndexError, KeyError, TypeError, ValueError, RecursionError, MemoryError)


def value_of(node: ast.AST | None, names: Mapping[str, Any]) -> Any:
    """The value of a piece of student code that only computes; None where it cannot be told.

    >>> value_of(ast.parse("v[2 * k]", mode="eval").body, {"v": [1, 2, 3], "k": 1})
    3
    >>> value_of(ast.parse("9 ** 9 ** 9", mode="eval").body, {}) is None
    True
    """
    try:
        with np.errstate(all="ignore"):
            return _value(node, names)
    except HARMLESS:
        return None


def _value(node: Any, names: Mapping[str, Any]) -> Any:
    if isinstance(node, ast.Constant):
        return node.value
    if isinstance(node, ast.Name):
        return names[node.id]
    if isinstance(node, (ast.Tuple, ast.List)):
        values = [_value(part, names) for part in node.elts]
        return held(tuple(values) if isinstance(node, ast.Tuple) else values)
    if isinstance(node, ast.Slice):
        return slice(*(None if part is None else _value(part, names) for part in (node.lower, node.upper, node.step)))
    if isinstance(node, ast.Subscript):
        return item(_value(node.value, names), _value(node.slice, names))
    if isinstance(node, ast.UnaryOp):
        return SIGNS[type(node.op)](_value(node.operand, names))
    if isinstance(node, ast.BinOp):
        return _operation(node, names)
    if isinstance(node, ast.Compare) and len(node.ops) == 1:
        return _comparison(node, names)
    if isinstance(node, ast.Attribute) and node.attr == "pi" and _is_of_a_module(node):
        return np.pi
    function = node.func if isinstance(node, ast.Call) and len(node.args) == 1 and not node.keywords else None
    if isinstance(function, ast.Attribute) and _is_of_a_module(function):
        return FUNCTIONS[function.attr](held(_value(node.args[0], names)))
    if isinstance(node, ast.Attribute) and node.attr == "T":
        return _value(node.value, names).T
    if isinstance(node, ast.Call) and not node.keywords and isinstance(node.func, ast.Name) and node.func.id in CALLS:
        arguments = [limited(_value(part, names)) for part in node.args]
        return CALLS[node.func.id](*arguments)
    if isinstance(node, (ast.ListComp, ast.GeneratorExp)) and len(node.generators) == 1:
        return _collected(node, names)
    raise UnknownValueError(ast.dump(node)[:60])


def _collected(node: ast.ListComp | ast.GeneratorExp, names: Mapping[str, Any]) -> Any:
    """The values of a loop in square brackets."""
    generator = node.generators[0]
    entries = limited(_value(generator.iter, names))
    if len(entries) > MOST or generator.ifs:
        raise UnknownValueError(ast.unparse(generator))
    return held([_value(node.elt, {**names, **_bound(generator.target, entry)}) for entry in entries])


def _bound(target: ast.expr, entry: Any) -> dict[str, Any]:
    """The names of a loop with their values in one round."""
    if isinstance(target, ast.Name):
        return {target.id: entry}
    targets = target.elts if isinstance(target, ast.Tuple) else []
    return {
        name: value for each, part in zip(targets, entry, strict=True) for name, value in _bound(each, part).items()
    }


def _is_of_a_module(node: ast.Attribute) -> bool:
    """Whether it is a function or a number of NumPy or of math."""
    return getattr(node.value, "id", "") in MODULES


def _operation(node: ast.BinOp, names: Mapping[str, Any]) -> Any:
    left, right = _value(node.left, names), _value(node.right, names)
    if isinstance(node.op, ast.Pow):
        left, right = float(left), float(right)
        return left**right
    return operated(OPERATORS[type(node.op)], left, right)


def _comparison(node: ast.Compare, names: Mapping[str, Any]) -> Any:
    left, right = _value(node.left, names), _value(node.comparators[0], names)
    return operated(COMPARISONS[type(node.ops[0])], left, right)


class KnownValues:
    """The data that an answer left, or had when it stopped."""

    def __init__(self, variables: Mapping[str, Any], given: Mapping[str, float]):
        self.names = {**given, **{name: restored(plain) for name, plain in variables.items()}}
        self.outside: dict[str, Any] = {}  # the same with the names that were left out

    def leave_out(self, names: Collection[str]) -> None:
        """Tell nothing of these names: at the place that is looked at they are others."""
        self.outside = dict(self.names)
        self.names = {name: value for name, value in self.names.items() if name not in names}

    def take_as_tuples(self, names: Collection[str]) -> None:
        """Take the values of these names, which plain data hold as lists, for the tuples that they are."""
        for name in names:
            if isinstance(self.names.get(name), list):
                self.names[name] = tuple(self.names[name])

    def of(self, node: ast.AST | None) -> Any:
        """The value of a piece; of what is no data, a dict with its type; None where it cannot be told."""
        return value_of(node, self.names)


def size_of(value: Any) -> str:
    """How much a value holds.

    >>> size_of([1.0, 2.0]), size_of(0.5), size_of(np.zeros((50, 150)))
    ('2 values', 'one number', '50 rows and 150 columns')
    """
    if isinstance(value, (list, tuple)) and len(value) and isinstance(value[0], (list, tuple, np.ndarray)):
        return f"{many(len(value), 'list')} of {many(len(value[0]), 'value')}"
    if isinstance(value, np.ndarray) and value.ndim == 2:
        return f"{many(value.shape[0], 'row')} and {many(value.shape[1], 'column')}"
    if isinstance(value, (list, tuple)) or (isinstance(value, np.ndarray) and value.ndim == 1):
        return many(len(value), "value")
    return "one number"


def many(count: int, word: str) -> str:
    """A number with its noun.

    >>> many(1, "value"), many(0, "value")
    ('1 value', '0 values')
    """
    return f"{count} {word}" if count == 1 else f"{count} {word}s"


def kind_of(value: Any) -> str:
    """What a value is, with its size.

    >>> kind_of([1.0]), kind_of(0.5), kind_of(np.zeros(3)), kind_of("a"), kind_of((2, 5e-10))
    ('a list of 1 value', 'one number, 0.5', 'an array of 3 values', 'a text', 'a pair of numbers')
    """
    if isinstance(value, bool):
        return "a truth value"
    if isinstance(value, (int, float, np.number)):
        return f"one number, {value:.4g}"
    if isinstance(value, str):
        return "a text"
    if isinstance(value, tuple):
        is_of_numbers = all(isinstance(part, (int, float, np.number)) for part in value)
        pair = "a pair of numbers" if is_of_numbers else "a pair of values"
        return pair if len(value) == 2 else f"a group of {many(len(value), 'value')}"
    if isinstance(value, list):
        return f"a list of {size_of(value)}" if value else "an empty list"
    if isinstance(value, np.ndarray):
        return "one number" if value.ndim == 0 else f"an array of {size_of(value)}"
    if isinstance(value, dict):
        return TYPES.get(value.get("type", ""), f"a {value.get('type', 'thing')}")
    return "nothing (None)" if value is None else f"a {type(value).__name__}"


TYPES = {
    "function": "a function",
    "builtin_function_or_method": "a function",
    "ufunc": "a function",
    "method": "a function",
    "type": "a function",
    "module": "a module",
    "range": "a range",
    "enumerate": "an enumeration",
    "NoneType": "nothing (None)",
    "ndarray": "an array",
    "list": "a list",
    "Line2D": "a drawn line",
}
