"""Pages of feedback, as tests read them."""

from __future__ import annotations

import re
from html import unescape
from pathlib import Path

from grading.config import database_of
from grading.feedback import course_pages
from grading.paths import ASSIGNMENT


def page(course: Path, student: str) -> str:
    return (course / "feedback" / student / f"{ASSIGNMENT}.html").read_text(encoding="utf-8")


def words(text: str) -> str:
    """What a reader sees, in one line."""
    return " ".join(unescape(re.sub(r"<style>.*?</style>|<[^>]+>", " ", text, flags=re.DOTALL)).split())


def refreshed(course: Path) -> int:
    """How many pages were written anew."""
    return course_pages.refresh(course, database_of(course))[0]


def pages(course: Path) -> dict[Path, float]:
    return {path: path.stat().st_mtime_ns for path in (course / "feedback").rglob("*.html")}
