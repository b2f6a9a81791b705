"""A file that a student handed in, and the interface of every system that such files come from.

``Source`` is what collect needs: how files are named, and whether their dates can be trusted. ``LearningSystem`` adds
what class list, export and handback need. Canvas, Moodle, the exchange and a plain folder have a module each.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import TYPE_CHECKING, ClassVar

from .folder_names import slug

if TYPE_CHECKING:
    from .archive import ArchiveItem
    from .export_plugin import MarksExportPlugin
    from .manifest import Student


@dataclass(frozen=True)
class Upload:
    """A file that a student handed in, as far as its path in the download describes it.

    ``kind`` is that of a ``Source``; ``id`` the learning system's number of the student, or the
    student's own name where there is none; ``file`` the name that the student gave; ``upload_prefix`` what the
    learning system wants to see again in the name of the feedback; ``time`` as the exchange writes it; ``entry`` the
    whole path in the archive; ``copy`` says that it lies in a copy of the student's folder.
    """

    kind: str
    id: str
    name: str
    file: str
    upload_prefix: str = ""
    late: bool = False
    attachment: int = 0
    time: str = ""
    entry: str = ""
    copy: bool = False

    @property
    def number(self) -> str:
        """The id, written the same whatever the computer that it comes from does with accents."""
        return unicodedata.normalize("NFC", self.id)


@dataclass
class Authorship:
    """Paths that others than the student wrote, with the reason; the user's number of a student; and sentences."""

    strangers: dict[str, str] = field(default_factory=dict)
    owners: dict[str, int] = field(default_factory=dict)
    notes: list[str] = field(default_factory=list)


class Source:
    """A place that submissions come from."""

    kind: ClassVar[str]  # its name in the manifest and on the command line
    label: ClassVar[str]  # its name in the report
    trusts_dates: ClassVar[bool] = True  # whether the dates of its files can be those of the submissions
    trusts_timestamp_files: ClassVar[bool] = False  # whether a timestamp.txt in it is not the student's own
    students_write_times: ClassVar[bool] = False  # whether the times in its names are the students' own
    says_late: ClassVar[bool] = False  # whether it says of each student that the work was late, or that it was not
    has_local_times: ClassVar[bool] = False  # whether its names say when work came, without a time zone
    own_files: ClassVar[frozenset[str]] = frozenset()  # names of files that it adds, which are nobody's
    secret_file: ClassVar[str] = ""  # a file in each submission without which no feedback goes back to it
    late_note: ClassVar[str]  # the sentence about late students, where it says who was late

    def named(self, paths: Sequence[str]) -> int:
        """How many of these paths are as this source names them; of its own download, all are."""
        return sum(self.names(path) for path in paths)

    def names(self, path: str) -> bool:
        """Whether it is a path as this source makes them."""
        return False

    def upload_of(self, path: str) -> Upload:
        """Whose file it is. Raises LayoutError."""
        raise NotImplementedError

    def reader(self, paths: Sequence[str], ids: Collection[str] = ()) -> Callable[[str], Upload]:
        """What tells whose file it is, in a download with these notebooks and zips; ``ids`` are the class list's."""
        return self.upload_of

    def authorship(
        self, students: Sequence[Sequence[tuple[Upload, ArchiveItem]]], before: Mapping[str, int]
    ) -> Authorship:
        """Who wrote the students' files, as far as it is known; ``before`` is a user's number by student."""
        return Authorship()

    def folder_name(self, upload: Upload) -> str:
        """The student's folder in ``submitted/`` where no class list names it."""
        return slug(upload.number)

    def student_label(self, name: str, number: str) -> str:
        """The student as a sentence names one."""
        return name

    def arrival(self, moment: datetime | None, late: bool, due: datetime | None) -> datetime | None:
        """The time to write down for a submission that came at ``moment``, as far as it is known."""
        return moment


class LearningSystem(Source):
    """A place that numbers its students, and takes marks and feedback back."""

    export_plugin: ClassVar[type[MarksExportPlugin]]
    class_list_aliases: ClassVar[Mapping[str, tuple[str, ...]]] = {}  # names of columns, by the field in them
    class_list_headings: ClassVar[frozenset[str]] = frozenset()  # names in its class list that are no students

    def folder_name(self, upload: Upload) -> str:
        """From the name and the number: two students may have the same name."""
        return slug(upload.name, upload.number)

    def student_label(self, name: str, number: str) -> str:
        """Name and number: two students may have the same name."""
        return f"{name} ({self.kind} {number})"

    def class_list_columns(self, names: list[str], rows: list[list[str]]) -> dict[str, int | None]:
        """Where a field stands in a class list of this system, if its name alone does not say it; None: nowhere."""
        return {}

    def feedback_entries(self, student: Student, pages: dict[str, bytes], html: bool) -> Iterator[tuple[str, bytes]]:
        """(name, content) of each file to upload for a student; with ``html`` the pages go as they are."""
        raise NotImplementedError
