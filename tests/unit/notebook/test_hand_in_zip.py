"""The zip that ``hand_in`` makes of the notebooks in a folder."""

from __future__ import annotations

import errno
import os
import zipfile

import helpers
from grading.demo_class import submission, write_demo
from grading.paths import stems
from slipcheck.notebook import hand_in
from tests.support.handed_in import NAME, STEM, ZIP, right


def test_the_zip_holds_the_notebooks_as_they_are_and_nothing_else(folder):
    write_demo(folder, STEM, right())
    (folder / f"{stems()[4]}.ipynb").write_bytes(b"cut off")
    write_demo(folder, f"{STEM}-Copy1", right())
    write_demo(folder / "sub", stems()[5], submission(stems()[5], None))
    (folder / "secret.txt").write_text("x")
    helpers.hand_in()
    with zipfile.ZipFile(folder / ZIP) as archive:
        packed = {name: archive.read(name) for name in archive.namelist()}
    assert packed == {name: (folder / name).read_bytes() for name in (NAME, f"{stems()[4]}.ipynb")}


def test_the_same_notebooks_make_the_same_zip_and_leave_nothing_beside_it(folder):
    write_demo(folder, STEM, right())
    helpers.hand_in()
    first = (folder / ZIP).read_bytes()
    os.utime(folder / NAME, (2e9, 2e9))
    helpers.hand_in()
    assert (folder / ZIP).read_bytes() == first
    assert {path.name for path in folder.iterdir()} == {NAME, ZIP}


def test_a_newer_zip_replaces_the_older_one(folder):
    (folder / ZIP).write_bytes(b"older")
    write_demo(folder, STEM, right())
    helpers.hand_in()
    assert zipfile.is_zipfile(folder / ZIP)


def test_where_the_zip_cannot_be_written_the_older_one_stays_and_it_is_said(folder, monkeypatch, capsys):
    def full(*_paths):
        raise OSError(errno.ENOSPC, "No space left on device")

    (folder / ZIP).write_bytes(b"older")
    write_demo(folder, STEM, right())
    monkeypatch.setattr(hand_in.os, "replace", full)
    helpers.hand_in()
    assert (folder / ZIP).read_bytes() == b"older"
    assert {path.name for path in folder.iterdir()} == {NAME, ZIP}
    assert "No zip was made" in (said := capsys.readouterr().out)
    assert f"`{ZIP}` could not be written (No space left on device)." in said


def test_where_no_notebook_can_be_handed_in_no_zip_is_made(folder, capsys):
    write_demo(folder, STEM, submission(stems()[4], None))
    helpers.hand_in()
    assert "No zip was made · 0 of 58 points" in capsys.readouterr().out
    assert not (folder / ZIP).exists()


def test_where_there_is_no_notebook_it_says_how_to_hand_in_from_colab(folder, capsys):
    helpers.hand_in()
    said = capsys.readouterr().out
    assert "No notebook of this course is in this folder" in said
    assert "`File > Download > Download .ipynb`" in said
    assert list(folder.iterdir()) == []
