"""The row of tabs with the day's open counts at its right."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QFrame, QHBoxLayout, QPushButton, QStackedLayout, QWidget

from desk_app.core.i18n import translate
from desk_app.kit import theme
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
        self._group = QButtonGroup(self)
        self._buttons: dict[str, QPushButton] = {}
        line = QHBoxLayout(self)
        line.setContentsMargins(theme.px(16), 0, theme.px(16), 0)
        line.setSpacing(theme.px(4))
        for number, tab in enumerate(tabs, 1):
            line.addWidget(self._make_tab(tab, number))
        self._switches = QStackedLayout()
        self._switches.addWidget(QWidget())
        line.addSpacing(theme.px(12))
        line.addLayout(self._switches)
        self._pills = PillRow()
        self._pills.picked.connect(self.pill_picked)
        line.addWidget(self._pills, 1)

    def show_current(self, key: str) -> None:
        """Mark the tab that is open."""
        for name, button in self._buttons.items():
            button.setChecked(name == key)
            theme.put_icon(button, self._icon(name), "accent" if name == key else "muted")

    def show_switch(self, switch: QWidget | None) -> None:
        """Show the buttons between a tab's registers beside the tabs; None shows none."""
        if switch is not None and self._switches.indexOf(switch) < 0:
            self._switches.addWidget(switch)
        self._switches.setCurrentIndex(0 if switch is None else self._switches.indexOf(switch))

    def set_pills(self, pills: Sequence[Pill]) -> None:
        """Show the counts: (register, view, label, tone, count)."""
        self._pills.set_pills(pills)

    def _make_tab(self, tab: Tab, number: int) -> QPushButton:
        button = SteadyButton(caption(translate("Tabs", tab.title)))
        button.setObjectName(f"tab_{tab.key}")
        button.setProperty("role", "tab")
        button.setCheckable(True)
        button.setAutoExclusive(False)
        button.setAccessibleName(translate("Tabs", tab.title))
        button.setToolTip(tooltip(f"{translate('Tabs', tab.title)} (Alt+{number})"))
        button.clicked.connect(lambda _checked=False, key=tab.key: self.picked.emit(key))
        theme.put_icon(button, tab.icon, "muted")
        self._buttons[tab.key] = button
        return button

    def _icon(self, key: str) -> str:
        return next(tab.icon for tab in self._tabs if tab.key == key)
