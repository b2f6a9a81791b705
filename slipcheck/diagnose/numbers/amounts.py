"""What is said where an answer has another number of values than the exercise asks for, or none, or elsewhere."""

from __future__ import annotations

import ast
import re

import numpy as np

from slipcheck.diagnosis import Diagnosis, Spot, quoted, spot_at, spot_of
from slipcheck.exercise import Message, Quantity
from slipcheck.judge.judge import Named
from slipcheck.judge.parse import parsed
from slipcheck.judge.quantities import LINE, NUMBER, Printed, Variable
from slipcheck.observe.plain import as_array
from slipcheck.verdict import Run


def name_of(quantity: Quantity) -> str:
    """What a message calls the quantity, at the start of a sentence."""
    if isinstance(quantity, Variable):
        return f"Your `{quantity.name}`"
    return "What you print" if isinstance(quantity, Printed) else "What you draw"


def missing(quantity: Quantity, run: Run) -> Named:
    """The message where an answer has no candidate for the quantity."""
    if isinstance(quantity, Printed):
        printed = run.observation.printed.strip()
        expected = len(quantity.digits)
        if not printed:
            calls = [node for node in ast.walk(parsed(run.observation.source) or ast.Module([], [])) if _prints(node)]
            means = "Your code has print, but never carries it out." if calls else "Your code has no print."
            advice = (
                "When is the line with print carried out?" if calls else "Which values should be printed, and where?"
            )
            return "too few numbers", Message("Nothing is printed.", means, advice)
        line = printed.splitlines()[0]
        have = len(NUMBER.findall(line)) or "none"
        means = f"A line should hold {expected} number{'s' if expected > 1 else ''}; this one holds {have}."
        advice = "Count the values in a line, and compare them with the sample output."
        return "too few numbers", Message(f"This was printed: {quoted(line[:60])}", means, advice)
    if isinstance(quantity, Variable):
        return _missing_variable(quantity, run)
    if not any(figure["artists"] for figure in run.observation.figures):
        return "nothing drawn", Message(
            "Your cell draws no points and no lines.",
            "The check reads the points of your figure.",
            "Which plot command draws them?",
        )
    return "other points", Message(
        "The figure does not hold the expected points.",
        "Each time step needs its own values.",
        "Print what you give to the plot command: is it what the text asks for?",
    )


def _prints(node: ast.AST) -> bool:
    """Whether it is a call of print that shows something."""
    return isinstance(node, ast.Call) and getattr(node.func, "id", "") == "print" and bool(node.args)


def _missing_variable(quantity: Variable, run: Run) -> Named:
    plain = run.observation.variables.get(quantity.name)
    if plain is None:
        return "missing name", Message(
            f"There is no `{quantity.name}` after your cell has run.",
            "The exercise asks for a variable of this name.",
            f"Store the result under the name `{quantity.name}`.",
        )
    kind = plain.get("type", "array") if isinstance(plain, dict) else type(plain).__name__
    expected = {
        "array": "a numpy array of numbers",
        "list": "a list of numbers",
        "number": "one number",
        "values": "an array or a list of numbers",
    }[quantity.kind]
    return "wrong type", Message(
        f"`{quantity.name}` is of type {kind}.",
        f"It should be {expected}.",
        "Look at the right side of the line that creates it.",
    )


def one_line(quantity: Quantity, candidate: np.ndarray, expected: np.ndarray, run: Run) -> Named | None:
    """All numbers are printed, in fewer lines than there are steps."""
    if not isinstance(quantity, Printed) or len(candidate) >= len(expected):
        return None
    if len(NUMBER.findall(run.observation.printed[: 10 * LINE])) != expected.size:
        return None
    return "one line", Message(
        f"There are as many numbers as expected, but not in {len(expected)} lines.",
        "Each step has a line of its own. print ends a line by itself.",
        "Look at what print is given beside the numbers, such as end=, and whether it prints a whole list.",
    )


def wrong_shape(quantity: Quantity, candidate: np.ndarray, expected: np.ndarray, run: Run) -> Named | Diagnosis:
    """The message where an answer has another number of values."""
    if isinstance(quantity, Variable):
        return "wrong shape", Message(
            f"`{quantity.name}` has {_size(candidate)}; {_size(expected)} is expected.",
            "The number of values follows from the number of steps and of realizations.",
            "Which line decides how many values there are?",
        )
    axis = 0 if isinstance(quantity, Printed) else 1
    rows = [line for line in run.observation.printed[: 10 * LINE].splitlines() if re.search(r"\d", line)]
    if axis == 0 and len(rows) == len(expected) > len(candidate):
        return "format code", Message(
            f"The numbers of {len(rows) - len(candidate)} printed lines cannot be told apart from their surroundings.",
            "One space should stand between two numbers, and nothing else.",
            "What else does your print put into the line?",
        )
    have, want = candidate.shape[axis], expected.shape[axis]
    if have != want:
        is_one_a_time = axis == 0 or np.unique(candidate[0]).size == have
        word = "time" if is_one_a_time else "point"
        one, many = ("line of numbers", "lines of numbers") if axis == 0 else (word, f"different {word}s")
        made = _made_at_once(run, have)
        if made is not None:
            name, spot = made
            observed = f"Line {spot.line}: `{name}` gets {have} values; {want} {is_or_are(want)} needed."
            advice = "What decides in this line how many values there are?"
            return Diagnosis("wrong count", Message(observed, "Each time step needs one value.", advice), spot)
        gap = abs(want - have)
        return "wrong count", Message(
            f"There {is_or_are(have)} {have} {one if have == 1 else many}; {want} {is_or_are(want)} expected.",
            f"{gap} {is_or_are(gap)} {'missing' if have < want else 'too many'}.",
            "Count how often the line with the output is carried out.",
        )
    return "wrong count", Message(
        f"At each time there are {candidate.shape[0] - 1} values; {expected.shape[0] - 1} are expected.",
        "Each realization gives one value a time.",
        "Check how many values you plot at once.",
    )


def _made_at_once(run: Run, count: int) -> tuple[str, Spot] | None:
    """In an answer without a loop: the first name that gets so many values, and its line."""
    source = run.observation.source
    tree = parsed(source) or ast.Module([], [])
    if any(isinstance(node, (ast.For, ast.While, ast.comprehension)) for node in ast.walk(tree)):
        return None
    for line in (node for node in tree.body if isinstance(node, ast.Assign)):
        name = getattr(line.targets[0], "id", "")
        values = as_array(run.observation.variables.get(name))
        spot = spot_of(source, line.value)
        if values is not None and values.shape == (count,) and spot is not None:
            return name, spot
    return None


def printed_with_a_comma(run: Run) -> Diagnosis:
    """Of numbers with a decimal comma."""
    source = run.observation.source
    line = next((number for number, text in enumerate(source.splitlines(), 1) if "replace(" in text), 0)
    message = Message(
        f"{f'Line {line}: the' if line else 'The'} numbers are printed with a comma.",
        "The decimal sign should be a point.",
        "What puts a comma in the place of the point?",
    )
    return Diagnosis("decimal comma printed", message, spot_at(source, line, 0, line, 10**6) if line else None)


def _size(array: np.ndarray) -> str:
    return "one number" if array.ndim == 0 else f"shape {array.shape}"


def is_or_are(number: int) -> str:
    return "is" if number == 1 else "are"
