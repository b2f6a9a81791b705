"""A file is written whole or not at all, and a sentence says why not."""

from __future__ import annotations

import errno
import os
from pathlib import Path

import pytest

from grading.errors import WriteError
from grading.files import write, writing


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
