"""What is judged in a notebook file: the text of its answers, and the code that was added."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from enum import Enum, auto

from slipcheck.answer_rule import (
    CodeCell,
    FoundAnswer,
    How,
    find_answer,
    is_given,
    is_idle,
    last_check,
    up_to_the_last_check,
)
from slipcheck.course import Course
from slipcheck.judge.parse import LONGEST

from .notebook_file import FileCell
from .written_answers import find_written, own_text

WRITTEN = 20_000  # characters of an answer in words, and of all other words together, that are read


class Kind(Enum):
    """What may be said of an answer in a file."""

    COMMENT = auto()  # the given cell is empty, unchanged or gone; the one with its comment counts
    NEWER = auto()  # a cell below is a newer version, and counts
    BESIDE = auto()  # the given cell holds no answer; the new one beside it counts
    LAST = auto()  # the given cell is gone; a cell with new code counts
    SPLIT = auto()  # it stands in ``count`` cells
    SEVERAL = auto()  # there are ``count`` answer cells, of which the last counts
    BELOW = auto()  # another answer stands below the checks, and does not count
    ONLY_BELOW = auto()  # the only answer stands below the checks, and counts
    NO_CODE = auto()  # the answer cell is no code cell
    MISSING = auto()  # there is no answer cell
    TOO_LONG = auto()  # the answer has too many characters to be judged
    ADDED_TOO_LONG = auto()  # the cells that were added are too long to be run
    WORDS_CUT = auto()  # an answer in words has ``count`` characters, of which the first count
    ADDED_WORDS_CUT = auto()  # what was added in words has ``count`` characters, of which the first count
    ELSEWHERE = auto()  # a part of an answer in words, or all of it, stands outside of its cell
    WORDS_IN_CODE = auto()  # the cell that is given for an answer in words is a code cell now


@dataclass(frozen=True)
class Remark:
    """What is odd about the answer with this grade id."""

    kind: Kind
    grade_id: str
    count: int = 0


@dataclass
class FileAnswers:
    """``answers`` maps grade ids to texts; ``added`` holds the code of cells that the student added, with whether they
    stood before the answer, and ``added_text`` what the student added in words, alike. ``pictures`` maps the names in
    these texts to pictures in base64. ``started``: an answer is not as it was given.
    """

    answers: dict[str, str] = field(default_factory=dict)
    added: list[tuple[bool, str]] = field(default_factory=list)
    added_text: list[tuple[bool, str]] = field(default_factory=list)
    pictures: dict[str, str] = field(default_factory=dict)
    remarks: list[Remark] = field(default_factory=list)
    started: bool = False


def answers_of(course: Course, number: int, cells: Sequence[FileCell], stubs: Mapping[str, str]) -> FileAnswers:
    """The answers to an exercise among all cells of a file; ``stubs`` maps grade ids to the texts that were given."""
    found = FileAnswers()
    grade_id = code_id(number)
    places: set[int] = set()
    if grade_id in stubs:
        places.update(_take(found, _code_answer(course, number, cells), grade_id, stubs[grade_id]))
    in_words = {name: stub for name, stub in stubs.items() if name != grade_id}
    for name, answer in _written_answers(course, number, cells, in_words, max(places, default=-1)).items():
        places.update(_take(found, answer, name, in_words[name]))
    _take_added(found, course, number, cells, places)
    _take_added_text(found, course, number, cells, places)
    return found


def code_id(number: int) -> str:
    """The grade id of the code that answers an exercise."""
    return f"ex{number:02d}"


def is_unanswered(text: str, stub: str) -> bool:
    """Whether a written answer is empty, or left as given."""
    return text.strip() in ("", stub.strip())


def run_order(added: Sequence[tuple[bool, str]]) -> list[str]:
    """The code of the added cells as it is offered to the answer: first what stood before it."""
    return [text for before, text in added if before] + [text for before, text in added if not before]


@dataclass
class _Answer:
    """The text of an answer (None: nowhere), and the places of the cells that it stands in."""

    text: str | None = None
    places: list[int] = field(default_factory=list)
    remarks: list[Remark] = field(default_factory=list)


def _take(found: FileAnswers, answer: _Answer, grade_id: str, stub: str) -> list[int]:
    """Add an answer; the places of the cells that it was taken from."""
    found.remarks += answer.remarks
    text = answer.text
    if text is None:
        found.remarks.append(Remark(Kind.MISSING, grade_id))
        return []
    if len(text) > LONGEST:
        found.remarks.append(Remark(Kind.TOO_LONG, grade_id))
        text = stub
    found.answers[grade_id] = text
    found.started |= not is_idle(text, stub)
    return answer.places


def _take_added(found: FileAnswers, course: Course, number: int, cells: Sequence[FileCell], places: set[int]) -> None:
    """Add the code that the student added; ``places`` are those of the answers."""
    answers = set(found.answers.values())
    before = True
    if sum(len(cell.source) for cell in cells if cell.cell_type == "code") > 2 * LONGEST:
        found.remarks.append(Remark(Kind.ADDED_TOO_LONG, code_id(number)))
        return
    for k, cell in enumerate(cells):
        if k in places or cell.source in answers:
            before = False
        elif _is_own_code(course, cell):
            found.added.append((before, cell.source))


def _is_own_code(course: Course, cell: FileCell) -> bool:
    """Whether the student wrote this code cell, beside the answers."""
    is_code = cell.cell_type == "code" and cell.source.strip() != ""
    return is_code and not is_given(course, cell.source) and not cell.is_solution


def _take_added_text(
    found: FileAnswers, course: Course, number: int, cells: Sequence[FileCell], places: set[int]
) -> None:
    """Add what the student wrote in words, but for the answers, and all pictures."""
    answer = next((k for k in sorted(places) if cells[k].cell_type == "code"), len(cells))
    length = 0
    for k, cell in enumerate(cells):
        text = own_text(course, cell.source) if cell.cell_type != "code" and k not in places else ""
        if part := text[: max(0, WRITTEN - length)]:
            found.added_text.append((k < answer, part))
        if text or k in places:
            found.pictures |= cell.pictures
        length += len(text)
    if length > WRITTEN:
        found.remarks.append(Remark(Kind.ADDED_WORDS_CUT, code_id(number), length))


def _written_answers(
    course: Course, number: int, cells: Sequence[FileCell], stubs: Mapping[str, str], answer: int
) -> dict[str, _Answer]:
    """The answers in words; ``answer`` is the place of the code."""
    if not stubs:
        return {}
    code = [k for k, cell in enumerate(cells) if cell.cell_type == "code"]
    last = last_check(number, [CodeCell(cells[k].source) for k in code])
    below = answer if last is None else max(code[last], answer)
    owners = {grade_id: _owners(cells, grade_id) for grade_id in stubs}
    answers = {}
    for grade_id, text in find_written(course, cells, stubs, owners, below).items():
        remarks = [Remark(Kind.ELSEWHERE, grade_id)] if text.is_elsewhere else []
        if any(cells[k].cell_type == "code" for k in owners[grade_id]):
            remarks.append(Remark(Kind.WORDS_IN_CODE, grade_id))
        words = text.text
        if words is not None and len(words) > WRITTEN:
            remarks.append(Remark(Kind.WORDS_CUT, grade_id, len(words)))
            words = words[:WRITTEN]
        answers[grade_id] = _Answer(words, list(text.places), remarks)
    return answers


def _code_answer(course: Course, number: int, cells: Sequence[FileCell]) -> _Answer:
    """The answer among the code cells down to the last check, as ``check`` finds it among those that were run.

    Where ``check`` can have found none, and so has promised nothing, the cells below count too, and the given cell
    even as a cell of another kind.
    """
    grade_id = code_id(number)
    places = [k for k, cell in enumerate(cells) if cell.cell_type == "code"]
    owners = [k for k in _owners(cells, grade_id) if k in places]
    named = [k for k in owners if cells[k].id == grade_id] or owners[:1]
    code = [CodeCell(cells[k].source, grade_id if k in named else "") for k in places]
    seen = up_to_the_last_check(number, code)
    found = find_answer(course, number, seen)
    if found is not None:
        remarks = _remarks(found, grade_id)
        if len(seen) < len(code) and _is_below(course, number, code, len(seen)):
            remarks.append(Remark(Kind.BELOW, grade_id))
        return _Answer(found.text, [places[k] for k in found.places], remarks)
    found = find_answer(course, number, code)  # that no check can have seen
    if found is not None:
        remarks = [Remark(Kind.ONLY_BELOW, grade_id), *_remarks(found, grade_id)]
        return _Answer(found.text, [places[k] for k in found.places], remarks)
    owners = [k for k in _owners(cells, grade_id) if cells[k].source.strip()]
    return _Answer(cells[owners[-1]].source, owners[-1:], [Remark(Kind.NO_CODE, grade_id)]) if owners else _Answer()


def _is_below(course: Course, number: int, code: list[CodeCell], seen: int) -> bool:
    """Whether the cells that no check sees hold another answer."""
    whole = find_answer(course, number, code)
    return whole is not None and whole.how is not How.LAST and whole.places[-1] >= seen


def _remarks(found: FoundAnswer, grade_id: str) -> list[Remark]:
    remarks = [Remark(Kind[found.how.name], grade_id)] if found.how.name in Kind.__members__ else []
    if len(found.places) > 1:
        remarks.append(Remark(Kind.SPLIT, grade_id, len(found.places)))
    if found.others:
        remarks.append(Remark(Kind.SEVERAL, grade_id, found.others + 1))
    return remarks


def _owners(cells: Sequence[FileCell], grade_id: str) -> list[int]:
    """A cell that claims a solution's grade id may be of any kind but a check cell of ours."""
    named = [k for k, cell in enumerate(cells) if grade_id in (cell.grade_id, cell.id)]
    return [k for k in named if not cells[k].source.lstrip().startswith("check(")]
