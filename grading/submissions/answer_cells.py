"""Which cells of a submission hold an answer: for code, by the engine's own rule; for text, by the cell's id."""

from __future__ import annotations

from dataclasses import dataclass, field

from grading.course import COURSE
from slipcheck.answer_rule import CodeCell, FoundAnswer, How, find_answer, fingerprint, up_to_the_last_check

NOTES = {
    How.COMMENT: "The given answer cell is empty, unchanged or gone; the cell with its comment was graded.",
    How.NEWER: "A cell below the answer is a newer version of it; that was graded.",
    How.BESIDE: "The answer cell holds no answer; the new cell beside it was graded.",
    How.LAST: "The answer cell is gone; a cell with new code was graded in its place.",
}
BELOW = "Below the checks there is another answer. Only what stands above them is checked and graded."
ONLY_BELOW = "Above the checks there is no answer; the one below them was graded."
NO_CODE = "The answer cell is not a code cell, so it was never run; its text was graded."


@dataclass
class TakenAnswer:
    """The text of an answer (None: nowhere), the places of the cells that it stands in, and sentences about it."""

    text: str | None = None
    places: list[int] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)


def nbgrader(cell) -> dict:
    """What nbgrader noted of a cell."""
    metadata = cell.get("metadata", {}).get("nbgrader", {})
    return metadata if isinstance(metadata, dict) else {}


def written_answer(cells: list, grade_id: str, stub: str) -> TakenAnswer:
    """The cell with the id; of several the last that differs from the stub."""
    owners = _owners(cells, grade_id)
    changed = [k for k in owners if fingerprint(cells[k].source) != fingerprint(stub)]
    places = changed or owners
    if not places:
        return TakenAnswer()
    notes = [f"There are {len(places)} answer cells; the last one was graded."] if len(places) > 1 else []
    return TakenAnswer(cells[places[-1]].source, places[-1:], notes)


def code_answer(cells: list, grade_id: str) -> TakenAnswer:
    """The answer among the code cells down to the last check, as ``check`` finds it among those that were run.

    Where ``check`` can have found none, and so has promised nothing, the cells below count too, and the given cell
    even as a cell of another kind.
    """
    number = int(grade_id[2:4])
    places = [k for k, cell in enumerate(cells) if cell.cell_type == "code"]
    owners = [k for k in _owners(cells, grade_id) if k in places]
    named = [k for k in owners if cells[k].id == grade_id] or owners[:1]
    code = [CodeCell(cells[k].source, grade_id if k in named else "") for k in places]
    seen = up_to_the_last_check(number, code)
    found = find_answer(COURSE, number, seen)
    if found is None:
        return _not_seen(cells, grade_id, code, places)
    notes = _notes(found)
    if len(seen) < len(code) and _is_below(number, code, len(seen)):
        notes.append(BELOW)
    return TakenAnswer(found.text, [places[k] for k in found.places], notes)


def _not_seen(cells: list, grade_id: str, code: list[CodeCell], places: list[int]) -> TakenAnswer:
    """An answer that no check can have seen."""
    found = find_answer(COURSE, int(grade_id[2:4]), code)
    if found is not None:
        return TakenAnswer(found.text, [places[k] for k in found.places], [ONLY_BELOW, *_notes(found)])
    owners = [k for k in _owners(cells, grade_id) if cells[k].source.strip()]
    return TakenAnswer(cells[owners[-1]].source, owners[-1:], [NO_CODE]) if owners else TakenAnswer()


def _is_below(number: int, code: list[CodeCell], seen: int) -> bool:
    """Whether the cells that no check sees hold another answer."""
    whole = find_answer(COURSE, number, code)
    return whole is not None and whole.how is not How.LAST and whole.places[-1] >= seen


def _notes(found: FoundAnswer) -> list[str]:
    notes = [NOTES[found.how]] if found.how in NOTES else []
    if len(found.places) > 1:
        notes.append(f"The answer stands in {len(found.places)} cells, one after the other; they were graded together.")
    if found.others:
        notes.append(f"There are {found.others + 1} answer cells; the last one was graded.")
    return notes


def _owners(cells: list, grade_id: str) -> list[int]:
    """A cell that claims a solution's grade id may be of any kind but a check cell of ours."""
    named = [k for k, cell in enumerate(cells) if grade_id in (nbgrader(cell).get("grade_id"), cell.id)]
    return [k for k in named if not cells[k].source.lstrip().startswith("check(")]
