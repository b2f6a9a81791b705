"""The files in ``.grading``, and the rights of a group that shares a course folder: it may write what we make there."""

from __future__ import annotations

import os
import stat
from contextlib import suppress
from pathlib import Path

FOLDER = ".grading"  # what grading keeps between its runs
RESULTS = "results.db"


def is_shared(course: Path) -> bool:
    """Whether the folder's group may write in it."""
    return course.is_dir() and bool(course.stat().st_mode & stat.S_IWGRP)


def keep_group_rights(course: Path) -> None:
    """From now on, this process gives the group of a shared course all rights on what it writes."""
    if is_shared(course):
        os.umask(os.umask(0o077) & ~stat.S_IRWXG)


def kept_folder(course: Path) -> Path:
    """What grading keeps: a folder for its owner and for the group of a shared course, made where it is missing."""
    folder = course / FOLDER
    folder.mkdir(mode=0o770 if is_shared(course) else 0o700, exist_ok=True)
    return folder


def kept_file(course: Path, name: str) -> Path:
    """Where a file that grading keeps stands; neither the file nor its folder need be there."""
    return course / FOLDER / name


def has_results(course: Path) -> bool:
    """Whether anything was graded; opening the results would make an empty file."""
    return kept_file(course, RESULTS).is_file()


def before_sqlite(path: Path) -> Path:
    """The path of a database, made empty where it is missing: SQLite itself would let its owner alone write in it."""
    with suppress(OSError):  # SQLite finds the same obstacle, and says it
        path.touch()
    return path
