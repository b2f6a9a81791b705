"""Figures that hold up whoever draws them again, and right numbers that stand where nobody sees them."""

from .concealed import CURRENT, DOTS, WORDS, figure
from .entry import Attack, attack, tidy

WRONG_DOTS = 'plt.plot(x, [1e-11 * k for k in range(25)], "ko")'
COVERED = {
    "box of its own": f"from matplotlib.transforms import Bbox; {DOTS}; ax.lines[0].set_clip_box(Bbox(np.eye(2)))",
    "edge of the axes as a sheet": f'{DOTS}; ax.spines["left"].set(linewidth=2000, edgecolor="w", zorder=9)',
    "ticks as a sheet": f'{DOTS}; plt.tick_params(length=900, width=900, color="w", direction="in", zorder=9)',
    "in an inset": "ax.inset_axes([0, 0, 1, 1]).plot(x, y, 'ko')",
    "on a second axis, unseen": f"{WRONG_DOTS}; plt.twinx().plot(x, y, 'ko', alpha=0)",
    "in another figure, unseen": f"{WRONG_DOTS}; plt.figure(); plt.plot(x, y, 'ko', alpha=0)",
    "between nan": "plt.plot([x, x], [y, [np.nan] * 25], color='k')",
    "as a picture": "plt.imshow([y], extent=(0, 0.024, 0, 5e-10), aspect='auto')",
    "as a table": "plt.table([[f'{a:.3f}', f'{b:.4e}'] for a, b in zip(x, y)])",
    "as words": "[plt.text(a, b, 'o', alpha=0) for a, b in zip(x, y)]",
    "as arrows": "[plt.annotate('', (a, b), (a, b)) for a, b in zip(x, y)]",
    "in a rug of no length": "plt.eventplot([x], linelengths=0); plt.vlines(x, y, y, linewidth=0)",
}  # fmt: skip
NUMBERS = {
    "categories": "plt.plot([str(each) for each in x], y, 'ko')",
    "dates": "plt.plot(np.array(range(25), 'datetime64[ms]'), y, 'ko')",
    "complex points": "plt.plot(x, np.array(y) * (0.5 + 1j), 'ko')",
    "long doubles and decimals": "import decimal; plt.plot(x, [decimal.Decimal(each) * 2 for each in y], 'ko')",
    "objects that give another number each time": """
class Other:
    count = 0
    def __float__(self):
        Other.count += 1
        return 1e-11 * Other.count
plt.plot(x, np.array([Other() for _ in x], object), 'ko')
""",
    "lengths that are no lengths": """
class Long(list):
    def __len__(self): return 10**12
    def __getitem__(self, place): return 1e-10
    def __iter__(self): return iter([1e-10] * 25)
plt.plot(x, Long(), 'ko')
""",
    "limits at the end of all numbers": f"{WRONG_DOTS}; plt.xlim(-1e308, 1e308); plt.ylim(5e-324, 1e-323)",
    "aspect without end": f"{WRONG_DOTS}; ax.set_aspect(1e-300)",
    "hundred scales": f"{WRONG_DOTS}\nfor k in range(100): plt.twinx().set_ylim(0, 10.0**k); plt.xscale('symlog')",
    "ten thousand artists of each kind": """
for k in range(10_000): ax.add_line(plt.Line2D([0, 1], [k, k]))
for k in range(3_000): ax.add_patch(plt.Circle((k, k), 1)); ax.text(k, k, 'o'); plt.scatter([k], [k])
""",
    "brackets of a formula": "plt.title('$' + r'\\left(' * 60 + 'I' + r'\\right)' * 60 + '$')",
    "fractions of fractions": "plt.title('$' + r'\\frac{I}{' * 100 + '1' + '}' * 100 + '$')",
    "roots of scripts": "plt.title('$' + 'I_{' * 150 + '}' * 150 + '$'); plt.xlabel('$' + r'\\sqrt{' * 99 + '$')",
    "fonts by the thousand": "plt.rcParams['font.family'] = [f'font {k}' for k in range(20_000)]; plt.title('I')",
    "formulas in every tick": "plt.xticks(np.linspace(0, 1, 500), ['$' + r'\\frac{1}{2}' * 60 + '$'] * 500)",
    "legends of formulas": "[plt.plot([0], [0], label='$' + 'x^2' * 60 + '$') for _ in range(99)]; plt.legend(ncols=9)",
    "marker of a million corners": """
from matplotlib.path import Path
plt.plot(np.linspace(0, 1, 20_000), np.zeros(20_000), marker=Path(np.random.random((200_000, 2))), ls='')
""",
    "dashes of no length": "plt.plot([0, 1e6], [0, 1], ls=(0, (1e-7, 1e-7))); plt.plot([0, 1], dashes=[1e-300] * 2)",
    "line that goes to and fro": "plt.plot([0, 1] * 100_000, np.random.random(200_000), lw=900, alpha=0.5)",
    "order of nan": "plt.plot(x, [0] * 25, 'ko', zorder=float('nan')); plt.plot(x, ms=float('inf'), lw=float('nan'))",
}  # fmt: skip


def numbers(name: str, draw: str) -> Attack:
    """Exercise 5, drawn with wrong numbers: the words of its figure are worth 2 points at most."""
    text = f"{tidy(CURRENT)}\n{tidy(WORDS)}\n{tidy(draw)}\nplt.show()"
    return attack(f"numbers: {name}", f"wrong numbers, drawn by {name}", text, number=5, then="", earned=2)


ATTACKS = (*(figure(name, COVERED[name], 3) for name in COVERED), *(numbers(name, NUMBERS[name]) for name in NUMBERS))
