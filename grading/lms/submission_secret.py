"""The secret of a submission, which tells nbgrader's exchange whose feedback a page is."""

from __future__ import annotations

from grading.errors import ArchiveError
from grading.files import write

from .arrival import Files
from .interface import Source
from .placement import StudentFolder


def keep_secret(folder: StudentFolder, files: Files, source: Source) -> str | None:
    """Write the secret of the student's newest submission beside the notebooks, where nbgrader looks for it.

    A sentence where it cannot be read. Raises WriteError.
    """
    name = source.secret_file
    secrets = [(upload.time, item) for upload, item in files if name and upload.file == name]
    if not secrets:
        return None
    _, newest = max(secrets, key=lambda secret: secret[0])
    try:
        write(folder.submitted / name, newest.read())
    except ArchiveError as reason:
        return f"{folder.name}: no feedback can go back through the exchange: {newest.path}: {reason}."
    return None
