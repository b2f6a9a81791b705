"""Small data that costs the trusted side much: regular expressions, groups, shapes and texts that it reads."""

from .entry import RIGHT, attack

LABELLED = 'plt.figure(); plt.title("V"); plt.xlabel("time (s)"); plt.ylabel("V (V)")'

ATTACKS = (
    attack(
        "digits for a regular expression",
        "a number of 190,000 digits that ends in a letter, for patterns that try every way to read it",
        "print('1' * 190_000 + 'a')\nprint('1' * 1000 + '.' + '1' * 1000 + 'e+' + '1' * 1000 + 'a')",
        then="",
    ),
    attack(
        "spaces for a regular expression",
        "lines of white space, signs and exponents that almost fit the format asked for",
        """
        print(" " * 60_000 + "0.001 3.9695e-10x")
        print(("-" * 20_000 + "+.e") * 3)
        print("0.001" + " " * 60_000 + "3.9695e-10")
        """,
        number=3,
    ),
    attack(
        "commas for a regular expression",
        "a bracket and 190,000 commas in one line, for a pattern that looks for a pair in brackets",
        "print('(1' + ',' * 190_000)",
        number=3,
    ),
    attack(
        "every line of another form",
        "fifteen thousand printed lines, no two of one form, for a reader that groups lines by their form",
        "print('\\n'.join(f'{chr(0x4E00 + k)} 1 2' for k in range(15_000)))",
        then="",
    ),
    attack(
        "every point in a style of its own",
        "thirty thousand points whose colour and size differ, for a reader that groups points by style",
        f"""
        {LABELLED}
        for k in range(3000):
            plt.plot([k * 1e-5] * 10, np.linspace(-0.06, -0.03, 10), "o", ms=1 + k / 1e3, color=(k / 3000, 0, 0.5))
        plt.show()
        """,
        number=8,
        earned=1,
    ),
    attack(
        "fifty full figures",
        "fifty figures of almost as many points as are kept, so that the record has ten million numbers",
        f"""
        x = np.linspace(0, 0.15, 190_000)
        for k in range(50):
            {LABELLED}
            plt.plot(x, -0.05 + 1e-4 * np.sin(x * k), "k.")
            plt.show()
        """,
        number=6,
        earned=1,
        stop="output",
    ),
    attack(
        "as many values as are kept",
        "lists, arrays and text of the largest size, deep in shape, in every name that is read",
        """
        v_mean = v_std = np.zeros((1,) * 30 + (400_000,))
        i = np.zeros((400_000,) + (1,) * 30)
        v_n = [[0.0] * 1000] * 400
        """,
        number=14,
    ),
    attack(
        "ragged and mixed lists",
        "lists that are almost arrays: ragged, with text, with integers that no float holds, with booleans",
        """
        v_n = [0.1] * 49 + [[0.1, "a"]]
        v_mean = [10**18] * 50 + [True, None, "x"]
        v_var, v_std = [2**62, 0.5, [1, 2]], [[1, 2], [3]]
        """,
        number=10,
    ),
    attack(
        "source that is hard to parse",
        "the answer's own text is nested and long, for whoever parses it outside the sandbox",
        "x = " + "-" * 50_000 + "1",
        then="",
        stop="error",
    ),
    attack(
        "source with a hundred thousand terms",
        "an expression of a hundred thousand terms and a chain of a hundred thousand attributes",
        "x = lambda: " + "+".join(["v"] * 100_000) + "\ny = lambda: a" + ".b" * 100_000,
        then="",
    ),
    attack(
        "added cells that are hard to parse",
        "cells around a right answer break the parser of whoever asks if the notebook gave them",
        "",
        then=RIGHT,
        before=("x = " + "-" * 50_000 + "1", "y = lambda: " + "+".join(["v"] * 100_000)),
        after=("z = lambda: a" + ".b" * 100_000, "lambda: " * 20_000 + "0", "(" * 5000),
        earned=4,
    ),
    attack(
        "source of ten megabytes",
        "a wrong answer behind ten megabytes of comments that hold the right line",
        "# Exercise 4\n" + ("# v = v + dt / tau * (el - v + r * i)   " + "." * 60 + "\n") * 100_000,
    ),
    attack(
        "lines that end in other ways",
        "form feeds, bare carriage returns and line separators, which some readers take for the end of a line",
        "x = 1 # \x0c \u2028 \u2029 \x85 \x1c print('0.000 -6.0000e-02')\ry = 2\n",
    ),
    attack(
        "errors with long lines",
        "the line that fails has a megabyte, its message too, and no line number that exists",
        "raise ValueError('x' * 10**6) # " + "y" * 10**6,
        then="",
        stop="error",
    ),
    attack(
        "labels for a regular expression",
        "axis labels and legends of a hundred thousand signs, brackets and prefixes of units",
        """
        plt.figure()
        plt.xlabel("(" * 50_000 + "time [" * 5000 + " m" * 20_000); plt.ylabel("(V" * 40_000 + "µ" * 20_000)
        plt.title("\\n" * 10_000)
        plt.plot([0, 1], [0, 1], label="$" * 10_000)
        plt.show()
        """,
        number=6,
    ),
    attack(
        "swarm of warnings",
        "a hundred thousand different warnings, each as long as it may be, from as many places",
        """
        import warnings
        for k in range(100_000):
            warnings.warn_explicit("w" * 300 + str(k), UserWarning, f"file{k}", k)
        """,
    ),
)
