"""Colours, sizes, fonts and icons: one palette a theme, one style sheet, one scale.

`resources/style.qss` names colours as @tokens and writes sizes at 100 %; `apply` fills in both. Widgets that
paint themselves ask `colours()` and `px()` while painting.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple
from weakref import WeakKeyDictionary

from PySide6.QtCore import QByteArray, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontDatabase, QGuiApplication, QIcon, QPainter, QPalette, QPixmap
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget
from shiboken6 import isValid

if TYPE_CHECKING:
    from desk_app.core.declare import Tone

RESOURCES = Path(__file__).resolve().parents[2] / "resources"
FAMILIES = ["Microsoft YaHei UI", "Noto Sans SC"]
SCALES = (1.0, 1.1, 1.25, 1.5)


class Palette(NamedTuple):
    """The colours of a theme as #rrggbb; `tones` are (text, tint) by the value of a state's tone."""

    accent: str
    accent_hover: str
    on_accent: str
    tint: str
    ground: str
    panel: str
    field: str
    line: str
    text: str
    muted: str
    chip: str
    hover: str
    scroll: str
    error: str
    tones: Mapping[str, tuple[str, str]]


LIGHT = Palette(
    accent="#0F6E6E",
    accent_hover="#0B5A5A",
    on_accent="#FFFFFF",
    tint="#E0F0EF",
    ground="#F4F6F8",
    panel="#FFFFFF",
    field="#FFFFFF",
    line="#DDE3E9",
    text="#1B2733",
    muted="#5D6B79",
    chip="#EEF1F5",
    hover="#F4F7F9",
    scroll="#C3CCD5",
    error="#B3261E",
    tones={
        "waiting": ("#46587A", "#E8EDF5"),
        "due": ("#8F5200", "#FCEFD6"),
        "late": ("#B3261E", "#FCE4E2"),
        "done": ("#1E6B38", "#E1F2E5"),
        "void": ("#5D6B79", "#EEF1F5"),
    },
)
DARK = Palette(
    accent="#4FB3AE",
    accent_hover="#66C4BF",
    on_accent="#0C1A1A",
    tint="#193938",
    ground="#14191E",
    panel="#1C2329",
    field="#1C2329",
    line="#323C45",
    text="#E6EBEF",
    muted="#9AA8B4",
    chip="#262F37",
    hover="#222A31",
    scroll="#46535F",
    error="#F28B82",
    tones={
        "waiting": ("#A9BBD0", "#28333E"),
        "due": ("#E9B658", "#3D2D15"),
        "late": ("#F28B82", "#45201F"),
        "done": ("#7FCB92", "#1C3526"),
        "void": ("#9AA8B4", "#28303A"),
    },
)
THEMES: Mapping[str, Palette] = {"light": LIGHT, "dark": DARK}

_palette = LIGHT
_scale = 1.0
_iconed: WeakKeyDictionary[QAbstractButton, tuple[str, str]] = WeakKeyDictionary()


def colours() -> Palette:
    """Return the palette in use."""
    return _palette


def scale() -> float:
    """Return the scale in use, 1.0 to 1.5."""
    return _scale


def px(size: float) -> int:
    """Return a size given at 100 % in pixels of the scale in use; lines stay one pixel."""
    return round(size * _scale) if size > 1 else round(size)


def tone(name: Tone) -> tuple[QColor, QColor]:
    """Return the (text, tint) colours of a state's tone."""
    front, tint = _palette.tones[name.value]
    return QColor(front), QColor(tint)


def arguments() -> list[str]:
    """Return what a QApplication is made with: Fusion on every system.

    Choosing the style afterwards makes all of QStyle's enums first, a twentieth of the start.
    """
    return [*sys.argv[:1], "-style", "fusion"]


def apply(app: QApplication, theme: str = "light", factor: float = 1.0) -> None:
    """Dress `app` in `theme` ("light" or "dark") at `factor`; windows built before keep their spacing."""
    global _palette, _scale
    dressed = (_palette, _scale) == (THEMES[theme], min(max(factor, 1.0), 1.5)) and bool(app.styleSheet())
    if dressed:
        return
    _palette, _scale = THEMES[theme], min(max(factor, 1.0), 1.5)
    load_fonts()
    font = QFont()
    font.setFamilies(FAMILIES)
    font.setPixelSize(px(14))
    app.setPalette(_qt_palette(_palette))
    app.setFont(font)
    app.setStyleSheet(style_sheet(_palette, _scale))
    for button, (name, role) in list(_iconed.items()):
        if isValid(button):
            put_icon(button, name, role)


def style_sheet(palette: Palette, factor: float) -> str:
    """Return resources/style.qss with @tokens and pixel sizes filled in; KeyError names an unknown token."""
    colour = {name: value for name, value in palette._asdict().items() if name != "tones"}
    for name, (front, tint) in palette.tones.items():
        colour[f"{name}_text"], colour[f"{name}_tint"] = front, tint
    sheet = (RESOURCES / "style.qss").read_text("utf-8")
    sheet = re.sub(r"(\d+)px", lambda m: f"{round(int(m[1]) * factor) if int(m[1]) > 1 else m[1]}px", sheet)
    return re.sub(r"@([a-z_]+)", lambda m: colour[m[1]], sheet)


@lru_cache(maxsize=1)
def load_fonts() -> None:
    """Make the bundled Noto Sans SC known to Qt, once a process."""
    for path in sorted((RESOURCES / "fonts").glob("NotoSansSC-*.ttf")):
        QFontDatabase.addApplicationFont(str(path))


def icon(name: str, colour: str | None = None, size: int = 18) -> QIcon:
    """Return the Lucide icon `name` in `colour` (#rrggbb; the text's by default); empty for an unknown name."""
    return _icon(name, colour or _palette.text, px(size), 0)


def put_icon(button: QAbstractButton, name: str, role: str = "text") -> None:
    """Give `button` an icon in the palette colour called `role`, and keep it right when the theme changes."""
    _iconed[button] = (name, role)
    gap = px(4) if button.text() else 0
    button.setIcon(_icon(name, getattr(_palette, role), px(16), gap))
    button.setIconSize(QSize(px(16) + gap, px(16)))


@lru_cache(maxsize=256)
def _icon(name: str, colour: str, size: int, gap: int) -> QIcon:
    """Draw an icon with `gap` clear pixels at its right, before a button's text."""
    path = RESOURCES / "icons" / f"{name}.svg"
    if not name or not path.is_file():
        return QIcon()
    svg = path.read_text("utf-8").replace("currentColor", colour)
    renderer = QSvgRenderer(QByteArray(svg.encode("utf-8")))
    result = QIcon()
    for ratio in _ratios():
        picture = QPixmap((size + gap) * ratio, size * ratio)
        picture.fill(Qt.GlobalColor.transparent)
        painter = QPainter(picture)
        renderer.render(painter, QRectF(0, 0, size * ratio, size * ratio))
        painter.end()
        picture.setDevicePixelRatio(ratio)
        result.addPixmap(picture)
    return result


def _ratios() -> tuple[int, ...]:
    """Return how many pixels of a screen go into one of ours: icons are drawn for these."""
    app = QGuiApplication.instance()
    finest = app.devicePixelRatio() if isinstance(app, QGuiApplication) else 1
    return (1, 2) if finest > 1 else (1,)


def restyle(widget: QWidget, name: str, value: object) -> None:
    """Set the dynamic property `name` and let the style sheet see it."""
    if widget.property(name) != value:
        widget.setProperty(name, value)
        widget.style().unpolish(widget)
        widget.style().polish(widget)


def _qt_palette(colours: Palette) -> QPalette:
    """Fill Qt's own palette for what no style sheet rule reaches (dialogs of Qt, text cursors)."""
    roles = QPalette.ColorRole
    result = QPalette()
    for role, colour in {
        roles.Window: colours.ground,
        roles.WindowText: colours.text,
        roles.Base: colours.field,
        roles.AlternateBase: colours.hover,
        roles.Text: colours.text,
        roles.PlaceholderText: colours.muted,
        roles.Button: colours.panel,
        roles.ButtonText: colours.text,
        roles.Highlight: colours.accent,
        roles.HighlightedText: colours.on_accent,
        roles.ToolTipBase: colours.panel,
        roles.ToolTipText: colours.text,
        roles.Link: colours.accent,
    }.items():
        result.setColor(role, QColor(colour))
    for role in (roles.Text, roles.ButtonText, roles.WindowText):
        result.setColor(QPalette.ColorGroup.Disabled, role, QColor(colours.muted))
    return result
