"""An answer that Python cannot read: what makes it right, and what else is wrong with it."""

from __future__ import annotations

from functools import cached_property

from slipcheck.diagnosis import Diagnosis

from .indentation_repairs import OF_COLUMNS, reindented
from .suspected_answer import SuspectedAnswer
from .syntax import explained_with_repair
from .syntax_repairs import WEAK, one_sign
from .unread_fault import followed_by, once_readable


class UnreadAnswer(SuspectedAnswer):
    """An answer with what is known of it where Python cannot read it."""

    @cached_property
    def of_one_sign(self) -> Diagnosis | None:
        """Of an answer that Python cannot read: the one sign, or the column of lines, after which it is right."""
        diagnosis, part = self.whole, self.first_wrong_part
        failure = self.observation.failure or {}
        if diagnosis is None or part is None or self.rerun is None:
            return None
        find = reindented if diagnosis.cause in OF_COLUMNS else one_sign
        if diagnosis.cause not in (*WEAK, *OF_COLUMNS):
            return None
        found = find(self.exercise, self.source, failure.get("line") or 1, part.part, self.rerun.attempt)
        if found is None:
            return None
        has_figure = any(output.command == "plot" for output in self.exercise.outputs)
        return self._followed(*found) if has_figure else found[0]

    @cached_property
    def of_the_text(self) -> Diagnosis | None:
        """Of an answer that Python cannot read, with the next fault once it is repaired."""
        if self.whole is None or self.rerun is None or self.rerun.other is None:
            return self.whole
        first, text = explained_with_repair(self.exercise, self.observation)
        if text is None or first != self.whole:
            return self.whole
        return self._followed(first, text)

    def _followed(self, first: Diagnosis, text: str) -> Diagnosis:
        """The diagnosis, and what is wrong with the text after the repair that it speaks of."""
        if self.rerun is None or self.rerun.other is None:
            return first
        case, verdict, rerun = once_readable(self.exercise, text, self.rerun)
        wrong = next((part_verdict for part_verdict in verdict.parts if not part_verdict.right), None)
        if wrong is None:
            return first
        return followed_by(first, type(self)(case, verdict, rerun).diagnosis(wrong))
