"""The course as a site, served on loopback, and a student who works in it."""

from __future__ import annotations

import functools
import re
import subprocess
import sys
import threading
from contextlib import contextmanager
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import urlparse

import pytest

from grading.errors import SiteError
from grading.paths import ROOT
from grading.site.whole_site import ENVIRONMENT, write_site

from .lab import Student
from .pyodide import pyodide

REQUIREMENTS = "grading/site/requirements.txt"
PATIENCE = 180_000  # ms, until Python has loaded on a busy machine
READY = "document.querySelector('body > p[role=status]')?.hidden === true"
SAVED = ".jp-NotebookPanel .jp-mod-dirty"
INSIDE = ("data", "blob")  # addresses without a host


def built(target: Path) -> Path:
    """The site with Pyodide in it. Skips the test where what it is made of cannot be had."""
    folder = pyodide()
    words = ["--folder", ENVIRONMENT.name, "--requirements", REQUIREMENTS, "--bare"]
    made = subprocess.run([sys.executable, "-I", "grading/environment.py", *words], cwd=ROOT, capture_output=True)
    if made.returncode:
        pytest.skip(f"THE SITE IS NOT TESTED: {made.stdout.decode()[-500:]}")
    try:
        return write_site(target, folder)
    except SiteError as problem:
        if "pip failed" not in str(problem):
            raise
        pytest.skip(f"THE SITE IS NOT TESTED: {problem}")


class CountingServer(ThreadingHTTPServer):
    """``sent`` are the bytes of the files that were asked for."""

    sent = 0


class QuietHandler(SimpleHTTPRequestHandler):
    """Static files, as any web server gives them, not compressed."""

    def log_message(self, *_words) -> None:
        """Nothing on the screen."""

    def send_header(self, keyword: str, value: str) -> None:
        """Count what is sent."""
        if keyword == "Content-Length" and isinstance(self.server, CountingServer):
            self.server.sent += int(value)
        super().send_header(keyword, value)


@contextmanager
def serving(folder: Path):
    """The server of the site."""
    server = CountingServer(("127.0.0.1", 0), functools.partial(QuietHandler, directory=str(folder)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield server
    finally:
        server.shutdown()
        server.server_close()


def address_of(server: CountingServer) -> str:
    """Where a browser finds the site."""
    return f"http://127.0.0.1:{server.server_port}"


class SiteStudent(Student):
    """A student in the site. ``elsewhere`` are the addresses outside this machine that the browser asked for."""

    def __init__(self, page, address: str):
        self.page, self.address = page, address
        self.complaints: list[str] = []
        self.elsewhere: list[str] = []
        self.panel = page.locator(".jp-NotebookPanel")
        page.context.on("request", self._note)
        page.on("pageerror", lambda error: self.complaints.append(str(error)))

    def _note(self, request) -> None:
        address = urlparse(request.url)
        if address.scheme not in INSIDE and address.hostname != "127.0.0.1":
            self.elsewhere.append(request.url)

    def open(self, notebook: str) -> None:
        """Open a notebook by its address, and wait for Python."""
        self.page.goto(f"{self.address}/notebooks/index.html?path={notebook}")
        self.wait()

    def wait(self) -> None:
        """Until Python is there."""
        self.panel.locator(".jp-CodeCell").first.wait_for(timeout=PATIENCE)
        self.page.wait_for_function(READY, timeout=PATIENCE)

    def run_all(self) -> None:
        """*Run All Cells*, to the last one."""
        self.page.get_by_role("menuitem", name="Run", exact=True).click()
        self.page.get_by_role("menuitem", name="Run All Cells", exact=True).click()
        self._until_the_last_has_run()

    def _until_the_last_has_run(self) -> None:
        from playwright.sync_api import expect

        last = self.panel.locator(".jp-CodeCell .jp-InputPrompt").last
        expect(last).to_have_text("[*]:", timeout=PATIENCE)
        expect(last).not_to_have_text("[*]:", timeout=PATIENCE)

    def restart_and_run_all(self) -> None:
        """*Restart Kernel and Run All Cells*, to the last one."""
        self.page.get_by_role("menuitem", name="Kernel", exact=True).click()
        self.page.get_by_role("menuitem", name=re.compile("^Restart Kernel and Run All Cells")).click()
        self.page.locator(".jp-Dialog .jp-mod-accept").click()
        self._until_the_last_has_run()

    def save(self) -> None:
        """Save the notebook."""
        self.page.keyboard.press("Control+s")
        self.page.wait_for_function(f"!document.querySelector('{SAVED}')")
