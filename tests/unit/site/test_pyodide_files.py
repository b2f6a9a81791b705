"""Which files of Pyodide go into a site, and what is said of a folder that does not hold them."""

from __future__ import annotations

import hashlib
import json

import pytest

from grading.errors import SiteError
from grading.site.pyodide_files import CORE, LOCK, copy_needed

NEEDS = {"micropip": ["packaging"], "packaging": [], "numpy": [], "mat_plot": ["numpy"], "pandas": ["numpy"]}


@pytest.fixture
def distribution(tmp_path):
    """A folder with a made-up Pyodide."""
    folder = tmp_path / "pyodide"
    folder.mkdir()
    entries = {}
    for name, depends in NEEDS.items():
        data = name.encode()
        (folder / f"{name}.whl").write_bytes(data)
        sha256 = hashlib.sha256(data).hexdigest()
        entries[name] = {"file_name": f"{name}.whl", "sha256": sha256, "depends": depends}
    for name in CORE:
        (folder / name).write_text(name)
    (folder / LOCK).write_text(json.dumps({"info": {"version": "1.2.3"}, "packages": entries}))
    return folder


def test_packages_come_with_what_they_need_and_nothing_else(distribution, tmp_path):
    copy_needed(distribution, tmp_path / "site", ["mat-plot"])

    wheels = {path.name for path in (tmp_path / "site").iterdir()} - set(CORE)
    assert wheels == {"micropip.whl", "packaging.whl", "mat_plot.whl", "numpy.whl"}


SPOILT = {
    "no list": (LOCK, None, "There is no Pyodide in"),
    "missing": ("numpy.whl", None, "numpy.whl is missing in .* Get the full distribution of Pyodide 1.2.3."),
    "damaged": ("numpy.whl", b"other", "numpy.whl in .* is damaged"),
}


@pytest.mark.parametrize("how", SPOILT)
def test_a_spoilt_folder_is_named(how, distribution, tmp_path):
    name, content, said = SPOILT[how]
    (distribution / name).unlink()
    if content is not None:
        (distribution / name).write_bytes(content)

    with pytest.raises(SiteError, match=said):
        copy_needed(distribution, tmp_path / "site", ["mat-plot"])
