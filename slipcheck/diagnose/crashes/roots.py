"""A function of polynomials where a square root is meant."""

from __future__ import annotations

import ast

from .crash import Crash, Explained


def roots_of_a_polynomial(crash: Crash) -> Explained:
    """``np.roots(2)``"""
    code = "np.roots"
    call = next((node for node in crash.within(ast.Call) if crash.code(node.func) == code), None)
    if call is None:
        return None
    means = "It asks where a polynomial is zero, and takes the list of its coefficients."
    advice = "NumPy's function of the square root is `np.sqrt`. Write it in place of this one."
    return "unknown function", f"`{code}` takes no square root.", means, advice, call.func
