"""Rules about figures: each returns None, or what it objects to as (slip, Message)."""

from __future__ import annotations

from typing import Any

import numpy as np

from slipcheck.exercise import Message, Parameters
from slipcheck.observe import Observation

from .figure_tables import can_be_seen, figures, in_si, joined_figures
from .label_text import AxisQuantity
from .rules import Objection, Rule, showing, why_unread

FAR = 3  # times the range of what is seen: so far away, a point is no entry for a legend


def visible(quantity: AxisQuantity, count: int = 1) -> Rule:
    """At least ``count`` values at some time can be seen: by a marker, or by a line that runs through time."""

    def rule(observation: Observation, p: Parameters) -> Objection:
        if not figures(observation):
            return _nothing_drawn(observation)
        apart = joined_figures(observation)
        if apart is not None and _at_one_time(in_si(apart, quantity), p)[1] >= 0.9 * p.step_end:
            return "points apart", _apart(len(figures(observation)))
        artists = [artist for figure in figures(observation) for artist in in_si(figure, quantity)]
        seen = [artist for artist in artists if can_be_seen(artist)]
        hidden = sum(len(artist["x"]) for artist in artists if not can_be_seen(artist))
        most, times = _at_one_time(seen, p)
        if observation.failure and times < 0.9 * p.step_end:
            return "stopped early", Message(
                "The figure is not complete.", "Your cell stops before its end.", "Fix the error first."
            )
        outside = sum(len(artist["x"]) for artist in artists if artist.get("outside"))
        if outside >= p.step_end / 2 or (outside and not seen):
            return "out of view", Message(
                "Some of the points that you plot are out of view.",
                "The axes do not fit the points.",
                "Leave out the line that changes the range of an axis. Then the axes fit the points.",
            )
        if hidden >= p.step_end / 2 or (artists and not seen):
            return "invisible markers", _unseen([artist for artist in artists if not can_be_seen(artist)])
        if most >= count:
            return _stretched(artists)
        return "too little drawn", Message(
            f"Your figure shows {most} {'value' if most == 1 else 'values'} at each time; {count} or more are needed.",
            "Some of what the exercise asks for is missing.",
            "Compare your plot commands with what the text asks for.",
        )

    return rule


def _stretched(artists: list[dict[str, Any]]) -> Objection:
    """Of a single point without a marker that is far from what is seen: an axis reaches to it."""
    hidden = [artist for artist in artists if len(artist["x"]) == 1 and not can_be_seen(artist)]
    for name in "xy" if hidden else "":
        seen = np.concatenate([artist[name] for artist in artists if can_be_seen(artist)])
        low, high = np.nanmin(seen), np.nanmax(seen)
        reach = FAR * (high - low)
        far = [float(artist[name][0]) for artist in hidden if not low - reach <= artist[name][0] <= high + reach]
        if far:
            return "point far away", Message(
                f"A point with {name} = {far[0]:g} is drawn, and it cannot be seen.",
                "The axis stretches to reach it, so all that you plot fills a small part of the figure.",
                "Which command draws this point?",
            )
    return None


def _apart(count: int) -> Message:
    """Of a figure for each time."""
    return Message(
        f"Your points are in {count} figures; they belong in one.",
        "The text asks for one figure with all points.",
        "Which lines should run once, and not in each round of the loop?",
    )


def _nothing_drawn(observation: Observation) -> tuple[str, Message]:
    """Of an answer whose figures hold no points, lines or areas; it may have drawn something else."""
    is_open = bool(observation.figures)
    return "nothing drawn", Message(
        "The figure holds no points and no lines." if is_open else "There is no figure.",
        "The check looks at the points and lines that your cell draws.",
        "Which plot command draws them?",
    )


def _unseen(hidden: list[dict[str, Any]]) -> Message:
    """Of points that cannot be seen: single ones without a marker, others on one vertical line, or others."""
    observed = "Some of the points that you plot cannot be seen."
    if any(artist["marker"] for artist in hidden):
        return Message(
            observed, "They have a marker.", "Give them the format and the arguments that the text asks for."
        )
    if all(len(artist["x"]) == 1 for artist in hidden):
        means = "A single point has no line: without a marker in the format string, nothing appears."
        return Message(observed, means, "Add a marker, such as the dot or the letter o, to the format string.")
    return Message(observed, "They have no marker.", "Compare the format in your plot commands with the text.")


def _at_one_time(artists: list[dict[str, Any]], p: Parameters) -> tuple[int, int]:
    """How many different values the fullest time has, and how many times there are."""
    if not artists:
        return 0, 0
    x = np.concatenate([artist["x"] for artist in artists])
    counts = np.unique(np.round(x / p.dt, 3), return_counts=True)[1]
    return int(counts.max(initial=0)), len(counts)


def titled(quantity: AxisQuantity) -> Rule:
    """The figure that shows ``quantity`` has a title."""

    def rule(observation: Observation, p: Parameters) -> Objection:
        if any(figure["title"].strip() not in ("", "Ellipsis") for figure in showing(observation, p, quantity)):
            return None
        if not figures(observation) and any(figure["title"] for figure in observation.figures):
            return _nothing_drawn(observation)
        why = next(filter(None, (why_unread(figure, "title") for figure in showing(observation, p, quantity))), None)
        if why is not None:
            return "label not readable", Message("The title cannot be read.", *why)
        return "no title", Message(
            "The figure has no title.", "A title says what the figure shows.", "Give plt.title a text in quotes."
        )

    return rule


def legend(fewest: int, most: int) -> Rule:
    """The legend has at least ``fewest`` entries, each of a text of its own, for lines of different looks."""

    def rule(observation: Observation, p: Parameters) -> Objection:
        full = [figure for figure in figures(observation) if any(text.strip() for text in figure["legend"])]
        entries = [text for figure in full for text in figure["legend"] if text.strip()]
        if len(entries) > most:
            return "legend too long", Message(
                f"The legend has {len(entries)} entries.",
                "A label makes an entry for each line that its plot command draws.",
                "Leave out the labels that the text does not ask for.",
            )
        if len(set(entries)) < fewest:
            have = len(set(entries))
            has = (
                "There is no legend."
                if not have
                else f"The legend has {have} {'entry' if have == 1 else 'different entries'}."
            )
            return "legend", Message(
                has,
                f"A legend should have {fewest} entries here. A line gets an entry by the argument label= of its "
                "plot command, if plt.legend() comes later.",
                "Check each of these plot commands for a label, and look where plt.legend() is.",
            )
        twice = next((text for figure in full for text in entries if figure["legend"].count(text) > 1), None)
        if twice is not None:
            return "legend entry twice", Message(
                f"The legend says `{twice}` more than once.",
                "Each plot command with this label makes an entry of its own.",
                "Which one of these curves needs the label?",
            )
        if any(len(set(figure["legend_looks"])) < min(fewest, len(figure["legend_looks"])) for figure in full):
            return "legend of other lines", Message(
                "Entries of the legend belong to lines that look the same.",
                "A reader cannot tell by the legend which curve is which.",
                "Draw what has another meaning in another color or line style, as the text says.",
            )
        return None

    return rule
