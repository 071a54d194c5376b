"""A pen on paper: millimetres from the top left corner, one ink, the same bytes for the same strokes."""

from __future__ import annotations

import io
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import lru_cache

from reportlab.lib.rl_accel import fp_str
from reportlab.lib.utils import ImageReader
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfgen.canvas import Canvas

from desk_app.documents import fonts, lines
from desk_app.documents.codes import Pattern
from desk_app.documents.lines import Fitted

Colour = tuple[float, float, float]

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
    """Draws on a canvas; lengths in mm, sizes of letters in points.

    Strokes are written as PDF operators: colours, widths and faces only where they change, and a word that stands
    on several copies is encoded once. reportlab keeps the document, the faces and their subsets.
    """

    def __init__(self, canvas: Canvas, width: float, height: float) -> None:
        self.canvas = canvas
        self.width = width
        self.height = height
        self.origin = 0.0, 0.0
        """Where drawing starts from on the page, mm."""
        self._put: Callable[[str], None] = canvas.addLiteral
        self._look: dict[str, object] = {}
        self._encoded: dict[tuple[str, str], list[tuple[str, str]]] = {}
        self._kept: dict[str, str] = {}

    @contextmanager
    def shifted(self, x: float, y: float) -> Iterator[None]:
        """Draw for a while from (x, y) as the upper left corner: a card on its sheet."""
        with self._apart():
            self._put(f"1 0 0 1 {fp_str(x * MM, -y * MM)} cm")
            self.origin = x, y
            try:
                yield
            finally:
                self.origin = 0.0, 0.0

    def new_page(self) -> None:
        """Finish this page; what comes next stands on a fresh one."""
        self.canvas.showPage()
        self._look.clear()

    def line(self, x1: float, y1: float, x2: float, y2: float, *, thick: float = 0.18) -> None:
        """Draw a straight line `thick` mm wide."""
        self._stroke(INK, thick)
        self._put(f"{fp_str(x1 * MM, self._up(y1))} m {fp_str(x2 * MM, self._up(y2))} l S")

    def void_line(self, x1: float, y1: float, x2: float, y2: float) -> None:
        """Draw the grey diagonal that voids empty rows."""
        self._stroke(FAINT, 0.2)
        self._put(f"{fp_str(x1 * MM, self._up(y1))} m {fp_str(x2 * MM, self._up(y2))} l S")

    def box(self, x: float, y: float, width: float, height: float, *, thick: float = 0.18) -> None:
        """Draw the outline of a rectangle."""
        self._stroke(INK, thick)
        self._put(f"{self._rect(x, y, width, height)} S")

    def tint(self, x: float, y: float, width: float, height: float, *, dark: bool = False) -> None:
        """Fill a rectangle with the pale ground of labels, or with ink for white words."""
        self._fill(INK if dark else TINT)
        self._put(f"{self._rect(x, y, width, height)} f")

    def clear(self, x: float, y: float, width: float, height: float) -> None:
        """Fill a rectangle with white."""
        self._fill(PAPER)
        self._put(f"{self._rect(x, y, width, height)} f")

    def pattern(self, x: float, y: float, width: float, height: float, pattern: Pattern) -> None:
        """Fill a rectangle with a code in pure black, as one shape without seams."""
        across, down = width / pattern.across, height / pattern.down
        place = fp_str(across * MM, 0, 0, -down * MM, x * MM, self._up(y))
        runs = [f"{column} {row} {length} {pattern.high} re" for column, row, length in pattern.runs]
        self._keep(" ".join([f"q {place} cm 0 0 0 rg", *runs, "f Q"]))

    def shared(self, draw: Callable[[Pen], None]) -> None:
        """Draw what another copy may show just so, and no picture: the document keeps it once."""
        strokes: list[str] = []
        put, kept = self._put, self._look
        self._put, self._look = strokes.append, {}
        draw(self)
        self._put, self._look = put, kept
        self._keep("\n".join(strokes))

    def picture(self, x: float, y: float, width: float, height: float, jpeg: bytes) -> None:
        """Place a picture so that it fills the rectangle."""
        self.canvas.drawImage(
            ImageReader(io.BytesIO(jpeg)), x * MM, self._up(y + height), width * MM, height * MM
        )

    def stamp_ring(self, x: float, y: float, across: float) -> None:
        """Draw the dashed grey circle that shows where a stamp goes; centre in mm."""
        with self._apart():
            self._stroke(FAINT, 0.2)
            self._put(f"[{fp_str(1.1 * MM, 0.9 * MM)}] 0 d {self._circle(x, y, across)} S")

    def ring(self, x: float, y: float, across: float) -> None:
        """Draw a thin grey circle; centre in mm."""
        self._stroke(GREY, 0.18)
        self._put(f"{self._circle(x, y, across)} S")

    def arrow(self, x: float, y: float, size: float) -> None:
        """Draw a small grey head of an arrow to the right, its middle at (x, y)."""
        self._fill(GREY)
        half = size / 2
        self._put(f"{self._path((x - half, y - half), (x + half, y), (x - half, y + half))} h f")

    def tick_box(self, x: float, y: float, side: float, ticked: str = "") -> None:
        """Draw a box whose middle is (x, y); ticked it carries the answer as words to be found in it."""
        left, top = x - side / 2, y - side / 2
        self.box(left, top, side, side, thick=0.22)
        if not ticked:
            return
        with self._apart():
            self._stroke(INK, 0.55)
            corners = ((0.2, 0.52), (0.43, 0.76), (0.82, 0.24))
            path = self._path(*((left + across * side, top + down * side) for across, down in corners))
            self._put(f"1 J 1 j {path} S 3 Tr")
            self._write(left * MM, self._up(top + 0.8 * side), ticked, fonts.REGULAR, 4)

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
        if align != "left":
            wide = (fonts.width(text, size, bold) + spacing * (len(text) - 1)) / MM
            x -= wide / 2 if align == "center" else wide
        self._fill(PAPER if white else GREY if grey else INK)
        if spacing:
            self._put(f"{fp_str(spacing)} Tc")
        self._write(x * MM, self._up(baseline), text, fonts.BOLD if bold else fonts.REGULAR, size)
        if spacing:
            self._put("0 Tc")

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

    @contextmanager
    def _apart(self) -> Iterator[None]:
        """Draw for a while without leaving a trace in how the strokes after it look."""
        kept = dict(self._look)
        self._put("q")
        try:
            yield
        finally:
            self._put("Q")
            self._look = kept

    def _keep(self, strokes: str) -> None:
        """Draw strokes that the document keeps once, however often they are drawn."""
        name = self._kept.get(strokes)
        if name is None:
            name = self._kept[strokes] = f"part{len(self._kept)}"
            self.canvas.beginForm(name)
            self.canvas.addLiteral(strokes)
            self.canvas.endForm()
        self.canvas.doForm(name)

    def _stroke(self, colour: Colour, thick: float) -> None:
        if self._look.get("RG") != colour:
            self._look["RG"] = colour
            self._put(f"{fp_str(*colour)} RG")
        if self._look.get("w") != thick:
            self._look["w"] = thick
            self._put(f"{fp_str(thick * MM)} w")

    def _fill(self, colour: Colour) -> None:
        if self._look.get("rg") != colour:
            self._look["rg"] = colour
            self._put(f"{fp_str(*colour)} rg")

    def _write(self, x: float, y: float, text: str, face: str, size: float) -> None:
        """Write words at (x, y) in points; a face whose letters lie in several subsets is changed on the way."""
        parts = ["BT"]
        for at, (name, letters) in enumerate(self._letters(text, face)):
            if self._look.get("Tf") != (name, size):
                self._look["Tf"] = name, size
                parts.append(f"{name} {fp_str(size)} Tf")
            parts.append(f"<{letters}> Tj" if at else f"{fp_str(x, y)} Td <{letters}> Tj")
        self._put(" ".join([*parts, "ET"]))

    def _letters(self, text: str, face: str) -> list[tuple[str, str]]:
        """Return the words as the document encodes them: a subset of the face and the letters in it, in hex."""
        found = self._encoded.get((text, face))
        if found is None:
            font, doc = pdfmetrics.getFont(face), self.canvas._doc
            found = self._encoded[text, face] = [
                (font.getSubsetInternalName(subset, doc), letters.hex())
                for subset, letters in font.splitString(text, doc)
            ]
        return found

    def _rect(self, x: float, y: float, width: float, height: float) -> str:
        return f"{fp_str(x * MM, self._up(y + height), width * MM, height * MM)} re"

    def _path(self, start: tuple[float, float], *others: tuple[float, float]) -> str:
        """Return the way from `start` through the other points, in mm."""
        ends = (f"{fp_str(x * MM, self._up(y))} l" for x, y in others)
        return " ".join([f"{fp_str(start[0] * MM, self._up(start[1]))} m", *ends])

    def _circle(self, x: float, y: float, across: float) -> str:
        path = self.canvas.beginPath()
        path.circle(x * MM, self._up(y), across / 2 * MM)
        return str(path.getCode())

    def _up(self, y: float) -> float:
        return (self.height - y) * MM


@lru_cache(maxsize=4096)
def fit(text: str, width: float, most: int, size: float, smallest: float, *, bold: bool = False) -> Fitted:
    """Fit `text` into `width` mm and at most `most` lines in the document's face.

    Every word on paper comes through here: cleaned, and 〓 for what the font lacks.
    """
    words, points, measure = _ready(text, width, bold)
    return lines.fit(words, points, most, size, smallest, measure)


@lru_cache(maxsize=1024)
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
