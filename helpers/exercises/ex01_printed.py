"""Exercise 1: whether the eight values are printed in one line, and what is printed in their place."""

from __future__ import annotations

import ast
import math
import re
from typing import Any

import numpy as np

from helpers.model import GIVEN
from slipcheck.exercise import Message, Parameters
from slipcheck.judge.parse import parsed
from slipcheck.judge.quantities import LINE, NUMBER, Printed
from slipcheck.judge.rules import OF_WRONG_VALUES
from slipcheck.observe import Observation
from slipcheck.observe.plain import is_number

from .physical_quantities import UNITS

ALL_IN_ONE_LINE = Printed("printed", (None,) * len(GIVEN))
WRONG_VALUES = (
    OF_WRONG_VALUES,
    Message(
        "The printed line shows a wrong value.",
        "It shows what your names hold, and one of them is not right yet.",
        "Correct the value where the name gets it.",
    ),
)


def prints_its_values(observation: Observation, p: Parameters) -> tuple[str, Message] | None:
    """The eight values are printed, in one line, in their order: the right ones, or those that the names hold."""
    values = [observation.variables.get(name, getattr(p, name)) for name in GIVEN]
    printed = numbers_in(observation.printed[: 10 * LINE])
    known = [value for value in values if is_number(value)]
    if any(is_one_line_of(observation, p, shown) for shown in ([getattr(p, name) for name in GIVEN], known)):
        return None
    if is_printed_as_it_is(observation, values):
        return WRONG_VALUES
    if len(known) == len(GIVEN):
        if len(printed) == len(GIVEN) and np.allclose(printed, known, rtol=1e-9, atol=0):
            means = "The exercise asks for one line. Each print begins a new one."
            return "several lines", Message(
                "The eight values are on several lines.", means, "Give all eight names to one print."
            )
        if sorted(printed) == sorted(known):
            curly = re.search(r"\{ *\w+(?: *, *\w+)+ *,? *\}", observation.source)
            if curly is not None:
                line = observation.source[: curly.start()].count("\n") + 1
                means = "In Python they make a set, and a set keeps no order."
                said = f"Line {line}: the values are in curly brackets."
                return "set for a list", Message(said, means, "Which brackets make a list?")
            means = "Their order should be " + ", ".join(f"`{name}`" for name in GIVEN) + "."
            return "order of the print", Message(
                "The values are printed in another order.",
                means,
                "Compare the order of the names in your code with it.",
            )
    return unlike_the_values(observation, printed, known)


def is_one_line_of(observation: Observation, p: Parameters, values: list[float]) -> bool:
    """Whether these eight numbers are printed in one line."""
    candidates = ALL_IN_ONE_LINE.candidates(observation, p) if len(values) == len(GIVEN) else []
    return any(ALL_IN_ONE_LINE.same(candidate, np.array([values]), p) for candidate in candidates)


def numbers_in(text: str) -> list[float]:
    return [float(number) for number in NUMBER.findall(text)]


def is_printed_as_it_is(observation: Observation, values: list[Any]) -> bool:
    """Whether a line shows what the names hold, where some hold a text or a pair of numbers."""
    expected = [number for value in values for number in numbers_in(str(value))]
    lines = [numbers_in(line) for line in observation.printed[: 10 * LINE].splitlines()]
    return len(expected) >= len(GIVEN) and any(
        len(line) == len(expected) and np.allclose(line, expected, rtol=1e-9, atol=0) for line in lines
    )


def unlike_the_values(observation: Observation, printed: list[float], known: list[float]) -> tuple[str, Message]:
    """What is printed in place of the values."""
    if not observation.printed.strip():
        return nothing_printed(observation)
    if not printed and "t_max" in observation.printed:
        means = "In quotes they are a text, and print shows a text as it is."
        advice = "Leave out the quotes."
        if not prints_a_text(observation.source):
            means = (
                "They are the keys of a dictionary. Python takes the keys of a dictionary where it is used like a list."
            )
            advice = "Which method of a dictionary gives its values?"
        return "names printed as text", Message("The names are printed, not their values.", means, advice)
    if adds_values(observation.source):
        means = "The sign + adds the values to one number. Commas separate the values of a print."
        return "values added", Message(
            "Values are added before they are printed.", means, "Put commas between the names."
        )
    if "".join(str(value) for value in known) in observation.printed:
        means = "So the end of one number and the beginning of the next cannot be told apart."
        return "value not printed", Message(
            "There is nothing between the values in the printed line.", means, "Put a space between any two values."
        )
    changed = in_another_unit(printed, known)
    if changed is not None:
        return "other values printed", changed
    shortened = rounded(observation, printed, known)
    if shortened is not None:
        return "rounded", shortened
    return miscounted(observation, printed, known)


def nothing_printed(observation: Observation) -> tuple[str, Message]:
    """Why the output is empty."""
    lines = list(enumerate(observation.source.splitlines(), 1))
    commented = next((k for k, line in lines if re.match(r"\s*#\s*print\b", line)), None)
    if commented is not None:
        return "nothing printed", Message(
            f"Line {commented}: the line with print is still a comment.",
            "After the sign # Python reads nothing, so nothing is printed.",
            "Delete the # at the start of this line, and the space after it.",
        )
    indented = next((k for k, line in lines if re.match(r"\s+print\(.*\w", line)), None)
    if indented is not None:
        return "nothing printed", Message(
            f"Line {indented}: this print is never carried out.",
            "It is indented, so it belongs to a line above that ends with a colon.",
            "Print the values at the left edge, without anything around the print.",
        )
    return "nothing printed", Message(
        "Nothing is printed.",
        "The values should be shown with print.",
        "Add a line with print and the eight names.",
    )


def prints_a_text(source: str) -> bool:
    """Whether a name stands in quotes between the brackets of a print, or no dictionary holds the names as keys."""
    nodes = list(ast.walk(parsed(source) or ast.Module([], [])))
    texts = [n for node in nodes if called_name(node) == "print" for n in ast.walk(node) if isinstance(n, ast.Constant)]
    keys = [key for node in nodes if isinstance(node, ast.Dict) for key in node.keys if isinstance(key, ast.Constant)]
    return any(GIVEN[0] in str(text.value) for text in texts) or not any(key.value == GIVEN[0] for key in keys)


def adds_values(source: str) -> bool:
    """Whether a print adds the values of two of the names."""
    prints = [node for node in ast.walk(parsed(source) or ast.Module([], [])) if called_name(node) == "print"]
    sums = [n for node in prints for n in ast.walk(node) if isinstance(n, ast.BinOp) and isinstance(n.op, ast.Add)]
    return any(ast.unparse(n.right) in GIVEN and ast.unparse(n.left).split(" + ")[-1] in GIVEN for n in sums)


def called_name(node: ast.AST) -> str:
    """The name of the function that is called, if it has no package."""
    return getattr(node.func, "id", "") if isinstance(node, ast.Call) else ""


def in_another_unit(printed: list[float], known: list[float]) -> Message | None:
    """Of values that are printed a power of ten too large or too small, the first; None where others are wrong too."""
    if not len(printed) == len(known) == len(GIVEN) or 0 in printed or 0 in known:
        return None
    pairs = zip(GIVEN, printed, known, strict=True)
    powers = {name: math.log10(abs(number / value)) for name, number, value in pairs}
    if any(abs(power - round(power)) > 1e-6 for power in powers.values()):
        return None
    name = next((name for name, power in powers.items() if round(power)), None)
    if name is None:
        return None
    number, value = printed[GIVEN.index(name)], known[GIVEN.index(name)]
    means = f"Its value is {value:g} {UNITS[name]}. The exercise asks for the values that the names hold."
    return Message(f"`{name}` is printed as {number:g}.", means, "Print the eight names, without a calculation.")


def miscounted(observation: Observation, printed: list[float], known: list[float]) -> tuple[str, Message]:
    """Which values are missing or printed twice, or else how many numbers there are."""
    cause = "value not printed" if len(printed) < len(GIVEN) else "other values printed"
    count = f"{len(printed)} {'number is' if len(printed) == 1 else 'numbers are'} printed; there should be eight."
    missing, twice = missing_and_twice(printed, known)
    cut = re.search(r"print\(.*?(\w+\[[^\[\]]*:[^\[\]]*\])", observation.source)
    if missing and cut is not None:
        means = "The second number of a slice is the first index that it leaves out."
        return cause, Message(
            f"`{cut[1]}` leaves out a value.", f"{count} {means}", "Which slice takes all eight values?"
        )
    advice = "Compare the names between the brackets of print with the eight names above."
    if missing and len(missing) <= 2:
        names = " and ".join(f"`{name}`" for name in missing)
        values = f"The value of {names} is" if len(missing) == 1 else f"The values of {names} are"
        means = f"The value of `{twice[0]}` is printed twice." if twice else count
        return cause, Message(f"{values} not printed.", means, advice)
    if twice and not missing:
        return cause, Message(f"The value of `{twice[0]}` is printed twice.", count, advice)
    empty = [name for name in GIVEN if not numbers_in(str(observation.variables.get(name, 0)))]
    if empty:
        means = f"`{empty[0]}` holds no number, so print shows none for it."
        return cause, Message(count, means, f"Give `{empty[0]}` its number first.")
    if len(printed) < len(GIVEN) and printed and set(printed) <= set(known):
        return cause, Message("Not all values are printed.", count, "Count the names between the brackets of print.")
    if len(printed) != len(GIVEN):
        order = ", ".join(f"`{name}`" for name in GIVEN)
        means = f"The line should hold the values of {order}, and no other number."
        return cause, Message(count, means, "Count the numbers in the output.")
    means = "In the order of the text they should be the values of " + ", ".join(f"`{name}`" for name in GIVEN) + "."
    return cause, Message(
        "The printed numbers are not the eight values.", means, "Compare the names in your print with this list."
    )


def rounded(observation: Observation, printed: list[float], known: list[float]) -> Message | None:
    """Of values that are printed with too few decimals, the first; None where something else is wrong too."""
    if not len(printed) == len(known) == len(GIVEN):
        return None
    pairs = list(zip(GIVEN, printed, known, strict=True))
    wrong = [pair for pair in pairs if not np.isclose(pair[1], pair[2], rtol=1e-6, atol=0)]
    if not wrong or not all(number in {round(value, k) for k in range(12)} for _, number, value in wrong):
        return None
    name, number, value = wrong[0]
    text = NUMBER.findall(observation.printed)[GIVEN.index(name)]
    if number == 0 and not re.search(r"\b(round|int)\(|format|%|:[^\n:]{0,40}[feg]\}", observation.source):
        means = f"Its value is {value:g} {UNITS[name]}."
        return Message(f"`{name}` is printed as {text}.", means, "Which value does print get in this place?")
    left = "Nothing" if number == 0 else "Only a part"
    means = f"Its value is {value:g} {UNITS[name]}. {left} of this number is left when it is rounded."
    advice = "Print the values as they are, without a format."
    tree = parsed(observation.source) or ast.Module([], [])
    prints = [node for node in ast.walk(tree) if called_name(node) == "print"]
    used = [called for node in prints for part in ast.walk(node) if (called := called_name(part)) in ("round", "int")]
    if used:
        advice = f"Print the values as they are, without `{used[0]}`."
    return Message(f"`{name}` is printed as {text}.", means, advice)


def missing_and_twice(printed: list[float], known: list[float]) -> tuple[list[str], list[str]]:
    """The names whose values are not printed, and those whose values are printed once too often; none of unequal counts."""
    if len(known) < len(GIVEN):
        return [], []
    pairs = list(zip(GIVEN, known, strict=True))
    missing = [name for name, value in pairs if printed.count(value) < known.count(value)]
    twice = [name for name, value in pairs if printed.count(value) > known.count(value)]
    others = [number for number in printed if number not in known]
    return ([], []) if others else (missing, twice)
