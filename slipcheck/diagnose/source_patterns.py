"""Slips that can happen in any exercise and show in the answer's text. They only name what is wrong already."""

from __future__ import annotations

import ast
import re
from collections.abc import Callable

from slipcheck.exercise import Exercise, Message, Slip
from slipcheck.judge.parse import parsed
from slipcheck.observe import Observation
from slipcheck.observe.rewrite import is_literal

Rows = tuple[tuple[str, Callable[[ast.Module, Observation, Exercise], bool], Message], ...]


def general_slip(exercise: Exercise, observation: Observation) -> Slip | None:
    """The first of these slips that the answer's text shows."""
    tree = parsed(observation.source)
    if tree is None:
        return None
    for name, shows, message in rows(exercise):
        if shows(tree, observation, exercise):
            return Slip(name, message)
    return None


def uses(operator: type[ast.operator]) -> Callable[[ast.Module, Observation, Exercise], bool]:
    """Whether the text uses an operator, as a row of a table asks."""
    return lambda tree, observation, exercise: any(
        isinstance(getattr(node, "op", None), operator) for node in ast.walk(tree)
    )


def _overwrites(tree: ast.Module, observation: Observation, exercise: Exercise) -> bool:
    """A given name gets a computed value."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Assign) and not is_literal(node.value):
            names = {target.id for target in node.targets if isinstance(target, ast.Name)}
        elif isinstance(node, ast.AugAssign) and isinstance(node.target, ast.Name):
            names = {node.target.id}
        else:
            continue
        if names & set(exercise.given):
            return True
    return False


def _draws_in_loop(tree: ast.Module, observation: Observation, exercise: Exercise) -> bool:
    loops = [node for node in ast.walk(tree) if isinstance(node, (ast.For, ast.While))]
    return any("np.random." in ast.unparse(loop) for loop in loops)


def _seeds_in_loop(tree: ast.Module, observation: Observation, exercise: Exercise) -> bool:
    loops = [node for node in ast.walk(tree) if isinstance(node, (ast.For, ast.While))]
    return any("random.seed(" in ast.unparse(loop) for loop in loops)


def _has_decimal_comma(tree: ast.Module, observation: Observation, exercise: Exercise) -> bool:
    pairs = [
        node.value for node in ast.walk(tree) if isinstance(node, ast.Assign) and isinstance(node.value, ast.Tuple)
    ]
    return any(re.search(r"\d,\d", ast.get_source_segment(observation.source, pair) or "") for pair in pairs)


def _text_for_number(tree: ast.Module, observation: Observation, exercise: Exercise) -> bool:
    return any(isinstance(observation.variables.get(name), str) for name in exercise.number_names)


TABLE: Rows = (
    ("caret", uses(ast.BitXor), Message(
        "Your code uses the sign ^.", "In Python it is no power; it does something else with whole numbers.",
        "A power is written with two stars.")),
    ("floor division", uses(ast.FloorDiv), Message(
        "Your code uses //.", "It divides and rounds down to a whole number.", "Use a single slash to divide.")),
    ("modulo", uses(ast.Mod), Message(
        "Your code uses %.", "It gives the rest of a division.", "Look for a % that should be another operator.")),
    ("decimal comma", _has_decimal_comma, Message(
        "A number is written with a comma.", "Python reads two numbers: its decimal sign is a point.",
        "Write a point.")),
    ("text as number", _text_for_number, Message(
        "A value stands in quotes.", "So it is a text, with which Python cannot calculate.", "Leave the quotes away.")),
    ("seed in the loop", _seeds_in_loop, Message(
        "The generator is seeded in a loop.", "So it starts over each time, and the same numbers come again.",
        "Seed once, before the loops.")),
)  # fmt: skip


def rows(exercise: Exercise) -> Rows:
    """The table, with what an exercise itself has to say."""
    examples = f", such as {exercise.given_examples}," if exercise.given_examples else ""
    overwritten = Message(
        f"A name that is given{examples} gets another value in your code.",
        "From then on it no longer holds what the text says.",
        "Store your result under the name that the exercise asks for.",
    )
    drawn: Rows = ()
    if exercise.drawn_in_loop is not None:
        drawn = (("drawn in the loop", _draws_in_loop, exercise.drawn_in_loop),)
    return (*TABLE, *drawn, ("given name overwritten", _overwrites, overwritten))
