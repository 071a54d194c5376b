"""One tab: the registers that stand in it, each built when first shown."""

from __future__ import annotations

from collections.abc import Iterator
from importlib import import_module
from typing import Protocol, cast

from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QPushButton, QStackedWidget, QVBoxLayout, QWidget
from shiboken6 import isValid

from desk_app.core.i18n import translate
from desk_app.kit import theme
from desk_app.kit.ahead import LARGE
from desk_app.kit.desk import Desk
from desk_app.kit.form_pages import FormPages
from desk_app.kit.register_work import RegisterWork
from desk_app.kit.steady_button import SteadyButton
from desk_app.kit.text import caption, tooltip
from desk_app.registers import Room


class Panel(Protocol):
    """What the window asks of a register's panel; what all do alike is its `work`.

    A panel may have its own `show_record(uid)` and `print_current()` instead of its work's.
    """

    work: RegisterWork


def build_panel(desk: Desk, key: str, parent: QWidget) -> Panel:
    """Import a register's panel and build it inside `parent`: what is moved later is dressed anew."""
    return cast(Panel, import_module(f"desk_app.registers.{key}.panel").Panel(desk, parent))


class TabPage(QWidget):
    """The registers of one tab; `switch` are small buttons for the row of tabs when there are several."""

    def __init__(self, desk: Desk, rooms: tuple[Room, ...], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._rooms = rooms
        self._panels: dict[str, Panel] = {}
        self._current = rooms[0].key
        self._stack = QStackedWidget(self)
        self._buttons: dict[str, QPushButton] = {}
        self.switch = self._make_switch() if len(rooms) > 1 else None
        column = QVBoxLayout(self)
        column.setContentsMargins(theme.px(16), theme.px(10), theme.px(16), theme.px(10))
        column.setSpacing(theme.px(10))
        column.addWidget(self._stack, 1)

    @property
    def panel(self) -> Panel:
        """The panel shown now, built on first use."""
        return self.panel_of(self._current)

    def open(self, key: str = "") -> Panel:
        """Show a register of this tab and bring it up to date."""
        self._current = key or self._current
        panel = self.panel_of(self._current)
        panel.work.content.come_up()
        self._stack.setCurrentWidget(panel.work.widget)
        for name, button in self._buttons.items():
            button.setChecked(name == self._current)
        panel.work.refill()
        return panel

    def open_next(self, step: int) -> None:
        """Show the register `step` further on, ready for a new record; a tab with one keeps it."""
        keys = [room.key for room in self._rooms]
        if len(keys) > 1:
            self.open(keys[(keys.index(self._current) + step) % len(keys)]).work.new()

    def refill(self) -> None:
        """Bring the panel shown up to date."""
        self.panel.work.refill()

    def panel_of(self, key: str) -> Panel:
        """Return a register's panel without showing it, built on first use."""
        if key not in self._panels:
            self._panels[key] = build_panel(self._desk, key, self._stack)
            self._stack.addWidget(self._panels[key].work.widget)
        return self._panels[key]

    def build_ahead(self, key: str) -> Iterator[object]:
        """Build a register's panel and dress it, a little with every `next`; opened meanwhile it is done at once."""
        register = next(room for room in self._rooms if room.key == key).register()
        if key not in self._panels:
            pages = self._desk.pages_ahead[key] = FormPages(register.fields, register.context)
            while key not in self._panels and pages.build_some():
                yield None
            yield LARGE
        work = self.panel_of(key).work
        yield None
        for widget in work.widget.findChildren(QWidget):
            if isValid(widget):
                widget.ensurePolished()
                yield None

    def keep_drafts(self) -> None:
        """Keep what is typed in every panel."""
        for panel in self._panels.values():
            panel.work.content.keep_draft()

    def _make_switch(self) -> QWidget:
        holder = QWidget()
        line = QHBoxLayout(holder)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(theme.px(6))
        group = QButtonGroup(self)
        for room in self._rooms:
            button = SteadyButton(caption(translate("Tabs", room.title)), holder)
            button.setObjectName(f"room_{room.key}")
            button.setProperty("role", "chip")
            button.setCheckable(True)
            button.setAccessibleName(translate("Tabs", room.title))
            button.setToolTip(tooltip(f"{translate('Tabs', room.title)} (Ctrl+Tab)"))
            button.clicked.connect(lambda _checked=False, key=room.key: self.open(key).work.new())
            group.addButton(button)
            self._buttons[room.key] = button
            line.addWidget(button)
        return holder
