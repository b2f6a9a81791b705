"""Pictures that a student pasted into a text: PNG and JPEG of a reasonable size, for the pages that people read."""

from __future__ import annotations

import base64
import io
import warnings
from collections.abc import Mapping

from PIL import Image

from slipcheck.cell_pictures import IMAGE

LARGEST = 8_000_000  # bytes of one picture
ALL = 24_000_000  # characters, in base64, of the pictures of one cell
PIXELS = 50_000_000
TYPES = {"PNG": "image/png", "JPEG": "image/jpeg"}
LEFT_OUT = "*(A picture is left out here: {}.)*"


def attached(text: str, pictures: Mapping[str, str]) -> tuple[str, dict[str, dict[str, str]]]:
    """A text that is harmless, with its pictures, and these as attachments of its cell.

    What cannot be shown is named in its place.
    """
    attachments: dict[str, dict[str, str]] = {}
    used = 0

    def shown(match) -> str:
        nonlocal used
        name = match[1]
        data = pictures.get(name)
        if data is None:
            return LEFT_OUT.format("the file that was handed in does not hold it")
        if name not in attachments:
            reason = why_not(data) or ("there are too many" if used + len(data) > ALL else None)
            if reason:
                return LEFT_OUT.format(reason)
            used += len(data)
            attachments[name] = {_type(data): data}
        return f"![Picture of the student's](attachment:{name})"

    return IMAGE.sub(shown, text), attachments


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
