"""Faults of products: brackets and broken powers."""

from __future__ import annotations

import ast

from .pieces import Fault, Piece, Term, power_of, product, same, take, terms


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


def broken_power(student: Piece, extra: list[Term], missing: list[Term]) -> Fault | None:
    """x ** 1 / 2, or x * 0.5, for x ** 0.5 among other factors."""
    if len(missing) != 1 or len(extra) != 2:
        return None
    power = power_of(missing[0][1])
    if power is None:
        return None
    base = power[0]
    for _, part in extra:
        power_in_part = power_of(part)
        if power_in_part is not None and same(power_in_part[0].values, base.values):
            other = next(piece for _, piece in extra if piece is not part)
            return Fault("power before division", part.node, (f"{part.text} / {other.text}",))
        if same(part.values, base.values):
            other = next(piece for _, piece in extra if piece is not part)
            return Fault("times for power", other.node, (other.text, part.text))
    inverted = [part for sign, part in extra if sign == -1 and isinstance(part.node, ast.Constant)]
    return Fault("power before division", inverted[0].node, (student.text,)) if inverted else None
