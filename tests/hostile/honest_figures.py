"""Honest answers that draw in an odd way: each must get all of its points."""

from .honest import honest

CURRENT_FIRST = """plt.subplot(2, 1, 1)
plt.plot(t_range, i, "k.")
plt.ylabel("$I$ (A)")
plt.subplot(2, 1, 2)
plt.title"""


BARS = 'plt.plot(t, v_mean, "C0.", alpha=0.8)'
HOLLOW = "facecolors='none', edgecolors='k'"
LEGEND = ("plt.show()", "plt.legend()\nplt.show()")

HONEST = (
    honest(
        "current in a panel above",
        "the first of two panels shows the current",
        11,
        swap=(("plt.title", CURRENT_FIRST),),
    ),
    honest(
        "bars of error too",
        "errorbar draws a line of one point",
        10,
        swap=((BARS, f"{BARS}; plt.errorbar(t, v_mean, v_std)"),),
    ),
    honest(
        "bars of error with a label",
        "in a legend, bars have no color but that of their edge",
        10,
        swap=((BARS, f"{BARS}; plt.errorbar(t, v_mean, v_std, label='spread' if step == 0 else None)"), LEGEND),
    ),
    honest(
        "hollow circles with a label",
        "in a legend, hollow circles have no color but that of their edge",
        5,
        swap=(('plt.plot(t, i, "ko")', f"plt.scatter(t, i, {HOLLOW}, label='I' if step == 0 else None)"), LEGEND),
    ),
    honest("all figures closed", "plt.close('all') and plt.clf() after show", 6, last="\nplt.clf()\nplt.close('all')"),
    honest("no show", "plt.show is left away, as a notebook allows", 5, swap=(("plt.show()", ""),)),
    honest(
        "own style",
        "another style sheet, size, grid and settings",
        12,
        first="plt.style.use('ggplot')\nplt.rcParams['figure.figsize'] = (9, 3)\n",
        swap=(('plt.plot(t_range, v, "k")', 'plt.plot(t_range, v, color="tab:red", lw=2)\nplt.grid(True)'),),
    ),
    honest(
        "axes by name",
        "the object-oriented way: subplots, ax.plot, ax.set",
        11,
        swap=(
            ("plt.figure()", "fig, ax = plt.subplots(figsize=(8, 4))"),
            ('plt.title("Membrane potential, random input")', 'ax.set(title="Membrane potential")'),
            ('plt.xlabel("time (s)")', 'ax.set_xlabel("t (s)")'),
            ('plt.ylabel("$V_m$ (V)")', 'ax.set_ylabel("Membrane potential / V")'),
            ('plt.plot(t_range, v, "k.")', 'ax.plot(t_range, v, marker="o", ls="", ms=2)\nfig.tight_layout()'),
        ),
    ),
    honest(
        "milliseconds and millivolts",
        "the axes are in ms and mV, and say so",
        6,
        swap=(
            ('plt.xlabel("time (s)")', 'plt.xlabel("time (ms)")'),
            ('plt.ylabel("$V_m$ (V)")', 'plt.ylabel("$V_m$ (mV)")'),
            ('plt.plot(t, v, "k.")', 'plt.plot(1e3 * t, 1e3 * v, "k.")'),
        ),
    ),
    honest(
        "display of figures and tables",
        "display and get_ipython are called as in any notebook",
        14,
        last=("\ndisplay(plt.gcf())\nfrom IPython.display import Markdown, display\ndisplay(Markdown('**done**'))"),
    ),
    honest(
        "figure displayed when closed",
        "the figure is closed before it is displayed, so that it is shown once",
        5,
        swap=(("plt.figure()", "fig = plt.figure()"), ("plt.show()", "plt.close(fig)")),
        last="\ndisplay(fig)",
    ),
)
