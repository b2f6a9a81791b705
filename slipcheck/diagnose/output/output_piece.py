"""A piece of a print or plot command, with the words that sentences use for it."""

from __future__ import annotations

import ast
from dataclasses import dataclass

from slipcheck.diagnosis import Diagnosis, spot_of
from slipcheck.exercise import Exercise, Message, Output

from ..formulas.pieces import Values, joined, same
from ..replay import Replay
from .commands_run import Command, code_of, expected_values, flattened, numbers_of


@dataclass(frozen=True)
class OutputPiece:
    """A piece of a print or plot command at place ``k``, beside what belongs there."""

    exercise: Exercise
    replay: Replay
    command: Command
    output: Output
    k: int

    @property
    def piece(self) -> ast.expr:
        return self.command.pieces[self.k]

    @property
    def text(self) -> str:
        """What belongs there, as code."""
        return self.output.shows[self.k]

    @property
    def word(self) -> str:
        """What belongs there, in words."""
        return self.exercise.words.get(self.text, f"`{self.text}`")

    @property
    def code(self) -> str:
        return code_of(self.replay, self.piece)

    @property
    def is_printed(self) -> bool:
        return self.output.command == "print"

    @property
    def where(self) -> str:
        return "is printed" if self.is_printed else f"is given to {self.command.function} as {'xy'[self.k]}"

    @property
    def advice(self) -> str:
        if self.text.isidentifier():
            expected = expected_values(self.exercise, self.command.executions, self.text)
            is_known = self.text in self.command.executions[0].names or self.is_held(expected)
            return f"Which name holds {self.word}?" if is_known else f"How does the text compute {self.word}?"
        maker = self.maker()
        made_of = maker.value if isinstance(maker, ast.Assign) else self.piece
        names = [node.id for node in ast.walk(ast.parse(self.text)) if isinstance(node, ast.Name)]
        used = {node.id for node in ast.walk(made_of) if isinstance(node, ast.Name)}
        others = [name for name in names if name not in used and name in self.exercise.words]
        other = next((name for name in others if not self._has(name)), None)
        if other is not None:
            return f"Which name holds {self.exercise.words[other]}?"
        return f"Compare `{code_of(self.replay, made_of)}` with what the text says of {self.word}."

    def is_held(self, needed: Values) -> bool:
        """Whether some name holds, in each round, what belongs here."""
        executions = self.command.executions
        held = [
            joined([flattened(execution.names.get(name)) for execution in executions]) for name in executions[0].names
        ]
        return any(same(values, needed) for values in held)

    def _has(self, name: str) -> bool:
        """Whether a part of the piece has the values of a name, without using it."""
        execution = self.command.executions[0]
        values = flattened(execution.names.get(name))
        parts = [part for part in ast.walk(self.piece) if isinstance(part, ast.expr) and part is not self.piece]
        return any(same(numbers_of(part, execution), values) for part in parts)

    def said(self, cause: str, observed: str, means: str, advice: str, node: ast.AST | None = None) -> Diagnosis:
        place = node or self.piece
        message = Message(f"Line {getattr(place, 'lineno', self.command.node.lineno)}: {observed}", means, advice)
        return Diagnosis(cause, message, spot_of(self.replay.source, place))

    def maker(self) -> ast.stmt | None:
        """The line before the command that gives a name of the student's own its value."""
        line = self.command.node.lineno
        given = [s for s, target, _ in self.replay.assignments() if ast.unparse(target) == self.code]
        before = sorted((s for s in given if s.lineno < line), key=lambda s: s.lineno)
        is_own = isinstance(self.piece, ast.Name) and self.code not in self.exercise.words
        return before[-1] if before and is_own else None
