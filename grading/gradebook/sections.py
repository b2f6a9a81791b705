"""Which section of the class each student is in, as the class list says: ``.grading/sections.json``."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path

from grading.files import write
from grading.kept_files import kept_file, kept_folder

FILE = "sections.json"


def sections_of(course: Path) -> dict[str, str]:
    """Student to section; empty where no class list had any."""
    try:
        content = json.loads(kept_file(course, FILE).read_text(encoding="utf-8"))
        return {str(student): str(section) for student, section in content.items()}
    except (OSError, ValueError, AttributeError):
        return {}


def keep_sections(course: Path, sections: Mapping[str, str]) -> None:
    """Keep the sections of a class list beside those that are known. Raises WriteError."""
    if sections:
        known = dict(sorted({**sections_of(course), **sections}.items()))
        write(kept_folder(course) / FILE, json.dumps(known, indent=1, ensure_ascii=False) + "\n")


def forget_section(course: Path, student: str) -> None:
    """Remove a student. Raises WriteError."""
    known = sections_of(course)
    if known.pop(student, None) is not None:
        write(kept_file(course, FILE), json.dumps(known, indent=1, ensure_ascii=False) + "\n")
