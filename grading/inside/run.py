"""Run one answer and write down, as it happens, what it does: JSON lines of one event each."""

from __future__ import annotations

import base64
import contextlib
import io
import json
import os
from collections.abc import Iterable

import numpy as np
from matplotlib.backends.backend_agg import RendererAgg
from PIL import Image

from helpers.observe import Witness, observe
from helpers.observe.figures import Panel
from helpers.observe.lazy import follow
from helpers.observe.surroundings import from_cells

from .looking import Look, hide
from .seal import Seal

CELLS = 1.5  # seconds of processor time that the student's other cells may take, all together
VARIABLES = 500  # names that are kept
PICTURES = 6  # figures that are rendered
FEW = 10  # points: a figure with no more is not looked at, once so many are rendered; it can show no answer
PIXELS = 2_000  # of a side of a picture
SMALL, FAR = 0.1, 40  # of a side of a figure, points: an axes, and the distance of its label
COLORS = 64  # of a picture: it takes half the time and half the bytes that all do
RENDERERS: dict = {}  # by size: one that has measured a text before need not do it again
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


class Report(Witness):
    """Writes events to a file descriptor at once, so that what was done before a crash is not lost."""

    def __init__(self, descriptor: int, pictures: bool):
        self.descriptor, self.pictures, self.left = descriptor, pictures, PICTURES

    def tell(self, **event) -> None:
        data = json.dumps(event).encode() + b"\n"
        while data:
            data = data[os.write(self.descriptor, data) :]

    def printed(self, text: str) -> None:
        self.tell(printed=text)

    def drew(self, figure, panels: list[Panel]) -> None:
        """Told after its picture, with what can be seen in it; what cannot be drawn is not seen."""
        if self.pictures and (self.left > 0 or sum(len(told["x"]) for p in panels for _, told in p.artists) > FEW):
            try:
                picture = rendered(figure, panels)
            except Exception:  # plt.plot(...), say, cannot be drawn: it is described
                hide(panels)
            else:
                if self.left > 0:
                    self.tell(picture=base64.b64encode(picture).decode())
            self.left -= 1
        for panel in panels:
            self.tell(figure=panel.described())


def rendered(figure, panels: Iterable[Panel] = ()) -> bytes:
    """The figure as a PNG, of bounded size. The ``panels`` are left with what can be seen in it."""
    width, height = figure.get_size_inches()
    figure.set_dpi(min(figure.dpi, 100, PIXELS / max(width, height, 0.1)))
    if len(figure.axes) == 1:
        _place(figure, figure.axes[0])
    for axes in figure.axes:
        join_markers(axes)
        follow(axes)
        axes._autotitlepos = False  # a title stays where it is: looking for what is in its way takes a quarter of it
    size = (int(figure.bbox.width), int(figure.bbox.height), figure.dpi)
    renderer = RENDERERS[size] = RENDERERS.get(size) or RendererAgg(*size)
    renderer.clear()
    look = Look(figure, panels, renderer)
    figure.draw(renderer)
    picture = Image.frombuffer("RGBA", size[:2], renderer.buffer_rgba(), "raw", "RGBA", 0, 1).convert("RGB")
    look.tell()
    png = io.BytesIO()
    picture.quantize(COLORS, Image.Quantize.FASTOCTREE, dither=Image.Dither.NONE).save(png, "png", compress_level=1)
    return png.getvalue()


def _place(figure, axes) -> None:
    """Margins and labels that fit, in a quarter of the time that a layout takes; not where they were put elsewhere."""
    if min(axes.get_position().size) < SMALL:
        return
    figure.set_layout_engine("none")
    axes.set_position((0.16, 0.15, 0.81, 0.75))
    if axes.xaxis.labelpad < FAR:
        axes.xaxis.set_label_coords(0.565, 0.075, figure.transFigure)
    if axes.yaxis.labelpad < FAR:
        axes.yaxis.set_label_coords(0.03, 0.525, figure.transFigure)


def join_markers(axes) -> None:
    """Draw markers of one look at once, where an answer drew them in hundreds of calls: the same picture, sooner."""
    looks: dict[tuple, list] = {}
    for line in axes.lines:
        if line.get_transform() == axes.transData and (line.get_linestyle() == "None" or len(line.get_xdata()) == 1):
            looks.setdefault(_look(line), []).append(line)
    for lines in looks.values():
        if len(lines) > 1:
            lines[0].set_data(*(np.concatenate([line.get_data()[k] for line in lines]) for k in (0, 1)))
            lines[0].set_linestyle("None")
            for line in lines[1:]:
                line.set_visible(False)


def _look(line) -> tuple:
    colors = (line.get_markerfacecolor(), line.get_markeredgecolor())
    return (
        str(line.get_marker()),
        line.get_markersize(),
        str(colors),
        line.get_alpha(),
        line.get_zorder(),
        line.get_visible(),
    )


def warm_up() -> None:
    """Do once, and draw once, all that an answer does: then its own process starts with it."""
    import matplotlib.pyplot as plt

    plt.style.use("helpers.lif")
    plt.rcParams["text.hinting"] = "none"  # a third of what a letter takes
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
    """Run ``task["source"]`` with ``task["values"]``; ``task["cells"]`` is the code of other cells of the student's."""
    report, broken = Report(descriptor, task["pictures"]), (SEALS[0] if SEALS else Seal.made()).broken
    offered, notes = from_cells(task["cells"], task["values"], CELLS)
    for note in notes:
        report.tell(note=note)
    seen = observe(
        task["source"],
        task["values"],
        replacing=task["replacing"],
        surroundings=offered,
        seconds=task["seconds"],
        witness=report,
    )
    if broken():
        report.tell(tampered=True)
    data_first = sorted(seen.variables.items(), key=lambda pair: isinstance(pair[1], dict) and "type" in pair[1])
    variables = dict(data_first[:VARIABLES])
    ended = {"failure": seen.failure, "overwritten": seen.overwritten[:20], "warnings": seen.warnings}
    report.tell(end={"variables": variables, **ended})
