"""A title or label that cannot be read: the message says why, and names the command where one is to blame."""

from __future__ import annotations

import pytest

from helpers.course import COURSE
from slipcheck.assessment import assess
from slipcheck.runs import rerun_of, runs

AX = "ax = plt.gca()\n"
TOLD = {  # what is added to a right answer of exercise 5: the line that is named, and words of the message
    'plt.axis("off")': (14, "hides a part of the figure"),
    f"{AX}ax.xaxis.set_visible(False)": (15, "hides a part of the figure"),
    'plt.title("Input", fontsize=2)': (14, "`fontsize` changes"),
    'plt.xlabel("time (s)", color="white")': (14, "`color` changes"),
    f'{AX}ax.spines["top"].set_visible(False); plt.ylabel("$I$ (A)", size=3)': (15, "`size` changes"),
    f"{AX}ax.xaxis.label.set_size(2)": (None, "Its letters are too small."),
    f'{AX}ax.yaxis.label.set_color("#fefefe")': (None, "Its color is too close to the color behind it."),
    'plt.gcf().text(0.4, 0.02, chr(9608) * 9, fontsize=40, color="r", zorder=9)': (None, "Something else is drawn"),
}


@pytest.mark.parametrize("added", TOLD)
def test_what_is_said_of_a_text_that_cannot_be_read(added, solved):
    line, words = TOLD[added]
    exercise, cell = COURSE.exercise(5), solved(5).replace("plt.show()", f"{added}\nplt.show()")
    verdict = assess(exercise, runs(exercise, cell), rerun=rerun_of(exercise, cell))
    figure = next(judged for judged in verdict.parts if not judged.right)
    assert figure.cause == "label not readable"
    assert words in str(figure.diagnosis.message)
    if line is not None:
        assert figure.diagnosis.spot.line == line


@pytest.mark.parametrize("added", ['plt.gca().spines["top"].set_visible(False)', "plt.grid(False)", "plt.yticks([])"])
def test_a_figure_whose_texts_can_be_read_is_right(added, solved):
    exercise, cell = COURSE.exercise(5), solved(5).replace("plt.show()", f"{added}\nplt.show()")
    assert assess(exercise, runs(exercise, cell)).state == "right"
