"""Changes of one piece of a formula."""

from __future__ import annotations

import ast
from collections.abc import Iterator, Sequence
from itertools import combinations

from .bracket_edits import bracket_changes
from .call_edits import SHAPED, call_changes, fewer_values, of_many_draws, summed, turned_shapes
from .edit import (
    Around,
    Change,
    Edit,
    Put,
    is_in_an_index,
    lines_of,
    sign_of,
    slots,
    text_of,
    with_expression,
    with_expressions,
)
from .index_edits import index_changes, value_of_a_loop
from .name_edits import Vocabulary, name_changes, number_changes

METHODS = (  # of arrays, and functions that make numbers
    "mean", "std", "var", "sum", "copy", "random", "rand", "max", "min", "tolist", "flatten",
)  # fmt: skip
OPERATORS = (ast.Add, ast.Sub, ast.Mult, ast.Div, ast.Pow)
CALCULATION = {ast.Add: "addition", ast.Sub: "subtraction", ast.Mult: "multiplication", ast.Pow: "power"}
ORDERED = (ast.Sub, ast.Div, ast.Pow, ast.FloorDiv)
COMPARISONS: dict[type[ast.cmpop], str] = {
    ast.Lt: "<", ast.LtE: "<=", ast.Gt: ">", ast.GtE: ">=", ast.Eq: "==", ast.NotEq: "!=",
}  # fmt: skip


def expression_edits(tree: ast.Module, vocabulary: Vocabulary) -> Iterator[Edit]:
    """All of them."""
    for node, put, around in list(slots(tree)):
        if _is_an_extent(node, around):
            counted = "rows and columns" if isinstance(around[-1], (ast.List, ast.Tuple)) else "values"
            more = ast.BinOp(node, ast.Add(), ast.Constant(1))
            yield Edit("one place short", node, (text_of(around[-1]),), with_expression(tree, put, more, node))
            for name in vocabulary.counts:
                extent = (text_of(node), name, counted)
                yield Edit("other extent", node, extent, with_expression(tree, put, ast.Name(name, ast.Load()), node))
        for kind, new, words in _changes(node, around, vocabulary):
            yield Edit(kind, node, words, with_expression(tree, put, new, node))
    statements = [node for node in ast.walk(tree) if isinstance(node, (ast.Assign, ast.AugAssign))]
    for statement in statements:
        yield from _swapped(tree, statement)
    for statement in statements:
        yield from _of_all_alike(tree, [statement], vocabulary)
    yield from _of_all_alike(tree, statements, vocabulary)


def _is_an_extent(node: ast.expr, around: Around) -> bool:
    """Whether it says how many values, rows or columns a call makes."""
    call = around[-2] if isinstance(around[-1], (ast.List, ast.Tuple)) else around[-1]
    is_made = isinstance(call, ast.Call) and text_of(call.func).split(".")[-1] in SHAPED
    return is_made and not isinstance(node, (ast.List, ast.Tuple)) and node is not getattr(call, "func", None)


def _swapped(tree: ast.Module, statement: ast.Assign | ast.AugAssign) -> Iterator[Edit]:
    """Two values of a formula in each other's place."""
    leaves = [slot for slot in slots(statement) if _is_a_value(*slot)]
    for (first, put_first, _), (second, put_second, _) in combinations(leaves, 2):
        if text_of(first) != text_of(second):
            make = with_expressions(tree, [(put_first, first, second), (put_second, second, first)])
            yield Edit("places exchanged", first, (text_of(first), text_of(second)), make, lines_of(statement))


def _is_a_value(node: ast.expr, _put: Put, around: Around) -> bool:
    """A number, a name or an entry that is read, and no part of an entry or of a function's name."""
    if is_in_an_index(node, around) or isinstance(around[-1], (ast.Subscript, ast.Attribute)):
        return False
    if isinstance(node, ast.Constant):
        return type(node.value) in (int, float)
    is_read = isinstance(node, (ast.Name, ast.Subscript)) and isinstance(node.ctx, ast.Load)
    return is_read and not isinstance(around[-1], ast.Call)


def _of_all_alike(
    tree: ast.Module, statements: Sequence[ast.Assign | ast.AugAssign], vocabulary: Vocabulary
) -> Iterator[Edit]:
    """Of an entry or a name that stands several times in a line, or an entry in several: one change in all places."""
    kinds = (ast.Subscript, ast.Name) if len(statements) == 1 else (ast.Subscript, ast.Attribute)
    groups: dict[str, list[tuple[ast.expr, Put, Around]]] = {}
    for statement in statements:
        for slot in slots(statement):
            is_turned = not isinstance(slot[0], ast.Attribute) or slot[0].attr == "T"
            is_read = isinstance(getattr(slot[0], "ctx", None), ast.Load) and is_turned
            if isinstance(slot[0], kinds) and is_read and not is_in_an_index(slot[0], slot[2]):
                groups.setdefault(text_of(slot[0]), []).append(slot)
    for group in groups.values():
        lines = tuple(sorted({node.lineno for node, _, _ in group}))
        if len(group) > 1 and (len(lines) > 1 or len(statements) == 1):
            first, _, around = group[0]
            for kind, new, words in _changes(first, around, vocabulary):
                if kind in ("other entry", "other name", "index too much", "transposed"):
                    make = with_expressions(tree, [(put, node, new) for node, put, _ in group])
                    yield Edit(kind, first, (*words, "everywhere"), make, lines)


def _changes(node: ast.expr, around: Around, vocabulary: Vocabulary) -> Iterator[Change]:
    if is_in_an_index(node, around):  # of which indices.py thinks
        return
    if isinstance(around[-1], ast.Assign):
        yield from _repeated(node, vocabulary.counts)
    if isinstance(node, ast.BinOp):
        is_of_a_loop = getattr(getattr(around[-1], "func", None), "id", "") == "enumerate"
        yield from fewer_values(node) if is_of_a_loop else ()
        if isinstance(node.op, ast.Pow) and text_of(node.right) == "2":
            yield "sum missing", summed(node), (text_of(node),)
        if isinstance(node.op, ast.Div) and isinstance(node.left, ast.Name):
            yield "sum missing", ast.BinOp(summed(node.left), node.op, node.right), (text_of(node.left),)
        yield from _of_operation(node)
    elif isinstance(node, ast.UnaryOp):
        yield from _of_sign(node)
    elif isinstance(node, ast.Call):
        yield from call_changes(node)
        yield from of_many_draws(node, vocabulary.counts)
    elif isinstance(node, ast.Subscript):
        yield from index_changes(node, vocabulary.counters)
        yield from value_of_a_loop(node, around)
        is_entry = isinstance(node.ctx, ast.Load) and not isinstance(node.slice, (ast.Slice, ast.Tuple))
        if is_entry and isinstance(around[-1], (ast.Assign, ast.BinOp)):  # a list of one value is its own sum
            whole = ast.Call(ast.Name("sum", ast.Load()), [node.value], [])
            yield "not summed", whole, (text_of(node), text_of(node.value))
    elif isinstance(node, ast.Attribute) and node.attr in PARTS:
        other = PARTS[node.attr]
        yield "other part", ast.Attribute(node.value, other, ast.Load()), (text_of(node), node.attr, other)
    elif isinstance(node, ast.Attribute) and node.attr == "T":
        yield "transposed", node.value, (text_of(node),)
        if isinstance(node.value, ast.Call):
            yield from turned_shapes(node.value)
    elif isinstance(node, ast.Attribute) and node.attr in METHODS and not _is_function(node, around[-1]):
        for axis in ([ast.keyword("axis", ast.Constant(0))], []):
            yield "not called", ast.Call(node, [], axis), (text_of(node),)
    elif isinstance(node, ast.Name) and isinstance(node.ctx, ast.Load) and not _is_function(node, around[-1]):
        yield from name_changes(node, around, vocabulary)
    elif isinstance(node, ast.Constant) and type(node.value) in (int, float):
        yield from number_changes(node.value, vocabulary)  # type: ignore[arg-type]
    elif isinstance(node, ast.Compare) and len(node.ops) == 1:
        yield from _of_comparison(node, isinstance(around[-1], ast.While), vocabulary.counters)
    elif isinstance(node, (ast.List, ast.Tuple)) and not isinstance(around[-1], ast.Subscript):
        yield from _of_list(node, around[-1])


def _of_comparison(node: ast.Compare, is_of_loop: bool, counters: Sequence[str]) -> Iterator[Change]:
    """Another sign; and another bound, of what is counted in rounds."""
    now = COMPARISONS.get(type(node.ops[0]), "?")
    names = {part.id for part in ast.walk(node.left) if isinstance(part, ast.Name)}
    is_counted = is_of_loop or bool(names & set(counters))
    compared = "loop" if is_of_loop else "rounds" if is_counted else "values"
    for comparison, sign in COMPARISONS.items():
        words = (text_of(node), now, sign, compared)
        yield "comparison", ast.Compare(node.left, [comparison()], node.comparators), words
    for operator, way in ((ast.Sub(), "lower"), (ast.Add(), "higher")) if is_counted else ():
        bound = ast.BinOp(node.comparators[0], operator, ast.Constant(1))
        yield "comparison", ast.Compare(node.left, node.ops, [bound]), (text_of(node), now, now, way)


PARTS = {"real": "imag", "imag": "real"}  # of a complex number


def _repeated(node: ast.expr, counts: Sequence[str]) -> Iterator[Change]:
    """A value, or a list of one, as a list that has it as often as a name of the exercise says."""
    is_list = isinstance(node, ast.List) and len(node.elts) == 1
    if is_list or (isinstance(node, ast.Name) and isinstance(node.ctx, ast.Load)):
        once = node if is_list else ast.List([node], ast.Load())
        for count in counts:
            repeated = ast.BinOp(once, ast.Mult(), ast.Name(count, ast.Load()))
            yield "list not repeated" if is_list else "value for a list", repeated, (text_of(node), count)
    pair = node.elts if isinstance(node, ast.List) and len(node.elts) == 2 else []
    if pair and text_of(pair[1]) in counts:
        yield "comma for a repetition", ast.BinOp(ast.List(pair[:1], ast.Load()), ast.Mult(), pair[1]), (
            text_of(node), text_of(pair[1]),
        )  # fmt: skip


def _is_function(node: ast.expr, parent: ast.AST) -> bool:
    return (isinstance(parent, ast.Call) and parent.func is node) or isinstance(parent, ast.Attribute)


def _of_operation(node: ast.BinOp) -> Iterator[Change]:
    sign = sign_of(node.op)
    beside = ast.Name("_", ast.Load())  # so that a piece has the brackets that it has in the line
    yield "too much", node.left, (text_of(ast.BinOp(beside, node.op, node.right)).removeprefix("_ "),)
    yield "too much", node.right, (text_of(ast.BinOp(node.left, node.op, beside)).removesuffix(" _"),)
    after = text_of(ast.BinOp(beside, node.op, node.right)).removeprefix(f"_ {sign} ")
    for operator in OPERATORS:
        yield "other operator", ast.BinOp(node.left, operator(), node.right), (sign, after)
    if isinstance(node.op, ORDERED):
        yield "exchanged", ast.BinOp(node.right, node.op, node.left), (sign, after)
    if isinstance(node.op, ast.Mult):
        for one, other in ((node.left, node.right), (node.right, node.left)):
            repeated = ast.BinOp(ast.List([one], ast.Load()), node.op, other)
            yield "no list", repeated, (text_of(node), text_of(other))
    yield from _of_two_products(node)
    yield from bracket_changes(node)
    inner = next((side for side in (node.left, node.right) if isinstance(side, ast.BinOp)), None)
    for call in (inner.left, inner.right) if inner is not None else ():
        if isinstance(call, ast.Call):
            yield "changed again", call, (text_of(call),)
    left, right = node.left, node.right
    if isinstance(left, ast.Call) and isinstance(right, ast.Call) and _are_alike(left, right):
        whole = ast.BinOp(left.args[0], node.op, right.args[0])
        yield (
            "of each",
            ast.Call(left.func, [whole], []),
            (text_of(left.func), CALCULATION.get(type(node.op), "division")),
        )


def _of_two_products(node: ast.BinOp) -> Iterator[Change]:
    """b * x + a * y for a * x + b * y."""
    one, other = node.left, node.right
    if not isinstance(node.op, ast.Add) or not isinstance(one, ast.BinOp) or not isinstance(other, ast.BinOp):
        return
    if isinstance(one.op, ast.Mult) and isinstance(other.op, ast.Mult) and text_of(one.left) != text_of(other.left):
        first = ast.BinOp(other.left, ast.Mult(), one.right)
        second = ast.BinOp(one.left, ast.Mult(), other.right)
        words = (text_of(one.left), text_of(other.left), text_of(one.right))
        yield "places exchanged", ast.BinOp(first, node.op, second), words


def _are_alike(left: ast.Call, right: ast.Call) -> bool:
    """Whether they call one function, of one value each."""
    return text_of(left.func) == text_of(right.func) and len(left.args) == len(right.args) == 1


def _of_sign(node: ast.UnaryOp) -> Iterator[Change]:
    yield "sign", node.operand, (text_of(node),)
    inner = node.operand
    if isinstance(node.op, ast.UAdd) and isinstance(inner, ast.UnaryOp) and isinstance(inner.op, ast.UAdd):
        yield "plus plus", ast.BinOp(inner.operand, ast.Add(), ast.Constant(1)), (text_of(node),)


def _of_list(node: ast.List | ast.Tuple, parent: ast.AST) -> Iterator[Change]:
    made = text_of(parent.func).split(".")[-1] if isinstance(parent, ast.Call) else ""
    is_a_shape = ("shape",) if made in SHAPED else ()
    only = node.elts[0] if len(node.elts) == 1 else None
    if isinstance(only, ast.BinOp) and isinstance(only.op, ast.Mult):
        repeated = ast.BinOp(ast.List([only.left], ast.Load()), only.op, only.right)
        yield "list of one", repeated, (text_of(node), text_of(only))
    if isinstance(node.ctx, ast.Load) and len(node.elts) == 1:
        yield "in brackets", node.elts[0], (text_of(node),)
    elif isinstance(node.ctx, ast.Load):
        for k, part in enumerate(node.elts):
            fewer = type(node)(node.elts[:k] + node.elts[k + 1 :], ast.Load())
            yield "entry too much", fewer, (text_of(node), text_of(part), *is_a_shape)
