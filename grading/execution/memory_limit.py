"""A limit for the memory of this process while it works on what a student wrote."""

from __future__ import annotations

import contextlib
import os
import threading
from collections.abc import Iterator
from pathlib import Path

SIZE = Path("/proc/self/statm")


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
