"""A notebook is short, its sentences are short, and the student types something in each idea."""

from __future__ import annotations

import re
from statistics import median

import nbformat
import pytest

from grading.paths import NOTEBOOKS, ROOT, stems
from helpers.course import COURSE
from tests.support.prose import grade, plain, words_of

GRADE = 8  # years at school
PARAGRAPH = 20  # words: a shorter one has no grade to speak of


@pytest.fixture(scope="module", params=stems())
def cells(request):
    return nbformat.read(NOTEBOOKS / f"{request.param}.ipynb", as_version=4).cells


def sources(cells, kind: str) -> list[str]:
    return [cell.source for cell in cells if cell.cell_type == kind]


def before(cells, heading: str) -> list:
    """The cells above the one with this heading."""
    return cells[: next(k for k, cell in enumerate(cells) if f"## {heading}\n" in cell.source)]


def too_hard(text: str) -> list[str]:
    """The paragraphs that need more years at school than they should."""
    paragraphs = [part for part in re.split(r"\n\s*\n", text) if len(words_of(plain(part, "this"))) >= PARAGRAPH]
    prose = [part for part in paragraphs if not part.startswith(("|", "#", "Adapted from"))]
    return [f"{grade(part):.1f}: {part[:70]}" for part in prose if grade(part) > GRADE]


def test_a_notebook_has_12_to_18_cells(cells):
    assert 12 <= len(cells) <= 18


def test_there_are_at_most_600_words_to_read_before_your_turn(cells):
    read = "\n\n".join(sources(before(cells, "Your turn"), "markdown"))
    assert 150 <= len(words_of(plain(read))) <= 600


def test_the_set_up_is_one_cell_of_at_most_four_lines(cells):
    code = sources(cells, "code")
    assert len(code[0].splitlines()) <= 4
    assert [source for source in code if "helpers import" in source] == code[:1]


def test_a_code_cell_has_three_lines_or_fewer_and_a_demonstration_seven(cells):
    lines = [len(source.strip().splitlines()) for source in sources(cells, "code")]
    assert median(lines) <= 3
    assert all(len(source.splitlines()) <= 8 for source in sources(before(cells, "Predict"), "code"))


def test_each_cell_that_shows_an_idea_leaves_something_to_type(cells):
    shown = sources(before(cells, "Predict"), "code")[1:]
    assert shown
    for source in shown:
        assert re.search(r"(?m)^# Now you: .{15,}\.$|^# Now you: .{15,}\?$", source), source


def test_what_a_notebook_says_needs_no_more_than_eight_years_at_school(cells):
    text = "\n\n".join(sources(cells, "markdown"))
    assert too_hard(text) == []
    assert grade(text) < GRADE


@pytest.mark.parametrize("number", COURSE.numbers)
def test_hints_and_feedback_need_no_more_than_eight_years_at_school(number):
    exercise = COURSE.exercise(number)
    said = [option.feedback for question in exercise.predictions for option in question.options]
    assert too_hard("\n\n".join([*said, *exercise.hints])) == []


def test_messages_need_no_more_than_eight_years_at_school():
    page = (ROOT / "docs" / "slips.md").read_text(encoding="utf-8")
    rows = [re.split(r"(?<!\\)\|", line) for line in page.splitlines() if line.startswith("| ")]
    messages = "\n\n".join(row[-2].strip() for row in rows)
    assert len(rows) > 1000
    assert too_hard(messages) == []
    assert grade(messages) < GRADE / 2


def test_a_hard_paragraph_is_found():
    hard = (
        "Notwithstanding considerable methodological heterogeneity, contemporary computational investigations "
        "unanimously corroborate the aforementioned electrophysiological characterization of neuronal excitability, "
        "irrespective of experimental configuration."
    )
    assert len(too_hard(f"The cat sat on the mat. It was happy.\n\n{hard}")) == 1
