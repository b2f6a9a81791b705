"""What an axis label says: which quantity, in which unit."""

from __future__ import annotations

import re

WORDS = {
    "time": (("second", "sec"), "s", r"(?i)time|(?<![A-Za-z])t(?![A-Za-z])"),
    "voltage": (("volt",), "V", r"(?i)potential|voltage|membrane|(?<![A-Za-z])v(?![A-Za-z])|v_"),
    "current": (("ampere", "amp"), "A", r"(?i)current|input|(?<![A-Za-z])i(?![A-Za-z])|i_"),
}
LONGEST = 200  # characters of a label that are read
PREFIXES = {"": 1.0, "m": 1e-3, "µ": 1e-6, "μ": 1e-6, "u": 1e-6, "n": 1e-9, "p": 1e-12}
LONG = {"": 1.0, "milli": 1e-3, "micro": 1e-6, "nano": 1e-9, "pico": 1e-12}


def unit(label: str, quantity: str) -> tuple[str, float, tuple[int, int]] | None:
    """The unit of ``quantity`` (time, voltage, current) in ``label``: its text, its factor to SI, its span.

    >>> unit("$V_m$ (mV)", "voltage")[:2], unit("time in seconds", "time")[:2], unit("V", "voltage")
    (('mV', 0.001), ('seconds', 1.0), None)
    >>> unit("I ($10^{-10}$ A)", "current")[1]
    1e-10
    """
    label = label[:LONGEST]
    text = re.sub(r"\\mathrm|\\text|\\rm", "  ", label).replace("\\mu", "  µ")
    text = re.sub(r"[{}$~]|\\[,;: ]?", lambda found: " " * len(found.group()), text)
    words, symbol, _ = WORDS[quantity]
    power = r"(?:(?:x|×|1e|10\s*\^|10e?|\*)\s*)*(?P<power>[-−]\s*\d+)?\s*"
    short = rf"(?:[(\[/,]|\bin\b)\s*{power}(?P<unit>(?P<prefix>[mµμunp]?){symbol})\s*(?:[)\]]|$)"
    long = rf"(?i)(?P<unit>\b(?P<prefix>{'|'.join(LONG)})(?:{'|'.join(words)})s?)\b"
    for pattern, prefixes in ((short, PREFIXES), (long, LONG)):
        match = re.search(pattern, text)
        if match:
            tens = (match.groupdict().get("power") or "0").replace("−", "-").replace(" ", "")
            return match["unit"], prefixes[match["prefix"].lower()] * 10.0 ** int(tens), match.span()
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
    found = unit(label, quantity)
    rest = label if found is None else label[: found[2][0]] + label[found[2][1] :]
    return re.search(WORDS[quantity][2], rest) is not None
