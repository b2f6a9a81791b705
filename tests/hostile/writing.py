"""Writing to what belongs to others, and leaving things for the next notebook.

An entry opens for writing and leaves the content as it was; that it could is what it tells.
"""

from .entry import WALK, attack

ATTACKS = (
    attack(
        "gradebook opened for writing",
        "gradebook, marks, feedback and autograded notebooks are opened for writing wherever they are found",
        WALK
        + """
for path in walk("/", ("gradebook", "grades.csv", ".ipynb", ".html", "secret")):
    try:
        open(path, "r+b").close()
        tell("writable: " + path.rsplit("/", 1)[-1])
    except OSError:
        pass
""",
    ),
    attack(
        "own mark in the gradebook",
        "sqlite3 opens the gradebook by its likely paths and sets the own score",
        """
        import glob, sqlite3
        for path in ("gradebook.db", "../gradebook.db", "../../gradebook.db", "../../../gradebook.db",
                     *glob.glob("/srv/*/gradebook.db"), *glob.glob("/course*/gradebook.db")):
            try:
                base = sqlite3.connect(f"file:{path}?mode=rw", uri=True, timeout=0.2)
                base.execute("update grade set auto_score = 100 where 0")
                tell("the gradebook was updated")
            except sqlite3.Error:
                pass
        """,
    ),
    attack(
        "interpreter and packages changed",
        "the interpreter, its packages, the helpers and system files are opened for writing",
        """
        import os, sys, numpy
        paths = [sys.executable, numpy.__file__, os.__file__, "/etc/passwd", "/etc/ld.so.preload", "/bin/sh"]
        paths += [module.__file__ for name, module in sys.modules.items()
                  if name.startswith("helpers") and getattr(module, "__file__", None)]
        for path in paths:
            for flags in (os.O_RDWR, os.O_RDWR | os.O_APPEND):
                try:
                    os.close(os.open(path, flags))
                    tell("writable: " + path.rsplit("/", 1)[-1])
                except OSError:
                    pass
        """,
    ),
    attack(
        "bytecode cache poisoned",
        "__pycache__ of packages and helpers gets a new file, or a directory on sys.path can be written",
        """
        import os, sys
        for folder in sys.path:
            for place in (folder, os.path.join(folder, "__pycache__"), os.path.join(folder, "helpers", "__pycache__")):
                if os.path.isdir(place) and os.access(place, os.W_OK) and not place.startswith(("/tmp", os.getcwd())):
                    tell("a folder of modules is writable")
        """,
    ),
    attack(
        "kernel settings",
        "core_pattern and its like under /proc/sys and /sys are opened for writing",
        """
        import os
        for name in ("kernel/core_pattern", "kernel/modprobe", "kernel/hostname", "vm/overcommit_memory",
                     "fs/binfmt_misc/register", "kernel/randomize_va_space", "net/ipv4/ip_forward"):
            try:
                os.close(os.open("/proc/sys/" + name, os.O_WRONLY))
                tell("a setting of the kernel is writable: " + name)
            except OSError:
                pass
        for path in ("/proc/sysrq-trigger", "/sys/kernel/uevent_helper", "/sys/fs/cgroup/cgroup.procs",
                     "/proc/1/oom_score_adj", f"/proc/{os.getppid()}/oom_score_adj"):
            try:
                os.close(os.open(path, os.O_WRONLY))
                tell("a file of the kernel is writable: " + path)
            except OSError:
                pass
        """,
    ),
    attack(
        "device nodes and rights",
        "mknod, chmod with set-user bits, chown, setuid, capabilities and hard links to foreign files",
        """
        import ctypes, os, stat, sys
        def node(): os.mknod("/tmp/disk", 0o600 | stat.S_IFBLK, os.makedev(8, 0)); open("/tmp/disk", "rb").close()
        def link(): os.link(sys.executable, "/tmp/linked"); os.close(os.open("/tmp/linked", os.O_RDWR))
        def own(): os.chown("/etc/passwd", os.getuid(), -1)
        for change in (node, link, own):
            try:
                change()
                tell("rights were gained by " + change.__name__)
            except OSError:
                pass
        print(os.getresuid(), os.getgroups(), [line for line in open("/proc/self/status") if line.startswith("Cap")])
        """,
    ),
    attack(
        "note for the next notebook",
        "files, sockets and pipes in every folder that can be written, for the notebook that runs after this one",
        """
        import os, socket, tempfile
        for top in ("/tmp", "/dev/shm", "/var/tmp", "/run", "/", "/home", os.getcwd(), tempfile.gettempdir(), "/dev"):
            for name in ("note-for-the-next", ".note-for-the-next"):
                try:
                    with open(os.path.join(top, name), "w") as file:
                        file.write(f"tau={tau} el={el}")
                    os.mkfifo(os.path.join(top, name + ".pipe"))
                    socket.socket(socket.AF_UNIX).bind(os.path.join(top, name + ".socket"))
                except OSError:
                    pass
        """,
    ),
    attack(
        "note in the kernel",
        "shared segments, semaphores, message queues and the user's keyring outlive a process",
        """
        import ctypes
        libc = ctypes.CDLL(None, use_errno=True)
        print(libc.shmget(0x6C6966, 4096, 0o1666), libc.semget(0x6C6966, 1, 0o1666), libc.msgget(0x6C6966, 0o1666))
        for ring in (-3, -4, -5):
            print(libc.syscall(248, b"user", b"note-for-the-next", b"tau", 3, ring))
        print(libc.mq_open(b"/note-for-the-next", 0o102, 0o666, None) if hasattr(libc, "mq_open") else "")
        """,
    ),
    attack(
        "note to the parent",
        "a warm parent that is forked for every notebook is changed through its memory, its cwd, its limits, its files",
        """
        import ctypes, os, resource
        parent = os.getppid()
        if parent:
            for change in (lambda: resource.prlimit(parent, resource.RLIMIT_NOFILE, (3, 3)),
                           lambda: open(f"/proc/{parent}/mem", "r+b").close(),
                           lambda: open(f"/proc/{parent}/comm", "w").write("4 of 4"),
                           lambda: os.listdir(f"/proc/{parent}/fd")):
                try:
                    change()
                    tell("the parent can be changed or looked into")
                except (OSError, ValueError, PermissionError):
                    pass
        os.chdir("/")
        os.umask(0)
        """,
    ),
    attack(
        "offsets of shared descriptors",
        "inherited files share their offset, flags and locks with the parent: all are moved, set and held",
        """
        import fcntl, os
        for number in range(64):
            for change in (lambda n: os.lseek(n, 0, os.SEEK_END), lambda n: os.ftruncate(n, 0),
                           lambda n: fcntl.fcntl(n, fcntl.F_SETFL, os.O_NONBLOCK | os.O_ASYNC),
                           lambda n: fcntl.flock(n, fcntl.LOCK_EX | fcntl.LOCK_NB),
                           lambda n: fcntl.fcntl(n, fcntl.F_SETOWN, os.getppid()), os.fsync):
                try:
                    change(number)
                except (OSError, ValueError):
                    pass
        """,
    ),
    attack(
        "locks on common files",
        "exclusive locks and leases on the interpreter's files, which every other process shares, are kept to the end",
        """
        import fcntl, os, sys, time
        held = []
        for name in list(sys.modules)[:300]:
            path = getattr(sys.modules[name], "__file__", None)
            if path and len(held) < 40:
                held.append(os.open(path, os.O_RDONLY))
                fcntl.flock(held[-1], fcntl.LOCK_EX | fcntl.LOCK_NB)
        time.sleep(8)
        """,
    ),
    attack(
        "keys typed into the terminal",
        "TIOCSTI and TIOCLINUX put characters into the terminal of whoever started the grader",
        """
        import fcntl, os, termios
        for path in (0, 1, 2, "/dev/tty", "/dev/console", "/dev/pts/0"):
            try:
                number = path if isinstance(path, int) else os.open(path, os.O_RDWR | os.O_NOCTTY)
                fcntl.ioctl(number, termios.TIOCSTI, b" ")
                tell("a key was typed into the terminal")
            except OSError:
                pass
        """,
    ),
    attack(
        "links where the grader will write",
        "the scratch is filled with links that have the names of results, so that the grader writes through them",
        """
        import os
        for folder in (".", "/tmp", os.environ.get("TMPDIR", "/tmp")):
            for name in ("result.json", "result", "out", "output.json", "observation.json", "figure.png", "stdout",
                         "stderr", "nb.ipynb", "04_membrane_potential.ipynb", ".cache", "core", "report.json"):
                try:
                    os.symlink("/etc/passwd", os.path.join(folder, name))
                except OSError:
                    pass
        """,
    ),
)
