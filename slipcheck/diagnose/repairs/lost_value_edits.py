"""Changes of what loses a value: a result that nothing stores, a value in no place, a number for many."""

from __future__ import annotations

import ast
from collections.abc import Iterator, Sequence
from functools import partial

from .edit import Edit, blocks, text_of, with_blocks

NEW = (  # functions and methods that give back a new value, and change nothing
    "append", "insert", "delete", "concatenate", "hstack", "vstack", "sort", "sqrt", "abs", "round", "int", "float",
    "copy", "astype", "reshape", "transpose", "flatten", "sorted", "list", "array", "square", "power",
)  # fmt: skip
IN_PLACE = ("append", "insert", "sort", "copy")  # which as methods of a list change it, or need no line


def lost_value_edits(tree: ast.Module, counts: Sequence[str]) -> Iterator[Edit]:
    """All of them; ``counts`` are names that say how many values there are."""
    lists = _lists(tree)
    for block in blocks(tree):
        for k, statement in enumerate(list(block)):
            changes = [*_stored(statement), *_appended(statement, lists)]
            for kind, stored, words in changes:
                if kind == "append to a number" and words[1] in lists:
                    continue
                make = with_blocks(tree, [(block, [*block[:k], stored, *block[k + 1 :]])])
                yield Edit(kind, statement, words, make)
    yield from _places_of_arrays(tree, lists)
    yield from _numbers_for_many(tree, counts)


def _stored(statement: ast.stmt) -> Iterator[tuple[str, ast.stmt, tuple[str, ...]]]:
    """The result of a line that stores nothing, under the name that it is made from."""
    value = statement.value if isinstance(statement, ast.Expr) else None
    if isinstance(value, ast.BinOp):
        for name in dict.fromkeys(node.id for node in ast.walk(value) if isinstance(node, ast.Name)):
            yield "value not stored", ast.Assign([ast.Name(name, ast.Store())], value), (name,)
    if not isinstance(value, ast.Call):
        return
    function = text_of(value.func)
    is_of_numpy = function.startswith("np.")
    if isinstance(value.func, ast.Attribute) and isinstance(value.func.value, ast.Name) and not is_of_numpy:
        name = value.func.value.id
        if value.func.attr in NEW and value.func.attr not in IN_PLACE:
            yield "result not stored", ast.Assign([ast.Name(name, ast.Store())], value), (function, name)
        if value.func.attr == "append" and len(value.args) == 1:
            plain = ast.Assign([ast.Name(name, ast.Store())], value.args[0])
            yield "append to a number", plain, (text_of(value.func), name)
    elif function.split(".")[-1] in NEW and value.args and isinstance(value.args[0], ast.Name):
        name = value.args[0].id
        yield "result not stored", ast.Assign([ast.Name(name, ast.Store())], value), (function, name)


def _appended(statement: ast.stmt, lists: set[str]) -> Iterator[tuple[str, ast.stmt, tuple[str, ...]]]:
    """A value that is stored in a place that a list does not have yet: it is put at its end."""
    target = statement.targets[0] if isinstance(statement, ast.Assign) else None
    if isinstance(statement, ast.Assign) and isinstance(target, ast.Subscript) and text_of(target.value) in lists:
        method = ast.Attribute(target.value, "append", ast.Load())
        appended = ast.Expr(ast.Call(method, [statement.value], []))
        yield "place for an append", appended, (text_of(target), text_of(target.value))


def _places_of_arrays(tree: ast.Module, lists: set[str]) -> Iterator[Edit]:
    """A value that should be put at the end of an array: it is stored in the place of the round."""
    for loop in (node for node in ast.walk(tree) if isinstance(node, ast.For)):
        counter = loop.target.elts[0] if isinstance(loop.target, ast.Tuple) else loop.target
        for k, statement in enumerate(list(loop.body)):
            call = statement.value if isinstance(statement, ast.Expr) else None
            method = call.func if isinstance(call, ast.Call) and len(call.args) == 1 else None
            if not isinstance(call, ast.Call) or not isinstance(method, ast.Attribute) or method.attr != "append":
                continue
            if text_of(method.value) in lists:
                continue
            for place in (counter, ast.BinOp(counter, ast.Add(), ast.Constant(1))):
                stored = ast.Assign([ast.Subscript(method.value, place, ast.Store())], call.args[0])
                make = with_blocks(tree, [(loop.body, [*loop.body[:k], stored, *loop.body[k + 1 :]])])
                yield Edit("append to an array", statement, (text_of(method.value), text_of(counter)), make)


def _lists(tree: ast.Module) -> set[str]:
    """The names that some line makes a list."""
    assigned = [node for node in ast.walk(tree) if isinstance(node, ast.Assign)]
    made = [node for node in assigned if any(isinstance(n, (ast.List, ast.ListComp)) for n in ast.walk(node.value))]
    return {text_of(target) for node in made for target in node.targets}


def _numbers_for_many(tree: ast.Module, counts: Sequence[str]) -> Iterator[Edit]:
    """A loop, or a ``for`` in brackets, over a number: over the whole numbers below it."""
    loops = [node for node in ast.walk(tree) if isinstance(node, (ast.For, ast.comprehension))]
    for loop in loops:
        count = loop.iter
        is_counted = isinstance(count, ast.Call) and text_of(count.func) in ("len", "int", "round")
        is_known = isinstance(count, ast.Constant) or getattr(count, "id", "") in counts
        if is_counted or is_known or isinstance(count, ast.BinOp):
            yield Edit("no range", count, (text_of(count),), partial(_with_range, tree, loop))


def _with_range(tree: ast.Module, loop: ast.For | ast.comprehension) -> str:
    count = loop.iter
    loop.iter = ast.Call(ast.Name("range", ast.Load()), [count], [])
    source = ast.unparse(tree)
    loop.iter = count
    return source
