"""Exercise 1: define the eight parameters and print them."""

import numpy as np

from helpers.model import GIVEN, Parameters
from slipcheck.exercise import Part
from slipcheck.judge.quantities import LINE, NUMBER, Printed, Variable
from slipcheck.observe.plain import is_number

from .lif import lif_exercise
from .slip_rows import shape


def reference(p: Parameters) -> dict:
    """The eight parameters, by name and in one printed line."""
    values = np.array([getattr(p, name) for name in GIVEN])
    return {**dict(zip(GIVEN, values, strict=True)), "printed": values[None, :]}


def ratio(name: str, *factors: float):
    """Whether the variable is the right value times one of the factors."""

    def pattern(observation, p):
        value = observation.variables.get(name)
        return is_number(value) and any(abs(value / (getattr(p, name) * factor) - 1) < 1e-9 for factor in factors)

    return pattern


def any_of(names, *factors):
    return lambda observation, p: any(ratio(name, *factors)(observation, p) for name in names)


def numbers(observation) -> list[float]:
    return [float(number) for number in NUMBER.findall(observation.printed[: 10 * LINE])]


def on_several_lines(observation, p) -> bool:
    """Whether the eight values are printed in their order, but not in one line."""
    printed = numbers(observation)
    expected = [getattr(p, name) for name in GIVEN]
    return len(printed) == len(expected) and np.allclose(printed, expected, rtol=1e-9, atol=0)


MILLI = ("t_max", "dt", "tau", "el", "vr", "vth")
SLIPS = (
    shape("milli lost", "A value is a thousand times too large.", "The unit is milli: it needs the exponent -3.",
          "Compare each exponent with the list in the text.", any_of(MILLI, 1e3)),
    shape("exponent sign", "A value is a million times too large.", "An exponent lost its minus sign.",
          "Compare each exponent with the list in the text.", any_of(MILLI, 1e6)),
    shape("sign lost", "A potential has the wrong sign.", "The inside of a resting neuron is negative against the outside.",
          "Look at the signs of the three potentials.", any_of(("el", "vr", "vth"), -1)),
    shape("megaohm lost", "The resistance is off by a power of ten.", "Mega is the exponent 6.",
          "Look at the exponent of r.", any_of(("r",), 1e-6, 1e-12, 1e-3, 1e3, 0.1, 10)),
    shape("current exponent", "The mean current is off by a power of ten.", "Its exponent is -11.",
          "Look at the exponent of i_mean.", any_of(("i_mean",), 1e22, 10, 0.1, 1e-1, 1e11, 1e-11)),
    shape("potentials swapped", "Two of the three potentials are exchanged.", "Leak, reset and threshold have three different values.",
          "Compare the three with the list in the text.",
          lambda observation, p: sorted(str(observation.variables.get(k)) for k in ("el", "vr", "vth")) == sorted(map(str, (p.el, p.vr, p.vth)))
          and (observation.variables.get("el"), observation.variables.get("vr"), observation.variables.get("vth")) != (p.el, p.vr, p.vth)),
    shape("still a comment", "One of the parameters is missing.", "Its line is still a comment, so Python does not run it.",
          "Remove the # at the start of every line of code.",
          lambda observation, p: any(name not in observation.variables for name in GIVEN)
          and any(line.strip().startswith("#") and "=" in line for line in observation.source.splitlines())),
    shape("print still a comment", "Nothing is printed.", "The print line is still a comment, or missing.",
          "Remove the # in front of print.",
          lambda observation, p: not observation.printed.strip() and all(name in observation.variables for name in GIVEN)),
    shape("several lines", "The eight values do not stand in one line.", "Their order is right. Each print begins a new line, and so does sep=\"\\n\".",
          "Give all eight names to one print, with commas between them.", on_several_lines, parts=("printed",)),
    shape("order of the print", "The values are printed in another order.", "The order is the one of the list in the text.",
          "Compare the names in your print with it.", lambda observation, p: sorted(numbers(observation)) == sorted(getattr(p, name) for name in GIVEN), parts=("printed",)),
    shape("name changed", "One of the names has changed.", "A name is case-sensitive, and the exercise fixes all eight.",
          "Compare the names with the list in the text.",
          lambda observation, p: any(name not in observation.variables for name in GIVEN) and len(numbers(observation)) == len(GIVEN), parts=("numbers",)),
    shape("value not printed", "Fewer than eight values are printed.", "A name is missing in the print.",
          "Count the names between the brackets.", lambda observation, p: 0 < len(numbers(observation)) < len(GIVEN), parts=("printed",)),
    shape("names printed as text", "The names are printed, not their values.", "Quotes make a text of what stands between them.",
          "Leave the quotes away.", lambda observation, p: "t_max" in observation.printed and "0.15" not in observation.printed),
)  # fmt: skip

EXERCISE = lif_exercise(
    number=1,
    title="Defining parameters",
    reference=reference,
    quantities=(*(Variable(name) for name in GIVEN), Printed("printed", (None,) * len(GIVEN))),
    parts=(
        Part("numbers", "the eight parameters have their values", 2, quantities=GIVEN),
        Part("printed", "their values are printed, in one line, in the order given", 1, quantities=("printed",)),
    ),
    slips=SLIPS,
    hints=(
        "Python skips everything from a # to the end of the line.",
        "Every line of code in the cell starts with a #. So not one of them runs. The comments behind the values can stay.",
        "Remove the first # of each line, and nothing else. Select all lines and press Ctrl+/ (Cmd+/ on a Mac) to do it at once.",
    ),
    another="Several names can get their values in one line: `dt, tau = 1e-3, 20e-3`.",
    placeholders=0,
    given=(),
)
