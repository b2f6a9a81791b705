"""Record what the pieces of an answer's text give while it runs. A wrong answer runs once more for this."""

from __future__ import annotations

import ast
import copy
from collections import Counter
from typing import Any, TypeVar

import numpy as np

from .nodes import nodes_of
from .plain import to_plain

TIMES = frozenset((0, 1, 2, 3, 4, 5, 9, 21, 49, 50, 51, 99, 100, 149))  # which executions of a statement are kept
STEPS = 300  # that are kept, all together
PIECES = 400  # of one statement
LARGE = 200  # entries: of a list or an array of more, not all is kept each time
ROWS, COLUMNS = 5, 40  # of a large array that a piece keeps
FEW = 3  # times that a name keeps a large array
TEXT = 100  # characters
PIECE, STEP = "__piece__", "__step__"
RECORDED = (
    ast.BinOp, ast.UnaryOp, ast.Call, ast.Subscript, ast.Name, ast.Constant, ast.Attribute, ast.Compare, ast.BoolOp,
    ast.List, ast.Tuple, ast.ListComp, ast.IfExp,
)  # fmt: skip
STATEMENTS = (ast.Assign, ast.AugAssign, ast.AnnAssign, ast.Expr)
HEADS = (ast.For, ast.While, ast.If)
DATA = (int, float, str, list, tuple, np.ndarray, np.generic)
Place = tuple[int, int, int, int]  # line, column, end line, end column, as in the syntax tree

Node = TypeVar("Node", bound=ast.AST)


def place_of(node: Any) -> Place:
    """Where a node stands in the text."""
    return (node.lineno, node.col_offset, node.end_lineno, node.end_col_offset)


class Tracer:
    """Changes a syntax tree so that, run in the namespace that is attached, it says what each of its pieces gives.

    ``recording`` is then plain data: ``steps``, a list of executed statements with their ``place``, the number of the
    ``execution``, the ``names`` whose data changed before it, and the ``values`` of its pieces as pairs of place and
    value. Of a large array, a piece keeps a ``corner`` and its shape, a name the whole.
    """

    def __init__(self, tree: ast.Module):
        self.namespace: dict[str, Any] = {}
        self.steps: list[dict[str, Any]] = []
        self.counts: Counter[Place] = Counter()
        self.whole: Counter[tuple[str, bool]] = (
            Counter()
        )  # how often a name's large array was kept, in loops and outside
        self.names: dict[str, Any] = {}
        self.values: list[Any] = []
        tree.body = _block(tree.body)
        ast.fix_missing_locations(tree)

    def attach(self, namespace: dict[str, Any]) -> None:
        """Record what runs in ``namespace``."""
        self.namespace = namespace
        namespace[PIECE] = self.piece
        namespace[STEP] = self.step

    def detach(self) -> None:
        """Leave the namespace as the answer made it."""
        self.namespace.pop(PIECE, None)
        self.namespace.pop(STEP, None)

    def step(self, is_alone: bool, *numbers: int) -> bool:
        """A statement begins, in no loop or in one; whether its pieces are asked for."""
        line, column, end_line, end_column = numbers
        place = (line, column, end_line, end_column)
        execution = self.counts[place]
        self.counts[place] = execution + 1
        if execution not in TIMES or len(self.steps) >= STEPS:
            return False
        self.values = []
        self.steps.append(
            {"place": place, "execution": execution, "names": self._changes(is_alone), "values": self.values}
        )
        return True

    def piece(self, value: Any, *place: int) -> Any:
        """A piece of the text gave ``value``, which is passed on."""
        if len(self.values) < PIECES:
            self.values.append([place, corner(value)])
        return value

    def _changes(self, is_alone: bool) -> dict[str, Any]:
        """The data under names that is not what it was before the last statement that was kept."""
        changes = {}
        for name, value in list(self.namespace.items()):
            if name.startswith("__") or not isinstance(value, DATA) or _same(self.names.get(name), value):
                continue
            self.names[name] = value.copy() if isinstance(value, (np.ndarray, list)) else value
            changes[name] = self._kept(name, value, is_alone)
        return changes

    def _kept(self, name: str, value: Any, is_alone: bool) -> Any:
        """The value as plain data; of a large one that changed often only the size, unless no loop is around."""
        if _size(value) > LARGE:
            self.whole[name, is_alone] += 1
            if self.whole[name, is_alone] > FEW:
                return {"type": type(value).__name__, "shape": list(np.shape(value))}
        return to_plain(value)

    @property
    def recording(self) -> dict[str, Any]:
        """What was recorded, as plain data."""
        return {"steps": self.steps}


def corner(value: Any) -> Any:
    """A value as plain data; of much of it the beginning, with its shape or length.

    >>> corner(np.zeros((50, 150)))["shape"], corner("text"), corner([1.0])
    ([50, 150], 'text', [1.0])
    """
    if isinstance(value, np.ndarray) and value.size > LARGE:
        part = value[:ROWS, :COLUMNS] if value.ndim == 2 else value[:LARGE] if value.ndim == 1 else None
        return {**(to_plain(part) if part is not None else {}), "type": "ndarray", "shape": list(value.shape)}
    if type(value) in (list, tuple) and len(value) > LARGE:
        beginning = to_plain(value[:LARGE])
        numbers = isinstance(beginning, list) and all(type(entry) in (int, float) for entry in beginning)
        return {**({"array": beginning} if numbers else {}), "type": type(value).__name__, "shape": [len(value)]}
    plain = to_plain(value)
    return plain[:TEXT] if type(plain) is str else plain


def _size(value: Any) -> int:
    return value.size if isinstance(value, np.ndarray) else len(value) if type(value) in (list, tuple) else 1


def _same(before: Any, now: Any) -> bool:
    if before is now or type(before) is not type(now):
        return before is now
    if isinstance(before, np.ndarray):
        return bool(before.shape == now.shape and before.dtype == now.dtype and before.tobytes() == now.tobytes())
    try:
        return bool(before == now)
    except Exception:  # lists of arrays, say
        return False


def _block(body: list[ast.stmt], is_alone: bool = True) -> list[ast.stmt]:
    """The statements of a block: of each that has no block of its own, one that records beside one that does not."""
    changed: list[ast.stmt] = []
    for statement in body:
        arguments = [ast.Constant(is_alone), *_numbers(statement)]
        asked = _like(statement, ast.Call(ast.Name(STEP, ast.Load()), arguments, []))
        if isinstance(statement, STATEMENTS):
            recorded = _Instrument().visit(copy.deepcopy(statement))
            changed.append(_like(statement, ast.If(asked, [recorded], [statement])))
            continue
        if isinstance(statement, HEADS):
            changed.append(_like(statement, ast.Expr(asked)))
            _Instrument().head(statement)
        for field, value in ast.iter_fields(statement):
            if isinstance(value, list) and value and isinstance(value[0], (ast.stmt, ast.ExceptHandler)):
                inside = is_alone and not isinstance(statement, (ast.For, ast.While))
                setattr(statement, field, _block(value, inside) if isinstance(value[0], ast.stmt) else value)
        changed.append(statement)
    return changed


class _Instrument(ast.NodeTransformer):
    """Puts a call around each piece of data, and one before each statement."""

    def head(self, statement: Any) -> None:
        """The expression that a block begins with; that of a while loop is asked for too often."""
        if isinstance(statement, ast.For):
            statement.iter = self.visit(statement.iter)

    def generic_visit(self, node: ast.AST) -> ast.AST:
        for field, value in ast.iter_fields(node):
            if isinstance(value, list):
                setattr(node, field, [self.visit(part) if isinstance(part, ast.AST) else part for part in value])
            elif isinstance(value, ast.AST):
                setattr(node, field, self.visit(value))
        return node

    def visit_Call(self, node: ast.Call) -> ast.AST:
        before = _like(node, ast.Tuple([], ast.Load()))
        if isinstance(node.func, ast.Attribute):
            node.func.value = self.visit(node.func.value)
        elif not isinstance(node.func, ast.Name):
            node.func = self.visit(node.func)
        node.args = [self.visit(argument) for argument in node.args]
        for keyword in node.keywords:
            keyword.value = self.visit(keyword.value)
        return self._piece(node, before)

    def visit_JoinedStr(self, node: ast.JoinedStr) -> ast.AST:
        for part in node.values:
            if isinstance(part, ast.FormattedValue):
                part.value = self.visit(part.value)
        return node

    def visit(self, node: ast.AST) -> Any:
        if isinstance(node, ast.Call):
            return self.visit_Call(node)
        if isinstance(node, ast.JoinedStr):
            return self.visit_JoinedStr(node)
        if isinstance(node, (ast.arguments, ast.Slice, ast.Starred, ast.expr_context, ast.operator, ast.alias)):
            return node if not isinstance(node, (ast.Slice, ast.Starred)) else self.generic_visit(node)
        loaded = isinstance(getattr(node, "ctx", ast.Load()), ast.Load)
        if isinstance(node, ast.Tuple) and any(isinstance(part, ast.Slice) for part in node.elts):
            return self.generic_visit(node)
        if isinstance(node, RECORDED) and loaded:
            before = _like(node, ast.Tuple([], ast.Load()))
            return self._piece(self.generic_visit(node), before)
        return self.generic_visit(node)

    def _piece(self, node: Any, before: Any) -> ast.expr:
        return _like(before, ast.Call(ast.Name(PIECE, ast.Load()), [node, *_numbers(before)], []))


def _numbers(node: Any) -> list[ast.expr]:
    return [ast.Constant(number) for number in place_of(node)]


def _like(old: ast.AST, new: Node) -> Node:
    """``new``, and what is new in it, standing where ``old`` does."""
    for node in nodes_of(new):
        if isinstance(node, (ast.expr, ast.stmt, ast.keyword)) and not hasattr(node, "lineno"):
            ast.copy_location(node, old)
    return new
