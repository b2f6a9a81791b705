"""Short messages in a notebook: an HTML panel for light and dark themes, and the same message as plain text."""

from __future__ import annotations

import html
import re
import sys
import time
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from slipcheck.diagnosis import Spot

HIGHLIGHT = (
    "background:transparent;color:inherit;font-weight:bold;text-decoration:underline wavy "
    "#c2570c;text-underline-offset:.25em"
)
CELL = "padding:.1em .8em;text-align:right"
NO_TEX = "tex2jax_ignore mathjax_ignore"  # a quoted text is no formula: MathJax could make a link of it
PAUSE = 2.0  # seconds between two lines of what takes long
COLORS = {"good": "#1a8f63", "open": "#c2570c", "info": "#3b7dd8"}


@dataclass
class PanelItem:
    """A line of a panel's list: its sign and text, then paragraphs, the line of code that they speak of, a table."""

    sign: str
    text: str
    paragraphs: list[str] = field(default_factory=list)
    spot: Spot | None = None
    table: Sequence[Sequence[str]] = ()

    def as_text(self) -> list[str]:
        """Its lines."""
        lines = [f"  {self.sign} {self.text}"]
        if self.spot is not None:
            number = f"{self.spot.line}: "
            lines += [f"        {number}{self.spot.text}", " " * (8 + len(number)) + self.spot.pointer]
        lines += [f"      {paragraph}" for paragraph in self.paragraphs]
        widths = [max(map(len, column)) for column in zip(*self.table, strict=True)]
        for row in self.table:
            lines.append("        " + "  ".join(cell.rjust(width) for cell, width in zip(row, widths, strict=True)))
        return lines

    def as_html(self) -> str:
        """A list item; a screen reader is told the piece at fault, and the sign where that is a number."""
        code = _code(self.spot) if self.spot is not None else ""
        rest = "".join(
            f"<p style='margin:.15em 0 .15em 1.5em'>{_with_code(paragraph)}</p>" for paragraph in self.paragraphs
        )
        rows = _table(self.table) if self.table else ""
        is_number = self.sign[:1].isdigit()
        sign = self.sign if is_number else f"<span aria-hidden='true'>{self.sign}</span>"
        return f"<li style='margin:.25em 0'>{sign} {_with_code(self.text)}{code}{rest}{rows}</li>"


def _code(spot: Spot) -> str:
    """The student's line with its number, the piece at fault set apart by more than its colour."""
    before, piece, after = (html.escape(text) for text in spot.pieces)
    label = f"the marked piece: {html.escape(spot.pieces[1], quote=True)}"
    highlighted = f"<mark style='{HIGHLIGHT}' aria-label='{label}'>{piece}</mark>"
    return (
        "<pre style='margin:.3em 0 .3em 1.5em;overflow-x:auto;background:transparent;color:inherit'>"
        f"<span style='opacity:.7'>line {spot.line}: </span>{before}{highlighted}{after}</pre>"
    )


def _table(rows: Sequence[Sequence[str]]) -> str:
    head, *body = rows
    cells = "".join(f"<th scope='col' style='{CELL}'>{_with_code(cell)}</th>" for cell in head)
    lines = [f"<tr>{cells}</tr>"]
    for row in body:
        lines.append("<tr>" + "".join(f"<td style='{CELL}'>{_with_code(cell)}</td>" for cell in row) + "</tr>")
    return f"<table style='margin:.3em 0 .3em 1.5em;border-collapse:collapse'>{''.join(lines)}</table>"


@dataclass
class Panel:
    """A title, paragraphs, and a list of items. In texts, `code` stands between backticks."""

    title: str
    tone: str = "info"
    paragraphs: list[str] = field(default_factory=list)
    items: list[PanelItem] = field(default_factory=list)
    closing: list[str] = field(default_factory=list)

    def __repr__(self) -> str:
        lines = [self.title, *self.paragraphs]
        for item in self.items:
            lines += item.as_text()
        return "\n".join(lines + self.closing)

    def _repr_html_(self) -> str:
        body = "".join(f"<p style='margin:.3em 0'>{_with_code(text)}</p>" for text in self.paragraphs)
        if self.items:
            body += (
                "<ul style='list-style:none;padding-left:.2em;margin:.3em "
                f"0'>{''.join(item.as_html() for item in self.items)}</ul>"
            )
        body += "".join(f"<p style='margin:.3em 0'>{_with_code(text)}</p>" for text in self.closing)
        return (
            f"<div class='{NO_TEX}' role='status' style='border-left:5px solid {COLORS[self.tone]};"
            "padding:.3em 0 .3em .9em;margin:.3em 0;max-width:46em;line-height:1.45'>"
            f"<p style='margin:.2em 0;font-weight:bold'>{_with_code(self.title)}</p>{body}</div>"
        )

    def show(self) -> None:
        """In a notebook as HTML, elsewhere as text."""
        if _is_in_a_notebook():
            from IPython.display import display

            display(self)  # type: ignore[no-untyped-call]
        else:
            print(self)


class Progress:
    """What is said while something takes long, in the place of the panel that follows; elsewhere nothing is said."""

    def __init__(self) -> None:
        self._handle: Any = None
        self._next = time.monotonic() + PAUSE

    def say(self, title: str) -> None:
        """Show a line, but not so often that a screen reader cannot follow."""
        if time.monotonic() >= self._next and _is_in_a_notebook():
            self._next = time.monotonic() + PAUSE
            self._replace(Panel(title))

    def end(self, panel: Panel) -> None:
        """Show the panel that stays."""
        if self._handle is None:
            panel.show()
        else:
            self._replace(panel)

    def _replace(self, panel: Panel) -> None:
        from IPython.display import display

        if self._handle is None:
            self._handle = display(panel, display_id=True)  # type: ignore[no-untyped-call]
        else:
            self._handle.update(panel)


def _is_in_a_notebook() -> bool:
    ipython = sys.modules.get("IPython")
    return bool(ipython) and ipython.get_ipython() is not None  # type: ignore[union-attr]


def _with_code(text: str) -> str:
    return re.sub(r"`([^`]+)`", r"<code>\1</code>", html.escape(text, quote=True))


class NotYet(Exception):
    """What a check raises: an error to nbgrader, one readable line to the student."""

    def _render_traceback_(self) -> list[str]:
        return [str(self)]
