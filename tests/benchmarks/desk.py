"""How fast the instructor's desk is, measured: ``python -m tests.benchmarks.desk``."""

from __future__ import annotations

import base64
import json
import random
import tempfile
import time
import zipfile
from pathlib import Path

from grading.demo_class import submission
from grading.lms.collect import collect
from grading.paths import stems

SIZE = 60_000  # bytes of a notebook, about


def canvas_zip(target: Path, students: int, seed: int = 1) -> None:
    """A made-up Canvas download: 14 notebooks a student, each of about SIZE bytes, all different."""
    rng = random.Random(seed)
    bodies = {stem: json.dumps(submission(stem, None), indent=1)[:-1] for stem in stems()}
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as archive:
        for student in range(1, students + 1):
            for k, (stem, body) in enumerate(bodies.items()):
                filling = base64.b64encode(rng.randbytes(max(SIZE - len(body), 1000) * 3 // 4)).decode()
                name = f"student{student}_{1000 + student}_{student * 100 + k + 1}_{stem}.ipynb"
                archive.writestr(name, f'{body.rstrip()}, "filling": "{filling}"}}\n')


def collecting(students: int = 500) -> float:
    """Seconds to collect a made-up class."""
    with tempfile.TemporaryDirectory() as folder:
        archive = Path(folder) / "submissions.zip"
        canvas_zip(archive, students)
        start, used = time.perf_counter(), time.process_time()
        report = collect(archive, Path(folder) / "course")
        taken, used = time.perf_counter() - start, time.process_time() - used
        if (found := report.total("new")) != 14 * students:
            raise RuntimeError(f"{found} notebooks were collected, not {14 * students}")
        start = time.perf_counter()
        collect(archive, Path(folder) / "course")
        again = time.perf_counter() - start
    about = f"{14 * students} notebooks of {students} students from a Canvas zip"
    print(f"collecting {about}: {taken:.1f} s (at most 20), of which the processor worked {used:.1f} s")
    print(f"collecting the same zip again, nothing new: {again:.1f} s")
    return taken


if __name__ == "__main__":
    collecting()
