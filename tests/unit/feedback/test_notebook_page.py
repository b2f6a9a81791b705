"""nbgrader's feedback page, as we render it."""

from __future__ import annotations

import re
import time

import pytest
from nbformat.v4 import new_code_cell, new_markdown_cell, new_notebook

from grading.feedback.formulas import as_mathml
from grading.feedback.notebook_page import Page
from grading.submissions import sanitise

SCORES = {"notebook": "x", "score": 1, "max_score": 2, "late_penalty": 0}
RESOURCES = {"nbgrader": SCORES, "metadata": {"path": ""}, "unique_key": "x"}


@pytest.fixture(scope="module")
def page():
    return Page()


def test_the_page_has_no_script_and_loads_nothing_from_elsewhere(page):
    made = page.render(new_notebook(cells=[new_code_cell("x = 1"), new_markdown_cell("$V_m$")]), RESOURCES)
    assert "content=\"default-src 'none'; img-src data:; style-src 'unsafe-inline'\"" in made.partition("<style")[0]
    assert "<script" not in made
    assert not re.findall(r"(?:src|href)\s*=\s*[\"'](?!data:|#)", made)


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("The potential $V_m$.", "<msub><mi>V</mi><mi>m</mi></msub>"),
        ("$$\\frac{1}{N}$$", 'display="block"><mrow><mfrac>'),
        ("\\begin{matrix}a & b\\end{matrix}", "<mtable>"),
        ("It costs $5.", "It costs $5."),
        ("$\\text{<script>}$", "<mtext>&lt;script&gt;</mtext>"),
        ("$\\frac{$", "<code>\\frac{</code>"),
        (f"${'{' * 50}x{'}' * 50}$", f"<code>{'{' * 50}x"),
    ],
)
def test_formulas_are_drawn_by_the_browser_itself(page, text, shown):
    assert shown in page.render(new_notebook(cells=[new_markdown_cell(text)]), RESOURCES).partition("<body")[2]


@pytest.mark.parametrize(
    "tex", [r"\left(" * 300, "^" * 999, "_" * 1999, r"\begin{a}" * 200, r"\sqrt" * 390, "x^" * 999]
)
def test_a_formula_that_is_none_takes_no_time(tex):
    began = time.process_time()
    assert as_mathml(tex).startswith("<")
    assert time.process_time() - began < 2


@pytest.mark.parametrize("piece", ["[", "![", "[a](files/", "> ", "`", "*"])
def test_a_text_that_is_hard_to_read_takes_bounded_time(page, piece):
    began = time.process_time()
    page.render(new_notebook(cells=[new_markdown_cell((piece * 400_000)[:400_000])]), RESOURCES)
    page.render(new_notebook(cells=[new_markdown_cell((piece * 20_000)[:20_000])]), RESOURCES)
    assert time.process_time() - began < 30


def test_a_text_that_is_too_long_to_be_rendered_is_shown_plain(page):
    made = page.render(new_notebook(cells=[new_markdown_cell("*volt* < " * 5000)]), RESOURCES)
    assert "<pre>*volt* &lt; *volt*" in made


def test_an_address_in_an_answer_is_no_link(page):
    text = sanitise.markdown("See https://evil.example/t, HTTP://evil.example, www.evil.example.")
    made = page.render(new_notebook(cells=[new_markdown_cell(text)]), RESOURCES)
    assert "<a href" not in made
    assert "evil.example/t" in made


def test_a_text_that_takes_too_long_to_highlight_is_shown_plain_and_not_kept_so(page, monkeypatch):
    quick = page._highlight

    def slow(source, *arguments, **options):
        end = time.process_time() + 9 * source.startswith("slow")
        while time.process_time() < end:
            pass
        return quick(source, *arguments, **options)

    monkeypatch.setattr("grading.feedback.notebook_page.SECONDS", 0.2)
    monkeypatch.setattr(page, "_highlight", slow)
    began = time.process_time()
    notebook = new_notebook(cells=[new_code_cell("slow = <1>")])
    assert "<pre>slow = &lt;1&gt;</pre>" in page.render(notebook, RESOURCES)
    assert time.process_time() - began < 4
    monkeypatch.setattr(page, "_highlight", quick)
    assert "<pre>slow" not in page.render(notebook, RESOURCES)


def test_a_cell_is_made_once_and_again_where_its_score_is_another(page, monkeypatch):
    made, any_cell = [], page._any_cell
    monkeypatch.setattr(page, "_any_cell", lambda context: made.append(context["cell"].source) or any_cell(context))
    cell = new_code_cell("given = 1")
    first = page.render(new_notebook(cells=[cell]), RESOURCES)
    assert page.render(new_notebook(cells=[cell]), RESOURCES) == first
    assert made == ["given = 1"]
    for score in (0.5, 1.5):
        cell.metadata.nbgrader = {"grade": True, "solution": False, "grade_id": "ex", "points": 2, "score": score}
        assert page.render(new_notebook(cells=[cell]), RESOURCES).count(f"Score: {score} / 2.0") == 1 + 1
