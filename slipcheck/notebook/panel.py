"""Short messages in a notebook: an HTML panel that fits light and dark themes, and the same as plain text."""

from __future__ import annotations

import html
import re
import sys
from dataclasses import dataclass, field

COLORS = {"good": "#1a8f63", "open": "#c2570c", "info": "#3b7dd8"}


@dataclass
class Panel:
    """A title, paragraphs, and a list of (sign, text, paragraphs). In texts, `code` stands between backticks."""

    title: str
    tone: str = "info"
    paragraphs: list[str] = field(default_factory=list)
    items: list[tuple[str, str, list[str]]] = field(default_factory=list)
    closing: list[str] = field(default_factory=list)

    def __repr__(self) -> str:
        lines = [self.title, *self.paragraphs]
        for sign, text, more in self.items:
            lines += [f"  {sign} {text}", *(f"      {paragraph}" for paragraph in more)]
        return "\n".join(lines + self.closing)

    def _repr_html_(self) -> str:
        body = "".join(f"<p style='margin:.3em 0'>{_marked(text)}</p>" for text in self.paragraphs)
        if self.items:
            body += (
                f"<ul style='list-style:none;padding-left:.2em;margin:.3em 0'>{''.join(map(_item, self.items))}</ul>"
            )
        body += "".join(f"<p style='margin:.3em 0'>{_marked(text)}</p>" for text in self.closing)
        return (
            f"<div role='status' style='border-left:5px solid {COLORS[self.tone]};padding:.3em 0 .3em .9em;"
            "margin:.3em 0;max-width:46em;line-height:1.45'>"
            f"<p style='margin:.2em 0;font-weight:bold'>{_marked(self.title)}</p>{body}</div>"
        )

    def show(self) -> None:
        """In a notebook as HTML, elsewhere as text."""
        ipython = sys.modules.get("IPython")
        if ipython and ipython.get_ipython() is not None:
            from IPython.display import display

            display(self)
        else:
            print(self)


def _item(item: tuple[str, str, list[str]]) -> str:
    sign, text, more = item
    rest = "".join(f"<p style='margin:.15em 0 .15em 1.5em'>{_marked(paragraph)}</p>" for paragraph in more)
    return f"<li style='margin:.25em 0'><span aria-hidden='true'>{sign}</span> {_marked(text)}{rest}</li>"


def _marked(text: str) -> str:
    return re.sub(r"`([^`]+)`", r"<code>\1</code>", html.escape(text, quote=True))


class NotYet(Exception):
    """What a check raises: an error to nbgrader, one readable line to the student."""

    def _render_traceback_(self) -> list[str]:
        return [str(self)]
