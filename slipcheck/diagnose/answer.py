"""One answer that is not right, with the causes that were found once for all of its parts."""

from __future__ import annotations

from functools import cached_property

from slipcheck.diagnosis import Diagnosis, spot_at, spot_of
from slipcheck.exercise import Message, Parameters, Part, Slip
from slipcheck.judge.judge import OF_THE_FIGURE, Case
from slipcheck.judge.parse import blank_places
from slipcheck.parameter_draws import unseen_in_the_notebook
from slipcheck.verdict import PartVerdict, Rerun, State, Verdict

from .answer_line import names_in
from .behaviour import right_as_written
from .commands import names_behind, names_in_line, spot_of_command, spot_of_slip
from .commands_run import plot_commands
from .figure_commands import refined_objection
from .formula_messages import formula_diagnosis, misplaced_lines, slip_by_formula, with_its_place
from .from_the_data import changed_values, from_the_data
from .known_slips import find_slip, slip_before_a_plot
from .locate import wrong_lines
from .loops import wrong_loop
from .other_parameters import that_matter, with_only
from .outputs import wrong_output
from .replay import Replay
from .source_patterns import (
    certain_slip,
    equals_plus,
    general_slip,
    operator_in,
    overwritten_parameter,
    round_left_out,
    standstill,
    unformatted,
)
from .stopped import stopped
from .typed_numbers import typed_group, typed_number
from .values import size_of
from .whole_answer import blank_left, overwritten, untouched_message
from .wrong_line import WrongLine

DRAWN = ("not against time", "curve missing")  # judged by the answer's own values
PRINTED = ("format code", "nothing printed")
SAME_REASON = {  # of an objection: the cause of wrong numbers that is its reason too
    "unit of the label": "other unit shown", "curve missing": "name changed", "not against time": "name changed",
    "format code": "braces missing", "nothing printed": "braces missing",
}  # fmt: skip
OF_SIZE = ("other size", "missing argument", "other argument", "too few draws")  # faults that an error comes of


class Answer:
    """One answer, with the causes that were found once for all of its parts."""

    def __init__(self, case: Case, verdict: Verdict, rerun: Rerun | None):
        self.case = case
        self.exercise = case.exercise
        self.observation = case.runs[0].observation
        self.source = self.observation.source
        self.rerun = rerun
        self.verdict = verdict
        self.is_in_its_place = False  # whether no line has to be moved
        self.numbers: Diagnosis | None = None  # why the numbers of the run as written are wrong

    def diagnosis(self, part_verdict: PartVerdict) -> Diagnosis:
        """Of one part that is not right."""
        if self.verdict.state is State.UNTOUCHED:
            return self.untouched
        if self.whole is not None:
            return self.whole
        part, objection = part_verdict.part, part_verdict.objection
        if objection is None:
            return self._of_the_numbers(part) or self._from_the_data(part)
        return self._of_what_is_shown(part, objection) or self._of_the_numbers(part) or self._objection(objection)

    def _of_what_is_shown(self, part: Part, objection: tuple[str, Message]) -> Diagnosis | None:
        """Of an objection to what is printed or drawn; None where wrong numbers may be the reason."""
        name = objection[0]
        if self.numbers is not None and self.numbers.cause == SAME_REASON.get(name):
            return self.numbers
        slip = find_slip(self.case, part)
        if slip is not None and slip.name in ("figure in the loop", "show in the loop"):
            return self._slip(slip)
        if name in OF_THE_FIGURE:
            return self._of_the_figure(objection)
        if name in DRAWN:
            line = self._line_of_what_is_drawn()
            if line is not None:
                return formula_diagnosis(self.exercise, self.source, line)
            shown = wrong_output(self.exercise, self.replay) or wrong_loop(self.exercise, self.replay)
            return shown or self._objection(objection)
        if name == "nothing drawn":
            return wrong_output(self.exercise, self.replay)
        if name in PRINTED:
            return unformatted(self.exercise, self.observation) or self._objection(objection)
        if name == "too little drawn":
            shown = wrong_output(self.exercise, self.replay) if slip is None else self._slip(slip)
            return shown or self._objection(objection)
        return None

    def _of_the_figure(self, objection: tuple[str, Message]) -> Diagnosis:
        """Of labels, legend and markers."""
        refined = refined_objection(self.exercise, self.observation, objection[0])
        if refined is not None and refined.cause in ("pair for an argument", "behind the bracket"):
            return refined
        shown = wrong_output(self.exercise, self.replay) if objection[0] == "invisible markers" else None
        return shown if shown is not None and shown.cause == "x missing" else self._objection(objection)

    def _of_the_numbers(self, part: Part) -> Diagnosis | None:
        """Why the values are wrong, or what the exercise itself has to say; None where no cause is known."""
        special = certain_slip(self.exercise, self.observation) if part.quantities else None
        special = special or self._special(part)
        if special is not None:
            return special
        if part.quantities and right_as_written(self.case, part):
            return self._at_other_parameters(part)
        if self.numbers is None or self.numbers.cause is None:
            self.numbers = self._cause(part)
        return self.numbers

    def _from_the_data(self, part: Part) -> Diagnosis:
        diagnosis = from_the_data(self.case, part)
        if diagnosis.cause == "name changed":
            self.numbers = diagnosis
        return diagnosis

    def _line_of_what_is_drawn(self) -> WrongLine | None:
        """A line before the plot commands that gives wrong values to a name that they take as x."""
        commands = plot_commands(self.replay)
        drawn = {name for command in commands for argument in command.node.args[:1] for name in names_in(argument)}
        valued = [line for line in self.lines if not line.is_misplaced and line.is_specific]
        return next((line for line in valued if line.equation.target in drawn), None)

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
            return self._earlier_line() or self._wrong_plot() or stopped(self.exercise, self.observation)
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
        return Diagnosis(slip, message, spot_at(self.source, line, 0, line, 10**6) if line else None)

    def _earlier_line(self) -> Diagnosis | None:
        """The line that made what an error stumbled over: too few values, or too many."""
        failure = self.observation.failure or {}
        if failure["kind"] != "error" or failure["line"] is None:
            return None
        names = names_behind(self.source, names_in_line(self.source, failure["line"]))
        for line in self.lines:
            is_cause = line.fault.kind in OF_SIZE or line.equation.target in self.exercise.counts
            sizes = [values.size for values in (line.value, line.right) if values is not None]
            is_of_size = len(set(sizes)) > 1 and line.is_specific and not is_cause
            is_cause = is_cause or is_of_size
            if is_cause and line.equation.target in names and line.statement.lineno < failure["line"]:
                diagnosis = formula_diagnosis(self.exercise, self.source, line)
                message = diagnosis.message
                means = f"{message.means} So line {failure['line']} stops with an error.".strip()
                if is_of_size:
                    have, need = size_of(line.value), size_of(line.right)
                    means = f"`{line.equation.target}` gets {have} here, in place of {need}. {means}"
                return Diagnosis(diagnosis.cause, Message(message.observed, means, message.next), diagnosis.spot)
        return None

    def _wrong_plot(self) -> Diagnosis | None:
        """What a plot command was given that stopped it, where lengths do not fit."""
        failure = self.observation.failure or {}
        if failure["kind"] != "error" or "same first dimension" not in failure["message"]:
            return None
        if stopped(self.exercise, self.observation).cause == "not transposed":
            return None
        slip = slip_before_a_plot(self.case)
        if slip is not None:
            return self._slip(slip)
        shown = wrong_output(self.exercise, self.replay)
        is_there = shown is not None and shown.spot is not None and shown.spot.line == failure["line"]
        return shown if is_there and shown is not None and shown.cause != "plot outside the loop" else None

    @cached_property
    def untouched(self) -> Diagnosis:
        blanks = blank_places(self.source)
        spot = spot_at(self.source, *blanks[0], blanks[0][0], blanks[0][1] + 3) if blanks else None
        return Diagnosis("untouched", untouched_message(self.exercise, self.source), spot)

    @cached_property
    def replay(self) -> Replay:
        """The run as written, recorded; empty where nothing was."""
        return self._replay(self.exercise.parameters, as_written=True)

    def _replay(self, p: Parameters, as_written: bool) -> Replay:
        needs_figures = self.observation.failure is not None  # a plot command may be what stops it
        recorded = self.rerun.record(p, as_written, needs_figures) if self.rerun is not None else None
        names = self.exercise.given if as_written else (*self.exercise.given, *self.exercise.replaced_names)
        given = {name: getattr(p, name) for name in names if name != "seed"}
        return Replay(self.source, recorded.recording if recorded is not None else None, given)

    @cached_property
    def lines(self) -> list[WrongLine]:
        """The lines that give a wrong value, or stand in a wrong place, the likeliest first."""
        return list(wrong_lines(self.exercise, self.replay))

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
        slip = find_slip(self.case, part) if first is not None and first.fault.kind == "other name" else None
        if slip is not None and slip.formula is None:  # what holds the wrong value may be right as such
            return self._slip(slip, first)
        if first is not None and (first.is_specific or slip_by_formula(self.exercise, first) is not None):
            diagnosis = formula_diagnosis(self.exercise, self.source, first)
            return with_its_place(diagnosis, first, valued[1:])
        if first is None:
            shown = wrong_output(self.exercise, replay)
            shown = shown or round_left_out(self.exercise, self.observation) or wrong_loop(self.exercise, replay)
            if shown is not None:
                return shown
        misplaced = [line for line in self.lines if line.is_misplaced and not self.is_in_its_place]
        if misplaced and first is None:
            return misplaced_lines(self.exercise, self.source, misplaced)
        general = general_slip(self.exercise, self.observation) or standstill(self.case)
        if general is not None:
            return general
        slip = find_slip(self.case, part)
        if slip is not None:
            return self._slip(slip, first)
        return formula_diagnosis(self.exercise, self.source, first) if first is not None else None

    def _slip(self, slip: Slip, line: WrongLine | None = None) -> Diagnosis:
        """Of a known slip that the answer shows, in its place where that is known."""
        spot = spot_of_slip(self.exercise, self.source, slip)
        if spot is None and line is not None:
            spot = spot_of(self.source, line.statement)
        message = slip.message
        if slip.change is not None:  # that it behaves like this is known; how that looks is not
            message = Message(message.means, "", message.next)
        if spot is not None:
            message = Message(f"Line {spot.line}: {lowered(message.observed)}", message.means, message.next)
        return Diagnosis(slip.name, message, spot)

    def _at_other_parameters(self, part: Part) -> Diagnosis:
        typed = typed_number(self.case, part)
        if typed is not None:
            return typed
        p = unseen_in_the_notebook(self.exercise)[0]
        replay = self._replay(p, as_written=False)
        line = next((line for line in wrong_lines(self.exercise, replay) if not line.is_misplaced), None)
        if line is not None:
            names = that_matter(self.exercise, part, self.source, p, self.rerun)
            alone = with_only(self.exercise, p, names) if names else p
            lines = wrong_lines(self.exercise, self._replay(alone, as_written=False))
            line = next((line for line in lines if not line.is_misplaced), line)
            setting = changed_values(self.exercise, p, names)
            return formula_diagnosis(self.exercise, self.source, line, setting)
        return typed_group(self.case, part) or wrong_output(self.exercise, replay) or from_the_data(self.case, part)

    def _objection(self, objection: tuple[str, Message]) -> Diagnosis:
        slip, message = objection
        refined = refined_objection(self.exercise, self.observation, slip)
        return refined or Diagnosis(slip, message, spot_of_command(self.source, slip, message))


def lowered(sentence: str) -> str:
    """A sentence to follow a colon."""
    is_name = len(sentence) > 1 and (sentence[1].isupper() or sentence[1] in " _")
    return sentence if is_name or sentence[:1] == "`" else sentence[:1].lower() + sentence[1:]
