"""Advice that is followed: what an answer is told, and that it is right once this is done."""

from __future__ import annotations

import pytest

from helpers.course import COURSE
from slipcheck.assessment import assess
from slipcheck.runs import rerun_of, runs
from tests.unit.diagnose.test_messages import answer

STD = "np.std(v_n, axis=0, ddof=1)"
LAST10 = "    v_var = sum(v_var_n) / (n - 1)"
VAR10 = ("sum(v_var_n) / (n - 1)", "np.mean(v_var_n)")
NEW4 = (("    v = v + ", "    u = v + "), ("{v:.4e}", "{u:.4e}"))
ALL_COLUMNS = ":, step"
LOWER = ('v_mean - v_std, "C7")', 'v_mean - v_std, "C7", label="mean $\\\\pm$ std")')
MEAN9 = "v_mean = sum(v_n) / n"
TOTAL9 = "v_mean = total / n"
DRAW7 = "\n    random_num = 2 * np.random.random() - 1"
LINE7 = "\n    i = i_mean * (1 + 0.1 * (t_max / dt) ** 0.5 * random_num)"
DRAWN7 = (DRAW7 + LINE7).replace("\n    ", "\n")
LIST5 = (
    ("plt.figure()", "currents = []\nplt.figure()"),
    ('plt.plot(t, i, "ko")', "currents.append(i)"),
    ("plt.show()", 'plt.plot(range(step_end), currents, "ko")\nplt.show()'),
)
LIST6 = (
    ("plt.figure()", "trace = []\nplt.figure()"),
    ('plt.plot(t, v, "k.")', "trace.append(v)"),
    ("plt.show()", 'plt.plot(np.arange(step_end), trace, "k.")\nplt.show()'),
)
WHILE12 = (
    ("for step, i_step in enumerate(i[:-1]):", "step = 0\nwhile step < step_end - 1:\n    i_step = i[step]"),
    ("\n\nplt.figure()", "\nstep += 1\n\nplt.figure()"),
)
CURRENT7 = (
    (
        "for step",
        "def current():\n    xi = 2 * np.random.random() - 1\n    return i_mean * (1 + 0.1 * (t_max / dt) ** 1 / 2 * xi)\n\nfor step",
    ),
    (DRAW7 + LINE7, "\n    i = current()"),
)
SHOWN10 = ("    v_var_n = [(v - v_mean) ** 2 for v in v_n]\n", "")
ROWS8 = (
    ("v_n = [el] * n", "v_n = [[el]] * n"),
    ('v_n, "k."', '[trace[-1] for trace in v_n], "k."'),
    ("    for j in range(n):", "    for trace in v_n:\n        old = trace[-1]"),
    ("v_n[j] = v_n[j] + dt / tau * (el - v_n[j] + r * i)", "trace.append(old + dt / tau * (el - old + r * i))"),
)
FUNCTION2 = (
    ("for step", "def current(t):\n    i = i_mean * (1 + np.sin(2 * np.pi * t / 0.01))\n\nfor step"),
    ("    i = i_mean * (1 + np.sin((t * 2 * np.pi) / 0.01))\n    print(i)", "    print(current(t))"),
)
EMPTIED6 = (
    ("    t = step * dt\n", "    ts, vs = [], []\n    t = step * dt\n"),
    ('plt.plot(t, v, "k.")', "ts.append(t)\n    vs.append(v)"),
    ("plt.show()", 'plt.plot(ts, vs, "k.")\nplt.show()'),
)
TIMES5 = (
    ("plt.figure()", "times = np.arange(25) * dt\nplt.figure()"),
    ("for step in range(step_end):\n    t = step * dt\n", "for t in times:\n"),
    ("(t * 2 * np.pi)", "(2 * np.pi * times)"),
)
ONE_FOR_ALL8 = (
    (
        "    for j in range(n):\n        i = i_mean * (1 + 0.1 * (t_max / dt) ** 0.5 * (2 * np.random.random() - 1))\n        v_n[j] = v_n[j] + dt / tau * (el - v_n[j] + r * i)",
        "    xi = 2 * np.random.random() - 1\n    i = i_mean * (1 + 0.1 * (t_max / dt) ** 0.5 * xi)\n    v_n = [v + dt / tau * (el - v + r * i) for v in v_n]",
    ),
)
STEP4 = "v = v + dt / tau * (el - v + r * i)"
WAVE4 = (
    ("\nfor step in range(step_end):\n    t = step * dt\n    i = i_mean * (1 + np.sin((t * 2 * np.pi) / 0.01))\n",
     "\ndef wave(t):\n    return i_mean * (1 + np.sin(2 * np.pi * t / 0.01))\n\nfor step in range(step_end):\n"),
    ("{t:.3f}", "{step * dt:.3f}"), ("r * i)", "r * wave(step))"),
)  # fmt: skip
CURRENT2 = "i_mean * (1 + np.sin((t * 2 * np.pi) / 0.01))"
STEP13 = "for step in range(1, step_end):\n    v_n[:, step] = v_n[:, step - 1] + dt / tau * (el - v_n[:, step - 1] + r * i[:, step - 1])"
CALLED3 = (
    ("step_end = 10", "step_end = 10\ndef current(t):\n    return i_mean * (1 + np.sin(2 * np.pi * t / 0.01))\n"),
    ("    t = step * dt\n    i = i_mean * (1 + np.sin((t * 2 * np.pi) / 0.01))\n", ""),
    ("{t:.3f} {i:.4e}", "{step * dt:.3f} {current(step):.4e}"),
)
SPREAD10 = (
    (
        "plt.figure()",
        "def spread(values, middle):\n    dist = [(x - middle) ** 2 for x in values]\n    return dist, sum(dist) / n - 1\n\nplt.figure()",
    ),
    ("    v_var_n = [(v - v_mean) ** 2 for v in v_n]\n" + LAST10, "    v_var_n, v_var = spread(v_n, v_mean)"),
)
CLOUD9 = '    plt.plot([t] * n, v_n, "k.", alpha=0.1)\n'
DRAWS9 = "    currents = [i_mean * (1 + 0.1 * (t_max / dt) ** 0.5 * (2 * np.random.random() - 1)) for j in range(n)]\n"
STEP9 = "    v_n = [v + dt / tau * (el - v + r * i) for v, i in zip(v_n, currents)]\n"
MEAN_BEFORE9 = (
    (CLOUD9, ""),
    (
        '    plt.plot(t, v_mean, "C0.", alpha=0.8)\n',
        f'{DRAWS9}{STEP9}{CLOUD9}    plt.plot(t, v_mean, "C0.", alpha=0.8)\n',
    ),
    ("    for j in range(n):\n", ""),
    ("        i = i_mean * (1 + 0.1 * (t_max / dt) ** 0.5 * (2 * np.random.random() - 1))\n", ""),
    ("        v_n[j] = v_n[j] + dt / tau * (el - v_n[j] + r * i)\n", ""),
)
MEAN_BEFORE_FOLLOWED9 = ((STEP9 + CLOUD9, CLOUD9 + STEP9),)
LOST2 = (
    ("for step", "def current(t):\n    return i_mean * (1 + np.sin(2 * np.pi * t / 0.01))\n\nfor step"),
    ("\n    i = i_mean * (1 + np.sin((t * 2 * np.pi) / 0.01))", "\n    current(t)"),
)
COUNT12 = (
    ("for step, i_step in enumerate(i[:-1]):", "step = 0\nfor i_step in i[:-1]:"),
    ("\n\nplt.figure()", "\nstep += 1\n\nplt.figure()"),
)
LISTS6 = (
    ("plt.figure()", "times = []\nvalues = [el]\nplt.figure()"),
    ('plt.plot(t, v, "k.")', "times.append(t)"),
    ("(el - v + r * i)", "(el - v + r * i)\n    values.append(v)"),
    ("plt.show()", 'plt.plot(times, values, "k.")\nplt.show()'),
)
ARRAY3 = (
    ("for step", "i = i_mean * (1 + np.sin(2 * np.pi * np.arange(10) * dt / 0.01))\nfor step"),
    ("\n    i = i_mean * (1 + np.sin((t * 2 * np.pi) / 0.01))", ""),
)
OTHER_ARGUMENT2 = (
    ("for step", "def strom(zeit):\n    return i_mean * (1 + np.sin(2 * np.pi * t / 0.01))\n\nfor step"),
    ("\n    t = step * dt  # s, the time of this step", "\n    zeit = step * dt"),
    ("\n    i = i_mean * (1 + np.sin((t * 2 * np.pi) / 0.01))\n    print(i)", "\n    print(strom(zeit))"),
)
Pair = tuple[str, str]
FOLLOWED: dict[str, tuple[int, str, tuple[Pair, ...], tuple[Pair, ...]]] = {  # number, what is said, slip, step
    "semicolon in a slice": (12, "a semicolon in the brackets where a colon", (("[:-1]", "[;-1]"),), ((";", ":"),)),
    "points for commas": (13, "4 times in this line.", ((ALL_COLUMNS, ":. step"),), ((":.", ":,"),)),
    "colon for a comma": (14, "a colon in the brackets where a comma", ((STD, STD.replace(",", ":", 1)),), (("v_n:", "v_n,"),)),
    "underscore for a minus": (11, "where a minus sign belongs", (("el - v[step - 1]", "el - v[step _ 1]"),), ((" _ ", " - "),)),
    "curly index": (11, "Type square brackets in their place.", (("    v[step] =", "    v{step} ="),), (("{step}", "[step]"),)),
    "own ddof": (14, "is 9.366e-07 V²; it should be 0.0009678 V.", ((STD, STD.replace("std", "var")),), (("var(", "std("),)),
    "own divisor": (14, "is 9.179e-07 V²; it should be 0.0009581 V.", ((STD, "np.var(v_n, axis=0)"),), (("var(", "std("),)),
    "a method": (14, "is 9.366e-07 V²; it should be 0.0009678 V.", ((STD, "v_n.var(0, ddof=1)"),), ((".var(", ".std("),)),
    "squares": (14, "`v_n ** 2` has a power too many.", ((STD, "np.std(v_n ** 2, axis=0, ddof=1)"),), ((" ** 2,", ","),)),
    "median": (14, "in the middle", (("np.mean(v_n", "np.median(v_n"),), (("median", "mean"),)),
    "rows for columns": (13, "`n` is the number of realizations; this loop needs the number of steps.", (("(1, step_end)", "(1, n)"),), (("(1, n)", "(1, step_end)"),)),
    "rows counted": (13, "`len(v_n)` is the number of realizations;", (("(1, step_end)", "(1, len(v_n))"),), (("len(v_n)", "step_end"),)),
    "steps for values": (9, "`step_end` stands for the number of steps.", (("in range(n)", "in range(step_end)"),), (("j in range(step_end)", "j in range(n)"),)),
    "from the last place": (13, "is in column -1, that of the last place.", (("range(1, step_end)", "range(step_end)"),), (("range(step_end)", "range(1, step_end)"),)),
    "no point": (3, "the 3 is the least number of characters", (("{t:.3f}", "{t:3f}"),), ((":3f", ":.3f"),)),
    "push of the mean": (12, "`r` times the mean current", (("r * i_step)", "25e-3)"),), (("25e-3", "r * i_step"),)),
    "mean of squares": (10, "is their sum divided by n;", (VAR10,), ((VAR10[1], VAR10[0]),)),
    "two names": (4, "before and after this line? Line 8 uses `u` too.", NEW4, (("    u =", "    v ="), ("{u:", "{v:"))),
    "count minus one": (13, "Delete `- 1`.", (("random([n, step_end])", "random([n, step_end - 1])"),), (("end - 1])", "end])"),)),
    "ddof by its place": (14, "its third value is the type of the data, `dtype`.", ((STD, "np.std(v_n, 0, 1)"),), (("0, 1)", "0, ddof=1)"),)),
    "two labels": (14, "delete one of the two labels.", (LOWER,), ((LOWER[1], LOWER[0]),)),
    "spaces before lines": (1, "lines 2 and 4 begin after 1 space.", (("t_max =", " t_max ="), ("tau =", " tau =")), (("\n ", "\n"),)),
    "power before division": (10, "`v_var ** 1/2` the power", (("np.sqrt(v_var)", "v_var ** 1/2"),), (("1/2", "(1/2)"),)),
    "root of a negative": (7, "`random_num` is negative in some rounds", (("(t_max / dt) ** 0.5 * random_num", "np.sqrt(t_max / dt * random_num)"),), ((" * random_num)", ") * random_num"),)),
    "pi of C": (5, "Python does not know `M_PI`.", (("np.pi", "M_PI"),), (("M_PI", "np.pi"),)),
    "pi of Java": (6, "Python does not know `Math.PI`.", (("np.pi", "Math.PI"),), (("Math.PI", "np.pi"),)),
    "number in picoampere": (1, "250 is the number in pA;", (("25e-11", "250"),), (("250", "250e-12"),)),
    "number in microvolt": (1, "-60000 is the number in µV;", (("-60e-3", "-60000"),), (("-60000", "-60000e-6"),)),
    "places counted": (10, "Let the loop count the places of `v_n`", (("for j in range(n)", "for j in v_n"),), (("j in v_n", "j in range(n)"),)),
    "length of Java": (10, "Begin with `len`, and put `v_n` in its round brackets.", (("sum(v_n) / n", "sum(v_n) / v_n.length"),), (("v_n.length", "len(v_n)"),)),
    "factor in the call": (12, "Move the 2 and its `*` to the place before", (("2 * np.random.random(step_end)", "np.random.random(step_end * 2)"),), (("np.random.random(step_end * 2)", "2 * np.random.random(step_end)"),)),
    "product in a list": (9, "belongs after the closing bracket", (("[el] * n", "[el * n]"),), (("[el * n]", "[el] * n"),)),
    "resistance as a counter": (10, "for the marked `r`, and for the index in line", (("for j in range(n)", "for r in range(n)"), ("v_n[j] = v_n[j]", "v_n[r] = v_n[r]"), ("v_n[j]", "v_n[r]")), (("for r in", "for j in"), ("v_n[r]", "v_n[j]"))),
    "comma of two numbers": (1, "a comma is missing between two numbers.", (("vr = -70e-3  # V, reset potential\n", ""), ("vth = -50e-3  # V", "vr, vth = -70e-3 -50e-3  # V")), (("-70e-3 -50e-3", "-70e-3, -50e-3"),)),
    "point behind": (4, "Put the point before the 3.", (("t:.3f", "t:3.f"),), (("3.f", ".3f"),)),
    "percent for a comment": (4, "Write # in place of %.", (("v = el  #", "v = el  %"),), (("el  %", "el  #"),)),
    "typed end of time": (4, "the number `10e-3` is typed in", (("step_end = 10\n", ""), ("for step in range(step_end):\n    t = step * dt\n", "for t in np.arange(0, 10e-3, dt):\n")), (("10e-3", "10 * dt"),)),
    "typed end of more": (5, "the number `0.025` is typed in", (("step_end = 25\n", ""), ("for step in range(step_end):\n    t = step * dt\n", "for t in np.arange(0, 0.025, dt):\n")), (("np.arange(0, 0.025, dt)", "np.arange(25) * dt"),)),
    "sum goes on": (9, "So the sum `total` goes on with what earlier rounds have left in it.", (("v_n = [el] * n\n", "v_n = [el] * n\ntotal = 0\n"), (MEAN9, f"for x in v_n:\n        total += x\n    {TOTAL9}"), ('plt.plot(t, v_mean', 'plt.plot(step, v_mean')), (("n\ntotal = 0\n", "n\n"), ("    for x in", "    total = 0\n    for x in"), ("plot(step", "plot(t"))),
    "lost number of rows": (13, "`n` is not given: a line of your cell must give it a value.", (("n = 50\n", ""),), (("t_range =", "n = 50\nt_range ="),)),
    "own names": (10, "holds what it calls `v_std`.", (("v_var =", "var ="), ("np.sqrt(v_var)", "np.sqrt(var)"), ("v_std", "deviation")), (("    var =", "    v_var ="), ("sqrt(var)", "sqrt(v_var)"), ("deviation", "v_std"))),
    "own name of the mean": (14, "`average` holds what the exercise calls `v_mean`.", (("v_mean", "average"),), (("average", "v_mean"),)),
    "drawn once": (7, "the random number is drawn before the loop, and so only once.", ((DRAW7 + LINE7, ""), ("\nfor step", DRAWN7 + "\nfor step")), ((DRAWN7, ""), ("* dt\n", f"* dt{DRAW7}{LINE7}\n"))),
    "third equals sign": (12, "`===` has three signs, as in JavaScript.", (("    v[step + 1] =", "    if step === -1:\n        break\n    v[step + 1] ="),), (("===", "=="),)),
    "bracket of the root": (11, "the bracket of `np.sqrt` encloses", (("(t_max / dt) ** 0.5 * (2 * np.random.random(step_end) - 1)", "np.sqrt(t_max / dt * (2 * np.random.random(step_end) - 1))"),), (("dt * (2 * np.random.random(step_end) - 1))", "dt) * (2 * np.random.random(step_end) - 1)"),)),
    "rows of Matlab": (13, "This line has the same fault elsewhere, too.", (("v_n[:, step] = v_n[:, step - 1]", "v_n(:, step) = v_n(:, step - 1)"),), (("(:, step) =", "[:, step] ="), ("(:, step - 1)", "[:, step - 1]"))),
    "own factor": (1, "In `10e-3` another 10 multiplies it.", (("t_max = 150e-3", "milli = 10e-3\nt_max = 150 * milli"), ("tau = 20e-3", "tau = 20 * milli")), (("milli = 10e-3", "milli = 1e-3"),)),
    "time in seconds twice": (2, "so it needs no second `dt`.", (("(t * 2", "(t * dt * 2"),), (("(t * dt", "(t"),)),
    "random of Python": (9, "comes from Python's own module `random`.", (("np.random.seed(2020)", "np.random.seed(2020)\nfrom random import random"), ("np.random.random()", "random()")), (("* random()", "* np.random.random()"),)),
    "other name for the module": (8, "comes from Python's own module `random`.", (("np.random.seed(2020)", "import random as rnd\nnp.random.seed(2020)"), ("2 * np.random.random() - 1", "rnd.uniform(-1, 1)")), (("rnd.uniform(-1, 1)", "2 * np.random.random() - 1"),)),
    "all steps as x": (5, "How does a number of a step become its time?", LIST5, (("plt.plot(range(step_end)", "plt.plot(np.arange(step_end) * dt"),)),
    "steps as x and a start": (6, "Then look at line 17: `np.arange(step_end)` is given to plt.plot as x", (*LIST6, ("v = el", "v = vr")), (("v = vr", "v = el"), ("np.arange(step_end),", "np.arange(step_end) * dt,"))),
    "factor alone in a call": (7, "Move the 2, with a `*` after it, to the place before `np.random.random`.", (("2 * np.random.random() - 1", "np.random.random(2) - 1"),), (("np.random.random(2)", "2 * np.random.random()"),)),
    "text after a name": (14, "Write that name and an equals sign before it.", (('"C0", label="mean"', 'color="C0", "mean"'),), (('"mean"', 'label="mean"'),)),
    "count after the loop": (12, "this line comes after the loop of line 9, and belongs in it.", WHILE12, (("\nstep += 1", "\n    step += 1"),)),
    "no return": (2, "ends here without a `return`.", FUNCTION2, (("i = i_mean", "return i_mean"),)),
    "row of the start": (13, "is a whole row of the table.", (("el * np.ones([n, step_end])", "np.zeros([n, step_end])\nv_n[0] = el"),), (("v_n[0] =", "v_n[:, 0] ="),)),
    "name of another exercise": (11, "A line above this one must give `random_num` its value", (("(2 * np.random.random(step_end) - 1)", "random_num"),), (("\ni = ", "\nrandom_num = 2 * np.random.random(step_end) - 1\ni = "),)),
    "list of whole zeros": (12, "Write the numbers in this call with a decimal point.", (("el * np.ones(step_end)", "np.array([0] * step_end)\nv[0] = el"),), (("[0] *", "[0.0] *"),)),
    "digit for a letter": (1, "Character 2 of `e1` is the digit 1; in `el` it is the letter l.", (("el = -60e-3", "e1 = -60e-3"),), (("e1 =", "el ="),)),
    "moved point": (1, "do not fit together.", (("100e6", "1.00e6"),), (("1.00e6", "1.00e8"),)),
    "step for the place": (9, "`step` is the number of the step.", (("v_n[j] = v_n[j] + dt / tau * (el - v_n[j]", "v_n[j] = v_n[step] + dt / tau * (el - v_n[step]"),), (("v_n[step]", "v_n[j]"),)),
    "degrees in a function": (2, "`360` is a full turn in degrees.", (("for step", "def current(t):\n    return i_mean * (1 + np.sin(360 * t / 0.01))\n\nfor step"), ("    i = i_mean * (1 + np.sin((t * 2 * np.pi) / 0.01))\n    print(i)", "    print(current(t))")), (("360", "2 * np.pi"),)),
    "exponent of one in a function": (7, "only `1` is the exponent here; `/ 2` belongs to it too.", CURRENT7, ((") ** 1 / 2", ") ** (1 / 2)"),)),
    "value of the loop": (10, "`j` is not its counter.", (SHOWN10, (LAST10, "    v_var_n = []\n    for v in v_n:\n        v_var_n.append((v_n[j] - v_mean) ** 2)\n" + LAST10)), (("(v_n[j] - v_mean)", "(v - v_mean)"),)),
    "first value left out": (10, "without the slice `[1:]`, which leaves out the first value.", (("for v in v_n]", "for v in v_n[1:]]"),), (("[1:]]", "]"),)),
    "last value left out": (9, "`v_n[:-1]` leaves out a part of `v_n`.", ((MEAN9, "v_mean = sum(v_n[:-1]) / n"),), (("[:-1]", ""),)),
    "one row for all": (8, "all rows of `v_n` are one and the same list.", ROWS8, (("[[el]] * n", "[[el] for j in range(n)]"),)),
    "lines not added": (3, "The new value should be added to the old one.", (("step_end = 10", "step_end = 10\ntable = ''"), ('print(f"{t:.3f} {i:.4e}")', 'line = f"{t:.3f} {i:.4e}"\n    table = line + "\\n"'), ("table = line + \"\\n\"", "table = line + \"\\n\"\nprint(table)")), (("table = line", "table = table + line"),)),
    "volts among millivolts": (4, "`r * i` is 1000 times too small beside the other terms.", (("v = el  #", "rest = el * 1000\nu = rest  #"), ("{v:", "{u / 1000:"), ("v = v + dt / tau * (el - v + r * i)", "u = u + dt / tau * (rest - u + r * i)")), (("r * i)", "r * i * 1000)"),)),
    "millivolts among volts": (6, "so `push` is in another unit than the rest of line 15.", (("    v = v + dt / tau * (el - v + r * i)", "    push = r * i * 1000\n    v = v + dt / tau * (el - v + push)"),), (("+ push)", "+ push / 1000)"),)),
    "current after its use": (4, "Line 10 gives `i` a new value. Line 9 needs this new one.", (("v = el  # V(0)", "v = el\ni = 0"), ("    i = i_mean * (1 + np.sin((t * 2 * np.pi) / 0.01))\n", ""), ("r * i)", "r * i)\n    i = i_mean * (1 + np.sin((t * 2 * np.pi) / 0.01))")), (("    v = v + dt / tau * (el - v + r * i)\n    i = i_mean * (1 + np.sin((t * 2 * np.pi) / 0.01))", "    i = i_mean * (1 + np.sin((t * 2 * np.pi) / 0.01))\n    v = v + dt / tau * (el - v + r * i)"),)),
    "roots in a sum": (10, "the root is taken of each value", (("np.sqrt(v_var)", "sum([np.sqrt(x) for x in v_var_n]) / (n - 1)"),), (("sum([np.sqrt(x) for x in v_var_n]) / (n - 1)", "np.sqrt(sum([x for x in v_var_n]) / (n - 1))"),)),
    "python's seed": (7, "This module has another sequence, and a seed of its own.", (("np.random.seed(2020)", "import random\nrandom.seed(2020)"), ("np.random.random()", "random.random()")), (("import random\nrandom.seed", "np.random.seed"), ("* random.random", "* np.random.random"))),
    "legend in two commands": (14, "The same holds for line 19.", (('"C0", label=', '"C0", legend='), ("v_mean + v_std, \"C7\", label=", "v_mean + v_std, \"C7\", legend=")), (("legend=", "label="),)),
    "slice and a curve twice": (10, "Then look at line 13: `v_n` is needed here without the slice", (("for v in v_n]", "for v in v_n[1:]]"), ("v_mean - v_std", "v_mean + v_std")), (("[1:]]", "]"), ('v_mean + v_std, "C7.", alpha=0.8)\n    for', 'v_mean - v_std, "C7.", alpha=0.8)\n    for'))),
    "rows for a column": (13, "`v_n[step - 1, :]` is a whole row, and `v_n[:, step]` is a column.", (("v_n[:, step - 1]", "v_n[step - 1, :]"), ("i[:, step - 1]", "i[step - 1, :]")), (("[step - 1, :]", "[:, step - 1]"),)),
    "root worked out by hand": (7, "It is 1.22. In its place the text has a formula, which gives 1.22474 here.", (("v = el\n", "v = el\nnoise = 0.1 * 12.2\n"), ("0.1 * (t_max / dt) ** 0.5 * random_num", "noise * random_num")), (("0.1 * 12.2", "0.1 * (t_max / dt) ** 0.5"),)),
    "names in other units": (6, "`v_mv` is a thousand times the membrane potential.", (('plt.plot(t, v, "k.")', 'v_mv = v * 1000\n    plt.plot(t, v_mv, "k.")'),), (("v_mv = v * 1000", "v_mv = v"),)),
    "label and times": (11, "Then look at line 4: the argument `endpoint` is missing.", (("num=step_end, endpoint=False", "num=step_end"), ("$V_m$ (V)", "$V_m$ (mV)")), (("num=step_end", "num=step_end, endpoint=False"), ("(mV)", "(V)"))),
    "list among arrays": (11, "Which function turns a list into an array?", (("2 * np.random.random(step_end) - 1", "2 * xi - 1"), ("\ni = ", "\nxi = [np.random.random() for k in range(step_end)]\ni = ")), (("xi = [np.random.random() for k in range(step_end)]", "xi = np.array([np.random.random() for k in range(step_end)])"),)),
    "all for one": (12, "The loop of line 8 takes these values in turn.", (("r * i_step", "r * i[:-1]"),), (("r * i[:-1]", "r * i_step"),)),
    "fills from one": (11, "It starts one number too late.", (("i = i_mean * (1 + 0.1 * (t_max / dt) ** 0.5 * (2 * np.random.random(step_end) - 1))", "i = i_mean * np.ones(step_end)\nfor k in range(1, step_end):\n    i[k] = i_mean * (1 + 0.1 * (t_max / dt) ** 0.5 * (2 * np.random.random() - 1))"),), (("for k in range(1, step_end)", "for k in range(step_end)"),)),
    "root under a name": (7, "in `(t_max / dt) ** 1 / 2` the power comes first", ((LINE7, LINE7.replace("(t_max / dt) ** 0.5 * random_num", "root * xi")), ("random_num =", "xi ="), ("v = el\n", "v = el\nroot = (t_max / dt) ** 1 / 2\n")), (("** 1 / 2", "** (1 / 2)"),)),
    "divided under a name": (7, "the division by `2` does not belong here.", ((LINE7, LINE7.replace("(t_max / dt) ** 0.5 * random_num", "root * xi")), ("random_num =", "xi ="), ("v = el\n", "v = el\nroot = (t_max / dt) ** 0.5 / 2\n")), (("** 0.5 / 2", "** 0.5"),)),
    "draw under a name": (8, "does not give `xi` what line 17 needs.", (("        i = i_mean", "        xi = np.random.random() - 0.5\n        i = i_mean"), ("(2 * np.random.random() - 1)", "xi")), (("random() - 0.5", "random() * 2 - 1"),)),
    "milliseconds in a list": (6, "Line 15: the time is multiplied by 1000.", (("plt.figure()", "times = []\ntrace = []\nplt.figure()"), ('plt.plot(t, v, "k.")', "trace.append(v); times.append(t * 1000)"), ("plt.show()", 'plt.plot(times, trace, "k.")\nplt.show()')), (("t * 1000", "t"),)),
    "mean of two": (9, "this is the mean of two numbers.", ((MEAN9, "v_mean = v_n[0]\n    for x in v_n[1:]:\n        v_mean = (v_mean + x) / 2"),), (("v_mean = v_n[0]", "v_mean = 0"), ("v_n[1:]", "v_n"), ("v_mean = (v_mean + x) / 2", "v_mean = v_mean + x / n"))),
    "table under a name": (13, "`reshape` keeps the order of the values.", (("plt.figure()", "table = v_n.reshape(step_end, n)\nplt.figure()"), ("v_n.T", "table")), (("v_n.reshape(step_end, n)", "v_n.T"),)),
    "degrees and one line too many": (2, "Then look at line 3: the comparison `k <= 10`", (("for step in range(10):", "k = 0\nwhile k <= 10:"), ("step * dt", "k * dt"), ("i = i_mean * (1 + np.sin((t * 2 * np.pi) / 0.01))", "angle = 360 * t / 0.01\n    i = i_mean * (1 + np.sin(angle))\n    k = k + 1")), (("k <= 10", "k < 10"), ("360", "2 * np.pi"))),
    "n for n - 1 and a curve twice": (10, "the sample variance divides it by n - 1.", (("(n - 1)", "len(v_var_n)"), ("v_mean - v_std", "v_mean + v_std")), (("len(v_var_n)", "(n - 1)"), ('v_mean + v_std, "C7.", alpha=0.8)\n    for', 'v_mean - v_std, "C7.", alpha=0.8)\n    for'))),
    "round brackets for two": (11, "after `v` and after `i`, everywhere in this line.", (("v[step] = v[step - 1]", "v(step) = v(step - 1)"), ("el - v[step - 1] + r * i[step - 1]", "el - v(step - 1) + r * i(step - 1)")), (("v(step)", "v[step]"), ("v(step - 1)", "v[step - 1]"), ("i(step - 1)", "i[step - 1]"))),
    "axis under a name": (14, "`np.sum` is called without `axis`.", (("v_std = np.std(v_n, axis=0, ddof=1)", "v_var = np.sum((v_n - v_mean) ** 2) / (n - 1)\nv_std = np.sqrt(v_var)"),), (("** 2)", "** 2, axis=0)"),)),
    "current of another loop": (4, "After that loop only the last value is left.", (("v = el  # V(0)", "for step in range(step_end):\n    t = step * dt\n    i = i_mean * (1 + np.sin((t * 2 * np.pi) / 0.01))\nv = el"), ("    i = i_mean * (1 + np.sin((t * 2 * np.pi) / 0.01))\n    print", "    print")), (("    print", "    i = i_mean * (1 + np.sin((t * 2 * np.pi) / 0.01))\n    print"),)),
    "a round too many for a list": (11, "this loop gives `v` one value too many.", (("v = el * np.ones(step_end)", "v = [el]"), ("for step in range(1, step_end):", "for i_now in i:"), ("v[step] = v[step - 1] + dt / tau * (el - v[step - 1] + r * i[step - 1])", "v.append(v[-1] + dt / tau * (el - v[-1] + r * i_now))"), ("\n\nplt.figure()", "\nv = np.array(v)\n\nplt.figure()")), (("in i:", "in i[:-1]:"),)),
    "print around a print": (3, "`show` prints by itself and gives nothing back.", (("step_end = 10", "step_end = 10\ndef show(t, i):\n    print(f'{t:.3f} {i:.4e}')"), ('print(f"{t:.3f} {i:.4e}")', "print(show(t, i))")), (("print(show(t, i))", "show(t, i)"),)),
    "label and a curve": (10, "`v_std - v_mean` is the wrong way round.", (("(V)", "(mV)"), ("v_mean - v_std", "v_std - v_mean")), (("(mV)", "(V)"), ("v_std - v_mean", "v_mean - v_std"))),
    "distances and a curve": (10, "the square of `abs(v - v_mean)` is missing.", (("[(v - v_mean) ** 2 for v in v_n]", "[abs(v - v_mean) for v in v_n]"), ("v_mean - v_std", "v_std - v_mean")), (("abs(v - v_mean)", "(v - v_mean) ** 2"), ("v_std - v_mean", "v_mean - v_std"))),
    "counts from one": (3, "`k` counts from 1, and the text counts from 0.", (("for step in range(step_end):", "k = 1\nwhile k <= step_end:"), ("step * dt", "k * dt"), ('print(f"{t:.3f} {i:.4e}")', 'print(f"{t:.3f} {i:.4e}")\n    k = k + 1')), (("k = 1", "k = 0"), ("k <= step", "k < step"))),
    "median for mean": (9, "The median is the value in the middle, not the mean.", ((MEAN9, "v_mean = np.median(v_n)"),), (("np.median", "np.mean"),)),
    "typed step and end": (2, "The end `0.01` is 10 times `dt`: it must change too.", (("for step in range(10):\n    t = step * dt  # s, the time of this step", "for t in np.arange(0, 0.01, 0.001):"),), (("0, 0.01, 0.001", "0, 9.5 * dt, dt"),)),
    "end of the times typed": (2, "the number `0.009` is typed in", (("for step in range(10):\n    t = step * dt", "for t in np.linspace(0, 0.009, 10):"),), (("0.009", "9 * dt"),)),
    "one of several that are returned": (10, "Line 8: without brackets the division comes first", SPREAD10, (("sum(dist) / n - 1", "sum(dist) / (n - 1)"),)),
    "type of another array": (11, "The argument `dtype` sets the type", (("el * np.ones(step_end)", "np.zeros_like(np.arange(step_end))\nv[0] = el"),), (("step_end))\nv[0]", "step_end), dtype=float)\nv[0]"),)),
    "appended to a full array": (12, "Which place of `v` should get the value", (("v[step + 1] = v[step]", "v = np.append(v, v[-1]"), ("r * i_step)", "r * i_step))"), ("el - v[step]", "el - v[-1]")), (("v = np.append(v, v[-1]", "v[step + 1] = (v[step]"), ("el - v[-1]", "el - v[step]"))),
    "end taken and counted": (6, "`+ dt` does not belong here", (("step_end = int(t_max / dt)", "times = np.arange(0, t_max + dt, dt)\nstep_end = len(times)"),), (("t_max + dt", "t_max"),)),
    "mean from before the step": (9, "Line 14 computes `v_mean` from the old `v_n`", MEAN_BEFORE9, MEAN_BEFORE_FOLLOWED9),
    "result lost, and its name unknown": (2, "knows no `i`. Store the result as `i`", LOST2, (("\n    current(t)", "\n    i = current(t)"),)),
    "count changed in a loop": (10, "this line changes `n`. So `n` becomes smaller", ((LAST10, "    n = n - 1\n    v_var = sum(v_var_n) / n"),), (("    n = n - 1\n    v_var = sum(v_var_n) / n", LAST10),)),
    "counted after the loop": (12, "this line is after the loop of line 9", COUNT12, (("\nstep += 1", "\n    step += 1"),)),
    "one of two lists begins full": (6, "`values` begins with one value, and `times` with none.", LISTS6, (("values = [el]", "values = []"),)),
    "no sign before a comment": (1, "the sign # is missing. `s, membrane time constant`", (("20e-3", "20e-3  s, membrane time constant #"),), (("20e-3  s", "20e-3  # s"),)),
    "labels in the legend too": (14, "Leave the brackets of `plt.legend` empty.", (("plt.legend()", 'plt.legend("a", "b", "c")'),), (('"a", "b", "c"', ""),)),
    "array in a format": (3, "Which index picks the one value of `i` for this step?", ARRAY3, (("{i:.4e}", "{i[step]:.4e}"),)),
    "argument under another name": (2, "inside `strom`, Python does not know the name `t`", OTHER_ARGUMENT2, (("np.pi * t /", "np.pi * zeit /"),)),
    "list for sizes": (13, "`np.random.rand` gets a list.", (("np.random.random([n, step_end])", "np.random.rand(shape)"), ("n = 50\n", "n = 50\nshape = [n, step_end]\n")), (("rand(shape)", "rand(n, step_end)"),)),
    "two lists emptied": (6, "`ts` and `vs` become empty lists again in every round.", EMPTIED6, (("\n    ts, vs = [], []", ""), ("plt.figure()", "ts, vs = [], []\nplt.figure()"))),
    "a test that draws": (9, "`np.random.random` draws here too, so all later draws give other numbers.", (("    for j in range(n):", "    if step == 3: print(np.random.random())\n    for j in range(n):"),), (("    if step == 3: print(np.random.random())\n", ""),)),
    "end of the times": (3, "`np.arange` leaves out its end: the last number that it makes is 8.", (("step_end = 10\n", ""), ("for step in range(step_end):\n    t = step * dt\n", "for t in dt * np.arange(9):\n")), (("arange(9)", "arange(10)"),)),
    "index of a value of the loop": (12, "The loop of line 8 gives `i_step` one value of `i` in each round.", (("r * i_step", "r * i_step[step]"),), (("i_step[step]", "i_step"),)),
    "rounded under a name": (3, "`round(t, 3)` does not set how many decimals are printed.", (("    print(f", "    shown = round(t, 3)\n    print(f"), ("{t:.3f}", "{shown}")), (("{shown}", "{shown:.3f}"),)),
    "both numbers of a line": (3, "The first number should have 3 decimals; yours has 2. The second number should have 4; yours has 2.", (("{t:.3f} {i:.4e}", "{a:.{d}f} {b:.{d}e}"), ("    print(", "    d = 2\n    a, b = t, i\n    print(")), (("{a:.{d}f} {b:.{d}e}", "{a:.3f} {b:.4e}"),)),
    "all times in a loop over them": (5, "The loop of line 10 takes these values one by one.", TIMES5, (("np.pi * times", "np.pi * t"),)),
    "print around a print of its own": (2, "`print` shows a value and gives none back.", (("    print(i)", "    shown = print(i)\n    print(shown)"),), (("shown = print(i)", "shown = i"),)),
    "places from one under a name": (4, "`format` counts its values from 0, and it has no value with the number 2.", (('print(f"{t:.3f} {v:.4e}")', "print(form.format(t, v))"), ("step_end = 10\n", 'step_end = 10\nform = "{1:.3f} {2:.4e}"\n')), (("{1:.3f} {2:.4e}", "{0:.3f} {1:.4e}"),)),
    "a test by a function that draws": (8, "`noise` draws here too, so all later draws give other numbers.", (("plt.figure()", "def noise():\n    return 2 * np.random.random() - 1\n\nprint(noise())\nplt.figure()"),), (("\nprint(noise())", ""),)),
    "number of values for their distance": (12, "`step_end` is the third value of `np.arange`.", (("np.linspace(0, t_max, num=step_end, endpoint=False)", "np.arange(0, t_max, step_end)"),), (("t_max, step_end)", "t_max, dt)[:step_end]"),)),
    "half the draw, and milliseconds": (7, "`t * 1e3` is a thousand times the time.", (("2 * np.random.random() - 1", "np.random.random() - 1"), ("plt.plot(t,", "plt.plot(t * 1e3,")), (("= np.random.random() - 1", "= 2 * np.random.random() - 1"), ("t * 1e3", "t"))),
    "axes exchanged, and a typed count": (7, "the number `150` is typed in.", (("plt.plot(t, v", "plt.plot(v, t"), ("range(step_end)", "range(150)")), (("plt.plot(v, t", "plt.plot(t, v"), ("range(150)", "range(step_end)"))),
    "millivolts, and a late loop": (4, "Then look at line 5: with `range(1, step_end)` the counter `step` runs from 1 to 9", (("for step in range(step_end)", "for step in range(1, step_end)"), ("    print(", "    shown = v * 1e3\n    print("), ("{v:.4e}", "{shown:.4e}")), (("{shown:", "{v:"), ("range(1, ", "range("))),
    "one draw for all, under a name": (8, "In this formula, replace `xi` by its own formula", ONE_FOR_ALL8, (("\n    xi = 2 * np.random.random() - 1\n    i = i_mean * (1 + 0.1 * (t_max / dt) ** 0.5 * xi)", ""), ("r * i)", "r * (i_mean * (1 + 0.1 * (t_max / dt) ** 0.5 * (2 * np.random.random() - 1))))"))),
    "roots in a list that is summed": (10, "the root is taken of each value, and then the roots are added.", (("    v_std = np.sqrt(v_var)", "    roots = [np.sqrt(x) for x in v_var_n]\n    v_std = sum(roots) / (n - 1)"),), (("    roots = [np.sqrt(x) for x in v_var_n]\n    v_std = sum(roots) / (n - 1)", "    v_std = np.sqrt(v_var)"),)),
    "end of the array taken too": (6, "With it, `np.arange` makes one number too many: the end itself.", (("step_end = int(t_max / dt)", "times = np.arange(0, t_max + dt, dt)"), ("for step in range(step_end):\n    t = step * dt\n", "for t in times:\n"), ("plt.show()", "step_end = len(times)\nplt.show()")), (("t_max + dt", "t_max"),)),
    "formats without points": (3, "Do the same in `4e`.", (("{t:.3f} {i:.4e}", "{t:3f} {i:4e}"),), (("{t:3f} {i:4e}", "{t:.3f} {i:.4e}"),)),
    "a name that is never drawn": (10, "No line reads `low`.", (("    plt.plot(t, v_mean + v_std", "    up = v_mean + v_std\n    low = v_mean - v_std\n    plt.plot(t, up"), ("plt.plot(t, v_mean - v_std", "plt.plot(t, up")), (('plt.plot(t, up, "C7.", alpha=0.8)\n    plt.plot(t, up', 'plt.plot(t, up, "C7.", alpha=0.8)\n    plt.plot(t, low'),)),
    "step times dt, twice": (4, "Another line multiplies by `dt` already.", (("for step in range(step_end)", "for step in np.arange(step_end) * dt"),), (("np.arange(step_end) * dt", "np.arange(step_end)"),)),
    "draws for all steps in each": (9, "With it, this call draws many numbers at once.", (("2 * np.random.random() - 1", "np.random.uniform(-1, 1, n)"),), (("(-1, 1, n)", "(-1, 1)"),)),
    "place of a format twice": (4, "the text never asks for the value 0, `t`.", (('print(f"{t:.3f} {v:.4e}")', "print(form.format(t, v))"), ("step_end = 10\n", 'step_end = 10\nform = "{1:.3f} {1:.4e}"\n')), (("{1:.3f}", "{0:.3f}"),)),
    "unit in the line": (3, "There is other text in the line, too: “A”.", (("{t:.3f} {i:.4e}", "{t:.4f} {i:.4e} A"),), (("{t:.4f} {i:.4e} A", "{t:.3f} {i:.4e}"),)),
    "caret and the order of the print": (1, "The values are printed in another order.", (("100e6", "100*10^6"), ("el, vr, vth", "el, vth, vr")), (("10^6", "10**6"), ("el, vth, vr", "el, vr, vth"))),
    "enumerate from the second": (12, "So the value that was there is lost. Give `enumerate` a second value", (("enumerate(i[:-1])", "enumerate(i[1:])"), ("v[step + 1] = v[step]", "v[step] = v[step - 1]"), ("el - v[step] +", "el - v[step - 1] +")), (("enumerate(i[1:])", "enumerate(i[1:], 1)"),)),
    "number for an argument": (13, "the number `0.3` is given without the name of an argument.", (('v_n.T, "k"', 'v_n.T, "k", 0.3'),), (('"k", 0.3', '"k"'),)),
    "number for an argument in a loop": (8, "The axis stretches to reach it. Write the name of its argument", (("alpha=0.1", "0.1"),), (('"k.", 0.1', '"k.", alpha=0.1'),)),
    "start value in a list": (4, "`el` is used where an entry of `v_list` belongs.", (("v = el ", "v_list = [el] "), ("{v:.4e}", "{v_list[step]:.4e}"), (STEP4, "dv = dt / tau * (el - v_list[step] + r * i)\n    v_list.append(el + dv)")), (("append(el", "append(v_list[step]"),)),
    "start value in places": (4, "`el` is used where an entry of `v_list` belongs.", (("v = el ", "v_list = [el] * 11 "), ("{v:.4e}", "{v_list[step]:.4e}"), (STEP4, "dv = dt / tau * (el - v_list[step] + r * i)\n    v_list[step + 1] = el + dv")), (("= el + dv", "= v_list[step] + dv"),)),
    "step for the time of a function": (4, "this line uses `step`.", WAVE4, (("wave(step)", "wave(step * dt)"),)),
    "given name for the time of a function": (4, "`tau` is the wrong name here.", (*WAVE4, ("wave(step)", "wave(step * tau)")), (("step * tau", "step * dt"),)),
    "factor in what a function is given": (4, "Line 10: `10` is one factor too many.", (*WAVE4, ("wave(step)", "wave(10 * step * dt)")), (("10 * step", "step"),)),
    "root taken twice": (7, "the root is taken twice.", (("(t_max / dt) ** 0.5", "np.sqrt(t_max / dt) ** 0.5"),), (("np.sqrt(t_max / dt) **", "(t_max / dt) **"),)),
    "root of the root": (10, "the root is taken twice.", (("np.sqrt(v_var)", "np.sqrt(np.sqrt(v_var))"),), (("np.sqrt(np.sqrt(v_var))", "np.sqrt(v_var)"),)),
    "wrong V, and a label in mV": (11, "It says mV, but the numbers on this axis are not in mV.", (("el - v[step - 1]", "el - v[step]"), ("(V)", "(mV)")), (("el - v[step]", "el - v[step - 1]"), ("(mV)", "(V)"))),
    "row never stored": (13, "each round makes a new `v`, and no line stores it in `v_n`.", ((STEP13, "for j in range(n):\n    v = el * np.ones(step_end)\n    for step in range(1, step_end):\n        v[step] = v[step - 1] + dt / tau * (el - v[step - 1] + r * i[j, step - 1])"),), (("i[j, step - 1])", "i[j, step - 1])\n    v_n[j] = v"),)),
    "single points in the loop": (12, "this command draws one point in each round of the loop.", (('plt.plot(t_range, v, "k")\n', ""), ("+ r * i_step)\n", '+ r * i_step)\n    plt.plot(t_range[step], v[step], "k")\n')), (('    plt.plot(t_range[step], v[step], "k")\n', ""), ("plt.show()", 'plt.plot(t_range, v, "k")\nplt.show()'))),
    "prefix of another size": (1, "Line 2: `pico` is 1e-09.", (("# Exercise 1\n", "# Exercise 1\npico = 1e-9\n"), ("25e-11", "250 * pico")), (("1e-9", "1e-12"),)),
    "no name for the time": (7, "How does the text compute the time?", (("    t = step * dt\n", ""), ("plt.plot(t, v", "plt.plot(step, v")), (("plt.plot(step, v", "plt.plot(step * dt, v"),)),
    "draw in a function": (7, "Line 6: the numbers run from -0.5 to 0.5", (("v = el\n", "v = el\ndef draw():\n    return np.random.random() - 0.5\n"), ("2 * np.random.random() - 1", "draw()")), (("random() - 0.5", "random() * 2 - 1"),)),
    "one entry for the mean": (9, "It is one value of `ordered`", (("    v_mean = sum(v_n) / n", "    ordered = sorted(v_n)\n    v_mean = ordered[n // 2]"),), (("ordered[n // 2]", "sum(ordered) / n"),)),
    "tab and decimals": (3, "There is a tab between the numbers; it should be one space.", (("{t:.3f} {i:.4e}", "{t:.2f}\\t{i:.4e}"),), (("{t:.2f}\\t{i:.4e}", "{t:.3f} {i:.4e}"),)),
    "next for continue": (12, "`next` does nothing here.", (("enumerate(i[:-1])", "enumerate(i)"), ("    v[step + 1] = v[step] + dt / tau * (el - v[step] + r * i_step)", "    if step == 0:\n        next\n    v[step] = v[step - 1] + dt / tau * (el - v[step - 1] + r * i_step)")), (("        next\n", "        continue\n"),)),
    "seed in a function for a list": (13, "`currents` sets the seed in each call.", (("np.random.seed(2020)\n", "def currents():\n    np.random.seed(2020)\n    return i_mean * (1 + 0.1 * (t_max / dt) ** 0.5 * (2 * np.random.random(step_end) - 1))\n\n"), ("i = i_mean * (1 + 0.1 * (t_max / dt) ** 0.5 * (2 * np.random.random([n, step_end]) - 1))", "i = np.array([currents() for j in range(n)])")), (("def currents():\n    np.random.seed(2020)\n", "np.random.seed(2020)\ndef currents():\n"),)),
    "numbers of a format exchanged": (3, "the exercise asks for the time first", (("step_end = 10\n", 'step_end = 10\nrow = "{1:.3f} {0:.4e}"\n'), ('f"{t:.3f} {i:.4e}"', "row.format(t, i)")), (("{1:.3f} {0:.4e}", "{0:.3f} {1:.4e}"),)),
    "one value without brackets": (3, "`i:.4e` has no curly brackets around it.", (("{i:.4e}", "i:.4e"),), ((" i:.4e", " {i:.4e}"),)),
    "comma for a repetition": (8, "`[el, n]` has two values, and `n` is one of them.", (("[el] * n", "[el, n]"),), (("[el, n]", "[el] * n"),)),
    "length of a table": (
        13,
        "`len(v_n)` is the number of realizations; this loop needs the number of steps.",
        ((STEP13, STEP13.replace("step in range(1, step_end)", "k in range(1, len(v_n))").replace(", step", ", k")),),
        (("len(v_n)", "step_end"),),
    ),
    "loop over columns, to the rows": (13, "It should run from 1 to 149", ((STEP13, STEP13.replace("step in range(1, step_end)", "k in range(1, n)").replace(", step", ", k")),), (("range(1, n)", "range(1, step_end)"),)),
    "axes exchanged, and a label in ms": (5, "It says ms, but the numbers on this axis are not in ms.", (("plt.plot(t, i", "plt.plot(i, t"), ("time (s)", "time (ms)")), (("plt.plot(i, t", "plt.plot(t, i"), ("time (ms)", "time (s)"))),
    "formula in a comment": (2, "your formula is after the sign #", ((CURRENT2, "...  # i_mean * (1 + np.sin(2 * np.pi * t / 0.01))"),), (("...  # i_mean", "i_mean"),)),
    "real part for the imaginary one": (2, "`z.real` takes the wrong part of a complex number.", ((CURRENT2, "0\n    z = np.exp(2j * np.pi * t / 0.01)\n    i = i_mean * (1 + z.real)"),), (("z.real", "z.imag"),)),
    "colon in front of a comment": (4, "Put it in front of the comment.", (("range(step_end):", "range(step_end)  # ten steps"),), (("  # ten", ":  # ten"),)),
    "time that never moves": (6, "no line of the loop changes it.", (("step_end = int(t_max / dt)\n", "step_end = int(t_max / dt)\nt = 0\n"), ("    t = step * dt\n", "")), (("r * i)\n", "r * i)\n    t += dt\n"),)),
    "no x, and a typed count": (6, "Then look at line 2: the number `150` is typed in.", (("plt.plot(t, v", "plt.plot(v"), ("int(t_max / dt)", "150")), (("plt.plot(v", "plt.plot(t, v"), ("step_end = 150", "step_end = int(t_max / dt)"))),
    "step for a time": (3, "`step` counts the steps; the time is needed in its place.", CALLED3, (("current(step)", "current(step * dt)"),)),
    "unknown command, and a label in ms": (5, "Then look at line 6: the label of the x axis", (("plt.figure()", "plt.holdon()"), ("time (s)", "time (ms)")), (("plt.holdon()", "plt.figure()"), ("time (ms)", "time (s)"))),
    "apostrophe for a transpose, and no resistance": (13, "Then look at line", (("v_n.T", "v_n'"), (" + r * i[", " + i[")), (("v_n'", "v_n.T"), (" + i[", " + r * i["))),
    "seed in the loop, and a sign": (7, "Then look at line 11: the seed is set inside the loop.", (("np.random.seed(2020)\n", ""), ("    t = step", "    np.random.seed(2020)\n    t = step"), ("(el - v +", "(el + v +")), (("    np.random.seed(2020)\n", ""), ("step_end =", "np.random.seed(2020)\nstep_end ="), ("(el + v +", "(el - v +"))),
    "no seed, and a typed root": (7, "Then look at line 13", (("np.random.seed(2020)\n", ""), ("(t_max / dt) ** 0.5", "150 ** 0.5")), (("step_end =", "np.random.seed(2020)\nstep_end ="), ("150 ** 0.5", "(t_max / dt) ** 0.5"))),
    "no start value, and a rounded quotient": (6, "Then look at line 2", (("v = el\n", ""), ("t_max / dt", "t_max // dt")), (("\nplt.figure", "v = el\nplt.figure"), ("t_max // dt", "t_max / dt"))),
    "sign of a sum twice, and a start in the loop": (4, "Then look at line 5: this line runs in every round", (("v = el  # V(0)\n", ""), ("    t = step", "    v = el\n    t = step"), ("    v = v +", "    v += v +")), (("    v = el\n", ""), ("\nfor", "v = el\nfor"), ("    v += v", "    v = v"))),
    "comma between two values, and no point": (3, "This line has a second fault: a line of the output reads `0.000,2.5000e-10`.", (("{t:.3f} {i:.4e}", "{t:.3f},{i:4e}"),), ((",{i:4e}", " {i:.4e}"),)),
    "letters for digits in a name": (1, "the letter O looks like the digit 0", (("100e6", "lOOe6"),), (("lOOe6", "100e6"),)),
    "letter for a digit behind a point": (1, "`O.15` has a letter in place of a digit.", (("150e-3", "O.15"),), (("O.15", "0.15"),)),
    "list in each round": (2, "Each line of the output repeats the line before it", (("for step", "currents = []\nfor step"), ("print(i)", "currents.append(float(i))\n    print(currents)")), (("print(currents)", "print(i)"),)),
    "slice that leaves the last value out": (1, "`values[:7]` leaves out a value.", (("print(t_max", "values = [t_max"), ("i_mean)", "i_mean]\nprint(*values[:7])")), (("[:7]", "[:8]"),)),
    "format in a name": (3, "print puts no value into `form`.", (("step_end = 10", 'step_end = 10\nform = "%.3f %.4e"'), ('print(f"{t:.3f} {i:.4e}")', "print(form, t, i)")), (("print(form, t, i)", 'print(f"{t:.3f} {i:.4e}")'),)),
    "rounded root under two names": (7, "Line 4: `root` comes from typed numbers.", (("v = el\n", "root = 12.247\nsize = 0.1 * root\nv = el\n"), ("0.1 * (t_max / dt) ** 0.5", "size")), (("12.247", "(t_max / dt) ** 0.5"),)),
    "package of another language": (10, "NumPy is available as `np`, and has `np.sqrt`.", (("np.sqrt", "Math.sqrt"),), (("Math.sqrt", "np.sqrt"),)),
    "three signs of equality": (4, "`===` has three signs, as in JavaScript.", (("    t = step", "    if step === 0:\n        v = el\n    t = step"),), (("===", "=="),)),
}  # fmt: skip


@pytest.mark.sample(12)
@pytest.mark.parametrize("case", FOLLOWED)
def test_an_answer_is_right_once_its_advice_is_followed(case):
    number, said, slip, step = FOLLOWED[case]
    wrong = answer(number, slip)
    right = wrong
    for old, new in step:
        assert old in right
        right = right.replace(old, new)

    told = " ".join(str(part.message) for part in verdict_on(number, wrong).parts if part.message is not None)

    assert said in told
    assert verdict_on(number, right).state == "right"


def verdict_on(number: int, cell: str):
    exercise = COURSE.exercise(number)
    return assess(exercise, runs(exercise, cell), rerun=rerun_of(exercise, cell))


NOT_SAID = {  # number, what would be false, the slip
    "a loop that is right": (
        4, "runs from -1", (("v = el ", "v_list = [el] * 11 "), ("{v:.4e}", "{v_list[step]:.4e}"), (STEP4, "v_list[step + 1] = dt * el + v_list[step] / r")),
    ),
    "a loop beside a condition": (
        12, "Then look at", (("enumerate(i[:-1]):", "enumerate(i):\n    if step == -1:\n        continue"),),
    ),
    "values of the other current": (
        11, "it should become -0.05761 V", (("v[step - 1] + dt", "v[-1] + dt"), ("el - v[step - 1]", "el - v[-1]"), ("i[step - 1]", "i[-1]")),
    ),
    "sign behind R's limits": (7, "sign `+`", (("2 * np.random.random() - 1", "np.random.random(1, -1, 1)"),)),
    "mean current in a function": (4, "mean current", WAVE4),
    "V that is drawn": (11, "does not show the values", (("el - v[step - 1]", "el - v[step]"), ("(V)", "(mV)"))),
    "roots that no sum adds": (
        10, "the roots are added", (("np.sqrt(v_var)", "max([np.sqrt(x) for x in v_var_n]) / (n - 1)"),),
    ),
    "random numbers that are right": (
        7, "the numbers run from -0.5 to 0.5", ((LINE7, LINE7.replace("** 0.5", "** 0.5 / 2")),),
    ),
    "an end with a name of its own": (
        6, "it must change too", (("for step in range(step_end):\n    t = step * dt\n", "for t in np.arange(0, 0.15, 0.001):\n"),),
    ),
    "a seed in the first row": (
        7, "sets the seed", (("# Exercise 7\n", ""), ("v = el\n", "")),
    ),
    "a sum of one number": (
        10, "nothing adds them up", (("[(v - v_mean) ** 2 for v in v_n]", "(v_n - v_mean) ** 2"),),
    ),
    "numbers of a list that grows with the count of rounds": (
        2, "counts through the wrong numbers", (("for step", "t = 0\nfor step"), ("    t = step * dt  # s, the time of this step\n", ""), ("print(i)", "print(i)\n    t =+ dt")),
    ),
    "loop that is right": (
        12, "counts through the wrong numbers", (("* i_step", "* i"),),
    ),
}  # fmt: skip


@pytest.mark.parametrize("case", NOT_SAID)
def test_what_is_not_true_of_an_answer_is_not_said(case):
    number, false, slip = NOT_SAID[case]
    messages = [part.message for part in verdict_on(number, answer(number, slip)).parts if part.message is not None]
    assert messages
    assert false not in " ".join(map(str, messages))
