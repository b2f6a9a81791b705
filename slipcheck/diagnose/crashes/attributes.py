"""AttributeError: a name behind a dot that what stands in front of it does not have."""

from __future__ import annotations

import ast
import difflib
import re
import sys

import numpy as np

from ..same_fault import same_in
from ..values import kind_of
from .crash import Crash, Explained

PACKAGES = {"np": "NumPy", "plt": "Matplotlib"}
TIMES_PI = ("sinpi", "cospi", "tanpi")
OF_PYTHON = ("print", "enumerate", "len", "sum", "round", "abs", "max", "min", "int", "float", "range", "zip")
GREEK = {"π": "pi", "Π": "pi", "ℯ": "e"}


def attribute(crash: Crash) -> Explained:
    """A name behind a dot that what stands in front of it does not have."""
    module = re.search(r"module '([\w.]+)' has no attribute '(\w+)'", crash.text)
    if module:
        return _unknown_function(module[1], module[2])
    fixed = re.search(r"'(\w+)' object attribute '(\w+)' is read-only", crash.text)
    if fixed is not None:
        observed = f"`{fixed[2]}` is a function of a {fixed[1]}, and gets no value by an equals sign."
        advice = f"What makes a call of `{fixed[2]}`? The value goes into it."
        return "function overwritten", observed, f"It puts a value into the {fixed[1]} only when it is called.", advice
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
    if match[1] == "tuple" and isinstance(node.value, ast.Name):
        pair = _of_subplots(crash, node.value.id)
        if pair is not None:
            return pair
    what = kind_of(value) if value is not None else f"of the type {match[1]}"
    observed = f"`{code}.{match[2]}` does not exist."
    if match[1] == "dict" and not hasattr(dict, match[2]) and isinstance(node.value, ast.Name):
        means = f"`{code}` is a dictionary. A dictionary finds a value by its name in square brackets."
        advice = f"Write `{match[2]}` in quotes and square brackets, without the dot."
        return "unknown attribute", observed, means, advice
    if match[1] == "list" and hasattr(np.ndarray, match[2]):
        means = f"`{code}` is {what}. Only an array has `.{match[2]}`."
        advice = "Which function does the same for a list?"
        if not hasattr(np, match[2]):
            advice = f"Which function makes an array of `{code}`?"
        return "list for array", observed, means, advice
    if match[1] == "list" and match[2] in ("add", "push", "push_back", "put", "insertLast"):
        means = f"`{code}` is {what}. In Python the method that puts a value at its end has another name."
        return "unknown attribute", observed, means, f"Write `{code}.append`."
    if match[2] == "append":
        means = f"`{code}` is {what}, and only a list can be appended to."
        return "no list to append to", observed, means, f"Should `{code}` be a list in this exercise?"
    if isinstance(value, (int, float)) and match[2] in crash.values.names:
        means = "A dot asks for a part of what comes before it, and a number has no parts."
        advice = "Which sign belongs between two values?"
        return "dot for a comma", f"`{code}` and `{match[2]}` are joined by a dot.", means, advice
    if match[2] in ("length", "len", "size", "numel"):
        means = f"`{code}` is {what}. Python's function `len` counts its values."
        return "unknown attribute", observed, means, f"Begin with `len`, and put `{code}` in its round brackets."
    if match[2] in ("items", "keys", "values") and match[1] != "dict":
        means = f"`{code}` is {what}. Only a dictionary has `.{match[2]}`."
        return "unknown attribute", observed, means, "Which function gives the index and the value of each entry?"
    if match[2] in OF_PYTHON and match[1] != "function":
        means = f"`{match[2]}` is a function by itself, and not a part of `{code}`."
        return "unknown attribute", observed, means, f"Begin with `{match[2]}`, and put `{code}` in its round brackets."
    figure = _of_a_figure(crash, match[1], match[2], code)
    if figure is not None:
        return figure
    near = _near_attribute(value, match[2])
    if callable(getattr(np, match[2], None)) and (near is None or near.lower() != match[2].lower()):
        means = f"`{match[2]}` is a function of NumPy, and not a part of `{code}`."
        return "unknown attribute", observed, means, f"Write `np` in front of the dot, and `{code}` in the brackets."
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
    return "unknown attribute", observed, f"`{code}` is {what}.", f"Does the text write a dot after `{code}`?"


def _of_subplots(crash: Crash, name: str) -> Explained:
    """One name for the figure and its axes."""
    assigned = [node for node in ast.walk(crash.tree) if isinstance(node, ast.Assign)]
    makers = [node for node in assigned if any(getattr(target, "id", "") == name for target in node.targets)]
    if len(makers) != 1 or crash.code(getattr(makers[0].value, "func", None)) != "plt.subplots":
        return None
    means = f"So `{name}` holds both as a group, and line {crash.failure['line']} stops."
    advice = "Write one name for each of them, with a comma between."
    return "group for a value", "`plt.subplots` gives back the figure and its axes.", means, advice, makers[0]


def _of_a_figure(crash: Crash, kind: str, name: str, code: str) -> Explained:
    """A command of plt that was looked for in a figure or in its axes."""
    observed = f"`{code}.{name}` does not exist."
    if kind.startswith("Axes") and f"set_{name}" in dir(_axes()):
        means = f"`{code}` is the axes of a figure, and their command has a longer name: `set_{name}`."
        others = [node for node in ast.walk(crash.tree) if isinstance(node, ast.Attribute) and node.attr != name]
        others = [node for node in others if crash.code(node.value) == code and not hasattr(_axes(), node.attr)]
        lines = [node.lineno for node in others if hasattr(_axes(), f"set_{node.attr}")]
        return "unknown attribute", observed, f"{means} {same_in(lines)}".strip(), "Use that name."
    if kind == "function" and code.startswith("plt.") and name in _pyplot():
        means = f"`{code}` is a function, and `{name}` is a command of `plt`."
        return "unknown attribute", observed, means, f"Leave out what is between `plt` and `{name}`."
    if kind == "Figure" and name in _pyplot():
        means = f"`{code}` is a figure. `{name}` is a command of `plt`."
        return "unknown attribute", observed, means, f"Write `plt` in place of `{code}`."
    return None


def _axes() -> type:
    from matplotlib.axes import Axes

    return Axes


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


PACKAGES = {"np": "NumPy", "plt": "Matplotlib's pyplot", "np.random": "NumPy's part for random numbers"}


def _unknown_function(module: str, name: str) -> Explained:
    package = {"numpy": "np", "matplotlib.pyplot": "plt", "numpy.random": "np.random"}.get(module, module)
    known = _names_of(package)
    observed = f"there is no `{package}.{name}`."
    letter = GREEK.get(name)
    if letter is not None and letter in known:
        means = "Python's packages spell Greek letters out."
        return "unknown function", observed, means, f"Write `{letter}` for `{name}`."
    if name in TIMES_PI:
        means = "It is a function of the language R that multiplies by pi itself."
        means += f" NumPy has `np.{name[:3]}`, and the number `np.pi`."
        return "unknown function", observed, means, "Write these two. Where in the text does pi stand?"
    if package == "np" and name.replace("_", "") in ("root", "squareroot", "rootsquare"):
        means = "NumPy's function of the square root is `np.sqrt`."
        return "unknown function", observed, means, "Write it in place of this one."
    if package == "np" and hasattr(np.random, name):
        means = f"NumPy has it in its part for random numbers: `np.random.{name}`."
        return "unknown function", observed, means, "Add the missing part of the name."
    functions = [other for other in known if other[0] != "_" and (other[0].islower() or name[0].isupper())]
    close = difflib.get_close_matches(name.lower(), functions, 2, 0.6)
    advice = "Look for the function in the text above your cell. If it is not there, do you need this line?"
    if len(close) == 2 and _likeness(name, close[0]) == _likeness(name, close[1]):
        advice = f"`{package}.{close[0]}` and `{package}.{close[1]}` have similar names. Which one is needed here?"
    elif close:
        advice = f"Did you mean `{close[0]}`?"
    return "unknown function", observed, f"{PACKAGES.get(package, package)} has no function of this name.", advice


def _likeness(first: str, second: str) -> float:
    return difflib.SequenceMatcher(None, second, first.lower()).ratio()


def _names_of(package: str) -> list[str]:
    if package == "plt":
        return list(_pyplot())
    module = {"np": np, "np.random": np.random}.get(package) or sys.modules.get(package)
    return dir(module) if module is not None else []


def _pyplot() -> list[str]:
    import matplotlib.pyplot as plt

    return dir(plt)
