"""Wrong formulas that nobody wrote down: the right one with one name, operator, number or bracket changed.

A wrong answer that behaves like one of these is told what kind of change it is, without being told the right formula.
"""

from __future__ import annotations

import ast
import copy
import io
import tokenize
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any

import numpy as np

from slipcheck.exercise import Message, Slip

OPERATORS = {ast.Add: "+", ast.Sub: "-", ast.Mult: "*", ast.Div: "/", ast.Pow: "**"}
NEXT = "Compare your line with the equation, sign by sign."


@dataclass(frozen=True)
class Formula:
    """A right formula, and the names that a student could confuse with those in it.

    ``bind`` makes the names' values of the arguments that the reference gives to the keyword of this formula.
    """

    text: str
    pool: tuple[str, ...]
    bind: Callable[..., dict]
    numbers: tuple[float, ...] = (0.5, 1, 2, 10, 100)

    def variant(self, text: str) -> Callable[..., np.ndarray]:
        """What computes another formula of these names: a value for the reference's keyword."""
        return compiled(text, self.bind)


@cache
def slips(keyword: str, formula: Formula) -> tuple[Slip, ...]:
    """One slip for each wrong formula, the likelier kinds first; ``keyword`` is the reference's for this formula."""
    wrong: list[Slip] = []
    texts = {normal(formula.text)}
    for kind, detail, text in _mutants(formula):
        if text not in texts:
            texts.add(text)
            name = f"{kind}: {detail}" if detail else kind
            change = {keyword: formula.variant(text)}
            wrong.append(Slip(name, _message(kind, detail), change, source=_stands_in(text)))
    return tuple(wrong)


def normal(text: str) -> str:
    """A formula in one spelling: Python's own."""
    return ast.unparse(ast.parse(text, mode="eval"))


def compiled(text: str, bind: Callable[..., dict]) -> Callable[..., np.ndarray]:
    """A formula as a function of what ``bind`` makes its names of; nan where it cannot be computed."""
    code = compile(text, "<variant>", "eval")

    def variant(first: np.ndarray, *others: object) -> np.ndarray:
        with np.errstate(all="ignore"):
            try:
                value = eval(code, {"np": np, **bind(first, *others)})
            except (ArithmeticError, TypeError, ValueError):
                value = np.nan
            return np.nan * first if np.iscomplexobj(value) else value + 0 * first

    return variant


def _stands_in(text: str) -> Callable[[str], bool]:
    flat = "".join(text.split())
    return lambda source: flat in "".join(source.split())


def _mutants(formula: Formula) -> Iterator[tuple[str, str, str]]:
    """(kind, detail, text) of each wrong formula that parses."""
    tree = ast.parse(formula.text, mode="eval")
    for text in _rebracketed(formula.text):
        if _calls(text) == _calls(formula.text):
            yield "brackets", "", text
    places = [node for node in ast.walk(tree) if isinstance(node, (ast.Name, ast.BinOp, ast.Constant))]
    for k, node in enumerate(places):
        for kind, detail, replacement in _replacements(node, formula):
            yield kind, detail, _with(tree, k, replacement)


def _calls(text: str) -> int:
    return sum(isinstance(node, ast.Call) for node in ast.walk(ast.parse(text)))


def _with(tree: ast.Expression, k: int, replacement: ast.expr) -> str:
    other = copy.deepcopy(tree)
    places = [node for node in ast.walk(other) if isinstance(node, (ast.Name, ast.BinOp, ast.Constant))]

    class Swap(ast.NodeTransformer):
        def visit(self, node: ast.AST) -> Any:
            return replacement if node is places[k] else super().generic_visit(node)

    return ast.unparse(Swap().visit(other))


def _replacements(node: ast.AST, formula: Formula) -> Iterator[tuple[str, str, ast.expr]]:
    if isinstance(node, ast.Name) and node.id in formula.pool:
        for name in formula.pool:
            if name != node.id:
                yield "name", name, ast.Name(name)
    elif isinstance(node, ast.Constant):
        for number in formula.numbers:
            if number != node.value:
                yield "number", f"{number:g}", ast.Constant(number)
    elif isinstance(node, ast.BinOp):
        for remaining, lost in ((node.left, node.right), (node.right, node.left)):
            what = ast.unparse(lost) if isinstance(lost, (ast.Name, ast.Constant)) else "a term"
            yield "missing", what, copy.deepcopy(remaining)
        if isinstance(node.op, (ast.Sub, ast.Div, ast.Pow)):
            exchanged = ast.BinOp(copy.deepcopy(node.right), node.op, copy.deepcopy(node.left))
            yield "exchanged", OPERATORS[type(node.op)], exchanged
        for operator, sign in OPERATORS.items():
            if operator is not type(node.op):
                yield "operator", sign, ast.BinOp(copy.deepcopy(node.left), operator(), copy.deepcopy(node.right))


def _rebracketed(text: str) -> Iterator[str]:
    """The formula with one pair of brackets left out, added, or closed elsewhere."""
    words = [token.string for token in tokenize.generate_tokens(io.StringIO(text).readline) if token.string.strip()]
    opened = []
    pairs = []
    for k, word in enumerate(words):
        if word == "(":
            opened.append(k)
        elif word == ")":
            pairs.append((opened.pop(), k))
    for start, end in pairs:
        if not (start and words[start - 1].isidentifier()):  # not a call's
            yield from _parsed([*words[:start], *words[start + 1 : end], *words[end + 1 :]])
        without = [*words[:end], *words[end + 1 :]]
        for place in range(start + 2, len(without) + 1):
            yield from _parsed([*without[:place], ")", *without[place:]])
    for start in range(len(words)):
        for end in range(start + 2, len(words) + 1):
            yield from _parsed([*words[:start], "(", *words[start:end], ")", *words[end:]])


def _parsed(words: list[str]) -> Iterator[str]:
    try:
        yield normal(" ".join(words).replace("np . ", "np."))
    except SyntaxError:
        return


def _message(kind: str, detail: str) -> Message:
    what = f"`{detail}`" if detail != "a term" else detail
    return MESSAGES[kind](what)


def _like(change: str, means: str, advice: str) -> Callable[[str], Message]:
    return lambda what: Message(
        f"Your values are those of a formula {change.format(what)}.", means.format(what), advice
    )


MESSAGES = {
    "brackets": _like(
        "with brackets in other places",
        "Without brackets, powers come first, then products and quotients, then sums.",
        "Which terms belong together? Enclose them, and only them.",
    ),
    "name": _like(
        "with {} in a place where another name belongs",
        "{} has a value, so Python does not complain.",
        "Compare each name in your line with the equation.",
    ),
    "number": _like(
        "with the number {} where another belongs", "One number in your line differs from the equation.", NEXT
    ),
    "missing": _like(
        "in which {} is missing, or has no effect",
        "A piece of the equation is not in your line.",
        "Tick off each symbol of the equation in your line.",
    ),
    "exchanged": _like("with the two sides of a {} exchanged", "For this operator the order matters.", NEXT),
    "operator": _like(
        "with {} in a place where another operator belongs", "One of the operators differs from the equation.", NEXT
    ),
}
