"""The values of a line that gives a wrong one: what it gives, and what it should give."""

from __future__ import annotations

import ast

import numpy as np

from slipcheck.exercise import Exercise

from ..formulas.argument_values import first_of
from ..formulas.pieces import called
from .answer_line import names_in
from .wrong_line import WrongLine

WITHOUT_VALUES = frozenset((  # kinds of which the values of the line say nothing
    "inside the loop", "outside the loop", "other size", "overwritten", "other draw", "two draws", "too many draws",
))  # fmt: skip


NOISE = 1e-20  # what is smaller is 0 but for rounding
ROUNDING = 1e-14  # of the other value: the same


KEEP_THE_UNIT = ("mean", "median", "average", "sum", "std", "max", "min", "nanmean", "nanstd")


POWER_OF_SPREAD = {"std": 1, "var": 2, "nanstd": 1, "nanvar": 2}


def facts_of(exercise: Exercise, wrong: WrongLine, kind: str) -> str:
    """Both values, of the first execution in which they clearly differ."""
    if wrong.fault.kind in WITHOUT_VALUES or kind in WITHOUT_VALUES:
        return ""
    value, right = wrong.value, wrong.right
    if value is None or right is None or value.size != right.size or not value.size:
        return ""
    gaps = np.abs(value - right)
    if not np.isfinite(right).all() or not gaps.max() > 1e-9 * np.abs(right).max():
        return ""
    clear = gaps > 1e-9 * np.abs(right).max()
    large = clear & (np.maximum(np.abs(value), np.abs(right)) > 1e-4 * np.abs(right).max())  # not 0 but for rounding
    k = int(np.argmax(large if large.any() else clear))
    unit = exercise.units.get(wrong.equation.target, "")
    own_unit = _unit_of_the_line(exercise, wrong, unit)
    if own_unit is None:
        return ""
    if max(abs(value[k]), abs(right[k])) < NOISE:
        return ""
    needed = 0.0 if abs(right[k]) < max(NOISE, ROUNDING * abs(value[k])) else float(right[k])
    numbers = apart(float(value[k]), needed)
    yours, expected = (f"{text} {of}".strip() for text, of in zip(numbers, (own_unit, unit), strict=True))
    target = f"`{target_of(wrong)}`"
    when = _when(exercise, wrong)
    if value.size > 1:
        return f"So the first wrong value of {target}{when} is {yours}; it should be {expected}."
    step = wrong.execution.names.get(next(iter(exercise.loops), ""))
    is_state = exercise.state is not None and wrong.equation.target in exercise.state.names
    if is_state and (wrong.is_vague or isinstance(getattr(wrong.statement, "value", None), ast.Name)):
        return ""
    if is_state and isinstance(step, int) and step > 0:  # its own earlier values may be wrong too
        return f"So {target} becomes {yours}{when}; from the same values it should become {expected}."
    return f"So {target} becomes {yours}{when}; it should become {expected}."


def _unit_of_the_line(exercise: Exercise, wrong: WrongLine, unit: str) -> str | None:
    """The unit of what the line gives, which another function or another quantity can change; None if not known."""
    call = getattr(wrong.statement, "value", None)
    if not isinstance(call, ast.Call):
        return _unit_of_a_power(wrong, unit)
    if wrong.fault.kind == "other function" and wrong.fault.node is call.func:
        powers = {**dict.fromkeys(KEEP_THE_UNIT, unit), "var": f"{unit}²" if unit else ""}
        return powers.get(called(call))
    if called(call) in POWER_OF_SPREAD:
        return _unit_of_a_spread(exercise, wrong, call, unit)
    given = getattr(wrong.fault.node, "id", "")
    is_given = wrong.fault.node in (*call.args, getattr(call.func, "value", None))
    return unit if not is_given or exercise.units.get(given, unit) == unit else None


def _unit_of_a_spread(exercise: Exercise, wrong: WrongLine, call: ast.Call, unit: str) -> str | None:
    """That of a spread of the values of a name, the one that is needed where it is not known; None to be silent."""
    values = first_of(call)
    given = exercise.units.get(getattr(values, "id", ""), "")
    if not given:
        is_product = any(isinstance(part, (ast.Pow, ast.Mult)) for part in ast.walk(call))
        return None if is_product else unit
    own = given if POWER_OF_SPREAD[called(call)] == 1 else f"{given}²"
    is_said = other_spread(exercise, wrong) is not None
    return None if own != unit and (is_said or own.endswith("²²")) else own


def _unit_of_a_power(wrong: WrongLine, unit: str) -> str | None:
    """That of the value which the line gives: without its power a value has another unit."""
    kind, words = wrong.fault.kind, wrong.fault.words
    value = getattr(wrong.statement, "value", None)
    if any(called(part) in ("var", "nanvar") for part in ast.walk(wrong.statement) if isinstance(part, ast.Call)):
        return None if wrong.fault.kind == "piece" else unit
    if wrong.fault.node is not value and wrong.fault.node is not getattr(value, "elt", None):
        return unit  # a piece inside the line may have any unit
    if kind == "extra power":
        is_square = isinstance(value, ast.BinOp) and ast.unparse(value.right) == "2"
        return f"{unit}²" if unit and is_square else None
    is_doubled = kind == "other operator" and words[-1] == "*" and str(words[0]).replace(" ", "").endswith("*2")
    if (kind == "missing power" and "root" in words) or kind == "power before division":
        return f"{unit}²" if unit else ""
    return unit.removesuffix("²") if is_doubled or (kind == "missing power" and "square" in words) else unit


def _when(exercise: Exercise, wrong: WrongLine) -> str:
    """In which round of each loop around, by its counter."""
    numbers = [(name, wrong.execution.names.get(name)) for name in exercise.loops][: wrong.equation.depth]
    known = [(name, k) for name, k in numbers if isinstance(k, int)]
    if not known:
        own = [f"{name} = {wrong.execution.names[name]}" for name in wrong.counters if _is_count(wrong, name)]
        return f" at {' for '.join(own)}" if own else ""
    inner = "".join(f" for {name} = {k}" for name, k in known[1:])
    return f" at {known[0][0]} {known[0][1]}{inner}"


def _is_count(wrong: WrongLine, name: str) -> bool:
    return type(wrong.execution.names.get(name)) is int


def target_of(wrong: WrongLine) -> str:
    """What the line gives a value to, as it is written."""
    statement = wrong.statement
    node = statement.targets[0] if isinstance(statement, ast.Assign) else getattr(statement, "target", None)
    return ast.unparse(node) if node is not None else wrong.equation.target


def apart(candidate: float, expected: float, digits: int = 4) -> tuple[str, str]:
    """Both numbers with as few digits as show that they differ, at least ``digits``.

    >>> apart(1.03054e-10, 1.0305368e-10, 6), apart(1.0, 2.0, 4)
    (('1.03054e-10', '1.030537e-10'), ('1', '2'))
    """
    pairs = [(f"{candidate:.{k}g}", f"{expected:.{k}g}") for k in range(digits, 18)]
    return next((pair for pair in pairs if pair[0] != pair[1]), pairs[-1])


OF_THE_WHOLE = ("piece", "other name", "other value")  # faults that such a call can be the reason of


def other_spread(exercise: Exercise, wrong: WrongLine) -> tuple[ast.Call, str] | None:
    """The call that gives a spread of which no accepted formula takes it, and the name that it gets."""
    asked = {name for text in wrong.equation.texts for name in names_in(ast.parse(text))}
    for call in (node for node in ast.walk(wrong.statement) if isinstance(node, ast.Call)):
        name = getattr(call.args[0], "id", "") if call.args else ""
        is_spread = called(call) in POWER_OF_SPREAD and name in exercise.words
        if is_spread and wrong.fault.kind in OF_THE_WHOLE and not (name in asked and wrong.fault.kind == "piece"):
            return call, name
    return None


def spread_of(exercise: Exercise, function: str, name: str, is_asked_for: bool = True) -> tuple[str, str, str]:
    """What is said of a function of the spread that gets other values than it should."""
    meaning = f", {exercise.words[name]}" if name in exercise.words else ""
    means = f"So it gives the spread of the values of `{name}` around their own mean."
    if is_asked_for:
        means, advice = f"{means} The text asks for the spread of other values.", "Which values are they?"
    else:
        means = f"{means} The formula in the text has no `{function}`."
        advice = "Compare this line with the formula in the text."
    return f"`{function}` gets `{name}`{meaning}.", means, advice
