"""WALK and WEEK."""

from __future__ import annotations

import sys
from pathlib import Path

from desk_app.registers import REGISTERS
from desk_app.shell.menu import ITEMS
from tests.bench.walker import Steps, Walk, click, focus_name, key, on_screen, typed, walk

TABS = {"duty_log": "Ctrl+2", "visitors": "Ctrl+3", "keys": "Ctrl+4", "permits": "Ctrl+5"}


def everything(walk: Walk) -> Steps:
    """Yield the walk through everything."""
    yield "", lambda: None
    yield from typed("", "001")
    yield "", key("Return")
    yield "", key("Ctrl+S")
    yield from _registers(walk)
    yield from _work(walk)
    yield from _dialogs(walk)
    yield "closing", walk.window.close


def _registers(walk: Walk) -> Steps:
    for tab, shortcut in TABS.items():
        for number, room in enumerate(one for one in REGISTERS if one.tab == tab):
            yield f"{room.key} opened", key("Ctrl+Tab" if number else shortcut)
            views = room.register().views
            for view in views:
                yield f"{room.key}: view {view.key}", click(f"view.{view.key}")
            yield f"{room.key}: F3", key("F3")
            yield from typed(f"{room.key} filter", "zhang")
            yield f"{room.key}: filter taken away", key("Esc")
            yield from typed(f"{room.key} filter", "王小")
            yield f"{room.key}: filter taken away", key("Esc")
            yield f"{room.key}: F4", key("F4")
            yield f"{room.key}: to the end", key("End")
            yield f"{room.key}: up", key("PgUp")
            yield f"{room.key}: to the start", key("Home")
            yield f"{room.key}: record opened", key("Return")
            if on_screen() is not None:
                yield f"{room.key}: record closed", key("Esc")
            yield f"{room.key}: F2", key("F2")


def _work(walk: Walk) -> Steps:
    yield "F6", key("F6")
    yield from typed("call card", "1806")
    yield "call card's list closed", key("Esc")
    if on_screen() is not None:
        yield "call card closed", key("Esc")
    yield "visitors again", key("Ctrl+3")
    yield "visitors: the first register", walk_to(walk, "visitors")
    yield from typed("visitor's name", "王建国")
    for text in ("", "", "日立电梯", "13900005521"):
        yield from typed("visitor", text)
        yield "visitor: Enter", key("Return")
    yield from typed("visitor's room", "1806")
    yield "visitor: Enter", key("Return")
    yield "visitor: Enter", key("Return")
    yield from typed("visitor's host", "王")
    yield "visitor: Enter", key("Return")
    yield "visitor: confirmed", key("1")
    yield "visitor saved", key("Ctrl+S")
    print("after visitor", focus_name(), walk.window.foot.notice.text(), on_screen())
    yield "visitor: list", key("F4")
    yield "visitor's slip previewed", key("Ctrl+P")
    print("slip", on_screen())
    yield "slip larger", key("Ctrl+=")
    yield "slip closed", key("Esc")


def walk_to(walk: Walk, register: str):
    return lambda: walk.window.open_register(register)


def _dialogs(walk: Walk) -> Steps:
    for item in ITEMS:
        yield f"{item.module} opened", lambda name=item.module: walk.controller.open_dialog(name)
        if item.module == "premises_dialog":
            yield "", key("Tab")
            yield from typed("premises filter", "zs")
        yield f"{item.module} closed", key("Esc")
    yield "muster (F12)", key("F12")
    yield "muster closed", key("Esc")
    yield "menu (F10)", key("F10")
    yield "menu closed", key("Esc")
    yield "quick find", key("Ctrl+K")
    yield from typed("quick find", "zhangwei")
    yield "quick find: Enter", key("Return")
    yield "quick find", key("Ctrl+K")
    yield from typed("quick find", "王建")
    yield "quick find: Esc", key("Esc")
    yield "today", key("Ctrl+1")


if __name__ == "__main__":
    going = walk(Path(sys.argv[1]), everything)
    for name, gap in sorted(going.heart.worked.items(), key=lambda p: -p[1])[: int(sys.argv[2])]:
        print(f"{going.heart.stalls[name] * 1000:7.0f} {gap * 1000:7.0f}  {name}")
