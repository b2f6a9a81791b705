"""Faults of sums: terms, signs and brackets."""

from __future__ import annotations

import ast
from itertools import combinations

import numpy as np

from .pieces import Fault, Piece, Term, factors, over, product, same, take, terms, unmatched, without


def sign_kind(student: Piece, term: Piece, sign: float) -> str:
    """Whether the sign is written in front of the term, or comes of a minus in front of a bracket."""
    sums = [n for n in ast.walk(student.node) if isinstance(n, ast.BinOp) and n.right is term.node]
    written = -1 if sums and isinstance(sums[0].op, ast.Sub) else 1
    return "sign" if written == sign or not sums else "sign by bracket"


def plus_for_times(extra: list[Term], missing: list[Term]) -> Fault | None:
    """a + b for a * b among other terms."""
    for sign, part in missing:
        added = [piece for own, piece in extra if own == sign]
        for first, second in combinations(added, 2):
            if same(product([(1, first), (1, second)]), part.values):
                lines = [getattr(piece.node, "lineno", 0) for piece in (first, second)]
                if lines[0] != lines[1]:  # one of them is made in a line above
                    last = max(first, second, key=lambda piece: getattr(piece.node, "lineno", 0))
                    return Fault("added", last.node, (last.text,))
                words = (f"{first.text} + {second.text}", "+")
                return Fault("other operator", _both(first.node, second.node), words)
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


def all_turned(student: Piece, right: Piece, extra: list[Term]) -> Fault | None:
    """A sum of which each term has the other sign."""
    if len(extra) < 2 or not same(student.values, right.values, -1.0):
        return None
    return Fault("all signs", student.node, (student.text,))


def multiplied_out(extra: list[Term], missing: list[Term]) -> tuple[list[Term], list[Term]]:
    """Both without equal terms, where the answer has multiplied out the product that is missing."""
    needed = _multiplied_out(missing[0]) if len(missing) == 1 else []
    if len(needed) < 2:
        return extra, missing
    left = []
    for term in extra:
        own, rest = unmatched(_multiplied_out(term), needed)
        if own:
            left.append(term)
        else:
            needed = rest
    return (extra, missing) if len(left) == len(extra) else (left, needed)


def _multiplied_out(term: Term) -> list[Term]:
    """The terms of a product of which one factor is a sum; the term itself, if it is none."""
    sign, piece = term
    parts = factors(piece)
    for k, (power, factor) in enumerate(parts):
        inner = terms(factor)
        if power == 1 and len(parts) > 1 and len(inner) > 1:
            return [(sign * own, _product(piece, [*parts[:k], (1, part), *parts[k + 1 :]])) for own, part in inner]
    return [term]


def _product(piece: Piece, parts: list[Term]) -> Piece:
    """The factors as one piece."""
    node: ast.expr = ast.Constant(1)
    for k, (power, part) in enumerate(parts):
        assert isinstance(part.node, ast.expr)
        node = (
            part.node if k == 0 and power == 1 else ast.BinOp(node, ast.Mult() if power == 1 else ast.Div(), part.node)
        )
    return Piece(node, ast.unparse(node), product(parts), piece.parts, lambda _execution: None)


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


def factor_of_a_neighbor(student: Piece, right: Piece) -> Fault | None:
    """A factor of one term alone that should multiply another one too: a - b * c for (a - b) * c."""
    student_terms = terms(student)
    extra, missing = unmatched(student_terms, terms(right))
    if len(extra) != 1 or len(missing) != 1 or extra[0][0] != missing[0][0]:
        return None
    bare = extra[0][1]
    lacks = over(missing[0][1].values, bare.values)
    for _, neighbor in student_terms:
        parts = factors(neighbor) if neighbor is not bare else []
        factor = next((part for power, part in parts[1:] if power == 1 and same(part.values, lacks)), None)
        if factor is not None:
            return Fault("scope", bare.node, (bare.text, factor.text))
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
