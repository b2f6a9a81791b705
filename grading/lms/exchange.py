"""nbgrader's exchange: folders ``<student>+<assignment>+<time> UTC[+<random>]`` below ``inbound/``."""

from __future__ import annotations

import re
from collections.abc import Sequence

from grading.errors import LayoutError
from grading.paths import ASSIGNMENT

from .upload import Source, Upload

FOLDER = re.compile(r"(?P<id>.+)\+(?P<assignment>[^+]+)\+(?P<time>\d{4}-\d\d-\d\d [\d:.]+ [A-Za-z0-9:/_-]+)(\+[^+]*)?")


class Exchange(Source):
    """The exchange, whose folders tell student and time."""

    kind = "exchange"
    label = "nbgrader's exchange"
    secret_file = "submission_secret.txt"

    def recognises(self, paths: Sequence[str]) -> bool:
        """Whether there is a folder as the exchange names it."""
        return any(FOLDER.fullmatch(part) for path in paths for part in path.split("/")[:-1])

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
