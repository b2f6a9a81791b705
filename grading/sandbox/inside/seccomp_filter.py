"""A system call filter for student code: a list of what it may call, and nothing else."""

from __future__ import annotations

import ctypes
import errno
import platform
import struct
from functools import cache

from .allowed_system_calls import ADVICE, ALLOWED, CLONE, MADVISE, REFUSED
from .limits import MACHINES

LOAD, JUMP_EQUAL, JUMP_ABOVE, JUMP_ANY_BIT, RETURN = 0x20, 0x15, 0x35, 0x45, 0x06  # of the classic BPF machine
ALLOW, REFUSE, KILL = 0x7FFF0000, 0x00050000, 0x80000000
NUMBER, ARCHITECTURE, FIRST_ARGUMENT, THIRD_ARGUMENT = 0, 4, 16, 32  # offsets in struct seccomp_data
CLONE_THREAD = 0x00010000
LIBC = ctypes.CDLL(None, use_errno=True)
X32 = 0x40000000


@cache
def program(machine: str) -> bytes:
    """The filter as the kernel wants it: instructions of 8 bytes. Raises KeyError for an unknown machine."""
    architecture = MACHINES[machine]
    column = list(MACHINES).index(machine)
    refuse = REFUSE | errno.EPERM
    lines = [
        (LOAD, 0, 0, ARCHITECTURE), (JUMP_EQUAL, 1, 0, architecture), (RETURN, 0, 0, KILL),
        (LOAD, 0, 0, NUMBER), (JUMP_ABOVE, 0, 1, X32), (RETURN, 0, 0, KILL),
    ]  # fmt: skip
    for table, action in ((ALLOWED, ALLOW), (REFUSED, refuse)):
        for row in table.values():
            number = row[column]
            lines += [] if number is None else [(JUMP_EQUAL, 0, 1, number), (RETURN, 0, 0, action)]
    lines += [
        (JUMP_EQUAL, 0, 4, CLONE[machine]), (LOAD, 0, 0, FIRST_ARGUMENT),
        (JUMP_ANY_BIT, 0, 1, CLONE_THREAD), (RETURN, 0, 0, ALLOW), (RETURN, 0, 0, refuse),
        (JUMP_EQUAL, 0, 2 + 2 * len(ADVICE), MADVISE[machine]), (LOAD, 0, 0, THIRD_ARGUMENT),
    ]  # fmt: skip
    for advice in ADVICE:
        lines += [(JUMP_EQUAL, 0, 1, advice), (RETURN, 0, 0, ALLOW)]
    lines += [(RETURN, 0, 0, refuse), (RETURN, 0, 0, REFUSE | errno.ENOSYS)]  # clone3, too: the C library takes clone
    return b"".join(struct.pack("=HBBI", *line) for line in lines)


def apply() -> None:
    """From here on, for this process and for good. Raises OSError where the kernel refuses."""
    code = program(platform.machine())
    buffer = ctypes.create_string_buffer(code, len(code))
    # struct sock_fprog: an unsigned short, then (aligned) a pointer
    header = struct.pack("@HP", len(code) // 8, ctypes.addressof(buffer))
    no_new_privileges = 38
    set_seccomp = 22
    filter_mode = 2
    if LIBC.prctl(no_new_privileges, 1, 0, 0, 0) or LIBC.prctl(set_seccomp, filter_mode, header, 0, 0):
        raise OSError(ctypes.get_errno(), "the system call filter was refused")
