"""One answer that is not right, with its recorded runs and the lines in which they go wrong."""

from __future__ import annotations

import ast
import re
from functools import cached_property

import numpy as np

from slipcheck.diagnosis import Diagnosis, spot_of, without_its_line
from slipcheck.exercise import Message, Parameters, Part, Slip
from slipcheck.judge.figure_tables import joined_figures
from slipcheck.judge.judge import Case
from slipcheck.observe.plain import as_array
from slipcheck.verdict import Rerun, State, Verdict

from .figures.figures_in_rounds import figure_in_rounds
from .figures.legends import is_text
from .formulas.pieces import Values
from .known_slips import find_slip, slip_before_a_plot
from .lines.answer_line import names_in
from .lines.changed_values import CHANGED
from .lines.formula_messages import formula_diagnosis
from .lines.locate import wrong_lines
from .lines.renamed import renamed
from .lines.several_lines import with_the_same
from .lines.wrong_line import WrongLine
from .output.commands import names_behind, names_in_line
from .output.commands_run import plot_commands
from .output.multiplications import multiplication_by
from .output.outputs import wrong_output
from .output.places_of_slips import spot_of_slip
from .replay import Replay
from .source_patterns import not_drawn
from .stopped import stopped
from .values import size_of

OF_ROUNDS = ("figure in the loop", "show in the loop")  # slips of which the text shows all lines
OF_SIZE = ("other size", "missing argument", "other argument", "too few draws")  # faults that an error comes of


class RecordedAnswer:
    """One answer, with what its runs show line by line."""

    def __init__(self, case: Case, verdict: Verdict, rerun: Rerun | None):
        self.case = case
        self.exercise = case.exercise
        self.observation = case.runs[0].observation
        self.source = self.observation.source
        self.rerun = rerun
        self.verdict = verdict
        self.is_in_its_place = not re.search(r"\b(for|while)\b", self.source)  # whether no line has to be moved
        self.numbers: Diagnosis | None = None  # why the numbers of the run as written are wrong
        self._slips: dict[str, Slip | None] = {}

    @cached_property
    def replay(self) -> Replay:
        """The run as written, recorded; empty where nothing was."""
        return self.replay_at(self.exercise.parameters, as_written=True)

    def replay_at(self, p: Parameters, as_written: bool) -> Replay:
        needs_figures = self.observation.failure is not None  # a plot command may be what stops it
        recorded = self.rerun.record(p, as_written, needs_figures) if self.rerun is not None else None
        names = self.exercise.given if as_written else (*self.exercise.given, *self.exercise.replaced_names)
        given = {name: getattr(p, name) for name in names if name != "seed"}
        recording = recorded.recording if recorded is not None else None
        return Replay(self.source, recording, given, renamed(self.exercise, self.source))

    @property
    def is_unread(self) -> bool:
        """Whether Python cannot read the answer."""
        return self.verdict.state is State.SYNTAX

    @property
    def has_wrong_values(self) -> bool:
        """Whether the answer did not come to its end, or a part with values is not right."""
        parts = [judged for judged in self.verdict.parts if judged.part.quantities]
        return self.observation.failure is not None or any(not judged.right for judged in parts)

    @property
    def has_nan(self) -> bool:
        """Whether a variable holds nan or inf, or a plot command got it, which no figure shows."""
        arrays = [*self._drawn, *map(as_array, self.observation.variables.values())]
        return any(array is not None and not np.isfinite(array).all() for array in arrays)

    @property
    def draws_nothing(self) -> bool:
        """Whether a plot command got nothing but nan and inf."""
        return any(array is not None and not np.isfinite(array).any() for array in self._drawn)

    @property
    def _drawn(self) -> list[Values]:
        """What the plot commands got."""
        return [command.values(k) for command in plot_commands(self.replay) for k in range(len(command.pieces))]

    @cached_property
    def figure_each_round(self) -> Diagnosis | None:
        """Of an answer with a figure for each time, of which only the first ones are described: why that is so."""
        apart = joined_figures(self.observation)
        is_cut = apart is not None and len(apart["artists"]) < self.exercise.parameters.step_end
        return figure_in_rounds(self.source) if is_cut else None

    @cached_property
    def lines(self) -> list[WrongLine]:
        """The lines that give a wrong value, or stand in a wrong place, the likeliest first."""
        return list(wrong_lines(self.exercise, self.replay))

    @property
    def line_at_fault(self) -> WrongLine | None:
        """The first of them that stands in its place."""
        return next((line for line in self.lines if not line.is_misplaced), None)

    def line_of_what_is_drawn(self) -> WrongLine | None:
        """A line before the plot commands that gives wrong values to a name that they take as x.

        Or a line that changes the right value of a name that they take as y, so that another value is drawn.
        """
        commands = plot_commands(self.replay)
        changed = [line for line in self.lines if line.fault.kind == CHANGED]
        names = {name for command in commands for piece in command.pieces for name in names_in(piece)}
        if changed and changed[0].equation.target in names:
            return changed[0]
        pairs = [command.node.args for command in commands if len(command.node.args) > 1]
        drawn = {name for x, y, *_ in pairs if not is_text(y) for name in names_in(x)}
        valued = [line for line in self.lines if not line.is_misplaced and line.is_specific]
        line = next((line for line in valued if line.equation.target in drawn), None)
        used = names_in(line.fault.node) if line is not None else []
        return next((other for other in valued if line is not None and other.equation.target in used), line)

    def earlier_line(self) -> Diagnosis | None:
        """The line that made what an error stumbled over: too few values, or too many."""
        failure = self.observation.failure or {}
        if failure["kind"] != "error" or failure["line"] is None or "not tuple" in failure["message"]:
            return None
        names = names_behind(self.source, names_in_line(self.source, failure["line"]))
        for line in self.lines:
            if line.fault.words[-1:] == ("one number is",) and self._is_used_by_places(line.equation.target):
                continue
            if line.fault.kind in ("too few draws", "part of it") and self._is_in_a_loop(line):
                continue  # each round may well make one value, and store it in its place
            is_cause = line.fault.kind in OF_SIZE or line.equation.target in self.exercise.counts
            sizes = [values.size for values in (line.value, line.right) if values is not None]
            is_of_size = len(set(sizes)) > 1 and line.is_specific and not is_cause
            is_cause = is_cause or is_of_size
            if is_cause and line.equation.target in names and line.statement.lineno < failure["line"]:
                diagnosis = with_the_same(formula_diagnosis(self.exercise, self.source, line), line, self.lines)
                message = diagnosis.message
                if "'float' object" in failure["message"] and line.equation.target in self.exercise.counts:
                    means = re.sub(
                        r"(becomes -?\d+)(; .*?\d)\.", r"\1.0, a decimal number\2, a whole number.", message.means
                    )
                    message = Message(message.observed, means, message.next)
                end = f"So line {failure['line']} stops with an error."
                means = f"{message.means} {end}".strip()
                sizes_differ = len(set(sizes)) > 1
                if is_of_size or (sizes_differ and line.fault.kind in ("missing argument", "other argument")):
                    have, need = (_size(values) for values in (line.value, line.right))
                    told = f"`{line.equation.target}` gets {have} here; it should get {need}."
                    means = f"{told} {means}" if is_of_size else f"{message.means} {told} {end}".strip()
                return Diagnosis(diagnosis.cause, Message(message.observed, means, message.next), diagnosis.spot)
        return None

    def _is_in_a_loop(self, line: WrongLine) -> bool:
        loops = [node for node in ast.walk(self.replay.tree) if isinstance(node, (ast.For, ast.While))]
        return any(loop.lineno < line.statement.lineno <= (loop.end_lineno or 0) for loop in loops)

    def _is_used_by_places(self, name: str) -> bool:
        """Whether the answer stores values in places of a name, so that it may hold many."""
        places = [node for node in ast.walk(self.replay.tree) if isinstance(node, ast.Subscript)]
        return any(isinstance(node.ctx, ast.Store) and getattr(node.value, "id", "") == name for node in places)

    def wrong_plot(self) -> Diagnosis | None:
        """What a plot command was given that stopped it, where lengths do not fit."""
        failure = self.observation.failure or {}
        if failure["kind"] != "error" or "same first dimension" not in failure["message"]:
            return None
        if stopped(self.exercise, self.observation).cause == "not transposed":
            return None
        quoted = not_drawn(self.exercise, self.observation)
        if quoted is not None and quoted.spot is not None and quoted.spot.line == failure["line"]:
            return quoted
        slip = slip_before_a_plot(self.case)
        if slip is not None:
            return self.of_slip(slip)
        diagnosis = wrong_output(self.exercise, self.replay)
        is_there = diagnosis is not None and diagnosis.spot is not None and diagnosis.spot.line == failure["line"]
        return diagnosis if is_there and diagnosis is not None and diagnosis.cause != "plot outside the loop" else None

    def slip_of(self, part: Part) -> Slip | None:
        """The known slip that the answer shows in a part; what is known of a part is asked for several times."""
        if part.name not in self._slips:
            self._slips[part.name] = find_slip(self.case, part)
        return self._slips[part.name]

    def of_slip(self, slip: Slip, line: WrongLine | None = None) -> Diagnosis:
        """Of a known slip that the answer shows, in its place where that is known."""
        in_rounds = figure_in_rounds(self.source) if slip.name in OF_ROUNDS else None
        if in_rounds is not None:
            return in_rounds
        spot = spot_of_slip(self.exercise, self.source, slip)
        if spot is None and line is not None:
            is_elsewhere = line.line != line.statement.lineno  # in a function, or in a line that the statement uses
            spot = spot_of(self.source, line.fault.node if is_elsewhere else line.statement)
        message = slip.message
        if slip.change is not None:  # that it behaves like this is known; how that looks is not
            message = Message(message.means, "", message.next)
        if spot is not None:
            observed = f"Line {spot.line}: {lowered(message.observed)}"
            product = multiplication_by(self.replay.tree, slip.factor) if slip.factor != 1 else None
            if getattr(product, "lineno", spot.line) != spot.line:
                observed = f"{observed[:-1]} in line {getattr(product, 'lineno', 0)}."
            message = Message(observed, message.means, message.next)
        return Diagnosis(slip.name, message, spot)


def _size(values: Values) -> str:
    return "one number" if values is not None and values.size == 1 else size_of(values)


def lowered(sentence: str) -> str:
    """A sentence to follow a colon."""
    is_name = len(sentence) > 1 and (sentence[1].isupper() or sentence[1] in " _") and not sentence.startswith("A ")
    is_name = is_name or sentence.startswith("Python ")
    return sentence if is_name or sentence[:1] == "`" else sentence[:1].lower() + sentence[1:]


def alone(sentence: str) -> str:
    """The same without the line that it begins with."""
    said = without_its_line(sentence)
    return f"{said[:1].upper()}{said[1:]}"
