"""A made-up class as files: its class list, and the zips that Canvas and Moodle would give for download."""

from __future__ import annotations

import csv
import io
import json
import zipfile
from collections.abc import Collection, Iterator
from pathlib import Path

import nbformat

from grading.demo_class import submission
from grading.lms.folder_names import plain_letters
from grading.paths import ASSIGNMENT, stems

from .made_class import DUE, Person, Work

Files = Iterator[tuple[str, bytes]]
ENDINGS = (".ipynb.txt", ".json", ".ipynb.json", ".ipynb.download")  # that browsers and mail programs make


def class_list(path: Path, people: list[Person]) -> Path:
    """What ``collect --roster`` takes, with the time when each student handed in."""
    with path.open("w", encoding="utf-8", newline="") as file:
        sheet = csv.writer(file)
        sheet.writerow(["id", "first_name", "last_name", "lms_user_id", "submitted"])
        for person in people:
            submitted = f"{person.sent:%Y-%m-%d %H:%M:%S} UTC"
            sheet.writerow([person.id, person.first, person.last, person.number, submitted])
    return path


def canvas_gradebook(path: Path, people: list[Person], highest: float) -> Path:
    """The CSV that Canvas exports and takes back, without marks."""
    with path.open("w", encoding="utf-8", newline="") as file:
        sheet = csv.writer(file)
        sheet.writerow(["Student", "ID", "SIS User ID", "SIS Login ID", "Section", f"{ASSIGNMENT} (99)"])
        sheet.writerow(["    Points Possible", "", "", "", "", f"{highest:g}"])
        for person in people:
            sheet.writerow([f"{person.last}, {person.first}", person.number, "", person.id, "One", ""])
    return path


def canvas_zip(path: Path, people: list[Person]) -> Path:
    """``<name>_[LATE_]<user id>_<attachment id>_<file>``; what was sent again has ``-1`` and a later attachment id."""
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for person in people:
            name = plain_letters(f"{person.last} {person.first}").replace("_", "") or "student"
            late = "LATE_" if person.sent > DUE else ""
            for k, (file, data) in enumerate(handed_in(person, "-1")):
                archive.writestr(f"{name}_{late}{person.number}_{100 * person.number + k}_{file}", data)
    return path


def moodle_zip(path: Path, people: list[Person]) -> Path:
    """A folder ``<full name>_<participant id>_assignsubmission_file`` for each student."""
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for person in people:
            for file, data in handed_in(person, " (1)"):
                archive.writestr(f"{person.first} {person.last}_{person.number}_assignsubmission_file/{file}", data)
    return path


def handed_in(person: Person, again: str) -> Files:
    """(name, content), the earlier version first; one zip of them for who zips."""
    files = list(_files(person, again))
    if files and "zipped" in person.habits:
        buffer = io.BytesIO()
        with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
            for name, data in files:
                archive.writestr(name, data)
        files = [("meine Abgabe.zip", buffer.getvalue())]
    yield from files


def _files(person: Person, again: str) -> Files:
    by_number = {int(stem[:2]): stem for stem in stems()}
    for number, work in sorted(person.works.items()):
        stem = by_number[number]
        if work.earlier is not None:
            yield f"{stem}.ipynb", notebook(stem, Work("earlier", work.earlier, 0), person.habits)
        name = f"{stem}{again}" if work.earlier is not None else stem
        is_odd = "ending" in person.habits and work.earlier is None
        ending = ENDINGS[number % len(ENDINGS)] if is_odd else ".ipynb"
        yield f"{name}{ending}", notebook(stem, work, person.habits)


def notebook(stem: str, work: Work, habits: Collection[str] = ()) -> bytes:
    """The file of one notebook, as Jupyter or as Colab saves it."""
    is_elsewhere = "elsewhere" in habits and work.written is not None
    made = submission(stem, work.answer, None if is_elsewhere else work.written)
    k = next(k for k, cell in enumerate(made.cells) if cell.id == f"ex{stem[:2]}")
    added = [[nbformat.v4.new_code_cell(text) for text in texts] for texts in (work.before, work.after)]
    made.cells[k : k + 1] = [*added[0], made.cells[k], *added[1]]
    if is_elsewhere:
        made.cells.append(nbformat.v4.new_markdown_cell(work.written))
    content = json.loads(json.dumps(made))
    return json.dumps(_by_colab(content) if "colab" in habits else content, indent=1).encode()


def _by_colab(content: dict) -> dict:
    """No cell ids, metadata of its own."""
    content["nbformat_minor"] = 0
    content["metadata"] = {"colab": {"provenance": []}, "kernelspec": {"name": "python3", "display_name": "Python 3"}}
    for k, cell in enumerate(content["cells"]):
        cell.pop("id", None)
        cell["metadata"]["id"] = f"x9aJ3kd{k}"
    return content
