"""``python -m grading doctor``: what is wrong on this machine, and how to mend it."""

from __future__ import annotations

import platform
import shutil
import sys
from collections.abc import Callable
from pathlib import Path

from .confine import NoSandbox, Sandbox
from .course import use_environment
from .farm import Problem
from .inside import seccomp

Finding = tuple[bool, str]  # is it well, and a sentence
FORBIDDING = (  # setting, the value that forbids, one that allows
    ("kernel/unprivileged_userns_clone", "0", "1"),
    ("kernel/apparmor_restrict_unprivileged_userns", "1", "0"),
    ("user/max_user_namespaces", "0", "10000"),
)
CONTAINER = "Or grade in a container: see grading/Containerfile."
PROBE = """
import os, socket
found = []
for kind in (socket.AF_INET, socket.AF_UNIX):
    try:
        socket.socket(kind)
        found.append("network")
    except OSError:
        pass
for call in (os.fork, lambda: open("/lif/new", "w"), lambda: open("/proc/self/environ")):
    try:
        call()
        found.append(str(call))
    except OSError:
        pass
print("open" if found else "closed", found)
"""


def python() -> Finding:
    return sys.version_info >= (3, 11), f"Python {platform.python_version()} (3.11 or newer is needed)."


def system() -> Finding:
    if platform.system() != "Linux":
        return False, f"{platform.system()} has no sandbox for student code. {CONTAINER}"
    if not seccomp.known_machine():
        return False, f"The system call filter is not written for a {platform.machine()} processor. {CONTAINER}"
    return True, f"Linux {platform.release()} on {platform.machine()}."


def bubblewrap() -> Finding:
    path = shutil.which("bwrap")
    return bool(path), path or "Bubblewrap is missing. On Debian or Ubuntu: sudo apt-get install bubblewrap"


def namespaces() -> Finding:
    """The settings that are known to forbid user namespaces."""
    for name, forbids, better in FORBIDDING:
        if _setting(name) == forbids:
            command = f"sudo sysctl -w {name.replace('/', '.')}={better}"
            return False, f"{name} is {forbids}: user namespaces are forbidden. Allow them: {command}. {CONTAINER}"
    return True, "User namespaces are not forbidden."


def _setting(name: str) -> str | None:
    try:
        return Path("/proc/sys", name).read_text().strip()
    except OSError:
        return None


def sandbox() -> Finding:
    """Start it, and try from inside what must not be possible."""
    job = {"source": PROBE, "cells": [], "values": {}, "replacing": [], "seconds": 5.0, "pictures": False}
    try:
        with Sandbox() as made:
            ended = made.run(job)
    except NoSandbox as problem:
        return False, f"{str(problem).removesuffix('.')}. {CONTAINER}"
    if b'"closed' not in ended.result:
        return False, f"The sandbox is not tight: {ended.result[:300]!r}. Do not grade here. {CONTAINER}"
    return True, "Student code can be confined."


def programs() -> Finding:
    use_environment()
    found = shutil.which("alembic") is not None
    missing = "alembic is not there; nbgrader needs it. Run make, or: pip install -r requirements.txt"
    return found, "alembic is there." if found else missing


def room() -> Finding:
    free = shutil.disk_usage(Path.cwd()).free / 1e9
    return free > 2, f"{free:.0f} GB are free here (a class of 500 takes about 2)."


CHECKS: tuple[Callable[[], Finding], ...] = (python, system, bubblewrap, namespaces, sandbox, programs, room)


def main(_arguments: list[str] | None = None) -> int:
    """Print each finding; 0 if all is well."""
    well = True
    for check in CHECKS:
        try:
            fine, sentence = check()
        except OSError as problem:
            fine, sentence = False, f"{check.__name__} could not be looked at: {problem}"
        well &= fine
        print(f"{'ok  ' if fine else 'BAD '} {check.__name__:<11} {sentence}")
    print("\nThis machine can grade." if well else "\nMend what is marked BAD, from the top.")
    return 0 if well else 1


def require_sandbox() -> None:
    """Raises Problem where student code cannot be confined."""
    try:
        with Sandbox() as made:
            made.start("probe")
    except NoSandbox as problem:
        help_ = "python -m grading doctor says more. To run it without a sandbox, at your own risk, add --unconfined"
        raise Problem(f"{problem}\nStudent code is not run without a sandbox. {help_}") from None
