"""An instructor's own folder or zip: ``<student>/...``, or files ``<student>_<notebook>.ipynb``."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Sequence
from contextlib import suppress
from functools import cache, partial

from grading.errors import LayoutError
from grading.paths import ASSIGNMENT, stems
from grading.submissions.student_names import without_copy_mark

from .upload import Source, Upload


class PlainFolder(Source):
    """A folder of students, of whom the instructor gives the names and perhaps the times."""

    kind = "folder"
    label = "a folder of students"
    trusts_dates = False
    trusts_timestamp_files = True

    def recognises(self, paths: Sequence[str]) -> bool:
        """Any paths can be those of a folder."""
        return True

    def reader(self, paths: Sequence[str]) -> Callable[[str], Upload]:
        """What tells whose file it is, below the folders that all students share. A copy of a folder is no student."""
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
        if ASSIGNMENT in folders[1:]:
            k = folders.index(ASSIGNMENT, 1)
            return self._upload(folders[k - 1], "/".join([*folders[k + 1 :], name]), path, students)
        if len(folders) > shared:
            return self._upload(folders[shared], "/".join([*folders[shared + 1 :], name]), path, students)
        match = flat_name().fullmatch(name)
        if not match:
            raise LayoutError("neither its folder nor its name says whose it is")
        return self._upload(match["id"], match["file"], path, students)

    def _upload(self, student: str, file: str, path: str, students: Collection[str]) -> Upload:
        original = without_copy_mark(student)
        student = original if original in students else student
        return Upload(self.kind, student, student, file, entry=path)


@cache
def flat_name() -> re.Pattern:
    """``<student>_<notebook>.ipynb``"""
    return re.compile(
        rf"(?P<id>[^\W_].*?)[ _-]+(?P<file>(?:{'|'.join(stems())}|\d\d_).*\.ipynb(?:\.\w+)?)", re.IGNORECASE
    )


def shared_folders(paths: Sequence[str]) -> int:
    """How many leading folders say nothing about the student, because all paths share them.

    >>> shared_folders(["class/ada/04.ipynb", "class/ben/04.ipynb"])
    1
    """
    folders = {tuple(path.split("/")[:-1]) for path in paths if ASSIGNMENT not in path.split("/")[1:-1]}
    names = [path.rsplit("/", 1)[-1] for path in paths]
    common = _common(folders)
    below = {parts[common] for parts in folders if len(parts) > common}
    if len(below) > 1 or (names and all(map(flat_name().fullmatch, names))):
        return common
    return max(0, common - 1)  # one student: the last folder is the student's


def _common(folders: set[tuple[str, ...]]) -> int:
    """How many of their first parts are the same in all."""
    common = 0
    for level in zip(*folders, strict=False):
        if len(set(level)) > 1:
            break
        common += 1
    return common
