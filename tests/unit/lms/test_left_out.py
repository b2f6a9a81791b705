"""What is left out of a download: each file is named with the reason, and the rest is done."""

from __future__ import annotations

import pytest

from tests.support.downloads import BOTH, NEW, inner, laid_out, make_folder, make_zip, name, notebook, run

LEFT = {  # an entry: what is said of it
    "doejane_12_36_report.pdf": "it is not a notebook",
    "doejane_12_text.html": "it is a text or a link",
    "doejane_12_37_other course.ipynb": "it is not a notebook of this course",
    "doejane_12_38_empty.zip": "there is no notebook in it",
    "doejane_12_39_broken.zip": "it is not a zip file",
    "doejane_12_40_file.rar.zip": "it is not a zip file but a RAR archive",
    "doejane_12_41_deep.zip": "it is a zip within 3 others",
    "doejane_12_42_page.ipynb": "it is a web page, not a notebook",
    "doejane_12_43_notes.txt": "it is not a notebook",
    "nobody.ipynb": "does not say whose it is",
}
DATA = {
    "doejane_12_37_other course.ipynb": b'{"cells": [], "nbformat": 4, "nbformat_minor": 5, "metadata": {}}',
    "doejane_12_38_empty.zip": inner({"a.txt": b""}),
    "doejane_12_40_file.rar.zip": b"Rar!" + bytes(30),
    "doejane_12_41_deep.zip": inner({"a.zip": inner({"a.zip": inner({"a.zip": BOTH})})}),
    "doejane_12_42_page.ipynb": b"<!doctype html><html>",
}


@pytest.mark.parametrize("entry", LEFT)
def test_what_is_left_out_is_named_with_the_reason_and_the_rest_is_done(entry, tmp_path, capsys):
    entries = {entry: DATA.get(entry, b"x"), f"doejane_12_34_{name(4)}": NEW, f"roe_13_35_{name(5)}": notebook(5)}
    code, output = run(make_zip(tmp_path / "a.zip", entries), tmp_path / "course", capsys, "--from", "canvas")
    assert laid_out(tmp_path / "course") == {"doejane_12": {4}, "roe_13": {5}}
    assert (code, LEFT[entry] in output, entry in output) == (1, True, True), output


def test_a_folder_that_is_a_link_is_named(tmp_path, capsys):
    make_folder(tmp_path, {f"class/ada/{name(4)}": NEW, f"elsewhere/{name(5)}": notebook(5)})
    (tmp_path / "class" / "ben").symlink_to(tmp_path / "elsewhere")
    code, output = run(tmp_path / "class", tmp_path / "course", capsys)
    assert (code, laid_out(tmp_path / "course")) == (1, {"ada": {4}})
    assert "Left out (1), because it is a link or a device, not a file: ben." in output
