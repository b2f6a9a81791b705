"""A verdict as plain data, with its panels as HTML and as text."""

from __future__ import annotations

from dataclasses import asdict

from slipcheck.notebook.answer_cell import first_line
from slipcheck.notebook.verdict_panel import verdict_panel
from slipcheck.verdict import Verdict


def verdict_as_json(verdict: Verdict, source: str) -> dict:
    """The verdict on the answer that ``source`` holds."""
    parts = []
    for part_verdict in verdict.parts:
        about = "" if part_verdict.right else f"I checked the cell that starts with `{first_line(source)}`."
        panel = verdict_panel(verdict, [part_verdict], about)
        parts.append(
            {
                "name": part_verdict.part.name,
                "points": part_verdict.part.points,
                "right": part_verdict.right is True,
                "slip": part_verdict.cause,
                "message": asdict(part_verdict.message) if part_verdict.message else None,
                "html": panel._repr_html_(),
                "text": repr(panel),
            }
        )
    points = sum(part_verdict.part.points for part_verdict in verdict.parts if part_verdict.right is True)
    return {"state": verdict.state, "points": points, "parts": parts, "remarks": verdict.notes}
