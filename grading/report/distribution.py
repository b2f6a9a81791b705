"""How the marks of a class lie: quartiles, and a histogram as numbers and as a drawing."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from statistics import mean, quantiles

BINS = 10
WIDTH, HEIGHT, BASE = 620, 220, 180  # of the drawing; BASE is where the bars stand


@dataclass(frozen=True)
class Bin:
    """How many marks lie from ``low`` up to ``high``, which belongs to the next bin but for the last."""

    low: float
    high: float
    students: int


@dataclass(frozen=True)
class Distribution:
    marks: int
    mean: float
    quartiles: tuple[float, float, float]
    bins: list[Bin]


def distribution(marks: Sequence[float], highest: float) -> Distribution | None:
    """None where there is no mark yet.

    >>> [each.students for each in distribution([0, 5.9, 6, 60], 60).bins]
    [2, 1, 0, 0, 0, 0, 0, 0, 0, 1]
    """
    if not marks or highest <= 0:
        return None
    width, counts = highest / BINS, [0] * BINS
    for mark in marks:
        counts[min(max(int(mark / width + 1e-9), 0), BINS - 1)] += 1
    bins = [Bin(k * width, (k + 1) * width, count) for k, count in enumerate(counts)]
    quartiles = quantiles(marks, n=4, method="inclusive") if len(marks) > 1 else [marks[0]] * 3
    return Distribution(len(marks), mean(marks), tuple(quartiles), bins)


def bars(found: Distribution) -> list[dict]:
    """Each bin as a bar of the drawing: corner, size, and where its labels stand."""
    tallest, step = max(each.students for each in found.bins), WIDTH / BINS
    made = []
    for k, each in enumerate(found.bins):
        height = (BASE - 24) * each.students / tallest
        place = {"x": k * step + 3, "y": BASE - height, "width": step - 6, "height": height, "middle": (k + 0.5) * step}
        made.append({**{name: round(value, 1) for name, value in place.items()}, "bin": each})
    return made
