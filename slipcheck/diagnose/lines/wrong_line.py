"""A line of an answer that gives a wrong value, or stands in a wrong place."""

from __future__ import annotations

import ast
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from slipcheck.exercise import Equation

from ..formulas.pieces import Fault, Piece, Values
from ..replay import Execution
from .line_values import gap_of


@dataclass(frozen=True)
class WrongLine:
    """A statement that gives another value than its equation; of the first execution in which it does, both values."""

    statement: ast.stmt
    equation: Equation
    fault: Fault
    execution: Execution
    value: Values
    right: Values
    student: Piece
    executions: tuple[Execution, ...] = ()
    bound: tuple[Mapping[str, Any], ...] = ()  # in each execution, the names that the right formula uses
    formula: str = ""  # the text of the equation with which it is compared
    counters: tuple[str, ...] = ()  # of the loops around, the outermost first
    is_vague: bool = False  # whether its old value is gone, or another accepted formula gives the value

    @property
    def is_misplaced(self) -> bool:
        """Whether the line is right, and stands in too many loops, or too few."""
        return self.fault.kind in ("inside the loop", "outside the loop")

    @property
    def line(self) -> int:
        """The line of the piece at fault, which may be one that the statement uses."""
        return int(getattr(self.fault.node, "lineno", self.statement.lineno))

    def is_at(self, line: int) -> bool:
        """Whether the statement, or the piece at fault in a line that it uses, is in this line."""
        return line in (self.statement.lineno, self.line)

    @property
    def is_specific(self) -> bool:
        """Whether the fault names more than the line."""
        return self.fault.is_specific

    @property
    def is_repeated(self) -> bool:
        """Whether the line has the piece at fault more than once."""
        piece = ast.unparse(self.fault.node)
        return sum(isinstance(node, ast.expr) and ast.unparse(node) == piece for node in ast.walk(self.statement)) > 1

    @property
    def is_of_a_divisor(self) -> bool:
        """Whether the right formula divides by the name at fault."""
        name = getattr(self.fault.node, "id", None)
        nodes = [node for text in self.equation.texts for node in ast.walk(ast.parse(text))]
        divisions = [node for node in nodes if isinstance(node, ast.BinOp) and isinstance(node.op, ast.Div)]
        return any(getattr(node.right, "id", "") == name for node in divisions)

    @property
    def rank(self) -> int:
        """How much it says: under another accepted variant, an entry may only seem to be a wrong one."""
        if not self.fault.is_specific:
            return 0
        return 1 if self.fault.kind in ("other entry", "other value", "other name") else 2

    @property
    def _unlike_arguments(self) -> int:
        """How many arguments with a name only the line has, or only the right formula."""
        own, right = (_named_arguments(node) for node in (self.statement, ast.parse(self.formula)))
        return len(own ^ right)

    def explains_more(self, other: WrongLine) -> bool:
        """Whether a variant says more of the line than another, or the same with values that are nearer to its own."""
        is_one_function = self.formula.partition("(")[0] == other.formula.partition("(")[0]
        if self.rank == other.rank and is_one_function and self._unlike_arguments != other._unlike_arguments:
            return self._unlike_arguments < other._unlike_arguments
        if self.rank != other.rank or self.fault != other.fault:
            return self.rank > other.rank
        return gap_of(self.value, self.right) < gap_of(other.value, other.right)


def _named_arguments(node: ast.AST) -> set[str]:
    return {ast.unparse(part) for part in ast.walk(node) if isinstance(part, ast.keyword)}
