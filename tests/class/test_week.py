"""A whole week on a made-up class of 120, by the commands of docs/instructors.md: all marks are as constructed."""

from __future__ import annotations

import csv
import math
import zipfile
from collections import Counter
from dataclasses import dataclass
from pathlib import Path

import pytest

from grading.config import database_of
from grading.gradebook import connection
from grading.gradebook.reader import read_marks
from grading.paths import ASSIGNMENT, ROOT, stems
from tests.hostile import ATTACKS
from tests.support import made_files, manual
from tests.support.downloads import STEMS, earlier_versions
from tests.support.made_class import WHY, Person, make_people

ANSWERS = ROOT / "tests" / "answers"
HOSTILE = ("numpy always agrees", "panel forged", "script printed", "os._exit without a word", "signals to itself")
ATTENTION = {
    "course": (0, 1),
    "collect": (0, 1),
    "handback": (0, 1),
    "export": (0, 1),
}  # 1: done, with something to look at
COMMENT = "The <b>reason</b> is missing."
pytestmark = pytest.mark.slow
COUNT = 120
BY_CANVAS = slice(COUNT // 2)
BY_MOODLE = slice(COUNT // 2, COUNT)


@dataclass
class Week:
    """The class, the course folder when the week is over, and what the commands said."""

    people: list[Person]
    course: Path
    told: dict[str, str]
    by_hand: dict[str, float]

    def points(self, person: Person) -> dict[int, float]:
        points = person.points
        if person.id in self.by_hand:
            points[10] += self.by_hand[person.id]
        return points

    def mark(self, person: Person) -> float:
        """After 10 percent a day."""
        rate = min(1.0, 0.1 * person.days_late(grace_minutes=15))
        return sum(points - round(points * rate, 4) for points in self.points(person).values())


@pytest.fixture(scope="module")
def week(tmp_path_factory) -> Week:
    """Each answer is a text of its own."""
    folder = manual.clone(tmp_path_factory.mktemp("week") / "clone")
    attacks = [attack for attack in ATTACKS if attack.name in HOSTILE]
    people = make_people(COUNT, tuple(STEMS), ANSWERS, attacks, own=True)
    made_files.class_list(folder / "class.csv", people)
    made_files.canvas_zip(folder / "canvas.zip", people[BY_CANVAS])
    made_files.moodle_zip(folder / "moodle.zip", people[BY_MOODLE])
    made_files.canvas_gradebook(folder / "gradebook.csv", people[BY_CANVAS], 60)
    done = Week(people, folder / "course", {}, {})
    for line in manual.week():
        name = line.split()[3] if line.startswith("python -m grading ") else ""
        if name == "formgrader":
            done.by_hand = grade_by_hand(done.course)
        else:
            done.told[name] = manual.run(line, folder, ATTENTION.get(name, (0,)))
    return done


def grade_by_hand(course: Path) -> dict[str, float]:
    """Two students, as formgrader writes it: points and a comment."""
    with connection.opened(database_of(course)) as gradebook:
        waiting = [each for each in gradebook.notebook_submissions(STEMS[10], ASSIGNMENT) if each.needs_manual_grade]
        waiting.sort(key=lambda each: (each.assignment.timestamp, each.student.id), reverse=True)  # the latest first
        given = dict(zip([each.student.id for each in waiting], (2.0, 0.5), strict=False))
        for each in waiting[:2]:
            grade = next(grade for grade in each.grades if grade.name == "ex10_written")
            grade.manual_score, grade.needs_manual_grade = given[each.student.id], False
            next(comment for comment in each.comments if comment.name == "ex10_written").manual_comment = COMMENT
        gradebook.db.commit()
    return given


def test_the_class_has_what_a_class_has(week):
    kinds = Counter(work.kind for person in week.people for work in person.works.values())
    habits = Counter(habit for person in week.people for habit in person.habits)
    assert min(kinds[kind] for kind in ("right", "slip", "unknown", "untouched", "hostile")) >= 3, kinds
    assert min(habits[habit] for habit in ("nothing", "late", "colab", "again", "zipped", "ending")) >= 3, habits
    elsewhere = [work for one in week.people if "elsewhere" in one.habits for work in one.works.values()]
    assert sum(work.written is not None for work in elsewhere) >= 3
    assert len({(person.first, person.last) for person in week.people}) < len(week.people)
    assert {person.days_late(15) for person in week.people} == {0, 1, 2}
    assert sum(work.written == WHY for person in week.people for work in person.works.values()) > 20


def test_every_point_of_every_notebook_is_as_constructed(week):
    marks = read_marks(database_of(week.course))
    found = {each.id: {int(stem[:2]): v for stem, v in each.points.items() if v} for each in marks.students}
    expected = {each.id: {k: v for k, v in week.points(each).items() if v} for each in week.people}
    assert (found, marks.highest) == (expected, 60)


def test_two_are_graded_by_hand_and_the_others_wait(week):
    marks = read_marks(database_of(week.course)).students
    written = {each.id for each in week.people if 10 in each.works and each.works[10].written}
    assert len(week.by_hand) == 2
    assert {each.id for each in marks if each.waiting} == written - set(week.by_hand)


def test_the_newest_is_laid_out_and_the_earlier_ones_are_kept(week):
    earlier = Counter(work.kind for each in week.people for work in each.works.values() if work.earlier)
    assert sum(earlier.values()) >= 10
    for each in week.people:
        there = {int(path.name[:2]) for path in (week.course / "submitted" / each.id / ASSIGNMENT).glob("*.ipynb")}
        assert there == set(each.works)
    expected = {(k, work.earlier) for each in week.people for k, work in each.works.items() if work.earlier}
    assert len(earlier_versions(week.course)) >= len(expected)


def exported(path: Path, column: str, student: str) -> dict[str, str]:
    with path.open(encoding="utf-8-sig", newline="") as file:
        return {row[student]: row[column] for row in csv.DictReader(file)}


def test_the_exports_have_every_mark_after_penalties(week):
    rows = exported(week.course / "grades.csv", "score", "student_id")
    assert {student: float(score) for student, score in rows.items()} == {
        each.id: pytest.approx(week.mark(each)) for each in week.people
    }
    canvas = exported(week.course / "canvas.csv", f"{ASSIGNMENT} (99)", "ID")
    moodle = exported(week.course / "moodle.csv", "Grade", "Identifier")
    for half, found, name in (
        (week.people[BY_CANVAS], canvas, "{}"),
        (week.people[BY_MOODLE], moodle, "Participant {}"),
    ):
        for each in half:
            mark = found[name.format(each.number)]
            assert mark == "" if not each.works else math.isclose(float(mark), week.mark(each), abs_tol=0.011), each


def test_who_was_late_is_told_with_what_it_cost(week):
    late = {
        each.id: each
        for each in week.people
        if each.works and each.sent > each.sent.replace(month=3, day=1, hour=12, minute=0)
    }
    lines = [line for line in week.told["late"].splitlines() if "deducted" in line]
    assert {line.partition(":")[0] for line in lines} == set(late)
    costs = {line.partition(":")[0]: float(line.split(", ")[1].split()[0]) for line in lines}
    for student, cost in costs.items():
        assert cost == pytest.approx(sum(week.points(late[student]).values()) - week.mark(late[student]))
    assert 0 in costs.values()
    assert max(costs.values()) > 1


def test_feedback_goes_back_to_everybody_who_handed_in(week):
    sent = [
        {str(each.number) for each in half if each.works} for half in (week.people[BY_CANVAS], week.people[BY_MOODLE])
    ]
    for kind, expected in zip(("canvas", "moodle"), sent, strict=True):
        with zipfile.ZipFile(week.course / f"feedback_{kind}.zip") as archive:
            names = "\n".join(archive.namelist())
        assert {student for student in expected if f"_{student}_" in names} == expected


@pytest.mark.skipif("feedback" in manual.NOT_YET, reason="python -m grading feedback is not there yet")
def test_the_comment_is_on_the_student_s_one_page(week):
    for student in week.by_hand:
        page = (week.course / "feedback" / student / f"{ASSIGNMENT}.html").read_text(encoding="utf-8")
        assert "is missing." in page
        assert "<b>reason</b>" not in page


@pytest.mark.skipif("report" in manual.NOT_YET, reason="python -m grading report is not there yet")
def test_the_report_names_every_student(week):
    page = (week.course / "report.html").read_text(encoding="utf-8")
    assert all(each.id in page for each in week.people if each.works)


def test_grading_again_after_the_week_changes_no_mark_and_runs_nothing(week):
    before = read_marks(database_of(week.course))
    told = manual.run("python -m grading course", week.course.parent, ATTENTION["course"])
    assert "; 0 notebooks were run." in told
    assert read_marks(database_of(week.course)) == before


def test_the_release_for_students_is_there(week):
    with zipfile.ZipFile(week.course.parent / "build" / f"{ASSIGNMENT}.zip") as archive:
        assert {f"{ASSIGNMENT}/{stem}.ipynb" for stem in stems()} <= set(archive.namelist())
