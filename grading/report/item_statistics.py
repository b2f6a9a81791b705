"""How well an exercise tells students apart: its points against their points in all others."""

from __future__ import annotations

from statistics import StatisticsError, correlation

from .students import Classroom

FEWEST = 8  # students who tried it: of fewer a correlation says nothing


def discrimination(class_: Classroom, stem: str) -> float | None:
    """The correlation of an exercise's points with the points in all other exercises, of those who tried it.

    From -1 to 1; None where too few tried it, or all have the same points.
    """
    tried = [learner for learner, entry in class_.entries(stem) if entry.is_attempt]
    if len(tried) < FEWEST:
        return None
    here = [learner.entry(stem).points for learner in tried]
    elsewhere = [sum(entry.points for other, entry in learner.entries.items() if other != stem) for learner in tried]
    try:
        return correlation(here, elsewhere)
    except StatisticsError:
        return None
