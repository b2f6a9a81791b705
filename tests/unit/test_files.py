"""A file is written whole or not at all, and a sentence says why not."""

from __future__ import annotations

import errno
import os
from pathlib import Path

import pytest

from grading.errors import IrregularFileError, WriteError
from grading.files import regular_file, small_text, write, writing


def test_text_is_written_as_utf8_and_what_utf8_has_no_place_for_as_a_question_mark(tmp_path):
    write(tmp_path / "new" / "page.html", "ä\ud800\r\n")
    assert (tmp_path / "new" / "page.html").read_bytes() == "ä?\r\n".encode()


def stop_halfway(path: Path) -> None:
    with writing(path) as file:
        file.write(b"half")
        raise ZeroDivisionError


def test_what_stops_halfway_leaves_what_was_there_and_nothing_else(tmp_path):
    write(tmp_path / "marks.csv", "before")
    with pytest.raises(ZeroDivisionError):
        stop_halfway(tmp_path / "marks.csv")
    assert {path.name: path.read_text() for path in tmp_path.iterdir()} == {"marks.csv": "before"}


def test_an_exclusive_file_never_replaces_one(tmp_path):
    write(tmp_path / "secret", "first", exclusive=True)
    write(tmp_path / "secret", "second", exclusive=True)
    assert {path.name: path.read_text() for path in tmp_path.iterdir()} == {"secret": "first"}


def test_a_disk_without_hard_links_keeps_an_exclusive_file_too(tmp_path, monkeypatch):
    def no_links(*_paths):
        raise OSError(errno.EOPNOTSUPP, "no links")

    monkeypatch.setattr(os, "link", no_links)
    write(tmp_path / "secret", "first", exclusive=True)
    write(tmp_path / "secret", "second", exclusive=True)
    assert {path.name: path.read_text() for path in tmp_path.iterdir()} == {"secret": "first"}


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such rights")
def test_a_file_has_the_rights_that_are_asked_for(tmp_path):
    write(tmp_path / "secret", "text", mode=0o600)
    assert (tmp_path / "secret").stat().st_mode & 0o777 == 0o600


def test_a_place_that_cannot_be_written_is_named_in_a_sentence(tmp_path):
    (tmp_path / "file").write_text("not a folder")
    with pytest.raises(WriteError, match=r"file.page could not be written. Nothing was lost"):
        write(tmp_path / "file" / "page", "text")


@pytest.fixture
def place(tmp_path) -> Path:
    """A folder of somebody else, and a folder with secrets."""
    (tmp_path / "secrets").mkdir()
    (tmp_path / "secrets" / "a.txt").write_text("secret")
    (tmp_path / "others" / "inner").mkdir(parents=True)
    (tmp_path / "others" / "inner" / "a.txt").write_text("own")
    return tmp_path / "others"


IRREGULAR = {  # what somebody puts in the place of inner/a.txt
    "a link": lambda inner: (inner / "a.txt").symlink_to(inner.parents[1] / "secrets" / "a.txt"),
    "a link in place of the folder": lambda inner: [inner.rmdir(), inner.symlink_to(inner.parents[1] / "secrets")],
    "a pipe": lambda inner: os.mkfifo(inner / "a.txt"),
    "a folder": lambda inner: (inner / "a.txt").mkdir(),
}


@pytest.mark.skipif(os.name == "nt", reason="Windows follows links of folders, and has no pipes")
@pytest.mark.parametrize("name", IRREGULAR)
def test_what_is_no_regular_file_is_not_read(name, place):
    path = place / "inner" / "a.txt"
    with regular_file(path, below=place) as file:
        assert file.read() == b"own"
    path.unlink()
    IRREGULAR[name](place / "inner")
    with pytest.raises(IrregularFileError), regular_file(path, below=place):
        pass
    assert small_text(path, below=place) is None
