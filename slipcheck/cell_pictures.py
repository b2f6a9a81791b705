"""Pictures in the text of a cell: attachments as Jupyter keeps them, and data URIs as Colab writes them."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Mapping
from typing import Any
from urllib.parse import quote

DATA = re.compile(r"data:image/[\w.+-]+;base64,([A-Za-z0-9+/=]+)")
TAG = re.compile(r"<img\b[^>]*?(attachment:[\w.%-]+)[^>]*>", re.IGNORECASE)
IMAGE = re.compile(r"!\[[^\]\n]*\] ?\(<?attachment:([^)>\n]*)>?\)")


def taken_out(source: str, attachments: object) -> tuple[str, dict[str, str]]:
    """A cell's text in which each picture reads ``![...](attachment:name)``, and name to picture in base64.

    The name comes from the picture, so that the same text and name always mean the same picture.

    >>> text, pictures = taken_out("so: ![a](data:image/png;base64,iVBO)", None)
    >>> text, list(pictures.values())
    ('so: ![a](attachment:1fffae4a7062)', ['iVBO'])
    """
    pictures: dict[str, str] = {}
    if "data:image/" in source:
        source = DATA.sub(lambda match: f"attachment:{_named(match[1], pictures)}", source)
    for name, data in _attached(attachments):
        new = f"attachment:{_named(data, pictures)}"
        for old in (name, quote(name)):
            source = re.sub(rf"attachment:{re.escape(old)}(?=[)>\"'\s])", new, source)
    if not pictures:
        return source, {}
    source = TAG.sub(r"![picture](\1)", source)
    shown = set(IMAGE.findall(source))
    return source + "".join(f"\n\n![picture](attachment:{name})" for name in pictures if name not in shown), pictures


def _named(data: str, pictures: dict[str, str]) -> str:
    name = hashlib.sha256(data.encode()).hexdigest()[:12]
    pictures[name] = data
    return name


def _attached(attachments: object) -> list[tuple[str, str]]:
    """(name, base64) of each attachment that is a picture."""
    bundles = attachments if isinstance(attachments, Mapping) else {}
    found = [(str(name), _data(bundle)) for name, bundle in bundles.items()]
    return [(name, data) for name, data in found if data]


def _data(bundle: Any) -> str:
    kinds = bundle if isinstance(bundle, Mapping) else {}
    data = next((data for kind, data in kinds.items() if str(kind).startswith("image/")), "")
    if isinstance(data, list):
        data = "".join(line for line in data if isinstance(line, str))
    return data.replace("\n", "") if isinstance(data, str) else ""
