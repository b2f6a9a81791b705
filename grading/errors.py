"""The errors of grading, each with a sentence that tells the instructor why it occurred and what to do."""

from __future__ import annotations


class GradingError(Exception):
    """Grading cannot continue; the text says why, and what to do."""


class SandboxDiedError(GradingError):
    """The sandbox did not answer; it is restarted for the next run."""


class SandboxError(GradingError):
    """Student code cannot be confined on this machine; the text says why, and what to do."""


class NotebookFileError(GradingError):
    """A file that is not a notebook of this course; the text says why, in a sentence."""


class OverLimitError(GradingError):
    """Work on a student's files that took too much time or memory; the text says so, as the end of a sentence."""


class WriteError(GradingError):
    """A file that could not be written; the text says why and what to do, in a sentence or two."""


class IrregularFileError(GradingError):
    """A link, a folder, a pipe or a device in the place of a file."""


class GradebookError(GradingError):
    """A gradebook that cannot be used; the text says why and what to do."""


class NotGradedError(GradingError):
    """A folder in which nothing was graded; the text says so, in a sentence."""


class LayoutError(GradingError):
    """A name that does not say whose file it is; the text is the reason."""


class ForeignNotebookError(GradingError):
    """Bytes that are not a notebook of this course; the text says why, in a sentence."""


class TimestampError(GradingError):
    """A time that cannot be read; the text says which, in a sentence."""


class CsvFileError(GradingError):
    """A CSV file that cannot be used; the text says why, in a sentence."""


class ManifestError(GradingError):
    """A manifest that cannot be read; the text says what to do, in a sentence."""


class ArchiveError(GradingError):
    """An archive, or part of one, that is not read; the text is the reason, as half a sentence."""


class CourseLockedError(GradingError):
    """Another process is grading this course; the text says which, since when, and what to do."""


class SecretError(GradingError):
    """The file with the secret cannot be used; the text says what to do."""


class ClassListError(GradingError):
    """A class list that cannot be used; the text says why, in a sentence."""


class SiteError(GradingError):
    """The site could not be built; the text says why and what to do."""
