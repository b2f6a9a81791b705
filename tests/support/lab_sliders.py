"""The sliders of a notebook in a browser: what they show, and how a hand moves them."""

from __future__ import annotations

from grading.paths import stems

from .lab import Hands

STEMS = {int(stem[:2]): stem for stem in stems()}
LOADED = "image => image.decode().then(() => image.naturalWidth)"
PIXELS = """async image => {
    await image.decode();  // a new frame may still be on its way
    const canvas = document.createElement("canvas");
    [canvas.width, canvas.height] = [image.naturalWidth, image.naturalHeight];
    const context = canvas.getContext("2d");
    context.drawImage(image, 0, 0);
    const found = context.getImageData(0, 0, canvas.width, canvas.height).data, color = [%s];
    let number = 0;
    for (let k = 0; k < found.length; k += 4)
        if (color.every((part, c) => Math.abs(found[k + c] - part) < 40)) number++;
    return number;
}"""

COUNT = """area => {
    area.pictures = area.blank = 0;
    const place = area.querySelector("img").parentElement;
    new MutationObserver(() => area.pictures++).observe(place, {childList: true});
    const look = () => {
        const image = area.querySelector("img");
        if (!image || !image.complete || !image.naturalWidth) area.blank++;
        requestAnimationFrame(look);
    };
    requestAnimationFrame(look);
}"""


def answer(student: Hands, number: int, text: str) -> None:
    """Type an answer into its cell, and run it."""
    student.type_answer(f"# Exercise {number}", text)
    student.run(f"# Exercise {number}")


class Sliders:
    """What ``explore`` shows: sliders, a picture, and a sentence below it."""

    def __init__(self, student: Hands, number: int):
        self.area = student.output(f"explore({number})")
        self.image, self.sentence = self.area.locator("img[width]"), self.area.locator("[role=status]")
        self.page = student.page
        from playwright.sync_api import expect

        expect(self.sentence).to_contain_text(".")  # the widgets are drawn

    def row(self, label: str):
        return self.area.locator(".widget-slider").filter(has_text=label)

    def value(self, label: str) -> str:
        return self.row(label).locator(".widget-readout").inner_text().removesuffix(".0")

    def picture(self) -> str:
        """The image, as an address with its data."""
        return self.image.get_attribute("src")

    def height(self) -> float:
        return self.area.bounding_box()["height"]

    def push(self, label: str) -> None:
        """Move a slider with the keyboard."""
        handle = self.row(label).get_by_role("slider")
        handle.focus()
        handle.press("ArrowRight")

    def pixels(self, color: str) -> int:
        """How many pixels of the picture are about of a colour, given as "red, green, blue"."""
        return self.image.evaluate(PIXELS % color)

    def count_pictures(self) -> None:
        """From now on, for ``pictures`` and ``blank_moments``."""
        self.area.evaluate(COUNT)

    def pictures(self) -> int:
        return self.area.evaluate("area => area.pictures")

    def blank_moments(self) -> int:
        """How many times the browser painted since then without a picture."""
        return self.area.evaluate("area => area.blank")

    def drag(self, label: str, by: int = 60, steps: int = 3) -> None:
        """Move a slider with the mouse."""
        self.area.scroll_into_view_if_needed()
        box = self.row(label).get_by_role("slider").bounding_box()
        x, y = box["x"] + box["width"] / 2, box["y"] + box["height"] / 2
        self.page.mouse.move(x, y)
        self.page.mouse.down()
        self.page.mouse.move(x + by, y, steps=steps)
        self.page.mouse.up()
