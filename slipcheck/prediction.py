"""The questions that students answer before they run anything, and the feedback on each option."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Option:
    """One of the answers to a question. ``text`` and ``feedback`` are Markdown."""

    letter: str
    text: str
    feedback: str
    is_right: bool = False


@dataclass(frozen=True)
class Prediction:
    """A question in Markdown. Its letters go on where those of the question before it ended."""

    question: str
    options: tuple[Option, ...]

    @property
    def letters(self) -> str:
        """Its letters in words: A, B or C."""
        *first, last = (option.letter for option in self.options)
        return f"{', '.join(first)} or {last}"

    def option(self, letter: str) -> Option | None:
        """The option of that letter, small or large."""
        return next((option for option in self.options if option.letter == letter.strip().upper()), None)

    def as_markdown(self) -> str:
        """The question and its options, for a notebook."""
        options = "\n".join(f"- **{option.letter})** {option.text}" for option in self.options)
        return f"{self.question}\n\n{options}"
