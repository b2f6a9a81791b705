"""Exits, crashes, signals and loops that do not want to be stopped."""

from .entry import RIGHT, SAMPLE, attack

LITERAL = f'print("""{SAMPLE}""", end="", flush=True)'

ATTACKS = (
    attack(
        "os._exit without a word",
        "the process ends with status 0 before anything is recorded: silence must not be full marks",
        "import os\nos._exit(0)",
        stop="exit",
    ),
    attack(
        "sample printed, then os._exit",
        "a literal table is printed and the process ended, so that no check can object",
        "import os",
        then=f"{LITERAL}\nos._exit(0)",
        earned=2,
        stop="exit",
    ),
    attack(
        "os._exit in a cell after a right answer",
        "a later cell must not cost the other notebooks, the other students or the run",
        "",
        then=RIGHT,
        after=("import os\nos._exit(0)",),
        earned=4,
    ),
    attack(
        "exit with a status of its own",
        "every status from 0 to 255 and sys.exit with odd objects, in case one of them means passed",
        """
        import os, sys
        class Passed(SystemExit):
            code = 0
            def __init__(self, *args): super().__init__({"points": 4, "right": True})
        if el < -0.06:
            os._exit(77)
        raise Passed
        """,
        then="",
        stop="exit",
    ),
    attack(
        "abort",
        "SIGABRT by os.abort, with faulthandler writing to a descriptor that it found",
        """
        import faulthandler, os
        for number in range(3, 64):
            try:
                faulthandler.enable(number)
            except Exception:
                pass
        os.abort()
        """,
        stop="killed",
    ),
    attack(
        "segmentation fault",
        "a null pointer is read through ctypes",
        "import ctypes\nctypes.string_at(0)",
        stop="killed",
    ),
    attack(
        "stack of C exhausted",
        "deep recursion inside the interpreter, with the recursion limit out of the way",
        """
        import sys
        sys.setrecursionlimit(2**31 - 1)
        class Deep:
            def __getattr__(self, name): return getattr(self, name + "x")
        deep = lambda n: deep(n + 1)
        nested = []
        for _ in range(10**6):
            nested = [nested]
        repr(nested)
        deep(0)
        """,
        stop="killed",
    ),
    attack(
        "illegal code object",
        "a code object with bytes of no meaning is run by the interpreter",
        """
        def empty(): pass
        exec(empty.__code__.replace(co_code=bytes([100, 200, 83, 0] * 64), co_stacksize=0))
        """,
        stop="killed",
    ),
    attack(
        "signals to itself",
        "every catchable and uncatchable signal is raised, stop signals included",
        """
        import os, signal
        for number in (signal.SIGUSR1, signal.SIGPIPE, signal.SIGHUP, signal.SIGALRM, signal.SIGTSTP, signal.SIGTTIN):
            signal.signal(number, signal.SIG_IGN)
        os.kill(os.getpid(), signal.SIGSTOP)
        """,
        stop="time",
    ),
    attack(
        "signals to the parent",
        "the process that started this one is stopped, then killed",
        """
        import os, signal
        for number in (signal.SIGSTOP, signal.SIGTERM, signal.SIGKILL):
            os.kill(os.getppid(), number)
        """,
    ),
    attack(
        "signals to the group and to all",
        "killpg and kill(-1), in the small process namespace only that a sandbox should be",
        """
        import os, signal
        for target in (os.killpg, os.kill):
            try:
                target(0, signal.SIGTERM)
            except OSError:
                pass
        if os.getpid() < 100:
            for pid in (1, -1):
                os.kill(pid, signal.SIGKILL)
        """,
        stop="killed",
    ),
    attack(
        "parent death and dumps",
        "prctl sets the signal of a parent's death, the name, dumpability, and becomes a reaper of others' children",
        """
        import ctypes
        libc = ctypes.CDLL(None)
        libc.prctl(1, 0, 0, 0, 0)
        libc.prctl(15, b"python -m grading", 0, 0, 0)
        libc.prctl(4, 1, 0, 0, 0)
        libc.prctl(36, 1, 0, 0, 0)
        libc.ptrace(0, 0, 0, 0)
        """,
    ),
    attack(
        "timers and handlers replaced",
        "setitimer is cleared and every handler ignores its signal, then the loop begins",
        """
        import signal
        for number in signal.valid_signals():
            try:
                signal.signal(number, signal.SIG_IGN)
            except (OSError, ValueError):
                pass
        signal.pthread_sigmask(signal.SIG_BLOCK, signal.valid_signals())
        for timer in (signal.ITIMER_REAL, signal.ITIMER_PROF, signal.ITIMER_VIRTUAL):
            signal.setitimer(timer, 0)
        while True:
            pass
        """,
        then="",
        stop="time",
    ),
    attack(
        "every exception swallowed",
        "a loop within a loop catches BaseException, in generators and finally blocks too",
        """
        def forever():
            while True:
                try:
                    while True:
                        yield 1
                except BaseException:
                    continue
                finally:
                    continue
        while True:
            try:
                for _ in forever():
                    pass
            except BaseException:
                pass
        """,
        then="",
        stop="time",
    ),
    attack(
        "limits raised",
        "resource limits are raised again from inside, then used up within reason",
        """
        import os, resource
        for kind in (resource.RLIMIT_CPU, resource.RLIMIT_AS, resource.RLIMIT_NPROC, resource.RLIMIT_FSIZE):
            for wanted in ((-1, -1), (resource.getrlimit(kind)[1],) * 2):
                try:
                    resource.setrlimit(kind, wanted)
                except (OSError, ValueError):
                    pass
        while True:
            os.getpid()
        """,
        then="",
        stop="time",
    ),
    attack(
        "error whose message is an object",
        "exceptions with arguments that raise when shown, a type without a name, and a chain without an end",
        """
        class Silent(BaseException):
            def __str__(self): raise self
            __repr__ = __str__
            __traceback__ = property(lambda self: self)
        Silent.__name__ = "\\ud800<script>" + "x" * 10**6
        Silent.__qualname__ = Silent.__name__
        one, other = Silent(), Silent()
        one.__cause__, other.__cause__ = other, one
        raise one
        """,
        then="",
        stop="error",
    ),
    attack(
        "group of a hundred thousand errors",
        "an exception group, nested and with long notes, for whoever formats tracebacks",
        """
        problem = ValueError("x" * 10**6)
        for k in range(300):
            problem = ExceptionGroup("y" * 1000, [problem, KeyError("z")])
            problem.add_note("n" * 10_000)
        raise ExceptionGroup("wide", [problem] + [ValueError(k) for k in range(100_000)])
        """,
        then="",
        stop="error",
    ),
)
