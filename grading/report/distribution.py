"""The distribution of a class's marks: quartiles, and a histogram as numbers and as a drawing."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from statistics import mean, quantiles

BINS = 10
WIDTH = 620  # of the drawing, whose size report.html sets
BASE = 180  # where the bars stand


@dataclass(frozen=True)
class Bin:
    """How many marks lie from ``low`` up to ``high``, which belongs to the next bin but for the last."""

    low: float
    high: float
    students: int


@dataclass(frozen=True)
class Distribution:
    """How many marks there are, their mean, their quartiles, and a histogram."""

    marks: int
    mean: float
    quartiles: tuple[float, float, float]
    bins: list[Bin]


def distribution_of(marks: Sequence[float], highest: float) -> Distribution | None:
    """The distribution of marks from 0 to the highest; None where there is no mark yet.

    >>> [bin.students for bin in distribution_of([0, 5.9, 6, 60], 60).bins]
    [2, 1, 0, 0, 0, 0, 0, 0, 0, 1]
    """
    if not marks or highest <= 0:
        return None
    width = highest / BINS
    counts = [0] * BINS
    for mark in marks:
        counts[min(max(int(mark / width + 1e-9), 0), BINS - 1)] += 1
    bins = [Bin(k * width, (k + 1) * width, count) for k, count in enumerate(counts)]
    lower, median, upper = quantiles(marks, n=4, method="inclusive") if len(marks) > 1 else [marks[0]] * 3
    return Distribution(len(marks), mean(marks), (lower, median, upper), bins)


def bars(distribution: Distribution) -> list[dict]:
    """Each bin as a bar of the drawing: corner, size, and where its labels stand."""
    tallest = max(bin.students for bin in distribution.bins)
    step = WIDTH / BINS
    drawn = []
    for k, bin in enumerate(distribution.bins):
        height = (BASE - 24) * bin.students / tallest
        place = {"x": k * step + 3, "y": BASE - height, "width": step - 6, "height": height, "middle": (k + 0.5) * step}
        drawn.append({**{name: round(value, 1) for name, value in place.items()}, "bin": bin})
    return drawn
