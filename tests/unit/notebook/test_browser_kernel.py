"""In a browser: errors of cells that may raise stop no later cell, and a link downloads the zip."""

from __future__ import annotations

from types import SimpleNamespace

import pytest
from IPython.utils.capture import capture_output

from grading.paths import NOTEBOOKS
from slipcheck.notebook import browser_kernel, run_cells

WIDGET = "application/vnd.jupyter.widget-view+json"
ANSWERED = "04_membrane_potential.ipynb"


@pytest.fixture
def strict(notebook, monkeypatch):
    """A kernel as JupyterLite's: what it keeps of an error is what stops the later cells."""
    monkeypatch.setenv(browser_kernel.ERRORS, browser_kernel.AS_TEXT)
    shell = notebook.shell
    shell._last_traceback = None
    shell._showtraceback = lambda kind, error, lines: setattr(shell, "_last_traceback", {"traceback": lines})
    shell._slipcheck_watched = False
    run_cells.watch()

    def run(source: str, stop_on_error: bool) -> bool:
        request = {"content": {"stop_on_error": stop_on_error}}
        shell._last_traceback = None
        shell.kernel = SimpleNamespace(get_parent=lambda: request)
        shell.run_cell(source)
        return shell._last_traceback is not None

    return run


@pytest.mark.parametrize("source", ["w = w + 1", "x = (", "check(4)"], ids=["error", "syntax", "check"])
def test_a_cell_that_may_raise_stops_nothing_and_its_error_is_seen(strict, source, capsys):
    stopped = strict(source, stop_on_error=False)

    seen = capsys.readouterr()
    assert not stopped
    assert any(word in seen.err for word in ("NameError", "SyntaxError", "was not run yet"))


def test_an_error_of_any_other_cell_stops_those_after_it(strict, capsys):
    assert strict("w = w + 1", stop_on_error=True)
    assert capsys.readouterr().err == ""


def test_an_ordinary_kernel_is_left_alone(notebook, monkeypatch):
    monkeypatch.delenv(browser_kernel.ERRORS, raising=False)

    assert not browser_kernel.shows_errors_as_text()
    assert not browser_kernel.has_files_in_browser()


@pytest.fixture
def shown(notebook, folder, monkeypatch):
    """What ``hand_in`` displays with this setting, besides its panel; there is one notebook in the folder."""

    def hand_in(setting: str) -> list[dict]:
        monkeypatch.setenv(browser_kernel.FILES, setting)
        (folder / ANSWERED).write_bytes((NOTEBOOKS / ANSWERED).read_bytes())
        with capture_output() as captured:
            notebook.shell.run_cell("from helpers import hand_in\nhand_in()")
        return [output.data for output in captured.outputs if WIDGET in output.data]

    return hand_in


def test_the_link_is_a_widget_s_so_that_the_notebook_does_not_grow_by_it(shown):
    (data,) = shown(browser_kernel.IN_BROWSER)

    assert data["text/plain"] == "Download lif_part_1.zip: run this cell again to see the link."


def test_there_is_none_where_the_files_are_in_a_folder(shown):
    assert shown("") == []
