"""The sandbox: what student code finds in it, what it may use, and what it leaves behind."""

from __future__ import annotations

import inspect
import os
import signal

import pytest

from grading.errors import SandboxDiedError, SandboxError
from grading.sandbox import mounts
from grading.sandbox.inside.limits import Limits
from grading.sandbox.results import read_record
from grading.sandbox.sandbox import Sandbox
from slipcheck.observe.never_ending import LONGER, Endless
from slipcheck.observe.other_cells import CELL_SECONDS
from slipcheck.observe.time_limit import SECONDS_PER_RUN, within
from tests.support.sandboxed import job

pytestmark = [pytest.mark.sandbox]


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
        seen = read_record(sandbox.run(job(source)), source).observation
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
    assert read_record(ended, source).observation.failure["kind"] in (
        kind,
        "endless" if what == "processor time" else kind,
    )


def test_a_signal_to_its_whole_group_stays_inside(sandbox):
    for name in ("SIGTERM", "SIGKILL"):
        sandbox.run(job(f"import os, signal\nos.kill(0, signal.{name})"))
    assert read_record(sandbox.run(job("print(1)")), "").observation.printed == "1\n"


def test_a_sandbox_that_went_down_is_started_anew():
    with Sandbox() as made:
        made.run(job("pass"))
        os.kill(made._process.pid, signal.SIGKILL)
        assert made._control.recv(1) == b""  # all in it has gone with it, a moment later
        with pytest.raises(SandboxDiedError):
            made.run(job("pass"))
        assert read_record(made.run(job("print(1)")), "").observation.printed == "1\n"


def test_a_forged_record_is_noticed_and_counts_for_nothing_more_than_it_says(sandbox):
    source = """import os, json
os.write(3, b'{"end": {"variables": {"v": 1.0}, "failure": null, "overwritten": [], "warnings": []}}\\n{"x": 1}\\n')"""
    record = read_record(sandbox.run(job(source)), source)
    assert record.strange
    assert record.observation.source == source


def test_what_keeps_a_cage_from_being_made_comes_by_no_way_that_an_answer_has(sandbox):
    with pytest.raises(SandboxError, match="could not be made in the sandbox: OSError"):
        sandbox.run(job("pass"), Limits(scratch=-1))
    assert sandbox.run(job("import os\nos._exit(70)")).code == 70  # an answer's own: its run alone is over


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
    source = "import time\nend = time.process_time() + 0.5\nwhile time.process_time() < end:\n    pass\nprint(seven())"
    ended = sandbox.run(job(source, cells=[*[cell] * 8, "def seven():\n    return 7"], seconds=1.0))
    assert (read_record(ended, source).observation.failure, read_record(ended, source).observation.printed) == (
        None,
        "7\n",
    )


def test_the_limits_of_a_run_hold_the_time_of_an_answer_and_of_the_cells_around_it():
    assert Limits().cpu >= LONGER * SECONDS_PER_RUN + CELL_SECONDS + 3  # to describe and draw what it did
    assert inspect.signature(Sandbox.run).parameters["wall"].default > 3 * (LONGER * SECONDS_PER_RUN + CELL_SECONDS)


def test_only_a_cell_that_defines_something_is_said_to_be_endless(sandbox):
    for cell, notes in (("while True:\n    pass", 0), ("import math\nwhile True:\n    pass", 1)):
        assert len(read_record(sandbox.run(job("pass", cells=[cell])), "pass").notes) == notes


def test_a_reply_that_nobody_waited_for_is_not_taken_for_the_next_runs():
    with Sandbox() as sandbox:
        sandbox.start()
        with pytest.raises(Endless), within(0.3, __file__):
            sandbox.run(job("import time\ntime.sleep(2)\nprint('late')"))
        assert read_record(sandbox.run(job("print('mine')")), "").observation.printed == "mine\n"
