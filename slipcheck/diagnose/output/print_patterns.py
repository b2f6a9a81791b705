"""Print and plot commands in an answer's text that are written in a wrong way."""

from __future__ import annotations

import ast
import re
import tokenize
from itertools import pairwise

from slipcheck.exercise import Exercise
from slipcheck.observe import Observation

from ..as_typed import typed_text
from ..formulas.pieces import called
from ..numbers.number_patterns import Hit
from ..syntax.unreadable import tokens
from .print_forms import place_of_format

NAMED = ("alpha", "label", "color", "marker", "linestyle", "markersize", "linewidth", "displayname", "markerfacecolor")


def matlab_print(tree: ast.Module, observation: Observation, exercise: Exercise) -> Hit:
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and called(node) == "print" and len(node.args) > 1:
            first = node.args[0]
            if (
                isinstance(first, ast.Constant)
                and isinstance(first.value, str)
                and re.search(r"%[\d.]*[a-z]", first.value)
            ):
                advice = "Use an f-string: f in front of the quote, names and formats in curly brackets."
                means = (
                    "Matlab and C put the values into such a text. Python's print shows the text itself, then "
                    "all digits of the values."
                )
                if isinstance(node.args[1], ast.Tuple):
                    means = (
                        "A comma separates it from the values. So print shows the text first, and then the values "
                        "with their brackets."
                    )
                    advice = "Which sign puts values into such a text? It belongs in the place of this comma."
                typed = ast.unparse(first)[1:-1]
                return first, f"the text `{typed}` is printed as it is.", means, advice
    return None


def set_printed(tree: ast.Module, observation: Observation, exercise: Exercise) -> Hit:
    """Values in curly brackets, which keep no order."""
    for node in ast.walk(tree):
        values = node.args if isinstance(node, ast.Call) and called(node) == "print" else []
        for value in values:
            if isinstance(value, ast.Set) and len(value.elts) > 1:
                means = "Curly brackets make a set. A set has no order, and print shows its brackets and commas too."
                advice = "Give print the names alone, with commas between."
                return value, "the values stand in curly brackets.", means, advice
    return None


def format_outside(tree: ast.Module, observation: Observation, exercise: Exercise) -> Hit:
    """A format right behind the curly brackets that it belongs in."""
    specs = [node.format_spec for node in ast.walk(tree) if isinstance(node, ast.FormattedValue)]
    for node in (node for node in ast.walk(tree) if node not in specs):
        for before, part in pairwise(node.values if isinstance(node, ast.JoinedStr) else ()):
            text = str(part.value) if isinstance(part, ast.Constant) else ""
            match = re.match(r":\.?\d*[a-z]|\.\d+[a-z]", text)
            if match and isinstance(before, ast.FormattedValue):
                means = (
                    "A format belongs inside the curly brackets, after the name and a colon. "
                    "Outside it is printed as text."
                )
                observed = f"the format `{match[0]}` is outside its curly brackets."
                return node, observed, means, "Move it inside the brackets."
    return None


def no_letter(tree: ast.Module, observation: Observation, exercise: Exercise) -> Hit:
    for node in ast.walk(tree):
        if isinstance(node, ast.FormattedValue) and node.format_spec is not None:
            spec = "".join(str(part.value) for part in ast.walk(node.format_spec) if isinstance(part, ast.Constant))
            if re.fullmatch(r"\d*\.\d+", spec):
                means = (
                    f"Without a letter the {spec.split('.')[1]} counts all digits from the first one that is not 0, "
                    "and zeros at the end are left out."
                )
                return (
                    place_of_format(node, spec, observation.source),
                    f"the format `{spec}` has no letter.",
                    means,
                    "Which letter stands for plain decimals, and which for exponential notation?",
                )
            if re.fullmatch(r"\d+[a-zA-Z]", spec):
                width = spec[:-1]
                means = f"Without a point, the {width} is the least number of characters, not the number of decimals."
                return (
                    place_of_format(node, spec, observation.source),
                    f"the format `{spec}` has no point.",
                    means,
                    f"Put a point in front of the {width}.{_alike(tree, node)}",
                )
    return None


def _alike(tree: ast.Module, first: ast.FormattedValue) -> str:
    """A sentence on the next format without a point."""
    for node in (part for part in ast.walk(tree) if isinstance(part, ast.FormattedValue) and part is not first):
        spec = ast.unparse(node.format_spec)[2:-1] if node.format_spec is not None else ""
        if re.fullmatch(r"\d+[a-zA-Z]", spec):
            return f" Do the same in `{spec}`."
    return ""


def not_called(tree: ast.Module, observation: Observation, exercise: Exercise) -> Hit:
    """A command without its round brackets."""
    return _without_brackets(tree, ())


def values_not_called(tree: ast.Module, observation: Observation, exercise: Exercise) -> Hit:
    """The same of a command that gives a figure its values, not its texts."""
    return _without_brackets(tree, ("legend", "title", "xlabel", "ylabel", "show"))


def _without_brackets(tree: ast.Module, others: tuple[str, ...]) -> Hit:
    functions = {node.name for node in ast.walk(tree) if isinstance(node, ast.FunctionDef)}
    for node in ast.walk(tree):
        if isinstance(node, ast.Expr) and getattr(node.value, "id", "") in functions:
            code = ast.unparse(node.value)
            means = f"So the function `{code}` is named, and not carried out."
            return (
                node,
                f"`{code}` has no round brackets.",
                means,
                "Put round brackets with its values after the name.",
            )
        if isinstance(node, ast.Expr) and isinstance(node.value, ast.Attribute) and node.value.attr not in others:
            code = ast.unparse(node.value)
            means = f"So `{code}` is named, and not carried out."
            return node, f"`{code}` has no round brackets.", means, "Add the round brackets."
    return None


def pair_for_keyword(tree: ast.Module, observation: Observation, exercise: Exercise) -> Hit:
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and called(node) == "plot":
            texts = [a for a in node.args if isinstance(a, ast.Constant) and isinstance(a.value, str)]
            named = next((t for t in texts if str(t.value).lower() in NAMED), None)
            if named is not None:
                means = (
                    f"plt.plot takes '{named.value!s}' and the value after it for the x and y of another point. "
                    "In Python a named argument has an equals sign and no quotes."
                )
                return (
                    named,
                    f"the name '{named.value!s}' is given as a text.",
                    means,
                    "Write the name in small letters, then an equals sign and the value.",
                )
    return None


def no_f(tree: ast.Module, observation: Observation, exercise: Exercise) -> Hit:
    return without_f(tree, observation.source)


def without_f(tree: ast.AST, source: str) -> Hit:
    """A text with curly brackets in a print command that has no f in front."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and called(node) == "print":
            for argument in [text for whole in node.args for text in _joined_texts(whole)]:
                if (
                    isinstance(argument, ast.Constant)
                    and isinstance(argument.value, str)
                    and re.search(r"\{\w+.*\}", argument.value)
                ):
                    means = "Without an f in front of the quote the curly brackets are printed as they are."
                    return argument, "the text in quotes is not an f-string.", means, "Put an f in front of the quote."
                if isinstance(argument, ast.Constant) and re.search(r"\{(:[^{}]*)?\}", str(argument.value)):
                    means = "So they are printed as they are."
                    advice = "Each pair needs a name, and the text needs an f in front of its quote."
                    return argument, "no value fills the curly brackets of this text.", means, advice
                if isinstance(argument, ast.JoinedStr):
                    plain = _plain_text_in(argument, source)
                    if plain is not None:
                        means = (
                            "In this piece of text the curly brackets are printed as they are. "
                            "Each piece needs its own f."
                        )
                        return (
                            plain,
                            "one piece of the text has no f in front.",
                            means,
                            "Put an f in front of its quote.",
                        )
    return None


def _joined_texts(argument: ast.expr) -> list[ast.expr]:
    """The texts that a plus sign joins; else the argument alone."""
    if isinstance(argument, ast.BinOp) and isinstance(argument.op, ast.Add):
        return [*_joined_texts(argument.left), *_joined_texts(argument.right)]
    return [argument]


def _plain_text_in(joined: ast.JoinedStr, source: str) -> ast.AST | None:
    """The place of a text with curly brackets, and no f, that stands beside an f-string."""
    for token in tokens(source):
        is_inside = (joined.lineno, joined.col_offset) <= token.start <= (joined.end_lineno, joined.end_col_offset)
        if token.type == tokenize.STRING and is_inside and re.match(r"[\"'].*\{\w+.*\}", token.string):
            (line, column), (end_line, end_column) = token.start, token.end
            return ast.Pass(lineno=line, col_offset=column, end_lineno=end_line, end_col_offset=end_column)
    return None


def f_inside(tree: ast.Module, observation: Observation, exercise: Exercise) -> Hit:
    """The f of an f-string, typed behind its quote."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and re.match(r"f\s?\{", node.value):
            means = "There it is a letter of the text, and the curly brackets are printed as they are."
            return node, "the letter f is inside the quotes.", means, "Move it in front of the first quote."
    return None


def doubled_brackets(tree: ast.Module, observation: Observation, exercise: Exercise) -> Hit:
    """Two curly brackets for one in an f-string: they print one bracket."""
    for node in ast.walk(tree):
        if isinstance(node, ast.JoinedStr) and not any(isinstance(part, ast.FormattedValue) for part in node.values):
            text = "".join(str(part.value) for part in node.values if isinstance(part, ast.Constant))
            if re.search(r"\{\w+.*\}", text):
                means = "Two curly brackets print one bracket, and what is between them is plain text."
                return node, "the curly brackets are doubled.", means, "Put each value in one pair of curly brackets."
    return None


def no_new_line(tree: ast.Module, observation: Observation, exercise: Exercise) -> Hit:
    """The last print that is told not to end its line, where the output is one line."""
    if len([line for line in observation.printed.splitlines() if re.search(r"\d", line)]) != 1:
        return None
    prints = [node for node in ast.walk(tree) if isinstance(node, ast.Call) and called(node) == "print"]
    for call in sorted(prints, key=lambda node: node.lineno, reverse=True):
        for keyword in call.keywords:
            if keyword.arg == "end" and "\\n" not in ast.unparse(keyword.value):
                typed = typed_text(observation.source, keyword.value)
                observed = f"`end={typed}` keeps print from beginning a new line."
                advice = f"Leave out `end={typed}`, with the comma in front of it."
                return keyword, observed, "So the values of all rounds are on one line.", advice
    return None
