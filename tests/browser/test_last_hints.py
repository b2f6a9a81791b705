"""Every last hint followed in JupyterLab as a beginner would: read below the cell, and typed key by key.

What a beginner types on reading each line stands in tests/unit/course/test_hints.py.
"""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import expect

from grading.submissions.course_notebooks import released
from tests.support.lab import CHROMIUM
from tests.support.lab_sliders import STEMS
from tests.unit.course.test_hints import TYPED, UNCOMMENT, blanks

pytestmark = [
    pytest.mark.slow,  # tests/unit/course/test_hints.py types the same without a browser
    pytest.mark.browser,
    pytest.mark.skipif(CHROMIUM is None, reason="chromium is missing: sudo apt-get install chromium"),
]


def last_hint(student, number: int) -> str:
    """What the student reads who asks for hints until there are no more."""
    for _ in range(3):
        shown = student.run(f"hint({number})")
    expect(shown).to_contain_text("That was the last hint.")
    return " ".join(shown.inner_text().split())


def stub(number: int) -> str:
    return next(cell.source for cell in released(STEMS[number]).cells if cell.source.startswith(f"# Exercise {number}"))


def follow(student, number: int) -> None:
    """Type what the hint says, from the last blank to the first, so that each is where the stub has it."""
    if number == 1:
        student.cell("# Exercise 1").locator(".cm-content").click()
        for key in ("Control+Home", "ArrowDown", "Home", "Control+Shift+End", "Control+/"):
            student.page.keyboard.press(key)
        return
    for blank, text in zip(reversed(blanks(stub(number))), reversed(TYPED[number].values()), strict=True):
        student.fill_blank(f"# Exercise {number}", blank.lineno - 1, blank.col_offset, text)


@pytest.mark.parametrize("number", range(1, 15))
def test_the_last_hint_typed_word_for_word_gets_full_marks(prepared, number):
    student = prepared(number)
    read = last_hint(student, number)
    for line in UNCOMMENT if number == 1 else TYPED[number]:
        assert " ".join(line.replace("`", "").split()) in read

    follow(student, number)
    student.run(f"# Exercise {number}")

    verdict = student.run(f"check({number})")
    expect(verdict).to_contain_text(re.compile(rf"Exercise {number}: right · (\d) of \1 points"))
