"""Run student code with the grader's own rights: for machines without a sandbox, and only on request."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from grading.current_course import COURSE
from grading.paths import ROOT

from .bubblewrap import ENVIRONMENT
from .sandbox import RunResult

START = 30  # seconds that Python and its packages may take to start


class Unconfined:
    """Stands in for a Sandbox. Each run is a process of its own; nothing keeps it from the grader's files."""

    def run(self, job: dict, wall: float = 40.0) -> RunResult:
        """Run one job, as a Sandbox does."""
        began = time.monotonic()
        with tempfile.TemporaryDirectory(prefix="lif-run-") as scratch:
            given = Path(scratch) / "job.json"
            result = Path(scratch) / "result"
            given.write_text(json.dumps(job), encoding="utf-8")
            result.touch()
            words = [
                sys.executable,
                "-m",
                "grading.sandbox.inside.unconfined_run",
                str(given),
                str(result),
                COURSE.style_name,
            ]
            environment = {**os.environ, **{name: ENVIRONMENT[name] for name in ("MPLBACKEND", "OMP_NUM_THREADS")}}
            environment["PYTHONPATH"] = os.pathsep.join(dict.fromkeys((str(ROOT), str(COURSE.folder))))
            nothing = subprocess.DEVNULL
            process = subprocess.Popen(
                words, cwd=scratch, env=environment, stdin=nothing, stdout=nothing, stderr=nothing
            )
            try:
                code = process.wait(wall + START)
                timed_out = False
            except subprocess.TimeoutExpired:
                process.kill()
                code = process.wait()
                timed_out = True
            signal = -code if code < 0 else None
            return RunResult(
                result.read_bytes(), timed_out, signal, code if code >= 0 else None, time.monotonic() - began
            )
