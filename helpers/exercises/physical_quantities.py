"""The physical quantities of this course: the units of its values, and what an axis that shows one is called."""

from __future__ import annotations

from dataclasses import replace

from slipcheck.judge import label_text
from slipcheck.judge.label_rules import labelled, odd_units
from slipcheck.judge.label_text import AxisQuantity
from slipcheck.judge.rules import Rule

UNITS = {
    "t": "s",
    "t_range": "s",
    "[t] * n": "s",
    "v_n.T": "V",
    "i": "A",
    "v": "V",
    "v_n": "V",
    "v_mean": "V",
    "v_std": "V",
    "v_var": "V²",
    "v_var_n": "V²",
    **dict.fromkeys(("dt", "tau", "t_max"), "s"),
    **dict.fromkeys(("el", "vr", "vth"), "V"),
    "r": "ohm",
    "i_mean": "A",
}
UNIT_WORDS = ("ms", "s", "mV", "V", "nA", "pA", "A", "ohm", "Ohm", "MOhm", "volt", "ampere", "sec", "seconds", "Hz")

TIME = replace(label_text.TIME, sizes=(2e-4, 1.0))
VOLTAGE = AxisQuantity(
    name="membrane potential",
    unit="V",
    symbol=r"(?:V|[vV]olts?|J\s*/\s*C|A\s*(?:[oO]hm|Ω))",
    words="volt",
    names=r"potenti[ae]l|potencial|potenziale|voltage|membrane|voltaje|spannung|spanning|tension"
    r"|v_|(?<![a-z])(?:[uv]_?(?:m|mem)?|u_\w+|e_?m)(?![a-z])",
    sizes=(1e-3, 1.0),
    odd="v",
    time=TIME,
)
CURRENT = AxisQuantity(
    name="current",
    unit="A",
    symbol=r"(?:A|[aA]mps?|C\s*(?:/\s*s|s\s*\^?\s*-1)|V\s*/\s*(?:[oO]hm|Ω))",
    words="ampere|amperio|amp|coulombs? per second",
    names=r"current|input|intensi[dt]|strom|stroom|courant|corriente|corrente"
    r"|i_|(?<![a-z])i(?:m|in|ext|inj|app|stim|syn)?(?![a-z])",
    sizes=(1e-12, 1e-8),
    odd="a",
    time=TIME,
)
QUANTITIES = (TIME, VOLTAGE, CURRENT)


def labels(quantity: AxisQuantity) -> tuple[Rule, Rule]:
    """The rules for the labels of a figure that shows the quantity against time."""
    return labelled("x", TIME, QUANTITIES, quantity), labelled("y", quantity, QUANTITIES, TIME)


def unit_notes(quantity: AxisQuantity) -> tuple:
    """Notes on units that are accepted and not written as they should be."""
    return odd_units("x", TIME), odd_units("y", quantity)
