"""The zip that ``hand_in`` makes, uploaded to a learning system: from the download to the student's marks."""

from __future__ import annotations

import re
import zipfile

import pytest

import helpers
from grading.config import database_of
from grading.demo_class import PARTLY, changed, submission, write_demo
from grading.gradebook.reader import read_marks
from grading.paths import ASSIGNMENT
from grading.submissions.course_notebooks import solved
from slipcheck.notebook.hand_in import write_zip
from tests.support.downloads import STEMS, course_with_gradebook, laid_out, make_zip, notebook, run, submitted
from tests.support.small import grade, release

ANSWERS = {1: solved(STEMS[1]), 4: changed(STEMS[4], PARTLY[4]), 5: changed(STEMS[5], PARTLY[5]), 10: None}
POINTS = {1: 3, 4: 2, 5: 3, 10: 0}
DOWNLOADS = {"canvas": "doejane_12_34_lif_part_1.zip", "moodle": "Jane Doe_12_assignsubmission_file_/lif_part_1.zip"}


@pytest.fixture
def handed_in(tmp_path, monkeypatch, capsys):
    """A student's folder with the zip, and the points that the student was shown, by exercise."""
    folder = tmp_path / "student"
    for number, answer in ANSWERS.items():
        write_demo(folder, STEMS[number], submission(STEMS[number], answer))
    monkeypatch.chdir(folder)
    helpers.hand_in()
    lines = re.findall(r"(?m)^  . (\d\d)_\w+\.ipynb:.*?(\d+) of \d+ points", capsys.readouterr().out)
    return folder, {int(number): int(points) for number, points in lines if int(number) in ANSWERS}


@pytest.mark.parametrize("system", DOWNLOADS)
def test_its_notebooks_get_the_marks_that_the_student_was_shown(system, handed_in, tmp_path, capsys):
    folder, shown = handed_in
    course = course_with_gradebook(tmp_path / "course")
    release(course)
    archive = make_zip(tmp_path / "download.zip", {DOWNLOADS[system]: (folder / f"{ASSIGNMENT}.zip").read_bytes()})
    code, output = run(archive, course, capsys)
    assert code == 0, output
    ((student, numbers),) = laid_out(course).items()
    assert numbers == set(ANSWERS)
    for number in ANSWERS:
        assert submitted(course, student, number) == (folder / f"{STEMS[number]}.ipynb").read_bytes()
    grade(course)
    (marks,) = (each for each in read_marks(database_of(course)).students if each.id == student)
    assert {int(stem[:2]): points for stem, points in marks.points.items() if int(stem[:2]) in ANSWERS} == shown
    assert shown == POINTS


def test_a_notebook_that_prints_one_line_very_often_is_not_taken_for_a_bomb(tmp_path, capsys):
    made = submission(STEMS[4], "# Exercise 4")
    answer = next(cell for cell in made.cells if cell.id == "ex04")
    answer.outputs = [{"output_type": "stream", "name": "stdout", "text": "0.0\n" * 300_000}]
    write_demo(tmp_path, STEMS[4], made)
    data = (tmp_path / f"{STEMS[4]}.ipynb").read_bytes()
    write_zip(tmp_path / "a.zip", {f"{STEMS[4]}.ipynb": data, f"{STEMS[5]}.ipynb": notebook(5)})
    download = make_zip(tmp_path / "b.zip", {"doejane_12_34_a.zip": (tmp_path / "a.zip").read_bytes()})
    code, output = run(download, tmp_path / "course", capsys)
    assert (code, laid_out(tmp_path / "course")) == (0, {"doejane_12": {4, 5}}), output
    with zipfile.ZipFile(tmp_path / "a.zip") as archive:
        assert archive.testzip() is None
