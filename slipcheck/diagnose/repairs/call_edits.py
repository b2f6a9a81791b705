"""Changes of a call: another function, other arguments, another order."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator, Sequence
from itertools import permutations

from slipcheck.exercise import Exercise

from ..numbers.random_draws import EVEN_DRAWS
from .edit import Change, Edit, Sentences, text_of
from .said import SAID

ALIKE = (  # functions that are taken for each other
    ("sin", "cos", "tan", "exp"),
    ("mean", "sum", "std", "var", "median", "max", "min"),
    ("zeros", "ones", "empty"),
    ("random", "rand", "randn"),
    ("xlabel", "ylabel", "title"),
)
VALUES: dict[str, tuple[int, ...]] = {"axis": (0, 1), "ddof": (1,), "endpoint": (False,)}  # of arguments left out
TAKES = {"axis": ("mean", "std", "var", "sum"), "ddof": ("std", "var"), "endpoint": ("linspace",)}
ROUNDING = ("round", "around", "round_", "int", "float")
LABELS = ("xlabel", "ylabel", "set_xlabel", "set_ylabel")
SHAPED = ("random", "rand", "random_sample", "uniform", "ones", "zeros", "empty", "full")  # what makes arrays
UNIT = re.compile(r"(?<=[(\[,/ ])([A-Za-zµ]{1,3})(?=[)\]]?\s*$)")  # the last word of a label
OF_WHOLE_NUMBERS = ("arange", "full", "full_like", "array", "zeros_like", "ones_like")  # of which arrays may be
OF_A_MODULE = re.compile(r"(np|plt|numpy|random|math)(\.\w+)+")  # a function, and no method of a value
WRITING = (*LABELS, "title", "legend", "set_title")
DRAWING = ("plot", "scatter")
FEW = 3  # arguments, of which every order is tried


def call_changes(node: ast.Call) -> Iterator[Change]:
    """All of them."""
    name = text_of(node.func)
    if isinstance(node.func, ast.Call):
        inner = node.func
        both = ast.Call(inner.func, [*inner.args, *node.args], [*inner.keywords, *node.keywords])
        yield "two pairs", both, (text_of(inner.func),)
    if node.args and (len(node.args) == 1 or name.split(".")[-1] in ROUNDING):
        yield "call too much", node.args[0], (name, text_of(node.args[0]))
    if isinstance(node.func, ast.Attribute) and not node.args and not OF_A_MODULE.fullmatch(name):
        yield "call too much", node.func.value, (f".{node.func.attr}()", text_of(node.func.value))
    if name.split(".")[-1] in OF_WHOLE_NUMBERS:
        copied = [text_of(node.args[0])] if name.endswith("_like") and len(node.args) == 1 else []
        words = (text_of(node), "function" if name.endswith("arange") else "number", *copied)
        yield "whole numbers", ast.BinOp(ast.Constant(1.0), ast.Mult(), node), words
    if isinstance(node.func, ast.Attribute) and node.args and text_of(node.args[0]) == text_of(node.func.value):
        yield "given twice", ast.Call(node.func, node.args[1:], node.keywords), (name, text_of(node.args[0]))
    if name.split(".")[-1] in LABELS and node.args and isinstance(node.args[0], ast.Constant):
        yield from _with_another_unit(node, str(node.args[0].value))
    for k, keyword in enumerate(node.keywords):
        fewer = node.keywords[:k] + node.keywords[k + 1 :]
        if keyword.arg == "axis" and getattr(keyword.value, "value", None) in (0, 1):
            other = ast.keyword("axis", ast.Constant(1 - keyword.value.value))  # type: ignore[attr-defined]
            yield "other axis", ast.Call(node.func, node.args, [*fewer, other]), (text_of(keyword),)
        if keyword.arg == "dtype":
            yield "whole numbers", ast.Call(node.func, node.args, fewer), (text_of(keyword), "`dtype`")
            continue
        yield "argument too much", ast.Call(node.func, node.args, fewer), (name, text_of(keyword))
    is_plain = name.startswith(("np.", "plt.")) or "." not in name
    has_several = len(node.args) > 1 and name.split(".")[-1] not in WRITING  # a trial writes no texts
    if has_several and is_plain:
        yield from _in_another_order(node, name)
    if has_several and name == "range" and text_of(node.args[0]) == "1":
        yield "starts late", ast.Call(node.func, node.args[1:], []), (text_of(node),)
    if has_several and name.split(".")[-1] not in ("format", "range"):  # a format's text; what a loop counts
        drawn = 2 if name.split(".")[-1] in DRAWING else 0  # x and y
        for k, argument in enumerate(node.args[drawn:], drawn):
            rest = node.args[:k] + node.args[k + 1 :]
            yield "argument too much", ast.Call(node.func, rest, node.keywords), (name, text_of(argument))
    if name.split(".")[-1] in SHAPED and node.args and isinstance(node.args[-1], ast.BinOp):
        product = node.args[-1]
        shape = ast.List([product.left, product.right], ast.Load())
        if isinstance(product.op, ast.Mult):
            of_two = ast.Call(node.func, [*node.args[:-1], shape], node.keywords)
            yield "product for a shape", of_two, (text_of(product), name)
    if name == "range" and node.args and not node.keywords:
        yield from _of_another_range(node)
    if (
        name.split(".")[-1] in ("rand", "randn")
        and len(node.args) == 1
        and isinstance(node.args[0], (ast.List, ast.Tuple))
    ):
        yield "sizes in a list", ast.Call(node.func, node.args[0].elts, []), (name, text_of(node.args[0]))
    if name == "range" and len(node.args) == 1:
        both = ast.Call(ast.Name("enumerate", ast.Load()), node.args, [])
        yield "range for enumerate", both, (text_of(node.args[0]),)
    if name == "enumerate" and node.args:
        yield from _of_another_count(node)
    yield from _with_named(node, name)
    if isinstance(node.func, ast.Attribute):
        yield from _of_another_function(node, node.func)


def turned_shapes(node: ast.Call) -> Iterator[Change]:
    """Of a table whose rows and columns are swapped afterwards: one that is made with its rows and columns swapped."""
    shape = node.args[-1] if node.args else None
    if len(node.args) == 2 and not node.keywords:
        yield "filled before", ast.Call(node.func, node.args[::-1], []), (text_of(node),)
    if isinstance(shape, (ast.List, ast.Tuple)) and len(shape.elts) == 2:
        turned = type(shape)(shape.elts[::-1], ast.Load())
        yield "filled before", ast.Call(node.func, [*node.args[:-1], turned], node.keywords), (text_of(node),)


def _with_another_unit(node: ast.Call, label: str) -> Iterator[Change]:
    """With a unit of another size in a label: the values are not in the unit that stands there."""
    match = UNIT.search(label)
    if match is None:
        return
    unit = match[1]
    plain = unit[1:] if len(unit) > 1 and unit[0] in "mµnpkM" else unit
    for other in (plain, f"m{plain}", f"n{plain}", f"p{plain}"):
        relabelled = f"{label[: match.start()]}{other}{label[match.end() :]}"
        yield (
            "unit in a label",
            ast.Call(node.func, [ast.Constant(relabelled), *node.args[1:]], node.keywords),
            (unit, other),
        )


def _of_another_count(node: ast.Call) -> Iterator[Change]:
    """An enumerate that counts from 0, or from 1; of fewer values, where the start of the count was changed."""
    text, one = text_of(node), ast.Constant(1)
    starts = [*node.args[1:], *(keyword.value for keyword in node.keywords)]
    if not starts:
        if _begins_with_the_second(node.args[0]):
            cut = ("0", text_of(node.args[0]), "cut")
            yield "start of the count", ast.Call(node.func, [node.args[0], one], []), cut
            return
        yield "other range", ast.Call(node.func, [node.args[0], one], []), (text, "starts", "early")
        but_first = ast.Subscript(node.args[0], ast.Slice(one, None), ast.Load())
        yield "other range", ast.Call(node.func, [but_first, one], []), (text, "starts", "early", text_of(node.args[0]))
        but_last = ast.Subscript(node.args[0], ast.Slice(None, ast.Constant(-1)), ast.Load())
        yield "other range", ast.Call(node.func, [but_last], []), (text, "ends", "late")
        return
    words = (text_of(starts[0]), text_of(node.args[0]))
    yield "start of the count", ast.Call(node.func, node.args[:1], []), words
    for values in (ast.Slice(None, ast.Constant(-1)), ast.Slice(one, None)):
        fewer = ast.Call(node.func, [ast.Subscript(node.args[0], values, ast.Load())], [])
        yield "start of the count", fewer, (*words, "fewer")


def summed(values: ast.expr) -> ast.Call:
    """The sum of a table over its rows."""
    function = ast.Attribute(ast.Name("np", ast.Load()), "sum", ast.Load())
    return ast.Call(function, [values], [ast.keyword("axis", ast.Constant(0))])


def fewer_values(values: ast.expr) -> Iterator[Change]:
    """Of a whole number that is subtracted from the values of a loop: the slice without the last of them."""
    is_one = isinstance(values, ast.BinOp) and isinstance(values.op, ast.Sub) and text_of(values.right) == "1"
    if isinstance(values, ast.BinOp) and is_one and isinstance(values.left, ast.Name):
        but_last = ast.Subscript(values.left, ast.Slice(None, ast.UnaryOp(ast.USub(), ast.Constant(1))), ast.Load())
        yield "subtracted for a slice", but_last, (text_of(values), text_of(values.left))


def _begins_with_the_second(values: ast.expr) -> bool:
    index = values.slice if isinstance(values, ast.Subscript) else None
    return isinstance(index, ast.Slice) and getattr(index.lower, "value", None) == 1


def _of_another_range(node: ast.Call) -> Iterator[Change]:
    """That begins or ends one number sooner or later."""
    text, one = text_of(node), ast.Constant(1)
    start, end = node.args[:2] if len(node.args) > 1 else [ast.Constant(0), node.args[0]]
    changes = (
        (ast.BinOp(start, ast.Sub(), one), end, "starts", "late"),
        (ast.BinOp(start, ast.Add(), one), end, "starts", "early"),
        (start, ast.BinOp(end, ast.Add(), one), "ends", "early"),
        (start, ast.BinOp(end, ast.Sub(), one), "ends", "late"),
        (ast.BinOp(start, ast.Sub(), one), ast.BinOp(end, ast.Sub(), one), "starts and ends", "late"),
        (ast.BinOp(start, ast.Add(), one), ast.BinOp(end, ast.Add(), one), "starts and ends", "early"),
        (ast.BinOp(start, ast.Add(), one), ast.BinOp(end, ast.Sub(), one), "starts and ends", "early and late"),
    )
    starts_at_zero = isinstance(start, ast.Constant) and start.value == 0
    for first, last, where, way in changes:
        if starts_at_zero and "starts" in where and way == "late":
            continue
        yield "other range", ast.Call(node.func, [first, last, *node.args[2:]], []), (text, where, way)


def _in_another_order(node: ast.Call, name: str) -> Iterator[Change]:
    if len(node.args) <= FEW:
        texts = [argument for argument in node.args if isinstance(argument, ast.Constant)]
        for order in permutations(node.args):
            if name.split(".")[-1] in DRAWING and list(order[len(order) - len(texts) :]) != texts:
                continue  # a format comes after x and y
            yield "arguments exchanged", ast.Call(node.func, list(order), node.keywords), (name,)


def of_many_draws(node: ast.Call, counts: Sequence[str]) -> Iterator[Change]:
    """Of a call that draws one number: as many as a name of the exercise says."""
    name = text_of(node.func)
    if node.args or node.keywords or name.split(".")[-1] not in EVEN_DRAWS:
        return
    for count in counts:
        yield "one draw", ast.Call(node.func, [ast.Name(count, ast.Load())], []), (text_of(node), count)


def _with_named(node: ast.Call, name: str) -> Iterator[Change]:
    """With an argument that is missing, or that stands without its name."""
    given = {keyword.arg for keyword in node.keywords}
    for argument, values in VALUES.items():
        if name.split(".")[-1] not in TAKES[argument] or argument in given:
            continue
        if len(node.args) > 1:
            named = [*node.keywords, ast.keyword(argument, node.args[-1])]
            yield "argument without its name", ast.Call(node.func, node.args[:-1], named), (name, argument)
        for value in values:
            added = [*node.keywords, ast.keyword(argument, ast.Constant(value))]
            yield "argument missing", ast.Call(node.func, node.args, added), (name, argument)


def _of_another_function(node: ast.Call, function: ast.Attribute) -> Iterator[Change]:
    for family in ALIKE:
        for other in family if function.attr in family else ():
            if other != function.attr:
                called = ast.Attribute(function.value, other, ast.Load())
                yield "other function", ast.Call(called, node.args, node.keywords), (text_of(function),)


def spread_around(source: str, node: ast.AST) -> str:
    """The function of the spread whose first argument the name is; empty where it is none."""
    place = [getattr(node, name, 0) for name in ("lineno", "col_offset")]
    for call in ast.walk(ast.parse(source)):
        is_spread = isinstance(call, ast.Call) and text_of(call.func).split(".")[-1] in ("std", "var") and call.args
        if is_spread and isinstance(call, ast.Call) and [call.args[0].lineno, call.args[0].col_offset] == place:
            return text_of(call.func)
    return ""


def count_of(source: str, node: ast.AST) -> str:
    """The call of len that counts what the node names, or is an entry of; empty where none does."""
    place = [getattr(node, name, 0) for name in ("lineno", "col_offset")]
    for call in ast.walk(ast.parse(source)):
        is_count = isinstance(call, ast.Call) and getattr(call.func, "id", "") == "len" and len(call.args) == 1
        if is_count and isinstance(call, ast.Call) and [call.args[0].lineno, call.args[0].col_offset] == place:
            return text_of(call) if isinstance(call.args[0], (ast.Name, ast.Subscript)) else ""
    return ""


def call_too_much(_exercise: Exercise, edit: Edit) -> Sentences:
    """What is said of a call that is not needed around its value."""
    function, value = edit.words
    observed, means, advice = (text.format(function) for text in SAID["call too much"])
    if function == "range":
        means = f"`range` counts up to a number. The loop needs the values of `{value}`."
        return f"`range` does not belong around `{value}`.", means, "Which values should the loop go through?"
    return observed, means, advice


def changed_again(_exercise: Exercise, edit: Edit) -> Sentences:
    """What is said of a line that changes the right value of a call."""
    observed, means, advice = (text.format(*edit.words) for text in SAID["changed again"])
    is_drawn = any(name in edit.words[0] for name in EVEN_DRAWS)
    return observed, means, "From where to where should the number lie?" if is_drawn else advice
