"""A caged process as the grader sees it: where it has stayed after a job, it takes another of the same answer.

It gets a job when the last one has ended and its results are here. So no run can show the parameters of a later one,
and what an answer does to its process reaches its own later runs alone.
"""

from __future__ import annotations

import contextlib
import json
import os
import select
import socket

RESULT = 16 << 20  # bytes of a result that are read
SEND = 5  # seconds for a job to be taken


class CagedProcess:
    """Asks the warm process for it, over ``control``, with its first job."""

    def __init__(self, control: socket.socket, request: dict, job: dict):
        self.control = control
        self.result = os.memfd_create("run")
        self.taken = 0  # bytes of the results of earlier runs
        self.line, theirs = socket.socketpair()
        self.line.settimeout(SEND)
        given = os.memfd_create("job")
        try:
            with open(os.dup(given), "wb") as file:
                file.write(json.dumps(job).encode())
            os.lseek(given, 0, os.SEEK_SET)
            socket.send_fds(control, [json.dumps(request).encode()], [given, self.result, theirs.fileno()])
        except OSError:
            self.close()
            raise
        finally:
            os.close(given)
            theirs.close()

    def go_on(self, job: dict) -> None:
        """Give it another job. If it is gone, that shows when it is waited for."""
        with contextlib.suppress(OSError):
            self.line.sendall(json.dumps(job).encode() + b"\n")

    def has_run(self, wall: float) -> bool | None:
        """Wait for a run to end: True; False where its process has ended, None after ``wall`` seconds."""
        ready, _, _ = select.select([self.line, self.control], [], [], wall)
        if self.line in ready:
            with contextlib.suppress(OSError):
                if self.line.recv(16):
                    return True
        return False if ready else None

    def output(self) -> bytes:
        """What it has written since this was last asked."""
        data = os.pread(self.result, RESULT, self.taken)  # which leaves the place where it writes
        self.taken += len(data)
        return data

    def close(self) -> None:
        """Give back what it needed here."""
        self.line.close()
        os.close(self.result)
