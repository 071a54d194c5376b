"""Five tabs, four registers in one of them and fourteen counts find room at every size."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QApplication, QHBoxLayout, QMenu, QWidget

from desk_app.kit import theme
from desk_app.kit.steady_button import SteadyButton
from desk_app.registers import TABS, Tab
from desk_app.shell.tab_bar import TabBar

ROOMS = ("放行条", "出入证", "动火证", "装修许可证")
TONES = ("done", "late", "waiting", "due")
PILLS = [("permits", f"view{n}", "证件到期未收回", TONES[n % 4], n) for n in range(15)]


@pytest.fixture
def bar(qtbot, qapp):
    def make(scale: float = 1.0, width: int = 1366) -> TabBar:
        theme.apply(qapp, "light", scale)
        bar = TabBar((Tab("today", "今日", "layout-dashboard"), *TABS))
        qtbot.addWidget(bar)
        bar.resize(width, theme.px(46))
        bar.show()
        switch = QWidget()
        line = QHBoxLayout(switch)
        line.setContentsMargins(0, 0, 0, 0)
        for name in ROOMS:
            button = SteadyButton(name)
            button.setProperty("role", "chip")
            line.addWidget(button)
        bar.show_current("permits")
        bar.show_switch(switch)
        bar.set_pills(PILLS)
        QApplication.processEvents()
        return bar

    yield make
    theme.apply(qapp, "light", 1.0)


def shown(bar: TabBar) -> list[SteadyButton]:
    return [button for button in bar.findChildren(SteadyButton) if button.isVisible()]


@pytest.mark.parametrize("scale", [1.0, 1.25, 1.5])
def test_no_button_is_cut_at_1366(bar, scale):
    made = bar(scale)
    assert made.width() == 1366
    assert [b.text() for b in shown(made) if b.width() < b.sizeHint().width()] == []
    assert made._pills.more.isVisible()
    assert made._pills.more.geometry().left() >= 0
    assert made._pills.width() >= made._pills.more.width()


def test_words_give_way_to_icons_where_it_is_narrow_and_are_still_told(bar):
    made = bar(1.5, width=1100)
    closed = made._buttons["visitors"]
    assert (closed.text(), closed.accessibleName()) == ("", "访客")
    assert "访客" in closed.toolTip()
    assert made._buttons["permits"].text() == "放行与证件"
    made.resize(2400, made.height())
    assert closed.text() == "访客"


def test_what_is_late_is_shown_first_and_the_rest_stands_in_a_menu(bar):
    made = bar()
    pills = made._pills
    visible = [key for key, button in pills._buttons.items() if button.isVisible()]
    assert visible
    assert {str(pills._buttons[key].property("tone")) for key in visible} == {"late"}
    assert pills.more.text() == f"+{14 - len(visible)}"
    picked = []
    pills.picked.connect(lambda register, view: picked.append((register, view)))
    pills.more.click()
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    assert [action.text() for action in menu.actions()] == [
        button.text() for key, button in pills._buttons.items() if key not in visible
    ]
    menu.actions()[0].trigger()
    menu.close()
    assert picked == [("permits", "view2")]


def test_a_register_opened_from_elsewhere_builds_no_other_of_its_tab(front):
    front.window.open_register("hot_work_permits")
    assert list(front.window._pages["permits"]._panels) == ["hot_work_permits"]
    front.hands.key("Alt+1")
    front.hands.key("tab permits")
    assert front.work.register.key == "hot_work_permits"
