"""The graded class whose pages these tests read."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.support.small import small_course


@pytest.fixture
def course(tmp_path) -> Path:
    return small_course(tmp_path / "course")
