"""Where a download comes from, and which version counts if the same student's work comes from two places."""

from __future__ import annotations

import json

import pytest

from grading.errors import ArchiveError
from grading.lms import manifest
from grading.lms.learning_systems import source_of
from grading.paths import ASSIGNMENT
from tests.support.downloads import (
    NEW,
    OLD,
    STEMS,
    course_with_gradebook,
    earlier_versions,
    make_zip,
    name,
    run,
    submitted,
)

N = name(4)
UTC = ("--zone", "UTC")
BLACKBOARD = f"Lab_ada_attempt_2026-03-01-12-00-0{{}}_{N}"
MANY = range(4)  # files of mallory's: more than all others together
CANVAS = [f"ada_12_34_{N}", f"ben_13_35_{N}"]
PLAIN = [f"class/{who}/{N}" for who in ("ada", "ben")]
SURE = {  # paths that show where they come from, whatever mallory calls her files
    "blackboard_in_canvas": (CANVAS + [f"mallory_14_{k + 40}_{BLACKBOARD.format(k)}" for k in MANY], "canvas"),
    "moodle_in_canvas": (CANVAS + [f"mallory_14_{k + 40}_x_9_assignsubmission_file_{N}" for k in MANY], "canvas"),
    "canvas_sorted_into_folders": ([f"class/{path[:3]}/{path}" for path in CANVAS], "folder"),
    "plain": (PLAIN, "folder"),
}
UNSURE = {  # paths that do not, and what the instructor is told to add
    "exchange_in_folders": (
        PLAIN + [f"class/mallory/ada+{ASSIGNMENT}+2026-03-01 12:00:0{k} UTC/{N}" for k in MANY],
        "4 of 6 are those of nbgrader's exchange. Add --from exchange or --from folder",
    ),
    "moodle_in_folders": (PLAIN + [f"class/mallory/Ada_{k}_assignsubmission_file_/{N}" for k in MANY], "--from moodle"),
    "mallory_alone": ([f"mallory_14_40_{BLACKBOARD.format(1)}"], "--from blackboard or --from canvas or --from folder"),
}


@pytest.mark.parametrize("case", SURE)
def test_a_system_is_recognised_by_what_it_gives_every_file(case):
    paths, kind = SURE[case]
    assert source_of(paths).kind == kind


@pytest.mark.parametrize("case", UNSURE)
def test_names_of_several_systems_are_a_question_to_the_instructor(case):
    paths, sentence = UNSURE[case]
    with pytest.raises(ArchiveError) as reason:
        source_of(paths)
    assert sentence in str(reason.value)


def test_nothing_is_collected_if_it_is_not_known_from_where(tmp_path, capsys):
    archive = make_zip(tmp_path / "a.zip", dict.fromkeys(UNSURE["exchange_in_folders"][0], NEW))
    code, output = run(archive, tmp_path / "course", capsys, *UTC)
    assert (code, (tmp_path / "course" / "submitted").exists(), "do not show where" in output) == (2, False, True)


@pytest.fixture
def course(tmp_path, capsys):
    """A course in which Blackboard's file, of a huge number, is ada's."""
    folder = course_with_gradebook(tmp_path / "course")
    (tmp_path / "list.csv").write_text("id,lms_user_id\nada,12\n")
    run(make_zip(tmp_path / "b.zip", {BLACKBOARD.format(1): OLD}), folder, capsys, *UTC)
    return folder


@pytest.mark.parametrize("how", [(), ("--from", "canvas")])
def test_what_another_system_numbered_is_not_newer(how, course, tmp_path, capsys):
    archive = make_zip(tmp_path / "a.zip", {CANVAS[0]: NEW})
    code, output = run(archive, course, capsys, "--roster", str(tmp_path / "list.csv"), *how)
    assert (code, submitted(course, "ada", 4), earlier_versions(course)) == (1, NEW, {OLD})
    assert f"ada: {N} from Canvas's download replaced the one from Blackboard's download, which is kept." in output
    student = manifest.load(course).students["ada"]
    assert (student.kind, student.id) == (("canvas", "12") if how else ("blackboard", "ada"))


def test_collecting_two_places_again_changes_nothing(course, tmp_path, capsys):
    archive = make_zip(tmp_path / "a.zip", {f"ada/{N}": NEW})
    for _ in range(2):
        run(archive, course, capsys)
        run(tmp_path / "b.zip", course, capsys, *UTC)
    assert (submitted(course, "ada", 4), earlier_versions(course)) == (NEW, {OLD})


def test_what_the_instructor_named_replaces_what_was_guessed(course, tmp_path, capsys):
    run(make_zip(tmp_path / "a.zip", {f"ada/{N}": NEW}), course, capsys)
    run(tmp_path / "b.zip", course, capsys, *UTC, "--from", "blackboard")
    assert (submitted(course, "ada", 4), earlier_versions(course)) == (OLD, {OLD, NEW})


def test_a_version_in_an_older_manifest_is_of_the_student_s_kind(course):
    path = course / "collected" / "manifest.json"
    content = json.loads(path.read_text())
    version = content["students"]["ada"]["notebooks"][STEMS[4]]
    del version["kind"], version["is_named"]
    path.write_text(json.dumps(content))
    assert manifest.load(course).students["ada"].notebooks[STEMS[4]].kind == "blackboard"
