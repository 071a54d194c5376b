"""Where the walk leads: every tab, register, view, dialog and the day's work, by keys; and a week of it."""

from __future__ import annotations

import gc
from collections import Counter
from datetime import UTC, datetime, timedelta

from PySide6.QtWidgets import QApplication

from desk_app.core import clock
from desk_app.registers import COMMONEST, REGISTERS
from desk_app.shell.menu import ITEMS
from desk_app.shell.window import TAB_KEYS
from tests.bench import watch
from tests.bench.walker import Steps, Walk, clicked, focus_name, key, on_screen, scanned, signed_in, typed

DAYS = 7
MINUTES, FEW_MINUTES = 60, 15
"""So many refreshes of the minute a day are done: the others are alike."""

VISITORS, FEW_VISITORS = 10, 4


def everything(walk: Walk, brief: bool = False) -> Steps:
    """Walk through everything once; `brief` visits two registers only."""
    yield from signed_in(walk)
    yield from _registers(brief)
    yield from _calls()
    yield from _register_visitor(walk)
    yield from _look_at_slip()
    if not brief:
        yield from _lend_key(walk)
    yield from _write_entry(walk)
    yield from _dialogs(walk)
    yield from _find(walk)
    yield "the minute", walk.window._minute.timeout.emit
    yield "closing", walk.window.close


def week(walk: Walk, days: list[dict], brief: bool = False) -> Steps:
    """Work for seven days; at the end of each, put memory, widgets and objects by type into `days`; `brief` two of less."""
    yield from signed_in(walk)
    shift, minutes = timedelta(), FEW_MINUTES if brief else MINUTES
    clock.set_source(lambda: datetime.now(UTC) + shift)
    for _day in range(2 if brief else DAYS):
        yield from _registers(brief)
        yield from _calls()
        for _visitor in range(FEW_VISITORS if brief else VISITORS):
            yield from _register_visitor(walk)
            yield from _look_at_slip()
        yield from _write_entry(walk)
        yield from _dialogs(walk)
        yield from _find(walk)
        for _minute in range(minutes):
            shift += timedelta(minutes=1)
            yield "the minute", walk.window._minute.timeout.emit
        shift += timedelta(days=1) - timedelta(minutes=minutes)
        yield "the next day", walk.window._minute.timeout.emit
        yield "", lambda: days.append(_measure())


def _measure() -> dict:
    gc.collect()
    kinds = Counter(type(one).__name__ for one in gc.get_objects())
    return {
        "memory": watch.memory(),
        "widgets": len(QApplication.allWidgets()),
        "kinds": dict(kinds.most_common(60)),
    }


def _registers(brief: bool) -> Steps:
    for shortcut, tab in TAB_KEYS:
        rooms = [room for room in REGISTERS if room.tab == tab]
        for number, room in enumerate(rooms):
            if brief and number:
                break
            name = room.key
            yield f"{name} opened", key("Ctrl+Tab" if number else shortcut)
            for view in room.register().views:
                yield from clicked(f"{name}: view {view.key}", f"view.{view.key}")
            for text in ("zhang", "王小"):
                yield f"{name}: F3", key("F3")
                yield from typed(f"{name} filter", text)
                yield f"{name}: filter taken away", key("Esc")
            for stroke in ("F4", "End", "PgUp", "Home"):
                yield f"{name}: {stroke}", key(stroke)
            yield f"{name}: record opened", key("Return")
            yield from _closed(f"{name}: record")
            yield f"{name}: F2", key("F2")
        if len(rooms) > 1 and not brief:  # the tab would come up with its last register tomorrow
            yield f"{tab}: its first register again", key("Ctrl+Tab")
    yield "今日", key("Ctrl+1")


def _closed(what: str) -> Steps:
    while on_screen() is not None:
        yield f"{what} closed", key("Esc")


def _calls() -> Steps:
    yield "call card (F6)", key("F6")
    yield from typed("call card, room", "1806")
    yield from _closed("call card")


def _register_visitor(walk: Walk) -> Steps:
    yield "visitors opened again", lambda: walk.window.open_register(COMMONEST)
    for what, text in (
        ("name", "王建国"), ("party", ""), ("org", "日立电梯"), ("phone", "13900005521"), ("room", "1806"), ("room", ""),
        ("host", "周颖"), ("confirmed", "1"), ("confirmed by", "周颖"),
    ):  # fmt: skip
        yield from typed(f"visitor, {what}", text)
        yield f"visitor, {what}: Enter", key("Return")
    yield "visitor saved", key("Ctrl+S")
    yield "", lambda: _assert_saved(walk)


def _look_at_slip() -> Steps:
    yield "list (F4)", key("F4")
    yield "slip previewed", key("Ctrl+P")
    assert on_screen() is not None
    yield "slip larger", key("Ctrl+=")
    yield from _closed("slip")


def _lend_key(walk: Walk) -> Steps:
    yield "key loans opened again", lambda: walk.window.open_register("key_loans")
    yield from typed("loan, key", _key_in_cabinet(walk))
    while focus_name() != "standing":  # the first Enter may take what is suggested
        yield "loan: Enter", key("Return")
    yield "loan, standing", key("6")
    for what, text in (
        ("standing", ""), ("borrower", "仇海"), ("phone", "13900005521"), ("org", "日立电梯"), ("card", "2"), ("purpose", "3"),
    ):  # fmt: skip
        yield from typed(f"loan, {what}", text)
        yield f"loan, {what}: Enter", key("Return")
    yield "loan saved", key("Ctrl+S")
    while on_screen() is None and focus_name() in (
        "gc",
        "kz",
        "ab",
    ):  # who must agree is asked for, one by one
        for stroke in ("Down", "Return", "Return", "1"):
            yield "loan: who agrees", key(stroke)
        yield "loan saved", key("Ctrl+S")
    yield from _closed("what follows the loan")


def _key_in_cabinet(walk: Walk) -> str:
    from sqlalchemy import select

    from desk_app.registers.keys.records import Key

    assert walk.controller.desk is not None
    with walk.controller.desk.read() as session:
        return str(session.scalars(select(Key.code).where(Key.state == "in_cabinet").limit(1)).one())


def _write_entry(walk: Walk) -> Steps:
    yield "log opened again", lambda: walk.window.open_register("duty_log")
    for what, text in (
        ("channel", ""), ("category", "1"), ("room", "1806"), ("room", ""), ("caller", "周颖"), ("phone", ""), ("at", ""),
        ("content", "走廊灯不亮"), ("action", "已通知工程部"),
    ):  # fmt: skip
        yield from typed(f"entry, {what}", text)
        yield f"entry, {what}: Enter", key("Return")
    yield "entry saved", key("Ctrl+S")
    yield "", lambda: _assert_saved(walk)


def _assert_saved(walk: Walk) -> None:
    form = walk.window._page(walk.window._current).panel.work.widget.form
    assert not form.errors() and not form.touched, form.errors()


def _dialogs(walk: Walk) -> Steps:
    for item in ITEMS:
        yield f"{item.module} opened", lambda name=item.module: walk.controller.open_dialog(name)
        if item.module == "settings_dialog":
            yield from _through_settings()
        elif item.module == "premises_dialog":
            yield from typed("premises filter", "zs")
        yield from _closed(item.module)
    for stroke, what in (("F12", "muster"), ("F10", "menu"), ("F1", "help")):
        yield f"{what} ({stroke})", key(stroke)
        yield f"{what}: Esc", key("Esc")
        yield from _closed(what)
    yield "lock (F9)", key("F9")
    yield from signed_in(walk)


def _through_settings() -> Steps:
    """Look at every page, then look for one setting."""
    from desk_app.shell.settings_dialog import SettingsDialog

    dialog = on_screen()
    assert isinstance(dialog, SettingsDialog)
    yield "settings", dialog.sections.setFocus
    for _page in range(dialog.sections.count()):
        yield "settings: next page", key("Down")
    yield "settings: F3", key("F3")
    yield from typed("settings filter", "bdxz")


def _find(walk: Walk) -> Steps:
    for text, last in (("zhangwei", "Return"), ("王建", "Esc")):
        yield "quick find (Ctrl+K)", key("Ctrl+K")
        yield from typed("quick find", text)
        yield f"quick find: {last}", key(last)
        yield from _closed("what was found")
    yield "visitors opened again", lambda: walk.window.open_register(COMMONEST)
    yield "list (F4)", key("F4")
    row = walk.window._page(COMMONEST).panel.work.widget.table.current_row()
    yield from scanned(str(row["no"]) if row else "LF-20260101-001")
