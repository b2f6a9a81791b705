"""The start page of the site."""

from __future__ import annotations

import re

from grading.current_course import COURSE
from grading.paths import ASSIGNMENT
from grading.site.start_page import start_page

PAGE = start_page()


def test_it_lists_each_notebook_with_what_it_teaches():
    rows = re.findall(
        r"<li><a href=\"notebooks/index.html\?path=(\w+)\.ipynb\">.+?</a> <span.*?>You learn to (.+?)\.<", PAGE
    )

    assert [stem for stem, _ in rows] == list(COURSE.stems)
    assert all(len(goals.split()) > 8 and "$" not in goals for _, goals in rows)


def test_it_says_how_to_hand_in_what_is_kept_where_and_how_to_stop_a_loop():
    for words in (
        f"{ASSIGNMENT}.zip",
        "in this browser, on this device",
        "Restart the kernel",
        "you keep your own version",
    ):
        assert words in " ".join(PAGE.split())


def test_jupyterlite_finds_its_settings_in_it():
    assert '<script id="jupyter-config-data" type="application/json" data-jupyter-lite-root=".">' in PAGE
