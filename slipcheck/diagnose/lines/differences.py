"""How the values of a quantity differ from the right ones: moved, scaled, another quantity; the most telling first."""

from __future__ import annotations

import re

import numpy as np

from slipcheck.diagnosis import Diagnosis
from slipcheck.exercise import Exercise, Message, Parameters, Quantity
from slipcheck.judge.judge import Named
from slipcheck.judge.quantities import LINE, Ensemble, Printed, Variable, close
from slipcheck.verdict import Run

from ..first_steps import first_difference
from ..numbers.amounts import missing, name_of, one_line, printed_with_a_comma, wrong_shape
from ..values import many
from .line_facts import apart

MOST_DECIMALS = 8  # more are no short format


def difference(
    exercise: Exercise, quantity: Quantity, candidates: list[np.ndarray], expected: np.ndarray, run: Run
) -> Diagnosis:
    """The diagnosis of a quantity from its candidates; ``expected`` holds the reference's values."""
    found = _difference(exercise, quantity, candidates, expected, run)
    return found if isinstance(found, Diagnosis) else Diagnosis(*found)


def _difference(
    exercise: Exercise, quantity: Quantity, candidates: list[np.ndarray], expected: np.ndarray, run: Run
) -> Named | Diagnosis:
    """The message for a quantity from its candidates; ``expected`` holds the reference's values."""
    if not candidates:
        return missing(quantity, run)
    if isinstance(quantity, Printed) and re.search(r"\d,\d", run.observation.printed[:LINE]):
        return printed_with_a_comma(run)
    best = _likeliest(quantity, candidates, expected)
    if best.shape != expected.shape:
        return one_line(quantity, best, expected, run) or wrong_shape(quantity, best, expected, run)
    if not np.isfinite(best).all():
        return _not_finite(quantity, best)
    if isinstance(quantity, Printed) and quantity.same(best[:, ::-1], expected, run.p) and best.shape[1] > 1:
        return "columns swapped", Message(
            "The two columns are swapped.", "The time comes first, then the value.", "Change their order."
        )
    misplaced = _misplaced(quantity, best, expected)
    if misplaced is not None:
        return misplaced
    values = _values(quantity, best)
    right = _values(quantity, expected)
    if values.size > 1 and not values.any():
        return _zero(quantity, right, run)
    return _pattern(exercise, quantity, values, right, run.p) or first_difference(
        exercise, quantity, values, right, run
    )


def _likeliest(quantity: Quantity, candidates: list[np.ndarray], expected: np.ndarray) -> np.ndarray:
    """The candidate of the right size; of printed lines that have another, only such as are at their times."""
    fitting = [candidate for candidate in candidates if candidate.shape == expected.shape]
    if isinstance(quantity, Printed) and candidates[0].shape != expected.shape and expected.shape[1] > 1:
        fitting = [candidate for candidate in fitting if quantity.same_column(candidate, expected, 0)]
    return fitting[0] if fitting else candidates[0]


def _not_finite(quantity: Quantity, values: np.ndarray) -> Named:
    """Where values are nan or infinite: whether they grew is seen, where they come from is not."""
    finite = np.abs(values[np.isfinite(values)])
    means = "Python gives nan, not a number, for a calculation without a result."
    if finite.size and finite.max() > 1e100:
        means = "They grow larger and larger, until Python has no number for them."
    return "not a number", Message(
        f"{name_of(quantity)} holds values that are not numbers (nan), or infinite.",
        means,
        "Print the values one by one and find the first that is not as you expect.",
    )


def _zero(quantity: Quantity, right: np.ndarray, run: Run) -> Named:
    """Where all values are 0."""
    means, advice = "", "Which line should give it another value? Print what this line computes."
    decimals = re.search(r"\b0\.(0+)\b(?!e)", run.observation.printed[:LINE]) if isinstance(quantity, Printed) else None
    if decimals is not None and not np.round(right, len(decimals[1])).any():
        means = f"With {len(decimals[1])} decimals, so small a number is shown as 0."
        advice = "Which format shows small numbers?"
    return "zero", Message(f"{name_of(quantity)} is 0 each time.", means, advice)


def _misplaced(quantity: Quantity, candidate: np.ndarray, expected: np.ndarray) -> Named | None:
    """What is wrong with the places of the values: their times, or their order in a line without times."""
    if isinstance(quantity, Variable) or (isinstance(quantity, Printed) and expected.shape[1] == 1):
        return None
    if isinstance(quantity, Printed) and not quantity.name.startswith("t,"):
        return _wrong_entry(candidate[0], expected[0])
    if isinstance(quantity, Printed) and quantity.same_column(candidate, expected, 0):
        return None
    if isinstance(quantity, Printed):
        rows = (k for k in range(len(expected)) if not quantity.same_column(candidate[[k]], expected[[k]], 0))
        k = next(rows)
        return _wrong_time(k, candidate[k, 0], expected[k, 0])
    apart_by = np.abs(candidate[0] - expected[0])
    if apart_by.max() > (least := 1e-3 * np.abs(expected[0]).max()):
        k = int(np.argmax(apart_by > least))
        return _wrong_time(k, candidate[0, k], expected[0, k])
    return None


def _values(quantity: Quantity, table: np.ndarray) -> np.ndarray:
    """The values in a table, step by step, without their times."""
    if isinstance(quantity, Variable):
        return table.ravel()
    if isinstance(quantity, Printed):
        return table[:, -1]
    return np.sort(table[1:], axis=0).T.ravel() if isinstance(quantity, Ensemble) else table[1:].ravel()


def _wrong_time(k: int, time: float, expected: float) -> Named:
    yours, right = apart(time, expected, 4)
    return "wrong times", Message(
        f"The time of step {k} is {yours} s in your answer; it should be {right} s.",
        "The values are not at their times.",
        "The time of a step is its number times dt. Is each value next to its own time?",
    )


def _wrong_entry(candidate: np.ndarray, expected: np.ndarray) -> Named:
    k = int(np.argmax(np.abs(candidate - expected) > 1e-9 * np.abs(expected)))
    yours, right = apart(candidate[k], expected[k], 4)
    return "wrong value", Message(
        f"Number {k + 1} of your line is {yours}; {right} is expected.",
        "Each number has its place in the line.",
        "Compare your line with the sample output, number by number.",
    )


def _pattern(
    exercise: Exercise, quantity: Quantity, candidate: np.ndarray, expected: np.ndarray, p: Parameters
) -> Named | None:
    """What stands out in the values as a whole, most specific first."""
    called = name_of(quantity)
    tolerance = 2e-4 if isinstance(quantity, Printed) else 1e-6
    other = None if isinstance(quantity, Variable) else _other_name(exercise, candidate, p)
    return (
        (_shortened(called, candidate, expected) if isinstance(quantity, Printed) else None)
        or _other_quantity(called, candidate, expected, other)
        or _moved_or_rounded(called, candidate, expected, tolerance)
        or _scaled(called, candidate, expected, tolerance)
    )


def _other_quantity(called: str, candidate: np.ndarray, expected: np.ndarray, other: str | None) -> Named | None:
    """Where the values are those of another name, or all the same."""
    size = candidate.size
    if size > 1 and close(candidate, np.full_like(candidate, candidate[0]), 1e-9) and np.ptp(expected) > 0:
        value = f"stays the same: {candidate[0]:.4g}" if other is None else f"has the value of `{other}`"
        advice = "Which of your lines should give it a new value in each step? Print what this line computes."
        return "constant", Message(f"{called} {value} each time.", "It should change from step to step.", advice)
    if other is not None:
        return "another name", Message(
            f"{called} is `{other}`, or has its value.", "Another quantity is asked for.", "Which name holds it?"
        )
    return None


def _shortened(called: str, candidate: np.ndarray, expected: np.ndarray) -> Named | None:
    """Where the values are right, and shown with too few decimals."""
    for decimals in range(MOST_DECIMALS):
        if candidate.size > 1 and np.abs(np.round(expected, decimals) - candidate).max() < 1e-12 and candidate.any():
            digits = f"{many(decimals, 'decimal')}" if decimals else "no decimals"
            return "too few digits", Message(
                f"{called} has {digits}. More digits are needed.",
                "The values are right but for the digits that are not shown.",
                "Which part of your code decides how many digits are shown?",
            )
    return None


def _moved_or_rounded(called: str, candidate: np.ndarray, expected: np.ndarray, tolerance: float) -> Named | None:
    """Where the values are a step off, nearly right, or in another order."""
    size = candidate.size
    for a, b, word in ((candidate[1:], expected[:-1], "late"), (candidate[:-1], expected[1:], "early")):
        if size > 3 and close(a, b, tolerance):
            return "one step off", Message(
                f"{called} is one step {word}.", "The values are right, a step off.", "Check where it starts."
            )
    if size > 1 and close(candidate, expected, 0.02):
        k = int(np.argmax(np.abs(candidate - expected)))
        yours, right = apart(candidate[k], expected[k], 6)
        return "rounded", Message(
            f"{called} is close, but not right: {yours} instead of {right}.",
            "All values are right to about 2 %.",
            "Compare your lines with the text, piece by piece.",
        )
    if size > 1 and close(np.sort(candidate), np.sort(expected), tolerance):
        return "wrong order", Message(
            f"{called} has the right values in the wrong order.", "Order matters here.", "Sort out the order."
        )
    return None


def _scaled(called: str, candidate: np.ndarray, expected: np.ndarray, tolerance: float) -> Named | None:
    """Where the values are off by a factor or by a constant."""
    size = candidate.size
    with np.errstate(all="ignore"):
        ratio = np.nanmedian(candidate / np.where(expected == 0, np.nan, expected))
    if np.isfinite(ratio) and ratio and (size > 1 or _telling(ratio)) and close(candidate, ratio * expected, tolerance):
        return _factor(called, float(ratio))
    offset = float(np.median(candidate - expected))
    if size > 1 and close(candidate - offset, expected, tolerance):
        return "offset", Message(
            f"{called} is off by {offset:+.4g} everywhere.",
            "The shape is right, the level is not.",
            "Look for a term that is missing, or added once too often.",
        )
    return None


def _other_name(exercise: Exercise, candidate: np.ndarray, p: Parameters) -> str | None:
    """The name whose value the answer shows instead."""
    steps = np.arange(candidate.size, dtype=float)
    if candidate.size > 2 and close(candidate, steps * p.dt):
        return "t"
    if candidate.size > 2 and close(candidate, steps):
        return "step"
    for name in exercise.parameter_names:
        if candidate.size > 2 and np.abs(candidate - getattr(p, name)).max() <= 1e-9 * abs(getattr(p, name)):
            return name
    return None


def _telling(ratio: float) -> bool:
    """Whether a single number's factor says something: a power of ten, a sign, a small whole number or its inverse."""
    tens, whole = np.log10(abs(ratio)), max(abs(ratio), 1 / abs(ratio))
    return bool(abs(tens - round(tens)) < 1e-6 or (whole < 10 and abs(whole - round(whole)) < 1e-6))


def _factor(called: str, ratio: float) -> Named:
    tens = np.log10(abs(ratio))
    if ratio == -1 or abs(ratio + 1) < 1e-6:
        return "sign", Message(
            f"{called} has the opposite sign.",
            "All signs are turned.",
            "Compare the signs in your lines with the text.",
        )
    means = f"Each value is too {'large' if abs(ratio) > 1 else 'small'} by the same factor."
    if abs(tens - round(tens)) < 1e-6:
        means += " It is a power of ten, as between two units."
    return "factor", Message(
        f"{called} is {ratio:.4g} times what it should be.", means, "Look for a factor that is missing or extra."
    )
