"""docs/slips.md: every message, with its cause and an answer that gets it. ``make slips``."""

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
Row = tuple[str, str, str, str]  # a cause, the answer's file, the marked line, the message
INTRODUCTION = """\
# What wrong answers are told

Made by `make slips`: the checks are run on wrong answers. For each message there is one answer that gets it, the line
that is marked, and what the student reads. Messages that differ only in their numbers and in pieces of code are
listed once for each exercise. The report counts the same causes.
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
        first = {(row[0], form(row[3])): row for row in reversed(of_exercise)}  # of each message the first row
        rows = sorted(first.values())
        shown = {row[0] for row in rows}
        rows += [(slip.name, "", "", str(slip.message)) for slip in exercise.slips if slip.name not in shown]
        parts.append(f"## Exercise {number}: {exercise.title}\n\n{_table(rows)}")
    return "\n".join(parts)


def _wrong_answers(number: int) -> list[Path]:
    return sorted((ANSWERS / f"{number:02d}").glob("wrong_*.py"))


def forms_of(page: str) -> set[str]:
    """The forms of all messages of a page."""
    rows = (re.split(r"(?<!\\)\|", line) for line in page.splitlines() if line.startswith("| "))
    return {form(row[-2].strip()) for row in rows}


def form(message: str) -> str:
    """A message without what changes from answer to answer.

    >>> form("Line 12: `v` is 3 times too small.") == form("Line 4: `v_n[0]` is 1.5 times too small.")
    True
    """
    without = re.sub(r"-?\d+(?:\.\d+)?(?:e[-+]?\d+)?", "0", re.sub(r"`[^`]*`", "``", _cell(message)))
    return re.sub(r"(?i)\blines? 0(?:, 0)*(?: (?:and|to) 0)*", "line 0", without)


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
            rows.append((diagnosis.cause, f"{path.parent.name}/{path.name}", line, str(diagnosis.message)))
    return rows


def _table(rows: list[Row]) -> str:
    lines = ["| cause | answer | the marked line | message |", "|---|---|---|---|"]
    lines += [f"| {name} | {_link(file)} | {_code(code)} | {_cell(message)} |" for name, file, code, message in rows]
    return "\n".join(lines) + "\n"


def _link(file: str) -> str:
    folder = (ANSWERS / file).relative_to(COURSE.folder).as_posix()
    return f"[{Path(file).stem.removeprefix('wrong_')}](../{folder})" if file else ""


def _code(text: str) -> str:
    return f"`{_cell(text.replace('`', chr(39)))}`" if text else ""


def _cell(text: str) -> str:
    return re.sub(r"\s+", " ", text).replace("|", "\\|")
