"""A kernel of its own, with what a notebook has run before its answer."""

from __future__ import annotations

import atexit

import matplotlib.pyplot as plt
import pytest
from IPython.core.interactiveshell import InteractiveShell
from IPython.utils.capture import capture_output
from traitlets.config import Config

from grading.paths import stems
from grading.submissions.course_notebooks import released
from slipcheck.notebook import run_cells

SETUP = next(cell.source for cell in released(stems()[3]).cells if cell.cell_type == "code")


class Notebook:
    """A kernel of its own: ``run`` gives what a cell printed or displayed, and its error line."""

    set_up = SETUP

    def __init__(self):
        InteractiveShell.clear_instance()
        self.shell = InteractiveShell.instance(config=Config({"HistoryManager": {"enabled": False}}))
        run_cells.RAN.clear()
        run_cells.watch()
        self.run(SETUP)

    def run(self, source: str, cell_id: str | None = None) -> str:
        with capture_output() as captured:
            result = self.shell.run_cell(source, store_history=True, cell_id=cell_id)
        self.error = result.error_before_exec or result.error_in_exec
        shown = "\n".join(output.data["text/plain"] for output in captured.outputs)
        return captured.stdout + shown

    def close(self):
        plt.ioff()  # while the shell lives in which pyplot has a hook
        InteractiveShell.clear_instance()
        atexit.unregister(self.shell.atexit_operations)


@pytest.fixture
def notebook():
    opened = Notebook()
    yield opened
    opened.close()


@pytest.fixture
def folder(tmp_path, monkeypatch):
    """A student's folder, which is the current one."""
    monkeypatch.chdir(tmp_path)
    return tmp_path
