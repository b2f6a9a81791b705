"""Calls of what is not a function, of what does not exist, or with other arguments than it takes."""

from __future__ import annotations

import ast
import builtins
import difflib
import inspect
import re

import numpy as np

from ..formulas.pieces import called
from ..values import kind_of
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


def not_callable(crash: Crash) -> Explained:
    """Round brackets behind what is not a function."""
    call = next(crash.within(ast.Call), None) if "not callable" in crash.text else None
    if call is None:
        return None
    function = crash.code(call.func)
    value = crash.values.of(call.func)
    if "module" in crash.text:
        means = f"`{function}` is a module that holds several functions."
        observed = f"`{function}` is called like a function."
        return "package called", observed, means, "Name the function in it, after a dot."
    if isinstance(call.func, ast.Attribute) and call.func.attr == "T":
        means = "`.T` is not a function but a property of an array, so it has no round brackets."
        observed = f"`{function}` is followed by round brackets."
        return "property called", observed, means, "Leave out the two round brackets."
    if isinstance(call.func, ast.Name) and hasattr(builtins, call.func.id):
        return _function_overwritten(crash, call.func.id)
    if not call.args and not call.keywords:
        means = f"`{function}` is not a function but a value."
        observed = f"`{function}` is followed by empty round brackets."
        return "called a value", observed, means, "Leave out the two brackets."
    if isinstance(value, (list, np.ndarray)) and np.ndim(value) > 0:
        means = f"`{function}` is {kind_of(value)}, and no function. One of its values is taken with square brackets."
        observed = f"`{function}` is followed by round brackets."
        return "round brackets for an index", observed, means, "Use square brackets."
    return _as_in_the_equation(crash, call) or _sign_missing(crash, call)


def _function_overwritten(crash: Crash, function: str) -> Explained:
    stored = [n for n in ast.walk(crash.tree) if isinstance(n, ast.Name) and isinstance(n.ctx, ast.Store)]
    given = [node.lineno for node in stored if node.id == function]
    line = crash.failure["line"]
    where = f"`{function}(...)` stops in the next round" if line in given else f"line {line} stops"
    means = f"This line stores a value under the name `{function}`, so {where}." if given else ""
    advice = f"Use another name for your value. Then run `del {function}` once, or restart the kernel."
    explained = ("function overwritten", f"the function `{function}` is gone.", means, advice)
    return (*explained, next(node for node in stored if node.id == function)) if given else explained


def _as_in_the_equation(crash: Crash, call: ast.Call) -> Explained:
    """A value at a time, written as a function of the time."""
    argument = call.args[0] if len(call.args) == 1 else None
    times = {*crash.exercise.loops, *crash.exercise.times, "dt"}
    names = {n.id for n in ast.walk(argument) if isinstance(n, ast.Name)} if argument is not None else set()
    value = crash.values.of(call.func)
    if not names or not names <= times or isinstance(value, (list, np.ndarray)):
        return None
    function = crash.code(call.func)
    means = (
        "In an equation the brackets say at which time. In Python they call a function, "
        f"and `{function}` is {crash.described(function, value)}."
    )
    observed = f"`{crash.code(call)}` is written as in the equation."
    what = crash.exercise.words.get(function, "the value")
    return "called a value", observed, means, f"`{function}` alone is {what} at this time."


def _sign_missing(crash: Crash, call: ast.Call) -> Explained:
    function, value = crash.code(call.func), crash.values.of(call.func)
    what = f" It is {crash.described(function, value)}." if value is not None else ""
    is_statement = isinstance(crash.statement, (ast.Expr, ast.For))
    if len(call.args) != 1 or call.keywords or is_statement:
        observed = f"`{function}` is called like a function."
        return "called a value", observed, f"`{function}` is no function.{what}", "Which function belongs here?"
    observed = f"`{function}` is followed by a round bracket, so Python reads it as a function."
    means = f"`{function}` is not a function.{what} In Python a product needs its sign."
    advice = f"Write the sign of the product between `{function}` and the bracket."
    return "called a value", observed, means, advice


def options_in_a_dictionary(crash: Crash) -> Explained:
    """A dictionary of options as one value among the others of a call."""
    for call in crash.within(ast.Call):
        options = next((argument for argument in call.args if isinstance(argument, ast.Dict)), None)
        if options is not None:
            means = (
                f"`{crash.code(call.func)}` takes them for a value of another kind. "
                "In Python you write an option as its name, =, its value."
            )
            advice = "Write each option that way, without the curly brackets."
            return "options in a dictionary", "the options are in curly brackets.", means, advice, options
    return None


MEANT = {  # arguments in other languages, and in R
    "etiqueta": "label", "beschriftung": "label", "etiquette": "label", "etichetta": "label", "rotulo": "label",
    "farbe": "color", "couleur": "color", "colore": "color", "cor": "color", "kleur": "color", "colour": "color",
    "marcador": "marker", "marqueur": "marker", "marcatore": "marker", "alfa": "alpha", "transparencia": "alpha",
    "lty": "linestyle", "lwd": "linewidth",
}  # fmt: skip


def arguments(crash: Crash) -> Explained:
    """A call with arguments that its function does not take."""
    call = next(crash.within(ast.Call), None)
    if call is None:
        return None
    for explain in (_format_for_scatter, _unknown_argument, _named_for_a_place, _argument_missing, _two_for_a_shape):
        explained = explain(crash, call)
        if explained is not None:
            return explained
    is_of_format = "not enough arguments for format string" in crash.text
    if is_of_format or not re.search(r"takes (from )?\d+|at most|expected .* argument", crash.text):
        return None
    function = crash.code(call.func)
    if function in ("list", "tuple") and len(call.args) == 2:
        means = f"`{function}` takes one thing and makes a list of its values. It repeats nothing."
        return "arguments", f"`{function}` gets two values.", means, "How does the text make a list of equal values?"
    means = f"`{function}` got {len(call.args)} values in its brackets. {crash.text.split('() ')[-1].capitalize()}."
    observed = f"`{function}` got the wrong number of values."
    return "arguments", observed, means, "Check the commas and the brackets of the call."


def _format_for_scatter(crash: Crash, _call: ast.Call) -> Explained:
    scatter = next((n for n in crash.within(ast.Call) if called(n) == "scatter"), None)
    texts = [a for a in (scatter.args if scatter is not None else ()) if isinstance(a, ast.Constant)]
    if not any(isinstance(text.value, str) for text in texts):
        return None
    means = "Only plt.plot takes a format string. For plt.scatter the third value is the size of the points."
    advice = "Use plt.plot here."
    return "plot format", "plt.scatter gets a format string.", means, advice


def _unknown_argument(crash: Crash, call: ast.Call) -> Explained:
    keyword = re.search(
        r"unexpected keyword argument '(\w+)'|has no property '?(\w+)|got an unexpected keyword '(\w+)'", crash.text
    )
    keyword = keyword or re.search(r"AttributeError.*\.set\(\).*'(\w+)'|unexpected property (\w+)", crash.text)
    if keyword is None:
        return None
    word = next(group for group in keyword.groups() if group)
    meant = MEANT.get(word) or next(iter(difflib.get_close_matches(word, set(MEANT.values()), 1, 0.7)), None)
    own = _arguments_of(call)
    near = next(iter(difflib.get_close_matches(word, own, 1, 0.7)), None)
    meant = meant or near
    advice = f"Is `{word}` misspelled, or does it belong to another function or language? Change it or leave it out."
    takes = next((n for n in ast.walk(call) if isinstance(n, ast.Call) and word in _arguments_of(n)), None)
    if takes is not None:
        function, inner = crash.code(call.func), crash.code(takes.func)
        means = f"It is an argument of `{inner}`, and is in the bracket of `{function}`."
        return "arguments", f"`{function}` takes no `{word}=`.", means, f"Where does the bracket of `{inner}` end?"
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
    return "arguments", f"`{word}=` is not known here.", means, advice


def _arguments_of(call: ast.Call) -> list[str]:
    """The names of the arguments of one of NumPy's functions."""
    function = getattr(np, called(call), None) if ast.unparse(call.func).startswith("np.") else None
    try:
        return list(inspect.signature(function).parameters) if callable(function) else []
    except ValueError:
        return []


def _named_for_a_place(crash: Crash, call: ast.Call) -> Explained:
    if "takes no keyword arguments" not in crash.text or not call.keywords:
        return None
    function = crash.code(call.func)
    words = " and ".join(f"`{keyword.arg}=`" for keyword in call.keywords)
    advice = "Print the number with an f-string and a format." if function == "format" else "Look up what it takes."
    return "arguments", f"`{function}` takes no {words}.", "Its arguments have no names in Python.", advice


def _argument_missing(crash: Crash, call: ast.Call) -> Explained:
    missing = re.search(r"missing (?:\d+ )?required (?:positional )?arguments?:? '?(\w+)", crash.text)
    if missing is None:
        return None
    observed = f"`{crash.code(call.func)}(...)` needs something in its brackets."
    return "arguments", observed, f"The argument `{missing[1]}` is missing.", "Put it into the brackets."


def _two_for_a_shape(crash: Crash, call: ast.Call) -> Explained:
    if called(call) not in ("random", "rand", "random_sample") or len(call.args) < 2:
        return None
    function = crash.code(call.func)
    if any(_is_negative(argument) for argument in call.args):
        means = f"`{function}` always draws from 0 to 1. It takes no limits."
        advice = "Draw a number from 0 to 1, then stretch and shift it."
        return "limits of random", f"`{function}` gets limits.", means, advice
    means = f"`{function}` takes one argument: how many numbers it draws."
    advice = "How many numbers are needed? Give that number alone."
    if any("[" in (equation.like or "") for equation in crash.exercise.equations):
        means = f"`{function}` takes one argument, the shape: rows and columns in one pair of square brackets."
        advice = "Put square brackets around the two numbers."
    return "arguments", f"`{function}` gets {len(call.args)} values.", means, advice


def shape_in_pieces(crash: Crash) -> Explained:
    """``np.ones(n, m)``: the second number is taken for the kind of the data."""
    call = next(crash.within(ast.Call), None)
    if call is None or called(call) not in ("ones", "zeros", "empty") or "data type" not in crash.text:
        return None
    function = crash.code(call.func)
    if any(crash.values.of(argument) == 1 for argument in call.args):
        means = (
            f"`{function}` takes the shape as one value. For one row, that is one number: how many values there are."
        )
        return "arguments", f"`{function}` gets {len(call.args)} values.", means, "How many values are needed here?"
    means = f"`{function}` takes the shape as one value: rows and columns in one pair of square brackets."
    return (
        "arguments",
        f"`{function}` gets {len(call.args)} values.",
        means,
        "Put square brackets around the two numbers.",
    )


def _is_negative(node: ast.AST) -> bool:
    return isinstance(node, ast.UnaryOp) and isinstance(node.op, ast.USub)
