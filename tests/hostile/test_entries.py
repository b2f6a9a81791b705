"""The suite itself: its entries are distinct and can be written, and its honest answers are right."""

import warnings

import pytest

from helpers.course import COURSE
from slipcheck.assessment import assess
from slipcheck.runs import runs

from . import ATTACKS, HONEST, ODD_FILES, TRICKS

ENTRIES = (*ATTACKS, *HONEST, *TRICKS, *ODD_FILES)
ALONE = [entry for entry in HONEST if not entry.before]  # what needs no cell that was run before


def test_there_are_enough_and_no_two_have_one_name_or_one_text():
    assert len(ATTACKS) + len(TRICKS) >= 85
    assert len(HONEST) >= 20
    assert len({entry.name for entry in ENTRIES}) == len(ENTRIES)
    assert len({(entry.answer, entry.before, entry.after) for entry in (*ATTACKS, *HONEST)}) == len(ATTACKS) + len(
        HONEST
    )


def test_every_entry_says_what_it_tries():
    assert [entry.name for entry in ENTRIES if len(entry.why) < 20] == []


def test_nothing_may_earn_more_than_its_exercise_gives():
    total = {number: sum(part.points for part in COURSE.exercise(number).parts) for number in range(1, 15)}
    assert all(0 <= entry.earned <= total[entry.number] for entry in ENTRIES)
    assert all(entry.earned == total[entry.number] for entry in (*HONEST, *ODD_FILES))


@pytest.mark.sample(25)
@pytest.mark.parametrize("entry", ALONE, ids=lambda entry: entry.name)
def test_an_honest_answer_is_right(entry, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)  # some save a picture
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        verdict = assess(COURSE.exercise(entry.number), runs(COURSE.exercise(entry.number), entry.answer))
    assert [found.part.name for found in verdict.parts if not found.right] == []


@pytest.mark.parametrize("entry", [*TRICKS, *ODD_FILES], ids=lambda entry: entry.name)
def test_a_trick_writes_into_its_own_folder(entry, tmp_path):
    folder = tmp_path / "submitted" / "mallory" / "lif_part_1"
    folder.mkdir(parents=True)
    entry.make(folder)
    assert list(folder.iterdir())
    assert {path.name for path in tmp_path.iterdir()} == {"submitted"}
