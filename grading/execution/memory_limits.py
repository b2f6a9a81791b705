"""Limits of memory: of this process at work on what a student wrote, and of all runs of student code at once."""

from __future__ import annotations

import contextlib
import os
import re
import threading
from collections.abc import Iterator
from pathlib import Path

from grading.sandbox.inside.limits import MB, Limits

SIZE = Path("/proc/self/statm")
WORKER = 400 * MB  # of the worker itself, and of the process that draws figures again
RUN = Limits().memory + Limits().scratch + WORKER
FREE = Path("/proc/meminfo")
OWN_GROUP = Path("/proc/self/cgroup")
GROUPS = Path("/sys/fs/cgroup")  # version 2


@contextlib.contextmanager
def memory_for(room: int) -> Iterator[None]:
    """Raise MemoryError where this process would take ``room`` bytes more than it has now.

    Only Linux can do this, and only for all threads of a process: so only in the main one.
    """
    if not SIZE.exists() or threading.current_thread() is not threading.main_thread():
        yield
        return
    import resource

    soft, hard = resource.getrlimit(resource.RLIMIT_AS)
    most = int(SIZE.read_text().split()[0]) * os.sysconf("SC_PAGESIZE") + room
    limits = [limit for limit in (soft, hard) if limit != resource.RLIM_INFINITY]
    resource.setrlimit(resource.RLIMIT_AS, (min([most, *limits]), hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_AS, (soft, hard))


def free() -> int | None:
    """Bytes: what the machine has to give, or what its container may still take, if that is less; None if unknown."""
    found = re.search(r"(?m)^MemAvailable:\s+(\d+) kB", _text(FREE))
    left = [int(found[1]) * 1024] if found else []
    group = re.search(r"(?m)^0::/(.*)$", _text(OWN_GROUP))
    folder = GROUPS / (group[1] if group else "")
    most, used = _text(folder / "memory.max").strip(), _text(folder / "memory.current").strip()
    if most.isdigit() and used.isdigit():
        left.append(max(int(most) - int(used), 0))
    return min(left, default=None)


def workers_that_fit(workers: int) -> int:
    """So many of the workers that all of their runs together find memory; at least one."""
    left = free()
    return workers if left is None else max(1, min(workers, left // RUN))


def _text(path: Path) -> str:
    try:
        return path.read_text(encoding="ascii", errors="replace")
    except OSError:
        return ""
