"""Whose file it is, told from its name: as Canvas, Moodle and nbgrader's exchange name what students hand in.

Canvas writes ``<name>_[LATE_]<user id>_<attachment id>_<file name>`` (the name in lower case, without spaces and
punctuation; ``anon_<id>`` where names are hidden), and ``-1``, ``-2`` at the end of a file handed in again. Moodle
writes ``<full name>_<participant id>_assignsubmission_file[_]`` as a folder, or in front of the file name. The
exchange writes folders ``<student>+<assignment>+<time> UTC[+<random>]``.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from grading.errors import LayoutError
from grading.paths import ASSIGNMENT, stems

CANVAS = re.compile(
    r"(?P<mark>(?:(?P<name>.*?)_)??(?P<late>LATE_)?(?:(?P<id>[1-9]\d*)|anon_(?P<hidden>[A-Za-z0-9]+))_"
    r"(?P<attachment>[1-9]\d*))_(?P<file>.+)"
)
CANVAS_TEXT = re.compile(r".+_(text|link)\.html")
MOODLE = re.compile(r"(?P<name>.*)_(?P<id>\d+)_assignsubmission_(?P<plugin>[a-z]+)(?P<end>_?)(?P<file>.*)", re.DOTALL)
EXCHANGE = re.compile(
    r"(?P<id>.+)\+(?P<assignment>[^+]+)\+(?P<time>\d{4}-\d\d-\d\d [\d:.]+ [A-Za-z0-9:/_-]+)(\+[^+]*)?"
)
COPIES = (  # what is added to a name that is taken: Canvas, browsers and Windows, Jupyter, Drive, macOS
    re.compile(r"-(?P<k>\d{1,3})$"),
    re.compile(r" ?\((?P<k>\d{1,3})\)$"),
    re.compile(r"-Copy(?P<k>\d{1,3})$"),
    re.compile(r" - Copy(?: \((?P<k>\d{1,3})\))?$"),
    re.compile(r"^(?:Copy|Kopie) (?:of|von) (?P<k>)"),
    re.compile(r" copy(?: (?P<k>\d{1,3}))?$"),
)


@dataclass(frozen=True)
class Sent:
    """A file that a student sent.

    ``kind`` is canvas, moodle, exchange or folder; ``id`` the LMS's number of the student, or the student's own name
    in exchange and folder; ``file`` the name that the student gave; ``mark`` what the LMS wants to see again in the
    name of the feedback; ``time`` as the exchange writes it; ``entry`` the whole path in the archive.
    """

    kind: str
    id: str
    name: str
    file: str
    mark: str = ""
    late: bool = False
    attachment: int = 0
    time: str = ""
    entry: str = ""

    @property
    def number(self) -> str:
        """The id, written the same whatever the computer that it comes from does with accents."""
        return unicodedata.normalize("NFC", self.id)


def canvas(path: str) -> Sent:
    """A file of Canvas's "Download Submissions".

    >>> canvas("doejane_LATE_123_4567_04_membrane_potential-1.ipynb").id
    '123'
    """
    name = path.rsplit("/", 1)[-1]
    if CANVAS_TEXT.fullmatch(name):
        raise LayoutError("it is a text or a link that was handed in, not a notebook")
    found = CANVAS.fullmatch(name)
    if not found:
        raise LayoutError("its name is not one that Canvas gives, so it does not say whose it is")
    student = found["id"] or f"anon_{found['hidden']}"
    late, name, attachment = bool(found["late"]), found["name"] or "", int(found["attachment"])
    return Sent("canvas", student, name, found["file"], found["mark"], late, attachment, entry=path)


def moodle(path: str) -> Sent:
    """A file of Moodle's "Download all submissions", in folders or flat.

    >>> moodle("Jane Doe_123_assignsubmission_file_/04.ipynb").mark
    'Jane Doe_123_assignsubmission_file_/'
    """
    parts = path.split("/")
    k = next((k for k, part in enumerate(parts) if MOODLE.fullmatch(part)), None)
    if k is None:
        raise LayoutError("its name is not one that Moodle gives, so it does not say whose it is")
    found = MOODLE.fullmatch(parts[k])
    if found["plugin"] != "file":
        raise LayoutError("it is a text that was handed in, not a notebook")
    if k < len(parts) - 1:
        file, mark = "/".join(parts[k + 1 :]), f"{parts[k]}/"
    else:
        file, mark = found["file"], parts[k].removesuffix(found["file"])
    return Sent("moodle", found["id"], found["name"].strip(), file, mark, entry=path)


def exchange(path: str) -> Sent:
    """A file below ``inbound/`` of nbgrader's exchange."""
    parts = path.split("/")
    found = next(((k, EXCHANGE.fullmatch(part)) for k, part in enumerate(parts[:-1]) if EXCHANGE.fullmatch(part)), None)
    if found is None:
        raise LayoutError("it does not lie in a folder student+assignment+time")
    k, match = found
    if match["assignment"] != ASSIGNMENT:
        raise LayoutError(f"it belongs to the assignment {match['assignment']}")
    return Sent("exchange", match["id"], match["id"], "/".join(parts[k + 1 :]), time=match["time"], entry=path)


def plain(path: str, shared: int = 0) -> Sent:
    """A file of a folder: ``<student>/...`` below the first ``shared`` folders, or ``<student>_<notebook>.ipynb``."""
    *folders, name = path.split("/")
    if ASSIGNMENT in folders[1:]:
        k = folders.index(ASSIGNMENT, 1)
        return Sent("folder", folders[k - 1], folders[k - 1], "/".join([*folders[k + 1 :], name]), entry=path)
    if len(folders) > shared:
        return Sent("folder", folders[shared], folders[shared], "/".join([*folders[shared + 1 :], name]), entry=path)
    if not (found := flat().fullmatch(name)):
        raise LayoutError("neither its folder nor its name says whose it is")
    return Sent("folder", found["id"], found["id"], found["file"], entry=path)


@cache
def flat() -> re.Pattern:
    """``<student>_<notebook>.ipynb``"""
    return re.compile(rf"(?P<id>[^\W_].*?)[ _-]+(?P<file>(?:{'|'.join(stems())}|\d\d_).*\.ipynb)", re.IGNORECASE)


def kind_of(paths: Sequence[str]) -> str:
    """Where the paths come from: canvas, moodle, exchange or folder."""
    if any(MOODLE.fullmatch(part) for path in paths for part in path.split("/")):
        return "moodle"
    if any(EXCHANGE.fullmatch(part) for path in paths for part in path.split("/")[:-1]):
        return "exchange"
    names = [path.rsplit("/", 1)[-1] for path in paths if path.lower().endswith((".ipynb", ".zip"))]
    one_folder = len({path.rpartition("/")[0] for path in paths}) == 1
    return "canvas" if one_folder and 2 * sum(map(bool, map(CANVAS.fullmatch, names))) > len(names) else "folder"


def shared_folders(paths: Sequence[str]) -> int:
    """How many leading folders say nothing about the student, because all paths share them."""
    folders = {tuple(path.split("/")[:-1]) for path in paths if ASSIGNMENT not in path.split("/")[1:-1]}
    names = [path.rsplit("/", 1)[-1] for path in paths]
    common = _common(folders)
    below = {parts[common] for parts in folders if len(parts) > common}
    if len(below) > 1 or (names and all(map(flat().fullmatch, names))):
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


def without_copy_mark(name: str) -> tuple[str, int]:
    """A file name without ending and without what marks a copy, and which copy it is.

    >>> without_copy_mark("04_membrane_potential (2)-1.ipynb")
    ('04_membrane_potential', 3)
    """
    stem, copies = re.sub(r"\.ipynb$", "", name.rsplit("/", 1)[-1], flags=re.IGNORECASE), 0
    for pattern in COPIES * 2:
        if found := pattern.search(stem):
            stem, copies = pattern.sub("", stem), copies + int(found["k"] or 1)
    return stem.strip(), copies
