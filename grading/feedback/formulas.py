"""Formulas of a page as MathML, which browsers draw themselves: a page needs no script and fetches none."""

from __future__ import annotations

import html
from typing import Literal
from xml.etree import ElementTree

import latex2mathml.converter
from nbconvert.filters.markdown_mistune import IPythonRenderer

MOST = 40  # curly brackets: more could stand in one another too deep to be read
LONG = 2000  # characters


def as_mathml(tex: str, display: Literal["inline", "block"] = "inline") -> str:
    """A formula in TeX as MathML; as its own text where it cannot be read.

    >>> as_mathml("<")
    '<math xmlns="http://www.w3.org/1998/Math/MathML" display="inline"><mrow><mo>&lt;</mo></mrow></math>'
    """
    if len(tex) > LONG or tex.count("{") > MOST:
        return _as_text(tex)
    try:
        made = latex2mathml.converter.convert_to_element(tex, display=display)
    except Exception:  # whatever the library raises at a text that is no formula
        return _as_text(tex)
    for node in made.iter():
        node.text = html.unescape(node.text) if node.text else node.text
    return ElementTree.tostring(made, encoding="unicode")


def _as_text(tex: str) -> str:
    return f"<code>{html.escape(tex)}</code>"


class FormulaRenderer(IPythonRenderer):
    """nbconvert's renderer of Markdown, with formulas as MathML."""

    def inline_math(self, body: str) -> str:
        """Between single dollar signs."""
        return as_mathml(body)

    def block_math(self, body: str) -> str:
        """On a line of its own."""
        return as_mathml(body, "block")

    def latex_environment(self, name: str, body: str) -> str:
        """Between ``\\begin`` and ``\\end``."""
        return as_mathml(f"\\begin{{{name}}}{body}\\end{{{name}}}", "block")
