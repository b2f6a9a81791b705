"""Whether two texts of cells are alike, found with a limited amount of work."""

from __future__ import annotations

from collections import Counter
from difflib import SequenceMatcher
from itertools import accumulate

WORK = 10_000_000  # pairs of equal characters that are looked at for all comparisons of a notebook: about a second


class TooMuchWorkError(Exception):
    """Two texts cannot be compared character by character in a reasonable time."""


class Likeness:
    """Compares texts character by character, as long as the work for all of them is small; then line by line."""

    def __init__(self, work: int = WORK):
        self.left = work

    def is_above(self, least: float, first: str, second: str) -> bool:
        """Whether the ratio of what two texts have in common is above ``least``.

        >>> Likeness().is_above(0.7, "v = el + 1", "v = el + 2"), Likeness().is_above(0.7, "v = el", "plot")
        (True, False)
        """
        if 2 * (Counter(first) & Counter(second)).total() <= least * (len(first) + len(second)):
            return False  # what they have in common in any order is no less
        try:
            return _Matcher(self, first, second).ratio() > least
        except TooMuchWorkError:
            return _in_lines(first, second) > least

    def spend(self, work: int) -> None:
        """Count work before it is done. Raises TooMuchWorkError where too much was done already."""
        if work > self.left:
            raise TooMuchWorkError
        self.left -= work


class _Matcher(SequenceMatcher[str]):
    """Its work is counted: each search looks at all places in the second text of each character of a piece."""

    def __init__(self, likeness: Likeness, first: str, second: str):
        super().__init__(None, first, second, autojunk=False)
        self.likeness = likeness
        often = Counter(second)
        self.work = [0, *accumulate(1 + often[letter] for letter in first)]  # of the characters up to each place

    def find_longest_match(self, alo=0, ahi=None, blo=0, bhi=None):  # type: ignore[no-untyped-def]
        """As in SequenceMatcher, once the work for it was counted."""
        high = len(self.work) - 1 if ahi is None else ahi
        self.likeness.spend(self.work[high] - self.work[alo])
        return super().find_longest_match(alo, ahi, blo, bhi)


def _in_lines(first: str, second: str) -> float:
    """The ratio of the lines that two texts have in common, each as long as it is."""
    mine, other = (Counter(line.strip() for line in text.splitlines()) for text in (first, second))
    both = sum(len(line) * times for line, times in (mine & other).items())
    whole = sum(len(line) * times for lines in (mine, other) for line, times in lines.items())
    return 2 * both / whole if whole else 0.0
