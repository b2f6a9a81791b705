"""The other lines of an answer that have the same fault as the one that is explained."""

from __future__ import annotations

import ast
import copy
from collections.abc import Sequence

from slipcheck.exercise import Exercise
from slipcheck.observe import Observation

from .numbers.number_patterns import Finder

ALONE = (  # slips that a line shows by itself, whatever the other lines are
    "decimal comma", "trailing comma", "name in quotes", "braces missing", "doubled brackets", "floor division",
    "text as number", "f inside the quotes", "no f-string", "format without letter", "comparison for assignment",
)  # fmt: skip
MOST = 8  # further lines that are looked for


def same_in(lines: Sequence[int]) -> str:
    """A sentence on the other lines with the same fault; empty where there is none.

    >>> same_in([]), same_in([6]), same_in([6, 7, 9])
    ('', 'The same holds for line 6.', 'The same holds for lines 6, 7 and 9.')
    """
    return f"The same holds for {named_lines(lines)}." if lines else ""


def named_lines(lines: Sequence[int]) -> str:
    """Lines by their numbers; three or more that follow each other by the first and the last of them.

    >>> named_lines([6]), named_lines([6, 7, 9]), named_lines([3, 4, 5, 6, 9])
    ('line 6', 'lines 6, 7 and 9', 'lines 3 to 6 and 9')
    """
    if len(lines) == 1:
        return f"line {lines[0]}"
    groups: list[list[int]] = []
    for line in lines:
        if groups and line == groups[-1][-1] + 1:
            groups[-1].append(line)
        else:
            groups.append([line])
    texts: list[str] = []
    for group in groups:
        texts += [f"{group[0]} to {group[-1]}"] if len(group) > 2 else map(str, group)
    return f"lines {', '.join(texts[:-1])} and {texts[-1]}" if len(texts) > 1 else f"lines {texts[0]}"


def others_with(find: Finder, tree: ast.Module, line: int, observation: Observation, exercise: Exercise) -> list[int]:
    """The further lines in which the same pattern of text is found, once those that have it are left out."""
    rest = copy.deepcopy(tree)
    lines = [line]
    while len(lines) <= MOST:
        _LeftOut(lines[-1]).visit(rest)
        hit = find(rest, observation, exercise)
        found = getattr(hit[0], "lineno", line) if hit is not None else line
        if found in lines:
            break
        lines.append(found)
    return sorted(lines[1:])


class _LeftOut(ast.NodeTransformer):
    """Puts a pass in the place of the statement of a line; a block stays."""

    def __init__(self, line: int) -> None:
        self.line = line

    def visit(self, node: ast.AST) -> ast.AST:
        is_simple = isinstance(node, ast.stmt) and not hasattr(node, "body")
        if is_simple and getattr(node, "lineno", 0) <= self.line <= getattr(node, "end_lineno", 0):
            return ast.copy_location(ast.Pass(), node)
        return self.generic_visit(node)
