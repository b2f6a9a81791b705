"""Archives that would escape, explode or deceive; and names, whatever students are called."""

from __future__ import annotations

import io
import os
import stat
import unicodedata
import zipfile
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from grading.errors import ArchiveError
from grading.lms import folder_names, versions
from grading.lms.archive import open_folder
from grading.lms.archive_limits import ArchiveLimits
from grading.lms.learning_systems import CANVAS, MOODLE
from grading.submissions.reading import read_notebook
from tests.support.downloads import STEMS, everything, laid_out, make_zip, name, notebook, run

GOOD = f"doejane_12_34_{name(4)}"


def entry(path: str, **about) -> zipfile.ZipInfo:
    info = zipfile.ZipInfo(path, (2026, 3, 1, 12, 0, 0))
    info.compress_type = zipfile.ZIP_DEFLATED
    for field, value in about.items():
        setattr(info, field, value)
    return info


def packed(*entries: tuple[zipfile.ZipInfo, bytes]) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for info, data in entries:
            archive.writestr(info, data)
    return buffer.getvalue()


EVIL = f"roe_13_35_{name(5)}"
HOSTILE = {  # entries of an archive, and why they are left out
    "up": (entry(f"../../{EVIL}"), "leads out of the folder"),
    "within": (entry(f"a/../../{EVIL}"), "leads out of the folder"),
    "absolute": (entry(f"/tmp/{EVIL}"), "leads out of the folder"),
    "drive": (entry(f"C:{EVIL}"), "leads out of the folder"),
    "backslash": (entry(f"..\\{EVIL}"), "leads out of the folder"),
    "terminal": (entry(f"\x1b[2J{EVIL}"), "control characters"),
    "newline": (entry(f"a\n{EVIL}"), "control characters"),
    "turned_around": (entry(f"\u202e{EVIL}"), "control characters"),
    "long": (entry(f"{'.ipynb' * 170}{EVIL}"), "its name is longer than 1000 characters"),
    "link": (entry(EVIL, external_attr=(stat.S_IFLNK | 0o777) << 16), "a link or a device"),
    "pipe": (entry(EVIL, external_attr=(stat.S_IFIFO | 0o777) << 16), "a link or a device"),
}


@pytest.mark.parametrize("case", HOSTILE)
def test_an_entry_that_would_escape_or_deceive_is_left_out_and_the_rest_is_done(case, tmp_path, capsys):
    info, reason = HOSTILE[case]
    (tmp_path / "a.zip").write_bytes(packed((entry(GOOD), notebook(4)), (info, notebook(5))))
    code, output = run(tmp_path / "a.zip", tmp_path / "deep" / "course", capsys)
    assert (code, reason in output) == (1, True), output
    assert laid_out(tmp_path / "deep" / "course") == {"doejane_12": {4}}
    assert {path.split("/")[0] for path in everything(tmp_path)} == {"a.zip", "deep"}
    assert output.replace("\n", "").isprintable()


def test_an_encrypted_notebook_is_left_out_with_the_reason(tmp_path, capsys):
    data = bytearray(packed((entry(GOOD), notebook(4)), (entry(EVIL), notebook(5))))
    data[data.rindex(b"PK\1\2") + 8] |= 1
    (tmp_path / "a.zip").write_bytes(data)
    assert "because it is encrypted: roe" in run(tmp_path / "a.zip", tmp_path / "course", capsys)[1]
    assert laid_out(tmp_path / "course") == {"doejane_12": {4}}


def test_a_damaged_notebook_is_left_out_with_the_reason(tmp_path, capsys):
    data = bytearray(packed((entry(EVIL), notebook(5)), (entry(GOOD), notebook(4))))
    data[200:260] = bytes(60)
    (tmp_path / "a.zip").write_bytes(data)
    assert "because it is damaged in the archive" in run(tmp_path / "a.zip", tmp_path / "course", capsys)[1]
    assert laid_out(tmp_path / "course") == {"doejane_12": {4}}


ALIKE = {
    "twice": (GOOD, GOOD),
    "case": (GOOD, GOOD.upper().replace("_12_34_", "_12_34_").replace("IPYNB", "ipynb")),
    "accents": (f"zoë_12_34_{name(4)}", unicodedata.normalize("NFD", f"zoë_12_34_{name(4)}")),
}


@pytest.mark.filterwarnings("ignore:Duplicate name")
@pytest.mark.parametrize("case", ALIKE)
def test_names_that_cannot_be_told_apart_are_left_out_together(case, tmp_path, capsys):
    first, second = ALIKE[case]
    data = packed((entry(first), notebook(4)), (entry(second), notebook(4, "# x")), (entry(EVIL), notebook(5)))
    (tmp_path / "a.zip").write_bytes(data)
    code, output = run(tmp_path / "a.zip", tmp_path / "course", capsys)
    assert (code, "Left out (2), because 2 files have this name" in output) == (1, True), output
    assert laid_out(tmp_path / "course") == {"roe_13": {5}}


@pytest.mark.parametrize(("one", "other"), [("Ada", "ada"), ("José", unicodedata.normalize("NFD", "José"))])
def test_student_folders_that_differ_only_in_writing_are_left_out_together(one, other, tmp_path, capsys):
    entries = {f"{who}/{name(k)}": notebook(k) for who, k in ((one, 4), (other, 5), ("ben", 6))}
    code, output = run(make_zip(tmp_path / "a.zip", entries), tmp_path / "course", capsys)
    assert (code, "names differ only in case, accents or signs" in output) == (1, True), output
    assert laid_out(tmp_path / "course") == {"ben": {6}}


def test_names_in_utf_8_that_do_not_say_so_are_read_as_meant(tmp_path, capsys):
    data = packed((entry("mXXller_12_34_" + name(4)), notebook(4))).replace(b"mXXller", "müller".encode())
    (tmp_path / "a.zip").write_bytes(data)
    assert run(tmp_path / "a.zip", tmp_path / "course", capsys)[0] == 0
    assert set(laid_out(tmp_path / "course")) == {"muller_12"}


def test_links_in_a_folder_are_not_followed(tmp_path, capsys):
    folder = tmp_path / "class" / "ada"
    folder.mkdir(parents=True)
    (tmp_path / "secret.ipynb").write_bytes(notebook(4))
    (folder / name(4)).symlink_to(tmp_path / "secret.ipynb")
    (folder / name(5)).write_bytes(notebook(5))
    assert "it is a link or a device" in run(tmp_path / "class", tmp_path / "course", capsys)[1]
    assert laid_out(tmp_path / "course") == {"ada": {5}}


people = st.text(st.characters(categories=["L", "Nd", "Zs"], include_characters="'-_,."), min_size=1, max_size=40)
numbers = st.integers(1, 10**12)


@given(people, numbers, numbers, st.booleans(), st.sampled_from(sorted(STEMS)))
def test_any_name_in_canvas_gives_back_its_numbers_and_file(who, student, attachment, late, number):
    who = "".join(letter for letter in who.lower() if letter.isalpha()) or "x"
    upload = CANVAS.upload_of(f"{who}_{'LATE_' if late else ''}{student}_{attachment}_{name(number)}")
    assert (upload.id, upload.attachment, upload.late, upload.file) == (str(student), attachment, late, name(number))
    assert f"{upload.upload_prefix}_{upload.file}" == upload.entry


@given(people, numbers, st.sampled_from(["_/", "/", "_"]), st.sampled_from(sorted(STEMS)))
def test_any_name_in_moodle_gives_back_its_number_and_file(who, student, end, number):
    upload = MOODLE.upload_of(f"{who.replace('_', ' ')}_{student}_assignsubmission_file{end}{name(number)}")
    assert (upload.id, upload.file) == (str(student), name(number))
    assert f"{upload.upload_prefix}{upload.file}" == upload.entry


@given(st.text(min_size=1, max_size=300), st.sampled_from(["", "7", "123456"]))
def test_every_name_gives_a_folder_that_is_safe_and_stable(who, number):
    folder = folder_names.slug(who, number)
    assert folder_names.is_safe(folder)
    assert folder == folder_names.slug(who, number)
    assert Path("a", folder).resolve().parent == Path("a").resolve()


@given(
    st.sampled_from(sorted(STEMS)),
    st.lists(st.sampled_from(["-1", "-12", " (3)", "-Copy1", " copy", " - Copy"]), max_size=2),
)
def test_what_marks_a_copy_does_not_hide_the_notebook(number, marks):
    assert versions.stem_in_name(name(number, "".join(marks))) == STEMS[number]


@pytest.mark.parametrize("number", sorted(STEMS))
def test_the_stem_does_not_depend_on_the_name_alone(number, tmp_path):
    (tmp_path / name(number)).write_bytes(notebook(number))
    assert (
        versions.read_stem(notebook(number), name(number))
        == read_notebook(tmp_path / name(number)).stem
        == STEMS[number]
    )
    assert versions.read_stem(notebook(number), name(number % 14 + 1)) == STEMS[number]


def replaced(old: Path, new: Path) -> None:
    """Put a link to ``new`` in the place of ``old``."""
    old.rename(old.with_name("aside"))
    old.symlink_to(new)


SWAPS = {  # between the look at zoe's folder and the reading of the notebook in it
    "a link": lambda zoe, ada: replaced(zoe / name(4), ada / name(4)),
    "a link in place of the folder": replaced,
    "another file": lambda zoe, ada: (zoe / name(4)).write_bytes((ada / name(4)).read_bytes()),
    "a pipe": lambda zoe, ada: [(zoe / name(4)).unlink(), os.mkfifo(zoe / name(4))],
}


@pytest.mark.skipif(os.name == "nt", reason="Windows has no pipes, and asks for rights to make links")
@pytest.mark.parametrize("swap", SWAPS)
def test_what_is_swapped_while_it_is_collected_is_left_out(swap, tmp_path):
    zoe, ada = tmp_path / "inbound" / "zoe", tmp_path / "submitted" / "ada"
    for folder, answer in ((zoe, "mine"), (ada, "written by Ada")):
        folder.mkdir(parents=True)
        (folder / name(4)).write_bytes(notebook(4, answer))
    [item] = open_folder(tmp_path / "inbound", ArchiveLimits()).items
    assert item.read() == notebook(4, "mine")
    SWAPS[swap](zoe, ada)
    with pytest.raises(ArchiveError, match="changed while it was collected"):
        item.read()
