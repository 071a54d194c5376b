"""Signing in, the lock and the change of person, by keyboard: nothing is seen, nothing that was typed is lost."""

from __future__ import annotations

import itertools

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from sqlalchemy import select

from desk_app.core import access, accounts, attempts, clock, locking, settings, signing
from desk_app.core.locking import IDLE_MINUTES, Moment, Presence
from desk_app.core.people import SYSTEM, Staff
from desk_app.kit import theme
from desk_app.kit.form_dialog import FormDialog
from desk_app.kit.preview import PreviewDialog
from desk_app.shell import menu, sign_in
from desk_app.shell.curtain import Curtain
from desk_app.shell.quick_find import QuickFind
from desk_app.shell.sign_in import SignInDialog
from desk_app.shell.system_lock import SystemLock, is_lock
from tests.shell.conftest import choose, tried
from tests.shell.hands import dialogs
from tests.staff import PASSWORD


def lock_of(front):
    return front.controller._lock


def shown() -> list[str]:
    """Return every text that can be read on the screen now."""
    found = []
    for window in QApplication.topLevelWidgets():
        if window.isVisible() and not isinstance(window, SignInDialog):
            curtains = [one for one in window.children() if isinstance(one, Curtain) and not one.isHidden()]
            if not curtains or curtains[0].geometry() != window.rect():
                found += [label.text() for label in window.findChildren(QLabel) if label.isVisible()]
            found.append(window.windowTitle())
    return [text for text in found if text]


def code_of(front, number: str) -> str:
    with front.db.write(SYSTEM) as session:
        staff = session.scalars(select(Staff).where(Staff.code == number)).one()
        return accounts.give_code(session, staff.id)


def test_before_anybody_signed_in_nothing_can_be_read(bare_window, data):
    seen = []

    def look(dialog):
        seen.extend(shown())
        choose("001")(dialog)

    bare_window(data, look)
    assert set(seen) <= {"物业前台"}


def test_a_password_typed_before_the_window_asks_for_it_is_shown_nowhere(front, qtbot):
    find = QuickFind()  # as it is until the data are open
    qtbot.addWidget(find)
    assert not find.line.isEnabled() and front.window.header.quick_find.line.isEnabled()


def test_initials_arrows_and_enter_are_enough(bare_window, data, hands):
    def by_keys(dialog):
        assert dialog.password.hasFocus()
        hands.key("Down", "Down", "Up")
        assert dialog.name.text() == dialog.people.item(1).text()
        hands.key("Shift+Tab")
        dialog.name.selectAll()
        hands.type("cz")  # 陈主管
        assert dialog.people.count() == 1
        hands.key("Enter")
        dialog.password.insert(PASSWORD)
        hands.key("Enter")
        tried(dialog)

    _, controller = bare_window(data, by_keys)
    assert controller.desk.actor.name == "陈主管"


def test_a_wrong_password_is_said_and_cleared_and_esc_opens_nothing(bare_window, data, hands):
    def mistake(dialog):
        for who in ("001", "nobody"):
            dialog.name.setText(who)
            dialog.password.setText("这不是她的密码")
            hands.key("Enter")
            tried(dialog)
            assert dialog.error.text() == "姓名(工号)或密码不对。"
            assert dialog.password.text() == "" and dialog.password.hasFocus()
            dialog._show_wait()  # nothing to wait for: what was wrong stays to be read
            assert dialog.error.text() == "姓名(工号)或密码不对。"
        hands.key("Esc")
        assert dialog.isVisible()
        dialog._fill("")
        choose("002")(dialog)

    _, controller = bare_window(data, mistake)
    assert controller.desk.actor.name == "赵倩"


def test_while_one_must_wait_the_seconds_are_counted_down(front, hands):
    ticks = [1000.0]
    clock.set_ticks(lambda: ticks[0])
    with front.db.aside() as session:
        session.add(
            attempts.Attempt(name="staff:1", failures=5, total=5, wait=4, ticks=1_000_000, at=clock.now())
        )

    def wait(dialog):
        dialog.password.setText(PASSWORD)
        hands.key("Enter")
        tried(dialog)
        assert dialog.error.text() == "请等 4 秒再试。"
        ticks[0] += 3
        dialog._show_wait()
        assert dialog.error.text() == "请等 1 秒再试。"
        ticks[0] += 1
        dialog._show_wait()
        assert dialog.error.text() == "现在可以再试。"
        choose("001")(dialog)

    try:
        with dialogs(wait):
            front.hands.key("F9")
    finally:
        clock.set_ticks(None)
    assert not lock_of(front).is_locked


def test_who_came_with_a_code_sets_a_password_of_their_own_first(front, hands):
    code = code_of(front, "010")

    def with_code(dialog):
        dialog.name.setText("王班长")
        dialog.password.setText(code)
        hands.key("Enter")

    def own(dialog):
        assert isinstance(dialog, FormDialog)
        dialog.form.boxes["password"].editor.insert("short")
        dialog.form.boxes["again"].editor.insert("short")
        hands.key("Ctrl+S")
        assert "至少 15" in dialog.form.errors()["password"]
        for key in ("password", "again"):
            dialog.form.boxes[key].editor.setText("三号电梯的风扇总是嗡嗡地响着呢")
        hands.key("Ctrl+S")

    with dialogs(with_code, own):
        front.hands.key("F9")
    assert front.desk.actor.name == "王班长"
    assert not signing.sign_in(front.db, "010", "三号电梯的风扇总是嗡嗡地响着呢", "x").must_set


def test_two_keys_and_a_password_change_the_person_and_the_form_waits_for_its_owner(front, hands):
    front.hands.key("tab visitors")
    front.hands.type("王建国")

    def other(dialog):
        assert dialog.name.text() == "001  李敏"  # who has the desk comes first, who was here last is next
        hands.key("Down")
        dialog.password.insert(PASSWORD)
        hands.key("Enter")
        tried(dialog)

    with dialogs(other):
        front.hands.key("F9")
    assert front.desk.actor.name != "李敏"
    assert front.form.boxes["name"].is_empty()
    with dialogs(choose("001")):
        front.hands.key("F9")
    assert front.form.boxes["name"].value() == "王建国"


def test_a_half_filled_dialog_stays_as_it_is_for_its_owner_and_waits_when_another_comes(front, hands):
    front.visit(name="张雨薇")
    front.hands.key("tab visitors")
    front.pick(name="张雨薇")

    def lock_over(dialog):
        dialog.form.boxes["out_at"].set_raw("9:3")
        dialog.form.boxes["out_at"].edited.emit()
        hands.key("F9")
        assert not [text for text in shown() if "张雨薇" in text or "9:3" in text]

    def back(dialog):
        choose("001")(dialog)
        assert QApplication.activeModalWidget().form.boxes["out_at"].raw() == "9:3"
        lock_of(front).lock()

    with dialogs(lock_over, back, choose("002")):
        front.do("sign_out_at")
    assert QApplication.activeModalWidget() is None and front.desk.actor.name == "赵倩"
    seen = []
    with dialogs(choose("001")):
        front.hands.key("F9")
    front.pick(name="张雨薇")
    with dialogs(lambda dialog: (seen.append(dialog.form.boxes["out_at"].raw()), dialog.reject())):
        front.do("sign_out_at")
    assert seen == ["9:3"]


def test_the_lock_covers_a_preview_too_and_what_comes_up_meanwhile(front):
    front.visit(name="张雨薇")
    front.hands.key("tab visitors")
    front.pick(name="张雨薇")

    def lock_over(dialog):
        assert isinstance(dialog, PreviewDialog)
        lock_of(front).lock()
        late = QWidget(windowTitle="张雨薇 来访")
        QLabel("张雨薇", late)
        late.show()
        QTest.qWait(20)
        assert set(shown()) == {"物业前台"}
        late.close()
        late.deleteLater()

    def unlock(dialog):
        choose("001")(dialog)
        QApplication.activeModalWidget().reject()

    with dialogs(lock_over, unlock):
        front.do("print")
    assert not lock_of(front).is_locked


def test_under_the_lock_no_key_and_no_scan_does_anything(front, hands):
    def press(dialog):
        for key in ("F2", "F6", "F10", "F12", "Ctrl+K", "Ctrl+2"):
            hands.key(key)
        front.controller.open_code("A001")
        assert QApplication.activeModalWidget() is dialog and QApplication.activePopupWidget() is None
        choose("001")(dialog)

    with dialogs(press):
        front.hands.key("F9")
    assert front.window._current == "today"


@pytest.mark.parametrize(
    ("ticks", "wall", "why"),
    [
        (5, 5, ""), (5, 400, "idle"), (5, 80, "sleep"), (5, -86_400, ""), (70, 70, "sleep"), (300, 300, "idle"),
        (50, 50, ""),
    ],
)  # fmt: skip
def test_idle_time_counts_by_both_clocks(ticks, wall, why):
    """Seconds of the computer and of its clock since the last look; one of them may stand still or be set."""
    presence = Presence.begun(Moment(1_000, 5_000))
    assert presence.look(Moment(1_000 + ticks, 5_000 + wall), settings.Settings({}))[1] == why


def test_five_minutes_pass_look_by_look():
    presence, told, now = Presence.begun(Moment(0, 0)), "", Moment(0, 0)
    while not told:
        now = Moment(now.ticks + 5, now.wall + 5)
        presence, told = presence.look(now, settings.Settings({}))
    assert (told, now.ticks) == ("idle", 300)


def test_twelve_hours_are_the_most_however_busy():
    now = Moment(0, 0)
    presence, told = Presence.begun(now), ""
    while not told:
        now = Moment(now.ticks + 5, now.wall + 5)
        presence, told = presence.touch(now).look(now, settings.Settings({}))
    assert (told, now.ticks) == ("long", 12 * 3600)


def test_five_idle_minutes_lock_the_window_and_a_setting_says_how_many(front):
    lock = lock_of(front)
    start = Moment(0, 0)
    lock.idle.read = lambda: start
    lock.idle.begin(settings.Settings({IDLE_MINUTES.key: 2}))
    lock.idle._presence = Presence.begun(start)
    for second in range(5, 120, 5):
        lock.idle.read = lambda at=second: Moment(at, at)
        lock.idle.look()
    assert not lock.is_locked
    lock.idle.read = lambda: Moment(120, 120)

    def told(dialog):
        assert "没人操作" in " ".join(label.text() for label in dialog.findChildren(QLabel))
        choose("001")(dialog)

    with dialogs(told):
        lock.idle.look()


def test_a_key_says_that_somebody_is_there(front):
    lock = lock_of(front)
    front.hands.key("tab visitors")
    lock.idle.read = lambda: Moment(10, 10)
    lock.idle.begin(settings.Settings({}))
    lock.idle.read = lambda: Moment(200, 200)
    front.hands.key("F4")
    assert lock.idle._presence.touched == Moment(200, 200)
    front.hands.key("tab today")
    lock.idle.read = lambda: Moment(300, 300)
    front.hands.key("F3")  # on 今日 it has nothing to do: nothing moves, and she is there all the same
    assert lock.idle._presence.touched == Moment(300, 300)


def test_the_systems_lock_locks_the_window(front, qapp):
    lock = lock_of(front)
    lock._listen()
    with dialogs(choose("001")):
        lock._system.on_switched(False)
        assert not lock.is_locked
        lock._system.on_locked()
        assert lock.is_locked


def test_the_systems_lock_locks_nothing_once_that_is_switched_off(front):
    lock = lock_of(front)
    lock._listen()
    with front.desk.db.write(SYSTEM) as session:
        settings.change(session, locking.WITH_SYSTEM, False)
    lock._system.on_locked()
    assert not lock.is_locked


def test_minimising_locks_the_window_where_the_setting_says_so(front, qapp):
    lock = lock_of(front)
    front.window.showMinimized()
    qapp.processEvents()
    assert not lock.is_locked  # as it is shipped
    front.window.showNormal()
    with front.desk.db.write(SYSTEM) as session:
        settings.change(session, locking.WHEN_MINIMISED, True)

    def told(dialog):
        assert "最小化过" in " ".join(label.text() for label in dialog.findChildren(QLabel))
        assert set(shown()) <= {"物业前台"}
        choose("001")(dialog)

    front.window.showMinimized()
    qapp.processEvents()
    assert lock.is_locked and lock._dialog is None  # it would come up before another program
    with dialogs(told):
        front.window.showNormal()
    assert not lock.is_locked
    with front.desk.read() as session:
        assert access.read(session, access.Wanted(kind=access.Kind.LOCK))[0].conditions == "minimised"


def test_where_the_system_tells_nothing_the_program_goes_on(qapp, monkeypatch):
    window = QWidget()
    assert SystemLock(qapp, window, window, platform="sunos").source == "none"
    assert SystemLock(qapp, window, window, platform="win32").source in ("none", "windows")
    monkeypatch.setitem(__import__("sys").modules, "PySide6.QtDBus", None)
    assert SystemLock(qapp, window, window, platform="linux").source == "none"
    assert [is_lock(0x02B1, 7), is_lock(0x02B1, 8), is_lock(0x0218, 4), is_lock(0x0200, 7)] == [
        True,
        False,
        True,
        False,
    ]
    window.deleteLater()


def test_the_menu_shows_only_what_the_service_lets_pass(front):
    def lines():
        return [line.text for line in menu.lines(front.controller)]

    front.desk.set_actor(front.desk.actor.__class__(2, "赵倩", frozenset({"QT"}), "x"))
    assert "人员与岗位…" not in lines() and "月报(Excel)…" in lines()
    front.desk.set_actor(front.desk.actor.__class__(9, "周管理", frozenset({"XG"}), "x"))
    assert "人员与岗位…" in lines() and "月报(Excel)…" not in lines()


def test_on_a_low_screen_the_sign_in_lays_no_line_over_another(front, qapp, monkeypatch):
    """At 150 %, and in English, where the sentence above takes a second line: there are fewer people instead."""
    longest = "The system locked its screen: locked as well. What is half typed is kept. " * 2
    monkeypatch.setitem(sign_in.WHY, "key", longest)
    theme.apply(qapp, "light", 1.5)
    dialog = SignInDialog(front.window, front.controller.desk, "key", front.controller.desk.actor)
    try:
        dialog.show()
        QApplication.processEvents()
        assert dialog.height() < qapp.primaryScreen().availableGeometry().height()
        told = [one for one in dialog.findChildren(QLabel) if one.text()]
        assert longest in [one.text() for one in told]
        assert all(one.height() >= one.heightForWidth(one.width()) for one in told)
        parts = [*told, dialog.name, dialog.people, dialog.password, dialog.main_button]
        ends = sorted((one.geometry().top(), one.geometry().bottom()) for one in parts)
        assert all(above[1] < below[0] for above, below in itertools.pairwise(ends))
        assert dialog.people.height() >= 2 * dialog.people.sizeHintForRow(0)
    finally:
        dialog.hide()
        dialog.deleteLater()
        theme.apply(qapp, "light", 1.0)
