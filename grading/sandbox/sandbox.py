"""A sandbox with one warm process in it, which runs each answer in a cage of its own (see ``inside``).

Bubblewrap makes the sandbox: no network, no home, an empty environment, nothing writable; only the interpreter, its
packages and the part of our code that observes answers are visible. Nothing here is called on any system but Linux.
"""

from __future__ import annotations

import contextlib
import json
import os
import socket
import subprocess
import tempfile
import time
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from grading.current_course import COURSE
from grading.errors import SandboxDiedError, SandboxError
from grading.sandbox.inside.limits import LEAVE, RAN, Limits

from . import bubblewrap
from .caged_process import CagedProcess
from .mounts import visible_places

STAGING = "lif-sandbox-"
START = 60  # seconds that the warm process may take to start
REPLY = 20  # seconds that the warm process may take to end a caged one
MISSING = (
    "Bubblewrap is missing. It comes with the course's environment (make environment), "
    "or with your system (on Debian or Ubuntu: sudo apt-get install bubblewrap)"
)
ONLY_ROOT = "Only root may read {0}, and student code does not run as root. Open it: chmod -R a+rX '{0}'"


@dataclass
class RunResult:
    """How one run ended (see ``inside.server.wait``), and the bytes that it wrote."""

    output: bytes
    timed_out: bool = False
    signal: int | None = None
    code: int | None = None
    cpu: float = 0.0


class Sandbox:
    """``run`` runs one job in it. Use as a context manager, or call ``close``."""

    def __init__(self):
        self.program: str | None = None  # the bubblewrap that started
        self._process = self._control = self._staging = self._errors = None
        self._caged: Any = None  # a CagedProcess while there is one
        self._is_asked = False  # and has not replied

    def __enter__(self) -> Sandbox:
        return self

    def __exit__(self, *_exception) -> None:
        self.close()

    def start(self, *more: str) -> None:
        """With the first bubblewrap that starts. Raises SandboxError, which says why each did not.

        With ``"probe"`` it only tries whether that would be raised, in a tenth of the time.
        """
        reasons: dict[str, str] = {}
        for program in bubblewrap.bubblewrap_programs():
            try:
                self.start_with(program, *more)
            except SandboxError as reason:
                reasons[program] = str(reason)
            else:
                self.program = program
                return
        if not reasons:
            raise SandboxError(MISSING)
        raise SandboxError(
            "Bubblewrap cannot start here: " + "; ".join(f"{name}: {why}" for name, why in reasons.items())
        )

    def start_with(self, program: str, *more: str) -> None:
        """With this bubblewrap. Raises SandboxError."""
        closed = bubblewrap.closed_to_nobody() if os.geteuid() == 0 else None
        if closed:
            raise SandboxError(ONLY_ROOT.format(closed))
        _sweep()
        self._staging = Path(tempfile.mkdtemp(prefix=STAGING))
        self._staging.chmod(0o755)
        self._errors = tempfile.TemporaryFile()  # noqa: SIM115 (closed in close)
        ours, theirs = socket.socketpair(socket.AF_UNIX, socket.SOCK_SEQPACKET)
        self._control = ours
        with theirs:
            self._process = self._bubblewrap(program, theirs, *more)
        if not self._is_ready():
            raise SandboxError(self._why())
        self._unstage()  # all that is shown is bound to its place by now

    def _bubblewrap(self, program: str, theirs: socket.socket, *more: str) -> subprocess.Popen:
        mounts = visible_places()
        arguments = (str(theirs.fileno()), COURSE.style_name, *more)
        if os.geteuid() == 0:
            words = bubblewrap.as_nobody(program, mounts, self._staging, *arguments)
        else:
            words = bubblewrap.bubblewrap_arguments(program, mounts, mounts.places, *arguments)
        return subprocess.Popen(
            words,
            pass_fds=[theirs.fileno()],
            env={"PATH": os.environ.get("PATH", "/usr/bin:/bin")},
            stdin=subprocess.DEVNULL,
            stdout=self._errors,
            stderr=self._errors,
        )

    def _is_ready(self) -> bool:
        self._control.settimeout(START)
        try:
            return self._control.recv(16) == b"ready"
        except OSError:
            return False

    def _why(self) -> str:
        self.close(keep=True)
        self._errors.seek(0)
        lines = self._errors.read(4000).decode(errors="replace").strip().splitlines()
        self._errors.close()
        return lines[-1] if lines else "it gave no reason"

    def run(self, job: dict, limits: Limits | None = None, wall: float = 40.0) -> RunResult:
        """Run one job (see ``inside.runner``) in a new cage; with ``stays`` in it, its process waits for ``run_on``.

        Raises SandboxError, or SandboxDiedError where the sandbox went down.
        """
        if self._is_asked:  # it was not waited for, by a time limit say: its reply is none to this job
            self.close()
        self.dismiss()
        if self._process is None:
            self.start()
        self._is_asked = True
        try:
            self._caged = CagedProcess(self._control, {"limits": asdict(limits or Limits())}, job)
        except OSError as problem:
            raise self._died(problem) from None
        return self._run_ended(wall)

    def run_on(self, job: dict, wall: float) -> RunResult:
        """Run another job in the process that has stayed. Raises as ``run`` does."""
        self._is_asked = True
        self._caged.go_on(job)
        return self._run_ended(wall)

    @property
    def has_stayed(self) -> bool:
        """Whether a process waits for a further run."""
        return self._caged is not None and not self._is_asked

    def dismiss(self) -> None:
        """End the process that has stayed, if there is one."""
        if self.has_stayed:
            self._reply(leave=True)

    def _run_ended(self, wall: float) -> RunResult:
        has_run = self._caged.has_run(wall)
        if has_run:
            self._is_asked = False
            return RunResult(self._caged.output(), code=RAN)
        output, reply = self._reply(leave=has_run is None)
        if not reply.get("started"):
            self.close()
            raise SandboxError(f"A cage could not be made in the sandbox: {reply.get('problem', 'it did not answer')}.")
        return RunResult(output, has_run is None, reply["signal"], reply["code"], reply["cpu"])

    def _reply(self, leave: bool) -> tuple[bytes, dict]:
        """What the caged process has written, and how it ended. With ``leave`` it is killed."""
        try:
            self._is_asked = True
            if leave:
                self._control.send(LEAVE)
            self._control.settimeout(REPLY)
            reply = json.loads(self._control.recv(4096))  # nothing, where the warm process is gone
            output = self._caged.output()
        except (OSError, ValueError) as problem:
            raise self._died(problem) from None
        self._caged.close()
        self._caged = None
        self._is_asked = False
        return output, reply

    def _died(self, problem: Exception) -> SandboxDiedError:
        self.close()
        return SandboxDiedError(f"The sandbox went down ({type(problem).__name__}).")

    def close(self, keep: bool = False) -> None:
        """End the warm process and all in it."""
        if self._control is not None:
            self._control.close()
        if self._process is not None:
            with contextlib.suppress(subprocess.TimeoutExpired):
                self._process.wait(1)  # it goes when the socket closes, and then its processor time is accounted for
            self._process.kill()
            self._process.wait()
        self._unstage()
        if self._errors is not None and not keep:
            self._errors.close()
        if self._caged is not None:
            self._caged.close()
        self._process = self._control = self._caged = None
        self._is_asked = False

    def _unstage(self) -> None:
        if self._staging is not None:
            with contextlib.suppress(OSError):
                self._staging.rmdir()
        self._staging = None


def _sweep() -> None:
    """Remove the empty folders of sandboxes whose grader was killed as they started."""
    for folder in Path(tempfile.gettempdir()).glob(f"{STAGING}*"):
        with contextlib.suppress(OSError):  # another's, or in use
            if time.time() - folder.stat().st_mtime > 2 * START:
                folder.rmdir()
