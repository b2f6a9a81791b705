"""One zip for students without Git: notebooks, the course's package, how to start and hand in. ``make bundle``."""

from __future__ import annotations

import zipfile
from pathlib import Path

from grading.course import COURSE
from grading.paths import ASSIGNMENT, NOTEBOOKS, ROOT

TARGET = COURSE.folder / "build" / f"{ASSIGNMENT}.zip"
FIRST = COURSE.stems[0]
START = f"""\
How to start
============
1. Unpack this zip into a folder of its own.
2. You need Python 3.11 or newer (python.org). In a terminal, in that folder:
       python -m pip install jupyterlab numpy matplotlib ipywidgets
       python -m jupyter lab
3. Open {FIRST}.ipynb and read on there. Keep the folders `{COURSE.package}` and `slipcheck` beside the notebooks.

How to hand in
==============
Save each notebook (Ctrl+S). Then run these two lines in a cell of any notebook in this folder:
       from {COURSE.package} import hand_in
       hand_in()
They say what is missing, and make {ASSIGNMENT}.zip with all your notebooks. Upload it where your instructor says.
"""


def build(target: Path = TARGET) -> Path:
    """Write the zip: the same bytes each time."""
    target.parent.mkdir(parents=True, exist_ok=True)
    files = {notebook.name: notebook for notebook in sorted(NOTEBOOKS.glob("*.ipynb"))}
    for package in (COURSE.folder / COURSE.package, ROOT / "slipcheck"):
        for path in sorted(package.rglob("*")):
            if path.is_file() and path.suffix in (".py", ".mplstyle", ".json", ".toml"):
                files[path.relative_to(package.parent).as_posix()] = path
    files["LICENSE"] = ROOT / "LICENSE"
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as bundle:
        _add(bundle, "START_HERE.txt", START.encode())
        for name, path in files.items():
            _add(bundle, name, path.read_bytes())
    return target


def _add(bundle: zipfile.ZipFile, name: str, content: bytes) -> None:
    entry = zipfile.ZipInfo(f"{ASSIGNMENT}/{name}", date_time=(2026, 1, 1, 0, 0, 0))
    entry.compress_type = zipfile.ZIP_DEFLATED
    entry.external_attr = 0o644 << 16
    bundle.writestr(entry, content)
