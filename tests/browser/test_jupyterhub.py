"""A term on JupyterHub, by docs/jupyterhub.md: released, fetched, worked on, submitted, graded, given back, again."""

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
RIGHT, WRONG = solved(STEMS[4]), changed(STEMS[4], ("r * i)", "i)"))
ANSWERS = {"ada": RIGHT, "ben": WRONG}
VERDICTS = {"ada": "Exercise 4: right · 4 of 4 points", "ben": "The current is added without the resistance"}
FIRST_MARKS = {"ada": 4.0, "ben": 0.0, "o_brien": 0.0, "doe.jane@example.org": 4.0}
ODD_ANSWERS = dict(zip(hub.ODD, (WRONG, RIGHT), strict=True))
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
    marks: list[dict[str, float]] = field(default_factory=list)  # after each grading
    later: list[str] = field(default_factory=list)  # ben's page on his second answer, and the one on his first

    def grade(self, instructor: Instructor) -> None:
        follow("grade", instructor)
        students = read_marks(database_of(self.hub.clone / "course")).students
        self.marks.append({each.id: each.raw for each in students})


@pytest.fixture(scope="module")
def term(tmp_path_factory):
    """A term from release to feedback; the hub still runs."""
    if not hub.MADE.exists():
        hub.leave_out(hub.MISSING)
    folder = tmp_path_factory.mktemp("jupyterhub")
    hub.set_up(folder)
    with hub.started(folder) as running, browser() as chromium:
        term = Term(running)
        teach(term, chromium)
        yield term


def teach(term: Term, chromium) -> None:
    instructor = Instructor(private_window(chromium), term.hub, "teacher")
    students = {name: Learner(private_window(chromium), term.hub, name) for name in (*ANSWERS, *hub.MORE)}
    follow("release", instructor)
    for name, student in students.items():
        student.fetch()
        if name in ANSWERS:
            term.verdicts[name] = work(student, ANSWERS[name])
        elif name in ODD_ANSWERS:
            student.write(STEMS[4], ODD_ANSWERS[name])
        if name != "cleo":  # who hands in nothing
            student.submit()
    term.grade(instructor)
    term.feedback = {name: student.feedback(STEMS[4]) for name, student in students.items() if name != "cleo"}
    hand_in_again(term, students["ben"], instructor)


def hand_in_again(term: Term, student: Learner, instructor: Instructor) -> None:
    student.return_to(STEMS[4])
    answer(student, 4, RIGHT)
    student.save()
    student.submit()
    term.grade(instructor)
    term.later = [student.feedback(STEMS[4], submission) for submission in (1, 0)]


def private_window(chromium):
    return chromium.new_context(viewport={"width": 1200, "height": 1000}).new_page()


def follow(info: str, instructor: Instructor) -> None:
    for line in hub.lines(info):
        code, printed = instructor.type(line)
        assert code == 0, f"{line}: {code}\n{printed}"


def work(student: Learner, text: str) -> str:
    """Answer exercise 4, check it, and save it; what the check says."""
    student.open(f"{STEMS[4]}.ipynb")
    student.run_all_above("# Exercise 4")
    answer(student, 4, text)
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
def test_each_student_who_hands_in_earns_points_under_the_name_of_the_login(term):
    assert term.marks[0] == FIRST_MARKS


@pytest.mark.slow
def test_each_student_reads_the_feedback_on_their_own_answer_in_the_browser(term):
    wrong = {name for name, page in term.feedback.items() if VERDICTS["ben"] in page}
    right = {name for name, page in term.feedback.items() if "2 of 2 points" in page}
    assert (wrong, right) == ({"ben", "o'brien"}, {"ada", "doe.jane@example.org"})


@pytest.mark.slow
def test_a_second_answer_counts_once_it_is_collected_and_graded(term):
    assert term.marks[1] == {**FIRST_MARKS, "ben": 4.0}


@pytest.mark.slow
def test_a_second_answer_gets_a_page_of_its_own_below_the_first(term):
    second, first = term.later
    assert "2 of 2 points" in second
    assert VERDICTS["ben"] not in second
    assert first == term.feedback["ben"]
