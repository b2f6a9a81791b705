"""The repository tests itself: README, set-up, what students get, nbval, cleanliness."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
import tomllib
import zipfile
from pathlib import Path

import pytest

from grading.cli import COMMANDS
from grading.paths import ASSIGNMENT, NOTEBOOKS, ROOT, SOLUTIONS, address, stems
from grading.release import bundle

README = (ROOT / "README.md").read_text(encoding="utf-8")
MAKEFILE = (ROOT / "Makefile").read_text(encoding="utf-8")


def python(*arguments: str, cwd: Path, **variables: str) -> subprocess.CompletedProcess:
    environment = {**os.environ, **variables}
    return subprocess.run(
        [sys.executable, *arguments], cwd=cwd, env=environment, capture_output=True, text=True, timeout=180
    )


def test_every_make_command_of_the_readme_is_a_target():
    named = set(re.findall(r"`?make ([a-z-]+)", README)) - {"it"}
    targets = set(re.findall(r"(?m)^([a-z-]+):", MAKEFILE))
    assert {"lab", "grade", "release", "bundle", "test", "bench"} <= named <= targets


def test_every_module_that_the_readme_and_the_makefile_call_exists():
    for module in set(re.findall(r"-m (grading[.\w]*|tests[.\w]*)", README + MAKEFILE)):
        path = ROOT / module.replace(".", "/")
        assert path.with_suffix(".py").exists() or (path / "__main__.py").exists(), module


def test_every_command_that_the_readme_and_the_makefile_call_exists():
    called = set(re.findall(r"-m grading (\w+)", README + MAKEFILE))
    assert {"release", "execute", "slips", "bundle", "doctor", "formgrader"} <= called <= set(COMMANDS)


def test_the_readme_is_short_and_names_the_source_and_its_authors():
    assert len(README.split()) < 600
    for name in ("Neuromatch Academy", "Marco Brigham", "CC BY 4.0", "BSD-3-Clause"):
        assert name in README


def test_the_readme_links_the_site_of_the_one_address():
    assert f"[Open in your browser]({address().site})" in README


def test_the_pictures_of_the_readme_are_there_small_and_told_in_words():
    pictures = re.findall(r"!\[(.*?)\]\((.*?)\)", README)
    assert pictures
    for alt, path in pictures:
        assert len(alt.split()) >= 12
        assert (ROOT / path).stat().st_size < 120_000


def test_helpers_need_only_what_colab_has():
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    bounds = {re.split(r"[><=]", entry)[0]: entry for entry in project["dependencies"]}
    assert set(bounds) == {"numpy", "matplotlib", "ipywidgets", "IPython"}
    assert all("<" not in entry and "==" not in entry for entry in bounds.values())


def test_every_requirement_is_pinned():
    lines = [line for line in (ROOT / "requirements.txt").read_text().splitlines() if line and line[0] != "#"]
    assert all(
        re.fullmatch(r"[\w-]+==[\d.]+(; sys_platform == \"linux\" and platform_machine == \"\w+\")?", line)
        for line in lines
    )


def test_helpers_import_only_the_students_side():
    allowed = {"numpy", "matplotlib", "ipywidgets", "IPython", "helpers", "slipcheck"} | set(sys.stdlib_module_names)
    for path in [*(ROOT / "helpers").rglob("*.py"), *(ROOT / "slipcheck").rglob("*.py")]:
        for name in re.findall(r"(?m)^\s*(?:from|import) (\w+)", path.read_text(encoding="utf-8")):
            assert name in allowed, f"{path.name} imports {name}"


@pytest.fixture(scope="module")
def unpacked(tmp_path_factory):
    folder = tmp_path_factory.mktemp("bundle")
    with zipfile.ZipFile(bundle.write_bundle(folder / "course.zip")) as archive:
        archive.extractall(folder)
    return folder / ASSIGNMENT


def test_the_bundle_holds_notebooks_helpers_and_instructions_and_no_solution(unpacked):
    assert sorted(path.stem for path in unpacked.glob("*.ipynb")) == stems()
    start = (unpacked / "START_HERE.txt").read_text(encoding="utf-8")
    assert "How to start" in start
    assert "How to hand in" in start
    everything = "".join(
        path.read_text(encoding="utf-8", errors="replace") for path in unpacked.rglob("*") if path.is_file()
    )
    assert "BEGIN SOLUTION" not in everything
    assert not list(unpacked.rglob("*.pyc"))


def test_the_bundle_works_with_its_own_helpers_from_its_own_folder(unpacked):
    code = "import helpers, matplotlib.pyplot as plt; plt.style.use('helpers.lif'); print(helpers.__file__)"
    done = python("-c", code, cwd=unpacked)
    assert done.returncode == 0, done.stderr
    assert str(unpacked) in done.stdout


def test_the_bundle_is_the_same_bytes_twice(tmp_path):
    assert bundle.write_bundle(tmp_path / "a.zip").read_bytes() == bundle.write_bundle(tmp_path / "b.zip").read_bytes()


def nbval(path: Path) -> subprocess.CompletedProcess:
    options = ["--nbval", "-p", "no:doctest", "-o", "addopts=", "-p", "no:cacheprovider", "-W", "default", "-q"]
    return python("-m", "pytest", *options, str(path), cwd=path.parent)


def test_nbval_fails_where_a_stored_output_was_corrupted(tmp_path):
    content = json.loads((SOLUTIONS / f"{stems()[2]}.ipynb").read_text(encoding="utf-8"))
    text = json.dumps(content)
    assert "0.001 3.9695e-10" in text
    (tmp_path / "corrupted.ipynb").write_text(text.replace("0.001 3.9695e-10", "0.001 3.9696e-10"), encoding="utf-8")
    done = nbval(tmp_path / "corrupted.ipynb")
    assert done.returncode == 1
    assert re.search(r"\b[12] failed", done.stdout)


def test_a_cell_before_the_answer_that_fails_fails_nbval_in_the_release(tmp_path):
    content = json.loads((NOTEBOOKS / f"{stems()[2]}.ipynb").read_text(encoding="utf-8"))
    cell = next(cell for cell in content["cells"] if "thickness = 7.5e-9" in "".join(cell["source"]))
    cell["source"] = ["thickness = nothing"]
    (tmp_path / "broken.ipynb").write_text(json.dumps(content), encoding="utf-8")
    assert nbval(tmp_path / "broken.ipynb").returncode == 1


def test_files_are_small_rooms():
    for path in [path for layer in ("helpers", "slipcheck", "grading") for path in (ROOT / layer).rglob("*.py")]:
        assert len(path.read_text(encoding="utf-8").splitlines()) <= 260, path.name
