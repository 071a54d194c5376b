"""The end of a record's term at the window: by itself at night, by the manager's word, and the paper to sign."""

from __future__ import annotations

import os
import threading
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtWidgets import QLabel, QPushButton
from sqlalchemy import select

from desk_app.core import attachments, backup, people, purge
from desk_app.core.declare import Ref
from desk_app.core.errors import KnownError
from desk_app.core.people import SYSTEM, Role
from desk_app.core.premises import Room
from desk_app.core.purge import Run
from desk_app.core.retention import DEIDENTIFIED, DESTROYED, GONE
from desk_app.core.verify import verify
from desk_app.documents import pages
from desk_app.kit.preview import PreviewDialog
from desk_app.registers.visitors import service as visits
from desk_app.registers.visitors.records import Visit
from desk_app.registers.visitors.restricted import Restriction
from desk_app.shell import purging
from tests.shell.hands import Hands, click, dialogs, focus_name, settle, told
from tests.shell.test_confirming_everywhere import with_pin


def shoot(widget, name: str) -> None:
    if folder := os.environ.get("SHOTS"):
        widget.grab().save(f"{folder}/{name}.png")


def become(front, *roles: Role, name: str = "何经理", code: str = "030"):
    """Put somebody with these posts at the desk."""
    with front.db.write(SYSTEM) as session:
        staff = people.add_staff(session, name=name, code=code, roles=roles)
        actor = people.as_actor(staff, "desk-1")
    front.desk.set_actor(actor)
    settle()
    return actor


def old_visit(front, now, **days: float):
    """Register a visitor, let him leave, and let time pass."""
    with front.db.read() as session:
        room = session.scalars(select(Room).where(Room.name == "18-06")).one()
    visit = front.visit(host_room=Ref(room.id, "18-06 中盛金融"))
    front.write(lambda session: visits.sign_out(session, visit.uid))
    now.go(**days)
    return visit


def read(front, visit):
    with front.db.read() as session:
        return session.get_one(Visit, visit.id)


def empty(table) -> str:
    """Return what an empty list says; "" when it says nothing."""
    (label,) = table.viewport().findChildren(QLabel, "empty")
    assert label.text() == table.accessibleDescription()
    return "" if label.isHidden() else label.text()


def purging_runs(front) -> list[Run]:
    with front.db.read() as session:
        return list(session.scalars(select(Run)))


def test_at_night_what_is_due_is_cleared_by_itself(front, now, qtbot):
    visit = old_visit(front, now, days=30)
    front.controller._purging.look()
    qtbot.waitUntil(lambda: not front.controller._purging._busy)
    assert read(front, visit).name == "张雨薇"  # the thirtieth day is not over
    now.go(days=1)
    front.controller._purging.look()  # somebody has just saved something: not yet
    front.controller._purging.look()
    qtbot.waitUntil(lambda: read(front, visit).name == GONE and not front.controller._purging._busy)
    assert "已按保存期限脱敏 1 份" in front.notice
    assert (read(front, visit).state, read(front, visit).host_room) == ("left", "18-06")
    with front.db.read() as session:
        (run,) = session.scalars(select(Run))
        assert (run.approver, run.done, run.level) == ("系统", 1, DEIDENTIFIED)


def test_what_the_night_clears_goes_from_the_list_that_is_open(front, now, qtbot):
    old_visit(front, now, days=31)
    become(front, Role.JL)

    def look(dialog):
        assert focus_name() == "retention_0", "the keyboard begins in the list"
        assert dialog.tables[0].item(0, 2).text() == "1"
        front.controller._purging.look()
        front.controller._purging.look()
        qtbot.waitUntil(lambda: "没有到期" in empty(dialog.tables[0]))
        assert dialog.tables[2].item(0, 3).text() == "1"
        dialog.reject()

    with dialogs(look):
        front.controller.open_dialog("retention_dialog")


def test_the_manager_destroys_with_a_witness_and_prints_the_record(front, now, hands, qtbot):
    visit = old_visit(front, now, days=400)
    with_pin(front, "陈主管")
    become(front, Role.JL)

    def destroy(dialog):
        shoot(dialog, "retention_due")
        assert dialog.tables[0].item(1, 2).text() == "1"
        assert empty(dialog.tables[0]) == "" and "没有冻结" in empty(dialog.tables[1])
        assert "还没有清理过" in empty(dialog.tables[2])
        dialog.pages.setCurrentIndex(2)
        shoot(dialog, "retention_no_runs")
        dialog.tables[0].selectRow(1)
        click(dialog, "clear")
        qtbot.waitUntil(
            lambda: dialog.tables[2].rowCount() == 1 and dialog.tables[2].item(0, 6).text() != "未完成"
        )
        assert empty(dialog.tables[2]) == ""
        click(dialog, "print_run")
        shoot(dialog, "retention_runs")
        dialog.reject()

    def approve(dialog):
        hands.type("czg")
        hands.key("Enter")
        assert dialog.form.boxes["witness"].raw()["text"] == "陈主管"
        shoot(dialog, "retention_destroy")
        hands.key("Ctrl+S")

    def confirm(dialog):
        assert "陈主管" in dialog.windowTitle() and purging_runs(front) == []
        hands.type("2580")
        hands.key("Ctrl+S")

    def look(dialog):
        assert isinstance(dialog, PreviewDialog)
        dialog.reject()

    with dialogs(destroy, approve, confirm, look):
        front.controller.open_dialog("retention_dialog")
    gone = read(front, visit)
    assert (gone.purged, gone.no, gone.state, gone.handler_name) == (DESTROYED, visit.no, "left", "")
    with front.db.read() as session:
        (run,) = purging_runs(front)
        assert (run.no, run.approver, run.witness, run.done) == ("XH-20271228-001", "何经理", "陈主管", 1)
        paper = attachments.paper_of(session, run.uid)
    pdf = front.desk.archive.read(paper)
    assert {visit.no, "销毁清册", "陈主管"} <= set(pages.text(pdf).split())
    if folder := os.environ.get("SHOTS"):
        (Path(folder) / "destruction.pdf").write_bytes(pdf)
    assert verify(front.db, front.desk.archive).fault == ""


def test_a_record_is_held_by_its_number_and_the_list_says_so(front, now, hands):
    visit = old_visit(front, now, days=40)
    become(front, Role.KZ, Role.JL, name="吴主管", code="031")

    def hold(dialog):
        click(dialog, "hold")
        assert dialog.pages.currentIndex() == 1
        shoot(dialog, "retention_held")
        assert dialog.tables[1].item(0, 0).text() == visit.no
        assert dialog.tables[0].item(0, 2).text() == "0"
        assert dialog.tables[0].item(0, 3).text() == "1"
        click(dialog, "clear")
        dialog.reject()

    def nothing(dialog):
        assert "都已冻结" in told(dialog)
        dialog.accept()

    def fill(dialog):
        dialog.form.set_values({"no": visit.no.lower(), "kind": "police", "reason": "调取函 12 号"})
        shoot(dialog, "retention_hold")
        hands.key("Ctrl+S")

    with dialogs(hold, fill, nothing):
        front.controller.open_dialog("retention_dialog")
    assert purging_runs(front) == []
    assert purging.clear_due(front.desk) == 0
    assert read(front, visit).name == "张雨薇"
    with front.db.read() as session:
        assert [one.reason for one in purge.holds(session, visit.uid)] == ["调取函 12 号"]


def test_nothing_is_purged_before_a_backup_and_the_window_says_so(front, now, monkeypatch, qtbot, caplog):
    visit = old_visit(front, now, days=40)
    nightly, folder = front.controller._purging, front.paths.backups
    assert backup.listing(folder) == []

    def fail(*_more):
        raise KnownError("备份盘满了。")

    def look():
        nightly._is_disturbed = False
        nightly.look()
        qtbot.waitUntil(lambda: not nightly._busy)
        return front.window.banner.told.get("purging", "")

    with monkeypatch.context() as patch:
        patch.setattr(backup, "make", fail)
        assert look() == "到期的登记还没有脱敏:备份盘满了。程序会再试。" == look()
    shoot(front.window, "purging_stalled")
    assert front.window.banner.isVisible() and front.window.banner.words.property("tone") == "late"
    assert [one.message for one in caplog.records] == ["the nightly purge failed: KnownError "]
    assert read(front, visit).name != GONE
    assert look() == "" and not front.window.banner.isVisible()
    assert read(front, visit).name == GONE and len(backup.listing(folder)) == 1


def test_without_a_backup_nothing_is_ordered_and_pressed_twice_it_is_ordered_once(
    front, now, monkeypatch, hands, qtbot
):
    visit = old_visit(front, now, days=400)
    with front.db.read() as session:
        second = people.on_staff(session, with_role=Role.KZ)[0]
    become(front, Role.JL)
    real, working, said = backup.make, threading.Event(), []

    def fail(*_more):
        raise KnownError("备份盘满了。")

    def carry_out(*parts):
        assert working.wait(20)
        return carried(*parts)

    carried = purge.carry_out
    monkeypatch.setattr(backup, "make", fail)
    monkeypatch.setattr(purge, "carry_out", carry_out)

    def destroy(dialog):
        dialog.tables[0].selectRow(1)
        click(dialog, "clear")
        assert len(purging_runs(front)) == 1 and len(backup.listing(front.paths.backups)) == 1
        assert not dialog.findChild(QPushButton, "clear").isEnabled()
        dialog.clear()
        working.set()
        qtbot.waitUntil(lambda: dialog.findChild(QPushButton, "clear").isEnabled())
        dialog.reject()

    def approve(dialog):
        dialog.form.set_values({"witness": Ref(second.id, second.name)})
        hands.key("Ctrl+S")
        assert "备份盘满了" in said[0] and purging_runs(front) == []
        assert dialog.isVisible() and dialog.form.values()["witness"].id == second.id
        monkeypatch.setattr(backup, "make", real)
        hands.key("Ctrl+S")

    def hear(dialog):
        said.append(told(dialog))
        hands.key("Enter")

    with dialogs(destroy, approve, hear):
        front.controller.open_dialog("retention_dialog")
    assert read(front, visit).purged == DESTROYED
    assert [run.done for run in purging_runs(front)] == [1]


@pytest.mark.parametrize("roles", [(Role.QT,), (Role.DB,), (Role.XG,)])
def test_the_desk_has_no_such_line_in_its_menu(front, roles):
    from desk_app.shell.menu import lines

    become(front, *roles)
    assert "保存与销毁…" not in [line.text for line in lines(front.controller)]


def ask_for_restriction(front, hands) -> None:
    """The supervisor asks for a restriction of 赵大海; it waits for the manager."""

    def ask(dialog):
        click(dialog, "ask")
        shoot(dialog, "restricted")
        assert dialog.table.item(0, 4).text() == "待批准"
        dialog.reject()

    def fill(dialog):
        facts = {"name": "赵大海", "org": "某某广告", "reason": "争执", "basis": "业户投诉"}
        dialog.form.set_values({**facts, "ends": date(2027, 1, 31)})
        shoot(dialog, "restricted_ask")
        hands.key("Ctrl+S")

    with front.db.read() as session:
        asker = people.as_actor(people.on_staff(session, with_role=Role.KZ)[0], "desk-1")
    front.desk.set_actor(asker)
    settle()
    front.window.open_register("visitors")
    with dialogs(ask, fill):
        front.window.do("visitors", "restrictions")


def approve_and_print(front) -> None:
    """The manager approves the restriction and looks at its paper."""

    def approve(dialog):
        assert dialog.told.text() == "事实与理由: 争执\n依据: 业户投诉"  # read before it is decided
        dialog.table.setFocus()
        Hands().key("Tab")
        assert not dialog.table.hasFocus()  # out of the list to the buttons
        dialog.findChild(QPushButton, "approve").setFocus()
        Hands().key("Enter")  # the button that has the focus, not the main one
        assert dialog.table.item(0, 4).text() == "待批准"
        Hands().key("Enter")
        assert dialog.table.item(0, 4).text() == "有效"
        click(dialog, "print_it")
        dialog.reject()

    def look(dialog):
        assert isinstance(dialog, PreviewDialog)
        dialog.reject()

    def in_haste(asked):
        Hands().key("Enter")  # twice Enter decides nothing

    become(front, Role.JL)
    with dialogs(approve, in_haste, lambda asked: click(asked, "answer.0"), look):
        front.window.do("visitors", "restrictions")
    if folder := os.environ.get("SHOTS"):
        with front.db.read() as session:
            row = session.scalars(select(Restriction)).one()
            paper = attachments.paper_of(session, row.uid)
        (Path(folder) / "restriction.pdf").write_bytes(front.desk.archive.read(paper))


def test_a_restriction_is_asked_for_approved_by_the_manager_and_met_at_the_desk(front, now, hands):
    qt = front.desk.actor
    ask_for_restriction(front, hands)
    approve_and_print(front)
    front.desk.set_actor(qt)
    settle()
    front.form.set_values(
        {
            "name": "赵大海", "org": "某某广告", "phone": "13911112222", "host_room": Ref(None, "18-06 中盛金融"),
            "host_name": "周颖", "confirm": "phone", "confirmed_by": "周颖",
        }
    )  # fmt: skip

    def say(dialog):
        shoot(dialog, "restricted_met")
        assert "通知当班负责人到场" in told(dialog)
        hands.type("已请王班长到场,在大堂会见")
        hands.key("Enter")

    with dialogs(say):
        hands.key("Ctrl+S")
    (row,) = front.rows()
    assert row["state"] == "inside"
    with front.db.read() as session:
        assert "王班长" in session.scalars(select(Visit.id_reason)).one()


def test_the_supervisor_finds_a_person_prints_and_removes_it(front, now, hands, monkeypatch):
    real = backup.make

    def fail(*_more):
        raise KnownError("备份盘满了。")

    visit = old_visit(front, now, days=2)
    become(front, Role.KZ, Role.JL, name="吴主管", code="031")

    def work(dialog):
        assert "请按「查找…」" in empty(dialog.table)
        shoot(dialog, "person_before")
        click(dialog, "ask")
        assert "没有找到这个人的信息" in empty(dialog.table)
        click(dialog, "remove")  # nothing is chosen: that is said
        click(dialog, "ask")
        assert empty(dialog.table) == ""
        shoot(dialog, "person_found")
        assert [one.no for one in dialog.chosen()] == [visit.no]
        click(dialog, "print_it")
        monkeypatch.setattr(backup, "make", fail)
        click(dialog, "remove")
        assert len(backup.listing(front.paths.backups)) == 1
        assert dialog.found == [] and "没有剩下的" in empty(dialog.table)
        dialog.reject()

    def wrong(dialog):
        dialog.form.set_values({"phone": "13911110000", "proof": "出示身份证"})
        hands.key("Ctrl+S")

    def fill(dialog):
        dialog.form.set_values({"phone": "13911112222", "proof": "出示身份证"})
        shoot(dialog, "person_ask")
        hands.key("Ctrl+S")

    def look(dialog):
        assert isinstance(dialog, PreviewDialog)
        shoot(dialog, "person_paper")
        dialog.reject()

    def why(dialog):
        dialog.form.set_values({"reason": "本人书面要求删除"})
        hands.key("Ctrl+S")
        assert dialog.isVisible() and read(front, visit).purged < DEIDENTIFIED
        monkeypatch.setattr(backup, "make", real)
        hands.key("Ctrl+S")

    def hear(dialog):
        assert "备份盘满了" in told(dialog)
        hands.key("Enter")

    def unchosen(dialog):
        assert "还没有选中登记" in told(dialog)
        hands.key("Enter")

    with dialogs(work, wrong, unchosen, fill, look, why, hear):
        front.controller.open_dialog("person_dialog")
    assert (read(front, visit).name, read(front, visit).purged) == (GONE, DEIDENTIFIED)
    assert verify(front.db, front.desk.archive).fault == ""
