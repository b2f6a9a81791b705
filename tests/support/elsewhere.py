"""Run a command of ours as on a system without Linux's modules: ``elsewhere.py SYSTEM MODULE ARGUMENTS``.

Only our own code is deceived: what it imports of the standard library has none of the names that Linux alone has.
"""

from __future__ import annotations

import builtins
import platform
import runpy
import sys
from pathlib import Path
from types import ModuleType

OURS = ("grading", "helpers", "__main__")
MODULES = {"fcntl", "grp", "pty", "pwd", "resource", "syslog", "termios", "tty"}
NAMES = {
    "os": {
        *("chown", "fchmod", "fchown", "fork", "forkpty", "getegid", "geteuid", "getgid", "getpgid", "getuid"),
        *("killpg", "memfd_create", "mkfifo", "pidfd_open", "pread", "pwrite", "register_at_fork", "sched_getaffinity"),
        *("setsid", "setuid", "statvfs", "uname", "unshare", "wait4", "waitid", "O_DIRECTORY", "O_NOFOLLOW"),
        *("O_NONBLOCK", "O_CLOEXEC"),
    },
    "signal": {"SIGALRM", "SIGKILL", "SIGPROF", "SIGXCPU", "ITIMER_PROF", "ITIMER_REAL", "setitimer", "alarm"},
    "socket": {"AF_UNIX", "SOCK_SEQPACKET", "recv_fds", "send_fds", "socketpair"},
}


class Without(ModuleType):
    """A module without some of its names."""

    def __init__(self, module: ModuleType, without: set[str]):
        super().__init__(module.__name__)
        self.__dict__.update({name: value for name, value in vars(module).items() if name not in without})


def deceive(system: str) -> None:
    """Let our code, and no other, believe that this is another system."""
    real = builtins.__import__
    fakes = {name: Without(real(name), names) for name, names in NAMES.items()}
    vars(fakes["os"])["name"] = "nt" if system == "Windows" else "posix"

    def importing(name, globals=None, locals=None, fromlist=(), level=0):
        if level or (globals or {}).get("__name__", "").partition(".")[0] not in OURS:
            return real(name, globals, locals, fromlist, level)
        if name in MODULES:
            raise ModuleNotFoundError(f"No module named {name!r} on {system}", name=name)
        return fakes.get(name) or real(name, globals, locals, fromlist, level)

    builtins.__import__ = importing
    platform.system = lambda: system


if __name__ == "__main__":
    asked, module = sys.argv[1:3]
    sys.argv = sys.argv[2:]
    sys.path[0] = str(Path(__file__).resolve().parents[2])
    deceive(asked)
    runpy.run_module(module, run_name="__main__", alter_sys=True)
