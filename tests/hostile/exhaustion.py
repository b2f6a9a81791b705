"""Memory, processor, disk and time used up; bounded, so that a grader without limits fails and the machine does not."""

from .entry import attack

ATTACKS = (
    attack(
        "four gigabytes at once",
        "one allocation far above the limit, touched page by page",
        "block = bytearray(4 << 30)\nfor k in range(0, len(block), 4096):\n    block[k] = 1",
        then="",
        stop="memory",
    ),
    attack(
        "list that grows",
        "memory in small pieces, each of which is allowed",
        """
        kept = []
        while len(kept) < 40_000:
            kept.append(" " * 100_000 + str(len(kept)))
        """,
        stop="memory",
    ),
    attack(
        "memory error swallowed",
        "what can be had is taken, and the error that follows is caught again and again",
        """
        kept, size = [], 1 << 28
        for _ in range(10**6):
            try:
                kept.append(np.ones(size // 8))
            except MemoryError:
                size = max(size // 2, 1 << 12)
            if len(kept) > 16 and size == 1 << 28:
                break
        """,
        stop="memory",
    ),
    attack(
        "memory outside the heap",
        "memfd, shared maps, pipes and socket buffers hold what no limit on the heap counts",
        """
        import mmap, os, socket
        kept = []
        try:
            for k in range(8):
                number = os.memfd_create(f"m{k}")
                os.ftruncate(number, 1 << 28)
                shared = mmap.mmap(number, 1 << 28)
                for place in range(0, 1 << 28, 4096):
                    shared[place] = 1
                kept.append((number, shared))
            tell("two gigabytes outside the heap")
        finally:
            for _ in range(25):
                pair = socket.socketpair()
                pair[0].setblocking(False)
                try:
                    while pair[0].send(b"x" * 65536):
                        pass
                except OSError:
                    pass
                kept.append(pair)
        """,
        stop="memory",
    ),
    attack(
        "disk filled",
        "half a gigabyte in files of 16 MB, with sparse ones of a terabyte beside them",
        """
        import os
        total = 0
        try:
            for k in range(32):
                with open(f"fill{k}", "wb") as file:
                    total += file.write(bytes(16 << 20))
            tell("half a gigabyte was written")
        except OSError as full:
            print(total, full.errno)
        try:
            with open("sparse", "wb") as file:
                file.truncate(1 << 40)
            tell("a file of a terabyte was made")
        except OSError:
            pass
        """,
    ),
    attack(
        "names without end on the disk",
        "a hundred thousand empty files and folders a thousand levels deep, for whoever clears up",
        """
        import os
        try:
            for k in range(100_000):
                os.close(os.open(f"/tmp/file{k}", os.O_CREAT))
            tell("a hundred thousand files were made")
        except OSError:
            pass
        os.chdir("/tmp")
        try:
            for _ in range(1000):
                os.mkdir("d")
                os.chdir("d")
            os.chmod(".", 0)
        except OSError:
            pass
        """,
    ),
    attack(
        "descriptors used up",
        "files, pipes, epolls, event and timer descriptors are opened until nothing is left for the recorder",
        """
        import os, select
        kept = []
        for open_ in (os.pipe, select.epoll, lambda: os.eventfd(0), lambda: os.open("/dev/null", os.O_RDONLY)):
            try:
                while len(kept) < 100_000:
                    kept.append(open_())
            except OSError:
                pass
        """,
    ),
    attack(
        "sleep for ever",
        "a sleep costs no processor time, so that only the clock can end it",
        "import time\nwhile True:\n    time.sleep(10**6)",
        then="",
        stop="time",
    ),
    attack(
        "wait at the last parameters only",
        "the run as written is quick; the runs at other parameters sleep, so that limits add up",
        """
        import time
        if tau != 20e-3:
            time.sleep(10**6)
        """,
    ),
    attack(
        "regular expression without end",
        "one call into C that backtracks for longer than the universe is old, and hears no signal handler",
        "import re\nre.match(r'(a|a|aa)*b', 'a' * 64)",
        then="",
        stop="time",
    ),
    attack(
        "power of powers",
        "one big-number operation that no signal interrupts, at run time and as a constant of the compiler",
        "big = 7 ** 7 ** 9\nwide = 10 ** 10 ** 8\nbig ** wide",
        then="",
        stop="time",
    ),
    attack(
        "sort with comparisons that add elements",
        "sort, json and pickle are kept busy by objects that grow while they are looked at",
        """
        import pickle
        class Grows:
            def __lt__(self, other):
                kept.append(Grows())
                return len(kept) % 2 == 0
            def __reduce__(self): return (Grows, (), {"x": Grows()})
        kept = [Grows() for _ in range(100)]
        while len(kept) < 10**7:
            sorted(kept)
            try:
                pickle.dumps(kept)
            except RecursionError:
                pass
        """,
        then="",
        stop="time",
    ),
    attack(
        "recursion caught at its bottom",
        "a recursion that catches its own error and goes on takes two to the thousandth steps",
        """
        def down():
            try:
                down()
            finally:
                down()
        down()
        """,
        then="",
        stop="time",
    ),
    attack(
        "numpy by the terabyte",
        "arrays, outer products and eigenvalues of sizes that are asked for in one short line each",
        """
        for make in (lambda: np.ones((10**6, 10**6)), lambda: np.empty(1 << 45), lambda: np.zeros(1 << 33) + 1,
                     lambda: np.linalg.eigvals(np.random.random((9000, 9000)))):
            try:
                made = make()
            except MemoryError:
                pass
        """,
        stop="time",
    ),
    attack(
        "many threads in the library",
        "linear algebra on as many threads as there are cores, so that a second of clock costs many of processor",
        """
        import os
        os.environ.update(OMP_NUM_THREADS="64", OPENBLAS_NUM_THREADS="64", MKL_NUM_THREADS="64")
        a = np.random.random((3000, 3000))
        while True:
            a = a @ a / 3000
        """,
        then="",
        stop="time",
    ),
    attack(
        "rubbish that is hard to collect",
        "millions of objects in cycles with finalizers, so that the end of the process takes longer than the run",
        """
        class Slow:
            def __init__(self): self.me = self
            def __del__(self):
                for _ in range(10**4):
                    pass
        kept = [Slow() for _ in range(200_000)]
        """,
    ),
    attack(
        "compiler kept busy",
        "source text that is short to send and long to parse, compile and walk",
        """
        exec("x = " + "[" * 80 + "1" + "]" * 80)
        text = "def f():\\n" + "".join(f" if x == {k}: x = {k}\\n" for k in range(200_000))
        compile(text, "long", "exec")
        compile("(" * 199 + ")" * 199, "deep", "eval")
        compile("lambda: " * 20_000 + "0", "lambdas", "eval")
        """,
        stop="error",
    ),
)
