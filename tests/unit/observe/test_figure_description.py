"""A figure in sentences: what somebody who does not see it is told."""

from __future__ import annotations

import pytest

from slipcheck.figure_description import figure_sentences
from slipcheck.observe import observe


def told(source: str) -> str:
    (figure,) = observe(source, {}).figures
    return figure_sentences(figure)


def test_title_axes_and_both_ends_are_told():
    words = told("plt.plot([0, 1, 2], [3, 5, 4])\nplt.title('Rise')\nplt.xlabel('time (s)')\nplt.ylabel('$V_m$ (V)')")
    assert words == "Figure “Rise”: V_m (V) over time (s). 1 blue line: from 3 at 0 to 4 at 2; highest 5 at 1."


def test_what_has_no_label_is_said_to_have_none():
    assert told("plt.plot([0, 1], [2, 2])").startswith("Figure without a title: y, without a label, over x, without a")


def test_points_that_nothing_shows_are_counted():
    words = told("for x in range(3):\n    plt.plot(x, x)")
    assert "Nothing can be seen in this figure." in words
    assert "3 values cannot be seen: no line and no marker shows them." in words


def test_points_of_one_look_are_told_together_with_their_range():
    words = told("for x in range(3):\n    plt.plot([x, x], [x, 2 * x], 'k.')")
    assert "6 black points: from 0 at 0 to between 2 and 4 at 2." in words


def test_curves_with_labels_are_told_apart():
    words = told(
        "plt.plot([0, 1], [0, 1], 'k', label='mean')\nplt.plot([0, 1], [1, 2], 'k', label='std')\nplt.legend()"
    )
    assert "1 black line, “mean”: from 0 at 0 to 1 at 1." in words
    assert "1 black line, “std”: from 1 at 0 to 2 at 1." in words
    assert "The legend says: mean, std." in words


def test_many_kinds_are_counted_and_not_all_told():
    words = told("for k in range(9):\n    plt.plot([0, 1], [k, k], label=f'number {k}')")
    assert "And 4 more kinds of lines or points." in words
    assert "number 5" not in words


@pytest.mark.parametrize("values", ["[np.nan, np.nan]", "[np.inf, np.nan]"])
def test_values_that_are_no_numbers_are_told_as_such(values):
    assert "1 blue line: no numbers." in told(f"plt.plot([0, 1], {values})")


def test_a_long_title_is_cut():
    assert len(told("plt.plot([0, 1], [2, 3])\nplt.title('x' * 5000)")) < 400
