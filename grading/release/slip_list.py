"""docs/slips.md: every cause that messages name, with an answer that shows it. ``make slips``."""

from __future__ import annotations

import re
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path

from grading.current_course import COURSE
from grading.paths import cores
from slipcheck.assessment import assess
from slipcheck.runs import rerun_of, runs

TARGET = COURSE.folder / "docs" / "slips.md"
ANSWERS = COURSE.folder / "tests" / "answers"
HEADER = re.compile(r"(?m)\A(?:# (?:cause|expect|fix|right):.*\n)*")
Row = tuple[str, str, str]  # a cause, the marked line, the message
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
    """The whole page. The answers are checked by as many processes as this one may use processors."""
    parts = [INTRODUCTION]
    answers = [(number, path) for number in COURSE.numbers for path in _wrong_answers(number)]
    with ProcessPoolExecutor(cores()) as processes:
        told = list(processes.map(_told, answers, chunksize=4))
    for number in COURSE.numbers:
        exercise = COURSE.exercise(number)
        of_exercise = [row for (other, _), rows in zip(answers, told, strict=True) if other == number for row in rows]
        rows = sorted({row[0]: row for row in reversed(of_exercise)}.values())  # of each cause the first row
        rows += [(slip.name, "", str(slip.message)) for slip in exercise.slips if slip.name not in {r[0] for r in rows}]
        parts.append(f"## Exercise {number}: {exercise.title}\n\n{_table(rows)}")
    return "\n".join(parts)


def _wrong_answers(number: int) -> list[Path]:
    return sorted((ANSWERS / f"{number:02d}").glob("wrong_*.py"))


def _told(answer: tuple[int, Path]) -> list[Row]:
    """Of each cause that one of the collected answers shows: its name, the marked line, the message."""
    number, path = answer
    exercise = COURSE.exercise(number)
    cell = HEADER.sub("", path.read_text(encoding="utf-8"))
    verdict = assess(exercise, runs(exercise, cell), rerun=rerun_of(exercise, cell))
    rows = []
    for diagnosis in (part.diagnosis for part in verdict.parts):
        if diagnosis is not None and diagnosis.cause:
            line = diagnosis.spot.text.strip() if diagnosis.spot else ""
            rows.append((diagnosis.cause, line, str(diagnosis.message)))
    return rows


def _table(rows: list[Row]) -> str:
    lines = ["| cause | the marked line | message |", "|---|---|---|"]
    lines += [f"| {name} | {_code(code)} | {_cell(message)} |" for name, code, message in rows]
    return "\n".join(lines) + "\n"


def _code(text: str) -> str:
    return f"`{_cell(text.replace('`', chr(39)))}`" if text else ""


def _cell(text: str) -> str:
    return re.sub(r"\s+", " ", text).replace("|", "\\|")
