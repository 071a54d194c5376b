"""The day's open counts: as many pills as fit, the quiet ones give way first and are named by one that says how many."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QAction, QResizeEvent
from PySide6.QtWidgets import QMenu, QPushButton, QWidget

from desk_app.core.i18n import translate
from desk_app.kit import theme
from desk_app.kit.guard import qt_guard
from desk_app.kit.text import caption

Pill = tuple[str, str, str, str, int]
"""(register, view, label, tone, count)"""

QUIETEST_FIRST = ("void", "done", "waiting", "due", "late")


class PillRow(QWidget):
    """Pills from the right; a zero is not shown. Signal: `picked(register key, view key)`.

    What does not fit stands in the menu of the last pill, which says how many there are.
    """

    picked = Signal(str, str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._buttons: dict[tuple[str, str], QPushButton] = {}
        self._hidden: list[tuple[str, str]] = []
        self.more = QPushButton(self)
        self.more.setProperty("role", "pill")
        self.more.setObjectName("more_pills")
        self.more.clicked.connect(self._open_menu)
        self.more.hide()

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

    def least_width(self) -> int:
        """Return the width that names at least how many counts there are."""
        if not self._buttons:
            return 0
        self._name_more(len(self._buttons))
        width = self.more.sizeHint().width()
        self._name_more(len(self._hidden))
        return width

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
        while shown and self._needed(self._with_more(shown)) > self.width():
            tones = [str(button.property("tone")) for button in shown]
            quietest = next(tone for tone in QUIETEST_FIRST if tone in tones)
            shown.pop(len(tones) - 1 - tones[::-1].index(quietest))
        row = self._with_more(shown)
        self._hidden = [key for key, button in self._buttons.items() if button not in shown]
        right = self.width()
        for button in (self.more, *self._buttons.values()):
            button.setVisible(button in row)
        for button in reversed(row):
            size = button.sizeHint()
            right -= size.width()
            button.setGeometry(right, (self.height() - size.height()) // 2, size.width(), size.height())
            right -= theme.px(6)

    def _with_more(self, shown: Sequence[QPushButton]) -> list[QPushButton]:
        """Return the row: these pills, and the one for the others when there are any."""
        hidden = len(self._buttons) - len(shown)
        if not hidden:
            return list(shown)
        self._name_more(hidden)
        return [*shown, self.more]

    def _name_more(self, count: int) -> None:
        self.more.setText(f"+{count}")
        self.more.setAccessibleName(translate("Window", "还有 {count} 项").format(count=count))

    def _open_menu(self) -> None:
        """Show what did not fit, as a menu under the last pill."""
        menu = QMenu(self)
        for key in self._hidden:
            action = QAction(self._buttons[key].text(), menu)
            action.triggered.connect(lambda _checked=False, at=key: self.picked.emit(*at))
            menu.addAction(action)
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(self.more.mapToGlobal(self.more.rect().bottomLeft()))

    def _needed(self, buttons: Sequence[QPushButton]) -> int:
        return sum(button.sizeHint().width() + theme.px(6) for button in buttons)

    def _make(self, key: tuple[str, str]) -> QPushButton:
        button = QPushButton(self)
        button.setProperty("role", "pill")
        button.setObjectName(f"pill_{key[0]}_{key[1]}")
        button.clicked.connect(lambda _checked=False: self.picked.emit(*key))
        self._buttons[key] = button
        return button
