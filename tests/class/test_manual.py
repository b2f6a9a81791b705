"""docs/instructors.md: every command in it is run, here, by test_week.py and by test_formgrader.py."""

from __future__ import annotations

import csv
import re
import shlex
from pathlib import Path

import pytest

from grading.__main__ import main
from grading.cli.grade import grade
from grading.config import database_of
from grading.demo_class import changed
from grading.gradebook.reader import read_marks
from grading.paths import ASSIGNMENT, ROOT
from grading.submissions.course_notebooks import solved
from tests.support import manual, postgres
from tests.support.downloads import STEMS, everything, make_folder
from tests.support.made_class import WHY, Work
from tests.support.made_files import notebook
from tests.support.small import small_course

HERE = {"", "server", "cluster", "postgresql", "exchange"}  # the info strings that some test takes care of
ADDRESS = "postgresql+psycopg://lif@localhost/lif"
RIGHT = {number: notebook(STEMS[number], Work("right", solved(STEMS[number]), 0, written=WHY)) for number in (4, 10)}
WRONG = notebook(STEMS[4], Work("slip", changed(STEMS[4], ("(el - v + r * i)", "(el - v + i)")), 0))
CLASS = {
    f"submitted/ada/{ASSIGNMENT}/{STEMS[4]}.ipynb": RIGHT[4],
    f"submitted/ada/{ASSIGNMENT}/{STEMS[10]}.ipynb": RIGHT[10],
    f"submitted/ben/{ASSIGNMENT}/{STEMS[4]}.ipynb": WRONG,
}
MADE = {
    "START_HERE.txt",
    "lif_part_1.zip",  # named in the manual, and made by commands that are not run before the test of the names
    *(
        "canvas.csv",
        "moodle.csv",
        "class.csv",
        "written.csv",
        "report.html",
        "collected/",
        "collected/manifest.json",
        "*.csv",
    ),
    *("build/lif_part_1.zip", "nbgrader_config.py", "grading/Containerfile"),
}
MARKS = {"ada": 9.0, "ben": 0.0}


@pytest.fixture(scope="module")
def clone(tmp_path_factory) -> Path:
    """A fresh clone with a graded ``course`` of two students in it."""
    folder = manual.clone(tmp_path_factory.mktemp("manual") / "clone")
    make_folder(folder / "course", CLASS)
    manual.run("python -m grading course", folder)
    return folder


def marks(database: str) -> dict[str, float]:
    return {each.id: each.raw for each in read_marks(database).students}


def test_the_manual_is_one_page():
    assert 900 <= len(re.sub(r"(?ms)^```.*?^```", "", manual.PAGE).split()) <= 1300


def test_every_block_is_run_by_some_test():
    assert {block.info for block in manual.blocks()} == HERE
    assert {block.heading for block in manual.blocks()} >= {"The week", "Change points, an exercise or a slip"}
    assert "```" not in re.sub(r"(?ms)^```sh.*?^```$", "", manual.PAGE)


PLAIN = [line for line in manual.lines() if line not in manual.week()] + manual.inline()


@pytest.mark.slow
@pytest.mark.parametrize("line", PLAIN)
def test_a_command_runs_as_it_stands(line, clone):
    manual.run(line, clone, (0, 1) if line.endswith("doctor") else (0,))
    assert marks(database_of(clone / "course")) == MARKS


@pytest.mark.slow  # test_notebooks.py and test_repository.py look at release and slips too
def test_rebuilding_changes_nothing_where_nothing_was_changed(clone):
    for line in manual.lines(heading="Change points, an exercise or a slip"):
        manual.run(line, clone)
    for folder in ("notebooks", "solutions", "docs"):
        assert everything(clone / folder) == {
            name: data for name, data in everything(ROOT / folder).items() if ".ipynb_checkpoints" not in name
        }


def test_every_file_and_folder_that_the_manual_names_exists(tmp_path):
    clone = manual.clone(tmp_path / "clone")
    small_course(clone / "course", ("ada",))
    assert main(["export", str(clone / "course")]) == 0
    named = set(re.findall(r"`([\w./*]+(?:/|\.\w+))`", manual.PAGE))
    for name in sorted(named):
        name = re.sub(r"exNN|NN", lambda found: found[0].replace("NN", "04"), name).removeprefix("course/")
        assert name in MADE or any(list(place.glob(name)) for place in (clone, clone / "course", ROOT)), name


def test_the_commands_of_a_cluster_exist(tmp_path):
    for line in manual.lines("cluster"):
        words = shlex.split(line)
        if words[0] == "dask":
            told = manual.run(f"dask {words[1]} --help", tmp_path)
            assert all(word in told for word in words if word.startswith("--"))
        else:
            assert grade.make_context("grade", words[3:]).params["scheduler"] == "tcp://127.0.0.1:8786"


@pytest.mark.slow
@pytest.mark.skipif(postgres.PG_CTL is None, reason=postgres.MISSING)
def test_a_class_is_graded_into_postgresql_and_every_command_finds_it(tmp_path):
    make_folder(tmp_path / "course", CLASS)
    with postgres.server() as address:
        (line,) = manual.lines("postgresql")
        manual.run(line.replace(ADDRESS, f"'{address}'"), tmp_path, PYTHONPATH=str(ROOT))
        assert marks(address) == MARKS
        assert not (tmp_path / "course" / "gradebook.db").exists()
        setting = re.search(r"`(c = get_config\(\);[^`]*)`", manual.PAGE)[1].replace(ADDRESS, address)
        (tmp_path / "course" / "nbgrader_config.py").write_text(setting)
        (tmp_path / "course" / "grades.csv").unlink()
        for name in ("", "late", "export"):
            manual.run(f"python -m grading {name} course", tmp_path, (0, 1), PYTHONPATH=str(ROOT))
        manual.run(f"nbgrader generate_feedback {ASSIGNMENT} --force", ROOT, LIF_COURSE=str(tmp_path / "course"))
    assert not (tmp_path / "course" / "gradebook.db").exists()
    with (tmp_path / "course" / "grades.csv").open() as file:
        assert {row["student_id"]: float(row["score"]) for row in csv.DictReader(file)} == MARKS


@pytest.mark.slow
def test_a_class_goes_through_nbgrader_s_exchange(tmp_path):
    """Released, fetched and handed in by students, collected, graded, and its feedback given back."""
    folder, exchange = manual.clone(tmp_path / "clone"), tmp_path / "exchange"
    exchange.mkdir(mode=0o777)
    exchange.chmod(0o777)
    settings = "c = get_config()\nc.Exchange.root = {!r}\nc.CourseDirectory.course_id = 'lif'\n"
    make_folder(tmp_path / "jupyter", {"nbgrader_config.py": settings.format(str(exchange)).encode()})
    more = {"JUPYTER_CONFIG_DIR": str(tmp_path / "jupyter")}
    release, *rest = manual.lines("exchange")
    manual.run(release, folder, **more)
    home = tmp_path / "ada"
    home.mkdir()
    manual.run(f"nbgrader fetch_assignment {ASSIGNMENT}", home, **more)
    make_folder(home / ASSIGNMENT, {f"{STEMS[4]}.ipynb": RIGHT[4]})
    manual.run(f"nbgrader submit {ASSIGNMENT}", home, **more)
    (folder / "course").mkdir()
    for line in rest:
        manual.run(line, folder, **more)
    manual.run(f"nbgrader fetch_feedback {ASSIGNMENT}", home, **more)
    assert list(marks(database_of(folder / "course")).values()) == [4.0]
    assert "2 of 2 points" in "".join(path.read_text() for path in home.rglob(f"{STEMS[4]}.html"))
