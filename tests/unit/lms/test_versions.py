"""Which version of a notebook is laid out where there are several, and what becomes of the others."""

from __future__ import annotations

import json
import time

import pytest

from grading.lms import manifest, placement, versions
from grading.lms.archive_limits import ArchiveLimits
from grading.lms.collect import Settings, collect
from grading.lms.versions import read_stem
from grading.paths import ASSIGNMENT
from tests.support.downloads import (
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

NEWEST = {  # two files of one notebook, the newer one last
    "canvas_numbers": [f"doejane_12_34_{name(4, '-1')}", f"doejane_12_100_{name(4)}"],
    "moodle_copies": [f"Jane Doe_12_assignsubmission_file_/{name(4, end)}" for end in ("", " (1)")],
    "moved": [f"ada/{ASSIGNMENT}/{where}/{name(4)}" for where in ("a", "b")],
    "jupyter_copies": [f"ada/{name(4, end)}" for end in ("", "-Copy1")],
    "blackboard_attempts": [f"L_ada_attempt_2026-03-0{k}-12-00-00_{name(4)}" for k in (1, 2)],
    "brightspace_attempts": [f"1-2 - Jane Doe - Mar {k}, 2026 1205 PM/{name(4)}" for k in (1, 2)],
    "brightspace_days_first": [
        f"1-2 - Wei Wang - {day} 2026 {clock}/{name(4)}"
        for day, clock in (("28 February,", "905 AM"), ("1 March,", "1205 PM"))
    ],
    "brightspace_german": [f"1-2 - Jo Doe - {time}/{name(4)}" for time in ("28. Feb. 2026 0905", "1. März 2026 12:05")],
    "exchange_times": [f"ada+{ASSIGNMENT}+2026-03-0{k} 12:00:00 UTC/{name(4)}" for k in (1, 2)],
}


@pytest.mark.parametrize("newest_first", [True, False])
@pytest.mark.parametrize("case", NEWEST)
def test_the_newest_is_laid_out_and_the_earlier_one_kept(case, newest_first, tmp_path, capsys):
    entries = dict(zip(NEWEST[case], (OLD, NEW), strict=True))
    if newest_first and case != "moved":  # these two differ in nothing but their place in the archive
        entries = dict(reversed(entries.items()))
    dates = {NEWEST["exchange_times"][k]: (2026, 3, k + 1, 12, 0, 0) for k in (0, 1)}
    run(make_zip(tmp_path / "download.zip", entries, dates), tmp_path / "course", capsys, "--zone", "UTC")
    (student,) = laid_out(tmp_path / "course")
    assert submitted(tmp_path / "course", student, 4) == NEW
    assert earlier_versions(tmp_path / "course") == {OLD}
    before = everything(tmp_path / "course")
    assert run(tmp_path / "download.zip", tmp_path / "course", capsys, "--zone", "UTC")[0] == 0
    assert everything(tmp_path / "course") == before


@pytest.mark.parametrize("file", [".ipynb" * 10_000 + "!", "04" + " Copy" * 10_000, "04" + "-1" * 20_000])
def test_a_long_name_is_read_at_once(file):
    start = time.process_time()
    versions.name_and_copy(file)
    assert time.process_time() - start < 0.5


def test_attempts_whose_times_cannot_be_read_are_named(tmp_path, capsys):
    entries = {f"1-2 - Jo Doe - {day} Smarch 2026 1205/{name(4)}": data for day, data in ((2, NEW), (1, OLD))}
    code, output = run(make_zip(tmp_path / "a.zip", entries), tmp_path / "course", capsys, "--zone", "UTC")
    assert (code, earlier_versions(tmp_path / "course")) == (1, {NEW})
    assert "the time of an attempt cannot be read (2 Smarch 2026 1205), so it is not certain which one is" in output
    assert "jo_doe_1: the time of arrival is unknown: '2 Smarch 2026 1205' is not a time" in output


@pytest.mark.parametrize("order", [("old", "new"), ("new", "old"), ("old", "new", "old", "new")])
def test_archives_can_be_collected_in_any_order_and_again(order, tmp_path, capsys):
    archives = {
        "old": make_zip(tmp_path / "old.zip", {f"doejane_12_34_{name(4)}": OLD}),
        "new": make_zip(tmp_path / "new.zip", {f"doejane_12_99_{name(4, '-1')}": NEW}),
    }
    for age in order:
        run(archives[age], tmp_path / "course", capsys)
    assert (submitted(tmp_path / "course", "doejane_12", 4), earlier_versions(tmp_path / "course")) == (NEW, {OLD})


def test_the_manifest_reads_what_it_wrote_and_writes_the_same(tmp_path, capsys):
    run(make_zip(tmp_path / "a.zip", {f"doejane_12_34_{name(4)}": OLD}), tmp_path / "course", capsys)
    run(make_zip(tmp_path / "b.zip", {f"doejane_12_36_{name(4)}": NEW}), tmp_path / "course", capsys)
    before = (tmp_path / "course" / "collected" / "manifest.json").read_text()
    student = json.loads(before)["students"]["doejane_12"]
    assert list(student) == ["kind", "id", "name", "late", "notebooks", "earlier"]
    versions = [student["notebooks"][STEMS[4]], student["earlier"][STEMS[4]][0]]
    assert [version["upload_prefix"] for version in versions] == ["doejane_12_36", "doejane_12_34"]
    assert {tuple(version) for version in versions} == {
        ("sha256", "entry", "archive", "order", "upload_prefix", "file", "kind", "is_named")
    }
    for text in (before, before.replace('"upload_prefix"', '"mark"')):  # the key of the last version
        (tmp_path / "course" / "collected" / "manifest.json").write_text(text)
        manifest.load(tmp_path / "course").save()
        assert (tmp_path / "course" / "collected" / "manifest.json").read_text() == before


def test_what_lay_in_submitted_by_other_means_is_kept_and_said(tmp_path, capsys):
    make_folder(tmp_path / "course", {f"submitted/doejane_12/{ASSIGNMENT}/{name(4)}": OLD})
    code, output = run(make_zip(tmp_path / "a.zip", {f"doejane_12_34_{name(4)}": NEW}), tmp_path / "course", capsys)
    assert (code, earlier_versions(tmp_path / "course")) == (1, {OLD})
    assert "was not from an archive; it was replaced, and kept as" in output


def test_a_change_made_by_hand_after_collecting_stays(tmp_path, capsys):
    archive = make_zip(tmp_path / "a.zip", {f"doejane_12_34_{name(4)}": OLD})
    run(archive, tmp_path / "course", capsys)
    make_folder(tmp_path / "course", {f"submitted/doejane_12/{ASSIGNMENT}/{name(4)}": NEW})
    _, output = run(archive, tmp_path / "course", capsys)
    assert submitted(tmp_path / "course", "doejane_12", 4) == NEW
    assert "was changed in submitted/ after it was collected" in output


@pytest.mark.parametrize("cut", [NEW[:-99], NEW[: NEW.rindex(b"}", 0, -700) + 1]], ids=["anywhere", "after_a_bracket"])
@pytest.mark.parametrize(("number", "sentence"), [("35", "The earlier one, which can be read, stays."), ("33", "")])
def test_a_cut_off_notebook_does_not_take_the_place_of_one_that_can_be_read(number, sentence, cut, tmp_path, capsys):
    entries = {f"doejane_12_34_{name(4)}": OLD, f"doejane_12_{number}_{name(4, '-1')}": cut}
    code, output = run(make_zip(tmp_path / "a.zip", entries), tmp_path / "course", capsys)
    assert submitted(tmp_path / "course", "doejane_12", 4) == OLD
    assert earlier_versions(tmp_path / "course") == {cut}
    assert (code, sentence in output) == (int(bool(sentence)), True)


def test_a_cut_off_notebook_alone_is_laid_out_as_it_is_and_named(tmp_path, capsys):
    archive = make_zip(tmp_path / "a.zip", {f"doejane_12_34_{name(4)}": NEW[:-99]})
    code, output = run(archive, tmp_path / "course", capsys)
    assert (code, submitted(tmp_path / "course", "doejane_12", 4)) == (1, NEW[:-99])
    assert "not valid JSON. Perhaps it was cut off. It was laid out as it is." in output


def test_of_very_many_versions_the_newest_are_read_and_no_other_notebook_is_kept_away(tmp_path, monkeypatch):
    read = []
    monkeypatch.setattr(versions, "read_stem", lambda data, file: [read.append(file), read_stem(data, file)][1])
    many = {f"{k}/{name(4)}": notebook(4, f"# Exercise 4, {k}") for k in range(30)}
    others = {name(5): notebook(5), "own.ipynb": notebook(6)}
    archive = make_zip(
        tmp_path / "a.zip", {"doejane_12_34_a.zip": inner(many | others), f"roe_13_35_{name(4)}": notebook(4)}
    )
    report = collect(archive, tmp_path / "course", Settings(limits=ArchiveLimits(notebooks=8)))
    assert laid_out(tmp_path / "course") == {"doejane_12": {4, 5, 6}, "roe_13": {4}}
    assert submitted(tmp_path / "course", "doejane_12", 4) == many[f"29/{name(4)}"]
    assert earlier_versions(tmp_path / "course") == {many[f"{k}/{name(4)}"] for k in range(24, 29)}
    assert len(read) == 9
    assert report.notes[0] == "doejane_12 handed in 32 notebooks; the newest versions were read, 8 in all."


def test_a_notebook_is_read_once_to_know_that_it_is_better_than_broken_ones(tmp_path, monkeypatch):
    read = []
    monkeypatch.setattr(placement, "read_stem", lambda data, file: [read.append(file), read_stem(data, file)][1])
    run_in = tmp_path / "course"
    collect(make_zip(tmp_path / "a.zip", {f"doejane_12_34_{name(4)}": NEW}), run_in)
    broken = {f"{k}/{name(4)}": NEW[: -k - 1] for k in range(5)}
    collect(make_zip(tmp_path / "b.zip", {"doejane_12_36_a.zip": inner(broken)}), run_in)
    assert (submitted(run_in, "doejane_12", 4), len(read)) == (NEW, 1)
    assert earlier_versions(run_in) == set(broken.values())
