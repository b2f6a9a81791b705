"""Statements that lack a sign, or have their pieces in a wrong order."""

from __future__ import annotations

import re

from .unreadable import Explained, Unreadable, text


def assigned(problem: Unreadable, line: int) -> Explained:
    condition = re.match(r"\s*(if|while|elif)\b.*?(?<![=!<>])=(?!=)", problem.code)
    if condition and line == problem.line:
        means = "One equals sign gives a value. In a condition two equals signs ask whether both sides are equal."
        return (
            "assignment in a condition",
            f"the condition after `{condition[1]}` has one equals sign.",
            means,
            "Write two.",
            None,
        )
    outside = re.search(r"\)\s*,\s*(\w+\s*=\s*[\w.]+)", problem.code)
    if outside and "Maybe you meant" in problem.text:
        means = "It belongs to the function before it, whose bracket is closed already."
        return (
            "call closed early",
            f"`{outside[1]}` is outside the brackets.",
            means,
            "Close the bracket after it.",
            outside.span(1),
        )
    if not re.search(r"cannot assign to|Maybe you meant '=='", problem.text):
        return None
    code = problem.code
    call = re.match(r"\s*([A-Za-z_]\w*)\(([^()]*)\)\s*=(?!=)", code)
    has_entries = any(equation.is_entry for equation in problem.exercise.equations)
    if "function call" in problem.text and call and not has_entries:
        means = (
            "In an equation the brackets say at which time. In Python a name with round brackets "
            "is a call, and a call cannot get a value."
        )
        return (
            "round brackets on the left",
            f"`{call[1]}({call[2]})` is on the left of the equals sign.",
            means,
            "The left side is the plain name that gets the new value.",
            call.span(0),
        )
    if "function call" in problem.text and call and call[1] not in ("print", "range"):
        means = (
            f"`{call[1]}({call[2]})` calls a function, and a call cannot get a value. One of many "
            "values is named with square brackets."
        )
        return (
            "round brackets for an index",
            f"`{call[1]}({call[2]})` is on the left of the equals sign.",
            means,
            "Does the exercise want one value here, or one of many?",
            call.span(0),
        )
    if "literal" in problem.text:
        return (
            "assignment",
            "a number or a text is on the left of the equals sign.",
            "The left side is the name that gets the value.",
            "Exchange the two sides.",
            None,
        )
    keyword = re.search(r"expression cannot contain assignment", problem.text)
    if keyword:
        return (
            "assignment",
            "there is an equals sign in round brackets.",
            "There it names an argument of the function, and this is none.",
            "Check the brackets and the quotes around it.",
            None,
        )
    return (
        "assignment",
        "a calculation is on the left of the equals sign.",
        "The left side is the one name that gets the value.",
        "Bring everything else to the right side.",
        None,
    )


def order(problem: Unreadable, line: int) -> Explained:
    if "positional argument follows keyword argument" in problem.text:
        means = "In round brackets, values with a name and an equals sign come last."
        return (
            "order of arguments",
            "a value without a name comes after one with a name.",
            means,
            "Change the order of the two.",
            None,
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


def missing_sign(problem: Unreadable, line: int) -> Explained:
    bare = text(problem, line)
    if (
        "forgot a comma" not in problem.text
        and "invalid syntax" not in problem.text
        and "invalid decimal" not in problem.text
    ):
        return None
    loop = re.match(r"\s*(for|while|if)\b", bare)
    if loop and not bare.rstrip().endswith(":") and line == problem.line:
        return (
            "colon",
            f"the line that begins with `{loop[1]}` has no colon at its end.",
            "The colon says that a block follows.",
            "Put it at the end of the line.",
            (len(problem.code.rstrip()) - 1, len(problem.code.rstrip())),
        )
    call = re.search(r"\b(?:(?:np|plt)\.\w+|int|float|range|sum|round|enumerate)\s+[\w\"'(]", bare)
    if call and line == problem.line and not call[0].endswith("("):
        function = call[0][:-1].strip()
        return (
            "brackets of a call",
            f"`{function}` has no round brackets.",
            "A function takes its values in round brackets.",
            "Which values belong to it? Enclose them.",
            call.span(),
        )
    product = re.search(
        r"(?<![\w.])\d+(?:\.\d+)?\s*[A-Za-z_](?![\dx.eEjJ])\w*|\)\s*\(|\)\s*[A-Za-z_0-9]|\b[A-Za-z_]\w*\s+[A-Za-z_]\w*\b",
        bare,
    )
    words = {"for", "in", "if", "and", "or", "not", "is", "import", "as", "from", "else", "lambda", "while", "print"}
    if product and not words & set(product[0].split()) and line == problem.line:
        means = "Two values are side by side. A product needs a star there, and arguments need a comma."
        return (
            "missing operator",
            f"a sign is missing in `{product[0]}`.",
            means,
            "Put the sign between the two.",
            product.span(),
        )
    if re.match(r"\s*print\s+[\w\"'f]", problem.code):
        return (
            "print without brackets",
            "print has no round brackets.",
            "In Python 3 print is a function.",
            "Put what it shows into round brackets.",
            None,
        )
    if "forgot a comma" in problem.text:
        return (
            "missing operator",
            "something is missing between two values.",
            "Python needs a comma between two arguments, and the star in a product.",
            "Look at the marked piece.",
            None,
        )
    twice = re.search(r"\b(\w+)\s*==\s*(?=[),])", bare)
    if twice and line == problem.line:
        return (
            "argument without a value",
            f"`{twice[1]}` has two equals signs, and no value.",
            "An argument of a function is its name, one equals sign, and its value.",
            "Which value belongs there?",
            twice.span(),
        )
    signs = bare.replace("**", "^^")  # the power is one sign
    double = re.search(r"[-+*/^]\s*[*/^](?!\^)|[-+*/^=]\s*$|\(\s*[*/^]|[-+*/^=]\s*(?=[),\]])", signs)
    if double and line == problem.line:
        return (
            "operator",
            f"the operator in `{bare[slice(*double.span())].strip()}` has no value on one side.",
            "An operator goes between two values.",
            "Add what is missing, or delete the sign.",
            double.span(),
        )
    return None


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
