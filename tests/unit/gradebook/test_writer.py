"""The one writer: its rows are those that nbgrader makes, and what stands there by hand stays."""

from __future__ import annotations

from datetime import datetime

import pytest
from nbgrader.api import SubmittedAssignment, SubmittedNotebook

from grading.gradebook.connection import opened
from grading.gradebook.points import NotebookPoints
from grading.gradebook.writer import Writer
from grading.paths import ASSIGNMENT, stems
from grading.release.build import generate

STEMS = dict(enumerate(stems(), start=1))
WHEN = datetime(2026, 11, 1)


@pytest.fixture(scope="module")
def released(tmp_path_factory):
    folder = tmp_path_factory.mktemp("released")
    generate(folder / "release", f"sqlite:///{folder}/gradebook.db", pictures=False)
    return folder / "gradebook.db"


@pytest.fixture
def database(released, tmp_path):
    (tmp_path / "gradebook.db").write_bytes(released.read_bytes())
    return f"sqlite:///{tmp_path}/gradebook.db"


def rows(gradebook, student: str) -> list[tuple]:
    """All that one submission consists of, without its numbers."""
    query = gradebook.db.query(SubmittedNotebook).join(SubmittedAssignment, SubmittedNotebook.assignment)
    content = []
    for notebook in query.filter(SubmittedAssignment.student_id == student):
        content += [
            (notebook.name, grade.name, grade.auto_score, grade.manual_score, grade.needs_manual_grade)
            for grade in notebook.grades
        ]
        content += [
            (notebook.name, comment.name, comment.auto_comment, comment.manual_comment) for comment in notebook.comments
        ]
    return sorted(content, key=str)


def test_a_new_submission_has_the_rows_that_nbgrader_makes(database):
    with Writer(database) as writer:
        writer.write("ada", WHEN, {})
        writer.gradebook.add_student("ben")
        with writer.gradebook.db.no_autoflush:
            made = writer.gradebook.add_submission(ASSIGNMENT, "ben", timestamp=str(WHEN))
        mine = writer.gradebook.find_submission(ASSIGNMENT, "ada")
        assert rows(writer.gradebook, "ada") == rows(writer.gradebook, "ben")
        assert (mine.timestamp, mine.extension) == (made.timestamp, made.extension)
        assert {name[:4] for _, name, *_ in rows(writer.gradebook, "ada")} == {f"ex{number:02d}" for number in STEMS}


def test_points_are_written_to_the_notebook_they_are_of_and_what_is_not_named_earns_nothing(database):
    with Writer(database) as writer:
        writer.write("ada", WHEN, {STEMS[4]: NotebookPoints({"ex04_numbers": 2.0}, {"ex04"})})
        written = rows(writer.gradebook, "ada")
    assert [row for row in written if len(row) == 5 and row[2]] == [(STEMS[4], "ex04_numbers", 2.0, None, False)]
    assert {row[2] for row in written if len(row) == 5 and row[0] == STEMS[4]} == {2.0, 0.0}
    assert {row[2] for row in written if len(row) == 5 and row[0] != STEMS[4]} == {None}
    assert [row for row in written if len(row) == 4 and row[2]] == [(STEMS[4], "ex04", "No response.", None)]


def test_writing_again_changes_points_keeps_what_was_given_by_hand_and_makes_no_row_twice(database):
    first = {
        STEMS[10]: NotebookPoints({"ex10_numbers": 2.0, "ex10_written": None}),
        STEMS[1]: NotebookPoints({"ex01_numbers": 1.0}),
    }
    with Writer(database) as writer:
        writer.write("ada", WHEN, first)
        before = len(rows(writer.gradebook, "ada"))
        grade = writer.gradebook.find_grade("ex10_written", STEMS[10], ASSIGNMENT, "ada")
        grade.manual_score, grade.needs_manual_grade = 2.0, False
        writer.gradebook.db.commit()
        writer.write("ada", WHEN, {STEMS[10]: NotebookPoints({"ex10_numbers": 1.0, "ex10_written": None})})
    with opened(database) as gradebook:
        written = rows(gradebook, "ada")
    assert len(written) == before
    assert (STEMS[10], "ex10_written", None, 2.0, True) in written
    assert (STEMS[10], "ex10_numbers", 1.0, None, False) in written
    assert (STEMS[1], "ex01_numbers", 1.0, None, False) in written
