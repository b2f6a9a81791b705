"""Pieces that stand side by side, with nothing between them."""

from __future__ import annotations

import re

from ..same_fault import same_in
from .unreadable import Explained, Unreadable, text

WORDS = {"for", "in", "if", "and", "or", "not", "is", "import", "as", "from", "else", "lambda", "while", "print"}


WITH_D = re.compile(r"(?<![\w.])\d+(?:\.\d*)?[dD][-+]?\d+\b")  # a power of ten as in Fortran


def letter_for_e(problem: Unreadable, line: int) -> Explained:
    number = WITH_D.search(text(problem, line))
    if number is None:
        return None
    lines = [k for k in range(1, len(problem.lines) + 1) if WITH_D.search(text(problem, k))]
    others = same_in([k for k in lines if k != line])
    return (
        "other letter for e",
        f"`{number[0]}` has the letter d between its two numbers.",
        f"Python writes a power of ten with the letter e. {others}".strip(),
        "Change the letter.",
        number.span(),
    )


def no_brackets(problem: Unreadable, line: int) -> Explained:
    functions = r"\b(?:(?:np|plt)\.\w+|int|float|range|sum|round|enumerate)"
    call = re.search(rf"{functions}\s+[\w(]", text(problem, line)) or re.search(rf"{functions}\s*[\"']", problem.code)
    if call is None or call[0].endswith("("):
        return None
    return (
        "brackets of a call",
        f"`{call[0][:-1].strip()}` has no round brackets.",
        "A function takes its values in round brackets.",
        "Which values belong to it? Enclose them.",
        call.span(),
    )


def side_by_side(problem: Unreadable, line: int) -> Explained:
    product = re.search(
        r"(?<![\w.])\d+(?:\.\d+)?\s*[A-Za-z_](?![\dx.eEjJ])\w*|\)\s*\(|\)\s*[A-Za-z_0-9]|\b[A-Za-z_]\w*\s+[A-Za-z_]\w*\b",
        text(problem, line),
    )
    if product is None or WORDS & set(product[0].split()):
        return None
    if re.match(r"[\d)]", product[0]):
        means = "A number and a name are side by side." if product[0][0].isdigit() else "Two values are side by side."
        means += " On paper that is a product; Python needs the sign for it."
        return (
            "missing operator",
            f"a sign is missing in `{product[0]}`.",
            means,
            "Put a star between the two.",
            product.span(),
        )
    return (
        "missing operator",
        f"a sign is missing in `{product[0]}`.",
        "Two values are side by side. A product needs a star there, and arguments need a comma.",
        "Put the sign between the two.",
        product.span(),
    )


def old_print(problem: Unreadable, line: int) -> Explained:
    if not re.match(r"\s*print(\s+\w|\s*[\"'])", problem.code):
        return None
    return (
        "print without brackets",
        "print has no round brackets.",
        "In Python 3 print is a function.",
        "Put what it shows into round brackets.",
        None,
    )


def no_comma(problem: Unreadable, line: int) -> Explained:
    if "forgot a comma" not in problem.text:
        return None
    return (
        "missing operator",
        "something is missing between two values.",
        "Python needs a comma between two arguments, and the star in a product.",
        "Look at the marked piece.",
        None,
    )
