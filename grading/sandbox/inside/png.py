"""A picture as the PNG that a feedback page shows."""

from __future__ import annotations

import io

import numpy as np
from PIL import Image

COLORS = 64  # of a picture: it takes half the time and half the bytes that all do


def encoded(picture: np.ndarray) -> bytes:
    """Rows of pixels of red, green, blue and opacity as a PNG."""
    height, width, _ = picture.shape
    image = Image.frombuffer("RGBA", (width, height), picture, "raw", "RGBA", 0, 1).convert("RGB")
    png = io.BytesIO()
    image.quantize(COLORS, Image.Quantize.FASTOCTREE, dither=Image.Dither.NONE).save(png, "png", compress_level=1)
    return png.getvalue()
