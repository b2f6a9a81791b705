"""One assignment of an answer, compared with the equations of its target."""

from __future__ import annotations

import ast
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cached_property
from typing import Any

import numpy as np

from slipcheck.exercise import Equation

from ..course_formulas import course_formula, evaluated
from ..formulas.argument_values import by_argument
from ..formulas.departure import departure
from ..formulas.pieces import Fault, Piece, called, contains_name, joined, same
from ..replay import Execution
from .answer_line import flattened, names_in
from .drawn_line import DrawnLine
from .line_values import (
    FOREIGN,
    are_undefined_alike,
    both_sizes,
    changes,
    gap_of,
    node_count,
    of_usual_size,
    with_entries,
)
from .own_names import made_as_large, of_an_own_name, substituted
from .wrong_line import WrongLine

OF_A_PIECE = ("other entry", "other name", "other value")  # faults of which another accepted piece is the repair


class ComparedLine(DrawnLine):
    """An assignment beside the equations of its target."""

    @cached_property
    def equations(self) -> list[Equation]:
        """Those of the target, of the same depth first."""
        is_entry = isinstance(self.target, ast.Subscript)
        base = self.target.value if isinstance(self.target, ast.Subscript) else self.target
        own = getattr(base, "id", None)
        name = self.replay.renamed.get(own, own) if own is not None else None
        fitting = [e for e in self.exercise.equations if e.target == name and e.is_entry == is_entry]
        return sorted(fitting, key=lambda equation: abs(equation.depth - self.depth))

    @cached_property
    def is_right(self) -> bool:
        """Whether the line gives what one of its equations does."""
        return None in list(self._compared(self.equations))

    def wrong(self) -> WrongLine | None:
        """None where the line is right by one of its equations, or none fits it."""
        if not self.equations or self.is_for_the_next_round():
            return None
        misplaced = [wrong for wrong in self._compared(self.equations) if wrong is None or wrong.is_misplaced]
        if None in misplaced:
            return None
        if misplaced:
            return None if self.is_in_a_function else misplaced[0]
        if self._is_completed_later() or self._is_appended_to():
            return None
        return self.departing()

    def departing(self) -> WrongLine | None:
        """What the line gives beside what its equations do, whatever comes later."""
        nearest = [equation for equation in self.equations if equation.depth == self.equations[0].depth]
        best: WrongLine | None = None
        for wrong in self._compared(nearest):
            if wrong is not None and (best is None or wrong.explains_more(best)):
                best = wrong
        if best is not None and self._is_vague(best):
            return replace(best, is_vague=True)
        return best or self.drawn_otherwise(nearest)

    def _is_vague(self, wrong: WrongLine) -> bool:
        """Whether accepted formulas differ in what the compared execution should give, and none is the one meant.

        One of them gives the line's own value there, or they differ in the very piece at fault.
        """
        bound = self.bound(wrong.equation, wrong.execution)
        formulas = [course_formula(text) for text in wrong.equation.texts]
        right = [flattened(evaluated(formula, names)) for names in bound for formula in formulas]
        is_of_input = wrong.fault.kind in OF_A_PIECE and wrong.equation.target not in names_in(wrong.fault.node)
        is_open = is_of_input and len(bound) > 1 and not all(same(value, right[0]) for value in right)
        return is_open or any(same(wrong.value, value) for value in right)

    def _is_completed_later(self) -> bool:
        """Whether a later line, or a loop, of the same block works on the value, as in `x = y` and then `x *= ...`."""
        name = getattr(self.target, "id", None)
        block = self.replay.block_of(self.statement)
        later = block[block.index(self.statement) + 1 :] if self.statement in block else []
        if all(equation.depth <= self.depth for equation in self.equations):  # a loop has no equation of its own
            later = [node for statement in later for node in ast.walk(statement) if isinstance(node, ast.stmt)]
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
            for text in self._texts(equation):
                yield from self._compared_with(equation, text)

    def _texts(self, equation: Equation) -> Sequence[str]:
        """The equation's accepted texts, without those that name a quantity that the answer has under no name."""
        targets = {other.target for other in self.exercise.equations} - self.replay.targets
        own = [text for text in equation.texts if not names_in(ast.parse(text)) & targets]
        return own or equation.texts

    def _compared_with(self, equation: Equation, text: str) -> Iterator[WrongLine | None]:
        node = course_formula(text)
        executions = self.replay.of(self.statement)
        variants = [(execution, self.bound(equation, execution)) for execution in executions]
        count = max((len(bound) for _, bound in variants), default=0)
        for k in range(count):
            pairs = [(e, bound[k]) for e, bound in variants if k < len(bound)]
            usable = of_usual_size([(e, names, evaluated(node, names)) for e, names in pairs])
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
                few = self.too_few_draws(equation, chosen[0], bound[0])
                is_bare = few is not None and ast.unparse(few.node).endswith("()")
                place = self.only_draw(chosen[0]) or made_as_large(self, student, chosen)
                fault = by_argument(student, right) or Fault("other size", place, sizes)
                fault = few if few is not None and is_bare else fault
                yield self._wrong(equation, fault, student, right, bound, chosen)
            elif (few := self.too_few_draws(equation, chosen[0], bound[0])) is not None:
                right = self.right_piece(node, chosen, bound)
                yield self._wrong(equation, few, student, right, bound, chosen)
            elif (many := self.too_many_draws(equation, bound[0])) is not None:
                yield self._wrong(equation, many, student, self.right_piece(node, chosen, bound), bound, chosen)
            elif student.values is not None:
                yield self._verdict(equation, student, self.right_piece(node, chosen, bound), bound, chosen)

    def _verdict(
        self, equation: Equation, student: Piece, right: Piece, bound: list[Mapping[str, Any]], chosen: list[Execution]
    ) -> WrongLine | None:
        if same(student.values, right.values):
            if equation.depth == self.depth:
                return None
            is_a_step = changes(self.statement, equation.target) and not contains_name(right.node, equation.target)
            if is_a_step or node_count(student.node) > node_count(right.node) + 4:  # the same by chance
                fault = Fault("piece", student.node, is_specific=False)
                return self._wrong(equation, fault, student, right, bound, chosen)
            kind = "inside the loop" if self.depth > equation.depth else "outside the loop"
            return self._wrong(equation, Fault(kind, self.statement, (str(self.depth),)), student, right, bound, chosen)
        if right.values is None or are_undefined_alike(student.values, right.values):  # an input is to blame
            return None
        is_name = isinstance(self.target, ast.Name)
        if is_name and equation.depth < self.depth and all(e.depth < self.depth for e in self.equations):
            fault = Fault("overwritten", self.statement, (equation.target,))
            return self._wrong(equation, fault, student, right, bound, chosen)
        fault = self.draws_otherwise(equation) or departure(student, right) or Fault("piece", student.node, (), False)
        if fault.kind == "other name" and self._is_own_value(fault, chosen):
            fault = Fault("own value", fault.node, fault.words, is_specific=False)
        elif not fault.is_specific:
            fault = (
                substituted(self, right, chosen, bound)
                or self._foreign(equation)
                or of_an_own_name(self, right, chosen)
                or fault
            )
        return self._wrong(equation, fault, student, right, bound, chosen)

    def _sizes(self, equation: Equation, execution: Execution, bound: Mapping[str, Any]) -> tuple[str, ...]:
        """How much the line gives, and how much is needed, where the two differ."""
        if equation.depth > self.depth:  # all values at once, before the loop
            return ()
        needed = evaluated(course_formula(equation.like or equation.texts[0]), bound)
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

    def _is_own_value(self, fault: Fault, executions: Sequence[Execution]) -> bool:
        """Whether a name of the student's own has a wrong value, and no other name has the one that is needed."""
        name, exercise = fault.words[0], self.exercise
        targets = {equation.target for equation in exercise.equations}
        loops = (node for node in ast.walk(self.replay.tree) if isinstance(node, (ast.For, ast.comprehension)))
        counters = {part.id for loop in loops for part in ast.walk(loop.target) if isinstance(part, ast.Name)}
        if name in {*exercise.words, *exercise.given, *exercise.counts, *exercise.loops, *targets, *counters}:
            return False
        held = [[flattened(execution.names.get(other)) for execution in executions] for other in executions[0].names]
        return not any(same(joined(values), fault.needed) for values in held)

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
            self.statement, equation, fault, execution, value, expected, student, tuple(chosen), tuple(bound),
            ast.unparse(right.node), self.counters, self.is_changed_before(),
        )  # fmt: skip
