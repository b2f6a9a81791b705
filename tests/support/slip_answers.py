"""Wrong answers for slips, made from the solutions: what stands there, and what the student wrote.

Where a slip is one formula, its own text is what the student writes.
"""

from __future__ import annotations

import re

from grading.paths import stems
from grading.submissions.sources import solved
from helpers.course import COURSE
from helpers.exercises.euler_slips import EULER_FORMULA
from helpers.exercises.noise_slips import NOISE_FORMULA
from slipcheck.exercise import Slip

STEMS = {int(stem[:2]): stem for stem in stems()}
SINE = "i_mean * (1 + np.sin((t * 2 * np.pi) / 0.01))"
WRITTEN = {  # (exercise, keyword of the reference): the right line, and how the student's cell writes its names
    (2, "current"): (SINE, {"t": "np.float64(t)"}),
    (4, "step"): (EULER_FORMULA.text, {"v": "v", "i": "i"}),
    (8, "step"): (EULER_FORMULA.text, {"v": "v_n[j]", "i": "i"}),
    (11, "step"): (EULER_FORMULA.text, {"v": "v[step - 1]", "i": "i[step - 1]"}),
    (12, "step"): (EULER_FORMULA.text, {"v": "v[step]", "i": "i_step"}),
    (13, "step"): (EULER_FORMULA.text, {"v": "v_n[:, step - 1]", "i": "i[:, step - 1]"}),
    (7, "current"): ("i_mean * (1 + 0.1 * (t_max / dt) ** 0.5 * random_num)", {"u": "((random_num + 1) / 2)"}),
    (11, "current"): (NOISE_FORMULA.text, {"u": "np.random.random(step_end)"}),
    (13, "current"): (NOISE_FORMULA.text, {"u": "np.random.random([n, step_end])"}),
}
ALL = "np.random.random([n, step_end])"
SINGLE = {  # (exercise, slip): (what stands in the solution, what a student wrote)
    (1, "exponent sign"): ("tau = 20e-3", "tau = 20e3"),
    (3, "both exponential"): (":.3f", ":.3e"),
    (5, "x missing"): ("plt.plot(t, i,", "plt.plot(i,"),
    (5, "figure in the loop"): ("    t = step * dt", "    plt.figure()\n    t = step * dt"),
    (5, "current in nanoampere"): ("plt.plot(t, i,", "plt.plot(t, 1e9 * i,"),
    (5, "current in picoampere"): ("plt.plot(t, i,", "plt.plot(t, 1e12 * i,"),
    (6, "time in ms"): ("plt.plot(t, v,", "plt.plot(1e3 * t, v,"),
    (6, "x missing"): ("plt.plot(t, v,", "plt.plot(v,"),
    (6, "show in the loop"): ("    v = v + dt", "    plt.show()\n    v = v + dt"),
    (7, "sinusoidal current"): (WRITTEN[7, "current"][0], SINE),
    (8, "one realization drawn"): ("plt.plot([t] * n, v_n,", "plt.plot(t, v_n[0],"),
    (9, "one realization"): ("sum(v_n) / n", "v_n[n - 1]"),
    (9, "first realization"): ("sum(v_n) / n", "v_n[0]"),
    (9, "largest"): ("sum(v_n) / n", "max(v_n)"),
    (10, "sum not divided"): ("sum(v_var_n) / (n - 1)", "sum(v_var_n)"),
    (10, "square for root"): ("np.sqrt(v_var)", "v_var ** 2"),
    (10, "doubled for squared"): ("(v - v_mean) ** 2", "(v - v_mean) * 2"),
    (10, "mean not subtracted"): ("(v - v_mean) ** 2", "v ** 2"),
    (10, "absolute value"): ("(v - v_mean) ** 2", "abs(v - v_mean)"),
    (11, "entry not computed yet"): ("(el - v[step - 1]", "(el - v[step]"),
    (12, "entry not computed yet"): ("(el - v[step] +", "(el - v[step + 1] +"),
    (13, "entry not computed yet"): ("(el - v_n[:, step - 1]", "(el - v_n[:, step]"),
    (13, "one number a realization"): (ALL, "np.random.random([n, 1]) * np.ones([n, step_end])"),
    (13, "constant random number"): (ALL, "np.random.random() * np.ones([n, step_end])"),
    (14, "wrong axis of the mean"): ("np.mean(v_n, axis=0)", "np.mean(v_n, axis=1)"),
    (14, "wrong axis of the deviation"): ("np.std(v_n, axis=0", "np.std(v_n, axis=1"),
    (14, "one realization"): ("np.mean(v_n, axis=0)", "v_n[-1]"),
    (14, "sum for mean"): ("np.mean(v_n, axis=0)", "np.sum(v_n, axis=0)"),
    (14, "median"): ("np.mean(v_n, axis=0)", "np.median(v_n, axis=0)"),
}  # fmt: skip


LOOP, POINTS = "    t = step * dt", 'plt.plot([t] * n, v_n, "k.", alpha=0.1)'
SEVERAL = {  # the same, where it takes more than one change
    (1, "potentials swapped"): [("el = -60e-3", "el = -7e-2"), ("vr = -70e-3", "vr = -6e-2")],
    (1, "still a comment"): [("r = 100e6", "# r = 100e6"), ("vth, r, i_mean", "vth, i_mean")],
    (6, "point in brackets"): [("plt.plot(t, v, ", "plt.plot((t, v), ")],
    (8, "drawn once"): [
        ('    plt.plot([t] * n, v_n, "k.", alpha=0.1)\n', ""),
        ("plt.show()", 'plt.plot([t] * n, v_n, "k.")'),
    ],
    (8, "figure in the loop"): [(LOOP, f"    plt.figure()\n{LOOP}")],
    (8, "show in the loop"): [("    for j in", "    plt.show()\n    for j in")],
    (9, "show in the loop"): [("    for j in", "    plt.show()\n    for j in")],
    (10, "figure in the loop"): [(LOOP, f"    plt.figure()\n{LOOP}")],
    (10, "show in the loop"): [("    for j in", "    plt.show()\n    for j in")],
    (10, "axes swapped"): [("plt.plot(t, v_mean + v_std,", "plt.plot(v_mean + v_std, t,")],
    (12, "axes swapped"): [("plt.plot(t_range, v,", "plt.plot(v, t_range,")],
    (12, "first step left out"): [("    v[step + 1]", "    if step == 0:\n        continue\n    v[step + 1]")],
}


def answers(number: int) -> dict[str, str]:
    """Slip to wrong answer, for an exercise."""
    changes = {slip: [change] for (exercise, slip), change in SINGLE.items() if exercise == number}
    changes |= {slip: several for (exercise, slip), several in SEVERAL.items() if exercise == number}
    for slip in COURSE.exercise(number).slips:
        if slip.formula:
            changes[slip.name] = [_typed(number, slip)]
    return {slip: _changed(number, several) for slip, several in changes.items()}


def _typed(number: int, slip: Slip) -> tuple[str, str]:
    """The right formula and the slip's, in the names of the solution."""
    (keyword,) = slip.change
    right, written = WRITTEN[number, "step" if keyword == "simulate" else keyword]
    if right not in solved(STEMS[number]):
        right = _in_names(right, written)
    return right, _in_names(slip.formula, written)


def _in_names(formula: str, written: dict[str, str]) -> str:
    return re.sub(rf"\b({'|'.join(written)})\b", lambda name: written[name[1]], formula)


def _changed(number: int, changes: list[tuple[str, str]]) -> str:
    text = solved(STEMS[number])
    for old, new in changes:
        if old not in text:
            raise ValueError(f"{old!r} is not in the solution of exercise {number}")
        text = text.replace(old, new)
    return text
