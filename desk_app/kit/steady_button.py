"""A button that is bold while it is checked: wide enough for that from the start, so nothing moves or is cut."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtGui import QFont, QFontMetrics
from PySide6.QtWidgets import QPushButton

from desk_app.kit.guard import qt_guard


class SteadyButton(QPushButton):
    """A checkable button for tabs and chips; style.qss makes it bold when it is checked."""

    @qt_guard(QSize())
    def sizeHint(self) -> QSize:
        """Ask for the width of the bold text."""
        return self._with_room(super().sizeHint())

    @qt_guard(QSize())
    def minimumSizeHint(self) -> QSize:
        """Ask for the width of the bold text."""
        return self._with_room(super().minimumSizeHint())

    def _with_room(self, size: QSize) -> QSize:
        bold = QFont(self.font())
        bold.setBold(True)
        wide = QFontMetrics(bold).horizontalAdvance(self.text())
        usual = self.fontMetrics().horizontalAdvance(self.text())
        return size + QSize(max(wide - usual, 0) + 2, 0)
