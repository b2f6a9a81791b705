"""What the data alone tells about an answer that no known slip explains, most specific first."""

from __future__ import annotations

import numpy as np

from slipcheck.exercise import Exercise, Message, Parameters
from slipcheck.judge.quantities import Ensemble, Printed, Variable, close
from slipcheck.verdict import Run

from .amounts import Named, missing, name_of, one_line, shape


def difference(exercise: Exercise, quantity, found: list[np.ndarray], expected: np.ndarray, run: Run) -> Named:
    """The message for ``quantity``, of which ``found`` holds the candidates and ``expected`` the reference's values."""
    if not found:
        return missing(quantity, run)
    best = next((each for each in found if each.shape == expected.shape), found[0])
    if best.shape != expected.shape:
        return one_line(quantity, best, expected, run) or shape(quantity, best, expected)
    if not np.isfinite(best).all():
        return "not a number", Message(
            f"{name_of(quantity)} holds values that are not numbers (nan) or infinite.",
            "That comes from a division by zero, a root of a negative number, or values that grow without end.",
            "Print the values one by one and find the first that is not a number.",
        )
    if isinstance(quantity, Printed) and quantity.same(best[:, ::-1], expected, run.p) and best.shape[1] > 1:
        return "columns swapped", Message(
            "The two columns are swapped.", "The time comes first, then the value.", "Change their order."
        )
    axis, values, truth = _values(quantity, best, expected)
    if axis is not None:
        return axis
    return _pattern(exercise, quantity, values, truth, run.p) or _first_difference(
        exercise, quantity, values, truth, run
    )


def _values(quantity, found, expected):
    """A message about the time column or axis if that differs, else the values alone."""
    if isinstance(quantity, Variable):
        return None, found.ravel(), expected.ravel()
    if isinstance(quantity, Printed):
        if expected.shape[1] == 1:
            return None, found[:, 0], expected[:, 0]
        if not quantity.name.startswith("t,"):  # no time among the values
            return _wrong_entry(found[0], expected[0]), None, None
        axis, rest = (found[:, 0], expected[:, 0]), (found[:, -1], expected[:, -1])
    else:
        axis, rest = (found[0], expected[0]), (found[1:], expected[1:])
    if np.abs(axis[0] - axis[1]).max() > 1e-3 * np.abs(axis[1]).max():
        return _wrong_time(*axis), None, None
    if isinstance(quantity, Ensemble):
        rest = np.sort(rest[0], axis=0).T, np.sort(rest[1], axis=0).T
    return None, rest[0].ravel(), rest[1].ravel()


def _wrong_time(found, expected) -> Named:
    k = int(np.argmax(np.abs(found - expected) > 1e-3 * np.abs(expected).max()))
    yours, right = _apart(found[k], expected[k], 4)
    return "wrong times", Message(
        f"The time of step {k} is {yours} s in your answer; it is {right} s.",
        "The values do not stand at their times.",
        "The time of a step is its number times dt. The time belongs on the x axis, or in the first column.",
    )


def _wrong_entry(found: np.ndarray, expected: np.ndarray) -> Named:
    k = int(np.argmax(np.abs(found - expected) > 1e-9 * np.abs(expected)))
    yours, right = _apart(found[k], expected[k], 4)
    return "wrong value", Message(
        f"Number {k + 1} of your line is {yours}; {right} is expected.",
        "Each number has its place in the line.",
        "Compare your line with the sample output, number by number.",
    )


def _apart(found: float, expected: float, digits: int) -> tuple[str, str]:
    """Both numbers with as few digits as show that they differ, at least ``digits``.

    >>> _apart(1.03054e-10, 1.0305368e-10, 6), _apart(1.0, 2.0, 4)
    (('1.03054e-10', '1.030537e-10'), ('1', '2'))
    """
    pairs = [(f"{found:.{k}g}", f"{expected:.{k}g}") for k in range(digits, 18)]
    return next((pair for pair in pairs if pair[0] != pair[1]), pairs[-1])


def _pattern(exercise: Exercise, quantity, found: np.ndarray, expected: np.ndarray, p: Parameters) -> Named | None:
    called, size = name_of(quantity), found.size
    tolerance = 2e-4 if isinstance(quantity, Printed) else 1e-6
    if size > 1 and not found.any():
        return "zero", Message(
            f"{called} is 0 each time.",
            "So small a number vanishes when it is rounded.",
            "Look for a rounding.",
        )
    other = None if isinstance(quantity, Variable) else _other_name(exercise, found, p)
    if other is not None:
        return "another name", Message(
            f"{called} is `{other}`, or has its value.", "Another quantity is asked for.", "Which name holds it?"
        )
    if size > 1 and close(found, np.full_like(found, found[0]), 1e-9) and np.ptp(expected) > 0:
        return "constant", Message(
            f"{called} stays the same: {found[0]:.4g} each time.",
            "It should change from step to step.",
            "Look for a name that is never updated in the loop.",
        )
    for a, b, word in ((found[1:], expected[:-1], "late"), (found[:-1], expected[1:], "early")):
        if size > 3 and close(a, b, tolerance):
            return "one step off", Message(
                f"{called} is one step {word}.", "The values are right, a step off.", "Check where it starts."
            )
    if size > 1 and close(found, expected, 0.02):
        yours, right = _apart(*(values[np.argmax(np.abs(found - expected))] for values in (found, expected)), 6)
        return "rounded", Message(
            f"{called} is close, but not right: {yours} instead of {right}.",
            "A value is rounded, or a small term differs.",
            "Look for a rounded number, a format with too few digits, or a term that hardly matters.",
        )
    if size > 1 and close(np.sort(found), np.sort(expected), tolerance):
        return "wrong order", Message(
            f"{called} has the right values in the wrong order.", "Order matters here.", "Sort out the order."
        )
    with np.errstate(all="ignore"):
        ratio = np.nanmedian(found / np.where(expected == 0, np.nan, expected))
    if np.isfinite(ratio) and ratio and (size > 1 or _telling(ratio)) and close(found, ratio * expected, tolerance):
        return _factor(called, float(ratio))
    offset = float(np.median(found - expected))
    if size > 1 and close(found - offset, expected, tolerance):
        return "offset", Message(
            f"{called} is off by {offset:+.4g} everywhere.",
            "The shape is right, the level is not.",
            "Look for a term that is missing, or added once too often.",
        )
    return None


def _other_name(exercise: Exercise, found: np.ndarray, p: Parameters) -> str | None:
    """The name whose value the answer shows instead."""
    steps = np.arange(found.size, dtype=float)
    if found.size > 2 and close(found, steps * p.dt):
        return "t"
    if found.size > 2 and close(found, steps):
        return "step"
    for name in exercise.parameter_names:
        if found.size > 2 and np.abs(found - getattr(p, name)).max() <= 1e-9 * abs(getattr(p, name)):
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
            f"{called} has the opposite sign.", "All signs are turned.", "Look for a minus in your line."
        )
    means = "Each value is too large or too small by the same factor."
    if abs(tens - round(tens)) < 1e-6:
        means = "A power of ten: often a unit (milli, nano) or an exponent."
    return "factor", Message(
        f"{called} is {ratio:.4g} times what it should be.", means, "Look for a factor that is missing or extra."
    )


def _first_difference(exercise: Exercise, quantity, found: np.ndarray, expected: np.ndarray, run: Run) -> Named:
    unit = exercise.units.get(quantity.name, exercise.units.get(quantity.name.split("_")[-1], ""))
    k = int(np.argmax(np.abs(found - expected) > 1e-4 * (np.ptp(expected) or abs(expected).max() or 1)))
    where = ""
    if found.size > 1:
        rows = found.size // run.p.step_end if isinstance(quantity, Ensemble) and run.p.step_end else 1
        step = k // max(rows, 1)
        where = f" at step {step} (t = {1e3 * step * run.p.dt:.4g} ms)"
    yours, right = _apart(found[k], expected[k], 5)
    return "first difference", Message(
        f"{name_of(quantity)} first leaves the right values{where}: {yours} {unit}, not {right}.",
        "Up to there it is right." if k else "It differs from the start.",
        "Compute this one value by hand from the equation, and compare it with what your line does.",
    )
