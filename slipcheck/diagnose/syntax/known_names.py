"""The names that an answer knows, although Python cannot read it."""

from __future__ import annotations

import builtins
import re

from .unreadable import Unreadable, blanked


def values_of(problem: Unreadable) -> set[str]:
    """The names that the exercise or a line of the answer gives a value."""
    source = _code(problem)
    stored = re.findall(r"(?<![\w.])([A-Za-z_]\w*)(?=\s*(?:,\s*\w+\s*)*=(?!=))", source)
    counters = " ".join(re.findall(r"\bfor\s+([\w, ()]+?)\s+in\b", source))
    return {*problem.exercise.given, *problem.exercise.loops, *stored, *re.findall(r"\w+", counters)}


def known_names(problem: Unreadable) -> set[str]:
    """The same, with the names that the exercise asks for, and those of functions and arguments."""
    exercise = problem.exercise
    called = re.findall(r"(?<![\w.])([A-Za-z_]\w*)(?=\s*\()", _code(problem))
    targets = {equation.target for equation in exercise.equations}
    return values_of(problem) | targets | {*exercise.parameter_names, *exercise.arguments, *called, *dir(builtins)}


def _code(problem: Unreadable) -> str:
    return "\n".join(map(blanked, problem.lines))
