"""Submissions from a learning system into submitted/, and archives that cannot be taken."""

from __future__ import annotations

import errno
import gzip
import os

import pytest

from grading import files
from grading.lms import manifest
from grading.lms.learning_systems import LEARNING_SYSTEMS
from grading.paths import ASSIGNMENT
from tests.support.downloads import (
    BOTH,
    NEW,
    OLD,
    STEMS,
    earlier_versions,
    everything,
    inner,
    laid_out,
    make_folder,
    make_zip,
    name,
    notebook,
    run,
    submitted,
)

WINDOWS = inner({f"lif_part_1\\{name(4)}": NEW, f"lif_part_1\\{name(5)}": notebook(5), "lif_part_1\\": b""})
ADA_AND_BEN: dict[str, set[int]] = {"ada": {4}, "ben": {4}}
PROGRAMS = (
    *("Desktop.ini", "thumbs.db", "Icon\r", ".DS_Store", "__pycache__/a.pyc", f"__MACOSX/._{name(4)}"),
    *("~$notes.docx", ".~lock.notes.odt#", f"@eaDir/{name(4)}"),
)
SOURCES = {  # what lies in the archive: which student, by folder, has which notebooks
    "canvas_files": (
        {f"doejane_12_34_{name(4)}": NEW, f"doejane_12_35_{name(5)}": notebook(5)},
        {"doejane_12": {4, 5}},
    ),
    "canvas_resubmitted": ({f"doejane_12_36_{name(4, '-2')}": NEW}, {"doejane_12": {4}}),
    "canvas_late": ({f"doejane_LATE_12_34_{name(4)}": NEW}, {"doejane_12": {4}}),
    "canvas_zip_of_the_folder": ({"doejane_12_34_lif_part_1.zip": BOTH}, {"doejane_12": {4}}),
    "canvas_accents": ({f"müllerzoë_12_34_{name(4)}": NEW}, {"mullerzoe_12": {4}}),
    "canvas_underscore_in_name": ({f"o_neil_12_34_{name(4)}": NEW}, {"o_neil_12": {4}}),
    "canvas_other_script": ({f"王小明_12_34_{name(4)}": NEW}, {"student_12": {4}}),
    "canvas_hidden_names": ({f"anon_5AbCd_34_{name(4)}": NEW}, {"student_anon_5AbCd": {4}}),
    "canvas_two_of_one_name": (
        {f"doejane_12_34_{name(4)}": NEW, f"doejane_13_35_{name(4)}": OLD},
        {"doejane_12": {4}, "doejane_13": {4}},
    ),
    "canvas_zip_within_a_zip": ({"doejane_12_34_all.zip": inner({"a/b.zip": BOTH})}, {"doejane_12": {4}}),
    "canvas_zip_named_as_a_notebook": ({f"doejane_12_34_{name(4)}": BOTH}, {"doejane_12": {4}}),
    "canvas_gzip": ({f"doejane_12_34_{name(4)}": gzip.compress(NEW)}, {"doejane_12": {4}}),
    "canvas_backslashes": ({"doejane_12_34_a.zip": WINDOWS}, {"doejane_12": {4, 5}}),
    "canvas_text_ending": ({f"doejane_12_34_{name(4)}.txt": NEW}, {"doejane_12": {4}}),
    "moodle_json_ending": ({f"Jane Doe_12_assignsubmission_file_/{STEMS[4]}.json": NEW}, {"jane_doe_12": {4}}),
    "student_folders_no_ending": ({f"ada/{STEMS[4]}": NEW, f"ada/{name(5)}.download": notebook(5)}, {"ada": {4, 5}}),
    "student_folders_backslashes": ({f"class\\ada\\{name(4)}": NEW, f"class\\ben\\{name(4)}": OLD}, ADA_AND_BEN),
    "blackboard": (
        {f"Lab 1_{who}_attempt_2026-03-01-12-00-00_{name(4)}": NEW for who in ("ada", "b.2@x.edu")},
        {"ada": {4}, "b.2@x.edu": {4}},
    ),
    "brightspace": (
        {f"12-9 - Jane Doe - Mar 1, 2026 905 AM/{name(4)}": NEW, f"13-9 - Jane Doe - 1 mars 2026 1205/{name(4)}": OLD},
        {"jane_doe_12": {4}, "jane_doe_13": {4}},
    ),
    "brightspace_index": (
        {f"12-9 - Jane Doe - Mar 1, 2026 905 AM/{name(4)}": NEW, "index.html": b"<html>"},
        {"jane_doe_12": {4}},
    ),
    "files_of_programs": (
        {f"class/ada/{name(4)}": NEW} | {f"class/ada/{path}": b"x" for path in PROGRAMS},
        {"ada": {4}},
    ),
    "copies_of_folders": (
        {f"ada/{name(4)}": NEW, f"Copy of ada/{name(5)}": notebook(5), f"ben (1)/{name(4)}": NEW},
        {"ada": {4, 5}, "ben_1": {4}},
    ),
    "canvas_odd_name": ({"doejane_12_34_meine Lösung (1).ipynb": NEW}, {"doejane_12": {4}}),
    "moodle_folders": ({f"Jane Doe_12_assignsubmission_file_/{name(4)}": NEW}, {"jane_doe_12": {4}}),
    "moodle_newer_folders": ({f"Jane Doe_12_assignsubmission_file/sub/{name(4)}": NEW}, {"jane_doe_12": {4}}),
    "moodle_flat": ({f"Zoë Müller_12_assignsubmission_file_{name(4)}": NEW}, {"zoe_muller_12": {4}}),
    "moodle_zip": ({"Jane Doe_12_assignsubmission_file_/abgabe.zip": BOTH}, {"jane_doe_12": {4}}),
    "moodle_two_of_one_name": (
        {f"Jane Doe_{k}_assignsubmission_file_/{name(4)}": NEW for k in (12, 13)},
        {"jane_doe_12": {4}, "jane_doe_13": {4}},
    ),
    "exchange": ({f"ada+{ASSIGNMENT}+2026-03-01 12:00:00.123456 UTC+x1/{name(4)}": NEW}, {"ada": {4}}),
    "student_folders": ({f"ada/{name(4)}": NEW, f"ben/{name(5)}": notebook(5)}, {"ada": {4}, "ben": {5}}),
    "one_student": ({f"ada/{name(4)}": NEW}, {"ada": {4}}),
    "within_a_folder": ({f"class/ada/{name(4)}": NEW, f"class/ben/x/{name(4)}": OLD}, {"ada": {4}, "ben": {4}}),
    "nbgrader_layout": ({f"submitted/ada/{ASSIGNMENT}/{name(4)}": NEW}, {"ada": {4}}),
    "flat_files": ({f"ada_{name(4)}": NEW, f"ada_lo_{name(5)}": notebook(5)}, {"ada": {4}, "ada_lo": {5}}),
    "names_with_spaces": ({f"Ada Lo/{name(4)}": NEW, f"ben/{name(4)}": OLD}, {"ada_lo": {4}, "ben": {4}}),
}


@pytest.mark.parametrize("how", ["zip", "folder"])
@pytest.mark.parametrize("case", SOURCES)
def test_each_kind_of_download_is_laid_out_by_student_and_notebook(case, how, tmp_path, capsys):
    entries, expected = SOURCES[case]
    make = make_zip if how == "zip" else make_folder
    code, output = run(make(tmp_path / "download", entries), tmp_path / "course", capsys, "--zone", "UTC")
    assert laid_out(tmp_path / "course") == expected
    assert code == (1 if "late" in case else 0), output


def test_the_manifest_knows_which_places_number_their_students():
    assert {system.kind for system in LEARNING_SYSTEMS} == manifest.NUMBERED


@pytest.mark.parametrize("case", ["canvas_files", "moodle_zip", "exchange", "student_folders"])
def test_collecting_the_same_again_changes_nothing(case, tmp_path, capsys):
    archive = make_zip(tmp_path / "download.zip", SOURCES[case][0])
    run(archive, tmp_path / "course", capsys)
    before = everything(tmp_path / "course")
    code, output = run(archive, tmp_path / "course", capsys)
    assert (code, everything(tmp_path / "course")) == (0, before)
    assert "already there" in output
    assert " new" not in output


@pytest.mark.parametrize(
    ("archive", "sentence"),
    [
        (b"no zip at all", "it is not a zip file"),
        (b"", "it is not a zip file"),
        (inner({f"doejane_12_34_{name(4)}": NEW})[:-40], "or it was cut off"),
        (b"%PDF-1.7", "it is not a zip file but a PDF"),
        (None, "there is no such file or folder"),
    ],
)
def test_what_is_no_archive_is_refused_in_one_sentence(archive, sentence, tmp_path, capsys):
    path = tmp_path / "a.zip"
    if archive is not None:
        path.write_bytes(archive)
    code, output = run(path, tmp_path / "course", capsys)
    assert (code, sentence in output, output.count("\n")) == (2, True, 1), output
    assert not (tmp_path / "course").exists()


def test_an_archive_without_notebooks_says_so(tmp_path, capsys):
    code, output = run(make_zip(tmp_path / "a.zip", {}), tmp_path / "course", capsys)
    assert (code, "There is no notebook in it." in output) == (2, True)


@pytest.mark.parametrize(("reason", "words"), [(errno.ENOSPC, "disk is full"), (errno.EROFS, "read-only")])
@pytest.mark.parametrize("after", [0, 1, 3])
def test_a_full_or_closed_disk_ends_in_a_sentence_and_nothing_is_lost(
    reason, words, after, tmp_path, capsys, monkeypatch
):
    first = make_zip(tmp_path / "a.zip", {f"doejane_12_34_{name(4)}": OLD})
    run(first, tmp_path / "course", capsys)
    entries = {f"doejane_12_{k}5_{name(k)}": notebook(k, "# Exercise, new") for k in (4, 5, 6)}
    second, replaced, left = make_zip(tmp_path / "b.zip", entries), os.replace, [after]

    def failing(*paths):
        left[0] -= 1
        if left[0] < 0:
            raise OSError(reason, os.strerror(reason))
        replaced(*paths)

    monkeypatch.setattr(files.os, "replace", failing)
    code, output = run(second, tmp_path / "course", capsys)
    monkeypatch.setattr(files.os, "replace", replaced)
    assert (code, words in output, "Nothing was lost" in output) == (2, True, True), output
    assert OLD in {submitted(tmp_path / "course", "doejane_12", 4)} | earlier_versions(tmp_path / "course")
    assert not list((tmp_path / "course").rglob("*.part"))
    assert run(second, tmp_path / "course", capsys)[0] == 0
    assert (laid_out(tmp_path / "course"), earlier_versions(tmp_path / "course")) == ({"doejane_12": {4, 5, 6}}, {OLD})
