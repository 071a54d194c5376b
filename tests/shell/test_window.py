"""The window around the registers: finding, muster, month, export, dialogs, keys, crash."""

from __future__ import annotations

import openpyxl
from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QComboBox,
    QFileDialog,
    QLineEdit,
    QPlainTextEdit,
    QTableWidget,
)

from desk_app.core import badges, holidays, people, premises, settings
from desk_app.documents import pages
from desk_app.kit.progress_dialog import ProgressDialog
from desk_app.kit.text import CutLabel
from desk_app.registers.visitors import rules as visitor_rules
from tests.shell.hands import click, dialogs, focus, focus_name, told
from tests.shell.test_contractors_window import enter
from tests.shell.test_slips_window import close, issue


def find(front, text: str) -> list[str]:
    """Type into quick find and return the lines offered."""
    front.hands.key("Ctrl+K")
    front.hands.type(text)
    return [f"{item.title} | {item.detail}" for item in front.window.header.quick_find.line.suggestions]


def test_quick_find_opens_a_visitor_by_initials(front):
    front.visit(name="曾国强")
    front.hands.key("tab permits")
    assert any("曾国强" in line for line in find(front, "zgq"))
    front.hands.key("Enter")
    assert front.work.register.key == "visitors" and front.table.current_row()["name"] == "曾国强"
    assert focus() is front.table


def test_quick_find_finds_rooms_numbers_badges_and_phone_fragments(front):
    front.visit(badge="A005", phone="13977778888")
    issue(front)
    assert find(front, "18-06")[0].startswith("18-06") and "房间" in find(front, "18-06")[0]
    assert any("张雨薇" in line for line in find(front, "A005"))
    assert any("张雨薇" in line for line in find(front, "7778888"))
    assert any("FX-20261123-001" in line for line in find(front, "FX-20261123-001"))
    assert any("中盛金融" in line for line in find(front, "zsjr"))


def test_scenario_16_initials_find_the_company_and_a_room_number_its_room_first(front):
    front.visit(phone="13900001508")
    assert "中盛金融" in find(front, "zsjr")[0]
    found = find(front, "1508")
    assert found[0].startswith("15-08") and any("张雨薇" in line for line in found[1:])


def test_quick_find_opens_a_room_with_everything_known_of_it(front):
    find(front, "15-08")

    def look(dialog):
        assert dialog.objectName() == "premises_dialog"
        detail = dialog.findChild(QPlainTextEdit).toPlainText()
        assert "曾文涛" in detail and "欠费" in detail and "授权签字人" in detail
        front.hands.key("Esc")

    with dialogs(look):
        front.hands.key("Enter")


def test_an_unknown_code_is_said_and_changes_nothing(front):
    front.hands.key("tab visitors")
    front.hands.scan("LF-20200101-001")
    assert "没有找到" in front.notice and front.form.boxes["name"].is_empty()


def test_a_scanned_number_opens_its_record_wherever_the_desk_is(front):
    front.visit(name="欧阳静")
    wanted = front.visit(name="单雨桐")
    front.hands.key("tab duty_log")
    front.hands.scan(wanted.no)
    assert front.work.register.key == "visitors" and front.table.current_id() == wanted.id


def test_f12_lists_everybody_by_floor_with_totals(front):
    front.visit(name="欧阳静", party_size=3, badge="A001")
    front.visit(name="等候的", confirm="", confirmed_by="")
    enter(front, host_room="15-08 恒泰贸易")
    seen = []
    with dialogs(lambda dialog: (seen.append(pages.text(dialog.pdf)), close(dialog))):
        front.hands.key("F12")
    words = " ".join(seen[0].split())
    assert "欧阳静" in words and "仇海" in words and "A001" in words
    assert words.index("仇海") < words.index("欧阳静") or words.index("欧阳静") < words.index("仇海")
    assert "5" in words  # three and two


def test_the_months_workbook_is_written_from_the_window(front, monkeypatch, tmp_path):
    front.visit(name="=HYPERLINK(1)", phone="13977778888")
    front.visit(name="张雨薇")
    target = tmp_path / "月报.xlsx"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(target), ""))

    def write(dialog):
        box = dialog.findChild(QComboBox, "month")
        assert box.currentText() == "2026-11"
        click(dialog, "write")
        front.hands.key("Esc")

    with dialogs(write, lambda dialog: front.hands.key("Esc")):
        front.controller.open_dialog("month_dialog")
    (made,) = tmp_path.glob("月报_PZ-20261123-001.xlsx")
    book = openpyxl.load_workbook(made)
    assert "PZ-20261123-001" in book.worksheets[0].oddFooter.center.text
    sheet = next(book[name] for name in book.sheetnames if name.startswith("访客"))
    cells = [str(cell.value) for row in sheet.iter_rows() for cell in row if cell.value is not None]
    assert "LF-20261123-001" in cells and "LF-20261123-002" in cells
    assert not any("13977778888" in cell or "张雨薇" in cell for cell in cells)
    assert all(
        cell.data_type != "f" or "HYPERLINK" not in str(cell.value)
        for row in sheet.iter_rows()
        for cell in row
    )


def say_what_for(front, purpose: str = "交经理核对"):
    def step(dialog) -> None:
        front.hands.type(purpose)
        front.hands.key("Ctrl+S")

    return step


def test_a_list_exports_exactly_what_it_shows(front, monkeypatch, tmp_path, qtbot):
    front.visit(name="张雨薇", org="德勤")
    front.visit(name="王建国", org="日立电梯")
    front.visit(name="李慕白", org="日立电梯")
    front.hands.key("tab visitors", "F3")
    front.hands.type("rldt")
    assert [row["name"] for row in front.rows()] == ["王建国", "李慕白"]
    target = tmp_path / "列表.xlsx"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(target), ""))
    with dialogs(say_what_for(front)):
        click(front.work.widget, "export")
    qtbot.waitUntil(lambda: "已导出" in front.notice, timeout=30_000)
    (made,) = tmp_path.glob("列表_PZ-20261123-*.xlsx")
    sheet = openpyxl.load_workbook(made).active
    texts = [[cell.value for cell in row] for row in sheet.iter_rows()]
    named = [row for row in texts if any(value in ("王建国", "李慕白", "张雨薇") for value in row)]
    assert [next(v for v in row if v in ("王建国", "李慕白")) for row in named] == ["王建国", "李慕白"]
    shown = [front.table.model().headerData(n, __import__("PySide6.QtCore").QtCore.Qt.Orientation.Horizontal)
             for n in range(len(front.table._record_model.columns))]  # fmt: skip
    assert any(all(label in row for label in shown) for row in texts)


def test_a_cancelled_export_leaves_no_file(front, monkeypatch, tmp_path, qtbot):
    front.visit(name="张雨薇", org="德勤")
    front.hands.key("tab visitors")
    target = tmp_path / "列表.xlsx"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(target), ""))
    with dialogs(say_what_for(front)):
        click(front.work.widget, "export")
    [dialog] = front.window.findChildren(ProgressDialog)
    dialog.cancel_button.click()
    qtbot.waitUntil(lambda: not front.window.findChildren(ProgressDialog))
    assert list(tmp_path.glob("列表*")) == []
    assert "已导出" not in front.notice


def test_settings_are_saved_and_a_bad_number_is_said(front):
    def change(dialog):
        [section] = dialog.sections.findItems("访客", Qt.MatchFlag.MatchExactly)
        dialog.sections.setCurrentItem(section)
        line = dialog.findChild(QLineEdit, "visitors.stay_hours")
        line.setText("hundert")
        click(dialog, "save")
        line.setText("4")
        click(dialog, "save")

    said = []
    with dialogs(change, lambda dialog: (said.append(told(dialog)), front.hands.key("Enter"))):
        front.controller.open_dialog("settings_dialog")
    assert "停留" in said[0]
    with front.desk.read() as session:
        assert settings.get(session, visitor_rules.STAY_HOURS) == 4


def test_a_setting_is_found_among_all_by_its_words_or_initials(front):
    seen = {}

    def look(dialog):
        front.hands.key("F3")
        for text in ("bdxz", "补登", "nichts", ""):
            dialog.filter_box.setText(text)
            rows = range(dialog.sections.count())
            seen[text] = [
                dialog.sections.item(n).text() for n in rows if not dialog.sections.item(n).isHidden()
            ]
            if text == "补登":
                assert dialog.findChild(QLineEdit, "duty_log.late_after").isVisible()
                assert not dialog.findChild(QLineEdit, "duty_log.back_days").isVisible()
        assert dialog.focusWidget() is dialog.filter_box
        dialog.reject()

    with dialogs(look):
        front.controller.open_dialog("settings_dialog")
    assert seen["bdxz"] == ["值班日志"] and seen["nichts"] == [] and seen["补登"] == ["值班日志"]
    assert len(seen[""]) > 8


def test_appearance_is_kept_for_the_next_start(front):
    def change(dialog):
        box = dialog.findChild(QComboBox, "window/theme")
        box.setCurrentIndex(box.findData("dark"))
        click(dialog, "save")

    with dialogs(change, lambda dialog: front.hands.key("Enter")):
        front.controller.open_dialog("settings_dialog")
    assert front.controller.prefs.value("window/theme") == "dark"


def test_staff_are_added_and_changed(front):
    def add(dialog):
        front.hands.type("孙丽")
        front.hands.key("Enter")
        front.hands.type("003")
        front.hands.key("Ctrl+S")
        assert dialog.form.has_errors()  # no role yet
        dialog.form.boxes["role_QT"].set_value(True)
        front.hands.key("Ctrl+S")

    def leave(dialog):
        dialog.form.boxes["active"].set_value(False)
        front.hands.key("Ctrl+S")

    def staff(dialog):
        click(dialog, "add")
        table = dialog.findChild(QTableWidget, "staff")
        row = next(n for n in range(table.rowCount()) if table.item(n, 0).text() == "003")
        table.selectRow(row)
        click(dialog, "change")
        front.hands.key("Esc")

    with dialogs(staff, add, leave):
        front.controller.open_dialog("staff_dialog")
    with front.desk.read() as session:
        assert "孙丽" not in {p.name for p in people.on_staff(session)}


def test_who_may_not_change_staff_does_not_come_to_it(front):
    with front.desk.read() as session:
        plain = next(p for p in people.on_staff(session) if p.name == "赵倩")
    front.desk.set_actor(people.as_actor(plain, "desk-1"))
    with dialogs():
        front.controller.open_dialog("staff_dialog")


def test_badges_are_added_and_a_lost_one_found(front):
    def add(dialog):
        dialog.form.set_values({"prefix": "VIP", "first": 1, "last": 3})
        front.hands.key("Ctrl+S")

    with dialogs(lambda dialog: (click(dialog, "add"), front.hands.key("Esc")), add):
        front.controller.open_dialog("badges_dialog")
    with front.desk.read() as session:
        assert {"VIP001", "VIP003"} <= set(badges.free(session, "visitor"))
    front.visit(badge="VIP002")
    front.hands.key("tab permits")
    front.hands.scan("VIP002")
    assert front.work.register.key == "visitors"

    def lost(dialog):
        dialog.form.set_values({"badge_lost": True})
        front.hands.key("Ctrl+S")

    with dialogs(lost):
        front.do("sign_out_at")

    def find_it(dialog):
        table = dialog.findChild(QTableWidget, "badges")
        row = next(n for n in range(table.rowCount()) if table.item(n, 0).text() == "VIP002")
        assert table.item(row, 2).text() == "挂失"
        table.selectRow(row)
        click(dialog, "found")
        assert table.item(row, 2).text() == "在库"
        front.hands.key("Esc")

    with dialogs(find_it):
        front.controller.open_dialog("badges_dialog")


def test_holidays_are_added_and_a_year_is_marked(front):
    def add(dialog):
        front.hands.type("2026-12-31")
        front.hands.key("Ctrl+S")

    def table(dialog):
        click(dialog, "add")
        rows = dialog.findChild(QTableWidget)
        assert "2026-12-31" in {rows.item(n, 0).text() for n in range(rows.rowCount())}
        year = dialog.findChild(QComboBox, "year")
        assert year.currentText() == "2026"
        click(dialog, "mark")
        front.hands.key("Esc")

    with dialogs(table, add):
        front.controller.open_dialog("holidays_dialog")
    with front.desk.read() as session:
        assert 2026 not in holidays.complete_years(session)


def test_a_roster_is_imported_and_its_bad_rows_are_listed(front, monkeypatch, tmp_path):
    from desk_app.documents import roster_sheet

    template = tmp_path / "模板.xlsx"
    roster = tmp_path / "名册.xlsx"
    chosen = iter([str(template), str(tmp_path / "导出.xlsx")])
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (next(chosen), ""))
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(roster), ""))
    roster_sheet.write(
        roster,
        [
            {"building": "A座", "room": "22-11", "tenant": "青禾设计有限公司", "contact": "何青", "contact_phone": "13700001111"},
            {"building": "A座", "room": "", "tenant": "没有房号的公司"},
        ],
    )  # fmt: skip
    said = []

    def premises_(dialog):
        click(dialog, "template")
        click(dialog, "import")
        detail = dialog.findChild(QPlainTextEdit).toPlainText()
        assert "行" in detail and "房号" in detail
        said.append(detail)
        click(dialog, "export")
        front.hands.key("Esc")

    with dialogs(premises_, lambda dialog: front.hands.key("Enter"), say_what_for(front)):
        front.controller.open_dialog("premises_dialog")
    assert template.exists() and list(tmp_path.glob("导出_PZ-*.xlsx"))
    with front.desk.read() as session:
        assert premises.room_by_text(session, "22-11") is not None
    front.hands.key("tab visitors")
    front.form.focus_field("host_room")
    front.hands.type("qhsj")
    front.hands.key("Enter")
    assert front.form.boxes["host_room"].value().text == "22-11 青禾设计有限公司"


def test_a_backup_is_made_and_the_records_are_checked(front):
    front.visit()

    def backup(dialog):
        click(dialog, "make")
        click(dialog, "verify")
        table = dialog.findChild(QTableWidget, "backups")
        assert table.rowCount() == 1
        front.hands.key("Esc")

    with dialogs(backup, lambda dialog: front.hands.key("Enter")):
        front.controller.open_dialog("backup_dialog")
    assert list(front.paths.backups.iterdir())


def test_f1_opens_the_quick_guide(front):
    seen = []
    with dialogs(lambda d: (seen.append(d.pages.currentWidget().toPlainText()), front.hands.key("Esc"))):
        front.hands.key("F1")
    assert "访客" in seen[0] and "放行条" in seen[0]


def test_f10_shows_the_menu_and_every_entry_has_its_dialog(front):
    from importlib import import_module

    from PySide6.QtWidgets import QApplication

    from desk_app.shell.menu import ITEMS, is_shown, lines

    front.hands.key("F10")
    menu = QApplication.activePopupWidget()
    assert menu is not None and len([a for a in menu.actions() if a.text()]) == len(
        lines(front.controller)
    ) > sum(is_shown(item, front.desk.actor) for item in ITEMS)
    menu.close()
    for item in ITEMS:
        assert callable(import_module(f"desk_app.shell.{item.module}").open_dialog)


def test_enter_leads_through_the_whole_form_to_the_main_button(front):
    for tab in ("tab visitors", "tab permits"):
        front.hands.key(tab)
        met = []
        for _ in range(40):
            if focus() is front.form.main_button:
                break
            met.append(focus_name())
            front.hands.key("Enter")
        assert focus() is front.form.main_button, met
        first = [box.field.key for box in front.form.boxes.values() if not box.field.group]
        assert [name for name in dict.fromkeys(met) if name in first] == [
            key for key in first if key != "items"
        ] or set(first) - {"items"} <= set(met)


def test_keys_go_where_they_say_and_the_focus_is_never_lost(front):
    from PySide6.QtWidgets import QApplication

    front.visit()
    hands = front.hands
    for keys, where in (
        (("tab visitors",), "name"), (("F4",), "visitors.list"), (("Esc",), "name"), (("F3",), "filter"),
        (("Esc",), "name"), (("tab permits",), "room"), (("F3", "F2"), "room"), (("tab today",), "today.list"),
        (("F2",), "name"), (("Ctrl+K",), "quick_find"),
    ):  # fmt: skip
        hands.key(*keys)
        assert focus_name() == where, keys
        assert QApplication.focusWidget() is not None


def test_escape_leaves_a_group_of_fields(front):
    front.hands.key("tab visitors")
    click(front.form, "open.更多")
    assert focus_name() == "expected_at"
    front.hands.key("Esc")
    assert focus_name() == "open.更多"


def test_quick_find_gives_the_focus_back_on_escape(front):
    front.hands.key("tab visitors", "Ctrl+K")
    front.hands.type("zs")
    front.hands.key("Esc", "Esc")
    assert focus_name() == "name"


def test_column_widths_and_window_are_remembered(front, bare_window, data):
    from tests.shell.conftest import choose

    front.hands.key("tab visitors")
    front.table.horizontalHeader().resizeSection(1, 222)
    front.table._keep_widths.timeout.emit()
    front.window.resize(1300, 740)
    front.window.close()
    front.controller.prefs.sync()
    window, _ = bare_window(data, choose("001"))
    assert window.height() == 740  # the offscreen screen is narrower than the window
    window.open_tab("visitors")
    table = window._page("visitors").panel.work.widget.table
    assert table.horizontalHeader().sectionSize(1) == 222


def test_double_click_opens_and_the_context_menu_lists_what_can_be_done(front):
    front.visit()
    front.hands.key("tab visitors")
    row = front.pick(name="张雨薇")
    texts = [text.split("\t")[0] for text, _ in front.table.menu_items(row, 1)]
    assert texts[:2] == ["打开", "签离"] and "作废…" in texts and any("复制" in text for text in texts)
    with dialogs(lambda dialog: front.hands.key("Esc")):
        front.table.doubleClicked.emit(front.table.currentIndex())


def test_the_header_says_where_who_and_when(front, now):
    header = front.window.header
    assert "中盛国际中心" in header._place.text() and "A座大堂" in header._place.text()
    assert header._duty.text() == "李敏" and header._clock.text() == "周一 09:40"
    now.go(minutes=5)
    front.minute()
    assert header._clock.text() == "周一 09:45"


def test_what_has_no_room_in_the_header_and_the_foot_ends_with_dots(front):
    place, notice = front.window.header.findChild(CutLabel, "place"), front.window.foot.notice
    front.window.header.set_place("云汇", "")
    assert place.shown() == place.text() == "云汇"
    front.window.header.set_place("云汇国际中心" * 5, "A座大堂前台")
    front.controller.desk.notice("已登记,并说了很长的一句话。" * 20)
    assert place.shown().endswith("…") and place.text().endswith("A座大堂前台")
    assert notice.shown().endswith("…") and len(notice.shown()) < len(notice.text())


def test_the_next_register_of_a_tab_is_one_key_away(front):
    front.hands.key("tab visitors", "Ctrl+Tab")
    assert front.work.register.key == "contractors"
    assert focus_name() == "name"
    front.hands.key("Ctrl+Tab")
    assert front.work.register.key == "visitors"
    front.hands.key("Ctrl+Shift+Tab")
    assert front.work.register.key == "contractors"
    front.hands.key("tab today", "Ctrl+Tab")
    assert front.window._current == "today"


def test_the_clock_in_the_head_turns_with_the_minute(front, now):
    now.at = now.at.replace(second=42, microsecond=0)
    front.window.refresh()
    assert front.window._minute.interval() == 18_000
