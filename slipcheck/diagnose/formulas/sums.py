"""Faults of sums: terms, signs and brackets."""

from __future__ import annotations

import ast

import numpy as np

from .pieces import Fault, Piece, Term, factors, over, same, take, terms, unmatched, without


def sign_kind(student: Piece, term: Piece, sign: float) -> str:
    """Whether the sign is written in front of the term, or comes of a minus in front of a bracket."""
    sums = [n for n in ast.walk(student.node) if isinstance(n, ast.BinOp) and n.right is term.node]
    written = -1 if sums and isinstance(sums[0].op, ast.Sub) else 1
    return "sign" if written == sign or not sums else "sign by bracket"


def plus_for_times(student: Piece, extra: list[Term], missing: list[Term]) -> Fault | None:
    """a + b for a * b among other terms."""
    for sign, part in missing:
        parts = factors(part)
        if len(parts) != 2 or any(power != 1 for power, _ in parts):
            continue
        alone = [next((own for s, own in extra if s == sign and same(own.values, f.values)), None) for _, f in parts]
        if alone[0] is not None and alone[1] is not None:
            words = (f"{alone[0].text} + {alone[1].text}", "+")
            return Fault("other operator", _both(alone[0].node, alone[1].node), words)
    return None


def _both(first: ast.AST, second: ast.AST) -> ast.AST:
    """Two terms of a sum as one piece, where the second comes right behind the first; else the second."""
    if not isinstance(first, ast.expr) or not isinstance(second, ast.expr):
        return second
    gap = second.col_offset - (first.end_col_offset or 0)
    if first.end_lineno != second.lineno or not 0 < gap <= len(" + "):
        return second
    both = ast.copy_location(ast.BinOp(first, ast.Add(), second), first)
    both.end_lineno, both.end_col_offset = second.end_lineno, second.end_col_offset
    return both


def turned(student: Piece, extra: list[Term], missing: list[Term]) -> Fault | None:
    """A difference the wrong way round: two terms with both signs turned."""
    if len(extra) != 2 or len(missing) != 2:
        return None
    turned = [(-sign, part) for sign, part in extra]
    if any(unmatched(turned, missing)):
        return None
    texts = [part.text for _, part in sorted(extra, key=lambda term: -term[0])]
    return Fault("turned", _difference(student, extra), (f"{texts[0]} - {texts[1]}",))


def _difference(student: Piece, extra: list[Term]) -> ast.AST:
    """The difference of the two terms, where it stands in the sum; else the first of them."""
    first, second = (part.node for _, part in extra)
    differences = (n for n in ast.walk(student.node) if isinstance(n, ast.BinOp) and isinstance(n.op, ast.Sub))
    return next((n for n in differences if n.left is first and n.right is second), first)


def sign_differs(piece: Piece, right: Piece, inner: Fault | None) -> bool:
    """Whether a term of the other sign has the wrong sign, and not a fault within it that another variant explains."""
    if inner is not None and inner.kind in ("sign", "sign by bracket", "turned", "other entry", "other value"):
        return False
    values, needed = piece.values, right.values
    return (
        values is not None and needed is not None and values.size == needed.size and bool((values * needed >= 0).all())
    )


def scope(student: Piece, extra: list[Term], missing: list[Term]) -> Fault | None:
    """A factor that multiplies some terms of a bracket only: a * b + c for a * (b + c)."""
    if len(missing) != 1 or len(extra) < 2:
        return None
    sign, product = missing[0]
    for power, factor in factors(product):
        inner = terms(factor)
        if power != 1 or len(inner) < 2:
            continue
        others = over(product.values, factor.values)
        if others is None:
            continue
        outside = _bare(extra, sign, inner, others, factor)
        if outside is not None:
            return Fault("scope", outside.node, (outside.text, without(product, factor)))
    return None


def _bare(extra: list[Term], sign: float, inner: list[Term], others: np.ndarray, factor: Piece) -> Piece | None:
    """The term that stands outside the bracket, where the others together are multiplied as they should be."""
    left = list(extra)
    outside = []
    multiplied = np.zeros_like(others)
    for inner_sign, part in inner:
        bare = take(left, sign * inner_sign, part.values)
        if bare is not None:
            outside.append(bare)
        elif part.values is None or part.values.size != others.size:
            return None
        else:
            multiplied = multiplied + sign * inner_sign * others * part.values
    total = np.zeros_like(others)
    for left_sign, part in left:
        if part.values is None or part.values.size != others.size:
            return None
        total = total + left_sign * part.values
    is_scope = bool(outside) and bool(left) and same(total, multiplied)
    return outside[0] if is_scope else None
