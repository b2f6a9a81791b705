"""AttributeError: a name behind a dot that what stands in front of it does not have."""

from __future__ import annotations

import ast
import difflib
import re

import numpy as np

from ..values import kind_of
from .crash import Crash, Explained

PACKAGES = {"np": "NumPy", "plt": "Matplotlib"}
TIMES_PI = ("sinpi", "cospi", "tanpi")
GREEK = {"π": "pi", "Π": "pi", "ℯ": "e"}


def attribute(crash: Crash) -> Explained:
    """A name behind a dot that what stands in front of it does not have."""
    module = re.search(r"module '([\w.]+)' has no attribute '(\w+)'", crash.text)
    if module:
        return _unknown_function(module[1], module[2])
    match = re.search(r"'([\w.]+)' object has no attribute '(\w+)'", crash.text)
    if match and re.fullmatch(r"\d+[a-zA-Z]", match[2]):
        means = "In the curly brackets a colon comes before the format."
        return "f-string", f"the format `.{match[2]}` has no colon in front.", means, "Put a colon before each format."
    node = next((n for n in crash.within(ast.Attribute) if match and n.attr == match[2]), None)
    if match is None or node is None:
        return None
    code, value = crash.code(node.value), crash.values.of(node.value)
    package = _package_overwritten(crash, code)
    if package is not None:
        return package
    what = kind_of(value) if value is not None else f"of the type {match[1]}"
    observed = f"`{code}.{match[2]}` does not exist."
    if match[1] == "list" and hasattr(np.ndarray, match[2]):
        means = f"`{code}` is {what}. Only an array has `.{match[2]}`."
        return "list for array", observed, means, "Which function does the same for a list?"
    if match[1] == "list" and match[2] in ("add", "push", "push_back", "put", "insertLast"):
        means = f"`{code}` is {what}. In Python the method that puts a value at its end has another name."
        return "unknown attribute", observed, means, f"Write `{code}.append`."
    if match[2] == "append":
        means = f"`{code}` is {what}, and only a list can be appended to."
        return "append", observed, means, f"Look at the line that makes `{code}`."
    if isinstance(value, (int, float)) and match[2] in crash.values.names:
        means = "A dot asks for a part of what comes before it, and a number has no parts."
        advice = "Which sign belongs between two values?"
        return "dot for a comma", f"`{code}` and `{match[2]}` are joined by a dot.", means, advice
    if match[2] in ("length", "len", "size", "numel"):
        means = f"`{code}` is {what}. Python's function `len` counts its values."
        return "unknown attribute", observed, means, "Call that function, with what is counted in its brackets."
    near = _near_attribute(value, match[2])
    if near is not None and near == match[2].swapcase():
        means = f"`{code}` is {what}. It has `.{near}`: Python tells small letters and capitals apart."
        return (
            "unknown attribute",
            observed,
            means,
            "Change this letter." if len(near) == 1 else "Change these letters.",
        )
    if near is not None:
        return "unknown attribute", observed, f"`{code}` is {what}.", f"Did you mean `{code}.{near}`?"
    return "unknown attribute", observed, f"`{code}` is {what}.", f"Is `{code}` what you want in front of the dot?"


def _package_overwritten(crash: Crash, name: str) -> Explained:
    stored = [n for n in ast.walk(crash.tree) if isinstance(n, ast.Name) and isinstance(n.ctx, ast.Store)]
    given = next((node for node in stored if node.id == name), None)
    if name not in PACKAGES or given is None:
        return None
    means = f"`{name}` was the name of the package {PACKAGES[name]}. So line {crash.failure['line']} stops."
    advice = "Use another name for your value. Then run the cell with the imports again."
    return "package overwritten", f"`{name}` gets a new value.", means, advice, given


def _near_attribute(value: object, name: str) -> str | None:
    """The attribute of this value that is spelled nearly so."""
    known = [other for other in dir(value) if not other.startswith("_")] if value is not None else []
    alike = next((other for other in known if other.lower() == name.lower()), None)
    close = difflib.get_close_matches(name, known, 1, 0.75)
    return alike or (close[0] if close else None)


def _unknown_function(module: str, name: str) -> Explained:
    package = {"numpy": "np", "matplotlib.pyplot": "plt", "numpy.random": "np.random"}.get(module, module)
    known = dir(np) if package == "np" else dir(np.random) if package == "np.random" else list(_pyplot())
    observed = f"there is no `{package}.{name}`."
    letter = GREEK.get(name)
    if letter is not None and letter in known:
        means = "Python's packages spell Greek letters out."
        return "unknown function", observed, means, f"Write `{letter}` for `{name}`."
    if name in TIMES_PI:
        means = "It is a function of the language R that multiplies by pi itself."
        means += f" NumPy has `np.{name[:3]}`, and the number `np.pi`."
        return "unknown function", observed, means, "Write these two. Where in the text does pi stand?"
    close = difflib.get_close_matches(name.lower(), [other for other in known if other[0] != "_"], 1, 0.6)
    advice = "Look for the function in the text above your cell. If it is not there, do you need this line?"
    if close:
        advice = f"Did you mean `{close[0]}`?"
    return "unknown function", observed, f"The package has no function `{name}`.", advice


def _pyplot() -> list[str]:
    import matplotlib.pyplot as plt

    return dir(plt)
