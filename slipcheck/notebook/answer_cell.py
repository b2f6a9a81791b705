"""Find the answer among the cells that were run, and what it uses from other cells."""

from __future__ import annotations

import re
import time

from slipcheck.answer_rule import FoundAnswer, How, begins_answer, find_answer, is_given
from slipcheck.course import Course
from slipcheck.observe.other_cells import offered

from .run_cells import RunCell, cells, shell

ELSEWHERE = (How.COMMENT, How.NEWER, How.BESIDE, How.LAST)


def find(course: Course, number: int, ran: list[RunCell] | None = None) -> FoundAnswer | None:
    """The answer to an exercise among the cells as last run; None before any was run."""
    return find_answer(course, number, as_last_run(number, ran))


def as_last_run(number: int, ran: list[RunCell] | None = None) -> list[RunCell]:
    """Of a cell that was run again, the last run. Without names, all with the exercise's comment count as one."""
    ran = cells() if ran is None else ran
    names = [cell.name or ("answer" if begins_answer(number, cell.source) else "") for cell in ran]
    last = {name: k for k, name in enumerate(names) if name}
    return [cell for k, cell in enumerate(ran) if not names[k] or last[names[k]] == k]


def described(number: int, answer: FoundAnswer, now: float | None = None) -> str:
    """A sentence on the cells in which the answer was found, for the student."""
    ran = as_last_run(number)
    parts = [ran[k] for k in answer.places]
    lines = len(answer.text.strip().splitlines())
    size = "1 line" if lines == 1 else f"{lines} lines"
    ago = _ago((time.time() if now is None else now) - min(cell.when for cell in parts), all(p.when for p in parts))
    first = first_line(parts[0].source)
    if len(parts) > 1:
        said = f"I checked {len(parts)} cells together ({size}), as you last ran them{ago}. They start with `{first}`."
    else:
        said = f"I checked the cell that starts with `{first}` ({size}), as you last ran it{ago}."
    if answer.how in ELSEWHERE:
        said += " It is not the given answer cell. If your answer is in that one, run it first."
        said += " A cell of your own counts if it is above this check."
    return said


def _ago(seconds: float, is_known: bool) -> str:
    """How long ago, in words; nothing for less than a minute.

    >>> _ago(130, True), _ago(20, True), _ago(7300, True)
    (' 2 minutes ago', '', ' 2 hours ago')
    """
    if not is_known or seconds < 60:
        return ""
    number, unit = (seconds / 60, "minute") if seconds < 3600 else (seconds / 3600, "hour")
    return f" {int(number)} {unit}{'s' if int(number) > 1 else ''} ago"


def first_line(source: str) -> str:
    """The first line of a cell that is not empty, without backticks.

    >>> first_line("\\n# Exercise 4\\nv = el")
    '# Exercise 4'
    """
    line = next((line.strip() for line in source.splitlines() if line.strip()), "")
    return re.sub("`", "'", line)[:60]


def surroundings(course: Course, answer: FoundAnswer | None) -> dict[str, object]:
    """Functions and classes that the student defined in other cells, and what was imported there.

    As in grading, what the notebook's own cells import is left out: each run gives the answer what it may have of it.
    """
    ipython = shell()
    if ipython is None:
        return {}
    others = [cell.source for cell in cells() if answer is None or cell.source != answer.text]
    return offered(ipython.user_ns, [source for source in others if not is_given(course, source)])
