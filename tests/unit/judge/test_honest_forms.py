"""Unusual forms of right answers, which keep their points, and curves that are right at their end alone."""

from __future__ import annotations

import pytest

from helpers.course import COURSE
from slipcheck.assessment import assess
from slipcheck.runs import runs
from tests.unit.diagnose.test_messages import answer

DRAW7 = "    random_num = 2 * np.random.random() - 1\n"
SEED = "np.random.seed(2020)"
MEAN10 = '    plt.plot(t, v_mean, "C0.", alpha=0.8)\n'
RIGHT = {  # number, what is typed in another way
    "lines below the blanks": (7, ((DRAW7, f"    random_num = ...\n    i = ...\n    v_next = ...\n{DRAW7}"),)),
    "dots in functions": (3, (("step_end = 10\n", "step_end = 10\ndef later(k=...): ...\n"),)),
    "seed under another name": (7, ((SEED, "my_seed = 2020\nnp.random.seed(my_seed)"),)),
    "seed given to a function": (13, ((SEED, "def start(k):\n    np.random.seed(k)\nstart(2020)"),)),
    "another name of seed": (13, ((SEED, "start = np.random.seed\nmine = 2020\nstart(mine)"),)),
    "values from a list": (8, (("n = 50\n", "[n, half] = [50, 25]\n"),)),
}
FLAT10 = 'plt.plot([k * dt for k in range({0})], np.full({0}, v_mean), "C0.", alpha=0.8)\nplt.show()'


@pytest.mark.parametrize("case", RIGHT)
def test_a_right_answer_in_another_form_earns_all_points(case):
    number, changes = RIGHT[case]
    verdict = verdict_on(number, answer(number, changes))
    assert [part.part.name for part in verdict.parts if not part.right] == []


@pytest.mark.parametrize("number", COURSE.numbers)
def test_a_stub_is_untouched(number, stub):
    assert verdict_on(number, stub(number)).state == "untouched"


@pytest.mark.parametrize("count", ["step_end", "step_end + 1"])
def test_a_mean_that_is_right_at_its_end_alone_is_wrong(count):
    flat = answer(10, ((MEAN10, ""), ("plt.show()", FLAT10.format(count))))
    numbers = verdict_on(10, flat).parts[0]
    assert not numbers.right


def verdict_on(number: int, cell: str):
    exercise = COURSE.exercise(number)
    return assess(exercise, runs(exercise, cell))
