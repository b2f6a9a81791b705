"""Colors before a background: each looked at once, however many points have it."""

from __future__ import annotations

import numpy as np
from matplotlib.colors import to_hex, to_rgba

LEAST = 0.02  # of full contrast: less looks like the background


class Paint:
    """Tells colors from the background of an axes."""

    def __init__(self, axes):
        below = np.ones(3)
        for color in (axes.figure.get_facecolor(), axes.get_facecolor()):
            *paint, alpha = to_rgba(color)
            below = alpha * np.array(paint) + (1 - alpha) * below
        self.background, self.known = below, {}

    def __call__(self, color) -> tuple[str, bool]:
        """Its hexadecimal digits ("" if there is none), and whether it can be told from the background."""
        key = color if isinstance(color, str) else to_rgba(color)
        if key not in self.known:
            *paint, alpha = to_rgba(color)
            contrast = alpha * np.abs(paint - self.background).max()
            self.known[key] = to_hex(color) if alpha else "", bool(contrast >= LEAST)
        return self.known[key]

    def first(self, face, edge, width: float):
        """The color of a marker: that of its face, or of its edge where only this can be seen."""
        return edge if width > 0 and not self(face)[1] and self(edge)[1] else face
