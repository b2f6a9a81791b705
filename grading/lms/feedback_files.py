"""The files in which feedback goes back: a page as a notebook, and pages as a zip with the same bytes every time."""

from __future__ import annotations

import io
import json
import zipfile

MIDNIGHT = (1980, 1, 1, 0, 0, 0)  # one date for all entries: the same feedback gives the same zip


def as_notebook(page: bytes) -> bytes:
    """A notebook whose only output is the page."""
    output = {"output_type": "display_data", "metadata": {}, "data": {"text/html": page.decode(errors="replace")}}
    cells = [
        {"cell_type": "markdown", "id": "about", "metadata": {}, "source": "# Feedback on your notebooks"},
        {"cell_type": "code", "id": "page", "metadata": {}, "execution_count": None, "source": "", "outputs": [output]},
    ]
    content = {"cells": cells, "metadata": {}, "nbformat": 4, "nbformat_minor": 5}
    return json.dumps(content, indent=1, ensure_ascii=False).encode()


def zipped(pages: dict[str, bytes]) -> bytes:
    """A zip of these pages."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for name, page in pages.items():
            add(archive, name, page)
    return buffer.getvalue()


def add(archive: zipfile.ZipFile, name: str, data: bytes) -> None:
    """Add a file to a zip, always with the same date and rights."""
    entry = zipfile.ZipInfo(name, MIDNIGHT)
    entry.compress_type = zipfile.ZIP_DEFLATED
    entry.external_attr = 0o644 << 16
    archive.writestr(entry, data)
