"""Accounts and signing in: nobody guesses their way in, and nobody loses the way in for good."""

from __future__ import annotations

import statistics
import time
from datetime import timedelta

import pytest
from sqlalchemy import select

from desk_app.core import (
    accounts,
    attempts,
    audit,
    clock,
    keys,
    passwords,
    people,
    recovery_code,
    settings,
    signing,
)
from desk_app.core.database import Database
from desk_app.core.errors import RuleError
from desk_app.core.people import SYSTEM, Role

MINE = "楼下的桂花每年十月才开一回啊呀"
OTHER = "三号电梯的风扇总是嗡嗡地响着呢"


@pytest.fixture
def ticks():
    """Stop the seconds since the computer was started; the list's one value is what they are."""
    now = [5_000.0]
    clock.set_ticks(lambda: now[0])
    yield now
    clock.set_ticks(None)


@pytest.fixture
def admin(db):
    """周管理 is the administrator and has a password."""
    with db.write(SYSTEM) as session:
        staff = people.add_staff(session, name="周管理", code="900", roles=[Role.XG])
        accounts.begin(session, staff.id, password=MINE, again=MINE)
    return signing.sign_in(db, "900", MINE, "desk-1").actor


@pytest.fixture
def clerk(db, admin, desk):
    """李敏 set a password of her own after a one-time code."""
    with db.write(admin) as session:
        code = accounts.give_code(session, desk.qt.staff_id)
    first = signing.sign_in(db, "李敏", code, "desk-1")
    assert first.must_set
    with db.write(first.actor) as session:
        accounts.set_password(session, password=OTHER, again=OTHER)
    return first.actor


def says(db: Database, who: str, password: str) -> str:
    """Return what a refused sign-in says, "" when it went well."""
    try:
        signing.sign_in(db, who, password, "desk-1")
    except RuleError as error:
        return error.text
    return ""


def wrong(db: Database, who: str, times: int, ticks: list[float]) -> str:
    """Be wrong so often, waiting as long as one must."""
    said = ""
    for _ in range(times):
        said = says(db, who, "这不是她的密码这不是她的密码")
        ticks[0] += 3600
    return said


def test_a_person_signs_in_by_number_or_name_and_the_history_tells_it(db, clerk):
    for who in ("001", "李敏", " 001 "):
        signed = signing.sign_in(db, who, OTHER, "desk-2")
        assert (signed.actor.name, signed.actor.workstation, signed.must_set) == ("李敏", "desk-2", False)
    with db.read() as session:
        account = accounts.of(session, clerk.staff_id)
        told = audit.history(session, account.uid)
    assert [entry.verb for entry in told][-3:] == ["accounts.sign_in"] * 3
    assert not any("argon2" in str(entry.changes) for entry in told)


def test_no_hash_stands_in_the_history(db, clerk):
    with db.read() as session:
        payloads = session.scalars(select(audit.Detail.payload)).all()
    assert not any("argon2" in payload for payload in payloads)


def test_unknown_wrong_left_and_without_account_get_the_same_answer(db, clerk, desk):
    with db.write(SYSTEM) as session:
        people.change_staff(session, desk.other_qt.staff_id, name="赵倩", roles=[Role.QT], active=False)
    said = {says(db, who, "这不是她的密码") for who in ("001", "没有这人", "赵倩", "何经理", "")}
    assert said == {"姓名(工号)或密码不对。"}


def test_a_name_nobody_has_waits_just_as_long(db, clerk, ticks):
    for _ in range(3):
        known, unknown = says(db, "001", "x"), says(db, "查无此人", "x")
    assert known == unknown == "姓名(工号)或密码不对。请等 1 秒再试。"
    assert says(db, "001", "x") == says(db, "查无此人", "x") == "请等 1 秒再试。"


def test_what_was_typed_as_a_name_is_kept_nowhere(db, clerk):
    says(db, "我的密码打错地方了", "x")
    with db.read() as session:
        assert not any("密码" in row.name for row in session.scalars(select(attempts.Attempt)))


def test_only_so_many_names_nobody_has_are_counted(db, clerk, monkeypatch):
    monkeypatch.setattr(attempts, "_MOST_STRANGERS", 5)
    for number in range(12):
        says(db, f"陌生{number}", "x")
    with db.read() as session:
        assert len(session.scalars(select(attempts.Attempt)).all()) <= 6


def test_the_wait_doubles_from_the_third_failure_up_to_a_minute(db, clerk):
    config = settings.Settings({})
    waits = [attempts.wait_after(failures, config) for failures in range(1, 12)]
    assert waits == [0, 0, 1, 2, 4, 8, 16, 32, 60, 900, 900]


def test_while_one_must_wait_even_the_right_password_is_not_tried(db, clerk, ticks):
    for _ in range(3):
        says(db, "001", "x")
    assert "请等 1 秒" in says(db, "001", OTHER)
    ticks[0] += 1
    assert says(db, "001", OTHER) == ""
    assert says(db, "001", "x") == "姓名(工号)或密码不对。"  # counting begins anew


def test_ten_failures_are_a_quarter_of_an_hour(db, clerk, ticks):
    wrong(db, "001", 9, ticks)
    assert "15 分钟" in says(db, "001", "x")
    ticks[0] += 14 * 60
    assert "1 分钟" in says(db, "001", OTHER) or "60 秒" in says(db, "001", OTHER)
    ticks[0] += 60
    assert says(db, "001", OTHER) == ""


def test_thirty_failures_need_an_administrator(db, admin, clerk, ticks):
    assert "已锁定" in wrong(db, "001", 30, ticks)
    assert "已锁定" in says(db, "001", OTHER)
    with db.read() as session:
        assert accounts.standing(session, clerk.staff_id).state == "locked"
    with db.write(admin) as session:
        accounts.unlock(session, clerk.staff_id)
    assert says(db, "001", OTHER) == ""


def test_a_hundred_failures_void_the_password_and_unlocking_does_not_help(db, admin, clerk, ticks):
    for _ in range(3):
        wrong(db, "001", 30, ticks)
        with db.write(admin) as session:
            accounts.unlock(session, clerk.staff_id)
    assert "已作废" in wrong(db, "001", 10, ticks)
    with db.read() as session:
        assert accounts.standing(session, clerk.staff_id).state == "stopped"
    with pytest.raises(RuleError, match="解锁没有用"), db.write(admin) as session:
        accounts.unlock(session, clerk.staff_id)
    with db.write(admin) as session:
        code = accounts.give_code(session, clerk.staff_id)
    assert signing.sign_in(db, "001", code.lower().replace("-", " "), "desk-1").must_set


def test_a_hundred_in_a_row_with_restarts_and_a_turned_clock_try_the_password_only_eleven_times(
    db, clerk, ticks, set_clock, monkeypatch
):
    """The clock goes a day back and forward, the program starts again: no wait is shortened."""
    tried = []
    fits = signing.passwords.fits
    monkeypatch.setattr(signing.passwords, "fits", lambda given, kept: tried.append(1) or fits(given, kept))
    real = clock.now()
    for number in range(100):
        set_clock(real + timedelta(days=(-1, 0, 1)[number % 3]))
        if number % 10 == 5:  # the program starts again
            db.close()
            db = Database(db.url)
        says(db, "001", "x")
        ticks[0] += 2  # she is patient for two seconds only
    assert len(tried) <= 11
    set_clock(real + timedelta(days=1))
    assert "请等" in says(db, "001", OTHER)
    with db.read() as session:
        assert session.get(attempts.Attempt, attempts.key_of(clerk.staff_id)).failures <= 11
    db.close()


def test_a_restart_of_the_computer_never_shortens_a_wait(db, clerk, ticks):
    wrong(db, "001", 9, ticks)
    says(db, "001", "x")  # ten: a quarter of an hour
    ticks[0] = 30.0  # started again, half a minute ago
    assert "请等" in says(db, "001", OTHER)
    ticks[0] = 901.0
    assert says(db, "001", OTHER) == ""


def test_a_kill_before_the_answer_does_not_give_the_guess_back(db, clerk, ticks, monkeypatch):
    def killed(_given, _kept):
        raise KeyboardInterrupt

    monkeypatch.setattr(signing.passwords, "fits", killed)
    for _ in range(3):
        with pytest.raises(KeyboardInterrupt):
            signing.sign_in(db, "001", OTHER, "desk-1")
    monkeypatch.undo()
    clock.set_ticks(lambda: ticks[0])
    assert "请等 1 秒" in says(db, "001", OTHER)


def test_an_administrator_gives_a_code_and_never_a_password(db, admin, desk):
    with db.write(admin) as session:
        first, second = (accounts.give_code(session, desk.lead.staff_id) for _ in range(2))
    assert says(db, "003", first) != ""  # only the last one counts
    assert signing.sign_in(db, "003", second, "desk-1").must_set


def test_a_code_expires(db, admin, desk, set_clock):
    with db.write(admin) as session:
        code = accounts.give_code(session, desk.lead.staff_id)
    set_clock(clock.now() + timedelta(hours=73))
    assert says(db, "003", code) == "姓名(工号)或密码不对。"


def test_ones_own_password_is_another_than_the_code_and_fit_to_be_one(db, admin, clerk):
    for bad, why in (
        (OTHER, "请换一个"),
        ("短", "至少 15"),
        ("周管理周管理周管理周管理周管理", "很多人用|本楼"),
    ):
        with pytest.raises(RuleError, match=why), db.write(clerk) as session:
            accounts.set_password(session, password=bad, again=bad)


def test_no_setting_lets_a_password_be_shorter_than_fifteen_and_older_ones_go_on(
    db, admin, clerk, monkeypatch
):
    old = "桂花树下的自行车棚"
    with pytest.raises(RuleError, match="15"), db.write(admin) as session:
        settings.change(session, attempts.PASSWORD_LEAST, 14)
    with db.write(admin) as session, monkeypatch.context() as of_an_older_version:
        session.add(settings.Setting(key=attempts.PASSWORD_LEAST.key, value="8"))
        session.flush()
        of_an_older_version.setattr(passwords, "FLOOR", 8)
        accounts.set_password(session, password=old, again=old)
    assert says(db, "900", old) == ""
    with pytest.raises(RuleError, match="至少 15"), db.write(admin) as session:
        accounts.set_password(session, password=old + "。", again=old + "。")


def test_only_administrators_give_codes_and_only_once_somebody_begins(db, admin, clerk):
    for verb in (accounts.give_code, accounts.unlock):
        with pytest.raises(RuleError, match="没有这项权限"), db.write(clerk) as session:
            verb(session, admin.staff_id)
    with pytest.raises(RuleError, match="已经有管理员"), db.write(SYSTEM) as session:
        accounts.begin(session, clerk.staff_id, password=MINE, again=MINE)


def test_a_pin_confirms_and_never_signs_in(db, clerk):
    with pytest.raises(RuleError, match="没有设置 PIN"):
        signing.confirm(db, clerk.staff_id, "2580")
    with db.write(clerk) as session:
        accounts.set_pin(session, pin="2580", again="2580")
    signing.confirm(db, clerk.staff_id, "2580")
    assert says(db, "001", "2580") != ""


def test_a_pin_rests_after_five_failures_until_the_next_sign_in(db, clerk, ticks):
    with db.write(clerk) as session:
        accounts.set_pin(session, pin="2580", again="2580")
    for wait in (0, 0, 0, 1, 2):
        ticks[0] += wait
        with pytest.raises(RuleError, match="PIN"):
            signing.confirm(db, clerk.staff_id, "9999")
    ticks[0] += 600
    with pytest.raises(RuleError, match="停用"):
        signing.confirm(db, clerk.staff_id, "2580")
    assert says(db, "001", OTHER) == ""
    signing.confirm(db, clerk.staff_id, "2580")


@pytest.fixture
def paper(db):
    """The code on paper, as recovery_dialog.py puts it to use."""
    code = recovery_code.new()
    keys.put_code(db.path.parent, db.keys, code)
    return recovery_code.shown(code)


def test_the_paper_and_a_second_person_bring_an_administrator_back(db, admin, clerk, ticks, paper):
    wrong(db, "900", 30, ticks)
    with pytest.raises(RuleError, match="打不开"):
        signing.recover(db, recovery_code.new(), "900", "001", OTHER, "desk-1")
    with pytest.raises(RuleError, match="管理员或经理"):
        signing.recover(db, paper, "001", "001", OTHER, "desk-1")
    with pytest.raises(RuleError, match="姓名"):
        signing.recover(db, paper, "900", "001", "不是这个密码不是这个密码", "desk-1")
    code = signing.recover(db, paper.lower(), "900", "001", OTHER, "desk-1")
    assert signing.sign_in(db, "900", code, "desk-1").must_set
    with db.read() as session:
        told = audit.history(session, accounts.of(session, admin.staff_id).uid)
    entry = next(entry for entry in told if entry.verb == "accounts.recover")
    assert "李敏" in entry.reason


def test_an_administrator_is_no_witness_for_themselves(db, admin, clerk, paper):
    with pytest.raises(RuleError, match="另一位"):
        signing.recover(db, paper, "900", "900", MINE, "desk-1")


def test_the_only_person_with_an_account_needs_no_witness(db, admin, paper):
    assert signing.recover(db, paper, "周管理", "", "", "desk-1")


def test_wrong_codes_wait_like_wrong_passwords(db, admin, ticks, paper):
    for _ in range(3):
        with pytest.raises(RuleError):
            signing.recover(db, recovery_code.new(), "900", "", "", "desk-1")
    with pytest.raises(RuleError, match="请等 1 秒"):
        signing.recover(db, paper, "900", "", "", "desk-1")


def test_the_paper_opens_however_often_a_stranger_tried_before(db, admin, ticks, paper):
    """At a hundred wrong passwords an account is void; the paper must still be a way in."""
    for _ in range(105):
        with pytest.raises(RuleError, match=r"恢复码|密码"):
            signing.recover(db, recovery_code.new(), "900", "", "", "desk-1")
        ticks[0] += 20 * 60
    assert signing.recover(db, paper, "900", "", "", "desk-1")


def test_a_password_that_was_recovered_from_opens_the_data_no_more(db, admin, paper):
    signing.set_own(db, admin, OTHER, OTHER)
    assert keys.unlock(db.path, OTHER) == db.keys
    signing.recover(db, paper, "900", "", "", "desk-1")
    with pytest.raises(RuleError):
        keys.unlock(db.path, OTHER)


def test_an_administrators_password_opens_the_data_elsewhere_until_it_is_reset(db, admin):
    signing.set_own(db, admin, OTHER, OTHER)
    assert keys.unlock(db.path, OTHER) == db.keys
    signing.drop_slot(db, admin.staff_id)
    with pytest.raises(RuleError):
        keys.unlock(db.path, OTHER)


def test_a_clerks_password_opens_no_data_elsewhere(db, admin, clerk):
    signing.set_own(db, clerk, MINE, MINE)
    with pytest.raises(RuleError):
        keys.unlock(db.path, MINE)


def test_a_hash_of_another_cost_is_made_anew_at_the_next_sign_in(db, clerk):
    signing.passwords.set_cost(signing.passwords.Cost(16, 2, 1))
    try:
        assert says(db, "001", OTHER) == ""
        with db.read() as session:
            assert "m=16,t=2" in accounts.of(session, clerk.staff_id).password
    finally:
        signing.passwords.set_cost(signing.passwords.QUICK)


def test_a_name_nobody_has_takes_as_long_to_refuse(db, clerk, ticks):
    """Work of this thread, so that others on the machine do not count; a tenth of the shipped cost."""
    signing.passwords.set_cost(signing.passwords.Cost(16 * 1024, 1, 1))
    try:
        assert says(db, "001", OTHER) == ""  # hashed anew at this cost
        spent = {"001": [], "no": []}
        for _ in range(25):
            for who, times in spent.items():
                with db.aside() as session:
                    for row in session.scalars(select(attempts.Attempt)):
                        session.delete(row)
                begun = time.thread_time()
                says(db, who, "这不是她的密码")
                times.append(time.thread_time() - begun)
        known, unknown = (statistics.median(times) for times in spent.values())
        assert abs(known - unknown) / known < 0.10, (known, unknown)
    finally:
        signing.passwords.set_cost(signing.passwords.QUICK)
