"""Say why a part is not right: a known slip if the answer behaves like one, else what the data alone shows."""

from __future__ import annotations

import ast
import builtins
from collections.abc import Mapping, Sequence
from itertools import combinations

import numpy as np

from . import mutants
from .compare import difference
from .exercise import Exercise, Message, Part, Slip
from .failures import in_plain_words
from .general import general_slip
from .judge import Case, Run, ellipses
from .observe.rewrite import without_magics
from .standstill import standstill
from .typed import typed_number

Found = tuple[str | None, Message]
PLAIN = (
    "invisible markers",
    "axis label",
    "no title",
    "legend",
    "legend too long",
)  # that leave no question


def untouched_message(exercise: Exercise) -> Message:
    return Message(
        "The answer is not started yet.",
        "Its cell is still as it was given." if exercise.blanks else "Each line of its cell is still a comment.",
        f"Read 'Your turn' again, change the cell and run it. For a first hint run hint({exercise.number}).",
    )


def failure_message(exercise: Exercise, run: Run) -> Found:
    """What stopped the answer, in plain words with the line of the student's cell."""
    blanks = blank_lines(run.seen.source)
    if blanks and run.seen.failure["kind"] == "error":
        return "blank left", blank_message(blanks)
    return in_plain_words(run.seen.failure, run.seen.overwritten)


def blank_lines(source: str) -> list[int]:
    try:
        return sorted(set(ellipses(ast.parse(without_magics(source)))))
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        return []


def blank_message(lines: list[int]) -> Message:
    where = "line " + str(lines[0]) if len(lines) == 1 else "lines " + ", ".join(map(str, lines))
    return Message(
        f"There is still a `...` in {where} of your cell.",
        "The three dots stand for something that you write.",
        "Replace them, then run the cell and check again.",
    )


def explain(case: Case, part: Part, objection: tuple[str, Message] | None) -> Found:
    """The slip, if it is a known one, and the message for a part that is not right."""
    seen = case.runs[0].seen
    if seen.failure:
        computed = part.quantities and all(case.found(case.runs[0], name) for name in part.quantities)
        slip = find_slip(case, part) if computed and not part.others else None
        return (slip.name, slip.message) if slip else failure_message(case.exercise, case.runs[0])
    blanks = blank_lines(seen.source)
    if blanks:
        return "blank left", blank_message(blanks)
    if seen.overwritten:
        return "overwritten", overwritten_message(seen.overwritten[0])
    if objection is not None and objection[0] in PLAIN:
        return objection
    slip = find_slip(case, part)
    if slip is None and objection is not None:
        return objection
    slip = slip or general_slip(case.exercise, seen)
    return (slip.name, slip.message) if slip is not None else _from_the_data(case, part)


def overwritten_message(name: str) -> Message:
    return Message(
        f"Your code gave the name `{name}` a new value, so the function behind it was gone.",
        "With = you replace a function; with brackets you call it. I have put it back.",
        "Call the function: its name, then the value in round brackets.",
    )


def find_slip(case: Case, part: Part) -> Slip | None:
    """The slip whose variant the answer behaves like, or whose pattern it shows."""
    slips, seen = case.exercise.slips, case.runs[0].seen
    slips = [slip for slip in slips if not slip.parts or part.name in slip.parts]
    hits = [slip for slip in slips if slip.pattern and slip.pattern(seen, case.runs[0].p)]
    if not part.quantities or hits:
        return hits[0] if hits else None
    still = standstill(case, part)
    if still is not None:
        return still
    variants = [slip for slip in slips if slip.change is not None]
    for runs in (_smallest_first(case.runs), case.runs_of(part)):
        hits += [slip for slip in variants if _follows(case, runs, (*part.quantities, *part.beside), slip.change)]
        if hits:
            return _told_apart(hits, seen.source)
    return _typed(case, part) or _mutant(case, part) or _first_of_two(case, part, variants)


def _typed(case: Case, part: Part) -> Slip | None:
    """A number in the place of a name, where the answer is right as written and wrong at other parameters."""
    shown = case.runs[:1]
    readings = [{}, *(reading.change for reading in case.exercise.readings)]
    if not part.others or not any(case.behaves(shown, part.quantities, dict(reading)) for reading in readings):
        return None
    return typed_number(case.exercise, case.runs[0].seen.source) or _typed_in(case, part)


def _mutant(case: Case, part: Part) -> Slip | None:
    """The wrong formula, of those that differ in one piece from the right one, that the answer behaves like."""
    runs, source = _smallest_first(case.runs), case.runs[0].seen.source
    found = []
    for keyword, formula in case.exercise.formulas.items():
        found += [
            slip for slip in mutants.slips(keyword, formula) if _follows(case, runs, part.quantities, slip.change)
        ]
    return next((slip for slip in found if slip.source(source)), found[0] if found else None)


def _smallest_first(runs: list[Run]) -> list[Run]:
    """The runs that came to an end, so that a variant which does not fit is soon refused."""
    return sorted((run for run in runs if not run.seen.failure), key=lambda run: run.p.step_end * run.p.n)


def _follows(case: Case, runs: Sequence[Run], names: Sequence[str], change: Mapping[str, object]) -> bool:
    """Whether the answer behaves like the variant, under any reading."""
    readings = [{}, *(reading.change for reading in case.exercise.readings)]
    fitting = [reading for reading in readings if not set(reading) & set(change)]
    return bool(runs) and any(case.behaves(runs, names, {**reading, **change}) for reading in fitting)


def _first_of_two(case: Case, part: Part, variants: list[Slip]) -> Slip | None:
    """The first of two slips that explain the answer together; each must explain one of its quantities alone."""
    runs = _smallest_first(case.runs)
    some = [slip for slip in variants if any(_follows(case, runs, [name], slip.change) for name in part.quantities)]
    for one in some:
        for other in variants:
            both = {**one.change, **other.change}
            if len(both) == len(one.change) + len(other.change) and _follows(case, runs, part.quantities, both):
                return one
    return None


def _told_apart(hits: list[Slip], source: str) -> Slip:
    """Among slips that behave alike: the one whose source predicate holds, then the first without one."""
    for slip in hits:
        if slip.source is not None and slip.source(source):
            return slip
    return next((slip for slip in hits if slip.source is None), hits[0])


def _typed_in(case: Case, part: Part) -> Slip | None:
    """The slip of a number typed in where a name belongs: the answer follows the shown value of that name."""
    exercise, runs = case.exercise, [run for run in case.runs[1:] if not run.seen.failure]
    if not part.others or not runs:
        return None
    names = [name for name in exercise.varied if name != "seed"]
    for group in [*((name,) for name in names), *combinations(names, 2), tuple(names)]:
        if all(_follows_shown(case, run, part, group) for run in runs):
            return Slip(f"typed {' and '.join(group)}", typed_message(exercise, group, runs[0]))
    return None


def _follows_shown(case: Case, run: Run, part: Part, group: tuple[str, ...]) -> bool:
    for reading in [{}, *(dict(reading.change) for reading in case.exercise.readings)]:
        p = run.p.but(**{name: getattr(case.exercise.shown, name) for name in group})
        expected = case.expected(run, reading, p)
        if all(case.matches(run, name, expected) for name in part.quantities):
            return True
    return False


def typed_message(exercise: Exercise, group: tuple[str, ...], run: Run) -> Message:
    names = " and ".join(f"`{name}`" for name in group)
    shown = " and ".join(f"{getattr(exercise.shown, name):g}" for name in group)
    return Message(
        f"With other parameters your code still computes as if {names} were {shown}.",
        "A number is typed in where a name belongs, so your code cannot follow when the value changes.",
        f"Find that number in your lines and write the name instead ({names}).",
    )


def _from_the_data(case: Case, part: Part) -> Found:
    """A diagnosis of the first quantity that leaves the reference, from the data alone."""
    if part.others and case.hidden:
        return _without_details(case, part)
    for run in case.runs_of(part):
        if run.seen.failure:
            slip, message = in_plain_words(run.seen.failure, run.seen.overwritten)
            changed = changed_values(case.exercise, run)
            return slip, Message(
                f"With other parameters ({changed}) your code stops. {message.seen}", message.means, message.next
            )
        expected = case.expected(run, {})
        own = case.own(run, {})
        if own:
            expected = case.expected(run, own)
        for name in part.quantities:
            if not case.matches(run, name, expected):
                noise = case.noise(run)
                if noise is not None:
                    return noise
                slip, message = difference(
                    case.exercise.quantity(name), case.found(run, name), np.asarray(expected[name]), run
                )
                if part.others:
                    changed = changed_values(case.exercise, run)
                    message = Message(
                        f"Run again with other parameters ({changed}): {message.seen}", message.means, message.next
                    )
                return slip, message
    return None, Message(
        "This part needs the other one first.", "It cannot be judged yet.", "Start with the first part."
    )


def _without_details(case: Case, part: Part) -> Found:
    """For parameters that nobody is to learn of."""
    number, failed = case.exercise.number, [run.seen.failure for run in case.runs_of(part) if run.seen.failure]
    advice = f'Run check({number}, "{part.name}") in your notebook: there it says more.'
    if not case.runs_of(part):
        seen = "This part was not run at other parameters."
        return "not run", Message(seen, "The first run did not come to its end.", advice)
    if not failed:
        seen = "With other parameters your answer gives other values than the exercise asks for."
        return "other values", Message(seen, "Something in it does not follow when a parameter changes.", advice)
    kind = failed[0]["type"] if isinstance(getattr(builtins, failed[0]["type"], None), type) else "an error"
    seen = f"With other parameters your code stops with {kind}."
    return "error", Message(seen, "At the shown ones it may not.", advice)


def changed_values(exercise: Exercise, run: Run) -> str:
    """The parameters in which a run differs from the shown one, in words."""
    names = [name for name in exercise.varied if getattr(run.p, name) != getattr(exercise.shown, name)]
    return ", ".join(f"{name} = {getattr(run.p, name):.3g}" for name in names if name != "seed") or "another seed"
