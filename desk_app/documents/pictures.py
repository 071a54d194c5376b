"""Make a photo fit for paper: upright, of the wanted shape, no finer than a printer needs.

Importing this module loads Pillow; import it where a document is made.
"""

from __future__ import annotations

import io
import struct
import zlib
from dataclasses import dataclass
from pathlib import Path

from PIL import Image, ImageOps

_DPI = 300
_QUALITY = 88
_LARGEST_FILE = 40_000_000
_MOST_PIXELS = 100_000_000
"""A picture beyond this, bytes or pixels, is taken as broken: it could fill the memory."""
_FORMATS = ("JPEG", "PNG")
_UNREADABLE = (OSError, ValueError, SyntaxError, EOFError, MemoryError, TypeError, struct.error, zlib.error)
"""What Pillow raises for broken files, each from some decoder."""

Image.MAX_IMAGE_PIXELS = None  # _MOST_PIXELS is asked before anything is decoded


@dataclass(frozen=True, slots=True)
class Picture:
    """A JPEG and the share of its place that it fills, 0 to 1 across and down."""

    jpeg: bytes
    across: float
    down: float


def prepare(source: bytes | Path, width: float, height: float, *, cover: bool) -> Picture | None:
    """Return the picture for a place of `width` × `height` mm, None when it cannot be read.

    JPEG and PNG; turned upright as its EXIF data says, which stay behind; what is transparent
    becomes white. `cover` crops to the shape of the place, around the upper middle where a face is;
    without it the whole picture stands in the place.
    """
    try:
        return _fitted(_read(source), width, height, cover)
    except _UNREADABLE:
        return None


def _read(source: bytes | Path) -> bytes:
    if isinstance(source, bytes):
        data = source
    else:
        with source.open("rb") as file:
            data = file.read(_LARGEST_FILE + 1)
    if len(data) > _LARGEST_FILE:
        raise ValueError("the picture is too large")
    return data


def _fitted(data: bytes, width: float, height: float, cover: bool) -> Picture:
    box = round(width / 25.4 * _DPI), round(height / 25.4 * _DPI)
    with Image.open(io.BytesIO(data), formats=_FORMATS) as opened:
        if opened.width * opened.height > _MOST_PIXELS:
            raise ValueError("the picture has too many pixels")
        side = max(box)
        opened.draft("RGB", (side, side))
        image = _on_white(ImageOps.exif_transpose(opened))
    if cover:
        scale = min(1.0, image.width / box[0], image.height / box[1])
        size = max(1, round(box[0] * scale)), max(1, round(box[1] * scale))
        image = ImageOps.fit(image, size, Image.Resampling.LANCZOS, centering=(0.5, 0.35))
        across = down = 1.0
    else:
        image.thumbnail(box, Image.Resampling.LANCZOS)
        share = min(width / image.width, height / image.height)
        across, down = image.width * share / width, image.height * share / height
    target = io.BytesIO()
    image.save(target, "JPEG", quality=_QUALITY, subsampling=0)
    return Picture(target.getvalue(), min(across, 1.0), min(down, 1.0))


def _on_white(image: Image.Image) -> Image.Image:
    if image.mode in ("RGB", "L"):
        return image.copy()
    if image.has_transparency_data:
        layer = image.convert("RGBA")
        image = Image.new("RGB", layer.size, "white")
        image.paste(layer, mask=layer.getchannel("A"))
        return image
    return image.convert("RGB")
