"""Changes of loops: names that they take, words that end a round, lists made anew in each, and whole rows."""

from __future__ import annotations

import ast
from collections.abc import Iterator, Sequence
from functools import partial

from .edit import Edit, blocks, slots, text_of, with_another_name, with_blocks

FREE = "_"  # a name that nothing reads


def loop_edits(tree: ast.Module, given: Sequence[str]) -> Iterator[Edit]:
    """All of them; ``given`` are the names that the exercise gives."""
    yield from _taken_names(tree, given)
    yield from _names_of_loops(tree)
    yield from _words_of_a_round(tree)
    yield from _too_late(tree)
    yield from _made_anew(tree)
    yield from _whole_rows(tree)
    yield from _nested_loops(tree)
    yield from _loops_in_brackets(tree)


def _taken_names(tree: ast.Module, given: Sequence[str]) -> Iterator[Edit]:
    """A list that is made by counting with a given name, inside whose brackets it no longer has its value."""
    for node in ast.walk(tree):
        for clause in getattr(node, "generators", []):
            target = clause.target
            if isinstance(target, ast.Name) and target.id in given:
                words = (f"for {target.id} in {ast.unparse(clause.iter)}", target.id)
                yield Edit("name taken", target, words, partial(with_another_name, tree, [target], FREE))
            elif isinstance(target, ast.Name):
                yield from _hidden_names(tree, node, target)


def _hidden_names(tree: ast.Module, made: ast.AST, target: ast.Name) -> Iterator[Edit]:
    """A list that is made by counting with a name that has a value, where a formula needs both values."""
    stored = [name for name in ast.walk(tree) if isinstance(name, ast.Name) and isinstance(name.ctx, ast.Store)]
    lines = [name.lineno for name in stored if name.id == target.id and name.lineno < target.lineno]
    if not isinstance(made, (ast.ListComp, ast.GeneratorExp)):
        return
    values = ast.unparse(made.generators[0].iter)
    names = [name for name in ast.walk(made.elt) if isinstance(name, ast.Name)]
    read = [name for name in names if name.id == target.id]
    if lines and len(read) > 1:
        for place in read:
            words = (f"for {target.id} in {values}", target.id, str(max(lines)))
            yield Edit("name hidden", target, words, partial(with_another_name, tree, [target, place], FREE))


def _names_of_loops(tree: ast.Module) -> Iterator[Edit]:
    """A loop that counts with a name to which an earlier line gives a value: it counts with another name."""
    names = [node for node in ast.walk(tree) if isinstance(node, ast.Name)]
    for loop in (node for node in ast.walk(tree) if isinstance(node, ast.For) and isinstance(node.target, ast.Name)):
        name = loop.target.id  # type: ignore[attr-defined]
        inside = {id(part) for statement in loop.body for part in ast.walk(statement)} | {id(loop.target)}
        makers = [node for node in names if node.id == name and isinstance(node.ctx, ast.Store)]
        earlier = [node.lineno for node in makers if id(node) not in inside and node.lineno < loop.lineno]
        places = [node for node in names if node.id == name and id(node) in inside]
        if earlier:
            make = partial(with_another_name, tree, places, FREE)
            yield Edit("name of a loop", loop.target, (name, str(earlier[-1])), make, (loop.lineno, earlier[-1]))


def _words_of_a_round(tree: ast.Module) -> Iterator[Edit]:
    """A pass that should leave out the round, and lines that a continue or break keeps from being reached."""
    loops = [loop for loop in ast.walk(tree) if isinstance(loop, (ast.For, ast.While))]
    inside = {id(node) for loop in loops for node in ast.walk(loop)}
    for block in blocks(tree):
        for k, statement in enumerate(list(block)):
            if id(statement) not in inside:
                continue
            is_a_name = isinstance(statement, ast.Expr) and isinstance(statement.value, ast.Name)
            if isinstance(statement, ast.Pass) or is_a_name:
                make = with_blocks(tree, [(block, [*block[:k], ast.Continue(), *block[k + 1 :]])])
                heads = [loop.lineno for loop in loops if any(node is statement for node in ast.walk(loop))]
                yield Edit("pass for continue", statement, (text_of(statement),), make, (statement.lineno, *heads))
            if isinstance(statement, ast.Break) and any(_skips(loop, statement) for loop in loops):
                make = with_blocks(tree, [(block, [*block[:k], ast.Continue(), *block[k + 1 :]])])
                yield Edit("break for continue", statement, (), make)
            if isinstance(statement, ast.Break) and any(block is loop.body for loop in loops):
                without = with_blocks(tree, [(block, [*block[:k], ast.Pass(), *block[k + 1 :]])])
                yield Edit("ends the loop", statement, (), without)
            if isinstance(statement, ast.If):
                yield from _never_reached(tree, block, k, statement)


def _skips(loop: ast.For | ast.While, word: ast.stmt) -> bool:
    """Whether a line of the loop comes below the statement, or below the condition that it belongs to."""
    return any(node is word for line in loop.body[:-1] for node in ast.walk(line))


def _too_late(tree: ast.Module) -> Iterator[Edit]:
    """A condition that leaves out the rest of a round, at the end of its loop: above the lines that it should skip."""
    for loop in (node for node in ast.walk(tree) if isinstance(node, (ast.For, ast.While))):
        *lines, last = loop.body
        if isinstance(last, ast.If) and isinstance(last.body[-1], ast.Continue) and not last.orelse:
            numbers = (last.body[-1].lineno, *range(loop.lineno, last.lineno + 1))
            for k in range(len(lines)):
                make = with_blocks(tree, [(loop.body, [*lines[:k], last, *lines[k:]])])
                yield Edit("continue too late", last.body[-1], (ast.unparse(last.test),), make, numbers)


def _never_reached(tree: ast.Module, block: list[ast.stmt], k: int, condition: ast.If) -> Iterator[Edit]:
    for m, word in enumerate(condition.body[:-1]):
        if isinstance(word, (ast.Continue, ast.Break)):
            kept, moved = condition.body[: m + 1], condition.body[m + 1 :]
            make = with_blocks(tree, [(block, [*block[: k + 1], *moved, *block[k + 1 :]]), (condition.body, kept)])
            lines = tuple(range(moved[0].lineno, (moved[-1].end_lineno or moved[-1].lineno) + 1))
            ends = "starts the next round" if isinstance(word, ast.Continue) else "ends the loop"
            yield Edit("never reached", moved[0], (text_of(word), str(word.lineno), ends), make, lines)


def _made_anew(tree: ast.Module) -> Iterator[Edit]:
    """A value, or a list of one, that is made in a loop, where each round should add its value to a list."""
    for block in blocks(tree):
        for k, loop in enumerate(list(block)):
            if not isinstance(loop, ast.For):
                continue
            for m, statement in enumerate(loop.body):
                target = statement.targets[0] if isinstance(statement, ast.Assign) else None
                value = getattr(statement, "value", None)
                is_value = isinstance(value, ast.expr) and not _is_none(value) and not _is_a_text(value)
                if isinstance(target, ast.Name) and is_value and isinstance(value, ast.expr):
                    has_one_entry = isinstance(value, ast.List) and len(value.elts) == 1
                    kind, entries = ("made anew", value) if has_one_entry else ("not collected", _alone(value))
                    start = ast.Assign([target], _alone())
                    grown = ast.AugAssign(target, ast.Add(), entries)
                    inside = [*loop.body[:m], grown, *loop.body[m + 1 :]]
                    make = with_blocks(tree, [(block, [*block[:k], start, *block[k:]]), (loop.body, inside)])
                    yield Edit(kind, statement, (target.id, str(loop.lineno)), make)


def _is_none(value: ast.expr) -> bool:
    """Whether it is a call of a method that changes a list, and gives back nothing."""
    function = value.func if isinstance(value, ast.Call) else None
    return isinstance(function, ast.Attribute) and function.attr in ("append", "extend", "insert", "sort")


def _is_a_text(value: ast.expr) -> bool:
    """Whether a text in quotes is added, or begins it: a list of such texts is printed with its quotes and commas."""
    first: ast.expr = value
    while isinstance(first, (ast.BinOp, ast.Call, ast.Attribute)):
        if isinstance(first, ast.BinOp):
            if isinstance(first.op, ast.Add) and _is_a_text(first.right):
                return True
            first = first.left
        else:
            first = first.func if isinstance(first, ast.Call) else first.value
    return isinstance(first, ast.JoinedStr) or isinstance(getattr(first, "value", None), str)


def _alone(*values: ast.expr) -> ast.List:
    return ast.List(list(values), ast.Load())


def _whole_rows(tree: ast.Module) -> Iterator[Edit]:
    """A step of a whole row of a table, in a loop over rows inside a loop over columns: one entry of it."""
    for loop in (node for node in ast.walk(tree) if isinstance(node, ast.For)):
        for inner in (node for node in loop.body if isinstance(node, ast.For)):
            if isinstance(loop.target, ast.Name) and isinstance(inner.target, ast.Name):
                for step in inner.body:
                    yield from _one_entry(tree, step, inner.target.id, loop.target.id)
                    yield from _one_entry(tree, step, loop.target.id, inner.target.id)


def _one_entry(tree: ast.Module, step: ast.stmt, row: str, column: str) -> Iterator[Edit]:
    """The same with two indices at each table; the new entry is in this column or in the next one."""
    target = step.targets[0] if isinstance(step, ast.Assign) else None
    if not isinstance(target, ast.Subscript) or not _is_name(target.slice, row):
        return
    table = ast.unparse(target.value)
    rows = [part for part, _, _ in slots(step) if isinstance(part, ast.Subscript) and _is_name(part.slice, row)]
    for new, old in ((column, f"{column} - 1"), (f"{column} + 1", column)):
        for now in (old, new):  # the column of the other tables
            columns = [new if part is target else old if ast.unparse(part.value) == table else now for part in rows]
            yield Edit("whole row", step, (ast.unparse(target), row), partial(_with_columns, tree, rows, row, columns))


def _with_columns(tree: ast.Module, rows: Sequence[ast.Subscript], row: str, columns: Sequence[str]) -> str:
    usual = [part.slice for part in rows]
    for part, column in zip(rows, columns, strict=True):
        part.slice = ast.parse(f"x[{row}, {column}]", mode="eval").body.slice  # type: ignore[attr-defined]
    source = ast.unparse(tree)
    for part, index in zip(rows, usual, strict=True):
        part.slice = index
    return source


def _is_name(node: ast.AST, name: str) -> bool:
    return isinstance(node, ast.Name) and node.id == name


def _nested_loops(tree: ast.Module) -> Iterator[Edit]:
    """A loop in a loop: the two exchanged, and the inner one left out where no line of it uses its counter."""
    for loop in (node for node in ast.walk(tree) if isinstance(node, ast.For)):
        for k, inner in enumerate(loop.body):
            if not isinstance(inner, ast.For):
                continue
            heads = (str(loop.lineno), str(inner.lineno), text_of(loop.target), text_of(inner.target))
            yield Edit("loops exchanged", loop, heads, partial(_with_heads_exchanged, tree, loop, inner))
            counters = {node.id for node in ast.walk(inner.target) if isinstance(node, ast.Name)}
            read = {node.id for line in inner.body for node in ast.walk(line) if isinstance(node, ast.Name)}
            if not counters & read:
                make = with_blocks(tree, [(loop.body, [*loop.body[:k], *inner.body, *loop.body[k + 1 :]])])
                first, last = inner.body[0].lineno, inner.body[-1].end_lineno
                lines = f"line {first}" if first == last else f"the block of lines {first} to {last}"
                words = (f"for {text_of(inner.target)} in {text_of(inner.iter)}", lines, text_of(inner.target))
                yield Edit("loop too much", inner, words, make)


def _with_heads_exchanged(tree: ast.Module, loop: ast.For, inner: ast.For) -> str:
    loop.target, loop.iter, inner.target, inner.iter = inner.target, inner.iter, loop.target, loop.iter
    source = ast.unparse(tree)
    loop.target, loop.iter, inner.target, inner.iter = inner.target, inner.iter, loop.target, loop.iter
    return source


def _loops_in_brackets(tree: ast.Module) -> Iterator[Edit]:
    """A list that is made with two `for`, where one is enough."""
    for made in ast.walk(tree):
        if not isinstance(made, (ast.ListComp, ast.GeneratorExp)) or len(made.generators) < 2:
            continue
        read = {node.id for node in ast.walk(made.elt) if isinstance(node, ast.Name)}
        for clause in made.generators:
            counters = {node.id for node in ast.walk(clause.target) if isinstance(node, ast.Name)}
            rest = [other for other in made.generators if other is not clause]
            if not counters & read:
                words = (text_of(clause), f"`{text_of(made.elt)}`", text_of(clause.target))
                yield Edit("loop too much", clause.target, words, partial(_with_clauses, tree, made, rest))


def _with_clauses(tree: ast.Module, made: ast.ListComp | ast.GeneratorExp, clauses: list[ast.comprehension]) -> str:
    usual = made.generators
    made.generators = clauses
    source = ast.unparse(tree)
    made.generators = usual
    return source
