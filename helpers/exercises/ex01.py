"""Exercise 1: define the eight parameters and print them."""

from __future__ import annotations

import ast
import difflib
import math
import re

import numpy as np

from helpers.model import GIVEN, Parameters
from slipcheck.diagnose.crashes.spellings import spelling_of
from slipcheck.diagnose.same_fault import named_lines, same_in
from slipcheck.exercise import Message, Part
from slipcheck.judge.parse import parsed
from slipcheck.judge.quantities import Variable
from slipcheck.observe import Observation
from slipcheck.observe.plain import is_number

from .ex01_printed import prints_its_values
from .ex01_values import given_in, is_right, wrong_value
from .shared_fields import lif_exercise


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


def line_of(observation: Observation, name: str, before: str = "") -> int | None:
    """The last line that gives the name a value; one that ``before`` begins."""
    if not before:
        return given_in(observation.source, name)[0]
    lines = enumerate(observation.source.splitlines(), 1)
    return max((number for number, text in lines if re.match(rf"\s*{before}\s*{name}\s*=(?!=)", text)), default=None)


def missing_names(observation: Observation, p: Parameters, missing: list[str]) -> tuple[str, Message, int | None]:
    names = " and ".join(f"`{name}`" for name in missing) if len(missing) < len(GIVEN) else "The eight names"
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
    line = function_of(observation.source, "t_max") if len(missing) == len(GIVEN) else None
    if line is not None:
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
        alike_values = [other for other in others if is_like(observation.variables[other], getattr(p, name))]
        close = flat.get(name.replace("_", "")) or next(
            iter(difflib.get_close_matches(name, alike_values, 1, 0.5)), None
        )
        if close is not None:
            line = line_of(observation, close)
            means = f"There is a name `{close}`. {spelling_of(close, name)}"
            advice = f"Write `{name}` in its place{in_lines(observation, close, line)}."
            return "name changed", Message(f"`{name}` has no value.", means, advice), line
    for name in missing:
        same = [other for other in others if observation.variables[other] == getattr(p, name)]
        if len(same) == 1:
            means = f"Its value is stored under another name, `{same[0]}`."
            line = line_of(observation, same[0])
            advice = f"Write `{name}` in its place{in_lines(observation, same[0], line)}."
            return "name changed", Message(f"`{name}` has no value.", means, advice), line
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


def function_of(source: str, name: str) -> int | None:
    """The line that begins the function in which a name gets its value."""
    for node in ast.walk(parsed(source) or ast.Module([], [])):
        if isinstance(node, ast.FunctionDef) and any(
            isinstance(part, ast.Name) and part.id == name and isinstance(part.ctx, ast.Store)
            for part in ast.walk(node)
        ):
            return node.lineno
    return None


def is_like(value: object, right: float) -> bool:
    """Whether it is the right value but for its sign and a power of ten."""
    if not is_number(value) or not value:
        return False
    power = math.log10(abs(value / right))
    return abs(power - round(power)) < 1e-6


def in_lines(observation: Observation, name: str, line: int | None) -> str:
    """The end of a sentence: this line, and the others that use the name."""
    texts = enumerate(observation.source.splitlines(), 1)
    lines = [k for k, text in texts if k != line and re.search(rf"\b{name}\b", text.split("#")[0])]
    return f", here and in {named_lines(lines)}" if lines else ""


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
    parameter_names=GIVEN,
)
