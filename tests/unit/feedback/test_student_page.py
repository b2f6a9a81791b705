"""The one page of feedback: what is in it, and what must never be."""

from __future__ import annotations

import json
import re
from datetime import date, datetime
from html import unescape

import pytest
from hypothesis import given
from hypothesis import strategies as st

from grading.config import database_of
from grading.demo_class import submission, write_demo
from grading.execution.hidden_parameters import hidden_settings, secret
from grading.execution.result_store import Store
from grading.feedback.student_page import LAST_LINES, MOST_LINES, cut, student_page
from grading.gradebook import late
from grading.gradebook.late_record import LateRecord
from grading.gradebook.reader import NotebookMarks, StudentMarks
from grading.paths import ASSIGNMENT, stems
from grading.submissions.answer_lines import numbered, written_part
from grading.submissions.course_notebooks import solved
from helpers.course import COURSE
from tests.support.small import ALT, ANSWERS, EVIL, STEM, by_hand, grade, penalty
from tests.support.student_pages import page, refreshed, words

TENTH = stems()[9]


def test_the_page_has_points_messages_code_print_and_figure(course):
    text = page(course, "cleo")
    read = words(text)
    assert "2 of 4 points" in read
    assert "Line 9: the number 1e-3 / 20e-3 is typed in." in read
    assert "0.001 -5.8750e-02" in read
    assert "v = v + 1e-3 / 20e-3 * (el - v + r * i)" in read
    alt = re.search(r'<img src="data:image/png;base64,[\w+/=]+" alt="([^"]+)"', text)
    assert unescape(alt[1]) == f"The figure that your answer to exercise 4 draws. {ALT}"


def test_a_message_of_two_parts_stands_once(course):
    assert words(page(course, "dan")).count("without the resistance") == 1


def stands_in(value: float, text: str) -> bool:
    return re.search(rf"(?<![\d.]){re.escape(repr(value))}(?!\d)", text) is not None


@pytest.mark.parametrize("student", sorted(set(ANSWERS) - {"hal"}))
def test_the_page_has_nothing_of_others_no_hidden_value_and_no_solution(student, course):
    text = words(page(course, student))
    assert not [other for other in ANSWERS if other != student and re.search(rf"\b{other}\b", text)]
    drawn = hidden_settings(secret(course), COURSE.exercise(4), ANSWERS[student] or "")
    hidden = [value for p in drawn for value in (p.tau, p.el, p.r, p.i_mean)]
    assert not [value for value in hidden if stands_in(value, text)]
    solution = "dt / tau * (el - v + r * i)"
    assert (solution in text) == (solution in (ANSWERS[student] or ""))


def test_the_page_has_no_script_no_link_outside_and_a_strict_policy(course):
    text = page(course, "jon") + page(course, "gus")
    assert not re.search(r"<script|<iframe|<link|\son\w+=|(?:src|href)=\"(?!data:image/png;base64,|#)", text)
    assert "Policy\" content=\"default-src 'none'; img-src data:; style-src 'unsafe-inline'\"" in unescape(text)
    assert text.count(f"print('{EVIL}')") == 0
    assert "print(&#39;&lt;script&gt;" in text
    assert "&lt;/pre&gt;&lt;script&gt;" in text


def test_a_penalty_is_told_and_deducted(course):
    penalty(course, "ada", 1.5)
    refreshed(course)
    read = words(page(course, "ada"))
    assert "2.5 of 60 points (4, less 1.5 for handing in late)" in read
    assert "handed in late −1.5" in read


def test_an_exercise_whose_points_are_not_the_check_s_is_not_called_right(course):
    for number, answer in ((4, ANSWERS["ada"]), (10, solved(TENTH))):
        stem = stems()[number - 1]
        write_demo(course / "submitted" / "ada" / ASSIGNMENT, stem, submission(stem, answer, "Because."))
    grade(course)
    by_hand(course, "ada", "ex10_written", points=0)
    by_hand(course, "ada", "ex04_numbers", points=0.5)
    refreshed(course)
    read = words(page(course, "ada"))
    assert "10 · Sample standard deviation ✓ the code is right 5 of 7" in read
    assert "4 · Membrane potential ✓ right, points set by your instructor 2.5 of 4" in read


def test_a_written_answer_waits_then_has_its_points_and_comment(course):
    answer = "It is in volt.\n<img src=x onerror=alert(1)>"
    write_demo(course / "submitted" / "ada" / ASSIGNMENT, TENTH, submission(TENTH, None, answer))
    grade(course)
    assert "A written answer still waits for a grade: exercise 10." in words(page(course, "ada"))
    by_hand(course, "ada", "ex10_written", points=2, comment="Exactly.")
    refreshed(course)
    read = words(page(course, "ada"))
    assert "still waits" not in read
    assert "It is in volt. <img src=x onerror=alert(1)> 2 of 2 points" in read
    assert "Your instructor on your written answer: Exactly." in read


def test_a_time_that_nobody_knows_is_not_shown_as_one(course):
    LateRecord(course, said_late={"ada": True}).save()
    late.set_due(database_of(course), datetime(2026, 3, 1, 12))
    late.apply_penalties(course)
    refreshed(course)
    assert "handed in late, at an unknown time" in words(page(course, "ada"))
    assert "2026-03-01 12:00 UTC" not in words(page(course, "ada"))


def test_of_a_student_graded_elsewhere_the_points_are_told():
    notebook = NotebookMarks(4, cells={"ex04_numbers": (2.0, 2.0)})
    text = student_page(StudentMarks("zoe", handed_in=True, notebooks={STEM: notebook}), {}, date(2026, 3, 1))
    assert "graded 2 of 4" in words(text)


def marks_of_zoe(comments: dict[str, str]) -> StudentMarks:
    notebook = NotebookMarks(4, cells={"ex04_numbers": (0.0, 2.0)}, comments=comments)
    return StudentMarks("zoe", first_name="Zoe", handed_in=True, notebooks={STEM: notebook})


texts = st.text(alphabet="xy<>&\"'`/ \n", max_size=80)


@given(texts, texts, texts)
def test_no_text_of_anybody_becomes_markup(answer, comment, printed):
    commented = marks_of_zoe({"ex04": comment})
    message = {"observed": comment, "means": answer, "next": printed}
    part = {"name": "numbers", "points": 2, "right": False, "message": message}
    result = {"state": "wrong", "parts": [part], "outputs": [["text", printed]], "failure": None, "notes": [comment]}
    plain = student_page(marks_of_zoe({}), {}, date(2026, 3, 1))
    text = student_page(commented, {STEM: (result, {"answers": {"ex04": answer}, "notes": []})}, date(2026, 3, 1))
    known = set(re.findall(r"<\w+", plain)) | {
        "<section",
        "<h2",
        "<h3",
        "<pre",
        "<code",
        "<ul",
        "<li",
        "<div",
        "<p",
        "<a",
    }
    assert set(re.findall(r"<\w+", text)) <= known


@given(st.lists(st.text(alphabet="ab", max_size=3), max_size=80))
def test_a_long_print_is_cut_in_its_middle_and_says_so(lines):
    left = cut("\n".join([*lines, "end"])).split("\n")
    assert len(left) <= MOST_LINES + LAST_LINES + 1
    assert left[-1] == "end"
    assert left[: len(lines)][:MOST_LINES] == lines[:MOST_LINES]


def test_lines_that_the_notebook_gave_are_not_the_students():
    lines = [line for line, mine in numbered(STEM, ANSWERS["cleo"]) if mine]
    assert lines == ["    v = v + 1e-3 / 20e-3 * (el - v + r * i)"]


def test_the_question_is_not_part_of_a_written_answer():
    stub = submission(TENTH, None).cells
    question = next(cell.source for cell in stub if cell.metadata.get("nbgrader", {}).get("grade_id") == "ex10_written")
    assert written_part(TENTH, "ex10_written", question) == ""
    assert written_part(TENTH, "ex10_written", question.replace("YOUR ANSWER HERE", "In volt.")) == "In volt."


def test_the_store_tells_what_it_was_told(course):
    with Store(course) as store:
        result, details = store.results_of("cleo")[STEM]
        row = next(row for row in store.rows() if row[0] == "cleo")
    assert details["answers"]["ex04"] == ANSWERS["cleo"]
    assert row[2] == {name: value for name, value in json.loads(json.dumps(result)).items() if name != "outputs"}
