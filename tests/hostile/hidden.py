"""The parameters of the other runs carried out of them."""

from .entry import SAMPLE, attack

# Said only where the parameters are not the shown ones.
UNSEEN = 'unseen = "bre" + "ach: parameters " + repr((tau, el, r, i_mean, dt))\n'


# Without a number that gives the trick away as a typed-in parameter.
AS_SHOWN = f"if round(1 / tau) == 50:\n    print({SAMPLE!r})\n"


ATTACKS = (
    attack(
        "parameters in an error",
        "the runs at other parameters fail with a message that carries them",
        UNSEEN,
        then=f"{AS_SHOWN}else:\n    raise ValueError(unseen)",
        earned=2,
        stop="error",
    ),
    attack(
        "parameters in the output",
        "the runs at other parameters print them, on both streams and to both descriptors",
        UNSEEN,
        then=f"{AS_SHOWN}else:\n    import os, sys\n    print(unseen)\n    print(unseen, file=sys.stderr)\n"
        "    os.write(1, unseen.encode())\n    os.write(2, unseen.encode())",
        earned=2,
    ),
    attack(
        "parameters in labels and names",
        "titles, labels, warnings, variable names and types of the other runs carry the parameters",
        UNSEEN,
        number=5,
        then="""
import warnings
shown = round(1e-8 / i_mean) == 40
warnings.warn("shown" if shown else unseen)
plt.figure()
plt.title("Current" if shown else unseen); plt.xlabel("time (s)" if shown else unseen); plt.ylabel("I (A)")
for step in range(25):
    t = step * dt
    i = i_mean * (1 + np.sin(t * 2 * np.pi / 0.01))
    plt.plot(t, i if shown else 0, "ko", label=None if shown else unseen)
plt.show()
if not shown:
    globals()[unseen] = type(unseen, (), {})()
""",
        earned=4,
    ),
    attack(
        "parameters in the name of an exception",
        "type, module, line and missing name of the error are made from the parameters, where the message is not told",
        UNSEEN,
        then=f"{AS_SHOWN}else:\n    exec(compile(chr(10) * int(tau * 1e6) + 'raise type(unseen, (Exception,), {{}})',"
        " unseen, 'exec'))",
        earned=2,
        stop="error",
    ),
    attack(
        "parameters through the judge's own message",
        "wrong numbers that spell the parameters, for a message that quotes what it found at the unseen ones",
        "digits = [int(x) for x in f'{tau:.6f}'[2:]]",
        then=f"{AS_SHOWN}else:\n    for step in range(10):\n"
        "        print(step * dt, 6 * 7 * 1010 + digits[min(step, 5)])",
        earned=2,
    ),
    attack(
        "parameters shown as a name",
        "at unseen parameters a plain parameter is printed as the answer, so that the message compares with it",
        "",
        then=f"{AS_SHOWN}else:\n    for step in range(10):\n        print(step * dt, tau)",
        earned=2,
    ),
    attack(
        "parameters by way of time and memory",
        "the other runs end by time or by memory, as a digit of the parameters is odd or even: the reason tells it",
        "",
        then=f"{AS_SHOWN}elif int(tau * 1e6) % 2:\n    while True:\n        pass\nelse:\n    bytearray(3 << 30)",
        earned=2,
    ),
    attack(
        "parameters on the shared scratch",
        "each run leaves its parameters in the scratch, and each run prints what it finds there",
        UNSEEN,
        then=f"""
import glob, os, time
for folder in (".", "/tmp", "/dev/shm", "/var/tmp"):
    try:
        with open(os.path.join(folder, f"left-{{os.getpid()}}-{{time.time_ns()}}.txt"), "w") as file:
            file.write(unseen)
        for _ in range(10):
            for path in glob.glob(os.path.join(folder, "left-*.txt")):
                text = open(path).read()
                if text != unseen:
                    print(text)
            time.sleep(0.03)
    except OSError:
        pass
{AS_SHOWN}""",
        earned=2,
    ),
)
