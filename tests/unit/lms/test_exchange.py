"""The secret of a submission, by which nbgrader's exchange gives feedback back."""

from __future__ import annotations

import pytest

from grading.paths import ASSIGNMENT
from tests.support.downloads import make_folder, name, notebook, run

NEW = notebook(4, "# Exercise 4, new")


@pytest.mark.parametrize("days", [(1, 2), (2, 1)])
def test_the_secret_of_the_newest_submission_is_kept_for_the_exchange(days, tmp_path, capsys):
    secrets = {f"ada+{ASSIGNMENT}+2026-03-0{day} 12:00:00.5 UTC+x/submission_secret.txt": b"%d" % day for day in days}
    notebooks = {path.replace("submission_secret.txt", name(4)): NEW for path in secrets}
    archive = make_folder(tmp_path / "inbound", secrets | notebooks)
    assert run(archive, tmp_path / "course", capsys)[0] == 0
    assert (tmp_path / "course" / "submitted" / "ada" / ASSIGNMENT / "submission_secret.txt").read_text() == "2"


def test_another_place_brings_no_secret(tmp_path, capsys):
    archive = make_folder(tmp_path / "class", {f"ada/{name(4)}": NEW, "ada/submission_secret.txt": b"1"})
    run(archive, tmp_path / "course", capsys)
    assert not list((tmp_path / "course").rglob("submission_secret.txt"))
