"""From slider event to new frame, beside the usual way: ``interact`` around a function that draws with pyplot.

Both show the same picture at the same size and resolution and make its PNG, alternately, in one run of one thread.
"""

from __future__ import annotations

import contextlib
import io
import statistics
import time

import ipywidgets
import matplotlib.pyplot as plt
import numpy as np
from IPython.core.pylabtools import print_figure
from PIL import Image

from grading.paths import stems
from grading.submissions.course_notebooks import solved
from helpers.course import COURSE
from helpers.model import Parameters, times
from slipcheck.sliders.frame import Picture
from slipcheck.sliders.frame_content import add_reference
from slipcheck.sliders.scene import HEIGHT, WIDTH
from tests.support.sliders import png, sliders_over

CASES = [  # exercise, realizations, at most so many ms, at least so many times faster than the usual way
    (14, 50, 50, 4),
    (14, 2000, 70, 20),
    (8, 50, 120, None),
]
EVENTS = 9


def usual(i_mean: float, n: int) -> bytes:
    """The picture of exercise 14 as a notebook would draw it: all traces, their mean and deviation, theory."""
    p = Parameters(i_mean=1e-11 * i_mean, n=n)
    np.random.seed(p.seed)
    t, v_n = times(p), p.el * np.ones([p.n, p.step_end])
    i = p.i_mean * (1 + 0.1 * (p.t_max / p.dt) ** 0.5 * (2 * np.random.random([p.n, p.step_end]) - 1))
    for step in range(1, p.step_end):
        v_n[:, step] = v_n[:, step - 1] + p.dt / p.tau * (p.el - v_n[:, step - 1] + p.r * i[:, step - 1])
    mean, std = v_n.mean(axis=0), v_n.std(axis=0, ddof=1)
    known = Picture(t)
    add_reference(known, COURSE.exercise(14), p)
    with plt.style.context(COURSE.style):
        figure, axes = plt.subplots(figsize=(WIDTH / 100, HEIGHT / 100), dpi=100)
        axes.set(xlim=(-3, 153), ylim=(-72, 4), xlabel="time (ms)", ylabel="$V_m$ (mV)")
        axes.axhline(1e3 * p.vth, color="0.45", lw=0.8)
        axes.annotate("$V_{th}$", (153, 1e3 * p.vth))
        lines = [plt.plot(1e3 * t, 1e3 * v_n.T, "k", alpha=0.3, lw=0.7)]
        for rows, style in (((mean, mean + std, mean - std), "C0"), (known.reference, "C1--"), (known.theory, "k:")):
            lines.append(plt.plot(1e3 * t, 1e3 * np.transpose(rows), style))
        names = ("your answer", "your mean ± std", "reference", "theory")
        plt.legend([each[0] for each in lines], names, loc="upper center", ncols=4, fontsize=9)
        frame = print_figure(figure, bbox_inches=None)  # as a notebook does after each cell, but of this size
        plt.close(figure)
    return frame


def seconds(slider, position: float) -> float:
    start = time.perf_counter()
    slider.value = position
    return time.perf_counter() - start


def measure(number: int, n: int) -> tuple[float, float]:
    """Median seconds of a slider event: of ``explore`` with the solution as answer, and of the usual way."""
    explorer = sliders_over(number, solved(stems()[number - 1]))
    explorer.sliders["n"].value = n
    ours = explorer.sliders["i_mean"]
    with contextlib.redirect_stdout(io.StringIO()):  # interact clears the line it would write on
        way = ipywidgets.interactive(usual, i_mean=(0.0, 50.0), n=ipywidgets.fixed(n))
        theirs = way.children[0]
        taken = [(seconds(ours, 20 + k), seconds(theirs, 20 + k)) for k in range(EVENTS + 1)][1:]
    for frame in (png(explorer), way.result):
        assert Image.open(io.BytesIO(frame)).size == (WIDTH, HEIGHT)
    return tuple(map(statistics.median, zip(*taken, strict=True)))


def sliders() -> None:
    print("\nexercise      n   slider event to new frame       the usual way   times faster")
    for number, n, most, least in CASES:
        ours, theirs = measure(number, n)
        frame, ratio = f"{1e3 * ours:.0f} ms (at most {most})", f"{theirs / ours:.1f}"
        bound = f" (at least {least})" if least else ""
        print(f"{number:8d}   {n:4d}   {frame:>23s}   {1e3 * theirs:14.0f} ms   {ratio:>6s}{bound}")


if __name__ == "__main__":
    sliders()
