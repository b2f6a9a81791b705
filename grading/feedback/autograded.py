"""The autograded notebook: the rebuilt one, with the outputs of the answer and the verdict of each check cell."""

from __future__ import annotations

from nbformat import NotebookNode, from_dict

NO_WORDS = "What the answer draws."  # of a picture without an alternative text: an older version graded it
ERROR = "The grader could not run this notebook: {reason}"


def fill(notebook: NotebookNode, stem: str, result: dict) -> NotebookNode:
    """Put the outputs into a rebuilt notebook, in place. A check cell shows its panel and returns its points."""
    parts = {f"ex{stem[:2]}_{part['name']}": part for part in result["parts"]}
    for cell in notebook.cells:
        if cell.cell_type != "code":
            continue
        grade_id = cell.metadata.get("nbgrader", {}).get("grade_id")
        if grade_id == f"ex{stem[:2]}":
            _set_outputs(cell, answer_outputs(result), 1)
        elif grade_id in parts:
            _set_outputs(cell, [check_output(parts[grade_id])], 2)
        else:
            _set_outputs(cell, [], None)
    return notebook


def _set_outputs(cell: NotebookNode, outputs: list, execution_count: int | None) -> None:
    cell.outputs = outputs
    cell.execution_count = execution_count


def answer_outputs(result: dict) -> list:
    """What the answer printed and drew, and the error that stopped it, as outputs of a cell."""
    outputs = []
    for kind, content, *alt in result["outputs"]:
        if kind == "text":
            outputs.append(_output("stream", name="stdout", text=content))
        else:
            words = {"image/png": {"alt": "".join(alt) or NO_WORDS}}
            outputs.append(_output("display_data", data={"image/png": content}, metadata=words))
    failure = result["failure"]
    if failure:
        where = f"Line {failure['line']}: {failure['text']}" if failure["line"] else "The run was stopped."
        text = f"{failure['type']}: {failure['message']}".rstrip(": ")
        outputs.append(_output("error", ename=failure["type"], evalue=failure["message"], traceback=[where, text]))
    return outputs


def check_output(part: dict) -> NotebookNode:
    """A result that nbgrader reads as the points, and a reader as the verdict."""
    earned = float(part["points"]) if part["right"] is True else 0.0
    data = {"text/plain": f"{earned}", "text/html": part["html"]}
    return _output("execute_result", data=data, metadata={}, execution_count=2)


def _output(kind: str, **content):
    """One output; nbformat's own maker would look up the rules of the format for each."""
    return from_dict({"output_type": kind, **content})


def failed(number: int, reason: str) -> dict:
    """The result of a notebook that could not be run: no marks, and the reason for each part."""
    from grading.current_course import COURSE
    from grading.execution.verdict_data import verdict_as_json
    from slipcheck.diagnosis import Diagnosis
    from slipcheck.exercise import Message
    from slipcheck.verdict import PartVerdict, State, Verdict

    message = Message(ERROR.format(reason=reason), "No part of it was judged.", "Ask your instructor about it.")
    exercise = COURSE.exercise(number)
    parts = [PartVerdict(part, False, diagnosis=Diagnosis("not run", message)) for part in exercise.parts]
    return {
        **verdict_as_json(Verdict(exercise, State.FAILED, parts), ""),
        "notes": [],
        "flags": ["could not be run"],
        "outputs": [],
        "failure": None,
        "runs": 0,
        "seconds": 0.0,
    }
