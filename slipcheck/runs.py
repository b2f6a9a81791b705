"""Run an answer as written, and at unseen parameters."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from slipcheck.judge.parse import is_untouched

from .exercise import Exercise, Parameters
from .observe import EXACT, Observation, observe, trials
from .observe.drawing import Drawing
from .observe.other_cells import CELL_SECONDS, from_cells
from .observe.time_limit import SECONDS_PER_RUN
from .parameter_draws import unseen_in_the_notebook
from .verdict import Rerun, Run

Observe = Callable[[Parameters, Mapping[str, float], float, bool], Observation]
STOPPED = ("syntax", "endless", "output", "stopped", "ended", "memory", "tampered")  # after these, no further run


def runs(exercise: Exercise, source: str, surroundings: dict[str, Any] | None = None) -> list[Run]:
    """The answer as written, and at unseen parameters, always the same ones in a notebook.

    As in grading, of the figures of the run as written only what can be seen in their pictures counts.
    """
    return _runs(exercise, source, lambda values: surroundings)


def runs_in_file(exercise: Exercise, source: str, cells: Sequence[str]) -> list[Run]:
    """The same for an answer in a file: its other ``cells`` run anew before each run."""
    return _runs(exercise, source, lambda values: from_cells(cells, values, CELL_SECONDS)[0])


def _runs(exercise: Exercise, source: str, around: Callable[[dict[str, Any]], dict[str, Any] | None]) -> list[Run]:
    def look(p: Parameters, replacing: Mapping[str, float], seconds: float, is_sketched: bool) -> Observation:
        values = given_values(exercise, p, replacing)
        return observe(
            source,
            values,
            replacing=replacing,
            surroundings=around(values),
            seconds=seconds,
            patient=True,
            draw=None if replacing else Drawing().described,
            sketch=EXACT if is_sketched else False,
        )

    return run_all(exercise, source, look, unseen_in_the_notebook(exercise))


def rerun_of(exercise: Exercise, source: str, surroundings: dict[str, Any] | None = None) -> Rerun:
    """What runs the answer again, in this process, to find out why it is wrong."""

    def record(p: Parameters, as_written: bool, with_figures: bool) -> Observation:
        replacing = {} if as_written else replaced_names(exercise)
        return observe(
            source,
            given_values(exercise, p, replacing),
            replacing=replacing,
            surroundings=surroundings,
            seconds=SECONDS_PER_RUN,
            record=True,
            sketch=not with_figures,
        )

    def attempt(sources: Sequence[str], p: Parameters, as_written: bool) -> list[Observation]:
        replacing = {} if as_written else replaced_names(exercise)
        return trials(sources, given_values(exercise, p, replacing), replacing, surroundings)

    def other(text: str) -> Rerun:
        return rerun_of(exercise, text, surroundings)

    return Rerun(record, attempt, other)


def given_values(exercise: Exercise, p: Parameters, replacing: Mapping[str, float]) -> dict[str, float]:
    """The plain names that a run finds: as the notebook gives them, or with those that it replaces too."""
    return exercise.values(p) if replacing else {name: getattr(p, name) for name in exercise.given}


def run_all(exercise: Exercise, source: str, look: Observe, unseen: list[Parameters]) -> list[Run]:
    """The answer as written and, where that came to an end, at ``unseen`` parameters; ``look`` makes an observation.

    Its last argument asks for a run in which matplotlib makes no figure, which is several times as fast. One that fails
    is made again with figures.
    """

    def observed(p: Parameters, replacing: Mapping[str, float], seconds: float) -> Observation:
        sketched = look(p, replacing, seconds, True)
        has_error = sketched.failure and sketched.failure["kind"] not in STOPPED
        return look(p, replacing, seconds, False) if has_error else sketched

    first = observed(exercise.parameters, {}, SECONDS_PER_RUN)
    as_written = [Run(exercise.parameters, first)]
    stopped = first.failure and first.failure["kind"] in STOPPED
    if not exercise.varied_names or stopped or (first.failure and is_untouched(exercise, source)):
        return as_written
    replaced = replaced_names(exercise)
    return as_written + [Run(p, observed(p, replaced, SECONDS_PER_RUN / 2)) for p in unseen]


def replaced_names(exercise: Exercise) -> dict[str, float]:
    """What a run at other parameters replaces where the answer assigns it, the given names too, as the text has it."""
    return exercise.values(exercise.parameters)
