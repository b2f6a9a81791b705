"""The student's front door: find the answer cell just run, observe it, judge it, show the verdict."""

from __future__ import annotations

import os
import random
import re
from collections.abc import Callable, Mapping
from functools import cache

from . import answer
from .exercise import Exercise
from .exercises import exercise
from .judge import PartVerdict, Run, Verdict, is_untouched, judge
from .model import Parameters
from .observe import Observation, observe
from .panel import NotYet, Panel

Look = Callable[[Parameters, Mapping[str, float], float], Observation]
OTHERS = 2  # runs at other parameters
STOPPED = (
    "syntax",
    "endless",
    "output",
    "stopped",
    "ended",
    "memory",
    "tampered",
)  # after these there is no further run
SECONDS = 5.0  # of processor time, for a run of the answer


def check(number: int, part: str | None = None) -> None:
    """Run the answer of an exercise and show what is right and what is not yet.

    ``part`` names one graded part. Raises NotYet, shown as one line, unless all that was checked is right.
    """
    wanted, source = _asked(number, part)
    if part is None and os.environ.get("NBGRADER_EXECUTION") == "autograde":
        return  # the graded parts follow, each with its own panel
    verdict = judge(wanted, runs(wanted, source, answer.surroundings(source)))
    chosen = [found for found in verdict.parts if part in (None, found.part.name)]
    panel(verdict, chosen, source).show()
    right = sum(found.right for found in chosen)
    if right < len(chosen):
        raise NotYet(f"Exercise {number}: {right} of {len(chosen)} checks right so far.")


def _asked(number: int, part: str | None) -> tuple[Exercise, str]:
    try:
        wanted = exercise(number)
        if part is not None:
            wanted.part(part)
    except KeyError as unknown:
        raise NotYet(unknown.args[0]) from None
    source = answer.find(number)
    if source is None:
        raise NotYet(f"The answer cell of exercise {number} was not run yet. Run it first, then check again.")
    return wanted, source


def runs(wanted: Exercise, source: str, surroundings: dict | None = None) -> list[Run]:
    """The answer as written, and at other parameters, always the same ones in a notebook."""

    def look(p: Parameters, replacing: Mapping[str, float], seconds: float) -> Observation:
        values = wanted.values(p) if replacing else {name: getattr(p, name) for name in wanted.given}
        return observe(source, values, replacing=replacing, surroundings=surroundings, seconds=seconds)

    return run_all(wanted, source, look, others(wanted.number))


@cache
def others(number: int) -> list[Parameters]:
    """The other parameters of an exercise in its notebook."""
    chance, wanted = random.Random(number), exercise(number)
    return [wanted.draw(chance) for _ in range(OTHERS)]


def run_all(wanted: Exercise, source: str, look: Look, settings: list[Parameters]) -> list[Run]:
    """The answer as written and, where that came to an end, at other ``settings``; ``look`` makes one observation."""
    first = look(wanted.shown, {}, SECONDS)
    made = [Run(wanted.shown, first)]
    stopped = first.failure and first.failure["kind"] in STOPPED
    if not wanted.varied or stopped or is_untouched(wanted, source):
        return made
    return made + [Run(p, look(p, names(wanted), SECONDS / 2)) for p in settings]


def names(wanted: Exercise) -> dict[str, float]:
    """What a run at other parameters replaces where the answer assigns it, the given names too, as the text has it."""
    return wanted.values(wanted.shown)


HEADLINES = {
    "right": "right",
    "partly": "partly right",
    "wrong": "not right yet",
    "untouched": "not started yet",
    "syntax": "Python cannot read it",
    "crashed": "it stops with an error",
    "endless": "it does not come to an end",
    "failed": "it could not be graded",
}


def panel(verdict: Verdict, chosen: list[PartVerdict], source: str) -> Panel:
    """The verdict on the chosen parts, for the student."""
    number, right = verdict.exercise.number, all(found.right for found in chosen)
    state = HEADLINES["right" if right else verdict.state if verdict.state != "right" else "wrong"]
    if not right and len(chosen) == 1 and verdict.state == "partly":
        state = HEADLINES["wrong"]
    earned, total = (sum(found.part.points for found in chosen if found.right or every) for every in (False, True))
    shown = Panel(f"Exercise {number}: {state} · {earned} of {total} points", "good" if right else "open")
    if not right:
        shown.paragraphs.append(f"Checked was the cell that begins with `{first_line(source)}`.")
    told = []
    for found in chosen:
        more = []
        if not found.right and found.message not in told:
            told.append(found.message)
            more = [found.message.seen, found.message.means, found.message.next]
        sign, word = ("✓", "") if found.right else ("✗", "not yet: ")
        shown.items.append((sign, f"{word}{found.part.title} ({points(found.part.points)})", more))
    shown.closing += [f"Note: {note}" for note in verdict.notes]
    if right and len(chosen) == len(verdict.parts):
        shown.closing.append(f"Another way to write it: {verdict.exercise.another}")
    return shown


def points(number: int) -> str:
    return "1 point" if number == 1 else f"{number} points"


def first_line(source: str) -> str:
    """The first line of a cell that is not empty, without backticks.

    >>> first_line("\\n# Exercise 4\\nv = el")
    '# Exercise 4'
    """
    line = next((line.strip() for line in source.splitlines() if line.strip()), "")
    return re.sub("`", "'", line)[:60]
