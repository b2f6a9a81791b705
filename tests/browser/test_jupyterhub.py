"""A term on JupyterHub, by docs/jupyterhub.md: released, fetched, worked on, submitted, graded, and given back."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

import pytest

from grading.config import database_of
from grading.demo_class import changed
from grading.gradebook.reader import read_marks
from grading.paths import ASSIGNMENT, NOTEBOOKS, ROOT
from grading.submissions.course_notebooks import solved
from tests.support import hub
from tests.support.hub_people import WORDS, Instructor, Learner
from tests.support.lab import CHROMIUM, browser
from tests.support.lab_sliders import STEMS, answer

pytestmark = [
    pytest.mark.browser,
    pytest.mark.skipif(CHROMIUM is None, reason="chromium is missing: sudo apt-get install chromium"),
]
ANSWERS = {"ada": solved(STEMS[4]), "ben": changed(STEMS[4], ("r * i)", "i)"))}
VERDICTS = {"ada": "Exercise 4: right · 4 of 4 points", "ben": "The current is added without the resistance"}
BLOCKS = {
    *("sh install", "sh start", "sh release", "sh grade"),
    *("python jupyterhub_config.py", "python nbgrader_config.py"),
}


@dataclass
class Term:
    """What each student saw: the verdict in the notebook, and the feedback page."""

    hub: hub.Hub
    verdicts: dict[str, str] = field(default_factory=dict)
    feedback: dict[str, str] = field(default_factory=dict)


@pytest.fixture(scope="module")
def term(tmp_path_factory):
    """A term from release to feedback; the hub still runs."""
    if not hub.MADE.exists():
        pytest.skip(hub.MISSING)
    folder = tmp_path_factory.mktemp("jupyterhub")
    hub.set_up(folder)
    with hub.started(folder) as running, browser() as chromium:
        term = Term(running)
        teach(term, chromium)
        yield term


def teach(term: Term, chromium) -> None:
    instructor = Instructor(private_window(chromium), term.hub, "teacher")
    students = [Learner(private_window(chromium), term.hub, name) for name in ANSWERS]
    follow("release", instructor)
    for student in students:
        student.fetch()
        term.verdicts[student.name] = work(student)
        student.submit()
    follow("grade", instructor)
    term.feedback = {student.name: student.feedback(STEMS[4]) for student in students}


def private_window(chromium):
    return chromium.new_context(viewport={"width": 1200, "height": 1000}).new_page()


def follow(info: str, instructor: Instructor) -> None:
    for line in hub.lines(info):
        code, printed = instructor.type(line)
        assert code == 0, f"{line}: {code}\n{printed}"


def work(student: Learner) -> str:
    """Answer exercise 4, check it, and save it; what the check says."""
    student.open(f"{STEMS[4]}.ipynb")
    student.run_all_above("# Exercise 4")
    answer(student, 4, ANSWERS[student.name])
    verdict = student.run("check(4)").inner_text()
    student.save()
    return verdict


def test_every_block_of_the_page_is_used_here():
    assert set(re.findall(r"(?m)^```(\w.*)$", hub.PAGE)) == BLOCKS


@pytest.mark.parametrize("words", WORDS)
def test_the_page_says_what_is_chosen_here(words):
    assert f"*{words}*" in " ".join(hub.PAGE.split())


def test_the_page_installs_the_jupyterhub_that_is_tested():
    (line,) = [line for line in hub.lines("install") if "pip install" in line]
    assert line.split()[-1] in (ROOT / "tests" / "support" / "jupyterhub.txt").read_text().splitlines()


@pytest.mark.slow
def test_each_student_gets_every_notebook_of_the_release(term):
    for student in ANSWERS:
        fetched = {path.name for path in (term.hub.home(student) / ASSIGNMENT).glob("*.ipynb")}
        assert fetched == {path.name for path in NOTEBOOKS.glob("*.ipynb")}


@pytest.mark.slow
@pytest.mark.parametrize("student", ANSWERS)
def test_the_check_in_the_hub_says_what_it_says_elsewhere(student, term):
    assert VERDICTS[student] in term.verdicts[student]


@pytest.mark.slow
def test_each_student_earns_points_under_the_name_of_the_login(term):
    marks = read_marks(database_of(term.hub.clone / "course")).students
    assert {each.id: each.raw for each in marks} == {"ada": 4.0, "ben": 0.0}


@pytest.mark.slow
def test_each_student_reads_the_feedback_on_their_own_answer_in_the_browser(term):
    assert VERDICTS["ben"] in term.feedback["ben"]
    assert VERDICTS["ben"] not in term.feedback["ada"]
    assert "2 of 2 points" in term.feedback["ada"]
