"""Stock nbgrader on one submission, in a bubblewrap of its own: it runs student code with its own rights.

To be seen is everything but the home and the temporary files; to be written only a course folder, made for this one
submission; no network. Whatever the code starts ends with the sandbox. So it looks better here than at home.
"""

from __future__ import annotations

import contextlib
import os
import shutil
import subprocess
import sys
import tempfile
from dataclasses import dataclass, field
from pathlib import Path

from grading.demo_class import submission, write_demo
from grading.errors import GradebookError
from grading.gradebook.reader import read_marks
from grading.paths import ASSIGNMENT, ROOT
from grading.release.build import generate
from grading.sandbox import bubblewrap
from grading.sandbox.inside.limits import DEVICES
from grading.submissions.course_notebooks import solved
from tests.hostile import Attack, canary
from tests.hostile.build import stem
from tests.hostile.test_hostile import hand_in, untouched_pages

CELL, PATIENCE = 20, 75  # seconds: a cell, a submission
MEMORY, FILE, DISK = 3 << 30, 128 << 20, 1 << 30  # bytes: a process, a file, all that is in /tmp
PROCESSES = 1000
LIMITS = [f"--as={MEMORY}", f"--fsize={FILE}", f"--nproc={PROCESSES}", "--core=0"]
DONE = "autograde-came-to-its-end"
TOLD = ": other parameters ("  # told to students by the check itself, which stock nbgrader grades with
GRADE = f"""
import sys
from nbgrader.apps.api import NbGraderAPI
from nbgrader.coursedir import CourseDirectory
from traitlets.config import Config
config = Config()
config.CourseDirectory.root = sys.argv[1]
config.CourseDirectory.course_id = "lif"
config.Execute.timeout = int(sys.argv[2])
api = NbGraderAPI(CourseDirectory(config=config), config=config)
for student in sys.argv[3:]:
    if not api.autograde("{ASSIGNMENT}", student)["success"]:
        sys.exit(f"{{student}} was not graded")
    open(sys.argv[1] + "/{DONE}", "w").close()
    if not api.generate_feedback("{ASSIGNMENT}", student)["success"]:
        sys.exit(f"{{student}} has no feedback")
"""  # arguments: course, seconds for a cell, students


def prepare(course: Path) -> None:
    """Release and solutions, as stock nbgrader wants them."""
    generate(course / "release", f"sqlite:///{course}/gradebook.db")
    shutil.copytree(ROOT / "solutions", course / "source")


@dataclass
class Outcome:
    """A submission's points; whether there are none because it was not graded; what its pages show and must not."""

    score: float
    lost: bool = False
    leaks: list[str] = field(default_factory=list)


def confined(course: Path, words: list[str]) -> list[str]:
    """Also for root, who could write to kernel settings even without rights, and would not notice a limit."""
    words_for_root = ["--cap-drop", "ALL", "--ro-bind", "/proc/sys", "/proc/sys"]
    options = ["--unshare-all", "--die-with-parent", "--new-session", "--ro-bind", "/", "/", "--dev", "/dev"]
    for device in DEVICES:  # whose dates are this machine's own
        options += ["--remount-ro", device]
    options += ["--proc", "/proc", *words_for_root, "--tmpfs", "/run", "--tmpfs", str(Path.home())]
    for place in ("/tmp", "/dev/shm"):
        options += ["--size", str(DISK), "--tmpfs", place]
    for place in (sys.base_prefix, sys.prefix, str(ROOT)):
        options += ["--ro-bind", place, place]
    options += ["--bind", str(course), str(course), "--chdir", str(course)]
    return [bubblewrap.bubblewrap_programs()[0], *options, "--", "prlimit", *LIMITS, *words]


def environment() -> dict[str, str]:
    """None of the real one's secrets, and a secret that is known."""
    known = {"HOME": "/tmp", "TMPDIR": "/tmp", "LANG": "C.UTF-8", "COURSE_TOKEN": canary.MARKERS["environment"]}
    return {"PATH": os.environ["PATH"], **known}


@contextlib.contextmanager
def prepared():
    """A course as it is before grading: release and solutions, another student's right answer, secrets."""
    with tempfile.TemporaryDirectory(prefix="lif-stock-") as top:
        course = Path(top)
        write_demo(course / "submitted" / "ada" / ASSIGNMENT, stem(4), submission(stem(4), solved(stem(4))))
        prepare(course)
        planted = canary.plant(course, ROOT)
        try:
            yield course
        finally:
            canary.uproot(planted)


@contextlib.contextmanager
def graded(prepared: Path, student: str, entry):
    """A copy of this course after grading, with an entry that ``student`` handed in."""
    with tempfile.TemporaryDirectory(prefix="lif-stock-", ignore_cleanup_errors=True) as top:
        course = Path(top, "course")
        shutil.copytree(prepared, course)
        hand_in(course, student, entry)
        words = confined(course, [sys.executable, "-c", GRADE, str(course), str(CELL), student])
        with contextlib.suppress(subprocess.TimeoutExpired):
            silent = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
            subprocess.run(words, env=environment(), timeout=PATIENCE, **silent)
        yield course


def page_of_untouched(prepared: Path) -> str:
    with graded(prepared, "untouched", Attack("untouched", 4, None)) as course:
        return untouched_pages(course)


def outcome(prepared: Path, student: str, entry, untouched: str) -> Outcome:
    """What becomes of an entry; what is active in the ``untouched`` page is the pages' own."""
    with graded(prepared, student, entry) as course:
        score = _score(course, student)
        lost = not score and not (course / DONE).exists()
        found = canary.leaks(course, untouched)
        return Outcome(score, lost, [line for line in found if TOLD not in line])


def _score(course: Path, student: str) -> float:
    """As the gradebook has it; 0 where that is no gradebook any more."""
    try:
        marks = read_marks(f"sqlite:///{course}/gradebook.db").students
    except GradebookError:
        return 0
    return next((each.raw or 0 for each in marks if each.id == student), 0)
