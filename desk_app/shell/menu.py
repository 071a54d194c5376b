"""Everything that is not a tab: roster, people, badges, holidays, month, backup, settings, help."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from importlib import import_module
from typing import TYPE_CHECKING

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QToolButton

from desk_app.core.i18n import QT_TRANSLATE_NOOP, translate
from desk_app.kit import theme
from desk_app.kit.text import caption

if TYPE_CHECKING:
    from desk_app.shell.controller import Controller


@dataclass(frozen=True)
class Item:
    """One line of the menu: `module` is under desk_app.shell and has `open_dialog(controller)`."""

    label: str
    icon: str
    module: str
    group: int = 0


ITEMS = (
    Item(QT_TRANSLATE_NOOP("Menu", "楼宇与客户名册…"), "building-2", "premises_dialog", 0),
    Item(QT_TRANSLATE_NOOP("Menu", "交牌签离 (Ctrl+B)…"), "undo-2", "badge_return", 0),
    Item(QT_TRANSLATE_NOOP("Menu", "预约名单(粘贴)…"), "calendar-clock", "expected_dialog", 0),
    Item(QT_TRANSLATE_NOOP("Menu", "导入钥匙清单…"), "upload", "keys_import_dialog", 0),
    Item(QT_TRANSLATE_NOOP("Menu", "人员与岗位…"), "users", "staff_dialog", 1),
    Item(QT_TRANSLATE_NOOP("Menu", "访客牌与工牌…"), "badge-check", "badges_dialog", 1),
    Item(QT_TRANSLATE_NOOP("Menu", "节假日与调休…"), "calendar-clock", "holidays_dialog", 1),
    Item(QT_TRANSLATE_NOOP("Menu", "月报(Excel)…"), "file-spreadsheet", "month_dialog", 2),
    Item(QT_TRANSLATE_NOOP("Menu", "备份与核对…"), "database-backup", "backup_dialog", 2),
    Item(QT_TRANSLATE_NOOP("Menu", "设置…"), "settings", "settings_dialog", 3),
    Item(QT_TRANSLATE_NOOP("Menu", "快速指南 (F1)"), "circle-help", "help_dialog", 3),
)


def actions(controller: Controller) -> list[tuple[Item, Callable[[], None]]]:
    """Return the menu as data: each line with what it does."""
    return [(item, partial(controller.open_dialog, item.module)) for item in ITEMS]


def open_dialog(controller: Controller, name: str) -> None:
    """Import a dialog when it is first asked for, and open it."""
    import_module(f"desk_app.shell.{name}").open_dialog(controller)


def open_menu(controller: Controller) -> None:
    """Show the menu under its button."""
    menu = QMenu(controller.window)
    group = 0
    for item, run in actions(controller):
        if item.group != group:
            menu.addSeparator()
            group = item.group
        action = QAction(theme.icon(item.icon), caption(translate("Menu", item.label)), menu)
        action.triggered.connect(lambda _checked=False, do=run: do())
        menu.addAction(action)
    button = controller.window.header.findChild(QToolButton, "menu")
    assert isinstance(button, QToolButton)
    menu.popup(button.mapToGlobal(button.rect().bottomLeft()))
