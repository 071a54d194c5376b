"""Ctrl+K: one line that finds everything - rooms, people, companies, numbers, badges."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QFrame, QHBoxLayout, QLabel, QSizePolicy, QWidget
from shiboken6 import isValid

from desk_app.core.i18n import translate
from desk_app.kit import theme
from desk_app.kit.line_input import LineInput
from desk_app.kit.text import plain_label

if TYPE_CHECKING:
    from desk_app.core.declare import Suggestion


class QuickFind(QFrame):
    """A search box in the header. Signal: `chosen(object)` with the value of the picked line."""

    chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "find")
        self.setFixedHeight(theme.px(34))
        self.setMinimumWidth(theme.px(180))
        self.setMaximumWidth(theme.px(420))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._search: Callable[[str], Sequence[Suggestion]] | None = None
        self.line = LineInput(self._offers, eager=True)
        self.line.setMaxLength(60)
        self.line.setObjectName("quick_find")
        self.line.setAccessibleName(translate("Window", "快速查找"))
        self.line.setPlaceholderText(translate("Window", "房号、姓名、拼音、单号,或直接扫码"))
        self.line.setProperty("role", "bare")
        self.line.chosen.connect(self._on_chosen)
        self._before: QWidget | None = None
        back = QShortcut(QKeySequence("Esc"), self.line)
        back.setContext(Qt.ShortcutContext.WidgetShortcut)
        back.activated.connect(self._on_back)
        icon = QLabel()
        icon.setBuddy(self.line)
        icon.setPixmap(theme.icon("search", theme.colours().muted).pixmap(theme.px(18), theme.px(18)))
        layout = QHBoxLayout(self)
        layout.setContentsMargins(theme.px(12), 0, theme.px(6), 0)
        layout.setSpacing(theme.px(4))
        layout.addWidget(icon)
        layout.addWidget(self.line, 1)
        layout.addWidget(plain_label("Ctrl K", "key"))
        self.setEnabled(False)

    def set_search(self, search: Callable[[str], Sequence[Suggestion]]) -> None:
        """Search with `search(text)` from now on; until then nothing is typed here, a hasty password least of all."""
        self._search = search
        self.setEnabled(True)

    def take_focus(self) -> None:
        """Put the cursor here, all text selected; Esc gives it back."""
        before = QApplication.focusWidget()
        self._before = before if before is not self.line else self._before
        self.line.setFocus()
        self.line.selectAll()

    def _offers(self, text: str) -> Sequence[Suggestion]:
        return self._search(text) if self._search and text.strip() else ()

    def _on_back(self) -> None:
        self.line.clear()
        if self._before is not None and isValid(self._before) and self._before.isVisible():
            self._before.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._before = None

    def _on_chosen(self, item: Suggestion) -> None:
        self.line.clear()
        self.chosen.emit(item.value)
