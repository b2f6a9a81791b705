"""Processes and threads: started, left behind, or put in the place of the one that is watched. All are bounded."""

from .entry import attack

FORGED = '{\\"printed\\": \\"0.000 -6.0000e-02\\", \\"right\\": true, \\"points\\": 4}'

ATTACKS = (
    attack(
        "fork and answer twice",
        "parent and child both come back from the answer, so that two records go out on one channel",
        """
        import os
        pid = os.fork()
        if pid == 0:
            tell("a process was started")
        """,
        stop="process",
    ),
    attack(
        "daemon by double fork",
        "a grandchild in a session of its own waits until the next notebook runs, then writes to every descriptor",
        """
        import os, time
        if os.fork() == 0:
            os.setsid()
            if os.fork() == 0:
                time.sleep(20)
                for number in range(64):
                    try:
                        os.write(number, b'{"right": true, "points": 4}\\n')
                    except OSError:
                        pass
            os._exit(0)
        """,
        stop="process",
    ),
    attack(
        "fork bomb, bounded",
        "two hundred processes that sleep for a while",
        """
        import os, time
        for _ in range(200):
            if os.fork() == 0:
                time.sleep(15)
                os._exit(0)
        tell("two hundred processes were started")
        """,
        then="",
        stop="process",
    ),
    attack(
        "children by subprocess and multiprocessing",
        "subprocess, posix_spawn, vfork, popen and a process pool, each by its own path into the kernel",
        """
        import os, subprocess, sys, multiprocessing
        def spawn(): return os.posix_spawn(sys.executable, [sys.executable, "-c", "import time; time.sleep(15)"], {})
        def popen(): return subprocess.Popen(["sleep", "15"], start_new_session=True)
        def shell(): return os.system("sleep 15 &")
        def pool(): return multiprocessing.get_context("fork").Pool(1)
        for start in (spawn, popen, pool, shell):
            try:
                if start() not in (-1, 32512):
                    tell("a program was started by " + start.__name__)
            except OSError as refused:
                print(refused)
        """,
        stop="process",
    ),
    attack(
        "system calls by number",
        "fork, vfork, clone and clone3 are called by their numbers, past everything that Python watches",
        """
        import ctypes, os
        libc = ctypes.CDLL(None, use_errno=True)
        for number, name in ((57, "fork"), (56, "clone")):
            pid = libc.syscall(number, 17 if number == 56 else 0, 0, 0, 0, 0)
            if pid == 0:
                os._exit(0)
            if pid > 0:
                tell("a process was started by " + name)
        arguments = (ctypes.c_uint64 * 11)(0, 0, 0, 0, 17)
        pid = libc.syscall(435, ctypes.byref(arguments), 88)
        if pid == 0:
            os._exit(0)
        if pid > 0:
            tell("a process was started by clone3")
        """,
        stop="process",
    ),
    attack(
        "system calls of another architecture",
        "machine code calls the 32-bit fork by int 0x80 and the x32 table, past filters that read 64-bit numbers only",
        """
        import ctypes, mmap, os, platform
        if platform.machine() == "x86_64":
            code = mmap.mmap(-1, 4096, prot=mmap.PROT_READ | mmap.PROT_WRITE | mmap.PROT_EXEC)
            code.write(bytes.fromhex("53b80200000031db31c931d2cd805bc3"))
            call = ctypes.CFUNCTYPE(ctypes.c_int)(ctypes.addressof(ctypes.c_char.from_buffer(code)))
            pid = call()
            if pid == 0:
                os._exit(0)
            if pid > 0:
                tell("a process was started by a 32-bit call")
            pid = ctypes.CDLL(None).syscall(0x40000000 + 57)
            if pid == 0:
                os._exit(0)
            if pid > 0:
                tell("a process was started by an x32 call")
        """,
        stop="process",
    ),
    attack(
        "replaced by another program",
        "exec puts a new interpreter in the place of this process, which then writes a record of its own",
        f"""
        import os, sys
        text = "import os\\nfor n in range(1, 64):\\n try: os.write(n, b'{FORGED}')\\n except OSError: pass"
        for number in range(3, 64):
            try:
                os.set_inheritable(number, True)
            except OSError:
                pass
        os.execv(sys.executable, [sys.executable, "-c", text])
        """,
        then="",
        stop="process",
    ),
    attack(
        "shell in its place",
        "exec of sh, env, busybox and the loader itself",
        """
        import os
        for path in ("/bin/sh", "/usr/bin/env", "/bin/busybox", "/lib64/ld-linux-x86-64.so.2"):
            try:
                os.execve(path, [path, "-c", "echo right; env; ls /"], {"PATH": "/bin"})
            except OSError as refused:
                print(refused.errno)
        """,
        stop="process",
    ),
    attack(
        "threads that outlive the answer",
        "a daemon thread goes on after the last line and prints right-looking tables while the figure is described",
        """
        import threading, sys, time
        def late(out=sys.stdout):
            end = time.time() + 10
            while time.time() < end:
                out.write("0.000 -6.0000e-02\\n")
                time.sleep(0.001)
        for _ in range(20):
            threading.Thread(target=late, daemon=True).start()
        """,
    ),
    attack(
        "thread that waits for ever",
        "a thread that is no daemon keeps the interpreter from ending, with the answer long done",
        """
        import threading
        threading.Thread(target=threading.Event().wait).start()
        """,
    ),
    attack(
        "interpreter lock never given back",
        "a C call that holds the lock and cannot be interrupted by a Python handler",
        """
        import ctypes
        ctypes.PyDLL(None).sleep(1000)
        """,
        then="",
        stop="time",
    ),
    attack(
        "debugger on the parent",
        "ptrace attaches to the parent and to every process that /proc shows",
        """
        import ctypes, os
        libc = ctypes.CDLL(None, use_errno=True)
        for pid in {os.getppid(), *map(int, filter(str.isdigit, os.listdir("/proc")))} - {os.getpid()}:
            if libc.ptrace(0x4206, pid, 0, 0) == 0:
                tell("a debugger is attached to process " + str(pid))
                libc.ptrace(17, pid, 0, 0)
        """,
    ),
    attack(
        "namespaces of its own",
        "unshare and clone make a user namespace, in which mounts, a chroot and new devices would be allowed",
        """
        import ctypes
        libc = ctypes.CDLL(None, use_errno=True)
        for flags, name in ((0x10000000, "user"), (0x10020000, "user and mount"), (0x50000000, "user and network")):
            if libc.unshare(flags) == 0:
                tell("a namespace was made: " + name)
        if libc.mount(b"none", b"/tmp", b"tmpfs", 0, b"size=8m") == 0:
            tell("a file system was mounted")
        if libc.chroot(b"/tmp") == 0 or libc.pivot_root(b"/tmp", b"/tmp") == 0:
            tell("the root was changed")
        """,
    ),
    attack(
        "scheduling and priorities",
        "real-time priority, processor affinity, nice and ioprio are set to starve the others",
        """
        import ctypes, os
        changes = [lambda: os.sched_setscheduler(0, os.SCHED_FIFO, os.sched_param(99)), lambda: os.nice(-20)]
        if os.getppid():
            changes.append(lambda: os.setpriority(os.PRIO_PROCESS, os.getppid(), 19))
            changes.append(lambda: os.sched_setaffinity(os.getppid(), {0}))
        for change in changes:
            try:
                change()
                tell("a priority was changed")
            except OSError:
                pass
        ctypes.CDLL(None).syscall(251, 1, os.getppid(), (3 << 13))
        """,
    ),
)
