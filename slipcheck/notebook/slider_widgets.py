"""The widgets of ``explore``: a slider, a button, the picture with its alternative text, the sentence below it."""

from __future__ import annotations

import base64
import html
import json
from collections.abc import Callable, Mapping
from typing import Any

from slipcheck.sliders.scene import HEIGHT, WIDTH
from slipcheck.view import Slider

LAYOUT = {"width": f"{WIDTH}px", "max_width": "100%"}
PICTURE_STYLE = (  # on a dark page its light and dark are exchanged, see DARK
    "display:block;box-sizing:border-box;max-width:100%;height:auto;background:#fff;border:1px solid #767676"
)
SENTENCE_STYLE = (  # room for three lines, so that nothing below jumps
    f"color:var(--jp-content-font-color1,inherit);line-height:1.4;min-height:4.2em;max-width:{WIDTH}px"
)
# ipywidgets gives the handle of a slider no name, and as its value a bare number, or a place in a list. So the page
# copies both from what stands beside the slider. Notebook 7 and JupyterLite use the arrow keys to go from cell to cell,
# also when a handle has the focus: an attribute keeps them from that. All this is done each time the sliders are drawn:
# an empty picture, which is loaded then, starts it.
TEND_HANDLES = """
const units = UNITS;
const keep = event => {
  if (event.target.matches?.(".widget-slider [role=slider]"))
    event.target.toggleAttribute("data-lm-suppress-shortcuts", event.key.startsWith("Arrow"));
};
if (!window.slipcheckKeepsArrows) window.addEventListener("keydown", keep, true);
window.slipcheckKeepsArrows = true;
const name = (row, unit) => {
  const handle = row.querySelector("[role=slider]"), shown = row.querySelector(".widget-readout");
  const say = () => {
    const words = shown.textContent.replace(/\\.0$/, "") + unit;
    if (handle.getAttribute("aria-valuetext") !== words) handle.setAttribute("aria-valuetext", words);
  };
  handle.setAttribute("aria-label", row.querySelector(".widget-label").textContent);
  new MutationObserver(say).observe(handle, {attributeFilter: ["aria-valuetext"]});
  new MutationObserver(say).observe(shown, {childList: true, characterData: true, subtree: true});
  say();
};
const start = left => {
  const box = this.closest(".widget-vbox"), rows = box ? [...box.querySelectorAll(".widget-slider")] : [];
  if (rows.length === units.length) rows.forEach((row, k) => name(row, units[k]));
  else if (left) setTimeout(start, 50, left - 1);
};
start(100);
"""
BOX = "slipcheck-sliders"  # the class of the box around the sliders
DARK = ('[data-jp-theme-light="false"]', 'html[theme="dark"]', "body.vscode-dark")  # JupyterLab, Colab, VS Code
STYLE = f"""<style>{", ".join(f"{page} .{BOX} img[width]" for page in DARK)} {{ filter: invert(1) hue-rotate(180deg); }}
@media (max-width: 600px) {{
.{BOX} .widget-slider {{ flex-wrap: wrap; height: auto; }}
.{BOX} .widget-slider .widget-label {{ width: 100% !important; max-width: 100%; padding-left: 6px; text-align: left; }}
}}</style>"""  # in a narrow window the names are above the sliders, which need the width
EMPTY_PICTURE = "data:image/gif;base64,R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7"


def tended_handles(sliders: Mapping[str, Slider]) -> Any:
    """A widget that nobody sees: it gives the handles of the sliders beside it names, readable values, their keys.

    In a narrow window the sliders of a box with the class ``BOX`` get its whole width. On a dark page its picture is
    dark, in the same colors.
    """
    import ipywidgets as widgets

    script = TEND_HANDLES.replace("UNITS", json.dumps([slider.spoken_unit for slider in sliders.values()]))
    value = f"{STYLE}<img alt='' src='{EMPTY_PICTURE}' onload='{html.escape(script)}'>"
    return widgets.HTML(value, layout={"display": "none"})


def made_slider(row: Slider, value: float, low: float, moved: Callable[[], None]) -> Any:
    """A slider that begins at ``value`` and does not go below ``low``, both in its unit."""
    import ipywidgets as widgets

    shared: dict[str, Any] = dict(description=row.label, style={"description_width": "9em"}, layout=LAYOUT)
    slider: Any
    if row.positions:
        positions = sorted({*(position for position in row.positions if position >= low), int(value)})
        options = [(f"{position}{row.unit}", position) for position in positions]
        slider = widgets.SelectionSlider(options=options, value=int(value), **shared)
    else:
        whole = all(float(number).is_integer() for number in (value, low, row.high, row.step))
        kind = widgets.IntSlider if whole else widgets.FloatSlider  # screen readers get 20, not 20.000000000000004
        form = "d" if whole else ".1f"
        slider = kind(value=value, min=low, max=row.high, step=row.step, readout_format=form, **shared)
    slider.observe(lambda _change: moved(), names="value")
    return slider


def made_button(label: str, tooltip: str, action: Callable[[], None]) -> Any:
    """A button that does something when it is pressed."""
    import ipywidgets as widgets

    button = widgets.Button(description=label, tooltip=tooltip, layout={"width": "auto"})
    button.on_click(lambda _button: action())
    return button


def image(png: bytes, words: str) -> str:
    """The picture, with ``words`` for those who do not see it. It is painted at once, so that it does not flicker.

    >>> image(b"", "A <b>")[:36]
    "<img alt='A &lt;b&gt;' width='640' h"
    """
    source = f"data:image/png;base64,{base64.b64encode(png).decode()}"
    size = f"width='{WIDTH}' height='{HEIGHT}' style='{PICTURE_STYLE}'"
    return f"<img alt='{html.escape(words)}' {size} decoding='sync' src='{source}'>"


def status_sentence(words: str) -> str:
    """The sentence below the picture, which screen readers read out when it changes."""
    return f"<div role='status' aria-live='polite' style='{SENTENCE_STYLE}'>{html.escape(words)}</div>"
