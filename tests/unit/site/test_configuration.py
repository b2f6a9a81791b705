"""What JupyterLite is told."""

from __future__ import annotations

from grading.site.configuration import KERNEL, PYODIDE, free_arrows, page_settings

COMMAND_MODE = ".jp-Notebook.jp-mod-commandMode :focus"


def kernel(is_own_pyodide: bool) -> dict:
    settings = page_settings("Tea", ["tea-1.0-py3-none-any.whl"], is_own_pyodide)
    return settings["jupyter-config-data"]["litePluginSettings"][KERNEL]


def test_pyodide_comes_from_its_public_address_of_one_version():
    assert kernel(is_own_pyodide=False)["pyodideUrl"] == f"{PYODIDE}/pyodide.js"
    assert "pyodideUrl" not in kernel(is_own_pyodide=True)


def test_python_starts_with_the_wheels_of_the_course_and_asks_no_registry():
    asked = kernel(is_own_pyodide=False)

    assert asked["disablePyPIFallback"] is True
    assert any(
        name.endswith("/static/wheels/tea-1.0-py3-none-any.whl") for name in asked["loadPyodideOptions"]["packages"]
    )


def test_the_arrow_keys_are_a_slider_s_own():
    fold = {"keys": ["ArrowRight"], "selector": COMMAND_MODE}
    paste = {"keys": ["V"], "selector": COMMAND_MODE}

    assert free_arrows([{"schema": {"jupyter.lab.shortcuts": [fold, paste]}}, {"schema": {}}]) == 1
    assert (fold["selector"], paste["selector"]) == (f"{COMMAND_MODE}:not([role=slider])", COMMAND_MODE)
