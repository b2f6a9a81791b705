"""Errors of student code in plain words: what it means and what usually causes it. A table, most specific first."""

from __future__ import annotations

import re
from collections.abc import Sequence

from slipcheck.exercise import Message

TABLE = (
    # kind or type, pattern in the message or the line, slip, what it means, what to try
    ("endless", "", "endless loop", "The loop never ends, or takes far too long.", "Check that the loop counts up to a fixed end."),
    ("output", "", "endless loop", "The loop prints without end, or far more than the exercise asks for.", "Check that the loop counts up to a fixed end."),
    ("ended", "", "ended Python", "Your code ended Python itself, so nothing after that line was run.",
     "Leave out what ends the program; a script ends by itself after its last line."),
    ("tampered", "", "tampered", "Your code changed the program that runs it, so what it did could not be judged.",
     "Solve the exercise with numpy and matplotlib alone."),
    ("memory", "", "memory", "Your code asked for more memory than there is.", "Look for a list or an array that grows without end."),
    ("stopped", "", "stopped", "The run was interrupted.", "Run the check again."),
    ("IndentationError", "expected an indented", "indentation", "After a line that ends with a colon, the next lines are moved to "
     "the right.", "Indent the lines that belong to the loop by four spaces."),
    ("IndentationError", "", "indentation", "A line starts further left or right than the lines around it.",
     "Give all lines of one block the same indentation."),
    ("TabError", "", "indentation", "Tabs and spaces are mixed.", "Use four spaces."),
    ("SyntaxError", "never closed|unexpected EOF|unmatched|does not match", "bracket",
     "An opening bracket has no partner, or the other way round.", "Count the brackets of this line and the one before."),
    ("SyntaxError", "unterminated|EOL while scanning", "quote", "A text starts with a quote and does not end with one.",
     "Close the text with the same quote it starts with."),
    ("SyntaxError", "expected ':'", "colon", "The first line of a loop ends with a colon.", "Put a : at the end of the line."),
    ("SyntaxError", "cannot assign|Maybe you meant '=='", "assignment", "On the left of = stands one name, the result's.",
     "Write name = expression."),
    ("SyntaxError", "comma", "missing operator", "Something between two values is missing: a comma, or an operator such as *.",
     "Python needs the * of a product written out, and a comma between two arguments."),
    ("SyntaxError", "f-string", "f-string", "Something inside the braces of the f-string is not an expression with a format.",
     "Look again at the pattern {name:format}."),
    ("SyntaxError", "outside (async )?function", "outside a function", "Words such as return and await belong into a function; an answer "
     "is a script, which ends after its last line.", "Leave the word out, or move the line into a function."),
    ("SyntaxError", "", "syntax", "Python cannot read this line: a sign is missing, or one too many.",
     "Compare it, sign by sign, with a line that works."),
    ("NameError", "", "unknown name", "This name has no value in this cell's run. Names are case-sensitive, and the check starts "
     "with the given names only, not with what other cells left behind.", "Check the spelling, or assign the name in this cell first."),
    ("UnboundLocalError", "", "unknown name", "The name is used before it gets a value.", "Assign it first."),
    ("ModuleNotFoundError", "", "import", "The grader has numpy, matplotlib and what comes with Python, even where your notebook has more.",
     "Leave this import out: numpy and matplotlib are all you need."),
    ("AttributeError", "(numpy|matplotlib|math).*has no attribute", "unknown function", "The package has no function of this name.",
     "Check its spelling in the text above."),
    ("AttributeError", "", "unknown attribute", "What stands before the dot does not have what stands after it.",
     "Print the thing before the dot and see what it is."),
    ("TypeError", "ellipsis", "blank left", "A `...` is still there.", "Replace the three dots."),
    ("TypeError", "not callable", "called a value", "Round brackets after something that is not a function: a missing * between "
     "a name and a bracket, or a function's name that was used for a value.", "Look for name( where a product is meant."),
    ("TypeError", r"for \^|bitwise", "caret", "In Python ^ is no power.", "A power is written with two stars."),
    ("TypeError", r"unsupported operand.*list|can't multiply|can only concatenate list|list.*(float|int)", "list arithmetic",
     "Arithmetic with a whole list does not work number by number.", "Work on one entry, list[index], at a time."),
    ("TypeError", "format string", "format code", "The format does not fit what stands before it: each value needs braces of its own.",
     "Look again at the pattern {name:format}."),
    ("TypeError", "str", "text as number", "A text is used where a number belongs.", "Leave the quotes away around names and numbers."),
    ("TypeError", "float' object cannot be interpreted as an integer", "float as count", "A count must be a whole number.",
     "Turn it into one with int(...)."),
    ("TypeError", "not subscriptable", "index of a number", "Square brackets after something that is one number.",
     "Only lists and arrays have entries."),
    ("TypeError", "indices must be integers", "index", "An index must be a whole number.", "Use the loop's counter."),
    ("TypeError", "argument", "arguments", "The function got too many, too few or unknown arguments.", "Look at its call in the text."),
    ("ValueError", "same first dimension|same size", "lengths differ", "plt.plot needs as many x as y.",
     "Print len(...) of both."),
    ("ValueError", "broadcast", "shapes differ", "The shapes of two arrays do not fit.", "Print the .shape of both."),
    ("ValueError", "setting an array element|only.*scalar|inhomogeneous", "array in a number", "A whole array is stored where one "
     "number belongs.", "Pick one entry of it with an index."),
    ("ValueError", "format", "format code", "This format code is not known for such a value.", "Use a code from the text above."),
    ("IndexError", "", "index out of range", "The index is larger than the last one, which is the length minus one.",
     "Check where the loop starts and ends."),
    ("ZeroDivisionError", "", "division by zero", "The number below the line is 0.", "Print it before the division."),
    ("OverflowError", "", "overflow", "A value grows beyond all limits.", "Print it in the loop and see where it starts."),
    ("RecursionError", "", "recursion", "A function calls itself without end.", "The exercises need no functions of your own."),
    ("", "", "error", "The message above says what Python could not do.", "Look at that line first."),
)  # fmt: skip


def in_plain_words(failure: dict, overwritten: Sequence[str] = ()) -> tuple[str, Message]:
    """The slip and the message for a failure as Observation keeps it.

    >>> slip, message = in_plain_words({"kind": "error", "type": "NameError", "message": "name 'q' is not defined",
    ...                                 "line": 2, "text": "v = q"})
    >>> slip, message.observed
    ('unknown name', "Line 2 of your cell, `v = q`, stops with NameError: name 'q' is not defined.")
    """
    slip, means, advice = next(
        row[2:]
        for row in TABLE
        if row[0] in ("", failure["kind"], failure["type"]) and re.search(row[1], failure["message"])
    )
    if overwritten and failure["type"] == "TypeError" and "not callable" in failure["message"]:
        slip = "overwritten"
        means = f"Your code gave the name `{overwritten[0]}` a new value. I have put the function back."
        advice = "Call the function with round brackets instead of assigning to its name."
    return slip, Message(_observed(failure), means, advice)


def _observed(failure: dict) -> str:
    line = f"Line {failure['line']} of your cell" if failure["line"] else "Your cell"
    text = f", `{failure['text']}`," if failure["text"] else ""
    if failure["kind"] == "endless" and not failure["line"]:
        return "Your cell did not come to an end; it was stopped."
    if failure["kind"] == "endless":
        return f"Your cell did not come to an end; it was stopped at line {failure['line']}, `{failure['text']}`."
    if failure["kind"] in ("ended", "memory", "tampered"):
        return "Your cell stopped before its end."
    if failure["kind"] in ("output", "stopped"):
        return f"{line}{text} was stopped."
    message = re.sub(r"\s+", " ", failure["message"]).strip().rstrip(".")
    return f"{line}{text} stops with {failure['type']}{': ' if message else ''}{message}."
