"""Run one answer and write down, as it happens, what it does: JSON lines of one event each.

Their order is fixed: notes on added cells; what is printed and drawn; a recording, if one is asked for; the end.
"""

from __future__ import annotations

import base64
import contextlib
import io
import json
import os
import tempfile
from collections.abc import Collection

import numpy as np
from PIL import Image

from slipcheck.observe import Witness, observe, ready_axes, sketched_record, trials
from slipcheck.observe.drawing import Drawing
from slipcheck.observe.other_cells import CELL_SECONDS, from_cells

from .float_encoding import pack_figure, pack_record, pack_value, unpack_record

VARIABLES = 500  # names that are kept
BYTES, ALL_BYTES = 2_000_000, 6_000_000  # of one variable, and of all
RENDERERS: dict = {}  # those of a warm process
USUAL = """\
plt.figure()
for step in range(10):
    plt.plot(step * dt, {low} + ({high} - {low}) * step / 9, "k.", alpha=0.5)
plt.plot(np.linspace(0, 0.15, 3), np.full(3, {high}), "C0", label="0123456789")
plt.xlabel("time (s)")
plt.ylabel("{name}")
plt.title("{name}")
plt.legend()
plt.show()
print(f"{{dt:.3f}} {{dt:.4e}}")
"""


class EventWriter(Witness):
    """Writes events to a file descriptor at once, so that what was done before a crash is not lost."""

    def __init__(self, descriptor: int):
        self.descriptor = descriptor

    def write(self, **event) -> None:
        """Write one event, named as what is given."""
        data = json.dumps(event).encode() + b"\n"
        while data:
            data = data[os.write(self.descriptor, data) :]

    def printed(self, text: str) -> None:
        """Pass on what the answer prints."""
        self.write(printed=text)

    def drew(self, described: list[dict]) -> None:
        """Write the descriptions of a figure."""
        for figure in described:
            self.write(figure=pack_figure(figure))

    def record(self, record: dict) -> list[dict]:
        """Write a figure's record, from which it is drawn where no student code is."""
        self.write(record=pack_record(record))
        return []


class PictureWriter(Drawing):
    """Draws figures from their records, and writes their pictures and what can be seen in them."""

    def __init__(self, events: EventWriter):
        super().__init__(RENDERERS)
        self.events = events

    def keep(self, picture) -> None:
        """Write a picture."""
        self.events.write(picture=base64.b64encode(png_of_rows(picture)).decode())


def warm_up(style: str) -> None:
    """Do once, and draw once, in the course's style, all that an answer does: its own process then starts with it."""
    import matplotlib.pyplot as plt

    plt.style.use(style)
    plt.rcParams["text.hinting"] = "none"  # letters are drawn sooner
    given = {"dt": 0.001}
    task = {"cells": ["import math"], "values": given, "replacing": given, "seconds": 9, "pictures": True}
    for high, name in ((5e-10, "$I$ (A)"), (-0.045, "$V_m$ (V)")):
        with tempfile.TemporaryFile() as events, open(os.devnull, "wb") as nowhere, fonts_in_memory():
            source = USUAL.format(low=min(high, 0) * 5 / 3, high=high, name=name)
            run_answer({**task, "source": source}, events.fileno())
            events.seek(0)
            draw_figures([event["record"] for event in map(json.loads, events) if "record" in event], nowhere.fileno())
    ready_axes.make_ready()
    sketched_record.make_empty_figure()


@contextlib.contextmanager
def fonts_in_memory():
    """Have matplotlib read a font as a whole: a fork cannot read on in a file that was open before."""
    usual = io.open

    def opened(path, *mode, **more):
        file = usual(path, *mode, **more)
        return io.BytesIO(file.read()) if str(path).endswith(".ttf") else file

    io.open = opened
    try:
        yield
    finally:
        io.open = usual


def run_answer(task: dict, descriptor: int) -> None:
    """Run ``task["source"]`` with ``task["values"]``; ``task["cells"]`` is the code of other cells of the student's.

    Where there are ``task["trials"]``, changes of an answer, each of these is run in its place, without its figures.
    Where there are ``task["records"]`` of figures, these are drawn, and nothing is run.
    """
    if "trials" in task:
        run_trials(task, descriptor)
        return
    if "records" in task:
        draw_figures(task["records"], descriptor)
        return
    events = EventWriter(descriptor)
    offered, notes = from_cells(task["cells"], task["values"], CELL_SECONDS)
    for note in notes:
        events.write(note=note)
    observation = observe(
        task["source"],
        task["values"],
        replacing=task["replacing"],
        surroundings=offered,
        seconds=task["seconds"],
        patient=not task.get("record", False),
        witness=events,
        draw=events.record if task["pictures"] else None,
        record=task.get("record", False),
        sketch=task.get("sketch", False),
    )
    variables = fitting(observation.variables, task.get("named", ()))
    ended = {
        "failure": observation.failure,
        "overwritten": observation.overwritten[:20],
        "warnings": observation.warnings,
    }
    if observation.recording is not None:
        events.write(recording=observation.recording)
    events.write(end={"variables": variables, **ended})


def fitting(variables: dict, named: Collection[str]) -> dict:
    """Packed variables, as many as there is room for: the ``named`` ones first, then the small ones.

    Of what has no room, the type is kept: a variable that nobody looks at must cost nothing.
    """
    packed = {}
    left = ALL_BYTES
    for name, value in variables.items():
        plain = pack_value(value)
        size = len(json.dumps(plain))
        packed[name] = (name not in named, size, plain)
    fit = {}
    for name in sorted(packed, key=lambda name: packed[name][:2])[:VARIABLES]:
        _, size, plain = packed[name]
        has_room = size <= min(BYTES, left)
        left -= size if has_room else 0
        fit[name] = plain if has_room else {"type": "value that is too large"}
    return fit


def run_trials(task: dict, descriptor: int) -> None:
    """Run the trials; of each, one event says what it printed, left and drew."""
    events = EventWriter(descriptor)
    offered, _ = from_cells(task["cells"], task["values"], CELL_SECONDS)
    for seen in trials(task["trials"], task["values"], task["replacing"], offered):
        variables = fitting(seen.variables, task.get("named", ()))
        figures = [pack_figure(figure) for figure in seen.figures]
        made = {"printed": seen.printed, "variables": variables, "figures": figures, "failure": seen.failure}
        events.write(trial=made)


def draw_figures(records: list[dict], descriptor: int) -> None:
    """Draw figures from their records; of each, one event has the descriptions of what can be seen."""
    events = EventWriter(descriptor)
    pictures = PictureWriter(events)
    for record in records:
        seen = pictures.look(unpack_record(record))
        events.write(drawn=[pack_figure(figure) for figure in seen])


COLORS = 64  # of a picture: it takes half the time and half the bytes that all do


def png_of_rows(picture: np.ndarray) -> bytes:
    """Rows of pixels of red, green, blue and opacity as a PNG."""
    height, width, _ = picture.shape
    image = Image.frombuffer("RGBA", (width, height), picture, "raw", "RGBA", 0, 1).convert("RGB")
    png = io.BytesIO()
    image.quantize(COLORS, Image.Quantize.FASTOCTREE, dither=Image.Dither.NONE).save(png, "png", compress_level=1)
    return png.getvalue()
