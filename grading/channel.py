"""What comes out of the sandbox, read as plain data of exact types. Nothing in it is trusted, nothing is evaluated."""

from __future__ import annotations

import base64
import binascii
import gc
import io
import json
import math
import re
import struct
from dataclasses import dataclass, field

from helpers.observe import Observation

from .confine import Ended
from .inside.cage import Limits

TEXT = 200_000  # characters that one run may print
FIGURES, ARTISTS, NAMES = 50, 10_000, 500
ENTRIES = 60_000  # numbers of one variable; the largest right answer has 8,000
POINTS = 400_000  # of all figures together: all 50 neurons, drawn anew for each of them at each step
PICTURES = 6
PICTURE = 3_000_000  # bytes of one PNG
SIDE = 2_000  # pixels of its side
NOTES = 5
STRANGE = 100  # lines that are none of ours; where there are more, nothing that was said counts
FIGURE = {"title": str, "xlabel": str, "ylabel": str, "legend": list, "artists": list}
ARTIST = {"kind": str, "marker": str, "line": str, "color": str, "label": str, "visible": bool}
KINDS = ("line", "scatter", "segments", "area")
FAILURE = {"kind": str, "type": str, "message": str, "text": str}
LIMIT = Limits()


@dataclass
class Record:
    """One run: what was observed, what it showed in its order (text or PNG), and what is worth a look."""

    seen: Observation
    shown: list[tuple[str, str]] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    strange: bool = False  # something came that our side never writes
    whole: bool = False  # the end was reached
    tampered: bool = False
    points: int = 0  # drawn so far


def read(ended: Ended, source: str) -> Record:
    """The record of a run of ``source``. What is not as it should be is left out."""
    record = Record(Observation(source))
    gc.disable()  # it would look at millions of lists again and again
    try:
        _take_all(record, ended)
    finally:
        gc.enable()
    if record.tampered:
        kept = {"kind": "tampered", "type": "Tampered", "message": "", "line": None, "text": ""}
        record.seen = Observation(source, failure=kept)
    elif not record.whole:
        record.seen.failure = failure(ended)
    return record


def _take_all(record: Record, ended: Ended) -> None:
    strange = 0
    for line in io.BytesIO(ended.result):
        if not _take(record, line.rstrip(b"\n")) and line.endswith(b"\n"):  # the last may have been cut off
            strange += 1
        if strange > STRANGE:
            record.tampered = True
            break
    record.strange = strange > 0


def _take(record: Record, line: bytes) -> bool:
    """One event into the record; whether it was one."""
    try:
        event = json.loads(line)
    except (ValueError, RecursionError):
        return False
    if type(event) is not dict or len(event) != 1:
        return False
    ((kind, content),) = event.items()
    return kind in TAKERS and TAKERS[kind](record, content)


def _printed(record: Record, text) -> bool:
    if type(text) is not str or len(record.seen.printed) + len(text) > TEXT:
        return False
    text = clean(text)
    record.seen.printed += text
    if record.shown and record.shown[-1][0] == "text":
        text = record.shown.pop()[1] + text
    record.shown.append(("text", text))
    return True


def _figure(record: Record, content) -> bool:
    found = _figure_of(content)
    if found is None or len(record.seen.figures) >= FIGURES:
        return False
    record.points += sum(len(artist["x"]) for artist in found["artists"])
    if record.points > POINTS:
        found["artists"] = []
    record.seen.figures.append(found)
    return True


def _picture(record: Record, text) -> bool:
    pictures = sum(kind == "png" for kind, _ in record.shown)
    if type(text) is not str or not is_png(text) or pictures >= PICTURES:
        return False
    record.shown.append(("png", text))
    return True


def _note(record: Record, text) -> bool:
    if type(text) is not str or len(record.notes) >= NOTES:
        return False
    record.notes.append(clean(text)[:300])
    return True


def _end(record: Record, content) -> bool:
    if record.whole or type(content) is not dict or type(content.get("variables")) is not dict:
        return False
    variables = {name: plain(value) for name, value in list(content["variables"].items())[:NAMES]}
    record.seen.variables = variables
    record.seen.failure = _failure_of(content.get("failure"))
    record.seen.overwritten = _texts(content.get("overwritten"))
    record.seen.warnings = _texts(content.get("warnings"))
    record.whole = True
    return True


def _tampered(record: Record, text) -> bool:
    """Our own side of the sandbox was changed, so nothing that it says counts."""
    record.tampered = True
    return True


def _no_cage(record: Record, text) -> bool:
    return type(text) is str and _note(record, f"The cage could not be closed: {text[:200]}")


TAKERS = {
    "printed": _printed,
    "figure": _figure,
    "picture": _picture,
    "note": _note,
    "end": _end,
    "tampered": _tampered,
    "cage": _no_cage,
}
CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f]")


def clean(text: str) -> str:
    """Without what no file and no page can hold: lone surrogates, and control characters but tab and line end.

    >>> clean("a\\x1b[31m\\ud800\\n")
    'a[31m?\\n'
    """
    if text.isascii() and text.isprintable():
        return text
    return CONTROL.sub("", text.encode("utf-8", "replace").decode())


def is_png(text: str) -> bool:
    """Whether base64 ``text`` is a PNG of a reasonable size."""
    if len(text) > PICTURE * 4 // 3:
        return False
    try:
        data = base64.b64decode(text, validate=True)
    except (binascii.Error, ValueError):
        return False
    if data[:8] != b"\x89PNG\r\n\x1a\n" or data[12:16] != b"IHDR" or len(data) < 33:
        return False
    return all(0 < side <= SIDE for side in struct.unpack(">II", data[16:24]))


def plain(value, depth: int = 0):
    """A value as ``helpers.observe.plain`` makes it; anything else keeps only a type's name."""
    kind = type(value)
    if value is None or kind in (bool, float) or (kind is int and abs(value) < 2**63):
        return value
    if kind is str:
        return clean(value[:ENTRIES])
    if kind is list and depth < 3 and (depth or _size(value) <= ENTRIES):
        return value if set(map(type, value)) == {float} else [plain(entry, depth + 1) for entry in value]
    if kind is dict and set(value) == {"array", "dtype"} and type(value["dtype"]) is str and _is_table(value["array"]):
        if _size(value["array"]) > ENTRIES:
            return {"type": "array that is too large"}
        return {"array": value["array"], "dtype": value["dtype"][:20]}
    name = value.get("type") if kind is dict else kind.__name__
    return {"type": clean(name)[:60] if type(name) is str else "unknown"}


def _size(value, depth: int = 0) -> int:
    """How many numbers nested lists hold, an empty list one; far too many where they are nested without end."""
    if type(value) is not list:
        return 1
    if set(map(type, value)) == {float}:
        return len(value)
    return max(sum(_size(entry, depth + 1) for entry in value), 1) if depth < 40 else ENTRIES + 1


def _is_table(value, depth: int = 0) -> bool:
    """Whether nested lists hold numbers (or truth values) alone."""
    if type(value) in (float, bool) or (type(value) is int and abs(value) < 2**63):
        return True
    if type(value) is not list or depth >= 5:
        return False
    return set(map(type, value)) == {float} or all(_is_table(entry, depth + 1) for entry in value)


def _texts(value) -> list[str]:
    return [clean(text)[:300] for text in value[:20] if type(text) is str] if type(value) is list else []


def _failure_of(value) -> dict | None:
    if value is None:
        return None
    if type(value) is not dict or any(type(value.get(name)) is not kind for name, kind in FAILURE.items()):
        return {"kind": "error", "type": "Exception", "message": "", "line": None, "text": ""}
    line = value.get("line")
    texts = {name: clean(value[name])[:500] for name in FAILURE}
    return {**texts, "line": line if type(line) is int and 0 < line < 10_000 else None}


def _figure_of(value) -> dict | None:
    if type(value) is not dict or any(type(value.get(name)) is not kind for name, kind in FIGURE.items()):
        return None
    artists = [_artist_of(artist) for artist in value["artists"][:ARTISTS]]
    texts = {name: clean(value[name])[:1000] for name in ("title", "xlabel", "ylabel")}
    return {**texts, "legend": _texts(value["legend"]), "artists": [artist for artist in artists if artist is not None]}


def _artist_of(value) -> dict | None:
    if type(value) is not dict or any(type(value.get(name)) is not kind for name, kind in ARTIST.items()):
        return None
    x, y, numbers = value.get("x"), value.get("y"), [value.get("size"), value.get("alpha")]
    if (
        value["kind"] not in KINDS
        or not (_are_floats(x) and _are_floats(y) and _are_floats(numbers))
        or len(x) != len(y)
    ):
        return None
    if not all(map(math.isfinite, numbers)):
        return None
    texts = {name: clean(value[name])[:200] for name in ("kind", "marker", "line", "color", "label")}
    return {**texts, "visible": value["visible"], "x": x, "y": y, "size": numbers[0], "alpha": numbers[1]}


def _are_floats(values) -> bool:
    if type(values) is not list or not (kinds := set(map(type, values))) <= {float, int}:
        return False
    return int not in kinds or all(abs(value) < 2**63 for value in values)


def failure(ended: Ended) -> dict:
    """Why a run that did not reach its end stopped, as ``Observation.failure``."""
    kind, name = "ended", "Ended"
    if ended.late or (ended.signal == 9 and ended.cpu > LIMIT.cpu - 1):
        kind, name = "endless", "Endless"
    elif len(ended.result) >= LIMIT.file - 4096:
        kind, name = "output", "TooMuchOutput"
    elif ended.signal == 9:
        kind, name = "memory", "MemoryError"
    return {"kind": kind, "type": name, "message": "", "line": None, "text": ""}
