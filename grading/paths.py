"""Where files and folders are, and the course's public address, which only its pyproject.toml defines."""

from __future__ import annotations

import contextlib
import hashlib
import os
import sys
import tempfile
import tomllib
from dataclasses import dataclass
from pathlib import Path

from .current_course import COURSE

ROOT = Path(__file__).resolve().parent.parent
ASSIGNMENT = COURSE.assignment
SOLUTIONS = COURSE.folder / "solutions" / ASSIGNMENT
NOTEBOOKS = COURSE.folder / "notebooks" / ASSIGNMENT
UNUSUAL = frozenset("*?[]{}%")


@dataclass(frozen=True)
class Address:
    """The public repository, as set in pyproject.toml under [tool.course]."""

    repository: str
    branch: str
    publish_solutions: bool

    @property
    def colab(self) -> str:
        """Colab's address of the folder with the student notebooks."""
        return f"{self._in_colab}/notebooks/{ASSIGNMENT}"

    @property
    def colab_solutions(self) -> str:
        return f"{self._in_colab}/solutions/{ASSIGNMENT}"

    @property
    def _in_colab(self) -> str:
        return f"https://colab.research.google.com/github/{self._in_github}/blob/{self.branch}"

    @property
    def _in_github(self) -> str:
        return self.repository.removeprefix("https://github.com/").removesuffix(".git")

    @property
    def site(self) -> str:
        """The address of the course as a site: that of the repository's GitHub Pages."""
        owner, _, name = self._in_github.partition("/")
        return f"https://{owner.lower()}.github.io/{name}"

    @property
    def helpers(self) -> str:
        """What pip installs the helpers from."""
        return f"git+{self.repository}@{self.branch}"


def address() -> Address:
    settings = tomllib.loads((COURSE.folder / "pyproject.toml").read_text(encoding="utf-8"))["tool"]["course"]
    return Address(settings["repository"].rstrip("/"), settings["branch"], settings["publish-solutions"])


def stems() -> list[str]:
    """The notebooks' names without ending, in teaching order."""
    return list(COURSE.stems)


def page_of(stem: str) -> str:
    """Where in the site a notebook is."""
    return f"notebooks/index.html?path={stem}.ipynb"


def use_environment() -> None:
    """Put this environment's programs first on PATH: nbgrader starts alembic by name."""
    programs = str(Path(sys.executable).parent)
    if programs not in os.environ.get("PATH", "").split(os.pathsep):
        os.environ["PATH"] = os.pathsep.join(filter(None, [programs, os.environ.get("PATH", "")]))


def cores() -> int:
    """Processors that this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def plain_path(folder: Path) -> Path:
    """The folder by a path that nbgrader can use: as it is, or through a link in the user's cache.

    nbgrader reads ``*``, ``?`` and ``[`` as patterns and ``{`` as a field, and its gradebook's address gives ``?`` and
    ``%`` a meaning. Where no such link can be made, it is the path as it is.
    """
    if not UNUSUAL & set(str(folder)):
        return folder
    name = hashlib.sha256(os.fsencode(folder)).hexdigest()[:16]
    user = os.getuid() if hasattr(os, "getuid") else ""
    for cache in (Path.home() / ".cache" / "lif-course", Path(tempfile.gettempdir()) / f"lif-course-{user}"):
        with contextlib.suppress(OSError):
            cache.mkdir(mode=0o700, parents=True, exist_ok=True)
            if UNUSUAL & set(str(cache)) or (user != "" and cache.stat().st_uid != user):
                continue
            with contextlib.suppress(FileExistsError):
                (cache / name).symlink_to(folder, target_is_directory=True)
            if os.readlink(cache / name) == str(folder):
                return cache / name
    return folder
