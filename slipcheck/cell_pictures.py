"""Pictures in the text of a cell: attachments as Jupyter keeps them, and data URIs as Colab writes them."""

from __future__ import annotations

import hashlib
import itertools
import re
from collections.abc import Mapping
from typing import Any
from urllib.parse import quote

DATA = re.compile(r"data:image/[\w.+-]+;base64,([A-Za-z0-9+/=]+)")
# Each pattern stops early or at the next place where it could begin, so that no text takes the square of its length.
TAG = re.compile(r"<img\b[^<>]*>", re.IGNORECASE)
IN_TAG = re.compile(r"attachment:[\w.%-]+")
IMAGE = re.compile(r"!\[(?:[^\]\n!]|!(?!\[))*\] ?\(<?attachment:((?:[^)>\n!]|!(?!\[))*)>?\)")
ATTACHMENT = re.compile("attachment:")
AFTER_NAME = re.compile(r"[)>\"'\s]")  # what may follow the name of an attachment; a name may hold it too
STOPS = 30  # of those in one name
LONGEST_NAME = 1_000  # characters of a name that is looked for in the text
LONGEST = 300_000  # characters of a cell, without its pictures; more than any answer may have
DIGITS = 32  # of a name: no two pictures can be made that share it
ABSENT = "absent"  # in place of the name of a picture that is not there
MOST = 1_000  # pictures that are attached to a cell


def taken_out(source: str, attachments: object) -> tuple[str, dict[str, str]]:
    """A cell's text in which each picture reads ``![...](attachment:name)``, and name to picture in base64.

    The name comes from the picture, so that the same text and name always mean the same picture.

    >>> text, pictures = taken_out("so: ![a](data:image/png;base64,iVBO)", None)
    >>> text, list(pictures.values())
    ('so: ![a](attachment:1fffae4a706277be63acaa077518961b)', ['iVBO'])
    """
    pictures: dict[str, str] = {}
    if "data:image/" in source:
        source = DATA.sub(lambda match: f"attachment:{_named(match[1], pictures)}", source)
    source = source[:LONGEST]
    names: dict[str, str] = {}
    for name, data in _attached(attachments):
        new = _named(data, pictures)
        for old in (name, quote(name, errors="replace")):
            names.setdefault(old, new)
    source = _renamed(source, names)
    if not pictures:
        return source, {}
    source = TAG.sub(_without_tag, source)
    named = set(IMAGE.findall(source))
    return source + "".join(f"\n\n![picture](attachment:{name})" for name in pictures if name not in named), pictures


def only_held(source: str, pictures: Mapping[str, str]) -> str:
    """A text that names no other pictures: a name that was only typed becomes ``ABSENT``.

    >>> only_held("![a](attachment:b)", {})
    '![picture](attachment:absent)'
    """
    return IMAGE.sub(lambda match: match[0] if match[1] in pictures else f"![picture](attachment:{ABSENT})", source)


def _renamed(source: str, names: Mapping[str, str]) -> str:
    """A text with new names for its attachments; all are replaced at once, so that none is replaced twice."""
    longest = min(max(map(len, names), default=0), LONGEST_NAME)
    pieces, done = [], 0
    for match in ATTACHMENT.finditer(source) if names else ():
        start = match.end()
        stops = itertools.islice(AFTER_NAME.finditer(source, start, start + longest + 1), STOPS)
        ends = [stop.start() for stop in stops if source[start : stop.start()] in names]
        if ends and start >= done:
            pieces += [source[done:start], names[source[start : ends[-1]]]]
            done = ends[-1]
    return "".join([*pieces, source[done:]])


def _without_tag(tag: re.Match[str]) -> str:
    address = IN_TAG.search(tag[0])
    return f"![picture]({address[0]})" if address else tag[0]


def _named(data: str, pictures: dict[str, str]) -> str:
    name = hashlib.sha256(data.encode()).hexdigest()[:DIGITS]
    pictures[name] = data
    return name


def _attached(attachments: object) -> list[tuple[str, str]]:
    """(name, base64) of each attachment that is a picture."""
    bundles = attachments if isinstance(attachments, Mapping) else {}
    found = [(str(name), _data(bundle)) for name, bundle in bundles.items()]
    return [(name, data) for name, data in found if data][:MOST]


def _data(bundle: Any) -> str:
    kinds = bundle if isinstance(bundle, Mapping) else {}
    data = next((data for kind, data in kinds.items() if str(kind).startswith("image/")), "")
    if isinstance(data, list):
        data = "".join(line for line in data if isinstance(line, str))
    return data.replace("\n", "").encode("ascii", "replace").decode() if isinstance(data, str) else ""
