"""The files of Pyodide that the course needs: its core, and packages with their dependencies."""

from __future__ import annotations

import hashlib
import json
import re
import shutil
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from grading.errors import SiteError

LOCK = "pyodide-lock.json"  # the list of its packages, with their fingerprints
CORE = ("pyodide.js", "pyodide.mjs", "pyodide.asm.js", "pyodide.asm.wasm", "python_stdlib.zip", LOCK)
LOADER = "micropip"  # with it the notebooks' kernel loads its own parts


def packages(lock: dict[str, Any], names: Iterable[str]) -> list[dict[str, Any]]:
    """The entries of the packages, and of all that they depend on, in the order of their names."""
    entries = {_normal(name): entry for name, entry in lock["packages"].items()}
    needed = set(_closure(entries, [LOADER, *names]))
    return [entries[name] for name in sorted(needed)]


def copy_needed(source: Path, target: Path, names: Iterable[str]) -> None:
    """Copy the core and the packages. Raises SiteError where a file is missing, or is not the one of the list."""
    try:
        lock = json.loads((source / LOCK).read_text(encoding="utf-8"))
    except (OSError, ValueError) as problem:
        raise SiteError(f"There is no Pyodide in {source}: {LOCK} is missing or damaged.") from problem
    expected = {entry["file_name"]: entry["sha256"] for entry in packages(lock, names)}
    target.mkdir(parents=True)
    for name in (*CORE, *expected):
        path = source / name
        if not path.is_file():
            raise SiteError(
                f"{name} is missing in {source}. Get the full distribution of Pyodide {pyodide_version(lock)}."
            )
        if name in expected and hashlib.sha256(path.read_bytes()).hexdigest() != expected[name]:
            raise SiteError(f"{name} in {source} is damaged: its fingerprint is not the one in {LOCK}.")
        shutil.copy(path, target / name)


def pyodide_version(lock: dict[str, Any]) -> str:
    """Of Pyodide."""
    return str(lock["info"]["version"])


def _closure(entries: dict[str, dict[str, Any]], names: Iterable[str]) -> Iterator[str]:
    waiting = [_normal(name) for name in names]
    reached: set[str] = set()
    while waiting:
        name = waiting.pop()
        if name not in reached:
            reached.add(name)
            yield name
            waiting += [_normal(other) for other in entries[name]["depends"]]


def _normal(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()
