"""The assignment as the gradebook knows it: the numbers of its notebooks and cells."""

from __future__ import annotations

from dataclasses import dataclass

from nbgrader.api import Gradebook, GradeCell, Notebook, SolutionCell, TaskCell

from .connection import assignment

Cells = dict[str, dict[str, str]]  # stem and grade id to the number of a cell in the gradebook


@dataclass(frozen=True)
class Layout:
    """The assignment as the gradebook knows it: its number, those of its notebooks by stem, those of their cells."""

    assignment: str
    notebooks: dict[str, str]
    graded: Cells
    commented: Cells

    @staticmethod
    def of(gradebook: Gradebook) -> Layout:
        """The layout of the assignment in a gradebook. Raises GradebookError."""
        about = assignment(gradebook)
        notebooks = gradebook.db.query(Notebook.name, Notebook.id).filter_by(assignment_id=about.id)
        graded = _cells(gradebook, about.id, (GradeCell, TaskCell))
        commented = _cells(gradebook, about.id, (SolutionCell, TaskCell))
        return Layout(about.id, dict(notebooks.all()), graded, commented)


def _cells(gradebook: Gradebook, number: str, kinds: tuple) -> Cells:
    """The cells of these kinds in the assignment of this number."""
    cells: Cells = {}
    for kind in kinds:
        query = gradebook.db.query(Notebook.name, kind.name, kind.id).join(Notebook, kind.notebook_id == Notebook.id)
        for stem, name, cell in query.filter(Notebook.assignment_id == number):
            cells.setdefault(stem, {})[name] = cell
    return cells
