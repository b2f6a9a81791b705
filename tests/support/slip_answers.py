"""Wrong answers for slips, made from the solutions: what stands there, and what the student wrote.

The Euler step and the random current are written in several exercises; one table serves them all.
"""

from __future__ import annotations

from grading.paths import stems
from grading.submissions.sources import solved

STEMS = {int(stem[:2]): stem for stem in stems()}
STEP = "{v} + dt / tau * (el - {v} + r * {i})"
EULER = {  # slip: what is written for the Euler step
    "reset condition": "({v} + dt / tau * (el - {v} + r * {i})) * (({v} + dt / tau * (el - {v} + r * {i})) <= vth) "
    "+ vr * (({v} + dt / tau * (el - {v} + r * {i})) > vth)",
    "old value twice": "{v} + {v} + dt / tau * (el - {v} + r * {i})",
    "no resistance": "{v} + dt / tau * (el - {v} + {i})",
    "input missing": "{v} + dt / tau * (el - {v})",
    "current divided by r": "{v} + dt / tau * (el - {v} + {i} / r)",
    "leak missing": "{v} + dt / tau * (r * {i})",
    "step factor missing": "{v} + (el - {v} + r * {i})",
    "tau missing": "{v} + dt * (el - {v} + r * {i})",
    "dt missing": "{v} + (el - {v} + r * {i}) / tau",
    "fraction upside down": "{v} + tau / dt * (el - {v} + r * {i})",
    "dt times tau": "{v} + dt * tau * (el - {v} + r * {i})",
    "bracket missing": "{v} + dt / tau * el - {v} + r * {i}",
    "leak sign": "{v} + dt / tau * ({v} - el + r * {i})",
    "leak sum": "{v} + dt / tau * (el + {v} + r * {i})",
    "input sign": "{v} + dt / tau * (el - {v} - r * {i})",
    "minus step": "{v} - dt / tau * (el - {v} + r * {i})",
    "old value lost": "dt / tau * (el - {v} + r * {i})",
    "starts from el each time": "el + dt / tau * (el - {v} + r * {i})",
    "starts from el": "el + dt / tau * (r * {i})",
    "reset for leak": "{v} + dt / tau * (vr - {v} + r * {i})",
    "threshold for leak": "{v} + dt / tau * (vth - {v} + r * {i})",
    "mean current": "{v} + dt / tau * (el - {v} + r * i_mean)",
    "bracket around the factor": "({v} + dt / tau) * (el - {v} + r * {i})",
}
WRITTEN = {  # exercise: the names of the old potential and the current in its Euler step
    4: ("v", "i"), 8: ("v_n[j]", "i"), 11: ("v[step - 1]", "i[step - 1]"), 12: ("v[step]", "i_step"),
    13: ("v_n[:, step - 1]", "i[:, step - 1]"),
}  # fmt: skip
CURRENT = "i_mean * (1 + 0.1 * (t_max / dt) ** 0.5 * {x})"
NOISE = {  # slip: what is written for the random current; {u} is the call of the generator
    "random number from 0 to 1": "i_mean * (1 + 0.1 * (t_max / dt) ** 0.5 * {u})",
    "not shifted": "i_mean * (1 + 0.1 * (t_max / dt) ** 0.5 * (2 * {u}))",
    "not stretched": "i_mean * (1 + 0.1 * (t_max / dt) ** 0.5 * ({u} - 0.5))",
    "shifted too far": "i_mean * (1 + 0.1 * (t_max / dt) ** 0.5 * ({u} - 1))",
    "brackets of the random number": "i_mean * (1 + 0.1 * (t_max / dt) ** 0.5 * (2 * ({u} - 1)))",
    "no 0.1": "i_mean * (1 + (t_max / dt) ** 0.5 * (2 * {u} - 1))",
    "no square root": "i_mean * (1 + 0.1 * (t_max / dt) * (2 * {u} - 1))",
    "no time ratio": "i_mean * (1 + 0.1 * (2 * {u} - 1))",
    "times 0.5": "i_mean * (1 + 0.1 * (t_max / dt) * 0.5 * (2 * {u} - 1))",
    "ratio upside down": "i_mean * (1 + 0.1 * (dt / t_max) ** 0.5 * (2 * {u} - 1))",
    "root of dt only": "i_mean * (1 + 0.1 * t_max / dt ** 0.5 * (2 * {u} - 1))",
    "no mean current": "1 + 0.1 * (t_max / dt) ** 0.5 * (2 * {u} - 1)",
    "no one": "i_mean * (0.1 * (t_max / dt) ** 0.5 * (2 * {u} - 1))",
    "bracket of the one": "i_mean * 1 + 0.1 * (t_max / dt) ** 0.5 * (2 * {u} - 1)",
}
GENERATORS = {7: "((random_num + 1) / 2)", 11: "np.random.random(step_end)", 13: "np.random.random([n, step_end])"}
RANDOM = {7: "random_num", 11: "(2 * np.random.random(step_end) - 1)", 13: "(2 * np.random.random([n, step_end]) - 1)"}
SINE = "i_mean * (1 + np.sin((t * 2 * np.pi) / 0.01))"
ALL = "np.random.random([n, step_end])"
SINGLE = {  # (exercise, slip): (what stands in the solution, what a student wrote)
    (1, "exponent sign"): ("tau = 20e-3", "tau = 20e3"),
    (2, "one missing"): (SINE, "i_mean * np.sin((t * 2 * np.pi) / 0.01)"),
    (2, "bracket of the one, sine first"): (SINE, "1 + i_mean * np.sin((t * 2 * np.pi) / 0.01)"),
    (2, "multiplied by 0.01"): (SINE, "i_mean * (1 + np.sin(t * 2 * np.pi * 0.01))"),
    (2, "no period"): (SINE, "i_mean * (1 + np.sin(t * 2 * np.pi))"),
    (2, "no pi"): (SINE, "i_mean * (1 + np.sin(t * 2 / 0.01))"),
    (2, "fraction broken"): (SINE, "i_mean * (1 + np.sin(2 * np.pi / (0.01 * np.float64(t))))"),
    (2, "degrees"): (SINE, "i_mean * (1 + np.sin(np.radians((t * 2 * np.pi) / 0.01)))"),
    (2, "minus sine"): (SINE, "i_mean * (1 - np.sin((t * 2 * np.pi) / 0.01))"),
    (2, "no mean current"): (SINE, "1 + np.sin((t * 2 * np.pi) / 0.01)"),
    (2, "added mean current"): (SINE, "i_mean + (1 + np.sin((t * 2 * np.pi) / 0.01))"),
    (3, "both exponential"): (":.3f", ":.3e"),
    (5, "x missing"): ("plt.plot(t, i,", "plt.plot(i,"),
    (5, "figure in the loop"): ("    t = step * dt", "    plt.figure()\n    t = step * dt"),
    (5, "current in nanoampere"): ("plt.plot(t, i,", "plt.plot(t, 1e9 * i,"),
    (5, "current in picoampere"): ("plt.plot(t, i,", "plt.plot(t, 1e12 * i,"),
    (6, "time in ms"): ("plt.plot(t, v,", "plt.plot(1e3 * t, v,"),
    (6, "x missing"): ("plt.plot(t, v,", "plt.plot(v,"),
    (6, "show in the loop"): ("    v = v + dt", "    plt.show()\n    v = v + dt"),
    (7, "sinusoidal current"): (CURRENT.format(x="random_num"), SINE),
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
    found = {slip: [change] for (exercise, slip), change in SINGLE.items() if exercise == number}
    found |= {slip: changes for (exercise, slip), changes in SEVERAL.items() if exercise == number}
    if number in WRITTEN:
        v, i = WRITTEN[number]
        found |= {slip: [(STEP.format(v=v, i=i), text.format(v=v, i=i))] for slip, text in EULER.items()}
    if number in (4, 8):
        late = f"{v} + t / tau * (el - {v} + r * {i})"
        found["time for time step"] = [(STEP.format(v=v, i=i), late)]
    if number in RANDOM:
        right = CURRENT.format(x=RANDOM[number])
        found |= {slip: [(right, text.format(u=GENERATORS[number]))] for slip, text in NOISE.items()}
    return {slip: _changed(number, changes) for slip, changes in found.items()}


def _changed(number: int, changes: list[tuple[str, str]]) -> str:
    text = solved(STEMS[number])
    for old, new in changes:
        if old not in text:
            raise ValueError(f"{old!r} is not in the solution of exercise {number}")
        text = text.replace(old, new)
    return text
