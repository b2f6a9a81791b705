"""This process keeps to its memory, and the runs of all workers together find some."""

from __future__ import annotations

import pytest

from grading.execution import memory_limits
from grading.execution.memory_limits import RUN, free, memory_for, workers_that_fit


@pytest.fixture
def machine(tmp_path, monkeypatch):
    """A machine with so much free memory (bytes), in a container with a bound where one is given."""

    def make(available: int | None, bound: str = "max", used: int = 0) -> None:
        meminfo = f"MemTotal: 9 kB\nMemAvailable:   {available // 1024} kB\n" if available is not None else ""
        (tmp_path / "meminfo").write_text(meminfo)
        (tmp_path / "cgroup").write_text("0::/grading\n")
        (tmp_path / "grading").mkdir()
        (tmp_path / "grading" / "memory.max").write_text(f"{bound}\n")
        (tmp_path / "grading" / "memory.current").write_text(f"{used}\n")
        monkeypatch.setattr(memory_limits, "FREE", tmp_path / "meminfo")
        monkeypatch.setattr(memory_limits, "OWN_GROUP", tmp_path / "cgroup")
        monkeypatch.setattr(memory_limits, "GROUPS", tmp_path)

    return make


@pytest.mark.parametrize(("available", "fitting"), [(9 * RUN, 8), (4 * RUN, 4), (RUN // 2, 1), (None, 8)])
def test_as_many_workers_are_used_as_find_memory(machine, available, fitting):
    machine(available)
    assert workers_that_fit(8) == fitting


def test_the_bound_of_a_container_counts_where_it_is_less(machine):
    machine(9 * RUN, bound=str(5 * RUN), used=2 * RUN)
    assert free() == 3 * RUN
    assert workers_that_fit(8) == 3


def test_a_container_that_is_full_leaves_one_worker(machine):
    machine(9 * RUN, bound=str(RUN), used=2 * RUN)
    assert free() == 0
    assert workers_that_fit(8) == 1


def test_memory_beyond_a_limit_is_an_error_and_no_more_after_it():
    with memory_for(50 << 20), pytest.raises(MemoryError):
        bytearray(200 << 20)
    assert len(bytearray(200 << 20)) == 200 << 20
