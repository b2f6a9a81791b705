"""Marks as new files for Canvas and Moodle."""

from __future__ import annotations

import codecs
import sqlite3
from datetime import datetime
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from grading.config import database_of
from grading.errors import GradebookError
from grading.gradebook import late
from grading.gradebook.reader import read_marks
from grading.lms import csv_file, exports
from grading.paths import ASSIGNMENT
from grading.summary import Summary, finish
from tests.support.graded import EVIL, class_of_four, come_from, written


@pytest.fixture
def course(tmp_path):
    return class_of_four(tmp_path / "course")


def test_the_canvas_gradebook_has_canvas_s_columns_and_everybody_s_mark(course):
    come_from(course, "canvas")
    rows = written(course)[0]["canvas.csv"]
    assert rows[0] == ["Student", "ID", "SIS User ID", "SIS Login ID", "Section", ASSIGNMENT]
    assert (rows[1][0], rows[1][5]) == ("    Points Possible", "10")
    assert {row[1]: row[5] for row in rows[2:]} == {"12": "9.5", "13": "0", "14": "", "15": "3"}


def test_the_moodle_worksheet_has_moodle_s_columns_and_everybody_s_mark(course):
    come_from(course, "moodle")
    header, *rows = written(course)[0]["moodle.csv"]
    assert [header[k] for k in (0, 4, 5, 8)] == ["Identifier", "Grade", "Maximum Grade", "Last modified (grade)"]
    assert {row[0]: row[4] for row in rows} == {
        f"Participant {k}": mark for k, mark in zip((12, 13, 14, 15), ("9.5", "0", "", "3"), strict=True)
    }
    assert (course / "moodle.csv").read_bytes().startswith(b"\xef\xbb\xbf")


@pytest.mark.parametrize("kind", ["canvas", "moodle"])
def test_every_new_file_opens_in_excel_as_utf_8(kind, course):
    come_from(course, kind)
    for file in written(course)[0]:
        assert (course / file).read_bytes().startswith("\ufeff".encode())


FORMULAS = {  # a text, and what is written of it: no formula in Excel, whatever ends a cell there
    **{text: f"'{text}" for text in ("=1+1", "+1", "-1", "@a", " =1", "\uff1d1", "\tx")},
    **{"\t=1": "'\t'=1", "A;=1+1;": "A;'=1+1;", "\n=1": "\n'=1", 'x; "=1': "x; \"'=1", "a;-1\t@b": "a;'-1\t'@b"},
    **dict.fromkeys(("a=b", "Doe-Roe; b", "'tis"), ""),
}


@pytest.mark.parametrize("text", FORMULAS)
def test_a_cell_that_would_be_a_formula_is_a_text(text):
    assert csv_file.escaped(text) == (FORMULAS[text] or text)


@given(st.text("'=-;\t\r\n \"a"))
def test_a_text_is_read_as_it_was_before_it_was_made_harmless(text):
    assert csv_file.unescaped(csv_file.escaped(text)) == text


def test_a_field_with_another_separator_has_quotes():
    assert csv_file.new([["a;b", "c\td", "e"]]).bytes().decode() == '\ufeff"a;b","c\td",e\r\n'


def test_the_marks_that_a_run_writes_hold_no_formula_either(course, capsys):
    finish(course, database_of(course), Summary(students=1))
    told = (course / "grades.csv").read_bytes()
    assert told == exports.MarksExportPlugin().new_file(read_marks(database_of(course))).bytes()
    assert f"'{EVIL}" in told.decode("utf-8-sig").replace('""', '"')


@pytest.mark.parametrize("kind", ["canvas", "moodle"])
def test_no_name_is_a_formula_in_what_is_written(kind, course):
    come_from(course, kind)
    for rows in written(course)[0].values():
        cells = [cell for row in rows for cell in row]
        assert any(EVIL in cell for cell in cells)
        assert not [
            cell for cell in cells if cell.startswith(("=", "@", "+")) or (cell.startswith("-") and cell != "-")
        ]


def test_nbgrader_s_own_columns_hold_names_with_commas(course):
    rows = written(course)[0]["grades.csv"]
    ada = dict(zip(rows[0], next(row for row in rows if "ada" in row), strict=True))
    assert (ada["last_name"], ada["score"], ada["max_score"]) == ("Lovelace, Countess", "9.5", "10.0")


def test_what_is_written_opens_in_excel_with_its_letters(course):
    come_from(course, "canvas")
    written(course)
    for name in ("grades.csv", "canvas.csv"):
        assert (course / name).read_bytes().startswith(codecs.BOM_UTF8)
        assert "Bø" in (course / name).read_text(encoding="utf-8-sig")


def locked(path: Path):
    held = sqlite3.connect(path)
    held.execute("BEGIN EXCLUSIVE")
    return held, f"sqlite:///{path}?timeout=0.1"


def read_only(path: Path):
    return None, f"sqlite:///file:{path}?mode=ro&uri=true"


@pytest.mark.parametrize(("how", "sentence"), [(locked, "is in use by another program"), (read_only, "is read-only")])
def test_a_locked_or_read_only_gradebook_is_named_in_a_sentence(how, sentence, course):
    held, database = how(course / "gradebook.db")
    with pytest.raises(GradebookError, match=sentence):
        late.set_due(database, datetime(2026, 3, 1, 12))
    if held:
        held.close()
    else:
        assert exports.write_exports(database, course)[0] == [course / "grades.csv"]
