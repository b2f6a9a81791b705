"""The additional wheels for Python in the browser: the course's, and those of the sliders."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
import tomllib
from pathlib import Path

from grading.current_course import COURSE
from grading.errors import SiteError
from grading.paths import ROOT

WIDGETS = ("ipywidgets", "comm")
DATA = ("*.mplstyle", "*.json", "*.toml", "py.typed")
EPOCH = "1767225600"  # seconds: the time of every file of a wheel, the first of January 2026
PROJECT = """\
[build-system]
requires = ["setuptools"]
build-backend = "setuptools.build_meta"

[project]
name = "{name}"
version = "{version}"

[tool.setuptools.packages.find]
include = ["{package}*", "slipcheck*"]

[tool.setuptools.package-data]
"*" = {data}
"""


def course_wheel(into: Path) -> Path:
    """Build the wheel of the course and the engine: the same bytes each time. Raises SiteError."""
    settings = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    with tempfile.TemporaryDirectory() as scratch:
        source = Path(scratch)
        for package in (COURSE.package_folder, ROOT / "slipcheck"):
            shutil.copytree(package, source / package.name, ignore=shutil.ignore_patterns("__pycache__"))
        text = PROJECT.format(
            name=f"{COURSE.course_id}-course", version=settings["version"], package=COURSE.package, data=list(DATA)
        )
        (source / "pyproject.toml").write_text(text, encoding="utf-8")
        options = ["--no-deps", "--no-build-isolation", "--no-index", "-w", str(into)]
        pip(sys.executable, "wheel", *options, str(source))
    return next(into.glob(f"{COURSE.course_id}_course-*.whl"))


def widget_wheels(python: Path, into: Path) -> list[Path]:
    """The wheels of the versions that ``python`` has installed; fetched once. Raises SiteError."""
    code = "import importlib.metadata as m, sys; print(*(f'{n}=={m.version(n)}' for n in sys.argv[1:]))"
    found = subprocess.run([str(python), "-c", code, *WIDGETS], capture_output=True, text=True, check=True)
    wheels = []
    for pinned in found.stdout.split():
        pattern = f"{pinned.replace('==', '-')}-*.whl"
        if not any(into.glob(pattern)):
            pip(str(python), "download", "--no-deps", "--only-binary", ":all:", "-d", str(into), pinned)
        wheels.append(next(into.glob(pattern)))
    return wheels


def pip(python: str, *words: str) -> None:
    """Run pip. Raises SiteError with what it said where it fails."""
    environment = {**os.environ, "SOURCE_DATE_EPOCH": EPOCH}
    command = [python, "-m", "pip", *words[:1], "-q", "--disable-pip-version-check", *words[1:]]
    done = subprocess.run(command, capture_output=True, text=True, env=environment)
    if done.returncode:
        raise SiteError(f"pip failed:\n{done.stdout}{done.stderr}".strip())
