"""A piece that a print or plot command shows and that is not what belongs there."""

from __future__ import annotations

import ast
from typing import Any

import numpy as np

from slipcheck.diagnosis import Diagnosis, spot_of
from slipcheck.exercise import Exercise, Message, Output

from ..formulas.pieces import called, joined, same
from ..lines.answer_line import flattened
from ..replay import Execution, Replay
from .commands_run import Command, code_of, expected_values, has_shape, numbers_of, shows_value, text_around
from .output_formula import OutputFormula
from .piece_units import in_another_unit, in_the_unit_of_the_label, is_scaled, scale, step_beside_the_label
from .piece_values import (
    are_steps,
    counts_with,
    different_for_equal,
    known_as,
    shown_by_others,
    sizes,
    typed_before,
    unit_of,
)
from .pieces_in_rounds import of_many_in_a_round, where_it_is_made


def wrong_piece(exercise: Exercise, replay: Replay, command: Command, output: Output, k: int) -> Diagnosis | None:
    """Why the piece at place ``k`` of a command is not what the output shows there; None where that is not known."""
    expected = expected_values(exercise, command.executions, output.shows[k])
    value = command.values(k)
    if value is None or expected is None or not np.isfinite(expected).all():
        return None
    return WrongPiece(exercise, replay, command, output, k).diagnosis(value, expected)


class WrongPiece(OutputFormula):
    """The same, with the reasons why it is not what belongs there."""

    def diagnosis(self, value: np.ndarray, expected: np.ndarray) -> Diagnosis | None:
        """Of a piece with these values, where these are expected."""
        if value.size != expected.size or not has_shape(self.exercise, self.command, self.k, self.text):
            return self._all_steps_for_times(value) or self._of_another_size()
        if is_scaled(self, value, expected):
            steps = self._steps_for_times(value, expected)
            return steps or in_the_unit_of_the_label(self, value, expected)
        return (
            self._filled_in_twice()
            or self._shown_twice()
            or self._rounded()
            or self._steps_for_times(value, expected)
            or different_for_equal(self)
            or in_another_unit(self, value, expected)
            or self._another_quantity(value, expected)
            or self.by_its_formula()
            or self._other_values()
        )

    def _of_another_size(self) -> Diagnosis | None:
        if self.is_printed or len(self.replay.loops_around(self.command.statement)) < self.output.depth:
            return None
        base = self.piece.value if isinstance(self.piece, ast.Subscript) else None
        if base is not None and not self._is_whole(base):  # what it is a part of is wrong itself
            return None
        if base is not None and ast.unparse(base) in {ast.unparse(n) for n in ast.walk(ast.parse(self.text))}:
            whole = code_of(self.replay, base)
            observed = f"`{self.code}` is only a part of `{whole}`."
            means = f"The figure should show all of `{whole}`."
            advice = "Leave the index out." if self.text.isidentifier() else f"Draw {self.word}."
            advice += self._same_index()
            return self.said("other values shown", observed, means, f"{advice} {self._as_many_x()}".strip())
        first, need = sizes(self.exercise, self.command, self.k, self.text)
        if need == "one number" and self.replay.loops_around(self.command.statement):
            return of_many_in_a_round(self, first)
        cut = self._cut_off()
        if cut is not None:
            observed = f"`[{ast.unparse(cut.slice)}]` leaves out a part of `{ast.unparse(cut.value)}`."
            means = f"`{self.code}` has {first}; {need} are needed."
            return self.said("other values shown", observed, means, "Should this line leave any values out?", cut)
        observed = f"`{self.code}` holds {first}; {need} {'is' if need.startswith(('one', '1 ')) else 'are'} needed."
        means = f"`{self.code}` {self.where}, where {self.word} belongs."
        return self.said("other values shown", observed, means, self.advice)

    def _is_whole(self, base: ast.expr) -> bool:
        """Whether what the piece is a part of has as many values as there should be of x; of a table it is not told."""
        names = self.command.executions[0].names
        held: list[Any] = [names.get(text) for text in (self.output.shows[0], ast.unparse(base))]
        shapes = [np.shape(value) for value in held]
        return any(len(shape) != 1 for shape in shapes) or shapes[0] == shapes[1]

    def _cut_off(self) -> ast.Subscript | None:
        """The slice within the piece that alone makes it another than what belongs there."""
        text = ast.unparse(self.piece)
        cuts = [n for n in ast.walk(self.piece) if isinstance(n, ast.Subscript) and isinstance(n.slice, ast.Slice)]
        return next((n for n in cuts if text.replace(ast.unparse(n), ast.unparse(n.value)) == self.text), None)

    def _same_index(self) -> str:
        """A sentence on the other value of the command, where it has the same index."""
        pieces = [piece for piece in self.command.pieces if isinstance(piece, ast.Subscript)]
        others = [piece for piece in pieces if piece is not self.piece]
        index = getattr(self.piece, "slice", None)
        if not others or index is None or ast.dump(others[0].slice) != ast.dump(index):
            return ""
        return f" The same holds for `{code_of(self.replay, others[0])}`."

    def _as_many_x(self) -> str:
        """What to give as x to a plot command whose y has the wrong size, where x has it too."""
        text = self.output.shows[0]
        first, need = sizes(self.exercise, self.command, 0, text) if self.k else ("", "")
        return "" if first == need else f"As x, give {self.exercise.words.get(text, f'`{text}`')}."

    def _filled_in_twice(self) -> Diagnosis | None:
        """One value for two places of a text, as ``"{0} {0}".format(...)`` shows it."""
        if sum(piece is self.piece for piece in self.command.pieces) < 2:
            return None
        means = "The number in the curly brackets picks the value: 0 the first one, 1 the second."
        observed = f"the text shows `{self.code}` twice, and {self.word} not at all."
        advice = f"Which number picks {self.word}?"
        return self.said("one value twice", observed, means, advice, text_around(self.replay.tree, self.piece))

    def _shown_twice(self) -> Diagnosis | None:
        shown_elsewhere = shown_by_others(self.exercise, self.output, self.k)
        twice = next(
            (other for other in shown_elsewhere if shows_value(self.exercise, self.command, self.k, other)), None
        )
        if twice is None or self.text.isidentifier():
            return None
        again = self.exercise.words.get(twice, f"`{twice}`")
        advice = "Does this line use the same values and signs as the other one? Which of them should differ?"
        if isinstance(self.piece, ast.Name):
            advice = f"Follow `{self.code}` through the lines above: what does it hold when this line draws it?"
        made, unread = self.maker(), self._unread_name()
        if unread:
            advice = f"No line reads `{unread}`. What does it hold?"
        elif made is not None and self._is_kept(made):
            line = self.command.node.lineno
            observed = f"Line {made.lineno}: this line makes `{self.code}` {again}."
            means = f"Another line draws {again} already. Line {line} should draw {self.word}."
            message = Message(observed, means, f"Which value should `{self.code}` have when line {line} draws it?")
            return Diagnosis("same curve twice", message, spot_of(self.replay.source, made))
        observed = f"`{self.code}` is {again}, which another line draws already."
        return self.said("same curve twice", observed, f"The curve of {self.word} is missing.", advice)

    def _unread_name(self) -> str:
        """A name that gets a value and that no line reads; empty where there is none."""
        names = [node for node in ast.walk(self.replay.tree) if isinstance(node, ast.Name)]
        read = {node.id for node in names if isinstance(node.ctx, ast.Load)}
        known = {*self.exercise.words, *self.exercise.counts, *self.exercise.loops}
        return next((node.id for node in names if node.id not in read | known and isinstance(self.piece, ast.Name)), "")

    def _is_kept(self, maker: ast.stmt) -> bool:
        """Whether the name still has, where it is shown, the value that its line gave it."""
        name = getattr(self.piece, "id", "")
        after = [s for s in ast.walk(self.replay.tree) if isinstance(s, ast.stmt) and s.lineno == maker.lineno + 1]
        runs = [execution for s in after for execution in self.replay.of(s)]
        made, values = (joined([flattened(e.names.get(name)) for e in r]) for r in (runs, self.command.executions))
        return not runs or same(made, values)

    def _rounded(self) -> Diagnosis | None:
        """A rounded value that is right without the rounding."""
        if not isinstance(self.piece, ast.Call) or called(self.piece) not in ("round", "int") or not self.piece.args:
            return None
        advice = f"Print the value without `{called(self.piece)}`." if self.is_printed else "Draw the value as it is."
        for execution in self.command.executions:
            whole, left = numbers_of(self.piece.args[0], execution), numbers_of(self.piece, execution)
            right = expected_values(self.exercise, [execution], self.text)
            if whole is None or left is None or right is None or not same(whole, right) or whole.size != 1:
                return None
            if same(left, right):
                continue
            means = f"It turns {whole[0]:.5g} into {left[0]:.5g}, for example."
            return self.said("rounded", f"`{called(self.piece)}` changes the value of {self.word}.", means, advice)
        return None

    def _all_steps_for_times(self, value: np.ndarray) -> Diagnosis | None:
        """Of a command after the loop, which gets as many values as there are steps."""
        is_after = self.output.depth > 0 and not self.replay.loops_around(self.command.statement)
        y = self.command.values(1) if self.k == 0 and len(self.command.pieces) > 1 else None
        if self.is_printed or not is_after or y is None or y.size != value.size or self.text not in self.exercise.times:
            return None
        if not are_steps(self.exercise, self.piece, value):
            return None
        observed = f"`{self.code}` {self.where}: the numbers of the steps, 0, 1, 2, ..."
        unit = unit_of(self.exercise, self.text) or "s"
        means = f"Here the command needs the time of each step, in {unit}."
        return self.said("step for time", observed, means, "How does a number of a step become its time?")

    def _steps_for_times(self, value: np.ndarray, expected: np.ndarray) -> Diagnosis | None:
        is_time = not self.is_printed and self.k == 0 and self.text not in self.exercise.loops
        is_counter = self._is_counter and counts_with(value, expected)
        if not is_time or not (is_counter or are_steps(self.exercise, self.piece, value)):
            return None
        observed = f"`{self.code}` {self.where}: the numbers of the steps, 0, 1, 2, ..."
        unit = f", in {unit_of(self.exercise, self.text) or 's'}" if scale(self) == 1 else ""
        means = f"Here the command needs {self.word}{unit}."
        advice = self.advice if self.text.isidentifier() else "Which name holds the time of a step? Use it here."
        if scale(self) > 1:
            means = step_beside_the_label(self, value, expected)
            advice += f" It holds the time in {unit_of(self.exercise, self.text) or 's'}: the label must say that too."
        return self.said("step for time", observed, means, advice)

    @property
    def _is_counter(self) -> bool:
        """Whether the piece is a name that a loop gives its values."""
        loops = [node for node in ast.walk(self.replay.tree) if isinstance(node, ast.For)]
        targets = {getattr(node, "id", "") for loop in loops for node in ast.walk(loop.target)}
        return isinstance(self.piece, ast.Name) and self.piece.id in targets

    def _another_quantity(self, value: np.ndarray, expected: np.ndarray) -> Diagnosis | None:
        other = known_as(self.exercise, self.command, self.k, self.output)
        if other is None:
            return None
        what = self.exercise.words.get(other, f"`{other}`")
        observed = f"`{self.code}` {self.where}. It is {what}."
        means = f"{self.word[0].upper()}{self.word[1:]} belongs there."
        if isinstance(self.piece, ast.Name) and self.piece.id == other:
            observed = f"`{self.code}` {self.where}, where {self.word} belongs."
            means = f"`{self.code}` is {what}."
        typed = typed_before(self.command.node, self.piece)
        if typed:
            means += f" The digits `{typed}` in front of it are typed."
        return self.said("other quantity shown", observed, means, self.advice)

    def _other_values(self) -> Diagnosis:
        """With the first value that is wrong."""
        maker = self.maker()
        made = maker.value if isinstance(maker, ast.Assign) else self.piece
        if isinstance(made, ast.Call) and called(made) == "reshape":
            means = "`reshape` keeps the order of the values. It does not exchange rows and columns."
            observed = f"`{code_of(self.replay, made)}` has the right shape, but its values are in the wrong places."
            return self.said("reshape", observed, means, "Which short form exchanges rows and columns?", made)
        for execution in self.command.executions:
            value, expected = numbers_of(self.piece, execution), expected_values(self.exercise, [execution], self.text)
            if value is not None and expected is not None and np.isfinite(expected).all() and not same(value, expected):
                observed = f"`{self.code}` {self.where}, where {self.word} belongs."
                facts = self._first_wrong(execution, value, expected)
                return where_it_is_made(self, facts) or self.said("other quantity shown", observed, facts, self.advice)
        return self.said("other quantity shown", f"`{self.code}` is not {self.word}.", "", "")

    def _first_wrong(self, execution: Execution, value: np.ndarray, expected: np.ndarray) -> str:
        j = int(np.argmax(np.abs(value - expected) > 1e-6 * np.abs(expected).max()))
        unit = unit_of(self.exercise, self.text)
        is_sum = any(isinstance(node, (ast.BinOp, ast.Call)) for node in ast.walk(self.piece))
        own = unit if is_sum else unit_of(self.exercise, ast.unparse(self.piece)) or unit
        own = "" if np.array_equal(value, np.round(value)) else own  # whole numbers are counts
        have, need = f"{value[j]:.5g} {own}".strip(), f"{expected[j]:.5g} {unit}".strip()
        step = execution.names.get("step")
        if not isinstance(step, int) or not self.command.repeats:
            return f"Its first wrong value: it is {have}; {self.word} is {need}."
        if len(expected) > 1:
            return f"At step {step} its first wrong value is {have}; it should be {need}."
        return f"At step {step} it is {have}; {self.word} is {need}."
