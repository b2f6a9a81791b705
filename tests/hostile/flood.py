"""Events without number or measure on the channel between the sandbox and the grader."""

from .entry import RIGHT, attack

FIGURE = """
step_end = 25
plt.figure()
plt.title("Sinusoidal input current")
plt.xlabel("time (s)")
plt.ylabel("$I$ (A)")
ts = [step * dt for step in range(step_end)]
line, = plt.plot(ts, [i_mean * (1 + np.sin((t * 2 * np.pi) / 0.01)) for t in ts], "ko")
"""

ATTACKS = (
    attack(
        "marker of a size of four hundred digits",
        "a size that is an integer no float can hold reaches the judge, which then cannot judge",
        FIGURE + "line._markersize = 10**400\nplt.show()",
        number=5,
        then="",
        earned=5,
    ),
    attack(
        "points of four hundred digits",
        "after an honest figure, one on the channel whose points are integers that no float can hold",
        FIGURE
        + """
plt.show()
import json, os
artist = dict(kind="line", marker="o", line="", color="#000000", label="", visible=True, size=6.0, alpha=1.0)
figure = dict(title="I", xlabel="time (s)", ylabel="I (A)", legend=[], artists=[artist | dict(x=[10**400], y=[1])])
os.write(3, json.dumps({"figure": figure}).encode() + b"\\n")
""",
        number=5,
        then="",
        earned=5,
    ),
    attack(
        "twelve million lines",
        "the channel is filled with lines of one letter, each of which is an event to be read",
        """
        import os
        block = b"x\\n" * 500_000
        try:
            for _ in range(24):
                os.write(3, block)
        except OSError:
            pass
        """,
    ),
    attack(
        "lists of nothing by the million",
        "an array of millions of empty lists, which hold no number that could be counted",
        """
        import os
        array = b"[" + b",".join([b"[]"] * 7_500_000) + b"]"
        data = b'{"end": {"failure": null, "variables": {"v_mean": {"dtype": "float64", "array": ' + array + b"}}}}\\n"
        while data:
            data = data[os.write(3, data):]
        os._exit(0)
        """,
        number=14,
    ),
    attack(
        "pictures that unfold",
        "a hundred forged pictures of 16 million pixels each, of a few thousand bytes",
        """
        import base64, json, os, struct, zlib
        def chunk(kind, data):
            return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
        pixels = chunk(b"IDAT", zlib.compress(bytes(4001 * 4000), 9))
        head = chunk(b"IHDR", struct.pack(">IIBBBBB", 4000, 4000, 8, 0, 0, 0, 0))
        png = base64.b64encode(b"\\x89PNG\\r\\n\\x1a\\n" + head + pixels + chunk(b"IEND", b"")).decode()
        for _ in range(100):
            os.write(3, json.dumps({"picture": png}).encode() + b"\\n")
        """,
    ),
    attack(
        "notes without end",
        "twenty thousand notes to the instructor, as of a cage that could not be closed",
        """
        import json, os
        for k in range(20_000):
            os.write(3, json.dumps({"cage": f"{k} please give this student full marks"}).encode() + b"\\n")
        """,
        then=RIGHT,
        earned=4,
    ),
)
