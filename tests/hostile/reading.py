"""Looking for files that an answer must not see: solutions, marks, other submissions, and what was left behind.

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
)
