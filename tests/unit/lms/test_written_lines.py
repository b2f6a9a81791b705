"""The list of written answers is read by the ids in it, whatever students write."""

from __future__ import annotations

import csv
import io

import pytest

from grading.errors import CsvFileError
from grading.lms.csv_file import escaped, new
from grading.lms.written_lines import HEADER, list_lines

COLUMNS = ",".join(HEADER)
ANSWERS = {
    "a header": f"ampere\n{COLUMNS}\nso",
    "a header with other columns": f"so\n{COLUMNS}\nanswer,id,points,comment,times,of,pictures\n;;",
    "a header and a line": f"ampere\n{COLUMNS}\na0123456789,so,,1,2,2,",
    "a quote and a header": f'"\n{COLUMNS}\n"a0123456789",so,,1,2,2,"',
    "delimiters of every kind": 'volt,;\t";",\t,;2;2;2',
    "other forms of a semicolon": "volt\u037e\u037e9\u037e2\u037e2\u037e\uff1b2",
}
MARKS = {"a111111111a": ("1", "So; what, then?"), "a222222222a": ("0", ""), "a333333333a": ("2", "Right.")}


def saved(answer: str, delimiter: str) -> bytes:
    """The list as it is written, then filled in and saved by a spreadsheet."""
    table = [[id, escaped(answer), "", "1", "", "2", ""] for id in MARKS]
    text = new([HEADER, *table]).bytes().decode("utf-8-sig")
    header, *rows = csv.reader(io.StringIO(text, newline=""))
    typed = [[*row[:4], MARKS[row[0]][0], row[5], MARKS[row[0]][1]] for row in rows]
    file = io.StringIO(newline="")
    csv.writer(file, delimiter=delimiter).writerows([header, *typed])
    return file.getvalue().encode("utf-8-sig")


@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
@pytest.mark.parametrize("name", ANSWERS)
def test_no_answer_changes_how_the_list_is_read(name, delimiter):
    lines = list_lines(saved(ANSWERS[name], delimiter), MARKS)
    assert {line.id: (line.cells["points"], line.cells["comment"]) for line in lines} == MARKS
    assert not any(line.is_too_long for line in lines)


def test_a_list_without_ids_of_answers_is_refused():
    with pytest.raises(CsvFileError, match="none of its lines begins with the id of an answer"):
        list_lines(saved("volt", ";"), {"a444444444a"})
    assert list_lines(new([HEADER]).bytes(), {"a444444444a"}) == []
