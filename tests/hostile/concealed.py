"""Figures with the right numbers that cannot be seen, or whose words cannot be read; and faint ones that can."""

from .entry import Attack, attack, tidy

WORDS = """
fig = plt.figure()
plt.title("Sinusoidal input current")
plt.xlabel("time (s)")
plt.ylabel("$I$ (A)")
ax = plt.gca()
"""
CURRENT = """
step_end = 25
x = [step * dt for step in range(step_end)]
y = [i_mean * (1 + np.sin((t * 2 * np.pi) / 0.01)) for t in x]
"""
MEAN = """
np.random.seed(2020)
step_end = int(t_max / dt)
n = 50
t = np.linspace(0, t_max, num=step_end, endpoint=False)
v_n = el * np.ones([n, step_end])
i = i_mean * (1 + 0.1 * (t_max / dt) ** 0.5 * (2 * np.random.random([n, step_end]) - 1))
for step in range(1, step_end):
    v_n[:, step] = v_n[:, step - 1] + dt / tau * (el - v_n[:, step - 1] + r * i[:, step - 1])
v_mean, v_std = np.mean(v_n, axis=0), np.std(v_n, axis=0, ddof=1)
plt.figure()
plt.xlabel("time (s)")
plt.ylabel("$V_m$ (V)")
plt.plot(t, v_n[-1], "k", label="one")
"""
CURVES = 'plt.plot(t, v_mean, label="m"); plt.plot(t, v_mean + v_std, label="s"); plt.plot(t, v_mean - v_std)'
AREAS = "[plt.fill_between(t, c, c, lw=0, label=c[9]) for c in (v_mean, v_mean + v_std, v_mean - v_std)]"
DOTS = 'plt.plot(x, y, "ko")'
SHEET = "ax.add_patch(plt.Rectangle((0, 0), 1, 1, transform=ax.transAxes, zorder=9"
UNSEEN = {
    "almost white": 'plt.plot(x, y, "o", color="#fefefe")',
    "white on axes without a face": 'ax.set_facecolor("none"); plt.plot(x, y, "wo")',
    "transparent color": 'plt.plot(x, y, "o", color="#00000002")',
    "edge without a width": 'plt.plot(x, y, "o", mfc="none", mec="k", mew=0)',
    "axes not visible": f"{DOTS}; ax.set_visible(False)",
    "axes of no size": f"{DOTS}; ax.set_position([0, 0, 1e-6, 1e-6])",
    "limits elsewhere": f"{DOTS}; plt.xlim(5, 6)",
    "logarithm elsewhere": f'{DOTS}; plt.yscale("log"); plt.ylim(1e3, 1e4)',
    "sheet of white above": f'{DOTS}; {SHEET}, fc="w"))',
    "sheet of grey above": f'{DOTS}; {SHEET}, fc="0.5"))',
    "white before an area": 'plt.plot(x, y, "wo"); plt.fill_between([-1, 1], -1, 1, color="w")',
    "fat line above": f'{DOTS}; plt.plot([0, 1], [3e-10, 3e-10], "C7", lw=900, zorder=9)',
    "grid above": f'{DOTS}; ax.set_axisbelow(False); plt.grid(lw=900, color="w")',
    "legend above": f'{DOTS}; plt.plot([], [], label="a"); plt.legend(frameon=True, framealpha=1, borderpad=99)',
    "axes above": f"{DOTS}; fig.add_axes([0, 0, 1, 1], zorder=9, xticks=[], yticks=[])",
    "image above": f"{DOTS}; fig.figimage(np.ones((2000, 2000, 3)), zorder=9)",
    "letter above": f'{DOTS}; fig.text(0, -1, chr(9608) * 3, fontsize=2000, color="w", zorder=9)',
    "clipped to nothing": f"{DOTS}; ax.lines[0].set_clip_path(plt.Circle((0, 0), 0, transform=ax.transAxes))",
    "marker of an empty path": 'from matplotlib.path import Path; plt.plot(x, y, marker=Path([(0, 0)]), ls="", mew=0)',
    "effect of no alpha": "from matplotlib.patheffects import Stroke; plt.plot(x, y, path_effects=[Stroke(alpha=0)])",
    "filter to nothing": f"{DOTS}; ax.lines[0].set_agg_filter(lambda image, dpi: (image * 0, 0, 0))",
    "animated": 'plt.plot(x, y, "ko", animated=True)',
    "one marker of many": 'plt.plot(x, y, "ko", markevery=1000)',
    "dashes of gaps": 'plt.plot(x, y, "k", dashes=[1e-9, 1e9], dash_capstyle="butt")',
    "scatter of one size": 'plt.scatter(x, y, s=[9] + [0] * 24, c="k", linewidths=0)',
    "scatter of one color": 'plt.scatter(x, y, c=["k"] + ["none"] * 24)',
    "scatter without a path": 'plt.scatter(x, y, c="k").set_paths([])',
    "scatter in inches": 'plt.scatter(x, y, c="k", transform=fig.dpi_scale_trans)',
    "area of no height": 'plt.fill_between(x, y, y, lw=0, color="k")',
    "draw that does nothing": f"{DOTS}; ax.lines[0].draw = lambda renderer: None",
    "axes that draw nothing": f"{DOTS}; ax.draw = lambda renderer: None",
    "error on drawing": f"{DOTS}; ax.draw = lambda renderer: 1 / 0",
    "others in sight": 'plt.plot(x, y, "k.", visible=False); plt.plot(x, [1e-11 * k for k in range(25)], "ko")',
    "one place in sight": 'plt.plot(x[:1] * 500 + x, y[:1] * 500 + y, "ko"); plt.xlim(-0.001, 0.0005)',
    "eighth figure": f"plt.close()\nfor k in range(7): plt.plot(x); plt.show()\n{tidy(WORDS)}\n{DOTS}; plt.xlim(5, 6)",
    "figure of no size": f"{DOTS}; fig.set_size_inches(0.01, 0.01)",
    "axis off": f'{DOTS}; plt.axis("off")',
    "words in white": f'{DOTS}; [each.set_color("w") for each in (ax.title, ax.xaxis.label, ax.yaxis.label)]',
    "words not visible": f"{DOTS}; [each.set_visible(False) for each in (ax.title, ax.xaxis.label, ax.yaxis.label)]",
    "words of no size": f"{DOTS}; [each.set_fontsize(0.01) for each in (ax.title, ax.xaxis.label, ax.yaxis.label)]",
    "words below": f'{DOTS}; ax.set_zorder(-1); fig.add_artist(plt.Rectangle((0, 0), 1, 0.12, fc="w", zorder=9))',
    "label far away": f'{DOTS}; plt.xlabel("time (s)", labelpad=1e5)',
    "title of no width": f'{DOTS}; plt.title("\\u200b")',
    "title of blanks": f'{DOTS}; plt.title(r"$\\ $")',
    "nearly white, all of it": 'plt.plot(x, y, "o", color="#f8f8f8"); '
    '[each.set_color("#f8f8f8") for each in (ax.title, ax.xaxis.label, ax.yaxis.label)]',
    "nearly white points": 'plt.plot(x, y, "o", color="#f8f8f8")',
    "five points in view": f"{DOTS}; plt.xlim(-0.0005, 0.0045)",
    "five values in view": f"{DOTS}; plt.ylim(4.6e-10, 5.1e-10)",
    "half of it": f"{DOTS}; plt.xlim(0, 0.012)",
    "all in one place": f"{DOTS}; plt.xlim(-1e3, 1e3)",
    "words of three points": f"{DOTS}; [each.set_fontsize(3) for each in (ax.title, ax.xaxis.label, ax.yaxis.label)]",
    "words nearly white": f'{DOTS}; [each.set_color("#e8e8e8") for each in (ax.title, ax.xaxis.label, ax.yaxis.label)]',
    "one label for all": f'{DOTS}; [name("I, V (A, V), t (s), i (A), $V_m$ (V)") for name in (plt.xlabel, plt.ylabel)]',
    "two quantities a label": f'{DOTS}; plt.xlabel("time (s), current (A)"); plt.ylabel("current (A), time (s)")',
    "labels of empty axes": f'plt.cla(); {DOTS}; plt.axes(visible=False).set(title="I", xlabel="t (s)", ylabel="i, A")',
}  # fmt: skip
UNREAD = {
    "legend not visible": f"{CURVES}; plt.legend().set_visible(False)",
    "legend off the page": f"{CURVES}; plt.legend(bbox_to_anchor=(100, 100))",
    "legend of blanks": f"{CURVES}; plt.legend(['\\u200b', '\\u200c', '\\u200d'])",
    "legend below": f"{CURVES}; plt.legend(); plt.axes([0, 0, 1, 1], zorder=9, xticks=[], yticks=[])",
    "areas of no height": f"{AREAS}; plt.legend()",
}  # fmt: skip
SEEN = {
    "made tight": f"{DOTS}; plt.tight_layout()",
    "limits looked at": f"{DOTS}; print(plt.ylim())",
    "saved first": f'{DOTS}; plt.savefig("figure.png")',
    "pixels": 'plt.plot(x, y, "k,")',
    "faint": 'plt.plot(x, y, "k.", alpha=0.05)',
    "light grey": 'plt.plot(x, y, ".", color="0.9")',
    "thin line": 'plt.plot(x, y, "k", lw=0.1)',
    "long gaps": 'plt.plot(x, y, "k", ls=(0, (5, 20)))',
    "large open markers": 'plt.plot(x, y, "ko", mfc="w", ms=30)',
    "one size a point": "plt.scatter(x, y, s=range(25))",
    "below others": f'{DOTS}; plt.plot(x, y, "ro", ms=12)',
    "nearly all of it": f"{DOTS}; plt.xlim(0, 0.0235)",
    "room around": f"{DOTS}; plt.xlim(-0.1, 0.2); plt.ylim(-1e-9, 2e-9)",
    "small grey words": f'{DOTS}; [each.set(size=6, c="0.5") for each in (ax.title, ax.xaxis.label, ax.yaxis.label)]',
    "words on words": f'{DOTS}; plt.ylabel("current I at time t (A)"); plt.xlabel("time t of the current (s)")',
    "below a legend": 'plt.plot(x, y, "k.", label="current"); plt.legend(loc="center", frameon=True, framealpha=1)',
    "title high above": f"{DOTS}; plt.title('current', y=1.2)",
    "on an image": f'plt.imshow([[0, 1]], extent=(0, 0.024, 0, 5e-10), aspect="auto"); {DOTS}',
    "on a dark figure": 'fig.set_facecolor("k"); ax.set_facecolor("k"); plt.plot(x, y, "w.")\n'
    'for each in (ax.title, ax.xaxis.label, ax.yaxis.label): each.set_color("w")',
    "beside a second scale": f'{DOTS}; plt.twinx().plot(x, [1e9 * each for each in y], "r.")',
}  # fmt: skip


def figure(name: str, draw: str, earned: int) -> Attack:
    """Exercise 5: right numbers are worth 3 points, what can be seen of them 2."""
    return attack(
        f"figure: {name}",
        f"right numbers, and a figure: {name}",
        f"{tidy(CURRENT)}\n{tidy(WORDS)}\n{draw}\nplt.show()",
        number=5,
        then="",
        earned=earned,
    )


def curves(name: str, draw: str, earned: int) -> Attack:
    """The same of exercise 14."""
    return attack(
        f"curves: {name}",
        f"right curves, and a figure: {name}",
        f"{tidy(MEAN)}\n{draw}\nplt.show()",
        number=14,
        then="",
        earned=earned,
    )


ATTACKS = (*(figure(name, UNSEEN[name], 3) for name in UNSEEN), *(curves(name, UNREAD[name], 3) for name in UNREAD))
BESIDE = f'{CURVES}; plt.legend(bbox_to_anchor=(1.02, 1), loc="upper left")'
HONEST = (*(figure(name, SEEN[name], 5) for name in SEEN), curves("legend beside", BESIDE, 5))
