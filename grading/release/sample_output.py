"""Pictures that a notebook shows without being run: the sample output and the Colab badge, as data: addresses."""

from __future__ import annotations

import base64
import io

import matplotlib

matplotlib.use("Agg")

import matplotlib.pyplot as plt
import numpy as np
from matplotlib.figure import Figure
from PIL import Image

from grading.current_course import COURSE
from slipcheck.exercise import Exercise

COLORS = 48  # in a sample picture: small files, and enough for grey shades


def sample_picture(nb, exercise: Exercise) -> str:
    """The figure that the solution draws with the names that its exercise gives it."""
    from .build import is_answer

    names: dict = {"np": np, "plt": plt, **{name: getattr(exercise.parameters, name) for name in exercise.given}}
    with matplotlib.rc_context(), plt.style.context(COURSE.style):
        for cell in nb.cells:
            if is_answer(cell):
                plt.close("all")
                usual = plt.show
                plt.show = lambda *_, **__: None
                try:
                    exec(compile(cell.source, "<solution>", "exec"), names)
                finally:
                    plt.show = usual
                return data_address(plt.gcf(), dpi=90)
    raise ValueError("The notebook has no answer cell to make a sample picture of.")


def data_address(figure: Figure, dpi: int) -> str:
    """A figure as a PNG of few colours, without anything in it that changes from day to day."""
    raw = io.BytesIO()
    figure.savefig(raw, format="png", dpi=dpi)
    plt.close(figure)
    small = io.BytesIO()
    Image.open(raw).convert("RGB").quantize(COLORS, dither=Image.Dither.NONE).save(small, "PNG", optimize=True)
    return f"data:image/png;base64,{base64.b64encode(small.getvalue()).decode()}"


def badge(link: str) -> str:
    """An 'Open in Colab' badge that needs no network to be seen."""
    with matplotlib.rc_context({"font.family": "DejaVu Sans"}):
        figure = Figure(figsize=(1.2, 0.22), facecolor="#4d4d4d")
        figure.text(0.08, 0.5, "●", color="#ffa94d", va="center", fontsize=7)
        figure.text(0.18, 0.47, "Open in Colab", color="white", va="center", fontsize=8)
        return f"[![Open in Colab]({data_address(figure, 110)})]({link})"
