"""Sentences for student and instructor about anything odd in the answer of a submitted file."""

from __future__ import annotations

from slipcheck.answer_rule import LONGEST
from slipcheck.file_answers import WRITTEN, Kind, Remark

SENTENCES = {
    Kind.COMMENT: "The given answer cell is empty, unchanged or missing; the cell with its comment was graded.",
    Kind.NEWER: "A cell below the answer is a newer version of it; the newer version was graded.",
    Kind.BESIDE: "The answer cell holds no answer; the new cell beside it was graded.",
    Kind.LAST: "The answer cell is missing; a cell with new code was graded instead.",
    Kind.SPLIT: "The answer is in {count} cells, one after the other; they were graded together.",
    Kind.SEVERAL: "There are {count} answer cells; the last one was graded.",
    Kind.BELOW: "There is another answer below the checks. Only the answer above them is checked and graded.",
    Kind.ONLY_BELOW: "There is no answer above the checks; the one below them was graded.",
    Kind.NO_CODE: "The answer cell is not a code cell, so it was never run; its text was graded.",
    Kind.MISSING: "The answer cell is missing from this file, so nothing could be graded.",
    Kind.TOO_LONG: f"The answer has {{count}} characters; an answer with more than {LONGEST} is not graded.",
    Kind.ELSEWHERE: "The written answer, or part of it, is outside its cell; all of it waits for a grade.",
    Kind.ADDED_TOO_LONG: "The added cells are too long; only the answer cell was graded.",
    Kind.WORDS_CUT: f"The written answer has {{count}} characters; only the first {WRITTEN} are shown to be graded.",
    Kind.ADDED_WORDS_CUT: f"The text in added cells has {{count}} characters; only the first {WRITTEN} are shown.",
}


def sentence(remark: Remark) -> str:
    """A remark in words."""
    return SENTENCES[remark.kind].format(count=remark.count)
