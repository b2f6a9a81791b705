"""Errors of cells that may raise, in a kernel that gives up all later cells at any error."""

from __future__ import annotations

from types import SimpleNamespace

import pytest

from slipcheck.notebook import download, errors_as_text, run_cells


@pytest.fixture
def strict(notebook, monkeypatch):
    """A kernel as JupyterLite's: what it keeps of an error is what stops the later cells."""
    monkeypatch.setenv(errors_as_text.VARIABLE, errors_as_text.AS_TEXT)
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
    monkeypatch.delenv(errors_as_text.VARIABLE, raising=False)

    assert not errors_as_text.is_wanted()
    assert not download.is_wanted()
