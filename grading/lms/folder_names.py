"""A student's folder name: safe on every disk, the same each time, and different for each student."""

from __future__ import annotations

import hashlib
import re
import unicodedata

SAFE = re.compile(r"[A-Za-z0-9][A-Za-z0-9._@+-]{0,79}")
RESERVED = re.compile(r"(con|prn|aux|nul|com\d|lpt\d)(\..*)?", re.IGNORECASE)  # names that Windows does not allow
LETTERS = str.maketrans({"ø": "o", "ł": "l", "đ": "d", "æ": "ae", "œ": "oe", "þ": "th", "ð": "d", "ı": "i"})


def is_safe(name: str) -> bool:
    """Whether a name can be a folder as it is.

    >>> is_safe("ada.l@uni-x.edu"), is_safe("José"), is_safe(".."), is_safe("nul")
    (True, False, False, False)
    """
    return bool(SAFE.fullmatch(name)) and not name.endswith(".") and not RESERVED.fullmatch(name)


def plain_letters(text: str) -> str:
    """Only the letters and digits of ASCII, accents taken off, words joined by ``_``.

    >>> plain_letters("Müller-Ødegård, Zoë")
    'muller_odegard_zoe'
    """
    text = unicodedata.normalize("NFKD", text.casefold()).translate(LETTERS)
    return re.sub(r"[^a-z0-9]+", "_", "".join(c for c in text if not unicodedata.combining(c))).strip("_")


def slug(name: str, number: str = "") -> str:
    """A folder for a student of this name, with the LMS's number of the student at its end.

    Without a number, a name with accents gets a few letters that depend on it, so that it differs from other names.

    >>> slug("Jane Doe", "123"), slug("王小明", "7"), slug("ada"), slug("NUL"), slug("José")
    ('jane_doe_123', 'student_7', 'ada', 'student_nul', 'jose_24c2')
    """
    if not number and is_safe(name):
        return name
    if not number and not name.isascii():
        number = hashlib.sha256(unicodedata.normalize("NFC", name).encode()).hexdigest()[:4]
    folder = plain_letters(name)[:40].strip("_") or "student"
    if number:
        folder = f"{folder}_{number}"
    return folder if is_safe(folder) else f"student_{folder}"
