"""What other languages, and consoles, write."""

from __future__ import annotations

import keyword
import re
from collections.abc import Callable

from ..same_fault import same_in
from .unreadable import Explained, Unreadable, text

Change = str | Callable[[re.Match[str]], str] | None  # what is tried in place of the piece; None where nothing is


def prompt(problem: Unreadable, line: int) -> Explained:
    code = problem.lines[line - 1]
    match = re.match(r"\s*(>>>|\.\.\.(?=\s)|In \[\d+\]:)\s*", code)
    if match is None or not problem.reads_on(line, code[match.end() :]):
        return None
    means = "It is the prompt of a Python console, not part of the code."
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
    typed = re.search(rf"\d+(?:\.\d*)?(?:e[-+]?\d+)?\s*({units})\b", bare) if units else None
    if typed:
        base = typed[1][1:]
        advice = "Delete the unit, or put it into a comment."
        if base in problem.exercise.unit_words:  # it has a prefix
            advice = f"Write the number alone, in {base}: the prefix of the unit is a power of ten."
        means = "Python has no units: only the number belongs there."
        code = [k for k in range(1, len(problem.lines) + 1) if re.search(typed.re, text(problem, k))]
        means = f"{means} {same_in([k for k in code if k != line])}".strip()
        is_comment = re.match(r"\s*,\s*[^\W\d]\w* [^\W\d]", bare[typed.end() :])
        if is_comment:
            what = f"`{bare[typed.start(1) :].strip()}` is a comment: Python should not read it."
            return (
                "comment sign missing",
                "the sign # is missing.",
                what,
                "Put # in front of it.",
                (typed.start(1), len(bare)),
            )
        return "unit in code", f"`{typed[0]}` has a unit in it.", means, advice, typed.span()
    for pattern, slip, observed, means, advice, change in FOREIGN_FORMS:
        match = re.search(pattern, bare)
        if match and _is_it(problem, line, match, change, slip not in STAND_INS):
            return slip, observed.format(match[0].strip()), means, advice, match.span()
    return None


def _is_it(problem: Unreadable, line: int, match: re.Match[str], change: Change, is_repair: bool) -> bool:
    """Whether Python reads further with the change in place of the piece that matches."""
    if change is None:
        return True
    code = problem.lines[line - 1]
    put = change(match) if callable(change) else match.expand(change)
    return problem.reads_on(line, f"{code[: match.start()]}{put}{code[match.end() :]}", is_repair)


def sentence(problem: Unreadable, line: int) -> Explained:
    """Words without the sign of a comment in front of them."""
    bare = text(problem, line)
    words = re.fullmatch(r"\s*([A-Za-z]\w*)(?:[ -]+[A-Za-z]\w*){2,}\s*[.:!]?\s*", bare)
    if words is None or keyword.iskeyword(words[1]) or not problem.reads_on(line, f"# {bare.strip()}"):
        return None
    means = "Words in a code cell are a comment, and a comment begins with #."
    return "comment sign missing", "this line is a sentence, not code.", means, "Put a # in front of it.", None


def transposed(problem: Unreadable, line: int) -> Explained:
    """An apostrophe behind a value of the answer, as Matlab writes it."""
    match = re.search(r"(\w*)(?:\[[^\[\]]*\])?'(?=\s*[-+*/,)\]]|\s*$)", text(problem, line))
    if match is None or not re.search(rf"\b{match[1]}\b(?:, *\w+)*\s*=(?!=)", problem.source) or not match[1]:
        return None
    code = problem.lines[line - 1]
    if not problem.reads_on(line, f"{code[: match.end() - 1]}.T{code[match.end() :]}"):
        return None
    means = "In Python an apostrophe begins a text."
    advice = "Rows and columns of an array are exchanged in another way: look for it in the text above."
    return "apostrophe", f"`{match[0]}` has an apostrophe, as in Matlab.", means, advice, match.span()


GROUPS = re.compile(  # of three digits, with points, apostrophes or invisible characters between them
    r"(?<![\w.])\d{1,3}(?:(?:\.\d{3}){2,}|(?:['\u2019\u00a0\u202f\u2009]\d{3})+)(?:,\d+)?(?![\w.])"
)


def digits_in_groups(problem: Unreadable, line: int) -> Explained:
    """``100.000.000`` or ``100'000'000``"""
    code = problem.lines[line - 1]
    for match in GROUPS.finditer(code):
        whole, _, decimals = match[0].partition(",")
        number = re.sub(r"\D", "", whole) + (f".{decimals}" if decimals else "")
        if problem.reads_on(line, f"{code[: match.start()]}{number}{code[match.end() :]}"):
            means = "In Python a number has one point at most, and no other sign between its digits."
            observed = f"the digits of `{match[0]}` are in groups."
            advice = "Write the digits without signs or spaces between them."
            return "digits in groups", observed, means, advice, match.span()
    return None


def _without_blanks(match: re.Match[str]) -> str:
    return re.sub(r"\s", "", match[0])


def _digits(match: re.Match[str]) -> str:
    return match[0].translate(str.maketrans("oOlI", "0011"))


def _sign_of_a_word(match: re.Match[str]) -> str:
    return {"times": "*", "mal": "*", "plus": "+", "minus": "-", "over": "/"}[match[0].strip()]


def _in_quotes(match: re.Match[str]) -> str:
    return match[0][: match.start(1) - match.start()] + f'"{match[1]}"'


STAND_INS = (  # forms of which the change only takes the place of a repair
    "range of Matlab", "sign of mathematics", "f-string", "prefix in code", "cast", "percent", "name missing", "function of Matlab",
    "two points",
)  # fmt: skip
NUMBER = r"(?<![\w.])\d+(?:\.\d*)?(?:e[-+]?\d+)?"

FOREIGN_FORMS: tuple[tuple[str, str, str, str, str, Change], ...] = (
    (r"<-", "arrow", "a value is given with the arrow `{}`.", "That is the language R. Python reads `<` and `-`.",
     "Python gives a value with one equals sign.", "="),
    (r"(//|/\*)\s*[A-Za-z]\w*[\s,:]+[A-Za-z(].*$|(?<=;)\s*//.*$|^\s*//.*$|^\s*/\*.*$", "comment of other languages",
     "a comment begins with `{:.2}`.", "In Python a comment begins with #.", "Change the sign wherever it starts a comment.", "#"),
    (r"^\s*(hold\s+(on|off)|clear\s+all|close\s+all|clc)\b.*$", "command of Matlab", "`{}` is a command of Matlab.",
     "Python does not need it: curves that are drawn one after the other share a figure.", "Delete this line.",
     lambda match: match[0].replace(match[0].strip(), "pass")),
    (r"(?<=[\w)\]+*/,(=-])\s*\.\.\.\s*$", "continuation of Matlab", "the line ends with three dots.",
     "In Matlab, the line then continues below. Inside round brackets, Python does so by itself.", "Write the formula in one line.", None),
    (r"(\w+)\s*(\+\+|--)\s*$", "increment", "`{}` is a form of other languages.", "Python adds a number to a name with `+=`, and subtracts one with `-=`.",
     "Write the one of the two that you need, and the number 1 after it.", r"\1 += 1"),
    (r"\b(\w+)\s*([-+*/<>=!])\s+=(?!=)", "space in a sign", "`{}` has a space between its two signs.", "The two are one sign of Python, without a space.",
     "Delete the space.", r"\1 \2="),
    (r"^\s*for\s*\((?:[^)]*;[^)]*;|[^()]*\bin\s+\w+\s*:\s*\w)", "loop of other languages", "the loop is written as in another language.",
     "A loop in Python has the word `in` and what it runs through, and a colon at its end.", "Compare it with a loop in the text above.", None),
    (r"^(\s*for\s+|\s*for\s*\(\s*)[^:=]*=\s*[\w.+-]+\s*:\s*\w.*$", "loop of Matlab", "the loop is written as in Matlab.",
     "A loop in Python has the word `in` and what it runs through.", "Compare it with a loop in the text above.", None),
    (r"(\bin\s+)([\w.]+)\s*:\s*([\w.]+)(?=\s*:?\s*$)", "loop of other languages", "the loop counts with a colon between two numbers.",
     "Other languages have this form. In Python a function makes these numbers.", "Which function counts from one number to another?", r"\1range(\2, \3)"),
    (r"^(\s*)for\s*\((.*\bin\b.*)\)\s*[:{]?\s*$", "brackets around a loop", "round brackets enclose what follows the word `for`.",
     "In Python no bracket belongs there, and the line ends with a colon.", "Leave this pair of brackets out.", r"\1for \2:"),
    (r"(\bfor\s+\w+(?:\s*,\s*\w+)*)\s+(?=(?:range|enumerate|zip|np\.)\b|(?!(?:in|if)\b)\w+\s*[\]):\[(.])", "word missing", "the word `in` is missing.",
     "In a loop it is between the name and what the loop runs through.", "Type it there.", r"\1 in "),
    (r"\bfor\s+(?=\w+\s*[\])])", "name missing", "only a name comes after `for`.",
     "A loop needs a name for one value, the word `in`, and the name of all values.", "In front of the name that is there, type another name and the word `in`.", "for _ in "),
    (r"^\s*(?:For|While|If|El(?:se|if)|Def|Import|From)\b", "capital letter", "`{}` begins with a capital letter.", "Python tells small letters and capitals apart.",
     "Write the word in small letters.", lambda match: match[0].lower()),
    (r"^\s*function\b.*$", "function of Matlab", "the function begins as in Matlab.", "In Python it begins with `def`, its name and a colon, and `return` gives its value back.",
     "Write this line as Python has it.", None),
    (r"^\s*end\b\s*;?\s*$", "end of Matlab", "there is the word `end`.", "In Python a loop ends where the indentation ends.", "Delete this line.",
     lambda match: match[0].replace("end", "pass")),
    (r"\b(?:then|do)(?=\s*:?\s*$)", "word too many", "the word `{}` is too many.", "In Python a colon alone ends this line.", "Leave the word out.", ""),
    (r"(?<=[\w\])])\s*\.([\^*/])", "dotted operator", "`{}` is an operator of Matlab.", "Python's operators work value by value without the dot.",
     "Leave out the dot.", r"\1"),
    (r"(?<=[\w)\];])\s+%\s*[A-Za-z].*$", "comment of Matlab", "a comment begins with `%`.", "That is Matlab's sign. In Python a comment begins with #.",
     "Change the sign wherever it starts a comment.", "#"),
    (r"^(\s*for\b[^:=]*)(?<![=!<>])=(?!=)", "loop with an equals sign", "the loop has an equals sign.", "The word `in` goes between the names and what the loop runs through.",
     "Put that word in place of the sign.", r"\1 in "),
    (r"(?<==)\s*\(?[\w.+-]+\s*:\s*[\w.(][^:]*(?::.*)?$", "range of Matlab", "the values are given with a colon, as in Matlab.",
     "After an equals sign, Python makes no row of numbers from a colon.", "Compare the line with the text above: how does Python make many values?", " 0"),
    (r"(\[[^\[\]]*?|\([^()]*?);", "semicolon", "there is a semicolon in the brackets.", "Python does not use it there.", "Which sign belongs in its place?", r"\1,"),
    (r"(?<=[\w)\]])\s*~\s*(?=[\w(])", "sign of mathematics", "there is the sign `~`.", "In mathematics it says how a number is distributed. Python needs a name, an equals sign and a function that draws.",
     "Which function draws numbers from 0 to 1?", "="),
    (r",\s*([bgrcmykw][.ox]|C\d\.)\s*(?=[,)])", "quotes missing", "a format string has no quotes.", "Python takes it for a name.", "Put quotes around it.", _in_quotes),
    (r"(?<=,)\s*(\.\d+[a-zA-Z])(?!\w)", "quotes missing", "`{}` is a format without quotes.", "A format is a text, and a text needs quotes.", "Put quotes around each format.", _in_quotes),
    (r"\b([A-Za-z_]\w*)\s*:?\s*\.\d+[a-zA-Z](?=\s*[,)])", "f-string", "the format in `{}` is outside of a text.", "A value with a format belongs in an f-string: the letter f, then a text in quotes.",
     "Write one f-string, with curly brackets around each value and its format.", r"\1"),
    (r"\[\s*for\b", "comprehension", "the list begins with `for`.", "In a list comprehension the formula of each entry comes first, then `for`.",
     "Put the formula in front of `for`.", None),
    (r"(?<![\w.])(\d+\.\d+)(?:\.\d+)+(?:e[-+]?\d+)?(?![\w.])", "two points", "`{}` has more than one point.", "A number has one decimal point at most.",
     "Which point belongs there?", r"\1"),
    (r"(?<![\w.])(0*\d+),(\d+)", "decimal comma", "`{}` is written with a comma.", "Python's decimal sign is a point.", "Write a point in place of the comma.", r"\1.\2"),
    (r"^\s*[Ee]xercise\s+\d+\s*:?\s*$", "comment sign missing", "`{}` is a title, not code.", "A title in a code cell is a comment, and a comment begins with #.",
     "Put the # back in front of it.", "#"),
    (r"(?<![\w.])(?=[\w.+-]*[oOlI])(?=[\w.+-]*\d)[\doOlI]+(?:\.[\doOlI]+)?(?:e[-+]?[\doOlI]+)?\b", "letter for a digit", "`{}` has a letter in place of a digit.",
     "The letter O looks like the digit 0, and the letters l and I look like the digit 1.", "Type the digit in place of the letter.", _digits),
    (rf"({NUMBER})[kMGµ]\b", "prefix in code", "`{}` has the letter of a prefix in it.", "Python knows no prefixes: a power of ten is written with the letter e.",
     "Which power of ten does this prefix stand for?", r"\1"),
    (rf"({NUMBER})\s*[xX]\s*(?=\d)", "letter for a sign", "the letter x is in `{}`.", "Python takes it for a name, not for the sign of a product.",
     "Type a star in its place.", r"\1*"),
    (r"(?<=[\w)\]])\s+(?:times|plus|minus|over|mal)\s+(?!\w+\s*=)(?=[\w(\[])", "word for a sign", "the word `{}` is between two values.",
     "Python takes it for a name, not for an operator.", "Type the sign in place of the word.", _sign_of_a_word),
    (r"(?<=[\w)\]])\s+[xX]\s+(?=[\w(\[])", "letter for a sign", "the letter `{}` is between two values.",
     "Python takes it for a name, not for the sign of a product.", "Type a star in its place.", " * "),
    (r"^(\s*)(?:int|float|double|var|let|const|auto|num|real)\s+(?=[A-Za-z_]\w*\s*=(?!=))", "declaration", "the word `{}` is in front of the name.",
     "Other languages begin like this. In Python a line begins with the name that gets the value.", "Delete the word.", r"\1"),
    (r"(?<![\w.])(?:\d+(?:\.\d*)?(?:\s+e\s*|e\s+)[-+]?\s*\d+|\d{1,3}(?:\s\d{3})+\b)", "space in a number", "there is a space in the number `{}`.",
     "Python takes a number with a space in it for two.", "Write the number without spaces.", _without_blanks),
    (r"\((?:int|float|double)\)(?=\s*[\w(])", "cast", "`{}` is in front of a value, as in C or Java.", "In Python, int is a function: its value goes into round brackets after it.",
     "Which value belongs to it? Enclose that value.", ""),
    (r"(?<![\w.])\d+(?:\.\d+)?\s*%\s*(?=[-+*/),]|$)", "percent", "`{}` is written as a percentage.", "In Python % is an operator, not a percent sign.",
     "Write the share as a decimal number.", "0.1"),
    (r"\b([A-Za-z_]\w*)\$([A-Za-z_]\w*)", "dollar of R", "`{}` is joined by a dollar sign, as in R.", "Python takes a part of a package, or of a value, with a dot.",
     "Put a dot in place of the sign.", r"\1.\2"),
    (r"^(\s*)else\s+if\b", "else if", "`{}` is a form of other languages.", "Python has one word for it, elif.", "Write that word.", None),
    (r"(?<![=!<>])=([><])", "comparison", "`{}` is not a sign that Python knows.", "The equals sign comes second.", "Turn the two around.", r"\1="),
    (r"(?<![=!<>])([=!])==(?!=)", "comparison", "`{}` has three signs, as in JavaScript.", "Python compares with two signs.", "Leave out one equals sign.", r"\1="),
)  # fmt: skip
