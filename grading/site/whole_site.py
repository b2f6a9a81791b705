"""Build the site: JupyterLite with the student notebooks, the course's wheel and a start page. ``make site``."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import tempfile
from pathlib import Path
from typing import Any

from grading.current_course import COURSE
from grading.environment import program_of
from grading.errors import SiteError
from grading.paths import NOTEBOOKS, ROOT

from .configuration import PACKAGES, build_settings, free_arrows, overrides, page_settings
from .pyodide_files import copy_needed
from .start_page import start_page
from .wheels import EPOCH, course_wheel, widget_wheels

TARGET = COURSE.folder / "build" / "site"
ENVIRONMENT = ROOT / ".venv-site"
WHEELS = Path("static", "wheels")
UNNEEDED = ("*.map", "*.LICENSE.txt.map")
BESIDE = Path(__file__).with_name("pages")  # files that go into the site as they are
SCRIPTS = '<script src="../progress.js"></script><script src="../keyboard.js"></script>'  # before JupyterLite's own
NO_SCRIPT = "<noscript>The course runs in your browser, and needs JavaScript. Please allow it for this page.</noscript>"


def write_site(target: Path = TARGET, pyodide: Path | None = None) -> Path:
    """Write the site into ``target``, whole or not at all, with ``pyodide``'s files in it where a folder is given.

    Raises SiteError.
    """
    python = program_of(ENVIRONMENT)
    if not python.exists():
        raise SiteError("The environment that builds the site is missing. `make site` makes it.")
    with tempfile.TemporaryDirectory() as scratch:
        made = Path(scratch, "site")
        wheels = Path(scratch, "wheels")
        wheels.mkdir()
        fetched = ENVIRONMENT / "wheels"
        fetched.mkdir(exist_ok=True)
        paths = [*widget_wheels(python, fetched), course_wheel(wheels)]
        _run_jupyterlite(python, Path(scratch), made, [path.name for path in paths], pyodide)
        (made / WHEELS).mkdir(parents=True)
        for path in paths:
            shutil.copy(path, made / WHEELS)
        _finish(made)
        _put_in_place(made, target)
    return target


def _run_jupyterlite(python: Path, scratch: Path, made: Path, wheels: list[str], pyodide: Path | None) -> None:
    """JupyterLite's own build, into ``made``."""
    folder = scratch / "lite"
    folder.mkdir()
    if pyodide is not None:
        copy_needed(pyodide, folder / "static" / "pyodide", PACKAGES)  # where JupyterLite looks for it
    contents = scratch / "contents"
    shutil.copytree(NOTEBOOKS, contents, ignore=shutil.ignore_patterns("*.zip", ".*"))
    _write(folder / "jupyter_lite_config.json", build_settings(contents, made))
    _write(folder / "jupyter-lite.json", page_settings(COURSE.title, wheels, pyodide is not None))
    _write(folder / "overrides.json", overrides())
    environment = {**os.environ, "SOURCE_DATE_EPOCH": EPOCH, "JUPYTER_CONFIG_DIR": str(scratch / "config")}
    command = [str(python), "-m", "jupyterlite_core", "build", "--lite-dir", str(folder)]
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True, env=environment)
    if done.returncode or not (made / "jupyter-lite.json").exists():
        raise SiteError(f"JupyterLite could not build the site:\n{(done.stdout + done.stderr)[-3000:]}")


def _finish(made: Path) -> None:
    """Take out what no browser asks for; the start page; what says that Python is loading."""
    for pattern in UNNEEDED:
        for path in made.rglob(pattern):
            path.unlink()
    schemas = made / "build" / "schemas" / "all.json"
    settings = json.loads(schemas.read_text(encoding="utf-8"))
    if not free_arrows(settings):
        raise SiteError("This JupyterLite gives its arrow keys other names: see grading/site/configuration.py.")
    schemas.write_text(json.dumps(settings), encoding="utf-8")
    for path in BESIDE.iterdir():
        shutil.copy(path, made / path.name)
    (made / "index.html").write_text(start_page(), encoding="utf-8")
    for page in made.glob("*/index.html"):
        text = page.read_text(encoding="utf-8")
        page.write_text(text.replace("<head>", f"<head>{SCRIPTS}", 1).replace("<body>", f"<body>{NO_SCRIPT}"), "utf-8")


def _put_in_place(made: Path, target: Path) -> None:
    target.parent.mkdir(parents=True, exist_ok=True)
    if target.exists():
        shutil.rmtree(target)
    shutil.copytree(made, target)


def _write(path: Path, settings: dict[str, Any]) -> None:
    path.write_text(json.dumps(settings, indent=1, sort_keys=True), encoding="utf-8")
