"""Times that a student could have written: where the disk contradicts them, the instructor is told."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest

from grading.lms import claimed_times
from grading.lms.archive import ArchiveItem, open_folder
from grading.lms.archive_limits import ArchiveLimits
from grading.lms.arrival import Settings
from grading.lms.class_list import ClassList, Person
from grading.lms.interface import Upload
from grading.lms.learning_systems import EXCHANGE
from grading.paths import ASSIGNMENT
from tests.support.downloads import make_folder, name, notebook, run

NOON = datetime(2026, 3, 1, 12)
MINUTE, DAY = timedelta(minutes=1), timedelta(days=1)


def handed_in(student, says, changed):
    """A folder of the exchange: a student, the time in its name, and when the disk got it."""
    upload = Upload("exchange", student, student, name(4), time=f"{says} UTC")
    return student, [(upload, ArchiveItem(student, 1, None, bytes, changed=changed))]


EXCHANGES = {  # how much later than their names say ada's, ben's and mallory's files came, and what is said
    "as_they_say": ([MINUTE, MINUTE, MINUTE], ""),
    "a_time_of_ones_own": (
        [MINUTE, MINUTE, 3 * DAY],
        "mallory: the folder's name says Sunday 1 March 2026, 12:00 UTC, but the files came on Wednesday 4 March 2026,",
    ),
    "copied_at_one_time": ([9 * DAY] * 3, ""),
    "copied_each_night": ([DAY, 2 * DAY, 3 * DAY], "as after a copy"),
    "a_name_from_the_future": ([MINUTE, MINUTE, -DAY], ""),
}


@pytest.mark.parametrize("case", EXCHANGES)
def test_a_folder_that_the_disk_got_later_than_it_says_is_named(case):
    delays, sentence = EXCHANGES[case]
    students = [
        handed_in(who, NOON, NOON + delay) for who, delay in zip(("ada", "ben", "mallory"), delays, strict=True)
    ]
    remarks = claimed_times.remarks(students, EXCHANGE, Settings())
    assert (len(remarks), sentence in "".join(remarks)) == (int(bool(sentence)), True), remarks


def test_a_time_in_the_class_list_needs_no_remark():
    students = [handed_in(who, NOON, NOON + delay) for who, delay in (("ada", MINUTE), ("ben", MINUTE), ("mal", DAY))]
    listed = ClassList([Person("mal", submitted="2026-03-01 12:00")], [])
    assert claimed_times.remarks(students, EXCHANGE, Settings(listed)) == []


def test_a_file_says_when_the_disk_changed_it(tmp_path):
    folder = make_folder(tmp_path / "in", {f"ada+{ASSIGNMENT}+2026-03-01 12:00:00 UTC/{name(4)}": b"{}"})
    (item,) = open_folder(folder, ArchiveLimits()).items
    assert item.changed.year >= 2024


TIMESTAMPS = {  # who has a timestamp.txt, and whether it is said
    "one_of_three": (["mallory"], True),
    "everybody": (["ada", "ben", "mallory"], False),
    "nobody": ([], False),
}


@pytest.mark.parametrize("case", TIMESTAMPS)
def test_a_timestamp_file_that_few_students_have_is_named(case, tmp_path, capsys):
    few, is_said = TIMESTAMPS[case]
    files = {f"class/{who}/{name(4)}": notebook(4) for who in ("ada", "ben", "mallory")}
    stamps = {f"class/{who}/timestamp.txt": b"2026-03-01 12:00:00 UTC" for who in few}
    code, output = run(make_folder(tmp_path / "in", files | stamps), tmp_path / "course", capsys)
    sentence = "have a timestamp.txt, which was taken for the time of handing in: mallory."
    assert (code, sentence in output) == (int(is_said), is_said)
