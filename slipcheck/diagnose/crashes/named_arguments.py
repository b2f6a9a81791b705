"""Arguments with names that a function does not have, and arguments that are missing."""

from __future__ import annotations

import ast
import difflib
import inspect
import re

import numpy as np

from ..formulas.pieces import called
from ..same_fault import same_in
from .crash import Crash, Explained

OTHER_NAMES = {  # of arguments of plot commands, as students and other languages call them
    "legend": "the text for the legend",
    "name": "the text for the legend",
    "pch": "the marker",
    "col": "the color",
    "opacity": "the transparency",
    "transparency": "the transparency",
    "size": "the size of the markers",
}

MEANT = {  # arguments in other languages, and in R
    "etiqueta": "label", "beschriftung": "label", "etiquette": "label", "etichetta": "label", "rotulo": "label",
    "farbe": "color", "couleur": "color", "colore": "color", "cor": "color", "kleur": "color", "colour": "color",
    "marcador": "marker", "marqueur": "marker", "marcatore": "marker", "alfa": "alpha", "transparencia": "alpha",
    "lty": "linestyle", "lwd": "linewidth",
}  # fmt: skip


def unknown_argument(crash: Crash, call: ast.Call) -> Explained:
    keyword = re.search(
        r"unexpected keyword argument '(\w+)'|has no property '?(\w+)|got an unexpected keyword '(\w+)'", crash.text
    )
    keyword = keyword or re.search(r"AttributeError.*\.set\(\).*'(\w+)'|unexpected property (\w+)", crash.text)
    if keyword is None:
        return None
    word = next(group for group in keyword.groups() if group)
    own = _arguments_of(call)
    meant = next(iter(difflib.get_close_matches(word, own, 1, 0.7)), None)
    if not own and crash.code(call.func).startswith("plt."):
        meant = MEANT.get(word) or next(iter(difflib.get_close_matches(word, set(MEANT.values()), 1, 0.7)), None)
    meant = None if meant == word else meant
    advice = "Compare the brackets with the text: which arguments does the text name?"
    function = own_function(crash, call)
    if function is not None:
        advice = f"Line {function.lineno} names the arguments of `{function.name}`: {names_in(function)}."
    takes = next((n for n in ast.walk(call) if isinstance(n, ast.Call) and word in _arguments_of(n)), None)
    if takes is not None:
        outer, inner = crash.code(call.func), crash.code(takes.func)
        means = f"It is an argument of `{inner}`, and is in the bracket of `{outer}`."
        return "arguments", f"`{outer}` takes no `{word}=`.", means, f"Where does the bracket of `{inner}` end?"
    if meant is not None:
        advice = f"This argument is called `{meant}`."
    elif word in OTHER_NAMES:
        advice = f"Which argument of `{crash.code(call.func)}` sets {OTHER_NAMES[word]}?"
    means = f"`{crash.code(call.func)}` takes no argument of the name `{word}`."
    others = [k.arg for k in call.keywords if k.arg in OTHER_NAMES and k.arg not in (word, *MEANT.values())]
    if word in OTHER_NAMES and others and called(call) == "plot":
        both = " and ".join(f"`{name}=`" for name in (word, *others))
        means = f"`{crash.code(call.func)}` takes no arguments of these names."
        return "arguments", f"{both} are not known here.", means, "Color and marker can be letters of a format string."
    calls = [node for node in ast.walk(crash.tree) if isinstance(node, ast.Call) and node.lineno != call.lineno]
    alike = [node for node in calls if crash.code(node.func) == crash.code(call.func)]
    same = same_in([node.lineno for node in alike if any(keyword.arg == word for keyword in node.keywords)])
    marked = next((keyword for keyword in call.keywords if keyword.arg == word), call)
    return "arguments", f"`{word}=` is not known here.", f"{means} {same}".strip(), advice, marked


def names_in(function: ast.FunctionDef) -> str:
    """The arguments of a function, as a sentence lists them."""
    names = [f"`{argument.arg}`" for argument in function.args.args]
    return " and ".join([", ".join(names[:-1]), names[-1]] if len(names) > 1 else names)


def own_function(crash: Crash, call: ast.Call) -> ast.FunctionDef | None:
    """The function of the answer that is called."""
    functions = (node for node in ast.walk(crash.tree) if isinstance(node, ast.FunctionDef))
    return next((f for f in functions if f.name == getattr(call.func, "id", "") and f.args.args), None)


def _arguments_of(call: ast.Call) -> list[str]:
    """The names of the arguments of one of NumPy's functions."""
    function = getattr(np, called(call), None) if ast.unparse(call.func).startswith("np.") else None
    try:
        return list(inspect.signature(function).parameters) if callable(function) else []
    except ValueError:
        return []


def named_for_a_place(crash: Crash, call: ast.Call) -> Explained:
    if "takes no keyword arguments" not in crash.text or not call.keywords:
        return None
    function = crash.code(call.func)
    words = " and ".join(f"`{keyword.arg}=`" for keyword in call.keywords)
    advice = "Leave the name and its equals sign out."
    if function == "format":
        advice = "Print the number with an f-string and a format."
    return "arguments", f"`{function}` takes no {words}.", "Its arguments have no names in Python.", advice


def argument_missing(crash: Crash, call: ast.Call) -> Explained:
    missing = re.search(r"missing (?:\d+ )?required (?:positional )?arguments?:? '?(\w+)", crash.text)
    if missing is None:
        return None
    function = crash.code(call.func)
    handed = _handed_function(crash, call)
    if handed is not None:
        means = f"`map` gives it one value at a time, so there is none for `{missing[1]}`."
        observed = f"`{crash.code(handed)}` asks for more than one value."
        return "arguments", observed, means, "How many values should it take?", handed
    named = [keyword.arg for keyword in call.keywords if keyword.arg]
    if named and not call.args and function.startswith("np."):
        words = " and ".join(f"`{name}=`" for name in named)
        means = f"In its brackets there is only {words}. What `{function}` should work on is missing."
        return "arguments", f"`{function}` gets no values.", means, f"Which array should `{function}` get?"
    if named and not call.args:
        means = f"The argument `{missing[1]}` is missing. `{named[0]}=` is an argument of another name."
        advice = "A value without a name and an equals sign is taken by its place."
        return "arguments", f"`{function}` gets no value for `{missing[1]}`.", means, advice
    observed = f"`{function}(...)` needs {'more' if call.args else 'something'} in its brackets."
    own = own_function(crash, call)
    if own is not None and len(own.args.args) > 1:
        means = f"Line {own.lineno} names what it takes: {names_in(own)}. The argument `{missing[1]}` is missing here."
        return "arguments", observed, means, "Put it into the brackets, in its place."
    return "arguments", observed, f"The argument `{missing[1]}` is missing.", "Put it into the brackets."


def _handed_function(crash: Crash, call: ast.Call) -> ast.expr | None:
    """The function that a map calls, which stops it."""
    maps = [node for node in ast.walk(call) if isinstance(node, ast.Call) and called(node) == "map" and node.args]
    name = crash.text.split("(")[0].split(".")[-1]
    is_of_the_map = maps and name in ("<lambda>", getattr(maps[0].args[0], "id", ""))
    return maps[0].args[0] if is_of_the_map else None


def argument_without_value(crash: Crash, name: str, line: str) -> Explained:
    """The name of an argument of a function of NumPy, alone in its brackets."""
    calls = [call for call in crash.within(ast.Call) if any(getattr(a, "id", "") == name for a in call.args)]
    if not calls or name not in _arguments_of(calls[0]):
        return None
    means = f"It is the name of an argument of `{crash.code(calls[0].func)}`."
    return "unknown name", f"`{name}` has no value.", means, "An argument is written as its name, =, its value."
