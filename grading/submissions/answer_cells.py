"""Which cells of a submission hold an answer: the rule of ``slipcheck.notebook.answer_cell``, for a file."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import partial

from grading.course import COURSE
from slipcheck.notebook.answer_cell import fingerprint, is_given

LONGEST = 200_000  # characters of an answer


@dataclass
class FoundAnswer:
    """The text of an answer (None: nowhere), the places of the cells that it stands in, and sentences about it."""

    text: str | None = None
    places: list[int] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)


def marker(number: int) -> re.Pattern:
    """The comment by which an answer cell is known."""
    return re.compile(rf"\s*#+\s*exercise\s*0*{number}\b", re.IGNORECASE)


def nbgrader(cell) -> dict:
    """What nbgrader noted of a cell."""
    metadata = cell.get("metadata", {}).get("nbgrader", {})
    return metadata if isinstance(metadata, dict) else {}


def written_answer(cells: list, grade_id: str, stub: str) -> FoundAnswer:
    """The cell with the id; of several the last that differs from the stub."""
    owners = _owners(cells, grade_id)
    changed = [k for k in owners if fingerprint(cells[k].source) != fingerprint(stub)]
    return _only_last(cells, changed or owners)


def code_answer(cells: list, official: list, grade_id: str) -> FoundAnswer:
    """The cell with the id; where it holds no answer, the cell with the marker, else a new one in its place.

    ``official`` are the cells of our own notebook, by which the place is known.
    """
    stub = next(cell.source for cell in official if cell.id == grade_id)
    owners = _owners(cells, grade_id)
    changed = [k for k in owners if not is_idle(cells[k].source, stub)]
    if changed:
        return _joined(cells, changed, grade_id)
    candidates = _candidates(cells, stub, int(grade_id[2:4]))
    marked = _marked(cells, candidates, grade_id)
    if marked:
        answer = _only_last(cells, marked)
    else:
        answer = _joined(cells, _in_place(cells, official, candidates, owners, grade_id), grade_id)
    if answer.places:
        answer.notes.insert(0, _about(bool(owners), bool(marked)))
        return answer
    edited = [k for k in owners if fingerprint(cells[k].source) != fingerprint(stub)]
    return _only_last(cells, edited or owners)


def is_idle(source: str, stub: str) -> bool:
    """Whether a code cell is as given, or holds no code."""
    lines = map(str.strip, source.splitlines())
    return fingerprint(source) == fingerprint(stub) or all(not line or line.startswith("#") for line in lines)


def _about(owned: bool, marked: bool) -> str:
    if not owned:
        return f"The answer cell was recognised by its {'first comment' if marked else 'place in the notebook'}."
    other = "the cell with its comment" if marked else "the new cell beside it"
    return f"The answer cell holds no answer; {other} was graded."


def _owners(cells: list, grade_id: str) -> list[int]:
    """A cell that claims a solution's grade id may be of any kind but a check cell of ours."""
    named = [k for k, cell in enumerate(cells) if grade_id in (nbgrader(cell).get("grade_id"), cell.id)]
    return [k for k in named if not cells[k].source.lstrip().startswith("check(")]


def _candidates(cells: list, stub: str, number: int) -> list[int]:
    """Code that the student may have written as the answer in another cell."""
    of_others = re.compile(r"\s*#+\s*exercise\s*0*(\d+)\b", re.IGNORECASE)
    whole = sum(len(cell.source) for cell in cells if cell.cell_type == "code")
    given: Callable[[str], bool] = partial(is_given, COURSE) if whole <= 2 * LONGEST else lambda source: False

    def is_candidate(cell) -> bool:
        other = of_others.match(cell.source)
        return (
            cell.cell_type == "code"
            and len(cell.source) <= LONGEST
            and not (other and int(other[1]) != number)
            and not is_idle(cell.source, stub)
            and not given(cell.source)
        )

    return [k for k, cell in enumerate(cells) if is_candidate(cell)]


def _marked(cells: list, candidates: list[int], grade_id: str) -> list[int]:
    """Cells whose first lines hold the marker; else those that hold it further down, after cells were merged."""
    begins = marker(int(grade_id[2:4])).match
    lines = {k: cells[k].source.splitlines() for k in candidates}
    first = [k for k in candidates if any(map(begins, lines[k][:5]))]
    return first or [k for k in candidates if any(map(begins, lines[k]))]


def _in_place(cells: list, official: list, candidates: list[int], owners: list[int], grade_id: str) -> list[int]:
    """Candidates between those cells of ours that stand around the answer."""
    answer = next(k for k, cell in enumerate(official) if cell.id == grade_id)
    ids = {cell.id: k for k, cell in enumerate(official)}
    texts = {fingerprint(cell.source): k for k, cell in enumerate(official)}
    places = {k: ids.get(cell.id, texts.get(fingerprint(cell.source))) for k, cell in enumerate(cells)}
    known = {k: place for k, place in places.items() if place is not None and place != answer}
    if owners:
        low = max((k for k in known if k < owners[-1]), default=-1)
    else:
        low = max((k for k, place in known.items() if place < answer), default=-1)
    high = min((k for k in known if k > max([low, *owners[-1:]])), default=len(cells))
    there = [k for k in candidates if low < k < high and k not in owners]
    return [k for k in there if owners and k > owners[-1]] or there


def _only_last(cells: list, places: list[int]) -> FoundAnswer:
    if not places:
        return FoundAnswer()
    notes = [f"There are {len(places)} answer cells; the last one was graded."] if len(places) > 1 else []
    return FoundAnswer(cells[places[-1]].source, places[-1:], notes)


def _joined(cells: list, places: list[int], grade_id: str) -> FoundAnswer:
    """The last of the cells, with those directly before it of which it is a part, as a split leaves them."""
    parts = places[-1:]
    while parts and parts[0] - 1 in places and _goes_on(cells, parts, grade_id):
        parts.insert(0, parts[0] - 1)
    if len(parts) <= 1:
        return _only_last(cells, places)
    notes = [f"The answer stands in {len(parts)} cells, one after the other; they were graded together."]
    if len(parts) < len(places):
        notes.append(f"There are {len(places)} answer cells; the last ones were graded.")
    return FoundAnswer("\n".join(cells[k].source for k in parts), parts, notes)


def _goes_on(cells: list, parts: list[int], grade_id: str) -> bool:
    """Whether the first part goes on with the cell before: it has no marker, and is no other version of that."""
    source = cells[parts[0]].source
    if any(map(marker(int(grade_id[2:4])).match, source.splitlines()[:5])):
        return False
    before, after = _lines(cells[parts[0] - 1].source), _lines(source)
    both = len(before & after)
    return 2 * both < len(before) and (both < 3 or 2 * both < len(after))


def _lines(source: str) -> set[str]:
    """The lines of code, without blanks at their ends."""
    lines = {line.strip() for line in source.splitlines()}
    return {line for line in lines if line and not line.startswith("#")}
