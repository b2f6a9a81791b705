"""Changes of where a bracket, a root or a function closes.

A formula is read as a sum of terms and a term as a product of factors. A piece stands on the wrong side of a bracket if
the answer is right once a factor or a term beside the bracket is taken into it, or one within is let out of it.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator

from .edit import Change, sign_of, text_of

LONG = 24  # characters: of a longer piece before a sign, the sign alone is named
PRODUCT = (ast.Mult, ast.Div)
SUM = (ast.Add, ast.Sub)

Chain = list[tuple[ast.operator, ast.expr]]  # each piece with the sign before it


def chain_of(node: ast.expr, signs: tuple[type, ...]) -> Chain:
    """The pieces that these signs join, from the left; a piece in brackets on the right is one."""
    if isinstance(node, ast.BinOp) and isinstance(node.op, signs):
        return [*chain_of(node.left, signs), (node.op, node.right)]
    return [(signs[0](), node)]


def rebuilt(chain: Chain) -> ast.expr:
    """The formula of a chain."""
    node = chain[0][1]
    for sign, piece in chain[1:]:
        node = ast.BinOp(node, sign, piece)
    return node


def bracket_changes(node: ast.BinOp) -> Iterator[Change]:
    """All that move one bracket of a product or a sum by one piece."""
    for signs in (PRODUCT, SUM):
        if isinstance(node.op, signs):
            chain = chain_of(node, signs)
            yield from _taken_in(chain)
            yield from _let_out(chain, signs)
            yield from _begun_later(chain)
            yield from _begun_sooner(chain)
            yield from _in_another_unit(chain) if signs is SUM else ()
    yield from _below_a_sum(node)
    yield from _around_a_sum(node)
    yield from _power_within(node)
    if isinstance(node.op, PRODUCT):
        chain = chain_of(node, PRODUCT)
        yield from _power_of_more(chain)
        yield from _turned_over(chain)
        for k in range(1, len(chain) - 1):  # a / b * c
            if isinstance(chain[k][0], ast.Div):
                below = rebuilt([chain[k], *chain[k + 1 :]])
                yield "no bracket below", rebuilt([*chain[:k], (ast.Div(), below)]), (text_of(below),)


def _in_another_unit(chain: Chain) -> Iterator[Change]:
    """Of each term of a sum, a thousand times as much, and a thousandth of it."""
    for k, (sign, term) in enumerate(chain):
        for operator, way in ((ast.Mult(), "small"), (ast.Div(), "large")):
            other = ast.BinOp(term, operator, ast.Constant(1000))
            yield "term in another unit", rebuilt([*chain[:k], (sign, other), *chain[k + 1 :]]), (text_of(term), way)


def _below_a_sum(node: ast.BinOp) -> Iterator[Change]:
    """a / (b - c) * d for a / b - c * d."""
    left, right = node.left, node.right
    if not isinstance(node.op, SUM) or not isinstance(left, ast.BinOp) or not isinstance(left.op, ast.Div):
        return
    chain = chain_of(right, PRODUCT)
    below = ast.BinOp(left.right, node.op, chain[0][1])
    words = (f"{text_of(left.left)} /", text_of(left.right), _quoted((node.op, chain[0][1])))
    yield "no bracket around", rebuilt([(ast.Mult(), left.left), (ast.Div(), below), *chain[1:]]), words


def _around_a_sum(node: ast.BinOp) -> Iterator[Change]:
    """(a + b) / c for a + b / c, and a * (b + c + d) for a * b + c + d."""
    if not isinstance(node.op, SUM):
        return
    terms = chain_of(node, SUM)
    *before, (sign, last) = terms
    if isinstance(last, ast.BinOp) and isinstance(last.op, PRODUCT):
        whole = ast.BinOp(rebuilt([*before, (sign, last.left)]), last.op, last.right)
        words = (f"{sign_of(last.op)} {text_of(last.right)}", text_of(last.left), text_of(rebuilt(before)))
        yield "no bracket around", whole, words
    first = chain_of(terms[0][1], PRODUCT)
    if len(terms) > 2 and len(first) > 1 and isinstance(first[-1][0], ast.Mult):
        factor, inner = rebuilt(first[:-1]), first[-1][1]
        whole = ast.BinOp(factor, ast.Mult(), rebuilt([(ast.Add(), inner), *terms[1:]]))
        words = (f"{_in_brackets(factor)} *", text_of(inner), " ".join(_quoted(term) for term in terms[1:]))
        yield "no bracket around", whole, words


def _power_of_more(chain: Chain) -> Iterator[Change]:
    """(a / b) ** c for a / b ** c."""
    for k, (sign, piece) in enumerate(chain[1:], 1):
        if isinstance(piece, ast.BinOp) and isinstance(piece.op, ast.Pow):
            before = chain[k - 1]
            whole = ast.BinOp(ast.BinOp(before[1], sign, piece.left), piece.op, piece.right)
            words = (f"** {text_of(piece.right)}", text_of(piece.left))
            yield "power of one", rebuilt([*chain[: k - 1], (before[0], whole), *chain[k + 1 :]]), words


def _power_within(node: ast.BinOp) -> Iterator[Change]:
    """f(a ** 2) for f(a) ** 2; of a list that is made in the brackets, of each of its values."""
    call = node.left
    if not isinstance(node.op, ast.Pow) or not isinstance(call, ast.Call) or not call.args:
        return
    first, *rest = call.args
    if isinstance(first, (ast.ListComp, ast.GeneratorExp)):
        inner: ast.expr = type(first)(ast.BinOp(first.elt, node.op, node.right), first.generators)
    else:
        inner = ast.BinOp(first, node.op, node.right)
    yield "power outside", ast.Call(call.func, [inner, *rest], call.keywords), (text_of(node.right), text_of(call.func))


def _turned_over(chain: Chain) -> Iterator[Change]:
    """Of a product, a factor in the place of a divisor, and the divisor in its place."""
    for k, (_, factor) in enumerate(chain):
        for m, (sign, divisor) in enumerate(chain):
            is_a_fraction = isinstance(chain[k][0], ast.Mult) and isinstance(sign, ast.Div)
            if is_a_fraction and len(chain) > 2 and text_of(factor) != text_of(divisor):
                changed = list(chain)
                changed[k], changed[m] = (chain[k][0], divisor), (sign, factor)
                yield "upside down", rebuilt(changed), (text_of(factor), text_of(divisor))


def _quoted(piece: tuple[ast.operator, ast.expr]) -> str:
    return f"{sign_of(piece[0])} {_in_brackets(piece[1])}"


def _in_brackets(piece: ast.expr) -> str:
    """A piece of a product as it is typed: a sum has brackets."""
    is_sum = isinstance(piece, ast.BinOp) and isinstance(piece.op, SUM)
    return f"({text_of(piece)})" if is_sum else text_of(piece)


def _taken_in(chain: Chain) -> Iterator[Change]:
    """Each piece, taken into the bracket before it, or into one that is not there yet."""
    for k in range(len(chain) - 1):
        sign, piece = chain[k]
        quoted = _quoted(chain[k + 1])
        for wider in _with(piece, *chain[k + 1]):
            yield "closed too early", rebuilt([*chain[:k], (sign, wider), *chain[k + 2 :]]), (text_of(piece), quoted)
        if isinstance(piece, ast.BinOp) and isinstance(piece.op, ast.Pow):
            exponent = ast.BinOp(piece.right, *chain[k + 1])
            changed = rebuilt([*chain[:k], (sign, ast.BinOp(piece.left, piece.op, exponent)), *chain[k + 2 :]])
            yield "exponent of one", changed, (text_of(piece.right), quoted)
        if isinstance(piece, ast.BinOp) and isinstance(piece.op, SUM + PRODUCT):
            more, operator = chain[k + 1]
            if isinstance(piece.right, ast.Call):
                for call in _with(piece.right, more, operator):
                    deeper = ast.BinOp(piece.left, piece.op, call)
                    changed = rebuilt([*chain[:k], (sign, deeper), *chain[k + 2 :]])
                    yield "closed too early", changed, (text_of(piece.right), quoted)
            wider = ast.BinOp(piece.left, piece.op, ast.BinOp(piece.right, more, operator))
            changed = rebuilt([*chain[:k], (sign, wider), *chain[k + 2 :]])
            if isinstance(piece.right, ast.BinOp) or isinstance(piece.op, SUM):
                yield "closed too early", changed, (text_of(piece), quoted)
            else:
                applied = f"{_in_brackets(piece.left)} {sign_of(piece.op)}"
                words = (applied if len(applied) < LONG else sign_of(piece.op), text_of(piece.right), quoted)
                yield "no bracket around", changed, words


def _with(piece: ast.expr, sign: ast.operator, more: ast.expr) -> Iterator[ast.expr]:
    """``piece`` with more in its bracket."""
    if isinstance(piece, ast.Call) and len(piece.args) == 1 and not piece.keywords:
        yield ast.Call(piece.func, [ast.BinOp(piece.args[0], sign, more)], [])
    if isinstance(piece, ast.BinOp) and isinstance(piece.op, ast.Pow):
        yield ast.BinOp(ast.BinOp(piece.left, sign, more), ast.Pow(), piece.right)


def _let_out(chain: Chain, signs: tuple[type, ...]) -> Iterator[Change]:
    """Of each bracket its last piece, let out."""
    for k, (sign, piece) in enumerate(chain):
        for narrower, last in _without(piece):
            words = (text_of(piece), _quoted(last))
            if isinstance(last[0], signs):
                yield "closed too late", rebuilt([*chain[:k], (sign, narrower), last, *chain[k + 1 :]]), words
            elif isinstance(last[0], SUM) and k == len(chain) - 1:  # a * f(b - c) for a * f(b) - c
                yield "closed too late", rebuilt([(SUM[0](), rebuilt([*chain[:k], (sign, narrower)])), last]), words


def _begun_later(chain: Chain) -> Iterator[Change]:
    """Of a bracket its first piece, let out: a * b ** c for (a * b) ** c, and a + b * c for (a + b) * c."""
    for k, (sign, piece) in enumerate(chain):
        for narrower, first in _without_the_first(piece):
            changed = rebuilt([*chain[:k], (sign, ast.BinOp(first, ast.Mult(), narrower)), *chain[k + 1 :]])
            yield "opened too early", changed, (text_of(piece), f"{text_of(first)} *")
    inner = chain[0][1]
    is_a_factor = len(chain) > 1 and isinstance(chain[1][0], PRODUCT)
    if is_a_factor and isinstance(inner, ast.BinOp) and isinstance(inner.op, SUM):
        (_, first), *rest = chain_of(inner, SUM)
        if len(rest) == 1 or isinstance(rest[0][0], ast.Add):
            product = rebuilt([(ast.Mult(), rebuilt(rest)), *chain[1:]])
            words = (text_of(inner), f"{text_of(first)} {sign_of(rest[0][0])}")
            yield "opened too early", ast.BinOp(first, rest[0][0], product), words


def _begun_sooner(chain: Chain) -> Iterator[Change]:
    """Of each sum in brackets, the factor before it taken in: a * (b * c + d) for a * b * (c + d)."""
    for k in range(1, len(chain)):
        (before, factor), (sign, piece) = chain[k - 1], chain[k]
        if k > 1 and isinstance(sign, ast.Mult) and isinstance(piece, ast.BinOp) and isinstance(piece.op, SUM):
            (_, first), *rest = chain_of(piece, SUM)
            wider = rebuilt([(ast.Add(), ast.BinOp(factor, ast.Mult(), first)), *rest])
            changed = rebuilt([*chain[: k - 1], (before, wider), *chain[k + 1 :]])
            yield "opened too late", changed, (text_of(piece), f"{text_of(factor)} *")


def _without_the_first(piece: ast.expr) -> Iterator[tuple[ast.expr, ast.expr]]:
    """A root or a power without the first factor in its bracket, and that."""
    is_root = isinstance(piece, ast.Call) and len(piece.args) == 1 and text_of(piece.func).split(".")[-1] == "sqrt"
    is_power = isinstance(piece, ast.BinOp) and isinstance(piece.op, ast.Pow)
    whole = piece.args[0] if is_root else piece.left if is_power else None  # type: ignore[attr-defined]
    if not isinstance(whole, ast.BinOp):
        return
    (_, first), *rest = chain_of(whole, PRODUCT)
    if rest and isinstance(rest[0][0], ast.Mult):
        fewer = rebuilt(rest)
        if isinstance(piece, ast.Call):
            yield ast.Call(piece.func, [fewer], piece.keywords), first
        elif isinstance(piece, ast.BinOp):
            yield ast.BinOp(fewer, piece.op, piece.right), first


def _without(piece: ast.expr) -> Iterator[tuple[ast.expr, tuple[ast.operator, ast.expr]]]:
    """``piece`` without the last piece in its bracket, and that."""
    if isinstance(piece, ast.Call) and len(piece.args) == 1 and isinstance(piece.args[0], ast.BinOp):
        inner = piece.args[0]
        yield ast.Call(piece.func, [inner.left], piece.keywords), (inner.op, inner.right)
    if isinstance(piece, ast.BinOp) and isinstance(piece.op, ast.Pow) and isinstance(piece.left, ast.BinOp):
        yield ast.BinOp(piece.left.left, ast.Pow(), piece.right), (piece.left.op, piece.left.right)
    if isinstance(piece, ast.BinOp) and isinstance(piece.op, ast.Pow) and isinstance(piece.right, ast.BinOp):
        yield ast.BinOp(piece.left, ast.Pow(), piece.right.left), (piece.right.op, piece.right.right)
    if isinstance(piece, ast.BinOp) and isinstance(piece.op, SUM + PRODUCT):
        yield piece.left, (piece.op, piece.right)
        if isinstance(piece.right, ast.BinOp):
            yield ast.BinOp(piece.left, piece.op, piece.right.left), (piece.right.op, piece.right.right)
