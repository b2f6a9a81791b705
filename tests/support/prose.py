"""What a text in Markdown asks of its reader: how many words, and which school grade. No formulas, no code."""

from __future__ import annotations

import re

PICTURE = re.compile(r"!\[[^\]]*\]\([^)]*\)")
LINK = re.compile(r"\[([^\]]*)\]\([^)]*\)")
BLOCK = re.compile(r"```.*?```", re.DOTALL)
FORMULA = re.compile(r"\$\$.*?\$\$", re.DOTALL)
INLINE = re.compile(r"\$[^$]+\$|`[^`]+`")
VOWELS = re.compile(r"[aeiouy]+")
SILENT = re.compile(r"(?<![aeiouy])(?:e|es|ed)$")
SPOKEN = re.compile(r"(?:[^aeiouyl]le|[td]ed|(?:[sxz]|ch|sh|[cg])es)$")


def plain(markdown: str, inline: str = "") -> str:
    """The text without code, formulas and addresses; ``inline`` stands for each of those within a sentence.

    >>> plain("[Run](01.ipynb) `tau` now.", "this")
    'Run this now.'
    """
    for left_out in (PICTURE, BLOCK):
        markdown = left_out.sub("", markdown)
    return INLINE.sub(inline, FORMULA.sub("", LINK.sub(r"\1", markdown)))


def words_of(text: str) -> list[str]:
    """The words in a plain text.

    >>> words_of("It's 5 mV: one-time, E_L!")
    ["It's", 'mV', 'one', 'time', 'E', 'L']
    """
    return re.findall(r"[^\W\d_]+(?:['’][^\W\d_]+)?", text)


def sentences_of(text: str) -> list[str]:
    """The sentences in a plain text, and the items of its lists; no headings, no tables."""
    pieces = re.split(r"(?<=[.?!])[\s)*\"”]+|\n\s*\n|\n(?=\s*(?:[-#|]|\d+\.))", text)
    return [piece for piece in pieces if words_of(piece) and not piece.lstrip().startswith(("|", "#"))]


def syllables(word: str) -> int:
    """About how many syllables an English word has.

    >>> [syllables(word) for word in ("neuron", "changes", "table", "stopped", "added", "notation", "the")]
    [2, 2, 2, 1, 2, 3, 1]
    """
    word = word.lower()
    count = len(VOWELS.findall(re.sub(r"i(?=[ao])(?<![tsc]i)", "i-", word)))
    if SILENT.search(word) and not SPOKEN.search(word):
        count -= 1
    return max(count, 1)


def grade(markdown: str) -> float:
    """The school grade by the formula of Flesch and Kincaid; what is left out counts as a short word.

    >>> round(grade("The cat sat on the mat. It was happy."), 1)
    -0.7
    """
    sentences = sentences_of(plain(markdown, "this"))
    words = [word for sentence in sentences for word in words_of(sentence)]
    return 0.39 * len(words) / len(sentences) + 11.8 * sum(map(syllables, words)) / len(words) - 15.59
