"""Whose each folder in ``submitted/`` is: that of one student of one download, or of one line of the class list.

Nothing of another student is put into it. A student who is known by a name alone, which anybody can choose, then gets
a folder of their own; else the work is left out.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from enum import IntEnum

from .arrival import Files, Settings
from .collect_report import CollectReport, printable
from .interface import Upload
from .learning_systems import SOURCES
from .manifest import NAMED, Manifest, Student

ADVICE = "a class list with lms_user_id tells them apart"


class Reason(IntEnum):
    """Why a student gets a folder, the best reason first."""

    COLLECTED_BEFORE = 0
    IN_CLASS_LIST = 1  # by number or id
    OWN_NAME = 2  # as the download names the student
    SAME_NAME = 3  # as a student of the class list


@dataclass(frozen=True)
class Claim:
    """A student's claim to a folder."""

    files: Files
    folder: str
    reason: Reason

    @property
    def upload(self) -> Upload:
        """One of the files, which says whose they are."""
        return self.files[0][0]

    @property
    def label(self) -> str:
        """The student as a sentence names one."""
        return label(self.upload.kind, self.upload.name, self.upload.number)


def label(kind: str, name: str, number: str) -> str:
    """A student as a sentence names one."""
    return SOURCES[kind].student_label(printable(name), number)


@dataclass
class FolderOwners:
    """Who has which folder, from what was collected before and the class list; what is said goes to the report."""

    book: Manifest
    settings: Settings
    report: CollectReport
    granted: dict[str, Claim] = field(default_factory=dict)  # by folder, as it was before or in lower case

    def grant(self, students: list[Files]) -> list[tuple[str, Files]]:
        """The folder and the files of each student who gets a folder."""
        claims = [self._claim(files) for files in students]
        lost = self._grant(claims)
        again = []
        for claim, others in lost:
            if claim.reason is Reason.SAME_NAME:
                folder = self.report.source.folder_name(claim.upload)
                again.append(replace(claim, folder=folder, reason=Reason.OWN_NAME))
                self._note(
                    f"{claim.label} is collected as {folder}, because {claim.folder} can be {others} too: {ADVICE}."
                )
            else:
                self._leave_out(claim, others)
        for claim, others in self._grant(again):
            self._leave_out(claim, others)
        self.settings.namesakes |= {(one.kind, one.number) for one in self._namesakes(claims)}
        return [(claim.folder, claim.files) for claim in self.granted.values()]

    def _namesakes(self, claims: list[Claim]) -> Iterator[Upload]:
        """Students whose name is that of one in the class list, who may be somebody else."""
        named = defaultdict(list)
        for claim in claims:
            if (person := self.settings.person(claim.upload)) and not self.settings.sure_person(claim.upload):
                named[person.id].append(claim.upload)
        for folder, uploads in named.items():
            owner = self._owner(folder.casefold())
            holder = self.granted.get(folder.casefold())
            holders = {(owner[1].kind, owner[1].id)} if owner else set()
            holders |= {(holder.upload.kind, holder.upload.number)} if holder else set()
            for upload in uploads:
                if len(uploads) > 1 or holders - {(upload.kind, upload.number)}:
                    yield upload

    def _claim(self, files: Files) -> Claim:
        """As before; else as the class list says; else as the source names a student's folder."""
        upload = files[0][0]
        before = self.book.folder_of(upload.kind, upload.number)
        person = self.settings.person(upload)
        if before is not None:
            claim = Claim(files, before, Reason.COLLECTED_BEFORE)
            if person and person.id != before:
                self._note(f"{claim.label} was collected before as {before}, not as {person.id}: unchanged.")
            return claim
        if person:
            sure = self.settings.sure_person(upload)
            return Claim(files, person.id, Reason.IN_CLASS_LIST if sure else Reason.SAME_NAME)
        claim = Claim(files, self.report.source.folder_name(upload), Reason.OWN_NAME)
        if self.settings.class_list:
            self._note(f"{claim.label} is not in the class list, but was collected anyway.")
        return claim

    def _grant(self, claims: list[Claim]) -> list[tuple[Claim, str]]:
        """Give each folder to the one student with the best reason: who gets none, and the others who claim it."""
        by_folder = defaultdict(list)
        for claim in claims:
            by_folder[claim.folder if claim.folder in self.book.students else claim.folder.casefold()].append(claim)
        lost = []
        for key, rivals in by_folder.items():
            before = self.granted.get(key)
            owner = self._owner(key)
            allowed = [] if before else [claim for claim in rivals if owner is None or self._is(claim, *owner)]
            best = min((claim.reason for claim in allowed), default=None)
            chosen = [claim for claim in allowed if claim.reason is best]
            if len(chosen) == 1:
                self.granted[key] = replace(chosen[0], folder=owner[0] if owner else chosen[0].folder)
            holder = self.granted.get(key)
            held = holder.label if holder else self._label(owner)
            for claim in rivals:
                if holder is None or claim.files is not holder.files:
                    others = [held] if held else [other.label for other in rivals if other is not claim]
                    lost.append((claim, " and ".join(others)))
        return lost

    def _owner(self, key: str) -> tuple[str, Student] | None:
        """The folder of this name in any case, and whose it is since an earlier download."""
        if key in self.book.students:
            return key, self.book.students[key]
        return next(((name, owner) for name, owner in self.book.students.items() if name.casefold() == key), None)

    def _label(self, owner: tuple[str, Student] | None) -> str:
        return label(owner[1].kind, owner[1].name, owner[1].id) if owner else ""

    def _is(self, claim: Claim, folder: str, owner: Student) -> bool:
        """Whether it is the folder's owner who claims it, perhaps known by another system's number."""
        upload = claim.upload
        if claim.reason is Reason.COLLECTED_BEFORE:
            return (owner.kind, owner.id) == (upload.kind, upload.number)
        if upload.kind in NAMED and upload.number in (owner.id, folder):
            return owner.kind not in NAMED or owner.id == upload.number
        person = self.settings.sure_person(upload)
        class_list = self.settings.class_list
        return bool(person and class_list and class_list.by_number(owner.kind, owner.id) is person)

    def _leave_out(self, claim: Claim, others: str) -> None:
        reason = f"it is from {claim.label}, but the folder {claim.folder} is that of {others}"
        self.report.left_out += [(item.path, reason) for _, item in claim.files]

    def _note(self, sentence: str) -> None:
        self.report.notes.append(sentence)
