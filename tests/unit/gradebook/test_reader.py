"""The one reader: each student's marks as nbgrader itself has them."""

from __future__ import annotations

import pytest
from sqlalchemy import event

from grading.config import database_of
from grading.gradebook.connection import opened
from grading.gradebook.reader import read_class, student_marks
from grading.paths import ASSIGNMENT
from tests.support.downloads import make_folder
from tests.support.graded import PEOPLE, gradebook_of_the_class


@pytest.fixture
def gradebook(tmp_path):
    """A graded class of four, one of whom handed in nothing."""
    course = make_folder(tmp_path / "course", {"gradebook.db": gradebook_of_the_class()})
    with opened(database_of(course)) as gradebook:
        yield gradebook


def test_points_penalty_and_what_waits_are_those_that_nbgrader_counts(gradebook):
    ada = gradebook.find_submission_notebook("01", ASSIGNMENT, "ada")
    ada.late_submission_penalty, ada.grades[0].needs_manual_grade = 1.5, True
    gradebook.db.commit()
    for marks in read_class(gradebook).students:
        if marks.handed_in:
            submission = gradebook.find_submission(ASSIGNMENT, marks.id)
            assert (marks.raw, marks.penalty) == (submission.score, submission.late_submission_penalty)
            assert bool(marks.waiting) == submission.needs_manual_grade
    assert (student_marks(gradebook, "ada").score, student_marks(gradebook, "ada").waiting) == (8.0, ["01"])


def test_who_handed_in_nothing_has_no_mark_and_who_earned_nothing_has_zero(gradebook):
    marks = {student.id: student.score for student in read_class(gradebook).students}
    assert marks == {"ada": 9.5, "ben": 0, "cleo": None, "evil": 3}


def test_a_penalty_above_the_points_leaves_zero(gradebook):
    gradebook.find_submission_notebook("01", ASSIGNMENT, "ada").late_submission_penalty = 20
    gradebook.db.commit()
    assert student_marks(gradebook, "ada").score == 0


def test_students_come_by_last_name_and_only_those_that_are_asked_for(gradebook):
    assert [student.id for student in read_class(gradebook).students] == [student.id for student in gradebook.students]
    assert {student.id for student in read_class(gradebook, ["ada", "cleo", "nobody"]).students} == {"ada", "cleo"}


def queries(gradebook, only: list[str]) -> int:
    """How many queries it takes to read these students' marks."""
    statements = []

    def listen(_connection, _cursor, statement, *_):
        statements.append(statement)

    gradebook.db.expire_all()
    event.listen(gradebook.engine, "before_cursor_execute", listen)
    read_class(gradebook, only)
    event.remove(gradebook.engine, "before_cursor_execute", listen)
    return len(statements)


def test_a_class_is_read_with_as_many_queries_as_one_student(gradebook):
    assert queries(gradebook, list(PEOPLE)) == queries(gradebook, ["ada"]) <= 10
