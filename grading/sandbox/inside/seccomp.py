"""A system call filter for student code: no other program, process, socket, namespace, mount or kernel key."""

from __future__ import annotations

import ctypes
import errno
import platform
import struct
from functools import cache

from .limits import MACHINES

LOAD, JUMP_EQUAL, JUMP_ABOVE, JUMP_ANY_BIT, RETURN = 0x20, 0x15, 0x35, 0x45, 0x06  # of the classic BPF machine
ALLOW, REFUSE, KILL = 0x7FFF0000, 0x00050000, 0x80000000
NUMBER, ARCHITECTURE, FIRST_ARGUMENT = 0, 4, 16  # offsets in struct seccomp_data
CLONE_THREAD = 0x00010000
LIBC = ctypes.CDLL(None, use_errno=True)
X32 = 0x40000000

CLONE = {"x86_64": 56, "aarch64": 220}
CLONE3 = 435  # its flags lie in memory that a filter cannot read: "not there", so that the C library takes clone
REFUSED = {  # name: (x86_64, aarch64); None where the machine has none
    "execve": (59, 221), "execveat": (322, 281), "fork": (57, None), "vfork": (58, None),
    "unshare": (272, 97), "setns": (308, 268), "chroot": (161, 51), "pivot_root": (155, 41),
    "mount": (165, 40), "umount2": (166, 39), "open_tree": (428, 428), "move_mount": (429, 429), "fsopen": (430, 430),
    "fsconfig": (431, 431), "fsmount": (432, 432), "fspick": (433, 433), "mount_setattr": (442, 442),
    "statmount": (457, 457), "listmount": (458, 458), "open_tree_attr": (467, 467),
    "ptrace": (101, 117), "process_vm_readv": (310, 270), "process_vm_writev": (311, 271), "kcmp": (312, 272),
    "pidfd_open": (434, 434), "pidfd_getfd": (438, 438), "pidfd_send_signal": (424, 424), "process_madvise": (440, 440),
    "socket": (41, 198), "socketpair": (53, 199), "bind": (49, 200), "connect": (42, 203), "listen": (50, 201),
    "bpf": (321, 280), "perf_event_open": (298, 241), "userfaultfd": (323, 282), "personality": (135, 92),
    "io_setup": (206, 0), "inotify_init": (253, None), "inotify_init1": (294, 26),
    "io_uring_setup": (425, 425), "io_uring_enter": (426, 426), "io_uring_register": (427, 427),
    "add_key": (248, 217), "request_key": (249, 218), "keyctl": (250, 219),
    "memfd_create": (319, 279), "memfd_secret": (447, 447),
    "shmget": (29, 194), "shmat": (30, 196), "msgget": (68, 186), "semget": (64, 190), "mq_open": (240, 180),
    "init_module": (175, 105), "finit_module": (313, 273), "kexec_load": (246, 104), "reboot": (169, 142),
    "syslog": (103, 116), "fanotify_init": (300, 262), "name_to_handle_at": (303, 264), "open_by_handle_at": (304, 265),
}  # fmt: skip


@cache
def program(machine: str) -> bytes:
    """The filter as the kernel wants it: instructions of 8 bytes. Raises KeyError for an unknown machine."""
    architecture = MACHINES[machine]
    column = list(MACHINES).index(machine)
    numbers = sorted(number for row in REFUSED.values() if (number := row[column]) is not None)
    refuse = REFUSE | errno.EPERM
    unknown = REFUSE | errno.ENOSYS
    lines = [
        (LOAD, 0, 0, ARCHITECTURE), (JUMP_EQUAL, 1, 0, architecture), (RETURN, 0, 0, KILL),
        (LOAD, 0, 0, NUMBER), (JUMP_ABOVE, 0, 1, X32), (RETURN, 0, 0, KILL),
        (JUMP_EQUAL, 0, 1, CLONE3), (RETURN, 0, 0, unknown),
    ]  # fmt: skip
    for number in numbers:
        lines += [(JUMP_EQUAL, 0, 1, number), (RETURN, 0, 0, refuse)]
    lines += [
        (JUMP_EQUAL, 0, 3, CLONE[machine]), (LOAD, 0, 0, FIRST_ARGUMENT),
        (JUMP_ANY_BIT, 1, 0, CLONE_THREAD), (RETURN, 0, 0, refuse), (RETURN, 0, 0, ALLOW),
    ]  # fmt: skip
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
