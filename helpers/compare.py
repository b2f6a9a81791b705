"""What the data alone tells about an answer that no known slip explains, most specific first."""

from __future__ import annotations

import numpy as np

from .exercise import Message
from .judge import Run
from .model import Parameters
from .read import LINE, NUMBER, Ensemble, Printed, Variable, close

Named = tuple[str, Message]
UNITS = {"t": "s", "i": "A", "v": "V", "v_n": "V", "v_mean": "V", "v_std": "V", "v_var": "V²", "v_var_n": "V²"}


def difference(quantity, found: list[np.ndarray], expected: np.ndarray, run: Run) -> Named:
    """The message for ``quantity``, of which ``found`` holds the candidates and ``expected`` the reference's values."""
    if not found:
        return _missing(quantity, run)
    best = next((each for each in found if each.shape == expected.shape), found[0])
    if best.shape != expected.shape:
        return _one_line(quantity, best, expected, run) or _shape(quantity, best, expected)
    if not np.isfinite(best).all():
        return "not a number", Message(
            f"{_called(quantity)} holds values that are not numbers (nan) or infinite.",
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
    return _pattern(quantity, values, truth, run.p) or _first_difference(quantity, values, truth, run)


def _called(quantity) -> str:
    if isinstance(quantity, Variable):
        return f"Your `{quantity.name}`"
    return "What you print" if isinstance(quantity, Printed) else "What you draw"


def _missing(quantity, run: Run) -> Named:
    if isinstance(quantity, Printed):
        printed = run.seen.printed.strip()
        wanted = len(quantity.digits)
        return "too few numbers", Message(
            f"Printed was: {printed.splitlines()[0][:60]}" if printed else "No numbers were printed.",
            f"A line should hold {wanted} number{'s' if wanted > 1 else ''}; yours hold fewer, or none.",
            "Count the values in a line, and compare them with the sample output.",
        )
    if isinstance(quantity, Variable):
        return _missing_variable(quantity, run)
    if not any(figure["artists"] for figure in run.seen.figures):
        return "nothing drawn", Message(
            "Nothing was drawn.", "The check reads the points of your figure.", "Plot the values in the loop."
        )
    return "other points", Message(
        "The figure does not hold the expected points.",
        "At each time there is another number of values than the exercise asks for.",
        "Check what you give to the plot command, and that it runs once a time step.",
    )


def _missing_variable(quantity: Variable, run: Run) -> Named:
    plain = run.seen.variables.get(quantity.name)
    if plain is None:
        return "missing name", Message(
            f"There is no `{quantity.name}` after your cell has run.",
            "The exercise asks for a variable of this name.",
            f"Store the result under the name `{quantity.name}`.",
        )
    kind = plain.get("type", "array") if isinstance(plain, dict) else type(plain).__name__
    wanted = {
        "array": "a numpy array of numbers",
        "list": "a list of numbers",
        "number": "one number",
        "values": "an array or a list of numbers",
    }[quantity.kind]
    return "wrong type", Message(
        f"`{quantity.name}` is of type {kind}.",
        f"It should be {wanted}.",
        "Look at the right side of the line that creates it.",
    )


def _shape(quantity, found: np.ndarray, expected: np.ndarray) -> Named:
    if isinstance(quantity, Variable):
        return "wrong shape", Message(
            f"`{quantity.name}` has {_size(found)}; {_size(expected)} is expected.",
            "The number of values follows from the number of steps and of realizations.",
            "Check the size that you give where it is created.",
        )
    axis = 0 if isinstance(quantity, Printed) else 1
    have, want = found.shape[axis], expected.shape[axis]
    if have != want:
        one, many = ("line of numbers", "lines of numbers") if axis == 0 else ("time", "different times")
        gap = abs(want - have)
        return "wrong count", Message(
            f"There {_is_or_are(have)} {have} {one if have == 1 else many}; {want} {_is_or_are(want)} expected.",
            f"{gap} {_is_or_are(gap)} {'missing' if have < want else 'too many'}.",
            "Count how often your loop runs, and whether the line is inside it.",
        )
    return "wrong count", Message(
        f"At each time there are {found.shape[0] - 1} values; {expected.shape[0] - 1} are expected.",
        "Each realization gives one value a time.",
        "Check how many values you plot at once.",
    )


def _one_line(quantity, found: np.ndarray, expected: np.ndarray, run: Run) -> Named | None:
    """All numbers are printed, in fewer lines than there are steps."""
    if not isinstance(quantity, Printed) or len(found) >= len(expected):
        return None
    if len(NUMBER.findall(run.seen.printed[: 10 * LINE])) != expected.size:
        return None
    return "one line", Message(
        f"There are as many numbers as expected, but not in {len(expected)} lines.",
        "Each step has a line of its own. print ends a line by itself.",
        "Look at what print is given beside the numbers, such as end=, and whether it prints a whole list.",
    )


def _size(array: np.ndarray) -> str:
    return "one number" if array.ndim == 0 else f"shape {array.shape}"


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


def _is_or_are(number: int) -> str:
    return "is" if number == 1 else "are"


def _pattern(quantity, found: np.ndarray, expected: np.ndarray, p: Parameters) -> Named | None:
    called, size = _called(quantity), found.size
    tolerance = 2e-4 if isinstance(quantity, Printed) else 1e-6
    if size > 1 and not found.any():
        return "zero", Message(
            f"{called} is 0 each time.",
            "So small a number vanishes when it is rounded.",
            "Look for a rounding.",
        )
    other = None if isinstance(quantity, Variable) else _other_name(found, p)
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


def _other_name(found: np.ndarray, p: Parameters) -> str | None:
    """The name whose value the answer shows instead."""
    steps = np.arange(found.size, dtype=float)
    if found.size > 2 and close(found, steps * p.dt):
        return "t"
    if found.size > 2 and close(found, steps):
        return "step"
    for name in ("i_mean", "el", "vth", "vr", "tau", "dt", "t_max", "r"):
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


def _first_difference(quantity, found: np.ndarray, expected: np.ndarray, run: Run) -> Named:
    unit = UNITS.get(quantity.name, UNITS.get(quantity.name.split("_")[-1], ""))
    k = int(np.argmax(np.abs(found - expected) > 1e-4 * (np.ptp(expected) or abs(expected).max() or 1)))
    where = ""
    if found.size > 1:
        rows = found.size // run.p.step_end if isinstance(quantity, Ensemble) and run.p.step_end else 1
        step = k // max(rows, 1)
        where = f" at step {step} (t = {1e3 * step * run.p.dt:.4g} ms)"
    yours, right = _apart(found[k], expected[k], 5)
    return "first difference", Message(
        f"{_called(quantity)} first leaves the right values{where}: {yours} {unit}, not {right}.",
        "Up to there it is right." if k else "It differs from the start.",
        "Compute this one value by hand from the equation, and compare it with what your line does.",
    )
