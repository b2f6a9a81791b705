"""The attacks on values, libraries and results, given to stock nbgrader: how many get marks that they did not earn.

``python -m tests.bench_stock``. Stock nbgrader runs them with its own rights, so all of it runs in bubblewrap here, and
attacks that would bring that down with them (processes, exits, exhaustion) are left out.
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
from pathlib import Path

from grading.course import ASSIGNMENT, ROOT, stems, use_environment
from grading.example import solved, submission, write
from grading.marks import read_marks

from .bench_grading import STOCK, _prepare_stock
from .hostile import Attack, equal, faked, forged, hidden, patched
from .hostile.notebooks import TRICKS
from .test_hostile import LONG, hand_in

ATTACKS = [attack for module in (equal, patched, faked, forged, hidden) for attack in module.ATTACKS]
HONEST = "honest"
EVERY = 2  # of them: stock nbgrader takes some seconds for each


def confined(course: Path, words: list[str]) -> list[str]:
    """Everything to be read, the course folder and nothing else to be written, no network."""
    options = ["--unshare-all", "--die-with-parent", "--new-session", "--ro-bind", "/", "/", "--dev", "/dev"]
    options += ["--proc", "/proc", "--tmpfs", "/tmp", "--tmpfs", "/run", "--bind", str(course), str(course)]
    settings = ["--setenv", "HOME", "/tmp", "--setenv", "TMPDIR", "/tmp", "--chdir", str(course)]
    return ["bwrap", *options, *settings, "--", *words]


def main() -> None:
    use_environment()
    entries = [entry for entry in (*ATTACKS, *TRICKS) if entry.name not in LONG][::EVERY]
    with tempfile.TemporaryDirectory(prefix="lif-stock-", dir=ROOT / "build") as top:
        course = Path(top)
        names = {f"s{k:03d}": entry for k, entry in enumerate(entries)}
        for student, entry in names.items():
            hand_in(course, student, entry)
        honest = submission(stems()[3], solved(stems()[3]))  # to see that the way there is open
        write(course / "submitted" / HONEST / ASSIGNMENT, stems()[3], honest)
        _prepare_stock(course)
        for student in (HONEST, *names):
            if not any((course / "submitted" / student / ASSIGNMENT).glob("*.ipynb")):
                continue
            words = confined(course, [sys.executable, "-c", STOCK, str(course), student])
            try:
                subprocess.run(words, capture_output=True, timeout=90)
            except subprocess.TimeoutExpired:
                pass
        marks = {each.student: each.score for each in read_marks(f"sqlite:///{course}/gradebook.db")[0]}
    if marks.get(HONEST) != 4:
        raise RuntimeError(f"an honest answer got {marks.get(HONEST)} points of 4: nothing is measured here")
    passed = [entry.name for student, entry in names.items() if marks.get(student, 0) > entry.earned]
    kinds = sum(isinstance(entry, Attack) for entry in names.values())
    print(f"stock nbgrader, {kinds} attacks and {len(names) - kinds} file tricks: {len(passed)} get unearned marks")
    print("  " + " · ".join(passed))


if __name__ == "__main__":
    main()
