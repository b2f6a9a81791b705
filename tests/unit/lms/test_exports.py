"""Marks for Canvas and Moodle."""

from __future__ import annotations

import codecs
import csv
import io
import sqlite3
import subprocess
import sys
from datetime import datetime
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from grading.__main__ import main
from grading.config import database_of
from grading.errors import CsvFileError, GradebookError
from grading.gradebook import late
from grading.gradebook.reader import read_marks
from grading.lms import csv_file, exports
from grading.paths import ASSIGNMENT, ROOT
from grading.summary import Summary, close
from tests.support.downloads import make_folder
from tests.support.graded import EVIL, come_from, gradebook_of_the_class, written


@pytest.fixture
def course(tmp_path):
    """A graded class of four, one of whom handed in nothing, and one with a hostile name."""
    return make_folder(tmp_path / "course", {"gradebook.db": gradebook_of_the_class()})


def template(tmp_path: Path, text: str) -> Path:
    (tmp_path / "template.csv").write_bytes(text.encode())
    return tmp_path / "template.csv"


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


@pytest.mark.parametrize("name", ["=1+1", "+1", "-1", "@a", "\t=1", " =1", "\uff1d1"])
def test_a_cell_that_would_be_a_formula_is_a_text(name):
    assert csv_file.harmless(name) == f"'{name}"


def test_the_marks_that_a_run_writes_hold_no_formula_either(course, capsys):
    close(course, database_of(course), Summary(students=1))
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


CANVAS = (
    "{bom}Student{d}ID{d}SIS User ID{d}SIS Login ID{d}Section{d}Other (1){d}LIF part 1 (99){d}Final Score\r\n"
    "{d}{d}{d}{d}{d}{d}Manual Posting{d}\r\n"
    "    Points Possible{d}{d}{d}{d}{d}5{d}10.00{d}(read only)\r\n"
    '"Lovelace, Ada"{d}12{d}{d}al{d}One{d}4{d}{d}90.0\r\n'
    "Bo{d}{d}{d}ben{d}One{d}{d}7{d}\r\n"
    "Cleo{d}14{d}{d}{d}One{d}{d}8{d}\r\n"
    "Evil{d}15{d}{d}{d}One{d}{d}EX{d}\r\n"
    '"=1+1"{d}16{d}{d}{d}"T""wo"{d}3{d}2{d}\r\n'
)
MOODLE = (
    "{bom}Identifier{d}Full name{d}Email address{d}Status{d}Grade{d}Maximum Grade{d}Grade can be changed{d}Feedback\n"
    "Participant 12{d}Ada{d}{d}Submitted{d}{d}10.00{d}Yes{d}\n"
    'Participant 13{d}Ben{d}{d}"a\nb"{d}7.00{d}10.00{d}Yes{d}good\n'
    "Participant 14{d}Cleo{d}{d}{d}8{d}10.00{d}Yes{d}\n"
    "Participant 15{d}Evil{d}{d}{d}EX{d}10.00{d}No{d}\n"
    "Participant 16{d}=x{d}{d}{d}2{d}10.00{d}Yes{d}"
)


@pytest.mark.parametrize("bom", ["", "\ufeff"])
@pytest.mark.parametrize("delimiter", [",", ";"])
@pytest.mark.parametrize(("kind", "text"), [("canvas", CANVAS), ("moodle", MOODLE)])
def test_a_template_is_filled_in_and_every_other_byte_stays(kind, text, delimiter, bom, course, tmp_path):
    come_from(course, kind)
    text = text.replace("{d}", delimiter).replace("{bom}", bom)
    if delimiter == ";":
        text = text.replace('"Lovelace; Ada"', '"Lovelace, Ada"')
    notes = written(course, **{kind: template(tmp_path, text)})[1]
    d = delimiter
    if kind == "canvas":
        expected = text.replace(f"One{d}4{d}{d}90.0", f"One{d}4{d}9.5{d}90.0").replace(
            f"ben{d}One{d}{d}7", f"ben{d}One{d}{d}0"
        )
    else:
        expected = text.replace(f"Submitted{d}{d}10", f"Submitted{d}9.5{d}10").replace(f"{d}7.00{d}", f"{d}0{d}")
    assert (course / f"{kind}.csv").read_bytes().decode() == expected
    assert len(notes) == 1
    assert "evil" in notes[0]


def test_students_missing_in_the_template_and_another_maximum_are_said(course, tmp_path):
    come_from(course, "moodle")
    text = "Identifier,Grade,Maximum Grade\nParticipant 12,,100\n"
    notes = written(course, moodle=template(tmp_path, text))[1]
    assert notes == [
        "Moodle has 100 points at most, the gradebook 10: change it there.",
        "Not in the template, so their marks are not in the file: ben, cleo, evil.",
    ]


BAD = {  # a template, and what is said of it
    "no_column": (
        "canvas",
        "Student,ID,Section,Other (1),More (2)\n",
        "has not one column 'lif_part_1' (there are: Other (1), More (2))",
    ),
    "two_columns": ("canvas", "Student,ID,Section,LIF part 1 (1),lif_part_1 (2)\n", "has not one column"),
    "other_language": ("moodle", "ID,Bewertung\n", "has not one column 'Identifier' (there are: ID, Bewertung)"),
    "empty": ("canvas", "", "is empty, or not a CSV file"),
}


@pytest.mark.parametrize("case", BAD)
def test_a_template_that_cannot_be_filled_in_is_refused_and_no_file_changed(case, course, tmp_path):
    kind, text, sentence = BAD[case]
    make_folder(course, {f"{kind}.csv": b"before"})
    with pytest.raises(CsvFileError) as error:
        written(course, **{kind: template(tmp_path, text)})
    assert sentence in str(error.value)
    assert (course / f"{kind}.csv").read_bytes() == b"before"


@given(
    st.lists(st.lists(st.text(st.characters(exclude_categories=["Cs"])), min_size=1), min_size=1),
    st.sampled_from([",", ";", "\t"]),
)
def test_any_csv_file_is_written_as_it_was_read(rows, delimiter):
    text = io.StringIO()
    csv.writer(text, delimiter=delimiter).writerows(rows)
    read = csv_file.cells_of(text.getvalue(), delimiter)
    assert "".join(cell.raw + cell.end for row in read for cell in row) == text.getvalue()


NAMED_TWICE = {  # rows of Canvas's template, with a column for marks at the end: marks in them, and what is said
    "another_s_number_as_a_login": ("Lovelace,12,,al,\nBo,13,12,ben,\n", ["9.5", "0"], ""),
    "two_students_in_one_row": ("Lovelace,12,,ben,\n", [""], "The row of Lovelace names ada and ben, so no mark"),
    "one_student_in_two_rows": ("A,12,,,\nB,,,ada,\n", ["", ""], "ada stands in the rows 2 and 3, so no mark"),
    "a_login_that_is_a_number": ("Bo,,,13,\n", [""], "Not in the template"),
}


@pytest.mark.parametrize("case", NAMED_TWICE)
def test_a_row_of_canvas_s_template_gets_the_mark_of_the_one_student_whom_it_names(case, course, tmp_path):
    rows, expected, sentence = NAMED_TWICE[case]
    come_from(course, "canvas")
    text = f"Student,ID,SIS User ID,SIS Login ID,LIF part 1 (99)\n{rows}"
    files, notes = written(course, canvas=template(tmp_path, text))
    assert [row[4] for row in files["canvas.csv"][1:]] == expected
    assert sentence in "\n".join(notes)


GERMAN = (
    "ID,Vollständiger Name,E-Mail-Adresse,Status,Bewertung,Bestwertung,"
    "Bewertung kann geändert werden,Zuletzt geändert\n"
    'Teilnehmer/in12,Ada,a@uni,Abgegeben,,"10,00",Ja,"Sonntag, 1. März 2026, 12:00"\n'
    'Teilnehmer/in13,Ben,b@uni,Abgegeben,"7,00","10,00",Ja,-\n'
    'Teilnehmer/in15,Evil,e@uni,Abgegeben,,"10,00",Nein,-\n'
)


def test_moodle_s_worksheet_is_filled_in_whatever_its_language(course, tmp_path):
    come_from(course, "moodle")
    files, notes = written(course, moodle=template(tmp_path, GERMAN))
    assert [row[4] for row in files["moodle.csv"][1:]] == ["9.5", "0", ""]
    assert "Moodle does not let the mark of evil be changed; it stays as it is." in notes


OPTIONS = {  # options of the command: exit code, and what is said
    ("--moodle",): (2, "(there are: Wer, Punkte): name it with --identifier NAME."),
    ("--identifier", "Wer", "--moodle"): (2, "(there are: Wer, Punkte): name it with --column NAME."),
    ("--identifier", "Wer", "--column", "Punkte", "--moodle"): (1, "moodle.csv"),
}


@pytest.mark.parametrize("options", OPTIONS)
def test_a_column_that_is_not_found_is_named_by_the_option_that_is_advised(options, course, tmp_path, capsys):
    come_from(course, "moodle")
    code, sentence = OPTIONS[options]
    path = template(tmp_path, "Wer,Punkte\n12,\n")
    assert (main(["export", str(course), *options, str(path)]), sentence in capsys.readouterr().out) == (code, True)
    assert (course / "moodle.csv").exists() == (code < 2)


def test_what_is_written_opens_in_excel_with_its_letters(course):
    come_from(course, "canvas")
    written(course)
    for name in ("grades.csv", "canvas.csv"):
        assert (course / name).read_bytes().startswith(codecs.BOM_UTF8)
        assert "Bø" in (course / name).read_text(encoding="utf-8-sig")


def test_nbgrader_s_own_command_exports_with_the_plugin(course, tmp_path):
    come_from(course, "canvas")
    filled = template(tmp_path, CANVAS.replace("{d}", ",").replace("{bom}", ""))
    program = "from nbgrader.apps.nbgraderapp import main; main()"
    options = [f"--CourseDirectory.root={course}", f"--db={database_of(course)}", f"--to={course / 'x.csv'}"]
    options += ["--exporter=grading.lms.exports.CanvasExportPlugin", f"--CanvasExportPlugin.template={filled}"]
    command = [sys.executable, "-c", program, "export", "--course=lif", *options]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, timeout=60)
    assert done.returncode == 0, done.stderr
    assert '"Lovelace, Ada",12,,al,One,4,9.5,90.0' in (course / "x.csv").read_text()


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


@pytest.mark.parametrize("above", ["", "sep=;\r\n", "\r\n;;\r\n", "\r"])
def test_what_stands_above_a_templates_header_stays(above, tmp_path):
    data = f"\ufeff{above}Student;ID\r\nAda;12\r\n".encode()
    (tmp_path / "template.csv").write_bytes(data)
    read = csv_file.read(tmp_path / "template.csv")
    assert (read.header, read.delimiter, read.bytes()) == (["Student", "ID"], ";", data)
