"""KeyError: a name that a text or a dictionary does not have."""

from __future__ import annotations

import ast
import re

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
        means = f"Its own brackets have {' and '.join(f'`{name}=`' for name in given)}, and no `{key}=`."
        return "format arguments", f"`format` gets no value for `{key}`.", means, "Use the same names in both."
    observed = f"the text has `{key}` in curly brackets, and `format` does not fill it in."
    means = f"`format` looks for `{key}=` in its own brackets, and finds only values without names there."
    return "format arguments", observed, means, _without_names(crash, call, key)


def _without_names(crash: Crash, call: ast.Call, key: str) -> str:
    """What makes a string with names fit values without: an f-string, where the answer has all the names."""
    text = getattr(call.func, "value", None)
    fields = re.findall(r"\{(\w*)", str(getattr(text, "value", "")))
    if fields and all(name in crash.values.names for name in fields):
        arguments = ", ".join(crash.code(argument) for argument in call.args)
        return f"Put the letter f in front of the string, and delete `.format({arguments})` behind it."
    if len(fields) != len(call.args) or any(field.isdigit() for field in fields):
        return f"In the brackets of `format`, write `{key}` and an equals sign in front of its value."
    return "Delete the names in the curly brackets: then the values fill them in their order."


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
