"""What keeps a whole answer from being judged: blanks that were left, and functions that it replaced."""

from __future__ import annotations

import ast

from slipcheck.diagnosis import Diagnosis, Spot, spot_at, spot_of
from slipcheck.exercise import Exercise, Message
from slipcheck.judge.parse import parsed
from slipcheck.observe import Observation


def untouched_message(exercise: Exercise, source: str, wrong: tuple[str, int] | None = None) -> Message:
    """What is said of a cell that is still as it was given; of a name that gets a ``wrong`` value, and its line."""
    if exercise.placeholders == 1:
        advice = f"Replace them. For a first hint run hint({exercise.number})."
        means = "The three dots stand for something that you write."
        unread = _value_that_nothing_reads(exercise, source)
        if unread is not None:
            line, name = unread
            means = f"{means} Line {line} stores a value as `{name}`, and nothing reads `{name}`."
            advice = "Which value belongs in the place of the dots?"
        line_of_dots = next((k for k, text in enumerate(source.splitlines(), 1) if _formula_in_a_comment(text)), None)
        if line_of_dots is not None:
            means = f"In line {line_of_dots} your formula is after the sign #, where Python reads nothing."
            advice = "Move it to the place of the dots."
        if wrong is not None:
            name, line = wrong
            advice = f"Line {line} gives `{name}` a wrong value: does what you wrote there belong here?"
        return Message("One line still contains the `...` that it came with.", means, advice)
    return Message(
        "There is still a `...` in each place that you should fill."
        if exercise.placeholders
        else "There is no line of code.",
        "The three dots stand for something that you write."
        if exercise.placeholders
        else "Each line is still a comment: it begins with #.",
        f"Read 'Your turn' again, change the cell and run it. For a first hint run hint({exercise.number}).",
    )


def _formula_in_a_comment(line: str) -> bool:
    """Whether a line with dots has a calculation in its comment.

    >>> [_formula_in_a_comment(f"i = ...  # {text}") for text in ("2 * np.pi * t", "A, the input current")]
    [True, False]
    """
    code, _, comment = line.partition("#")
    try:
        value = ast.parse(comment.strip(), mode="eval").body
    except SyntaxError:
        return False
    return "..." in code and isinstance(value, ast.BinOp)


def _value_that_nothing_reads(exercise: Exercise, source: str) -> tuple[int, str] | None:
    """The line and name of a value of the student's own, beside the dots, that no line uses."""
    known = {*exercise.given, *exercise.words, *exercise.number_names, *(e.target for e in exercise.equations)}
    nodes = [node for node in ast.walk(parsed(source) or ast.Module([], [])) if isinstance(node, ast.Name)]
    read = {node.id for node in nodes if isinstance(node.ctx, ast.Load)}
    own = [node for node in nodes if isinstance(node.ctx, ast.Store) and node.id not in known | read]
    return (own[0].lineno, own[0].id) if len(own) == 1 else None


def blank_left(source: str, blanks: list[tuple[int, int]]) -> Diagnosis:
    """What is said of the dots that are left."""
    lines = list(dict.fromkeys(line for line, _ in blanks))
    dots = _and_so_on(source)
    if dots is not None and len(lines) == 1:
        is_repeated = len({ast.unparse(part) for part in dots.elts[:-1]}) == 1
        advice = "Which sign repeats a list? How many values are needed?"
        message = Message(
            f"Line {dots.lineno}: the three dots in `{ast.unparse(dots)}` add no values.",
            f"To Python this is a list of {len(dots.elts)} values, and the last of them is not a number.",
            advice if is_repeated else "Write code that computes all the values.",
        )
        return Diagnosis("blank left", message, spot_of(source, dots))
    where = f"Line {lines[0]}" if len(lines) == 1 else "Lines " + ", ".join(map(str, lines))
    message = Message(
        f"{where}: there is still a `...`.",
        "The three dots stand for something that you write.",
        "Replace them, then run the cell and check again.",
    )
    return Diagnosis("blank left", message, spot_at(source, *blanks[0], blanks[0][0], blanks[0][1] + 3))


def _and_so_on(source: str) -> ast.List | None:
    """A list whose dots follow other values."""
    lists = (node for node in ast.walk(parsed(source) or ast.Module([], [])) if isinstance(node, ast.List))
    return next((node for node in lists if len(node.elts) > 1 and _is_dots(node.elts[-1])), None)


def _is_dots(node: ast.expr) -> bool:
    return isinstance(node, ast.Constant) and node.value is ...


def overwritten(observation: Observation) -> Diagnosis:
    """What is said of a function whose name got a new value."""
    name = observation.overwritten[0]
    spot = _assigned(observation.source, name)
    others = " and ".join(f"`{other}`" for other in observation.overwritten[1:])
    too = f" Do the same for {others}." if others else ""
    advice = f"Write `{name}` and then, in round brackets, what comes after the equals sign.{too}"
    if spot is not None and not _is_a_text_or_number(spot):
        advice = f"Use another name on the left of the equals sign.{too}"
    message = Message(
        f"{f'Line {spot.line}: your' if spot else 'Your'} code gives `{name}` a new value.",
        f"`{name}` is a function: an equals sign replaces it, round brackets call it. "
        "The check has put the function back.",
        advice,
    )
    return Diagnosis("overwritten", message, spot)


def _is_a_text_or_number(spot: Spot) -> bool:
    """Whether a line stores what its function could be called with."""
    tree = parsed(spot.text.strip())
    value = getattr(tree.body[0], "value", None) if tree is not None and tree.body else None
    return isinstance(value, (ast.Constant, ast.JoinedStr, ast.Tuple, ast.List))


def _assigned(source: str, name: str) -> Spot | None:
    last = name.split(".")[-1]
    for number, text in enumerate(source.splitlines(), 1):
        text = text.split("#")[0]
        start = text.find(last)
        if start >= 0 and "=" in text[start + len(last) :].lstrip()[:1]:
            return spot_at(source, number, 0, number, len(text), in_bytes=False)
    return None
