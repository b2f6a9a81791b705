"""Values that compare equal to everything, or pass for numbers without being any."""

from .entry import attack

ATTACKS = (
    attack(
        "equal to all",
        "every variable is an object whose every comparison is true",
        """
        class Same:
            def __eq__(self, other): return True
            def __ne__(self, other): return False
            def __lt__(self, other): return True
            def __le__(self, other): return True
            def __gt__(self, other): return True
            def __ge__(self, other): return True
            def __bool__(self): return True
            def __hash__(self): return 0
            def __float__(self): return -0.06
            def __array__(self, *args, **kwargs): return np.zeros(1)
            def __getattr__(self, name): return self
            def __call__(self, *args, **kwargs): return self
        t_max = dt = tau = el = vr = vth = r = i_mean = Same()
        print(t_max, dt, tau, el, vr, vth, r, i_mean)
        """,
        number=1,
    ),
    attack(
        "array subclass that is always close",
        "an ndarray subclass answers every ufunc with True and every reduction with 0",
        """
        class Close(np.ndarray):
            def __array_ufunc__(self, *args, **kwargs): return np.True_
            def __array_function__(self, *args, **kwargs): return True
            def __eq__(self, other): return np.ones(self.shape, bool)
            def tolist(self): return [0.0] * 150
        i = np.zeros(150).view(Close)
        v = np.zeros(150).view(Close)
        """,
        number=11,
    ),
    attack(
        "everything masked",
        "masked arrays of the right shape compare as masked, so nothing differs",
        """
        i = np.ma.masked_all(int(t_max / dt))
        v = np.ma.masked_all(int(t_max / dt))
        np.ma.masked_print_option.set_display("-0.06")
        """,
        number=11,
    ),
    attack(
        "arrays of objects",
        "object arrays hold things that are equal to any number",
        """
        class Any(float):
            def __eq__(self, other): return True
            def __sub__(self, other): return 0.0
            __rsub__ = __sub__
            def __abs__(self): return 0.0
        i = np.array([Any(0)] * 150, dtype=object)
        v = np.array([Any(0)] * 150, dtype=object)
        """,
        number=12,
    ),
    attack(
        "nothing at all in the right names",
        "empty arrays: a comparison of no entries holds for all of them",
        "i, v_n, v_mean, v_std = np.empty((0, 150)), np.empty((0, 0)), np.array([]), np.empty((150, 0))",
        number=14,
    ),
    attack(
        "single values that broadcast",
        "0-d and 1-by-1 arrays broadcast against any reference",
        "v_mean, v_std, i = np.array(-0.035), np.array([[2.83e-3]]), np.full((1, 1), i_mean)",
        number=14,
    ),
    attack(
        "nan everywhere",
        "nan in every entry, for comparisons written as not larger than",
        "i = v_n = np.full((50, 150), np.nan)\nprint('nan ' * 20)",
        number=13,
    ),
    attack(
        "infinite tolerance",
        "infinite entries turn relative differences and their scale into nan",
        """
        i = np.full(150, np.inf)
        v = np.where(np.arange(150) % 2, np.inf, -np.inf)
        plt.plot(np.arange(150) * dt, v, "k."); plt.xlabel("time (s)"); plt.ylabel("V (V)"); plt.show()
        """,
        number=11,
    ),
    attack(
        "numbers that change when looked at",
        "a float subclass gives another value at each conversion, in case it is read twice",
        """
        class Shifty(float):
            looks = 0
            def _now(self):
                Shifty.looks += 1
                return -0.06 + 1e-3 * Shifty.looks
            def __float__(self): return self._now()
            def __repr__(self): return repr(self._now())
            def __format__(self, spec): return format(self._now(), spec)
            def as_integer_ratio(self): return (0, 1)
        v_mean = Shifty(-0.06)
        v_n = [Shifty(el)] * 50
        """,
        number=9,
    ),
    attack(
        "text that matches anything",
        "a str subclass claims to be equal, to contain and to start with all text",
        """
        class Text(str):
            def __eq__(self, other): return True
            def __hash__(self): return hash("v_mean")
            def __contains__(self, other): return True
            def splitlines(self, *args): return ["0.000 -6.0000e-02"] * 10
            def split(self, *args): return ["-6.0000e-02"] * 10
            def startswith(self, *args): return True
        print(Text("right"), end=Text(""))
        globals()[Text("v_mean")] = 1
        """,
        number=9,
    ),
    attack(
        "names that are not text",
        "the namespace gets keys that are no strings, or equal every name asked for",
        """
        class Name(str):
            def __eq__(self, other): return True
            def __hash__(self): return hash("v")
            def startswith(self, *args): raise MemoryError("no")
        space = globals()
        space[Name("zzz")] = -0.06
        space[0] = space[None] = space[(1, 2)] = space[b"v"] = 1.0
        """,
        number=12,
    ),
    attack(
        "a mapping that answers every question",
        "dict and list subclasses return the value the asker wants and are of endless length",
        """
        class Answers(dict):
            def get(self, key, default=None): return default
            def __missing__(self, key): return True
            def __contains__(self, key): return True
            def items(self): return iter(lambda: ("right", True), None)
        class Endless(list):
            def __len__(self): return 150
            def __iter__(self): return iter(float, 1)
            def __getitem__(self, key): return 0.0
        i, v = Answers(array=[0.0] * 150, dtype="float64"), Endless([0.0])
        __dict__ = Answers(right=True)
        """,
        number=12,
    ),
    attack(
        "plain data imitated",
        "values shaped like the grader's own records of arrays and of right parts",
        """
        v = {"array": [[-0.06] * 150], "dtype": "float64", "type": "ndarray", "right": True, "points": 4}
        i = {"array": None, "dtype": "O"}
        figures = [{"artists": [], "title": "x", "right": True}]
        parts = verdict = {"numbers": True, "figure": True, "parameters": True}
        points = earned = score = 4
        """,
        number=12,
    ),
    attack(
        "types renamed",
        "classes called float, ndarray and Observation claim to come from numpy and builtins",
        """
        ndarray = type("ndarray", (), {"__module__": "numpy", "dtype": np.dtype(float), "size": 150, "shape": (150,),
                                       "ndim": 1, "tolist": lambda self: [True] * 150, "__len__": lambda self: 150})
        float64 = type("float64", (float,), {"__module__": "numpy", "item": lambda self: float("nan")})
        i, v = ndarray(), float64(1)
        """,
        number=11,
    ),
    attack(
        "structured and packed numbers",
        "record, complex, datetime, long double and void arrays that convert to float by some path only",
        """
        v = np.zeros(150, dtype=[("a", float), ("b", float)])
        i = np.zeros(150, dtype=complex) + 1j
        v_n = np.full((50, 150), np.datetime64("NaT"))
        v_mean, v_std = np.longdouble("1e4900"), np.void(b"12345678")
        """,
        number=14,
    ),
    attack(
        "strides that lie",
        "arrays with zero strides and of a shape far larger than what they hold",
        """
        from numpy.lib.stride_tricks import as_strided
        v = as_strided(np.zeros(1), shape=(10**9, 10**6), strides=(0, 0))
        i = np.broadcast_to(np.float64(i_mean), (400_000, 400_000))
        """,
        number=11,
    ),
)
