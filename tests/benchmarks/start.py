"""How long a newcomer waits, from a clone to the first mark and to the first checked answer."""

from __future__ import annotations

import subprocess
import sys
import tempfile
import time
from pathlib import Path

from grading.demo_class import submission, write_demo
from grading.submissions.course_notebooks import solved
from tests.support import manual
from tests.support.downloads import STEMS

CHECKED = """
import nbformat
from nbclient import NotebookClient
notebook = nbformat.read("{}.ipynb", as_version=4)
NotebookClient(notebook).execute()
assert "3 of 3 points" in str([cell.get("outputs") for cell in notebook.cells])
"""


def seconds(words: list[str], folder: Path) -> float:
    began = time.perf_counter()
    subprocess.run(words, cwd=folder, check=True, capture_output=True)
    return time.perf_counter() - began


def main() -> None:
    with tempfile.TemporaryDirectory() as top:
        clone = manual.clone(Path(top) / "clone")
        python = f"PYTHON={getattr(sys, '_base_executable', sys.executable)}"
        made = seconds(["make", python, "environment"], clone)
        marks = seconds(["make", python, "grade"], clone)
        write_demo(clone, STEMS[1], submission(STEMS[1], solved(STEMS[1])))
        checked = seconds([".venv/bin/python", "-c", CHECKED.format(STEMS[1])], clone)
    print(f"\nfrom a clone to the first mark: {made + marks:.0f} s (at most 180)")
    print(f"from a clone to the first checked answer: {made + checked:.0f} s")
    print(f"of both, to make the environment: {made:.0f} s")


if __name__ == "__main__":
    main()
