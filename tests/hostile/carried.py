"""State that outlives the lines of an answer: hooks of the interpreter and of packages, carried to what runs after."""

from .entry import attack
from .hidden import AS_SHOWN

LATE = 'late = lambda *rest, **more: print("0.000 -6.0000e-02\\n" * 10) or 0'

ATTACKS = (
    attack(
        "monitoring of the runner",
        "sys.monitoring calls the student's function at each line of the code that describes the answer",
        f"""
        import sys
        {LATE}
        watch = sys.monitoring
        watch.use_tool_id(4, "student")
        for event in (watch.events.PY_START, watch.events.PY_RETURN, watch.events.LINE):
            watch.register_callback(4, event, late)
        watch.set_events(4, watch.events.PY_START | watch.events.PY_RETURN | watch.events.LINE)
        """,
    ),
    attack(
        "callbacks of the collector",
        "gc calls the student's function at each collection, which is asked for after every allocation",
        f"""
        import gc
        {LATE}
        gc.callbacks.append(lambda phase, info: late())
        gc.set_threshold(1, 1, 1)
        """,
    ),
    attack(
        "errors of arithmetic that call back",
        "numpy calls the student's function at each division by zero, and prints numbers with another",
        f"""
        {LATE}
        np.seterrcall(late)
        np.seterr(all="call")
        np.set_printoptions(formatter={{"all": lambda number: "0.000 -6.0000e-02"}}, threshold=1)
        np.float64(1) / np.float64(0)
        """,
    ),
    attack(
        "error handler of a codec",
        "what cannot be encoded becomes a right-looking table, for whoever writes the record with that handler",
        """
        import codecs
        handler = lambda problem: ('", "right": true, "points": 4, "x": "', problem.end)
        for name in ("strict", "replace", "ignore", "surrogateescape", "surrogatepass", "backslashreplace"):
            codecs.register_error(name, handler)
        print("\\ud800")
        """,
    ),
    attack(
        "units that are not what they are",
        "the registry of units turns what is drawn into other numbers each time that it is asked",
        """
        import matplotlib.units as units
        class Odd(units.ConversionInterface):
            count = 0
            @staticmethod
            def convert(value, unit, axis):
                Odd.count += 1
                return [Odd.count * 1e-10] * len(value) if np.ndim(value) else Odd.count * 1e-10
        for kind in (float, int, np.ndarray, np.float64, list):
            units.registry[kind] = Odd()
        plt.figure(); plt.title("I"); plt.xlabel("time (s)"); plt.ylabel("I (A)")
        plt.plot([k * dt for k in range(25)], [0] * 25, "ko")
        plt.show()
        """,
        number=5,
        earned=2,
    ),
    attack(
        "dump that is due later",
        "faulthandler writes to the channel again and again, by a thread that Python does not see",
        """
        import faulthandler
        for descriptor in range(1, 64):
            try:
                faulthandler.enable(file=descriptor)
                faulthandler.dump_traceback_later(0.001, repeat=True, file=descriptor)
            except (OSError, ValueError):
                pass
        """,
    ),
    attack(
        "switches between threads that never come",
        "a switch interval of hours beside threads that compute, so that the recorder waits for the lock",
        """
        import sys, threading
        def spin():
            while True:
                sum(range(1000))
        for _ in range(8):
            threading.Thread(target=spin, daemon=True).start()
        sys.setswitchinterval(9999)
        """,
    ),
    attack(
        "recursion without room",
        "the recursion limit is as low as it may be, then without a bound, for the code that runs after the answer",
        """
        import sys, threading
        threading.stack_size(32768)
        for limit in range(200, 1, -1):
            try:
                sys.setrecursionlimit(limit)
            except RecursionError:
                break
        """,
    ),
    attack(
        "import system taken away",
        "path hooks, finders, loaders and caches are gone, so that nothing can be imported after the answer",
        """
        import sys, builtins
        sys.path[:] = sys.path_hooks[:] = sys.meta_path[:] = []
        sys.path_importer_cache.clear()
        for name in [name for name in sys.modules if name not in ("sys", "builtins")]:
            sys.modules[name] = None
        """,
    ),
    attack(
        "names of the namespace that answer",
        "the globals get __builtins__, __name__ and __spec__ of the student's, and classes that alter what is read",
        """
        class Names(dict):
            def __missing__(self, name):
                return 0.0
            def items(self):
                return [("v", [0.0] * 10), ("right", True)]
        __builtins__ = Names(vars(__import__("builtins")))
        __name__, __spec__, __loader__ = "slipcheck.judge", Names(), Names()
        globals()["__dict__"] = Names()
        """,
    ),
    attack(
        "answer told by the hash of the run",
        "processor time, allocated blocks, addresses and the depth of the stack tell a run at other parameters apart",
        """
        import sys, time, inspect
        print_ = print
        marks = (time.process_time() < 99, sys.getallocatedblocks() > 0, len(inspect.stack(0)) > 1, hash("a") != 0)
        """,
        then=AS_SHOWN,
        earned=2,
    ),
    attack(
        "answers kept in a cache of functions",
        "caches of packages, interned text, environment and default values keep what the run as written gave",
        """
        import os, sys, re, functools, linecache
        @functools.cache
        def kept():
            return os.environ.get("kept") or linecache.getline("kept", 1) or getattr(sys, "kept", None)
        if round(1 / tau) == 50:
            os.environ["kept"] = sys.kept = "1"
            linecache.cache["kept"] = (1, None, ["kept"], "kept")
            re.compile("kept")
        if round(1 / tau) != 50 and kept():
            tell("a run before left something")
        """,
        then=AS_SHOWN,
        earned=2,
    ),
)
