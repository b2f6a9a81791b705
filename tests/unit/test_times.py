"""Times as people write them: one reading, or a sentence."""

from __future__ import annotations

from datetime import datetime
from zoneinfo import available_timezones

import pytest

from grading import times
from grading.errors import TimestampError

BERLIN = times.zone("Europe/Berlin")
NOON = datetime(2026, 3, 1, 11)
CLEAR = {  # what is written, by somebody in Berlin: the time in UTC
    "2026-03-01 12:00": NOON,
    "2026/03/01 12:00:00": NOON,
    "2026-03-01T11:00Z": NOON,
    "2026-03-01 12:00:00.123456 +0100": NOON,
    "2026-03-01 11:00 UTC": NOON,
    "01.03.2026 12:00": NOON,
    "1.3.2026, 12:00 Uhr": NOON,
    "04.03.2026 12:00": datetime(2026, 3, 4, 11),
    "Sunday, 1 March 2026, 12:00 PM": NOON,
    "March 1, 2026 at 12:00pm": NOON,
    "2026-03-01 11:00 a.m. Africa/Abidjan": NOON,
    "2026-03-01 6:00am America/New_York": NOON,
    "2026-03-01 12:00 p.m. Poland": NOON,
    "Sonntag, 1. März 2026, 12:00": NOON,
    "dimanche 1 mars 2026, 12:00": NOON,
    "domingo, 1 de marzo de 2026, 12:00": NOON,
    "niedziela, 1 marca 2026, 12:00": NOON,
    "2026年3月1日 12:00": NOON,
    "1 May 2026 12:00": datetime(2026, 5, 1, 10),
}
UNCLEAR = {  # what is written: what is said of it
    "01/03/2026 12:00": "does not say which number is the day and which the month; write it like 2026-03-01 12:00",
    "01.03.26 12:00": "does not say which number is day, month and year; write it like 2026-03-01 12:00",
    "2026-03-01": "has no time of day; write it like 2026-03-01 12:00",
    "2026-03-01 12:00 XYZ": "There is no time zone 'XYZ'; it should read like Europe/Berlin",
    "46082.5": "a spreadsheet's own number of a time: format the column",
    "30 listopada 2026 10:00": "names listopada, which is two months",
    "1 Smarch 2026 10:00": "names no month that is known here",
    "2026-02-30 12:00": "is not a time (day is out of range for month)",
    "2026-10-25 02:30": "the clocks are changed in that hour",
    "2026-03-01 13:00 pm": "is not a time",
    "9999-12-31 23:59:59 -12:00": "is not a time (its year is not from 1970 to 2199)",
    "0001-01-01 00:00 +12:00": "is not a time (its year is not from 1970 to 2199)",
    "2026-03-01 12:00 +99:00": "There is no time zone '+99:00'",
    "soon": "is not a time; write it like 2026-03-01 12:00",
}


@pytest.mark.parametrize("text", CLEAR)
def test_a_time_with_one_reading_is_understood(text):
    assert times.read_time(text, BERLIN) == CLEAR[text]


@pytest.mark.parametrize("text", UNCLEAR)
def test_a_time_with_two_readings_or_none_is_refused_with_the_forms_that_work(text):
    with pytest.raises(TimestampError) as error:
        times.read_time(text, BERLIN)
    assert UNCLEAR[text] in str(error.value)


def test_a_long_text_is_no_time_and_is_not_quoted_whole():
    with pytest.raises(TimestampError) as error:
        times.read_time("1 March 2026 12:00 " * 50_000)
    assert len(str(error.value)) < 200


def test_a_time_without_a_zone_is_refused_where_none_was_given():
    with pytest.raises(TimestampError, match="has no time zone: add it, like 2026-03-01 12:00 Europe/Berlin"):
        times.read_time("2026-03-01 12:00")


@pytest.mark.parametrize("clock", ["12:00", "12:00:00", "12:00 PM", "12:00pm", "12:00 p.m."])
def test_a_time_is_read_in_every_zone_that_there_is(clock):
    for name in sorted(available_timezones()):
        expected = times.read_time("2026-03-01 12:00", times.zone(name))
        assert times.read_time(f"2026-03-01 {clock} {name}") == expected, name


@pytest.mark.parametrize(("name", "words"), [("Asia/Kolkata", "16:30 Asia/Kolkata (11:00 UTC)"), ("utc", "11:00 UTC")])
def test_a_time_is_said_in_words_with_its_day(name, words):
    assert times.in_words(NOON, times.zone(name)) == f"Sunday 1 March 2026, {words}"
