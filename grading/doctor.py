"""``python -m grading doctor``: what is wrong on this machine, and how to fix it.

It runs even if the environment is broken or missing, with any Python that is new enough.
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
from .execution import memory_limits
from .paths import ROOT, cores, use_environment
from .sandbox import bubblewrap as wraps

Finding = tuple[bool, str]  # whether all is well, and a sentence
FORBIDDING = (  # setting, the value that forbids, a value that allows
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
    """Whether this kind of machine can run the sandbox."""
    if platform.system() != "Linux":
        return False, f"{platform.system()} has no sandbox for student code. {CONTAINER}"
    if platform.machine() not in MACHINES:
        return False, f"The system call filter does not support a {platform.machine()} processor. {CONTAINER}"
    return True, f"Linux {platform.release()} on {platform.machine()}."


def environment() -> Finding:
    """Whether this Python has what requirements.txt lists; if not, whether the course's environment can be used."""
    missing = [name for name in required() if installed(name) is None]
    if missing:
        some = ", ".join(missing[:3]) + (" and others" if len(missing) > 3 else "")
        return False, f"This Python, {sys.executable}, lacks {some}. {other_environment()}"
    other = [f"{name} is {installed(name)}, not {pin}" for name, pin in required().items() if installed(name) != pin]
    if other:
        return False, f"requirements.txt asks for other versions: {', '.join(other[:3])}. {MAKE}"
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
    """The version of a package, or None if this Python does not have it."""
    try:
        return version(name)
    except PackageNotFoundError:
        return None


def other_environment() -> str:
    """Whether the course's environment can be used instead, in a sentence."""
    program = program_of(ENVIRONMENT)
    if not ENVIRONMENT.is_dir():
        return f"The environment {ENVIRONMENT} does not exist yet. {MAKE}"
    if version_of(program) is None or not (ENVIRONMENT / "made").is_file():
        return f"The environment {ENVIRONMENT} is broken or incomplete. {MAKE}"
    return f"The course's environment has them: {program} -m grading doctor"


def bubblewrap() -> Finding:
    """Which bubblewrap is used, and why not another."""
    if platform.system() != "Linux":
        return False, f"There is no bubblewrap for {platform.system()}. {CONTAINER}"
    reasons = []
    for program in wraps.bubblewrap_programs():
        sandbox = Sandbox()
        try:
            sandbox.start_with(program, "probe")
        except SandboxError as reason:
            reasons.append(f"{program} does not start: {reason}".removesuffix("."))
            continue
        sandbox.close()
        whose = "installed by pip" if program == wraps.installed_by_pip() else "the system's own"
        return True, ". ".join([f"Using {program} ({whose})", *reasons]) + "."
    return False, ". ".join(reasons) + "." if reasons else MISSING


def namespaces() -> Finding:
    """The settings that are known to forbid user namespaces."""
    for name, forbids, better in FORBIDDING:
        if _setting(name) == forbids:
            command = f"sudo sysctl -w {name.replace('/', '.')}={better}"
            return False, f"{name} is {forbids}, which forbids user namespaces. Allow them: {command}. {CONTAINER}"
    return True, "User namespaces are not forbidden."


def _setting(name: str) -> str | None:
    try:
        return Path("/proc/sys", name).read_text().strip()
    except OSError:
        return None


def sandbox() -> Finding:
    """Start the sandbox, and try inside it what must not be possible."""
    job = {"source": PROBE, "cells": [], "values": {}, "replacing": [], "seconds": 5.0, "pictures": False}
    if platform.system() != "Linux":
        return False, f"Student code cannot be confined on {platform.system()}. {CONTAINER}"
    try:
        with Sandbox() as made:
            result = made.run(job)
    except SandboxError as problem:
        return False, f"{str(problem).removesuffix('.')}. {CONTAINER}"
    if b'"closed' not in result.output:
        return False, f"The sandbox leaks: {result.output[:300]!r}. Do not grade here. {CONTAINER}"
    return True, "Student code can be confined."


def programs() -> Finding:
    """Whether nbgrader finds the program that it starts by name."""
    use_environment()
    if shutil.which("alembic") is None:
        return False, f"The program alembic is missing; nbgrader needs it. {MAKE}"
    return True, "nbgrader finds the program alembic."


def room() -> Finding:
    """Whether the disk has room for a class."""
    free = shutil.disk_usage(Path.cwd()).free / 1e9
    return free > 2, f"The disk has {free:.0f} GB free here (a class of 500 takes about 2 GB)."


def memory() -> Finding:
    """How many workers the free memory allows, compared with what the processor could use."""
    left = memory_limits.free()
    if left is None:
        return True, "This machine does not say how much memory is free."
    fitting = memory_limits.workers_that_fit(cores())
    need = f"{memory_limits.RUN / 1e9:.1f} GB"
    sentence = f"{left / 1e9:.0f} GB are free; a worker may need {need}: grading uses {fitting} of {cores()} workers."
    return left >= memory_limits.RUN, sentence


CHECKS = (python, environment, system, bubblewrap, namespaces, sandbox, programs, room, memory)


def main() -> int:
    """Print each finding; 0 if all is well."""
    well = True
    for check in CHECKS:
        try:
            fine, sentence = check()
        except OSError as problem:
            fine = False
            sentence = f"This check failed: {problem}"
        well &= fine
        print(f"{'ok  ' if fine else 'BAD '} {check.__name__:<11} {sentence}")
    print("\nThis machine can grade." if well else "\nFix what is marked BAD, starting at the top.")
    return 0 if well else 1


def require_sandbox() -> None:
    """Raises GradingError if student code cannot be confined."""
    try:
        with Sandbox() as made:
            made.start("probe")
    except SandboxError as problem:
        from .errors import GradingError

        help_ = "python -m grading doctor says more. To run it without a sandbox, at your own risk, add --unconfined"
        raise GradingError(f"{problem}\nStudent code is not run without a sandbox. {help_}") from None
