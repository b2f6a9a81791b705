"""What other languages, and consoles, write."""

from __future__ import annotations

import re

from .unreadable import Explained, Unreadable, text


def prompt(problem: Unreadable, line: int) -> Explained:
    match = re.match(r"\s*(>>>|\.\.\.(?=\s)|In \[\d+\]:)", problem.lines[line - 1])
    if match is None:
        return None
    means = "It is the prompt of a Python console, and no part of the code."
    return (
        "prompt",
        f"the line begins with `{match[1]}`.",
        means,
        "Delete it, here and in the other lines.",
        match.span(1),
    )


def foreign(problem: Unreadable, line: int) -> Explained:
    bare = text(problem, line)
    units = "|".join(map(re.escape, problem.exercise.unit_words))
    typed = re.search(rf"\d+(?:\.\d*)?(?:e[-+]?\d+)?\s*(?:{units})\b", bare) if units else None
    if typed:
        means = "Python has no units: write the number alone."
        return (
            "unit in code",
            f"`{typed[0]}` has a unit in it.",
            means,
            "Delete the unit, or put it into a comment.",
            typed.span(),
        )
    for pattern, slip, observed, means, advice in FOREIGN_FORMS:
        match = re.search(pattern, bare)
        if match:
            return slip, observed.format(match[0].strip()), means, advice, match.span()
    return None


FOREIGN_FORMS = (
    (r"<-(?!\s*\d)|<-(?=\s*-?\d+e?)", "arrow", "a value is given with the arrow `{}`.", "That is the language R. Python reads `<` and `-`.",
     "Python gives a value with one equals sign."),
    (r"(//|/\*)\s*[A-Za-z]\w*[\s,:]+[A-Za-z(].*$|(?<=;)\s*//.*$|^\s*//.*$|^\s*/\*.*$", "comment of other languages",
     "a comment begins with `{:.2}`.", "In Python a comment begins with #.", "Change the sign wherever it starts a comment."),
    (r"^\s*(hold\s+(on|off)|clear\s+all|close\s+all|clc)\b.*$", "command of Matlab", "`{}` is a command of Matlab.",
     "Python does not need it: curves that are drawn one after the other share a figure.", "Delete this line."),
    (r"(?<=[\w)\]+*/,(=-])\s*\.\.\.\s*$", "continuation of Matlab", "the line ends with three dots.",
     "In Matlab, the line then continues below. Inside round brackets, Python does so by itself.", "Write the formula in one line."),
    (r"\w+\s*(\+\+|--)\s*$", "increment", "`{}` is a form of other languages.", "Python has no such sign.", "Write it with `+=`."),
    (r"^\s*for\b.*=\s*\d+\s*:\s*\S+", "loop of Matlab", "the loop is written as in Matlab.", "A loop in Python has the word `in` and what it runs through.",
     "Compare it with a loop in the text above."),
    (r"^\s*end\b\s*;?\s*$", "end of Matlab", "there is the word `end`.", "In Python a loop ends where the indentation ends.", "Delete this line."),
    (r"(?<=[\w\])])\s*\.[\^*/]", "dotted operator", "`{}` is an operator of Matlab.", "Python's operators work value by value without the dot.",
     "Leave out the dot."),
    (r"(?<=[\w)\];])\s+%\s*[A-Za-z].*$", "comment of Matlab", "a comment begins with `%`.", "That is Matlab's sign. In Python a comment begins with #.",
     "Change the sign wherever it starts a comment."),
    (r"^\s*for\b[^:=]*(?<![=!<>])=(?!=)", "loop with an equals sign", "the loop has an equals sign.", "The word `in` goes between the names and what the loop runs through.",
     "Put that word in place of the sign."),
    (r"\[[^\[\]]*;|\([^()]*;", "semicolon", "there is a semicolon in the brackets.", "Python does not use it there.", "Which sign belongs in its place?"),
    (r"(?<=[\w)\]])\s*~\s*(?=[\w(])", "sign of mathematics", "there is the sign `~`.", "In mathematics it says how a number is distributed. Python needs a name, an equals sign and a function that draws.",
     "Which function draws numbers from 0 to 1?"),
    (r",\s*(?:[bgrcmykw][.ox]|C\d\.)\s*(?=[,)])", "quotes missing", "a format string has no quotes.", "Python takes it for a name.", "Put quotes around it."),
    (r"(?<=,)\s*\.\d+[a-zA-Z](?!\w)", "quotes missing", "`{}` is a format without quotes.", "A format is a text, and a text needs quotes.", "Put quotes around each format."),
    (r"\[\s*for\b", "comprehension", "the list begins with `for`.", "In a list comprehension the expression comes first, then `for`, without a colon.",
     "Put the expression in front of `for`."),
    (r"[\w\])]+'(?=\s*[,)\]]|\s*$)", "apostrophe", "`{}` has an apostrophe, as in Matlab.", "In Python an apostrophe begins a text.",
     "Rows and columns of an array are exchanged in another way: look for it in the text above."),
    (r"(?<![\w.])0*\d+,\d+", "decimal comma", "`{}` is written with a comma.", "Python's decimal sign is a point.", "Write a point in place of the comma."),
    (r"^\s*[Ee]xercise\s+\d+\s*:?\s*$", "comment sign missing", "`{}` is a title, not code.", "A title in a code cell is a comment, and a comment begins with #.",
     "Put the # back in front of it."),
    (r"(?<![\w.])\d+[oOlI]+\d*\b", "letter for a digit", "`{}` has a letter in it.", "The letter O looks like the digit 0, and the letter l like the digit 1.",
     "Type the digit in place of the letter."),
    (r"\((?:int|float|double)\)\s*[\w(]", "cast", "`{:.5}` is in front of a value, as in C or Java.", "In Python, int is a function: its value goes into round brackets after it.",
     "Which value belongs to it? Enclose that value."),
    (r"(?<![\w.])\d+(?:\.\d+)?\s*%\s*(?=[-+*/),]|$)", "percent", "`{}` is written as a percentage.", "In Python % is an operator, not a percent sign.",
     "Write the share as a decimal number."),
    (r"\b[A-Za-z_]\w*\$[A-Za-z_]\w*", "dollar of R", "`{}` is joined by a dollar sign, as in R.", "Python takes a part of a package, or of a value, with a dot.",
     "Put a dot in place of the sign."),
    (r"^\s*else\s+if\b", "else if", "`{}` is a form of other languages.", "Python has one word for it, elif.", "Write that word."),
    (r"(?<![=!<>])=>|=<", "comparison", "`{}` is not a sign that Python knows.", "The equals sign comes second.", "Turn the two around."),
)  # fmt: skip
