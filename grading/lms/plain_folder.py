"""An instructor's own folder or zip: ``<student>/...``, or files ``<student>_<notebook>.ipynb``."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from contextlib import suppress
from functools import cache, partial

from grading.errors import LayoutError
from grading.paths import ASSIGNMENT, stems
from grading.submissions import student_names
from grading.text import short

from .archive import is_work
from .interface import Source, Upload
from .manifest import FOLDER
from .versions import Candidate, name_and_copy, stem_in_name


class PlainFolder(Source):
    """A folder of students, of whom the instructor gives the names and perhaps the times."""

    kind = "folder"
    label = "a folder of students"
    trusts_dates = False
    trusts_timestamp_files = True

    def reader(self, paths: Sequence[str], ids: Collection[str] = ()) -> Callable[[str], Upload]:
        """What tells whose file it is, below the folders that all students share. A copy of a folder is no student."""
        if are_answers_to_a_form(paths):
            return self._respondent_s
        shared = shared_folders(paths)
        students = set()
        for path in paths:
            with suppress(LayoutError):
                students.add(self.upload_of(path, shared).id)
        return partial(self.upload_of, shared=shared, students=frozenset(students))

    def upload_of(self, path: str, shared: int = 0, students: Collection[str] = ()) -> Upload:
        """A file below the first ``shared`` folders; ``students`` are all that there are. Raises LayoutError.

        >>> PlainFolder().upload_of("class/ada/04.ipynb", 1).id
        'ada'
        """
        *folders, name = path.split("/")
        if len(folders) > shared:
            student, *within = folders[shared:]
            if (other := _owner_of_assignment(folders)) not in (None, student):
                raise LayoutError(f"it is in a folder {ASSIGNMENT} of {other} within the folder of {student}")
            return self._upload(student, "/".join([*within, name]), path, students)
        match = flat_name().fullmatch(name)
        if not match:
            raise LayoutError("neither its folder nor its name says whose it is")
        return self._upload(match["id"], match["file"], path, students)

    def _respondent_s(self, path: str) -> Upload:
        """A file that a form took, named ``<file> - <name>.ipynb``. Raises LayoutError."""
        name = path.rsplit("/", 1)[-1]
        if not is_work(name):
            raise LayoutError("it is not a notebook")
        file, *people = _title(name).split(" - ")
        if len(people) != 1:
            raise LayoutError("its name is not <file> - <student>, or can be read so in two ways")
        return self._upload(people[0].strip(), f"{file}.{name.rpartition('.')[2]}", path, ())

    def _upload(self, student: str, file: str, path: str, students: Collection[str]) -> Upload:
        original = student_names.without_copy_words(student)
        is_copy = original != student and original in students
        student = original if is_copy else student
        return Upload(self.kind, student, student, file, entry=path, copy=is_copy)


@cache
def flat_name() -> re.Pattern:
    """``<student>_<notebook>.ipynb``"""
    return re.compile(
        rf"(?P<id>[^\W_].*?)[ _-]+(?P<file>(?:{'|'.join(stems())}|\d\d_).*\.ipynb(?:\.\w+)?)", re.IGNORECASE
    )


def are_answers_to_a_form(paths: Sequence[str]) -> bool:
    """Whether all are named ``<file> - <name>.ipynb``, with several names in one folder, as Google Forms does.

    >>> are_answers_to_a_form(["form/04 - Ada.ipynb", "form/04 - Ben.ipynb"])
    True
    """
    folders = [path.rpartition("/")[0] for path in paths]
    parts = [_title(path).rsplit(" - ", 1) for path in paths]
    return len(set(folders)) == 1 and all(len(part) == 2 for part in parts) and len({part[-1] for part in parts}) > 1


def files_of_one_name(name: str, uploads: Iterable[Upload], candidates: Sequence[Candidate]) -> list[str]:
    """A sentence about each notebook of which several files differ, where only their names say whose they are.

    A form, or a folder, numbers the second file of one name: it may be that of another student.
    """
    owners = {upload.entry: upload.id for upload in uploads if upload.kind == PlainFolder.kind}
    notes = []
    for stem, digests in sorted(_digests(candidates, owners).items()):
        if len(set(digests.values())) > 1:
            names = ", ".join(short(entry.rsplit("/", 1)[-1]) for entry in sorted(digests))
            notes.append(
                f"{name}: {len(digests)} different files hold {stem} ({names}). The last one is taken, the rest "
                f"is kept in {FOLDER}/. Are they from the same student?"
            )
    return notes


def _digests(candidates: Sequence[Candidate], owners: Mapping[str, str]) -> dict[str, dict[str, str]]:
    """By stem, the digests of the files that no folder of the student's holds, by their paths."""
    found: dict[str, dict[str, str]] = defaultdict(dict)
    for one in candidates:
        entry = one.version.entry
        if entry in owners and owners[entry] not in entry.split("/")[:-1]:
            found[one.stem][entry] = one.version.sha256
    return found


def shared_folders(paths: Sequence[str]) -> int:
    """How many leading folders say nothing about the student, because all paths share them.

    >>> shared_folders(["class/ada/04.ipynb", "class/ben/04.ipynb"])
    1
    """
    all_folders = [path.split("/")[:-1] for path in paths]
    places = {folders.index(ASSIGNMENT, 1) if ASSIGNMENT in folders[1:] else None for folders in all_folders}
    if len(places) == 1 and (place := places.pop()):
        return place - 1
    folders = {tuple(_above_assignment(folders)) for folders in all_folders}
    names = [path.rsplit("/", 1)[-1] for path in paths]
    common = _common(folders)
    below = {parts[common] for parts in folders if len(parts) > common}
    if len(below) > 1 or (names and all(map(flat_name().fullmatch, names))):
        return common
    if len(folders) == 1 and _are_of_several(names):
        return common
    return max(0, common - 1)  # one student: the last folder is the student's


def _above_assignment(folders: list[str]) -> list[str]:
    """The folders above the assignment's, where it is not the first."""
    return folders[: folders.index(ASSIGNMENT, 1)] if ASSIGNMENT in folders[1:] else folders


def _owner_of_assignment(folders: list[str]) -> str | None:
    """The folder right above the assignment's."""
    return _above_assignment(folders)[-1] if ASSIGNMENT in folders[1:] else None


def _are_of_several(names: Sequence[str]) -> bool:
    """Whether the names of files in one folder may be those of students: two that do not say which notebook it is.

    >>> _are_of_several(["Ada.ipynb", "Ben.ipynb"]), _are_of_several(["04.ipynb", "05 new.ipynb", "my.ipynb"])
    (True, False)
    """
    others = {_title(name).casefold() for name in names if stem_in_name(name) is None} - {ASSIGNMENT}
    numbers = {stem[:2] for stem in stems()}
    return any(count > 1 for count in Counter(title[:2] in numbers and title[:2] for title in others).values())


def _title(path: str) -> str:
    """The file's name without its ending and the number of a copy."""
    return name_and_copy(re.sub(r"\.zip$", "", path.rsplit("/", 1)[-1], flags=re.IGNORECASE))[0]


def _common(folders: set[tuple[str, ...]]) -> int:
    """How many of their first parts are the same in all."""
    common = 0
    for level in zip(*folders, strict=False):
        if len(set(level)) > 1:
            break
        common += 1
    return common
