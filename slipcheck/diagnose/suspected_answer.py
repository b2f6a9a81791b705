"""An answer with the lines that are suspected where a change of it is looked for."""

from __future__ import annotations

import ast
from collections.abc import Sequence
from dataclasses import replace
from functools import cached_property

from slipcheck.diagnosis import Diagnosis
from slipcheck.parameter_draws import unseen_in_the_notebook
from slipcheck.verdict import PartVerdict, State

from .answer import Answer
from .behaviour import right_as_written
from .from_the_data import changed_values, that_matter
from .lines.answer_line import names_in
from .lines.wrong_line import WrongLine
from .output.commands import names_behind, spot_of_target
from .output.outputs import wrong_output
from .repaired_line import is_right_with, is_wrong_with
from .repairs.one_change import change_of_kind, searched_part

OF_X = ("step for time", "axes swapped", "x missing")  # causes that a plot command has by itself
UNREAD = (State.UNTOUCHED, State.SYNTAX)


class SuspectedAnswer(Answer):
    """An answer with its first wrong part, and the lines and names that may be at fault."""

    @cached_property
    def first_wrong_part(self) -> PartVerdict | None:
        """The first part with wrong values, or with values that are right, but with which the answer stops."""
        parts = [judged for judged in self.verdict.parts if judged.part.quantities]
        is_wrong = self.observation.failure is not None or any(not judged.right for judged in parts)
        return searched_part(self.verdict) if parts and is_wrong else None

    @property
    def is_searched(self) -> bool:
        """Whether the answer ran, at least to an error, so that changes of it can be tried."""
        failure = self.observation.failure
        is_stopped = failure is not None and failure["kind"] != "error"
        is_read = self.verdict.state not in UNREAD and not is_stopped
        return self.rerun is not None and self.first_wrong_part is not None and is_read

    def own_names_at_fault(self) -> set[str]:
        """The names of the student's own in the piece at fault: a line that makes one of them may be wrong."""
        first = next((line for line in self.lines if not line.is_misplaced), None)
        return set(names_in(first.fault.node)) - self._known_names if first is not None else set()

    @property
    def _known_names(self) -> set[str]:
        """The names of the exercise."""
        return {*self.exercise.words, *self.exercise.given, *self.exercise.loops, *self.exercise.counts}

    def stored_name(self, diagnosis: Diagnosis) -> str:
        """The name that a wrong line only stores: what is wrong of its formula is in the lines that make the name."""
        first = next((line for line in self.lines if not line.is_misplaced), None)
        value = getattr(first.statement, "value", None) if first is not None else None
        is_there = first is not None and diagnosis.spot is not None and first.statement.lineno == diagnosis.spot.line
        made = {getattr(target, "id", "") for _, target, _ in self.replay.assignments()}
        return value.id if is_there and isinstance(value, ast.Name) and value.id in made else ""

    def loops_over(self, names: set[str]) -> list[int]:
        """The lines of the loops that give these names their values."""
        loops = [node for node in ast.walk(self.replay.tree) if isinstance(node, ast.For)]
        return [loop.lineno for loop in loops if names & set(names_in(loop.target))]

    def functions_of(self, lines: Sequence[int]) -> list[int]:
        """The lines of the answer's own functions that these lines call."""
        nodes = list(ast.walk(self.replay.tree))
        calls = [node for node in nodes if isinstance(node, ast.Call) and node.lineno in lines]
        called = {getattr(call.func, "id", "") for call in calls}
        functions = [node for node in nodes if isinstance(node, ast.FunctionDef) and node.name in called]
        return [line for node in functions for line in range(node.lineno, (node.end_lineno or node.lineno) + 1)]

    def callers_of(self, lines: Sequence[int]) -> list[int]:
        """The lines that call one of the answer's own functions in which these lines are."""
        nodes = list(ast.walk(self.replay.tree))
        functions = [node for node in nodes if isinstance(node, ast.FunctionDef)]
        around = {f.name for f in functions for line in lines if f.lineno < line <= (f.end_lineno or f.lineno)}
        calls = [node for node in nodes if isinstance(node, ast.Call)]
        return [call.lineno for call in calls if getattr(call.func, "id", "") in around]

    def lines_with_the_target_of(self, line: int) -> list[int]:
        """The other lines that give a value to the same name, or place, as the line does."""
        targets = {s.lineno: ast.unparse(target) for s, target, _ in self.replay.assignments()}
        return [number for number, target in targets.items() if number != line and target == targets.get(line)]

    def change_of(self, kind: str, lines: list[int]) -> Diagnosis | None:
        """What the one change of this kind in these lines says that makes the answer right."""
        if self.rerun is None or not lines:
            return None
        return change_of_kind(self.exercise, self.observation, self.verdict, self.rerun, kind, lines)

    def of_names(self, diagnosis: Diagnosis) -> Diagnosis | None:
        """Of a right value under a name of the student's own, or under the name that belongs to another line."""
        line = diagnosis.spot.line if diagnosis.spot is not None else 0
        if len({wrong.equation.target for wrong in self.lines if not wrong.is_misplaced}) > 1:
            return self.change_of("targets exchanged", [line])
        again = self.change_of("not added", self.lines_with_the_target_of(line))
        names = {getattr(target, "id", "") for s, target, _ in self.replay.assignments() if s.lineno == line}
        is_slip = diagnosis.cause in {slip.name for slip in self.exercise.slips}
        if again is not None or not is_slip or not names - {*self._known_names, ""}:
            return again
        return self.change_of("two names", [line])

    def stopped_in(self) -> list[int]:
        """The line in which the answer stops, if it does."""
        line = (self.observation.failure or {}).get("line")
        return [line] if line else []

    def makers(self) -> list[int]:
        """The last lines that give what is wrong its values, by the names of the exercise."""
        names = self.first_wrong_part.part.quantities if self.first_wrong_part is not None else ()
        spots = [spot_of_target(self.source, name) for name in names]
        return [spot.line for spot in spots if spot is not None]

    def lines_behind(self, line: WrongLine) -> list[int]:
        """The lines that make the names of the student's own that a line uses: what the others hold is right there."""
        names = names_behind(self.source, names_in(line.statement) - self._known_names) - self._known_names
        return [s.lineno for s, target, _ in self.replay.assignments() if getattr(target, "id", "") in names]

    def decided_line(self, diagnosis: Diagnosis) -> WrongLine | None:
        """The line of the diagnosis, where its right formula shows that no other line can be at fault alone.

        With the formula the answer is right, or the line itself is wrong and not the only one.
        """
        first = next((line for line in self.lines if not line.is_misplaced), None)
        is_there = first is not None and diagnosis.spot is not None and first.statement.lineno == diagnosis.spot.line
        if first is None or not is_there or self.rerun is None or self.first_wrong_part is None:
            return None
        part, attempt = self.first_wrong_part.part, self.rerun.attempt
        is_right = is_right_with(self.exercise, self.source, first, part, attempt)
        if not is_right and (not first.is_specific or first.fault.kind == "other size"):  # another line may add values
            return None
        is_wrong = not is_right and is_wrong_with(self.exercise, self.source, first, part, attempt)
        return first if is_right or is_wrong else None

    def wrong_x(self) -> list[Diagnosis]:
        """What is wrong of the x values of a plot command: they do not come of wrong values in another line."""
        is_said_of_the_figure = any(judged.objection is not None for judged in self.verdict.parts)
        shown = None if is_said_of_the_figure else wrong_output(self.exercise, self.replay)
        if shown is None or shown.cause not in OF_X:
            return []
        return [replace(shown, message=replace(shown.message, means=""))]

    def with_its_setting(self, change: Diagnosis) -> Diagnosis:
        """Of an answer that is right as written: the same with the parameters that make it wrong."""
        assert self.first_wrong_part is not None
        part = self.first_wrong_part.part
        is_wrong_as_written = any(
            not judged.right and not judged.part.unseen_parameters for judged in self.verdict.parts
        )
        if self.observation.failure or is_wrong_as_written or "With " in change.message.means:
            return change
        if not right_as_written(self.case, part):
            return change
        p = unseen_in_the_notebook(self.exercise)[0]
        names = that_matter(self.exercise, part, self.source, p, self.rerun)
        setting = changed_values(self.exercise, p, names) if names else "other parameters"
        said = f"The values are right with the given parameters. With {setting} they are not."
        return replace(change, message=replace(change.message, means=f"{said} {change.message.means}".strip()))
