"""Open a gradebook, or say in a sentence why it cannot be used."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from nbgrader.api import Base, Gradebook, InvalidEntry, MissingEntry
from nbgrader.dbutil import ALEMBIC_DIR
from sqlalchemy import Engine, create_engine, inspect, make_url
from sqlalchemy.exc import SQLAlchemyError

from grading.current_course import COURSE
from grading.errors import GradebookError, NotGradedError
from grading.kept_files import before_sqlite, has_results
from grading.paths import ASSIGNMENT, use_environment

COURSE_ID = COURSE.course_id


def file_of(database: str) -> Path | None:
    """The file of a gradebook, if it is one."""
    try:
        url = make_url(database)
    except SQLAlchemyError:
        return None
    name = url.database if url.get_backend_name() == "sqlite" else None
    return None if not name or name == ":memory:" or name.startswith("file:") else Path(name).resolve()


@contextmanager
def opened(database: str) -> Iterator[Gradebook]:
    """nbgrader's gradebook. Raises GradebookError, on opening and on everything done with it inside."""
    use_environment()
    log = logging.getLogger("tornado.application")  # where nbgrader prints the traceback of what it then raises
    level = log.level
    log.setLevel(logging.CRITICAL)
    try:
        _same_version(database)
        with Gradebook(database, COURSE_ID) as gradebook:
            yield gradebook
    except (SQLAlchemyError, InvalidEntry) as problem:
        raise GradebookError(_why(str(getattr(problem, "orig", None) or problem), database)) from None
    finally:
        log.setLevel(level)


def _same_version(database: str) -> None:
    """Look before opening: nbgrader adds missing tables to an older gradebook, which spoils its own upgrade.

    A new one gets its version and tables here, all or none: nbgrader would start a program for that, which takes 3 s.
    """
    file = file_of(database)
    engine = create_engine(database)
    try:
        if file is not None:
            before_sqlite(file)
        if not inspect(engine).get_table_names():
            with engine.begin() as connection:
                if file is not None:  # else SQLite would make one table after the other
                    connection.exec_driver_sql("BEGIN")
                MigrationContext.configure(connection).stamp(ScriptDirectory(ALEMBIC_DIR), "head")
                Base.metadata.create_all(connection)
        elif not _has_all_columns(engine):
            raise GradebookError(_why("no such column", database))
    finally:
        engine.dispose()


def _has_all_columns(engine: Engine) -> bool:
    """Whether the gradebook has every table and column of this nbgrader."""
    inspector = inspect(engine)
    tables = set(inspector.get_table_names())
    for table in Base.metadata.sorted_tables:
        columns = {column["name"] for column in inspector.get_columns(table.name)} if table.name in tables else set()
        if not columns >= {column.name for column in table.columns}:
            return False
    return True


def _why(text: str, database: str) -> str:
    name = str(file_of(database) or database.rpartition("@")[2])
    if "locked" in text:
        return f"The gradebook {name} is in use by another program: close formgrader, or wait, and try again."
    if "readonly" in text or "read-only" in text:
        return f"The gradebook {name} is read-only: allow writing it, or work on a copy."
    if "no such column" in text or "no such table" in text or "has no column" in text:
        course = f"LIF_COURSE={Path(name).parent} " if database.startswith("sqlite") else ""
        what = f"keep a copy, then run `{course}nbgrader db upgrade`"
        return f"The gradebook {name} is of another version of nbgrader: {what}."
    if "not a database" in text or "malformed" in text:
        return f"{name} is not a gradebook, or it is damaged: put it back from a copy."
    if "unable to open" in text:
        return f"The gradebook {name} cannot be opened: its folder does not exist or may not be written."
    if "full" in text:
        return f"The disk is full: the gradebook {name} could not be written, and holds what it held before."
    return f"The gradebook {name} cannot be used ({text.splitlines()[0][:120]})."


def assignment(gradebook: Gradebook):
    """The assignment in it. Raises GradebookError where nothing was graded yet."""
    try:
        return gradebook.find_assignment(ASSIGNMENT)
    except MissingEntry:
        raise GradebookError(f"There is no assignment {ASSIGNMENT} in the gradebook yet: grade first.") from None


def require_gradebook(course: Path, database: str) -> None:
    """Look whether there is a gradebook; opening it would make an empty one. Raises NotGradedError."""
    if not course.is_dir():
        raise NotGradedError(f"There is no folder {course}.")
    gradebook = file_of(database)
    if gradebook and not gradebook.is_file():
        raise NotGradedError(f"There is no gradebook {gradebook}: grade first, with `python -m grading {course}`.")


def require_graded(course: Path, database: str) -> None:
    """Look whether there are a gradebook and stored verdicts, as ``require_gradebook`` does. Raises NotGradedError."""
    require_gradebook(course, database)
    if not has_results(course):
        raise NotGradedError(f"No verdicts are stored in {course}: grade first, with `python -m grading {course}`.")
