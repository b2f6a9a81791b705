"""Run the solutions in place and store their text outputs.

``python -m grading execute [NN ...]`` (``make solutions``).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import nbformat
from nbclient import NotebookClient

from grading.paths import SOLUTIONS

PICTURES = ("image/png", "image/jpeg", "image/svg+xml", "application/vnd.jupyter.widget-view+json")

QUIET = ["--HistoryManager.hist_file=:memory:", "--log-level=ERROR"]  # for the kernel


def execute_all(numbers: tuple[str, ...] = ()) -> Iterator[Path]:
    """Run the solutions with these numbers, or all, one after the other; each as soon as it is written."""
    for path in sorted(SOLUTIONS.glob("[0-9][0-9]_*.ipynb")):
        if not numbers or path.name[:2] in numbers:
            execute(path)
            yield path


def execute(path: Path) -> None:
    """Run one notebook and write it back with execution counts and text outputs, the same bytes each time.

    Raises CellExecutionError where a cell fails that is not tagged ``raises-exception``.
    """
    notebook = nbformat.read(path, as_version=4)
    for cell in notebook.cells:
        if cell.cell_type == "code":
            cell.outputs = []
            cell.execution_count = None
    client = NotebookClient(
        notebook, timeout=120, kernel_name="python3", store_widget_state=False, extra_arguments=QUIET
    )
    client.execute(cwd=str(path.parent), cleanup_kc=True)
    for cell in notebook.cells:
        cell.metadata.pop("execution", None)
        if cell.cell_type == "code":
            cell.outputs = joined_outputs([stored_output(output) for output in cell.outputs])
    notebook.metadata = {
        "kernelspec": {"display_name": "Python 3", "language": "python", "name": "python3"},
        "language_info": {"name": "python"},
    }
    nbformat.write(notebook, path)


def joined_outputs(outputs: list) -> list:
    """The outputs with what was printed in one piece, however many pieces it came in."""
    whole: list = []
    for output in outputs:
        if output.output_type == "stream" and whole and whole[-1].get("name") == output.name:
            whole[-1].text += output.text
        else:
            whole.append(output)
    return whole


def stored_output(output):
    """An output without pictures, and without the paths that a traceback names."""
    if "data" in output:
        output.data = {kind: text for kind, text in output.data.items() if kind not in PICTURES}
    if output.output_type == "error":
        plain = re.sub(r"\x1b\[[0-9;]*m", "", "\n".join(output.traceback))
        output.traceback = [plain.rstrip().splitlines()[-1]]
    return output
