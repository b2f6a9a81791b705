"""One zip for students without Git: notebooks, the course's package, how to start and hand in. ``make bundle``."""

from __future__ import annotations

import re
import zipfile
from pathlib import Path

from grading.current_course import COURSE
from grading.paths import ASSIGNMENT, NOTEBOOKS, ROOT

TARGET = COURSE.folder / "build" / f"{ASSIGNMENT}.zip"
HERE = Path(__file__).resolve().parent / "start_files"
START_FILES = {  # in the zip, and here
    "START_HERE.txt": "START_HERE.txt",
    "start_on_windows.bat": "start.bat",
    "start_on_mac.command": "start.sh",
    "start_on_linux.sh": "start.sh",
}
WORDS = {
    "first": COURSE.stems[0],
    "package": COURSE.package,
    "assignment": ASSIGNMENT,
    "packages": "jupyterlab numpy matplotlib ipywidgets",
}


def write_bundle(target: Path = TARGET) -> Path:
    """Write the zip: the same bytes each time."""
    target.parent.mkdir(parents=True, exist_ok=True)
    files = {notebook.name: notebook for notebook in sorted(NOTEBOOKS.glob("*.ipynb"))}
    for package in (COURSE.package_folder, ROOT / "slipcheck"):
        for path in sorted(package.rglob("*")):
            if path.is_file() and path.suffix in (".py", ".mplstyle", ".json", ".toml"):
                files[path.relative_to(package.parent).as_posix()] = path
    files["LICENSE"] = ROOT / "LICENSE"
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as bundle:
        for name, source in START_FILES.items():
            _add(bundle, name, start_file(source))
        for name, path in files.items():
            _add(bundle, name, path.read_bytes())
    return target


def start_file(source: str) -> bytes:
    """A file that starts the notebooks or says how, with this course's names and the line ends of its system."""
    text = re.sub(r"\{\{(\w+)\}\}", lambda name: WORDS[name[1]], (HERE / source).read_text(encoding="utf-8"))
    return text.replace("\n", "\n" if source.endswith(".sh") else "\r\n").encode()


def _add(bundle: zipfile.ZipFile, name: str, content: bytes) -> None:
    entry = zipfile.ZipInfo(f"{ASSIGNMENT}/{name}", date_time=(2026, 1, 1, 0, 0, 0))
    entry.compress_type = zipfile.ZIP_DEFLATED
    entry.create_system = 3  # Unix: then unpacking keeps the right to run
    entry.external_attr = (0o755 if content.startswith(b"#!") else 0o644) << 16
    bundle.writestr(entry, content)
