"""KeyError: a name that a text or a dictionary does not have."""

from __future__ import annotations

import ast

from ..formulas.pieces import called
from .crash import Crash, Explained


def missing_key(crash: Crash) -> Explained:
    """``"{t:.3f}".format(t)``: a text with names, and values without."""
    call = next(
        (n for n in crash.within(ast.Call) if called(n) == "format" and isinstance(n.func, ast.Attribute)), None
    )
    if call is None or not isinstance(call.func, ast.Attribute):
        return _of_a_dictionary(crash)
    key = crash.text.strip("'\" ")
    given = [str(keyword.arg) for keyword in call.keywords]
    if given:
        means = f"The text asks for `{key}`, and `format` is given {' and '.join(f'`{name}`' for name in given)}."
        return (
            "format arguments",
            f"`format` gets no value with the name `{key}`.",
            means,
            "Use the same names in both.",
        )
    means = (
        f"The text asks for a value with the name `{key}`, and the values in the brackets of `format` have no names."
    )
    advice = "Put the letter f before the text, and leave `format` out."
    return "format arguments", f"`format` gets no value with the name `{key}`.", means, advice


def _of_a_dictionary(crash: Crash) -> Explained:
    """A name in square brackets that a dictionary does not have."""
    node = next(crash.within(ast.Subscript), None)
    if node is None:
        return None
    base = getattr(node.value, "id", "")
    assigned = [n for n in ast.walk(crash.tree) if isinstance(n, ast.Assign)]
    makers = [n for n in assigned if any(getattr(target, "id", "") == base for target in n.targets)]
    made = makers[0].value if len(makers) == 1 else None
    observed = f"`{crash.code(node.value)}` has no entry {crash.text}."
    if not isinstance(made, ast.Dict) or not all(isinstance(key, ast.Constant) for key in made.keys):
        return "missing key", observed, "A dictionary finds a value by its name only.", "Which names does it have?"
    names = ", ".join(repr(key.value) for key in made.keys if isinstance(key, ast.Constant))
    means = f"Line {made.lineno} gives it these names: {names}."
    return "missing key", observed, means, "Use the same name in both lines."
