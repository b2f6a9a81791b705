"""What keeps a whole answer from being judged: blanks that were left, and functions that it replaced."""

from __future__ import annotations

import ast

from slipcheck.diagnosis import Diagnosis, Spot, spot_at
from slipcheck.exercise import Exercise, Message
from slipcheck.judge.parse import parsed
from slipcheck.observe import Observation


def untouched_message(exercise: Exercise, source: str) -> Message:
    """What is said of a cell that is still as it was given."""
    if exercise.placeholders == 1:
        own = _line_in_place_of_the_blank(source)
        advice = f"Replace them. For a first hint run hint({exercise.number})."
        if own is not None:
            advice = f"Delete this line, if line {own} is the one that you have written for it."
        return Message(
            "One line still contains the `...` that it came with.",
            "The three dots stand for something that you write.",
            advice,
        )
    return Message(
        "There is still a `...` in each place that you should fill."
        if exercise.placeholders
        else "There is no line of code.",
        "The three dots stand for something that you write."
        if exercise.placeholders
        else "Each line is still a comment: it begins with #.",
        f"Read 'Your turn' again, change the cell and run it. For a first hint run hint({exercise.number}).",
    )


def _line_in_place_of_the_blank(source: str) -> int | None:
    """Another line of the same block that gives the name of the blank a value; a start before a loop is none."""
    tree = parsed(source) or ast.Module([], [])
    bodies = [body for node in ast.walk(tree) if isinstance(body := getattr(node, "body", None), list)]
    own = next((body for body in bodies if any(_is_blank(statement) for statement in body)), [])
    statements = [node for node in own if isinstance(node, ast.Assign)]
    blank = next(filter(_is_blank, statements), None)
    targets = blank and ast.unparse(blank.targets[0])
    return next((n.lineno for n in statements if n is not blank and ast.unparse(n.targets[0]) == targets), None)


def _is_blank(statement: ast.stmt) -> bool:
    value = statement.value if isinstance(statement, ast.Assign) else None
    return isinstance(value, ast.Constant) and value.value is ...


def blank_left(source: str, blanks: list[tuple[int, int]]) -> Diagnosis:
    """What is said of the dots that are left."""
    lines = list(dict.fromkeys(line for line, _ in blanks))
    where = f"Line {lines[0]}" if len(lines) == 1 else "Lines " + ", ".join(map(str, lines))
    message = Message(
        f"{where}: there is still a `...`.",
        "The three dots stand for something that you write.",
        "Replace them, then run the cell and check again.",
    )
    return Diagnosis("blank left", message, spot_at(source, *blanks[0], blanks[0][0], blanks[0][1] + 3))


def overwritten(observation: Observation) -> Diagnosis:
    """What is said of a function whose name got a new value."""
    name = observation.overwritten[0]
    spot = _assigned(observation.source, name)
    others = " and ".join(f"`{other}`" for other in observation.overwritten[1:])
    too = f" Do the same for {others}." if others else ""
    message = Message(
        f"{f'Line {spot.line}: your' if spot else 'Your'} code gives `{name}` a new value.",
        f"`{name}` is a function: an equals sign replaces it, round brackets call it. "
        "The check has put the function back.",
        f"Write `{name}` and then, in round brackets, what comes after the equals sign.{too}",
    )
    return Diagnosis("overwritten", message, spot)


def _assigned(source: str, name: str) -> Spot | None:
    last = name.split(".")[-1]
    for number, text in enumerate(source.splitlines(), 1):
        text = text.split("#")[0]
        start = text.find(last)
        if start >= 0 and "=" in text[start + len(last) :].lstrip()[:1]:
            return spot_at(source, number, 0, number, len(text), in_bytes=False)
    return None
