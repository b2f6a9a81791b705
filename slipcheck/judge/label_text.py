"""What an axis label says: which quantity, in which unit."""

from __future__ import annotations

import math
import re
import unicodedata
from dataclasses import dataclass


@dataclass(frozen=True)
class AxisQuantity:
    """What an axis can show: how its label may name it, and its unit. ``symbol``, ``words`` and ``names`` are patterns.

    ``sizes`` are the smallest and the largest value in SI units that such numbers have in a course; ``time`` is the
    course's own time, against which the quantity is drawn.
    """

    name: str  # what a student is told that the axis shows
    unit: str  # the symbol of its SI unit
    symbol: str  # of this symbol, in the ways in which it is written
    words: str  # of the unit, as a word
    names: str  # of the quantity, in English and a few other languages, or as a symbol
    sizes: tuple[float, float] = (0.0, math.inf)
    odd: str = ""  # the symbol in a wrong case, which is taken in brackets alone
    time: AxisQuantity | None = None


TIME = AxisQuantity(
    name="time",
    unit="s",
    symbol=r"(?:s|[sS]ecs?\.?|[sS]ek\.?|[sS]eg\.?|сек\.?|с|秒)",
    words="seconde?|sec|sekund(?:e[nr]?)?|segundo|secondi|sekunda|секунд[аы]?",
    names=r"time|zeit|temps|tiempo|tempo|tijd|tid|czas|время|时间|時間|(?<![a-z])t(?![a-z])",
    odd="S",
)
LONGEST = 200  # characters of a label that are read
PREFIXES = {"": 1.0, "m": 1e-3, "μ": 1e-6, "u": 1e-6, "n": 1e-9, "p": 1e-12, "f": 1e-15}
LONG = {"": 1.0, "milli": 1e-3, "micro": 1e-6, "nano": 1e-9, "pico": 1e-12}
FONTS = r"\\(?:math(?:rm|bf|it|sf|tt|regular)|boldsymbol|text[a-z]*|rm|it|bf|sf)(?![a-z])"
SIGNS = {r"\mu": "μ", r"\cdot": "·", r"\times": "×", "−": "-"}
CYRILLIC = str.maketrans("мнпВА", "mnpVA")  # of units
TENS = r"(?:(?:[x×·*]|1e|10(?:\s*\^|e)?)\s*)*(?P<power>-\s*\d+)?\s*"


def plain_label(label: str) -> str:
    """A label without the signs of mathematics, accents and forms of letters.

    >>> plain_label(r"$\\mathrm{I}$ (Ampère), $t$ (10⁻³ $\\mu$s)")
    'I (Ampere), t (10-3 μs)'
    """
    text = unicodedata.normalize("NFKD", label[:LONGEST])[:LONGEST]
    text = "".join(letter for letter in text if not unicodedata.combining(letter))
    text = re.sub(FONTS, "", text)
    text = re.sub(r"[мнпВА]+(?=\s*[)\]]|$)", lambda unit: unit[0].translate(CYRILLIC), text)
    for sign, letter in SIGNS.items():
        text = text.replace(sign, letter)
    return re.sub(r"\\[,;: ]", " ", re.sub(r"[{}$~]", "", text))


def unit(label: str, quantity: AxisQuantity) -> tuple[str, float, tuple[int, int]] | None:
    """The unit of ``quantity`` in ``label``: text, factor to SI, span in ``plain``.

    >>> unit("$t$ (ms)", TIME)[:2], unit("time in seconds", TIME)[:2], unit("s", TIME)
    (('ms', 0.001), ('seconds', 1.0), None)
    >>> unit("t ($10^{-3}$ s)", TIME)[1]
    0.001
    """
    short = rf"(?P<text>{TENS}(?P<prefix>[mμunpf]?)\s*{quantity.symbol})"
    odd = rf"(?P<text>(?P<prefix>[mμunpf]?)\s*{quantity.odd or quantity.unit})"
    forms = (
        (rf"[(\[/,]\s*(?:(?:SI )?units?:?\s*)?{short}\s*(?:[)\]]|$)", PREFIXES),
        (rf"\bin\s+{short}(?![\w.^/])", PREFIXES),
        (rf"[(\[]\s*{odd}\s*[)\]]", PREFIXES),
        (rf"(?i)\b(?P<text>(?:(?P<prefix>{'|'.join(filter(None, LONG))})[\s-]*)?(?:{quantity.words})s?)\b", LONG),
    )
    text = plain_label(label)
    for pattern, prefixes in forms:
        match = next((m for m in re.finditer(pattern, text) if _is_set_apart(text, m.start(), quantity)), None)
        if match:
            tens = (match.groupdict().get("power") or "0").replace(" ", "")
            return match["text"], prefixes[(match["prefix"] or "").lower()] * 10.0 ** int(tens), match.span()
    return None


def _is_set_apart(text: str, start: int, quantity: AxisQuantity) -> bool:
    """Whether a slash or a comma divides a quantity from its unit, and is no part of a unit as in (m/s)."""
    bracket = max(text.rfind(sign, 0, start) for sign in "([")
    is_inside = bracket > max(text.rfind(sign, 0, start) for sign in ")]")
    if text[start] not in "/," or not is_inside:
        return True
    return re.fullmatch(f"(?i)\\s*(?:{quantity.names})\\s*", text[bracket + 1 : start]) is not None


def second_unit(label: str, quantity: AxisQuantity) -> str:
    """A word at the end of a label, behind its unit and a slash or an "or", that does not name the quantity.

    >>> second_unit("time (s) / steps", TIME), second_unit("time (s) / Zeit", TIME), second_unit("time / s", TIME)
    ('steps', '', '')
    """
    declared = unit(label, quantity)
    rest = plain_label(label)[declared[2][1] :] if declared is not None else ""
    word = re.fullmatch(r"\s*(?:/|or\b|per\b)\s*[(\[]?(\w+)[)\]]?\s*", rest)
    return word[1] if word is not None and not names_quantity(word[1], quantity) else ""


def unit_at_the_end(label: str, quantity: AxisQuantity) -> str:
    """The last of several words, where it is a unit of the quantity and nothing sets it apart.

    >>> unit_at_the_end("time s", TIME), unit_at_the_end("time: s", TIME), unit_at_the_end("s", TIME)
    ('s', 's', '')
    """
    words = [word for word in re.split(r"[\s:_<>()\[\]-]+", plain_label(label)) if word]
    return words[-1] if len(words) > 1 and unit(f"({words[-1]})", quantity) is not None else ""


def odd_case(label: str, quantity: AxisQuantity) -> str | None:
    """The symbol of the unit as it is written, where a letter of it is large for small, or small for large.

    >>> odd_case("time (S)", TIME), odd_case("time (s)", TIME), odd_case("time (seconds)", TIME)
    ('S', None, None)
    """
    declared = unit(label, quantity)
    if declared is None:
        return None
    written = declared[0].strip()
    return written if written[-1:] == quantity.unit.swapcase() and len(written) <= 2 else None


def factor(label: str, quantity: AxisQuantity) -> float:
    """What the numbers on an axis are multiplied with to be in SI units, as its label says; 1 where it says nothing.

    >>> factor("time (ms)", TIME), factor("", TIME)
    (0.001, 1.0)
    """
    declared = unit(label, quantity)
    return declared[1] if declared else 1.0


def unit_in_brackets(label: str) -> str:
    """What stands in the last brackets of a label.

    >>> unit_in_brackets("time (steps)"), unit_in_brackets("time")
    ('steps', '')
    """
    texts = re.findall(r"[(\[]([^()\[\]]*)[)\]]", plain_label(label))
    return str(texts[-1]).strip() if texts else ""


def names_quantity(label: str, quantity: AxisQuantity) -> bool:
    """Whether ``label``, beside its unit, names the quantity.

    >>> names_quantity("time (s)", TIME), names_quantity("(s)", TIME), names_quantity("$t$ (s)", TIME)
    (True, False, True)
    """
    declared = unit(label, quantity)
    rest = plain_label(label)
    if declared is not None:
        rest = rest[: declared[2][0]] + " " + rest[declared[2][1] :]
    return re.search(f"(?i){quantity.names}", rest) is not None
