"""Names that are nearly others, and signs that were meant to be no name at all."""

from __future__ import annotations

import difflib
import re

from ..homoglyphs import ENGLISH
from .crash import Explained


def written_otherwise(name: str) -> Explained:
    """A letter that was typed for a digit, or a sign of another keyboard in front of a number."""
    if re.fullmatch(r"[lIoO][\dlIoO]*(e\d*)?", name):
        alike = [
            f"the letter {letter} looks like the digit {'1' if letter in 'lI' else '0'}"
            for letter in "lIoO"
            if letter in name
        ]
        means = f"{alike[0].capitalize() if len(alike) < 2 else 'T' + ', and '.join(alike)[1:]}."
        advice = (
            "Type the number again, with digits alone." if "e" not in name else "Type the digits of the number again."
        )
        return "letter for a digit", f"`{name}` is a name for Python.", means, advice
    sign = re.match(r"([^\x00-\x7f])\d", name)
    if sign is not None:
        means = f"Python takes `{sign[1]}` for a letter. It is not on an English keyboard."
        advice = f"{ENGLISH} the sign in front of the number again."
        return "look-alike character", f"`{name}` begins with the sign `{sign[1]}`.", means, advice
    return None


def spelling_of(name: str, other: str) -> str:
    """Why the two names are not one, in words."""
    if name.lower() == other.lower():
        return "Python tells small letters and capitals apart."
    places = [k for k, pair in enumerate(zip(name, other, strict=False)) if pair[0] != pair[1]]
    if len(name) == len(other) and len(places) == 1 and _seen(name) == _seen(other):
        mine, right = (_sign(word[places[0]]) for word in (name, other))
        return f"Character {places[0] + 1} of `{name}` is {mine}; in `{other}` it is {right}."
    return f"For Python `{name}` and `{other}` are two different names."


def _seen(name: str) -> str:
    """The name as it looks, with signs that look alike as one."""
    return name.translate(str.maketrans("1I0O", "lloo"))


def _sign(sign: str) -> str:
    return f"the digit {sign}" if sign.isdigit() else f"the letter {sign}"


def close_name(name: str, known: list[str]) -> str | None:
    """The known name that is spelled nearly so, or looks the same."""
    alike = next((other for other in known if len(other) > 1 and _seen(other) == _seen(name)), None)
    if alike is not None:
        return alike
    flat = {re.sub(r"_", "", other).lower(): other for other in known}
    same = flat.get(re.sub(r"_", "", name).lower())
    close = difflib.get_close_matches(name, known, 1, 0.75)
    return same or (close[0] if close else None)
