"""The parameters that answers are judged at: drawn from a secret of the course, the same for all students."""

from __future__ import annotations

import hashlib
import hmac
import random
import secrets
from pathlib import Path

from grading.errors import SecretError
from grading.files import write
from slipcheck.exercise import Exercise, Parameters
from slipcheck.parameter_draws import UNSEEN, unseen_parameters

FILE = "secret"


def secret(course: Path) -> bytes:
    """The course's secret: 32 bytes in ``.grading/secret``, made on first use, to be read by its owner alone."""
    path = course / ".grading" / FILE
    path.parent.mkdir(mode=0o700, exist_ok=True)
    if not path.exists():
        write(path, secrets.token_hex(32) + "\n", mode=0o600, exclusive=True)  # another run may be faster
    text = path.read_text(encoding="ascii", errors="replace").strip()
    if len(text) != 64 or set(text) - set("0123456789abcdef"):
        raise SecretError(
            f"{path} does not hold 64 hexadecimal digits. Restore it, or delete it to draw new parameters."
        )
    if path.stat().st_mode & 0o077:
        path.chmod(0o600)
    return bytes.fromhex(text)


def parameters(key: bytes, exercise: Exercise) -> list[Parameters]:
    """The hidden settings of one exercise."""
    seed = hmac.new(key, f"exercise {exercise.number}".encode(), hashlib.sha256).digest()
    chance = random.Random(int.from_bytes(seed, "big"))
    return unseen_parameters(exercise, chance, UNSEEN)
