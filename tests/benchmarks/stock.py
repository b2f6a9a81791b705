"""The whole suite of tests/hostile through stock nbgrader and through this engine, kind by kind.

``python -m tests.benchmarks.stock [EVERY]``: with a number, only every so many entries are run. "no marks" are
submissions that were not graded or not in time; "leaks" show a secret, active markup, or the word that an attack got
through.
"""

from __future__ import annotations

import sys
import tempfile
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from grading.paths import use_environment
from tests.hostile import MODULES, OF_FILES, Attack, canary, concealed, honest, honest_figures, honest_forms, odd_files
from tests.hostile.build import right
from tests.hostile.test_hostile import Graded, untouched_pages
from tests.support import stock
from tests.support.stock import Outcome

HOSTILE = {module: module.ATTACKS for module in MODULES} | {module: module.TRICKS for module in OF_FILES}
WELL_MEANT = {each: each.HONEST for each in (honest, honest_forms, honest_figures, concealed)}
WELL_MEANT |= {odd_files: odd_files.ODD_FILES}
RIGHT = Attack("right answer", 4, right(4), earned=4)
AT_ONCE = 2
STEP = 20  # entries, until the next word


def chosen(kinds: dict, every: int) -> list[tuple[str, object]]:
    """Name of the kind and entry, of every so many entries."""
    return [(kind.__name__.rpartition(".")[2], entry) for kind, entries in kinds.items() for entry in entries][::every]


def by_stock(entries: list) -> list[Outcome]:
    """Raises RuntimeError where an honest answer does not get its points, since nothing is measured then."""
    with stock.prepared() as course, ThreadPoolExecutor(AT_ONCE) as pool:
        untouched = stock.page_of_untouched(course)
        open_way = stock.outcome(course, "right", RIGHT, untouched)
        if open_way != Outcome(RIGHT.earned):
            raise RuntimeError(f"stock nbgrader on a right answer: {open_way}, not {RIGHT.earned} points")
        start, found = time.monotonic(), []
        for each in pool.map(lambda entry: stock.outcome(course, "student", entry, untouched), entries):
            found.append(each)
            if len(found) % STEP == 0:
                print(f"{len(found)} of {len(entries)}: {time.monotonic() - start:.0f} s", file=sys.stderr)
        return found


def by_ours(entries: list) -> list[Outcome]:
    with tempfile.TemporaryDirectory(prefix="lif-ours-") as top:
        done = Graded(Path(top), entries)
        told = canary.leaks(done.course, untouched_pages(done.course))
    if done.changed:
        print("changed from within the sandbox: " + ", ".join(done.changed))
    of = {student: [line for line in told if f"/{student}/" in line.partition(":")[0]] for student in done.entries}
    return [Outcome(done.points.get(s) or 0, s not in done.results, of[s]) for s in done.entries]


def counts(entries: list, outcomes: list[Outcome]) -> tuple[int, int, int]:
    """How many got unearned marks, were not graded, and show what they must not."""
    unearned = sum(found.score > entry.earned for entry, found in zip(entries, outcomes, strict=True))
    return unearned, sum(found.lost for found in outcomes), sum(bool(found.leaks) for found in outcomes)


def refused(entries: list, outcomes: list[Outcome]) -> tuple[int]:
    return (sum(found.score != entry.earned for entry, found in zip(entries, outcomes, strict=True)),)


def table(first: str, columns: tuple[str, ...], rows: list[tuple], count) -> str:
    """A line a kind; ``rows`` are kind, entry, outcome by stock, outcome by ours."""
    named, width = "".join(f"{column:>10}" for column in columns), 10 * len(columns)
    lines = [f"\n{'':22}   {'stock':>{width}}   {'ours':>{width}}"]
    lines.append(f"{first:15}{'number':>7}   {named}   {named}")
    for kind in dict.fromkeys([*(row[0] for row in rows), "all"]):
        _, entries, *sides = zip(*(row for row in rows if kind in (row[0], "all")), strict=True)
        cells = ["".join(f"{number:10}" for number in count(entries, side)) for side in sides]
        lines.append(f"{kind:15}{len(entries):7}   " + "   ".join(cells))
    return "\n".join(lines)


def main(every: int = 1) -> None:
    use_environment()
    hostile, meant = chosen(HOSTILE, every), chosen(WELL_MEANT, every)
    kinds, entries = zip(*hostile, *meant, strict=True)
    start = time.monotonic()
    rows = list(zip(kinds, entries, by_stock(entries), by_ours(entries), strict=True))
    attacks, good = rows[: len(hostile)], rows[len(hostile) :]
    print(f"\nstock nbgrader and this engine: {len(entries)} submissions, {time.monotonic() - start:.0f} s")
    print(table("attacks", ("unearned", "no marks", "leaks"), attacks, counts))
    print("unearned by stock: " + " · ".join(row[1].name for row in attacks if row[2].score > row[1].earned))
    print(table("honest", ("refused",), good, refused))
    print("refused by stock: " + " · ".join(row[1].name for row in good if row[2].score != row[1].earned))


if __name__ == "__main__":
    main(*map(int, sys.argv[1:]))
