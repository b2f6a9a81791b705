"""Changes of whole statements: one too many, behind a #, at a wrong depth, or in a wrong order."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from functools import partial

from slipcheck.judge.parse import parsed
from slipcheck.observe.rewrite import is_literal

from ..crashes.comments import without_its_sign
from .edit import Edit, blocks, text_of, with_blocks

COMMENT = re.compile(r"^(?P<before>[^#'\"]*)#\s?(?P<code>.*)$")
LOOPS = (ast.For, ast.While)
COMPOUND = (*LOOPS, ast.If, ast.FunctionDef)
GROWING = ("append", "extend", "insert")
MOST_MOVED = 3  # statements at once
OF_FIGURES = ("plot", "scatter", "xlabel", "ylabel", "title", "legend", "show")


def statement_edits(source: str, tree: ast.Module) -> Iterator[Edit]:
    """All of them."""
    yield from _uncommented(source)
    yield from _left_out(tree)
    yield from _at_another_depth(tree)
    yield from _in_another_order(tree)


def _uncommented(source: str) -> Iterator[Edit]:
    lines = source.splitlines()
    for k, line in enumerate(lines):
        match = COMMENT.match(line)
        if match is None or not _is_code(match["code"], bool(match["before"].strip())):
            continue
        place = ast.Pass(lineno=k + 1, col_offset=line.index("#"), end_lineno=k + 1, end_col_offset=len(line))
        below = [match["before"], _indent(match["before"]) + match["code"]]
        before, _, behind = line.partition("#")
        uncommented = "Delete the #." if before.strip() else without_its_sign(before, behind)
        for after, advice in (
            ([match["before"] + match["code"]], uncommented),
            (below, "Put it on a line of its own, without the #."),
        ):
            changed = "\n".join([*lines[:k], *after, *lines[k + 1 :]])
            if parsed(changed) is not None:
                yield Edit("behind a #", place, (match["code"].strip(), advice), partial(str, changed))


def _indent(line: str) -> str:
    return line[: len(line) - len(line.lstrip())]


def _is_code(text: str, has_code_before: bool) -> bool:
    """Whether a comment may be code that should run: a statement, or what continues the line before it."""
    tree = parsed(text.strip())
    statement = tree.body[0] if tree is not None and len(tree.body) == 1 else None
    is_call = isinstance(statement, ast.Expr) and isinstance(statement.value, ast.Call)
    if is_call or isinstance(statement, (ast.Assign, ast.AugAssign)) or text.rstrip().endswith(":"):
        return True
    return has_code_before and bool(re.match(r"\s*[-+*/),]", text))


def _left_out(tree: ast.Module) -> Iterator[Edit]:
    for block in blocks(tree):
        for k, statement in enumerate(list(block)):
            if not isinstance(statement, (ast.Import, ast.ImportFrom)) and not _is_asked_for(statement):
                without = [*block[:k], ast.Pass(), *block[k + 1 :]]
                same = [other for other in block if other is not statement and _is_the_same(other, statement)]
                words = (text_of(statement), *(str(other.lineno) for other in same[:1]))
                yield Edit("one too many", statement, words, with_blocks(tree, [(block, without)]))


def _is_the_same(one: ast.stmt, other: ast.stmt) -> bool:
    return ast.unparse(one) == ast.unparse(other)


def _is_asked_for(statement: ast.stmt) -> bool:
    """Whether it draws or writes what a figure needs: such a line may be wrong, but it is not too much."""
    call = statement.value if isinstance(statement, ast.Expr) else None
    return isinstance(call, ast.Call) and isinstance(call.func, ast.Attribute) and call.func.attr in OF_FIGURES


def _at_another_depth(tree: ast.Module) -> Iterator[Edit]:
    """Moved out of its loop, or into the loop beside it."""
    for block in blocks(tree):
        for k, loop in enumerate(list(block)):
            if isinstance(loop, LOOPS):
                yield from _moved_out(tree, block, k, loop)
                yield from _moved_in(tree, block, k, loop)


def _moved_out(tree: ast.Module, block: list[ast.stmt], k: int, loop: ast.For | ast.While) -> Iterator[Edit]:
    for count in range(1, min(MOST_MOVED, len(loop.body) - 1) + 1):
        for m in range(len(loop.body) - count + 1):
            moved = loop.body[m : m + count]
            inside = loop.body[:m] + loop.body[m + count :]
            numbers = (moved[0].lineno, moved[-1].end_lineno or moved[-1].lineno)
            for place, where in ((k + 1, "after"), (k, "before")):
                make = with_blocks(tree, [(block, [*block[:place], *moved, *block[place:]]), (loop.body, inside)])
                rest = loop.body[m + count : m + count + 1]
                next_line = [f"before {statement.lineno}" for statement in rest]
                words = (where, str(loop.lineno), *map(str, dict.fromkeys(numbers)), *next_line)
                yield Edit("runs in each round", moved[0], words, make, tuple(range(numbers[0], numbers[1] + 1)))


def _moved_in(tree: ast.Module, block: list[ast.stmt], k: int, loop: ast.For | ast.While) -> Iterator[Edit]:
    for m, statement in enumerate(block[:k]):
        yield from _moved_above_its_reader(tree, block, m, statement, loop)
    starts = [(m, "beginning") for m in range(k - 1) if _is_a_start(block[m])]
    for m, where in ((k + 1, "end"), (k - 1, "beginning"), *starts):
        if 0 <= m < len(block) and not _is_asked_for(block[m]) and not _shows_what_grows(block[m], block[:k]):
            if isinstance(block[m], LOOPS) and where != "end":
                continue
            inside = [*loop.body, block[m]] if where == "end" else [block[m], *loop.body]
            make = with_blocks(tree, [(block, block[:m] + block[m + 1 :]), (loop.body, inside)])
            left = [name for name in sorted(_stored(block[m])) if where == "beginning" and _changes(loop, name)]
            lines = tuple(range(block[m].lineno, (block[m].end_lineno or block[m].lineno) + 1))
            yield Edit("runs once", block[m], (where, str(loop.lineno), *left), make, lines)


def _shows_what_grows(statement: ast.stmt, before: list[ast.stmt]) -> bool:
    """Whether it prints a text or a list that a statement before the loop begins as an empty one."""
    call = statement.value if isinstance(statement, ast.Expr) else None
    names = {node.id for node in getattr(call, "args", ()) if isinstance(node, ast.Name)}
    empty = [one for one in before if isinstance(one, ast.Assign) and text_of(one.value) in ("''", "[]")]
    return any(_stored(one) & names for one in empty)


def _moved_above_its_reader(
    tree: ast.Module, block: list[ast.stmt], m: int, statement: ast.stmt, loop: ast.For | ast.While
) -> Iterator[Edit]:
    """A value that is made once, and that a lower line of the loop reads: it is made above that line."""
    target = statement.targets[0] if isinstance(statement, ast.Assign) else None
    if not isinstance(target, ast.Name) or _is_a_start(statement) or target.id in _stored(loop):
        return
    place = next((k for k, line in enumerate(loop.body) if target.id in _read(line)), 0)
    if place and _read(statement) & _stored(loop):
        inside = [*loop.body[:place], statement, *loop.body[place:]]
        make = with_blocks(tree, [(block, block[:m] + block[m + 1 :]), (loop.body, inside)])
        words = (f"above {loop.body[place].lineno}", str(loop.lineno), target.id)
        yield Edit("runs once", statement, words, make)


def _changes(loop: ast.For | ast.While, name: str) -> bool:
    """Whether a loop makes more of the value that a name has: by an assignment, or by append."""
    calls = [part.func for part in ast.walk(loop) if isinstance(part, ast.Call)]
    grown = [text_of(call.value) for call in calls if isinstance(call, ast.Attribute) and call.attr in GROWING]
    return name in grown or name in _stored(loop) & _read(loop)


def _is_a_start(statement: ast.stmt) -> bool:
    """Whether it sets a name to a number, or to an empty list."""
    return isinstance(statement, ast.Assign) and is_literal(statement.value)


def _shared(statement: ast.stmt, others: list[ast.stmt]) -> tuple[str, ...]:
    """Why a statement belongs on the other side of these: who makes a name, its name, who reads it, as line numbers.

    Only one name passes from the statement to the others or back, one line makes it, and no reader makes it anew. Last,
    whether the reader has the new value now, and needs the old one.
    """
    pairs = [*((statement, other) for other in others), *((other, statement) for other in others)]
    passed = [(maker, name, reader) for maker, reader in pairs for name in _stored(maker) & _read(reader)]
    makers = {_line_that_stores(maker, name) for maker, name, _ in passed}
    stored = [name for one in (statement, *others) for name in _stored(one)]
    if len(makers) != 1 or len({name for _, name, _ in passed}) != 1 or stored.count(passed[0][1]) > 1:
        return ()
    maker, name, reader = passed[0]
    is_after = (maker is statement) == (statement.lineno < others[0].lineno)
    return str(makers.pop()), name, str(_line_that_reads(reader, name)), "old" if is_after else "new"


def _line_that_reads(statement: ast.stmt, name: str) -> int:
    """Of a loop, the first of its lines that does."""
    parts = [part for part in ast.walk(statement) if isinstance(part, ast.stmt) and name in _read(part)]
    simple = [part.lineno for part in parts if not hasattr(part, "body")]
    return min(simple, default=statement.lineno)


def _line_that_stores(statement: ast.stmt, name: str) -> int:
    """Of a loop, its line that does."""
    parts = [part for part in ast.walk(statement) if isinstance(part, ast.stmt) and name in _stored(part)]
    return max(part.lineno for part in parts)


def _stored(statement: ast.stmt) -> set[str]:
    """The names that a statement gives values, or changes in a place."""
    nodes = [part for part in ast.walk(statement) if isinstance(getattr(part, "ctx", None), ast.Store)]
    bases = [node.value if isinstance(node, ast.Subscript) else node for node in nodes]
    return {base.id for base in bases if isinstance(base, ast.Name)}


def _read(statement: ast.stmt) -> set[str]:
    """The names of which a statement uses the values, those that it adds to among them."""
    names = [part for part in ast.walk(statement) if isinstance(part, ast.Name) and isinstance(part.ctx, ast.Load)]
    targets = [part.target for part in ast.walk(statement) if isinstance(part, ast.AugAssign)]
    return {name.id for name in [*names, *targets] if isinstance(name, ast.Name)}


def _in_another_order(tree: ast.Module) -> Iterator[Edit]:
    """A statement moved elsewhere within its block."""
    for block in blocks(tree):
        for k, statement in enumerate(block):
            for m in range(len(block)):
                if m == k or _is_said_of_the_other(block, k, m):
                    continue
                others = block[:k] + block[k + 1 :]
                make = with_blocks(tree, [(block, [*others[:m], statement, *others[m:]])])
                between = block[k + 1 : m + 1] if m > k else block[m:k]
                beside = block[m].end_lineno if m > k else block[m].lineno  # the loop ends in its last line
                where = ("later" if m > k else "earlier", str(beside))
                words = partial(_words_of_the_order, where, statement, between, block[:k])
                yield Edit("order of lines", statement, words, make, (statement.lineno, block[m].lineno))


def _is_said_of_the_other(block: list[ast.stmt], k: int, m: int) -> bool:
    """Of neighbors that change places: the upper one is moved, but the lower one where the upper one is a block."""
    upper, lower = block[min(k, m)], block[max(k, m)]
    is_lower_moved = isinstance(upper, COMPOUND) and not isinstance(lower, COMPOUND)
    return abs(k - m) == 1 and is_lower_moved == (m > k)


def _words_of_the_order(
    where: tuple[str, ...], statement: ast.stmt, between: list[ast.stmt], before: list[ast.stmt]
) -> tuple[str, ...]:
    """The place, why the statement belongs there, and a line above it that has taken the old value for a name."""
    shared = _shared(statement, between)
    if not shared or shared[-1] != "old" or shared[0] != str(statement.lineno):
        return (*where, *shared)
    uses = [one for one in before if isinstance(one, ast.Assign) and shared[1] in _read(one) - _stored(one)]
    taken = [(str(one.lineno), name) for one in uses for name in _stored(one)]
    return (*where, *shared, *(taken[0] if len(taken) == 1 else ()))
