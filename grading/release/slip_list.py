"""docs/slips.md: every cause that messages name, with an answer that shows it. ``make slips``."""

from __future__ import annotations

import re
from pathlib import Path

from grading.current_course import COURSE
from slipcheck.assessment import assess
from slipcheck.exercise import Exercise
from slipcheck.runs import rerun_of, runs

TARGET = COURSE.folder / "docs" / "slips.md"
ANSWERS = COURSE.folder / "tests" / "answers"
HEADER = re.compile(r"(?m)\A(?:# (?:cause|expect|fix|right):.*\n)*")
INTRODUCTION = """\
# What wrong answers are told

Made by `make slips`: the checks are run on wrong answers, and of each cause that an exercise knows one answer is shown,
with the line that is marked and the message that the student reads. The same causes are counted in the report.
"""


def write_slips() -> Path:
    """Write the page to its place."""
    TARGET.parent.mkdir(exist_ok=True)
    TARGET.write_text(slips_page(), encoding="utf-8")
    return TARGET


def slips_page() -> str:
    """The whole page."""
    parts = [INTRODUCTION]
    for number in COURSE.numbers:
        exercise = COURSE.exercise(number)
        rows = _told(exercise)
        rows += [(slip.name, "", str(slip.message)) for slip in exercise.slips if slip.name not in {r[0] for r in rows}]
        parts.append(f"## Exercise {number}: {exercise.title}\n\n{_table(rows)}")
    return "\n".join(parts)


def _told(exercise: Exercise) -> list[tuple[str, str, str]]:
    """Of each cause that the collected answers show: its name, the marked line, the message."""
    rows: dict[str, tuple[str, str, str]] = {}
    for path in sorted((ANSWERS / f"{exercise.number:02d}").glob("wrong_*.py")):
        cell = HEADER.sub("", path.read_text(encoding="utf-8"))
        verdict = assess(exercise, runs(exercise, cell), rerun=rerun_of(exercise, cell))
        for part in verdict.parts:
            diagnosis = part.diagnosis
            if diagnosis is not None and diagnosis.cause and diagnosis.cause not in rows:
                line = diagnosis.spot.text.strip() if diagnosis.spot else ""
                rows[diagnosis.cause] = (diagnosis.cause, line, str(diagnosis.message))
    return [rows[name] for name in sorted(rows)]


def _table(rows: list[tuple[str, str, str]]) -> str:
    lines = ["| cause | the marked line | message |", "|---|---|---|"]
    lines += [f"| {name} | {_code(code)} | {_cell(message)} |" for name, code, message in rows]
    return "\n".join(lines) + "\n"


def _code(text: str) -> str:
    return f"`{_cell(text.replace('`', chr(39)))}`" if text else ""


def _cell(text: str) -> str:
    return re.sub(r"\s+", " ", text).replace("|", "\\|")
