"""A pen that remembers its strokes, and what may be wrong with them: nothing may touch, cross or leave."""

from itertools import combinations
from typing import Any

from desk_app.documents import fonts
from desk_app.documents.pen import MM, Pen

Box = tuple[float, float, float, float]


class Page:
    """What was drawn on one page, in mm: inked boxes of words, straight lines, rings."""

    def __init__(self) -> None:
        self.words: list[tuple[str, Box]] = []
        self.lines: list[Box] = []
        self.rings: list[tuple[float, float, float]] = []
        self.pictures: list[Box] = []


class Recorder(Pen):
    """A pen that remembers its strokes."""

    pages: list[Page]

    def new_page(self) -> None:
        self.pages.append(Page())
        super().new_page()

    def moved(self, x1: float, y1: float, x2: float, y2: float) -> Box:
        """Return a box where it stands on the sheet."""
        dx, dy = self.origin
        return min(x1, x2) + dx, min(y1, y2) + dy, max(x1, x2) + dx, max(y1, y2) + dy

    def picture(self, x: float, y: float, width: float, height: float, jpeg: bytes) -> None:
        self.pages[-1].pictures.append(self.moved(x, y, x + width, y + height))
        super().picture(x, y, width, height, jpeg)

    def line(self, x1: float, y1: float, x2: float, y2: float, *, thick: float = 0.18) -> None:
        self.pages[-1].lines.append(self.moved(x1, y1, x2, y2))
        super().line(x1, y1, x2, y2, thick=thick)

    def box(self, x: float, y: float, width: float, height: float, *, thick: float = 0.18) -> None:
        right, foot = x + width, y + height
        self.pages[-1].lines += [
            self.moved(x, y, right, y),
            self.moved(x, foot, right, foot),
            self.moved(x, y, x, foot),
            self.moved(right, y, right, foot),
        ]
        super().box(x, y, width, height, thick=thick)

    def stamp_ring(self, x: float, y: float, across: float) -> None:
        self.pages[-1].rings.append((x + self.origin[0], y + self.origin[1], across))
        super().stamp_ring(x, y, across)

    def text(
        self, x: float, baseline: float, text: str, size: float, *, bold: bool = False, **style: Any
    ) -> None:
        wide = (fonts.width(text, size, bold) + style.get("spacing", 0) * (len(text) - 1)) / MM
        left = x - {"left": 0.0, "center": wide / 2, "right": wide}[style.get("align", "left")]
        if text.strip():
            top, foot = baseline - 0.85 * size / MM, baseline + 0.12 * size / MM
            self.pages[-1].words.append((text, self.moved(left, top, left + wide, foot)))
        super().text(x, baseline, text, size, bold=bold, **style)


def overlap(one: Box, other: Box, slack: float = 0.0) -> bool:
    return (
        one[0] < other[2] - slack
        and other[0] < one[2] - slack
        and one[1] < other[3] - slack
        and other[1] < one[3] - slack
    )


def faults(pages: list[Page], width: float, height: float) -> list[str]:
    """Return what is wrong with the pages, in words."""
    small = min(width, height) < 100
    left, top, foot = (1, 1.5, 1) if small else (2, 3.5, 3)
    found = []
    for page in pages:
        for text, box in page.words:
            if not (box[0] >= left and box[1] >= top and box[2] <= width - left and box[3] <= height - foot):
                found.append(f"off the page: {text}")
            found += [f"crossed: {text} {box} {line}" for line in page.lines if overlap(box, line)]
            for x, y, across in page.rings:
                ring = (x - across / 2, y - across / 2, x + across / 2, y + across / 2)
                named = abs(box[0] + box[2] - 2 * x) < 2 and abs(box[1] + box[3] - 2 * y) < 3
                if overlap(box, ring, 0.1) and not named:  # the stamp's name may stand in its middle
                    found.append(f"under the ring: {text}")
            found += [f"under a picture: {text}" for picture in page.pictures if overlap(box, picture, 0.1)]
        for (one, box), (other, second) in combinations(page.words, 2):
            if overlap(box, second, 0.05):
                found.append(f"one upon the other: {one} / {other}")
    return found
