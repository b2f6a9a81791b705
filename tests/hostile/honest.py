"""Honest answers that look odd: each must get all of its points."""

from __future__ import annotations

from helpers.exercises import exercise

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
    earned = sum(part.points for part in exercise(number).parts)
    return Attack(name, number, text, earned=earned, why=why, **cells, **more)


LOOP = "for step in range(step_end):"
EULER = "v = v + dt / tau * (el - v + r * i)"

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
    honest("all figures closed", "plt.close('all') and plt.clf() after show", 6, last="\nplt.clf()\nplt.close('all')"),
    honest("no show", "plt.show is left away, as a notebook allows", 5, swap=(("plt.show()", ""),)),
    honest(
        "own style",
        "another style sheet, size, grid and settings",
        12,
        first="plt.style.use('ggplot')\nplt.rcParams['figure.figsize'] = (9, 3)\n",
        swap=(('plt.plot(t_range, v, "k")', 'plt.plot(t_range, v, color="tab:red", lw=2)\nplt.grid(True)'),),
    ),
    honest(
        "axes by name",
        "the object-oriented way: subplots, ax.plot, ax.set",
        11,
        swap=(
            ("plt.figure()", "fig, ax = plt.subplots(figsize=(8, 4))"),
            ('plt.title("Membrane potential, random input")', 'ax.set(title="Membrane potential")'),
            ('plt.xlabel("time (s)")', 'ax.set_xlabel("t (s)")'),
            ('plt.ylabel("$V_m$ (V)")', 'ax.set_ylabel("Membrane potential / V")'),
            ('plt.plot(t_range, v, "k.")', 'ax.plot(t_range, v, marker="o", ls="", ms=2)\nfig.tight_layout()'),
        ),
    ),
    honest(
        "milliseconds and millivolts",
        "the axes are in ms and mV, and say so",
        6,
        swap=(
            ('plt.xlabel("time (s)")', 'plt.xlabel("time (ms)")'),
            ('plt.ylabel("$V_m$ (V)")', 'plt.ylabel("$V_m$ (mV)")'),
            ('plt.plot(t, v, "k.")', 'plt.plot(1e3 * t, 1e3 * v, "k.")'),
        ),
    ),
    honest(
        "try and finally",
        "the loop stands in try, except, else and finally, with an assert and a del",
        2,
        """
        try:
            for step in range(10):
                t = step * dt
                assert t >= 0
                print(i_mean * (1 + np.sin(2 * np.pi * t / 0.01)))
        except ZeroDivisionError:
            raise
        else:
            del t
        finally:
            pass
        """,
    ),
    honest(
        "Greek and accented names",
        "names in Unicode, and units in comments and text that are no ASCII",
        4,
        """
        # Übung 4 – Membranpotential µV Ω 🧠
        π, τ, Δt = np.pi, tau, dt
        größe = el
        for schritt in range(10):
            zeit = schritt * Δt
            print(f"{zeit:.3f} {größe:.4e}")
            größe = größe + Δt / τ * (el - größe + r * i_mean * (1 + np.sin(2 * π * zeit / 0.01)))
        """,
    ),
    honest(
        "new generator",
        "default_rng in place of the legacy seed: the same process by other numbers",
        11,
        swap=(
            ("np.random.seed(2020)", "rng = np.random.default_rng(2020)"),
            ("2 * np.random.random(step_end) - 1", "rng.uniform(-1, 1, step_end)"),
        ),
    ),
    honest(
        "generator object of the old kind",
        "RandomState(2020) draws the numbers of the legacy seed",
        13,
        swap=(("np.random.seed(2020)", "rs = np.random.RandomState(2020)"), ("np.random.random(", "rs.random_sample(")),
    ),
    honest(
        "numbers of the random module",
        "random.uniform of the standard library, seeded, in a loop",
        7,
        swap=(
            ("np.random.seed(2020)", "import random\nrandom.seed(2020)"),
            ("2 * np.random.random() - 1", "random.uniform(-1, 1)"),
        ),
    ),
    honest(
        "global and nested functions",
        "a function with global, a closure with nonlocal, a generator and a decorator",
        4,
        """
        from functools import wraps
        v = el
        def shown(function):
            @wraps(function)
            def inner(t):
                print(f"{t:.3f} {v:.4e}")
                return function(t)
            return inner
        @shown
        def advance(t):
            global v
            v = v + dt / tau * (el - v + r * i_mean * (1 + np.sin(2 * np.pi * t / 0.01)))
        def times():
            yield from (step * dt for step in range(10))
        for t in times():
            advance(t)
        """,
    ),
    honest(
        "main guard",
        'the script stands in a function main behind if __name__ == "__main__"',
        4,
        """
        def main():
            v = el
            for step in range(10):
                t = step * dt
                i = i_mean * (1 + np.sin((t * 2 * np.pi) / 0.01))
                print("{:.3f} {:.4e}".format(t, v))
                v = v + dt / tau * (el - v + r * i)
        if __name__ == "__main__":
            main()
        """,
    ),
    honest(
        "short sleep",
        "a progress display with a short sleep and carriage returns",
        2,
        first=("import time\nfor k in range(3):\n    print('.' * k, end='\\r', flush=True)\n    time.sleep(0.07)\n"),
    ),
    honest(
        "logging",
        "the logging module, set up to write debugging lines to stderr",
        10,
        first="import logging\nlogging.basicConfig(level=logging.DEBUG)\nlogging.getLogger('me').warning('start')\n",
        last="\nlogging.info('%s', v_std)",
    ),
    honest(
        "marks of nbgrader in comments",
        "comments that look like nbgrader's own marks, copied along from somewhere",
        3,
        first="### BEGIN SOLUTION\n",
        last="\n### BEGIN HIDDEN TESTS\n# AUTOTEST t\n# === BEGIN MARK SCHEME ===",
    ),
    honest(
        "own checks below",
        "cells after the answer call check, hint and explore again, plot and print tables",
        4,
        after=("check(4)", "hint(4)\nexplore(4)", "plt.plot([1, 2], [3, 4])\nplt.show()", "print(v, t)\nv"),
    ),
    honest(
        "data in an added cell",
        "a cell before the answer runs another solution and leaves v, i and a changed tau behind",
        4,
        before=("tau = 40e-3\nv = 12\ni = [1, 2]", "np.random.seed(1)\nplt.figure()\nplt.plot([0], [1])"),
    ),
    honest(
        "display of figures and tables",
        "display and get_ipython are called as in any notebook",
        14,
        last=("\ndisplay(plt.gcf())\nfrom IPython.display import Markdown, display\ndisplay(Markdown('**done**'))"),
    ),
    honest(
        "indented with tabs",
        "tabs, blank lines at both ends and blanks at the ends of lines",
        4,
        swap=(("    ", "\t"),),
        first="\n\n  \n",
        last="   \n\n\t\n",
    ),
    honest(
        "a thousand lines of notes",
        "a long answer: notes, old attempts in comments, a docstring",
        9,
        first=(
            "'''My notes. < & > \"quotes\" {braces} \\\\ $x_1$ '''\n" + "# v_mean = sum(v_n) / 50 was wrong\n" * 1000
        ),
    ),
)
