"""What one run may use, and the fixed places of the sandbox. Nothing of this needs Linux."""

from __future__ import annotations

from dataclasses import dataclass

MB = 1 << 20
SCRATCH = "/scratch"
MACHINES = {"x86_64": 0xC000003E, "aarch64": 0xC00000B7}  # processors that the filter of system calls knows
RAN = 72  # exit code of a run that came to its end; it writes no result after that
LEAVE = b"leave"  # what the grader says to have a caged process ended
DEVICES = ("/dev/null", "/dev/zero", "/dev/full", "/dev/random", "/dev/urandom")


@dataclass(frozen=True)
class Limits:
    """What one run may use: seconds of processor time, bytes, counts."""

    cpu: int = 15
    memory: int = 1536 * MB
    file: int = 16 * MB  # any file that it writes, the result too
    scratch: int = 32 * MB
    files: int = 64  # open at a time
    threads: int = 16
