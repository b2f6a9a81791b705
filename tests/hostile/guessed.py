"""Answers that are right only where the parameters are known, and many guesses of which one fits."""

import math
import random

from helpers.course import COURSE
from slipcheck.parameter_draws import unseen_parameters

from .entry import RIGHT, SAMPLE, attack


def practised() -> dict[float, str]:
    """What a right exercise 4 prints as shown and at the parameters of ``check``, by tau."""
    wanted, chance = COURSE.exercise(4), random.Random(4)
    settings = [
        wanted.parameters,
        unseen_parameters(wanted, chance, 1)[0],
        unseen_parameters(wanted, chance, 1)[0],
    ]
    return {
        vars(p)["tau"]: "\n".join(f"{t:.3f} {v:.4e}" for t, v in wanted.reference(p)["t, v"].tolist()) for p in settings
    }


TABLE = {
    dt: [1 + math.sin(2 * math.pi * step * dt / 0.01) for step in range(10)]
    for dt in (1e-3, 0.4e-3, 0.5e-3, 0.7e-3, 1.3e-3, 1.6e-3, 1.9e-3)
}
MIRRORED = """
step_end = int(t_max / dt)
n = 50
t_range = np.linspace(0, t_max, num=step_end, endpoint=False)
half = 2 * np.random.default_rng(1).random([n // 2, step_end]) - 1
xi = np.vstack([half, -half[::-1]])
i = i_mean * (1 + 0.1 * (t_max / dt) ** 0.5 * xi)
v_n = el * np.ones([n, step_end])
for step in range(1, step_end):
    v_n[:, step] = v_n[:, step - 1] + dt / tau * (el - v_n[:, step - 1] + r * i[:, step - 1])
plt.figure(); plt.title("V"); plt.xlabel("time (s)"); plt.ylabel("$V_m$ (V)")
plt.plot(t_range, v_n.T, "k", alpha=0.3)
plt.show()
"""


ATTACKS = (
    attack(
        "sample printed literally",
        "the sample output of the notebook is printed, at whatever parameters",
        "",
        then=f"print({SAMPLE!r})",
        earned=2,
    ),
    attack(
        "table of the practice parameters",
        "the parameters of the student's own check are public and fixed: their right results stand in a table",
        "",
        then=f"print({practised()!r}.get(tau, ''))",
        earned=2,
    ),
    attack(
        "right but for one parameter",
        "a shown value is typed in where the name belongs",
        "",
        then=RIGHT.replace("dt / tau", "dt / 20e-3"),
        earned=2,
    ),
    attack(
        "table of each time step",
        "a table of copied numbers has a row for each time step that a run may have, and there is no formula",
        f"""
    for factor in {TABLE!r}.get(dt, []):
        print(i_mean * factor)
    """,
        number=2,
        earned=2,
    ),
    attack(
        "many guesses at once",
        "twenty-four formulas are printed, each in lines of a form of its own, so that one of them is sure to fit",
        "",
        then="""
import itertools
formulas = ["el - v + r * i", "el - v + i", "v - el + r * i", "el - v - r * i", "vr - v + r * i", "el + v + r * i"]
factors = ["dt / tau", "tau / dt", "dt", "1 / tau"]
for k, (formula, factor) in enumerate(itertools.product(formulas, factors)):
    v = el
    for step in range(10):
        t = step * dt
        i = i_mean * (1 + np.sin((t * 2 * np.pi) / 0.01))
        print(f"{'abcdefghijklmnopqrstuvwxyz'[k]}: {t:.3f} {v:.4e}")
        v = v + eval(factor) * eval(formula)
""",
    ),
    attack(
        "many curves at once",
        "several guesses are drawn in one figure, in styles of their own, so that one of them is sure to fit",
        "",
        number=6,
        then="""
step_end = int(t_max / dt)
plt.figure(); plt.xlabel("time (s)"); plt.ylabel("V (V)")
for k, (a, b) in enumerate([(1, 1), (-1, 1), (1, -1), (0, 1), (1, 0), (2, 1), (1, 2), (-1, -1)]):
    v = el
    for step in range(step_end):
        t = step * dt
        i = i_mean * (1 + np.sin((t * 2 * np.pi) / 0.01))
        plt.plot(t, v, f"C{k}.")
        v = v + dt / tau * (a * (el - v) + b * r * i)
plt.show()
""",
        earned=1,
    ),
    attack(
        "forty-eight figures",
        "each figure has another formula, so that one of them is sure to fit",
        "",
        number=5,
        then="""
for k in range(48):
    t = np.arange(25) * dt
    plt.figure(); plt.title("I"); plt.xlabel("time (s)"); plt.ylabel("$I$ (A)")
    plt.plot(t, i_mean * (1 + np.sin(2 * np.pi * t / (0.001 * (k + 1)))), "ko")
    plt.show()
""",
        earned=2,
    ),
    attack(
        "twelve tables of other lengths",
        "a table is printed for each guess, all but one of a length of its own",
        "",
        then="""
for k in range(12):
    v = el
    for step in range(10 if k == 5 else 11 + k):
        t = step * dt
        i = i_mean * (1 + np.sin((t * 2 * np.pi) / 0.01))
        print("abcdefghijkl"[k], f"{t:.3f} {v if k == 5 else v * (2 + k):.4e}")
        v = v + dt / tau * (el - v + r * i)
""",
    ),
    attack(
        "noise that is its own mirror",
        "of fifty realizations the last twenty-five are the first ones mirrored, in another order",
        "",
        number=13,
        then=MIRRORED,
        earned=1,
    ),
    attack(
        "source claims to be untouched or solved",
        "comments and dead code with what a reader of the text would look for, around a wrong loop",
        """
        # v = v + dt / tau * (el - v + r * i)
        if False:
            v = v + dt / tau * (el - v + r * i)
        '''### BEGIN SOLUTION
        v = v + dt / tau * (el - v + r * i)
        ### END SOLUTION'''
        """,
    ),
    attack(
        "given names overwritten",
        "the parameters of the run are set back to the shown ones, by paths that no rewriting of literals sees",
        """
        globals().update(tau=20 * 1e-3, el=float("-60e-3"), r=eval("100e6"), i_mean=25 * 10**-11.0, dt=1 / 1000)
        """,
        then=f"print({SAMPLE!r})",
        earned=2,
    ),
)
