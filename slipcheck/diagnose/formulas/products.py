"""Faults of products: brackets and broken powers."""

from __future__ import annotations

import ast

import numpy as np

from .pieces import Fault, Piece, Term, names, over, power_of, product, same, take, terms


def too_wide(student_factors: list[Term], right: Piece) -> Fault | None:
    """A bracket that encloses too much: a * (b + c) for a * b + c."""
    right_terms = terms(right)
    for power, factor in student_factors:
        inner = terms(factor)
        others = product([term for term in student_factors if term[1] is not factor])
        if power != 1 or len(inner) < 2 or others is None:
            continue
        left = list(right_terms)
        bare = []
        for sign, part in inner:
            if take(left, sign, None if part.values is None else others * part.values) is not None:
                continue
            if take(left, sign, part.values) is None:
                break
            bare.append(part)
        else:
            if bare and not left:
                rest = " * ".join(piece.text for _, piece in student_factors if piece is not factor)
                return Fault("bracket too wide", bare[0].node, (bare[0].text, rest))
    return None


def lacking(kind: str, piece: Piece) -> str:
    """What a formula lacks, in words; of a divisor that is a sum or product, only what is in it."""
    is_composed = kind == "missing divisor" and isinstance(piece.node, ast.BinOp)
    return f"a term with {names(piece)}" if is_composed else names(piece)


def broken_power(student: Piece, extra: list[Term], missing: list[Term]) -> Fault | None:
    """x ** 1 / 2, or x * 0.5, for x ** 0.5 among other factors."""
    if len(missing) != 1 or len(extra) != 2:
        return None
    power = power_of(missing[0][1])
    if power is None:
        return None
    base = power[0]
    for _, part in extra:
        sign, other = next((sign, piece) for sign, piece in extra if piece is not part)
        power_in_part = power_of(part)
        if power_in_part is not None and same(power_in_part[0].values, base.values) and sign == -1:
            if is_divided_exponent(power_in_part[1], other, power[1]):
                return Fault("power before division", part.node, (f"{part.text} / {other.text}",))
        elif same(part.values, base.values) and sign == 1 and _is_exponent(other, power[1]):
            return Fault("times for power", other.node, (other.text, part.text))
    return None


def _is_exponent(piece: Piece, exponent: Piece | None) -> bool:
    """Whether a number is the exponent that is needed; of a square root, one half."""
    needed = exponent.values if exponent is not None else np.array([0.5])
    return piece.values is not None and needed is not None and bool((piece.values == needed.flat[0]).all())


def is_divided_exponent(above: Piece | None, below: Piece, needed: Piece | None) -> bool:
    """Whether the exponent divided by what stands behind the power is the exponent that is needed."""
    quotient = over(above.values, below.values) if above is not None else None
    right = needed.values if needed is not None else np.array([0.5])
    return quotient is not None and right is not None and bool(np.isclose(quotient, right.flat[0]).all())


def power_word(exponent: Piece | None) -> str:
    """What a power is called."""
    if exponent is None or (exponent.values is not None and np.all(exponent.values == 0.5)):
        return "root"
    if exponent.values is not None and np.all(exponent.values == 2):
        return "square"
    return "power"
