"""Texts of a submission, made harmless for pages that an instructor or a student opens."""

from __future__ import annotations

import html
import re

from grading.text import clean

from . import tex_commands

ADDRESS = re.compile(r"(?i)(?<=[a-z]):(?=//)|(?<=\bwww)\.(?=\w)")  # what makes a link of a bare address
ENTITY = re.compile(r"&(?=#?\w+;)")
MARKDOWN = re.compile(r"([\\`*_{}\[\]()#+\-.!|<>~$])")


def markdown(text: str) -> str:
    """Markdown of a student's, in which no tag, link, picture or active formula is left; its words stay.

    >>> markdown("a < b, <b>so</b> [here](javascript:x) and $\\\\href{x}{y}$")
    'a < b, < b>so< /b> [here] (javascript:x) and $\\\\ href{x}{y}$'
    """
    text = ENTITY.sub("& ", clean(html.unescape(clean(text))))  # a sign by its name must not pass as another
    text = re.sub(r"<(?=[A-Za-z/!?])", "< ", text)
    text = re.sub(r"\](?=[(\[:])", "] ", text)
    text = ADDRESS.sub(lambda sign: f"{sign[0]} ", text)
    return tex_commands.harmless(text)


def quotation(text: str) -> str:
    """Markdown of a student's, harmless, as a quotation: no line of it can stand outside.

    >>> quotation("Mine.\\n\\nThine.")
    '> Mine.\\n> \\n> Thine.'
    """
    return "\n".join(f"> {line}" for line in text.splitlines())


def framed(text: str) -> str:
    """Markdown of ours in a frame, which no student can make: their tags are no tags."""
    return f'<div style="border: 1px solid; padding: .5em 1em 0">\n\n{text}\n\n</div>'


def words(text: str) -> str:
    """One line of plain text for a Markdown cell: every sign is shown as it is.

    >>> words("Copy of *04*.ipynb")
    'Copy of \\\\*04\\\\*\\\\.ipynb'
    """
    line = tex_commands.harmless(" ".join(clean(text).split()))
    return html.escape(MARKDOWN.sub(r"\\\1", line).replace("\\<", "<").replace("\\>", ">"), quote=False)


def line(text: str) -> str:
    """One line for a terminal."""
    return " ".join(clean(text).split())
