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

_LEFT = int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft)
_RIGHT = int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight)
_MIDDLE = int(Qt.AlignmentFlag.AlignCenter)
_CUT = Qt.TextElideMode.ElideRight
_SMOOTH = QPainter.RenderHint.Antialiasing
_QUIET = (ColumnKind.TIME, ColumnKind.DATE)
_NUMBERS = (ColumnKind.INTEGER, ColumnKind.MONEY)


class RowPainter:
    """Paints rows of a register's list with one painter, during one paint event."""

    def __init__(
        self,
        painter: QPainter,
        register: Register,
        columns: Sequence[Column],
        places: Sequence[Place],
        delegate: RecordDelegate,
    ) -> None:
        self._painter = painter
        self._context = register.context
        self._tones = {state.key: state.tone for state in register.states}
        self._columns = columns
        self._places = places
        self._delegate = delegate
        self._palette = theme.colours()
        self._metrics = painter.fontMetrics()
        self._plain = painter.font()
        self._struck = QFont(self._plain)
        self._struck.setStrikeOut(True)

    def paint(self, box: QRect, number: int, line: Line | None, chosen: bool) -> None:
        """Paint row `number`: its ground, the line under it, and what each column's kind asks for."""
        if chosen:
            self._painter.fillRect(box, _ink(self._palette.tint))
        self._painter.setPen(_ink(self._palette.chip))
        self._painter.drawLine(box.bottomLeft(), box.bottomRight())
        if line is None:
            return
        tone = self._tones.get(str(line.row.get("state")))
        if tone is Tone.VOID:
            self._painter.setFont(self._struck)
        for place, left, width in self._places:
            cell = QRect(left, box.top(), width, box.height())
            if place >= len(self._columns):
                self._painter.setFont(self._plain)
                self._paint_buttons(cell, line.row, number)
            elif self._columns[place].kind is ColumnKind.STATE:
                self._paint_pill(cell, line.texts[place], tone or Tone.WAITING)
            else:
                column = self._columns[place]
                quiet = not chosen and (column.kind in _QUIET or not line.row.get(column.key))
                muted = quiet or tone is Tone.VOID
                self._painter.setPen(_ink(self._palette.muted if muted else self._palette.text))
                self._paint_text(cell, line.texts[place], _RIGHT if column.kind in _NUMBERS else _LEFT)
        self._painter.setFont(self._plain)

    def _paint_text(self, cell: QRect, text: str, side: int) -> None:
        inner = cell.adjusted(theme.px(10), 0, -theme.px(6), 0)
        if self._metrics.horizontalAdvance(text) > inner.width():
            text = self._metrics.elidedText(text, _CUT, inner.width())
        self._painter.drawText(inner, side, text)

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
        painter.drawText(words, _LEFT, self._metrics.elidedText(text, _CUT, words.width()))
        painter.setRenderHint(_SMOOTH, False)

    def _paint_buttons(self, cell: QRect, row: Row, number: int) -> None:
        painter, palette = self._painter, self._palette
        painter.setRenderHint(_SMOOTH)
        for action, place in self._delegate.buttons(cell, row):
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
