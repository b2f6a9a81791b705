"""What an axis label says: which quantity, in which unit."""

from __future__ import annotations

import re
import unicodedata

UNITS = {  # symbol, and words
    "time": (r"(?:s|[sS]ecs?)", "seconde?|sec|sekunden?|segundo|secondi"),
    "voltage": (r"(?:V|[vV]olts?)", "volt"),
    "current": (r"(?:A|[aA]mps?)", "ampere|amperio|amp"),
}
NAMES = {  # in English and a few other languages, or as a symbol
    "time": r"time|zeit|temps|tiempo|tempo|tijd|(?<![a-z])t(?![a-z])",
    "voltage": r"potenti[ae]l|potencial|potenziale|voltage|membrane|voltaje|spannung|spanning|tension"
    r"|v_|(?<![a-z])(?:[uv]_?(?:m|mem)?|u_\w+|e_?m)(?![a-z])",
    "current": r"current|input|strom|stroom|courant|corriente|corrente"
    r"|i_|(?<![a-z])i(?:m|in|ext|inj|app|stim|syn)?(?![a-z])",
}
LONGEST = 200  # characters of a label that are read
PREFIXES = {"": 1.0, "m": 1e-3, "μ": 1e-6, "u": 1e-6, "n": 1e-9, "p": 1e-12, "f": 1e-15}
LONG = {"": 1.0, "milli": 1e-3, "micro": 1e-6, "nano": 1e-9, "pico": 1e-12}
FONTS = r"\\(?:math(?:rm|bf|it|sf|tt|regular)|boldsymbol|text[a-z]*|rm|it|bf|sf)(?![a-z])"
SIGNS = {r"\mu": "μ", r"\cdot": "·", r"\times": "×", "−": "-"}
TENS = r"(?:(?:[x×·*]|1e|10(?:\s*\^|e)?)\s*)*(?P<power>-\s*\d+)?\s*"


def plain(label: str) -> str:
    """A label without the signs of mathematics, accents and forms of letters.

    >>> plain(r"$\\mathrm{I}$ (Ampère), $t$ (10⁻³ $\\mu$s)")
    'I (Ampere), t (10-3 μs)'
    """
    text = unicodedata.normalize("NFKD", label[:LONGEST])[:LONGEST]
    text = "".join(letter for letter in text if not unicodedata.combining(letter))
    text = re.sub(FONTS, "", text)
    for sign, letter in SIGNS.items():
        text = text.replace(sign, letter)
    return re.sub(r"\\[,;: ]", " ", re.sub(r"[{}$~]", "", text))


def unit(label: str, quantity: str) -> tuple[str, float, tuple[int, int]] | None:
    """The unit of ``quantity`` (time, voltage, current) in ``label``: text, factor to SI, span in ``plain``.

    >>> unit("$V_m$ (mV)", "voltage")[:2], unit("time in seconds", "time")[:2], unit("V", "voltage")
    (('mV', 0.001), ('seconds', 1.0), None)
    >>> unit("I ($10^{-10}$ A)", "current")[1]
    1e-10
    """
    symbol, words = UNITS[quantity]
    short = rf"{TENS}(?P<unit>(?P<prefix>[mμunpf]?)\s*{symbol})"
    forms = (
        (rf"[(\[/,]\s*(?:(?:SI )?units?:?\s*)?{short}\s*(?:[)\]]|$)", PREFIXES),
        (rf"\bin\s+{short}(?![\w.^/])", PREFIXES),
        (rf"(?i)\b(?P<unit>(?:(?P<prefix>{'|'.join(filter(None, LONG))})[\s-]*)?(?:{words})s?)\b", LONG),
    )
    for pattern, prefixes in forms:
        match = re.search(pattern, plain(label))
        if match:
            tens = (match.groupdict().get("power") or "0").replace(" ", "")
            return match["unit"], prefixes[(match["prefix"] or "").lower()] * 10.0 ** int(tens), match.span()
    return None


def factor(label: str, quantity: str) -> float:
    """What the numbers on an axis are multiplied with to be in SI units, as its label says; 1 where it says nothing.

    >>> factor("time (ms)", "time"), factor("", "time")
    (0.001, 1.0)
    """
    found = unit(label, quantity)
    return found[1] if found else 1.0


def names(label: str, quantity: str) -> bool:
    """Whether ``label``, beside its unit, names the quantity.

    >>> names("time (s)", "time"), names("(s)", "time"), names("$V_m$ (V)", "voltage"), names("(V)", "voltage")
    (True, False, True, False)
    """
    found, rest = unit(label, quantity), plain(label)
    if found is not None:
        rest = rest[: found[2][0]] + " " + rest[found[2][1] :]
    return re.search(f"(?i){NAMES[quantity]}", rest) is not None
