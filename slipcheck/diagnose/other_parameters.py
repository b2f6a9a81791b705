"""Which of the parameters make an answer wrong that is right as written."""

from __future__ import annotations

from collections.abc import Sequence

from slipcheck.exercise import Exercise, Parameters, Part
from slipcheck.verdict import Rerun

from .repairs.search import part_is_right


def that_matter(exercise: Exercise, part: Part, source: str, p: Parameters, rerun: Rerun | None) -> list[str]:
    """Those of the varied parameters that, changed alone to their values in ``p``, make the answer wrong."""
    if rerun is None:
        return []
    joined = exercise.joined_names
    together = tuple(name for name in exercise.varied_names if name in joined)
    groups = [together, *((name,) for name in exercise.varied_names if name not in joined)]
    settings = {group: with_only(exercise, p, group) for group in groups if group}
    return [
        name
        for group, setting in settings.items()
        if not part_is_right(exercise, part, setting, rerun.attempt([source], setting, False)[0])
        for name in group
    ]


def with_only(exercise: Exercise, p: Parameters, names: Sequence[str]) -> Parameters:
    """The shown parameters, of which these are as in ``p``."""
    joined = exercise.joined_names if set(names) & set(exercise.joined_names) else ()
    return exercise.parameters.but(**{name: getattr(p, name) for name in {*names, *joined}})
