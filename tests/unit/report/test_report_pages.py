"""The report of a large class: what is needed first, students in several orders, and a few printed pages."""

from __future__ import annotations

import random
import re
from datetime import date

import pytest

from grading.gradebook.reader import NotebookMarks, StudentMarks
from grading.paths import stems
from grading.report import report
from grading.report.class_data import Classroom, Entry, Learner
from grading.report.misconceptions import discrimination, summaries
from grading.report.student_orders import orders
from grading.states import ExerciseState
from helpers.course import COURSE
from tests.support.lab import browser
from tests.support.made_class import FIRST, LAST

SLIPS = ("no resistance", "update before print", "no label", "typed numbers", "population variance")
MESSAGE = {"observed": "`v` stays near -60 mV.", "means": "The input has no effect on it.", "next": "Look at `r * i`."}


def wrong(slip: str) -> tuple[dict, ...]:
    parts = ({"name": "numbers", "points": 2, "right": False, "cause": slip, "message": MESSAGE},)
    return (*parts, {"name": "figure", "points": 2, "right": True, "cause": None, "message": None})


def entry(skill: float, chance: random.Random) -> Entry:
    """An answer of a student: right, partly right with a slip, wrong or not tried."""
    if chance.random() < skill:
        return Entry(ExerciseState.RIGHT, 4.0, 4.0, answer="v = el")
    if chance.random() < 0.2:
        return Entry(ExerciseState.UNTOUCHED, 0.0, 4.0, answer="...")
    points, state = chance.choice(((2.0, ExerciseState.PARTLY), (0.0, ExerciseState.WRONG)))
    flags = ("tried to read a file",) if chance.random() < 0.03 else ()
    return Entry(state, points, 4.0, wrong(chance.choice(SLIPS)), flags, answer=f"v = el + {points}\nprint(v)")


def large_class(students: int = 120) -> Classroom:
    """A made-up class in three sections, the same each time; the last ten handed in nothing."""
    chance = random.Random(1)
    learners = []
    for k in range(students):
        skill = chance.random()
        handed_in = k < students - 10
        entries = {stem: entry(skill, chance) for stem in stems()} if handed_in else {}
        marks = StudentMarks(f"s{k:03d}", "", FIRST[k % len(FIRST)], LAST[k % len(LAST)], handed_in=handed_in)
        for stem, one in entries.items():
            marks.notebooks[stem] = NotebookMarks(4.0, cells={f"ex{stem[:2]}": (one.points, 4.0)})
        learners.append(Learner(marks, entries, section="ABC"[k % 3]))
    return Classroom(learners, 56)


@pytest.fixture(scope="module")
def class_() -> Classroom:
    return large_class()


@pytest.fixture(scope="module")
def written(class_, tmp_path_factory):
    """The folder with all pages of the report."""
    folder = tmp_path_factory.mktemp("report")
    report.write_report(folder, report.report_on(class_, date(2026, 3, 1)))
    return folder


def rows_of(text: str) -> list[str]:
    """The students of the matrix, in their order."""
    return re.findall(r'<th scope="row">[^<]* <span class="dim">(s\d+)</span>', text)


def test_the_students_come_right_after_what_the_class_needs_next(written):
    text = (written / "report.html").read_text(encoding="utf-8")
    assert re.findall(r'<h2 id="(\w+)"', text) == ["next", "matrix", "exercises", "marks", "look"]
    assert text.index("those who tried lost") < text.index('<h2 id="matrix"')


def test_each_order_is_a_page_of_its_own_with_every_student_once_and_links_to_the_others(class_, written):
    files = [order.file for order in orders(class_)]
    assert [order.name for order in orders(class_)] == ["mark", "name", "next exercise", "section"]
    for file in files:
        text = (written / file).read_text(encoding="utf-8")
        assert sorted(rows_of(text)) == sorted(learner.id for learner in class_.learners)
        assert set(re.findall(r'href="(report\w*\.html)#matrix"', text)) == set(files) - {file}


def test_students_stand_in_the_groups_of_their_order(class_):
    by_name = {order.name: order for order in orders(class_)}
    assert [group.heading for group in by_name["section"].groups] == ["A", "B", "C"]
    headings = [group.heading for group in by_name["next exercise"].groups]
    assert (headings[0], headings[-1]) == ("Next: exercise 1", "Nothing was handed in")
    assert len(headings) == len(set(headings))
    first = by_name["next exercise"].groups[0].rows
    assert all(learner.entry(stems()[0]).state is not ExerciseState.RIGHT for learner in first)


def test_a_class_without_sections_has_no_page_of_them():
    learners = [Learner(StudentMarks("ada", handed_in=True))]
    assert "section" not in [order.name for order in orders(Classroom(learners, 56))]


def scored(*points: float) -> Learner:
    """A student with these points in the first exercises."""
    entries = {stem: Entry(ExerciseState.PARTLY, score, 4.0) for stem, score in zip(stems(), points, strict=False)}
    return Learner(StudentMarks("x", handed_in=True), entries)


ITEMS = {  # points of eight students in an exercise and in another: how far it tells them apart
    "alike": ([0, 0, 1, 1, 2, 2, 4, 4], [0, 0, 1, 1, 2, 2, 4, 4], 1.0),
    "the other way round": ([0, 0, 1, 1, 2, 2, 4, 4], [4, 4, 3, 3, 2, 2, 0, 0], -1.0),
    "all the same": ([4] * 8, [0, 0, 1, 1, 2, 2, 4, 4], None),
    "too few": ([0, 1, 2], [0, 1, 2], None),
}


@pytest.mark.parametrize("case", ITEMS)
def test_an_exercise_tells_students_apart_as_far_as_its_points_go_with_the_others(case):
    here, elsewhere, expected = ITEMS[case]
    class_ = Classroom([scored(*both) for both in zip(here, elsewhere, strict=True)], 8)
    found = discrimination(class_, stems()[0])
    assert found == (expected if expected is None else pytest.approx(expected))


def test_the_share_of_the_points_of_who_tried_is_said_of_each_exercise():
    first, second, third, *_ = summaries(Classroom([scored(3, 0), scored(1, 0), scored(2)], 8))
    most = sum(part.points for part in COURSE.exercise(1).parts)
    assert first.difficulty == pytest.approx(2 / most)
    assert (second.difficulty, third.difficulty) == (0, None)


def test_the_slips_have_a_page_of_their_own_to_which_the_report_links(written):
    text = (written / "report_slips.html").read_text(encoding="utf-8")
    links = set(re.findall(r'href="report_slips.html#(\w+)"', (written / "report.html").read_text(encoding="utf-8")))
    assert links <= set(re.findall(r'id="(\w+)"', text))
    assert "ex4" in links
    assert all(slip in text for slip in SLIPS)


@pytest.mark.browser
def test_the_report_of_120_students_prints_on_at_most_six_pages(written):
    with browser() as chromium:
        page = chromium.new_page()
        page.goto(f"file://{written / 'report.html'}")
        data = page.pdf(format="A4")
        page.close()
    assert 1 < len(re.findall(rb"/Type\s*/Page\b(?!s)", data)) <= 6


@pytest.mark.browser
@pytest.mark.parametrize("width", [1280, 390])
def test_no_page_of_the_report_is_wider_than_the_window(width, written):
    with browser() as chromium:
        page = chromium.new_page(viewport={"width": width, "height": 900})
        for path in sorted(written.glob("report*.html")):
            page.goto(f"file://{path}")
            assert page.evaluate("document.documentElement.scrollWidth") <= width, path.name
        page.close()
