"""A name without a value: the one name that, put in its place or named like it, makes the answer right."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from difflib import SequenceMatcher

from slipcheck.diagnosis import Diagnosis, spot_of
from slipcheck.exercise import Exercise, Message, Part
from slipcheck.judge.parse import parsed

from .crashes.spellings import close_name, spelling_of
from .formulas.pieces import called
from .homoglyphs import a_sign_of, first_foreign, in_plain_signs
from .repairs.search import Attempt, part_is_right, repairs, trial_parameters
from .same_fault import same_in

FUNCTIONS = {  # that exercises need, and what they do
    "print": "shows values",
    "range": "counts in whole numbers",
    "enumerate": "gives the index with each value",
    "len": "counts the values of a list",
    "sum": "adds up the values of a list",
    "int": "makes a whole number",
    "zip": "goes through two lists at once",
}
ALIKE = 0.85  # of two spellings, so that one may well stand for the other
GIVEN = ("print", "range")  # that each notebook has in its given cells


@dataclass(frozen=True)
class Renamed:
    """The cell after a change of names: ``old``, at its place ``node``, became ``new``."""

    old: str
    new: str
    node: ast.Name
    source: str


def meant_name(exercise: Exercise, source: str, name: str, line: int, part: Part, attempt: Attempt) -> Diagnosis | None:
    """Of ``name``, which has no value in ``line``: the name that was meant; None where no other name will do.

    Of a ``for`` in brackets, which names its values twice in one line, the error says as much.
    """
    tree = parsed(source)
    if tree is None:
        return None
    changes = [*_unread(source, tree, name), *_functions(source, tree, name), *_entries(source, tree, name)]
    p = trial_parameters(exercise)
    observations = attempt([change.source for change in changes], p, False)
    right = [
        change
        for change, observation in zip(changes, observations, strict=True)
        if part_is_right(exercise, part, p, observation)
    ]
    is_any_function = len(right) > 1 and right[0].old == name  # then the call does nothing that counts
    if right and right[0].old == name and _is_in_a_command(tree, right[0].node):
        return None  # in a figure, or in a print, another function would not count
    if not right or is_any_function or _is_in_brackets(tree, right[0].node):
        return None
    return _said(exercise, source, tree, right[0], name, line)


def _is_in_a_command(tree: ast.Module, name: ast.Name) -> bool:
    """Whether the call of a name is in the brackets of a command that shows something."""
    commands = [node for node in ast.walk(tree) if isinstance(node, ast.Call) and called(node) in ("print", "plot")]
    return any(name in ast.walk(piece) for command in commands for piece in command.args)


def without_the_guess(
    exercise: Exercise, source: str, diagnosis: Diagnosis, name: str, part: Part, attempt: Attempt
) -> Diagnosis | None:
    """The diagnosis with another name than it guesses, or none, where the guess cannot be meant; else None.

    It cannot where the line still stops with it, or where it is spelled otherwise and does not make the part right.
    """
    guess = re.match(r"Did you mean `(\w+)`\?", diagnosis.message.next)
    tree = parsed(source)
    spot = diagnosis.spot
    if guess is None or tree is None or spot is None:
        return None
    places = [node for node in ast.walk(tree) if isinstance(node, ast.Name) and node.id == name]
    p = trial_parameters(exercise)
    run = attempt([_with_another(source, places, guess[1])], p, False)[0]
    if part_is_right(exercise, part, p, run):
        return None
    edits = repairs(exercise, source, part, [], attempt, [spot.line], everywhere=False, kinds=("other name",))
    others = {edit.words[1] for edit in edits if edit.words[0] == name}
    if len(others) == 1:
        said = replace(diagnosis.message, means="", next=f"Did you mean `{others.pop()}`?")
        return replace(diagnosis, message=said)
    failure = run.failure or {}
    stops = failure.get("line") == spot.line and failure.get("type") not in ("NameError", "UnboundLocalError")
    if _is_near(name, guess[1]) and not stops:
        return None
    means = "No line before this one gives it a value."
    advice = f"Which name belongs here in place of `{name}`?"
    return replace(diagnosis, message=replace(diagnosis.message, means=means, next=advice))


def _said(exercise: Exercise, source: str, tree: ast.Module, change: Renamed, name: str, line: int) -> Diagnosis:
    """At the place of the name that is not the exercise's; where neither is, at the one that has no value."""
    if "[" in change.new:
        return _of_an_entry(source, tree, change, name, line)
    if change.old == name:
        return Diagnosis("unknown name", _of_a_function(change), spot_of(source, change.node))
    read = [node for node in ast.walk(tree) if isinstance(node, ast.Name) and node.id == name]
    of_the_exercise = {*exercise.words, *exercise.loops, *exercise.parameter_names, *exercise.counts}
    loop = _loop_of(tree, change.node)
    is_meant = loop is None or len(read) > 1 or close_name(change.old, [name]) is not None
    if name in of_the_exercise and change.old not in of_the_exercise and is_meant:
        return Diagnosis("unknown name", _of_an_unread_name(loop, change, name, line), spot_of(source, change.node))
    gives = "The `for` in line {} gives its values to" if loop is not None else "Line {} stores a value as"
    means = f"{gives.format(change.node.lineno)} `{change.old}`, and nothing reads `{change.old}`."
    observed = f"Line {line}: Python does not know the name `{name}`."
    place = next((node for node in read if node.lineno == line), change.node)
    means = f"{means} {same_in(sorted({node.lineno for node in read} - {line}))}".strip()
    advice = f"Did you mean `{change.old}` here?"
    return Diagnosis("unknown name", Message(observed, means, advice), spot_of(source, place))


def _of_an_entry(source: str, tree: ast.Module, change: Renamed, name: str, line: int) -> Diagnosis:
    """At the loop that gives a number in each round, and no value beside it."""
    values, counter = change.new.rstrip("]").split("[")
    loop = _loop_around(tree, change.node)
    observed = f"the loop gives a value to `{counter}` only."
    means = f"No line gives `{name}` a value, so line {line} stops. It should be one value of `{values}`."
    advice = f"Take `{name}` from `{values}` in each round, by the index `{counter}`."
    number, spot = (loop.lineno, loop.target) if loop is not None else (line, change.node)
    return Diagnosis("unknown name", Message(f"Line {number}: {observed}", means, advice), spot_of(source, spot))


def _of_a_function(change: Renamed) -> Message:
    means = f"The Python function that {FUNCTIONS[change.new]} has another name."
    advice = "Which Python function does that?"
    if change.new in GIVEN:
        advice = "Look at the given cells: what is the function called there?"
    return Message(f"Line {change.node.lineno}: Python has no function `{change.old}`.", means, advice)


def _loop_of(tree: ast.Module, name: ast.Name) -> ast.For | None:
    """The loop that gives the name its values."""
    loops = (node for node in ast.walk(tree) if isinstance(node, ast.For))
    return next((loop for loop in loops if name in ast.walk(loop.target)), None)


def _of_an_unread_name(loop: ast.For | None, change: Renamed, name: str, line: int) -> Message:
    stored = f"the value is stored as `{change.old}`."
    advice = f"Give the value the name that the exercise uses, `{name}`."
    if loop is not None:
        first = loop.target.elts[0] if isinstance(loop.target, ast.Tuple) else loop.target
        is_count = change.node is first and called(loop.iter) in ("range", "enumerate")
        stored = f"the loop {'counts with' if is_count else 'stores values as'} `{change.old}`."
        advice = f"Use the name that the exercise uses, `{name}`."
    foreign = first_foreign(change.old)
    if foreign is not None and in_plain_signs(change.old) == name:
        place, letter, plain = foreign
        what = f"In it `{letter}`, character {place + 1}, only looks like `{plain}`: it is {a_sign_of(letter)}."
        if letter == "ı":
            what = f"Its letter `{letter}` is an i without a dot, another letter than `{plain}` to Python."
        return Message(
            f"Line {change.node.lineno}: {stored}", f"{what} So line {line} finds no value of `{name}`.", advice
        )
    means = f"No line reads `{change.old}`, and line {line} reads `{name}`, which has no value."
    spelling = spelling_of(change.old, name)
    if spelling.startswith("Character"):  # the two look alike
        means = f"{spelling} So `{name}`, which line {line} reads, has no value."
    return Message(f"Line {change.node.lineno}: {stored}", means, advice)


def _is_in_brackets(tree: ast.Module, name: ast.Name) -> bool:
    """Whether a for inside brackets gives the name its values."""
    clauses = [clause for node in ast.walk(tree) for clause in getattr(node, "generators", [])]
    return any(name in ast.walk(clause.target) for clause in clauses)


def _unread(source: str, tree: ast.Module, name: str) -> Iterator[Renamed]:
    """Names that get a value and are never read, called like the one that has none."""
    names = [node for node in ast.walk(tree) if isinstance(node, ast.Name)]
    read = {node.id for node in names if isinstance(node.ctx, ast.Load)}
    stored = {node.id: node for node in reversed(names) if isinstance(node.ctx, ast.Store) and node.id not in read}
    for other, node in stored.items():
        yield Renamed(other, name, node, _with_another(source, [n for n in names if n.id == other], name))


def _loop_around(tree: ast.Module, name: ast.Name) -> ast.For | None:
    """The innermost loop that counts with one name, around a name."""
    loops = [node for node in ast.walk(tree) if isinstance(node, ast.For) and isinstance(node.target, ast.Name)]
    around = [loop for loop in loops if name in ast.walk(loop)]
    return max(around, key=lambda loop: loop.lineno, default=None)


def _entries(source: str, tree: ast.Module, name: str) -> Iterator[Renamed]:
    """Entries of lists and arrays, put in place of a name that a loop reads and no line makes."""
    names = [node for node in ast.walk(tree) if isinstance(node, ast.Name)]
    places = [node for node in names if node.id == name]
    loop = _loop_around(tree, places[0]) if places else None
    if loop is None or any(isinstance(node.ctx, ast.Store) for node in places):
        return
    indexed = {getattr(n.value, "id", "") for n in ast.walk(tree) if isinstance(n, ast.Subscript)}
    made = {n.id for n in names if isinstance(n.ctx, ast.Store) and n.lineno < loop.lineno}
    for values in sorted(made & indexed | made & {n.id for n in ast.walk(loop.iter) if isinstance(n, ast.Name)}):
        entry = f"{values}[{ast.unparse(loop.target)}]"
        yield Renamed(name, entry, places[0], _with_another(source, places, entry))


def _is_near(name: str, other: str) -> bool:
    """Whether the two differ by little: a sign, a capital, or two signs that have changed places."""
    one, two = name.lower(), other.lower()
    return sorted(one) == sorted(two) or SequenceMatcher(None, one, two).ratio() >= ALIKE


def _functions(source: str, tree: ast.Module, name: str) -> Iterator[Renamed]:
    """Python's own functions, put in place of a name that is called."""
    calls = [node.func for node in ast.walk(tree) if isinstance(node, ast.Call)]
    called = [node for node in calls if isinstance(node, ast.Name) and node.id == name]
    for function in FUNCTIONS if called else ():
        yield Renamed(name, function, called[0], _with_another(source, called, function))


def _with_another(source: str, places: Sequence[ast.Name], name: str) -> str:
    """The source with another name in these places."""
    lines = [line.encode() for line in source.splitlines()]
    for node in sorted(places, key=lambda n: (n.lineno, n.col_offset), reverse=True):
        line = lines[node.lineno - 1]
        lines[node.lineno - 1] = line[: node.col_offset] + name.encode() + line[node.end_col_offset :]
    return "\n".join(line.decode() for line in lines)
