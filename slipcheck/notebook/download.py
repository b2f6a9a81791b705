"""A link that downloads a file, for a student whose files are kept by the browser."""

from __future__ import annotations

import base64
import os
from html import escape
from pathlib import Path

VARIABLE = "SLIPCHECK_FILES"
IN_BROWSER = "in-browser"
STYLE = "display:inline-block;padding:.5em 1em;background:#1f5fa8;color:#fff;font-weight:bold;border-radius:4px"


def is_wanted() -> bool:
    """Whether the kernel's environment says that its files are the browser's."""
    return os.environ.get(VARIABLE) == IN_BROWSER


def offer(path: Path) -> None:
    """Show a link with the file in it. A widget holds it, so that the saved notebook does not."""
    import ipywidgets as widgets
    from IPython.display import display

    box = widgets.HTML(link(path.name, path.read_bytes()))
    view = {"model_id": box.model_id, "version_major": 2, "version_minor": 0}
    text = f"Download {path.name}: run this cell again to see the link."
    display({"application/vnd.jupyter.widget-view+json": view, "text/plain": text}, raw=True)  # type: ignore[no-untyped-call]


def link(name: str, data: bytes) -> str:
    """The link as HTML.

    >>> link("a.zip", b"data").partition("download=")[2]
    "'a.zip' href='data:application/zip;base64,ZGF0YQ=='>Download a.zip</a>"
    """
    name = escape(name, quote=True)
    content = base64.b64encode(data).decode()
    return f"<a style='{STYLE}' download='{name}' href='data:application/zip;base64,{content}'>Download {name}</a>"
