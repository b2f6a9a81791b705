"""What is visible in the sandbox: the interpreter, what it loads, and the part of our code that observes answers.

A path is visible at its real place; links that lead to it are remade as links. So the interpreter is found by any of
its names: the distribution's, pyenv's, one below /opt, one in an environment that was moved or copied.
"""

from __future__ import annotations

import os
import sys
from dataclasses import dataclass, field
from pathlib import Path

from grading.current_course import COURSE
from grading.paths import ROOT

HOME = "/lif"  # in the sandbox: our own side of it
LIBRARIES = ("/lib", "/lib64", "/usr/lib", "/usr/lib64", "/usr/local/lib", "/nix/store", "/etc/ld.so.cache")
PRIVATE = (COURSE.package, "slipcheck", "grading")  # packages of which no more is shown than what stands in HOME


@dataclass
class Mounts:
    """What the sandbox shows, all of it read-only: ``places`` (path there to path here) and ``links`` (to where)."""

    places: dict[str, str] = field(default_factory=dict)
    links: dict[str, str] = field(default_factory=dict)
    hidden: list[str] = field(default_factory=list)

    def show(self, path: str) -> None:
        """Show a file or folder of this machine, where there is one: its real place, and each link on the way."""
        if not os.path.exists(path):
            return
        here = Path("/")
        names = list(reversed(Path(path).absolute().parts[1:]))
        while names:
            name = names.pop()
            place = here.parent if name == ".." else here / name
            if place.is_symlink():
                target = Path(os.readlink(place))
                self.links[str(place)] = str(target)
                here = Path("/") if target.is_absolute() else here
                names += reversed([part for part in target.parts if part != "/"])
            else:
                here = place
        self.places[str(here)] = str(here)

    def settle(self) -> None:
        """Leave out what is visible anyhow, as a part of something else."""
        self.places = {place: path for place, path in self.places.items() if not self._within(place)}
        self.links = {link: target for link, target in self.links.items() if not self._within(link)}

    def _within(self, path: str) -> bool:
        """Whether a folder that is shown has ``path`` in it, with nothing hidden between them."""
        above = [place for place in self.places if is_below(path, place)]
        deepest = max(above, key=len, default=None)
        return deepest is not None and not any(
            is_below(path, folder) and is_below(folder, deepest) for folder in self.hidden
        )


def is_below(path: str, folder: str) -> bool:
    """Whether an absolute path lies in a folder, at any depth."""
    return path != folder and path.startswith(f"{folder.rstrip('/')}/")


def visible_places() -> Mounts:
    """The interpreter and what it loads, packages, and the students' side of our own code."""
    mounts = Mounts()
    for path in (*LIBRARIES, *interpreter(), *loaded()):
        mounts.show(path)
    mounts.hidden = hidden(list(mounts.places))
    mounts.settle()
    mounts.places |= own_code()
    return mounts


def interpreter() -> list[str]:
    """This Python's program, and the libraries of its environment and of the installation below it."""
    prefixes = dict.fromkeys((sys.prefix, sys.exec_prefix, sys.base_prefix, sys.base_exec_prefix))
    paths = [sys.executable, f"{sys.prefix}/pyvenv.cfg"]
    for prefix in prefixes:
        paths += map(str, sorted(Path(prefix).glob("lib*")))
    return paths


def loaded() -> list[str]:
    """The files of programs and shared libraries in this process."""
    try:
        lines = Path("/proc/self/maps").read_text(encoding="utf-8", errors="surrogateescape").splitlines()
    except OSError:
        return []
    rows = (line.split(maxsplit=5) for line in lines)
    return list(dict.fromkeys(row[5] for row in rows if len(row) == 6 and "x" in row[1] and row[5][0] == "/"))


def own_code() -> dict[str, str]:
    """The program that runs an answer, and what an answer may use of ours; no reference and no check."""
    code = Path(__file__).with_name("inside")
    engine = ROOT / "slipcheck"
    package = COURSE.package_folder
    places = {f"{HOME}/inside/{path.name}": str(path) for path in sorted(code.glob("*.py"))}
    places[f"{HOME}/slipcheck/__init__.py"] = str(engine / "__init__.py")
    places[f"{HOME}/{COURSE.package}/__init__.py"] = str(code / "package_stub.py")
    places |= {f"{HOME}/{COURSE.package}/{name}": str(package / name) for name in COURSE.visible_files}
    return places | {
        f"{HOME}/slipcheck/observe/{path.name}": str(path) for path in sorted((engine / "observe").glob("*.py"))
    }


def hidden(places: list[str]) -> list[str]:
    """Folders within what is shown that hold a reference or a check: covered up."""
    packages = [f"{levels}/*-packages/{name}" for levels in ("python3*", "*/python3*") for name in PRIVATE]
    covered = [str(path) for place in places for pattern in packages for path in Path(place).glob(pattern)]
    folders = dict.fromkeys((ROOT, COURSE.folder))
    return covered + [str(folder) for folder in folders if any(folder.is_relative_to(place) for place in places)]
