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

from desk_app.core import rights
from desk_app.core.i18n import QT_TRANSLATE_NOOP, translate
from desk_app.core.people import Actor, may
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
    verbs: tuple[str, ...] = ()
    """One of these is needed; none: it is there for everybody."""


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
    Item(
        QT_TRANSLATE_NOOP("Menu", "交牌签离 (Ctrl+B)…"),
        "undo-2",
        "badge_return",
        0,
        ("visitors.sign_out_by_badge", "contractors.leave_by_badge"),
    ),
    Item(
        QT_TRANSLATE_NOOP("Menu", "人员与岗位…"),
        "users",
        "staff_dialog",
        2,
        ("staff.add", "accounts.give_code", "delegations.lend"),
    ),
    Item(
        QT_TRANSLATE_NOOP("Menu", "访客牌与工牌…"),
        "badge-check",
        "badges_dialog",
        2,
        ("badges.add", "badges.found"),
    ),
    Item(
        QT_TRANSLATE_NOOP("Menu", "节假日与调休…"), "calendar-clock", "holidays_dialog", 2, ("holidays.add",)
    ),
    Item(
        QT_TRANSLATE_NOOP("Menu", "保存与销毁…"),
        "trash-2",
        "retention_dialog",
        3,
        ("retention.hold", "retention.begin"),
    ),
    Item(QT_TRANSLATE_NOOP("Menu", "访问日志…"), "history", "access_dialog", 3, (rights.READ_LOG,)),
    Item(QT_TRANSLATE_NOOP("Menu", "告知牌与调取登记…"), "file-badge", "notice_dialog", 3, (rights.NOTICE,)),
    Item(QT_TRANSLATE_NOOP("Menu", "个人信息请求…"), "search", "person_dialog", 3, ("person_data.find",)),
    Item(QT_TRANSLATE_NOOP("Menu", "月报(Excel)…"), "file-spreadsheet", "month_dialog", 3, (rights.MONTH,)),
    Item(QT_TRANSLATE_NOOP("Menu", "备份与核对…"), "database-backup", "backup_dialog", 3, (rights.BACK_UP,)),
    Item(
        QT_TRANSLATE_NOOP("Menu", "恢复码…"),
        "file-badge",
        "recovery_dialog",
        3,
        (rights.PRINT_RECOVERY_CODE,),
    ),
    Item(QT_TRANSLATE_NOOP("Menu", "设置…"), "settings", "settings_dialog", 4),
    Item(QT_TRANSLATE_NOOP("Menu", "快速指南 (F1)"), "circle-help", "help_dialog", 4),
    Item(QT_TRANSLATE_NOOP("Menu", "更换我的密码…"), "key-round", "own_password", 5),
    Item(QT_TRANSLATE_NOOP("Menu", "设置我的 PIN…"), "keyboard", "own_pin", 5),
)


def lines(controller: Controller) -> list[Line]:
    """Return the menu as data: the shell's own lines, those of the registers after the first group."""
    actor = controller.desk.actor if controller.desk else None
    own = [
        Line(
            translate("Menu", item.label), item.icon, item.group, partial(controller.open_dialog, item.module)
        )
        for item in ITEMS
        if is_shown(item, actor)
    ]
    own.append(Line(translate("Menu", "锁屏、换人 (F9)"), "lock", ITEMS[-1].group, controller.lock))
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
            if controller.desk is None or not controller.desk.refuses(room.key, action.key)
        ]
    return sorted(own, key=lambda line: line.group)


def is_shown(item: Item, actor: Actor | None) -> bool:
    """Say whether somebody may do anything in a dialog; before anybody signed in all are there."""
    return actor is None or not item.verbs or may(actor, *item.verbs)


def open_dialog(controller: Controller, name: str) -> None:
    """Import a dialog when it is first asked for, and open it; nothing for who may not do anything in it."""
    actor = controller.desk.actor if controller.desk else None
    if any(item.module == name and not is_shown(item, actor) for item in ITEMS):
        return
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
