"""Written answers as one list to grade: ``written.csv``, without names, equal answers together, written and read back.

A row's id depends on the student and the answer, so points for an older answer never count for a newer one. The store
keeps what the list was written with: only an instructor's changes are recorded.
"""

from __future__ import annotations

import hashlib
import hmac
import json
import re
import unicodedata
from collections import Counter
from dataclasses import dataclass, field, replace
from pathlib import Path

from grading.execution.hidden_parameters import secret
from grading.execution.result_store import Store
from grading.files import write
from grading.gradebook.written_marks import WrittenMark, give, written_marks
from grading.submissions.answer_lines import with_pictures
from grading.text import points
from slipcheck.cell_pictures import IMAGE

from .csv_file import escaped, new, unescaped
from .written_lines import FILE, HEADER, Line, list_lines
from .written_pictures import PictureFiles

KEPT = "written.kept.csv"
FACT = "written answers"  # what the store calls the list as it was written
LONGEST = 30_000  # characters of an answer; a spreadsheet's cell takes no more
PICTURE = re.compile(  # none of its parts is looked for further than the next place where it could begin
    r"!\[(?P<alt>(?:[^\]!]|!(?!\[))*)\]\((?:attachment:(?P<name>[^)\s]{1,600})|data:image/(?P<kind>\w{1,20})[^()]*)\)"
)
NAMED = re.compile(r"(?P<letter>[A-Z])(?::\s*(?P<text>.+))?", re.DOTALL)


@dataclass
class AnswerRow:
    """One answer: its id, its text without pictures, their names, its form, and its mark.

    The form is the same for answers that differ in case and white space alone: their pictures are the same too.
    """

    id: str
    answer: str
    pictures: list[str]
    form: str
    mark: WrittenMark

    @property
    def typed(self) -> tuple[str, str]:
        """Points and comment as cells."""
        given = "" if self.mark.points is None else points(self.mark.points)
        return given, self.mark.comment


@dataclass
class SheetReport:
    """What a run did: marks taken from the list, answers that wait, and sentences about what was not taken."""

    path: Path
    taken: int = 0
    waiting: int = 0
    problems: list[str] = field(default_factory=list)


def exchange(course: Path, database: str, same: bool = False) -> SheetReport:
    """Take what was typed into the list, if there is one, and write it anew. With ``same``, equal answers share a mark.

    Raises GradebookError, CsvFileError, WriteError.
    """
    done = SheetReport(course / FILE)
    with Store(course) as store:
        rows = _rows(course, database, store)
        if done.path.exists():
            data = done.path.read_bytes()
            changed = _typed(done, data, rows, json.loads(store.fact(FACT) or "{}"))
            changed = _shared(rows, changed) if same else changed
            if done.problems:
                done.problems.append(f"The list as you typed it is kept in {_keep(course, data)}.")
            give(database, (replace(rows[id].mark, points=mark[0], comment=mark[1]) for id, mark in changed.items()))
            done.taken = len(changed)
            rows = _rows(course, database, store)
        _write(done.path, list(rows.values()))
        store.set_fact(FACT, json.dumps({row.id: row.typed for row in rows.values()}))
    done.waiting = sum(row.mark.points is None for row in rows.values())
    return done


def _keep(course: Path, data: bytes) -> str:
    """Keep the list as it was typed, under a name that no other copy has. Raises WriteError."""
    path = course / KEPT
    number = 1
    while path.exists() and path.read_bytes() != data:
        number += 1
        path = (course / KEPT).with_stem(f"{Path(KEPT).stem}-{number}")
    write(path, data)
    return path.name


def _rows(course: Path, database: str, store: Store) -> dict[str, AnswerRow]:
    """Every written answer of the class by its id."""
    key = secret(course)
    files = PictureFiles(course)
    rows = {}
    for mark in written_marks(database):
        _, details = store.recorded_of(mark.student).get(mark.stem, ("", {}))
        text = with_pictures(mark.stem, mark.grade_id, details.get("answers", {}).get(mark.grade_id, ""))
        about = f"{mark.student}\0{mark.grade_id}\0{text}".encode("utf-8", "replace")
        name = hmac.new(key, about, hashlib.sha256).hexdigest()[:10]
        answer, pictures = _without_pictures(text, files.put_in_place(mark.student, mark.stem, text))
        answer = unicodedata.normalize("NFC", answer[:LONGEST])  # a sign that is another form of ; gets quotes too
        rows[f"a{name}"] = AnswerRow(f"a{name}", answer, pictures, _form(text), mark)
    files.remove_others()
    return rows


def _form(text: str) -> str:
    """Case, white space and what a picture is called do not count; which picture it is counts."""
    named = IMAGE.sub(r"![](attachment:\1)", unicodedata.normalize("NFC", text))
    return " ".join(named.casefold().split())


def _without_pictures(text: str, files: list[str]) -> tuple[str, list[str]]:
    """The text with the name of its file in place of each picture, and these names, equal for equal pictures.

    >>> _without_pictures("so: ![](attachment:ab)", ["written_pictures/ab.png"])
    ('so: [picture: written_pictures/ab.png]', ['written_pictures/ab.png'])
    """
    names = list(files)
    following = iter(files)
    text = IMAGE.sub(lambda _: f"[picture: {next(following)}]", text)

    def named(match: re.Match) -> str:
        names.append(match["name"] or f"picture_{len(names) + 1}.{match['kind']}")
        return f"[{names[-1]}]"

    return PICTURE.sub(named, text), names


def _write(path: Path, rows: list[AnswerRow]) -> None:
    """The list, with the answers that most students gave first, and equal ones together."""
    times = Counter(row.form for row in rows)
    ordered = sorted(rows, key=lambda row: (-times[row.form], row.form, row.id))
    lines = [
        [
            row.id,
            row.answer,
            ", ".join(row.pictures),
            str(times[row.form]),
            row.typed[0],
            points(row.mark.most),
            row.mark.comment,
        ]
        for row in ordered
    ]
    write(path, new([HEADER, *([escaped(cell) for cell in line] for line in lines)]).bytes())


def _typed(
    done: SheetReport, data: bytes, rows: dict[str, AnswerRow], before: dict[str, list[str]]
) -> dict[str, tuple[float | None, str]]:
    """Points and comment of each answer whose line was changed, by id; a problem for each line not understood."""
    ours = before.keys() | rows.keys()
    lines = list_lines(data, ours)
    comments: dict[str, str] = {}
    changed: dict[str, tuple[float | None, str]] = {}
    for line in lines:
        known = before.get(line.id, ["", ""])
        comment = _comment(line.cells["comment"], comments) if "comment" in line.cells else known[1]
        typed = [line.cells.get("points", known[0]).strip(), comment]
        if typed == known and line.id in ours and not line.is_too_long:
            continue
        try:
            mark = _mark(line, typed, rows)
            if changed.setdefault(line.id, mark) != mark:
                raise ValueError("another line has another mark for the same answer")
        except ValueError as reason:
            done.problems.append(f"Line {line.number} was not recorded: {reason}.")
    absent = len(before.keys() & rows.keys() - {line.id for line in lines})
    if absent:
        done.problems.append(f"The list has no line for {absent} of its answers; their marks stay as they were.")
    return changed


def _mark(line: Line, typed: list[str], rows: dict[str, AnswerRow]) -> tuple[float | None, str]:
    """Points and comment that a line gives. Raises ValueError, which says why it gives none."""
    if line.is_too_long:
        raise ValueError("it has more cells than the header")
    if line.id not in rows:
        raise ValueError("its answer has changed since, or does not exist")
    most = rows[line.id].mark.most
    try:
        return _points(typed[0], most), typed[1]
    except ValueError:
        raise ValueError(f"{typed[0]!r} is not a number from 0 to {points(most)}") from None


def _comment(text: str, comments: dict[str, str]) -> str:
    """A comment: ``A: Say why.`` names it for this list, and ``A`` alone is the same again.

    >>> known = {}
    >>> _comment("A: Say why.", known), _comment("A", known), _comment("B", known)
    ('Say why.', 'Say why.', 'B')
    """
    text = unescaped(text.strip())
    match = NAMED.fullmatch(text)
    if match and match["text"]:
        comments[match["letter"]] = match["text"].strip()
    return comments.get(match["letter"], text) if match else text


def _points(text: str, most: float) -> float | None:
    """Points as they are typed, None where there are none. Raises ValueError."""
    if not text:
        return None
    value = float(text.replace(",", "."))
    if not 0 <= value <= most:
        raise ValueError(text)
    return value


def _shared(rows: dict[str, AnswerRow], changed: dict[str, tuple[float | None, str]]) -> dict:
    """The changed marks, and the same for each equal answer that has no points yet."""
    by_form = {rows[name].form: mark for name, mark in reversed(changed.items()) if mark[0] is not None}
    same = {name: by_form[row.form] for name, row in rows.items() if row.form in by_form and row.mark.points is None}
    return same | changed
