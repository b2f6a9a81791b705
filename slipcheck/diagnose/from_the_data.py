"""The last resort: what the values of the runs show of a part for which no cause is known."""

from __future__ import annotations

import ast
import builtins
import re
from collections.abc import Sequence
from dataclasses import replace

import numpy as np

from slipcheck.diagnosis import Diagnosis, Spot, spot_of
from slipcheck.exercise import Exercise, Message, Parameters, Part
from slipcheck.judge.judge import Case
from slipcheck.judge.parse import parsed
from slipcheck.verdict import Rerun, Run

from .figures.other_commands import drawn_otherwise
from .formulas.pieces import called
from .known_slips import right_as_written
from .lines.answer_line import names_in
from .lines.differences import difference
from .repairs.search import part_is_right
from .stopped import stopped

COUNTING = ("linspace", "arange", "range", "logspace", "geomspace")
LONG = 40  # characters of other parameters: more are not listed in a sentence on one step


def from_the_data(case: Case, part: Part) -> Diagnosis:
    """A diagnosis of the first quantity that leaves the reference."""
    if part.unseen_parameters and case.hidden:
        return _without_details(case, part)
    for run in case.runs_of(part):
        diagnosis = _in_run(case, part, run)
        if diagnosis is not None:
            return drawn_otherwise(case.exercise, run.observation.source, part, diagnosis)
    message = Message("This part needs the others first.", "It was not judged yet.", "Start with the first part.")
    return Diagnosis(None, message)


def _in_run(case: Case, part: Part, run: Run) -> Diagnosis | None:
    """What one run shows: an error, wrong random numbers, or a quantity that leaves the reference."""
    if run.observation.failure:
        return _stopped_there(case.exercise, run)
    expected = _nearest(case, part, run)
    name = next((name for name in part.quantities if not case.matches(run, name, expected)), None)
    if name is None:
        return None
    wrong_numbers = case.diagnose_random_numbers(run)
    if wrong_numbers is not None:
        cause, message, call = wrong_numbers
        source = run.observation.source
        place = _place_of_counting(case.exercise, run, cause) if call is None else spot_of(source, call)
        observed = (
            f"Line {place.line}: {message.observed[:1].lower() + message.observed[1:]}"
            if place is not None
            else message.observed
        )
        return Diagnosis(cause, replace(message, observed=observed), place)
    quantity = case.exercise.quantity(name)
    diagnosis = difference(case.exercise, quantity, case.candidates(run, name), np.asarray(expected[name]), run)
    if part.unseen_parameters and diagnosis.cause != "decimal comma printed":
        return replace(diagnosis, message=_at_others(case.exercise, run, diagnosis.message))
    return diagnosis


def _place_of_counting(exercise: Exercise, run: Run, cause: str) -> Spot | None:
    """Of numbers in order: the one call that counts them out, if not the times."""
    source = run.observation.source
    times = set(exercise.times)
    lines = [node for node in ast.walk(parsed(source) or ast.Module([], [])) if isinstance(node, ast.Assign)]
    calls = [
        call
        for line in lines
        for call in ast.walk(line.value)
        if isinstance(call, ast.Call) and called(call) in COUNTING and not times & names_in(line.targets[0])
    ]
    return spot_of(source, calls[0]) if cause == "numbers in order" and len(calls) == 1 else None


def _nearest(case: Case, part: Part, run: Run) -> dict[str, np.ndarray]:
    """The reference's values in the accepted variant that the answer is nearest to."""
    variants = [{}, *(dict(variant.change) for variant in case.exercise.accepted_variants)]
    values = [case.expected(run, dict(change)) for change in variants]
    return max(values, key=lambda expected: _agreement(case, part, run, expected))


def _agreement(case: Case, part: Part, run: Run, expected: dict[str, np.ndarray]) -> tuple[int, float]:
    """How many numbers agree, and, of less weight, how near all of them are."""
    count = 0
    apart = 0.0
    for name in part.quantities:
        right = np.asarray(expected[name], float)
        fitting = [found for found in case.candidates(run, name) if found.shape == right.shape]
        if fitting:
            count += int(np.isclose(fitting[0], right, rtol=2e-4, atol=0).sum())
            apart += float(np.abs(fitting[0] - right).sum())
    return count, -apart


def _stopped_there(exercise: Exercise, run: Run) -> Diagnosis:
    inner = stopped(exercise, run.observation)
    return Diagnosis(inner.cause, _at_others(exercise, run, inner.message), inner.spot)


def _at_others(exercise: Exercise, run: Run, message: Message) -> Message:
    observed = f"Your code was run with other parameters too ({changed_values(exercise, run.p)}). {message.observed}"
    return Message(observed, message.means, message.next)


def _without_details(case: Case, part: Part) -> Diagnosis:
    """For parameters that nobody is to learn of."""
    number = case.exercise.number
    failed = [run.observation.failure for run in case.runs_of(part) if run.observation.failure]
    advice = f'Run check({number}, "{part.name}") in your notebook: there it says more.'
    if not case.runs_of(part):
        observed = "This part was not run with other parameters."
        return Diagnosis("not run", Message(observed, "The first run did not come to its end.", advice))
    if not failed:
        observed = "With other parameters your answer gives other values than the exercise asks for."
        means = ""
        if right_as_written(case, part):
            means = "As written it is right, so something in it does not follow when a parameter changes."
        return Diagnosis("other values", Message(observed, means, advice))
    kind = failed[0]["type"] if isinstance(getattr(builtins, failed[0]["type"], None), type) else "an error"
    observed = f"With other parameters your code stops with {kind}."
    return Diagnosis("error", Message(observed, "With the parameters of the notebook it runs to its end.", advice))


def changed_values(exercise: Exercise, p: Parameters, names: Sequence[str] = ()) -> str:
    """The parameters in which a setting differs from the shown one, in words; of these only ``names``, if given."""
    changed = [
        name for name in names or exercise.varied_names if getattr(p, name) != getattr(exercise.parameters, name)
    ]
    texts = (f"{name} = {getattr(p, name):.6g} {exercise.units.get(name, '')}" for name in changed if name != "seed")
    return " and ".join(text.strip() for text in texts) or "another seed"


def in_this_run(exercise: Exercise, diagnosis: Diagnosis, p: Parameters) -> Diagnosis:
    """What a command shows at other parameters: values of a step are said to be those of that run."""
    setting = changed_values(exercise, p)
    if len(setting) > LONG:
        setting = "other parameters"
    means = re.sub(r"(?<![^.] )\bAt step (?=\d)", f"With {setting}, at step ", diagnosis.message.means, count=1)
    return replace(diagnosis, message=replace(diagnosis.message, means=means))


def that_matter(exercise: Exercise, part: Part, source: str, p: Parameters, rerun: Rerun | None) -> list[str]:
    """Those of the varied parameters that, changed alone to their values in ``p``, make the answer wrong."""
    if rerun is None:
        return []
    joined = exercise.joined_names
    together = tuple(name for name in exercise.varied_names if name in joined)
    groups = [together, *((name,) for name in exercise.varied_names if name not in joined)]
    settings = {group: with_only(exercise, p, group) for group in groups if group}
    return [
        name
        for group, setting in settings.items()
        if not part_is_right(exercise, part, setting, rerun.attempt([source], setting, False)[0])
        for name in group
    ]


def with_only(exercise: Exercise, p: Parameters, names: Sequence[str]) -> Parameters:
    """The shown parameters, of which these are as in ``p``."""
    joined = exercise.joined_names if set(names) & set(exercise.joined_names) else ()
    return replace(exercise.parameters, **{name: getattr(p, name) for name in {*names, *joined}})
