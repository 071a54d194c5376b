"""A pen on paper: millimetres from the top left corner, one ink, the same bytes for the same strokes."""

from __future__ import annotations

import io
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

from desk_app.documents import fonts, lines
from desk_app.documents.lines import Fitted

MM = 72 / 25.4
"""Points in a millimetre."""

INK = (0.07, 0.10, 0.13)
GREY = (0.36, 0.40, 0.44)
FAINT = (0.62, 0.65, 0.68)
TINT = (0.955, 0.963, 0.97)
PAPER = (1.0, 1.0, 1.0)

_RISE = 0.36
"""From the middle of a line of Chinese down to its base line, in units of the size."""


class Pen:
    """Draws on a canvas; lengths in mm, sizes of letters in points."""

    def __init__(self, canvas: Canvas, width: float, height: float) -> None:
        self.canvas = canvas
        self.width = width
        self.height = height
        self.origin = 0.0, 0.0
        """Where drawing starts from on the page, mm."""

    @contextmanager
    def shifted(self, x: float, y: float) -> Iterator[None]:
        """Draw for a while from (x, y) as the upper left corner: a card on its sheet."""
        self.canvas.saveState()
        self.canvas.translate(x * MM, -y * MM)
        self.origin = x, y
        try:
            yield
        finally:
            self.origin = 0.0, 0.0
            self.canvas.restoreState()

    def new_page(self) -> None:
        """Finish this page; what comes next stands on a fresh one."""
        self.canvas.showPage()

    def line(self, x1: float, y1: float, x2: float, y2: float, *, thick: float = 0.18) -> None:
        """Draw a straight line `thick` mm wide."""
        self.canvas.setStrokeColorRGB(*INK)
        self.canvas.setLineWidth(thick * MM)
        self.canvas.line(x1 * MM, self._up(y1), x2 * MM, self._up(y2))

    def void_line(self, x1: float, y1: float, x2: float, y2: float) -> None:
        """Draw the grey diagonal that voids empty rows."""
        self.canvas.setStrokeColorRGB(*FAINT)
        self.canvas.setLineWidth(0.2 * MM)
        self.canvas.line(x1 * MM, self._up(y1), x2 * MM, self._up(y2))

    def box(self, x: float, y: float, width: float, height: float, *, thick: float = 0.18) -> None:
        """Draw the outline of a rectangle."""
        self.canvas.setStrokeColorRGB(*INK)
        self.canvas.setLineWidth(thick * MM)
        self.canvas.rect(x * MM, self._up(y + height), width * MM, height * MM, stroke=1, fill=0)

    def tint(self, x: float, y: float, width: float, height: float, *, dark: bool = False) -> None:
        """Fill a rectangle with the pale ground of labels, or with ink for white words."""
        self.canvas.setFillColorRGB(*(INK if dark else TINT))
        self.canvas.rect(x * MM, self._up(y + height), width * MM, height * MM, stroke=0, fill=1)

    def clear(self, x: float, y: float, width: float, height: float) -> None:
        """Fill a rectangle with white."""
        self.canvas.setFillColorRGB(*PAPER)
        self.canvas.rect(x * MM, self._up(y + height), width * MM, height * MM, stroke=0, fill=1)

    def black(self, rects: list[tuple[float, float, float, float]]) -> None:
        """Fill (x, y, width, height) rectangles in pure black, as one shape without seams."""
        self.canvas.setFillColorRGB(0, 0, 0)
        path = self.canvas.beginPath()
        for x, y, width, height in rects:
            path.rect(x * MM, self._up(y + height), width * MM, height * MM)
        self.canvas.drawPath(path, stroke=0, fill=1)

    def picture(self, x: float, y: float, width: float, height: float, jpeg: bytes) -> None:
        """Place a picture so that it fills the rectangle."""
        self.canvas.drawImage(
            ImageReader(io.BytesIO(jpeg)), x * MM, self._up(y + height), width * MM, height * MM
        )

    def stamp_ring(self, x: float, y: float, across: float) -> None:
        """Draw the dashed grey circle that shows where a stamp goes; centre in mm."""
        self.canvas.saveState()
        self.canvas.setStrokeColorRGB(*FAINT)
        self.canvas.setLineWidth(0.2 * MM)
        self.canvas.setDash(1.1 * MM, 0.9 * MM)
        self.canvas.circle(x * MM, self._up(y), across / 2 * MM, stroke=1, fill=0)
        self.canvas.restoreState()

    def ring(self, x: float, y: float, across: float) -> None:
        """Draw a thin grey circle; centre in mm."""
        self.canvas.setStrokeColorRGB(*GREY)
        self.canvas.setLineWidth(0.18 * MM)
        self.canvas.circle(x * MM, self._up(y), across / 2 * MM, stroke=1, fill=0)

    def arrow(self, x: float, y: float, size: float) -> None:
        """Draw a small grey head of an arrow to the right, its middle at (x, y)."""
        self.canvas.setFillColorRGB(*GREY)
        path = self.canvas.beginPath()
        path.moveTo((x - size / 2) * MM, self._up(y - size / 2))
        path.lineTo((x + size / 2) * MM, self._up(y))
        path.lineTo((x - size / 2) * MM, self._up(y + size / 2))
        path.close()
        self.canvas.drawPath(path, stroke=0, fill=1)

    def tick_box(self, x: float, y: float, side: float, ticked: str = "") -> None:
        """Draw a box whose middle is (x, y); ticked it carries the answer as words to be found in it."""
        left, top = x - side / 2, y - side / 2
        self.box(left, top, side, side, thick=0.22)
        if not ticked:
            return
        self.canvas.saveState()
        self.canvas.setStrokeColorRGB(*INK)
        self.canvas.setLineWidth(0.55 * MM)
        self.canvas.setLineCap(1)
        self.canvas.setLineJoin(1)
        path = self.canvas.beginPath()
        path.moveTo((left + 0.2 * side) * MM, self._up(top + 0.52 * side))
        path.lineTo((left + 0.43 * side) * MM, self._up(top + 0.76 * side))
        path.lineTo((left + 0.82 * side) * MM, self._up(top + 0.24 * side))
        self.canvas.drawPath(path, stroke=1, fill=0)
        unseen = self.canvas.beginText(left * MM, self._up(top + 0.8 * side))
        unseen.setFont(fonts.REGULAR, 4)
        unseen.setTextRenderMode(3)
        unseen.textOut(ticked)
        self.canvas.drawText(unseen)
        self.canvas.restoreState()

    def text(
        self,
        x: float,
        baseline: float,
        text: str,
        size: float,
        *,
        bold: bool = False,
        grey: bool = False,
        white: bool = False,
        align: str = "left",
        spacing: float = 0.0,
    ) -> None:
        """Write one line; `x` is its left end, middle or right end; `spacing` in points between letters."""
        if not text:
            return
        wide = (fonts.width(text, size, bold) + spacing * (len(text) - 1)) / MM
        left = x - {"left": 0.0, "center": wide / 2, "right": wide}[align]
        self.canvas.setFillColorRGB(*(PAPER if white else GREY if grey else INK))
        self.canvas.setFont(fonts.BOLD if bold else fonts.REGULAR, size)
        self.canvas.drawString(left * MM, self._up(baseline), text, charSpace=spacing)

    def middle_text(self, x: float, y: float, text: str, size: float, **style: object) -> None:
        """Write one line whose middle is at height `y`."""
        self.text(x, y + size * _RISE / MM, text, size, **style)  # type: ignore[arg-type]

    def fitted(
        self,
        x: float,
        middle: float,
        fitted: Fitted,
        *,
        bold: bool = False,
        grey: bool = False,
        white: bool = False,
        align: str = "left",
        spacing: float = 0.0,
    ) -> None:
        """Write fitted lines around the height `middle`."""
        step = fitted.size * lines.LEADING / MM
        y = middle - step * (len(fitted.lines) - 1) / 2
        for line in fitted.lines:
            self.middle_text(
                x, y, line, fitted.size, bold=bold, grey=grey, white=white, align=align, spacing=spacing
            )
            y += step

    def _up(self, y: float) -> float:
        return (self.height - y) * MM


def fit(text: str, width: float, most: int, size: float, smallest: float, *, bold: bool = False) -> Fitted:
    """Fit `text` into `width` mm and at most `most` lines in the document's face.

    Every word on paper comes through here: cleaned, and 〓 for what the font lacks.
    """
    words, points, measure = _ready(text, width, bold)
    return lines.fit(words, points, most, size, smallest, measure)


def prose(text: str, width: float, most: int, size: float, smallest: float) -> Fitted:
    """Set a longer `text` in `width` mm like `fit`, but wrapped before it shrinks."""
    words, points, measure = _ready(text, width, False)
    return lines.prose(words, points, most, size, smallest, measure)


def wrapped(text: str, width: float, size: float, *, bold: bool = False, indent: bool = False) -> list[str]:
    """Break `text` into lines of `width` mm, the first set in by two letters on demand."""
    words, points, measure = _ready(text, width, bold)
    return lines.wrap("\u3000\u3000" + words if indent else words, points, size, measure)


def _ready(text: str, width: float, bold: bool) -> tuple[str, float, lines.Measure]:
    measure = fonts.bold_width if bold else fonts.regular_width
    return fonts.printable(lines.clean(text)), max(width, 0.1) * MM, measure


def document(width: float, height: float, title: str, draw: Callable[[Pen], None]) -> bytes:
    """Return the PDF that `draw` makes on paper of `width` × `height` mm; equal strokes, equal bytes."""
    fonts.register()
    with fonts.IN_USE:
        target = io.BytesIO()
        canvas = Canvas(
            target,
            pagesize=(width * MM, height * MM),
            pageCompression=1,
            invariant=1,
            initialFontName=fonts.REGULAR,
            lang="zh-CN",
        )
        canvas.setTitle(title)
        canvas.setAuthor("")
        canvas.setSubject("")
        canvas.setCreator("desk-app")
        draw(Pen(canvas, width, height))
        canvas.save()
        return target.getvalue()
