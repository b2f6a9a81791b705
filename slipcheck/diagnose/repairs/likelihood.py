"""Which changes of an answer are tried first: those that are right more often."""

from __future__ import annotations

import ast
from collections.abc import Mapping, Sequence, Set

from slipcheck.exercise import Exercise

from ..lines.answer_line import names_in
from .conditions import drawn_by
from .edit import Edit, text_of
from .index_edits import LEAVES_OUT

KINDS = (  # the likeliest first
    "behind a #", "plus plus", "equals plus", "wrong way round", "two names", "change alone", "name taken",
    "hidden by a default", "name hidden", "name of a loop",
    "result not stored", "value not stored", "append to a number", "no range", "not called", "one draw",
    "ends the loop",
    "outside the index", "inside the index",
    "taken out", "list in a list", "names exchanged", "targets exchanged",
    "last for the one before", "first for the last", "loop too much", "loops exchanged",
    "drawn again", "value of the loop", "many for the one", "degrees",
    "never reached", "pass for continue", "break for continue",
    "append for a place", "append to an array", "place for an append",
    "insert for a place", "array append for a place", "place missing", "made anew", "not collected",
    "not counted", "count for a counter", "never stored", "row never stored", "never moves",
    "continue too late",
    "whole numbers", "product for a shape", "given twice",
    "sizes in a list", "two pairs", "entry too much",
    "whole row", "row for column", "whole column", "one for all", "name of many", "not all", "counts exchanged",
    "indices exchanged", "across", "indices missing",
    "other round",
    "sum missing", "subtracted for a slice", "range for enumerate",
    "other range", "counts from one", "start of the count",
    "start of a sum", "changed again", "no copy", "used as it is", "one too many",
    "condition", "runs in each round", "runs once", "unit in a label", "comparison", "sign", "closed too early",
    "exponent of one", "no bracket around", "power of one", "power outside",
    "closed too late", "list of one", "opened too late", "no bracket below", "of each", "too much", "call too much",
    "other value", "opened too early", "exchanged", "upside down", "other operator", "all indices",
    "index missing", "other entry", "other place", "no index", "index too much",
    "no start value", "other start", "transposed", "other axis",
    "not transposed", "length of rows", "filled before", "augmented",
    "argument without its name", "argument missing", "arguments exchanged", "starts late", "argument too much",
    "in brackets",
    "other extent", "one place short", "given factor missing",
    "value for a list", "list not repeated", "comma for a repetition", "other part",
    "no list", "order of lines", "not added", "places exchanged", "step for a time", "other name", "other number",
    "number for a name", "term in another unit", "not summed", "other function",
)  # fmt: skip
BEFORE_A_SLICE = "loops exchanged"  # a kind that changes of a slice follow: few lines need one
AFTER_AN_ORDER = "not added"  # a kind that follows all changes of an index, and of the order of lines


def likeliest_first(exercise: Exercise, tree: ast.Module, edits: Sequence[Edit], known: set[float]) -> list[Edit]:
    """The changes in the order of trials; ``known`` are the numbers of the right formulas."""
    usual = {text for texts in exercise.loops.values() for text in texts}
    unread = _unread_names(tree)
    names = _likely_names(exercise, tree, unread)
    typed = _lines_of_own_numbers(exercise, tree)
    slices, drawing = _slices(tree), _lines_that_draw_if(tree)
    reshaped = {n.lineno for n in ast.walk(tree) if isinstance(n, ast.Attribute) and n.attr == "reshape"}
    thousands = any(isinstance(node, ast.Constant) and node.value in (1000, 0.001) for node in ast.walk(tree))
    likely = [e for e in edits if e.lines[0] in typed or not _is_a_scaled_number_of_the_text(e, known)]

    def place(edit: Edit) -> tuple[float, bool]:
        is_likely = _gets_a_number_of_the_text(edit, known) or _gets_one_of(names, edit) or _is_of_a_moved_index(edit)
        is_typed = edit.kind == "other number" and edit.lines[0] in typed
        is_of_units = thousands and edit.kind == "term in another unit"  # the student converts units
        if is_of_units or (edit.kind == "index too much" and edit.node in slices):
            return KINDS.index(BEFORE_A_SLICE), False
        if edit.kind == "product for a shape" and edit.lines[0] in reshaped:  # it makes a table in another way
            return KINDS.index("argument too much") + 0.5, False
        if edit.lines[0] in drawing:  # a condition that is never true takes the draws away too
            return KINDS.index("one too many") + (edit.kind != "one too many") / 2, False
        return KINDS.index("other value") if is_typed else _rank(edit, usual, unread), not is_likely

    return sorted(likely, key=place)


def _lines_of_own_numbers(exercise: Exercise, tree: ast.Module) -> set[int]:
    """The lines that give a number a name of the student's own."""
    numbers = [node for node in ast.walk(tree) if isinstance(node, ast.Assign) and isinstance(node.value, ast.Constant)]
    return {node.lineno for node in numbers if not names_in(node) & {*exercise.counts, *exercise.words}}


def _lines_that_draw_if(tree: ast.Module) -> set[int]:
    """The lines with a condition on which random numbers are drawn."""
    return {node.lineno for node in ast.walk(tree) if isinstance(node, ast.If) and drawn_by(node)}


def _slices(tree: ast.Module) -> set[ast.AST]:
    """The slices that leave out one value of a name, but for those of what a loop goes through: few lines need one."""
    loops = {part for loop in ast.walk(tree) if isinstance(loop, ast.For) for part in ast.walk(loop.iter)}
    parts = [node for node in ast.walk(tree) if isinstance(node, ast.Subscript) and isinstance(node.value, ast.Name)]
    return {node for node in parts if text_of(node.slice) in LEAVES_OUT and node not in loops}


def _unread_names(tree: ast.Module) -> set[str]:
    nodes = [node for node in ast.walk(tree) if isinstance(node, ast.Name)]
    return {node.id for node in nodes} - {node.id for node in nodes if isinstance(node.ctx, ast.Load)}


def _likely_names(exercise: Exercise, tree: ast.Module, unread: Set[str]) -> dict[int, set[str]]:
    """Of each line, the names of the right formulas that it lacks, and those that no line reads."""
    nodes = [node for node in ast.walk(tree) if isinstance(node, ast.Name)]
    used = {name for equation in exercise.equations for text in equation.texts for name in names_in(ast.parse(text))}
    lines = {node.lineno for node in nodes}
    return {line: (used | unread) - {node.id for node in nodes if node.lineno == line} for line in lines}


def _gets_one_of(names: Mapping[int, Set[str]], edit: Edit) -> bool:
    """Whether a name is replaced by one of these, or by an entry that the line has."""
    if edit.kind != "other name":
        return False
    return "[" in edit.words[1] or edit.words[1] in names.get(edit.lines[0], ())


def _is_of_a_moved_index(edit: Edit) -> bool:
    """Whether a number is added to the index that changes: a plain index beside it is less likely wrong."""
    return edit.kind in ("other entry", "other value") and isinstance(getattr(edit.node, "slice", None), ast.BinOp)


def _rank(edit: Edit, usual: Set[str], unread: Set[str]) -> float:
    """A loop that counts as usual is right more often than the indices in it.

    So is, of all names, one that no line reads, and an entry that the line has.
    """
    if edit.kind == "other range" and edit.words[0] in usual:
        return KINDS.index(AFTER_AN_ORDER)
    if edit.kind == "other name" and ("[" in edit.words[1] or edit.words[1] in unread):
        return KINDS.index("other operator") - 0.5
    return KINDS.index(edit.kind)


def _is_a_scaled_number_of_the_text(edit: Edit, known: Set[float]) -> bool:
    """Whether a number of the right formulas gets a multiple of it that they lack: it makes up for something else."""
    if edit.kind != "other number" or float(edit.words[0]) not in known:
        return False
    now, other = abs(float(edit.words[0])), abs(float(edit.words[1]))
    return other not in known and other not in (now, now + 1, abs(now - 1))


def _gets_a_number_of_the_text(edit: Edit, known: Set[float]) -> bool:
    """Whether a number that the right formulas do not have gets one that they have: it is the likelier fault."""
    return edit.kind == "other number" and float(edit.words[0]) not in known and float(edit.words[1]) in known
