"""Make the environment ``.venv``, or leave it alone if it is good: ``python grading/environment.py``.

An install that failed or was interrupted leaves no ``made`` file, so the next call starts again. Whatever Python is
there runs this file: it uses the standard library alone, and the syntax of Python 3.6.
"""

import argparse
import hashlib
import importlib.util
import json
import os
import platform
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
NEEDED = (3, 11)
TOO_OLD = "Python {} is too old: the course needs 3.11 or newer. Install one, then name it: make PYTHON=python3.12 ..."
NO_VENV = """Python {} cannot make environments: its module venv is missing.
On Debian or Ubuntu: sudo apt-get install python{}.{}-venv
Then run the same command again."""
FAILED = "{} failed, for the reason above. Run the same command again once it is fixed."
THIS = getattr(sys, "_base_executable", None) or sys.executable  # in an environment, the Python that it was made with
DOT = 3  # seconds


class SetupError(Exception):
    """The environment cannot be made; the text says why and what to do."""


def program_of(folder: Path) -> Path:
    """The Python of an environment."""
    return folder / ("Scripts/python.exe" if os.name == "nt" else "bin/python")


def lists_in(requirements: Path) -> list:
    """A list of requirements, and those that it includes by ``-r``."""
    words = [line.split() for line in requirements.read_text(encoding="utf-8").splitlines() if line.startswith("-r ")]
    return [requirements, *(path for _, name in words for path in lists_in(requirements.parent / name))]


def version_of(program: Path) -> "str | None":
    """Its version and place, or None where it does not start."""
    code = "import sys, platform; print(platform.python_version(), sys.base_prefix)"
    try:
        done = subprocess.run([str(program), "-I", "-c", code], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)
    except OSError:
        return None
    return done.stdout.decode(errors="replace").strip() if done.returncode == 0 else None


class Environment:
    """A folder, what is installed in it, and whether the course's own packages are."""

    def __init__(self, folder: Path, requirements: Path, editable: bool):
        self.folder = folder
        self.requirements = requirements
        self.editable = editable
        self.program = program_of(folder)

    def made(self) -> dict:
        """What was noted when it was made; nothing where it was not, or not to its end."""
        try:
            return json.loads((self.folder / "made").read_text(encoding="utf-8"))
        except (OSError, ValueError):
            return {}

    def expected(self) -> dict:
        """What is noted of one that is good: its place, its Python, and what it holds."""
        content = b"".join(path.read_bytes() for path in (*lists_in(self.requirements), ROOT / "pyproject.toml"))
        digest = hashlib.sha256(content).hexdigest()
        return {"folder": str(self.folder), "python": version_of(self.program), "requirements": digest}

    def is_whole(self) -> bool:
        """Whether it was made to its end, here, and its Python still starts; what it holds may be old."""
        noted = self.made()
        expected = self.expected()
        names = ("folder", "python")
        return expected["python"] is not None and all(noted.get(name) == expected[name] for name in names)

    def is_good(self) -> bool:
        return self.is_whole() and self.made() == self.expected()

    def make(self) -> None:
        """Bring it up to date where it is whole, else make it from nothing. Raises SetupError."""
        afresh = not self.is_whole()
        if afresh:
            require_python()
        version = platform.python_version() if afresh else str(self.made()["python"]).split()[0]
        verb = "Making" if afresh else "Bringing up to date"
        print(f"{verb} {self.folder.name} with Python {version}. It takes about two minutes, once.", flush=True)
        os.umask(0o022)  # the sandbox reads it as an ordinary user
        if (self.folder / "made").exists():
            (self.folder / "made").unlink()
        if afresh:
            run_program([THIS, "-m", "venv", "--clear", str(self.folder)], "Making the environment")
        pip = [str(self.program), "-m", "pip", "install", "--disable-pip-version-check", "-qq"]
        run_program([*pip, "-r", str(self.requirements)], f"Installing what {self.requirements.name} lists")
        if self.editable:
            run_program(
                [*pip, "--no-deps", "--no-build-isolation", "-e", str(ROOT)], "Installing the course's own packages"
            )
        self._note()

    def _note(self) -> None:
        beside = self.folder / "made.new"
        beside.write_text(json.dumps(self.expected()) + "\n", encoding="utf-8")
        os.replace(str(beside), str(self.folder / "made"))


def require_python() -> None:
    """Raises SetupError where this Python is too old, or cannot make environments."""
    version = platform.python_version()
    if sys.version_info < NEEDED:
        raise SetupError(TOO_OLD.format(version))
    if importlib.util.find_spec("venv") is None or importlib.util.find_spec("ensurepip") is None:
        raise SetupError(NO_VENV.format(version, *sys.version_info[:2]))


def run_program(words: list, what: str) -> None:
    """Run a program, with a dot every few seconds on a terminal. What it said is shown where it fails."""
    process = subprocess.Popen(
        words, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, cwd=str(ROOT)
    )
    dots = 0
    while True:
        try:
            said, _ = process.communicate(timeout=DOT)
            break
        except subprocess.TimeoutExpired:
            if sys.stdout.isatty():
                dots += 1
                print(".", end="", flush=True)
        except BaseException:
            process.kill()
            raise
    if dots:
        print()
    if process.returncode:
        print(said.decode(errors="replace").strip()[-4000:])
        raise SetupError(FAILED.format(what))


def main(arguments: "list | None" = None) -> int:
    parser = argparse.ArgumentParser(prog="python grading/environment.py", description=__doc__.splitlines()[0])
    parser.add_argument("--folder", default=".venv", help="the environment (%(default)s)")
    parser.add_argument("--requirements", default="requirements.txt", help="what it holds (%(default)s)")
    parser.add_argument("--bare", action="store_true", help="without the course's own packages")
    parser.add_argument("--renew", action="store_true", help="make it again if it was made with another Python")
    options = parser.parse_args(arguments)
    environment = Environment(ROOT / options.folder, ROOT / options.requirements, not options.bare)
    if options.renew and environment.made() and environment.made().get("python") != version_of(Path(THIS)):
        (environment.folder / "made").unlink()
    if environment.is_good():
        return 0
    try:
        environment.make()
    except SetupError as reason:
        print(reason)
        return 2
    except KeyboardInterrupt:
        print("\nStopped. The same command starts again.")
        return 2
    return 0


if __name__ == "__main__":
    sys.exit(main())
