"""Feedback back into Canvas and Moodle, each file named as they want it."""

from __future__ import annotations

import io
import json
import re
import zipfile
from pathlib import Path

import nbformat
import pytest

from grading.__main__ import main
from grading.lms import handback, manifest
from grading.paths import ASSIGNMENT
from tests.support.downloads import STEMS, make_folder, make_zip, name, notebook, run
from tests.support.small import STEM, by_hand, small_course

PAGE = "<!doctype html><title>Feedback</title><p>5 von 5 – schön".encode()
BOTH = io.BytesIO()
with zipfile.ZipFile(BOTH, "w") as archive:
    for number in (4, 5):
        archive.writestr(name(number), notebook(number))


def read_zip(data: bytes | Path) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(data) if isinstance(data, bytes) else data) as opened:
        return {entry: opened.read(entry) for entry in opened.namelist()}


def collected(tmp_path, capsys, *entries: str) -> Path:
    """A course into which these files were collected."""
    download = {entry: BOTH.getvalue() if entry.endswith(".zip") else notebook(_number(entry)) for entry in entries}
    assert run(make_zip(tmp_path / "a.zip", download), tmp_path / "course", capsys)[0] < 2
    return tmp_path / "course"


def _number(entry: str) -> int:
    return next(number for number, stem in STEMS.items() if stem in entry)


def one_page(course: Path, student: str) -> None:
    make_folder(course, {f"feedback/{student}/{ASSIGNMENT}.html": PAGE})


def nbgrader_pages(course: Path, student: str) -> None:
    pages = {f"feedback/{student}/{ASSIGNMENT}/{STEMS[number]}.html": PAGE + bytes([48 + number]) for number in (4, 5)}
    make_folder(course, pages)


C4, C5 = f"doejane_12_34_{name(4, '-1')}", f"doejane_12_35_{name(5)}"
CANVAS_ZIP = "doejane_LATE_12_34_Meine Abgabe.zip"
FOLDER, FLAT = "Jane O Döe_12_assignsubmission_file_", f"Jane_12_assignsubmission_file_{name(4)}"
NAMES = {  # what was downloaded, what feedback there is: names in the zip
    "canvas_page": ((C4, C5), one_page, {C4}),
    "canvas_pages": ((C4, C5), nbgrader_pages, {C4, C5}),
    "canvas_zip_page": ((CANVAS_ZIP,), one_page, {CANVAS_ZIP}),
    "canvas_zip_pages": ((CANVAS_ZIP,), nbgrader_pages, {CANVAS_ZIP}),
    "moodle_page": ((f"{FOLDER}/{name(4)}",), one_page, {f"{FOLDER}/{ASSIGNMENT}.html"}),
    "moodle_newer": ((f"{FOLDER[:-1]}/a/{name(4)}",), one_page, {f"{FOLDER[:-1]}/{ASSIGNMENT}.html"}),
    "moodle_pages": ((f"{FOLDER}/a.zip",), nbgrader_pages, {f"{FOLDER}/{STEMS[k]}.html" for k in (4, 5)}),
    "moodle_flat": ((FLAT,), one_page, {f"Jane_12_assignsubmission_file_{ASSIGNMENT}.html"}),
}


@pytest.mark.parametrize("case", NAMES)
def test_the_zip_has_the_names_that_the_learning_system_gave(case, tmp_path, capsys):
    downloaded, feedback, expected = NAMES[case]
    course = collected(tmp_path, capsys, *downloaded)
    (student,) = (path.name for path in (course / "submitted").iterdir())
    feedback(course, student)
    (target,), notes = handback.handback(course)
    assert (set(read_zip(target)), notes) == (expected, [])
    assert target.name == f"feedback_{case.partition('_')[0]}.zip"


def canvas_reads(entry: str) -> tuple[str, str]:
    """The first two parts of a name that are numbers: the student and the attachment, as Canvas takes them."""
    return tuple([part for part in entry.rsplit("/")[-1].split("_") if part.isdigit()][:2])


@pytest.mark.parametrize("html", [True, False])
@pytest.mark.parametrize("feedback", [one_page, nbgrader_pages])
def test_canvas_finds_student_and_newest_attachment_in_every_name(feedback, html, tmp_path, capsys):
    course = collected(tmp_path, capsys, C4, f"doejane_12_99_{name(4, '-2')}", C5)
    feedback(course, "doejane_12")
    entries = read_zip(handback.handback(course, html)[0][0])
    assert {canvas_reads(entry) for entry in entries} <= {("12", "99"), ("12", "35")}
    assert ("12", "99") in {canvas_reads(entry) for entry in entries}
    assert all(entry.endswith(".html") for entry in entries) == html


def test_a_page_goes_back_in_the_kind_of_file_under_whose_name_canvas_shows_it(tmp_path, capsys):
    course = collected(tmp_path, capsys, C4, CANVAS_ZIP.replace("12_34", "13_36"))
    for student in ("doejane_12", "doejane_13"):
        one_page(course, student)
    entries = read_zip(handback.handback(course)[0][0])
    sent = nbformat.reads(entries[C4], as_version=4)
    nbformat.validate(sent)
    assert sent.cells[1].outputs[0].data["text/html"].encode() == PAGE
    assert read_zip(entries[CANVAS_ZIP.replace("12_34", "13_36")]) == {f"{ASSIGNMENT}.html": PAGE}


def moodle_reads(entry: str) -> tuple[str, str, str]:
    """Number, plugin and file name, as Moodle takes them from a path in the zip."""
    part, _, rest = entry.partition("/")
    _, number, kind, plugin, *end = part.split("_", 4)
    return number, f"{kind}_{plugin}", "/".join(filter(None, [*end, rest]))


@pytest.mark.parametrize("entry", [f"{FOLDER}/{name(4)}", f"{FOLDER[:-1]}/{name(4)}", FLAT])
def test_moodle_finds_student_and_file_in_every_name(entry, tmp_path, capsys):
    course = collected(tmp_path, capsys, entry)
    (student,) = (path.name for path in (course / "submitted").iterdir())
    one_page(course, student)
    (entry_back,) = read_zip(handback.handback(course)[0][0])
    assert moodle_reads(entry_back) == ("12", "assignsubmission_file", f"{ASSIGNMENT}.html")


def test_the_same_feedback_gives_the_same_bytes(tmp_path, capsys):
    course = collected(tmp_path, capsys, C4)
    one_page(course, "doejane_12")
    first = handback.handback(course)[0][0].read_bytes()
    assert handback.handback(course)[0][0].read_bytes() == first
    with zipfile.ZipFile(course / "feedback_canvas.zip") as archive:
        assert archive.infolist()[0].date_time == (1980, 1, 1, 0, 0, 0)


def test_who_has_no_feedback_yet_is_named_and_the_rest_done(tmp_path, capsys):
    course = collected(tmp_path, capsys, C4, f"roe_13_36_{name(4)}")
    one_page(course, "doejane_12")
    assert main(["handback", str(course)]) == 1
    output = capsys.readouterr().out
    assert re.search(r"Made .*feedback_canvas.zip\nThere is no feedback for roe_13 in .*feedback yet.\n", output)


NOTHING = {"nothing collected": {}, "a broken manifest": {"collected/manifest.json": b"{"}}


@pytest.mark.parametrize("case", NOTHING)
def test_where_nothing_can_be_made_a_sentence_says_why(case, tmp_path, capsys):
    assert main(["handback", str(make_folder(tmp_path, NOTHING[case]))]) == 2
    assert capsys.readouterr().out.count("\n") == 1
    assert not list(tmp_path.glob("*.zip"))


def test_what_came_through_the_exchange_goes_back_through_it(tmp_path, capsys):
    course = collected(tmp_path, capsys, f"ada+{ASSIGNMENT}+2026-03-01 12:00:00 UTC/{name(4)}")
    main(["handback", str(course)])
    assert f"nbgrader release_feedback {ASSIGNMENT}" in capsys.readouterr().out


def test_a_full_disk_leaves_the_zip_of_before(tmp_path, capsys, monkeypatch):
    course = collected(tmp_path, capsys, C4)
    make_folder(course, {"feedback_canvas.zip": b"before"})
    one_page(course, "doejane_12")

    def full(*_):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(handback, "add_to_zip", full)
    assert main(["handback", str(course)]) == 2
    assert "The disk is full" in capsys.readouterr().out
    assert sorted(path.name for path in course.iterdir() if path.is_file()) == ["feedback_canvas.zip"]
    assert (course / "feedback_canvas.zip").read_bytes() == b"before"
    assert json.loads((course / "collected" / "manifest.json").read_text())["version"] == 1


def test_pages_older_than_the_marks_are_written_anew_before_they_go_back(tmp_path):
    course = small_course(tmp_path / "course", ("ada", "cleo"))
    book = manifest.load(course)
    version = manifest.Version("", f"ada_12_34_{STEM}.ipynb", "a.zip", [1.0], "ada_12_34")
    book.students["ada"] = manifest.Student("canvas", "12", "Ada", notebooks={STEM: version})
    book.save()
    by_hand(course, "ada", "ex04_numbers", points=0.5)
    assert main(["handback", str(course)]) == 0
    ((_, data),) = read_zip(course / "feedback_canvas.zip").items()
    assert "0.5 of 2, set by your instructor" in data.decode()
