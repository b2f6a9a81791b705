"""Changes of the place that a step fills: a place of a name for the whole of it, and all rows or columns for one."""

from __future__ import annotations

import ast
from collections.abc import Iterator, Sequence
from functools import partial

from slipcheck.exercise import Exercise

from .count_edits import names_in_it, never_moved, not_counted
from .edit import (
    LINES,
    Edit,
    Sentences,
    indices_of,
    slots,
    text_of,
    with_another_name,
    with_blocks,
    with_expressions,
    with_index,
)
from .index_edits import across_edits

FREE = "_"  # a name that nothing reads


def place_edits(tree: ast.Module, counts: Sequence[str]) -> Iterator[Edit]:
    """All of them; ``counts`` are names that say how many values there are."""
    yield from _of_counts(tree, counts)
    yield from not_counted(tree)
    yield from never_moved(tree)
    yield from _never_stored(tree)
    yield from _row_never_stored(tree)
    loops = [node for node in ast.walk(tree) if isinstance(node, (ast.For, ast.While))]
    counters = {name.id for loop in loops if isinstance(loop, ast.For) for name in names_in_it(loop.target)}
    for loop in loops:
        for step in loop.body:
            target = step.targets[0] if isinstance(step, ast.Assign) else None
            if isinstance(target, ast.Name):
                yield from _without_a_place(tree, loop, step, target)
            elif isinstance(target, ast.Subscript):
                yield from _of_a_part(tree, step, target, counters, counts)
                yield from _turned(tree, step, target)
                yield from across_edits(tree, step, target)
                yield from _counts_for_counters(tree, loop, step, target, counts)
                if isinstance(loop, ast.For):
                    yield from _without_indices(tree, loop, step, target)


def _of_counts(tree: ast.Module, counts: Sequence[str]) -> Iterator[Edit]:
    """A list of rows that is made with the two counts in each other's place."""
    for made in (node for node in ast.walk(tree) if isinstance(node, ast.ListComp)):
        used = [name for name in names_in_it(made) if name.id in counts]
        rounds = [name for clause in made.generators for name in names_in_it(clause.iter) if name.id in counts]
        inside = [name for name in used if name not in rounds]
        if len(used) == len({name.id for name in used}) == 2 and len(rounds) == len(inside) == 1:
            words = (rounds[0].id, inside[0].id)
            yield Edit("counts exchanged", made, words, partial(_with_exchanged, tree, rounds[0], inside[0]))


def _with_exchanged(tree: ast.Module, one: ast.Name, other: ast.Name) -> str:
    usual = one.id, other.id
    one.id, other.id = usual[::-1]
    source = ast.unparse(tree)
    one.id, other.id = usual
    return source


def _without_a_place(tree: ast.Module, loop: ast.For | ast.While, step: ast.stmt, target: ast.Name) -> Iterator[Edit]:
    """A step that gives a whole name one value, in a loop that picks values from the name by an index."""
    entries = [node for node in ast.walk(tree) if isinstance(node, ast.Subscript) and text_of(node.value) == target.id]
    read = {text_of(node): node for node in entries if isinstance(node.ctx, ast.Load)}
    k = loop.body.index(step)
    if not read and isinstance(loop, ast.For) and target.id in _made_as_arrays(tree, loop):
        for index in _counters(loop):
            stored = ast.Assign([ast.Subscript(ast.Name(target.id, ast.Load()), index, ast.Store())], step.value)  # type: ignore[attr-defined]
            make = with_blocks(tree, [(loop.body, [*loop.body[:k], stored, *loop.body[k + 1 :]])])
            yield Edit("place missing", target, (target.id, ""), make)
    for text, entry in read.items():
        for index in (*_next_indices(entry.slice), *_counters(loop)):
            place = ast.Subscript(ast.Name(target.id, ast.Load()), index, ast.Store())
            stored = ast.Assign([place], step.value)  # type: ignore[attr-defined]
            make = with_blocks(tree, [(loop.body, [*loop.body[:k], stored, *loop.body[k + 1 :]])])
            yield Edit("place missing", target, (target.id, text), make)
    if not any(entry in list(ast.walk(step)) for entry in read.values()):
        return
    bases = [id(node.value) for node in entries]
    alone = [name for name in names_in_it(loop) if name.id == target.id and id(name) not in bases]
    yield Edit("name of many", target, (target.id,), partial(with_another_name, tree, alone, FREE))


def _counters(loop: ast.For | ast.While) -> list[ast.expr]:
    target = loop.target if isinstance(loop, ast.For) else None
    return [target] if isinstance(target, ast.Name) else []


def _next_indices(index: ast.expr) -> Iterator[ast.expr]:
    """The index one place further; of a pair, in one of its places."""
    if isinstance(index, ast.Tuple):
        for k, part in enumerate(index.elts):
            for further in _next_indices(part):
                yield ast.Tuple([*index.elts[:k], further, *index.elts[k + 1 :]], ast.Load())
    elif isinstance(index, ast.BinOp) and isinstance(index.op, ast.Sub) and text_of(index.right) == "1":
        yield index.left
    elif isinstance(index, ast.Name):
        yield ast.BinOp(index, ast.Add(), ast.Constant(1))


def _turned(tree: ast.Module, step: ast.stmt, target: ast.Subscript) -> Iterator[Edit]:
    """A step from one place to another, with the two indices in each other's place."""
    entries = [node for node in ast.walk(step) if isinstance(node, ast.Subscript) and node is not target]
    read = [node for node in entries if text_of(node.value) == text_of(target.value)]
    if read and len({text_of(node) for node in read}) == 1 and text_of(read[0]) != text_of(target):
        words = (text_of(target), text_of(read[0]))
        yield Edit("indices exchanged", target, words, partial(_with_turned, tree, target, read))


def _with_turned(tree: ast.Module, target: ast.Subscript, read: Sequence[ast.Subscript]) -> str:
    filled, taken = target.slice, [node.slice for node in read]
    target.slice = taken[0]
    for node in read:
        node.slice = filled
    source = ast.unparse(tree)
    target.slice = filled
    for node, index in zip(read, taken, strict=True):
        node.slice = index
    return source


def _without_indices(tree: ast.Module, loop: ast.For, step: ast.stmt, target: ast.Subscript) -> Iterator[Edit]:
    """A step that fills one place from whole arrays, by their bare names."""
    counter = loop.target
    if not isinstance(counter, ast.Name):
        return
    many = {text_of(target.value), *_made_as_arrays(tree, loop)}
    bases = [id(node.value) for node in ast.walk(step) if isinstance(node, ast.Subscript)]
    bare = [slot for slot in slots(step) if getattr(slot[0], "id", "") in many and id(slot[0]) not in bases]
    names = list(dict.fromkeys(text_of(node) for node, _, _ in bare))
    if len(names) < 2:  # of one alone, "no index" speaks
        return
    before = ast.BinOp(counter, ast.Sub(), ast.Constant(1))
    also = " ".join(f"`{name}` needs an index too." for name in names[1:])
    for index in (before, counter):
        new = [(put, node, ast.Subscript(node, index, ast.Load())) for node, put, _ in bare]
        words = (names[0], text_of(target), also)
        yield Edit("indices missing", bare[0][0], words, with_expressions(tree, new))


def _made_as_arrays(tree: ast.Module, loop: ast.For) -> set[str]:
    """The names to which a line above the loop gives an array that NumPy makes."""
    makers = [node for node in tree.body if isinstance(node, ast.Assign) and node.lineno < loop.lineno]
    of_numpy = [node for node in makers if any(text_of(n).startswith("np.") for n in _calls(node.value))]
    return {target.id for node in of_numpy for target in node.targets if isinstance(target, ast.Name)}


def _calls(node: ast.AST) -> list[ast.expr]:
    """The functions that are called in it."""
    return [part.func for part in ast.walk(node) if isinstance(part, ast.Call)]


def _counts_for_counters(
    tree: ast.Module, loop: ast.For | ast.While, step: ast.stmt, target: ast.Subscript, counts: Sequence[str]
) -> Iterator[Edit]:
    """A step whose index is the number of values, where the counter of the loop belongs."""
    counter = loop.target if isinstance(loop, ast.For) else None
    if not isinstance(counter, ast.Name) or text_of(target.slice) not in counts:
        return
    slots_of_it = [slot for slot in slots(step) if text_of(slot[0]) == text_of(target)]
    new = [(put, node, ast.Subscript(target.value, counter, node.ctx)) for node, put, _ in slots_of_it]  # type: ignore[attr-defined]
    words = (text_of(target.slice), text_of(target.value))
    yield Edit("count for a counter", target, words, with_expressions(tree, new))


def _never_stored(tree: ast.Module) -> Iterator[Edit]:
    """A list that a loop fills, where the array of this meaning has another name."""
    for k, loop in enumerate(tree.body):
        steps = [node for node in ast.walk(loop) if isinstance(node, ast.Expr)] if isinstance(loop, ast.For) else []
        grown = [step for step in steps if text_of(step.value).partition("(")[0].endswith(".append")]
        for step in grown:
            made = text_of(step.value).partition(".append")[0]
            read = {node.id for line in tree.body[k + 1 :] for node in names_in_it(line)}
            for name in sorted(_made_as_arrays(tree, loop) & read) if isinstance(loop, ast.For) else ():
                stored = ast.parse(f"{name} = np.array({made})").body
                make = with_blocks(tree, [(tree.body, [*tree.body[: k + 1], *stored, *tree.body[k + 1 :]])])
                yield Edit("never stored", step, (made, name), make, (step.lineno, loop.lineno))


def _row_never_stored(tree: ast.Module) -> Iterator[Edit]:
    """A row that each round of a loop makes anew, where no line of the loop stores one in the table above it."""
    for k, loop in enumerate(tree.body):
        if not isinstance(loop, ast.For) or not isinstance(loop.target, ast.Name):
            continue
        made = [(step, target) for step in loop.body if isinstance(step, ast.Assign) for target in step.targets]
        rows = [(step, target.id) for step, target in made if isinstance(target, ast.Name)]
        after = {node.id for line in tree.body[k + 1 :] for node in names_in_it(line)}
        inside = {node.id for node in names_in_it(loop)}
        tables = sorted((_made_as_arrays(tree, loop) & after) - inside)
        for step, row in rows:
            for table in tables:
                stored = ast.parse(f"{table}[{loop.target.id}] = {row}").body
                make = with_blocks(tree, [(loop.body, [*loop.body, *stored])])
                yield Edit("row never stored", step, (row, table), make)


def _of_a_part(
    tree: ast.Module, step: ast.stmt, target: ast.Subscript, counters: set[str], counts: Sequence[str]
) -> Iterator[Edit]:
    """A step of a part of a table's rows, or columns: the same of all of them."""
    pairs = [pair for node in ast.walk(step) if (pair := indices_of(node))]
    own = indices_of(target)
    for k, index in enumerate(own):
        is_counted = any(name.id in counters for name in names_in_it(index))
        if is_counted or text_of(index) == ":" or not any(name.id in counters for name in names_in_it(own[1 - k])):
            continue
        which = "count" if text_of(index) in counts else "slice" if isinstance(index, ast.Slice) else "one"
        words = (text_of(target), text_of(index), LINES[k], which)
        yield Edit("not all", target, words, partial(with_index, tree, pairs, k, ast.Slice()))


def place_missing(_exercise: Exercise, edit: Edit) -> Sentences:
    """What is said of a step that gives a whole name one value."""
    name, entry = edit.words
    means = f"The values that `{name}` held before are lost."
    means = f"{means} Then `{entry}` has nothing to pick from." if entry else means
    advice = f"Which place of `{name}` should get the new value? Give the marked name an index."
    return f"this line puts one value in the place of all of `{name}`.", means, advice


def not_all(_exercise: Exercise, edit: Edit) -> Sentences:
    """What is said of a step that does not fill all rows, or columns."""
    text, index, line, which = edit.words
    advice = f"Which index stands for all {line}s?"
    if which == "count":
        means = f"`{index}` is the number of {line}s. The {line}s have the indices 0 to `{index} - 1`."
        return f"`{index}` is not an index of a {line}.", means, advice
    if index == "1:":
        means = f"Python counts from 0, so the first {line} has the index 0."
        return f"the slice `1:` in `{text}` leaves out a {line}.", means, advice
    if which == "slice":
        return f"the slice `{index}` in `{text}` leaves out {line}s.", f"All {line}s are needed.", advice
    means = f"So the other {line}s keep the values that they have before the loop."
    return f"the index `{index}` in `{text}` takes one {line} only.", means, advice
