"""The registers, one room each, in tab order. A new register is one folder and one line here.

`tab` is the tab a register stands in: several registers may share one. The rooms themselves are
imported when first needed, so that the first screen pays for nothing.
"""

from __future__ import annotations

from dataclasses import dataclass
from importlib import import_module
from typing import TYPE_CHECKING, cast

from desk_app.core.i18n import QT_TRANSLATE_NOOP

if TYPE_CHECKING:
    from desk_app.core.declare import Register


@dataclass(frozen=True)
class Tab:
    """One tab of the window, before anything in it is loaded."""

    key: str
    title: str
    icon: str


@dataclass(frozen=True)
class Room:
    """Where a register lives: desk_app/registers/<key>."""

    key: str
    tab: str
    title: str

    def register(self) -> Register:
        """Import and return the register's declaration."""
        return cast("Register", import_module(f"desk_app.registers.{self.key}.register").REGISTER)


TABS = (
    Tab("visitors", QT_TRANSLATE_NOOP("Tabs", "访客"), "users"),
    Tab("keys", QT_TRANSLATE_NOOP("Tabs", "钥匙"), "key-round"),
    Tab("permits", QT_TRANSLATE_NOOP("Tabs", "放行与证件"), "file-badge"),
)

REGISTERS = (
    Room("visitors", "visitors", QT_TRANSLATE_NOOP("Tabs", "访客")),
    Room("contractors", "visitors", QT_TRANSLATE_NOOP("Tabs", "上门人员")),
    Room("keys", "keys", QT_TRANSLATE_NOOP("Tabs", "钥匙清单")),
    Room("key_loans", "keys", QT_TRANSLATE_NOOP("Tabs", "借还")),
    Room("key_counts", "keys", QT_TRANSLATE_NOOP("Tabs", "盘点")),
    Room("release_slips", "permits", QT_TRANSLATE_NOOP("Tabs", "放行条")),
)
