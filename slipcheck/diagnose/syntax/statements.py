"""Statements that lack a sign, or have their pieces in a wrong order."""

from __future__ import annotations

import re

from .brackets import value_after_a_name
from .gaps import no_brackets, no_comma, old_print, side_by_side
from .unreadable import Explained, Unreadable, text


def condition(problem: Unreadable, line: int) -> Explained:
    word = re.match(r"\s*(if|while|elif)\b.*?(?<![=!<>])=(?!=)", problem.code)
    if word is None or line != problem.line:
        return None
    return (
        "assignment in a condition",
        f"the condition after `{word[1]}` has one equals sign.",
        "One equals sign gives a value. In a condition two equals signs ask whether both sides are equal.",
        "Write two.",
        None,
    )


def closed_early(problem: Unreadable, line: int) -> Explained:
    outside = re.search(r"\)\s*,\s*(\w+\s*=\s*[\w.]+)", problem.code)
    if outside is None or "Maybe you meant" not in problem.text:
        return None
    return (
        "call closed early",
        f"`{outside[1]}` is outside the brackets.",
        "It belongs to the function before it, whose bracket is closed already.",
        "Close the bracket after it.",
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
        advice = "Does the exercise want one value here, or one of many?"
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
    observed = "a calculation is on the left of the equals sign."
    means = "The left side is the one name that gets the value."
    advice = "Bring everything else to the right side."
    if "literal" in problem.text:
        observed = "a number or a text is on the left of the equals sign."
        means = "The left side is the name that gets the value."
        advice = "Exchange the two sides."
    elif "expression cannot contain assignment" in problem.text:
        observed = "there is an equals sign in round brackets."
        means = "There it names an argument of the function, and this is none."
        advice = "Check the brackets and the quotes around it."
    return "assignment", observed, means, advice, None


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
        return (
            "arguments",
            "an argument is given twice.",
            "Each argument can be given once.",
            "Delete one of the two.",
            None,
        )
    return None


def no_colon(problem: Unreadable, line: int) -> Explained:
    word = re.match(r"\s*(for|while|if)\b", text(problem, line))
    if word is None or text(problem, line).rstrip().endswith(":"):
        return None
    end = len(problem.code.rstrip())
    return (
        "colon",
        f"the line that begins with `{word[1]}` has no colon at its end.",
        "The colon says that a block follows.",
        "Put it at the end of the line.",
        (end - 1, end),
    )


def said_twice(problem: Unreadable, line: int) -> Explained:
    twice = re.search(r"\b([A-Za-z_]\w*)\s+\1\b", text(problem, line))
    if twice is None:
        return None
    observed = f"the word `{twice[1]}` appears twice in a row."
    return "word twice", observed, "Python cannot read the line with both.", "Delete one of the two.", twice.span()


def number_with_letters(problem: Unreadable, line: int) -> Explained:
    joined = re.search(r"(?<![\w.])\d+\.[A-Za-z_]\w*", text(problem, line))
    if joined is None:
        return None
    observed = f"`{joined[0]}` begins like a number and ends like a name."
    means = "Python does not know where the number ends."
    return "number with letters", observed, means, "Which of the two belongs here?", joined.span()


def two_equals_signs(problem: Unreadable, line: int) -> Explained:
    twice = re.search(r"\b(\w+)\s*==\s*(?=[),])", text(problem, line))
    if twice is None:
        return None
    return (
        "argument without a value",
        f"`{twice[1]}` has two equals signs, and no value.",
        "An argument of a function is its name, one equals sign, and its value.",
        "Which value belongs there?",
        twice.span(),
    )


def lonely_operator(problem: Unreadable, line: int) -> Explained:
    bare = text(problem, line)
    signs = bare.replace("**", "^^")  # the power is one sign
    double = re.search(r"[-+*/^]\s*[*/^](?!\^)|[-+*/^=]\s*$|\(\s*[*/^]|[-+*/^=]\s*(?=[),\]])", signs)
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
    no_colon, said_twice, no_brackets, number_with_letters, side_by_side, old_print, no_comma, two_equals_signs,
    lonely_operator,
)  # fmt: skip


def missing_sign(problem: Unreadable, line: int) -> Explained:
    if not re.search("forgot a comma|invalid syntax|invalid decimal|starred expression", problem.text):
        return None
    rules = ON_ITS_LINE if line == problem.line else (old_print, no_comma)
    return next((explained for rule in rules if (explained := rule(problem, line)) is not None), None)


def colon(problem: Unreadable, line: int) -> Explained:
    if "expected ':'" not in problem.text:
        return None
    end = len(problem.bare.rstrip())
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
    return (
        "outside a function",
        f"`{match[1] or match[2]}` does not belong here.",
        "It belongs inside a function or a loop; an answer ends after its last line.",
        "Leave it out.",
        None,
    )
