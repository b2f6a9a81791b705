"""What a command of the desk needs to find: a gradebook and stored verdicts."""

from __future__ import annotations

from pathlib import Path

from grading.errors import NotGradedError

from .connection import file_of


def require(course: Path, database: str) -> None:
    """Look, and make nothing: opening a gradebook or a store that is not there would make an empty one."""
    if not course.is_dir():
        raise NotGradedError(f"There is no folder {course}.")
    gradebook = file_of(database)
    if gradebook and not gradebook.is_file():
        raise NotGradedError(f"There is no gradebook {gradebook}: grade first, with `python -m grading {course}`.")
    if not (course / ".grading" / "results.db").is_file():
        raise NotGradedError(f"No verdicts are stored in {course}: grade first, with `python -m grading {course}`.")
