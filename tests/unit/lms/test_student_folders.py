"""A student renamed or dropped is so everywhere."""

from __future__ import annotations

import pytest

from grading.__main__ import main
from grading.config import database_of
from grading.execution.result_store import Store
from grading.gradebook.late_record import LateRecord
from grading.gradebook.reader import read_marks
from grading.lms import manifest
from tests.support.downloads import everything, laid_out, make_zip, name, notebook, run
from tests.support.small import STEM, small_course

OLD, NEW = (notebook(4, f"# Exercise 4, {word}") for word in ("old", "new"))


@pytest.fixture
def course(tmp_path):
    """Ada and cleo, collected from Canvas as numbers 12 and 13, and graded; cleo had an extension."""
    course = small_course(tmp_path / "course", ("ada", "cleo"))
    book = manifest.load(course)
    for student, number in (("ada", "12"), ("cleo", "13")):
        book.students[student] = manifest.Student("canvas", number, student)
    earlier = manifest.Version("a" * 64, "x", "a.zip", [1.0], file=f"collected/ada/{STEM}-aaaa.ipynb")
    book.students["ada"].earlier[STEM] = [earlier]
    book.save()
    (course / "collected" / "ada").mkdir()
    (course / "collected" / "ada" / f"{STEM}-aaaa.ipynb").write_bytes(OLD)
    record = LateRecord.of(course)
    record.extensions["cleo"] = None
    record.save()
    return course


def scores(course) -> dict[str, float]:
    return {one.id: one.raw for one in read_marks(database_of(course)).students}


def who_is_named(course) -> set[str]:
    """Every name in folders, gradebook, results, manifest and record."""
    folders = {path.name for place in course.iterdir() if place.is_dir() for path in place.iterdir() if path.is_dir()}
    with Store(course) as store:
        stored = {*store.students(), *(row[0] for row in store.rows())}
        facts = store.database.execute("select name from facts where name like 'page %'")
        stored |= {name.removeprefix("page ").partition("/")[0] for (name,) in facts}
    book = manifest.load(course)
    return folders | stored | set(scores(course)) | set(book.students) | set(LateRecord.of(course).extensions)


def renamed(course, tmp_path, rows: str, *options: str) -> int:
    (tmp_path / "class.csv").write_text(f"id,lms_user_id\n{rows}")
    return main(["rename", str(course), "--roster", str(tmp_path / "class.csv"), *options])


def test_without_yes_it_is_said_what_would_become_of_whom(course, tmp_path, capsys):
    before = everything(course)
    assert renamed(course, tmp_path, "lovelace,12\ncleo,13\n") == 1
    assert capsys.readouterr().out == "ada becomes lovelace\nNothing has been changed yet: add --yes.\n"
    assert everything(course) == before


def test_a_student_is_renamed_everywhere_with_all_marks(course, tmp_path):
    before = scores(course)
    assert renamed(course, tmp_path, "lovelace,12\ncleo,13\n", "--yes") == 0
    assert who_is_named(course) == {"lovelace", "cleo"}
    assert scores(course) == {"lovelace": before["ada"], "cleo": before["cleo"]}
    (version,) = manifest.load(course).students["lovelace"].earlier[STEM]
    assert (course / version.file).read_bytes() == OLD
    assert main(["feedback", str(course)]) == 0
    page = (course / "feedback" / "lovelace" / "lif_part_1.html").read_text(encoding="utf-8")
    assert "lovelace" in page
    assert renamed(course, tmp_path, "lovelace,12\ncleo,13\n", "--yes") == 0


def test_two_students_can_swap_their_names(course, tmp_path):
    before = scores(course)
    assert renamed(course, tmp_path, "cleo,12\nada,13\n", "--yes") == 0
    assert scores(course) == {"ada": before["cleo"], "cleo": before["ada"]}
    assert LateRecord.of(course).extensions == {"ada": None}
    assert who_is_named(course) == {"ada", "cleo"}


def test_a_name_that_another_student_keeps_is_not_taken(course, tmp_path, capsys):
    (course / "submitted" / "zoe").mkdir()
    assert renamed(course, tmp_path, "zoe,12\ncleo,13\n", "--yes") == 1
    assert "ada is not renamed to zoe, because that folder is another student's." in capsys.readouterr().out
    assert "ada" in scores(course)


def test_two_students_of_one_name_are_not_renamed_to_one(course, tmp_path, capsys):
    book = manifest.load(course)
    for student in book.students.values():
        student.name = "lovelaceada"
    book.save()
    (tmp_path / "class.csv").write_text("id,first_name,last_name\nal,Ada,Lovelace\n")
    assert main(["rename", str(course), "--roster", str(tmp_path / "class.csv"), "--yes"]) == 1
    assert "ada and cleo are not renamed, because each could be al." in capsys.readouterr().out
    assert {path.name for path in (course / "submitted").iterdir()} == {"ada", "cleo"}


def test_a_student_is_dropped_everywhere_and_stays_so(course, tmp_path, capsys):
    assert main(["drop", str(course), "ada"]) == 1
    assert "add --yes" in capsys.readouterr().out
    assert "ada" in who_is_named(course)
    assert main(["drop", str(course), "ada", "--yes"]) == 0
    assert who_is_named(course) == {"cleo"}
    assert not [path for path in course.rglob("*") if path.name == "ada"]
    archive = make_zip(tmp_path / "a.zip", {f"ada_12_34_{name(4)}": NEW, f"c_13_35_{name(4)}": NEW})
    code, output = run(archive, course, capsys)
    assert (code, "because the student was dropped" in output, set(laid_out(course))) == (1, True, {"cleo"})
    assert main(["drop", str(course), "ada", "--yes"]) == 2


def test_a_former_name_of_who_handed_in_nothing_is_forgotten(course, tmp_path, capsys):
    (tmp_path / "class.csv").write_text("id,lms_user_id\nada,12\ncleo,13\neev,14\n")
    archive = make_zip(tmp_path / "a.zip", {f"c_13_35_{name(4)}": NEW})
    run(archive, course, capsys, "--roster", str(tmp_path / "class.csv"))
    assert renamed(course, tmp_path, "ada,12\ncleo,13\neve,14\n") == 0
    assert set(scores(course)) == {"ada", "cleo", "eve"}
    assert "eev, who handed in nothing" in capsys.readouterr().out


def test_a_student_who_was_dropped_does_not_come_back_from_the_class_list(course, tmp_path, capsys):
    (tmp_path / "class.csv").write_text("id,lms_user_id\nada,12\ncleo,13\neve,14\n")
    archive = make_zip(tmp_path / "a.zip", {f"c_13_35_{name(4)}": NEW})
    collect = (archive, course, capsys, "--roster", str(tmp_path / "class.csv"))
    run(*collect)
    assert set(scores(course)) == {"ada", "cleo", "eve"}
    for student in ("ada", "eve"):  # eve handed in nothing
        assert main(["drop", str(course), student, "--yes"]) == 0
    assert "handed in nothing" not in run(*collect)[1]
    assert set(scores(course)) == {"cleo"}


@pytest.mark.parametrize("student", [".", "..", "", "../..", "ada/lif_part_1"])
def test_what_is_no_student_s_name_drops_nothing(student, course):
    before = everything(course)
    assert main(["drop", str(course), student, "--yes"]) == 2
    assert everything(course) == before
