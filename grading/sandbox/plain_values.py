"""Values from the sandbox as plain data of exact types. Nothing in them is trusted, nothing is evaluated."""

from __future__ import annotations

import base64
import binascii
import math
import struct
from array import array
from typing import TypeGuard

import numpy as np

from grading.text import clean

ENTRIES = 60_000  # numbers of one variable; the largest right answer has 8,000
ARTISTS = 10_000  # of one figure
STEPS = 1_000  # of a recording
PIECES = 1_000  # of one step of it
PICTURE = 3_000_000  # bytes of one PNG
SIDE = 2_000  # pixels of its side
FIGURE = {"title": str, "xlabel": str, "ylabel": str, "legend": list, "artists": list}
ARTIST = {"kind": str, "marker": str, "line": str, "color": str, "label": str, "visible": bool}
KINDS = ("line", "scatter", "segments", "bars", "area")
FAILURE = {"kind": str, "type": str, "message": str, "text": str}


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


def checked_value(value, depth: int = 0):
    """A value as ``slipcheck.observe.plain`` makes it; anything else keeps only a type's name."""
    kind = type(value)
    if value is None or kind in (bool, float) or (kind is int and abs(value) < 2**63):
        return value
    if kind is str:
        return clean(value[:ENTRIES])
    if kind is list and depth < 3 and (depth or _size(value) <= ENTRIES):
        return value if set(map(type, value)) == {float} else [checked_value(entry, depth + 1) for entry in value]
    if kind is dict and "floats" in value:
        return _unpacked(value)
    if kind is dict and set(value) == {"array", "dtype"} and type(value["dtype"]) is str and _is_table(value["array"]):
        if _size(value["array"]) > ENTRIES:
            return {"type": "array that is too large"}
        return {"array": value["array"], "dtype": value["dtype"][:20]}
    name = value.get("type") if kind is dict else kind.__name__
    return {"type": clean(name)[:60] if type(name) is str else "unknown"}


def _unpacked(value: dict) -> list | dict:
    """What ``inside.float_encoding`` made: a list of floats, or an array of them where there is a shape."""
    floats = floats_of(value["floats"])
    shape = value.get("shape")
    if floats is None or len(floats) > ENTRIES or not set(value) <= {"floats", "shape"}:
        return {"type": "array that is too large"}
    if shape is None:
        return floats
    if not _is_shape(shape) or math.prod(shape) != len(floats):
        return {"type": "unknown"}
    return {"array": np.reshape(floats, shape).tolist(), "dtype": "float64"}


def _is_shape(value) -> bool:
    return type(value) is list and len(value) <= 5 and all(type(side) is int and 0 < side <= ENTRIES for side in value)


def floats_of(value) -> list | None:
    """Floats, packed or not; None where it is neither."""
    if type(value) is not str:
        return value if _are_floats(value) else None
    try:
        return array("d", base64.b64decode(value, validate=True)).tolist()
    except ValueError:
        return None


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


def texts_of(value) -> list[str]:
    """The first texts of a list, cut short."""
    return [clean(text)[:300] for text in value[:20] if type(text) is str] if type(value) is list else []


def checked_failure(value) -> dict | None:
    """How an answer failed, as ``Observation.failure``; None where it did not."""
    if value is None:
        return None
    if type(value) is not dict or any(type(value.get(name)) is not kind for name, kind in FAILURE.items()):
        return {"kind": "error", "type": "Exception", "message": "", "line": None, "text": "", "place": None}
    line = value.get("line")
    texts = {name: clean(value[name])[:500] for name in FAILURE}
    number = line if type(line) is int and 0 < line < 10_000 else None
    return {**texts, "line": number, "place": checked_place(value.get("place"))}


def checked_place(value) -> list[int] | None:
    """Line, column, end line and end column of a piece of the answer; None where it is none."""
    is_place = type(value) is list and len(value) == 4 and all(type(n) is int and 0 <= n < 1_000_000 for n in value)
    return value if is_place else None


def recording_of(value) -> dict | None:
    """What a ``slipcheck.observe.tracer.Tracer`` recorded; None where it is none."""
    if type(value) is not dict or type(value.get("steps")) is not list:
        return None
    steps = [step for step in map(_step_of, value["steps"][:STEPS]) if step is not None]
    return {"steps": steps}


def _step_of(value) -> dict | None:
    if type(value) is not dict or checked_place(value.get("place")) is None or type(value.get("execution")) is not int:
        return None
    names, values = value.get("names"), value.get("values")
    if type(names) is not dict or type(values) is not list:
        return None
    pairs = [pair for pair in values[:PIECES] if type(pair) is list and len(pair) == 2 and checked_place(pair[0])]
    return {
        "place": value["place"],
        "execution": value["execution"],
        "names": {name: _recorded(entry) for name, entry in list(names.items())[:PIECES]},
        "values": [[place, _recorded(entry)] for place, entry in pairs],
    }


def _recorded(value):
    """As ``plain``; of a large array its beginning, with its shape."""
    if type(value) is dict and _is_shape(value.get("shape")):
        kept = {"array": value.get("array"), "dtype": value.get("dtype", "float64")}
        beginning = checked_value(kept) if "array" in value else {}
        return {**beginning, "type": "ndarray" if value.get("type") == "ndarray" else "list", "shape": value["shape"]}
    return checked_value(value)


def figure_of(value) -> dict | None:
    """A figure's description; None where it is none."""
    if type(value) is not dict or any(type(value.get(name)) is not kind for name, kind in FIGURE.items()):
        return None
    artists = map(_artist_of, value["artists"][:ARTISTS])
    texts = {name: clean(value[name])[:1000] for name in ("title", "xlabel", "ylabel")}
    return {
        **texts,
        "legend": texts_of(value["legend"]),
        "legend_looks": texts_of(value.get("legend_looks")),
        "unread": texts_of(value.get("unread")),
        "artists": [artist for artist in artists if artist is not None],
    }


def _artist_of(value) -> dict | None:
    if type(value) is not dict or any(type(value.get(name)) is not kind for name, kind in ARTIST.items()):
        return None
    x = floats_of(value.get("x"))
    y = floats_of(value.get("y"))
    numbers = [value.get("size"), value.get("alpha")]
    if value["kind"] not in KINDS or x is None or y is None or len(x) != len(y):
        return None
    if not _are_floats(numbers) or not all(map(math.isfinite, numbers)):
        return None
    texts = {name: clean(value[name])[:200] for name in ("kind", "marker", "line", "color", "label")}
    flags = {"visible": value["visible"], "outside": value.get("outside") is True}
    artist = {**texts, **flags, "x": x, "y": y, "size": numbers[0], "alpha": numbers[1]}
    lengths, order = value.get("lengths"), value.get("order")
    if lengths is None and order is None:
        return artist
    is_whole = _are_counts(lengths) and _are_counts(order) and len(lengths) == len(order) and sum(lengths) == len(x)
    return {**artist, "lengths": lengths, "order": order} if is_whole else None


def _are_counts(values) -> TypeGuard[list[int]]:
    return type(values) is list and all(type(value) is int and 0 <= value < 2**31 for value in values)


def _are_floats(values) -> TypeGuard[list[float]]:
    if type(values) is not list or not (kinds := set(map(type, values))) <= {float, int}:
        return False
    return int not in kinds or all(abs(value) < 2**63 for value in values)
