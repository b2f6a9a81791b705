"""Made-up downloads for the tests of the instructor's side."""

from __future__ import annotations

import io
import json
import tempfile
import zipfile
from functools import cache
from pathlib import Path

from nbgrader.api import Gradebook

from grading.__main__ import main
from grading.config import database_of
from grading.demo_class import submission
from grading.gradebook.connection import COURSE_ID
from grading.lms import manifest
from grading.paths import ASSIGNMENT, stems, use_environment

STEMS = {int(stem[:2]): stem for stem in stems()}
NOON = (2026, 3, 1, 12, 0, 0)


@cache
def notebook(number: int, answer: str = "# Exercise") -> bytes:
    """A student's notebook with this answer in it."""
    return json.dumps(submission(STEMS[number], answer), indent=1).encode()


def name(number: int, end: str = "") -> str:
    return f"{STEMS[number]}{end}.ipynb"


def make_zip(path: Path, entries: dict[str, bytes], dates: dict[str, tuple] | None = None) -> Path:
    """A zip with these entries, all of one date but for ``dates``."""
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for entry, data in entries.items():
            about = zipfile.ZipInfo(entry, (dates or {}).get(entry, NOON))
            about.compress_type = zipfile.ZIP_DEFLATED
            archive.writestr(about, data)
    return path


def inner(entries: dict[str, bytes], packed: bool = False) -> bytes:
    """A zip that a student handed in."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED if packed else zipfile.ZIP_STORED) as archive:
        for entry, data in entries.items():
            archive.writestr(entry, data)
    return buffer.getvalue()


OLD, NEW = notebook(4, "# Exercise 4, old"), notebook(4, "# Exercise 4, new")
BOTH = inner({f"lif_part_1/{name(4)}": NEW, "lif_part_1/helpers.py": b"", f"__MACOSX/._{name(4)}": b"junk"})
CANVAS = {f"lovelaceada_12_34_{name(4)}": notebook(4)}  # what lies in Canvas's archive
GERMAN = (  # Moodle's worksheet
    "ID,Vollständiger Name,E-Mail-Adresse,Status,Bewertung,Bestwertung,"
    "Bewertung kann geändert werden,Zuletzt geändert\n"
    'Teilnehmer/in12,Ada,a@uni,Abgegeben,,"10,00",Ja,"Sonntag, 1. März 2026, 12:00"\n'
    'Teilnehmer/in13,Ben,b@uni,Abgegeben,"7,00","10,00",Ja,-\n'
    'Teilnehmer/in15,Evil,e@uni,Abgegeben,,"10,00",Nein,-\n'
)


def make_folder(folder: Path, files: dict[str, bytes]) -> Path:
    for path, data in files.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_bytes(data)
    return folder


def run(archive: Path, course: Path, capsys, *options: str) -> tuple[int, str]:
    """Exit code and print of ``python -m grading collect``."""
    code = main(["collect", str(archive), "--course", str(course), *options])
    return code, capsys.readouterr().out


def laid_out(course: Path) -> dict[str, set[int]]:
    """Which notebooks lie in submitted/, by student."""
    students: dict[str, set[int]] = {}
    for path in (course / "submitted").glob(f"*/{ASSIGNMENT}/*.ipynb"):
        students.setdefault(path.parent.parent.name, set()).add(int(path.name[:2]))
    return students


def submitted(course: Path, student: str, number: int) -> bytes:
    return (course / "submitted" / student / ASSIGNMENT / name(number)).read_bytes()


def earlier_versions(course: Path) -> set[bytes]:
    """Every earlier version in collected/."""
    return {path.read_bytes() for path in (course / manifest.FOLDER).rglob("*.ipynb")}


def everything(folder: Path) -> dict[str, bytes]:
    """All files and what is in them."""
    return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


@cache
def empty_gradebook() -> bytes:
    """A gradebook with nothing in it; making one takes nbgrader seconds."""
    use_environment()
    with tempfile.TemporaryDirectory() as folder:
        with Gradebook(database_of(Path(folder)), COURSE_ID):
            pass
        return (Path(folder) / "gradebook.db").read_bytes()


def course_with_gradebook(folder: Path) -> Path:
    """A course folder with an empty gradebook."""
    return make_folder(folder, {"gradebook.db": empty_gradebook()})
