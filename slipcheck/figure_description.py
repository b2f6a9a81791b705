"""What a figure shows, in sentences, for people who cannot see it. It says what is there, not whether it is right."""

from __future__ import annotations

import colorsys
import re
from collections.abc import Iterable
from typing import Any

import numpy as np

GROUPS = 5  # of artists of one kind, colour and label that are described; the others are counted
MOST_TEXT = 100  # characters of a title, a label or an entry of a legend
HUES = ((20, "red"), (50, "orange"), (70, "yellow"), (170, "green"), (200, "cyan"), (260, "blue"), (345, "purple"))
NOTHING = "Nothing can be seen in this figure."


def figure_sentences(figure: dict[str, Any]) -> str:
    """The sentences of one figure, as ``observe.figures`` describes it.

    >>> dots = {"kind": "line", "marker": ".", "line": "", "color": "#000000", "label": "", "visible": True}
    >>> figure_sentences({"title": "", "xlabel": "time (s)", "ylabel": "$V_m$ (V)", "legend": [],
    ...                   "artists": [dots | {"x": [0.0, 0.1], "y": [-0.06, -0.035]}]})
    'Figure without a title: V_m (V) over time (s). 2 black points: from −0.06 at 0 to −0.035 at 0.1.'
    """
    groups, unseen = _groups(figure["artists"])
    title = f"Figure “{_plain(figure['title'])}”" if figure["title"].strip() else "Figure without a title"
    axes = " over ".join(_plain(figure[side]) or f"{side[0]}, without a label," for side in ("ylabel", "xlabel"))
    sentences = [f"{title}: {axes.rstrip(',')}."]
    sentences += [_group_in_words(key, *points) for key, points in list(groups.items())[:GROUPS]] or [NOTHING]
    if len(groups) > GROUPS:
        sentences.append(f"And {len(groups) - GROUPS} more kinds of lines or points.")
    if unseen:
        sentences.append(f"{_counted(unseen, 'value')} cannot be seen: no line and no marker shows them.")
    entries = [_plain(text) for text in figure["legend"] if text.strip()]
    if entries:
        sentences.append(f"The legend says: {', '.join(entries)}.")
    return " ".join(sentences)


Key = tuple[str, str, str]  # what is drawn, its colour, its label
Points = tuple[int, np.ndarray, np.ndarray]  # artists, and their points


def _groups(artists: Iterable[dict[str, Any]]) -> tuple[dict[Key, Points], int]:
    """The visible artists that look alike, taken together; and how many values cannot be seen."""
    collected: dict[Key, list[dict[str, Any]]] = {}
    unseen = 0
    for artist in artists:
        if artist["visible"]:
            key = (_noun(artist), artist["color"], artist["label"])
            collected.setdefault(key, []).append(artist)
        else:
            unseen += len(artist["x"])
    groups = {}
    for key, alike in collected.items():
        x, y = (np.concatenate([np.asarray(artist[axis], float) for artist in alike]) for axis in ("x", "y"))
        finite = np.isfinite(x) & np.isfinite(y)
        groups[key] = (len(alike), x[finite], y[finite])
    return groups, unseen


def _noun(artist: dict[str, Any]) -> str:
    if artist["kind"] == "area":
        return "area"
    return "line" if artist["line"] or artist["kind"] in ("segments", "bars") else "point"


def _group_in_words(key: Key, artists: int, x: np.ndarray, y: np.ndarray) -> str:
    noun, color, label = key
    amount = len(x) if noun == "point" else artists
    name = f", “{_plain(label)}”" if label.strip() else ""
    start = f"{_counted(amount, f'{_color_word(color)} {noun}'.strip())}{name}"
    if not len(x):
        return f"{start}: no numbers."
    first, last = y[x == x.min()], y[x == x.max()]
    words = f"from {_range(first)} at {_number(x.min())}"
    if x.min() < x.max():
        words += f" to {_range(last)} at {_number(x.max())}"
    ends = np.concatenate([first, last])
    if y.max() > ends.max():
        words += f"; highest {_number(y.max())} at {_number(x[y.argmax()])}"
    if y.min() < ends.min():
        words += f"; lowest {_number(y.min())} at {_number(x[y.argmin()])}"
    return f"{start}: {words}."


def _range(values: np.ndarray) -> str:
    low, high = _number(values.min()), _number(values.max())
    return low if low == high else f"between {low} and {high}"


def _number(value: float) -> str:
    return f"{value + 0.0:.4g}".replace("-", "−")


def _counted(amount: int, noun: str) -> str:
    return f"{amount} {noun}" if amount == 1 else f"{amount} {noun}s"


def _plain(text: str) -> str:
    """A text of a figure without the signs of a formula, cut short."""
    words = re.sub(r"\\(?:mathrm|text|rm)\b|[${}\\]", "", text.replace(r"\pm", "±"))
    return " ".join(words.split())[:MOST_TEXT]


def _color_word(color: str) -> str:
    """The everyday name of a colour given as #rrggbb; nothing where it is not one.

    >>> [_color_word(color) for color in ("#0063a6", "#000000", "#7f7f7f", "none")]
    ['blue', 'black', 'gray', '']
    """
    if not re.fullmatch(r"#[0-9a-fA-F]{6}", color):
        return ""
    hue, lightness, saturation = colorsys.rgb_to_hls(*(int(color[k : k + 2], 16) / 255 for k in (1, 3, 5)))
    if lightness < 0.12 or lightness > 0.92:
        return "black" if lightness < 0.5 else "white"
    if saturation < 0.15:
        return "gray"
    return next((name for most, name in HUES if 360 * hue < most), "red")
