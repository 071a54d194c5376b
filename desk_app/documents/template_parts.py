"""Read the parts of a form.toml that stand at fixed places: words, codes, pictures, boxes."""

from __future__ import annotations

from desk_app.core.i18n import translate
from desk_app.documents.form import SMALL_CLEAR, TOP_CLEAR, Box, Code, Image, Paper, Text, line_height
from desk_app.documents.toml_reader import Section

ALIGNS = ("left", "center", "right")


def top_clear(paper: Paper) -> float:
    """Return the height of the strip at the top edge that stays free, mm."""
    return SMALL_CLEAR if paper.small else TOP_CLEAR


def edge(paper: Paper, usual: float) -> float:
    """Return how near the other edges a part may stand: `usual`, on a card 1.5 mm."""
    return min(usual, 1.5) if paper.small else usual


def read_text(section: Section, paper: Paper) -> Text:
    """Return words at a fixed place."""
    size = section.number("size", 4, 160, 9)
    text = Text(
        value=section.text("value", longest=500),
        **_place(section, paper, 3),
        width=section.number("width", 3, paper.width),
        size=size,
        smallest=section.number("smallest", 4, size, 0) if section.has("smallest") else 0.0,
        bold=section.flag("bold", False),
        grey=section.flag("grey", False),
        white=section.flag("white", False),
        align=section.choice("align", ALIGNS, "left"),
        lines=section.count("lines", 1, 12, 1),
        spacing=section.number("spacing", 0, 20, 0),
        pages=section.choice("pages", ("all", "first", "last"), "all"),
        copies=section.words("copies"),
    )
    section.done()
    _check_inside(section, paper, "width", text.x, text.y, text.width, line_height(text.size) * text.lines)
    return text


def read_code(section: Section, paper: Paper) -> Code:
    """Return a QR or a Code 128."""
    kind = section.choice("kind", ("qr", "code128"))
    width = section.number("width", 8 if paper.small else 10, 120)
    code = Code(
        kind=kind,
        field=section.text("field"),
        **_place(section, paper, 2),
        width=width,
        height=width if kind == "qr" else section.number("height", 4 if paper.small else 5, 40),
        copies=section.words("copies"),
    )
    section.done()
    _check_inside(section, paper, "x", code.x, code.y, code.width, code.height, right=2)
    return code


def read_image(section: Section, paper: Paper) -> Image:
    """Return the place of a picture."""
    image = Image(
        field=section.text("field", longest=40),
        **_place(section, paper, 3),
        width=section.number("width", 5, paper.width),
        height=section.number("height", 5, paper.height),
        fit=section.choice("fit", ("cover", "contain"), "cover"),
        frame=section.flag("frame", True),
        empty=section.text("empty", "", longest=12),
        copies=section.words("copies"),
    )
    section.done()
    _check_inside(section, paper, "width", image.x, image.y, image.width, image.height)
    return image


def read_box(section: Section, paper: Paper) -> Box:
    """Return a rectangle; it may reach the edge of a card."""
    box = Box(
        x=section.number("x", 0, paper.width),
        y=section.number("y", 0 if paper.small else TOP_CLEAR, paper.height),
        width=section.number("width", 0.2, paper.width),
        height=section.number("height", 0.2, paper.height),
        fill=section.choice("fill", ("none", "pale", "dark", "stamp"), "none"),
        line=section.number("line", 0, 2, 0.18),
        copies=section.words("copies"),
    )
    section.done()
    reach = 0 if paper.small else 3
    _check_inside(section, paper, "width", box.x, box.y, box.width, box.height, right=reach, foot=reach)
    return box


def _place(section: Section, paper: Paper, left: float) -> dict[str, float]:
    return {
        "x": section.number("x", edge(paper, left), paper.width - edge(paper, 3)),
        "y": section.number("y", top_clear(paper), paper.height - edge(paper, 5)),
    }


def _check_inside(
    section: Section,
    paper: Paper,
    across: str,
    x: float,
    y: float,
    width: float,
    height: float,
    *,
    right: float = 3,
    foot: float = 3,
) -> None:
    """Refuse a part that reaches over the paper's right or lower edge; `across` is the key to blame."""
    if x + width > paper.width - edge(paper, right):
        raise section.broken(across, translate("Paper", "超出纸的右边"))
    if y + height > paper.height - edge(paper, foot):
        raise section.broken("y", translate("Paper", "超出纸的下边"))
