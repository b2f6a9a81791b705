"""nbgrader's feedback page, as we render it."""

from __future__ import annotations

import time

import pytest
from nbformat.v4 import new_code_cell, new_notebook

from grading.pages import Page

ABOUT = {"nbgrader": {"notebook": "x", "score": 1, "max_score": 2, "late_penalty": 0}, "metadata": {"path": ""}}


@pytest.fixture(scope="module")
def page():
    return Page()


def rendered(page: Page, *sources: str) -> str:
    return page.render(new_notebook(cells=list(map(new_code_cell, sources))), {**ABOUT, "unique_key": "x"})


def test_the_page_loads_nothing_from_elsewhere_but_mathjax(page):
    head = rendered(page, "x = 1").partition("<body")[0]
    assert "default-src 'none'; img-src data:;" in head.partition("<script")[0]


def test_a_text_that_takes_too_long_to_highlight_is_shown_plain_and_not_kept_so(page, monkeypatch):
    quick = page._highlight

    def slow(source, *arguments, **options):
        end = time.process_time() + 9 * source.startswith("slow")
        while time.process_time() < end:
            pass
        return quick(source, *arguments, **options)

    monkeypatch.setattr("grading.pages.SECONDS", 0.2)
    monkeypatch.setattr(page, "_highlight", slow)
    began = time.process_time()
    assert "<pre>slow = &lt;1&gt;</pre>" in rendered(page, "slow = <1>")
    assert time.process_time() - began < 4
    monkeypatch.setattr(page, "_highlight", quick)
    assert "<pre>slow" not in rendered(page, "slow = <1>")
