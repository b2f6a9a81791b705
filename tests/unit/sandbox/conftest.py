"""A sandbox for the tests of this folder, since starting one takes a while."""

from __future__ import annotations

import pytest

from grading.sandbox.results import read_record
from grading.sandbox.sandbox import Sandbox
from tests.support.sandboxed import job


@pytest.fixture(scope="package")
def sandbox():
    with Sandbox() as made:
        yield made


@pytest.fixture
def printed(sandbox):
    """What a source prints in the sandbox."""
    return lambda source, **more: read_record(sandbox.run(job(source, **more)), source).observation.printed
