"""Lines that begin in a wrong column."""

from __future__ import annotations

import keyword
import re

from slipcheck.judge.parse import parsed

from ..same_fault import named_lines, same_in
from .unreadable import Explained, Unreadable


def indentation(problem: Unreadable, line: int) -> Explained:
    if problem.kind not in ("IndentationError", "TabError") or line != problem.line:
        return None
    mixed = _tabs_and_spaces(problem)
    if mixed is not None:
        return mixed
    if problem.kind == "TabError" or "inconsistent use of tabs" in problem.text:
        return (
            "indentation",
            "tabs and blanks are mixed.",
            "They look alike, and Python tells them apart.",
            "Use four blanks in each indented line.",
            None,
        )
    if "expected an indented block" in problem.text:
        after = re.search(r"after '?(\w+)'? .*on line (\d+)", problem.text)
        head = f"Line {after[2]}" if after else "The line above"
        means = f"{head} ends with a colon and begins a block. The lines of the block must be moved to the right."
        advice = "Indent them by four blanks more than the line that begins the block."
        if re.search(r":\s*(#.*)?$", problem.code) and (after is None or int(after[2]) == line):
            means = "The line ends with a colon and begins a block, but no line of code is in the block."
            return (
                "indentation",
                "no block follows this line.",
                means,
                "Which lines belong to the block? Indent them.",
                None,
            )
        further = f" further than {head.lower()}" if problem.code[:1].isspace() else ""
        return "indentation", f"this line is not indented{further}.", means, advice, None
    before = _line_before(problem)
    blanks = len(problem.code) - len(problem.code.lstrip())
    left = _left_too_far(problem, blanks)
    if "unexpected indent" in problem.text and left:
        start = len(problem.lines[left - 1]) - len(problem.lines[left - 1].lstrip())
        return (
            "indentation",
            f"line {left} begins further left than the lines around it.",
            "So the block ends before it, and cannot go on after it.",
            "Indent it like the lines around it.",
            (start, start + 1),
        )
    words = re.fullmatch(r"\s*([^\W\d]\w*)(?: +[^\W\d]\w*)+\s*[.,;:!]?", problem.code)
    if words is not None and not keyword.iskeyword(words[1]) and parsed(problem.code.strip()) is None:
        means = "Words in a code cell are a comment, and each line of a comment begins with #."
        return "comment sign missing", "this line has words, not code.", means, "Put a # in front of them.", None
    if "unexpected indent" in problem.text:
        if (blanks <= 2 and problem.code[:1] == " ") or not before:
            means = "The code starts at the left edge."
            if re.search(r"(?m)^# \w+ *=|^# *print", problem.source) or blanks == 1:
                means = f"{means} Where a # was deleted, the space after it may still be there."
            advice = _delete_the_spaces(problem, blanks)
            return "leading blank", "the line starts with a space.", means, advice, (0, blanks)
        through = re.match(r"for\s+\w+\s+in\s+([\w.+-]+\s*:\s*[\w.+-]+)\s*(#.*)?$", before)
        if through is not None:
            number = _number_before(problem)
            means = "In Matlab a colon makes a row of numbers. Python makes no numbers from it."
            start = problem.lines[number - 1].index(through[1])
            columns = (start, start + len(through[1]))
            advice = "Which function counts through numbers in a loop? It belongs there, and a colon at the end."
            return "range of Matlab", f"line {number} begins a loop over `{through[1]}`.", means, advice, columns
        if re.match(r"(for|while|if|def|else|elif)\b.*:\s*[^\s#]", before):
            means = (
                f"In the line above, `{before[:40]}`, a command follows the colon. So that command is the whole block."
            )
            advice = "Start a new line after that colon."
            return "indentation", "this line is indented, but belongs to no block.", means, advice, (0, max(blanks, 1))
        means = (
            f"Only a line that ends with a colon starts a block. The line above, `{before[:40]}`, has no colon there."
        )
        advice = "Is the line missing that starts the loop? If not, start this line in the column of the line above."
        moved = "a tab" if problem.code[:1] == "\t" else _blanks(blanks)
        return "indentation", f"the line is moved to the right by {moved}.", means, advice, (0, max(blanks, 1))
    ended = _ends_the_block(problem, blanks)
    if ended:
        means = f"The block that begins in this column was ended by line {ended}, which begins further left."
        advice = "Compare the two lines: which of them begins in a wrong column?"
        return "indentation", f"the line begins after {_blanks(blanks)}.", means, advice, (0, max(blanks, 1))
    return (
        "indentation",
        f"the line begins after {_blanks(blanks)}.",
        "No line above begins in this column. Lines of one block begin in the same column.",
        "Use four blanks for each level.",
        (0, max(blanks, 1)),
    )


def _delete_the_spaces(problem: Unreadable, blanks: int) -> str:
    """What to do with the spaces at the start of a line, and of others where Python then reads all of them."""
    rows = list(enumerate(problem.lines, 1))
    indented = [k for k, row in rows if row.strip() and len(row) - len(row.lstrip()) == blanks]
    others = [k for k in indented if k > problem.line]
    what = "space" if blanks == 1 else f"{blanks} spaces"
    advice = f"Delete the {what} at the start of the line."
    if not others or not problem.reads("\n".join(row[blanks:] if k in indented else row for k, row in rows)):
        return advice
    return f"{advice} Do the same in {named_lines(others)}."


def _tabs_and_spaces(problem: Unreadable) -> Explained:
    """Of lines that Python reads once each tab in front of them is four spaces: those that begin unlike the others."""
    with_tabs = [k for k, row in enumerate(problem.lines, 1) if re.match(r" *\t", row)]
    with_spaces = [k for k, row in enumerate(problem.lines, 1) if re.match(r" +\S", row)]
    spaced = [re.sub(r"^[ \t]+", lambda blank: blank[0].replace("\t", "    "), row) for row in problem.lines]
    if not with_tabs or not with_spaces or parsed("\n".join(spaced)) is None:
        return None
    is_tab = len(with_tabs) <= len(with_spaces)
    lines, begins, others = (with_tabs, "a tab", "spaces") if is_tab else (with_spaces, "spaces", "a tab")
    advice = "Delete the tab, and type four spaces." if is_tab else "Delete the spaces, and type a tab."
    means = f"The other lines of the block begin with {others}. They look alike, and Python tells them apart."
    means = f"{means} {same_in(lines[1:])}".strip()
    return "indentation", f"line {lines[0]} begins with {begins}.", means, advice, (0, 1)


def _ends_the_block(problem: Unreadable, blanks: int) -> int:
    """The line that ended a block of as many blanks; 0 where there was none."""
    ended = 0
    for number in range(problem.line - 1, 0, -1):
        line = problem.lines[number - 1]
        indent = len(line) - len(line.lstrip())
        if not line.strip() or line.lstrip().startswith("#"):
            continue
        if indent == blanks:
            return ended
        if indent < blanks:
            ended = number
    return 0


def _left_too_far(problem: Unreadable, blanks: int) -> int:
    """The line before, where it alone is not indented in a block that goes on after it; 0 where it is not so."""
    before = [
        k
        for k, text in enumerate(problem.lines[: problem.line - 1], 1)
        if text.strip() and not text.strip().startswith("#")
    ]
    if len(before) < 2:
        return 0
    last, earlier = before[-1], before[-2]
    indents = {k: len(problem.lines[k - 1]) - len(problem.lines[k - 1].lstrip()) for k in (last, earlier)}
    is_head = problem.lines[last - 1].rstrip().endswith(":")
    return last if indents[last] < blanks == indents[earlier] and not is_head else 0


def _blanks(count: int) -> str:
    return "1 space" if count == 1 else f"{count} spaces"


def _number_before(problem: Unreadable) -> int:
    """The number of the last line of code before the one that Python points to."""
    rows = enumerate(problem.lines[: problem.line - 1], 1)
    return max((k for k, text in rows if text.strip() and not text.strip().startswith("#")), default=1)


def _line_before(problem: Unreadable) -> str:
    before = [text for text in problem.lines[: problem.line - 1] if text.strip() and not text.strip().startswith("#")]
    return before[-1].strip().replace("`", "'") if before else ""
