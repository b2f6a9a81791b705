"""Exercise 1: why a parameter has another value than the exercise gives it."""

from __future__ import annotations

import ast
import math
import re
from typing import Any

from helpers.model import GIVEN, Parameters
from slipcheck.exercise import Message
from slipcheck.judge.parse import parsed
from slipcheck.observe import Observation
from slipcheck.observe.plain import is_number

from .physical_quantities import UNITS

Said = tuple[str, Message, int | None]  # the cause, what is said, the line

EXPONENTS = {"s": -3, "V": -3, "ohm": 6, "A": -11}  # of the given lines
PREFIXES = {  # by the power of ten by which a number with this prefix is too large: sign, word
    3: ("m", "milli"), 6: ("µ", "micro"), 9: ("n", "nano"), 12: ("p", "pico"), -3: ("k", "kilo"), -6: ("M", "mega"),
}  # fmt: skip
PLACES = ("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth")
NUMBER = r"-?[\d.]+(?:e([-+]?\d+))?"


def given_in(source: str, name: str) -> tuple[int | None, str]:
    """The last line that gives the name a value, and what is typed there; no text where it is not one value alone."""
    places = _all_places(source, name)
    line = max((line for line, _ in places), default=None)
    return line, next((typed for number, typed in reversed(places) if number == line and typed), "")


def _all_places(source: str, name: str) -> list[tuple[int, str]]:
    """Each line that gives the name a value, and what is typed there."""
    places: list[tuple[int, str]] = []
    for node in ast.walk(parsed(source) or ast.Module([], [])):
        if isinstance(node, ast.Assign):
            places += [place for target in node.targets for place in _places(source, target, node.value, name)]
        elif isinstance(node, ast.AnnAssign) and node.value is not None:
            places += _places(source, node.target, node.value, name)
        elif isinstance(node, ast.AugAssign | ast.For) and name in _names_in(node.target):
            places.append((node.lineno, ""))
    return places


def _places(source: str, target: ast.expr, value: ast.expr, name: str) -> list[tuple[int, str]]:
    """Where an assignment gives the name its value, alone or as one of several."""
    if isinstance(target, ast.Name) and target.id == name:
        return [(target.lineno, ast.get_source_segment(source, value) or "")]
    if isinstance(target, ast.Tuple) and isinstance(value, ast.Tuple) and len(target.elts) == len(value.elts):
        pairs = zip(target.elts, value.elts, strict=True)
        return [place for one, its_value in pairs for place in _places(source, one, its_value, name)]
    return [(target.lineno, "")] if name in _names_in(target) else []


def _names_in(target: ast.expr) -> set[str]:
    return {node.id for node in ast.walk(target) if isinstance(node, ast.Name)}


def is_right(observation: Observation, p: Parameters, name: str) -> bool:
    value = observation.variables.get(name)
    return is_number(value) and math.isclose(value, getattr(p, name), rel_tol=1e-6)


def wrong_value(observation: Observation, p: Parameters, name: str) -> Said:
    """Why the value of a name is not the one that the exercise gives it."""
    value = observation.variables.get(name)
    line, typed = given_in(observation.source, name)
    if not is_number(value):
        return *_no_number(name, value, typed), line
    said = f"`{name}` is {value:.4g} {UNITS[name]}."
    subtraction = re.fullmatch(r"-?\d+(?:\.\d*)?\s*-\s*\d+", typed)
    if subtraction:
        means = f"Python subtracts in `{typed}`. A power of ten is written with the letter e between the two numbers."
        return "exponent without e", Message(said, means, "Write the e in each line where it is missing."), line
    stars = re.search(r"(?<![\d.])(?!10\s*\*\*)\d+\s*\*\*\s*-?\d+", typed)
    if stars:
        means = f"`{stars[0]}` is a power. A power of ten is written with the letter e: a number, e, the exponent."
        return "power for e", Message(said, means, "Write the number with an e."), line
    right = getattr(p, name)
    if math.isclose(value, -right, rel_tol=1e-6):
        return "sign lost", Message(said, "Its sign is not the one of the text.", "Look at the sign."), line
    other = next((n for n in GIVEN if n != name and math.isclose(value, getattr(p, n), rel_tol=1e-6)), None)
    if other is not None and UNITS[other] == UNITS[name]:
        means = f"That is the value that `{other}` should have."
        advice = f"Which value does the text give `{name}`?"
        if math.isclose(observation.variables.get(other) or math.nan, right, rel_tol=1e-6):
            means = f"That is the value for `{other}`, and `{other}` has the value for `{name}`."
            advice = "Exchange the two values."
        return "values exchanged", Message(said, means, advice), line
    power = math.log10(abs(value / right)) if value else math.nan
    if value * right > 0 and abs(power - round(power)) < 1e-6:
        own = _own_factor(observation, name, typed, said, round(power))
        if own is not None:
            return own
        return "power of ten", Message(said, *power_of_ten(observation, name, typed, value, right)), line
    means = "The exercise gives it another value."
    return "other value", Message(said, means, "Compare it with the sample output, digit by digit."), line


TEN_TOO_MUCH = "The `e{0}` alone is the power of ten. In `10e{0}` another 10 multiplies it."


def _own_factor(observation: Observation, name: str, typed: str, said: str, power: int) -> Said | None:
    """Of a value that is made with the student's own name for a power of ten: where that has another 10 in it."""
    for node in ast.walk(parsed(typed) or ast.Module([], [])):
        own = getattr(node, "id", "")
        line, number = given_in(observation.source, own) if own and own not in GIVEN else (None, "")
        ten = re.fullmatch(r"10e([-+]?\d+)", number.lower())
        if ten is not None and power == 1:
            observed = f"`{own}` is {observation.variables.get(own):.4g}."
            means = f"{TEN_TOO_MUCH.format(ten[1])} So {said[:1].lower() + said[1:]}"
            return "power of ten", Message(observed, means, "Which number belongs in front of the e?"), line
        value = observation.variables.get(own) if line is not None else None
        meant = _prefix_in(own)
        if is_number(value) and value > 0 and meant is not None and round(math.log10(value) - power, 6) == -meant[0]:
            means = f"So {said[:1].lower() + said[1:]}"
            advice = f"Which power of ten does “{meant[1]}” stand for?"
            return "power of ten", Message(f"`{own}` is {value:.4g}.", means, advice), line
    return None


def _prefix_in(name: str) -> tuple[int, str] | None:
    """The prefix that a name of the student's own says: how many powers of ten it takes away, and its word.

    >>> _prefix_in("pico"), _prefix_in("mV"), _prefix_in("mean")
    ((12, 'pico'), (3, 'milli'), None)
    """
    for power, (sign, word) in PREFIXES.items():
        if word in name.lower() or re.fullmatch(f"{sign}_?(s|V|A|ohm|Ohm)?", name):
            return power, word
    return None


def _no_number(name: str, value: Any, typed: str) -> tuple[str, Message]:
    """What is said of a name that holds no number."""
    if isinstance(value, str):
        message = Message(
            f"`{name}` is a text, not a number.",
            "What is in quotes is a text for Python, even where it looks like a number.",
            "Write the number alone, without quotes and without a unit.",
        )
        return "text as number", message
    if isinstance(value, list) and len(value) == 2 and re.search(r"^-?\d+,\s*\d", typed):
        means = "Python reads two values where a number has a comma. Its decimal sign is a point."
        return "decimal comma", Message(f"`{name}` holds two values.", means, "Write a point in place of the comma.")
    message = Message(f"`{name}` is not a number.", "It should be one number.", "Write the number alone.")
    return "no number", message


def power_of_ten(observation: Observation, name: str, typed: str, value: float, right: float) -> tuple[str, str]:
    """What a value means that is right but for a power of ten, and what to try."""
    unit = UNITS[name]
    usual = EXPONENTS[unit]
    power = round(math.log10(value / right))
    times = f"{10 ** abs(power):,}" if 3 < abs(power) < 10 else f"{10.0 ** abs(power):g}"
    means = f"That is {times} times too {'large' if power > 0 else 'small'}."
    if len(_all_places(observation.source, name)) > 1 and (not typed or re.search(rf"\b{name}\b", typed)):
        return f"{means} `{name}` already has a value before this.", "Leave out what changes it here."
    if not typed:
        return means, f"How does this line make the value of `{name}`?"
    number = re.fullmatch(NUMBER, typed.lower())
    if number is None:
        return _calculated(observation, means, typed, power)
    exponent = int(number[1]) if number[1] else None
    if exponent is None and power in PREFIXES:
        sign, word = PREFIXES[power]
        other = f"{word}ohm" if unit == "ohm" else f"{sign}{unit}"
        means = f"{means} {typed} is the number in {other}; the exercise needs it in {unit}."
        return means, f"Which power of ten is {word}? Write it with the letter e."
    if exponent is None and power == -usual:
        return f"{means} The power of ten is missing.", "Which power of ten is it? Write it with the letter e."
    if exponent is None and "00" not in typed:
        return means, "Compare the number with the one in the text, digit by digit."
    if exponent is None:
        return means, "Count the zeros."
    if exponent == usual and _is_moved_point(typed, value, right):
        both = "The number in front of the e and the exponent do not fit together."
        return f"{means} {both}", "Where the point moves one place, the exponent changes by one. Compare with the text."
    if exponent == usual:
        return (
            f"{means} The exponent {exponent} is right, the number in front of the e is not.",
            "Compare the digits in front of the e with those in the text.",
        )
    compare = (
        f"Compare what your cell prints with the sample output: it is the {PLACES[GIVEN.index(name)]} number there."
    )
    if exponent == -usual:
        size = "A positive exponent makes a number large" if power > 0 else "A negative exponent makes a number small"
        return (
            f"That is far too {'large' if power > 0 else 'small'}. {size}.",
            f"{compare} Which sign does the exponent need?",
        )
    return f"{means} The exponent {exponent} is not the right one for this number.", compare


def _is_moved_point(typed: str, value: float, right: float) -> bool:
    """Whether the number in front of the e has the digits of the text, with its point in another place."""
    front, _, _ = typed.lower().partition("e")
    return "." in front and f"{abs(value):.9e}".partition("e")[0] == f"{abs(right):.9e}".partition("e")[0]


def _calculated(observation: Observation, means: str, typed: str, power: int) -> tuple[str, str]:
    """The same of a value that is typed as a calculation."""
    ten = re.search(r"(?<![\w.])10e([-+]?\d+)", typed.lower())
    if ten is not None and abs(power) == 1:
        return f"{means} {TEN_TOO_MUCH.format(ten[1])}", "Which number belongs in front of the e?"
    names = [node.id for node in ast.walk(parsed(typed) or ast.Module([], [])) if isinstance(node, ast.Name)]
    values = {name: observation.variables.get(name) for name in names}
    known = [f"`{name}` is {number:.4g}" for name, number in values.items() if is_number(number)]
    if known:
        return f"{means} {' and '.join(known)} here.", "Calculate the line by hand with this value."
    return means, f"Calculate `{typed}` by hand. Which of its numbers is not the right one?"
