"""Calls of what is not a function, of what does not exist, or with other arguments than it takes."""

from __future__ import annotations

import ast
import builtins
import re

import numpy as np

from ..formulas.pieces import called
from ..same_fault import same_in
from ..values import kind_of
from .crash import Crash, Explained
from .decimal_commas import comma_between
from .named_arguments import argument_missing, named_for_a_place, names_in, own_function, unknown_argument

FROM_0_TO_1 = ("random", "rand", "random_sample", "ranf")
COUNTS = (  # how many values a function takes, and how many it gets, in Python's own words
    r"(?:takes|expected) (?:from )?((?:at most |at least |exactly )?\w+(?: to \w+)?)(?: positional)? argument.*?(\d+)"
)


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
    if isinstance(call.func, ast.Attribute) and "'Text' object" in crash.text:
        name = call.func.attr
        observed = f"`{function}` is not a command."
        axes = crash.code(call.func.value)
        means = f"`{axes}` is the axes of a figure. Its commands for texts begin with `set_`: here `set_{name}`."
        nodes = [node for node in ast.walk(crash.tree) if isinstance(node, ast.Call) and node.lineno > call.lineno]
        alike = [node.lineno for node in nodes if crash.code(node.func) in _of_the_same(crash, call.func)]
        return "unknown attribute", observed, f"{means} {same_in(alike)}".strip(), "Use that name."
    functions = {node.name for node in ast.walk(crash.tree) if isinstance(node, ast.FunctionDef)}
    if isinstance(call.func, ast.Name) and (hasattr(builtins, call.func.id) or call.func.id in functions):
        return _function_overwritten(crash, call.func.id)
    stored = _stored_attribute(crash, call.func)
    if stored is not None:
        means = f"This line stores a value under the name of the function `{function}`, so line {call.lineno} stops."
        advice = "Write the text in round brackets after the name. Then restart the kernel."
        return "function overwritten", f"the function `{function}` is gone.", means, advice, stored
    if isinstance(call.func, ast.Call) and call.keywords and not call.args:
        observed = f"`{function}` is followed by a second pair of round brackets."
        means = "The first pair has called the function. What it gives back is a value, not a function."
        return "called a value", observed, means, "Put all arguments into one pair of round brackets."
    if isinstance(call.func, ast.Constant) and isinstance(value, str):
        observed = "a text is followed by a round bracket."
        return "called a value", observed, "A text is not a function.", "Which sign belongs between the two?"
    if not call.args and not call.keywords:
        means = f"`{function}` is not a function but a value."
        observed = f"`{function}` is followed by empty round brackets."
        return "called a value", observed, means, "Leave out the two brackets."
    if isinstance(value, (list, tuple, np.ndarray)) and np.ndim(value) > 0 and not isinstance(call.func, ast.List):
        means = f"`{function}` is {kind_of(value)}, and no function. One of its values is taken with square brackets."
        observed = f"`{function}` is followed by round brackets."
        return "round brackets for an index", observed, means, "Use square brackets."
    return _as_in_the_equation(crash, call) or _sign_missing(crash, call)


def _stored_attribute(crash: Crash, function: ast.expr) -> ast.Attribute | None:
    """The place where the answer stores a value under the name of a package's function."""
    attributes = [node for node in ast.walk(crash.tree) if isinstance(node, ast.Attribute)]
    stored = (node for node in attributes if isinstance(node.ctx, ast.Store))
    return next((node for node in stored if ast.unparse(node) == ast.unparse(function)), None)


def _function_overwritten(crash: Crash, function: str) -> Explained:
    stored = [n for n in ast.walk(crash.tree) if isinstance(n, ast.Name) and isinstance(n.ctx, ast.Store)]
    given = [node.lineno for node in stored if node.id == function]
    line = crash.failure["line"]
    where = f"`{function}(...)` stops in the next round" if line in given else f"line {line} stops"
    means = f"This line stores a value under the name `{function}`, so {where}." if given else ""
    advice = f"Use another name for your value. Then type `del {function}` in an empty cell and run it once."
    if not hasattr(builtins, function):
        advice = "Use another name for your value."
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
    others = [other for other in crash.within(ast.Call) if crash.code(other.func) == function and other is not call]
    advice = f"`{function}` alone is {what} at this time."
    return "called a value", observed, means, f"{advice} Write it in each place." if others else advice


def _of_the_same(crash: Crash, function: ast.Attribute) -> list[str]:
    """The commands for labels, as they are written for the same value."""
    return [f"{crash.code(function.value)}.{name}" for name in ("title", "xlabel", "ylabel")]


def _sign_missing(crash: Crash, call: ast.Call) -> Explained:
    function, value = crash.code(call.func), crash.values.of(call.func)
    what = f" It is {crash.described(function, value)}." if value is not None else ""
    is_statement = isinstance(crash.statement, (ast.Expr, ast.For))
    if len(call.args) != 1 or call.keywords or is_statement:
        observed = f"`{function}` is called like a function."
        advice = "Which function is meant?"
        if call.args:
            advice = f"Which sign belongs between `{function}` and the bracket?"
        return "called a value", observed, f"`{function}` is not a function.{what}", advice
    observed = f"`{function}` is followed by a round bracket, so Python reads it as a function."
    means = f"`{function}` is not a function.{what} In Python a product needs its sign."
    advice = f"Write the multiplication sign between `{function}` and the bracket."
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


def arguments(crash: Crash) -> Explained:
    """A call with arguments that its function does not take."""
    call = next(crash.within(ast.Call), None)
    if call is None:
        return None
    for explain in (_format_for_scatter, unknown_argument, named_for_a_place, argument_missing, _two_for_a_shape):
        explained = explain(crash, call)
        if explained is not None:
            return explained
    if "must be of ArrayType" in crash.text and len(call.args) == 2:
        return comma_between(crash, call)
    if called(call) == "str" and "'encoding'" in crash.text:
        means = "`str` makes a text of one value. It takes no number of decimals."
        advice = "Which form of a text shows a number with a format?"
        return "arguments", f"`{crash.code(call)}` has two values in its brackets.", means, advice
    if called(call) == "format" and "argument 2 must be str" in crash.text:
        means = f"The second value in its brackets is the format, a text. `{crash.code(call.args[1])}` is a number."
        advice = "Write the format in quotes: a point, the number of decimals and one letter."
        return "format code", "`format` gets a number where its format belongs.", means, advice, call.args[1]
    if called(call) == "legend" and len(call.args) > 2:
        means = "`plt.legend` takes no labels one by one. It shows those that the plot commands give."
        drawn = [node for node in ast.walk(crash.tree) if isinstance(node, ast.Call) and called(node) == "plot"]
        is_labelled = any(keyword.arg == "label" for node in drawn for keyword in node.keywords)
        advice = "Leave the brackets of `plt.legend` empty."
        if not is_labelled:
            advice = "Give each curve its label in its plot command, and leave the brackets of `plt.legend` empty."
        return "arguments", f"`plt.legend` gets {len(call.args)} values.", means, advice
    is_of_format = "not enough arguments for format string" in crash.text
    if is_of_format or not re.search(r"takes (from )?\d+|at most|expected .* argument", crash.text):
        return None
    function = crash.code(call.func)
    if function in ("list", "tuple") and len(call.args) == 2:
        means = f"`{function}` takes one thing and makes a list of its values. It repeats nothing."
        return "arguments", f"`{function}` gets two values.", means, "How does the text make a list of equal values?"
    counts = re.search(COUNTS, crash.text)
    observed = f"`{function}` gets the wrong number of values."
    means = f"Python says: {crash.text}." if counts is None else f"It takes {counts[1]}, and gets {counts[2]} here."
    advice = "Check the commas and the brackets of the call."
    own = own_function(crash, call)
    if own is not None:
        advice = f"Line {own.lineno} names what `{function}` takes: {names_in(own)}."
    if any(isinstance(argument, ast.Starred) for argument in call.args):
        advice = "The star hands over each value of the list as a value of its own. Is it needed?"
    return "arguments", observed, means, advice


def _format_for_scatter(crash: Crash, _call: ast.Call) -> Explained:
    scatter = next((n for n in crash.within(ast.Call) if called(n) == "scatter"), None)
    texts = [a for a in (scatter.args if scatter is not None else ()) if isinstance(a, ast.Constant)]
    if not any(isinstance(text.value, str) for text in texts):
        return None
    means = "Only plt.plot takes a format string. For plt.scatter the third value is the size of the points."
    advice = "Use plt.plot here."
    return "plot format", "plt.scatter gets a format string.", means, advice


def _two_for_a_shape(crash: Crash, call: ast.Call) -> Explained:
    if called(call) not in FROM_0_TO_1 or len(call.args) < 2:
        return None
    function = crash.code(call.func)
    if any(_is_negative(argument) for argument in call.args):
        return limits_of_a_draw(crash, call)
    means = f"`{function}` takes one number in its brackets: how many it draws."
    advice = "How many numbers are needed? Give that number alone."
    if any("[" in (equation.like or "") for equation in crash.exercise.equations):
        means = f"`{function}` takes one shape in its brackets: a list with the number of rows and of columns."
        advice = SHAPE_IN_A_LIST
    return "arguments", f"`{function}` gets {len(call.args)} values.", means, advice


def limits_of_a_draw(crash: Crash, call: ast.Call) -> Explained:
    """A negative number in the brackets of a function that draws between 0 and 1."""
    function = crash.code(call.func)
    means = f"`{function}` always draws from 0 to 1. Its brackets take the number of draws, and no limits."
    advice = "Draw from 0 to 1, then stretch and shift the result."
    return "limits of random", f"`{function}` gets limits.", means, advice


SHAPE_IN_A_LIST = "Put square brackets around the two sizes, inside the round brackets."
MAKERS = ("ones", "zeros", "empty", "full", "array", "linspace", "arange")  # of arrays


def shape_in_pieces(crash: Crash) -> Explained:
    """``np.ones(n, m)``: the second number is taken for the kind of the data."""
    call = next(crash.within(ast.Call), None)
    is_of_a_type = re.search(r"data type|Cannot interpret", crash.text)
    if call is None or is_of_a_type is None or called(call) not in MAKERS:
        return None
    function = crash.code(call.func)
    values = [crash.values.of(argument) for argument in call.args]
    if called(call) not in ("ones", "zeros", "empty") or not all(type(value) is int for value in values):
        observed = f"`{function}` gets {len(call.args)} values."
        means = f"It takes the last of them, `{crash.code(call.args[-1])}`, for the kind of its numbers."
        return "arguments", observed, means, "Which of the values does this function need? Compare with the text."
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
        SHAPE_IN_A_LIST,
    )


def _is_negative(node: ast.AST) -> bool:
    return isinstance(node, ast.UnaryOp) and isinstance(node.op, ast.USub)
