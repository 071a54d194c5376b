"""Personal data on the real screen: masked by class, shown for half a minute with a reason, gone from the clipboard."""

from __future__ import annotations

from PySide6.QtCore import QPoint
from PySide6.QtGui import QClipboard, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from sqlalchemy import select

from desk_app.core import access, people, premises, settings
from desk_app.core.access import Kind, Wanted
from desk_app.core.people import SYSTEM, Actor, Role
from desk_app.registers.visitors import service
from desk_app.registers.visitors.records import Visit
from tests.shell.conftest import choose
from tests.shell.hands import dialogs, settle, told

CLEAR, MASKED = "13911112222", "139****2222"


def turn_to(front, role: Role, name: str) -> Actor:
    """Hand the desk to somebody new of this role."""
    with front.db.write(SYSTEM) as session:
        actor = people.as_actor(people.add_staff(session, name=name, code=f"9{role}", roles=[role]), "desk-1")
    front.desk.set_actor(actor)
    QApplication.processEvents()
    return actor


def shorten(front, spec) -> None:
    with front.db.write(SYSTEM) as session:
        settings.change(session, spec, 5)


def lines(front, kind: Kind) -> list[access.Access]:
    with front.db.read() as session:
        return access.read(session, Wanted(kind=kind))


def details(front, visit, *steps) -> None:
    front.window.open_record("visitors", visit.uid)
    with dialogs(*steps):
        front.work.show_details(front.table.current_row())


def test_a_telephone_is_shown_by_the_keyboard_with_a_reason_and_hides_again(front):
    visit = front.visit()
    shorten(front, access.REVEAL_SECONDS)
    seen = []

    def look(dialog):
        line = dialog.secrets.lines["phone"]
        seen.append(line.text())
        front.hands.key("Ctrl+E")
        seen.extend((line.text(), dialog.secrets.button.text()))
        assert line.hasFocus() and line.selectedText() == CLEAR  # copied with one key
        for _ in range(5):
            dialog.secrets._tick.timeout.emit()
        seen.extend((line.text(), dialog.secrets.button.text()))
        dialog.reject()

    def why(dialog):
        seen.append("记入访问日志" in told(dialog))
        front.hands.key("Enter", "Enter")

    details(front, visit, look, why)
    left = seen.pop(3)
    assert left in ("遮盖(5 秒后自动)  Ctrl+E", "遮盖(4 秒后自动)  Ctrl+E")  # a busy machine takes its second
    assert seen == [MASKED, True, CLEAR, MASKED, "查看明文…  Ctrl+E"]
    (line,) = lines(front, Kind.REVEAL)
    assert (line.who, line.no, line.reason, line.conditions) == ("李敏", visit.no, "需联系本人", "电话")


def test_without_a_reason_nothing_is_shown(front):
    visit = front.visit()

    def look(dialog):
        front.hands.key("Ctrl+E")
        assert dialog.secrets.lines["phone"].text() == MASKED
        dialog.reject()

    details(front, visit, look, lambda dialog: front.hands.key("Esc"))
    assert lines(front, Kind.REVEAL) == []


def test_ones_own_entry_is_corrected_in_clear_anothers_is_held_unseen_and_kept(front):
    visit = front.visit(plate="粤B12388")
    front.window.open_record("visitors", visit.uid)
    front.work.content.start_correction(front.table.current_row())
    assert front.form.raw()["phone"] == CLEAR
    front.work.content.leave_correction()
    turn_to(front, Role.QT, "夜班")
    front.window.open_record("visitors", visit.uid)
    front.work.content.start_correction(front.table.current_row())
    boxes = front.form.boxes
    assert (boxes["phone"].editor.text(), boxes["plate"].editor.text()) == (MASKED, "粤B·***88")
    boxes["org"].set_value("德勤咨询")
    with dialogs(lambda dialog: front.hands.key("Enter", "Enter")):
        front.work.save()
    with front.db.read() as session:
        kept = session.scalars(select(Visit).where(Visit.uid == visit.uid)).one()
        assert (kept.org, kept.phone, kept.plate) == ("德勤咨询", CLEAR, "粤B12388")


def test_what_is_typed_over_a_mask_stands_alone(front):
    visit = front.visit()
    turn_to(front, Role.QT, "夜班")
    front.window.open_record("visitors", visit.uid)
    front.work.content.start_correction(front.table.current_row())
    box = front.form.boxes["phone"]
    box.setFocus()
    box.editor.end(False)
    front.hands.type("13800138000")
    assert box.value() == "13800138000"


def test_a_returning_visitors_number_fills_the_form_unseen_survives_a_draft_and_is_saved(front):
    front.visit()
    front.window.open_register("visitors")
    front.work.new()
    front.hands.type("zyw", slowly=True)
    front.hands.key("Down", "Enter")
    box = front.form.boxes["phone"]
    assert (box.editor.text(), box.value()) == (MASKED, CLEAR)
    raw = front.form.raw()
    front.form.reset()
    front.form.set_raw(raw)
    assert (box.editor.text(), box.value()) == (MASKED, CLEAR)


def test_an_administrator_sees_no_name_and_no_way_to_look(front):
    visit = front.visit()
    turn_to(front, Role.XG, "系统员")
    front.window.open_record("visitors", visit.uid)
    assert front.table.current_row()["name"] == "张**"
    seen = []

    def look(dialog):
        seen.append((dialog.text.toPlainText(), dialog.secrets.button.isVisible()))
        dialog.reject()

    details(front, visit, look)
    assert "张雨薇" not in seen[0][0] and CLEAR not in seen[0][0] and not seen[0][1]
    hits = front.controller._find("zyw")
    assert hits and all("张雨薇" not in hit.title + hit.detail for hit in hits)


def wait_until_forgotten(mode: QClipboard.Mode) -> bool:
    for _ in range(30):
        if not QGuiApplication.clipboard().text(mode):
            return True
        QTest.qWait(20)
    return False


def test_buttons_that_come_with_the_next_person_are_whole(front):
    front.window.setMinimumSize(1366, 768)  # the offscreen screen is smaller
    front.visit()
    turn_to(front, Role.XG, "系统员")
    front.window.open_register("visitors")
    settle()
    turn_to(front, Role.QT, "前台二")
    settle()
    table, button = front.work.widget.table, front.work.widget.form.main_button
    needed = table._delegate.buttons_width(table.fontMetrics())
    assert table.columnWidth(table.model().columnCount() - 1) >= needed
    assert button.isVisible() and button.width() >= button.sizeHint().width()


def test_a_copied_number_leaves_the_clipboard_and_only_that_one(front):
    guard, board = front.controller._clipboard, QGuiApplication.clipboard()
    mode = QClipboard.Mode.Clipboard
    board.setText(f"联系 {CLEAR}")
    assert guard._timers[mode].isActive() and guard._timers[mode].interval() == 30_000
    guard._timers[mode].setInterval(10)
    assert wait_until_forgotten(mode)
    board.setText(CLEAR)
    board.setText("A03")  # something else was copied since
    guard.forget(mode)
    assert board.text() == "A03" and not guard._timers[mode].isActive()


def test_a_revealed_plate_or_passport_leaves_it_too_and_a_closing_window_takes_it(front):
    guard, board = front.controller._clipboard, QGuiApplication.clipboard()
    front.desk.revealed.emit(("E12345678",))
    for text in ("E12345678", "粤B12388"):
        board.setText(text)
        guard.forget_all()
        assert board.text() == ""


def test_a_locked_screen_leaves_no_copied_number_behind(front):
    board = QGuiApplication.clipboard()
    board.setText(CLEAR)
    with dialogs(lambda dialog: (seen.append(board.text()), choose("001")(dialog))):
        seen: list[str] = []
        front.hands.key("F9")
    assert seen == [""]
    board.setText("A03")
    with dialogs(choose("001")):
        front.hands.key("F9")
    assert board.text() == "A03"


def test_many_looks_of_one_day_are_told_to_the_manager_alone(front, now):
    with front.db.write(SYSTEM) as session:
        settings.change(session, access.REVEALS_A_DAY, 1)
        for _ in range(2):
            access.note(session, Kind.REVEAL, actor=front.desk.actor, count=1)
    front.minute()
    today = front.window.findChild(object, "many_reveals")
    assert not today.text()
    turn_to(front, Role.JL, "何经理")
    front.minute()
    assert "李敏 2 次" in today.text() and "抽查" not in today.text()
    now.go(days=10)
    front.minute()
    assert today.text() == "2026-11 的访问日志还没有抽查:菜单 → 访问日志 → 月度抽查。"


def stand(front) -> str:
    """Return where the tools of the list stand: beside the chips, which are whole, or below them."""
    settle()
    widget = front.work.widget
    chips, tools = [chip for chip in widget._chips.values() if chip.isVisible()], widget.filter_box
    assert all(chip.width() >= chip.sizeHint().width() for chip in chips)
    tool, chip = (one.mapTo(widget, QPoint()).y() for one in (tools, chips[-1]))
    return "below" if tool >= chip + chips[-1].height() else "beside"


def test_a_lead_looks_further_back_by_days_and_a_reason_and_the_next_person_does_not_see_it(front, now):
    now.go(days=-10)
    visit = front.visit()
    with front.desk.write() as session:
        service.sign_out(session, visit.uid)
    now.go(days=10)
    turn_to(front, Role.DB, "班长")
    front.window.setMinimumSize(1366, 768)  # the offscreen screen is smaller
    front.window.open_register("visitors")

    def ask(dialog):
        dialog.form.boxes["first"].set_value(visit.day)
        dialog.form.boxes["last"].set_value(visit.day)
        dialog.form.boxes["reason"].set_value("找回遗失物品")
        dialog.form.submitted.emit()

    with dialogs(ask):
        front.chip("past")
    assert [row["name"] for row in front.rows()] == ["张雨薇"]
    front.chip("inside")

    def why(dialog):
        assert dialog.form.boxes["first"].value() == dialog.form.boxes["last"].value() == visit.day
        assert dialog.form.boxes["reason"].hasFocus()
        front.hands.type("找回遗失物品")
        front.hands.key("Ctrl+S")

    with dialogs(why):  # one that was found by its number, or on the person's own request
        front.window.open_record("visitors", visit.uid)
    assert front.work.widget.table.current_row()["name"] == "张雨薇"
    assert (
        front.work.widget.view_words == "更早 11-13" and lines(front, Kind.QUERY)[0].reason == "找回遗失物品"
    )
    assert stand(front) == "beside"
    front.work.widget.show_past("past 2025-10-01 2025-11-12", "找回遗失物品")
    assert stand(front) == "below"  # so many words leave no room
    front.work.widget.show_past("past 2026-11-13 2026-11-13", "找回遗失物品")
    assert stand(front) == "beside"
    with dialogs(lambda dialog: front.hands.key("Esc")):
        front.chip("past")
    assert [row["name"] for row in front.rows()] == ["张雨薇"]
    turn_to(front, Role.QT, "夜班")
    assert front.rows() == [] and front.work.widget.view == "inside"
    assert not front.work.widget._chips["past"].isVisible()


def test_in_a_correction_an_eye_shows_anothers_number_for_a_reason_and_hides_it_and_free_texts_keep_theirs(
    front,
):
    visit = front.visit(plate="粤B12388", remark="回电 13911112222 找他")
    shorten(front, access.REVEAL_SECONDS)
    turn_to(front, Role.QT, "夜班")
    front.window.open_record("visitors", visit.uid)
    front.work.content.start_correction(front.table.current_row())
    boxes = front.form.boxes
    assert boxes["phone"].may_ask and not boxes["org"].may_ask
    assert boxes["remark"].editor.toPlainText() == "回电 139****2222 找他"
    boxes["phone"].setFocus()
    with dialogs(lambda dialog: front.hands.key("Enter", "Enter")):
        front.hands.key("Ctrl+E")
    assert boxes["phone"].editor.text() == CLEAR and boxes["plate"].editor.text() == "粤B·***88"
    (line,) = lines(front, Kind.REVEAL)
    assert (line.who, line.no, line.conditions, line.reason) == ("夜班", visit.no, "电话", "需联系本人")
    boxes["phone"]._hide_clear.timeout.emit()
    assert boxes["phone"].editor.text() == MASKED and boxes["phone"].value() == CLEAR
    boxes["remark"].editor.setPlainText("请回电 139****2222 找他")
    with dialogs(lambda dialog: front.hands.key("Enter", "Enter")):
        front.work.save()
    with front.db.read() as session:
        kept = session.scalars(select(Visit).where(Visit.uid == visit.uid)).one()
        assert (kept.phone, kept.remark) == (CLEAR, "请回电 13911112222 找他")
    assert not boxes["phone"].may_ask


def test_telephones_of_the_roster_are_shown_for_a_reason_and_masked_again(front):
    seen = []

    def look(dialog):
        dialog._choose(room)
        seen.append(dialog._detail.toPlainText())
        front.hands.key("Ctrl+E")
        seen.append(dialog._detail.toPlainText())
        dialog._hide_again.timeout.emit()
        seen.append(dialog._detail.toPlainText())
        dialog.reject()

    with front.db.read() as session:
        room = session.scalars(select(premises.Room.uid).where(premises.Room.name == "18-06")).one()
    with dialogs(look, lambda dialog: front.hands.key("Enter", "Enter")):
        front.controller.open_dialog("premises_dialog")
    assert "139****2222" in seen[0] and "13900002222" in seen[1] and seen[2] == seen[0]
    (line,) = lines(front, Kind.REVEAL)
    assert (line.entity, line.no, line.who, line.reason) == ("premises", "18-06", "李敏", "需联系本人")
