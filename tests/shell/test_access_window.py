"""The access log, the export in clear and the papers on personal data, in the real window."""

from __future__ import annotations

import os
from pathlib import Path

import openpyxl
import pytest
from PySide6.QtWidgets import QApplication, QComboBox, QFileDialog, QTableWidget

from desk_app.core import access, accounts, attachments, people, settings
from desk_app.core.access import Kind, Wanted
from desk_app.core.people import SYSTEM, Actor, Role
from desk_app.shell import menu
from tests.shell.hands import click, dialogs, told
from tests.staff import PASSWORD, give_password


def picture(widget, name: str) -> None:
    """Keep a picture of what a dialog looks like where somebody asks for it."""
    folder = os.environ.get("DESK_PICTURES")
    if folder:
        QApplication.processEvents()
        widget.grab().save(str(Path(folder) / f"{name}.png"))


def turn_to(front, role: Role, name: str) -> Actor:
    with front.db.write(SYSTEM) as session:
        staff = people.add_staff(session, name=name, code=f"7{role}", roles=[role])
        give_password(session, staff.id)
        actor = accounts.actor(session, staff.id, "desk-1")
    front.desk.set_actor(actor)
    QApplication.processEvents()
    return actor


def lines(front, kind: Kind):
    with front.db.read() as session:
        return access.read(session, Wanted(kind=kind))


def test_the_manager_reads_the_log_by_kind_and_nobody_else_is_offered_it(front):
    visit = front.visit()
    with front.db.write(front.desk.actor) as session:
        access.note(
            session,
            Kind.REVEAL,
            entity="visitors",
            no=visit.no,
            reason="需联系本人",
            conditions="电话",
            count=1,
        )
        access.note(
            session, Kind.PRINT, entity="release_slip", no="FX-20261123-001", conditions="release_slip"
        )
    labels = [line.text for line in menu.lines(front.controller)]
    assert "访问日志…" not in labels and "告知牌与调取登记…" in labels
    turn_to(front, Role.JL, "何经理")
    assert "访问日志…" in [line.text for line in menu.lines(front.controller)]
    seen, printed = [], []

    def read(dialog):
        table = dialog.findChild(QTableWidget, "access_list")
        kind = dialog.findChild(QComboBox, "kind")
        kind.setCurrentIndex(kind.findData("reveal"))
        seen.extend(table.item(0, column).text() for column in range(table.columnCount()))
        seen.append(table.rowCount())
        kind.setCurrentIndex(kind.findData("print"))
        printed.extend(table.item(0, column).text() for column in range(table.columnCount()))
        kind.setCurrentIndex(0)
        picture(dialog, "access_dialog")
        dialog.accept()

    with dialogs(read):
        front.controller.open_dialog("access_dialog")
    assert seen[1:7] == ["李敏", "查看明文", f"访客 {visit.no}", "电话", "1", "需联系本人"] and seen[-1] == 1
    assert printed[2:5] == ["打印", "放行条 FX-20261123-001", ""]
    assert [line.who for line in lines(front, Kind.READ)] == ["何经理"] * 4


def test_the_log_is_exported_with_a_number_and_that_is_in_the_log(front, monkeypatch, tmp_path):
    turn_to(front, Role.JL, "何经理")
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(tmp_path / "日志.xlsx"), ""))

    def why(dialog):
        front.hands.type("月度抽查")
        front.hands.key("Ctrl+S")

    def export(dialog):
        click(dialog, "export")
        dialog.accept()

    with dialogs(export, why):
        front.controller.open_dialog("access_dialog")
    (path,) = tmp_path.glob("日志_PZ-20261123-001.xlsx")
    sheet = openpyxl.load_workbook(path).active
    assert "PZ-20261123-001" in sheet.oddFooter.center.text and sheet.max_row > 4
    (line,) = lines(front, Kind.EXPORT)
    assert (line.no, line.reason) == ("PZ-20261123-001", "月度抽查")
    assert "列:时间、" in line.conditions


def test_more_rows_than_one_may_take_out_need_another_at_the_same_desk(front, monkeypatch, tmp_path, qtbot):
    front.visit()
    turn_to(front, Role.KZ, "陈二")
    turn_to(front, Role.QT, "小周")
    with front.db.write(SYSTEM) as session:
        settings.change(session, settings.EXPORT_ALONE, 0)
    front.hands.key("tab visitors", "F3")
    front.hands.type("zyw")
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(tmp_path / "列表.xlsx"), ""))

    def ask(dialog):
        form = dialog.form
        assert "clear" not in form.boxes and "超过 0 行,须主管或经理" in told(dialog)
        front.hands.type("交经理核对")
        form.main_button.click()
        assert form.errors().get("approver")
        form.boxes["approver"].set_value(people.Ref(_id(front, "陈二"), "陈二"))
        form.boxes["secret"].editor.setText(PASSWORD)
        form.main_button.click()

    with dialogs(ask):
        click(front.work.widget, "export")
    qtbot.waitUntil(lambda: "已导出" in front.notice, timeout=30_000)
    (line,) = lines(front, Kind.EXPORT)
    assert "掩码 陈二 列:" in line.conditions and line.who == "小周"


@pytest.mark.parametrize(
    ("password", "told_"), [(PASSWORD, ""), ("不是这个密码啊啊啊啊啊啊啊啊啊啊", "不对")]
)
def test_in_clear_only_with_the_managers_own_password(front, monkeypatch, tmp_path, qtbot, password, told_):
    front.visit()
    turn_to(front, Role.JL, "何经理")
    turn_to(front, Role.KZ, "陈二")
    front.hands.key("tab visitors", "F3")
    front.hands.type("zyw")
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(tmp_path / "明文.xlsx"), ""))
    errors = []

    def ask(dialog):
        form = dialog.form
        front.hands.type("警方函件")
        form.boxes["clear"].set_value(True)
        picture(dialog, "export_dialog")
        form.boxes["approver"].set_value(people.Ref(_id(front, "何经理"), "何经理"))
        form.boxes["secret"].editor.setText(password)
        form.main_button.click()
        if dialog.isVisible():
            errors.append(form.errors().get("secret", ""))
            dialog.reject()

    with dialogs(ask):
        click(front.work.widget, "export")
    if told_:
        assert told_ in errors[0] and not list(tmp_path.glob("明文*"))
        (line,) = lines(front, Kind.REFUSED)
        assert (line.who, line.reason, line.entity) == ("陈二", "警方函件", "visitors")
        assert "何经理" in line.conditions
        return
    qtbot.waitUntil(lambda: "已导出" in front.notice, timeout=30_000)
    (path,) = tmp_path.glob("明文_PZ-*.xlsx")
    cells = [str(c.value) for row in openpyxl.load_workbook(path).active.iter_rows() for c in row]
    assert "13911112222" in cells and any("批准人 何经理" in cell for cell in cells)
    (line,) = lines(front, Kind.EXPORT)
    assert "明文" in line.conditions and "何经理" in line.conditions


def _id(front, name: str) -> int:
    with front.db.read() as session:
        return next(one.id for one in people.on_staff(session) if one.name == name)


def test_the_notice_and_a_request_are_previewed_and_the_request_is_archived(front):
    manager = turn_to(front, Role.JL, "何经理")
    turn_to(front, Role.QT, "小周")
    seen = []

    def choose(dialog):
        picture(dialog, "notice_dialog")
        click(dialog, "notice")
        click(dialog, "request")
        dialog.accept()

    def fill(dialog):
        for key in ("organ", "letter", "officers", "badges", "scope", "purpose", "how"):
            dialog.form.boxes[key].set_value(f"某{key}")
        dialog.form.boxes["approver"].set_value(people.Ref(manager.staff_id, "何经理"))
        picture(dialog, "request_dialog")
        front.hands.key("Ctrl+S")

    def look(dialog):
        seen.append(told(dialog))
        dialog.reject()

    with dialogs(choose, look, fill, look):
        front.controller.open_dialog("notice_dialog")
    assert len(seen) == 2
    (line,) = lines(front, Kind.REQUEST)
    assert (line.who, line.result) == ("小周", "何经理")
    with front.db.read() as session:
        assert attachments.paper_by_number(session, line.no) is not None


def test_a_record_with_its_masked_values(front):
    visit = front.visit(plate="粤B12388")
    front.window.open_record("visitors", visit.uid)

    seen = []

    def look(dialog):
        seen.append(told(dialog))
        picture(dialog, "record_dialog")
        dialog.reject()

    with dialogs(look):
        front.work.show_details(front.table.current_row())
    assert visit.no in seen[0] and "粤B12388" not in seen[0]
