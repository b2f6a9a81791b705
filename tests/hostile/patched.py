"""numpy, builtins and matplotlib, changed under the hands of whoever looks at the answer."""

from .entry import attack

POINTS = """
plt.figure(); plt.title("Input"); plt.xlabel("time (s)"); plt.ylabel("I (A)")
for step in range(25):
    t = step * dt
    plt.plot(t, i_mean * (1 + np.sin(t * 2 * np.pi / 0.01)), "k")
plt.show()
"""

ATTACKS = (
    attack(
        "numpy always agrees",
        "np.allclose and its relatives are replaced by functions that return True",
        """
        for name in ("allclose", "isclose", "array_equal", "array_equiv", "all", "any", "isfinite"):
            setattr(np, name, lambda *args, **kwargs: True)
        np.testing.assert_allclose = np.testing.assert_array_equal = lambda *args, **kwargs: None
        np.ptp = np.abs = np.max = lambda *args, **kwargs: 0.0
        """,
    ),
    attack(
        "numpy's innermost functions",
        "the private modules behind np.allclose and the ufunc machinery are replaced, out of sight of public names",
        """
        import sys
        for name, module in list(sys.modules.items()):
            if name.startswith("numpy.") and module is not None:
                for function in ("allclose", "isclose", "_wrapreduction", "array_equal", "sort", "unique"):
                    if function in vars(module):
                        setattr(module, function, lambda *args, **kwargs: True)
        """,
    ),
    attack(
        "builtins turned",
        "all, any, len, isinstance, type, sorted and abs give the answer that suits",
        """
        import builtins
        builtins.all = builtins.any = lambda *args: True
        builtins.isinstance = lambda *args: True
        builtins.len = lambda *args: 10
        builtins.abs = lambda *args: 0
        builtins.sorted = lambda *args, **kwargs: []
        """,
        then="print('0.000 -6.0000e-02')",
    ),
    attack(
        "type replaced by a class that says yes",
        "builtins.type and its comparisons are replaced, against checks of exact types",
        """
        import builtins
        class type_(type):
            def __eq__(cls, other): return True
            def __hash__(cls): return 0
        class Kind(metaclass=type_): pass
        builtins.type = lambda *args: Kind
        builtins.str = builtins.float = builtins.dict = Kind
        """,
    ),
    attack(
        "print and open replaced",
        "print writes elsewhere, open returns a file that swallows or invents what is read",
        """
        import builtins, io
        builtins.print = lambda *args, **kwargs: None
        builtins.open = lambda *args, **kwargs: io.StringIO('{"right": true, "points": 4}')
        io.open = io.FileIO = builtins.open
        """,
    ),
    attack(
        "json that adds marks",
        "json.dumps and the encoder write a result of the attacker's choice",
        """
        import json
        forged = '{"source": "", "printed": "0.000 -6.0000e-02", "right": true, "points": 4, "failure": null}'
        json.dumps = lambda *args, **kwargs: forged
        json.dump = lambda value, file, **kwargs: file.write(forged)
        json.JSONEncoder.encode = lambda self, value: forged
        json.JSONEncoder.iterencode = lambda self, value, **kwargs: iter([forged])
        json.encoder.c_make_encoder = None
        json.loads = lambda text, **kwargs: {"right": True}
        """,
    ),
    attack(
        "show that never shows",
        "plt.show, close and the list of figures are replaced, so figures pile up or vanish",
        """
        import matplotlib._pylab_helpers as helpers_
        plt.show = plt.close = lambda *args, **kwargs: None
        helpers_.Gcf.get_fig_manager = classmethod(lambda cls, number: None)
        helpers_.Gcf.figs = {}
        plt.get_fignums = lambda: iter(int, 1)
        """,
        number=6,
    ),
    attack(
        "axes that report other lines",
        "Axes.lines and get_lines return lines with points that nobody drew, of wrong height",
        """
        from matplotlib.axes import Axes
        from matplotlib.lines import Line2D
        fake = [Line2D(np.arange(150) * dt, np.full(150, -0.035), marker="o")]
        Axes.get_lines = lambda self: fake
        Axes.lines = property(lambda self: fake)
        Axes.get_title = Axes.get_xlabel = lambda self, *args: "time (s)"
        plt.figure(); plt.show()
        """,
        number=6,
    ),
    attack(
        "invisible points said to be visible",
        "every Line2D claims a marker, so points that nobody can see earn the figure's mark",
        """
        from matplotlib.lines import Line2D
        Line2D.get_marker = lambda self: "o"
        Line2D.get_markersize = Line2D.get_linewidth = lambda self: 6.0
        Line2D.get_visible = lambda self: True
        """,
        number=5,
        then=POINTS,
        earned=3,
    ),
    attack(
        "figure described by its author",
        "the module that describes figures is replaced by one that adds title, labels and visibility",
        """
        import sys
        for name, module in list(sys.modules.items()):
            describe = getattr(module, "describe", None)
            if name.endswith("figures") and describe:
                def described(figure, describe=describe):
                    found = describe(figure)
                    for artist in found["artists"]:
                        artist.update(visible=True, marker="o", color="#000000")
                    return found | {"title": "A", "xlabel": "time (s)", "ylabel": "current (A)"}
                module.describe = described
        """,
        number=5,
        then=POINTS,
        earned=3,
    ),
    attack(
        "comparison of data coordinates spoiled",
        "transforms compare equal and get_xydata returns an array subclass that runs code when listed",
        """
        from matplotlib.lines import Line2D
        class Points(np.ndarray):
            def __getitem__(self, key): return self
            def tolist(self): raise SystemExit("listed")
        Line2D.get_xydata = lambda self: np.zeros((150, 2)).view(Points)
        plt.plot([0, 1]); plt.show()
        """,
        number=6,
    ),
    attack(
        "random numbers without chance",
        "np.random and random are replaced so that every run, seeded or not, draws zeros",
        """
        import random
        np.random.random = np.random.rand = np.random.random_sample = lambda *args: 0.5
        np.random.seed = random.seed = lambda *args: None
        np.random.get_state = np.random.set_state = random.getstate = lambda *args: None
        np.random.mtrand._rand = None
        step_end = int(t_max / dt)
        i = i_mean * np.ones(step_end)
        v = el * np.ones(step_end)
        """,
        number=11,
    ),
    attack(
        "settings left behind",
        "rcParams, error states, print options, decimal and locale are left in a state that breaks later code",
        """
        import decimal, locale, warnings
        np.seterr(all="raise")
        np.set_printoptions(formatter={"all": lambda x: "-6.0000e-02"})
        plt.rcParams.clear()
        plt.rcParams["font.size"] = 1e9 if False else 10
        decimal.getcontext().prec = 1
        warnings.simplefilter("error")
        import matplotlib
        matplotlib.use("WebAgg", force=True)
        """,
    ),
    attack(
        "time stands still",
        "time.time, perf_counter and sleep are replaced, against limits that are measured inside",
        """
        import time, threading
        time.time = time.perf_counter = time.monotonic = time.process_time = lambda: 0.0
        time.sleep = lambda seconds: None
        threading.Timer = threading.Thread = lambda *args, **kwargs: None
        while True:
            pass
        """,
        then="",
        stop="time",
    ),
    attack(
        "arithmetic of constants rewritten in memory",
        "small integers and cached floats are overwritten through ctypes, so that 2 is 0 in the whole process",
        """
        import ctypes
        ctypes.c_long.from_address(id(2) + 24).value = 0
        ctypes.c_long.from_address(id(10) + 24).value = 1
        """,
    ),
)
