"""Settings from a course folder's nbgrader_config.py, such as the address of its gradebook."""

from __future__ import annotations

from pathlib import Path

from sqlalchemy import URL, make_url
from traitlets.config import Config
from traitlets.config.loader import PyFileConfigLoader

from .paths import ROOT, plain_path

FILE = "nbgrader_config.py"


def database_of(course: Path) -> str:
    """The gradebook's address: what the course's nbgrader_config.py says, else gradebook.db beside ``submitted``."""
    address = config_of(course).CourseDirectory.get("db_url") if (course / FILE).exists() else None
    return address if isinstance(address, str) else address_of(plain_path(course) / "gradebook.db")


def address_of(path: Path) -> str:
    """The address of a gradebook in a file, whatever signs its path has.

    >>> address_of(Path("/course/gradebook.db")), address_of(Path("/50% ?/gradebook.db"))
    ('sqlite:////course/gradebook.db', 'sqlite:////50%25 %3F/gradebook.db')
    """
    address = f"sqlite:///{path}"
    if make_url(address).database == str(path):
        return address
    return URL.create("sqlite", database=str(path)).render_as_string()


def config_of(course: Path) -> Config:
    """nbgrader's settings: of the course folder where it has its own, else of this repository."""
    folder = course if (course / FILE).exists() else ROOT
    return PyFileConfigLoader(FILE, path=str(folder)).load_config()
