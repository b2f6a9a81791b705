"""Run one answer and write down, as it happens, what it does: JSON lines of one event each."""

from __future__ import annotations

import base64
import contextlib
import io
import json
import os

from slipcheck.observe import Witness, observe
from slipcheck.observe.drawing import Drawing
from slipcheck.observe.figures import Subplot
from slipcheck.observe.other_cells import CELL_SECONDS, from_cells
from slipcheck.observe.trials import trials

from .float_encoding import pack_figure, pack_value
from .png import encoded
from .tampering import Seal

VARIABLES = 500  # names that are kept
RENDERERS: dict = {}  # those of a warm process
SEALS: list[Seal] = []  # the one of a warm process
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


class EventWriter(Witness, Drawing):
    """Writes events to a file descriptor at once, so that what was done before a crash is not lost."""

    def __init__(self, descriptor: int, pictures: bool):
        super().__init__(RENDERERS)
        self.descriptor = descriptor
        self.pictures = pictures
        self.is_kept = False  # the picture of the figure that is being written

    def write(self, **event) -> None:
        """Write one event, named as what is given."""
        data = json.dumps(event).encode() + b"\n"
        while data:
            data = data[os.write(self.descriptor, data) :]

    def printed(self, text: str) -> None:
        """Pass on what the answer prints."""
        self.write(printed=text)

    def drew(self, figure, subplots: list[Subplot]) -> None:
        """Write its picture, then its description with what is visible in it."""
        self.is_kept = False
        if self.pictures:
            self.look(figure, subplots)
        for subplot in subplots:
            self.write(figure={**pack_figure(subplot.described()), "has_picture": self.is_kept})

    def keep(self, picture) -> None:
        """Write a picture."""
        self.is_kept = True
        self.write(picture=base64.b64encode(encoded(picture)).decode())


def warm_up(style: str) -> None:
    """Do once, and draw once, in the course's style, all that an answer does: its own process then starts with it."""
    import matplotlib.pyplot as plt

    plt.style.use(style)
    plt.rcParams["text.hinting"] = "none"  # letters are drawn sooner
    given = {"dt": 0.001}
    task = {"cells": ["import math"], "values": given, "replacing": given, "seconds": 9, "pictures": True}
    for high, name in ((5e-10, "$I$ (A)"), (-0.045, "$V_m$ (V)")):
        with open(os.devnull, "wb") as nowhere, fonts_in_memory():
            run({**task, "source": USUAL.format(low=min(high, 0) * 5 / 3, high=high, name=name)}, nowhere.fileno())
    SEALS[:] = [Seal.made()]


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


def run(task: dict, descriptor: int) -> None:
    """Run ``task["source"]`` with ``task["values"]``; ``task["cells"]`` is the code of other cells of the student's.

    Where there are ``task["trials"]``, changes of an answer, each of these is run in its place, without its figures.
    """
    if "trials" in task:
        run_trials(task, descriptor)
        return
    events = EventWriter(descriptor, task["pictures"])
    broken = (SEALS[0] if SEALS else Seal.made()).broken
    offered, notes = from_cells(task["cells"], task["values"], CELL_SECONDS)
    for note in notes:
        events.write(note=note)
    observation = observe(
        task["source"],
        task["values"],
        replacing=task["replacing"],
        surroundings=offered,
        seconds=task["seconds"],
        witness=events,
        record=task.get("record", False),
        sketch=task.get("sketch", False),
    )
    if broken():
        events.write(tampered=True)
    data_first = sorted(observation.variables.items(), key=lambda pair: isinstance(pair[1], dict) and "type" in pair[1])
    variables = {name: pack_value(value) for name, value in data_first[:VARIABLES]}
    ended = {
        "failure": observation.failure,
        "overwritten": observation.overwritten[:20],
        "warnings": observation.warnings,
        "missing": observation.missing[:20],
    }
    if observation.recording is not None:
        events.write(recording=observation.recording)
    events.write(end={"variables": variables, **ended})


def run_trials(task: dict, descriptor: int) -> None:
    """Run the trials; of each, one event says what it printed, left and drew."""
    events = EventWriter(descriptor, pictures=False)
    offered, _ = from_cells(task["cells"], task["values"], CELL_SECONDS)
    for seen in trials(task["trials"], task["values"], task["replacing"], offered):
        variables = {name: pack_value(value) for name, value in list(seen.variables.items())[:VARIABLES]}
        figures = [pack_figure(figure) for figure in seen.figures]
        made = {"printed": seen.printed, "variables": variables, "figures": figures, "failure": seen.failure}
        events.write(trial=made)
