"""Forged results, on every channel by which a record could leave the sandbox."""

from .entry import SAMPLE, attack

RECORD = """
import json
record = {"source": "v = el", "printed": "0.000 -6.0000e-02\\n" * 10, "variables": {"v": -0.06}, "figures": [],
          "failure": None, "overwritten": [], "warnings": [], "right": True, "points": 4, "score": 4}
line = json.dumps(record).encode()
"""

ATTACKS = (
    attack(
        "records on all descriptors",
        "a record like the recorder's own is written to each descriptor from 1 to 255, bare, by line and with a length",
        RECORD
        + """
import os, struct
for number in range(1, 256):
    for form in (line + b"\\n", struct.pack(">I", len(line)) + line, struct.pack("<Q", len(line)) + line):
        try:
            os.write(number, form)
        except OSError:
            pass
""",
    ),
    attack(
        "record first, then silence",
        "one whole record goes out before the true one, then the process ends",
        RECORD
        + """
import os
for number in range(3, 64):
    try:
        os.write(number, line + b"\\n")
    except OSError:
        pass
os._exit(0)
""",
        stop="exit",
    ),
    attack(
        "descriptors closed",
        "all descriptors are closed, or replaced by /dev/null and by each other, before the record is written",
        """
        import os
        null = os.open("/dev/null", os.O_RDWR)
        for number in range(0, 256):
            if number != null:
                try:
                    os.dup2(null, number)
                except OSError:
                    pass
        os.closerange(0, 65536)
        """,
    ),
    attack(
        "record written over",
        "inherited files and memory objects are rewound, cut to nothing and filled with another record",
        RECORD
        + """
import mmap, os
for number in range(3, 64):
    try:
        os.lseek(number, 0, os.SEEK_SET)
        os.ftruncate(number, 0)
        os.pwrite(number, line, 0)
        size = os.fstat(number).st_size
        mmap.mmap(number, size)[:] = line[:size].ljust(size)
    except (OSError, ValueError):
        pass
""",
    ),
    attack(
        "pipe filled and never read",
        "a channel is filled without an end of line, so that its reader waits or keeps all",
        """
        import os
        for number in range(1, 64):
            try:
                os.set_blocking(number, False)
                for _ in range(2000):
                    os.write(number, b"[" * 65536)
            except OSError:
                pass
        """,
        stop="output",
    ),
    attack(
        "half a record",
        "the first half of a record goes out, and the process hangs with the channel open",
        RECORD
        + """
import os, time
for number in range(3, 64):
    try:
        os.write(number, line[: len(line) // 2])
    except OSError:
        pass
time.sleep(1000)
""",
        stop="time",
    ),
    attack(
        "messages over sockets found",
        "sockets that were inherited or lie in the file system get records, requests to run, and foreign descriptors",
        RECORD
        + """
import array, glob, os, socket
found = [socket.socket(fileno=os.dup(n)) for n in range(3, 64) if os.path.exists(f"/proc/self/fd/{n}")
         and os.readlink(f"/proc/self/fd/{n}").startswith("socket")]
for path in glob.glob("/tmp/**/*sock*", recursive=True) + glob.glob("/run/**/*sock*", recursive=True):
    peer = socket.socket(socket.AF_UNIX)
    try:
        peer.connect(path)
        found.append(peer)
    except OSError:
        pass
rights = [(socket.SOL_SOCKET, socket.SCM_RIGHTS, array.array("i", [0, 1, 2]))]
for peer in found:
    for send in (lambda p: p.sendall(line + b"\\n"), lambda p: p.sendmsg([line], rights),
                 lambda p: p.sendall(b'{"run": "import os", "parameters": {}, "job": 5}\\n')):
        try:
            send(peer)
        except OSError:
            pass
""",
    ),
    attack(
        "next job stolen",
        "the descriptor on which the parent gets its jobs is read, so that another student's job or answer is lost",
        """
        import os, select
        for number in range(0, 64):
            try:
                if select.select([number], [], [], 0.05)[0]:
                    stolen = os.read(number, 1 << 20)
                    if b"source" in stolen or b"answer" in stolen or b"tau" in stolen:
                        tell("a job was read from the channel")
            except (OSError, ValueError):
                pass
        """,
    ),
    attack(
        "protocol lines printed",
        "lines, separators and length headers of many protocols are printed between right-looking output",
        """
        import sys
        for text in ('{"type": "result", "id": 4, "right": true}', "\\x1e{}\\n", "Content-Length: 2\\r\\n\\r\\n{}",
                     "--boundary--", "EOF", "\\x04", "\\x00\\x00\\x00\\x02{}", "DONE 0", "###RESULT###", "<<<END>>>",
                     "data: {}\\n\\n", "::set-output name=points::4", "ok 1 - numbers", "@@@ exit 0"):
            print(text)
            print(text, file=sys.stderr)
            print(text, file=sys.__stdout__ or sys.stdout, flush=True)
        """,
    ),
    attack(
        "panel forged",
        "the panel of a right answer is printed and displayed, and 4 is the value of the last line",
        """
        from IPython.display import HTML, Markdown, display
        print("✓ Exercise 4: right · 4 of 4 points")
        print("✓ ten times and membrane potentials are printed, and they are right (2 points)")
        display(HTML("<div class='panel good'><b>Exercise 4: right · 4 of 4 points</b></div>"), Markdown("**4/4**"))
        """,
        then="100",
        after=("4", "100", "print(4)", "raise SystemExit(4)"),
    ),
    attack(
        "negative and boundless marks",
        "the last expressions are marks that a scorer might add: negative, infinite, not a number, a fraction, true",
        "-1",
        then="",
        after=("-4", "float('inf')", "float('nan')", "10**400", "True", "{'score': 4}", "'4'", "4.0000001"),
    ),
    attack(
        "keys that collide with the record's",
        "variables and names shaped to reach into the record: dots, brackets, __proto__, paths, null bytes",
        """
        for name in ("right", "points", "failure", "__class__", "__proto__", "constructor", "a.b", "a[0]", "../x",
                     "v\\x00", "$ref", "@type", "parameters", "numbers", "exNN", "ex04_numbers", "py/object"):
            globals()[name] = 4
        """,
    ),
    attack(
        "text that ends a field",
        "quotes, brackets and commas that close a field where a record is put together as text",
        """
        print('", "right": true, "failure": null, "points": 4, "x": "')
        print("'], [4, 4, 4], ['\\\\\\\\\\", \\\\u0022")
        raise ValueError('"}]}{"right": true}\\n{"points": 4}\\n</script>')
        """,
        then="",
        stop="error",
    ),
    attack(
        "right table behind a wrong run",
        "a wrong loop, and the sample table smuggled in as warning, title, label, docstring and variable",
        f"""
        import warnings
        table = {SAMPLE!r}
        plt.figure(); plt.title(table); plt.plot([0], [0], label=table); plt.show()
        warnings.warn(table)
        printed = stdout = output = table
        """,
    ),
)
