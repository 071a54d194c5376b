"""What a printed form is made of: frozen data, lengths in mm from the top left corner, letters in points."""

from __future__ import annotations

import math
import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass, field

from desk_app.documents.lines import LEADING

PLACEHOLDER = re.compile(r"\{(\w*)\}")
"""`{number}` in a form's texts stands for the value of that field."""

SPECIAL_FIELDS = frozenset({"page", "pages", "copy", "title", "code", "version"})
"""Fields that every form has: page, number of pages, the copy's heading, the form's title and code."""

COPY_EDGE = 8.0
"""The right margin that the name of a copy needs, mm."""

SMALL = 100.0
"""Paper with a side under this, mm, is a card or a label: narrow edges, the reprint mark small."""

TOP_CLEAR = 8.0
"""The strip at the top edge that belongs to the reprint mark, mm (documents/marks.py)."""
SMALL_CLEAR = 2.0
"""The same strip of a card, mm."""

CARDS = "cards"
"""The value that holds the list of cards of a sheet, each a mapping of its own fields."""

ROW_NUMBER = "#"
"""The table column that counts the rows."""


MM_A_POINT = 25.4 / 72


def line_height(size: float) -> float:
    """Return the height of one line of letters of `size` points, mm."""
    return size * LEADING * MM_A_POINT


@dataclass(frozen=True, slots=True)
class Paper:
    """The sheet and its margins; of a form of cards, one card and its margins."""

    width: float
    height: float
    left: float
    right: float
    top: float
    bottom: float

    @property
    def inner(self) -> float:
        """Return the width between the margins."""
        return self.width - self.left - self.right

    @property
    def small(self) -> bool:
        """Return whether this is a card or a label: narrower edges, no room for marks."""
        return min(self.width, self.height) < SMALL


@dataclass(frozen=True, slots=True)
class Sheet:
    """The sheet that cards lie on in a grid: `left` and `top` are where the first one lies, mm."""

    width: float
    height: float
    columns: int
    rows: int
    left: float
    top: float
    gap_x: float
    gap_y: float
    marks: bool
    frame: bool

    @property
    def count(self) -> int:
        """Return how many cards a sheet holds."""
        return self.columns * self.rows

    def places(self, card: Paper) -> list[tuple[float, float]]:
        """Return the left upper corners of all cards, line by line, mm."""
        return [
            (self.left + column * (card.width + self.gap_x), self.top + row * (card.height + self.gap_y))
            for row in range(self.rows)
            for column in range(self.columns)
        ]


@dataclass(frozen=True, slots=True)
class Copy:
    """One copy of a set (存根联, 客户联, 门岗联): `hide` prints —, `last4` keeps the end of a number."""

    name: str
    heading: str
    hide: tuple[str, ...] = ()
    last4: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Text:
    """Words at a fixed place: `y` is their upper edge, `lines` how often they may break.

    `smallest` is how small the letters may become in points, 0 for the usual share of `size`.
    """

    value: str
    x: float
    y: float
    width: float
    size: float
    smallest: float
    bold: bool
    grey: bool
    white: bool
    align: str
    lines: int
    spacing: float
    pages: str
    copies: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Code:
    """A QR or a Code 128 of one field, quiet zone included."""

    kind: str
    field: str
    x: float
    y: float
    width: float
    height: float
    copies: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Image:
    """A picture of one field: `fit` is cover (cropped) or contain; `empty` stands where there is none."""

    field: str
    x: float
    y: float
    width: float
    height: float
    fit: str
    frame: bool
    empty: str
    copies: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle under everything else: `fill` is none, pale or dark; `line` its outline in mm.

    With `fill` stamp it is the dashed ring in which a stamp goes.
    """

    x: float
    y: float
    width: float
    height: float
    fill: str
    line: float
    copies: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Cell:
    """A label and the field beside it, over `span` columns of the grid."""

    label: str
    field: str
    span: int


@dataclass(frozen=True, slots=True)
class Grid:
    """Labelled values in ruled rows; `widths` are the columns' shares of the page."""

    widths: tuple[float, ...]
    label_width: float
    row_height: float
    size: float
    rows: tuple[tuple[Cell, ...], ...]
    gap: float


@dataclass(frozen=True, slots=True)
class Column:
    """A column of the list; `also` are fields joined behind the first; `copies` empty means all."""

    title: str
    field: str
    also: tuple[str, ...]
    width: float
    align: str
    copies: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """The list that may run on to further pages.

    `lines` is how many lines a cell may take before it shrinks, 0 for shrinking first; `rows` how
    many rows are ruled at least where blocks run on from page to page.
    """

    field: str
    row_height: float
    size: float
    lines: int
    rows: int
    blank: str
    continued: str
    columns: tuple[Column, ...]
    gap: float

    def shown(self, copy: str) -> tuple[Column, ...]:
        """Return the columns that the copy of this name shows."""
        return tuple(column for column in self.columns if not column.copies or copy in column.copies)


@dataclass(frozen=True, slots=True)
class Total:
    """The bold line under the list."""

    value: str
    height: float
    size: float
    gap: float


@dataclass(frozen=True, slots=True)
class SignatureBox:
    """Room for one signature; `stamp` is the diameter of the dashed ring, 0 for none."""

    title: str
    hint: str
    note: str
    date: str
    stamp: float
    width: float


@dataclass(frozen=True, slots=True)
class Signatures:
    """The signature boxes in the order of the procedure: room for the pen and the stamp.

    `height` is that of one row of `per_row` boxes; `order` numbers them and draws arrows.
    """

    boxes: tuple[SignatureBox, ...]
    height: float
    per_row: int
    order: bool
    gap: float

    @property
    def rows(self) -> tuple[tuple[SignatureBox, ...], ...]:
        """Return the boxes row by row."""
        return tuple(self.boxes[at : at + self.per_row] for at in range(0, len(self.boxes), self.per_row))


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A few lines of plain words in the flow."""

    value: str
    size: float
    bold: bool
    grey: bool
    lines: int
    gap: float


@dataclass(frozen=True, slots=True)
class Checks:
    """A list of questions with a box to tick for each answer; `rows` are expected."""

    field: str
    item: str
    answer: str
    note: str
    title: str
    answers: tuple[str, ...]
    answer_width: float
    columns: int
    rows: int
    row_height: float
    size: float
    gap: float


@dataclass(frozen=True, slots=True)
class Clauses:
    """Paragraphs of fixed words, one a line: headings after `# `, numbers hanging at the left.

    `least` is about how high they stand, mm; `indent` sets the first line of a plain paragraph in.
    """

    paragraphs: tuple[str, ...]
    size: float
    leading: float
    space: float
    indent: bool
    grey: bool
    least: float
    gap: float


Block = Grid | Table | Total | Signatures | Paragraph | Checks | Clauses


def least_height(block: Block) -> float:
    """Return the least height of a block with its gap, mm; a list needs two rows and its heading."""
    if isinstance(block, Grid):
        return block.gap + block.row_height * len(block.rows)
    if isinstance(block, Table):
        return block.gap + block.row_height * max(3 if block.blank else 2, block.rows + 1)
    if isinstance(block, Paragraph):
        return block.gap + line_height(block.size) * block.lines
    if isinstance(block, Checks):
        return block.gap + block.row_height * (1 + math.ceil(block.rows / block.columns))
    if isinstance(block, Clauses):
        return block.gap + block.least
    if isinstance(block, Signatures):
        return block.gap + block.height * len(block.rows)
    return block.gap + block.height


@dataclass(frozen=True, slots=True)
class Form:
    """A whole printed form; with `flow` its blocks run on from page to page."""

    key: str
    title: str
    code: str
    version: str
    paper: Paper
    body_top: float
    body_bottom: float
    copies: tuple[Copy, ...]
    texts: tuple[Text, ...]
    codes: tuple[Code, ...]
    blocks: tuple[Block, ...]
    images: tuple[Image, ...] = ()
    boxes: tuple[Box, ...] = ()
    cards: Sheet | None = None
    flow: bool = False
    fields: Collection[str] = field(default=frozenset())

    @property
    def parts(self) -> tuple[tuple[str, Sequence[Box | Image | Text | Code]], ...]:
        """Return the parts at fixed places by their names in the file, in the order they are drawn."""
        return ("box", self.boxes), ("image", self.images), ("text", self.texts), ("barcode", self.codes)

    @property
    def room(self) -> float:
        """Return the height of the body, mm."""
        return self.body_bottom - self.body_top

    @property
    def table(self) -> Table | None:
        """Return the list, if the form has one."""
        return next((block for block in self.blocks if isinstance(block, Table)), None)

    @property
    def lead(self) -> tuple[Block, ...]:
        """Return the blocks that stand on every page, above the list."""
        if self.table is None:
            return tuple(block for block in self.blocks if not isinstance(block, Signatures))
        return self.blocks[: self.blocks.index(self.table)]

    @property
    def tail(self) -> tuple[Block, ...]:
        """Return the blocks at the foot of the last page."""
        if self.table is None:
            return tuple(block for block in self.blocks if isinstance(block, Signatures))
        return self.blocks[self.blocks.index(self.table) + 1 :]

    @property
    def closing(self) -> tuple[Block, ...]:
        """Return what stands at the foot of the last page where blocks run on: from the signatures on."""
        for at, block in enumerate(self.blocks):
            rest = self.blocks[at:]
            if isinstance(block, Signatures) and all(
                isinstance(one, Signatures | Total | Paragraph) for one in rest
            ):
                return rest
        return ()
