"""Pictures that a student pasted into a text: PNG and JPEG of a reasonable size, for the pages that people read."""

from __future__ import annotations

import base64
import io
import re
import warnings
from collections.abc import Mapping
from dataclasses import dataclass, field

from PIL import Image

from slipcheck.cell_pictures import IMAGE

LARGEST = 8_000_000  # bytes of one picture
ALL = 48_000_000  # characters, in base64, of the pictures of one notebook
PIXELS = 50_000_000
TYPES = {"PNG": "image/png", "JPEG": "image/jpeg"}
AGAIN = "*(The same picture as above.)*"
LEFT_OUT = "*(A picture is left out here: {}.)*"


@dataclass
class Album:
    """The pictures of one notebook, by their names in its texts. Each is shown once, and all are not too much."""

    pictures: Mapping[str, str]
    shown_before: set[str] = field(default_factory=set)
    left: int = ALL

    def attached(self, text: str) -> tuple[str, dict[str, dict[str, str]]]:
        """A text that is harmless, with the pictures that it is the first to show, and these as attachments of its
        cell.

        What was shown before, or cannot be shown, is named in its place.
        """
        attachments: dict[str, dict[str, str]] = {}

        def named(match: re.Match[str]) -> str:
            name = match[1]
            data = self.pictures.get(name)
            if name in self.shown_before:
                return AGAIN
            if data is None:
                return LEFT_OUT.format("the file that was handed in does not hold it")
            reason = why_not(data) or ("there are too many" if len(data) > self.left else None)
            if reason:
                return LEFT_OUT.format(reason)
            self.left -= len(data)
            self.shown_before.add(name)
            attachments[name] = {_type(data): data}
            return f"![Picture of the student's](attachment:{name})"

        return IMAGE.sub(named, text), attachments


def why_not(data: str) -> str | None:
    """Why a picture in base64 is not shown, or None."""
    if len(data) > LARGEST * 4 // 3:
        return f"it is larger than {LARGEST // 1_000_000} MB"
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            width, height = _opened(data).size  # from its header; nothing is decoded
    except Exception:  # whatever is wrong with it
        return "it is neither PNG nor JPEG, or it is damaged"
    return f"it has more than {PIXELS // 1_000_000} million pixels" if width * height > PIXELS else None


def _type(data: str) -> str:
    return TYPES[_opened(data).format or ""]


def _opened(data: str) -> Image.Image:
    return Image.open(io.BytesIO(base64.b64decode(data, validate=True)), formats=tuple(TYPES))
