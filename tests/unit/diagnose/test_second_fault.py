"""A second fault is named where there is one, and nowhere else."""

from __future__ import annotations

from pathlib import Path

import pytest

from helpers.course import COURSE
from slipcheck.assessment import assess
from slipcheck.runs import rerun_of, runs
from tests.support import repairs

ANSWERS = Path(__file__).parents[2] / "answers"
NAMED = {  # an answer with two faults, and what is said of the second
    "04/wrong_minus_step_and_mean_current": "This line has a second fault: `i_mean` is used",
    "04/wrong_two_mean_current_and_two_decimals": "Then look at line 8: `t` is printed with too few digits.",
    "06/wrong_two_floor_and_step_as_x": "Then look at line 14: `step` is given to plt.plot as x",
    "06/wrong_two_format_without_quotes_and_int": "Then look at line 2: the bracket of `int` closes too early.",
    "07/wrong_two_shift_sign_and_root_of_product": "Then look at line 14: in `t_max * dt` the sign `*` is not",
    "07/wrong_randint_and_half": "Then look at line 14: in `(t_max / dt) ** 1 / 2` the power comes first",
    "07/wrong_number_and_root": "Then look at line 14: a bracket closes before `/ dt`",
    "08/wrong_two_x_and_typed_50": "Then look at line 5: the number `50` is typed in. Here it is the value of `n`.",
    "09/wrong_two_open_bracket_and_no_marker": "Then look at line 16: the format string `C0` has no marker.",
    "09/wrong_two_mean_and_range": "Then look at line 17: with `range(n - 1)` the counter `j` runs from 0 to 48",
    "09/wrong_two_typed_counts": "Then look at line 15: the number `50` is typed in, too.",
    "11/wrong_one_number_for_all_steps": "Once `i` holds all these values, line 9 must pick its values",
    "11/wrong_two_arrays_without_index": "`i` needs an index too.",
    "11/wrong_two_ratio_and_resistance": "Then look at line 9: `i[step - 1]` is not multiplied by `r`.",
    "05/wrong_misspelled_name_and_swapped_axes": "Then look at line 12: the values in the brackets of `plt.plot`",
    "06/wrong_decimal_count_and_capital_name": "Then look at line 13: Python does not know the name `T`.",
    "09/wrong_steps_and_small_c": "Then look at line 19: `step_end` is 150, the number of steps.",
    "03/wrong_comma_and_no_point": "This line has a second fault: a line of the output reads",
    "12/wrong_array_short_and_last_round": "Then look at line 8: `enumerate(i)` counts through the wrong numbers.",
}
ALONE = (  # answers of which one repair makes all right
    "05/wrong_new_figure_each_round",  # whose labels are in the first figure
    "06/wrong_clf_in_the_loop",
    "10/wrong_no_square",  # which leaves a root of a negative number
    "10/wrong_square_after_the_sum",  # where the repair is one of both lines
    "10/wrong_square_without_brackets",
)


def said(answer: str) -> list[str]:
    """What to try, part by part."""
    cell = repairs.read(ANSWERS / f"{answer}.py").cell
    exercise = COURSE.exercise(int(answer[:2]))
    verdict = assess(exercise, runs(exercise, cell), rerun=rerun_of(exercise, cell))
    return [part.message.next for part in verdict.parts if part.message is not None]


@pytest.mark.sample(8)
@pytest.mark.parametrize("answer", NAMED)
def test_a_second_fault_is_named(answer):
    assert any(NAMED[answer] in advice for advice in said(answer))


@pytest.mark.sample(2)
@pytest.mark.parametrize("answer", ALONE)
def test_no_second_fault_follows_where_one_repair_does(answer):
    assert not any("Then look at" in advice or "second fault" in advice for advice in said(answer))
