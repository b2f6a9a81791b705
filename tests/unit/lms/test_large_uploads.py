"""Uploads that unpack to much more than they are: one notebook is in memory at a time."""

from __future__ import annotations

import json
import os
import tracemalloc

from grading.lms.archive import open_folder
from grading.lms.archive_limits import ArchiveLimits
from grading.lms.collect import Settings, collect
from grading.lms.interface import Upload
from grading.lms.manifest import Student
from grading.lms.placement import StudentFolder
from grading.lms.versions import open_upload, recognised
from tests.support.downloads import STEMS, inner, laid_out, make_zip, name, notebook

SIZE = 1_000_000


def padded(number: int) -> bytes:
    """A notebook of this many bytes, nearly all of them blanks and signs."""
    made = json.loads(notebook(number))
    made["metadata"]["noise"] = f"{os.urandom(SIZE // 200).hex()}{' ' * SIZE}"
    return json.dumps(made).encode()


def test_a_student_s_notebooks_are_in_memory_one_at_a_time(tmp_path):
    zipped = inner({f"lif_part_1/{name(number)}": padded(number) for number in STEMS}, packed=True)
    archive = make_zip(tmp_path / "a.zip", {"doejane_12_34_a.zip": zipped, f"roe_13_35_{name(4)}": notebook(4)})
    tracemalloc.start()
    collect(archive, tmp_path / "course")
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert laid_out(tmp_path / "course") == {"doejane_12": set(STEMS), "roe_13": {4}}
    assert peak < 8 * SIZE


def test_reading_a_notebook_again_counts_once(tmp_path):
    archive = make_zip(tmp_path / "a.zip", {"doejane_12_34_a.zip": inner({name(4): notebook(4)})})
    limits = ArchiveLimits(student=archive.stat().st_size + 2 * len(notebook(4)))
    assert not collect(archive, tmp_path / "course", Settings(limits=limits)).left_out


def test_zips_within_zips_are_limited_together(tmp_path):
    within = {f"{number}.zip": inner({name(number): notebook(number)}) for number in (4, 5)}
    archive = make_zip(tmp_path / "a.zip", {"doejane_12_34_a.zip": inner(within, packed=True)})
    limits = ArchiveLimits(inner=sum(map(len, within.values())) - 1)
    limits.notebook = limits.inner
    report = collect(archive, tmp_path / "course", Settings(limits=limits))
    assert laid_out(tmp_path / "course") == {"doejane_12": {4}}
    assert "zips within zips are larger" in report.left_out[0][1]


def test_a_notebook_that_changes_before_it_is_laid_out_is_left_out_and_named(tmp_path):
    file = tmp_path / "inbound" / name(4)
    file.parent.mkdir()
    file.write_bytes(notebook(4, "old"))
    limits = ArchiveLimits()
    [item] = open_folder(file.parent, limits).items
    opened = open_upload(Upload("folder", "ada", "Ada", name(4)), item, "inbound", limits)
    candidate = recognised(opened.unread[0])
    when = file.stat().st_mtime_ns
    file.write_bytes(notebook(4, "new"))
    os.utime(file, ns=(when, when))
    folder = StudentFolder("ada", tmp_path / "course", Student("folder", "ada", "Ada"))
    assert "changed while it was collected" in folder.place([candidate]).notes[0]
    assert not (tmp_path / "course").exists()
