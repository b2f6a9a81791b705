"""Statements that lack a sign, or have their pieces in a wrong order."""

from __future__ import annotations

import re

from ..same_fault import same_in
from .brackets import value_after_a_name
from .gaps import no_brackets, old_print, side_by_side
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
    outside = re.search(r"\)\s*,\s*(\w+\s*=\s*[\w.\"']+)", problem.code)
    if outside is None or line != problem.line:
        return None
    without = problem.code[: outside.start()] + problem.code[outside.start() + 1 : outside.end()]
    rest = problem.code[outside.end() :]
    advice = "Delete the closing bracket before it."
    if not problem.reads_on(line, f"{without}{rest}"):
        advice = "Close the bracket after it."
        if not problem.reads_on(line, f"{without}){rest}"):
            return None
    return (
        "call closed early",
        f"`{outside[1]}` is outside the brackets.",
        "It belongs to the function before it, whose bracket is closed already.",
        advice,
        outside.span(1),
    )


def call_on_the_left(problem: Unreadable, line: int) -> Explained:
    call = re.match(r"\s*([A-Za-z_]\w*)\(([^()]*)\)\s*=(?!=)", problem.code)
    if call is None or "cannot assign to function call" not in problem.text:
        return None
    has_entries = any(equation.is_entry for equation in problem.exercise.equations)
    if has_entries and call[1] in ("print", "range"):
        return None
    slip = "round brackets for an index" if has_entries else "round brackets on the left"
    means = "In Python a name with round brackets is a call, and a call cannot get a value."
    advice = "The left side is the plain name that gets the new value."
    if has_entries:
        means = f"{means} One of many values is named with square brackets."
        advice = f"How many values does `{call[1]}` hold here?"
        if call[1] in {equation.target for equation in problem.exercise.equations if equation.is_entry}:
            advice = "Write square brackets in place of the round ones, everywhere in this line."
    elif call[1] in {equation.target for equation in problem.exercise.equations}:
        means = f"{means} In this exercise `{call[1]}` is one value, without an index or a time in brackets."
        everywhere = ", everywhere in this line" if problem.code.count(f"{call[1]}(") > 1 else ""
        advice = f"Write the plain name `{call[1]}`{everywhere}."
    return slip, f"`{call[1]}({call[2]})` is on the left of the equals sign.", means, advice, call.span(0)


def assigned(problem: Unreadable, line: int) -> Explained:
    if not re.search(r"cannot assign to|cannot contain assignment|Maybe you meant '=='", problem.text):
        return None
    counted = re.search(r"\bfor\s+(.+?)\s+in\b", problem.code)
    if counted and not re.fullmatch(r"[\w, ()]+", counted[1]):
        means = "A plain name belongs there. The loop gives its values to that name."
        return (
            "loop name",
            f"`{counted[1]}` is between `for` and `in`.",
            means,
            "Write a name alone.",
            counted.span(1),
        )
    if "expression cannot contain assignment" in problem.text:
        observed = "there is an equals sign in round brackets, and no plain name in front of it."
        means = "In round brackets an equals sign comes after the name of an argument."
        advice = "Check the brackets and the quotes around it."
        return "assignment", observed, means, advice, None
    comma = re.search(r",\s*[A-Za-z_]\w*\s*=(?!=)", text(problem, line))
    indent = " " * (len(problem.code) - len(problem.code.lstrip()))
    if comma and problem.reads_on(
        line, f"{problem.code[: comma.start()]}\n{indent}{problem.code[comma.start() + 1 :].lstrip()}"
    ):
        observed, means = "a comma is between two commands.", "Each command needs a line of its own."
        return "two commands", observed, means, "Start a new line in place of the comma.", comma.span()
    boxed = re.search(r"(\w[\w.]*)\(\[([^\[\]]*\b\w+\s*=(?!=)[^\[\]]*)\]\)", problem.code)
    if boxed and problem.reads_on(line, problem.code.replace(boxed[0], f"{boxed[1]}({boxed[2]})")):
        observed = f"square brackets are around the arguments of `{boxed[1]}`."
        means = "They make a list, and in a list no equals sign can be."
        return "assignment", observed, means, "Leave the square brackets out.", boxed.span()
    if "cannot assign to" not in problem.text:
        observed = "there is an equals sign inside a calculation."
        means = "An equals sign gives a name its value, and this needs a line of its own."
        return "assignment", observed, means, "Does this sign belong here?", None
    return _on_the_left(problem, line)


NO_MINUS = "Type an underscore in its place."


def _on_the_left(problem: Unreadable, line: int) -> Explained:
    """An equals sign whose left side is no name."""
    joined = re.match(r"\s*([A-Za-z_]\w*(?:-[A-Za-z_]\w*)+)\s*=(?!=)", text(problem, line))
    if joined is not None:
        whole = joined[1].replace("-", "_")
        if problem.reads_on(line, re.sub(re.escape(joined[1]), whole, problem.lines[line - 1], count=1)):
            means = "Python reads the minus sign as a subtraction. A name has letters, digits and underscores only."
            others = [k for k in range(1, len(problem.lines) + 1) if k != line and joined[1] in text(problem, k)]
            means = f"{means} {same_in(others)}".strip()
            return "assignment", f"the name `{joined[1]}` has a minus sign.", means, NO_MINUS, joined.span(1)
    means = "The left side is the name that gets the value."
    advice = "Which name should get the value of this line?"
    sides = re.fullmatch(r"(\s*)([^=]+?)\s*=\s*([A-Za-z_]\w*)\s*;?\s*", text(problem, line))
    if sides is not None and problem.reads_on(line, f"{sides[1]}{sides[3]} = {sides[2]}"):
        advice = "Exchange the two sides."
    what = "a calculation"
    if "literal" in problem.text:
        what = "a number or a text"
    elif "function call" in problem.text:
        what = "a call of a function"
    return "assignment", f"{what} is on the left of the equals sign.", means, advice, None


def order(problem: Unreadable, line: int) -> Explained:
    if "positional argument follows keyword argument" in problem.text:
        means = "In round brackets, values with a name and an equals sign come last."
        return (
            "order of arguments",
            "a value without a name comes after one with a name.",
            means,
            "Change the order of the two.",
            value_after_a_name(problem, line),
        )
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
        "Put it at the end of the line.",
        (end - 1, end),
    )


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
    no_colon, other_sign_for_colon, said_twice, no_brackets, number_with_letters, side_by_side, old_print, no_value,
    lonely_operator,
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
        "Put it at the end of the line.",
        (max(end - 1, 0), end),
    )


def outside(problem: Unreadable, line: int) -> Explained:
    match = re.search(r"'?(\w+)'? outside (?:async )?(?:function|loop)|'(\w+)' not properly in loop", problem.text)
    if match is None:
        return None
    word = match[1] or match[2]
    place = "function" if word in ("return", "yield", "await") else "loop"
    heads = r"\s*def\b" if place == "function" else r"\s*(?:for|while)\b"
    is_after = any(re.match(heads, code) for code in problem.lines[: problem.line - 1])
    means = f"`{word}` works only inside a {place}. An answer ends after its last line, without such a word."
    if is_after and problem.reads_on(problem.line, f"    {problem.code}"):
        means = f"A {place} ends where the indentation ends, and this line begins further left."
        advice = f"Indent this line like the other lines of the {place}."
        return "indentation", f"`{word}` is outside the {place}.", means, advice, None
    return "outside a function", f"`{word}` is outside a {place}.", means, "Leave it out.", None
