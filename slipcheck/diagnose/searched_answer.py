"""An answer of which small changes are tried where its text and values name no more than a place."""

from __future__ import annotations

import ast
import re
from dataclasses import replace
from functools import cached_property

from slipcheck.diagnosis import Diagnosis, without_its_line
from slipcheck.exercise import Message, Part
from slipcheck.verdict import PartVerdict, State

from .answer import DRAWN, PRINTED
from .figures.figures_in_rounds import is_read_from_figures
from .known_slips import with_its_effect
from .lines.changed_values import CHANGED
from .lines.function_values import callers_of
from .lines.line_facts import facts_of
from .lines.other_counts import OTHER_COUNT
from .name_repairs import meant_name, without_the_guess
from .output.tried_commands import right_drawing, right_form
from .recorded_answer import alone
from .repaired_line import is_wrong_with
from .repairs.one_change import CLAIMED, WITHOUT_VALUES, better_change, is_weak, one_change, without_values_if_long
from .repairs.range_tried import with_its_range_tried
from .repairs.search import UNDRAWN, is_right_after
from .second_fault import with_another_line, with_another_objection, with_facts
from .second_stop import second_stop, with_the_next_stop
from .unread_answer import UnreadAnswer
from .wrong_before_a_stop import with_a_wrong_line

UNKNOWN = ("unknown name", "name changed", "used too early", "package missing")  # causes that say that it has no value
ONE_LINE = {  # of a cause: the change of its line that is tried, and what is said where that makes the answer right
    "given name overwritten": (
        "one too many", "The values are right without this line.", "Does the text ask for this line?",
    ),
    "unknown name": (
        "augmented",
        "The text computes the value anew here, and adds no old value.",
        "Which sign gives a name its value?",
    ),
}  # fmt: skip
EMPTIED = ("figure in the loop", "show in the loop", "figure emptied")  # causes that take a figure its labels too
SEEN = ("invisible markers", "too little drawn", "nothing drawn", "out of view", *DRAWN)  # objections to what is seen
NOT_OF_A_SLIP = ("foreign function", "missing term")  # faults of a line that is written in another way than the slip


class SearchedAnswer(UnreadAnswer):
    """An answer with the one change that makes it right, where there is one."""

    def diagnosis(self, part_verdict: PartVerdict) -> Diagnosis:
        """Of one part; where it names no more than a place, the one change that makes the answer right says more."""
        if self.verdict.state is State.SYNTAX:
            return self.of_one_sign or self.of_the_text or super().diagnosis(part_verdict)
        diagnosis = self._with_the_search(part_verdict)
        further = part_verdict.further if diagnosis.cause not in EMPTIED else ()
        others = [other for objection in further if (other := self._of_another(part_verdict.part, objection))]
        return with_another_objection(diagnosis, others) if self.observation.failure is None else diagnosis

    def _of_what_is_shown(self, part: Part, objection: tuple[str, Message]) -> Diagnosis | None:
        """The same; of the form of printed lines, first the change that makes it right."""
        is_of_the_form = objection[0] == "format code"
        tried = right_form(self.exercise, self.source, part, self.rerun) if is_of_the_form else None
        return tried or super()._of_what_is_shown(part, objection)

    def _of_another(self, part: Part, objection: tuple[str, Message]) -> Diagnosis | None:
        """Of a further objection; None where something that the answer did to a function explains it."""
        if objection[0] in DRAWN:
            return self._of_what_is_shown(part, objection)
        is_explained = self.observation.overwritten and objection[0] in ("axis label", "no title")
        return None if is_explained else self._objection(objection)

    @cached_property
    def _second_stop(self) -> Diagnosis | None:
        """Of an answer that stops: why it stops in another line, once the first is repaired."""
        if not self.observation.failure or self.first_wrong_part is None or self.rerun is None:
            return None
        return self.of_second_stop(self.of_first_wrong_part[1])

    def of_second_stop(self, first: Diagnosis) -> Diagnosis | None:
        """The same, where the values are right by then."""
        assert self.rerun is not None
        assert self.first_wrong_part is not None
        part = self.first_wrong_part.part
        return second_stop(self.exercise, self.observation, first, self.lines, part, self.rerun.attempt)

    def _with_the_search(self, part_verdict: PartVerdict) -> Diagnosis:
        """Of one part, after a search for the change that makes its values right."""
        is_of_figures = part_verdict.objection is not None or is_read_from_figures(self.exercise, part_verdict.part)
        if self.figure_each_round is not None and is_of_figures:
            return self.figure_each_round
        if not self.is_searched:
            return self._with_its_drawing_tried(super().diagnosis(part_verdict), part_verdict)
        before, after = self.of_first_wrong_part
        if part_verdict is self.first_wrong_part:
            return after
        if self._second_stop is not None and not part_verdict.part.quantities:
            return self._second_stop
        name, objected = part_verdict.objection or ("", None)
        if name in PRINTED and objected is not None and objected.observed.startswith("Only "):  # of too few lines
            return after
        diagnosis = super().diagnosis(part_verdict)
        if name in SEEN and self.draws_nothing:
            return after
        is_undrawn = name in DRAWN and self.has_nan
        is_weak_too = is_weak(diagnosis) and (part_verdict.part.quantities or self.observation.failure or is_undrawn)
        return after if diagnosis == before or is_weak_too else diagnosis

    def _with_its_drawing_tried(self, diagnosis: Diagnosis, part_verdict: PartVerdict) -> Diagnosis:
        """Of an answer with right values: what one change of a plot command says that makes the figure right."""
        name = part_verdict.objection[0] if part_verdict.objection is not None else ""
        is_vague = is_weak(diagnosis) and diagnosis.message.next.startswith("Compare")
        if name not in UNDRAWN or not is_vague or self.observation.failure:
            return diagnosis
        change = right_drawing(self.exercise, self.source, part_verdict.part, self.rerun)
        if change is None:
            return diagnosis
        sizes = without_its_line(diagnosis.message.observed)
        is_said = bool(change.message.means) or " needed" not in sizes
        return change if is_said else replace(change, message=replace(change.message, means=sizes))

    @cached_property
    def of_first_wrong_part(self) -> tuple[Diagnosis, Diagnosis]:
        """The diagnosis of the first part with wrong values, before a change of the answer was looked for and after."""
        assert self.rerun is not None
        assert self.first_wrong_part is not None
        before, after = self._searched()
        part, attempt = self.first_wrong_part.part, self.rerun.attempt
        further = with_another_line(after, self.lines, self.exercise, self.observation, part, attempt)
        if further is after and self.observation.failure and self.of_second_stop(after) is None:
            wrong = with_a_wrong_line(after, self.lines, self.exercise, self.observation)
            return before, with_the_next_stop(wrong, self.lines, self.exercise, self.source, part, attempt)
        if further is after and not self.observation.failure:
            further = with_another_objection(after, self.wrong_x())
        return before, further if further is after else without_values_if_long(further)

    def _searched(self) -> tuple[Diagnosis, Diagnosis]:
        assert self.rerun is not None
        assert self.first_wrong_part is not None
        diagnosis = super().diagnosis(self.first_wrong_part)
        meant = self._meant_name(diagnosis)
        if meant is not None:
            return diagnosis, meant
        if diagnosis.cause in ONE_LINE:
            tried = self._with_the_line_tried(diagnosis)
            return diagnosis, tried if tried is not diagnosis else self._of_another_line(diagnosis)
        if diagnosis.cause == "error" and not self.observation.failure:  # an error as written, not later
            return diagnosis, diagnosis
        stored = self.stored_name(diagnosis)
        is_of_a_command = diagnosis.cause == "other name" and not self.lines  # the name may be right, its values not
        if not is_weak(diagnosis) and not stored and not is_of_a_command:
            return diagnosis, self._verified(diagnosis)
        suspects = [line.statement.lineno for line in self.lines] or self.makers()
        used = {stored, *self.own_names_at_fault()} - {""}
        suspects += self.functions_of(suspects)
        suspects += callers_of(self.replay.tree, [*suspects, *self.stopped_in()])
        suspects += [s.lineno for s, target, _ in self.replay.assignments() if getattr(target, "id", "") in used]
        suspects += self.loops_over(used)
        if diagnosis.cause == "wrong count" and suspects:
            suspects += [node.lineno for node in ast.walk(self.replay.tree) if isinstance(node, (ast.For, ast.While))]
        behind = self.makers_of_what_is_shown(diagnosis) + self.all_makers(diagnosis)
        behind += [number for wrong in self.lines[:1] for number in self.lines_behind(wrong)]
        line = self.decided_line(diagnosis)
        change = one_change(
            self.exercise, self.observation, self.verdict, self.rerun, diagnosis, suspects, line is None, behind
        )
        if change is None and diagnosis.cause in CLAIMED:
            self.is_in_its_place = True
            self.numbers = None if diagnosis.cause != "once for all" else self.numbers
            return diagnosis, super().diagnosis(self.first_wrong_part)
        if change is None:
            part, attempt = self.first_wrong_part.part, self.rerun.attempt
            return diagnosis, with_its_range_tried(self.exercise, self.source, diagnosis, part, attempt)
        change = with_its_effect(self.case, self.first_wrong_part.part, self._with_the_slip(diagnosis, change))
        return diagnosis, self.with_its_setting(change)

    def _with_the_line_tried(self, diagnosis: Diagnosis) -> Diagnosis:
        """The same; where one change of its line makes the answer right, with the advice for that."""
        assert self.rerun is not None
        assert self.first_wrong_part is not None
        kind, means, advice = ONE_LINE[diagnosis.cause or ""]
        part, line = self.first_wrong_part.part, diagnosis.spot.line if diagnosis.spot is not None else 0
        if not is_right_after(self.exercise, self.source, line, kind, part, self.rerun.attempt):
            return diagnosis
        said = diagnosis.message
        return replace(diagnosis, message=replace(said, means=f"{said.means} {means}".strip(), next=advice))

    def _of_another_line(self, diagnosis: Diagnosis) -> Diagnosis:
        """What one change of another line says; of an answer that stops, the diagnosis alone."""
        if self.observation.failure or self.rerun is None:
            return diagnosis
        lines = [line.statement.lineno for line in self.lines]
        change = one_change(self.exercise, self.observation, self.verdict, self.rerun, diagnosis, lines)
        return diagnosis if change is None else change

    def _with_the_slip(self, diagnosis: Diagnosis, change: Diagnosis) -> Diagnosis:
        """What a change says; where a slip was known without its place, in the place of the change."""
        if diagnosis.spot is not None or diagnosis.cause not in {slip.name for slip in self.exercise.slips}:
            return change
        said = diagnosis.message
        means = " ".join(filter(None, (said.observed, said.means)))
        return replace(change, cause=diagnosis.cause, message=Message(change.message.observed, means, said.next))

    def _verified(self, diagnosis: Diagnosis) -> Diagnosis:
        """Of a line with a fault that another change of the line explains better: what that change says."""
        first = self.line_at_fault
        spot = diagnosis.spot
        if diagnosis.cause == CHANGED:  # its values have shown it
            return diagnosis
        moved = self.moved_line(diagnosis) or self.in_its_function(diagnosis) or self.of_names(diagnosis)
        if moved is not None:
            return moved
        if self.rerun is None or self.first_wrong_part is None or first is None or spot is None:
            return diagnosis
        if first.statement.lineno != spot.line:
            return diagnosis
        if diagnosis.cause == OTHER_COUNT:  # its number has shown it
            return diagnosis
        if any(slip.line and slip.name == diagnosis.cause for slip in self.exercise.slips):  # it is the whole line
            return diagnosis
        if getattr(first.fault.node, "lineno", spot.line) != spot.line:  # another line makes the wrong piece
            return diagnosis
        fault = first.fault.kind
        if fault == "extra divisor" and first.is_of_a_divisor:
            named = self.change_of("other name", [spot.line])
            return diagnosis if named is None else with_facts(named, facts_of(self.exercise, first, fault))
        elsewhere = self.one_too_many(diagnosis) or self.hidden_given()
        is_behavior = any(slip.name == diagnosis.cause and not slip.formula for slip in self.exercise.slips)
        if elsewhere is None and not is_behavior:
            elsewhere = self.change_of("runs once", self.lines_behind(first))
        if elsewhere is not None:
            return elsewhere
        part, attempt = self.first_wrong_part.part, self.rerun.attempt
        if is_wrong_with(self.exercise, self.source, first, part, attempt):  # there is a second fault elsewhere
            return diagnosis
        better = better_change(self.exercise, self.observation, self.verdict, self.rerun, fault, spot.line)
        if better is None:
            return diagnosis
        said, change = diagnosis.message, better.message
        facts = facts_of(self.exercise, first, fault) if better.cause not in WITHOUT_VALUES else ""
        if diagnosis.cause == fault or fault in NOT_OF_A_SLIP:
            return with_facts(better, facts)
        means = f"{change.means} {said.means}".strip() if better.cause == "index too much" else said.means
        means = means or f"{alone(said.observed)} {facts}".strip()
        said = Message(change.observed, means, change.next)
        return replace(better, cause=diagnosis.cause, message=said)  # a slip, of which only the place is another

    def _meant_name(self, diagnosis: Diagnosis) -> Diagnosis | None:
        """Of a name without a value: the name that was meant, where one makes the answer right."""
        failure = self.observation.failure or {}
        name = re.search(r"name '(\w+)' is not defined", str(failure.get("message")))
        if name is None or diagnosis.cause not in UNKNOWN or self.rerun is None or self.first_wrong_part is None:
            return None
        part, attempt = self.first_wrong_part.part, self.rerun.attempt
        meant = meant_name(self.exercise, self.source, name[1], failure["line"], part, attempt)
        return meant or without_the_guess(self.exercise, self.source, diagnosis, name[1], part, attempt)
