"""nbgrader's exchange: folders ``<student>+<assignment>+<time> UTC[+<random>]`` below ``inbound/``."""

from __future__ import annotations

import os
import re
from collections.abc import Sequence

from grading.errors import LayoutError
from grading.paths import ASSIGNMENT

from .archive import ArchiveItem
from .interface import Source, Upload

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

    def strangers(self, student: str, items: Sequence[ArchiveItem]) -> dict[str, str]:
        """Files of other users of this computer, as nbgrader's own collector leaves them out.

        The instructor and the administrator may put files there. Where the student is no user of this computer, it is
        not known which of several users is the student.
        """
        owners = {item.owner for item in items if item.owner}
        if not owners or not (owners := owners - {os.getuid()}):
            return {}
        known = user_number(student)
        if known is None and len(owners) <= 1:
            return {}
        if known is None:
            reason = f"the files of {student} are of {len(owners)} users of this computer, so it is not known whose"
        else:
            owners -= {known}
            reason = f"it is the file of another user of this computer, not of {student}"
        return {item.path: reason for item in items if item.owner in owners}


def user_number(name: str) -> int | None:
    """The number of this computer's user of this name."""
    import pwd  # which Windows does not have

    try:
        return pwd.getpwnam(name).pw_uid
    except (KeyError, ValueError):
        return None
