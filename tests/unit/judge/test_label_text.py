"""What is read in the label of an axis."""

from __future__ import annotations

import pytest

from helpers.exercises.physical_quantities import CURRENT, VOLTAGE
from slipcheck.judge.label_text import TIME, names_quantity, unit

QUANTITIES = {"time": TIME, "voltage": VOLTAGE, "current": CURRENT}
BOTH = {  # labels, one | apart
    ("time", 1.0): r"""
        time (s) | t [s] | $t$ (s) | $t$ ($s$) | Time / s | t, s | time in s | time in seconds
        time (sec.) | time (seconds) | $\mathrm{time}$ (s) | $\mathrm{time}\ (\mathrm{s})$
        $t\;[\mathrm{s}]$ | time (unit: s) | time (SI unit: s) | time in s since the start
        t in s (25 steps) | time in s, from 0 to 24 ms | time（s） | time (s) | time ( s ) | Zeit (s)
        Zeit in Sekunden | temps (s) | temps (secondes) | tiempo (s) | tempo (s) | tijd (s)
        time (Secs) | $\it{t}$ (s) | $\mathbf{t}$ [s] | $\boldsymbol{t}$ ($\textrm{s}$)
    """,
    ("time", 0.001): r"""
        time (ms) | t in ms | time (msec) | time (mSec) | time (msecs) | time (milli seconds)
        time (milliseconds) | time (m s) | t ($\cdot 10^{-3}$ s) | t ($\times 10^{-3}\,\mathrm{s}$)
        t (10^-3 s) | t (10⁻³ s) | t (10**-3 s) | t (1e-3 s)
    """,
    ("time", 1e-06): r"""
        time ($\mu$s) | time ($\mu s$) | time (µs) | time (μs) | time (us) | time (microseconds)
    """,
    ("current", 1.0): r"""
        $I$ (A) | $\mathrm{I}$ (A) | Im (A) | Iin [A] | Iext [A] | Iinj (A) | $I_{ext}$ (A)
        I_{ext} (A) | current (Ampère) | i (A) | current in A through the membrane | input (amp.)
        Strom (A) | courant (A) | corriente (A) | corrente (A) | stroom (A) | intensidad (A)
        current (C/s) | current (C s$^{-1}$) | current (coulomb per second) | current (V/Ω)
    """,
    ("current", 1e-09): r"""
        I (nA) | I (n A) | current (nAmps) | I (nAmp) | I (nano ampere) | I ($\cdot 10^{-9}$ A)
    """,
    ("current", 1e-10): r"""
        $I$ ($\times 10^{-10}$ A) | I (10⁻¹⁰ A) | I ($10^{-10}$ A) | I (1e-10 A) | I (x10^-10 A)
    """,
    ("voltage", 1.0): r"""
        $V_m$ (V) | Vm (V) | vm (V) | Vmem (V) | V_mem (V) | V (V) | v in V | U (V) | u [V] | $E_m$ (V)
        Em (V) | $U_m$ (V) | membrane potential / V | Membranpotential (V) | Spannung (V) | tension (V)
        potentiel (V) | potencial (V) | voltaje (V) | tensione (V) | potenziale (V) | spanning (V)
        Membrane Voltage [Volts] | V (J/C)
    """,
    ("voltage", 0.001): r"""
        Vm (mV) | $V_m$ (mV) | V in mV | membrane potential (millivolt)
    """,
}
NO_UNIT = {
    "time": "time | s | time in steps | t (a.u.) | time (1/s) | time (m/s)",
    "voltage": "V | mV | V_m (s)",
    "current": "current | I (V) | I in a neuron | I (A/s)",
}
NO_NAME = {
    "time": "(s) | x (s) | steps (s) | v (s)",
    "voltage": "(V) | y in mV | y (milli volts) | value (V)",
    "current": "(A) | in A | minimum (A)",
}


def each(table: dict) -> list[tuple]:
    """(key, label) for all labels of a table, of lines of labels."""
    lines = [(key, line.strip()) for key, text in table.items() for line in text.strip().splitlines()]
    return [(key, label) for key, line in lines for label in line.split(" | ")]


@pytest.mark.parametrize(("key", "label"), each(BOTH))
def test_a_label_names_its_quantity_and_its_unit(key, label):
    quantity, scale = key
    found = unit(label, QUANTITIES[quantity])
    assert found is not None
    assert found[1] == pytest.approx(scale)
    assert names_quantity(label, QUANTITIES[quantity])


@pytest.mark.parametrize(("quantity", "label"), each(NO_UNIT))
def test_a_label_without_a_unit_has_none(quantity, label):
    assert unit(label, QUANTITIES[quantity]) is None


@pytest.mark.parametrize(("quantity", "label"), each(NO_NAME))
def test_a_label_with_a_unit_alone_names_nothing(quantity, label):
    assert not names_quantity(label, QUANTITIES[quantity])


@pytest.mark.parametrize("label", ["10" * 500, "x" * 1000, "(10^" * 300, "in " * 400, "\ufdfa" * 200, "(" + " " * 999])
def test_no_label_keeps_the_check_busy(label):
    assert unit(label, TIME) is None
