"""The slip that an answer shows: a variant of the reference that it behaves like, or a pattern of what it did."""

from __future__ import annotations

from slipcheck.exercise import Part, Slip
from slipcheck.judge.judge import Case

from . import wrong_formulas
from .behaviour import follows, smallest_first
from .hard_coded import typed_in, typed_number
from .standstill import standstill


def find_slip(case: Case, part: Part) -> Slip | None:
    """The slip whose variant the answer behaves like, or whose pattern it shows."""
    observation = case.runs[0].observation
    slips = [slip for slip in case.exercise.slips if not slip.parts or part.name in slip.parts]
    hits = [slip for slip in slips if slip.pattern and slip.pattern(observation, case.runs[0].p)]
    if not part.quantities or hits:
        return hits[0] if hits else None
    still = standstill(case, part)
    if still is not None:
        return still
    variants = [slip for slip in slips if slip.change is not None]
    for runs in (smallest_first(case.runs), list(case.runs_of(part))):
        hits += [slip for slip in variants if follows(case, runs, (*part.quantities, *part.also_explains), slip.change)]
        if hits:
            return _told_apart(hits, observation.source)
    return _typed(case, part) or _mutant(case, part) or _first_of_two(case, part, variants)


def _typed(case: Case, part: Part) -> Slip | None:
    """A number in the place of a name, where the answer is right as written and wrong at other parameters."""
    shown = case.runs[:1]
    readings = [{}, *(reading.change for reading in case.exercise.accepted_variants)]
    if not part.unseen_parameters or not any(
        case.behaves(shown, part.quantities, dict(reading)) for reading in readings
    ):
        return None
    return typed_number(case.exercise, case.runs[0].observation.source) or typed_in(case, part)


def _mutant(case: Case, part: Part) -> Slip | None:
    """The wrong formula, of those that differ in one piece from the right one, that the answer behaves like."""
    runs = smallest_first(case.runs)
    source = case.runs[0].observation.source
    fitting: list[Slip] = []
    for keyword, formula in case.exercise.formulas.items():
        fitting += [
            slip for slip in wrong_formulas.slips(keyword, formula) if follows(case, runs, part.quantities, slip.change)
        ]
    return next((slip for slip in fitting if slip.source and slip.source(source)), fitting[0] if fitting else None)


def _first_of_two(case: Case, part: Part, variants: list[Slip]) -> Slip | None:
    """The first of two slips that explain the answer together; each must explain one of its quantities alone."""
    runs = smallest_first(case.runs)
    some = [slip for slip in variants if any(follows(case, runs, [name], slip.change) for name in part.quantities)]
    for one in some:
        for other in variants:
            first, second = one.change or {}, other.change or {}
            both = {**first, **second}
            if len(both) == len(first) + len(second) and follows(case, runs, part.quantities, both):
                return one
    return None


def _told_apart(hits: list[Slip], source: str) -> Slip:
    """Among slips that behave alike: the one whose source predicate holds, then the first without one."""
    for slip in hits:
        if slip.source is not None and slip.source(source):
            return slip
    return next((slip for slip in hits if slip.source is None), hits[0])
