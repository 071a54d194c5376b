"""How the workbooks look: one set of named styles, calm, the window's colours in its light theme."""

from __future__ import annotations

from openpyxl.styles import Alignment, Border, Font, NamedStyle, PatternFill, Side
from openpyxl.styles.differential import DifferentialStyle

from desk_app.core.declare import Tone

FONT = "Microsoft YaHei"
ACCENT = "0F6E6E"
ON_ACCENT = "FFFFFF"
TINT = "E0F0EF"
ZEBRA = "F7F9FA"
LINE = "DDE3E9"
TEXT = "1B2733"
MUTED = "5D6B79"

TONES = {
    Tone.WAITING: ("46587A", "E8EDF5"),
    Tone.DUE: ("8F5200", "FCEFD6"),
    Tone.LATE: ("B3261E", "FCE4E2"),
    Tone.DONE: ("1E6B38", "E1F2E5"),
    Tone.VOID: ("5D6B79", "EEF1F5"),
}
"""(text, tint) by tone, as kit/theme.py has them for the light window."""

FORMATS = {
    "text": "@",
    "integer": "#,##0",
    "money": "#,##0.00",
    "date": "yyyy-mm-dd",
    "time": "yyyy-mm-dd hh:mm",
    "decimal": "#,##0.0",
    "percent": "0.0%",
    "change": "+0.0%;-0.0%;0.0%",
    "points": '+0.0" 百分点";-0.0" 百分点";0.0" 百分点"',
}
"""Number formats by name; "@" keeps a text a text even when somebody edits the cell in Excel."""

_NUMBERS = ("integer", "money", "decimal", "percent", "change", "points")


def _font(colour: str = TEXT, *, size: int = 10, bold: bool = False, strike: bool = False) -> Font:
    return Font(name=FONT, size=size, bold=bold, color=colour, strike=strike)


def _fill(colour: str) -> PatternFill:
    return PatternFill("solid", start_color=colour, end_color=colour)


def _align(horizontal: str, *, wrap: bool = False, indent: int = 0) -> Alignment:
    return Alignment(horizontal=horizontal, vertical="center", wrap_text=wrap, indent=indent)


def styles() -> tuple[NamedStyle, ...]:
    """Return new named styles: `title`, `note`, `head`, `wrap`, `center`, `band`, a style by format name,
    `total` and `total.<format>`, and `state.<tone>`.
    """
    below = Border(bottom=Side("thin", color=LINE))
    above = Border(top=Side("medium", color=ACCENT), bottom=Side("thin", color=LINE))
    body, bold = _font(), _font(bold=True)
    return (
        NamedStyle("title", _font(ACCENT, size=16, bold=True), alignment=_align("left"), number_format="@"),
        NamedStyle("note", _font(MUTED, size=9), alignment=_align("left"), number_format="@"),
        NamedStyle(
            "head", _font(ON_ACCENT, bold=True), _fill(ACCENT), below, _align("center", wrap=True), "@"
        ),
        NamedStyle("band", _font(ACCENT, bold=True), _fill(TINT), below, _align("left", indent=1), "@"),
        NamedStyle("wrap", body, border=below, alignment=_align("left", wrap=True, indent=1), number_format="@"),
        NamedStyle("center", body, border=below, alignment=_align("center"), number_format="@"),
        *(NamedStyle(name, body, None, below, _side(name), code) for name, code in FORMATS.items()),
        *(
            NamedStyle(f"total.{name}", bold, _fill(TINT), above, _side(name), code)
            for name, code in FORMATS.items()
        ),
        *(
            NamedStyle(
                f"state.{tone.value}", _font(front, strike=tone is Tone.VOID), _fill(tint), below, _align("center"), "@"
            )
            for tone, (front, tint) in TONES.items()
        ),
    )  # fmt: skip


def _side(name: str) -> Alignment:
    if name == "text":
        return _align("left", indent=1)
    return _align("right" if name in _NUMBERS else "center")


def zebra() -> DifferentialStyle:
    """Return the fill of every second row, laid on by a rule so that it survives sorting."""
    return DifferentialStyle(fill=PatternFill(fill_type="solid", start_color=ZEBRA, end_color=ZEBRA))


def struck() -> DifferentialStyle:
    """Return the look of a void row."""
    return DifferentialStyle(font=Font(color=MUTED, strike=True))
