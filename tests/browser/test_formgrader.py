"""Grading by hand in formgrader, in Chromium, as the manual says it; with hostile submissions among the others."""

from __future__ import annotations

import csv
import json
import shlex
import sys
from pathlib import Path

import pytest
from playwright.sync_api import expect

from grading.__main__ import main
from grading.config import database_of
from grading.gradebook.connection import opened
from grading.gradebook.reader import read_marks
from grading.paths import ASSIGNMENT, ROOT
from grading.submissions.course_notebooks import solved
from tests.hostile import markup
from tests.support import manual
from tests.support.downloads import STEMS, make_folder
from tests.support.formgrader import Instructor
from tests.support.lab import CHROMIUM, browser, started
from tests.support.made_class import WHY, Work
from tests.support.made_files import notebook

pytestmark = [
    pytest.mark.slow,
    pytest.mark.browser,
    pytest.mark.skipif(CHROMIUM is None, reason="chromium is missing: sudo apt-get install chromium"),
]
EVIL = "<img src=x onerror=alert(1)><script>alert(2)</script>"
WRITTEN = {  # written answers, of which the last should run something
    "ada": WHY,
    "ben": "The **unit** is volt, because $\\sqrt{V^2}$ is.",
    "mallory": f'{EVIL} [a](javascript:alert(3)) ![b](x" onerror="alert(4)) $\\href{{javascript:alert(5)}}{{x}}$',
}
ATTACKS = {f"evil{k:02d}": attack for k, attack in enumerate(markup.ATTACKS)}


@pytest.fixture(scope="module")
def home(tmp_path_factory) -> Path:
    """A folder with a graded ``course`` in it; its own name holds what nbgrader takes for patterns."""
    files = {}
    for student, text in WRITTEN.items():
        files[f"{student}/{ASSIGNMENT}/{STEMS[10]}.ipynb"] = notebook(
            STEMS[10], Work("right", solved(STEMS[10]), 5, written=text)
        )
    for student, attack in ATTACKS.items():
        work = Work("hostile", attack.answer, attack.earned, before=attack.before, after=attack.after)
        files[f"{student}/{ASSIGNMENT}/{STEMS[attack.number]}.ipynb"] = notebook(STEMS[attack.number], work)
    home = tmp_path_factory.mktemp("formgrader") / "a term [1] 50%"
    make_folder(home / "course" / "submitted", files)
    manual.run("python -m grading course", home, PYTHONPATH=str(ROOT))
    with opened(database_of(home / "course")) as gradebook:
        gradebook.update_or_create_student("mallory", first_name=EVIL, last_name=EVIL)
    return home


@pytest.fixture(scope="module")
def instructor(home):
    command = shlex.split(manual.lines("server")[0])
    assert command[0] == "python"
    with started([sys.executable, *command[1:]], home, "lif") as address, browser() as chromium:
        yield Instructor(chromium.new_page(viewport={"width": 1200, "height": 900}), address)


TO_GRADE = ".needs-manual-grade .glyphicon-ok"
GIVEN = {"ada": ("2", "Exactly so, Ada."), "ben": ("0.5", "What of the <b>variance</b>?")}


def rows_to_grade(instructor) -> list[int]:
    """The places of the submissions that formgrader marks as to be graded by hand."""
    rows = instructor.list(10)
    return [k for k in range(rows.count()) if rows.nth(k).locator(TO_GRADE).count()]


@pytest.fixture(scope="module")
def graded(instructor, home):
    """Two students graded by hand in the browser."""
    for k in rows_to_grade(instructor):
        student = instructor.open(instructor.list(10).nth(k))
        found = next((name for name in GIVEN if name in student), None)
        if found:
            instructor.grade(*GIVEN[found])
    return home / "course"


def test_formgrader_finds_the_three_written_answers_and_nothing_else(instructor):
    assert len(rows_to_grade(instructor)) == 3
    for number in (4, 6):
        rows = instructor.list(number)
        assert not [k for k in range(rows.count()) if rows.nth(k).locator(TO_GRADE).count()]


@pytest.mark.parametrize("width", [1200, 390])
def test_the_rubric_stands_below_the_answer_at_any_width(instructor, width):
    instructor.open(instructor.list(10).first)
    instructor.page.set_viewport_size({"width": width, "height": 844})
    score = instructor.page.locator("#ex10_written")
    score.scroll_into_view_if_needed()
    rubric = instructor.page.locator("#notebook strong", has_text="Rubric (2 points).")
    expect(rubric).to_be_visible()
    places = [each.bounding_box() for each in (score, instructor.page.locator("#ex10_written-comment"), rubric)]
    assert [place["y"] for place in places] == sorted(place["y"] for place in places)
    assert all(place["x"] >= 0 and place["x"] + place["width"] <= width for place in places)
    instructor.page.set_viewport_size({"width": 1200, "height": 900})


def test_points_given_in_the_browser_are_in_the_export(graded):
    manual.run("python -m grading export course", graded.parent, (0, 1), PYTHONPATH=str(ROOT))
    with (graded / "grades.csv").open(encoding="utf-8") as file:
        scores = {row["student_id"]: float(row["score"]) for row in csv.DictReader(file)}
    assert {student: scores[student] for student in WRITTEN} == {"ada": 7, "ben": 5.5, "mallory": 5}


def feedback_of(course: Path, student: str) -> str:
    """The page that gives the comment back: the student's one page, or nbgrader's as long as there is none."""
    if "feedback" not in manual.NOT_YET:
        manual.run("python -m grading feedback course", course.parent, PYTHONPATH=str(ROOT))
        return (course / "feedback" / student / f"{ASSIGNMENT}.html").read_text(encoding="utf-8")
    line = f"nbgrader generate_feedback {ASSIGNMENT} --force --student={student}"
    manual.run(line, ROOT, LIF_COURSE=str(course))
    return (course / "feedback" / student / ASSIGNMENT / f"{STEMS[10]}.html").read_text(encoding="utf-8")


def test_the_comment_is_in_the_feedback_and_the_rubric_is_not(graded):
    page = feedback_of(graded, "ada")
    assert "Exactly so, Ada." in page
    assert "Rubric (2 points)" not in page
    assert "Model answer" not in page


def test_grading_again_keeps_what_was_given_by_hand(graded):
    manual.run("python -m grading course --force --student ada", graded.parent, PYTHONPATH=str(ROOT))
    with (graded / "grades.csv").open(encoding="utf-8") as file:
        assert {row["student_id"]: float(row["score"]) for row in csv.DictReader(file)}["ada"] == 7


@pytest.mark.parametrize("number", [4, 6, 10])
def test_nothing_of_a_hostile_submission_runs_in_formgrader(instructor, number):
    addresses = instructor.addresses(number)
    assert len(addresses) >= 1
    for student, address in addresses.items():
        instructor.ran.clear()
        instructor.look(address)
        assert instructor.ran == [], student
        for link in instructor.page.locator("#notebook a").all():
            assert not (link.get_attribute("href") or "").strip().lower().startswith(("javascript", "data"))


def test_a_name_with_markup_is_shown_as_text(instructor):
    instructor.ran.clear()
    instructor.page.get_by_role("link", name="Manual Grading", exact=True).first.click()
    instructor.page.get_by_role("link", name="Manage Students", exact=True).first.click()
    expect(instructor.page.locator("tbody tr").first).to_be_visible()
    instructor.list(10)
    instructor.page.get_by_text("Show All Names").click()
    instructor.page.wait_for_timeout(500)
    assert instructor.ran == []


def test_a_script_that_does_run_would_be_noticed(instructor, home):
    """The other tests here can fail: a page that formgrader shows as it is, with a script in it."""
    path = home / "course" / "autograded" / "evil00" / ASSIGNMENT / f"{STEMS[4]}.ipynb"
    before = path.read_text(encoding="utf-8")
    content = json.loads(before)
    content["cells"][0]["source"] = "<script>alert(1)</script>"
    path.write_text(json.dumps(content), encoding="utf-8")
    instructor.ran.clear()
    instructor.look(instructor.addresses(4)["evil00"])
    path.write_text(before, encoding="utf-8")
    assert instructor.ran == ["dialog 1"]


EXIT = "import os\nprint(open('/etc/passwd').read())\nos._exit(0)"


def test_its_autograde_button_runs_a_submission_in_the_sandbox_and_keeps_a_late_penalty(instructor, home):
    new = {4: Work("right", solved(STEMS[4]), 4), 1: Work("hostile", EXIT, 0)}
    make_folder(home / "course", {
        f"submitted/zoe/{ASSIGNMENT}/{STEMS[number]}.ipynb": notebook(STEMS[number], work)
        for number, work in new.items()
    } | {f"submitted/zoe/{ASSIGNMENT}/timestamp.txt": b"2026-03-02 12:00:00 UTC"})  # fmt: skip
    due = ["--due", "2026-03-01 13:00", "--zone", "UTC", "--percent", "50"]
    assert main(["late", str(home / "course"), *due]) == 1  # the others have no time
    instructor.page.goto(f"{instructor.address}/formgrader/manage_submissions/{ASSIGNMENT}")
    row = instructor.page.locator("tbody tr", has=instructor.page.get_by_text("zoe", exact=True))
    row.locator(".autograde a").click()
    expect(instructor.page.get_by_text("Successfully autograded")).to_be_visible(timeout=60_000)
    zoe = next(student for student in read_marks(database_of(home / "course")).students if student.id == "zoe")
    assert {stem: points for stem, points in zoe.points.items() if points} == {STEMS[4]: 4}
    assert (zoe.raw, zoe.score) == (4, 2)
    made = (home / "course" / "autograded" / "zoe" / ASSIGNMENT / f"{STEMS[1]}.ipynb").read_text(encoding="utf-8")
    assert "root:" not in made
    assert "FileNotFoundError" in made


@pytest.mark.parametrize("made", [(), ("autograded/x",)])
def test_without_a_graded_class_a_sentence_says_what_to_do(made, tmp_path, capsys):
    make_folder(tmp_path, dict.fromkeys(made, b""))
    assert main(["formgrader", str(tmp_path)]) == 2
    told = capsys.readouterr().out
    assert "grade first" in told
    assert told.count("\n") == 1
