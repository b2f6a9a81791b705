"""The table of first steps: where no cause is known, what the answer gives beside what is expected."""

from __future__ import annotations

import numpy as np

from slipcheck.diagnosis import Diagnosis
from slipcheck.exercise import Exercise, Message, Parameters, Quantity
from slipcheck.judge.quantities import Ensemble
from slipcheck.verdict import Run

from .lines.line_facts import apart
from .numbers.amounts import name_of

FEW = 12  # steps that can be worked out by hand


def first_difference(
    exercise: Exercise, quantity: Quantity, candidate: np.ndarray, expected: np.ndarray, run: Run
) -> Diagnosis:
    unit = exercise.units.get(quantity.name, exercise.units.get(quantity.name.split("_")[-1].split(" ")[-1], ""))
    k = int(np.argmax(np.abs(candidate - expected) > 1e-4 * (np.ptp(expected) or abs(expected).max() or 1)))
    yours, right = apart(candidate[k], expected[k], 5)
    if candidate.size == 1:
        right = _agreed(exercise, quantity, expected, run.p) or right
    rows = candidate.size // run.p.step_end if isinstance(quantity, Ensemble) and run.p.step_end else 1
    step = k // max(rows, 1)
    if candidate.size == 1:
        said = f"{name_of(quantity)} is {yours} {unit}; {right} {unit} is expected.".replace(" ;", ";").replace(
            "  ", " "
        )
        advice = "Work this value out by hand, and compare."
        if run.p.step_end > FEW:
            advice = "Print the values of the first two steps, and work them out by hand."
        return Diagnosis("first difference", Message(said, "", advice))
    said = f"{name_of(quantity)} is right up to step {step - 1}, and wrong at step {step}."
    if not step:
        said = f"{name_of(quantity)} is wrong at the first step."
    message = Message(said, "", "Work out the marked step by hand. Where does your code give another value?")
    return Diagnosis("first difference", message, table=_first_steps(candidate, expected, k, rows, run.p, unit))


def _agreed(exercise: Exercise, quantity: Quantity, expected: np.ndarray, p: Parameters) -> str | None:
    """The expected number, with as many digits as all accepted variants have in common; None if fewer than 2."""
    values = [float(expected[0])]
    for variant in exercise.accepted_variants:
        other = np.ravel(exercise.reference(p, **variant.change)[quantity.name])
        values += [float(other[0])] if other.size == 1 else []
    for digits in range(5, 1, -1):
        texts = {f"{value:.{digits}g}" for value in values}
        if len(texts) == 1:
            return ("" if digits == 5 else "about ") + texts.pop()
    return None


def _first_steps(
    candidate: np.ndarray, expected: np.ndarray, k: int, rows: int, p: Parameters, unit: str
) -> tuple[tuple[str, ...], ...]:
    """The values around the first that is wrong: step, time, the answer's, what is expected."""
    first = max(k - 1, 0)
    table = [
        ("step", "t (s)", f"yours ({unit})" if unit else "yours", f"expected ({unit})" if unit else "expected", "")
    ]
    for j in range(first, min(first + 4, candidate.size)):
        step = j // max(rows, 1)
        table.append(
            (
                str(step),
                f"{step * p.dt:.4g}",
                f"{candidate[j]:.5g}",
                f"{expected[j]:.5g}",
                "first wrong value" if j == k else "",
            )
        )
    return tuple(table)
