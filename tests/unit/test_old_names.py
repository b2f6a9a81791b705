"""Names of the last release that stand in users' configurations."""

from __future__ import annotations

import importlib
import sys

import pytest

OLD = {
    "grading.desk.late": ("grading.gradebook.late", ["PerDay"]),
    "grading.desk.exports": ("grading.lms.exports", ["CanvasExportPlugin", "MoodleExportPlugin"]),
}


@pytest.mark.parametrize("old", OLD)
def test_an_old_name_still_works_and_says_what_it_is_called_now(old):
    new, names = OLD[old]
    sys.modules.pop(old, None)
    with pytest.warns(FutureWarning, match=new):
        module = importlib.import_module(old)
    for name in names:
        assert getattr(module, name) is getattr(importlib.import_module(new), name)
