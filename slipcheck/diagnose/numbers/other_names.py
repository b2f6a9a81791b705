"""What the exercise asks for, stored under other names than it says."""

from __future__ import annotations

from dataclasses import replace

from slipcheck.diagnosis import Diagnosis
from slipcheck.exercise import Message, Part
from slipcheck.judge.judge import Case
from slipcheck.judge.quantities import Variable

from ..output.commands import spot_of_target


def under_other_names(case: Case, part: Part) -> Diagnosis | None:
    """Where names of the student's own hold the results whose names are missing."""
    run = case.runs[0]
    variables = run.observation.variables
    of_part = (case.exercise.quantity(name) for name in part.quantities)
    missing = [quantity for quantity in of_part if isinstance(quantity, Variable) and quantity.name not in variables]
    if not missing or run.observation.failure is not None:
        return None
    variants = [{}, *(dict(variant.change) for variant in case.exercise.accepted_variants)]
    found = max((_holders(case, missing, change) for change in variants), key=len)
    return _said(case, found) if found else None


def _holders(case: Case, missing: list[Variable], change: dict[str, object]) -> dict[str, str]:
    """By the name that is asked for, the name that holds its values in an accepted variant."""
    run = case.runs[0]
    expected = case.expected(run, change)
    holders = {}
    for quantity in missing:
        for name in run.observation.variables:
            values = replace(quantity, name=name).candidates(run.observation, run.p)
            right = expected[quantity.name]
            if any(value.shape == right.shape and quantity.same(value, right, run.p) for value in values):
                holders[quantity.name] = name
                break
    return holders


def _said(case: Case, holders: dict[str, str]) -> Diagnosis:
    source = case.runs[0].observation.source
    spots = {asked: spot_of_target(source, name) for asked, name in holders.items()}
    (asked, name), *others = holders.items()
    spot = spots[asked]
    observed = f"{f'Line {spot.line}: ' if spot else ''}`{name}` holds what the exercise calls `{asked}`."
    for other_asked, other in others:
        other_spot = spots[other_asked]
        place = f" in line {other_spot.line}" if other_spot else ""
        observed += f" `{other}`{place} holds what it calls `{other_asked}`."
    names = " and no ".join(f"`{asked}`" for asked in holders)
    advice = f"Use the name `{asked}`, here and in each line below that needs it."
    if others:
        advice = "Use the names of the exercise, in these lines and in each line that needs them."
    return Diagnosis("name changed", Message(observed, f"There is no {names} after your cell has run.", advice), spot)
