"""A class through the grader and through nbgrader's own commands, from release to marks."""

from __future__ import annotations

import csv
import json
import os
import re
import shutil
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

from grading.__main__ import main
from grading.demo_class import changed, make_class, submission, write_demo
from grading.gradebook.reader import read_marks
from grading.paths import ASSIGNMENT, NOTEBOOKS, ROOT, stems
from grading.submissions.course_notebooks import solved
from helpers.course import COURSE
from slipcheck.assessment import assess
from slipcheck.runs import runs
from tests.support.small import release

STEMS = {int(stem[:2]): stem for stem in stems()}
ANSWERS = ROOT / "tests" / "answers"
EXPECTED = {  # student: {number: points}; what is not named is 0
    "ada": {1: 3, 2: 3, 3: 4, 4: 4, 5: 5, 6: 4, 7: 5, 8: 4, 9: 4, 10: 5, 11: 4, 12: 4, 13: 4, 14: 5},
    "ben": {},
    "cleo": {4: 2, 5: 3, 10: 3},
    "dan": {9: 1},  # the figure shows what the answer computed
    "eve": {},
    "finn": {},
}


def grade(folder: Path, code: int = 0) -> str:
    """What ``python -m grading`` prints; it must end with ``code``."""
    command = [sys.executable, "-m", "grading", str(folder)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, timeout=400)
    assert done.returncode == code, done.stdout + done.stderr
    return done.stdout


def sample(beginning: str) -> dict[int, Path]:
    """One answer of the bench an exercise."""
    return {number: sorted((ANSWERS / f"{number:02d}").glob(f"{beginning}*.py"))[number % 3] for number in STEMS}


def gus() -> dict[int, Path]:
    """The wrong answers of the class: one for every third exercise, of those that are judged quickly."""
    names = (ANSWERS / "in_make_test.txt").read_text(encoding="utf-8").split()
    return {int(name[:2]): ANSWERS / f"{name}.py" for name in names if "wrong" in name and int(name[:2]) % 3 == 1}


def points(answer: str, number: int) -> int:
    """What the judge gives for an answer, without nbgrader."""
    return assess(COURSE.exercise(number), runs(COURSE.exercise(number), answer)).points


def hand_in(course: Path, student: str, paths: dict[int, Path]) -> None:
    for number, path in paths.items():
        why = "The deviation is in volt." if student == "ada" else None
        answer = submission(STEMS[number], path.read_text(encoding="utf-8"), why)
        write_demo(course / "submitted" / student / ASSIGNMENT, STEMS[number], answer)


def graded(course: Path) -> dict[tuple[str, int], float]:
    marks = read_marks(f"sqlite:///{course}/gradebook.db").students
    return {(each.id, int(stem[:2])): points for each in marks for stem, points in each.points.items()}


def cells(course: Path) -> list[tuple]:
    """The assignment's cells in the gradebook, without their random identities."""
    query = """SELECT notebook.name, notebook.kernelspec, cell.name, cell.type,
                      source.cell_type, locked, source, checksum, graded.max_score, graded.cell_type
               FROM base_cell AS cell JOIN notebook ON notebook.id = cell.notebook_id
               LEFT JOIN source_cell AS source USING (id) LEFT JOIN grade_cells AS graded USING (id)
               ORDER BY notebook.name, cell.name, cell.type"""
    with closing(sqlite3.connect(course / "gradebook.db")) as book:
        return book.execute(query).fetchall()


@pytest.fixture(scope="module")
def course(tmp_path_factory):
    """The made-up class, graded; ada's right answers and gus's wrong ones are a sample of the bench."""
    folder = tmp_path_factory.mktemp("course")
    make_class(folder / "submitted")
    hand_in(folder, "ada", sample("right"))
    hand_in(folder, "gus", gus())
    grade(folder)
    return folder


class TestAClass:
    def test_every_mark_is_as_constructed(self, course):
        found = {key: score for key, score in graded(course).items() if score and key[0] != "gus"}
        assert found == {(student, k): v for student, points in EXPECTED.items() for k, v in points.items() if v}
        assert read_marks(f"sqlite:///{course}/gradebook.db").highest == 60

    def test_its_gradebook_knows_the_cells_that_the_tests_own_quick_release_writes(self, course, tmp_path):
        release(tmp_path)
        assert cells(course) == cells(tmp_path) != []

    def test_wrong_answers_get_the_points_that_the_judge_gives_and_no_more(self, course):
        marks = graded(course)
        for number, path in gus().items():
            assert marks["gus", number] == points(path.read_text(encoding="utf-8"), number), path
            assert marks["gus", number] < marks["ada", number]

    def test_only_the_written_answer_waits_for_a_hand(self, course):
        marks = read_marks(f"sqlite:///{course}/gradebook.db").students
        assert {each.id: len(each.waiting) for each in marks if each.waiting} == {"ada": 1}

    def test_the_export_lists_every_student_once(self, course):
        with (course / "grades.csv").open() as file:
            rows = {row["student_id"]: float(row["score"]) for row in csv.DictReader(file)}
        assert rows.pop("gus") < 40
        assert rows == {student: sum(points.values()) for student, points in EXPECTED.items()}

    def test_feedback_tells_the_slip_and_no_hidden_thing(self, course):
        page = (course / "feedback" / "cleo" / ASSIGNMENT / f"{STEMS[5]}.html").read_text(encoding="utf-8")
        assert "has no marker" in page
        everything = "".join(path.read_text(encoding="utf-8") for path in (course / "feedback").rglob("*.html"))
        assert "BEGIN SOLUTION" not in everything

    def test_the_endless_loop_is_told_in_the_feedback(self, course):
        page = (course / "feedback" / "finn" / ASSIGNMENT / f"{STEMS[4]}.html").read_text(encoding="utf-8")
        assert "never stops" in page

    def test_what_was_handed_in_is_unchanged(self, course, tmp_path):
        make_class(tmp_path / "submitted")
        hand_in(tmp_path, "ada", sample("right"))
        for path in (tmp_path / "submitted").rglob("*.ipynb"):
            assert (course / "submitted" / path.relative_to(tmp_path / "submitted")).read_bytes() == path.read_bytes()


@pytest.mark.slow
@pytest.mark.parametrize("number", STEMS)
def test_the_whole_bench_gets_through_nbgrader_the_points_that_the_judge_gives(number, tmp_path):
    paths = sorted((ANSWERS / f"{number:02d}").glob("*.py"))
    for path in paths:
        hand_in(tmp_path, path.stem, {number: path})
    grade(tmp_path)
    marks = graded(tmp_path)
    for path in paths:
        assert marks[path.stem, number] == points(path.read_text(encoding="utf-8"), number), path.stem


def nbgrader(*arguments: str, cwd: Path) -> subprocess.CompletedProcess:
    """nbgrader as an instructor calls it, by its full path, with nothing of the environment on PATH."""
    program = Path(sys.executable).parent / "nbgrader"
    plain = {**os.environ, "PATH": "/usr/bin:/bin"}
    return subprocess.run([program, *arguments], cwd=cwd, env=plain, capture_output=True, text=True, timeout=180)


@pytest.fixture(scope="module")
def clone(tmp_path_factory):
    """A copy of the repository's tracked files, as a fresh clone has them."""
    target = tmp_path_factory.mktemp("clone") / "course"
    tracked = subprocess.run(["git", "ls-files"], cwd=ROOT, capture_output=True, text=True, check=True).stdout.split(
        "\n"
    )
    for name in filter(None, tracked):
        if (ROOT / name).is_file():
            (target / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(ROOT / name, target / name)
    return target


class TestNbgraderItself:
    @pytest.mark.slow
    def test_its_commands_work_from_the_repository_root(self, clone):
        only = ["--notebook", STEMS[4]]
        done = nbgrader("generate_assignment", ASSIGNMENT, "--force", cwd=clone)
        assert done.returncode == 0, done.stderr
        for path in (clone / "notebooks" / ASSIGNMENT).glob("*.ipynb"):
            assert json.loads(path.read_text()) == json.loads((NOTEBOOKS / path.name).read_text())
        write_demo(clone / "submitted" / "ada" / ASSIGNMENT, STEMS[4], submission(STEMS[4], solved(STEMS[4])))
        for command in ("autograde", "generate_feedback"):
            done = nbgrader(command, ASSIGNMENT, *only, cwd=clone)
            assert done.returncode == 0, done.stderr
        done = nbgrader("export", cwd=clone)
        assert done.returncode == 0, done.stderr
        with (clone / "grades.csv").open() as file:
            assert [float(row["score"]) for row in csv.DictReader(file)] == [4.0]
        assert (clone / "feedback" / "ada" / ASSIGNMENT / f"{STEMS[4]}.html").exists()

    @pytest.mark.sample(1)
    @pytest.mark.parametrize(("answer", "told"), [(None, "VALIDATION FAILED"), ("solved", "Success!")])
    def test_validate_tells_an_unsolved_notebook_from_a_solved_one(self, tmp_path, answer, told):
        write_demo(tmp_path, STEMS[4], submission(STEMS[4], solved(STEMS[4]) if answer else None))
        done = nbgrader("validate", f"{STEMS[4]}.ipynb", cwd=tmp_path)
        assert told.lower() in (done.stdout + done.stderr).lower()


def test_a_class_with_broken_files_is_graded_all_the_same(tmp_path):
    submitted = tmp_path / "submitted"
    write_demo(submitted / "ada" / ASSIGNMENT, STEMS[4], submission(STEMS[4], solved(STEMS[4])))
    write_demo(submitted / "bob" / ASSIGNMENT, STEMS[4], submission(STEMS[4], solved(STEMS[4])))
    (submitted / "bob" / ASSIGNMENT / f"{STEMS[3]}.ipynb").write_text("{", encoding="utf-8")
    (submitted / "cy").mkdir()
    release(tmp_path)
    told = grade(tmp_path, code=1)
    marks = read_marks(f"sqlite:///{tmp_path}/gradebook.db").students
    assert {each.id: each.raw or 0 for each in marks} == {"ada": 4, "bob": 4, "cy": 0}
    assert re.search(r"bob: 03_print_formatting.ipynb is not a notebook: it is not valid JSON", told)
    assert "cy: No notebook was handed in." in told
    assert "Traceback" not in told


def test_a_course_without_submissions_gets_a_sentence(tmp_path, capsys):
    assert main([str(tmp_path)]) == 2
    assert "There is no folder" in capsys.readouterr().out


@pytest.mark.sample(5)
@pytest.mark.parametrize("number", STEMS)
def test_each_graded_cell_is_failed_by_some_answer_that_passes_the_others(number):
    """Two graded cells at least, and neither of them follows from the other."""
    wanted = COURSE.exercise(number)
    answers = [solved(STEMS[number]).replace(old, new) for old, new in INDEPENDENT[number]]
    passed = [{f.part.name for f in assess(wanted, runs(wanted, answer)).parts if f.right} for answer in answers]
    names = {part.name for part in wanted.parts}
    for one in names:
        for other in names - {one}:
            assert any(one in each and other not in each for each in passed), (one, "without", other, passed)


MEAN, TIME = "i_mean = 24e-11\n", ("step * dt", "step * 1e-3")
TAU = ("dt / tau", "dt / 20e-3")
INDEPENDENT = {  # (what stands in the solution, what an answer has instead)
    1: [("print(", "str("), ("vth", "v_th")],
    2: [("for", f"{MEAN}for"), TIME],
    3: [("step_end = 10", f"{MEAN}step_end = 10"), TIME, (":.4e", ":.5e"), ("{i:.4e}", "{2 * i:.4e}"),
        ("{t:.3f} {i:.4e}", "{step * 1e-3:.5f} {i:.4e}")],
    4: [("step_end = 10", f"{MEAN}step_end = 10"), TIME],
    5: [("step_end = 25", f"{MEAN}step_end = 25"), TIME, ('"ko"', '"k"')],
    6: [("step_end = int", f"{MEAN}step_end = int"), TIME, ('"k."', '"k"')],
    7: [("step_end = int", f"{MEAN}step_end = int"), TIME, ('"k."', '"k"')],
    8: [("step_end = int", f"{MEAN}step_end = int"), TIME, ('"k."', '"k"')],
    9: [("step_end = int", f"{MEAN}step_end = int"), ("v_mean = sum(v_n) / n", "v_mean = sum(v_n) / 50"),
        ('"C0."', '"C0"'), ("v_mean", "mean_v")],
    10: [("step_end = int", f"{MEAN}step_end = int"), ("(n - 1)", "49"), ('"C7."', '"C7"'), ("v_std", "std_v")],
    11: [("step_end = int", f"{MEAN}step_end = int"), TAU, ('"k."', '"w."')],
    12: [("step_end = int", f"{MEAN}step_end = int"), TAU, ('"k"', '"w"')],
    13: [("step_end = int", f"{MEAN}step_end = int"), TAU, ("v_n.T", "v_n[:1].T")],
    14: [("step_end = int", f"{MEAN}step_end = int"), TAU, ("plt.legend()", ""), ("v_mean", "mean_v")],
}  # fmt: skip


def test_a_change_that_is_not_in_the_solution_is_an_error():
    with pytest.raises(ValueError, match="is not in the solution"):
        changed(STEMS[4], ("no such text", ""))
