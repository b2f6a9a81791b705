"""What nbgrader's own autograde runs is what ``python -m grading`` runs."""

from __future__ import annotations

from types import SimpleNamespace

import pytest

from grading import nbgrader_plugin
from grading.execution.hidden_parameters import secret
from grading.nbgrader_plugin import Confined, ConfinedAutograde
from grading.paths import ASSIGNMENT
from grading.plan import Choice, Plan
from grading.submissions.reading import read_student
from grading.submissions.rebuild import rebuild
from tests.hostile.build import code, notebook, prose, put, stem

WORDS = "def helper():\n    print('0.000 -6.0000e-02')"
STEM = stem(4)


@pytest.fixture
def course(tmp_path):
    """A student's answer, with added words before it that read like code, and added code after it and before it."""
    made = notebook(4, "helper()")
    made["cells"].insert(3, prose(WORDS))
    made["cells"].insert(3, code("half = lambda x: x / 2"))
    made["cells"].append(code("def twice(x):\n    return 2 * x"))
    folder = tmp_path / "submitted" / "ada" / ASSIGNMENT
    folder.mkdir(parents=True)
    put(folder, made)
    return tmp_path


def run_by_nbgrader(course, monkeypatch) -> dict:
    """The one task that it gives to a worker."""
    made = []
    monkeypatch.setattr(nbgrader_plugin, "work", lambda task: made.append(task) or {"flags": [], "parts": []})
    monkeypatch.setattr(nbgrader_plugin, "fill", lambda nb, stem, result: nb)
    submissions = read_student(course / "submitted" / "ada")
    converter = SimpleNamespace(coursedir=SimpleNamespace(root=str(course)), tasks={})
    ConfinedAutograde._note_tasks(converter, submissions)
    about = {"nbgrader": {"notebook": STEM, "student": "ada"}}
    preprocessor = SimpleNamespace(parent=SimpleNamespace(parent=converter))
    Confined.preprocess(preprocessor, rebuild(submissions.notebooks[STEM]), about)
    return made[0]


def test_nbgraders_autograde_runs_the_same_task_and_no_words(course, monkeypatch):
    ((_, expected),) = Plan(Choice(), secret(course), lambda key: False).tasks([course / "submitted" / "ada"])
    made = run_by_nbgrader(course, monkeypatch)
    assert made == expected
    assert made["cells"]
    assert WORDS not in made["cells"]
