"""What a student sees of an error: the own lines, the last line, and a ``...`` that was left."""

from __future__ import annotations

import re

import pytest

from slipcheck.notebook.short_errors import ALL_OF_IT


@pytest.fixture
def seen(notebook, capsys):
    """What a cell shows, without colours."""

    def run(source: str) -> str:
        capsys.readouterr()
        notebook.shell.run_cell(source, store_history=True)
        told = capsys.readouterr()
        return re.sub(r"\x1b\[[\d;]*m", "", told.out + told.err)

    return run


def test_lines_of_a_package_are_left_out_and_said_to_be(seen):
    told = seen("np.linalg.inv(np.zeros((2, 2)))")
    assert "np.linalg.inv(np.zeros((2, 2)))" in told
    assert "LinAlgError: Singular matrix" in told
    assert "site-packages" not in told
    assert ALL_OF_IT in told
    assert len(told.splitlines()) < 15


def test_all_of_it_can_still_be_seen(seen):
    seen("np.linalg.inv(np.zeros((2, 2)))")
    assert "site-packages" in seen("%tb")


def test_an_error_of_the_student_s_own_lines_is_as_it_was(seen):
    told = seen("def half(x):\n    return x / 0\n\nhalf(2)")
    assert "ZeroDivisionError: division by zero" in told
    assert "return x / 0" in told
    assert "half(2)" in told
    assert ALL_OF_IT not in told


def test_a_blank_that_was_left_is_said_in_the_cell_s_own_output(seen, stub):
    told = seen(stub(8))
    assert "of this cell still ha" in told
    assert "`...`: put your own code in its place." in told
    assert len(told.splitlines()) < 20


def test_a_check_that_is_not_right_is_still_one_line(seen, stub):
    seen(stub(4))
    told = seen("check(4)")
    assert "Traceback" not in told
    assert ALL_OF_IT not in told


def test_an_error_leaves_the_next_cell_alone(seen, notebook):
    seen("1 / 0")
    assert seen("print(41 + 1)").strip() == "42"
