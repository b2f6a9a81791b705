"""Compare what an answer did with what the reference does at the same parameters. Pure: never runs student code."""

from __future__ import annotations

import ast
import warnings
from collections.abc import Sequence
from functools import lru_cache
from typing import Any

import numpy as np

from slipcheck.exercise import Exercise, Message, Parameters, Part, Reference
from slipcheck.observe import Observation
from slipcheck.verdict import PartVerdict, Run, State, Verdict

from .parse import is_untouched
from .quantities import CurveOf, Variable

OF_THE_FIGURE = (  # what is objected to whatever the numbers are
    "axis label",
    "label not readable",
    "labels exchanged",
    "two quantities",
    "wrong quantity",
    "quantity not named",
    "unit of the label",
    "wrong unit",
    "no unit",
    "no title",
    "legend",
    "legend too long",
    "legend entry twice",
    "legend of other lines",
    "points apart",
    "invisible markers",
    "band for curves",
    "out of view",
    "point far away",
    "too many answers",
)
ONE_ANSWER = 2  # different candidates of one size: those of one table, read in two units
OFFERED = 2 * ONE_ANSWER
ENDED = {"syntax": State.SYNTAX, "endless": State.ENDLESS, "output": State.ENDLESS}
Named = tuple[str, Message]  # a slip, or another cause, and what is said of it


class Case:
    """An answer's runs beside the reference's, with what was read from them kept."""

    def __init__(self, exercise: Exercise, runs: Sequence[Run], hidden: bool = False):
        self.exercise = exercise
        self.runs = runs
        self.hidden = hidden
        self._candidates: dict[tuple[int, str], list[np.ndarray]] = {}
        self._offered: dict[tuple[int, str], int] = {}

    def candidates(self, run: Run, name: str) -> list[np.ndarray]:
        """The candidates of a quantity in a run."""
        key = (id(run), name)
        if key not in self._candidates:
            self._candidates[key] = self.exercise.quantity(name).candidates(run.observation, run.p)
        return self._candidates[key]

    def expected(self, run: Run, change: dict[str, Any], p: Parameters | None = None) -> dict[str, np.ndarray]:
        """The reference's values under ``change``, at the run's parameters or others."""
        key = tuple((name, type(value), value) for name, value in change.items())
        return _reference(self.exercise.reference, p or run.p, key)

    def matches(self, run: Run, name: str, expected: dict[str, Any]) -> bool:
        """Whether a candidate of the quantity has the expected values."""
        quantity = self.exercise.quantity(name)
        candidates = self.candidates(run, name)
        if isinstance(quantity, CurveOf) and not candidates:
            return True
        return any(quantity.same(candidate, expected[name], run.p) for candidate in candidates)

    def offered(self, run: Run, name: str) -> int:
        """How many different candidates have the size of the quantity.

        Who offers many has not decided on one: a guess among them must not count.
        """
        key = (id(run), name)
        if key not in self._offered:
            shape = np.shape(self.expected(run, {})[name])
            right_size = [candidate for candidate in self.candidates(run, name) if candidate.shape == shape]
            different = {np.sort(candidate, axis=0).tobytes() for candidate in right_size if candidate.ndim}
            self._offered[key] = len(different)
        return self._offered[key]

    def most_offered(self, part: Part) -> int:
        """The same, the most of all quantities of a part, in all of its runs."""
        return max((self.offered(run, name) for run in self.runs_of(part) for name in part.quantities), default=0)

    def behaves(self, runs: Sequence[Run], names: Sequence[str], change: dict[str, Any]) -> bool:
        """Whether the quantities are the reference's under ``change``."""
        expected = ((run, self.expected(run, change)) for run in runs)
        return all(self.matches(run, name, values) for run, values in expected for name in names)

    def diagnose_random_numbers(self, run: Run) -> tuple[str, Message, ast.Call | None] | None:
        """What is wrong with the answer's random numbers, if anything, and the call that it is wrong in."""
        look = self.exercise.diagnose_random_numbers
        return look(lambda name: self.candidates(run, name), run.p, run.observation.source) if look else None

    def runs_of(self, part: Part) -> Sequence[Run]:
        """The runs that the part is judged by."""
        return self.runs[1:] if part.unseen_parameters else self.runs[:1]


@lru_cache(maxsize=128)
def _reference(reference: Reference, p: Parameters, change: tuple[tuple[str, type, object], ...]) -> dict[str, Any]:
    """Of one class, all answers are judged at the same parameters."""
    with np.errstate(all="ignore"), warnings.catch_warnings():
        warnings.simplefilter("ignore")  # of a deviation of one value, say
        return reference(p, **{name: value for name, _, value in change})


def judge(case: Case) -> Verdict:
    """The verdict on an answer, part by part, without causes."""
    observation = case.runs[0].observation
    verdict = Verdict(case.exercise, State.WRONG, [])
    for part in case.exercise.parts:
        right, note, objections = _judge_part(case, part)
        values_are_wrong = any(earlier.part.quantities and not earlier.right for earlier in verdict.parts)
        if note and note not in verdict.notes and not values_are_wrong:
            verdict.notes.append(note)
        verdict.parts.append(PartVerdict(part, right, next(iter(objections), None), tuple(objections[1:])))
        if right and (offered := case.most_offered(part)) > ONE_ANSWER:
            verdict.offered = max(verdict.offered, offered)
    _take_back_the_last_part(verdict, observation)
    if is_untouched(case.exercise, observation.source) and not any(judged.right for judged in verdict.parts):
        return Verdict(case.exercise, State.UNTOUCHED, [PartVerdict(part, False) for part in case.exercise.parts])
    verdict.state = _state(verdict, observation)
    return verdict


OF_THE_MACHINE = (  # errors that a student's own machine may not give: files, folders and addresses that it has
    "FileNotFoundError", "FileExistsError", "IsADirectoryError", "NotADirectoryError", "PermissionError", "OSError",
    "ConnectionError", "ConnectionRefusedError", "TimeoutError", "gaierror", "URLError", "HTTPError",
    "ImportError", "ModuleNotFoundError",
)  # fmt: skip


def _take_back_the_last_part(verdict: Verdict, observation: Observation) -> None:
    """An answer that stops with an error is not right, even once all is computed and drawn: its last part is not."""
    if _stops_by_itself(observation) and all(judged.right for judged in verdict.parts):
        verdict.parts[-1].right = False


def _stops_by_itself(observation: Observation) -> bool:
    """Whether an error ends it that does not belong to the machine."""
    failure = observation.failure
    return failure is not None and failure["kind"] == "error" and failure["type"] not in OF_THE_MACHINE


def _judge_part(case: Case, part: Part) -> tuple[bool, str | None, list[Named]]:
    """Whether the part is right, the note of the accepted variant it follows, and what its rules object to.

    Of several objections, those to the figure come first; of the others only one is kept.
    """
    runs = case.runs_of(part)
    if not runs or (part.unseen_parameters and _stopped_too_early(case, part)):
        return False, None, []
    objections = [objection for rule in part.rules for run in runs if (objection := rule(run.observation, run.p))]
    if objections:
        of_the_figure = list(
            {
                message.observed: (name, message) for name, message in reversed(objections) if name in OF_THE_FIGURE
            }.values()
        )[::-1]
        is_of_x = any("x axis" in message.observed for _, message in of_the_figure)
        drawn = ("curve missing",) if is_of_x else ("curve missing", "not against time")
        if of_the_figure:
            of_the_figure += [objection for objection in objections if objection[0] in drawn][:1]
        return False, None, of_the_figure or objections[:1]
    offered = case.most_offered(part)
    if offered > OFFERED:
        return False, None, [_undecided(offered)]
    for change, note in [({}, None), *((variant.change, variant.note) for variant in case.exercise.accepted_variants)]:
        if case.behaves(runs, part.quantities, dict(change)):
            remarks = [remark(run.observation, run.p) for remark in part.remarks for run in runs]
            return True, next(filter(None, remarks), note if part.quantities else None), []
    return False, None, []


def _undecided(count: int) -> Named:
    return "too many answers", Message(
        f"Which of these is your answer? Your cell gives {count} tables of the size that is asked for.",
        "The check looks at one answer, and cannot choose between many.",
        "Leave the one that the exercise asks for.",
    )


def _stopped_too_early(case: Case, part: Part) -> bool:
    """Whether a run at other parameters stopped, or the run as written where these did not."""
    others = case.runs_of(part)
    has_stopped = _stops_by_itself(case.runs[0].observation)
    return any(_left_too_early(case, part, run) or (has_stopped and not run.observation.failure) for run in others)


def _left_too_early(case: Case, part: Part, run: Run) -> bool:
    """Whether the run stopped before its values can be judged.

    They can be where it stopped in a plot command, after it had computed all variables that the part looks at, or with
    the error that the run as written ends with too: the values of that run are judged. What the machine lacks, such as
    a file, is no reason not to judge.
    """
    failure = run.observation.failure
    if not failure or failure["type"] in OF_THE_MACHINE:
        return False
    lines = run.observation.source.splitlines()
    line = failure["line"]
    in_plot = line is not None and line <= len(lines) and lines[line - 1].lstrip().startswith("plt.")
    quantities = [case.exercise.quantity(name) for name in part.quantities]
    first = case.runs[0].observation.failure
    if first and all(first[key] == failure[key] == value for key, value in (("kind", "error"), ("line", line))):
        return not quantities or not all(isinstance(quantity, Variable) for quantity in quantities)
    return not in_plot or not all(isinstance(quantity, Variable | CurveOf) for quantity in quantities)


def _state(verdict: Verdict, observation: Observation) -> State:
    right = [part_verdict.right for part_verdict in verdict.parts]
    if all(right):
        return State.RIGHT
    if observation.failure and (not any(right) or observation.failure["kind"] == "error"):
        return ENDED.get(observation.failure["kind"], State.CRASHED)
    if any(right):
        return State.PARTLY
    return State.WRONG
