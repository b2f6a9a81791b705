"""Texts of a submission, made harmless for pages that an instructor or a student opens."""

from __future__ import annotations

import html
import re

from grading.text import clean

ACTIVE_TEX = (
    "href|url|class|style|cssId|require|data|mmlToken|html\\w*|def|gdef|edef|let|newcommand|renewcommand|unicode|csname"
    "|bbox|[rR]ule|Space|enclose|mathtip|texttip|toggle|newenvironment|renewenvironment|DeclareMathOperator"
    "|[hm]skip|m?kern|raise|lower|moveleft|moveright|ref|eqref|providecommand|includegraphics"
)
ADDRESS = re.compile(r"(?i)(?<=[a-z]):(?=//)|(?<=\bwww)\.(?=\w)")  # what makes a link of a bare address
MARKDOWN = re.compile(r"([\\`*_{}\[\]()#+\-.!|<>~$])")


def markdown(text: str) -> str:
    """Markdown of a student's, in which no tag, link, picture or active formula is left; its words stay.

    >>> markdown("a < b, <b>so</b> [here](javascript:x) and $\\\\href{x}{y}$")
    'a < b, < b>so< /b> [here] (javascript:x) and $\\\\ href{x}{y}$'
    """
    text = re.sub(r"<(?=[A-Za-z/!?])", "< ", clean(text))
    text = re.sub(r"\](?=[(\[:])", "] ", text)
    text = ADDRESS.sub(lambda sign: f"{sign[0]} ", text)
    return re.sub(rf"\\(?=(?:{ACTIVE_TEX})(?![A-Za-z]))", r"\\ ", text)


def words(text: str) -> str:
    """One line of plain text for a Markdown cell: every sign is shown as it is.

    >>> words("Copy of *04*.ipynb")
    'Copy of \\\\*04\\\\*\\\\.ipynb'
    """
    line = " ".join(clean(text).split())
    return html.escape(MARKDOWN.sub(r"\\\1", line).replace("\\<", "<").replace("\\>", ">"), quote=False)


def line(text: str) -> str:
    """One line for a terminal."""
    return " ".join(clean(text).split())
