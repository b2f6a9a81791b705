"""The commands of docs/instructors.md, and a fresh clone to run them in."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

from grading.cli import COMMANDS
from grading.paths import ROOT

PAGE = (ROOT / "docs" / "instructors.md").read_text(encoding="utf-8")
PROGRAMS = r"(?:\w+=\S+ )?(?:python -m|nbgrader|dask) "
NOT_YET = {"feedback", "report"} - set(COMMANDS)  # described in the manual; run as soon as they are there


@dataclass(frozen=True)
class Block:
    """A fenced block. ``info`` is "" for what runs as it stands, else what it needs."""

    heading: str
    info: str
    lines: tuple[str, ...]


def blocks() -> list[Block]:
    found = []
    for section in re.split(r"(?m)^## ", PAGE):
        for info, text in re.findall(r"(?ms)^```sh *([a-z]*)\n(.*?)^```", section):
            found.append(Block(section.partition("\n")[0], info, tuple(text.splitlines())))
    return found


def lines(info: str = "", heading: str = "") -> list[str]:
    """The commands of the blocks with this info string, under this heading or any."""
    chosen = [block for block in blocks() if block.info == info and heading in ("", block.heading)]
    return [line for block in chosen for line in block.lines if not is_missing(line)]


def week() -> list[str]:
    """From release to report, with the place where somebody grades by hand."""
    chosen = [block for block in blocks() if block.heading == "The week"]
    return [line for block in chosen for line in block.lines if not is_missing(line)]


def inline() -> list[str]:
    """The commands within the text, each once."""
    text = re.sub(r"(?ms)^```.*?^```", "", PAGE)
    found = [span for span in re.findall(r"`([^`\n]+)`", text) if re.match(PROGRAMS, span)]
    return [line for line in dict.fromkeys(found) if not is_missing(line)]


def is_missing(line: str) -> bool:
    """Whether the command is not built yet."""
    found = re.match(r"python -m grading (\w+)", line)
    return bool(found) and found[1] in NOT_YET


def clone(target: Path) -> Path:
    """A copy of the repository's files, as a fresh clone has them."""
    command = ["git", "ls-files", "--cached", "--others", "--exclude-standard"]
    tracked = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True).stdout.splitlines()
    for name in tracked:
        if (ROOT / name).is_file():
            (target / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(ROOT / name, target / name)
    return target


def environment(**more: str) -> dict[str, str]:
    """As after ``. .venv/bin/activate``."""
    path = os.pathsep.join([str(Path(sys.executable).parent), os.environ["PATH"]])
    return {**os.environ, "PATH": path, "MPLBACKEND": "Agg", **more}


def run(line: str, folder: Path, codes: tuple[int, ...] = (0,), **more: str) -> str:
    """What a command prints. It must end with one of ``codes``, and without a traceback."""
    done = subprocess.run(
        ["sh", "-c", line], cwd=folder, env=environment(**more), capture_output=True, text=True, timeout=500
    )
    told = done.stdout + done.stderr
    assert done.returncode in codes, f"{line}: {done.returncode}\n{told}"
    assert "Traceback" not in told, f"{line}\n{told}"
    return told
