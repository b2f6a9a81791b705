"""nbgrader's feedback pages, without its converter: the same template, in a fraction of the time."""

from __future__ import annotations

import html
import json
import re
import time
from collections.abc import Callable
from functools import cache
from pathlib import Path

import nbgrader
from jinja2 import pass_context
from nbconvert.exporters import HTMLExporter
from nbconvert.exporters.templateexporter import TemplateExporter
from nbconvert.filters import Highlight2HTML
from nbconvert.filters.markdown_mistune import MarkdownWithMath
from nbconvert.filters.widgetsdatatypefilter import WidgetsDataTypeFilter
from nbconvert.preprocessors import CSSHTMLHeaderPreprocessor
from nbformat import NotebookNode
from traitlets.config import Config

from grading.gradebook.reader import NotebookMarks
from slipcheck.observe.never_ending import Endless
from slipcheck.observe.time_limit import within

from .formulas import FormulaRenderer

SECONDS = 3.0  # of processor time for the new texts of one page; what is left then is shown without colors
CHARSET = '<meta charset="utf-8" />'
RULES = (  # for the browser: no script, and nothing loaded from elsewhere
    '<meta http-equiv="Content-Security-Policy" content="default-src \'none\'; img-src data:; '
    "style-src 'unsafe-inline'\" />"
)
STYLE = "<style>table td, table th { padding: .1em .6em; }</style>"  # tables in the text, whose columns touched
SCRIPT = re.compile(r"<script\b.*?</script>", re.DOTALL)
FORMGRADER = Path(nbgrader.__file__).parent / "server_extensions" / "formgrader"
CELLS = "base/null.j2"  # the template that has the block for one cell
MANY = 2000  # texts, and cells, that are remembered
LONGEST = 30_000  # characters of a text that is rendered: a search within it cannot be stopped
LONG = 20_000  # characters of a cell that is remembered


class Uncopied(NotebookNode):
    """A notebook that the exporter may have as it is: there is nothing that would change it."""

    def __deepcopy__(self, _memory):
        return self


class Page(HTMLExporter):
    """nbconvert's HTML exporter, which renders what it has seen before from memory, and parses no page again."""

    def __init__(self):
        settings = Config()
        settings.HTMLExporter.template_name = "feedback"
        settings.HTMLExporter.extra_template_basedirs = [str(FORMGRADER / "templates")]
        styles = FORMGRADER / "static" / "node_modules" / "bootstrap" / "dist" / "css"
        settings.HTMLExporter.extra_template_paths = [str(styles)]
        settings.Exporter.default_preprocessors = []
        super().__init__(config=settings)
        self._texts: dict[tuple[str, str], str] = {}
        self._cells: dict[str, list[str]] = {}
        self._left = SECONDS
        self._plain = 0  # texts that were left without colors
        blocks = self.environment.get_template(CELLS).blocks
        self._any_cell = blocks["any_cell"]
        blocks["any_cell"] = self._cell
        self._highlight = Highlight2HTML(pygments_lexer="python3", parent=self)
        self._styles = CSSHTMLHeaderPreprocessor(parent=self)
        self._style_resources: dict | None = None

    def _preprocess(self, nb, resources):
        """Nothing, and no copies for it."""
        return nb, resources

    @pass_context
    def markdown2html(self, context, source: str) -> str:
        """Markdown as HTML, from memory where it was rendered before; pictures are not remembered."""
        kind = "pictures" if context.get("cell", {}).get("attachments") else "text"
        return self._remembered((kind, source), lambda: self._rendered(context, source))

    def _rendered(self, context, source: str) -> str:
        if len(source) > LONGEST:
            return f"<pre>{html.escape(source)}</pre>"
        attachments = context.get("cell", {}).get("attachments", {})
        return MarkdownWithMath(renderer=FormulaRenderer(escape=False, attachments=attachments)).render(source)

    def _highlighted(self, source, *arguments, **options):
        return self._remembered(("code", source), lambda: self._highlight(source, *arguments, **options))

    def _cell(self, context) -> list[str]:
        """The template's block for one cell, which is made of that cell alone."""
        cell = context["cell"]
        if cell.get("outputs") or cell.get("attachments") or len(cell.source) > LONG:
            return self._any_cell(context)
        key = json.dumps(cell)
        plain = self._plain
        if key not in self._cells:
            made = list(self._any_cell(context))
            if self._plain > plain:
                return made
            remember(self._cells, key, made)
        return self._cells[key]

    def _remembered(self, key: tuple[str, str], make: Callable[[], str]) -> str:
        """Made once for each text: of 30 cells of a notebook, all students share 29."""
        if key not in self._texts:
            began = time.process_time()
            try:
                with within(max(self._left, 0.01), __file__):
                    remember(self._texts, key, make())
            except (Endless, RecursionError):  # some texts take a highlighter the square of their length
                self._plain += 1
                return f"<pre>{html.escape(key[1])}</pre>"
            finally:
                self._left -= time.process_time() - began
        return self._texts.pop(key) if key[0] == "pictures" else self._texts[key]

    def render(self, notebook: NotebookNode, resources: dict) -> str:
        """The page of a notebook whose cells carry their scores and comments."""
        self._left = SECONDS
        resources = self._init_resources(resources)
        if self._style_resources is None:
            self._style_resources = self._styles.preprocess(notebook, {"config_dir": ""})[1]
        resources["inlining"] = self._style_resources["inlining"]
        types = WidgetsDataTypeFilter(notebook_metadata={}, parent=self, resources=resources)
        self.register_filter("highlight_code", self._highlighted)
        self.register_filter("filter_data_type", types)
        self.register_filter("strip_files_prefix", lambda page: page)  # for addresses that no notebook has any more
        page, _ = TemplateExporter.from_notebook_node(self, Uncopied(notebook), resources)
        head, end, body = page.partition("</head>")
        page = SCRIPT.sub("", head).replace(CHARSET, CHARSET + RULES, 1) + STYLE + end + body
        return re.sub(r"<img (?![^>]*\balt=)", '<img alt="What the answer draws." ', page)


def remember(memory: dict, key: object, made: object) -> None:
    """Remember one thing; all is forgotten where it has become too much, for what a class shares is soon made again."""
    if len(memory) > MANY:
        memory.clear()
    memory[key] = made


@cache
def exporter() -> Page:
    """The one exporter of this process."""
    return Page()


def feedback_page(notebook: NotebookNode, stem: str, marks: NotebookMarks) -> str:
    """nbgrader's feedback page of one notebook, with its marks. Changes the notebook's metadata."""
    for cell in notebook.cells:
        about = cell.metadata.get("nbgrader", {})
        if about.get("grade"):
            about["score"], about["points"] = marks.cells.get(about["grade_id"], (0.0, about["points"]))
        if about.get("solution") or about.get("task"):
            about["comment"] = marks.comments.get(about["grade_id"])
    points = {"score": marks.score, "max_score": marks.max_score, "late_penalty": marks.late_penalty}
    resources = {"nbgrader": {"notebook": stem, **points}, "unique_key": stem, "metadata": {"path": ""}}
    return exporter().render(notebook, resources)
