"""Make pages from templates: each is one file without a script; every value is escaped."""

from __future__ import annotations

import hashlib
import re
from functools import cache
from html import escape
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from grading.text import percent, points

FOLDER = Path(__file__).with_name("templates")
POLICY = "default-src 'none'; img-src data:; style-src 'unsafe-inline'"


@cache
def templates() -> Environment:
    loader = FileSystemLoader(FOLDER)
    made = Environment(loader=loader, autoescape=True, trim_blocks=True, lstrip_blocks=True, undefined=StrictUndefined)
    made.filters.update(with_code=with_code, points=points, percent=percent)
    made.globals["policy"] = POLICY
    return made


def render(name: str, **values) -> str:
    return templates().get_template(name).render(**values)


@cache
def templates_version() -> str:
    """Of the templates."""
    return hashlib.sha256(b"".join(path.read_bytes() for path in sorted(FOLDER.iterdir()))).hexdigest()


def with_code(text: str) -> Markup:
    """A message, in which code stands between backticks.

    >>> with_code("`a < b` is <b>")
    Markup('<code>a &lt; b</code> is &lt;b&gt;')
    """
    return Markup(re.sub(r"`([^`]+)`", r"<code>\1</code>", escape(text)))
