"""Whether an answer behaves like a variant of the reference."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from slipcheck.exercise import Part
from slipcheck.judge.judge import Case
from slipcheck.verdict import Run


def smallest_first(runs: Sequence[Run]) -> list[Run]:
    """The runs that came to an end, so that a variant which does not fit is soon refused."""
    return sorted((run for run in runs if not run.observation.failure), key=lambda run: run.p.step_end * run.p.n)


def behaves_like(case: Case, runs: Sequence[Run], names: Sequence[str], change: Mapping[str, object] | None) -> bool:
    """Whether the answer behaves like the variant, under any accepted variant; like none, where there is no change."""
    if change is None:
        return False
    variants = [{}, *(variant.change for variant in case.exercise.accepted_variants)]
    fitting = [variant for variant in variants if not set(variant) & set(change)]
    return bool(runs) and any(case.behaves(runs, names, {**variant, **change}) for variant in fitting)


def right_as_written(case: Case, part: Part) -> bool:
    """Whether what the part compares is right with the notebook's own parameters."""
    variants = [{}, *(dict(variant.change) for variant in case.exercise.accepted_variants)]
    shown = [run for run in case.runs[:1] if not run.observation.failure]
    return bool(shown) and any(case.behaves(shown, part.quantities, variant) for variant in variants)
