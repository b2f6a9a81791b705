"""Honest answers with odd things around them: each must get all of its points."""

from __future__ import annotations

from helpers.course import COURSE

from .build import right
from .entry import Attack, tidy


def honest(name: str, why: str, number: int, answer: str | None = None, swap: tuple = (), **more) -> Attack:
    """The solution, or another right answer, and what is odd about it; ``swap``: pieces, and what replaces them."""
    text = right(number) if answer is None else tidy(answer)
    for old, new in swap:
        if old not in text:
            raise ValueError(f"{old!r} is not in the answer of {name!r}")
        text = text.replace(old, new)
    cells = {key: tuple(map(tidy, more.pop(key, ()))) for key in ("before", "after")}
    text = more.pop("first", "") + text + more.pop("last", "")
    earned = sum(part.points for part in COURSE.exercise(number).parts)
    return Attack(name, number, text, earned=earned, why=why, **cells, **more)


HONEST = (
    honest(
        "words on stderr",
        "messages to sys.stderr, for which stock nbgrader takes all points",
        4,
        first="import sys\nprint('begin', file=sys.stderr)\n",
        last="\nsys.stderr.write('end\\n')",
    ),
    honest(
        "warnings",
        "a RuntimeWarning of numpy and a DeprecationWarning of the student's",
        7,
        first="import warnings\nwarnings.warn('old', DeprecationWarning)\nnp.log(np.zeros(2)) / 0\n",
    ),
    honest(
        "imports and functions in added cells",
        "the answer uses a function, a class, a constant in a function, and imports of earlier cells",
        4,
        """
        v = el
        for step in range(10):
            t = step * dt
            print(f"{t:.3f} {v:.4e}")
            v = euler(v, Input(i_mean).at(t), dt, tau, el, r)
        """,
        before=(
            "from math import pi, sin",
            """
            def euler(v, i, dt, tau, el, r):
                return v + dt / tau * (el - v + r * i)
            """,
            """
            class Input:
                def __init__(self, mean): self.mean = mean
                def at(self, t): return self.mean * (1 + sin(2 * pi * t / 0.01))
            """,
        ),
    ),
    honest(
        "added cell that crashes",
        "a cell before and a cell after the answer end with an error",
        2,
        before=("print(undefined_name)",),
        after=("1 / 0", "raise ValueError('I gave up here, and went on below')"),
    ),
    honest(
        "added cell that does not parse",
        "notes typed into a code cell, and a shell command that fails",
        6,
        before=("this is only a note to myself", "!pip install something-that-is-not-there"),
        after=("for step in range(10)",),
    ),
    honest("matplotlib inline", "the magic that old tutorials begin with", 5, first="%matplotlib inline\n"),
    honest(
        "line magic for the time",
        "%time, %pwd and a shell line among the lines of the answer",
        3,
        first="%pwd\n",
        last="\n%time\n!echo done",
    ),
    honest("cell magic for the time", "%%time on the first line of the answer", 8, first="%%time\n"),
    honest(
        "star imports",
        "from numpy import * shadows sum, abs, min and max",
        9,
        first="from numpy import *\nfrom matplotlib.pyplot import *\n",
    ),
    honest(
        "imports once more",
        "numpy and pyplot are imported again, also under other names",
        14,
        first="import numpy as np\nimport numpy\nimport matplotlib.pyplot as plt\nfrom numpy import mean as average\n",
        swap=(("np.mean(v_n, axis=0)", "average(v_n, axis=0)"),),
    ),
    honest(
        "type hints and constants",
        "annotated names, Final, underscores in numbers, a semicolon and a long line in brackets",
        4,
        first="from __future__ import annotations\nfrom typing import Final\n",
        swap=(("step_end = 10", "step_end: Final[int] = 1_0;"), ("v = el  # V(0)", "v: float = (\n    el\n)")),
    ),
    honest(
        "walrus",
        "an assignment within a while condition, and one within an f-string's argument",
        4,
        """
        step, v = -1, el
        while (step := step + 1) < 10:
            print(f"{(t := step * dt):.3f} {v:.4e}")
            v += dt / tau * (el - v + r * (i := i_mean * (1 + np.sin(2 * np.pi * t / 0.01))))
        """,
    ),
    honest(
        "table kept and printed at the end",
        "lines are kept in a list, joined, and written by sys.stdout.write",
        4,
        """
        import sys
        lines, v = [], el
        for step in range(10):
            t = step * dt
            lines.append("%.3f %.4e" % (t, v))
            v = v + dt / tau * (el - v + r * i_mean * (1 + np.sin(2 * np.pi * t / 0.01)))
        sys.stdout.write("\\n".join(lines) + "\\n")
        """,
    ),
    honest(
        "headline and debugging",
        "a headline, a line of dashes and a last remark around the table",
        4,
        first="print('time    V')\nprint('-' * 20)\n",
        last="\nprint('done')",
    ),
)
