"""The commands of docs/contributing.md, by which one makes a course of one's own."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

from grading.paths import ROOT

PAGE = (ROOT / "docs" / "contributing.md").read_text(encoding="utf-8")
MAKE = f"make -o environment RUN={sys.executable} "  # the environment is the one that runs this test


def commands(info: str) -> str:
    """The commands of the page in blocks with this info string."""
    return "".join(re.findall(rf"(?ms)^```{info}\n(.*?)^```$", PAGE))


def shell(script: str, course: Path) -> str:
    """What a reader of the page sees who runs it, with ../tea somewhere else; each command must end well."""
    for name in ("$PWD/../tea", "../tea"):
        script = script.replace(name, str(course))
    script = re.sub("(?m)^make ", MAKE, script)
    path = os.pathsep.join((str(Path(sys.executable).parent), os.environ["PATH"]))
    done = subprocess.run(
        ["bash", "-e", "-c", script], cwd=ROOT, env={**os.environ, "PATH": path}, capture_output=True, text=True
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


def settings() -> str:
    """The line that says which course is meant."""
    return re.search(r"(?m)^export .*\n", PAGE)[0]
