"""Work in a kernel that runs in the browser: errors that stop no later cell, and links that download a file.

A cell says with the tag ``raises-exception`` that it may raise. Jupyter's front ends pass that on (``stop_on_error``);
JupyterLite's kernel ignores it, and *Run all* would end at the first answer that is not right yet. The browser keeps
the student's files. Whatever starts such a kernel sets the variables below in its environment.
"""

from __future__ import annotations

import base64
import os
import sys
from html import escape
from pathlib import Path
from typing import Any

ERRORS = "SLIPCHECK_ERRORS"
AS_TEXT = "as-text"
FILES = "SLIPCHECK_FILES"
IN_BROWSER = "in-browser"
STYLE = "display:inline-block;padding:.5em 1em;background:#1f5fa8;color:#fff;font-weight:bold;border-radius:4px"


def shows_errors_as_text() -> bool:
    """Whether the kernel's environment asks for errors as text."""
    return os.environ.get(ERRORS) == AS_TEXT


def has_files_in_browser() -> bool:
    """Whether the kernel's environment says that its files are the browser's."""
    return os.environ.get(FILES) == IN_BROWSER


def show_errors_as_text(shell: Any) -> None:
    """From now on, an error of a cell that may raise is printed, and the kernel is told of none."""
    shell.events.register("post_run_cell", lambda _result: _pass_over(shell))


def _pass_over(shell: Any) -> None:
    error = shell._last_traceback
    if error is None or _stops(shell.kernel.get_parent()):
        return
    shell._last_traceback = None
    print("\n".join(error["traceback"]), file=sys.stderr)


def _stops(request: Any) -> bool:
    """Whether the request to run the cell says that an error ends all that is asked for after it."""
    content = request.get("content", {}) if isinstance(request, dict) else {}
    return bool(content.get("stop_on_error", True))


def offer_download(path: Path) -> None:
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
