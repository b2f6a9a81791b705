"""Names that Python does not know."""

from __future__ import annotations

import ast
import re

import numpy as np

from ..formulas.pieces import called
from ..homoglyphs import ENGLISH, a_sign_of, first_foreign, in_plain_signs
from .counters import counter_around
from .crash import Crash, Explained
from .spellings import close_name, spelling_of, written_otherwise

OF_R = {
    "c": "In Python, square brackets hold the values of a list. A single value needs none.",
    "seq": "NumPy's function for evenly spaced numbers is `np.arange`.",
    "seq_len": "Python's function for whole numbers in a row is `range`.",
    "rep": "NumPy's function for an array of equal numbers is `np.full`.",
    "numeric": "NumPy's function for an array of zeros is `np.zeros`.",
    "paste": "In Python text and values are joined by an f-string.",
    "runif": "NumPy's function for random numbers from 0 to 1 is `np.random.random`.",
}

OF_PYPLOT = {"plot", "xlabel", "ylabel", "title", "legend", "figure", "show", "scatter", "xlim", "ylim"}


FOREIGN = {
    "disp": "Matlab's word for showing a value; in Python the function is `print`",
    "fprintf": "Matlab's word for printing; in Python the function is `print`, with an f-string",
    "printf": "a word of other languages; in Python the function is `print`, with an f-string",
    "cat": "a word of R; in Python the function is `print`",
    "length": "Matlab's word; in Python the function is `len`",
    "numel": "Matlab's word; in Python the function is `len`",
    "end": "Matlab's word; in Python a loop ends where the indentation ends",
    "true": "written with a capital letter in Python: `True`",
    "false": "written with a capital letter in Python: `False`",
    "null": "written `None` in Python",
}


def unknown_name(crash: Crash) -> Explained:
    """The first of ``REASONS`` that fits a name without a value."""
    match = re.search(r"name '(\w+)' is not defined", crash.text) or re.search(r"variable '(\w+)'", crash.text)
    if match is None:
        return None
    name = match[1]
    line = crash.source.splitlines()[(crash.failure.get("line") or 1) - 1]
    for reason in REASONS:
        explained = reason(crash, name, line)
        if explained is not None:
            return explained
    written = written_otherwise(name)
    if written is not None:
        return written
    alone = ", with the given parameters" if crash.exercise.given else ""
    means = f"No line before this one gives it a value. The check runs this cell alone{alone}."
    advice = f"Which name of the exercise did you mean? If `{name}` is your own, give it a value first."
    return "unknown name", f"Python does not know the name `{name}`.", means, advice


def _arrow(crash: Crash, name: str, line: str) -> Explained:
    if not re.match(rf"\s*{name}\s*<-", line):
        return None
    means = "`<-` is the arrow of the language R. Python reads it as two signs, smaller than and minus."
    advice = "Python gives a value with one equals sign. Change each arrow."
    number, column = crash.failure["line"], line.index("<-")
    arrow = ast.Pass(lineno=number, col_offset=column, end_lineno=number, end_col_offset=column + 2)
    return "arrow", f"`{name}` gets no value.", means, advice, arrow


def _slashes(crash: Crash, name: str, line: str) -> Explained:
    if not re.search(rf"//\s*{name}\b", line):
        return None
    means = "In Python // divides. A comment starts with a #."
    return "slashes for a comment", "`//` does not start a comment.", means, "Write # in place of //."


def _in_a_comment(crash: Crash, name: str, line: str) -> Explained:
    comment = re.search(rf"(?m)^[^#\n]*#(.*\s)?{name}(\s*=(?!=)|\s+-?[\d.])", crash.source)
    if comment is None:
        return None
    number = crash.source[: comment.start()].count("\n") + 1 + comment[0].count("\n")
    means = f"Line {number} would give it one, but it is a comment: after the sign # Python reads nothing."
    advice = f"Write line {number} without the #, with a name, an equals sign and a value."
    if comment[0].rpartition("\n")[2].split("#")[0].strip():
        means = f"Line {number} has it after a #: there Python reads nothing."
        advice = f"Put the part of line {number} that sets `{name}` on a line of its own, without the #."
    return "still a comment", f"`{name}` has no value.", means, advice


def _comparison(crash: Crash, name: str, line: str) -> Explained:
    compares = isinstance(crash.statement, ast.Expr) and isinstance(crash.statement.value, ast.Compare)
    if not compares or "==" not in line:
        return None
    means = "Two equals signs ask whether both sides are equal. They store nothing."
    observed = f"this line compares, and `{name}` has no value yet."
    return "comparison for assignment", observed, means, "One equals sign gives a value."


def _unit(crash: Crash, name: str, line: str) -> Explained:
    if name not in crash.exercise.unit_words or not re.search(rf"\d[\d.eE+-]*\s*\*?\s*{name}\b", line):
        return None
    means = f"`{name}` looks like a unit. Python has no units: write the number alone."
    advice = "Write the unit in a comment, after the sign #."
    return "unit in code", f"Python does not know the name `{name}`.", means, advice


def _without_quotes(crash: Crash, name: str, line: str) -> Explained:
    if not _is_text_place(crash, name):
        return None
    means = f"Python reads `{name}` as a name, because it has no quotes."
    return "quotes missing", f"`{name}` has no value.", means, "Put quotes around a text, and around a format string."


def _of_r(crash: Crash, name: str, line: str) -> Explained:
    if name == "c" and re.search(r"print\(\s*c\s*\(", line):
        means = "It is a function of R. Python's print takes several values, with commas between them."
        return "unknown name", "Python has no function `c`.", means, "Leave `c` and its brackets out."
    if name not in OF_R or not re.search(rf"\b{name}\s*\(", line):
        return None
    means = f"It is a function of R. {OF_R[name]}"
    return "unknown name", f"Python has no function `{name}`.", means, "Change this piece."


def _of_other_languages(crash: Crash, name: str, line: str) -> Explained:
    if name == "end" and any(crash.within(ast.Subscript)):
        means = "In Matlab it means the last place. In Python a slice goes to the end by itself."
        return "unknown name", f"Python does not know `{name}`.", means, "Leave it out."
    modulo = next((n for n in crash.within(ast.BinOp) if isinstance(n.op, ast.Mod)), None)
    if modulo is not None and getattr(modulo.right, "id", None) == name:
        means = "In Python % is an operator. A comment begins with #."
        return "comment of other languages", f"`% {name}` is not a comment.", means, "Change the sign."
    if name in FOREIGN:
        return "unknown name", f"Python does not know `{name}`.", f"It is {FOREIGN[name]}.", "Change that word."
    return None


def _of_pyplot(crash: Crash, name: str, line: str) -> Explained:
    return _of_a_package(name, "Matplotlib", "plt") if name in OF_PYPLOT else None


def _of_numpy(crash: Crash, name: str, line: str) -> Explained:
    return _of_a_package(name, "NumPy", "np") if hasattr(np, name) or hasattr(np.random, name) else None


def _of_a_package(name: str, package: str, called_here: str) -> Explained:
    means = f"`{name}` belongs to the package {package}, which is called `{called_here}` in these notebooks."
    observed = f"Python does not know `{name}` alone."
    return "package missing", observed, means, "Put the package's name and a dot in front."


def _another_twice(crash: Crash, name: str, line: str) -> Explained:
    twice = _given_twice(crash) if name in crash.exercise.parameter_names else None
    if twice is None:
        return None
    means = f"No line gives `{name}` a value, and line {twice.lineno} gives `{twice.id}` one for the second time."
    return "name changed", f"`{name}` has no value.", means, f"Which name belongs in line {twice.lineno}?"


def _assigned_below(crash: Crash, name: str, line: str) -> Explained:
    """At the top level alone: in a loop, a line below may have run before."""
    is_in_loop = any(isinstance(node, (ast.For, ast.While)) for node in ast.walk(crash.tree))
    return None if is_in_loop else _too_early(crash, name, line)


def _too_early(crash: Crash, name: str, line: str) -> Explained:
    later = _assigned_later(crash, name)
    if not later:
        return None
    means = f"It gets its value in line {later}, and Python runs the lines from top to bottom."
    advice = f"Change the order: `{name}` must have its value first."
    return "used too early", f"`{name}` is used before it has a value.", means, advice


def _misspelled(crash: Crash, name: str, line: str) -> Explained:
    close = close_name(name, [known for known in crash.values.names if not known.startswith("__")])
    if not close:
        return None
    foreign = first_foreign(name)
    if foreign is not None and in_plain_signs(name) == close:
        _, letter, plain = foreign
        means = f"It looks like `{close}`, but its `{letter}` is {a_sign_of(letter)}, not the ordinary `{plain}`."
        advice = f"{ENGLISH} the name again."
        return "look-alike character", f"Python does not know the name `{name}`.", means, advice
    defined = _defined(crash, close)
    if defined is not None and name in crash.exercise.parameter_names and close not in crash.exercise.parameter_names:
        means = f"Line {defined.lineno} gives its value to another name, `{close}`."
        advice = f"The exercise calls it `{name}`: type the name again in line {defined.lineno}, letter by letter."
        return "unknown name", f"`{name}` has no value.", means, advice, defined
    means = f"There is a name `{close}`. {spelling_of(name, close)}"
    return "unknown name", f"Python does not know the name `{name}`.", means, f"Did you mean `{close}`?"


def _defined(crash: Crash, name: str) -> ast.Name | None:
    """The place where a line of the answer gives this name its value."""
    targets = [target for node in ast.walk(crash.tree) if isinstance(node, ast.Assign) for target in node.targets]
    return next((target for target in targets if isinstance(target, ast.Name) and target.id == name), None)


def _of_a_counter(crash: Crash, name: str, line: str) -> Explained:
    """A counter of the exercise's, where the loop around counts with another name that nothing reads."""
    return _of_the_loop(crash, name, line) if name in crash.exercise.loops else None


def _of_the_loop(crash: Crash, name: str, line: str) -> Explained:
    counter = counter_around(crash, name)
    return None if counter is None else ("unknown name", f"Python does not know the name `{name}`.", *counter)


REASONS = (
    _arrow, _slashes, _assigned_below, _in_a_comment, _comparison, _unit, _without_quotes, _of_r, _of_other_languages,
    _of_pyplot, _another_twice, _too_early, _of_a_counter, _misspelled, _of_numpy, _of_the_loop,
)  # fmt: skip


def _is_text_place(crash: Crash, name: str) -> bool:
    """Whether the name stands where a text belongs: a label, a title, or the format string of a plot command."""
    for call in (node for node in crash.within(ast.Call) if called(node) in OF_PYPLOT):
        labels = [
            keyword.value for keyword in call.keywords if keyword.arg in ("label", "marker", "color", "linestyle")
        ]
        texts = call.args if called(call) in ("xlabel", "ylabel", "title") else call.args[2:]
        for place in (*labels, *texts):
            if any(isinstance(node, ast.Name) and node.id == name for node in ast.walk(place)):
                return True
    return False


def _given_twice(crash: Crash) -> ast.Name | None:
    """The second place at top level in which a parameter gets a value."""
    given: set[str] = set()
    for statement in crash.tree.body:
        for target in statement.targets if isinstance(statement, ast.Assign) else ():
            if isinstance(target, ast.Name) and target.id in crash.exercise.parameter_names:
                if target.id in given:
                    return target
                given.add(target.id)
    return None


def _assigned_later(crash: Crash, name: str) -> int | None:
    lines = [
        node.lineno
        for node in ast.walk(crash.tree)
        if isinstance(node, ast.Name) and node.id == name and isinstance(node.ctx, ast.Store)
    ]
    line = crash.failure.get("line") or 0
    return min((n for n in lines if n > line), default=None)
