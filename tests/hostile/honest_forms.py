"""Honest answers that are written in an odd form: each must get all of its points."""

from .honest import honest

HONEST = (
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
        "generator object of the old kind",
        "RandomState(2020) draws the numbers of the legacy seed",
        13,
        swap=(("np.random.seed(2020)", "rs = np.random.RandomState(2020)"), ("np.random.random(", "rs.random_sample(")),
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
        "format on a line of its own",
        "a line begins with the operator % or !=, others are magics",
        4,
        """
        %matplotlib inline
        step, v = 0, el
        while (
            step
            != 10
        ):
            t = step * dt
            print("%.3f %.4e"
                  %(t, v))
            v = v + dt / tau * (el - v + r * i_mean * (1 + np.sin(2 * np.pi * t / 0.01)))
            step += 1
        %who
        """,
    ),
    honest(
        "all in a function",
        "n and the seed are given their numbers in a function, within a block",
        13,
        """
        def simulate(seed=2020):
            global v_n, i
            np.random.seed(seed)
            with np.errstate(all="raise"):
                n, steps = 50, int(t_max / dt)
                v_n = np.full([n, steps], el)
                i = i_mean * (1 + 0.1 * (t_max / dt) ** 0.5 * (2 * np.random.random([n, steps]) - 1))
                for k in range(1, steps):
                    v_n[:, k] = v_n[:, k - 1] + dt / tau * (el - v_n[:, k - 1] + r * i[:, k - 1])
            return np.linspace(0, t_max, steps, endpoint=False)
        t_range = simulate()
        plt.plot(t_range, v_n.T, "k", alpha=0.3)
        plt.title("Realizations")
        plt.xlabel("time (s)")
        plt.ylabel("$V_m$ (V)")
        plt.show()
        """,
    ),
    honest(
        "long play in added cells",
        "cells around the answer compute and wait for longer than the answer may",
        4,
        swap=(("v = v + dt / tau * (el - v + r * i)", "v = advanced(v, i)"),),
        before=(
            "total = 0\nfor k in range(10**9):\n    total += k",
            "import time\nwhile True:\n    time.sleep(1)",
            "def advanced(v, i):\n    return v + dt / tau * (el - v + r * i)\n%timeit advanced(el, i_mean)",
        ),
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
