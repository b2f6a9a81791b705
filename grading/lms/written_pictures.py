"""The pictures in written answers, as files beside the list, so that a grader sees them without a name."""

from __future__ import annotations

import base64
import json
import re
from contextlib import suppress
from pathlib import Path

from grading.files import write
from grading.paths import ASSIGNMENT
from slipcheck.cell_pictures import ABSENT, IMAGE

FOLDER = "written_pictures"
ENDINGS = {"image/png": "png", "image/jpeg": "jpg"}
DIGITS = 12  # of a picture's name
OURS = re.compile(rf"[0-9a-f]{{{DIGITS}}}\.(png|jpg)")  # what anybody else puts into the folder stays
NOWHERE = "not in the notebook"  # a picture that the text only mentions
NOT_SHOWN = "not shown"  # damaged, too large, or of another kind


class PictureFiles:
    """The folder of the pictures: a file for each that an answer shows, and none for others."""

    def __init__(self, course: Path):
        self.course = course
        self.written: dict[str, str] = {}  # name of a picture: its file, as the list names it

    def put_in_place(self, student: str, stem: str, text: str) -> list[str]:
        """Write the pictures that an answer shows; for each, in the order of the text, its file or why there is none.

        Raises WriteError.
        """
        names = IMAGE.findall(text)
        missing = {name for name in names if name != ABSENT} - self.written.keys()
        pictures = _attachments(self.course / "autograded" / student / ASSIGNMENT / f"{stem}.ipynb") if missing else {}
        for name in missing & pictures.keys():
            kind, data = pictures[name]
            self.written[name] = f"{FOLDER}/{name[:DIGITS]}.{ENDINGS[kind]}"
            write(self.course / self.written[name], base64.b64decode(data))
        return [NOWHERE if name == ABSENT else self.written.get(name, NOT_SHOWN) for name in names]

    def remove_others(self) -> None:
        """Remove the pictures of answers that are no longer in the list."""
        used = set(self.written.values())
        for path in (self.course / FOLDER).glob("*.*"):
            if OURS.fullmatch(path.name) and f"{FOLDER}/{path.name}" not in used:
                path.unlink()


def _attachments(path: Path) -> dict[str, tuple[str, str]]:
    """Name to (kind, base64) of the pictures in a graded notebook: grading has looked at what they are."""
    cells: list[dict] = []
    with suppress(OSError, ValueError):
        cells = json.loads(path.read_bytes())["cells"]
    attachments = {name: bundle for cell in cells for name, bundle in cell.get("attachments", {}).items()}
    return {name: (kind, data) for name, bundle in attachments.items() for kind, data in bundle.items()}
