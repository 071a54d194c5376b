"""Paint the cells of a list: text, state pills, buttons in the row."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import (
    QAbstractItemModel,
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRect,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor, QFont, QFontMetrics, QHelpEvent, QMouseEvent, QPainter, QPen
from PySide6.QtWidgets import (
    QAbstractItemView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QToolTip,
    QWidget,
)

from desk_app.core.declare import Action, ColumnKind, Register, Row, Tone
from desk_app.core.i18n import translate
from desk_app.kit import theme
from desk_app.kit.guard import qt_guard
from desk_app.kit.record_model import RecordModel
from desk_app.kit.text import tooltip

Index = QModelIndex | QPersistentModelIndex
_CENTRE = int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft)
_RIGHT = int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight)
_MIDDLE = int(Qt.AlignmentFlag.AlignCenter)
NUMBERS = (ColumnKind.INTEGER, ColumnKind.MONEY)


def allowed(actions: Sequence[Action], row: Row) -> list[Action]:
    """Return the actions offered for a row in its state."""
    return [action for action in actions if not action.states or row.get("state") in action.states]


class RecordDelegate(QStyledItemDelegate):
    """One paint a cell, without Qt's style engine (figures/speed.md §3). `pressed(key, row number)`: a button."""

    pressed = Signal(str, int)

    def __init__(self, register: Register, parent: QObject) -> None:
        super().__init__(parent)
        self._register = register
        self._tones = {state.key: state.tone for state in register.states}
        self._in_row = tuple(action for action in register.actions if action.in_row)
        self.hovered: tuple[int, str] = (-1, "")

    @qt_guard(None)
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint the ground, the line under the row, and what the column's kind asks for."""
        model = index.model()
        line = model.line(index.row()) if isinstance(model, RecordModel) else None
        box: QRect = option.rect
        state: QStyle.StateFlag = option.state
        palette = theme.colours()
        selected = bool(state & QStyle.StateFlag.State_Selected)
        if selected:
            painter.fillRect(box, QColor(palette.tint))
        painter.setPen(QColor(palette.chip))
        painter.drawLine(box.bottomLeft(), box.bottomRight())
        if line is None or not isinstance(model, RecordModel):
            return
        if index.column() >= len(model.columns):
            self._paint_buttons(painter, box, line.row, index.row())
            return
        column = model.columns[index.column()]
        tone = self._tones.get(str(line.row.get("state")))
        text = line.texts[index.column()]
        if column.kind is ColumnKind.STATE:
            self._paint_pill(painter, box, text, tone or Tone.WAITING)
        else:
            quiet = column.kind in (ColumnKind.TIME, ColumnKind.DATE) or not line.row.get(column.key)
            self._paint_text(
                painter, box, text, quiet and not selected, tone is Tone.VOID, column.kind in NUMBERS
            )

    @qt_guard(QSize())
    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Ask for the fixed height and a usual width."""
        return QSize(theme.px(80), theme.px(38))

    @qt_guard(False)
    def editorEvent(
        self, event: QEvent, model: QAbstractItemModel, option: QStyleOptionViewItem, index: Index
    ) -> bool:
        """Press the button under the mouse."""
        if isinstance(event, QMouseEvent) and event.type() is QEvent.Type.MouseButtonRelease:
            key = self.button_at(option.rect, index, event)
            if key and event.button() is Qt.MouseButton.LeftButton:
                self.pressed.emit(key, index.row())
                return True
        return False

    @qt_guard(False)
    def helpEvent(
        self, event: QHelpEvent, view: QAbstractItemView, option: QStyleOptionViewItem, index: Index
    ) -> bool:
        """Show a text in full when it was cut short."""
        text = str(index.data() or "")
        box: QRect = option.rect
        cut_short = view.fontMetrics().horizontalAdvance(text) > box.width() - theme.px(16)
        QToolTip.showText(event.globalPos(), tooltip(text) if cut_short else "", view)
        return True

    def button_at(self, box: QRect, index: Index, event: QMouseEvent) -> str:
        """Return the key of the button under the mouse, or ""."""
        model = index.model()
        if not isinstance(model, RecordModel) or index.column() < len(model.columns):
            return ""
        line = model.line(index.row())
        buttons = self._buttons(box, line.row) if line else []
        point = event.position().toPoint()
        return next((action.key for action, place in buttons if place.contains(point)), "")

    def buttons_width(self, font: QFont) -> int:
        """Return the width the buttons' column needs for the widest state."""
        states = {key for action in self._in_row for key in action.states} | {None}
        rows: list[Row] = [{"state": state} for state in states]
        wide = [
            sum(self._button_width(a, font) + theme.px(6) for a in allowed(self._in_row, row)) for row in rows
        ]
        return max(wide, default=0) + theme.px(20)

    def _button_width(self, action: Action, font: QFont) -> int:
        return QFontMetrics(font).horizontalAdvance(
            translate(self._register.context, action.label)
        ) + theme.px(28)

    def _buttons(self, box: QRect, row: Row) -> list[tuple[Action, QRect]]:
        view = self.parent()
        font = view.font() if isinstance(view, QWidget) else QFont()
        places, right, height = [], box.right() - theme.px(14), theme.px(28)
        for action in reversed(allowed(self._in_row, row)):
            width = self._button_width(action, font)
            places.append((action, QRect(right - width, box.center().y() - height // 2, width, height)))
            right -= width + theme.px(6)
        return places

    def _paint_buttons(self, painter: QPainter, box: QRect, row: Row, number: int) -> None:
        palette = theme.colours()
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for action, place in self._buttons(box, row):
            hot = self.hovered == (number, action.key)
            painter.setPen(QPen(QColor(palette.accent if hot else palette.line), 1))
            painter.setBrush(QColor(palette.tint if hot else palette.panel))
            painter.drawRoundedRect(place, theme.px(5), theme.px(5))
            painter.setPen(QColor(palette.accent))
            painter.drawText(place, _MIDDLE, translate(self._register.context, action.label))
        painter.restore()

    def _paint_pill(self, painter: QPainter, box: QRect, text: str, tone: Tone) -> None:
        front, tint = theme.tone(tone)
        metrics = painter.fontMetrics()
        height, dot = theme.px(24), theme.px(6)
        width = min(metrics.horizontalAdvance(text) + theme.px(32), box.width() - theme.px(8))
        pill = QRect(box.left() + theme.px(6), box.center().y() - height // 2, width, height)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(tint)
        painter.drawRoundedRect(pill, height / 2, height / 2)
        painter.setBrush(front)
        painter.drawEllipse(pill.left() + theme.px(9), pill.center().y() - dot // 2 + 1, dot, dot)
        painter.setPen(front)
        words = pill.adjusted(theme.px(20), 0, -theme.px(6), 0)
        if tone is Tone.VOID:
            font = QFont(painter.font())
            font.setStrikeOut(True)
            painter.setFont(font)
        painter.drawText(words, _CENTRE, metrics.elidedText(text, Qt.TextElideMode.ElideRight, words.width()))
        painter.restore()

    def _paint_text(
        self, painter: QPainter, box: QRect, text: str, quiet: bool, void: bool, right: bool
    ) -> None:
        palette = theme.colours()
        inner = box.adjusted(theme.px(10), 0, -theme.px(6), 0)
        metrics = painter.fontMetrics()
        if metrics.horizontalAdvance(text) > inner.width():
            text = metrics.elidedText(text, Qt.TextElideMode.ElideRight, inner.width())
        painter.setPen(QColor(palette.muted if quiet or void else palette.text))
        if not void:
            painter.drawText(inner, _RIGHT if right else _CENTRE, text)
            return
        plain = painter.font()
        struck = QFont(plain)
        struck.setStrikeOut(True)
        painter.setFont(struck)
        painter.drawText(inner, _RIGHT if right else _CENTRE, text)
        painter.setFont(plain)
