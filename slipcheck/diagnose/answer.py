"""One answer that is not right, with the causes that were found once for all of its parts."""

from __future__ import annotations

import ast
from functools import cached_property

from slipcheck.diagnosis import Diagnosis, Spot, spot_at, spot_of
from slipcheck.exercise import Message, Part
from slipcheck.judge.judge import OF_THE_FIGURE
from slipcheck.judge.parse import blank_places, parsed
from slipcheck.judge.rules import OF_WRONG_VALUES
from slipcheck.parameter_draws import unseen_in_the_notebook
from slipcheck.verdict import PartVerdict, State

from .figures.figure_commands import refined_objection
from .from_the_data import changed_values, from_the_data, in_this_run, that_matter, with_only
from .known_slips import are_right_as_computed, right_as_written, slip_by_formula
from .lines.formula_messages import formula_diagnosis
from .lines.locate import wrong_lines
from .lines.several_lines import misplaced_lines, with_its_place
from .numbers.odd_values import odd_value
from .numbers.other_names import under_other_names
from .numbers.typed_numbers import typed_group, typed_number
from .output.commands import spot_of_command
from .output.outputs import axes_swapped, wrong_output
from .output.printed_digits import too_few_digits
from .recorded_answer import RecordedAnswer
from .rounds.kept_sums import kept_sum
from .rounds.last_values import value_of_another_loop
from .rounds.loop_variables import overwritten_by_a_loop
from .rounds.round_counts import wrong_loop
from .rounds.skipped_rounds import rounds_left_out
from .source_patterns import (
    certain_slip,
    comma_before,
    equals_plus,
    general_slip,
    not_drawn,
    operator_in,
    overwritten_parameter,
    shared_values,
    standstill,
    unformatted,
)
from .stopped import stopped
from .whole_answer import blank_left, overwritten, untouched_message

DRAWN = ("not against time", "curve missing")  # judged by the answer's own values
OF_PLOTS = ("pair for an argument", "behind the bracket", "name in quotes", "x missing", "argument without its name")
PRINTED = ("format code", "nothing printed")
VALUES = ("At step ", "Its first wrong value")  # how sentences begin that give values of one run
SAME_REASON = {  # of an objection: the cause of wrong numbers that is its reason too
    "unit of the label": ("other unit shown",), "curve missing": ("name changed", "right value changed"),
    "not against time": ("name changed",),
    "format code": ("braces missing", "print outside the loop"), "nothing printed": ("braces missing",),
}  # fmt: skip


class Answer(RecordedAnswer):
    """One answer, with the causes that were found once for all of its parts."""

    def diagnosis(self, part_verdict: PartVerdict) -> Diagnosis:
        """Of one part that is not right."""
        if self.verdict.state is State.UNTOUCHED:
            return self.untouched
        if self.whole is not None:
            return self.whole
        part, objection = part_verdict.part, part_verdict.objection
        if objection is not None and objection[0] == OF_WRONG_VALUES:
            part, objection = next(other for other in self.exercise.parts if other.quantities), None
        if objection is None:
            return self._of_the_numbers(part) or self._from_the_data(part)
        are_right = all(judged.right for judged in self.verdict.parts if judged.part.quantities)
        shown = self._of_what_is_shown(part, objection)
        if shown is None and (are_right or objection[0] == "nothing drawn"):
            shown = self._of_the_numbers(part)
        return shown or self._objection(objection)

    def _of_what_is_shown(self, part: Part, objection: tuple[str, Message]) -> Diagnosis | None:
        """Of an objection to what is printed or drawn; None where wrong numbers may be the reason."""
        name = objection[0]
        if name == "too many answers":
            return self._objection(objection)
        if (lost := not_drawn(self.exercise, self.observation)) is not None:
            return lost
        if self.numbers is not None and self.numbers.cause in SAME_REASON.get(name, ("",)):
            return self.numbers
        is_odd = name in DRAWN and self.has_nan
        odd = self.numbers or odd_value(self.replay, self.exercise.words) if is_odd else None
        shared = shared_values(self.exercise, self.observation) if name in (*DRAWN, "too little drawn") else None
        if odd or shared:
            return odd or shared
        slip = self.slip_of(part)
        if slip is not None and slip.name in ("figure in the loop", "show in the loop"):
            return self.of_slip(slip)
        if name in OF_THE_FIGURE:
            return self._of_the_figure(objection)
        if name in DRAWN:
            signs = refined_objection(self.exercise, self.observation, name)
            if signs is not None and signs.cause in ("plus and minus", "plot before the loop"):
                return signs
            swapped = overwritten_by_a_loop(self.exercise, self.replay) or axes_swapped(self.exercise, self.replay)
            if swapped is not None:
                return swapped
            line = self.line_of_what_is_drawn()
            if line is not None:
                return formula_diagnosis(self.exercise, self.source, line)
            of_output = wrong_output(self.exercise, self.replay) or wrong_loop(self.exercise, self.replay)
            return of_output or self._objection(objection)
        if name in PRINTED:
            return unformatted(self.exercise, self.observation) or self._objection(objection)
        if name == "too little drawn":
            of_output = wrong_output(self.exercise, self.replay) if slip is None else self.of_slip(slip)
            return of_output or self._objection(objection)
        return wrong_output(self.exercise, self.replay) if name == "nothing drawn" else None

    def _of_the_figure(self, objection: tuple[str, Message]) -> Diagnosis:
        """Of labels, legend and markers."""
        refined = refined_objection(self.exercise, self.observation, *objection)
        if refined is not None and refined.cause in OF_PLOTS:
            return refined
        is_of_x = objection[0] in ("invisible markers", "legend entry twice", "point far away")
        of_output = wrong_output(self.exercise, self.replay) if is_of_x else None
        return of_output if of_output is not None and of_output.cause in OF_PLOTS else self._objection(objection)

    def _of_the_numbers(self, part: Part) -> Diagnosis | None:
        """Why the values are wrong, or what the exercise itself has to say; None where no cause is known."""
        certain = certain_slip(self.exercise, self.observation) if part.quantities else None
        if (special := certain or self._special(part)) is not None:
            return special
        if part.quantities and right_as_written(self.case, part):
            return self._at_other_parameters(part)
        if self.numbers is None or self.numbers.cause is None:
            self.numbers = under_other_names(self.case, part) or self._cause(part)
        return self.numbers

    def _from_the_data(self, part: Part) -> Diagnosis:
        diagnosis = from_the_data(self.case, part)
        if diagnosis.cause == "wrong count" and diagnosis.spot is not None:  # of one line
            self.numbers = diagnosis
        return diagnosis

    @cached_property
    def whole(self) -> Diagnosis | None:
        """What keeps the whole answer from being judged."""
        blanks = blank_places(self.source)
        failure = self.observation.failure
        if blanks and (failure is None or failure["kind"] == "error"):
            return blank_left(self.source, blanks)
        if failure is not None and failure["kind"] == "endless":
            endless = equals_plus(self.exercise, self.observation)
            if endless is not None:
                return endless
        if failure is not None:
            parameter = overwritten_parameter(self.exercise, self.observation) if failure["kind"] == "error" else None
            if parameter is not None and parameter.spot is not None and parameter.spot.line != failure["line"]:
                return parameter
            comma = comma_before(self.exercise, self.observation, failure["line"] or 0)
            return comma or self.earlier_line() or self.wrong_plot() or stopped(self.exercise, self.observation)
        if self.observation.overwritten:
            return overwritten(self.observation)
        return None

    def _special(self, part: Part) -> Diagnosis | None:
        """What the exercise itself has to say."""
        explain = self.exercise.explain
        explained = explain(self.observation, self.exercise.parameters, part) if explain is not None else None
        if explained is None:
            return None
        slip, message, line = explained
        return Diagnosis(slip, message, self._code_of(line) if line else None)

    def _code_of(self, line: int) -> Spot | None:
        """The code of a line, without a comment after it."""
        nodes = ast.walk(parsed(self.source) or ast.Module([], []))
        found = [node for node in nodes if isinstance(node, ast.stmt) and node.lineno == line]
        return spot_of(self.source, found[0]) if len(found) == 1 else spot_at(self.source, line, 0, line, 10**6)

    @cached_property
    def untouched(self) -> Diagnosis:
        blanks = blank_places(self.source)
        spot = spot_at(self.source, *blanks[0], blanks[0][0], blanks[0][1] + 3) if blanks else None
        return Diagnosis("untouched", untouched_message(self.exercise, self.source, self._changed_line), spot)

    @property
    def _changed_line(self) -> tuple[str, int] | None:
        """A name of which a line gives a wrong value, where the only blank is left, and this line."""
        lines = [line for line, _ in blank_places(self.source)]
        wrong = self.line_at_fault if len(lines) == 1 and self.rerun is not None else None
        place = None if wrong is None else (wrong.equation.target, wrong.statement.lineno)
        return place if place is not None and place[1] not in lines else None

    def _cause(self, part: Part) -> Diagnosis | None:
        """Why what the run as written shows is wrong, if a cause is known."""
        replay = self.replay
        overwriting = overwritten_parameter(self.exercise, self.observation)
        if overwriting is not None:
            return overwriting
        valued = [line for line in self.lines if not line.is_misplaced]
        first = valued[0] if valued else None
        if first is not None:
            operator = operator_in(self.exercise, self.observation, first.statement.lineno)
            if operator is not None and first.fault.kind != "other operator":
                return operator
            exchanged = equals_plus(self.exercise, self.observation)
            if exchanged is not None and exchanged.spot is not None and exchanged.spot.line < first.statement.lineno:
                return exchanged
        kept = kept_sum(replay, first) if first is not None else None
        if kept is not None:
            return kept
        slip = self.slip_of(part) if first is not None and first.fault.kind == "other name" else None
        if slip and not slip.formula and first and first.is_repeated:  # each place of it may be right as such
            return self.of_slip(slip, first)
        if first is not None and (first.is_specific or slip_by_formula(self.exercise, first) is not None):
            diagnosis = formula_diagnosis(self.exercise, self.source, first)
            return with_its_place(diagnosis, first, valued[1:])
        odd = odd_value(replay, self.exercise.words) if self.slip_of(part) is None else None
        if odd is not None:
            return odd
        if first is None:
            of_output = not_drawn(self.exercise, self.observation) or shared_values(self.exercise, self.observation)
            of_output = of_output or value_of_another_loop(self.exercise, replay)
            if of_output is None and self.slip_of(part) is None:
                of_output = too_few_digits(self.case, replay, self.observation.printed)
            if self.slip_of(part) is None or are_right_as_computed(self.case, part):
                of_output = of_output or wrong_output(self.exercise, replay)
            of_output = of_output or rounds_left_out(self.exercise, self.observation, replay)
            of_output = of_output or wrong_loop(self.exercise, replay)
            if of_output is not None:
                return of_output
        misplaced = [line for line in self.lines if line.is_misplaced and not self.is_in_its_place]
        if misplaced and first is None:
            return misplaced_lines(self.exercise, self.source, misplaced)
        if (general := general_slip(self.exercise, self.observation) or standstill(self.case)) is not None:
            return general
        slip = self.slip_of(part)
        if slip is not None:
            return self.of_slip(slip, first)
        return formula_diagnosis(self.exercise, self.source, first) if first is not None else None

    def _at_other_parameters(self, part: Part) -> Diagnosis:
        typed = overwritten_by_a_loop(self.exercise, self.replay) or typed_number(self.case, part, self.rerun)
        if typed is not None:
            return typed
        p = unseen_in_the_notebook(self.exercise)[0]
        replay = self.replay_at(p, as_written=False)
        if line := next((line for line in wrong_lines(self.exercise, replay) if not line.is_misplaced), None):
            names = that_matter(self.exercise, part, self.source, p, self.rerun)
            alone = with_only(self.exercise, p, names) if names else p
            lines = wrong_lines(self.exercise, self.replay_at(alone, as_written=False))
            line = next((line for line in lines if not line.is_misplaced), line)
            setting = changed_values(self.exercise, p, names)
            return formula_diagnosis(self.exercise, self.source, line, setting)
        of_output = typed_group(self.case, part) or wrong_output(self.exercise, replay)
        return in_this_run(self.exercise, of_output, p) if of_output is not None else from_the_data(self.case, part)

    def _objection(self, objection: tuple[str, Message]) -> Diagnosis:
        refined = refined_objection(self.exercise, self.observation, *objection)
        return refined or Diagnosis(*objection, spot_of_command(self.source, *objection))
