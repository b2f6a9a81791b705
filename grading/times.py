"""Read a time as people and programs write it, and say in words which one was understood.

An ambiguous time is refused: 01/03/2026, a day without a time, a time without a zone, an hour that the clock shows
twice. Dots mean that the day comes first, as in every language that writes them.
"""

from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta, timezone, tzinfo
from functools import cache
from zoneinfo import ZoneInfo, available_timezones

from .errors import TimestampError
from .text import QUOTED, short

YEARS = range(1970, 2200)  # that are understood: near the first and the last that Python knows, no zone can be applied
FORMS = "write it like 2026-03-01 12:00 or 1 March 2026 12:00"
LANGUAGES = (  # of the learning systems' pages; CLDR gives their names of months
    *("en", "de", "fr", "es", "it", "pt", "nl", "da", "nb", "sv", "fi", "is", "pl", "cs", "sk", "sl", "hr", "hu", "ro"),
    *("bg", "ru", "uk", "sr", "mk", "el", "tr", "et", "lv", "lt", "ca", "eu", "gl", "cy", "ga", "vi", "id", "ms", "he"),
)
DATES = (
    r"(?P<year>\d{4})([-/.])(?P<month>\d\d?)\2(?P<day>\d\d?)T?",
    r"(?P<day>\d\d?)\.\s?(?P<month>\d\d?)\.\s?(?P<year>\d{4})",
    r"(?P<year>\d{4})\s?[年년]\s?(?P<month>\d\d?)\s?[月월]\s?(?P<day>\d\d?)\s?[日일]",
    r"(?P<day>\d\d?)(?:st|nd|rd|th|er|º|\.)?\s(?:de\s)?(?P<name>[^\W\d_]+)\.?,?\s(?:de\s)?(?P<year>\d{4})(?:\sг\.|\sr\.)?",
    r"(?P<name>[^\W\d_]+)\.?\s(?P<day>\d\d?)(?:st|nd|rd|th)?,?\s(?P<year>\d{4})",
)
WEEKDAY = r"(?:[^\W\d_][^\d,.]*[,.]?\s)?"
CLOCK = (
    r"(?P<hour>\d\d?)[:.h](?P<minute>\d\d)(?:[:.](?P<second>\d\d)(?:\.\d+)?)?"
    r"\s?(?P<half>[ap]\.?m\b\.?)?(?:\s?(?:Uhr|h)\b)?"
)
BETWEEN = r"(?:,?\s*(?:at|um|à|a las|alle|às|om|kl\.?|星期.)?\s*)"
WRITTEN = [
    re.compile(rf"{WEEKDAY}{date}(?:{BETWEEN}{CLOCK}\s*(?P<zone>.*))?", re.IGNORECASE | re.DOTALL) for date in DATES
]
OFFSET = re.compile(r"(?:UTC|GMT)?\s?([+-])(\d\d?)(?::?(\d\d))?", re.IGNORECASE)


def zone(name: str | None) -> tzinfo | None:
    """A time zone by name or offset; None where none is named. Raises TimestampError.

    >>> zone("+01:00"), zone("europe/berlin")
    (datetime.timezone(datetime.timedelta(seconds=3600)), zoneinfo.ZoneInfo(key='Europe/Berlin'))
    """
    if not name:
        return None
    if name.upper() in ("UTC", "GMT", "Z"):
        return UTC
    if offset := OFFSET.fullmatch(name):
        size = timedelta(hours=int(offset[2]), minutes=int(offset[3] or 0))
        if size < timedelta(days=1):
            return timezone(size if offset[1] == "+" else -size)
    known = _zones().get(name.casefold())
    if known is None:
        raise TimestampError(
            f"There is no time zone {short(name)!r}; it should read like Europe/Berlin, UTC or +01:00."
        )
    return ZoneInfo(known)


@cache
def _zones() -> dict[str, str]:
    return {name.casefold(): name for name in available_timezones()}


def to_utc(date: datetime, where: tzinfo | None) -> datetime:
    """A date as a clock on the wall shows it, in UTC, without a zone as nbgrader keeps it; None is this computer's."""
    aware = date.replace(tzinfo=where) if where else date.astimezone()
    return aware.astimezone(UTC).replace(tzinfo=None)


def read_time(text: str, where: tzinfo | None = None) -> datetime:
    """A time in UTC, without a zone as nbgrader keeps it; ``where`` is its zone if the text names none.

    Raises TimestampError, whose text says what is not clear and which forms are.

    >>> read_time("01.03.2026 12:00", zone("UTC")), read_time("Sunday, March 1, 2026 1:30 PM +01:00")
    (datetime.datetime(2026, 3, 1, 12, 0), datetime.datetime(2026, 3, 1, 12, 30))
    """
    text = " ".join(text.split())
    if len(text) > QUOTED:
        raise TimestampError(f"{short(text)!r} is not a time; {FORMS}.")
    written = next(filter(None, (pattern.fullmatch(text) for pattern in WRITTEN)), None)
    if written is None:
        raise TimestampError(_why_not(text))
    if written["hour"] is None:
        raise TimestampError(f"{text!r} has no time of day; {FORMS}.")
    named = zone(written["zone"].strip("() "))
    if named is None and where is None:
        raise TimestampError(f"{text!r} has no time zone: add it, like {text} Europe/Berlin, or give --zone.")
    place = named or where
    return to_utc(_on_the_clock(text, written, place), place)


def _why_not(text: str) -> str:
    """Why a text is no time that can be understood."""
    if re.match(r"\d\d?/\d\d?/\d{2,4}\b", text):
        return f"{text!r} does not say which number is the day and which the month; {FORMS}."
    if re.match(r"\d\d?\.\s?\d\d?\.\s?\d\d(?!\d)|\d\d?-\d\d?-\d{2,4}\b", text):
        return f"{text!r} does not say which number is day, month and year; {FORMS}."
    if re.fullmatch(r"\d{5}([.,]\d+)?", text):
        return f"{text!r} is a spreadsheet's own number of a time: format the column as yyyy-mm-dd hh:mm."
    return f"{text!r} is not a time; {FORMS}."


def _on_the_clock(text: str, written: re.Match, place: tzinfo | None) -> datetime:
    """The time as a clock at that place shows it. Raises TimestampError where no clock does, or does so twice."""
    parts = written.groupdict()
    month = int(parts["month"]) if parts.get("month") else _month(text, parts["name"])
    try:
        hour = _hour(int(parts["hour"]), (parts["half"] or "").lower())
        date = int(parts["year"]), month, int(parts["day"])
        if date[0] not in YEARS:
            raise ValueError(f"its year is not from {YEARS[0]} to {YEARS[-1]}")
        time = datetime(*date, hour, int(parts["minute"]), int(parts["second"] or 0), tzinfo=place)
    except ValueError as problem:
        raise TimestampError(f"{text!r} is not a time ({problem}); {FORMS}.") from None
    if time.utcoffset() != time.replace(fold=1).utcoffset():
        raise TimestampError(f"{text!r}: the clocks are changed in that hour; name the time in UTC.")
    return time.replace(tzinfo=None)


def _hour(hour: int, half: str) -> int:
    """The hour of the day, of one in the morning or the afternoon. Raises ValueError."""
    if not half:
        return hour
    if not 1 <= hour <= 12:
        raise ValueError(f"{hour} {half}")
    return hour % 12 + (12 if half.startswith("p") else 0)


def _month(text: str, name: str) -> int:
    """A month by its name. Raises TimestampError where there is none, or languages do not agree."""
    numbers = _months().get(name.casefold(), set())
    if len(numbers) != 1:
        why = "names no month that is known here" if not numbers else f"names {name}, which is two months"
        raise TimestampError(f"{text!r} {why}; {FORMS}.")
    return next(iter(numbers))


@cache
def _months() -> dict[str, set[int]]:
    """The numbers of each name of a month, in whatever language; most names have one."""
    from babel import Locale

    names: dict[str, set[int]] = {}
    for language in LANGUAGES:
        for form in Locale(language).months.values():
            for width in ("wide", "abbreviated"):
                for number, name in form[width].items():
                    names.setdefault(name.casefold().strip("."), set()).add(number)
    for number, name in Locale("en").months["format"]["wide"].items():  # English goes first: ``May`` is May
        names[name.casefold()] = {number}
    return names


def in_words(moment: datetime, where: tzinfo | None = None) -> str:
    """A time in UTC as a sentence names it, at a place and in UTC.

    >>> in_words(datetime(2026, 3, 1, 11), zone("Europe/Berlin"))
    'Sunday 1 March 2026, 12:00 Europe/Berlin (11:00 UTC)'
    """
    if where is None or where is UTC:
        return f"{_in_words(moment)} UTC"
    there = moment.replace(tzinfo=UTC).astimezone(where)
    return f"{_in_words(there)} {where} ({moment:%H:%M} UTC)"


def _in_words(moment: datetime) -> str:
    return f"{moment:%A} {moment.day} {moment:%B} {moment:%Y, %H:%M}"
