"""Output that is too much, never ends, or is not what it should be made of."""

from .entry import attack

ATTACKS = (
    attack(
        "hundred million characters",
        "one print of 1e8 characters, then lines until someone stops it",
        "print('0' * 10**8)\nwhile True:\n    print('0.000 -6.0000e-02')",
        then="",
        stop="time",
    ),
    attack(
        "output past the cap",
        "the cap on print is passed by writing to the descriptor and to the stream that Python keeps for itself",
        """
        import os, sys
        for _ in range(3000):
            for write in (lambda text: os.write(1, text.encode()), lambda text: os.write(2, text.encode()),
                          lambda text: sys.__stdout__.write(text), lambda text: sys.__stderr__.write(text)):
                try:
                    write("0.000 -6.0000e-02\\n" * 2000)
                except Exception:
                    pass
        """,
        stop="output",
    ),
    attack(
        "binary and control characters",
        "every byte and control character: nulls, bells, backspaces, escapes, bidirectional overrides, separators",
        """
        import os, sys
        print("".join(map(chr, range(32))) + "\\x7f" + "".join(map(chr, range(0x80, 0xA0))))
        print("\\u2028\\u2029\\u202e\\u2066\\ufeff\\ufffe\\uffff\\U000e0001\\u200b" + "a\\u0301" * 1000)
        sys.stdout.write("\\b" * 1000 + "\\r0.000 -6.0000e-02\\x1b[2K\\x1b[1A")
        os.write(1, bytes(range(256)) * 10)
        """,
    ),
    attack(
        "lone surrogates",
        "halves of characters in output, label, name, error and warning, which no file in UTF-8 can hold",
        """
        import warnings
        half = "\\ud800 \\udfff"
        print(half)
        warnings.warn(half)
        plt.figure(); plt.title("time " + half); plt.plot([0, 1], [0, 1], label=half)
        globals()[half] = {half: half}
        text = half
        raise ValueError(half)
        """,
        then="",
        stop="error",
    ),
    attack(
        "terminal escapes",
        "colours, hyperlinks, window titles and answers of terminals, for the instructor's terminal and for the page",
        r"""
        print("\x1b]8;;javascript:alert(1)\x1b\\4 of 4\x1b]8;;\x1b\\ \x1b]0;graded\x07 \x1b[8mhidden\x1b[0m \x1b[6n")
        print("\x1b[38;5;'><script>alert(1)</script>m \x1b[31;<img src=x onerror=alert(2)>mred \x1b]52;c;Zm9v\x07")
        print("\x1b[1000000000C\x1b[?1049h\x1bP+q\x1b\\" + "\x1b[1m" * 20_000)
        """,
    ),
    attack(
        "numbers beyond all types",
        "integers of ten thousand digits, infinities, nan, subnormals and huge exponents in print and variables",
        """
        import sys
        if hasattr(sys, "set_int_max_str_digits"):
            sys.set_int_max_str_digits(0)
        v, i, tau = 10**10_000, float("inf"), float("nan")
        print(10**100_000)
        print("1e999999999 -1e999999999 nan inf 1" + "0" * 5000 + " 1e-400")
        print("\\n".join(["0.000 " + "9" * 4400] * 10))
        """,
    ),
    attack(
        "deep and recursive data",
        "lists within lists, a list that holds itself, a million levels of dict",
        """
        v = []
        v.append(v)
        deep = []
        for _ in range(10**6):
            deep = [deep]
        i = {}
        i["i"] = i
        print(str(v))
        plt.figure(); plt.plot([0], [0], label=str(i)); plt.show()
        """,
    ),
    attack(
        "million variables",
        "a million names, some of them a hundred thousand characters long",
        """
        for k in range(10**6):
            globals()[f"v_{k}"] = k
        for k in range(50):
            globals()["n" * 10**5 + str(k)] = "x" * 10**5
        """,
        stop="output",
    ),
    attack(
        "many large arrays",
        "two hundred names for arrays of the largest size that is still kept, each of which becomes text",
        """
        one = np.random.random(400_000)
        for k in range(200):
            globals()[f"w{k}"] = one
        v = [[0.1] * 1000] * 400_000
        """,
        stop="output",
    ),
    attack(
        "five thousand figures",
        "figures that are opened, shown and never closed, for whoever renders them",
        """
        for k in range(5000):
            plt.figure()
            plt.plot([0, k], [0, k])
            plt.show()
        """,
        stop="time",
    ),
    attack(
        "ten million points",
        "scatter and lines of ten million points, in one figure, with a marker each",
        """
        x = np.random.random(10_000_000)
        plt.figure(); plt.title("x"); plt.xlabel("time (s)"); plt.ylabel("V (V)")
        plt.plot(x, x, "k.")
        plt.scatter(x, x, s=x)
        plt.show()
        """,
        number=6,
        earned=1,
    ),
    attack(
        "figure of a hundred thousand inches",
        "size, resolution and bounding box of a figure ask for a picture of terabytes",
        """
        plt.rcParams["savefig.dpi"] = 10**6
        plt.rcParams["figure.dpi"] = 10**6
        plt.figure(figsize=(1e5, 1e5), dpi=10**6)
        plt.plot([0, 1], [0, 1]); plt.text(1e12, 1e12, "far")
        plt.xlim(-1e300, 1e300); plt.xlabel("time (s)"); plt.ylabel("V (V)")
        plt.show()
        """,
        number=6,
    ),
    attack(
        "picture that runs code when drawn",
        "an artist's draw, a formatter and a callback run when the figure is rendered for the page",
        """
        from matplotlib.lines import Line2D
        class Late(Line2D):
            def draw(self, renderer):
                while True:
                    pass
        figure = plt.figure()
        figure.gca().add_line(Late([0, 1], [0, 1]))
        figure.gca().xaxis.set_major_formatter(lambda value, place: "x" * 10**7)
        figure.canvas.mpl_connect("draw_event", lambda event: print("0.000 -6.0000e-02\\n" * 10))
        plt.show()
        """,
        number=6,
        stop="time",
    ),
    attack(
        "ticks without number",
        "tick locators, text, fonts and mathematics that take for ever to lay out",
        """
        plt.figure()
        plt.title("$" + r"\\frac{1}{" * 300 + "x" + "}" * 300 + "$")
        plt.plot([0, 1], [0, 1], label="y" * 10**6); plt.legend()
        plt.gca().set_xticks(np.linspace(0, 1, 200_000))
        plt.rcParams["text.usetex"] = True
        plt.rcParams["font.family"] = ["/etc/passwd", "no such font"]
        plt.show()
        """,
        number=6,
    ),
    attack(
        "picture in place of a picture",
        "the rendered figure is replaced: savefig and print_png write text, a program or a billion bytes",
        """
        from matplotlib.backends.backend_agg import FigureCanvasAgg
        from matplotlib.figure import Figure
        def write(self, target, *args, **kwargs):
            target.write(b'"><script>alert(1)</script><img src="' if hasattr(target, "write") else b"")
        Figure.savefig = FigureCanvasAgg.print_png = FigureCanvasAgg.print_figure = write
        Figure._repr_html_ = Figure._repr_svg_ = lambda self: "<script>alert(2)</script>"
        plt.plot([0, 1], [0, 1]); plt.show()
        """,
        number=6,
    ),
)
