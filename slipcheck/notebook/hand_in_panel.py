"""What ``hand_in`` found, as the student sees it, in a panel."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from slipcheck.edition import OLDER
from slipcheck.file_answers import WRITTEN, Kind, Remark, code_id
from slipcheck.file_content import LARGEST
from slipcheck.judge.parse import LONGEST

from .answer_cell import first_line
from .file_report import FileReport, FileState
from .panel import Panel, PanelItem
from .verdict_panel import in_points

STATES = {  # after the name of the notebook, and what to do
    FileState.MISSING: (
        "not in this folder",
        "If you worked on it elsewhere, put the file into this folder. Then run this cell again.",
    ),
    FileState.TOO_LARGE: (
        "too large, so it is not in the zip",
        f"A notebook may have {LARGEST // 1_000_000} MB. Clear all outputs (in the menu Edit), save it, and run this "
        "cell again.",
    ),
    FileState.UNREADABLE: (
        "cannot be read",
        "The file is damaged, or it is not a notebook. Get the notebook once more, and write your answer into it.",
    ),
    FileState.UNTOUCHED: ("not attempted yet", ""),
    FileState.NO_ANSWER: (
        "the answer cell is missing",
        "No other cell looks like an answer. Get the notebook once more, and write your answer into its answer cell.",
    ),
}
ANSWERS = {  # `{first}` is the first line of what counts
    Kind.COMMENT: "The given answer cell is empty, unchanged or gone. The cell that starts with `{first}` counts.",
    Kind.NEWER: "Your answer is there in two versions. The lower one counts. It starts with `{first}`.",
    Kind.BESIDE: "The given answer cell holds no answer. The new cell beside it counts. It starts with `{first}`.",
    Kind.LAST: "The given answer cell is gone. The new cell that starts with `{first}` counts.",
    Kind.SPLIT: "Your answer is in {count} cells. They count together.",
    Kind.SEVERAL: "There are {count} answer cells. The last one counts. It starts with `{first}`.",
    Kind.BELOW: "There is another answer below the checks. It does not count. Move it above them if it should.",
    Kind.ONLY_BELOW: "Your answer is below the checks. It counts, but the checks do not see it. Move it up.",
    Kind.NO_CODE: "Your answer is not in a code cell, so Python never ran it. Its text counts.",
    Kind.TOO_LONG: f"Your answer has more than {LONGEST:,} characters. That is too long, so it is not graded.",
    Kind.ADDED_TOO_LONG: "The cells that you added are too long. Only the answer cell is graded.",
    Kind.ADDED_WORDS_CUT: f"You added {{count}} characters in words. Your teacher sees the first {WRITTEN}.",
}
IN_WORDS = {
    Kind.ELSEWHERE: "Your answer in words, or part of it, is outside its cell. Your teacher gets all of it.",
    Kind.WORDS_IN_CODE: "The cell of your answer in words is now a code cell. Your teacher gets the text.",
    Kind.WORDS_CUT: f"Your answer in words has {{count}} characters. Your teacher gets the first {WRITTEN}.",
    Kind.MISSING: "The cell for your answer in words is missing.",
}
SAVE = "Save it (Ctrl+S, on a Mac Cmd+S). Then run this cell again."
NOWHERE = (
    "No notebook of this course is in this folder, so no zip was made.",
    "In Colab, open each notebook, choose `File > Download > Download .ipynb`, and hand in these files.",
)


def hand_in_panel(reports: Sequence[FileReport], zip_name: str, trouble: str = "") -> Panel:
    """What was found of each notebook, the total, and what to do with the zip; ``trouble`` says why there is none."""
    packed = sum(report.data is not None for report in reports)
    earned = sum(report.points or 0 for report in reports)
    total = sum(report.total for report in reports)
    items = [item_of(report) for report in reports]
    is_all = all(item.sign == "✓" for item in items)
    panel = Panel("", "good" if is_all and packed and not trouble else "open", items=items)
    if trouble or not packed:
        panel.title = f"No zip was made · {earned} of {in_points(total)}"
        panel.paragraphs.append(trouble or "None of your notebooks can be handed in as it is.")
    else:
        panel.title = f"{zip_name} is ready: {packed} of {len(reports)} notebooks · {earned} of {in_points(total)}"
        panel.paragraphs.append(f"Upload `{zip_name}` where your teacher says. It is in the folder of this notebook.")
        panel.closing.append("If you change a notebook, save it and run this cell again: it makes a new zip.")
    by_hand = sum(answer.points for report in reports for answer in report.written.values())
    if by_hand:
        panel.closing.append(f"Your teacher can give up to {in_points(round(by_hand))} more for answers in words.")
    panel.closing.append(
        "I judged the saved files. Grading also tries other numbers in your code, so your points may differ."
    )
    return panel


def nowhere_panel() -> Panel:
    """Where the folder holds no notebook of the course."""
    return Panel(NOWHERE[0], "open", [NOWHERE[1]])


def item_of(report: FileReport) -> PanelItem:
    """What was found of one notebook."""
    said, advice = _state(report)
    sentences = [*([advice] if advice else []), *_about(report)]
    earned = f"{report.points or 0} of {in_points(report.total)}"
    is_well = report.points == report.total and not sentences and not any(map(report.is_unanswered, report.written))
    return PanelItem("✓" if is_well else "✗", f"{report.name}: {said}{earned}", [*sentences, *_in_words(report)])


def _state(report: FileReport) -> tuple[str, str]:
    if report.state is FileState.OTHER:
        holds = f"holds {report.other}" if report.other else "holds no cell of this notebook"
        return f"{holds}, so it is not in the zip, ", "Put the right file into this folder, and run this cell again."
    if report.points is None:
        return "your answer could not be judged here, ", "Run it and check it in its notebook."
    if report.state is FileState.ANSWERED and report.points < report.total:
        return "", f"Run `check({report.exercise.number})` in this notebook. It says what is not right yet."
    said, advice = STATES.get(report.state, ("", ""))
    if report.state is FileState.UNREADABLE:
        said += " (it is in the zip as it is)" if report.data is not None else " (it is not in the zip)"
    return f"{said}, " if said else "", advice


def _about(report: FileReport) -> Iterator[str]:
    """Sentences on what should not stay as it is."""
    for line in report.unsaved:
        yield f"Not saved since you ran the cell that starts with `{line}`. {SAVE}"
    for remark in report.found.remarks:
        yield from _remark(report, remark)
    if report.checks:
        named = ", ".join(f"`{check}`" for check in report.checks)
        yield f"Given check cells were changed or removed: {named}. This costs no points. Grading puts them back."
    if report.is_older:
        yield f"{OLDER} You can hand in your copy as it is."
    if report.copies:
        rename = f" If you worked in it, rename it to `{report.name}`." if len(report.copies) == 1 else ""
        yield f"Not handed in: {', '.join(f'`{name}`' for name in report.copies)}.{rename}"


def _remark(report: FileReport, remark: Remark) -> Iterator[str]:
    own_id = code_id(report.exercise.number)
    sentences = ANSWERS if remark.grade_id == own_id else IN_WORDS
    if remark.kind in sentences:
        first = first_line(report.found.answers.get(own_id, ""))
        yield sentences[remark.kind].format(count=remark.count, first=first)


def _in_words(report: FileReport) -> Iterator[str]:
    """On answers in words, which nobody judges here."""
    if report.state in (FileState.MISSING, FileState.TOO_LARGE, FileState.UNREADABLE, FileState.OTHER):
        return
    for grade_id, answer in report.written.items():
        most = in_points(round(answer.points))
        if report.is_unanswered(grade_id):
            yield f"Your answer in words is empty. Your teacher can give up to {most} for it."
        else:
            yield f"Your teacher reads your answer in words and gives up to {most} for it."
