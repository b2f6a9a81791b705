"""Whose a folder of the exchange is, which any user of the computer may make in any student's name."""

from __future__ import annotations

import time
from datetime import UTC, datetime

import pytest

from grading.lms import exchange_owners, manifest
from grading.lms.archive import ArchiveItem, open_folder
from grading.lms.archive_limits import ArchiveLimits
from grading.lms.collect import collect
from grading.lms.exchange_owners import authorship
from grading.lms.interface import Upload
from grading.paths import ASSIGNMENT
from tests.support.downloads import NEW, make_folder, name

ACCOUNT, OTHER, MORE = 20_005, 20_006, 20_007


def written(student, *owners):
    """A student's files, each a day later than the one before, by users of these numbers."""
    days = range(1, len(owners) + 1)
    return [
        (Upload("exchange", student, student, ""), ArchiveItem(f"{student}{day}", 1, None, bytes, owner, day_of(day)))
        for day, owner in zip(days, owners, strict=True)
    ]


def day_of(number: int) -> datetime:
    return datetime(2026, 3, number)


OWNERS = {  # ada's number as a user of this computer, the files' owners, and which are left out
    "of_another_user": (ACCOUNT, [ACCOUNT, OTHER], {OTHER}),
    "only_of_another_user": (ACCOUNT, [OTHER], {OTHER}),
    "put_there_by_the_administrator": (ACCOUNT, [ACCOUNT, 0], set()),
    "one_user": (None, [OTHER, OTHER], set()),
    "a_second_user": (None, [OTHER, MORE], {MORE}),
    "from_a_zip": (ACCOUNT, [None], set()),
}


@pytest.mark.parametrize("case", OWNERS)
def test_a_folder_of_the_exchange_that_another_user_wrote_is_left_out(case, monkeypatch):
    number, owners, left = OWNERS[case]
    monkeypatch.setattr(exchange_owners, "user_number", lambda name: number)
    files = written("ada", *owners)
    strangers = authorship([files], {}).strangers
    assert {item.owner for _, item in files if item.path in strangers} == left


SEVERAL = {  # files by student, the owner known from before, and which are left out
    "who_wrote_for_another_too": ({"ada": [MORE, OTHER], "mallory": [MORE]}, {}, {"ada1"}),
    "known_from_before": ({"ada": [MORE, OTHER]}, {"ada": OTHER}, {"ada1"}),
    "known_and_absent": ({"ada": [MORE]}, {"ada": OTHER}, {"ada1"}),
    "two_who_wrote_for_others": (
        {"ada": [MORE, OTHER], "ben": [OTHER], "mallory": [MORE]},
        {},
        {"ada1", "ada2"},
    ),
}


@pytest.mark.parametrize("case", SEVERAL)
def test_of_several_users_who_are_unknown_here_one_is_the_student(case, monkeypatch):
    owners, before, left = SEVERAL[case]
    monkeypatch.setattr(exchange_owners, "user_number", lambda name: None)
    assert set(authorship([written(who, *numbers) for who, numbers in owners.items()], before).strangers) == left


def test_a_user_who_writes_for_several_students_is_named_and_nothing_left_out(monkeypatch):
    monkeypatch.setattr(exchange_owners, "user_number", lambda name: None)
    known = authorship([written(who, OTHER) for who in ("ada", "ben")], {})
    assert (known.strangers, known.owners, len(known.notes)) == ({}, {}, 1)
    assert "wrote the files of several students, so it is not certain whose they are: ada, ben." in known.notes[0]


def test_whose_files_came_first_is_remembered(tmp_path, monkeypatch):
    monkeypatch.setattr(exchange_owners, "user_number", lambda name: None)
    folder = make_folder(tmp_path / "in", {f"ada+{ASSIGNMENT}+2026-03-01 12:00:00 UTC/{name(4)}": NEW})
    for owner in (OTHER, MORE):
        monkeypatch.setattr(exchange_owners, "_owners", lambda items, owner=owner: {owner: day_of(1)})
        collect(folder, tmp_path / "course")
    assert manifest.load(tmp_path / "course").students["ada"].owner == OTHER


def test_a_folder_that_is_moved_is_as_new_as_the_move(tmp_path):
    file = make_folder(tmp_path / "prepared", {name(4): b"{}"}) / name(4)
    made = file.stat().st_ctime
    time.sleep(0.05)
    (tmp_path / "inbound").mkdir()
    (tmp_path / "prepared").rename(tmp_path / "inbound" / "ada")
    (item,) = open_folder(tmp_path / "inbound", ArchiveLimits()).items
    assert item.changed.replace(tzinfo=UTC).timestamp() > made + 0.04
