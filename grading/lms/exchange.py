"""nbgrader's exchange: folders ``<student>+<assignment>+<time> UTC[+<random>]`` below ``inbound/``.

The secret in each of them tells the exchange whose feedback a page is.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from grading.errors import ArchiveError, LayoutError
from grading.files import write
from grading.paths import ASSIGNMENT

from . import exchange_owners
from .interface import Authorship, Source, Upload

if TYPE_CHECKING:
    from .archive import ArchiveItem
    from .arrival import Files
    from .placement import StudentFolder

FOLDER = re.compile(r"(?P<id>.+)\+(?P<assignment>[^+]+)\+(?P<time>\d{4}-\d\d-\d\d [\d:.]+ [A-Za-z0-9:/_-]+)(\+[^+]*)?")


class Exchange(Source):
    """The exchange, whose folders tell student and time."""

    kind = "exchange"
    label = "nbgrader's exchange"
    students_write_times = True
    secret_file = "submission_secret.txt"

    def names(self, path: str) -> bool:
        """Whether the file is in a folder that is named as the exchange names them."""
        return any(map(FOLDER.fullmatch, path.split("/")[:-1]))

    def upload_of(self, path: str) -> Upload:
        """A file below ``inbound/``.

        >>> Exchange().upload_of("ada+lif_part_1+2026-03-01 12:00:00 UTC/04.ipynb").time
        '2026-03-01 12:00:00 UTC'
        """
        parts = path.split("/")
        match = next(filter(None, map(FOLDER.fullmatch, parts[:-1])), None)
        if match is None:
            raise LayoutError("it does not lie in a folder student+assignment+time")
        if match["assignment"] != ASSIGNMENT:
            raise LayoutError("it belongs to another assignment")
        file = "/".join(parts[parts.index(match.string) + 1 :])
        return Upload(self.kind, match["id"], match["id"], file, time=match["time"], entry=path)

    def authorship(
        self, students: Sequence[Sequence[tuple[Upload, ArchiveItem]]], before: Mapping[str, int]
    ) -> Authorship:
        """Files of other users of this computer are strangers', as for nbgrader's own collector."""
        return exchange_owners.authorship(students, before)


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
