"""Signs of other scripts that look like, or stand for, one of an English keyboard."""

from __future__ import annotations

import unicodedata

ENGLISH = "Switch your keyboard to English, then type"  # and what to type again
LOOK_LIKE = dict(
    zip(
        "аеорсхукіѕјАВЕКМНОРСТХУІЅЈԁһονακρτιΑΒΕΖΗΙΚΜΝΟΡΤΥΧı،؛٫٪∕∖；",
        "aeopcxykisjABEKMHOPCTXYISJdhovakptiABEZHIKMNOPTYXi,;.%/\\;",
        strict=True,
    )
)


def plain_sign(letter: str) -> str:
    """The plain sign that a letter of another script looks like or stands for; empty where there is none.

    >>> plain_sign("\\u0435"), plain_sign("\\u0662"), plain_sign("\\uff0b"), plain_sign("e"), plain_sign("\\u00e9")
    ('e', '2', '+', '', '')
    """
    if letter.isascii():
        return ""
    digit = unicodedata.digit(letter, None)
    if digit is not None and unicodedata.category(letter) == "Nd":
        return str(digit)
    compatible = unicodedata.normalize("NFKC", letter)
    is_wide = unicodedata.name(letter, "").startswith(("FULLWIDTH", "HALFWIDTH", "MATHEMATICAL"))
    return compatible if is_wide and compatible.isascii() else LOOK_LIKE.get(letter, "")


def a_sign_of(letter: str) -> str:
    """What it is, by its script.

    >>> a_sign_of("\\u0435"), a_sign_of("\\u0662"), a_sign_of("\\uff0b")
    ('a Cyrillic character', 'an Arabic character', 'a full-width character')
    """
    script = unicodedata.name(letter, "foreign").split()[0].partition("-")[0]
    word = "full-width" if script == "FULLWIDTH" else script.capitalize()
    return f"{'an' if word[0] in 'AEIOU' else 'a'} {word} character"


def in_plain_signs(text: str) -> str:
    """The text as it looks: with plain signs in place of those of other scripts."""
    return "".join(plain_sign(letter) or letter for letter in text)


def first_foreign(text: str) -> tuple[int, str, str] | None:
    """Of the first sign of another script that has a plain one: its place, itself, the plain one."""
    signs = ((k, letter, plain_sign(letter)) for k, letter in enumerate(text))
    return next((found for found in signs if found[2]), None)
