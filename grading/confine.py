"""A sandbox with one warm process in it, which runs each job in a cage of its own (see ``inside``).

Bubblewrap makes the sandbox: no network, no home, an empty environment, nothing writable, and to be seen only the
interpreter, its packages and the student's side of ``helpers``.
"""

from __future__ import annotations

import contextlib
import json
import os
import shutil
import socket
import subprocess
import sys
import tempfile
from dataclasses import asdict, dataclass
from pathlib import Path

from .course import ROOT
from .inside.cage import DEVICES, SCRATCH, Limits

NOBODY = 65534
START = 60  # seconds that the warm process may take to start
RESULT = 16 << 20  # bytes of a result that are read
HOME = "/lif"  # in the sandbox: our own side of it
LIBRARIES = ("/lib", "/lib64", "/usr/lib", "/usr/lib64", "/usr/local/lib", "/etc/ld.so.cache")
ENVIRONMENT = {
    "HOME": SCRATCH,
    "LANG": "C.UTF-8",
    "MPLBACKEND": "Agg",
    "MPLCONFIGDIR": SCRATCH,
    "OMP_NUM_THREADS": "1",
    "OPENBLAS_NUM_THREADS": "1",
    "PYTHONDONTWRITEBYTECODE": "1",
    "PYTHONHASHSEED": "0",
    "TMPDIR": SCRATCH,
}


class NoSandbox(Exception):
    """Student code cannot be confined on this machine; the text says why, and what to do."""


class Lost(Exception):
    """The sandbox did not answer; it is started anew for the next run."""


@dataclass
class Ended:
    """How one run ended (see ``inside.__main__.wait``), and the bytes of its result."""

    result: bytes
    late: bool = False
    signal: int | None = None
    code: int | None = None
    cpu: float = 0.0


def seen() -> dict[str, str]:
    """What the sandbox shows: path there to path here, all of it read-only."""
    code, helpers = ROOT / "grading" / "inside", ROOT / "helpers"
    places = {path: path for path in LIBRARIES if os.path.exists(path)}
    if sys.base_prefix == "/usr":
        places |= {program: program for program in (os.path.realpath(sys.executable),)}
    else:
        places[sys.base_prefix] = sys.base_prefix
    places[sys.prefix] = sys.prefix
    if sys.prefix == sys.base_prefix == "/usr":
        places.pop(sys.prefix)
    places |= {f"{HOME}/inside/{path.name}": str(path) for path in sorted(code.glob("*.py"))}
    places[f"{HOME}/helpers/__init__.py"] = str(code / "helpers_stub.py")
    places[f"{HOME}/helpers/lif.mplstyle"] = str(helpers / "lif.mplstyle")
    places |= {f"{HOME}/helpers/observe/{path.name}": str(path) for path in sorted((helpers / "observe").glob("*.py"))}
    return places


def hidden(places: dict[str, str]) -> list[str]:
    """Folders within what is shown that hold a reference or a check: covered up."""
    found = [str(path) for place in places for path in Path(place).glob("lib*/python3*/site-packages/helpers")]
    found += [str(path) for place in places for path in Path(place).glob("lib*/python3*/site-packages/grading")]
    inner = [str(ROOT)] if any(ROOT.is_relative_to(place) for place in places) else []
    return found + inner


def command(places: dict[str, str], here: dict[str, str], *arguments: str) -> list[str]:
    """Bubblewrap's arguments; ``here`` says where each shown path is found by the one who starts it."""
    words = ["bwrap", "--unshare-all", "--new-session", "--die-with-parent", "--clearenv", "--cap-drop", "ALL"]
    for name, value in ENVIRONMENT.items():
        words += ["--setenv", name, value]
    words += ["--proc", "/proc", "--dir", "/dev/shm", "--tmpfs", SCRATCH]
    for device in DEVICES:  # bubblewrap's own /dev can be written to, and would be kept from run to run
        words += ["--dev-bind", device, device]
    if not any(Path(place).is_relative_to("/tmp") for place in places):  # as of a repository that was cloned there
        words += ["--symlink", SCRATCH, "/tmp"]
    for place in sorted(places, key=lambda place: place.count("/")):
        words += ["--ro-bind", here[place], place]
    for place in hidden(places):
        words += ["--tmpfs", place, "--remount-ro", place]
    words += ["--remount-ro", "/", "--chdir", HOME]
    return [*words, "--", sys.executable, "-s", "-E", "-m", "inside", *arguments]


def as_nobody(places: dict[str, str], staging: Path, *arguments: str) -> list[str]:
    """Started by root: first bind what is shown to where an ordinary user may look, then become one.

    Root's own user id, even without rights, could write to kernel settings; and nobody may look into /root.
    """
    here, lines = {}, ["set -e", f"mount -t tmpfs -o mode=755,size=1m tmpfs {staging}"]
    for k, (place, path) in enumerate(places.items()):
        here[place] = f"{staging}/{k}"
        lines.append(f"{'mkdir' if os.path.isdir(path) else 'touch'} {here[place]}")
        lines.append(
            f'mount --bind "${k + 1}" {here[place]}' if k < 9 else f'mount --bind "${{{k + 1}}}" {here[place]}'
        )
    words = command(places, here, *arguments)
    change = f"--reuid {NOBODY} --regid {NOBODY} --clear-groups --inh-caps=-all --bounding-set=-all"
    lines.append(f'shift {len(places)}; exec setpriv {change} env -i PATH="$PATH" "$@"')
    return ["unshare", "--mount", "sh", "-c", "\n".join(lines), "stage", *places.values(), *words]


class Sandbox:
    """``run`` runs one job in it. Use as a context manager, or call ``close``."""

    def __init__(self):
        self._process = self._control = self._staging = self._errors = None

    def __enter__(self) -> Sandbox:
        return self

    def __exit__(self, *_exception) -> None:
        self.close()

    def start(self, *more: str) -> None:
        """Raises NoSandbox. With ``"probe"`` it only tries whether that would be raised, in a tenth of the time."""
        if shutil.which("bwrap") is None:
            raise NoSandbox("Bubblewrap is not installed. On Debian or Ubuntu: sudo apt-get install bubblewrap")
        self._staging = Path(tempfile.mkdtemp(prefix="lif-sandbox-"))
        self._staging.chmod(0o755)
        self._errors = tempfile.TemporaryFile()  # noqa: SIM115 (closed in close)
        ours, theirs = socket.socketpair(socket.AF_UNIX, socket.SOCK_SEQPACKET)
        places, arguments = seen(), (str(theirs.fileno()), *more)
        if os.geteuid() == 0:
            words = as_nobody(places, self._staging, *arguments)
        else:
            words = command(places, places, *arguments)
        path = {"PATH": os.environ.get("PATH", "/usr/bin:/bin")}
        with theirs:
            self._process = subprocess.Popen(
                words,
                pass_fds=[theirs.fileno()],
                env=path,
                stdin=subprocess.DEVNULL,
                stdout=self._errors,
                stderr=self._errors,
            )
        self._control = ours
        ours.settimeout(START)
        try:
            ready = ours.recv(16)
        except OSError:
            ready = b""
        if ready != b"ready":
            raise NoSandbox(self._why())
        self._unstage()  # all that is shown is bound to its place by now

    def _why(self) -> str:
        self.close(keep=True)
        self._errors.seek(0)
        lines = self._errors.read(4000).decode(errors="replace").strip().splitlines()
        self._errors.close()
        return f"Bubblewrap cannot start here: {lines[-1] if lines else 'it gave no reason.'}"

    def run(self, job: dict, limits: Limits | None = None, wall: float = 20.0) -> Ended:
        """Run one job (see ``inside.run``). Raises NoSandbox, or Lost where the sandbox itself went down."""
        if self._process is None:
            self.start()
        limits = limits or Limits()
        with _holding(json.dumps(job).encode()) as given, _holding(b"") as result:
            try:
                request = json.dumps({"limits": asdict(limits), "wall": wall}).encode()
                socket.send_fds(self._control, [request], [given.fileno(), result.fileno()])
                self._control.settimeout(wall + 20)
                reply = json.loads(self._control.recv(4096))  # nothing, where the warm process is gone
            except (OSError, ValueError) as problem:
                self.close()
                raise Lost(f"The sandbox went down ({type(problem).__name__}).") from None
            if not reply.get("started"):
                self.close()
                raise NoSandbox(
                    f"A cage could not be made in the sandbox: {reply.get('problem', 'it did not answer')}."
                )
            result.seek(0)
            data = result.read(RESULT)
        return Ended(data, reply["late"], reply["signal"], reply["code"], reply["cpu"])

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
        self._process = self._control = None

    def _unstage(self) -> None:
        if self._staging is not None:
            with contextlib.suppress(OSError):
                self._staging.rmdir()
        self._staging = None


@contextlib.contextmanager
def _holding(content: bytes):
    """A file in memory that has no name, with ``content`` in it."""
    with os.fdopen(os.memfd_create("run"), "w+b") as file:
        file.write(content)
        file.flush()
        file.seek(0)
        yield file
