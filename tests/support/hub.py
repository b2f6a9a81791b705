"""A JupyterHub on loopback, as docs/jupyterhub.md sets it up, with a clone of the repository beside it."""

from __future__ import annotations

import contextlib
import json
import os
import re
import signal
import subprocess
import tempfile
import time
import urllib.request
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from grading.paths import ROOT

from . import manual
from .lab import NO_QUESTIONS, choose, free_port
from .pyodide import CACHE, alone, run

PAGE = (ROOT / "docs" / "jupyterhub.md").read_text(encoding="utf-8")
PROGRAMS = ROOT / ".venv-hub" / "bin"
MADE = PROGRAMS.parent / "made"
MISSING = "JUPYTERHUB IS NOT TESTED: its environment is missing: make hub"
ODD = ("o'brien", "doe.jane@example.org")  # logins that addresses, folders and patterns must escape
MORE = ("cleo", *ODD)  # who may log in too
USERS = ("ada", "ben", "teacher", *MORE)
PATIENCE = 60  # s, for the hub to start on a busy machine, and to stop
AS_ROOT = {"ServerApp": {"allow_root": True}}  # as the tests run in a container


def lines(info: str) -> list[str]:
    """The commands of the page's block with this info string."""
    return text(f"sh {info}").splitlines()


def text(info: str) -> str:
    """What stands in the page's block with this info string."""
    (found,) = re.findall(rf"(?ms)^```{re.escape(info)}\n(.*?)^```$", PAGE)
    return found


def proxy() -> Path:
    """The npm packages of the hub's proxy, by the page's command."""
    (line,) = [line for line in lines("install") if line.startswith("npm ")]
    folder = CACHE / line.split()[-1].replace("@", "-")
    try:
        with alone():
            if not folder.exists():
                _fetch(line, folder)
    except (OSError, subprocess.SubprocessError) as problem:
        said = getattr(problem, "stderr", b"") or b""
        leave_out(f"JUPYTERHUB IS NOT TESTED: its proxy cannot be had: {problem} {said.decode()[-300:]}")
    return folder / "node_modules"


def leave_out(reason: str) -> None:
    """Skip the test; where ``HUB=required``, as in make test-all, it fails."""
    if os.environ.get("HUB") == "required":
        pytest.fail(reason)
    pytest.skip(reason)


def _fetch(line: str, folder: Path) -> None:
    with tempfile.TemporaryDirectory(dir=CACHE) as scratch:
        run(["sh", "-c", line.replace("../hub", f"{scratch}/hub")], Path(scratch))
        Path(scratch, "hub").rename(folder)


@dataclass
class Hub:
    """A hub that runs: its address, its folder, the clone beside it."""

    address: str
    folder: Path
    clone: Path

    def home(self, user: str) -> Path:
        return self.folder / "home" / user


def set_up(folder: Path) -> None:
    """The clone, and the hub's folder, as after the page's section on installing."""
    clone = manual.clone(folder / "clone")
    (clone / ".venv").symlink_to(PROGRAMS.parent)
    hub = folder / "hub"
    hub.mkdir()
    (hub / "node_modules").symlink_to(proxy())
    subprocess.run(["sh", "-ec", lines("install")[-1]], cwd=clone, check=True)
    for name in ("jupyterhub_config.py", "nbgrader_config.py"):
        (hub / name).write_text(text(f"python {name}"))
    with (hub / "jupyterhub_config.py").open("a") as config:
        config.write(f"c.Authenticator.allowed_users |= set({MORE!r})\n")
    if os.getuid() == 0:
        (hub / "jupyter_server_config.json").write_text(json.dumps(AS_ROOT))
    for user in USERS:
        choose(hub / "home" / user / ".jupyter" / "lab" / "user-settings", NO_QUESTIONS)


@contextlib.contextmanager
def started(folder: Path) -> Iterator[Hub]:
    """The hub of a folder that was set up, started by the page's command, but for ports that are free."""
    address, api = (f"http://127.0.0.1:{free_port()}" for _ in range(2))
    ports = f"--JupyterHub.bind_url={address} --JupyterHub.hub_port={free_port()} --ConfigurableHTTPProxy.api_url={api}"
    command = ["bash", "-c", f"{lines('start')[0]} {ports}"]
    with (folder / "hub.log").open("wb") as log:
        process = subprocess.Popen(
            command, cwd=folder / "clone", env=_environment(), stdout=log, stderr=log, start_new_session=True
        )
        try:
            _wait_for(f"{address}/hub/api", process, folder / "hub.log")
            yield Hub(address, folder / "hub", folder / "clone")
        finally:
            _stop(process)
    assert not running_below(folder), "The hub left programs running."


def _environment() -> dict[str, str]:
    """As after ``. .venv/bin/activate``, with nothing of the developer's Jupyter."""
    own = ("JUPYTER", "PYTHON", "LIF_")
    inherited = {name: value for name, value in os.environ.items() if not name.startswith(own)}
    return {**inherited, "PATH": f"{PROGRAMS}{os.pathsep}{os.environ['PATH']}", "SHELL": "/bin/sh"}


def _wait_for(address: str, process: subprocess.Popen, log: Path) -> None:
    until = time.monotonic() + PATIENCE
    while time.monotonic() < until and process.poll() is None:
        with contextlib.suppress(OSError), urllib.request.urlopen(address, timeout=1):
            return
        time.sleep(0.2)
    raise RuntimeError(f"JupyterHub did not start:\n{log.read_text()[-3000:]}")


def _stop(process: subprocess.Popen) -> None:
    """As Ctrl+C does."""
    with contextlib.suppress(ProcessLookupError):
        os.killpg(process.pid, signal.SIGINT)
    try:
        process.wait(PATIENCE)
    except subprocess.TimeoutExpired:
        os.killpg(process.pid, signal.SIGKILL)
        process.wait()


def running_below(folder: Path) -> list[int]:
    """The processes that work in a folder."""
    found = []
    for path in Path("/proc").glob("[0-9]*/cwd"):
        with contextlib.suppress(OSError):
            if path.resolve().is_relative_to(folder):
                found.append(int(path.parent.name))
    return found
