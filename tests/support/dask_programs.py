"""Dask's scheduler and workers as programs on this machine."""

from __future__ import annotations

import contextlib
import os
import re
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import psutil

from grading.paths import ROOT

DASK = str(Path(sys.executable).parent / "dask")


@contextlib.contextmanager
def started(*words: str, log: Path) -> Iterator[subprocess.Popen]:
    """A program of Dask's in the background, its output in ``log``; in the end it is gone, and all that it started."""
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    with log.open("wb") as file:
        process = subprocess.Popen([DASK, *words], cwd=ROOT, env=environment, stdout=file, stderr=file)
    try:
        yield process
    finally:
        with contextlib.suppress(psutil.Error):
            for child in psutil.Process(process.pid).children(recursive=True):
                with contextlib.suppress(psutil.Error):
                    child.kill()
        process.kill()
        process.wait()


def found_in(log: Path, pattern: str, seconds: float = 60) -> str:
    """What a pattern matches in a log, once it is there. Raises AssertionError with the log where it does not come."""
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        match = re.search(pattern, log.read_text(encoding="utf-8", errors="replace"))
        if match:
            return match[1]
        time.sleep(0.1)
    raise AssertionError(log.read_text(encoding="utf-8", errors="replace"))
