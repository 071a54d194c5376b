"""The list under an input: titles in bold, a muted line that tells two alike apart.

It is a child of the window, never a window itself, so the focus stays in the input and cannot be stolen.
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPoint, QRect, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontMetrics, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from desk_app.core.declare import Suggestion
from desk_app.kit import theme
from desk_app.kit.guard import qt_guard
from desk_app.kit.text import cut

MOST_SHOWN = 7


class SuggestPopup(QWidget):
    """A list of suggestions beside `owner`, moved through with the owner's keys."""

    picked = Signal(object)

    def __init__(self, owner: QWidget) -> None:
        super().__init__(owner.window())
        self._owner = owner
        self._items: list[Suggestion] = []
        self._current = -1
        self._top = 0
        self.setObjectName("suggestions")
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setMouseTracking(True)
        self.hide()

    @property
    def items(self) -> list[Suggestion]:
        """What is offered now."""
        return list(self._items) if self.isVisible() else []

    @property
    def current(self) -> Suggestion | None:
        """The marked line, None when none is marked or the list is hidden."""
        return self._items[self._current] if self.isVisible() and self._current >= 0 else None

    def offer(self, items: Sequence[Suggestion], preselect: bool) -> None:
        """Show `items` under (or above) the owner; hide when there are none. `preselect` marks the first."""
        self._items = list(items)
        self._current = 0 if preselect and items else -1
        self._top = 0
        if not items or not self._owner.isVisible():
            self.hide()
            return
        self._place()
        self.show()
        self.raise_()
        self.update()

    def move_by(self, step: int) -> None:
        """Mark the next or the previous line, round the ends."""
        if self._items:
            start = self._current if self._current >= 0 or step > 0 else 0
            self._current = (start + step) % len(self._items)
            self._top = min(max(self._top, self._current - MOST_SHOWN + 1), self._current)
            self.update()

    @qt_guard(None)
    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the frame and the lines."""
        palette = theme.colours()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(palette.accent), 1))
        painter.setBrush(QColor(palette.panel))
        painter.drawRoundedRect(self.rect().adjusted(0, 0, -1, -1), theme.px(6), theme.px(6))
        for index, item in enumerate(self._items[self._top : self._top + MOST_SHOWN], self._top):
            self._paint_line(painter, item, self._line_rect(index), index == self._current)
        painter.end()

    @qt_guard(None)
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Mark the line under the mouse."""
        index = self._index_at(event.position().toPoint())
        if index >= 0 and index != self._current:
            self._current = index
            self.update()

    @qt_guard(None)
    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Take the line clicked; the press goes no further, so the focus stays."""
        index = self._index_at(event.position().toPoint())
        if index >= 0:
            self.picked.emit(self._items[index])
        event.accept()

    def _place(self) -> None:
        window = self._owner.window()
        if self.parentWidget() is not window:
            self.setParent(window)
        width = max(self._owner.width(), theme.px(316))
        height = min(len(self._items), MOST_SHOWN) * self._line_height() + theme.px(10)
        below = self._owner.mapTo(window, QPoint(0, self._owner.height() + theme.px(2)))
        left = max(0, min(below.x(), window.width() - width - theme.px(4)))
        top = below.y()
        if top + height > window.height():
            above = self._owner.mapTo(window, QPoint(0, 0)).y() - theme.px(2) - height
            top = above if above >= 0 else max(0, window.height() - height)
        self.setGeometry(left, top, width, height)

    def _line_height(self) -> int:
        return theme.px(47 if any(item.detail for item in self._items) else 32)

    def _line_rect(self, index: int) -> QRect:
        edge, height = theme.px(5), self._line_height()
        return QRect(edge, edge + (index - self._top) * height, self.width() - 2 * edge, height)

    def _index_at(self, point: QPoint) -> int:
        shown = range(self._top, min(len(self._items), self._top + MOST_SHOWN))
        return next((i for i in shown if self._line_rect(i).contains(point)), -1)

    def _paint_line(self, painter: QPainter, item: Suggestion, box: QRect, marked: bool) -> None:
        palette = theme.colours()
        if marked:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(palette.tint))
            painter.drawRoundedRect(box, theme.px(4), theme.px(4))
        inner = box.adjusted(theme.px(8), theme.px(4), -theme.px(8), -theme.px(4))
        lines = [(item.title, True, 14, palette.text)]
        if item.detail:
            lines.append((item.detail, False, 12, palette.muted))
        for number, (text, bold, size, colour) in enumerate(lines):
            font = QFont(self.font())
            font.setPixelSize(theme.px(size))
            font.setBold(bold)
            painter.setFont(font)
            painter.setPen(QColor(colour))
            height = inner.height() // len(lines)
            line = QRect(inner.left(), inner.top() + number * height, inner.width(), height)
            shown = QFontMetrics(font).elidedText(cut(text), Qt.TextElideMode.ElideRight, line.width())
            painter.drawText(line, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, shown)
