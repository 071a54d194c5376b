"""The mouse over the cells of a list: the buttons in the row, and texts that were cut short."""

from __future__ import annotations

from collections.abc import Container, Sequence

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
from PySide6.QtGui import QFontMetrics, QHelpEvent, QMouseEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QToolTip,
    QWidget,
)

from desk_app.core.declare import Action, Register, Row
from desk_app.core.i18n import translate
from desk_app.kit import theme
from desk_app.kit.guard import qt_guard
from desk_app.kit.record_model import RecordModel
from desk_app.kit.text import tooltip

Index = QModelIndex | QPersistentModelIndex


def allowed(actions: Sequence[Action], row: Row, refused: Container[str] = ()) -> list[Action]:
    """Return the actions offered for a row in its state; `refused` are those the service would not do.

    What the row names as `barred` its record has no use for: nothing is left to give back.
    """
    barred = row.get("barred")
    without = barred if isinstance(barred, frozenset) else frozenset()
    return [
        action
        for action in actions
        if (not action.states or row.get("state") in action.states)
        and action.key not in refused
        and action.key not in without
    ]


class RecordDelegate(QStyledItemDelegate):
    """Knows where the buttons of a row are; RowPainter paints them. `pressed(key, row number)`: a button."""

    pressed = Signal(str, int)

    def __init__(self, register: Register, parent: QObject) -> None:
        super().__init__(parent)
        self._register = register
        self._in_row = tuple(action for action in register.actions if action.in_row)
        self.refused: frozenset[str] = frozenset()
        self.hovered: tuple[int, str] = (-1, "")

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
        model, view = index.model(), self.parent()
        if not isinstance(model, RecordModel) or index.column() < len(model.columns):
            return ""
        line = model.line(index.row())
        if line is None or not isinstance(view, QWidget):
            return ""
        point = event.position().toPoint()
        places = self.buttons(box, line.row, view.fontMetrics())
        return next((action.key for action, place in places if place.contains(point)), "")

    def buttons_width(self, metrics: QFontMetrics) -> int:
        """Return the width the buttons' column needs for the widest state."""
        states = {key for action in self._in_row for key in action.states} | {None}
        rows: list[Row] = [{"state": state} for state in states]
        wide = [
            sum(
                self._button_width(a, metrics) + theme.px(6) for a in allowed(self._in_row, row, self.refused)
            )
            for row in rows
        ]
        return max(wide, default=0) + theme.px(20)

    def buttons(self, box: QRect, row: Row, metrics: QFontMetrics) -> list[tuple[Action, QRect]]:
        """Return the buttons of a row, from the right, with their places in `box`."""
        places, right, height = [], box.right() - theme.px(14), theme.px(28)
        for action in reversed(allowed(self._in_row, row, self.refused)):
            width = self._button_width(action, metrics)
            places.append((action, QRect(right - width, box.center().y() - height // 2, width, height)))
            right -= width + theme.px(6)
        return places

    def _button_width(self, action: Action, metrics: QFontMetrics) -> int:
        return metrics.horizontalAdvance(translate(self._register.context, action.label)) + theme.px(28)
