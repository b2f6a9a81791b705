"""Grading a class, measured beside stock nbgrader and beside one warm process without a sandbox, in one run.

``python -m tests.benchmarks.grading [students of the large class]``
"""

from __future__ import annotations

import os
import resource
import subprocess
import sys
import tempfile
import threading
import time
from dataclasses import dataclass
from pathlib import Path

import psutil

from grading.demo_class import submission, write_demo
from grading.gradebook.reader import read_marks
from grading.paths import ASSIGNMENT, ROOT, stems, use_environment
from grading.submissions.course_notebooks import solved
from tests.support.stock import GRADE, prepare

FEW = {"stock": 4, "ours": 12, "warm": 12}  # students; the more, the less is laid on one by a disturbance
CLASS, SOME = 30, 50
TURNS = 3
ONE_CORE = {min(os.sched_getaffinity(0))}
WARM = """
import os, sys
from pathlib import Path
from grading.current_course import COURSE
from grading.execution import task
from grading.execution.workers import here
from grading.plan import Choice
from grading.grading_run import GradingRun
from grading.sandbox.inside.limits import RAN
from grading.sandbox.inside.runner import run_answer, warm_up
from grading.sandbox.sandbox import RunResult
warm_up(COURSE.style_name)
class Bare:
    has_stayed = False
    def run(self, job, wall):
        place = os.memfd_create("run")
        run_answer(job, place)
        size = os.lseek(place, 0, 2)
        os.lseek(place, 0, 0)
        with os.fdopen(place, "rb") as file:
            return RunResult(file.read(size), code=RAN)
task.own_sandbox = lambda confined=True: Bare()
GradingRun(Path(sys.argv[1]), here, Choice()).run()
"""


@dataclass
class Cost:
    wall: float
    cpu: float
    memory: float  # MB, the most that the grader had
    worker: float  # MB, the most that any process below it had


def hand_in(course: Path, students: range) -> None:
    """Right answers, no two of them the same text, and no two figures the same picture."""
    for k in students:
        for stem in stems():
            answer = solved(stem).replace("plt.show()", f'plt.title("handed in by student {k}")\nplt.show()')
            notebook = submission(stem, f"{answer}\n# handed in by student {k}", "The deviation is in volt.")
            write_demo(course / "submitted" / f"s{k:04d}" / ASSIGNMENT, stem, notebook)


def measured(words: list[str], cores: set[int] | None = None) -> Cost:
    """Run a program: its times, those of its children, and the largest memory of each."""
    before, began = resource.getrusage(resource.RUSAGE_CHILDREN), time.perf_counter()
    place = (lambda: os.sched_setaffinity(0, cores)) if cores else None
    process = subprocess.Popen(words, cwd=ROOT, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, preexec_fn=place)
    most, inside = {"grader": 0.0, "worker": 0.0}, {}
    watch = threading.Thread(target=_watch, args=(process, most, inside))
    watch.start()
    code = process.wait()
    watch.join()
    if code:
        raise RuntimeError(f"{words} ended with {code}")
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    cpu = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime + sum(inside.values())
    return Cost(time.perf_counter() - began, cpu, most["grader"], most["worker"])


def _watch(process: subprocess.Popen, most: dict[str, float], inside: dict[int, float]) -> None:
    """Note the largest memory, and the processor time within sandboxes: bubblewrap does not pass that on."""
    while process.poll() is None:
        try:
            top = psutil.Process(process.pid)
            most["grader"] = max(most["grader"], top.memory_info().rss / 1e6)
            for child in top.children(recursive=True):
                most["worker"] = max(most["worker"], child.memory_info().rss / 1e6)
                if child.name() != "bwrap" and psutil.Process(child.ppid()).name() == "bwrap":
                    used = child.cpu_times()
                    inside[child.pid] = used.user + used.system + used.children_user + used.children_system
        except psutil.Error:
            pass
        time.sleep(0.1)


def ours(course: Path, workers: int, cores: set[int] | None = None) -> Cost:
    return measured([sys.executable, "-m", "grading", str(course), "--workers", str(workers)], cores)


def marks(course: Path) -> dict:
    return {each.id: each.points for each in read_marks(f"sqlite:///{course}/gradebook.db").students}


def beside_stock(top: Path) -> None:
    """Processor time of a student of 14 notebooks, start of the programs left out by measuring two sizes.

    The three take turns, and of each the least disturbed measurement counts.
    """
    found: dict[str, dict[int, float]] = {"stock": {}, "ours": {}, "warm": {}}
    for turn in range(TURNS):
        for kind, sizes in found.items():
            for size in (1, 1 + FEW[kind]):
                course = top / f"{kind}{size}{turn}"
                hand_in(course, range(size))
                cost = measured([sys.executable, *_words(kind, course)], ONE_CORE).cpu
                sizes[size] = min(cost, sizes.get(size, cost))
    costs = {kind: (sizes[1 + FEW[kind]] - sizes[1]) / FEW[kind] for kind, sizes in found.items()}
    print("\nprocessor time of a student (14 notebooks, right answers, feedback pages included), on one core")
    print(f"  stock nbgrader                                   {costs['stock']:6.2f} s")
    print(f"  this engine, sandboxed                           {costs['ours']:6.2f} s")
    print(f"  the same runs in one warm process, no sandbox    {costs['warm']:6.2f} s")
    print(f"  stock / ours   {costs['stock'] / costs['ours']:5.1f}  (at least 18)")
    print(f"  ours / warm    {costs['ours'] / costs['warm']:5.2f}  (at most 1.2)")
    graded = {kind: marks(top / f"{kind}{1 + FEW[kind]}0") for kind in found}
    same = all(graded[kind][student] == points for kind in found for student, points in graded["stock"].items())
    print(f"  the same marks: {'yes' if same else 'NO'}")


def _words(kind: str, course: Path) -> list[str]:
    if kind == "ours":
        return ["-m", "grading", str(course), "--workers", "1"]
    if kind == "warm":
        return ["-c", WARM, str(course)]
    prepare(course)
    return ["-c", GRADE, str(course), "60", *sorted(os.listdir(course / "submitted"))]


def cores(top: Path) -> None:
    times = {}
    for workers in (1, 2):
        course = top / f"cores{workers}"
        hand_in(course, range(CLASS))
        times[workers] = ours(course, workers).wall
    print(f"\n{CLASS} students, start included: one worker {times[1]:.0f} s, two {times[2]:.0f} s")
    print(f"  two workers / one   {times[1] / times[2]:.2f}  (at least 1.7)")


def large(top: Path, students: int) -> None:
    costs = {}
    for size in (SOME, students):
        course = top / f"large{size}"
        hand_in(course, range(size))
        costs[size] = cost = ours(course, 2)
        print(
            f"\n{size} students ({14 * size} notebooks): {cost.wall:.0f} s, {cost.wall / size:.2f} s a student; memory "
            f"of the grader {cost.memory:.0f} MB (under 1000), of a worker {cost.worker:.0f} MB (under 600)"
        )
        wrong = sum(sum(each.values()) != 58 for each in marks(course).values())
        print(f"  marks that are not as expected: {wrong}")
    ratio = costs[students].wall / students / (costs[SOME].wall / SOME)
    print(f"  time of a student, {students} beside {SOME}: {ratio:.2f}  (at most 1.15)")
    course = top / f"large{students}"
    hand_in(course, range(1))
    changed = submission(stems()[3], solved(stems()[3]) + "\n# another", None)
    write_demo(course / "submitted" / "s0000" / ASSIGNMENT, stems()[3], changed)
    done = subprocess.run([sys.executable, "-m", "grading", str(course)], cwd=ROOT, capture_output=True, text=True)
    told = next(line for line in done.stdout.splitlines() if "were run" in line)
    print(f"  a second run with one changed notebook: {told}")


def main(students: int = 500) -> None:
    use_environment()
    with tempfile.TemporaryDirectory(prefix="lif-bench-") as top:
        beside_stock(Path(top))
        cores(Path(top))
        large(Path(top), students)


if __name__ == "__main__":
    main(*map(int, sys.argv[1:]))
