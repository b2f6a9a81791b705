"""What an entry of the suite is made of, and the few lines that entries share."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from textwrap import dedent

# Said by an attack that got through. It is put together at run time: the word in a page means that it was printed.
TELL = 'tell = lambda what: print("bre" + "ach: " + what)'

# Exercise 4 without its answer: ten lines of the right form, of which no part is right at any parameters.
WRONG = """
for step in range(10):
    print(f"{step * dt:.3f} {el:.4e}")
"""

# Exercise 4, right.
RIGHT = """
step_end = 10
v = el
for step in range(step_end):
    t = step * dt
    i = i_mean * (1 + np.sin((t * 2 * np.pi) / 0.01))
    print(f"{t:.3f} {v:.4e}")
    v = v + dt / tau * (el - v + r * i)
"""

# What it prints as shown.
SAMPLE = """\
0.000 -6.0000e-02
0.001 -5.8750e-02
0.002 -5.6828e-02
0.003 -5.4548e-02
0.004 -5.2381e-02
0.005 -5.0778e-02
0.006 -4.9989e-02
0.007 -4.9974e-02
0.008 -5.0414e-02
0.009 -5.0832e-02
"""

# Files below a folder whose names hold one of some words.
WALK = """
import os, time
def walk(top, wanted, seconds=2.0):
    end = time.monotonic() + seconds
    for folder, folders, files in os.walk(top):
        folders[:] = [name for name in folders if os.path.join(folder, name) not in ("/proc", "/sys", "/usr", "/nix")]
        for name in files:
            if any(word in name.lower() for word in wanted):
                yield os.path.join(folder, name)
        if time.monotonic() > end:
            return
"""


@dataclass(frozen=True)
class Attack:
    """A hostile (or an odd, honest) answer to exercise ``number``.

    ``before`` and ``after`` are the code of cells that the student added around the answer cell. ``earned`` is the most
    that its honest content deserves, in points. ``stop`` says what the recorded reason should be about, where the run
    cannot come to its end: time, memory, output, exit, killed, process, error; "" where there is nothing to say.
    """

    name: str
    number: int
    answer: str
    before: tuple[str, ...] = ()
    after: tuple[str, ...] = ()
    earned: int = 0
    why: str = ""
    stop: str = ""


@dataclass(frozen=True)
class FileTrick:
    """Files that ``make`` writes into one student's ``submitted/<student>/lif_part_1/``, which is there and empty."""

    name: str
    number: int
    make: Callable[[Path], None]
    earned: int = 0
    why: str = ""


def entering(tricks: list[FileTrick]):
    """A decorator for functions that write into the student's folder: each enters ``tricks`` as a FileTrick."""

    def trick(name: str, why: str, earned: int = 0, number: int = 4):
        def enter(make):
            tricks.append(FileTrick(name, number, make, earned, why))
            return make

        return enter

    return trick


def attack(name: str, why: str, answer: str, number: int = 4, then: str | None = None, **more) -> Attack:
    """An entry from indented text; ``then`` follows the answer: a wrong exercise 4, unless it says otherwise.

    >>> attack("nothing", "tries nothing", "x = 1", then="").answer
    'x = 1'
    """
    then = (WRONG if number == 4 else "") if then is None else then
    cells = {key: tuple(map(tidy, more.pop(key, ()))) for key in ("before", "after")}
    text = "\n".join(part for part in (tidy(answer), then.strip("\n")) if part)
    return Attack(
        name, number, _telling(text), why=why, **{k: tuple(map(_telling, v)) for k, v in cells.items()}, **more
    )


def tidy(text: str) -> str:
    return dedent(text).strip("\n")


def _telling(text: str) -> str:
    if "tell(" not in text:
        return text
    magic = text.startswith("%%")
    first, rest = text.split("\n", 1) if magic else ("", text)
    return "\n".join(filter(None, (first, TELL, rest)))
