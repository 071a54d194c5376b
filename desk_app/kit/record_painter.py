"""Paint the rows of a list: texts, state pills, buttons in the row.

A row is painted in one go, without Qt's style engine and without a call into Python for every cell: a full
screen takes less than Qt's own table needs for the same texts (tests/bench, T3).
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPen

from desk_app.core.declare import Column, ColumnKind, Register, Row, Tone
from desk_app.core.i18n import translate
from desk_app.kit import theme
from desk_app.kit.record_delegate import RecordDelegate
from desk_app.kit.record_model import Line

Place = tuple[int, int, int]
"""A column on the screen: its number, where it begins, its width."""

MANY = 20_000
"""Texts whose cut form is remembered."""

_LEFT = int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft)
_RIGHT = int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight)
_MIDDLE = int(Qt.AlignmentFlag.AlignCenter)
_CUT = Qt.TextElideMode.ElideRight
_SMOOTH = QPainter.RenderHint.Antialiasing
_QUIET = (ColumnKind.TIME, ColumnKind.DATE)
_NUMBERS = (ColumnKind.INTEGER, ColumnKind.MONEY)


class RowPainter:
    """Paints the rows of one list: `begin` with a paint event's painter, then `paint` row by row."""

    def __init__(self, register: Register, columns: Sequence[Column], delegate: RecordDelegate) -> None:
        self._context = register.context
        self._tones = {state.key: state.tone for state in register.states}
        self._columns = columns
        self._delegate = delegate
        self._plain = QFont()
        self._fitting: dict[tuple[str, int], str] = {}

    def begin(self, painter: QPainter, places: Sequence[Place]) -> None:
        """Take the painter of a paint event and the columns on the screen."""
        if painter.font() != self._plain or len(self._fitting) > MANY:
            self._fitting.clear()
        self._painter, self._places = painter, places
        self._palette = theme.colours()
        self._metrics = painter.fontMetrics()
        self._plain = painter.font()
        self._struck = QFont(self._plain)
        self._struck.setStrikeOut(True)
        self._before, self._around = theme.px(10), theme.px(10) + theme.px(6)

    def paint(self, box: QRect, number: int, line: Line | None, chosen: bool) -> None:
        """Paint row `number`: its ground, the line under it, and what each column's kind asks for."""
        painter, palette = self._painter, self._palette
        if chosen:
            painter.fillRect(box, _ink(palette.tint))
        painter.setPen(_ink(palette.chip))
        painter.drawLine(box.bottomLeft(), box.bottomRight())
        if line is None:
            return
        tone = self._tones.get(str(line.row.get("state")))
        if tone is Tone.VOID:
            painter.setFont(self._struck)
        for place, left, width in self._places:
            if place >= len(self._columns):
                painter.setFont(self._plain)
                self._paint_buttons(QRect(left, box.top(), width, box.height()), line.row, number)
                continue
            column, text = self._columns[place], line.texts[place]
            if column.kind is ColumnKind.STATE:
                pill = QRect(left, box.top(), width, box.height())
                self._paint_pill(pill, text, tone or Tone.WAITING)
                continue
            quiet = not chosen and (column.kind in _QUIET or not line.row.get(column.key))
            painter.setPen(_ink(palette.muted if quiet or tone is Tone.VOID else palette.text))
            room = width - self._around
            inner = QRect(left + self._before, box.top(), room, box.height())
            painter.drawText(inner, _RIGHT if column.kind in _NUMBERS else _LEFT, self._fitted(text, room))
        painter.setFont(self._plain)

    def _fitted(self, text: str, room: int) -> str:
        """Return `text`, cut to `room` pixels; measured once, not at every repaint."""
        fitted = self._fitting.get((text, room))
        if fitted is None:
            too_long = self._metrics.horizontalAdvance(text) > room
            fitted = self._metrics.elidedText(text, _CUT, room) if too_long else text
            self._fitting[text, room] = fitted
        return fitted

    def _paint_pill(self, cell: QRect, text: str, tone: Tone) -> None:
        front, tint = (_ink(colour) for colour in self._palette.tones[tone.value])
        painter, height, dot = self._painter, theme.px(24), theme.px(6)
        width = min(self._metrics.horizontalAdvance(text) + theme.px(32), cell.width() - theme.px(8))
        pill = QRect(cell.left() + theme.px(6), cell.center().y() - height // 2, width, height)
        painter.setRenderHint(_SMOOTH)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(tint)
        painter.drawRoundedRect(pill, height / 2, height / 2)
        painter.setBrush(front)
        painter.drawEllipse(pill.left() + theme.px(9), pill.center().y() - dot // 2 + 1, dot, dot)
        painter.setPen(front)
        words = pill.adjusted(theme.px(20), 0, -theme.px(6), 0)
        painter.drawText(words, _LEFT, self._fitted(text, words.width()))
        painter.setRenderHint(_SMOOTH, False)

    def _paint_buttons(self, cell: QRect, row: Row, number: int) -> None:
        painter, palette = self._painter, self._palette
        painter.setRenderHint(_SMOOTH)
        for action, place in self._delegate.buttons(cell, row, self._metrics):
            hot = self._delegate.hovered == (number, action.key)
            painter.setPen(QPen(_ink(palette.accent if hot else palette.line), 1))
            painter.setBrush(_ink(palette.tint if hot else palette.panel))
            painter.drawRoundedRect(place, theme.px(5), theme.px(5))
            painter.setPen(_ink(palette.accent))
            painter.drawText(place, _MIDDLE, translate(self._context, action.label))
        painter.setRenderHint(_SMOOTH, False)


@lru_cache(maxsize=64)
def _ink(colour: str) -> QColor:
    """Return a colour of the palette, made once."""
    return QColor(colour)
