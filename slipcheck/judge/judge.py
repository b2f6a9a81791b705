"""Compare what an answer did with what the reference does at the same parameters. Pure: never runs student code."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import cached_property, lru_cache

import numpy as np

from slipcheck.exercise import Exercise, Message, Parameters, Part, Reference
from slipcheck.observe import Observation
from slipcheck.verdict import PartVerdict, Run, State, Verdict

from .parse import is_untouched

UNEXPLAINED = Message(
    "Your answer differs from what the exercise asks for.",
    "Why could not be told.",
    "Compare your output with the sample output, value by value.",
)


ENDED = {"syntax": State.SYNTAX, "endless": State.ENDLESS, "output": State.ENDLESS}
Named = tuple[str, Message]  # a slip, or another cause, and what is said of it
Explain = Callable[["Case", Part, "Named | None"], "tuple[str | None, Message]"]


class Case:
    """An answer's runs beside the reference's, with what was read from them kept."""

    def __init__(self, exercise: Exercise, runs: Sequence[Run], hidden: bool = False):
        self.exercise = exercise
        self.runs = runs
        self.hidden = hidden
        self._candidates: dict = {}
        self._random_numbers: dict = {}

    def candidates(self, run: Run, name: str) -> list[np.ndarray]:
        """The candidates of a quantity in a run."""
        key = (id(run), name)
        if key not in self._candidates:
            self._candidates[key] = self.exercise.quantity(name).candidates(run.observation, run.p)
        return self._candidates[key]

    def expected(self, run: Run, change: dict, p: Parameters | None = None) -> dict[str, np.ndarray]:
        """The reference's values under ``change``, at the run's parameters or others."""
        key = tuple((name, type(value), value) for name, value in change.items())
        try:
            return _reference(self.exercise.reference, p or run.p, key)
        except TypeError:  # random numbers of the answer's own are no key
            with np.errstate(all="ignore"):
                return self.exercise.reference(p or run.p, **change)

    def matches(self, run: Run, name: str, expected: dict) -> bool:
        """Whether a candidate of the quantity has the expected values."""
        quantity = self.exercise.quantity(name)
        return any(quantity.same(candidate, expected[name], run.p) for candidate in self.candidates(run, name))

    def behaves(self, runs: Sequence[Run], names: Sequence[str], change: dict) -> bool:
        """Whether the quantities are the reference's under ``change``, with its own random numbers."""
        for run in runs:
            expected = self.expected(run, change)
            if all(self.matches(run, name, expected) for name in names):
                continue
            random_numbers = None if "drawn" in change else self.random_numbers(run, change)
            if random_numbers is None:
                return False
            expected = self.expected(run, {**change, **random_numbers})
            if not all(self.matches(run, name, expected) for name in names):
                return False
        return True

    def random_numbers(self, run: Run, change: dict) -> dict | None:
        """The answer's own random numbers, if they are the same process, as keywords for the reference."""
        if self.exercise.recover_random_numbers is None:
            return None
        reading = {key: value for key, value in change.items() if key in self.reading_keys}
        key = (id(run), repr(reading))
        if key not in self._random_numbers:
            self._random_numbers[key] = self.exercise.recover_random_numbers(
                lambda name: self.candidates(run, name), run.p, reading
            )
        return self._random_numbers[key]

    def diagnose_random_numbers(self, run: Run) -> tuple[str, Message] | None:
        """What is wrong with the answer's random numbers, if anything."""
        look = self.exercise.diagnose_random_numbers
        return look(lambda name: self.candidates(run, name), run.p) if look else None

    @cached_property
    def reading_keys(self) -> set[str]:
        """The keywords of the reference that accepted variants use."""
        return {key for reading in self.exercise.accepted_variants for key in reading.change}

    def runs_of(self, part: Part) -> Sequence[Run]:
        """The runs that the part is judged by."""
        return self.runs[1:] if part.unseen_parameters else self.runs[:1]


@lru_cache(maxsize=128)
def _reference(reference: Reference, p: Parameters, change: tuple[tuple[str, type, object], ...]) -> dict:
    """Of one class, all answers are judged at the same parameters."""
    with np.errstate(all="ignore"):
        return reference(p, **{name: value for name, _, value in change})


def judge(
    exercise: Exercise,
    runs: Sequence[Run],
    explain: Explain,
    untouched_message: Callable[[Exercise], Message],
    hidden: bool = False,
) -> Verdict:
    """The verdict on an answer from its runs; ``explain`` finds the cause of a part that is not right."""
    case = Case(exercise, runs, hidden)
    observation = runs[0].observation
    if is_untouched(exercise, observation.source):
        message = untouched_message(exercise)
        parts = [PartVerdict(part, False, "untouched", message) for part in exercise.parts]
        return Verdict(exercise, State.UNTOUCHED, parts)
    verdict = Verdict(exercise, State.WRONG, [])
    for part in exercise.parts:
        right, note, objection = _judge_part(case, part)
        part_verdict = PartVerdict(part, right)
        if not right:
            try:
                part_verdict.slip, part_verdict.message = explain(case, part, objection)
            except Exception:  # a message that cannot be made must not hide the verdict
                part_verdict.slip = "unexplained"
                part_verdict.message = UNEXPLAINED
        if note and note not in verdict.notes:
            verdict.notes.append(note)
        verdict.parts.append(part_verdict)
    verdict.state = _state(verdict, observation)
    return verdict


def _judge_part(case: Case, part: Part) -> tuple[bool, str | None, tuple[str, Message] | None]:
    """Whether the part is right, the note of the reading it follows, and what its rules object to."""
    runs = case.runs_of(part)
    if not runs or (part.unseen_parameters and any(run.observation.failure for run in runs)):
        return False, None, None
    for rule in part.rules:
        for run in runs:
            objection = rule(run.observation, run.p)
            if objection is not None:
                return False, None, objection
    for change, note in [({}, None), *((reading.change, reading.note) for reading in case.exercise.accepted_variants)]:
        if case.behaves(runs, part.quantities, dict(change)):
            return True, note if part.quantities else None, None
    return False, None, None


def _state(verdict: Verdict, observation: Observation) -> State:
    right = [part_verdict.right for part_verdict in verdict.parts]
    if all(right):
        return State.RIGHT
    if any(right):
        return State.PARTLY
    if observation.failure:
        return ENDED.get(observation.failure["kind"], State.CRASHED)
    return State.WRONG
