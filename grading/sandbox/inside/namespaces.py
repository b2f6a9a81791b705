"""Put this process into namespaces of its own, with an empty scratch, limits and no way back."""

from __future__ import annotations

import ctypes
import os
import platform
import re
import resource
import signal
import struct

from . import seccomp_filter
from .allowed_system_calls import CLONE
from .limits import DEVICES, SCRATCH, Limits

NEW_MOUNTS, NEW_IPC, NEW_USER, NEW_PIDS = 0x00020000, 0x08000000, 0x10000000, 0x20000000
READ_ONLY, NO_SUID, NO_DEVICES, NO_EXEC = 1, 2, 4, 8
PRIVATE_ALL, AS_IT_IS = 1 << 18 | 16384, 32 | 4096  # of mount: alone, with all below; another look at what is mounted
LIBC = ctypes.PyDLL(None, use_errno=True)  # its calls keep the interpreter's lock


def call(name: str, *arguments) -> None:
    """A C library function; raises OSError with its name."""
    if getattr(seccomp_filter.LIBC, name)(*arguments) != 0:
        code = ctypes.get_errno()
        raise OSError(code, f"{name}: {os.strerror(code)}")


def fork() -> int:
    """Fork into new user, process, mount and message namespaces: there, the child is process 1.

    One system call in place of unshare and two forks of a large process. What Python does around ``os.fork`` is done
    here too. Returns as ``os.fork`` does, once the child has its user id.
    """
    python = ctypes.pythonapi
    ready, go = os.pipe()
    python.PyOS_BeforeFork()
    flags = NEW_USER | NEW_PIDS | NEW_MOUNTS | NEW_IPC | signal.SIGCHLD
    child = LIBC.syscall(CLONE[platform.machine()], flags, 0, 0, 0, 0)
    if child == 0:
        python.PyOS_AfterFork_Child()
        os.close(go)
        if os.read(ready, 1) != b"1":
            os._exit(70)
        os.close(ready)
        return 0
    code = ctypes.get_errno()
    python.PyOS_AfterFork_Parent()
    os.close(ready)
    with os.fdopen(go, "wb", buffering=0) as answer:
        if child < 0:
            raise OSError(code, f"clone: {os.strerror(code)}")
        _name_users(child)
        answer.write(b"1")
    return child


def _name_users(child: int) -> None:
    """In its own namespace the child has the user and group that it has outside, and no other exists."""
    uid, gid = os.getuid(), os.getgid()
    for name, text in (("setgroups", "deny"), ("uid_map", f"{uid} {uid} 1"), ("gid_map", f"{gid} {gid} 1")):
        with open(f"/proc/{child}/{name}", "w") as file:
            file.write(text)


def furnish(limits: Limits) -> None:
    """A scratch of its own, nothing to be seen in /proc and /dev/shm, and devices whose dates stay as they are."""
    call("mount", b"none", b"/", None, PRIVATE_ALL, None)
    scratch = f"size={limits.scratch},nr_inodes=2000,mode=700".encode()
    call("mount", b"tmpfs", SCRATCH.encode(), b"tmpfs", NO_SUID | NO_DEVICES, scratch)
    for place in (b"/proc", b"/dev/shm"):
        flags = READ_ONLY | NO_SUID | NO_DEVICES | NO_EXEC
        call("mount", b"tmpfs", place, b"tmpfs", flags, b"size=4096,nr_inodes=2,mode=555")
    for device in DEVICES:
        forbidden = os.statvfs(device).f_flag & (NO_SUID | NO_DEVICES | NO_EXEC)  # by the machine: stays so
        call("mount", None, device.encode(), None, AS_IT_IS | READ_ONLY | forbidden, None)
    os.chdir(SCRATCH)


def limit(limits: Limits) -> None:
    """Let this process, and what it starts, use no more than the limits."""
    table = {
        resource.RLIMIT_CPU: limits.cpu,
        resource.RLIMIT_AS: limits.memory,
        resource.RLIMIT_FSIZE: limits.file,
        resource.RLIMIT_NOFILE: limits.files,
        resource.RLIMIT_NPROC: limits.threads,
        resource.RLIMIT_CORE: 0,
        resource.RLIMIT_MEMLOCK: 0,
        resource.RLIMIT_MSGQUEUE: 0,
    }
    for kind, value in table.items():
        resource.setrlimit(kind, (value, value))


def give_up_rights() -> None:
    """No capability is left, and none can come back."""
    header = struct.pack("=Ii", 0x20080522, 0)  # version 3, this process
    call("capset", header, bytes(24))
    seccomp_filter.apply()


COLLAPSE, LARGE = 25, 2 << 20  # MADV_COLLAPSE, since Linux 6.1; bytes of a large page
PRIVATE = re.compile(r"([0-9a-f]+)-([0-9a-f]+) rw-p 0+ 00:00 0\s", re.ASCII)


def collapse() -> None:
    """As far as the kernel can; where it cannot, all stays as it is."""
    with open("/proc/self/maps") as file:
        matches = [PRIVATE.match(line) for line in file]
    for start, end in ((int(match[1], 16), int(match[2], 16)) for match in matches if match):
        for place in range(-(-start // LARGE) * LARGE, end - LARGE + 1, LARGE):
            LIBC.madvise(ctypes.c_void_p(place), ctypes.c_size_t(LARGE), COLLAPSE)
