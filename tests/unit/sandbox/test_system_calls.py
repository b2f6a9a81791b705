"""What student code may ask of the system, and what is refused or not there."""

from __future__ import annotations

import pytest

from grading.sandbox.inside import seccomp_filter
from grading.sandbox.inside.allowed_system_calls import ALLOWED, CLONE, MADVISE, REFUSED
from grading.sandbox.results import read_record
from tests.support.sandboxed import job

pytestmark = [pytest.mark.sandbox]


KERNEL = "import ctypes; kernel = ctypes.CDLL(None, use_errno=True).syscall; kernel({}); assert ctypes.get_errno() != 1"
FORBIDDEN = {
    "write beside the answer": "open('/lif/x', 'w')",
    "a process": "import os; os.fork()",
    "a program": "import os; os.execv('/bin/true', ['true'])",
    "the network": "import socket; socket.socket()",
    "a pair of sockets": "import socket; socket.socketpair()",
    "a namespace": "import ctypes; print(ctypes.CDLL(None, use_errno=True).unshare(0x10000000))\nraise OSError",
    "the names of mounts": KERNEL.format(458),
    "pages of files given up": "import os; os.posix_fadvise(os.open(os.__file__, 0), 0, 0, os.POSIX_FADV_DONTNEED)",
    "pages of files looked for": "import os; os.preadv(os.open(os.__file__, 0), [bytearray(9)], 0, os.RWF_NOWAIT)",
    "pages of files in memory": KERNEL.format(27),
    "pages read ahead": KERNEL.format(187),
    "statistics of pages": KERNEL.format(451),
    "pages of a map given up": "import mmap, os; m = mmap.mmap(os.open(os.__file__, 0), 0, prot=1); m.madvise(21)",
    "higher limits": "import resource; resource.setrlimit(resource.RLIMIT_AS, (2**40, 2**40))",
    "the grader's processes": "import os; os.kill(2, 0)",
}  # fmt: skip


@pytest.mark.parametrize("what", FORBIDDEN)
def test_what_is_forbidden_is_refused(sandbox, what):
    seen = read_record(sandbox.run(job(FORBIDDEN[what])), "").observation
    assert seen.failure is not None
    assert seen.failure["kind"] == "error"
    assert "0\n" not in seen.printed.replace("-1\n", "")


def test_a_call_that_is_not_listed_is_not_there(sandbox):
    call = "import ctypes; k = ctypes.CDLL(None, use_errno=True).syscall"
    source = f"{call}; k(999); print(ctypes.get_errno()); k(435, 0, 0); print(ctypes.get_errno())"
    assert read_record(sandbox.run(job(source)), source).observation.printed == "38\n38\n"


def test_the_tables_of_system_calls_name_each_once():
    for column in range(2):
        listed = [row[column] for table in (ALLOWED, REFUSED) for row in table.values()]
        numbers = [number for number in listed if number is not None]
        numbers += [list(special.values())[column] for special in (CLONE, MADVISE)]
        assert len(numbers) == len(set(numbers))


def test_the_filter_is_a_whole_number_of_instructions_and_knows_both_machines():
    for machine in seccomp_filter.MACHINES:
        assert len(seccomp_filter.program(machine)) % 8 == 0
    with pytest.raises(KeyError):
        seccomp_filter.program("riscv64")
