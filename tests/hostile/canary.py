"""Markers that no attack may bring back, and a search for them, and for active markup, in what the grader wrote."""

from __future__ import annotations

import hashlib
import json
import os
import re
import tempfile
from html.parser import HTMLParser
from pathlib import Path

MARKERS = {
    place: f"canary-{place}-{hashlib.sha256(place.encode()).hexdigest()[:12]}"
    for place in ("secret", "course", "repository", "environment", "scratch", "memory")
}
# What an attack says that got through, in words put together at run time; and parameters that a judge must not tell.
TELLTALES = (
    re.compile(r"breach: [^<\n\"\\]*"),
    re.compile(r"other parameters \([^)]*=[^)]*\)"),
    re.compile(r"\b4242\d\b"),
)
PAGES, TEXTS = (".html", ".htm", ".svg"), (".html", ".htm", ".svg", ".ipynb", ".csv", ".txt", ".json", ".md", ".log")
FORBIDDEN = {"iframe", "frame", "object", "embed", "applet", "portal", "base", "form"}
ADDRESSES = {
    "href",
    "src",
    "xlink:href",
    "action",
    "formaction",
    "data",
    "poster",
    "background",
    "srcset",
    "from",
    "to",
    "values",
}
ACTIVE_ADDRESS = re.compile(
    r"(javascript|vbscript|data:(?!image/(png|jpe?g|gif|webp)|font/|application/font))", re.IGNORECASE
)
LOADED = {"img", "audio", "video", "source", "track", "input", "link", "script", "image", "use", "feimage"}
STYLE = re.compile(
    r"(url\s*\(\s*['\"]?\s*(?!data:|#)|@import|expression\s*\(|-moz-binding|position\s*:\s*fixed)", re.IGNORECASE
)


def plant(course: Path, repository: Path) -> dict:
    """Write the markers; return the files written and what belongs into the grader's environment and memory.

    The caller sets the environment, keeps the memory's text alive, and hands the files to ``uproot``.
    """
    places = {
        "secret": course / "private-secret.key",
        "course": course / "private-notes.txt",
        "repository": repository / ".private-canary.txt",
        "scratch": Path(tempfile.gettempdir()) / f"canary-note-{os.getpid()}.txt",
    }
    for place, path in places.items():
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(MARKERS[place] + "\n", encoding="utf-8")
    return {
        "files": list(places.values()),
        "environment": {"COURSE_TOKEN": MARKERS["environment"]},
        "memory": MARKERS["memory"],
    }


def uproot(planted: dict) -> None:
    for path in planted["files"]:
        path.unlink(missing_ok=True)


def snapshot(*tops: Path) -> dict[str, str]:
    """What lies below some folders: a digest of each file, the target of each link."""
    found = {}
    for top in tops:
        for folder, folders, files in os.walk(top):
            for name in (*folders, *files):
                path = Path(folder, name)
                if path.is_symlink():
                    found[str(path)] = "-> " + os.readlink(path)
                elif path.is_file():
                    found[str(path)] = _content(path)
                elif not path.is_dir():
                    found[str(path)] = "special"
    return found


def _content(path: Path) -> str:
    """A digest; of a file that would fill the memory, or may not be read, size and time."""
    about = path.stat()
    unread = about.st_size > 5_000_000 or not os.access(path, os.R_OK)
    return f"{about.st_size} {about.st_mtime_ns}" if unread else hashlib.sha256(path.read_bytes()).hexdigest()


def changes(before: dict[str, str], after: dict[str, str]) -> list[str]:
    """The paths that came, went or changed between two snapshots."""
    return sorted(path for path in before.keys() | after.keys() if before.get(path) != after.get(path))


def leaks(course: Path, baseline: str = "") -> list[str]:
    """What stands in feedback, autograded notebooks and marks that must not: markers, words of attacks, active markup.

    ``baseline`` is the feedback page of an untouched submission: what is active there is the page's own.
    """
    own, found = active(baseline), []
    for path in sorted(_written(course)):
        text = path.read_bytes().decode("utf-8", "replace")
        where = path.relative_to(course)
        found += [f"{where}: {word}" for word in said(text)]
        parts = [text] if path.suffix in PAGES else _outputs(text) if path.suffix == ".ipynb" else []
        found += [f"{where}: {item}" for part in parts for item in sorted(active(part) - own)]
    return found


def said(text: str) -> list[str]:
    """Markers and telltale words in a text, also where a page cut them up into coloured pieces.

    >>> said("x breach: a shell was started")
    ['breach: a shell was started']
    """
    plain = re.sub(r"<[^>]*>", "", text)
    found = [marker for marker in MARKERS.values() if marker in text or marker in plain]
    return found + sorted({match[0] for pattern in TELLTALES for match in pattern.finditer(text)})


def active(page: str) -> set[str]:
    """Everything in a page that a browser would run, load or send, as short descriptions.

    >>> sorted(active("<p onclick='x()'><script>y()</script>"))
    ['handler onclick: x()', 'script: y()']
    """
    reader = _Reader()
    for ours, browsers in (("<!-->", ""), ("<!--->", ""), ("--!>", "-->"), ("<![CDATA[", "")):
        page = page.replace(ours, browsers)  # where browsers end a comment and html.parser does not
    reader.feed(page)
    reader.close()
    return reader.found


class _Reader(HTMLParser):
    def __init__(self):
        super().__init__(convert_charrefs=True)
        self.found: set[str] = set()
        self._inside = ""

    def handle_starttag(self, tag, attributes):
        values = {name: value or "" for name, value in attributes}
        self._inside = tag if tag in ("script", "style") else ""
        if tag == "script" and "src" in values:
            self.found.add("script: " + _short(values["src"]))
        if tag in FORBIDDEN:
            self.found.add(f"element {tag}: " + _short(" ".join(values.values())))
        if tag == "meta" and values.get("http-equiv", "").lower() not in ("", "content-type", "x-ua-compatible"):
            self.found.add("meta " + _short(values["http-equiv"]))
        for name, value in values.items():
            self._attribute(tag, name, value)

    handle_startendtag = handle_starttag

    def _attribute(self, tag, name, value):
        bare = re.sub(r"[\x00-\x20]", "", value)
        if name.startswith("on"):
            self.found.add(f"handler {name}: {_short(value)}")
        elif name == "srcdoc" or (name == "style" and STYLE.search(value)):
            self.found.add(f"{name}: {_short(value)}")
        elif name in ADDRESSES and ACTIVE_ADDRESS.match(bare):
            self.found.add(f"address {name}: {_short(bare)}")
        elif name in ADDRESSES and tag in LOADED and re.match(r"(https?:)?//", bare, re.IGNORECASE):
            self.found.add(f"loaded {tag}: {_short(bare)}")

    def handle_data(self, data):
        if self._inside == "script" and data.strip():
            self.found.add("script: " + _short(data))
        if self._inside == "style" and STYLE.search(data):
            self.found.add("style: " + _short(data))

    def handle_endtag(self, tag):
        if tag == self._inside:
            self._inside = ""


def _short(text: str) -> str:
    """The start of a text, and a digest of the rest, so that two long scripts differ."""
    text = " ".join(text.split())
    return text if len(text) <= 80 else f"{text[:60]}… {hashlib.sha256(text.encode()).hexdigest()[:8]}"


def _written(course: Path):
    for top in (course / "feedback", course / "autograded"):
        yield from (path for path in top.rglob("*") if path.is_file() and path.suffix in TEXTS)
    if (course / "grades.csv").is_file():
        yield course / "grades.csv"


def _outputs(text: str) -> list[str]:
    """The outputs of a notebook that a page would show as they are."""
    try:
        cells = json.loads(text)["cells"]
    except (ValueError, KeyError, TypeError, RecursionError):
        return []
    bundles = [output.get("data", {}) for cell in cells for output in cell.get("outputs", [])]
    shown = [
        bundle[kind] for bundle in bundles for kind in ("text/html", "image/svg+xml", "text/markdown") if kind in bundle
    ]
    run = [f"<script>{''.join(bundle[kind])}</script>" for bundle in bundles for kind in bundle if "javascript" in kind]
    return ["".join(part) for part in shown] + run
