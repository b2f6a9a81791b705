"""The configuration of JupyterLite: what goes into the site, how Python starts there, and how its pages behave."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from slipcheck.notebook import browser_kernel

PYODIDE = "https://cdn.jsdelivr.net/pyodide/v0.27.7/full"  # Python for browsers: the one version that is tested
APPS = ("notebooks", "tree")
KERNEL = "@jupyterlite/pyodide-kernel-extension:kernel"
PACKAGES = ("ssl", "sqlite3", "ipython", "jedi", "numpy", "matplotlib")  # of Pyodide's own
FROM_WORKER = "../../../../static/wheels"  # Python runs in a worker: extensions/@jupyterlite/<extension>/static/
ENVIRONMENT = {  # of Python in the browser
    browser_kernel.ERRORS: browser_kernel.AS_TEXT,
    browser_kernel.FILES: browser_kernel.IN_BROWSER,
}
SHORTCUTS = "jupyter.lab.shortcuts"
ARROWS = {"ArrowLeft", "ArrowRight", "ArrowUp", "ArrowDown"}
FOCUS = ":focus"
NO_SLIDER = ":not([role=slider])"
AUTOSAVE = 10  # seconds
VERSION = 0  # of JupyterLite's settings


def build_settings(contents: Path, output: Path) -> dict[str, Any]:
    """For the build, from the folder of the notebooks into another."""
    return {
        "LiteBuildConfig": {
            "apps": list(APPS),
            "contents": [str(contents)],
            "no_sourcemaps": True,
            "no_unused_shared_packages": True,
            "output_dir": str(output),
        }
    }


def page_settings(title: str, wheels: list[str], is_own_pyodide: bool) -> dict[str, Any]:
    """For the pages: Python starts with all packages that the notebooks import, loaded side by side."""
    kernel: dict[str, Any] = {
        "disablePyPIFallback": True,
        "loadPyodideOptions": {
            "env": ENVIRONMENT,
            "packages": [*PACKAGES, *(f"{FROM_WORKER}/{name}" for name in wheels)],
        },
    }
    if not is_own_pyodide:
        kernel["pyodideUrl"] = f"{PYODIDE}/pyodide.js"
    return {
        "jupyter-lite-schema-version": VERSION,
        "jupyter-config-data": {"appName": title, "litePluginSettings": {KERNEL: kernel}},
    }


def overrides() -> dict[str, Any]:
    """Of the settings that a student can change."""
    return {
        "@jupyterlab/docmanager-extension:plugin": {"autosaveInterval": AUTOSAVE},
        # All cells are on the page, for its search, screen readers and printing.
        "@jupyterlab/notebook-extension:tracker": {"windowingMode": "none"},
    }


def free_arrows(schemas: list[dict[str, Any]]) -> int:
    """Let sliders have the arrow keys, with which the notebook folds headings; how many shortcuts were changed.

    These are defaults of JupyterLab (in ``schemas``), which the settings above cannot take back.
    """
    shortcuts = [shortcut for plugin in schemas for shortcut in plugin["schema"].get(SHORTCUTS, [])]
    arrows = [shortcut for shortcut in shortcuts if set(shortcut["keys"]) & ARROWS and FOCUS in shortcut["selector"]]
    for shortcut in arrows:
        shortcut["selector"] += NO_SLIDER
    return len(arrows)
