"""What axe-core finds on a page: https://github.com/dequelabs/axe-core."""

from __future__ import annotations

from axe_playwright_python.sync_playwright import Axe

GRAVE = ("critical", "serious")
TOO = ("heading-order",)  # which axe-core calls moderate
ALL = (*GRAVE, "moderate", "minor")
OUR_OUTPUTS = (  # of a notebook in JupyterLab, whose own frame and pictures without a text are left out
    ".jp-NotebookPanel:not(.lm-mod-hidden) :is(.jp-MarkdownOutput, .jp-OutputArea-output:not(.jp-RenderedImage))"
)


def violations(page, within: str | None = None, impacts: tuple[str, ...] = GRAVE) -> list[str]:
    """Violations and headings that skip a level, a line for each place; ``within`` elements of a selector."""
    found = Axe().run(page, context=within).response["violations"]
    return [
        f"{rule['id']} ({rule['impact']}): {node['html'][:200]} {node.get('failureSummary', '')}"
        for rule in found
        if rule["impact"] in impacts or rule["id"] in TOO
        for node in rule["nodes"]
    ]
