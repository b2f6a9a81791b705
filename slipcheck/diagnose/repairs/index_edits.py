"""Changes of an index."""

from __future__ import annotations

import ast
from collections.abc import Iterator, Sequence
from functools import partial

from .edit import LINES, Around, Change, Edit, indices_of, slots, text_of

Other = tuple[ast.expr, tuple[str, ...]]  # another index, and in which way it differs
LEAVES_OUT = {"1:": ", which leaves out the first value", ":-1": ", which leaves out the last value"}  # of a slice


def index_changes(node: ast.Subscript, counters: Sequence[str]) -> Iterator[Change]:
    """All of them; ``counters`` are the names that loops count with."""
    if isinstance(node.ctx, ast.Load):
        has_another = isinstance(node.value, ast.Subscript)
        which = "a second index" if has_another else "an index"
        left_out = "the second index" if has_another else "the index"
        if isinstance(node.slice, ast.Slice):
            which, left_out = f"the slice `[{text_of(node.slice)}]`", "the square brackets and what is in them"
            which += LEAVES_OUT.get(text_of(node.slice), "")
        yield "index too much", node.value, (text_of(node), text_of(node.value), which, left_out)
        if not isinstance(node.slice, (ast.Tuple, ast.Slice, ast.UnaryOp)):
            yield from _with_a_second(node, counters)
    kind = "other entry" if isinstance(node.ctx, ast.Load) else "other place"
    if isinstance(node.value, ast.Attribute) and node.value.attr == "shape":
        other = ast.Constant(1 - int(text_of(node.slice) == "1"))
        yield kind, ast.Subscript(node.value, other, node.ctx), (text_of(node), "shape")
        return
    for index, way in other_indices(node.slice, counters):
        yield kind, ast.Subscript(node.value, index, node.ctx), (text_of(node), *way)


def value_of_a_loop(node: ast.Subscript, around: Around) -> Iterator[Change]:
    """For an entry of what a loop around it goes through, at an index of another loop: the loop's own value."""
    index = node.slice
    if not isinstance(node.ctx, ast.Load):
        return
    comprehensions = [loop for part in around for loop in getattr(part, "generators", ())]
    loops = [part for part in around if isinstance(part, ast.For)]
    for loop in loops:
        value = loop.target.elts[-1] if isinstance(loop.target, ast.Tuple) else loop.target
        gone_through: list[ast.expr] = [loop.iter, *getattr(loop.iter, "args", ())[:1]]  # of enumerate, the first
        if isinstance(value, ast.Name) and text_of(node) in [text_of(part) for part in gone_through]:
            yield "many for the one", ast.Name(value.id, ast.Load()), (text_of(node), str(loop.lineno))
    for each in (*loops, *comprehensions):
        name = getattr(each.target, "id", "")
        is_over_it = text_of(each.iter) == text_of(node.value) and isinstance(index, ast.Name)
        if name and is_over_it and name != text_of(index) and not _is_counted_in(each, text_of(index)):
            words = (text_of(node), name, text_of(index), str(each.target.lineno), text_of(node.value))
            yield "value of the loop", ast.Name(name, ast.Load()), words


def _is_counted_in(loop: ast.For | ast.comprehension, name: str) -> bool:
    """Whether a line of the loop gives the name a value."""
    names = [part for line in getattr(loop, "body", ()) for part in ast.walk(line) if isinstance(part, ast.Name)]
    return any(part.id == name and isinstance(part.ctx, ast.Store) for part in names)


def across_edits(tree: ast.Module, step: ast.stmt, target: ast.Subscript) -> Iterator[Edit]:
    """A step that takes whole rows where it fills a column, or the other way round."""
    whole = [text_of(index) for index in indices_of(target)]
    pairs = [(node, indices_of(node)) for node in ast.walk(step) if node is not target and indices_of(node)]
    across = [(node, pair) for node, pair in pairs if ":" in whole and text_of(pair[1 - whole.index(":")]) == ":"]
    if across and len(across) == len(pairs):
        taken, filled = (LINES[1], LINES[0]) if whole[1] == ":" else (LINES[0], LINES[1])
        others = sorted({text_of(node) for node, _ in across} - {text_of(across[0][0])})
        also = f" Do the same for `{others[0]}`." if others else ""
        words = (text_of(across[0][0]), taken, text_of(target), filled, also)
        yield Edit("across", across[0][0], words, partial(_with_reversed, tree, [pair for _, pair in across]))


def _with_reversed(tree: ast.Module, pairs: Sequence[list[ast.expr]]) -> str:
    for pair in pairs:
        pair.reverse()
    source = ast.unparse(tree)
    for pair in pairs:
        pair.reverse()
    return source


def _with_a_second(node: ast.Subscript, counters: Sequence[str]) -> Iterator[Change]:
    """One place of the row that an index takes."""
    for counter in counters:
        if text_of(node.slice) != counter:
            name = ast.Name(counter, ast.Load())
            for second in (name, ast.BinOp(name, ast.Sub(), ast.Constant(1))):
                pair = ast.Tuple([node.slice, second], ast.Load())
                yield "index missing", ast.Subscript(node.value, pair, node.ctx), (text_of(node), text_of(node.value))


def other_indices(index: ast.expr, counters: Sequence[str]) -> Iterator[Other]:
    """Other indices than ``index``; of a pair, in each place, and exchanged."""
    if isinstance(index, ast.Tuple):
        for k, part in enumerate(index.elts):
            alone = (
                (other, way) for other, way in other_indices(part, counters) if way not in (("column",), ("entry",))
            )
            for other, way in alone:
                yield ast.Tuple([*index.elts[:k], other, *index.elts[k + 1 :]], ast.Load()), way
        if len(index.elts) == 2:
            yield ast.Tuple(index.elts[::-1], ast.Load()), ("exchanged",)
        return
    if isinstance(index, ast.Slice):
        yield from _other_slices(index, counters)
        return
    one = ast.Constant(1)
    yield ast.BinOp(index, ast.Sub(), one), ("late",)
    yield ast.BinOp(index, ast.Add(), one), ("early",)
    for counter in counters:
        if counter not in {getattr(part, "id", "") for part in ast.walk(index)}:
            yield ast.Tuple([ast.Name(counter, ast.Load()), index], ast.Load()), ("entry",)
            yield ast.Tuple([index, ast.Name(counter, ast.Load())], ast.Load()), ("entry",)
        if text_of(index) != counter:
            yield ast.Name(counter, ast.Load()), ("counter",)
            yield ast.BinOp(ast.Name(counter, ast.Load()), ast.Sub(), one), ("counter",)
    yield ast.Tuple([ast.Slice(), index], ast.Load()), ("column",)
    yield ast.UnaryOp(ast.USub(), index), ("from the end",)


def _other_slices(index: ast.Slice, counters: Sequence[str]) -> Iterator[Other]:
    for counter in counters:
        yield ast.Name(counter, ast.Load()), ("one", text_of(index))
        before = ast.BinOp(ast.Name(counter, ast.Load()), ast.Sub(), ast.Constant(1))
        yield before, ("one", text_of(index))
    if index.step is not None:
        yield ast.Slice(index.lower, index.step), ("reversed",)
        return
    if index.lower is not None:
        yield ast.Slice(None, index.upper), ("starts late",)
    if index.upper is not None:
        yield ast.Slice(index.lower, None), ("ends early",)
    if index.lower is not None and index.upper is not None:
        yield ast.Slice(), ("all",)
    yield ast.Slice(ast.Constant(1), index.upper), ("starts early",) if index.lower is None else ()
    yield ast.Slice(index.lower, ast.Constant(-1)), ("ends late",) if index.upper is None else ()


def shifted_steps(tree: ast.Module, ranges: Sequence[str]) -> Iterator[Edit]:
    """Steps in a loop over one of the ``ranges`` of the exercise, with each index one place earlier or later."""
    for loop in (node for node in ast.walk(tree) if isinstance(node, ast.For) and ast.unparse(node.iter) in ranges):
        counter = text_of(loop.target)
        for step in loop.body:
            entries = [part for part, _, _ in slots(step) if isinstance(part, ast.Subscript)]
            target = step.targets[0] if isinstance(step, ast.Assign) else None
            counted = [part for part in entries if _counts(part.slice, counter)]
            if isinstance(target, ast.Subscript) and target in counted and len(counted) > 1:
                for sign, way in ((ast.Sub(), "late"), (ast.Add(), "early")):
                    words = (counter, *_in_the_first_round(loop, target), way)
                    yield Edit("all indices", step, words, partial(_with_shifted, tree, counted, counter, sign))
                    own = [part for part in counted if text_of(part.value) == text_of(target.value)]
                    if 1 < len(own) < len(counted):
                        make = partial(_with_shifted, tree, own, counter, sign)
                        yield Edit("all indices", step, (*words, text_of(target.value)), make)


def _counts(index: ast.expr, counter: str) -> bool:
    return any(isinstance(node, ast.Name) and node.id == counter for node in ast.walk(index))


def _in_the_first_round(loop: ast.For, target: ast.Subscript) -> tuple[str, str]:
    """The place that gets a value, and the counter; empty where the text alone does not tell."""
    start = loop.iter.args[0] if isinstance(loop.iter, ast.Call) and len(loop.iter.args) > 1 else ast.Constant(0)
    index, first = target.slice, getattr(start, "value", None)
    ways = {ast.Add: 1, ast.Sub: -1}
    if isinstance(index, ast.BinOp) and type(index.op) in ways and text_of(index.right) == "1":
        place = int(str(first)) + ways[type(index.op)] if isinstance(first, int) else None
        return (str(place), str(first)) if place is not None and isinstance(index.left, ast.Name) else ("", "")
    return (str(first), str(first)) if isinstance(index, ast.Name) and isinstance(first, int) else ("", "")


def _with_shifted(tree: ast.Module, entries: Sequence[ast.Subscript], counter: str, sign: ast.Add | ast.Sub) -> str:
    usual = [part.slice for part in entries]
    for part in entries:
        parts = part.slice.elts if isinstance(part.slice, ast.Tuple) else [part.slice]
        moved = [ast.BinOp(index, sign, ast.Constant(1)) if _counts(index, counter) else index for index in parts]
        part.slice = ast.Tuple(moved, ast.Load()) if isinstance(part.slice, ast.Tuple) else moved[0]
    source = ast.unparse(tree)
    for part, index in zip(entries, usual, strict=True):
        part.slice = index
    return source
