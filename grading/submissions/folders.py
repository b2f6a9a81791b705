"""The students' folders in ``submitted/``, and the files in them. Links are not followed."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from grading.errors import IrregularFileError
from grading.files import is_of_a_program, regular_file, small_text
from grading.paths import ASSIGNMENT
from grading.text import clean
from slipcheck.file_content import begins_as_notebook, may_be_notebook

from .student_names import normalised, why_not, without_copy_words

DEPTH = 20  # folders within each other that are looked into
NAMES, NOTEBOOKS = 100_000, 500  # of one student that are looked at, and read
PACKED = (".zip", ".rar", ".7z", ".tar", ".gz", ".tgz")
BESIDE = ("timestamp.txt", "submission_secret.txt")  # nbgrader's exchange gives no feedback back without them


def notebooks_below(folder: Path) -> tuple[list[Path], list[str]]:
    """The files that are named as notebooks, wherever below the folder, and sentences about what is not read."""
    problems: list[str] = []
    files = list(_files(folder, problems))
    notebooks = sorted(path for path in files if path.suffix.lower() == ".ipynb" or _holds_notebook(path))
    chosen = set(notebooks)
    others = [path for path in files if path not in chosen]
    if not notebooks:
        problems.insert(0, " ".join(["No notebook was handed in.", *_about_others(others)]))
    else:
        problems += _about_others([path for path in others if ".ipynb" in path.name.lower()])
    if len(notebooks) > NOTEBOOKS:
        problems.append(f"There are {len(notebooks)} notebooks; the first {NOTEBOOKS} were read.")
    return notebooks[:NOTEBOOKS], problems


def _files(folder: Path, problems: list[str]) -> Iterator[Path]:
    links: list[str] = []
    count = 0
    for root, folders, names in os.walk(folder, onerror=lambda problem: problems.append(_closed(problem))):
        here = Path(root)
        links += [name for name in folders if (here / name).is_symlink()]
        count += len(folders) + len(names)
        deep = len(here.relative_to(folder).parts) >= DEPTH
        if (deep and folders) or count > NAMES:
            limit = f"more than {DEPTH} folders within each other" if deep else f"more than {NAMES} names"
            problems.append(f"There are {limit}; the rest was not read.")
        if count > NAMES:
            break
        folders[:] = [] if deep else sorted(name for name in folders if not is_of_a_program(name))
        yield from (here / name for name in sorted(names) if not is_of_a_program(name))
    if links:
        problems.append(f"Not read, because it is a link to another folder: {_listed(links)}.")


def _holds_notebook(path: Path) -> bool:
    """Whether a file of another name holds a notebook."""
    if path.name in BESIDE or not may_be_notebook(path.name):
        return False
    try:
        with regular_file(path) as file:
            return begins_as_notebook(file.read(4096))
    except (OSError, IrregularFileError):
        return False


def _closed(problem: OSError) -> str:
    return f"The folder {clean(Path(problem.filename or '').name)} cannot be opened ({problem.strerror})."


def _listed(names: list[str]) -> str:
    return ", ".join(map(clean, names[:3])) + (f" and {len(names) - 3} more" if len(names) > 3 else "")


def _about_others(files: list[Path]) -> list[str]:
    """About files that may hold a notebook, but are not named as one."""
    names = [path.name for path in files if path.name not in BESIDE and not path.name.startswith(".")]
    packed = [name for name in names if name.lower().endswith(PACKED)]
    others = [name for name in names if not name.lower().endswith(PACKED)]
    sentences = []
    if packed:
        sentences.append(f"There is {_listed(packed)}; unpack it.")
    if others:
        holds = "they hold" if len(others) > 1 else "it holds"
        sentences.append(f"There is {_listed(others)}; {holds} no notebook.")
    return sentences


def beside(folder: Path) -> dict[str, str]:
    """Name to text of the small files that nbgrader puts into the assignment's folder of a student."""
    place = folder / ASSIGNMENT
    if folder.is_symlink() or place.is_symlink():
        return {}
    texts = {name: small_text(place / name, below=folder.parent) for name in BESIDE}
    return {name: text for name, text in texts.items() if text is not None}


def read_class_folders(submitted: Path, only: str | None = None) -> tuple[list[Path], list[str]]:
    """Every student's folder in ``submitted`` (or one student's), and sentences about what else lies there."""
    paths = sorted(path for path in submitted.iterdir() if not path.name.startswith("."))
    entries = [path for path in paths if not is_of_a_program(path.name)]
    folders = []
    problems = []
    for path in entries:
        if path.is_symlink() or not path.is_dir():
            where = f"notebooks belong in submitted/<student>/{ASSIGNMENT}/"
            if path.name.lower().endswith(PACKED):
                where = f"python -m grading collect reads the archive of a learning system; otherwise {where}"
            problems.append(f"{clean(path.name)} is outside a student's folder and was left out; {where}")
        elif reason := why_not(normalised(path.name)):
            problems.append(f"The folder {clean(path.name)!r} was left out: {reason}. Give it another name.")
        else:
            folders.append(path)
    doubles = _doubles(folders)
    problems += doubles.values()
    chosen = None if only is None else normalised(only)
    return [path for path in folders if path not in doubles and chosen in (None, normalised(path.name))], problems


def _doubles(folders: list[Path]) -> dict[Path, str]:
    """Folders that are a student's second one: copies, and names that differ in how accents are written."""
    names = Counter(normalised(path.name) for path in folders)
    sentences = {}
    for path in folders:
        name = normalised(path.name)
        original = without_copy_words(name)
        if names[name] > 1:
            sentences[path] = f"There are two folders {name}, with accents written in two ways: put them together."
        elif original != name and original in names:
            sentences[path] = f"The folder {name} was left out: it looks like a copy of {original}. Put them together."
    return sentences
