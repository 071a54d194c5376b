"""The day's open counts: as many pills as fit, the quiet ones give way first."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QPushButton, QWidget

from desk_app.kit import theme
from desk_app.kit.guard import qt_guard
from desk_app.kit.text import caption

Pill = tuple[str, str, str, str, int]
"""(register, view, label, tone, count)"""

QUIETEST_FIRST = ("void", "done", "waiting", "due", "late")


class PillRow(QWidget):
    """Pills from the right; a zero is not shown. Signal: `picked(register key, view key)`."""

    picked = Signal(str, str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._buttons: dict[tuple[str, str], QPushButton] = {}

    def set_pills(self, pills: Sequence[Pill]) -> None:
        """Show these counts."""
        wanted = {(register, view): (f"{label} {n}", tone) for register, view, label, tone, n in pills if n}
        for key in [key for key in self._buttons if key not in wanted]:
            self._buttons.pop(key).deleteLater()
        for key, (text, tone) in wanted.items():
            button = self._buttons.get(key) or self._make(key)
            button.setText(caption(text))
            theme.restyle(button, "tone", tone)
        self._buttons = {key: self._buttons[key] for key in wanted}
        self.updateGeometry()
        self._arrange()

    @qt_guard(QSize())
    def sizeHint(self) -> QSize:
        """Return the room that all pills want."""
        return QSize(self._needed(list(self._buttons.values())), theme.px(26))

    @qt_guard(QSize())
    def minimumSizeHint(self) -> QSize:
        """Return nothing: pills never make the window wider."""
        return QSize(0, theme.px(26))

    @qt_guard(None)
    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show as many as fit."""
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        shown = list(self._buttons.values())
        while shown and self._needed(shown) > self.width():
            tones = [str(button.property("tone")) for button in shown]
            quietest = next(tone for tone in QUIETEST_FIRST if tone in tones)
            shown.pop(len(tones) - 1 - tones[::-1].index(quietest))
        right = self.width()
        for button in reversed(list(self._buttons.values())):
            button.setVisible(button in shown)
            if button in shown:
                size = button.sizeHint()
                right -= size.width()
                button.setGeometry(right, (self.height() - size.height()) // 2, size.width(), size.height())
                right -= theme.px(6)

    def _needed(self, buttons: Sequence[QPushButton]) -> int:
        return sum(button.sizeHint().width() + theme.px(6) for button in buttons)

    def _make(self, key: tuple[str, str]) -> QPushButton:
        button = QPushButton(self)
        button.setProperty("role", "pill")
        button.setObjectName(f"pill_{key[0]}_{key[1]}")
        button.clicked.connect(lambda _checked=False: self.picked.emit(*key))
        self._buttons[key] = button
        return button
