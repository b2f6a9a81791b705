"""Statements that lack a sign, or have their pieces in a wrong order."""

from __future__ import annotations

import re

from .brackets import value_after_a_name
from .gaps import is_argument, no_brackets, old_print, side_by_side
from .missing_equals import no_equals_sign, word_behind, word_in_front
from .unreadable import Explained, Unreadable, text


def condition(problem: Unreadable, line: int) -> Explained:
    word = re.match(r"\s*(if|while|elif)\b.*?(?<![=!<>])=(?!=)", problem.code)
    if word is None or line != problem.line:
        return None
    if not problem.reads_on(line, f"{problem.code[: word.end()]}={problem.code[word.end() :]}"):
        return None
    return (
        "assignment in a condition",
        f"the condition after `{word[1]}` has one equals sign.",
        "One equals sign gives a value. A condition compares: with two equals signs, with < or with >.",
        "Which comparison belongs there?",
        None,
    )


def closed_early(problem: Unreadable, line: int) -> Explained:
    outside = re.search(r"\)(\s*,\s*|\s+)((\w+)\s*=(?!=)\s*[\w.\"']+)", problem.code)
    if outside is None or line != problem.line:
        return None
    if not outside[1].strip():
        return _behind_a_call(problem, line, outside)
    without = problem.code[: outside.start()] + problem.code[outside.start() + 1 : outside.end()]
    rest = problem.code[outside.end() :]
    advice = "Delete the closing bracket before it."
    if not problem.reads_on(line, f"{without}{rest}"):
        advice = "Close the bracket after it."
        if not problem.reads_on(line, f"{without}){rest}"):
            return None
    return (
        "call closed early",
        f"`{outside[2]}` is outside the brackets.",
        "It belongs to the function before it, whose bracket is closed already.",
        advice,
        outside.span(2),
    )


def _behind_a_call(problem: Unreadable, line: int, outside: re.Match[str]) -> Explained:
    """``f(a) axis=0``: an argument behind the bracket, and no comma."""
    before, rest = problem.code[: outside.start()], problem.code[outside.end() :]
    if not is_argument(problem, outside[3]):
        return None
    is_closed = text(problem, line).count("(") == text(problem, line).count(")")
    if not problem.reads_on(line, f"{before}, {outside[2]}{')' if is_closed else ''}{rest}"):
        return None
    advice = (
        "Move it in front of that bracket, after a comma." if is_closed else "Type a comma in place of that bracket."
    )
    means = "It belongs to the function before it, whose bracket is closed already."
    return "call closed early", f"`{outside[2]}` is outside the brackets.", means, advice, outside.span(2)


def order(problem: Unreadable, line: int) -> Explained:
    if "positional argument follows keyword argument" in problem.text:
        means = "In round brackets, values with a name and an equals sign come last."
        place = value_after_a_name(problem, line)
        advice = "Change the order of the two."
        if place is not None and re.fullmatch(
            r"(['\"]).*\w{3}.*\1", problem.lines[line - 1][slice(*place)]
        ):  # no format
            advice = "Does the text belong to an argument with a name? Write that name and an equals sign before it."
        return "order of arguments", "a value without a name comes after one with a name.", means, advice, place
    if "keyword argument repeated" in problem.text:
        named = re.search(r"repeated: (\w+)", problem.text)
        return (
            "arguments",
            f"the argument `{named[1]}` is given twice." if named else "an argument is given twice.",
            "Each argument can be given once.",
            "Delete one of the two.",
            None,
        )
    return None


def no_colon(problem: Unreadable, line: int) -> Explained:
    word = re.match(r"\s*(for|while|if)\b", text(problem, line))
    if word is None or text(problem, line).rstrip().endswith(":"):
        return None
    end = len(text(problem, line).rstrip())
    if not problem.reads_on(line, f"{problem.code[:end]}:"):
        return None
    return (
        "colon",
        f"the line that begins with `{word[1]}` has no colon at its end.",
        "The colon says that a block follows.",
        _where(problem, line),
        (end - 1, end),
    )


def _where(problem: Unreadable, line: int) -> str:
    """Where the colon belongs: a comment may follow it."""
    has_comment = text(problem, line).rstrip() != problem.lines[line - 1].rstrip()
    return "Put it in front of the comment." if has_comment else "Put it at the end of the line."


def other_sign_for_colon(problem: Unreadable, line: int) -> Explained:
    """``for k in range(9);``"""
    code = text(problem, line)
    last = re.match(r"\s*(?:for|while|if|elif|else|def)\b.*?\s*([;,.=])\s*$", code)
    if last is None:
        return None
    place = last.start(1)
    if not problem.reads_on(line, f"{problem.lines[line - 1][:place]}:"):
        return None
    observed = f"the line ends with `{last[1]}`, where a colon belongs."
    return "colon", observed, "The colon says that a block follows.", "Type a colon there.", last.span(1)


def said_twice(problem: Unreadable, line: int) -> Explained:
    twice = re.search(r"\b([A-Za-z_]\w*)\s+\1\b", text(problem, line))
    if twice is None:
        return None
    if not problem.reads_on(line, f"{problem.code[: twice.start()]}{twice[1]}{problem.code[twice.end() :]}"):
        return None
    observed = f"the word `{twice[1]}` appears twice in a row."
    return "word twice", observed, "Python cannot read the line with both.", "Delete one of the two.", twice.span()


def number_with_letters(problem: Unreadable, line: int) -> Explained:
    joined = re.search(r"(?<![\w.])\d+\.[A-Za-z_]\w*", text(problem, line))
    if joined is None:
        return None
    observed = f"`{joined[0]}` begins like a number and ends like a name."
    means = "Python does not know where the number ends."
    return "number with letters", observed, means, "Compare it with the formula in the text.", joined.span()


def no_value(problem: Unreadable, line: int) -> Explained:
    twice = re.search(r"\b(\w+)\s*(==?)\s*(?=[),])", text(problem, line))
    if twice is None:
        return None
    has = "two equals signs, and no value" if twice[2] == "==" else "an equals sign, and no value"
    return (
        "argument without a value",
        f"`{twice[1]}` has {has}.",
        "An argument of a function is its name, one equals sign, and its value.",
        "Which value belongs there?",
        twice.span(),
    )


def lonely_operator(problem: Unreadable, line: int) -> Explained:
    bare = text(problem, line)
    signs = bare.replace("**", "^~").replace("//", "^~")  # each is one sign
    double = re.search(r"[-+*/^]~?\s*[*/^]~?|[-+*/^=]~?\s*$|\(\s*[/^]~?|[-+*/^=]~?\s*(?=[),\]])", signs)
    if double is None:
        return None
    return (
        "operator",
        f"the operator in `{bare[slice(*double.span())].strip()}` has no value on one side.",
        "An operator goes between two values.",
        "Add what is missing, or delete the sign.",
        double.span(),
    )


ON_ITS_LINE = (
    no_colon, other_sign_for_colon, no_equals_sign, word_in_front, said_twice, no_brackets, number_with_letters,
    word_behind, side_by_side, old_print, no_value, lonely_operator,
)  # fmt: skip


def missing_sign(problem: Unreadable, line: int) -> Explained:
    if not re.search("forgot a comma|invalid syntax|invalid decimal|starred expression|Missing paren", problem.text):
        return None
    rules = ON_ITS_LINE if line == problem.line else (old_print,)
    return next((explained for rule in rules if (explained := rule(problem, line)) is not None), None)


def colon(problem: Unreadable, line: int) -> Explained:
    if "expected ':'" not in problem.text:
        return None
    other = other_sign_for_colon(problem, line)
    if other is not None:
        return other
    end = len(problem.bare.rstrip())
    if line != problem.line or not problem.reads_on(line, f"{problem.code[:end]}:"):
        return None
    return (
        "colon",
        "the line has no colon at its end.",
        "The colon says that a block follows.",
        _where(problem, line),
        (max(end - 1, 0), end),
    )
