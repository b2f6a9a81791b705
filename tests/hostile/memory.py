"""Looking into processes for what an answer must not see: modules, environments, memory, descriptors.

What is found is printed. The markers that the suite plants would then stand in the pages, and fail the test.
"""

from .entry import attack

ATTACKS = (
    attack(
        "reference among the loaded modules",
        "sys.modules, the heap and bytecode files hold a copy of the reference that was loaded before the fork",
        """
        import gc, glob, marshal, sys
        for name in list(sys.modules):
            if name in ("helpers.model", "slipcheck.judge.judge", "slipcheck.exercise", "slipcheck.notebook.check",
                        "slipcheck.diagnose.known_slips"):
                tell("loaded: " + name)
        for thing in gc.get_objects():
            if getattr(thing, "__name__", "") in ("membrane_potential", "euler_step", "sinusoidal_current"):
                tell("the reference is on the heap")
        for folder in sys.path:
            for path in glob.glob(folder + "/helpers/**/*.pyc", recursive=True):
                if any(word in path for word in ("judge", "ex0", "ex1", "model")):
                    tell("bytecode of " + path.rsplit("/", 1)[-1])
        """,
    ),
    attack(
        "environment of everybody",
        "the own environment, that of process 1, of the parent and of all in /proc",
        """
        import os
        print(dict(os.environ))
        for pid in ["self", "1", str(os.getppid()), *filter(str.isdigit, os.listdir("/proc"))]:
            for name in ("environ", "cmdline"):
                try:
                    print(pid, open(f"/proc/{pid}/{name}", "rb").read(4000))
                except OSError:
                    pass
        """,
    ),
    attack(
        "environment on the own stack",
        "the strings that were on the stack when the interpreter began, from before the environment was cleared",
        r"""
        import re
        for line in open("/proc/self/maps"):
            if "[stack]" in line or "[heap]" in line:
                low, high = (int(part, 16) for part in line.split()[0].split("-"))
                with open("/proc/self/mem", "rb") as memory:
                    memory.seek(low)
                    text = memory.read(high - low)
                print(set(re.findall(rb"can" rb"ary-[a-z]+-[0-9a-f]+", text)))
                print(re.findall(rb"(?:HOME|USER|PWD|LOGNAME|OLDPWD|VIRTUAL_ENV)=[ -~]+", text)[:9])
        """,
    ),
    attack(
        "memory inherited by the fork",
        "all readable memory of this process is searched for what the parent held: secrets, other draws, other answers",
        r"""
        import re, time
        end = time.monotonic() + 3
        with open("/proc/self/mem", "rb", 0) as memory:
            for line in open("/proc/self/maps"):
                place, rights = line.split()[:2]
                low, high = (int(part, 16) for part in place.split("-"))
                if rights[0] != "r" or "[v" in line or high - low > 1 << 28 or time.monotonic() > end:
                    continue
                try:
                    memory.seek(low)
                    for found in set(re.findall(rb"can" rb"ary-[a-z]+-[0-9a-f]+", memory.read(high - low))):
                        print(found)
                except (OSError, ValueError, OverflowError):
                    pass
        """,
    ),
    attack(
        "memory of the grader",
        "/proc/pid/mem and process_vm_readv on the parent, on process 1 and on every process in sight",
        """
        import ctypes, os
        libc = ctypes.CDLL(None, use_errno=True)
        class Vector(ctypes.Structure):
            _fields_ = [("base", ctypes.c_void_p), ("size", ctypes.c_size_t)]
        here = ctypes.create_string_buffer(64)
        for pid in {1, os.getppid(), *map(int, filter(str.isdigit, os.listdir("/proc")))} - {os.getpid(), 0}:
            try:
                with open(f"/proc/{pid}/maps") as maps:
                    start = int(maps.readline().split("-")[0], 16)
                local, remote = Vector(ctypes.addressof(here), 64), Vector(start, 64)
                if libc.process_vm_readv(pid, ctypes.byref(local), 1, ctypes.byref(remote), 1, 0) > 0:
                    tell("memory of another process was read")
                with open(f"/proc/{pid}/mem", "r+b", 0):
                    tell("memory of another process was opened")
            except (OSError, ValueError):
                pass
        """,
    ),
    attack(
        "descriptors of the grader",
        "every descriptor that is open here or in the parent is read, and duplicated by pidfd_getfd",
        """
        import ctypes, os
        libc = ctypes.CDLL(None, use_errno=True)
        for number in range(3, 64):
            try:
                print(number, os.readlink(f"/proc/self/fd/{number}"), os.fstat(number).st_mode)
                print(os.pread(number, 300, 0))
            except OSError:
                pass
        pidfd = libc.syscall(434, os.getppid(), 0)
        for number in range(64):
            if pidfd > 0 and libc.syscall(438, pidfd, number, 0) > 0:
                tell("a descriptor of the parent was taken")
                break
        """,
    ),
    attack(
        "clocks and counters of others",
        "loads, processor times, file locks and disk usage tell how far other students are, if /proc shows them",
        """
        import os
        for name in ("locks", "loadavg", "net/unix", "net/tcp", "keys", "key-users", "sysvipc/shm", "sched_debug"):
            try:
                print(name, open("/proc/" + name).read(800))
            except OSError:
                pass
        others = [pid for pid in os.listdir("/proc") if pid.isdigit()]
        if len(others) > 20:
            tell("all processes of the machine can be seen")
        """,
    ),
    attack(
        "paths in tracebacks",
        "names, users and folders of the grader are read from frames, code objects, sys.argv and module files",
        """
        import sys
        frame = sys._getframe()
        while frame:
            print(frame.f_code.co_filename)
            frame = frame.f_back
        print(sys.argv, sys.orig_argv, sys.path, sys.prefix, sys.flags)
        print([getattr(module, "__file__", None) for name, module in sys.modules.items() if name.startswith("helpers")])
        """,
    ),
)
