"""Names of NumPy's functions and numbers, and of Python's own functions, in the spelling of a spreadsheet."""

from __future__ import annotations

import ast
import builtins

import numpy as np

from .crash import Crash, Explained

OTHER_WORDS = {"AVERAGE": "mean", "LN": "log", "POW": "power", "ARCTAN": "arctan", "COUNT": "len"}  # than in capitals


def in_capitals(crash: Crash, name: str, line: str) -> Explained:
    """A name that Python or NumPy has in small letters; with the next such name of the line."""
    known = _known(name)
    if known is None or name.lower() in crash.values.names:
        return None
    is_numpy, value = known
    word = "function" if callable(value) else "number"
    means = f"Python itself has this {word}, in small letters."
    advice = "Write it in small letters."
    if is_numpy:
        means = f"NumPy has this {word}, in small letters. NumPy is called `np` in these notebooks."
        advice = "Write the name in small letters, with the package's name and a dot in front."
    if name.upper() in OTHER_WORDS:
        means = f"{'NumPy' if is_numpy else 'Python itself'} has this function as `{OTHER_WORDS[name.upper()]}`."
        advice = advice.replace("it in small letters", "this name").replace("the name in small letters", "this name")
    advice = " ".join(filter(None, (advice, _without_brackets(crash, name, value), _next(crash, name))))
    return "unknown name", f"Python does not know the name `{name}`.", means, advice


def _known(name: str) -> tuple[bool, object] | None:
    """Whether NumPy has it, rather than Python, and what it is there."""
    if len(name) < 2 or name == name.lower():
        return None
    plain = OTHER_WORDS.get(name.upper(), name.lower())
    own = getattr(builtins, plain, None)
    if callable(own):
        return False, own
    value = getattr(np, plain, None)
    return (True, value) if isinstance(value, float) or (callable(value) and not isinstance(value, type)) else None


def _without_brackets(crash: Crash, name: str, value: object) -> str:
    calls = [node for node in crash.within(ast.Call) if getattr(node.func, "id", "") == name]
    return f"No brackets follow `{name.lower()}`." if calls and not callable(value) else ""


def _next(crash: Crash, name: str) -> str:
    """The next name of the statement that stops it in the same way."""
    for node in crash.within(ast.Name):
        other = node.id if isinstance(node, ast.Name) else name
        known = _known(other) if other != name and other not in crash.values.names else None
        if known is not None:
            return f"Then look at `{other}`. {_without_brackets(crash, other, known[1])}".strip()
    return ""
