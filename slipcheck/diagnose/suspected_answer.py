"""An answer with the lines that are suspected where a change of it is looked for."""

from __future__ import annotations

import ast
from collections.abc import Sequence
from dataclasses import replace
from functools import cached_property

from slipcheck.diagnosis import Diagnosis
from slipcheck.exercise import Message
from slipcheck.parameter_draws import unseen_in_the_notebook
from slipcheck.verdict import PartVerdict, State

from .answer import Answer
from .from_the_data import changed_values, that_matter
from .known_slips import right_as_written
from .lines.answer_line import names_in
from .lines.wrong_line import WrongLine
from .output.commands import names_behind, spot_of_target
from .output.outputs import wrong_output
from .output.piece_units import is_scaled_in_place
from .recorded_answer import alone
from .repaired_line import is_right_with, is_wrong_with, with_its_formula
from .repairs.one_change import change_of_kind, one_change, searched_part
from .repairs.sentences import NOTHING_READS

MOVED = ("runs in each round", "runs once", "order of lines", "first for the last", "other entry")  # of what is right
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

    def earlier_line(self) -> Diagnosis | None:
        """The same, unless the answer stops in the same way with the right formula in that line."""
        diagnosis = super().earlier_line()
        if diagnosis is None or diagnosis.spot is None or self.rerun is None:
            return diagnosis
        line = diagnosis.spot.line
        first = next((wrong for wrong in self.lines if wrong.is_at(line)), None)
        if first is None:
            return diagnosis
        texts = with_its_formula(self.source, first)
        runs = self.rerun.attempt(texts, self.exercise.parameters, True) if texts else []
        failure = self.observation.failure or {}
        stops = failure.get("line"), failure.get("message")
        failures = [run.failure or {} for run in runs]
        is_the_same = bool(runs) and all((made.get("line"), made.get("message")) == stops for made in failures)
        return None if is_the_same else diagnosis

    @property
    def is_searched(self) -> bool:
        """Whether the answer ran, at least to an error, so that changes of it can be tried."""
        failure = self.observation.failure
        is_stopped = failure is not None and failure["kind"] != "error"
        is_read = self.verdict.state not in UNREAD and not is_stopped
        return self.rerun is not None and self.first_wrong_part is not None and is_read

    def own_names_at_fault(self) -> set[str]:
        """The names of the student's own in the piece at fault: a line that makes one of them may be wrong."""
        first = self.line_at_fault
        return set(names_in(first.fault.node)) - self._known_names if first is not None else set()

    @property
    def _known_names(self) -> set[str]:
        """The names of the exercise."""
        return {*self.exercise.words, *self.exercise.given, *self.exercise.loops, *self.exercise.counts}

    def stored_name(self, diagnosis: Diagnosis) -> str:
        """The name that a wrong line only stores: what is wrong of its formula is in the lines that make the name."""
        first = self.line_at_fault
        value = getattr(first.statement, "value", None) if first is not None else None
        is_there = first is not None and diagnosis.spot is not None and first.is_at(diagnosis.spot.line)
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

    def all_makers(self, diagnosis: Diagnosis) -> list[int]:
        """Of an answer that ran, and of which no line is known: all that give values to what the wrong ones are of."""
        if self.lines or diagnosis.spot is not None or self.observation.failure:
            return []
        names = self.first_wrong_part.part.quantities if self.first_wrong_part is not None else ()
        behind = names_behind(self.source, set(names))
        return [s.lineno for s, target, _ in self.replay.assignments() if base_of(target) in behind]

    def makers_of_what_is_shown(self, diagnosis: Diagnosis) -> list[int]:
        """Of a command that shows a value: the lines that give its names their values, by append too."""
        line = diagnosis.spot.line if diagnosis.spot is not None else 0
        commands = [node for node in ast.walk(self.replay.tree) if isinstance(node, ast.Expr) and node.lineno == line]
        names = {name for command in commands for name in names_in(command)} if not self.lines else set()
        made = [(s.lineno, base_of(target)) for s, target, _ in self.replay.assignments()]
        methods = [node for node in ast.walk(self.replay.tree) if isinstance(node, ast.Attribute)]
        grown = [(node.lineno, base_of(node.value)) for node in methods if node.attr in ("append", "extend")]
        return [number for number, name in [*made, *grown] if name in names and number != line]

    def lines_behind(self, line: WrongLine) -> list[int]:
        """The lines that make the names of the student's own that a line uses: what the others hold is right there."""
        names = names_behind(self.source, names_in(line.statement) - self._known_names) - self._known_names
        makers = [s for s, target, _ in self.replay.assignments() if getattr(target, "id", "") in names]
        around = self.replay.loops_around(line.statement)
        loops = [loop.lineno for maker in makers for loop in self.replay.loops_around(maker) if loop not in around]
        return [*(maker.lineno for maker in makers), *loops]

    def decided_line(self, diagnosis: Diagnosis) -> WrongLine | None:
        """The line of the diagnosis, where its right formula shows that no other line can be at fault alone.

        With the formula the answer is right, or the line itself is wrong and not the only one.
        """
        first = self.line_at_fault
        is_there = first is not None and diagnosis.spot is not None and first.is_at(diagnosis.spot.line)
        if first is None or not is_there or self.rerun is None or self.first_wrong_part is None:
            return None
        part, attempt = self.first_wrong_part.part, self.rerun.attempt
        is_right = is_right_with(self.exercise, self.source, first, part, attempt)
        if not is_right and (not first.is_specific or first.fault.kind == "other size"):  # another line may add values
            return None
        is_wrong = not is_right and is_wrong_with(self.exercise, self.source, first, part, attempt)
        return first if is_right or is_wrong else None

    def moved_line(self, diagnosis: Diagnosis) -> Diagnosis | None:
        """Of a slip in the values, whose line no change makes right: another line, which only stands in a wrong place.

        Or it uses a name in whose place one belongs that nothing reads.
        """
        slips = {slip.name for slip in self.exercise.slips if slip.change is not None and not slip.formula}
        if self.rerun is None or diagnosis.cause not in slips or diagnosis.spot is None:
            return None
        change = one_change(self.exercise, self.observation, self.verdict, self.rerun, diagnosis, [])
        is_moved = change is not None and (change.cause in MOVED or change.message.means.endswith(NOTHING_READS))
        if change is None or change.spot is None or not is_moved:
            used = {name for line in self.lines[:1] for name in names_in(line.statement)}
            makers = [s.lineno for s, target, _ in self.replay.assignments() if getattr(target, "id", "") in used]
            return self.change_of("not added", makers)
        if change.spot.line == diagnosis.spot.line:
            return None
        if change.cause not in ("order of lines", "other entry"):
            return change
        said = Message(change.message.observed, alone(diagnosis.message.observed), change.message.next)
        return replace(change, cause=diagnosis.cause, message=said)

    def one_too_many(self, diagnosis: Diagnosis) -> Diagnosis | None:
        """Of a line that changes a value which a line above it in the block has made: whether it is one too many."""
        line = diagnosis.spot.line if diagnosis.spot is not None else 0
        made = [(s, base_of(target)) for s, target, _ in self.replay.assignments()]
        names = {name for s, name in made if s.lineno == line}
        above = [s for s, name in made if name in names and s.lineno < line]
        block = next((self.replay.block_of(s) for s, _ in made if s.lineno == line), [])
        return self.change_of("one too many", [line]) if any(s in block for s in above) else None

    def hidden_given(self) -> Diagnosis | None:
        """Of an answer with a function whose default value hides a given name: what is wrong of that value."""
        functions = [node for node in ast.walk(self.replay.tree) if isinstance(node, ast.FunctionDef)]
        lines = [function.lineno for function in functions if function.args.defaults]
        return self.change_of("hidden by a default", lines) if lines else None

    def in_its_function(self, diagnosis: Diagnosis) -> Diagnosis | None:
        """Of a slip in no known line, in a value that a function of the answer gives: in which line of it."""
        line = diagnosis.spot.line if diagnosis.spot is not None else 0
        function = self.functions_of([line])
        is_slip = diagnosis.cause in {slip.name for slip in self.exercise.slips}
        if not is_slip or self.lines or not function or line in function or self.rerun is None:
            return None
        exercise, observation, verdict = self.exercise, self.observation, self.verdict
        change = one_change(exercise, observation, verdict, self.rerun, diagnosis, function, everywhere=False)
        if change is None or change.spot is None or change.spot.line not in function:
            return None
        said, means = diagnosis.message, alone(diagnosis.message.observed)
        message = Message(change.message.observed, f"{means} {said.means}".strip(), said.next)
        return replace(change, cause=diagnosis.cause, message=message)

    def wrong_x(self) -> list[Diagnosis]:
        """What is wrong of the x values of a plot command: they do not come of wrong values in another line."""
        is_said_of_the_figure = any(judged.objection is not None for judged in self.verdict.parts)
        diagnosis = None if is_said_of_the_figure else wrong_output(self.exercise, self.replay)
        if diagnosis is None or not (diagnosis.cause in OF_X or is_scaled_in_place(self.replay, diagnosis)):
            return []
        return [replace(diagnosis, message=replace(diagnosis.message, means=""))]

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


def base_of(target: ast.expr) -> str:
    """The name of a value, or of the list or array that it is an entry of; empty where it has none."""
    while isinstance(target, ast.Subscript):
        target = target.value
    return target.id if isinstance(target, ast.Name) else ""
