"""A course folder that instructors share: what one of them makes, the others may change."""

from __future__ import annotations

import os

import pytest

from grading import cli
from grading.config import database_of
from grading.execution.hidden_parameters import secret
from grading.execution.result_store import Store
from grading.files import write
from grading.folder_lock import locked
from grading.gradebook.connection import opened

GROUP_MAY_WRITE = 0o020
OTHERS = 0o007


@pytest.fixture(autouse=True)
def usual_umask():
    before = os.umask(0o022)
    yield
    os.umask(before)


def make_everything(course):
    """What a grading run makes, by the same functions; without a gradebook, `late` itself does nothing."""
    assert cli.run_command(["report", str(course)]) == 2
    with locked(course), Store(course), opened(database_of(course)):
        secret(course)
        write(course / "feedback" / "ada" / "page.html", "page")


def modes(course) -> dict[str, int]:
    return {str(path.relative_to(course)): path.stat().st_mode for path in course.rglob("*")}


def test_what_is_made_in_a_shared_course_is_for_its_group(tmp_path):
    tmp_path.chmod(0o2775)

    make_everything(tmp_path)

    assert {".grading/secret", ".grading/results.db", "gradebook.db", "feedback/ada/page.html"} <= modes(
        tmp_path
    ).keys()
    assert [name for name, mode in modes(tmp_path).items() if not mode & GROUP_MAY_WRITE] == []


def test_what_is_made_in_another_course_is_for_its_owner(tmp_path):
    tmp_path.chmod(0o755)

    make_everything(tmp_path)

    assert [name for name, mode in modes(tmp_path).items() if mode & GROUP_MAY_WRITE] == []


@pytest.mark.parametrize("rights", [0o2775, 0o755])
def test_nobody_else_may_look_into_what_grading_keeps(tmp_path, rights):
    tmp_path.chmod(rights)

    make_everything(tmp_path)

    assert not (tmp_path / ".grading").stat().st_mode & OTHERS
    assert not (tmp_path / ".grading" / "secret").stat().st_mode & OTHERS


def test_the_secret_of_a_course_that_is_shared_later_stays_shared(tmp_path):
    tmp_path.chmod(0o755)
    made = secret(tmp_path)
    tmp_path.chmod(0o775)
    (tmp_path / ".grading" / "secret").chmod(0o660)  # by chmod -R g+rwX, as the message has it

    assert secret(tmp_path) == made
    assert (tmp_path / ".grading" / "secret").stat().st_mode & 0o777 == 0o660
