"""docs/slips.md: every slip with its message, for instructors. ``make slips``."""

from __future__ import annotations

from pathlib import Path

from grading.course import COURSE
from slipcheck.diagnose.python_errors import TABLE as FAILURES
from slipcheck.diagnose.source_patterns import rows as general_rows
from slipcheck.diagnose.standstill import table as standstill_table

TARGET = COURSE.folder / "docs" / "slips.md"
INTRODUCTION = """\
# The slips that the checks know

Made by `make slips` from the same tables that the checks use. Where a wrong answer behaves like one of these, the
student reads its message: what was seen, what it means, what to try next. Where it behaves like none, a check tries
single changes of the right formula (a name, an operator, a number, a bracket), numbers typed in where a name belongs,
and at last says from the data alone where the answer leaves the right values.
"""


def write() -> Path:
    """Write the page to its place."""
    TARGET.parent.mkdir(exist_ok=True)
    TARGET.write_text(page(), encoding="utf-8")
    return TARGET


def page() -> str:
    """The whole page."""
    parts = [INTRODUCTION]
    for number in COURSE.numbers:
        exercise = COURSE.exercise(number)
        rows = dict.fromkeys((slip.name, str(slip.message)) for slip in exercise.slips)
        parts.append(f"## Exercise {number}: {exercise.title}\n\n{_table(rows)}")
    last = COURSE.exercise(COURSE.numbers[-1])
    states = (COURSE.exercise(number).state for number in COURSE.numbers)
    state = next(filter(None, states), None)
    standstill = standstill_table(state.symbol) if state else ()
    general = [(name, str(message)) for name, _, message in (*general_rows(last), *standstill)]
    parts.append(f"## In every exercise\n\n{_table(general)}")
    failures = [(slip, f"{means} {advice}") for _, _, slip, means, advice in FAILURES]
    parts.append(
        f"## Where the code stops\n\nThe message begins with the line and Python's own words.\n\n{_table(failures)}"
    )
    return "\n".join(parts)


def _table(rows) -> str:
    lines = ["| slip | message |", "|---|---|"]
    lines += [f"| {name} | {message.replace('|', chr(92) + '|')} |" for name, message in rows]
    return "\n".join(lines) + "\n"
