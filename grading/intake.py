"""Read what a student handed in: which notebook it is, and the text of its answers. Nothing else of it is ever used."""

from __future__ import annotations

import json
import re
import warnings
from collections import Counter
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

import nbformat

from helpers.answer import fingerprint, is_given

from .course import ASSIGNMENT, NOTEBOOKS, stems
from .values import clean

LEFT_OUT = {".ipynb_checkpoints", "__MACOSX"}
LONGEST = 200_000  # characters of an answer
LARGEST = 20_000_000  # bytes of a notebook file that is read


class Unreadable(Exception):
    """A file that is no notebook of this course; the text says why, in a sentence."""


@dataclass
class Submission:
    """One notebook of one student.

    ``answers`` maps grade ids to texts; ``added`` holds the code of cells that the student added, with whether they
    stood before the answer; ``notes`` are sentences for student and instructor.
    """

    path: Path
    stem: str
    answers: dict[str, str] = field(default_factory=dict)
    added: list[tuple[bool, str]] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)


@cache
def released(stem: str):
    """The student version of a notebook, from this repository."""
    return nbformat.read(NOTEBOOKS / f"{stem}.ipynb", as_version=4)


@cache
def solution_cells(stem: str) -> dict[str, str]:
    """Grade id to stub, of the cells that a student fills in."""
    return {cell.metadata.nbgrader.grade_id: cell.source for cell in released(stem).cells if _is_solution(cell)}


def _is_solution(cell) -> bool:
    return _nbgrader(cell).get("solution") is True


def _nbgrader(cell) -> dict:
    found = cell.get("metadata", {}).get("nbgrader", {})
    return found if isinstance(found, dict) else {}


def read(path: Path) -> Submission:
    """A submitted file. Raises Unreadable with a sentence."""
    notebook = _notebook(path)
    stem = recognise(notebook, path.stem)
    if stem is None:
        raise Unreadable(f"{path.name} is not a notebook of this course: none of its cells is known.")
    submission = Submission(path, stem)
    if path.stem != stem:
        submission.notes.append(f"The file {path.name} was recognised as {stem}.ipynb by its cells.")
    for grade_id, stub in solution_cells(stem).items():
        _take_answer(submission, notebook, grade_id, stub)
    _take_added(submission, notebook)
    return submission


def _notebook(path: Path):
    """The file as a notebook of the current format, every cell a cell with a text."""
    if path.is_symlink() or not path.is_file():
        raise Unreadable(f"{path.name} is not a regular file.")
    if path.stat().st_size > LARGEST:
        raise Unreadable(f"{path.name} is larger than {LARGEST // 1_000_000} MB.")
    data = path.read_bytes()
    coding = "utf-16" if data[:2] in (b"\xff\xfe", b"\xfe\xff") else "utf-8"
    text = data.decode(coding, errors="replace").removeprefix("\ufeff")
    if not text.strip():
        raise Unreadable(f"{path.name} is empty.")
    try:
        content = json.loads(text)
    except (ValueError, RecursionError):
        raise Unreadable(f"{path.name} is not a notebook: it is not valid JSON. Perhaps it was cut off.") from None
    if not isinstance(content, dict) or not isinstance(content.get("nbformat", 4), int):
        raise Unreadable(f"{path.name} is not a notebook: it has no cells.")
    return _converted(path, content)


def _converted(path: Path, content: dict):
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            if content.get("nbformat", 4) < 4:
                content = nbformat.convert(nbformat.from_dict(content), 4)
            cells = [cell for cell in map(_cell, content["cells"]) if cell is not None]
    except Exception:
        raise Unreadable(f"{path.name} cannot be read as a notebook (format {content.get('nbformat')}).") from None
    return nbformat.from_dict({"cells": cells, "metadata": {}, "nbformat": 4, "nbformat_minor": 5})


def _cell(cell) -> dict | None:
    if not isinstance(cell, dict) or cell.get("cell_type") not in ("code", "markdown", "raw"):
        return None
    source = cell.get("source", "")
    if isinstance(source, list):
        source = "".join(line for line in source if isinstance(line, str))
    metadata = cell.get("metadata")
    if not isinstance(source, str):
        return None
    source = clean(source)
    kept = (
        {"nbgrader": metadata["nbgrader"]}
        if isinstance(metadata, dict) and isinstance(metadata.get("nbgrader"), dict)
        else {}
    )
    return {"cell_type": cell["cell_type"], "source": source, "metadata": kept, "id": str(cell.get("id", ""))}


def recognise(notebook, name: str) -> str | None:
    """The stem of the notebook that it is: by its grade ids, else its markers, else its title or file name."""
    known = stems()
    ids = " ".join(str(_nbgrader(cell).get("grade_id", "")) + " " + cell.id for cell in notebook.cells)
    found = Counter(re.findall(r"\bex(\d\d)(?=\b|_)", ids))
    if not found:
        code = "\n".join(cell.source for cell in notebook.cells if cell.cell_type == "code")
        found = Counter(f"{int(number):02d}" for number in re.findall(r"(?im)^\s*#+\s*exercise\s*0*(\d{1,2})\b", code))
    if not found:
        titles = re.findall(
            r"(?m)^# (\d\d) · ", "\n".join(cell.source for cell in notebook.cells if cell.cell_type == "markdown")
        )
        found = Counter(titles) or Counter(stem[:2] for stem in known if stem in name)
    number = found.most_common(1)[0][0] if found else None
    return next((stem for stem in known if stem[:2] == number), None)


def _take_answer(submission: Submission, notebook, grade_id: str, stub: str) -> None:
    """The answer's text: of the cell with its id; of several, the last that differs from the stub."""
    candidates = [
        cell.source for cell in notebook.cells if _nbgrader(cell).get("grade_id") == grade_id and _fills(cell, grade_id)
    ]
    candidates += [cell.source for cell in notebook.cells if cell.id == grade_id and cell.source not in candidates]
    if not candidates and grade_id == f"ex{submission.stem[:2]}":
        marker = re.compile(rf"\s*#+\s*exercise\s*0*{int(submission.stem[:2])}\b", re.IGNORECASE)
        code = [cell.source for cell in notebook.cells if cell.cell_type == "code"]
        candidates = [source for source in code if any(map(marker.match, source.splitlines()[:5]))]
        if candidates:
            submission.notes.append("The answer cell was recognised by its first comment.")
    if not candidates:
        submission.notes.append("The answer cell is missing in this file, so nothing of it could be graded.")
        return
    changed = [source for source in candidates if fingerprint(source) != fingerprint(stub)]
    if len(changed) > 1:
        submission.notes.append(f"There are {len(changed)} answer cells; the last one was graded.")
    answer = (changed or candidates)[-1]
    if len(answer) > LONGEST:
        submission.notes.append(f"The answer has {len(answer)} characters; more than {LONGEST} are not graded.")
        answer = stub
    submission.answers[grade_id] = answer


def _fills(cell, grade_id: str) -> bool:
    """A cell that claims a solution's grade id may be of any kind but a check cell of ours."""
    return not cell.source.lstrip().startswith("check(")


def _take_added(submission: Submission, notebook) -> None:
    answers, before = set(submission.answers.values()), True
    if sum(len(cell.source) for cell in notebook.cells if cell.cell_type == "code") > 2 * LONGEST:
        submission.notes.append("The cells that were added are too long; only the answer cell was graded.")
        return
    for cell in notebook.cells:
        if cell.source in answers:
            before = False
        elif cell.cell_type == "code" and cell.source.strip() and not is_given(cell.source) and not _is_solution(cell):
            submission.added.append((before, cell.source))


@dataclass
class Handed:
    """All that one student handed in: at most one submission a notebook, and sentences about what was left out."""

    student: str
    folder: Path
    notebooks: dict[str, Submission] = field(default_factory=dict)
    problems: list[str] = field(default_factory=list)


def read_student(folder: Path) -> Handed:
    """The notebooks below ``submitted/<student>``, wherever in it they lie."""
    handed = Handed(folder.name, folder)
    files = sorted(path for path in folder.rglob("*.ipynb") if not LEFT_OUT & set(path.parts))
    if not files:
        handed.problems.append("No notebook was handed in.")
    expected = folder / ASSIGNMENT
    if files and not any(path.parent == expected for path in files):
        handed.problems.append(f"The notebooks are not in a folder {ASSIGNMENT}; they were taken from where they are.")
    for path in files:
        try:
            submission = read(path)
        except (Unreadable, OSError) as problem:
            reason = (
                str(problem)
                if isinstance(problem, Unreadable)
                else f"{path.name} cannot be opened ({problem.strerror})."
            )
            handed.problems.append(reason)
            continue
        _keep(handed, submission)
    return handed


def _keep(handed: Handed, new: Submission) -> None:
    """Of two files of one notebook, the one saved last."""
    old = handed.notebooks.get(new.stem)
    if old is not None:
        older, newer = sorted((old, new), key=lambda each: (each.path.stat().st_mtime, each.path.stem == each.stem))
        newer.notes.append(f"{newer.path.name} was graded; {older.path.name} is an older file of the same notebook.")
        new = newer
    handed.notebooks[new.stem] = new


def read_class_folders(submitted: Path, only: str | None = None) -> tuple[list[Path], list[str]]:
    """Every student's folder in ``submitted`` (or one student's), and sentences about what else lies there."""
    entries = sorted(path for path in submitted.iterdir() if not path.name.startswith("."))
    folders, problems = [], []
    for path in entries:
        if path.is_symlink() or not path.is_dir():
            where = f"notebooks belong in submitted/<student>/{ASSIGNMENT}/"
            problems.append(f"{clean(path.name)} lies outside of a student's folder and was left out; {where}")
        elif not re.fullmatch(r"[\w.@+\- ]{1,100}", path.name):
            allowed = "a student's name has letters, digits and . @ + - _ only"
            problems.append(f"The folder {clean(path.name)!r} was left out: {allowed}.")
        else:
            folders.append(path)
    return [folder for folder in folders if only in (None, folder.name)], problems
