"""Show times, days, money and user text: formats in one place, and never as rich text.

What people type may contain tags; Qt's labels, message boxes and tooltips would lay it out and even load
files (figures/safety.md, finding 9). Labels are made here; tooltips and captions pass through here.
"""

from __future__ import annotations

from datetime import date, datetime

from PySide6.QtGui import QPainter, QPaintEvent, Qt
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from desk_app.core import clock
from desk_app.kit.guard import qt_guard

NOTHING = "—"
LONGEST = 200
HALF_YEAR = 180  # further away a day without its year would be read as another year's


def plain_label(text: str = "", role: str = "", parent: QWidget | None = None) -> QLabel:
    """Return a label that shows `text` literally; `role` is one of style.qss (title, muted, error, key …)."""
    label = QLabel(parent)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setText(text)
    if role:
        label.setProperty("role", role)
    return label


class CutLabel(QLabel):
    """One plain line that ends with … where it has no room; `text()` stays whole. It asks for no width."""

    def __init__(self, role: str = "") -> None:
        super().__init__()
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setProperty("role", role)
        self.setMinimumWidth(0)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)

    def shown(self) -> str:
        """Return as much of the text as fits."""
        room = self.contentsRect().width()
        return self.fontMetrics().elidedText(cut(self.text()), Qt.TextElideMode.ElideRight, room)

    @qt_guard(None)
    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the frame of the style and what fits."""
        painter = QPainter(self)
        self.drawFrame(painter)
        how = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
        colour = self.foregroundRole()
        self.style().drawItemText(
            painter, self.contentsRect(), how, self.palette(), self.isEnabled(), self.shown(), colour
        )
        painter.end()


def tooltip(text: str) -> str:
    """Return `text` for setToolTip, so that a name is never markup and reads as it was typed.

    Qt shows what looks like markup as such: only that is escaped, and then said to be markup, or the escapes
    would be read out (A&amp;B).
    """
    if not Qt.mightBeRichText(text):
        return text
    escaped = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("\n", "<br>")
    return f"<span>{escaped}</span>"


def caption(text: str) -> str:
    """Return `text` for buttons, tabs and menus, where & would mark a letter."""
    return text.replace("&", "&&")


def cut(text: str) -> str:
    """Return at most LONGEST characters of the first line of `text`."""
    line = text.replace("\r", " ").replace("\n", " ")
    return line if len(line) <= LONGEST else line[: LONGEST - 1] + "…"


def show_time(moment: datetime) -> str:
    """Return HH:MM today, MM-DD HH:MM within half a year in this year, else the full date before it."""
    local, today = clock.local(moment), clock.today()
    day, at = local.date(), f"{local.hour:02}:{local.minute:02}"  # strftime takes ten times longer
    if day == today:
        return at
    near = day.year == today.year and abs((day - today).days) < HALF_YEAR
    return f"{day.month:02}-{day.day:02} {at}" if near else f"{day} {at}"


def show_clock(moment: datetime) -> str:
    """Return HH:MM:SS of a moment, for what was just saved."""
    return f"{clock.local(moment):%H:%M:%S}"


def show_date(day: date) -> str:
    """Return YYYY-MM-DD."""
    return day.isoformat()


def show_money(cents: int) -> str:
    """Return 分 as 1,234.50."""
    sign = "-" if cents < 0 else ""
    return f"{sign}{abs(cents) // 100:,}.{abs(cents) % 100:02d}"


def show_phone(number: str) -> str:
    """Return a mobile number in groups (139 1234 5521); others, masked ones too, as they are."""
    if len(number) == 11 and number[0] == "1":
        return f"{number[:3]} {number[3:7]} {number[7:]}"
    return number
