"""Exercise 1: define the eight parameters and print them."""

from __future__ import annotations

import difflib
import math
import re

import numpy as np

from helpers.model import GIVEN, Parameters
from slipcheck.diagnose.crashes.spellings import spelling_of
from slipcheck.diagnose.same_fault import same_in
from slipcheck.exercise import Message, Part
from slipcheck.judge.quantities import Variable
from slipcheck.observe import Observation
from slipcheck.observe.plain import is_number

from .ex01_printed import prints_its_values
from .lif import UNITS, lif_exercise

EXPONENTS = {"s": -3, "V": -3, "ohm": 6, "A": -11}  # of the given lines
PREFIXES = {"s": ("ms", "milli"), "V": ("mV", "milli"), "ohm": ("megaohm", "mega")}
PLACES = ("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth")


def reference(p: Parameters) -> dict:
    """The eight parameters, by name."""
    return {name: np.float64(getattr(p, name)) for name in GIVEN}


def explain(observation: Observation, p: Parameters, part: Part) -> tuple[str, Message, int | None] | None:
    """Which parameter is missing or wrong, with the line that gives it its value."""
    if part.name != "numbers":
        return None
    missing = [name for name in GIVEN if name not in observation.variables]
    if missing:
        return missing_names(observation, p, missing)
    wrong = next((name for name in GIVEN if not is_right(observation, p, name)), None)
    if wrong is None:
        return None
    cause, message, line = wrong_value(observation, p, wrong)
    observed = message.observed if line is None else f"Line {line}: {message.observed}"
    means = f"{message.means} {same_in(alike(observation, p, wrong))}".strip()
    return cause, Message(observed, means, message.next), line


def alike(observation: Observation, p: Parameters, first: str) -> list[int]:
    """The lines of other parameters of which the same is to be said, but for their numbers."""
    cause, message, line = wrong_value(observation, p, first)
    others = [name for name in GIVEN if name != first and not is_right(observation, p, name)]
    said = [wrong_value(observation, p, name) for name in others]
    same = [(other[2], other[1]) for other in said if other[0] == cause and other[1].next == message.next]
    plain = [number for number, text in same if number != line and without_values(text) == without_values(message)]
    return sorted({number for number in plain if number is not None})


def without_values(message: Message) -> str:
    """What a message says the line means, without what is quoted and the numbers that are not a factor."""
    return re.sub(r"`[^`]*`|-?[\d.]+(?:e[-+]?\d+)? (?=is the)", "", message.means)


def is_right(observation: Observation, p: Parameters, name: str) -> bool:
    value = observation.variables.get(name)
    return is_number(value) and math.isclose(value, getattr(p, name), rel_tol=1e-6)


def line_of(observation: Observation, name: str, before: str = "") -> int | None:
    """The last line that gives the name a value; one that ``before`` begins."""
    lines = [
        number
        for number, text in enumerate(observation.source.splitlines(), 1)
        if re.match(rf"\s*{before}\s*{name}\s*=(?!=)", text)
    ]
    several = [] if before else re.finditer(rf"(?m)^[^#\n=]*\b{name}\b[^#\n=]*=(?!=)", observation.source)
    lines += [observation.source[: match.start()].count("\n") + 1 for match in several]
    return max(lines) if lines else None


def missing_names(observation: Observation, p: Parameters, missing: list[str]) -> tuple[str, Message, int | None]:
    names = " and ".join(f"`{name}`" for name in missing)
    has = "has no value" if len(missing) == 1 else "have no value"
    comments = [line for name in missing if (line := line_of(observation, name, "#")) is not None]
    if comments:
        lines = f"Line {comments[0]} is" if len(comments) == 1 else f"Lines {', '.join(map(str, comments))} are"
        means = f"{lines} still a comment: after the sign # Python reads nothing."
        return (
            "still a comment",
            Message(f"{names} {has}.", means, "Delete the # and the space after it, at the start of each such line."),
            comments[0],
        )
    inside = re.search(r"(?m)^\s*def (\w+).*\n(?:\s+.*\n)*?\s+t_max\s*=", observation.source)
    if inside and len(missing) == len(GIVEN):
        line = observation.source[: inside.start(1)].count("\n") + 1
        means = "A name that gets its value inside a function is known only there."
        advice = "Write these lines without a function around them."
        return (
            "inside a function",
            Message("The eight names have no value after your cell has run.", means, advice),
            line,
        )
    others = [name for name in observation.variables if name not in GIVEN]
    for name in missing:
        flat = {other.replace("_", "").lower(): other for other in others}
        close = flat.get(name.replace("_", "")) or next(iter(difflib.get_close_matches(name, others, 1, 0.5)), None)
        if close is not None:
            line = line_of(observation, close)
            means = f"There is a name `{close}`. {spelling_of(close, name)}"
            advice = f"The exercise calls it `{name}`.{used_too(observation, close, line)}"
            return "name changed", Message(f"`{name}` has no value.", means, advice), line
    for name in missing:
        same = [other for other in others if observation.variables[other] == getattr(p, name)]
        if len(same) == 1:
            means = f"Its value is stored under another name, `{same[0]}`."
            message = Message(f"`{name}` has no value.", means, f"The exercise calls it `{name}`.")
            return "name changed", message, line_of(observation, same[0])
    inside_a_dictionary = re.search(r"(?m)^.*(\{|\bdict\()", observation.source)
    if inside_a_dictionary and any(isinstance(value, dict) for value in observation.variables.values()):
        line = observation.source[: inside_a_dictionary.start()].count("\n") + 1
        means = (
            "The values are in a dictionary. There each name is only a text, a key, and Python makes no variable of it."
        )
        advice = "Give each of the eight names its value in a line of its own, without the dictionary."
        return (
            "inside a dictionary",
            Message("The eight names have no value after your cell has run.", means, advice),
            line,
        )
    means = "Each of the eight names needs a line that gives it its value."
    return "name missing", Message(f"{names} {has}.", means, "Compare the names with the table in the text."), None


def used_too(observation: Observation, name: str, line: int | None) -> str:
    """A sentence on the other lines that use the name."""
    texts = enumerate(observation.source.splitlines(), 1)
    lines = [k for k, text in texts if k != line and re.search(rf"\b{name}\b", text.split("#")[0])]
    return f" Line {lines[0]} uses `{name}` too." if len(lines) == 1 else ""


def wrong_value(observation: Observation, p: Parameters, name: str) -> tuple[str, Message, int | None]:
    value = observation.variables.get(name)
    line = line_of(observation, name)
    if isinstance(value, str):
        message = Message(
            f"`{name}` is a text, not a number.",
            "What is in quotes is a text for Python, even where it looks like a number.",
            "Write the number alone, without quotes and without a unit.",
        )
        return "text as number", message, line
    if isinstance(value, list):
        means = "Python reads two values where a number has a comma. Its decimal sign is a point."
        return (
            "decimal comma",
            Message(f"`{name}` holds two values.", means, "Write a point in place of the comma."),
            line,
        )
    if not is_number(value):
        return "no number", Message(f"`{name}` is not a number.", "It should be one number.", "Look at its line."), line
    text = observation.source.splitlines()[line - 1].split("#")[0] if line else ""
    unit = UNITS[name]
    said = f"`{name}` is {value:.4g} {unit}."
    subtraction = re.search(r"\d+(?:\.\d*)?\s*-\s*\d+", text)
    if subtraction:
        means = f"Python subtracts in `{subtraction[0]}`. A power of ten is written with the letter e between the two numbers."
        return (
            "exponent without e",
            Message(said, means, "Write the e in each line where it is missing."),
            line,
        )
    stars = re.search(r"(?<![\d.])(?!10\s*\*\*)\d+\s*\*\*\s*-?\d+", text)
    if stars:
        means = f"`{stars[0]}` is a power. A power of ten is written with the letter e: a number, e, the exponent."
        return "power for e", Message(said, means, "Write the number with an e."), line
    right = getattr(p, name)
    if math.isclose(value, -right, rel_tol=1e-6):
        return "sign lost", Message(said, "Its sign is not the one of the text.", "Look at the sign."), line
    other = next((n for n in GIVEN if n != name and math.isclose(value, getattr(p, n), rel_tol=1e-6)), None)
    if other is not None and UNITS[other] == unit:
        means = f"That is the value that `{other}` should have."
        return (
            "values exchanged",
            Message(said, means, "Compare the values with the sample output, from left to right."),
            line,
        )
    power = math.log10(abs(value / right)) if value else math.nan
    if value * right > 0 and abs(power - round(power)) < 1e-6:
        return "power of ten", Message(said, *power_of_ten(name, text.partition("=")[2], value, right)), line
    means = "The exercise gives it another value."
    return "other value", Message(said, means, "Compare it with the sample output, digit by digit."), line


def power_of_ten(name: str, typed: str, value: float, right: float) -> tuple[str, str]:
    """What a value means that is right but for a power of ten, and what to try."""
    unit = UNITS[name]
    usual = EXPONENTS[unit]
    power = round(math.log10(value / right))
    means = f"That is {10.0 ** abs(power):g} times too {'large' if power > 0 else 'small'}."
    if re.search(rf"\b{name}\b", typed):
        return means, "Does the text ask for this line? Leave it out."
    number = re.fullmatch(r"\s*-?[\d.]+(?:e([-+]?\d+))?\s*", typed.lower())
    exponent = int(number[1]) if number is not None and number[1] else None
    if exponent is None and number is not None and power == -usual:
        if unit not in PREFIXES:
            return (
                f"{means} The power of ten is missing.",
                "Which power of ten belongs to it? Write it with the letter e.",
            )
        small, prefix = PREFIXES[unit]
        means = f"{means} {value:.4g} is the number in {small}; the exercise needs it in {unit}."
        return means, f"Which power of ten is {prefix}? Write it with the letter e."
    ten = re.search(r"(?<![\w.])10+e([-+]?\d+)", typed.lower())
    if ten is not None and exponent is None:
        e = f"The `e{ten[1]}` alone is the power of ten. In `{ten[0]}` another 10 multiplies it."
        return f"{means} {e}", "Which number belongs in front of the e?"
    if exponent is None:
        return means, "Count the zeros."
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


EXERCISE = lif_exercise(
    number=1,
    title="Defining parameters",
    reference=reference,
    quantities=tuple(Variable(name) for name in GIVEN),
    parts=(
        Part("numbers", "the eight parameters have their values", 2, quantities=GIVEN),
        Part("printed", "their values are printed, in one line, in the order given", 1, rules=(prints_its_values,)),
    ),
    slips=(),
    explain=explain,
    hints=(
        "Python skips everything from a # to the end of the line.",
        "Look at the lines below `# Exercise 1`. Each of these lines starts with a #, so Python skips the whole line. The second # of a line "
        "can stay.",
        "Do not change the first line, `# Exercise 1`.\n"
        "In each line below the first line, delete the # at the start and the space after this #. The code then starts at the left edge.\n"
        "A shortcut, before you have changed any line: select only the lines below the first line. Then press Ctrl+/ once (Cmd+/ on a Mac).",
    ),
    another="Several names can get their values in one line: `dt, tau = 1e-3, 20e-3`.",
    placeholders=0,
    given=(),
)
