"""``python -m grading doctor``: what is wrong on this machine, and how to mend it.

It runs where the environment is broken or missing, with any Python that is new enough.
"""

from __future__ import annotations

import platform
import re
import shutil
import sys
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from grading.sandbox.inside.limits import MACHINES
from grading.sandbox.sandbox import MISSING, Sandbox

from .environment import program_of, version_of
from .errors import SandboxError
from .paths import ROOT, cores, use_environment
from .sandbox import bubblewrap as wraps
from .sandbox import machine_memory

Finding = tuple[bool, str]  # is it well, and a sentence
FORBIDDING = (  # setting, the value that forbids, one that allows
    ("kernel/unprivileged_userns_clone", "0", "1"),
    ("kernel/apparmor_restrict_unprivileged_userns", "1", "0"),
    ("user/max_user_namespaces", "0", "10000"),
)
ENVIRONMENT = ROOT / ".venv"
MAKE = "Run make environment, or: python grading/environment.py"
CONTAINER = "Or grade in a container: see grading/Containerfile."
PROBE = """
import os, socket
open_ways = []
for kind in (socket.AF_INET, socket.AF_UNIX):
    try:
        socket.socket(kind)
        open_ways.append("network")
    except OSError:
        pass
for call in (os.fork, lambda: open("/lif/new", "w"), lambda: open("/proc/self/environ")):
    try:
        call()
        open_ways.append(str(call))
    except OSError:
        pass
print("open" if open_ways else "closed", open_ways)
"""


def python() -> Finding:
    """Whether this Python is new enough."""
    return sys.version_info >= (3, 11), f"Python {platform.python_version()} (3.11 or newer is needed)."


def system() -> Finding:
    """Whether this kind of machine can have the sandbox."""
    if platform.system() != "Linux":
        return False, f"{platform.system()} has no sandbox for student code. {CONTAINER}"
    if platform.machine() not in MACHINES:
        return False, f"The system call filter is not written for a {platform.machine()} processor. {CONTAINER}"
    return True, f"Linux {platform.release()} on {platform.machine()}."


def environment() -> Finding:
    """Whether this Python has what requirements.txt lists; else whether the course's environment could be used."""
    missing = [name for name in required() if installed(name) is None]
    if missing:
        some = ", ".join(missing[:3]) + (" and others" if len(missing) > 3 else "")
        return False, f"{some}: not installed for this Python, {sys.executable}. {other_environment()}"
    other = [f"{name} is {installed(name)}, not {pin}" for name, pin in required().items() if installed(name) != pin]
    if other:
        return False, f"{', '.join(other[:3])}, as requirements.txt asks. {MAKE}"
    return True, f"The packages of requirements.txt are installed in {sys.prefix}."


def required() -> dict[str, str]:
    """The packages of requirements.txt that this machine needs, and their versions."""
    lines = (ROOT / "requirements.txt").read_text(encoding="utf-8").splitlines()
    pins = (re.match(r"([\w.-]+)==([\w.]+)(.*)", line) for line in lines)
    here = {"sys_platform": sys.platform, "platform_machine": platform.machine()}
    return {
        match[1]: match[2]
        for match in pins
        if match and all(here[name] == value for name, value in re.findall(r'(\w+) == "(\w+)"', match[3]))
    }


def installed(name: str) -> str | None:
    """The version of a package, or None where this Python has none."""
    try:
        return version(name)
    except PackageNotFoundError:
        return None


def other_environment() -> str:
    """What there is instead: the course's environment, if it is good for something."""
    program = program_of(ENVIRONMENT)
    if not ENVIRONMENT.is_dir():
        return f"The environment {ENVIRONMENT} does not exist yet. {MAKE}"
    if version_of(program) is None or not (ENVIRONMENT / "made").is_file():
        return f"The environment {ENVIRONMENT} is broken or incomplete. {MAKE}"
    return f"The course's environment has them: {program} -m grading doctor"


def bubblewrap() -> Finding:
    """Which one is used, and why not another."""
    if platform.system() != "Linux":
        return False, f"There is none for {platform.system()}. {CONTAINER}"
    reasons = []
    for program in wraps.programs():
        sandbox = Sandbox()
        try:
            sandbox.start_with(program, "probe")
        except SandboxError as reason:
            reasons.append(f"{program} does not start: {reason}".removesuffix("."))
            continue
        sandbox.close()
        whose = "installed by pip" if program == wraps.installed_by_pip() else "the system's own"
        return True, ". ".join([f"{program}, {whose}, is used", *reasons]) + "."
    return False, ". ".join(reasons) + "." if reasons else MISSING


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
    if platform.system() != "Linux":
        return False, f"Student code cannot be confined on {platform.system()}. {CONTAINER}"
    try:
        with Sandbox() as made:
            result = made.run(job)
    except SandboxError as problem:
        return False, f"{str(problem).removesuffix('.')}. {CONTAINER}"
    if b'"closed' not in result.output:
        return False, f"The sandbox is not tight: {result.output[:300]!r}. Do not grade here. {CONTAINER}"
    return True, "Student code can be confined."


def programs() -> Finding:
    """Whether nbgrader finds the program that it starts by name."""
    use_environment()
    if shutil.which("alembic") is None:
        return False, f"alembic is not there; nbgrader needs it. {MAKE}"
    return True, "alembic is there."


def room() -> Finding:
    """Whether the disk has room for a class."""
    free = shutil.disk_usage(Path.cwd()).free / 1e9
    return free > 2, f"{free:.0f} GB are free here (a class of 500 takes about 2)."


def memory() -> Finding:
    """How many workers the free memory carries, beside what the processor could use."""
    left = machine_memory.free()
    if left is None:
        return True, "This machine does not say how much memory is free."
    fitting = machine_memory.workers_that_fit(cores())
    need = f"{machine_memory.RUN / 1e9:.1f} GB"
    sentence = f"{left / 1e9:.0f} GB are free; a worker may need {need}, so {fitting} of {cores()} workers are used."
    return left >= machine_memory.RUN, sentence


CHECKS = (python, environment, system, bubblewrap, namespaces, sandbox, programs, room, memory)


def main() -> int:
    """Print each finding; 0 if all is well."""
    well = True
    for check in CHECKS:
        try:
            fine, sentence = check()
        except OSError as problem:
            fine = False
            sentence = f"{check.__name__} could not be looked at: {problem}"
        well &= fine
        print(f"{'ok  ' if fine else 'BAD '} {check.__name__:<11} {sentence}")
    print("\nThis machine can grade." if well else "\nFix what is marked BAD, starting at the top.")
    return 0 if well else 1


def require_sandbox() -> None:
    """Raises GradingError where student code cannot be confined."""
    try:
        with Sandbox() as made:
            made.start("probe")
    except SandboxError as problem:
        from .errors import GradingError

        help_ = "python -m grading doctor says more. To run it without a sandbox, at your own risk, add --unconfined"
        raise GradingError(f"{problem}\nStudent code is not run without a sandbox. {help_}") from None
