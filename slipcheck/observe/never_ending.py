"""How long code may run, and what ends it."""

from __future__ import annotations

import ast
import sys
from collections.abc import Callable
from dataclasses import dataclass
from types import FrameType
from typing import cast

from .nodes import nodes_of

LONGER = 2  # times as long for code that is in no loop which may never end
NEVER_ENDING = {"count", "cycle", "repeat", "iter"}  # calls that may give values without end


class Endless(BaseException):
    """The code ran longer than it may. Not an Exception, so that a bare-looking ``except Exception`` cannot stop it.

    ``when_gone`` is called with the running frame once nothing holds the error any more, as when code swallowed it.
    """

    when_gone: Callable[[FrameType], None] | None = None  # also of one that rang while another was being made

    def __init__(self, when_gone: Callable[[FrameType], None] | None = None):
        self.when_gone = when_gone

    def __del__(self) -> None:
        if self.when_gone is not None:
            self.when_gone(sys._getframe(1))


def open_ended(tree: ast.AST) -> frozenset[int]:
    """The lines of all loops that may never end: ``while``, and ``for`` over what may have no end.

    >>> sorted(open_ended(ast.parse("for k in range(3):\\n    pass\\nwhile k:\\n    k = k - 1")))
    [3, 4]
    """
    lines: set[int] = set()
    for node in nodes_of(tree):
        iterated = [node.iter] if isinstance(node, ast.For) else [g.iter for g in getattr(node, "generators", [])]
        calls = (part.func for each in iterated for part in ast.walk(each) if isinstance(part, ast.Call))
        names = {getattr(function, "attr", getattr(function, "id", "")) for function in calls}
        if isinstance(node, ast.While) or names & NEVER_ENDING:
            loop = cast(ast.stmt | ast.expr, node)
            lines.update(range(loop.lineno, (loop.end_lineno or loop.lineno) + 1))
    return frozenset(lines)


def never_ends(tree: ast.AST) -> bool:
    """Whether the text shows that a ``while`` never ends: its lines change no name of its condition.

    >>> never_ends(ast.parse("k = 1\\nwhile k < 3:\\n    print(k)\\nk += 1"))
    True
    """
    return any(isinstance(node, ast.While) and not _changes_its_condition(node) for node in nodes_of(tree))


def _changes_its_condition(loop: ast.While) -> bool:
    """Whether a line of the loop gives a name of its condition a value, or may end the loop in another way."""
    inside = [node for line in loop.body for node in ast.walk(line)]
    stored = {node.id for node in inside if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store)}
    read = {node.id for node in ast.walk(loop.test) if isinstance(node, ast.Name)}
    others = (ast.Call, ast.Subscript, ast.Attribute)  # their values may change without a new one for the name
    is_open = any(isinstance(node, others) for node in ast.walk(loop.test))
    leaves = (ast.Break, ast.Return, ast.Raise)
    return bool(stored & read) or is_open or any(isinstance(node, leaves) for node in inside)


@dataclass(frozen=True)
class Limit:
    """How long the code of a file may run: ``seconds``, or ``longer`` times as many where that ends by itself."""

    seconds: float
    filename: str
    open_ended: frozenset[int] | None = None
    longer: int = LONGER

    def is_over(self, spent: float, frame: FrameType | None) -> bool:
        """Whether code that has run for ``spent`` seconds, and now is in ``frame``, has had its time."""
        if spent < self.seconds:
            return False
        return self.open_ended is None or spent >= self.longer * self.seconds or self._may_never_end(frame)

    def _may_never_end(self, frame: FrameType | None) -> bool:
        """Whether it is in a loop that may never end, or in a function of another cell, of which nothing is known."""
        is_of_another_cell = False
        while frame is not None:
            if frame.f_code.co_filename != self.filename:
                is_of_another_cell |= frame.f_globals.get("__name__") == "__main__"
            elif is_of_another_cell or frame.f_lineno in (self.open_ended or ()):
                return True
            frame = frame.f_back
        return False
