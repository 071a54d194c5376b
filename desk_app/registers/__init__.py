"""The registers, one room each, in tab order. A new register is one folder and one line here.

`tab` is the tab a register stands in: several registers may share one. The rooms themselves are
imported when first needed, so that the first screen pays for nothing.
"""

from __future__ import annotations

from functools import cache
from importlib import import_module
from importlib.util import find_spec
from typing import TYPE_CHECKING, NamedTuple, cast

from desk_app.core.i18n import QT_TRANSLATE_NOOP

if TYPE_CHECKING:
    from desk_app.core.declare import Register
    from desk_app.core.demo_day import Plan
    from desk_app.core.retention import Kept, Term


class Tab(NamedTuple):
    """One tab of the window, before anything in it is loaded."""

    key: str
    title: str
    icon: str


class Room(NamedTuple):
    """Where a register lives: desk_app/registers/<key>."""

    key: str
    tab: str
    title: str

    def register(self) -> Register:
        """Import and return the register's declaration."""
        return _register(self.key)

    def term(self) -> Term | None:
        """Import and return how long the register's records are kept; None when the room has no retention.py."""
        name = f"desk_app.registers.{self.key}.retention"
        return cast("Term", import_module(name).TERM) if find_spec(name) else None

    def demo(self) -> Plan | None:
        """Import and return what plans the register's work in the demo; None when the room has no demo.py."""
        name = f"desk_app.registers.{self.key}.demo"
        return cast("Plan", import_module(name).plan) if find_spec(name) else None


@cache
def _register(key: str) -> Register:
    return cast("Register", import_module(f"desk_app.registers.{key}.register").REGISTER)


TABS = (
    Tab("duty_log", QT_TRANSLATE_NOOP("Tabs", "值班日志"), "notebook-pen"),
    Tab("visitors", QT_TRANSLATE_NOOP("Tabs", "访客"), "users"),
    Tab("keys", QT_TRANSLATE_NOOP("Tabs", "钥匙"), "key-round"),
    Tab("permits", QT_TRANSLATE_NOOP("Tabs", "放行与证件"), "file-badge"),
)
"""In the order of the window; one without a register is left out."""

REGISTERS = (
    Room("duty_log", "duty_log", QT_TRANSLATE_NOOP("Tabs", "值班日志")),
    Room("duty_sheets", "duty_log", QT_TRANSLATE_NOOP("Tabs", "班次日志")),
    Room("document_prints", "duty_log", QT_TRANSLATE_NOOP("Tabs", "文件打印")),
    Room("visitors", "visitors", QT_TRANSLATE_NOOP("Tabs", "访客")),
    Room("contractors", "visitors", QT_TRANSLATE_NOOP("Tabs", "上门人员")),
    Room("keys", "keys", QT_TRANSLATE_NOOP("Tabs", "钥匙清单")),
    Room("key_loans", "keys", QT_TRANSLATE_NOOP("Tabs", "借还")),
    Room("key_counts", "keys", QT_TRANSLATE_NOOP("Tabs", "盘点")),
    Room("release_slips", "permits", QT_TRANSLATE_NOOP("Tabs", "放行条")),
    Room("entry_passes", "permits", QT_TRANSLATE_NOOP("Tabs", "出入证")),
    Room("hot_work_permits", "permits", QT_TRANSLATE_NOOP("Tabs", "动火证")),
    Room("renovation_permits", "permits", QT_TRANSLATE_NOOP("Tabs", "装修")),
)

COMMONEST, CALLS = "visitors", "duty_log"
"""What F2 starts where no register is open, and whose card F6 opens."""


def kept() -> tuple[Kept, ...]:
    """Return what has a term, with it: registers, the restrictions of visitors, the roster, exports."""
    from desk_app.core import export_term, roster_terms
    from desk_app.core.retention import Kept

    restrictions = import_module("desk_app.registers.visitors.restricted_term").TERM
    found = [Kept(room.key, room.title, term) for room in REGISTERS if (term := room.term())]
    return (
        *found,
        Kept("restrictions", QT_TRANSLATE_NOOP("Tabs", "限制来访"), restrictions),
        Kept("contacts", QT_TRANSLATE_NOOP("Tabs", "名册联系人"), roster_terms.CONTACTS),
        Kept("customers", QT_TRANSLATE_NOOP("Tabs", "名册客户"), roster_terms.CUSTOMERS),
        Kept("exports", QT_TRANSLATE_NOOP("Tabs", "导出记录"), export_term.TERM),
    )
