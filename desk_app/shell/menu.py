"""Everything that is not a tab: what registers put here, roster, people, badges, month, backup, settings, help."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from importlib import import_module
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QToolButton

from desk_app.core.i18n import QT_TRANSLATE_NOOP, translate
from desk_app.kit import theme
from desk_app.kit.text import caption
from desk_app.registers import REGISTERS

if TYPE_CHECKING:
    from desk_app.shell.controller import Controller


@dataclass(frozen=True)
class Item:
    """One of the shell's lines: `module` is under desk_app.shell and has `open_dialog(controller)`."""

    label: str
    icon: str
    module: str
    group: int = 0


@dataclass(frozen=True)
class Line:
    """One line as it is shown; lines of one group stand together."""

    text: str
    icon: str
    group: int
    run: Callable[[], None]


OF_REGISTERS = 1
ITEMS = (
    Item(QT_TRANSLATE_NOOP("Menu", "楼宇与客户名册…"), "building-2", "premises_dialog", 0),
    Item(QT_TRANSLATE_NOOP("Menu", "交牌签离 (Ctrl+B)…"), "undo-2", "badge_return", 0),
    Item(QT_TRANSLATE_NOOP("Menu", "人员与岗位…"), "users", "staff_dialog", 2),
    Item(QT_TRANSLATE_NOOP("Menu", "访客牌与工牌…"), "badge-check", "badges_dialog", 2),
    Item(QT_TRANSLATE_NOOP("Menu", "节假日与调休…"), "calendar-clock", "holidays_dialog", 2),
    Item(QT_TRANSLATE_NOOP("Menu", "月报(Excel)…"), "file-spreadsheet", "month_dialog", 3),
    Item(QT_TRANSLATE_NOOP("Menu", "备份与核对…"), "database-backup", "backup_dialog", 3),
    Item(QT_TRANSLATE_NOOP("Menu", "恢复码…"), "file-badge", "recovery_dialog", 3),
    Item(QT_TRANSLATE_NOOP("Menu", "设置…"), "settings", "settings_dialog", 4),
    Item(QT_TRANSLATE_NOOP("Menu", "快速指南 (F1)"), "circle-help", "help_dialog", 4),
)


def lines(controller: Controller) -> list[Line]:
    """Return the menu as data: the shell's own lines, those of the registers after the first group."""
    own = [
        Line(
            translate("Menu", item.label), item.icon, item.group, partial(controller.open_dialog, item.module)
        )
        for item in ITEMS
    ]
    for room in REGISTERS:
        register = room.register()
        own += [
            Line(
                translate(register.context, action.label),
                action.icon,
                OF_REGISTERS,
                partial(controller.window.do, room.key, action.key),
            )
            for action in register.menu
        ]
    return sorted(own, key=lambda line: line.group)


def open_dialog(controller: Controller, name: str) -> None:
    """Import a dialog when it is first asked for, and open it."""
    import_module(f"desk_app.shell.{name}").open_dialog(controller)


def open_menu(controller: Controller) -> None:
    """Show the menu under its button."""
    menu = QMenu(controller.window)
    menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    group = 0
    for line in lines(controller):
        if line.group != group:
            menu.addSeparator()
            group = line.group
        action = QAction(theme.icon(line.icon), caption(line.text), menu)
        action.triggered.connect(lambda _checked=False, do=line.run: do())
        menu.addAction(action)
    button = controller.window.header.findChild(QToolButton, "menu")
    assert isinstance(button, QToolButton)
    menu.popup(button.mapToGlobal(button.rect().bottomLeft()))
