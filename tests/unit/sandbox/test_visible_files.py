"""Of our own files, the sandbox shows those that observe an answer: by name, by text, and by what they import."""

from __future__ import annotations

import ast
import base64
import hashlib
import json
import re
import sys
import zlib
from pathlib import Path

import pytest

from grading.current_course import COURSE
from grading.paths import ROOT
from grading.sandbox.results import read_record
from grading.sandbox.sandbox import Sandbox

pytestmark = [pytest.mark.sandbox]

HOME = "/lif"
OBSERVE = ROOT / "slipcheck" / "observe"
INSIDE = ROOT / "grading" / "sandbox" / "inside"
STUB = INSIDE / "package_stub.py"
PACKAGES = {"numpy", "matplotlib", "PIL", "IPython"}  # PIL comes with matplotlib
SECRET = ("helpers", "slipcheck", "grading", "solutions", "tests", "docs")  # folders of ours
NAMES = r"(?i)reference|slip(?!check)|judge|diagnos|course|grad(e|ing)|verdict|exercise|solution|hidden|secret"

LIST = f"""
import base64, json, os, zlib
for folder, folders, files in os.walk({HOME!r}):
    for name in files:
        path = os.path.join(folder, name)
        print(json.dumps([path, base64.b64encode(zlib.compress(open(path, "rb").read())).decode()]))
"""
SEARCH = """
import hashlib, os
for folder, folders, files in os.walk({top!r}):
    for name in files:
        path = os.path.join(folder, name)
        try:
            if os.path.getsize(path) not in SIZES:
                continue
            with open(path, "rb") as file:
                if hashlib.sha256(file.read()).hexdigest()[:16] in DIGESTS:
                    print(path)
        except OSError:
            pass
"""


def observed(sandbox: Sandbox, source: str) -> str:
    """What a source prints in the sandbox; it must come to its end."""
    job = {"source": source, "cells": [], "values": {}, "replacing": [], "seconds": 9.0, "pictures": False}
    record = read_record(sandbox.run(job), source)
    assert record.observation.failure is None
    return record.observation.printed


@pytest.fixture(scope="module")
def sandbox():
    with Sandbox() as made:
        yield made


@pytest.fixture(scope="module")
def visible(sandbox) -> dict[str, str]:
    """Path to text of all files of ours that student code can open."""
    packed = dict(json.loads(line) for line in observed(sandbox, LIST).splitlines())
    return {path: zlib.decompress(base64.b64decode(text)).decode() for path, text in packed.items()}


def is_ours_to_show(path: Path) -> bool:
    """Whether a file of the repository may be visible: it belongs to the observing side, or to the students'."""
    shown = (
        ROOT / "slipcheck" / "__init__.py",
        *(COURSE.package_folder / name for name in COURSE.visible_files),
    )
    return path.parent in (OBSERVE, INSIDE) or path in shown


def concealed() -> list[Path]:
    """The files of the repository that no run may see."""
    files = [path for name in SECRET for path in (ROOT / name).rglob("*") if path.is_file()]
    return [path for path in files if "__pycache__" not in path.parts and not is_ours_to_show(path)]


def test_the_files_are_these_and_no_others(visible):
    expected = {f"{HOME}/inside/{path.name}": path for path in INSIDE.glob("*.py")}
    expected |= {f"{HOME}/slipcheck/observe/{path.name}": path for path in OBSERVE.glob("*.py")}
    expected[f"{HOME}/slipcheck/__init__.py"] = ROOT / "slipcheck" / "__init__.py"
    expected[f"{HOME}/{COURSE.package}/__init__.py"] = STUB
    for name in COURSE.visible_files:
        expected[f"{HOME}/{COURSE.package}/{name}"] = COURSE.package_folder / name
    assert visible == {place: path.read_text(encoding="utf-8") for place, path in expected.items()}


def test_no_name_among_them_speaks_of_references_checks_or_marks(visible):
    names = {Path(path).relative_to(HOME).as_posix() for path in visible}
    assert {name for name in names if re.search(NAMES, name.replace("slipcheck", ""))} == set()


@pytest.mark.parametrize(
    "top", ["/usr", "/lib", "/nix", "/lif", "/opt", "/root", "/home", "/etc", "/tmp", "environment"]
)
def test_no_copy_of_any_other_file_of_ours_lies_anywhere(sandbox, top):
    contents = [path.read_bytes() for path in concealed()]
    contents = [content for content in contents if len(content) > 50]
    assert len(contents) > 150
    sizes = {len(content) for content in contents}
    digests = {hashlib.sha256(content).hexdigest()[:16] for content in contents}
    source = SEARCH.format(top=sys.prefix if top == "environment" else top)
    assert observed(sandbox, f"SIZES = {sizes}\nDIGESTS = {digests}\n{source}") == ""


def lines_of(text: str) -> set[str]:
    """Its lines that say something: imports and short ones say nothing."""
    lines = (line.strip() for line in text.splitlines())
    return {line for line in lines if len(line) > 45 and not re.match(r"(from|import) ", line)}


def test_no_line_of_another_file_of_ours_stands_in_them(visible):
    code = [path for path in concealed() if path.suffix == ".py"]
    others = set().union(
        *(lines_of(path.read_text(encoding="utf-8")) for path in code if ROOT / "tests" not in path.parents)
    )
    ours = set().union(*(lines_of(text) for path, text in visible.items() if path.endswith(".py")))
    assert len(others) > 1000
    assert ours & others == set()


def test_no_message_of_a_slip_stands_in_them(visible):
    whole = "\n".join(visible.values())
    messages = [slip.message for number in COURSE.numbers for slip in COURSE.exercise(number).slips]
    sentences = {text for message in messages for text in re.split(r"(?<=[.?!]) ", str(message)) if len(text) > 20}
    assert len(sentences) > 100
    assert {sentence for sentence in sentences if sentence in whole} == set()


def test_they_import_the_standard_library_numpy_matplotlib_and_each_other(visible):
    allowed = PACKAGES | set(sys.stdlib_module_names)
    for path, text in visible.items():
        for node in ast.walk(ast.parse(text)) if path.endswith(".py") else ():
            for name in imported(node):
                ours = name == "slipcheck.observe" or name.startswith("slipcheck.observe.")
                assert ours or name.partition(".")[0] in allowed, f"{path} imports {name}"


def imported(node: ast.AST) -> list[str]:
    """The modules that a statement imports, but for those of its own package."""
    if isinstance(node, ast.Import):
        return [alias.name for alias in node.names]
    return [node.module] if isinstance(node, ast.ImportFrom) and node.level == 0 else []
