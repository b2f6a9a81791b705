"""A formula that is typed into a print or plot command, and that is not what belongs there."""

from __future__ import annotations

import ast

import numpy as np

from slipcheck.diagnosis import Diagnosis, spot_of
from slipcheck.exercise import Message

from ..course_formulas import course_formula
from ..formulas.departure import departure
from ..lines.formula_sentences import SAID
from ..lines.right_line import RightLine
from ..replay import Execution
from .commands_run import code_of, expected_values, numbers_of, values_by_name
from .output_piece import OutputPiece
from .piece_values import is_typed_number


class OutputFormula(OutputPiece):
    """A piece of a print or plot command, compared with the formula of what belongs there."""

    def by_its_formula(self) -> Diagnosis | None:
        """Which piece of a formula, typed into the command, departs from what belongs there."""
        if is_typed_number(self.piece):
            means = f"So it is the same each time. {self.word[0].upper()}{self.word[1:]} belongs there."
            typed = [code_of(self.replay, piece) for piece in self.command.pieces if is_typed_number(piece)]
            if len(typed) > 1:
                observed = f"the numbers {' and '.join(f'`{number}`' for number in typed)} are typed in."
                asked = " and ".join(self.exercise.words.get(text, f"`{text}`") for text in self.output.shows)
                means = f"So each line is the same. {asked[0].upper()}{asked[1:]} belong there."
                return self.said("typed number", observed, means, "Which names hold these values?")
            return self.said("typed number", f"the number `{self.code}` is typed in.", means, self.advice)
        line = RightLine(self.exercise, self.replay, self.command.statement, self.piece, self.piece)
        executions = self.command.executions
        right = course_formula(self.text)
        bound = [values_by_name(self.exercise, execution) for execution in executions]
        fault = departure(line.student(self.piece, executions), line.right_piece(right, executions, bound))
        is_inside = fault is not None and any(node is fault.node for node in ast.walk(self.piece))
        if fault is None or not fault.is_specific or not is_inside or fault.kind not in SAID:
            return None
        if fault.kind == "other name" and fault.node is self.piece and self.code not in self.exercise.words:
            return None  # a name of the student's own may be the right one, and hold wrong values
        is_entry = isinstance(fault.node, ast.Subscript) and fault.kind in ("other entry", "other value")
        if is_entry and not self._has_it_elsewhere(fault.node):
            return None
        if fault.kind == "other name" and not self.is_held(fault.needed):
            return None
        observed, _, advice = (text.format(*fault.words) for text in SAID[fault.kind])
        means = f"`{self.code}` {self.where}, where {self.word} belongs."
        message = Message(f"Line {self.command.node.lineno}: {observed}", means, advice)
        return Diagnosis(fault.kind, message, spot_of(self.replay.source, fault.node))

    def _has_it_elsewhere(self, entry: ast.AST) -> bool:
        """Whether the list or array of an entry holds, in each round, what belongs there."""
        return all(self.holds(entry, execution) for execution in self.command.executions)

    def holds(self, entry: ast.AST, execution: Execution) -> bool:
        whole = numbers_of(entry.value, execution) if isinstance(entry, ast.Subscript) else None
        expected = expected_values(self.exercise, [execution], self.text)
        return (
            whole is not None and expected is not None and bool(np.isclose(whole, expected.ravel()[:1], 1e-6, 0).any())
        )
