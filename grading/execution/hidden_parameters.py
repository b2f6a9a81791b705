"""The parameters that answers are judged at: drawn from a secret of the course and the answer itself."""

from __future__ import annotations

import hashlib
import hmac
import random
import secrets
from collections.abc import Sequence
from functools import cache
from pathlib import Path

from grading.current_course import COURSE
from grading.errors import SecretError
from grading.files import write
from grading.kept_files import is_shared, kept_folder
from slipcheck.exercise import Exercise, Parameters
from slipcheck.parameter_draws import UNSEEN, near, unseen_parameters

FILE = "secret"


def secret(course: Path) -> bytes:
    """The course's secret: 32 bytes in ``.grading/secret``, made on first use.

    To be read by its owner alone, and by the group of a shared course.
    """
    path = kept_folder(course) / FILE
    mode = 0o660 if is_shared(course) else 0o600
    if not path.exists():
        write(path, secrets.token_hex(32) + "\n", mode=mode, exclusive=True)  # another run may be faster
    text = path.read_text(encoding="ascii", errors="replace").strip()
    if len(text) != 64 or set(text) - set("0123456789abcdef"):
        raise SecretError(
            f"{path} does not hold 64 hexadecimal digits. Restore it, or delete it to draw new parameters."
        )
    if path.stat().st_mode & 0o777 & ~mode:
        path.chmod(mode)
    return bytes.fromhex(text)


def hidden_settings(key: bytes, exercise: Exercise, source: str, cells: Sequence[str] = ()) -> list[Parameters]:
    """The hidden settings of one answer and its added cells: what a run could learn of them helps no other answer."""
    if not exercise.varied_names:
        return []
    text = "\0".join((source, *cells)).encode("utf-8", "surrogatepass")
    chance = _chance(key, f"exercise {exercise.number} ".encode() + hashlib.sha256(text).digest())
    return [near(exercise, p, chance) for p in _of_class(key, exercise.number)]


@cache
def _of_class(key: bytes, number: int) -> list[Parameters]:
    """Settings that tell apart what the exercise's slips do; to look for them for each answer takes too long."""
    return unseen_parameters(COURSE.exercise(number), _chance(key, f"exercise {number}".encode()), UNSEEN)


def _chance(key: bytes, text: bytes) -> random.Random:
    return random.Random(int.from_bytes(hmac.new(key, text, hashlib.sha256).digest(), "big"))
