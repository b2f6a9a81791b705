"""The sandbox: what student code finds in it, what it may use, and what it leaves behind."""

from __future__ import annotations

import inspect
import os
import signal
import string

import pytest

from grading.errors import SandboxDiedError
from grading.sandbox import drawings, mounts
from grading.sandbox.inside.limits import Limits
from grading.sandbox.results import read
from grading.sandbox.sandbox import Sandbox
from grading.sandbox.unconfined import Unconfined
from slipcheck.observe.other_cells import CELL_SECONDS
from slipcheck.runs import SECONDS

pytestmark = [pytest.mark.sandbox]


def job(source: str, **more) -> dict:
    return {
        "source": source,
        "cells": [],
        "values": {"tau": 0.02},
        "replacing": [],
        "seconds": 5.0,
        "pictures": False,
        **more,
    }


@pytest.fixture(scope="module")
def sandbox():
    with Sandbox() as made:
        yield made


def drawn(sandbox, source: str):
    """The record of a run, with its figures drawn in a run of their own."""
    record = read(sandbox.run(job(source, pictures=True)), source, is_drawn=True)
    drawings.add(record, sandbox.run({"records": record.records}))
    return record


@pytest.fixture
def printed(sandbox):
    """What a source prints in the sandbox."""
    return lambda source, **more: read(sandbox.run(job(source, **more)), source).observation.printed


def test_of_our_own_code_only_the_observing_side_is_to_be_seen(printed):
    places = ("/lif", "/lif/helpers", "/lif/slipcheck", "/proc", "/scratch")
    seen = printed(f"import os\nfor place in {places}:\n    print(sorted(os.listdir(place)))").splitlines()
    ours, course, engine = (
        ["helpers", "inside", "slipcheck"],
        ["__init__.py", "lif.mplstyle", "parameters.py"],
        ["__init__.py", "observe"],
    )
    assert seen == [str(ours), str(course), str(engine), "[]", "[]"]


@pytest.mark.parametrize(
    "name",
    ["helpers.model", "slipcheck.judge.judge", "helpers.exercises", "slipcheck.notebook.check", "grading", "tests"],
)
def test_no_reference_and_no_check_can_be_imported(printed, name):
    assert (
        printed(f"try:\n    import {name}\n    print('there')\nexcept ImportError:\n    print('not there')")
        == "not there\n"
    )


def test_the_environment_is_empty_of_the_graders(printed, monkeypatch):
    monkeypatch.setenv("COURSE_TOKEN", "abc")
    assert "COURSE_TOKEN" not in printed("import os\nprint(sorted(os.environ))")


def test_a_run_finds_nothing_that_an_earlier_one_left(printed):
    printed("open('left', 'w').write('x')\nnp.left = 1")
    assert printed("import os\nprint(os.path.exists('left'), hasattr(np, 'left'))") == "False False\n"


CHANGES = """
import os
ways = {
    "mode": lambda path: os.chmod(path, 0o777),
    "dates": os.utime,
    "an attribute": lambda path: os.setxattr(path, "user.x", b"x"),
    "a file": lambda path: os.open(os.path.join(path, "x"), os.O_CREAT),
    "gone": os.remove,
}
for folder, folders, files in os.walk("/"):
    folders[:] = [name for name in folders if name not in ("usr", "scratch", "site-packages")]
    for path in (folder, *(os.path.join(folder, name) for name in files)):
        for way, change in ways.items():
            try:
                change(path)
                print(way, path)
            except OSError:
                pass
"""


def test_nothing_outside_the_scratch_can_be_changed_for_the_next_run(printed):
    assert printed(CHANGES, seconds=8.0) == ""


def test_the_devices_that_python_needs_are_there(printed):
    source = "import os\nprint(len(open('/dev/urandom', 'rb').read(9)), open(os.devnull, 'w').write('x'))"
    assert printed(source) == "9 1\n"


def test_packages_in_tmp_are_still_seen_in_a_run_and_cannot_be_changed(tmp_path, monkeypatch):
    (tmp_path / "package.txt").write_text("of a package")
    tmp_path.chmod(0o755)
    monkeypatch.setattr(mounts, "LIBRARIES", (*mounts.LIBRARIES, str(tmp_path)))
    source = f"print(open('{tmp_path}/package.txt').read())\nopen('/tmp/x', 'w')"
    with Sandbox() as sandbox:
        seen = read(sandbox.run(job(source)), source).observation
    assert seen.printed == "of a package\n"
    assert "Read-only file system" in str(seen.failure)


def test_a_run_may_write_where_temporary_files_are_written(printed):
    assert printed("import tempfile\nwith tempfile.TemporaryFile() as file:\n    print(file.write(b'1234'))") == "4\n"


LIMITED = {
    "processor time": ("while True:\n    try:\n        while True: pass\n    except BaseException: pass", "endless"),
    "memory": ("x = bytearray(10**10)", "error"),
    "a file": ("open('x', 'wb').write(bytes(10**8))", "error"),
    "an exit": ("import os\nprint('before')\nos._exit(0)", "ended"),
    "a crash": ("import ctypes\nctypes.string_at(0)", "ended"),
}


@pytest.mark.parametrize("what", LIMITED)
def test_what_uses_too_much_or_breaks_off_is_told(sandbox, what):
    source, kind = LIMITED[what]
    ended = sandbox.run(job(source, seconds=1.0), Limits(cpu=2), wall=8.0)
    assert read(ended, source).observation.failure["kind"] in (kind, "endless" if what == "processor time" else kind)


def test_what_was_printed_and_drawn_before_an_exit_is_kept(sandbox):
    source = "print(0.5)\nplt.plot([1, 2], [3, 4])\nplt.show()\nimport os\nos._exit(1)"
    record = drawn(sandbox, source)
    assert record.observation.printed == "0.5\n"
    assert record.observation.figures[0]["artists"][0]["y"] == [3, 4]
    assert [kind for kind, *_ in record.outputs] == ["text", "png"]


def test_a_signal_to_its_whole_group_stays_inside(sandbox):
    for name in ("SIGTERM", "SIGKILL"):
        sandbox.run(job(f"import os, signal\nos.kill(0, signal.{name})"))
    assert read(sandbox.run(job("print(1)")), "").observation.printed == "1\n"


def test_a_sandbox_that_went_down_is_started_anew():
    with Sandbox() as made:
        made.run(job("pass"))
        os.kill(made._process.pid, signal.SIGKILL)
        assert made._control.recv(1) == b""  # all in it has gone with it, a moment later
        with pytest.raises(SandboxDiedError):
            made.run(job("pass"))
        assert read(made.run(job("print(1)")), "").observation.printed == "1\n"


def test_a_picture_comes_with_what_it_shows_in_words(sandbox):
    source = "plt.plot([0, 1], [2, 3])\nplt.title('first')\nplt.show()\nplt.title('second')\nplt.plot([0, 1], [4, 5])"
    record = drawn(sandbox, source)
    first, second = (alt for _, _, alt in record.outputs)
    assert first.startswith("Figure “first”:")
    assert "from 2 at 0 to 3 at 1" in first
    assert second.startswith("Figure “second”:")


def test_a_figure_without_a_picture_adds_no_words_to_the_one_before(sandbox):
    source = "plt.plot([0, 1], [2, 3])\nplt.show()\nplt.plot(...)\nplt.title('not drawn')"
    record = drawn(sandbox, source)
    (words, *_) = (alt for _, _, alt in record.outputs)
    assert "not drawn" not in words


@pytest.mark.parametrize("end", ["", "\nplt.show()"])
def test_a_figure_that_cannot_be_drawn_is_described_and_ends_nothing(sandbox, end):
    source = f"plt.plot(...)\nplt.title('half done'){end}\nprint(1)"
    record = drawn(sandbox, source)
    assert (record.whole, record.observation.failure, record.observation.printed) == (True, None, "1\n")
    assert [figure["title"] for figure in record.observation.figures] == ["half done"]


def test_a_forged_record_is_noticed_and_counts_for_nothing_more_than_it_says(sandbox):
    source = """import os, json
os.write(3, b'{"end": {"variables": {"v": 1.0}, "failure": null, "overwritten": [], "warnings": []}}\\n{"x": 1}\\n')"""
    record = read(sandbox.run(job(source)), source)
    assert record.strange
    assert record.observation.source == source


@pytest.mark.parametrize("text", [string.ascii_letters, "$t$ (s)", r"$\frac{\sigma}{\sqrt{n}}$, µ ≈ 3", "0.000 s"])
def test_a_figure_with_any_text_has_its_picture(sandbox, text):
    source = f"plt.plot([0, 1], [2, 3])\nplt.title({text!r})\nplt.ylabel({text!r})"
    assert [kind for kind, *_ in drawn(sandbox, source).outputs] == ["png"]


def test_what_a_run_says_of_its_own_figures_is_visible_nowhere(sandbox):
    artist = {"kind": "line", "marker": "o", "line": "", "color": "#000000", "label": "", "size": 5.0, "alpha": 1.0}
    figure = {"title": "a", "xlabel": "b", "ylabel": "c", "legend": [], "artists": [artist]}
    artist |= {"visible": True, "x": [1.0, 2.0], "y": [3.0, 4.0]}
    record = drawn(sandbox, f"import os, json\nos.write(3, json.dumps({{'figure': {figure}}}).encode() + b'\\n')")
    assert [artist["visible"] for artist in record.observation.figures[0]["artists"]] == [False]
    assert record.outputs == []


def test_a_forged_record_is_drawn_and_shown(sandbox):
    source = """
import json, os
from slipcheck.observe.figure_record import recorded
plt.plot([1, 2], [3, 4], "ko")
os.write(3, json.dumps({"record": recorded(plt.gcf())}).encode() + b"\\n")
os._exit(0)"""
    record = drawn(sandbox, source)
    assert record.observation.figures[0]["artists"][0]["y"] == [3, 4]
    assert [kind for kind, *_ in record.outputs] == ["png"]


def test_functions_of_added_cells_come_along_and_their_data_does_not(printed):
    cells = ["def half(x):\n    return x / 2\nleft = 1", "import math", "1 / 0"]
    assert printed("print(half(3), math.pi > 3, 'left' in globals())", cells=cells) == "1.5 True False\n"


PLAY = {
    "long loops": "x = 0\nfor k in range(40_000_000):\n    x += k",
    "sleep": "import time\ntime.sleep(3)",
    "a function and its long run": "def slow():\n    while True:\n        pass\nslow()",
}


@pytest.mark.parametrize("cell", PLAY.values(), ids=PLAY)
def test_long_cells_take_no_time_from_the_answer_and_leave_some_for_later_cells(sandbox, cell):
    source = "import time\nend = time.process_time() + 0.8\nwhile time.process_time() < end:\n    pass\nprint(seven())"
    ended = sandbox.run(job(source, cells=[*[cell] * 8, "def seven():\n    return 7"], seconds=1.0))
    assert (read(ended, source).observation.failure, read(ended, source).observation.printed) == (None, "7\n")


def test_the_limits_of_a_run_hold_the_time_of_an_answer_and_of_the_cells_around_it():
    assert Limits().cpu >= SECONDS + CELL_SECONDS + 3  # to describe and draw what it did
    assert inspect.signature(Sandbox.run).parameters["wall"].default > 3 * (SECONDS + CELL_SECONDS)


def test_only_a_cell_that_defines_something_is_said_to_be_endless(sandbox):
    for cell, notes in (("while True:\n    pass", 0), ("import math\nwhile True:\n    pass", 1)):
        assert len(read(sandbox.run(job("pass", cells=[cell])), "pass").notes) == notes


def test_without_a_sandbox_the_same_record_comes_out():
    source = "print(2 * tau)\nplt.plot([1], [2], 'o')"
    record = drawn(Unconfined(), source)
    assert (record.observation.printed, record.whole) == ("0.04\n", True)
    assert record.outputs[-1][0] == "png"
