"""Say why a part is not right: a known slip if the answer behaves like one, else what the data alone shows."""

from __future__ import annotations

import builtins

import numpy as np

from slipcheck.exercise import Exercise, Message, Part
from slipcheck.judge.judge import Case, Named
from slipcheck.judge.parse import blank_lines
from slipcheck.verdict import Run

from .differences import difference
from .known_slips import find_slip
from .python_errors import in_plain_words
from .source_patterns import general_slip

Cause = tuple[str | None, Message]
PLAIN = ("invisible markers", "axis label", "no title", "legend", "legend too long")  # that leave no question


def untouched_message(exercise: Exercise) -> Message:
    """What is said of a cell that is still as it was given."""
    return Message(
        "The answer is not started yet.",
        "Its cell is still as it was given." if exercise.placeholders else "Each line of its cell is still a comment.",
        f"Read 'Your turn' again, change the cell and run it. For a first hint run hint({exercise.number}).",
    )


def failure_message(exercise: Exercise, run: Run) -> Cause:
    """What stopped the answer, in plain words with the line of the student's cell."""
    blanks = blank_lines(run.observation.source)
    failure = run.observation.failure or {}
    if blanks and failure["kind"] == "error":
        return "blank left", blank_message(blanks)
    return in_plain_words(failure, run.observation.overwritten)


def blank_message(lines: list[int]) -> Message:
    """What is said of the dots that are left in some lines."""
    where = "line " + str(lines[0]) if len(lines) == 1 else "lines " + ", ".join(map(str, lines))
    return Message(
        f"There is still a `...` in {where} of your cell.",
        "The three dots stand for something that you write.",
        "Replace them, then run the cell and check again.",
    )


def explain(case: Case, part: Part, objection: Named | None) -> Cause:
    """The slip, if it is a known one, and the message for a part that is not right."""
    observation = case.runs[0].observation
    if observation.failure:
        computed = part.quantities and all(case.candidates(case.runs[0], name) for name in part.quantities)
        slip = find_slip(case, part) if computed and not part.unseen_parameters else None
        return (slip.name, slip.message) if slip else failure_message(case.exercise, case.runs[0])
    blanks = blank_lines(observation.source)
    if blanks:
        return "blank left", blank_message(blanks)
    if observation.overwritten:
        return "overwritten", overwritten_message(observation.overwritten[0])
    if objection is not None and objection[0] in PLAIN:
        return objection
    slip = find_slip(case, part)
    if slip is None and objection is not None:
        return objection
    slip = slip or general_slip(case.exercise, observation)
    return (slip.name, slip.message) if slip is not None else _from_the_data(case, part)


def overwritten_message(name: str) -> Message:
    """What is said of a function whose name got a new value."""
    return Message(
        f"Your code gave the name `{name}` a new value, so the function behind it was gone.",
        "With = you replace a function; with brackets you call it. I have put it back.",
        "Call the function: its name, then the value in round brackets.",
    )


def _from_the_data(case: Case, part: Part) -> Cause:
    """A diagnosis of the first quantity that leaves the reference, from the data alone."""
    if part.unseen_parameters and case.hidden:
        return _without_details(case, part)
    for run in case.runs_of(part):
        cause = _cause_in(case, part, run)
        if cause is not None:
            return cause
    return None, Message(
        "This part needs the other one first.", "It cannot be judged yet.", "Start with the first part."
    )


def _cause_in(case: Case, part: Part, run: Run) -> Cause | None:
    """What one run shows: an error, wrong random numbers, or a quantity that leaves the reference."""
    if run.observation.failure:
        slip, message = in_plain_words(run.observation.failure, run.observation.overwritten)
        changed = changed_values(case.exercise, run)
        observed = f"With other parameters ({changed}) your code stops. {message.observed}"
        return slip, Message(observed, message.means, message.next)
    expected = case.expected(run, case.random_numbers(run, {}) or {})
    name = next((name for name in part.quantities if not case.matches(run, name, expected)), None)
    if name is None:
        return None
    wrong_numbers = case.diagnose_random_numbers(run)
    if wrong_numbers is not None:
        return wrong_numbers
    quantity = case.exercise.quantity(name)
    slip, message = difference(case.exercise, quantity, case.candidates(run, name), np.asarray(expected[name]), run)
    if part.unseen_parameters:
        observed = f"Run again with other parameters ({changed_values(case.exercise, run)}): {message.observed}"
        message = Message(observed, message.means, message.next)
    return slip, message


def _without_details(case: Case, part: Part) -> Cause:
    """For parameters that nobody is to learn of."""
    number = case.exercise.number
    failed = [run.observation.failure for run in case.runs_of(part) if run.observation.failure]
    advice = f'Run check({number}, "{part.name}") in your notebook: there it says more.'
    if not case.runs_of(part):
        observed = "This part was not run at other parameters."
        return "not run", Message(observed, "The first run did not come to its end.", advice)
    if not failed:
        observed = "With other parameters your answer gives other values than the exercise asks for."
        return "other values", Message(observed, "Something in it does not follow when a parameter changes.", advice)
    kind = failed[0]["type"] if isinstance(getattr(builtins, failed[0]["type"], None), type) else "an error"
    observed = f"With other parameters your code stops with {kind}."
    return "error", Message(observed, "At the shown ones it may not.", advice)


def changed_values(exercise: Exercise, run: Run) -> str:
    """The parameters in which a run differs from the shown one, in words."""
    names = [name for name in exercise.varied_names if getattr(run.p, name) != getattr(exercise.shown, name)]
    return ", ".join(f"{name} = {getattr(run.p, name):.3g}" for name in names if name != "seed") or "another seed"
