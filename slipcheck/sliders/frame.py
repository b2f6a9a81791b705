"""What one frame of the sliders shows."""

from __future__ import annotations

from dataclasses import dataclass, field

import numpy as np

Curve = tuple[np.ndarray, np.ndarray]  # times (s) and values


@dataclass
class Picture:
    """In SI units: tables (rows, steps) on the times ``t``; (rows, 2, steps) on times that the rows share."""

    t: np.ndarray
    answer: np.ndarray | None = None
    answer_curves: list[np.ndarray] = field(default_factory=list)
    reference: np.ndarray | None = None
    theory: list[np.ndarray] = field(default_factory=list)

    def traces(self) -> tuple[np.ndarray, np.ndarray]:
        """The answer's times, of shape (steps,), and values, of shape (rows, steps)."""
        rows = self.answer
        if rows is None or not rows.size:
            return self.t, np.empty((0, len(self.t)))
        return (rows[0, 0], rows[:, 1]) if rows.ndim == 3 else (self.t, rows)

    def curves(self, layer: str) -> list[Curve]:
        """The curves of ``answer_curves``, ``reference`` or ``theory``."""
        rows = getattr(self, layer)
        return [] if rows is None else [(row[0], row[1]) if row.ndim == 2 else (self.t, row) for row in rows]

    def values(self) -> list[np.ndarray]:
        """All values that it shows."""
        return self.answer_values() + [v for layer in ("reference", "theory") for _, v in self.curves(layer)]

    def answer_values(self) -> list[np.ndarray]:
        """All values that come from the answer."""
        return [self.traces()[1], *(values for _, values in self.curves("answer_curves"))]
