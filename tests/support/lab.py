"""A JupyterLab on loopback and a browser in it, as a student would use them."""

from __future__ import annotations

import contextlib
import json
import os
import re
import shutil
import socket
import subprocess
import sys
import time
import urllib.request
from pathlib import Path

from grading.paths import ROOT

CHROMIUM = shutil.which("chromium")
FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
NO_QUESTIONS = {  # one would lie over the notebook
    "@jupyterlab/apputils-extension:notification": {"fetchNews": "false", "checkForUpdates": False}
}
ALL_CELLS = {"@jupyterlab/notebook-extension:tracker": {"windowingMode": "none"}}  # also those out of sight are drawn
DARK = {"@jupyterlab/apputils-extension:themes": {"theme": "JupyterLab Dark"}}
NUMBER = re.compile(r"\[\d+\]:")  # the prompt of a cell that ran to its end
PATIENCE = 60_000  # ms, for a kernel to start on a busy machine


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


@contextlib.contextmanager
def served(folder: Path, token: str = "lif", settings: dict[str, dict] | None = None):
    """The address of a JupyterLab whose files are in ``folder``; ``settings`` are a user's, by the plugin's name."""
    with _on_loopback("jupyterlab", folder, token, settings) as address:
        yield f"{address}/lab?reset&token={token}"


@contextlib.contextmanager
def served_notebook(folder: Path, token: str = "lif"):
    """The address of a Notebook 7 whose files are in ``folder``, and the ending that opens the door once."""
    with _on_loopback("notebook", folder, token) as address:
        yield address, f"?token={token}"


def _on_loopback(module: str, folder: Path, token: str, settings: dict[str, dict] | None = None):
    command = [sys.executable, "-m", module, "--allow-root", f"--ServerApp.root_dir={folder}"]
    return started([*command, "--ServerApp.ip=127.0.0.1"], folder.parent, token, settings)


@contextlib.contextmanager
def started(command: list[str], home: Path, token: str, settings: dict[str, dict] | None = None):
    """The address of the Jupyter server that a command starts in ``home``, with settings of its own there."""
    port = free_port()
    command = [*command, "--no-browser", f"--ServerApp.port={port}", f"--IdentityProvider.token={token}"]
    environment = _environment(home)
    choose(Path(environment["JUPYTERLAB_SETTINGS_DIR"]), {**NO_QUESTIONS, **(settings or {})})
    with (home / "lab.log").open("wb") as log:
        server = subprocess.Popen(command, cwd=home, stdout=log, stderr=log, env=environment)
        try:
            _wait_for(f"http://127.0.0.1:{port}/api?token={token}", server)
            yield f"http://127.0.0.1:{port}"
        finally:
            _end(server)


def choose(folder: Path, settings: dict[str, dict]) -> None:
    """Write a user's settings, by the plugin's name, into the folder where JupyterLab looks for them."""
    for plugin, chosen in settings.items():
        path = folder / f"{plugin.replace(':', '/')}.jupyterlab-settings"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(json.dumps(chosen))


def _end(server: subprocess.Popen) -> None:
    server.terminate()
    try:
        server.wait(20)
    except subprocess.TimeoutExpired:
        server.kill()
        server.wait()


def _environment(home: Path) -> dict[str, str]:
    """Settings and kernels of its own, so that the developer's are neither used nor changed; these helpers."""
    folders = ("JUPYTER_CONFIG_DIR", "JUPYTER_DATA_DIR", "JUPYTERLAB_SETTINGS_DIR", "JUPYTERLAB_WORKSPACES_DIR")
    own = {name: str(home / name.lower()) for name in (*folders, "IPYTHONDIR")}
    return {**os.environ, **own, "PYTHONPATH": str(ROOT)}


def _wait_for(address: str, server: subprocess.Popen) -> None:
    for _ in range(300):
        if server.poll() is not None:
            raise RuntimeError("JupyterLab stopped while starting.")
        with contextlib.suppress(OSError), urllib.request.urlopen(address, timeout=1):
            return
        time.sleep(0.2)
    raise RuntimeError("JupyterLab did not answer within a minute.")


@contextlib.contextmanager
def browser():
    """Debian's Chromium, driven by Playwright."""
    from playwright.sync_api import expect, sync_playwright

    expect.set_options(timeout=20_000)  # ms; a slider may run an answer for 3 s, on a busy machine longer
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        try:
            yield chromium
        finally:
            chromium.close()


class Hands:
    """What a student does in an open notebook, wherever it is open."""

    def __init__(self, page):
        self.page = page
        self.panel = page.locator(".jp-NotebookPanel:not(.lm-mod-hidden)")

    def cell(self, beginning: str):
        """The code cell whose text begins like this, scrolled into view."""
        found = self.panel.locator(".jp-CodeCell").filter(
            has=self.page.locator(".cm-content", has_text=re.compile(rf"^\s*{re.escape(beginning)}"))
        )
        found.first.scroll_into_view_if_needed()
        return found.first

    def output(self, beginning: str):
        """What a cell shows below it."""
        return self.cell(beginning).locator(".jp-Cell-outputArea")

    def type_answer(self, beginning: str, text: str) -> None:
        """Replace a cell's text."""
        self.cell(beginning).locator(".cm-content").click()
        self.page.keyboard.press("Control+a")
        self.page.keyboard.insert_text(text)

    def fill_blank(self, beginning: str, line: int, column: int, text: str) -> None:
        """Select the three dots at a place of a cell, and type a text over them, key by key."""
        self.cell(beginning).locator(".cm-content").click()
        self.page.keyboard.press("Control+Home")
        for key in ["ArrowDown"] * line + ["Home", "Home"] + ["ArrowRight"] * column + ["Shift+ArrowRight"] * 3:
            self.page.keyboard.press(key)
        self.page.keyboard.type(text)

    def run(self, beginning: str, patience: int = PATIENCE):
        """Run a cell with the keyboard; its output."""
        prompt = self.cell(beginning).locator(".jp-InputPrompt")
        before = prompt.text_content()
        self.cell(beginning).locator(".cm-content").click()
        self.page.keyboard.press("Control+Enter")
        _wait_for_number(prompt, before, patience)
        return self.output(beginning)

    def run_all_above(self, beginning: str) -> None:
        """Run the set-up cells: every code cell before the one that begins like this."""
        self.cell(beginning).locator(".cm-content").click()
        self.page.keyboard.press("Escape")
        above = self.panel.locator(".jp-CodeCell:has(~ .jp-mod-selected) .jp-InputPrompt").last
        before = above.text_content()
        self.page.get_by_role("menuitem", name="Run", exact=True).click()
        self.page.get_by_role("menuitem", name="Run All Above Selected Cell").click()
        _wait_for_number(above, before)


class Student(Hands):
    """What a student does in JupyterLab. ``complaints`` are the errors in the browser's console."""

    def __init__(self, page, address: str):
        super().__init__(page)
        self.complaints: list[str] = []
        page.on("console", lambda message: message.type == "error" and self.complaints.append(message.text))
        page.on("pageerror", lambda error: self.complaints.append(str(error)))
        page.goto(address)
        self._listed("").first.wait_for(timeout=PATIENCE)

    def _listed(self, name: str):
        return self.page.locator(".jp-DirListing-item", has_text=name)

    def open(self, notebook: str) -> None:
        """Open a notebook with a double click in the list of files, and wait for its kernel."""
        self._listed(notebook).dblclick()
        self.wait_for(notebook)

    def wait_for(self, notebook: str) -> None:
        """Until a notebook is in front, and its kernel waits."""
        self.page.locator(f".lm-DockPanel-tabBar .lm-mod-current:has-text('{notebook}')").wait_for(timeout=PATIENCE)
        self.panel.locator(".jp-CodeCell").first.wait_for(timeout=PATIENCE)
        # Not the notebook's own indicator: that is idle before there is a kernel, and cells run then are dropped.
        self.page.locator("#jp-main-statusbar", has_text="| Idle").wait_for(timeout=PATIENCE)


class NotebookStudent(Hands):
    """What a student does in Notebook 7, where each notebook has a page of its own."""

    def __init__(self, page, address: str, notebook: str, ending: str):
        super().__init__(page)
        page.goto(f"{address}/notebooks/{notebook}{ending}")
        self.panel.locator(".jp-CodeCell").first.wait_for(timeout=PATIENCE)
        page.get_by_text("Kernel status: Idle").first.wait_for(state="attached", timeout=PATIENCE)


def _wait_for_number(prompt, before: str, patience: int = PATIENCE) -> None:
    """Until the prompt shows a number, and not the one of the run before."""
    from playwright.sync_api import expect

    expect(prompt).not_to_have_text(before, timeout=PATIENCE)
    expect(prompt).to_have_text(NUMBER, timeout=patience)
