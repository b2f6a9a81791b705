"""One assignment of an answer, compared with the equations of its target."""

from __future__ import annotations

import ast
import copy
from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property
from typing import Any

import numpy as np

from slipcheck.exercise import Equation

from .answer_line import flattened, names_in
from .entries_used import with_entries
from .formulas.arguments import by_argument
from .formulas.departure import departure
from .formulas.pieces import Fault, Piece, called, same
from .line_values import STAND_IN, Replaced, both_sizes, changes, gap_of, needed_text, node_count
from .random_arrays import OTHER_DRAWS, UNIFORM
from .replay import Execution
from .right_line import RightLine
from .values import evaluated, size_of, value_of
from .wrong_line import WrongLine

FOREIGN = (
    "exp",
    "round",
    "abs",
    "int",
    "floor",
    "ceil",
    "log",
    "cos",
    "tan",
    "min",
    "max",
    "clip",
    "maximum",
    "minimum",
)


class ComparedLine(RightLine):
    """An assignment beside the equations of its target."""

    @cached_property
    def equations(self) -> list[Equation]:
        """Those of the target, of the same depth first."""
        is_entry = isinstance(self.target, ast.Subscript)
        base = self.target.value if isinstance(self.target, ast.Subscript) else self.target
        name = getattr(base, "id", None)
        fitting = [e for e in self.exercise.equations if e.target == name and e.is_entry == is_entry]
        return sorted(fitting, key=lambda equation: abs(equation.depth - self.depth))

    def wrong(self) -> WrongLine | None:
        """None where the line is right by one of its equations, or none fits it."""
        if not self.equations:
            return None
        misplaced = [wrong for wrong in self._compared(self.equations) if wrong is None or wrong.is_misplaced]
        if None in misplaced:
            return None
        if misplaced:
            return misplaced[0]
        if self._is_completed_later() or self._is_appended_to():
            return None
        nearest = [equation for equation in self.equations if equation.depth == self.equations[0].depth]
        best: WrongLine | None = None
        for wrong in self._compared(nearest):
            if wrong is not None and (best is None or wrong.explains_more(best)):
                best = wrong
        return best or self._drawn_otherwise(nearest)

    def _drawn_otherwise(self, equations: Sequence[Equation]) -> WrongLine | None:
        """Where the line draws from another distribution: then there is nothing to compare it with."""
        executions = self.replay.of(self.statement)
        for equation in equations if executions else ():
            fault = self._draws_otherwise(equation)
            if fault is not None:
                piece = self.student(self.value, executions)
                return WrongLine(self.statement, equation, fault, executions[0], None, None, piece)
        return None

    def _is_completed_later(self) -> bool:
        """Whether a later line of the same block works on the value, as in `x = y` and then `x *= ...`."""
        name = getattr(self.target, "id", None)
        block = self.replay.block_of(self.statement)
        later = block[block.index(self.statement) + 1 :] if self.statement in block else []
        return name is not None and any(changes(statement, name) for statement in later)

    def _is_appended_to(self) -> bool:
        """Whether values are appended to it."""
        name = getattr(self.target, "id", "")
        return any(
            isinstance(node, ast.Attribute)
            and node.attr in ("append", "extend")
            and getattr(node.value, "id", "") == name
            for node in ast.walk(self.replay.tree)
        )

    def _compared(self, equations: Sequence[Equation]) -> Iterator[WrongLine | None]:
        """The line against each accepted variant of the equations; None where it is right."""
        for equation in equations:
            for text in equation.texts:
                yield from self._compared_with(equation, text)

    def _compared_with(self, equation: Equation, text: str) -> Iterator[WrongLine | None]:
        node = ast.parse(text, mode="eval").body
        executions = self.replay.of(self.statement)
        variants = [(execution, self.bound(equation, execution)) for execution in executions]
        count = max((len(bound) for _, bound in variants), default=0)
        for k in range(count):
            usable = [
                (e, bound[k]) for e, bound in variants if k < len(bound) and evaluated(node, bound[k]) is not None
            ]
            if not usable:
                continue
            chosen, bound = [e for e, _ in usable], [names for _, names in usable]
            student = self.student(self.value, chosen)
            sizes = self._sizes(equation, chosen[0], bound[0])
            entries = with_entries(self.value, node, chosen, bound) if sizes else []
            if entries and not self._sizes(equation, chosen[0], entries[0]):
                sizes, bound = (), entries
            if sizes:
                right = self.right_piece(node, chosen, bound)
                few = self._too_few_draws(equation, chosen[0], bound[0])
                is_bare = few is not None and ast.unparse(few.node).endswith("()")
                fault = by_argument(student, right) or Fault("other size", few.node if few else self.value, sizes)
                fault = few if few is not None and is_bare else fault
                yield self._wrong(equation, fault, student, right, bound, chosen)
            elif (few := self._too_few_draws(equation, chosen[0], bound[0])) is not None:
                right = self.right_piece(node, chosen, bound)
                yield self._wrong(equation, few, student, right, bound, chosen)
            elif student.values is not None:
                yield self._verdict(equation, student, self.right_piece(node, chosen, bound), bound, chosen)

    def _verdict(
        self, equation: Equation, student: Piece, right: Piece, bound: list[Mapping[str, Any]], chosen: list[Execution]
    ) -> WrongLine | None:
        if same(student.values, right.values):
            if equation.depth == self.depth:
                return None
            if node_count(student.node) > node_count(right.node) + 4:  # the same by chance
                fault = Fault("piece", student.node, is_specific=False)
                return self._wrong(equation, fault, student, right, bound, chosen)
            kind = "inside the loop" if self.depth > equation.depth else "outside the loop"
            return self._wrong(equation, Fault(kind, self.statement, (str(self.depth),)), student, right, bound, chosen)
        is_name = isinstance(self.target, ast.Name)
        if is_name and equation.depth < self.depth and all(e.depth < self.depth for e in self.equations):
            fault = Fault("overwritten", self.statement, (equation.target,))
            return self._wrong(equation, fault, student, right, bound, chosen)
        fault = self._draws_otherwise(equation) or departure(student, right) or Fault("piece", student.node, (), False)
        if not fault.is_specific:
            fault = self._substituted(right, chosen, bound) or self._foreign(equation) or fault
        return self._wrong(equation, fault, student, right, bound, chosen)

    def _sizes(self, equation: Equation, execution: Execution, bound: Mapping[str, Any]) -> tuple[str, ...]:
        """How much the line gives, and how much is needed, where the two differ."""
        if equation.depth > self.depth:  # all values at once, before the loop
            return ()
        needed = evaluated(ast.parse(equation.like or equation.texts[0], mode="eval").body, bound)
        value = execution.value(self.value)
        shape = value.get("shape") if isinstance(value, dict) else None
        if isinstance(value, dict) and shape is None and "array" in value:
            shape = np.shape(value["array"])
        elif shape is None and isinstance(value, (int, float, list, tuple)):
            shape = np.shape(value) if not isinstance(value, bool) else None
        if needed is None or shape is None or tuple(shape) == np.shape(needed) or len(shape) > 2:
            return ()
        if np.size(needed) == 1 and np.prod(shape) == 1:
            return ()
        have = np.broadcast_to(0.0, tuple(shape)) if len(shape) else 0.0
        return (equation.target, *both_sizes(have, needed))

    def _too_few_draws(self, equation: Equation, execution: Execution, bound: Mapping[str, Any]) -> Fault | None:
        """Where one draw serves several values of an array."""
        needed = evaluated(ast.parse(equation.like, mode="eval").body, bound) if equation.like else None
        drawn = bound.get("XI")
        calls = [
            node
            for node in ast.walk(self.value)
            if isinstance(node, ast.Call) and called(node) in (*UNIFORM, "uniform")
        ]
        if needed is None or drawn is None or not calls or np.size(drawn) >= np.size(needed):
            return None
        text = ast.get_source_segment(self.replay.source, calls[0]) or ast.unparse(calls[0])
        return Fault("too few draws", calls[0], (" ".join(text.split()), size_of(drawn), needed_text(needed)))

    def _draws_otherwise(self, equation: Equation) -> Fault | None:
        """Where the line draws random numbers in another way than the equation."""
        if not any("U" in text or "XI" in text for text in equation.texts):
            return None
        calls = [node for value in self.own_values() for node in ast.walk(value) if isinstance(node, ast.Call)]
        other = next((node for node in calls if called(node) in OTHER_DRAWS), None)
        if other is not None:
            return Fault("other draw", other, (called(other),))
        draws = [node for node in calls if called(node) in (*UNIFORM, "uniform")]
        return Fault("two draws", draws[1]) if len(draws) > 1 else None

    def _foreign(self, equation: Equation) -> Fault | None:
        """A function in the line, or in what it uses, that none of the exercise's formulas has."""
        known = {called(n) for e in self.exercise.equations for text in e.texts for n in ast.walk(ast.parse(text))}
        for node in (n for value in self.own_values() for n in ast.walk(value) if isinstance(n, ast.Call)):
            is_number = not any(names_in(ast.parse(text)) for text in equation.texts)
            if called(node) in FOREIGN and called(node) not in known and is_number:
                return Fault("other value", node, (ast.unparse(node),))
            if called(node) in FOREIGN and called(node) not in known:
                return Fault("foreign function", node.func, (ast.unparse(node.func), equation.called))
        return None

    def _substituted(
        self, right: Piece, executions: Sequence[Execution], bound: Sequence[Mapping[str, Any]]
    ) -> Fault | None:
        """The name or entry that stands in all places of another one: replaced by it, the line is right."""
        student_names = {ast.unparse(n): n for n in ast.walk(self.value) if isinstance(n, (ast.Subscript, ast.Name))}
        right_names = {n.id for n in ast.walk(right.node) if isinstance(n, ast.Name)}
        for text, node in sorted(student_names.items(), key=lambda pair: -len(pair[0])):
            changed = Replaced(text).visit(copy.deepcopy(self.value))
            for name in right_names - {"np"}:
                pairs = [
                    ({**e.names, STAND_IN: names.get(name)}, right.at(e))
                    for e, names in zip(executions, bound, strict=True)
                ]
                if all(same(flattened(value_of(changed, names)), expected) for names, expected in pairs):
                    kind = "other entry" if isinstance(node, ast.Subscript) else "other name"
                    if isinstance(node, ast.Subscript) and name in self.exercise.given:
                        kind = "other value"  # no index of it is right
                    return Fault(kind, node, (text,))
        return None

    def _wrong(
        self,
        equation: Equation,
        fault: Fault,
        student: Piece,
        right: Piece,
        bound: list[Mapping[str, Any]],
        chosen: list[Execution],
    ) -> WrongLine:
        """With the values of the first execution in which they clearly differ."""
        pairs = [(e, student.at(e), right.at(e)) for e in chosen]
        sizes = [0.0 if expected is None else float(np.abs(expected).max(initial=0.0)) for _, _, expected in pairs]
        least = 1e-6 * min(max(sizes), 1e3)  # what is smaller is 0 but for rounding
        gaps = [gap_of(value, expected) for _, value, expected in pairs]
        own = [0.0 if value is None else float(np.abs(value).max(initial=0.0)) for _, value, _ in pairs]
        large = [max(pair) > least for pair in zip(sizes, own, strict=True)]
        clear = next((k for k, gap in enumerate(gaps) if gap > 1e-3 and large[k]), 0)
        if not gaps[clear]:
            clear = int(np.argmax(gaps))
        execution, value, expected = pairs[clear]
        return WrongLine(
            self.statement, equation, fault, execution, value, expected, student, tuple(chosen), tuple(bound)
        )
