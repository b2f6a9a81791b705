"""What is odd about an answer in a submitted file, in a sentence for student and instructor."""

from __future__ import annotations

from slipcheck.answer_rule import LONGEST
from slipcheck.file_answers import Kind, Remark

SENTENCES = {
    Kind.COMMENT: "The given answer cell is empty, unchanged or gone; the cell with its comment was graded.",
    Kind.NEWER: "A cell below the answer is a newer version of it; that was graded.",
    Kind.BESIDE: "The answer cell holds no answer; the new cell beside it was graded.",
    Kind.LAST: "The answer cell is gone; a cell with new code was graded in its place.",
    Kind.SPLIT: "The answer is in {count} cells, one after the other; they were graded together.",
    Kind.SEVERAL: "There are {count} answer cells; the last one was graded.",
    Kind.BELOW: "There is another answer below the checks. Only the one above them is checked and graded.",
    Kind.ONLY_BELOW: "There is no answer above the checks; the one below them was graded.",
    Kind.NO_CODE: "The answer cell is not a code cell, so it was never run; its text was graded.",
    Kind.MISSING: "The answer cell is missing in this file, so nothing of it could be graded.",
    Kind.TOO_LONG: f"The answer has {{count}} characters; more than {LONGEST} are not graded.",
    Kind.ELSEWHERE: "The answer in words, or a part of it, stands outside of its cell; all of it waits for a grade.",
    Kind.ADDED_TOO_LONG: "The cells that were added are too long; only the answer cell was graded.",
}


def sentence(remark: Remark) -> str:
    """A remark in words."""
    return SENTENCES[remark.kind].format(count=remark.count)
