"""Markup in what is stored in a notebook beside its code: outputs, widgets, ids, prose, written answers."""

from __future__ import annotations

from .build import BAD, cell, code, prose, tampering
from .entry import FileTrick

ACTIVE = (
    BAD,
    "<svg/onload=alert(3)>",
    "[x](javascript:alert(4))",
    '![x](x" onerror="alert(5))',
    "<a href=' java\nscript:alert(6)'>x</a>",
    "<iframe srcdoc='<script>alert(7)</script>'></iframe>",
    "<style>@import '//192.0.2.1/x';</style>",
    "$\\href{javascript:alert(8)}{x}$",
    "<math><a xlink:href=javascript:alert(9)>x <base href=//192.0.2.1/>",
    "<meta http-equiv=refresh content='0;url=data:text/html,x'>",
    "{{ cell }} {% include '/etc/passwd' %} <form action=//192.0.2.1><input autofocus onfocus=alert(10)></form>",
    "[x]: data:text/html,x\n\n[a][x] <javascript:alert(11)> <!--",
)

TRICKS: list[FileTrick] = []
trick = tampering(TRICKS)


@trick("outputs with active types", "stored outputs hold script in every form that a page may show")
def _(made):
    kinds = ("text/html", "application/javascript", "image/svg+xml", "text/markdown", "text/latex", "image/png")
    for one in made["cells"]:
        if one["cell_type"] == "code":
            data = dict.fromkeys(kinds, f"<svg onload=alert(1)>{BAD}</svg>")
            one["outputs"] = [{"output_type": "display_data", "metadata": {}, "data": data}]


@trick("widget state", "a saved state of widgets closes its script element and opens another")
def _(made):
    state = {"a": {"model_name": "HTMLModel", "state": {"value": f"</script>{BAD}"}}}
    kind = "application/vnd.jupyter.widget-state+json"
    made["metadata"]["widgets"] = {kind: {"state": state, "version_major": 2, "version_minor": 0}}
    made["metadata"].update(title=BAD, authors=[{"name": BAD}], toc={"x": BAD}, **{BAD: BAD})


@trick("ids with markup", "cell ids, tags, grade ids and names of added cells close an attribute")
def _(made):
    bad = '"><script>alert(1)</script><x y="'
    made["cells"].insert(
        3, code("x = 1", id=bad, metadata={"tags": [bad], "name": bad, "slideshow": {"slide_type": bad}})
    )
    made["cells"].insert(4, code("y = 1", id="x" * 10_000))
    made["cells"].insert(5, code("z = 1", id=cell(made, "ex04_numbers").get("id")))


@trick("prose with markup", "given and added Markdown and raw cells hold scripts, frames, links and attachments")
def _(made):
    svg = "data:image/svg+xml;base64,PHN2ZyBvbmxvYWQ9ImFsZXJ0KDEpIi8+"
    picture = {"a.svg": {"image/svg+xml": "<svg onload=alert(1)></svg>"}, 'x" onerror="alert(2)': {"text/html": BAD}}
    for text in (
        BAD,
        "[x](javascript:alert(3))",
        f"<iframe src='{svg}'></iframe>",
        "<meta http-equiv=refresh content=0>",
    ):
        made["cells"].insert(2, prose(text, attachments=picture, id=f"p{len(text)}"))
    made["cells"].insert(2, prose(BAD, cell_type="raw", metadata={"format": "text/html", "raw_mimetype": "text/html"}))


@trick("written answer with markup", "the answer graded by hand holds scripts, handlers, frames, styles and links", 10)
def _(made):
    cell(made, "ex10_written")["source"] = "\n\n".join(ACTIVE)
