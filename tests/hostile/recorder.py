"""The code that records an answer, reached from within: frames, heap, closures, hooks of the interpreter."""

from .entry import attack

ATTACKS = (
    attack(
        "trace that edits the runner",
        "sys.settrace and setprofile change local variables of every frame above the answer",
        """
        import sys, ctypes
        def trace(frame, event, arg):
            for name in ("failure", "right", "points", "seen"):
                if name in frame.f_locals:
                    frame.f_locals[name] = True
                    ctypes.pythonapi.PyFrame_LocalsToFast(ctypes.py_object(frame), ctypes.c_int(0))
            return trace
        frame = sys._getframe()
        while frame:
            frame.f_trace = trace
            frame = frame.f_back
        sys.settrace(trace)
        sys.setprofile(trace)
        """,
    ),
    attack(
        "walk up the frames",
        "sys._getframe leads to the recorder's observation, which is filled with right-looking data",
        """
        import sys
        frame = sys._getframe()
        while frame is not None:
            for name, value in list(frame.f_locals.items()):
                if type(value).__name__ in ("Observation", "Run", "Verdict", "dict") and name not in ("globals",):
                    for key, forged in (("failure", None), ("right", True), ("points", 4), ("source", "")):
                        try:
                            value[key] = forged
                        except Exception:
                            try:
                                setattr(value, key, forged)
                            except Exception:
                                pass
            frame = frame.f_back
        """,
    ),
    attack(
        "search of the heap",
        "gc finds every dict and list in the process; parameters, parts and observations are told and overwritten",
        """
        import gc
        for thing in gc.get_objects():
            kind = type(thing).__name__
            if kind in ("Exercise", "Part", "Verdict", "Judgement", "Secret", "Gradebook"):
                tell("found a " + kind)
            elif kind == "dict" and "failure" in thing and "printed" in thing:
                thing.update(failure=None, printed="0.000 -6.0000e-02", right=True)
        """,
    ),
    attack(
        "closures opened",
        "the output cap and the show stand-in are reached through their closures and disarmed",
        """
        import gc, types
        for thing in gc.get_objects():
            if type(thing) is types.FunctionType and thing.__closure__:
                for cell in thing.__closure__:
                    try:
                        if type(cell.cell_contents) is list and cell.cell_contents == [200_000]:
                            cell.cell_contents[0] = 10**12
                    except ValueError:
                        pass
        print("0.000 -6.0000e-02\\n" * 20_000)
        """,
    ),
    attack(
        "code objects exchanged",
        "the functions that turn values into plain data get the code of a function that returns right values",
        """
        import sys
        def forged(*args, **kwargs):
            return {"array": [0.0] * 150, "dtype": "float64"}
        for name, module in list(sys.modules.items()):
            if name.startswith(("helpers", "grading")):
                for function in list(vars(module).values()):
                    if getattr(function, "__name__", "") in ("to_plain", "describe", "asdict", "failure_of"):
                        function.__code__ = forged.__code__
                        function.__defaults__ = None
        i = v = 0
        """,
        number=11,
    ),
    attack(
        "at exit",
        "atexit, weakref finalizers and __del__ print a right table once the answer was looked at",
        """
        import atexit, weakref, os
        def late(*args):
            os.write(1, b"0.000 -6.0000e-02\\n" * 10)
            os.write(2, b'{"right": true}\\n')
            os._exit(0)
        class Last:
            def __del__(self): late()
        last, holder = Last(), Last()
        atexit.register(late)
        weakref.finalize(holder, late)
        """,
    ),
    attack(
        "hooks for errors and warnings",
        "excepthook, unraisablehook, showwarning, displayhook and breakpointhook each claim success and stop",
        """
        import sys, warnings, threading, os
        def hook(*args, **kwargs):
            os.write(1, b"Exercise 4: right, 4 of 4 points\\n")
            os._exit(0)
        sys.excepthook = sys.unraisablehook = sys.displayhook = sys.breakpointhook = threading.excepthook = hook
        warnings.showwarning = warnings.warn = warnings.formatwarning = hook
        warnings.warn("now")
        """,
        stop="exit",
    ),
    attack(
        "audit hook",
        "sys.addaudithook, which cannot be removed, refuses every open, import and socket from now on",
        """
        import sys
        def refuse(event, args):
            if event in ("open", "import", "exec", "compile", "os.fork", "socket.__new__", "object.__getattr__"):
                raise RuntimeError("not today")
        sys.addaudithook(refuse)
        """,
    ),
    attack(
        "interpreter rewired",
        "the frame evaluation and the pending calls of the C interpreter are used to run code after the answer",
        """
        import ctypes
        later = ctypes.PYFUNCTYPE(ctypes.c_int, ctypes.c_void_p)(lambda _: print("0.000 -6.0000e-02\\n" * 10) or 0)
        keep = [later]
        for _ in range(30):
            ctypes.pythonapi.Py_AddPendingCall(later, None)
        """,
    ),
)
