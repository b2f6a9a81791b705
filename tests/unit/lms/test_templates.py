"""Marks filled in where a file of Canvas's or Moodle's has room for them; all else in it stays."""

from __future__ import annotations

import csv
import io
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from grading.__main__ import main
from grading.config import database_of
from grading.errors import CsvFileError
from grading.lms import csv_file, manifest
from grading.paths import ROOT
from tests.support.downloads import GERMAN, make_folder
from tests.support.graded import class_of_four, come_from, written


@pytest.fixture
def course(tmp_path):
    return class_of_four(tmp_path / "course")


def template(tmp_path: Path, text: str) -> Path:
    (tmp_path / "template.csv").write_bytes(text.encode())
    return tmp_path / "template.csv"


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
        "Not in template.csv, so their marks are not in moodle.csv: ben, evil.",
    ]


OTHERS = {  # rows of Canvas's template in a class of both systems, and who is said to be missing there
    "none_of_moodle": ("A,12,,,One,\n", ""),
    "one_of_moodle": ("A,12,,,One,\nB,,,ben,One,\n", "evil"),
}


@pytest.mark.parametrize("case", OTHERS)
def test_students_of_another_system_are_not_missing_where_none_of_them_is_there(case, course, tmp_path):
    rows, missing = OTHERS[case]
    come_from(course, "moodle")
    book = manifest.load(course)
    book.students["ada"].kind = "canvas"
    book.save()
    header = "Student,ID,SIS User ID,SIS Login ID,Section,lif_part_1 (1)\n"
    notes = written(course, canvas=template(tmp_path, header + rows))[1]
    said = f"Not in template.csv, so their marks are not in canvas.csv: {missing}."
    assert [note for note in notes if "template.csv" in note] == ([said] if missing else [])


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
    "one_student_in_two_rows": ("A,12,,,\nB,,,ada,\n", ["", ""], "ada is in rows 2 and 3, so no mark"),
    "a_number_as_a_spreadsheet_writes_it": ("Lovelace,12.0,,,\n", ["9.5"], ""),
    "a_login_that_is_a_number": ("Bo,,,13,\n", [""], "Not in template.csv"),
}


@pytest.mark.parametrize("case", NAMED_TWICE)
def test_a_row_of_canvas_s_template_gets_the_mark_of_the_one_student_whom_it_names(case, course, tmp_path):
    rows, expected, sentence = NAMED_TWICE[case]
    come_from(course, "canvas")
    text = f"Student,ID,SIS User ID,SIS Login ID,LIF part 1 (99)\n{rows}"
    files, notes = written(course, canvas=template(tmp_path, text))
    assert [row[4] for row in files["canvas.csv"][1:]] == expected
    assert sentence in "\n".join(notes)


def test_moodle_s_worksheet_is_filled_in_whatever_its_language(course, tmp_path):
    come_from(course, "moodle")
    files, notes = written(course, moodle=template(tmp_path, GERMAN))
    assert [row[4] for row in files["moodle.csv"][1:]] == ["9.5", "0", ""]
    assert "Moodle does not allow a change to the mark of evil; it was not changed." in notes


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


def test_a_column_of_canvas_is_named_in_the_same_way(course, tmp_path, capsys):
    come_from(course, "canvas")
    path = template(tmp_path, "Student,ID,Section,Other (1)\nA,12,One,\n")
    assert main(["export", str(course), "--canvas", str(path)]) == 2
    assert "--column NAME" in capsys.readouterr().out
    assert main(["export", str(course), "--column", "Other (1)", "--canvas", str(path)]) == 1
    assert "A,12,One,9.5" in (course / "canvas.csv").read_text(encoding="utf-8-sig")


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


@pytest.mark.parametrize("above", ["", "sep=;\r\n", "\r\n;;\r\n", "\r"])
def test_what_stands_above_a_templates_header_stays(above, tmp_path):
    data = f"\ufeff{above}Student;ID\r\nAda;12\r\n".encode()
    (tmp_path / "template.csv").write_bytes(data)
    read = csv_file.read_template(tmp_path / "template.csv")
    assert (read.header, read.delimiter, read.bytes()) == (["Student", "ID"], ";", data)
