"""Calls of what is no function, of what does not exist, or with other arguments than it takes."""

from __future__ import annotations

import ast
import builtins
import difflib
import re

import numpy as np

from ..formulas.pieces import called
from ..values import kind_of
from .crash import Crash, Explained

OTHER_NAMES = {  # of arguments of plot commands, as students and other languages call them
    "legend": "its text in the legend",
    "name": "its text in the legend",
    "pch": "its marker",
    "col": "its color",
    "opacity": "its transparency",
    "transparency": "its transparency",
    "size": "the size of its markers",
}


def not_callable(crash: Crash) -> Explained:
    if "not callable" not in crash.text:
        return None
    call = next((node for node in crash.within(ast.Call)), None)
    if call is None:
        return None
    function = crash.code(call.func)
    if "module" in crash.text:
        means = f"`{function}` is a package that holds several functions."
        return (
            "package called",
            f"`{function}` is called like a function.",
            means,
            "Name the function in it, after a dot.",
        )
    value = crash.values.of(call.func)
    if isinstance(call.func, ast.Attribute) and call.func.attr == "T":
        means = "`.T` is not a function but a property of an array, so it has no round brackets."
        return (
            "property called",
            f"`{function}` is followed by round brackets.",
            means,
            "Leave out the two round brackets.",
        )
    if isinstance(call.func, ast.Name) and hasattr(builtins, call.func.id):
        given = [
            n.lineno
            for n in ast.walk(crash.tree)
            if isinstance(n, ast.Name) and n.id == call.func.id and isinstance(n.ctx, ast.Store)
        ]
        lines = f" Line {given[0]} gives its name another value." if given else ""
        return (
            "function overwritten",
            f"the function `{function}` is gone.",
            f"{lines.strip()}",
            f"Use another name for your value. Then run `del {function}` once, or restart the kernel.",
        )
    if not call.args and not call.keywords:
        means = f"`{function}` is no function, but a value."
        return (
            "called a value",
            f"`{function}` is followed by empty round brackets.",
            means,
            "Leave out the two brackets.",
        )
    what = f" It is {kind_of(value)}." if value is not None else ""
    argument = call.args[0] if len(call.args) == 1 else None
    counters = {*crash.exercise.loops, *crash.exercise.times}
    if argument is not None and not isinstance(value, (list, np.ndarray)):
        names = {n.id for n in ast.walk(argument) if isinstance(n, ast.Name)}
        if names and names <= counters | {"dt"}:
            means = (
                "In an equation the brackets say at which time. In Python they call a function, "
                f"and `{function}` is {kind_of(value)}."
            )
            return (
                "called a value",
                f"`{crash.code(call)}` is written as in the equation.",
                means,
                f"`{function}` alone is the value of this step.",
            )
    holds_many = isinstance(value, (list, np.ndarray)) and np.ndim(value) > 0
    if holds_many:
        means = f"`{function}` is {kind_of(value)}, and no function. One of its values is taken with square brackets."
        return (
            "round brackets for an index",
            f"`{function}` is followed by round brackets.",
            means,
            "Use square brackets.",
        )
    return (
        "called a value",
        f"`{function}` is followed by a round bracket, so Python takes it for a function.",
        f"`{function}` is no function.{what} In Python a product needs its sign.",
        "Write the sign of the product between the two.",
    )


def options_in_a_dictionary(crash: Crash) -> Explained:
    """A dictionary of options as one value among the others of a plot command."""
    for call in crash.within(ast.Call):
        options = next((argument for argument in call.args if isinstance(argument, ast.Dict)), None)
        if options is not None and called(call) in ("plot", "scatter"):
            means = "plt.plot takes it for values to draw. In Python an option stands alone: its name, =, its value."
            return (
                "options in a dictionary",
                "the options stand in curly brackets.",
                means,
                "Write each option that way, or use a format string.",
                options,
            )
    return None


MEANT = {  # arguments in other languages, and in R
    "etiqueta": "label", "beschriftung": "label", "etiquette": "label", "etichetta": "label", "rotulo": "label",
    "farbe": "color", "couleur": "color", "colore": "color", "cor": "color", "kleur": "color", "colour": "color",
    "marcador": "marker", "marqueur": "marker", "marcatore": "marker", "alfa": "alpha", "transparencia": "alpha",
    "lty": "linestyle", "lwd": "linewidth",
}  # fmt: skip
GREEK = {"π": "pi", "Π": "pi", "ℯ": "e"}


def attribute(crash: Crash) -> Explained:
    module = re.search(r"module '([\w.]+)' has no attribute '(\w+)'", crash.text)
    if module:
        package = {"numpy": "np", "matplotlib.pyplot": "plt", "numpy.random": "np.random"}.get(module[1], module[1])
        known = dir(np) if package == "np" else dir(np.random) if package == "np.random" else list(_pyplot())
        close = difflib.get_close_matches(module[2].lower(), [name for name in known if name[0] != "_"], 1, 0.6)
        letter = GREEK.get(module[2])
        if letter is not None and letter in known:
            means = "Python's packages spell Greek letters out."
            return (
                "unknown function",
                f"there is no `{package}.{module[2]}`.",
                means,
                f"Write `{letter}` for `{module[2]}`.",
            )
        advice = (
            f"Did you mean `{close[0]}`?"
            if close
            else "Look for the function in the text above your cell. If it is not there, do you need this line?"
        )
        return (
            "unknown function",
            f"there is no `{package}.{module[2]}`.",
            f"The package has no function `{module[2]}`.",
            advice,
        )
    match = re.search(r"'([\w.]+)' object has no attribute '(\w+)'", crash.text)
    if match and re.fullmatch(r"\d+[a-zA-Z]", match[2]):
        means = "In the curly brackets a colon comes before the format."
        return "f-string", f"the format `.{match[2]}` has no colon in front.", means, "Put a colon before each format."
    node = next((n for n in crash.within(ast.Attribute) if match and n.attr == match[2]), None)
    if match is None or node is None:
        return None
    code, value = crash.code(node.value), crash.values.of(node.value)
    what = kind_of(value) if value is not None else f"of the type {match[1]}"
    if match[1] == "list" and hasattr(np.ndarray, match[2]):
        means = f"`{code}` is {what}. Only an array has `.{match[2]}`."
        return (
            "list for array",
            f"`{code}.{match[2]}` does not exist.",
            means,
            "Which function does the same for a list?",
        )
    if match[2] == "append":
        means = f"`{code}` is {what}, and only a list can be appended to."
        return "append", f"`{code}.append` does not exist.", means, f"Look at the line that makes `{code}`."
    if isinstance(value, (int, float)) and match[2] in crash.values.names:
        means = "A dot asks for a part of what stands in front of it, and a number has no such part."
        advice = "Which sign stands between two values?"
        return "dot for a comma", f"`{code}` and `{match[2]}` are joined by a dot.", means, advice
    return (
        "unknown attribute",
        f"`{code}.{match[2]}` does not exist.",
        f"`{code}` is {what}.",
        f"Is `{code}` what you want in front of the dot?",
    )


def _pyplot() -> list[str]:
    import matplotlib.pyplot as plt

    return dir(plt)


def arguments(crash: Crash) -> Explained:
    scatter = next((n for n in crash.within(ast.Call) if called(n) == "scatter"), None)
    if scatter is not None and any(isinstance(a, ast.Constant) and isinstance(a.value, str) for a in scatter.args):
        means = "Only plt.plot takes a format string. For plt.scatter the third value is the size of the points."
        return (
            "plot format",
            "plt.scatter gets a format string.",
            means,
            "Use plt.plot, or leave the format string out.",
        )
    call = next((n for n in crash.within(ast.Call)), None)
    keyword = re.search(
        r"unexpected keyword argument '(\w+)'|has no property '?(\w+)|got an unexpected keyword '(\w+)'", crash.text
    )
    keyword = keyword or re.search(r"AttributeError.*\.set\(\).*'(\w+)'|unexpected property (\w+)", crash.text)
    if call is None:
        return None
    function = crash.code(call.func)
    if keyword:
        word = next(group for group in keyword.groups() if group)
        means = f"`{function}` takes no argument of the name `{word}`."
        meant = MEANT.get(word) or next(iter(difflib.get_close_matches(word, set(MEANT.values()), 1, 0.7)), None)
        if meant is not None:
            return "arguments", f"`{word}=` is not known here.", means, f"Python's word for it is `{meant}`."
        if word in OTHER_NAMES:
            advice = f"Which argument gives a curve {OTHER_NAMES[word]}?"
            return "arguments", f"`{word}=` is not known here.", means, advice
        return (
            "arguments",
            f"`{word}=` is not known here.",
            means,
            f"Is `{word}` misspelled, or does it belong to another function or language? Change it or leave it out.",
        )
    if "takes no keyword arguments" in crash.text and call.keywords:
        words = " and ".join(f"`{keyword.arg}=`" for keyword in call.keywords)
        advice = "Print the number with an f-string and a format." if function == "format" else "Look up what it takes."
        return "arguments", f"`{function}` takes no {words}.", "Its arguments have no names in Python.", advice
    missing = re.search(r"missing (?:\d+ )?required (?:positional )?arguments?:? '?(\w+)", crash.text)
    if missing:
        return (
            "arguments",
            f"`{function}(...)` lacks something in its brackets.",
            f"The argument `{missing[1]}` is missing.",
            "Put it into the brackets.",
        )
    if called(call) in ("random", "rand", "random_sample") and len(call.args) > 1:
        if any(_is_negative(argument) for argument in call.args):
            means = f"`{function}` always draws from 0 to 1. It takes no limits."
            return (
                "limits of random",
                f"`{function}` gets limits.",
                means,
                "Draw a number from 0 to 1, then stretch and shift it.",
            )
        shapes = [equation.like for equation in crash.exercise.equations if equation.like]
        is_table = any("[" in like for like in shapes)
        if is_table:
            means = f"`{function}` takes one argument, the shape: rows and columns in one pair of square brackets."
            return (
                "arguments",
                f"`{function}` gets {len(call.args)} values.",
                means,
                "Put square brackets around the two numbers.",
            )
        means = f"`{function}` takes one argument: how many numbers it draws."
        return (
            "arguments",
            f"`{function}` gets {len(call.args)} values.",
            means,
            "How many numbers are needed? Give that number alone.",
        )
    text_format = re.search(r"not enough arguments for format string", crash.text)
    if text_format:
        return None
    if re.search(r"takes (from )?\d+|at most|expected .* argument", crash.text):
        means = f"`{function}` got {len(call.args)} values in its brackets. {crash.text.split('() ')[-1].capitalize()}."
        return (
            "arguments",
            f"`{function}` got the wrong number of values.",
            means,
            "Check the commas and the brackets of the call.",
        )
    if "concat" in crash.text or "shape" in crash.text or "tuple" in crash.text:
        return None
    return None


def _is_negative(node: ast.AST) -> bool:
    return isinstance(node, ast.UnaryOp) and isinstance(node.op, ast.USub)
