"""The results of a course, stored by the content of the answer, and what was recorded for each student.

One SQLite file. Each change is made completely or not at all, so a run killed at any moment continues where it stopped.
"""

from __future__ import annotations

import json
import sqlite3
import zlib
from collections.abc import Iterator
from pathlib import Path

from grading.kept_files import RESULTS, before_sqlite, kept_folder

TABLES = """
create table if not exists results (key text primary key, content blob not null, final integer not null);
create table if not exists summaries (key text primary key, content text not null);
create table if not exists recorded (
    student text, stem text, key text not null, fingerprint text not null, details text not null,
    primary key (student, stem));
create table if not exists students (student text primary key, details text not null);
create table if not exists facts (name text primary key, value text not null);
"""


class Store:
    """The tables, as a context manager. ``results`` is the cache, and ``summaries`` the same without the outputs.

    ``recorded`` says what stands in the gradebook and the files. ``key`` names a result; ``fingerprint`` is that
    of everything that decides what is written for that student and notebook.
    """

    def __init__(self, course: Path):
        path = before_sqlite(kept_folder(course) / RESULTS)
        self.database = sqlite3.connect(path, timeout=60, isolation_level=None)
        self.database.execute("pragma journal_mode = wal")
        self.database.execute("pragma synchronous = normal")
        self.database.executescript(TABLES)
        self._rename_old_column()

    def __enter__(self) -> Store:
        return self

    def __exit__(self, *_exception) -> None:
        self.database.close()

    def _rename_old_column(self) -> None:
        """In a store of the last version, fingerprints are called ``mark``."""
        columns = self.database.execute("pragma table_info(recorded)").fetchall()
        if "mark" in (name for _, name, *_ in columns):
            self.database.execute("alter table recorded rename column mark to fingerprint")

    def has(self, key: str) -> bool:
        """Whether there is a result that another run could not better."""
        return self._one("select 1 from results where key = ? and final", key) is not None

    def save(self, key: str, result: dict, final: bool = True) -> None:
        """Keep a result; one that is not ``final`` is made again by the next run."""
        summary = json.dumps({name: value for name, value in result.items() if name != "outputs"})
        self.database.execute("insert or replace into summaries values (?, ?)", (key, summary))
        content = zlib.compress(json.dumps(result).encode(), 1)
        self.database.execute("insert or replace into results values (?, ?, ?)", (key, content, final))

    def result(self, key: str) -> dict:
        """Raises KeyError where there is none."""
        row = self._one("select content from results where key = ?", key)
        if row is None:
            raise KeyError(key)
        return _result(zlib.decompress(row[0]))

    def fingerprints(self, student: str) -> dict[str, str]:
        """Stem to fingerprint, of all that is recorded of a student."""
        return dict(self.database.execute("select stem, fingerprint from recorded where student = ?", (student,)))

    def record(self, student: str, rows: dict[str, tuple[str, str, dict]], details: dict, stems: set[str]) -> None:
        """Replace what is recorded of one student in these ``stems``: ``rows`` maps to (key, fingerprint, details)."""
        self.database.execute("begin immediate")
        gone = [(student, stem) for stem in stems]
        self.database.executemany("delete from recorded where student = ? and stem = ?", gone)
        lines = [(student, stem, key, digest, json.dumps(more)) for stem, (key, digest, more) in rows.items()]
        self.database.executemany("insert into recorded values (?, ?, ?, ?, ?)", lines)
        self.database.execute("insert or replace into students values (?, ?)", (student, json.dumps(details)))
        self.database.execute("commit")

    def rename(self, old: str, new: str) -> None:
        """Give a student another name; what was noted of the pages is forgotten, for the name stands in them."""
        self.database.execute("begin immediate")
        for table in ("recorded", "students"):
            self.database.execute(f"update or replace {table} set student = ? where student = ?", (new, old))
        self._forget_pages(old)
        self.database.execute("commit")

    def forget(self, student: str) -> None:
        """Remove a student, and the results of answers that nobody else handed in."""
        self.database.execute("begin immediate")
        alone = "select key from recorded group by key having count(distinct student) = 1 and max(student) = ?"
        for table in ("results", "summaries"):
            self.database.execute(f"delete from {table} where key in ({alone})", (student,))
        for table in ("recorded", "students"):
            self.database.execute(f"delete from {table} where student = ?", (student,))
        self._forget_pages(student)
        self.database.execute("commit")

    def _forget_pages(self, student: str) -> None:
        page = f"page {student}"
        self.database.execute(
            "delete from facts where name = ? or substr(name, 1, ?) = ?", (page, len(page) + 1, f"{page}/")
        )

    def recorded_of(self, student: str) -> dict[str, tuple[str, dict]]:
        """Stem to (key of the result, details), of all that is recorded of a student."""
        rows = self.database.execute("select stem, key, details from recorded where student = ?", (student,))
        return {stem: (key, json.loads(details)) for stem, key, details in rows}

    def results_of(self, student: str) -> dict[str, tuple[dict, dict]]:
        """Stem to (result, details), of all that is recorded of a student."""
        query = "select stem, content, details from recorded join results using (key) where student = ?"
        rows = self.database.execute(query, (student,))
        return {stem: (_result(zlib.decompress(content)), json.loads(details)) for stem, content, details in rows}

    def students(self) -> dict[str, dict]:
        """Student to details (``problems``)."""
        rows = self.database.execute("select student, details from students order by student")
        return {student: json.loads(details) for student, details in rows}

    def rows(self) -> Iterator[tuple[str, str, dict, dict]]:
        """(student, stem, result without its outputs, details) of all that is recorded, for reports."""
        whole = "case when summaries.key is null then results.content end"  # of an older store
        query = f"select student, stem, details, summaries.content, {whole} from recorded join results using (key)"
        query += " left join summaries using (key) order by student, stem"
        for student, stem, details, summary, content in self.database.execute(query):
            result = _result(summary or zlib.decompress(content))
            result.pop("outputs", None)
            yield student, stem, result, json.loads(details)

    def is_used(self) -> bool:
        """Whether anybody was graded in this course before."""
        return self._one("select 1 from recorded") is not None

    def fact(self, name: str) -> str | None:
        """What was noted under a name."""
        row = self._one("select value from facts where name = ?", name)
        return row[0] if row else None

    def set_fact(self, name: str, value: str) -> None:
        """Note a text under a name."""
        self.database.execute("insert or replace into facts values (?, ?)", (name, value))

    def _one(self, query: str, *values):
        return self.database.execute(query, values).fetchone()


def _result(text: str | bytes) -> dict:
    """A stored result; the last version has other names for outputs, causes and the first sentence of a message."""
    result = json.loads(text)
    if "shown" in result:
        result["outputs"] = result.pop("shown")
    for part in result["parts"]:
        if "slip" in part:
            part["cause"] = part.pop("slip")
        message = part["message"]
        if message and "seen" in message:
            part["message"] = {"observed": message["seen"], "means": message["means"], "next": message["next"]}
    return result
