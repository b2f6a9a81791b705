"""What students are asked before they run anything, and what is said of each choice."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Choice:
    """One of the answers to a question. ``text`` and ``feedback`` are Markdown."""

    letter: str
    text: str
    feedback: str
    is_right: bool = False


@dataclass(frozen=True)
class Prediction:
    """A question in Markdown. Its letters go on where those of the question before it ended."""

    question: str
    choices: tuple[Choice, ...]

    @property
    def letters(self) -> str:
        """Its letters in words: A, B or C."""
        *first, last = (choice.letter for choice in self.choices)
        return f"{', '.join(first)} or {last}"

    def choice(self, letter: str) -> Choice | None:
        """The choice of that letter, small or large."""
        return next((choice for choice in self.choices if choice.letter == letter.strip().upper()), None)

    def as_markdown(self) -> str:
        """The question and its choices, for a notebook."""
        choices = "\n".join(f"- **{choice.letter})** {choice.text}" for choice in self.choices)
        return f"{self.question}\n\n{choices}"
