"""Changes of whole statements: one too many, behind a #, at a wrong depth, or in a wrong order."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator

from slipcheck.judge.parse import parsed

from .edit import Edit, blocks, edit, text_of

COMMENT = re.compile(r"^(?P<before>[^#'\"]*)#\s?(?P<code>.*)$")
LOOPS = (ast.For, ast.While)
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
        for after in ([match["before"] + match["code"]], [match["before"], _indent(match["before"]) + match["code"]]):
            changed = "\n".join([*lines[:k], *after, *lines[k + 1 :]])
            if parsed(changed) is not None:
                yield Edit("behind a #", changed, place, (match["code"].strip(),), (k + 1,))


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
                block[k] = ast.Pass()
                yield edit(tree, "one too many", statement, (text_of(statement),))
                block[k] = statement


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
    around, inside = list(block), list(loop.body)
    for m, statement in enumerate(inside if len(inside) > 1 else ()):
        loop.body[:] = inside[:m] + inside[m + 1 :]
        for place, where in ((k + 1, "after"), (k, "before")):
            block[:] = [*around[:place], statement, *around[place:]]
            yield edit(tree, "runs in each round", statement, (where, str(loop.lineno)))
        block[:], loop.body[:] = around, inside


def _moved_in(tree: ast.Module, block: list[ast.stmt], k: int, loop: ast.For | ast.While) -> Iterator[Edit]:
    around, inside = list(block), list(loop.body)
    for m, where in ((k + 1, "end"), (k - 1, "beginning")):
        if 0 <= m < len(around) and not isinstance(around[m], LOOPS):
            block[:] = around[:m] + around[m + 1 :]
            loop.body[:] = [*inside, around[m]] if where == "end" else [around[m], *inside]
            yield edit(tree, "runs once", around[m], (where, str(loop.lineno)))
            block[:], loop.body[:] = around, inside


def _in_another_order(tree: ast.Module) -> Iterator[Edit]:
    """A statement moved elsewhere within its block."""
    for block in blocks(tree):
        usual = list(block)
        for k, statement in enumerate(usual):
            for m in range(len(usual)):
                if m not in (k, k - 1):
                    others = usual[:k] + usual[k + 1 :]
                    block[:] = [*others[:m], statement, *others[m:]]
                    words = ("later" if m > k else "earlier", str(usual[m].lineno))
                    yield edit(tree, "order of lines", statement, words, (statement.lineno, usual[m].lineno))
            block[:] = usual
