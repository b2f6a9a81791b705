"""Whether an answer behaves like a variant of the reference."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from slipcheck.judge.judge import Case
from slipcheck.verdict import Run


def smallest_first(runs: list[Run]) -> list[Run]:
    """The runs that came to an end, so that a variant which does not fit is soon refused."""
    return sorted((run for run in runs if not run.observation.failure), key=lambda run: run.p.step_end * run.p.n)


def follows(case: Case, runs: Sequence[Run], names: Sequence[str], change: Mapping[str, object]) -> bool:
    """Whether the answer behaves like the variant, under any reading."""
    readings = [{}, *(reading.change for reading in case.exercise.accepted_variants)]
    fitting = [reading for reading in readings if not set(reading) & set(change)]
    return bool(runs) and any(case.behaves(runs, names, {**reading, **change}) for reading in fitting)
