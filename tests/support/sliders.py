"""Sliders over an answer, as if its cell had just been run."""

from __future__ import annotations

import base64
import html
import io
import re

import numpy as np
from PIL import Image

from helpers.course import COURSE
from slipcheck.notebook.explore import Explorer
from slipcheck.notebook.run_cells import RAN, RunCell


def sliders_over(number: int, source: str | None) -> Explorer:
    """The sliders of an exercise; without a source, no answer was run."""
    RAN.clear()
    if source is not None:
        RAN.append(RunCell(source, f"ex{number:02d}"))
    return Explorer(COURSE, COURSE.exercise(number))


def png(explorer: Explorer) -> bytes:
    """The picture."""
    return base64.b64decode(re.search("base64,([^']*)'", explorer.image.value)[1])


def pixels(explorer: Explorer) -> np.ndarray:
    """The picture's colours, of shape (height, width, 3)."""
    return np.asarray(Image.open(io.BytesIO(png(explorer))).convert("RGB")).astype(int)


def alt(explorer: Explorer) -> str:
    """What is said of the picture to those who do not see it."""
    return html.unescape(re.search("alt='([^']*)'", explorer.image.value)[1])


def sentence(explorer: Explorer) -> str:
    """What stands below the picture."""
    return html.unescape(re.search(">(.*)<", explorer.text.value)[1])
