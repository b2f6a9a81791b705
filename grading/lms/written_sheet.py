"""Written answers as one list to grade: ``written.csv``, without names, equal answers together, written and read back.

A row's id depends on the student and the answer, so points for an older answer never count for a newer one. The store
keeps what the list was written with: only an instructor's changes are recorded.
"""

from __future__ import annotations

import hashlib
import hmac
import json
import re
from collections import Counter
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass, field, replace
from pathlib import Path

from grading.errors import CsvFileError
from grading.execution.hidden_parameters import secret
from grading.execution.result_store import Store
from grading.files import write
from grading.gradebook.written_marks import WrittenMark, give, written_marks
from grading.submissions.answer_lines import ON_THE_PAGE, written_part
from grading.text import points

from .csv_file import DELIMITERS, as_typed, harmless, new, texts_of

FILE, KEPT = "written.csv", "written.kept.csv"
HEADER = ["id", "answer", "pictures", "times", "points", "of", "comment"]
NEEDED = ("id", "points", "comment")  # columns that are read back
FACT = "written answers"  # what the store calls the list as it was written
LONGEST = 30_000  # characters of an answer; a spreadsheet's cell takes no more
PICTURE = re.compile(  # none of its parts is looked for further than the next place where it could begin
    r"!\[(?P<alt>(?:[^\]!]|!(?!\[))*)\]\((?:attachment:(?P<name>[^)\s]{1,600})|data:image/(?P<kind>\w{1,20})[^()]*)\)"
)
NAMED = re.compile(r"(?P<letter>[A-Z])(?::\s*(?P<text>.+))?", re.DOTALL)


@dataclass
class Row:
    """One answer: its id, its text without pictures, their names, and its mark."""

    id: str
    answer: str
    pictures: list[str]
    mark: WrittenMark

    @property
    def form(self) -> str:
        """The same for answers that differ in case and white space alone."""
        return " ".join(self.answer.casefold().split())

    @property
    def typed(self) -> tuple[str, str]:
        """Points and comment as cells."""
        given = "" if self.mark.points is None else points(self.mark.points)
        return given, self.mark.comment


@dataclass
class Taken:
    """What a run did: marks taken from the list, answers that wait, and sentences about what was not taken."""

    path: Path
    taken: int = 0
    waiting: int = 0
    problems: list[str] = field(default_factory=list)


def exchange(course: Path, database: str, same: bool = False) -> Taken:
    """Take what was typed into the list, if there is one, and write it anew. With ``same``, equal answers share a mark.

    Raises GradebookError, CsvFileError, WriteError.
    """
    done = Taken(course / FILE)
    with Store(course) as store:
        rows = _rows(course, database, store)
        if done.path.exists():
            changed = _typed(done, rows, json.loads(store.fact(FACT) or "{}"))
            changed = _shared(rows, changed) if same else changed
            give(database, (replace(rows[id].mark, points=mark[0], comment=mark[1]) for id, mark in changed.items()))
            done.taken = len(changed)
            if done.problems:
                done.problems.append(f"The list as you typed it is kept in {_keep(course)}.")
            rows = _rows(course, database, store)
        _write(done.path, list(rows.values()))
        store.set_fact(FACT, json.dumps({row.id: row.typed for row in rows.values()}))
    done.waiting = sum(row.mark.points is None for row in rows.values())
    return done


def _keep(course: Path) -> str:
    """Copy the list to a name that no other copy has. Raises WriteError."""
    data = (course / FILE).read_bytes()
    path = course / KEPT
    number = 1
    while path.exists() and path.read_bytes() != data:
        number += 1
        path = (course / KEPT).with_stem(f"{Path(KEPT).stem}-{number}")
    write(path, data)
    return path.name


def _rows(course: Path, database: str, store: Store) -> dict[str, Row]:
    """Every written answer of the class by its id."""
    key = secret(course)
    rows = {}
    for mark in written_marks(database):
        _, details = store.recorded_of(mark.student).get(mark.stem, ("", {}))
        text = written_part(mark.stem, mark.grade_id, details.get("answers", {}).get(mark.grade_id, ""))
        about = f"{mark.student}\0{mark.grade_id}\0{text}".encode("utf-8", "replace")
        name = hmac.new(key, about, hashlib.sha256).hexdigest()[:10]
        answer, pictures = _without_pictures(text)
        rows[f"a{name}"] = Row(f"a{name}", answer[:LONGEST], pictures, mark)
    return rows


def _without_pictures(text: str) -> tuple[str, list[str]]:
    """The text with a name in place of each picture, and the names.

    >>> _without_pictures("so: ![](data:image/png;base64,AAAA)")
    ('so: [picture_1.png]', ['picture_1.png'])
    """
    names = ["on the page"] * text.count(ON_THE_PAGE)

    def named(match: re.Match) -> str:
        names.append(match["name"] or f"picture_{len(names) + 1}.{match['kind']}")
        return f"[{names[-1]}]"

    return PICTURE.sub(named, text), names


def _write(path: Path, rows: list[Row]) -> None:
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
    write(path, new([HEADER, *([harmless(cell) for cell in line] for line in lines)]).bytes())


def _typed(done: Taken, rows: dict[str, Row], before: dict[str, list[str]]) -> dict[str, tuple[float | None, str]]:
    """Points and comment of each answer whose row was changed, by id."""
    comments: dict[str, str] = {}
    changed = {}
    for line, cell in _lines(done.path.read_bytes()):
        name = cell.get("id", "").strip()
        known = before.get(name, ["", ""])
        comment = _comment(cell["comment"], comments) if "comment" in cell else known[1]
        typed = cell.get("points", known[0]).strip(), comment
        if list(typed) == known:
            continue
        try:
            changed[name] = _points(typed[0], rows[name].mark.most), typed[1]
        except KeyError:
            done.problems.append(f"Line {line} was not recorded: its answer has changed since, or does not exist.")
        except ValueError:
            done.problems.append(f"Line {line}: {typed[0]!r} is not a number from 0 to {points(rows[name].mark.most)}.")
    return changed


def _lines(data: bytes) -> list[tuple[int, dict[str, str]]]:
    """The number and the cells by column of each line, wherever the header is. Raises CsvFileError.

    A missing cell is left out, so that no mark is taken back whose cell nobody emptied.
    """
    tables = [(rows, _header(rows)) for rows in _tables(data)]
    rows, header = max(tables, key=lambda table: _columns_in(table[1]), default=([], []))
    for name in NEEDED:
        if header.count(name) != 1:
            raise CsvFileError(
                f"{FILE} was not read, because its header does not name one column {name!r}. Nothing was recorded. "
                f"Put it back (the columns are {', '.join(HEADER)}), or move the file away: then a new list is written."
            )
    numbered = [(k, row) for k, row in enumerate(rows, 1) if any(row) and _names(row) != header]
    return [(k, dict(zip(header, row, strict=False))) for k, row in numbered]


def _tables(data: bytes) -> Iterator[list[list[str]]]:
    """The rows by each delimiter; where the header is not the first line, that does not say which it is."""
    for delimiter in DELIMITERS:
        with suppress(CsvFileError):
            yield texts_of(data, delimiter)


def _header(rows: list[list[str]]) -> list[str]:
    """The row that names most of the columns: sorting a list moves it."""
    return max(map(_names, rows), key=_columns_in, default=[])


def _columns_in(names: list[str]) -> int:
    return len({*HEADER} & {*names})


def _names(row: list[str]) -> list[str]:
    return [cell.strip().casefold() for cell in row]


def _comment(text: str, comments: dict[str, str]) -> str:
    """A comment: ``A: Say why.`` names it for this list, and ``A`` alone is the same again.

    >>> known = {}
    >>> _comment("A: Say why.", known), _comment("A", known), _comment("B", known)
    ('Say why.', 'Say why.', 'B')
    """
    text = as_typed(text.strip())
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


def _shared(rows: dict[str, Row], changed: dict[str, tuple[float | None, str]]) -> dict:
    """The changed marks, and the same for each equal answer that has no points yet."""
    by_form = {rows[name].form: mark for name, mark in reversed(changed.items()) if mark[0] is not None}
    same = {name: by_form[row.form] for name, row in rows.items() if row.form in by_form and row.mark.points is None}
    return same | changed
