"""Each notebook as a student gets it."""

from __future__ import annotations

import pytest

from grading.paths import NOTEBOOKS, stems
from tests.support.course_cells import read


@pytest.fixture(scope="module", params=stems())
def student(request):
    return request.param, read(NOTEBOOKS, request.param)
