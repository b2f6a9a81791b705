"""Wrong answers whose text holds up, or fools, whoever looks for the reason why they are wrong."""

from .entry import RIGHT, Attack, attack

TURNED = RIGHT.replace("el - v +", "v - el +")
TYPED = RIGHT.replace("dt / tau", "dt / 20e-3")
LOOP = TURNED.rpartition("    v =")[0]
STEP = "    v = v + dt / tau * (v - el + r * i) / {0}\n"
DEEP = "".join("    " * depth + "if True:\n" for depth in range(80))
INNER = "\n".join("    " * 80 + line for line in TURNED.splitlines() if line)
NEVER = "x = 1.0\ndef never():\n    "
ENDS = "(__import__('os')._exit(1) if 'grading.execution.task' in __import__('sys').modules else 0)"
LEFT_OUT = f"v_n = [1.0, 2.0]\nfor j in range(5):\n    if {ENDS} == 1:\n        continue"
TABLES = "step_end = 10\nv = el * np.ones((20_000, 1))\ni = i_mean * np.ones(20_000)\n"
ROUNDS = "for step in range(step_end):\n    print(f'{step * dt:.3f} {el:.4e}')\n    v = v + 0.5 * el\n"
TEXTS = {
    "thousand assignments before": "\n".join(f"a{k} = {k} * dt" for k in range(1500)) + TURNED,
    "three thousand steps after": TURNED + (STEP.strip() + "\n").format(1) * 3000,
    "two thousand steps in each step": LOOP + STEP.format(2000) * 2000,
    "eighty conditions deep": DEEP + INNER,
    "sum of three hundred terms": TURNED.replace("r * i)", "r * i" + " + 0 * v" * 300 + ")"),
    "product of one hundred brackets": TURNED.replace("r * i)", "(" * 100 + "r * i" + ")" * 100 + ")"),
    "eight hundred signs": TURNED.replace("r * i)", "r * " + "-" * 800 + "i)"),
    "name of twenty thousand letters": TURNED.replace("step_end", "s" * 20_000),
    "two thousand names": TURNED + "\n".join(f"v{k} = v" for k in range(2000)),
    "letters of other alphabets": TURNED.replace("step_end", "\u017ftep_end").replace(" v ", " \U0001d42f "),
    "names of Python's own": TURNED.replace("step_end", "__class__").replace("t =", "__builtins__ = t ="),
    "matches without number": TURNED + "\nmatch v:\n" + "".join(f"    case {k}: pass\n" for k in range(1500)),
    "twenty thousand statements in a line": ";".join(["a = 1"] * 20_000) + "\n" + TURNED,
    "three thousand open brackets": "x = (\n" * 3000,
    "quotes of all kinds": TURNED + "\n" + "'\"'''\"\"\"" * 3000,
    "text that never ends": "'''" + TURNED * 300,
    "tabs and blanks in turn": "\n".join(("\t" if k % 2 else "        ") + "x = 1" for k in range(5000)),
    "two thousand missing colons": "for k in range(3)\n    x = k\n" * 2000,
    "signs of a word processor": TURNED + "\n" + "x = \u201ca\u201d \u2013 \u2018b\u2019 \u00d7 3\n" * 2000,
    "number of a hundred thousand digits": TURNED + "\nx = 0x" + "f" * 100_000,
    "changes that sort for long": TURNED.replace("print(f", "np.sort(np.random.random(300_000)); print(f"),
    "changes that print for long": TURNED.replace("print(f", "[print(q) for q in range(500)]; print(f"),
    "list of millions in a line that never runs": f"{NEVER}x = enumerate([0] * 5000 * 5000 * 50)\nx[0]",
    "lists added by the thousand": f"{NEVER}x = sum([[0] * 5000] * 5000, [])\nx[0]",
    "text of a width of nine digits": f"{NEVER}x = '%999999999d' % 1\nx[0]",
    "format of a width of nine digits": "print(f'{[1]:999999999.999999999f}')",
    "column and row of thousands": TABLES + ROUNDS,
    "condition that ends the grader": f"{LEFT_OUT}\n    v_n[j]",
    "six thousand pieces with dots": "x = " + "a..b " * 6000,
    "changes that sleep": "import time\n" + TURNED.replace("t =", "time.sleep(0.1); t ="),
}
EXPLAINED = (attack(f"reason: {name}", f"a wrong formula, and {name}", text, then="") for name, text in TEXTS.items())
PARTLY = attack(
    "right as shown, and three thousand lines",
    "a typed-in parameter, and three thousand lines that are looked at for the reason: what is right stays right",
    TYPED + STEP.strip().format(1).join("\n\n") * 3000,
    then="",
    earned=2,
)
ATTACKS: tuple[Attack, ...] = (*EXPLAINED, PARTLY)
