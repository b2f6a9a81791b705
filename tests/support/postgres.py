"""A PostgreSQL server of the tests' own: an ordinary user's, on a socket in a temporary folder, gone at the end."""

from __future__ import annotations

import contextlib
import os
import shutil
import subprocess
import tempfile
from pathlib import Path

DEBIAN = sorted(Path("/usr/lib/postgresql").glob("*/bin"))
PG_CTL = shutil.which("pg_ctl") or next((str(folder / "pg_ctl") for folder in DEBIAN[::-1]), None)
MISSING = "PostgreSQL's server is missing: sudo apt-get install postgresql"
NOBODY = 65534


@contextlib.contextmanager
def server():
    """The address of an empty database as grading takes it."""
    with tempfile.TemporaryDirectory(prefix="lif-pg-", ignore_cleanup_errors=True) as name:
        home = Path(name)
        if os.geteuid() == 0:
            os.chown(home, NOBODY, NOBODY)
        program = Path(PG_CTL).resolve().parent
        options = ["--username=lif", "--auth=trust", "--encoding=UTF8", "--no-sync"]
        _run([program / "initdb", "-D", home / "data", *options], home)
        settings = f"-c listen_addresses='' -c unix_socket_directories='{home}' -c fsync=off"
        _run([PG_CTL, "-D", home / "data", "-l", home / "log", "-w", "-t", "60", "-o", settings, "start"], home)
        try:
            _run([program / "createdb", "-h", home, "-U", "lif", "lif"], home)
            yield f"postgresql+psycopg://lif@/lif?host={home}"
        finally:
            _run([PG_CTL, "-D", home / "data", "-m", "immediate", "-w", "stop"], home)


def _run(command: list, home: Path) -> None:
    """As an ordinary user: the server does not start as root."""
    line = [str(part) for part in command]
    if os.geteuid() == 0:
        line = ["setpriv", f"--reuid={NOBODY}", f"--regid={NOBODY}", "--clear-groups", *line]
    with (home / "told").open("w") as told:  # not a pipe: the server would keep it open
        done = subprocess.run(line, cwd=home, stdout=told, stderr=told, timeout=120, env={**os.environ, "LC_ALL": "C"})
    if done.returncode:
        raise RuntimeError((home / "told").read_text())
