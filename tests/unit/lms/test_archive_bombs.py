"""Archives that are small and take much: what explodes is left out, and every other student's work is taken."""

from __future__ import annotations

import gzip
import io
import struct
import zipfile

import pytest

from grading.errors import ArchiveError
from grading.lms import archive as archives
from grading.lms.archive_limits import MEGABYTE, ArchiveLimits
from grading.lms.collect import Settings, collect
from tests.support.downloads import NEW, laid_out, make_zip, name, notebook, run, submitted

GOOD = f"doejane_12_34_{name(4)}"
EVIL = f"doe_11_35_{name(5)}"
ZIP = "doe_11_35_a.zip"  # of a student who comes before the other
ZEROS = bytes(3_000_000)


def entry(path: str, method: int = zipfile.ZIP_DEFLATED) -> zipfile.ZipInfo:
    info = zipfile.ZipInfo(path, (2026, 3, 1, 12, 0, 0))
    info.compress_type = method
    return info


def packed(*entries: tuple[zipfile.ZipInfo, bytes]) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for info, data in entries:
            archive.writestr(info, data)
    return buffer.getvalue()


def said_smaller(method: int) -> bytes:
    """A zip whose table of contents says that what it holds has 1000 bytes."""
    data = bytearray(packed((entry(name(5), method), ZEROS)))
    struct.pack_into("<L", data, data.rindex(b"PK\1\2") + 24, 1000)
    return bytes(data)


def blanks(count: int) -> dict[str, bytes]:
    """Notebooks packed with gzip, which hold nothing but blanks."""
    packed_blanks = gzip.compress(b" " * 20 * MEGABYTE)
    return {f"doe_11_{35 + k}_{name(4, f'-{k + 1}')}.gz": packed_blanks for k in range(count)}


def empty_files(count: int) -> bytes:
    return packed(*((entry(f"venv/{k}.py"), b"") for k in range(count)), (entry(name(5)), notebook(5)))


BOMBS = {
    "one_file": (ArchiveLimits(), {EVIL: ZEROS}, "more than 200 times its size"),
    "in_a_students_zip": (ArchiveLimits(), {ZIP: packed((entry(name(5)), ZEROS))}, "more than 200 times its size"),
    "bzip2": (ArchiveLimits(), {ZIP: said_smaller(zipfile.ZIP_BZIP2)}, "a method that is not read here"),
    "lzma": (ArchiveLimits(), {ZIP: said_smaller(zipfile.ZIP_LZMA)}, "a method that is not read here"),
    "gzip": (ArchiveLimits(), blanks(2), "it would unpack to more than"),
    "gzip_within_limits": (
        ArchiveLimits(ratio=2000, student=30 * MEGABYTE),
        blanks(3),
        "the student's files would unpack to more than 30 MB",
    ),
    "large_notebook": (ArchiveLimits(notebook=50_000), {EVIL: notebook(8)}, "larger than 0 MB"),
    "many_files_in_a_zip": (ArchiveLimits(files=50), {ZIP: empty_files(60)}, "it holds more than 50 files"),
    "many_files_in_two_zips": (
        ArchiveLimits(files=50),
        {ZIP: empty_files(30), "doe_11_36_b.zip": empty_files(40)},
        "the student's zips hold more than 50 files",
    ),
    "a_student_takes_all": (
        ArchiveLimits(student=100_000),
        {f"doe_11_{35 + k}_{name(5)}": notebook(5) + b" " * k for k in range(9)},
        "the student's files would unpack to more than",
    ),
}


@pytest.mark.parametrize("case", BOMBS)
def test_what_explodes_is_left_out_and_the_rest_is_done(case, tmp_path):
    limits, entries, reason = BOMBS[case]
    archive = make_zip(tmp_path / "a.zip", entries | {GOOD: notebook(4)})
    report = collect(archive, tmp_path / "course", Settings(limits=limits))
    assert any(reason in why for _, why in report.left_out), report.left_out
    assert laid_out(tmp_path / "course")["doejane_12"] == {4}


def test_every_student_may_hand_in_many_files(tmp_path):
    entries = {f"doe_{k}_35_a.zip": empty_files(40) for k in range(11, 16)}
    report = collect(
        make_zip(tmp_path / "a.zip", entries), tmp_path / "course", Settings(limits=ArchiveLimits(files=50))
    )
    assert report.left_out == []
    assert len(laid_out(tmp_path / "course")) == 5


def test_an_entry_for_which_the_memory_is_not_enough_is_left_out(tmp_path, monkeypatch, capsys):
    def read(opened, size=-1):
        raise MemoryError

    archive = make_zip(tmp_path / "a.zip", {EVIL: notebook(5)})
    monkeypatch.setattr(zipfile.ZipExtFile, "read", read)
    assert "because it takes more memory than there is" in run(archive, tmp_path / "course", capsys)[1]


def test_a_notebook_packed_with_gzip_is_taken_without_it(tmp_path, capsys):
    archive = make_zip(tmp_path / "a.zip", {f"{GOOD}.gz": gzip.compress(NEW)})
    assert run(archive, tmp_path / "course", capsys)[0] == 0
    assert submitted(tmp_path / "course", "doejane_12", 4) == NEW


def test_of_notebooks_that_cannot_be_read_the_last_is_laid_out_and_no_note_says_otherwise(tmp_path, capsys):
    entries = {f"doejane_12_{34 + k}_{name(4, f'-{k + 1}')}": NEW[: -99 - k] for k in range(2)}
    _, output = run(make_zip(tmp_path / "a.zip", entries), tmp_path / "course", capsys)
    assert submitted(tmp_path / "course", "doejane_12", 4) == NEW[:-100]
    assert (output.count("It was laid out as it is."), "which can be read, stays" in output) == (2, False), output


def test_an_archive_that_is_too_large_as_a_whole_stops_before_the_disk_is_full(tmp_path):
    entries = {f"roe_{k}_35_{name(5)}": notebook(5) for k in range(10, 20)}
    limits = ArchiveLimits(total=3 * len(notebook(5)))
    report = collect(make_zip(tmp_path / "a.zip", entries), tmp_path / "course", Settings(limits=limits))
    assert len(laid_out(tmp_path / "course")) == 3
    assert {why for _, why in report.left_out} == {"all together would unpack to more than 0 MB"}


@pytest.mark.parametrize("limits", [ArchiveLimits(files=5), ArchiveLimits(directory=100)])
def test_too_many_files_are_refused_before_any_is_read(limits, tmp_path):
    archive = make_zip(tmp_path / "a.zip", {f"roe_{k}_35_{name(5)}": b"" for k in range(10, 20)})
    with pytest.raises(ArchiveError, match=f"it holds more than {limits.files:,} files"):
        collect(archive, tmp_path / "course", Settings(limits=limits))


def large_zip() -> bytearray:
    """With so many files that it needs the record for large zips (zip64)."""
    return bytearray(packed(*((entry(f"{k}"), b"") for k in range(66_000))))


def test_a_directory_of_a_large_zip_is_measured_too():
    data = large_zip()
    with pytest.raises(ArchiveError, match="more than"):
        archives.open_zip(io.BytesIO(data), ArchiveLimits(directory=1_000_000))
    measured = archives.directory_size(io.BytesIO(data))
    data[-10:-6] = bytes(4)  # the size at the end says 0, the record for large zips the truth
    assert archives.directory_size(io.BytesIO(data)) == measured > 1_000_000


def test_a_large_zip_whose_locator_names_another_record_is_refused():
    data = large_zip()
    record = bytearray(data[data.rindex(b"PK\6\6") :][:56])
    struct.pack_into("<Q", record, 40, 10)  # the size that it says
    lying = record + data
    struct.pack_into("<Q", lying, lying.rindex(b"PK\6\7") + 8, 0)
    with pytest.raises(ArchiveError, match="its end contradicts itself"):
        archives.open_zip(io.BytesIO(lying), ArchiveLimits(directory=1_000_000))


def damaged(*paths: str) -> bytes:
    data = packed(*((entry(path, zipfile.ZIP_STORED), b"{damaged}") for path in paths))
    return data.replace(b"{damaged}", b"{DAMAGED}")


def test_reasons_and_names_are_printed_within_bounds(tmp_path, capsys):
    student = damaged("x" * 990 + ".ipynb", *(f"{k}{'x' * 200}.ipynb" for k in range(60)))
    cut_off = {f"doejane_12_{k}_{name(4)}": b"{%d" % k for k in range(34, 64)}
    archive = make_zip(tmp_path / "a.zip", {ZIP: student, EVIL: notebook(5)} | cut_off)
    _, output = run(archive, tmp_path / "course", capsys)
    assert "Left out (61), because it is damaged in the archive" in output
    assert "doejane_12: 20 more of its notebooks are worth a look." in output
    assert len(output) < 4000
