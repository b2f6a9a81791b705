"""What the axes of this course's figures show, beside time."""

from __future__ import annotations

from slipcheck.judge.axis_labels import AxisQuantity

VOLTAGE = AxisQuantity(
    name="membrane potential",
    unit="V",
    symbol=r"(?:V|[vV]olts?)",
    words="volt",
    names=r"potenti[ae]l|potencial|potenziale|voltage|membrane|voltaje|spannung|spanning|tension"
    r"|v_|(?<![a-z])(?:[uv]_?(?:m|mem)?|u_\w+|e_?m)(?![a-z])",
    sizes=(1e-3, 1.0),
)
CURRENT = AxisQuantity(
    name="current",
    unit="A",
    symbol=r"(?:A|[aA]mps?)",
    words="ampere|amperio|amp",
    names=r"current|input|strom|stroom|courant|corriente|corrente"
    r"|i_|(?<![a-z])i(?:m|in|ext|inj|app|stim|syn)?(?![a-z])",
    sizes=(1e-12, 1e-8),
)
