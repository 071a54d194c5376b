"""The row of tabs with the day's open counts at its right."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QButtonGroup, QFrame, QHBoxLayout, QPushButton, QStackedLayout, QWidget

from desk_app.core.i18n import translate
from desk_app.kit import theme
from desk_app.kit.guard import qt_guard
from desk_app.kit.steady_button import SteadyButton
from desk_app.kit.text import caption, tooltip
from desk_app.registers import Tab
from desk_app.shell.pill_row import Pill, PillRow


class TabBar(QFrame):
    """Signals: `picked(tab key)`; `pill_picked(register key, view key)`."""

    picked = Signal(str)
    pill_picked = Signal(str, str)

    def __init__(self, tabs: Sequence[Tab], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "tabs")
        self.setFixedHeight(theme.px(46))
        self._tabs = tuple(tabs)
        self._current = ""
        self._group = QButtonGroup(self)
        self._buttons: dict[str, QPushButton] = {}
        line = self._line = QHBoxLayout(self)
        line.setContentsMargins(theme.px(16), 0, theme.px(16), 0)
        line.setSpacing(theme.px(4))
        for number, tab in enumerate(tabs, 1):
            line.addWidget(self._make_tab(tab, number))
        self._switch_place = QWidget()
        self._switches = QStackedLayout(self._switch_place)
        self._switches.addWidget(QWidget())
        line.addSpacing(theme.px(12))
        line.addWidget(self._switch_place)
        self._pills = PillRow()
        self._pills.picked.connect(self.pill_picked)
        line.addWidget(self._pills, 1)

    @qt_guard(None)
    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave out words where there is no room for them."""
        super().resizeEvent(event)
        self._fit()

    @qt_guard(QSize())
    def minimumSizeHint(self) -> QSize:
        """Never make the window wider: words give way to icons."""
        return QSize(0, theme.px(46))

    def show_current(self, key: str) -> None:
        """Mark the tab that is open."""
        self._current = key
        for name, button in self._buttons.items():
            button.setChecked(name == key)
            theme.put_icon(button, self._icon(name), "accent" if name == key else "muted")
        self._fit()

    def show_switch(self, switch: QWidget | None) -> None:
        """Show the buttons between a tab's registers beside the tabs; None shows none."""
        if switch is not None and self._switches.indexOf(switch) < 0:
            self._switches.addWidget(switch)
        self._switches.setCurrentIndex(0 if switch is None else self._switches.indexOf(switch))
        self._fit()

    def set_pills(self, pills: Sequence[Pill]) -> None:
        """Show the counts: (register, view, label, tone, count)."""
        self._pills.set_pills(pills)
        self._fit()

    def _fit(self) -> None:
        """Show icons alone for the tabs that are not open when their words leave no room for the switch."""
        for words in (True, False):
            for tab in self._tabs:
                shown = words or tab.key == self._current
                self._buttons[tab.key].setText(caption(translate("Tabs", tab.title)) if shown else "")
            if self._needed() <= self.width():
                break
        self._switch_place.setFixedWidth(self._switch_width())
        self._line.activate()

    def _needed(self) -> int:
        tabs = sum(button.sizeHint().width() + theme.px(4) for button in self._buttons.values())
        return tabs + theme.px(32 + 12 + 2 * 8) + self._switch_width() + self._pills.least_width()

    def _switch_width(self) -> int:
        switch = self._switches.currentWidget()
        return switch.sizeHint().width() if switch is not None and self._switches.currentIndex() else 0

    def _make_tab(self, tab: Tab, number: int) -> QPushButton:
        button = SteadyButton(caption(translate("Tabs", tab.title)))
        button.setObjectName(f"tab_{tab.key}")
        button.setProperty("role", "tab")
        button.setCheckable(True)
        button.setAutoExclusive(False)
        button.setAccessibleName(translate("Tabs", tab.title))
        button.setToolTip(tooltip(f"{translate('Tabs', tab.title)} (Ctrl+{number})"))
        button.clicked.connect(lambda _checked=False, key=tab.key: self.picked.emit(key))
        self._buttons[tab.key] = button
        return button

    def _icon(self, key: str) -> str:
        return next(tab.icon for tab in self._tabs if tab.key == key)
