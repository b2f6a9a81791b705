"""Names of other languages, and of packages without their package."""

from __future__ import annotations

import ast
import re
import sys
import unicodedata
from typing import TypeGuard

import numpy as np

from .crash import Crash, Explained

OF_R = {
    "c": "In Python, square brackets hold the values of a list. A single value needs none.",
    "seq": "NumPy's function for evenly spaced numbers is `np.arange`.",
    "seq_len": "Python's function for whole numbers in a row is `range`.",
    "rep": "NumPy's function for an array of equal numbers is `np.full`.",
    "numeric": "NumPy's function for an array of zeros is `np.zeros`.",
    "paste": "In Python text and values are joined by an f-string.",
    "t": "NumPy exchanges rows and columns in another way: look for it in the text above.",
    "runif": "NumPy's function for random numbers from 0 to 1 is `np.random.random`.",
}


OF_PYPLOT = {"plot", "xlabel", "ylabel", "title", "legend", "figure", "show", "scatter", "xlim", "ylim"}


FOREIGN = {
    "disp": "Matlab's word for showing a value; in Python the function is `print`",
    "fprintf": "Matlab's word for printing; in Python the function is `print`, with an f-string",
    "printf": "a word of other languages; in Python the function is `print`, with an f-string",
    "sprintf": "a word of other languages for a text with numbers in it; in Python an f-string is such a text",
    "cat": "a word of the language R; in Python the function is `print`",
    "length": "Matlab's word; in Python the function is `len`",
    "numel": "Matlab's word; in Python the function is `len`",
    "end": "Matlab's word; in Python a loop ends where the indentation ends",
    "true": "written with a capital letter in Python: `True`",
    "false": "written with a capital letter in Python: `False`",
    "null": "written `None` in Python",
}


def of_r(crash: Crash, name: str, line: str) -> Explained:
    if name == "c" and re.search(r"print\(\s*c\s*\(", line):
        means = "It is a function of the language R. Python's print takes several values, with commas between them."
        return "unknown name", "Python has no function `c`.", means, "Leave `c` and its brackets out."
    if name not in OF_R or not re.search(rf"\b{name}\s*\(", line):
        return None
    means = f"It is a function of the language R. {OF_R[name]}"
    return "unknown name", f"Python has no function `{name}`.", means, "Change this piece."


OF_PI = re.compile(r"(?i)(m_)?pi|math(s|f)?\.pi")


def of_pi(crash: Crash, name: str, line: str) -> Explained:
    """Pi, as other languages write it."""
    parts = (node for node in crash.within(ast.Attribute) if getattr(node.value, "id", "") == name)
    node = next(parts, None)
    code = name if node is None else crash.code(node)
    if not OF_PI.fullmatch(code) or hasattr(np, code):
        return None
    observed = f"Python does not know `{code}`."
    means = "Other languages have this name for the number pi. Here the number is in NumPy."
    advice = "Write `np.pi` in its place."
    if node is None:
        return "unknown name", observed, means, advice
    return "unknown name", observed, means, advice, node


def of_other_languages(crash: Crash, name: str, line: str) -> Explained:
    if name == "end" and any(crash.within(ast.Slice)):
        means = "In Matlab it means the last place. In Python a slice goes to the end by itself."
        return "unknown name", f"Python does not know `{name}`.", means, "Leave it out."
    if name == "end" and any(crash.within(ast.Subscript)):
        means = "In Matlab it means the last place. In Python a minus sign in an index counts from the end."
        return "unknown name", f"Python does not know `{name}`.", means, "Which index is the last place?"
    modulo = next((n for n in crash.within(ast.BinOp) if isinstance(n.op, ast.Mod)), None)
    if modulo is not None and getattr(modulo.right, "id", None) == name and re.search(rf"%\s*{name}\s*$", line):
        means = "In Python % is an operator. A comment begins with #."
        ends = {"lineno": modulo.left.end_lineno, "col_offset": modulo.left.end_col_offset}
        rest = {"end_lineno": modulo.right.end_lineno, "end_col_offset": modulo.right.end_col_offset}
        sign = ast.Pass(**ends, **rest)
        return "comment of other languages", f"`% {name}` is not a comment.", means, "Write # in place of %.", sign
    is_alone = isinstance(crash.statement, ast.Expr) and isinstance(crash.statement.value, ast.Name)
    advice = "Delete this line." if is_alone else "Use Python's word in its place."
    if name in FOREIGN:
        return "unknown name", f"Python does not know `{name}`.", f"It is {FOREIGN[name]}.", advice
    return None


def of_pyplot(crash: Crash, name: str, line: str) -> Explained:
    return _of_a_package(crash, name, "Matplotlib", "plt") if name in OF_PYPLOT else None


def of_numpy(crash: Crash, name: str, line: str) -> Explained:
    is_package = name in ("numpy", "matplotlib") or name in sys.stdlib_module_names
    dotted = [node for node in crash.within(ast.Attribute) if getattr(node.value, "id", "") == name]
    if dotted and (is_package or (name not in crash.exercise.words and hasattr(np, dotted[0].attr))):
        return _of_a_module(crash, name, is_package)
    is_of_random = hasattr(np.random, name) and (not hasattr(np, name) or name == "random")
    if is_of_random:
        return _of_a_package(crash, name, "NumPy", "np.random")
    return _of_a_package(crash, name, "NumPy", "np") if hasattr(np, name) else None


def _of_a_module(crash: Crash, name: str, is_package: bool) -> Explained:
    """A package that no line imports, or that other languages have, in front of a dot."""
    node = next(node for node in crash.within(ast.Attribute) if getattr(node.value, "id", "") == name)
    observed = f"`{name}` is a package, and no line of this cell imports it."
    means = f"So Python does not know `{name}`."
    if not is_package:
        observed = f"Python does not know the name `{name}`."
        means = f"`{name}.{node.attr}` may be right in another language."
    module = np.random if name == "random" else np
    if hasattr(module, node.attr):
        called_here = "np.random" if name == "random" else "np"
        dots = [part.attr for part in ast.walk(crash.tree) if _is_of(part, name) and hasattr(module, part.attr)]
        words = list(dict.fromkeys(dots))
        asked = " and ".join(f"`{called_here}.{word}`" for word in words)
        means = f"{means} NumPy is available as `np`, and has {asked}."
        places = " and ".join(f"`.{word}`" for word in words)
        return "package missing", observed, means, f"Which name belongs before {places}?"
    return "package missing", observed, means, f"Does the text use `{name}`?"


def _is_of(node: ast.AST, name: str) -> TypeGuard[ast.Attribute]:
    return isinstance(node, ast.Attribute) and getattr(node.value, "id", "") == name


def _of_a_package(crash: Crash, name: str, package: str, called_here: str) -> Explained:
    line = crash.source.splitlines()[(crash.failure.get("line") or 1) - 1]
    joined = re.search(rf"\b{called_here}\s*([,;])\s*{name}\b", line)
    if joined is not None:
        means = f"So Python reads `{called_here}` and `{name}` one by one."
        advice = "Which sign joins a package and its function?"
        return "comma for a dot", f"`{joined[1]}` stands between `{called_here}` and `{name}`.", means, advice
    calls = [node.func for node in ast.walk(crash.tree) if isinstance(node, ast.Call)]
    is_called = any(isinstance(node, ast.Name) and node.id == name for node in calls)
    if not is_called and callable(getattr(np, name, None) if called_here.startswith("np") else print):
        return None
    means = f"`{name}` belongs to the package {package}, which is called `{called_here}` in these notebooks."
    observed = f"Python does not know `{name}` alone."
    if called_here == "np.random":
        means = f"NumPy has it, in its part for random numbers: `{called_here}`."
        return "package missing", observed, means, f"Write `{called_here}` and a dot in front."
    return "package missing", observed, means, "Put the package's name and a dot in front."


def roots_of_a_polynomial(crash: Crash) -> Explained:
    """``np.roots(2)``"""
    code = "np.roots"
    call = next((node for node in crash.within(ast.Call) if crash.code(node.func) == code), None)
    if call is None:
        return None
    means = "It asks where a polynomial is zero, and takes the list of its coefficients."
    advice = "NumPy's square root is `np.sqrt`. Use it here."
    return "unknown function", f"`{code}` takes no square root.", means, advice, call.func


def greek(crash: Crash, name: str, line: str) -> Explained:
    """A Greek letter where the exercise spells its name out."""
    letter = unicodedata.name(name, "").removeprefix("GREEK SMALL LETTER ").lower() if len(name) == 1 else ""
    is_known = letter in crash.values.names
    if not is_known and letter != "pi":
        return None
    means = f"The exercise spells this Greek letter out: `{letter}`."
    advice = f"Type `{letter}` in place of the letter."
    if not is_known:
        means = "NumPy has this number, and spells the Greek letter out."
        advice = "Which name does it have in NumPy? Remember the package and the dot in front."
    return "Greek letter", f"Python does not know the name `{name}`.", means, advice
