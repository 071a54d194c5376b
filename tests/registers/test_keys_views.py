"""What the list, the cabinet's picture, the 今日 tab, the sheet and the month's figures say of keys."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from desk_app.core import settings
from desk_app.core.database import Database
from desk_app.core.declare import Ref, Tone
from desk_app.core.people import SYSTEM, Actor
from desk_app.registers.keys import figures, rules, service, views
from desk_app.registers.keys.register import REGISTER
from tests.registers.key_desk import hang
from tests.tower import Clock, Tower

NOVEMBER = date(2026, 11, 1), date(2026, 11, 30)


@pytest.fixture
def hung(db: Database, tower: Tower, qt: Actor, now: Clock) -> dict[str, str]:
    """Four rings on two cabinets: uids by hook."""
    made = {}
    with db.write(qt) as session:
        for code, kind, place in (
            ("A-01-01", "vacant", Ref(tower.rooms["15-08"], "15-08")), ("A-01-03", "plant", Ref(tower.rooms["B1-01"], "B1-01")),
            ("B-02-01", "card", Ref(None, "访客通道主卡")), ("A-01-02", "office", Ref(None, "档案柜")),
        ):  # fmt: skip
            made[code] = hang(session, tower, qt, code=code, kind=kind, place=place).uid
    return made


def shown(db: Database, view: str, text: str = "") -> list[object]:
    with db.read() as session:
        return [row["no"] for row in views.rows(session, views.ids(session, view, text))]


def test_the_list_follows_the_hooks_and_finds_by_any_spelling(db: Database, hung: dict[str, str]) -> None:
    assert shown(db, "all") == ["A-01-01", "A-01-02", "A-01-03", "B-02-01"]
    assert shown(db, "all", "b-2-1") == ["B-02-01"]
    assert shown(db, "all", "1508") == ["A-01-01"]
    assert shown(db, "all", "dag") == ["A-01-02"]
    assert shown(db, "away") == []


def test_views_and_counts_agree(db: Database, qt: Actor, supervisor: Actor, hung: dict[str, str]) -> None:
    with db.write(qt) as session:
        service.hand_out(session, hung["A-01-01"], "lend", pieces=2, holder_name="周颖")
        service.report_lost(session, hung["B-02-01"], by="赵倩")
        service.damaged(session, hung["A-01-02"], note="齿断")
        service.retire(session, hung["A-01-03"], reason="锁已拆除", approver_id=supervisor.staff_id)
        counts = views.counts(session)
        for view in REGISTER.views:
            assert counts[view.key] == len(views.ids(session, view.key, "")), view.key
    assert [shown(db, view.key) for view in REGISTER.views] == [
        ["A-01-01", "A-01-02", "B-02-01"], [], ["A-01-01"], ["B-02-01"], ["A-01-02"], ["A-01-03"],
    ]  # fmt: skip


def test_a_key_past_its_time_is_overdue_in_list_and_cabinet(
    db: Database, qt: Actor, hung: dict[str, str], now: Clock
) -> None:
    with db.write(qt) as session:
        due = now.at + timedelta(hours=1)
        service.hand_out(
            session, hung["A-01-01"], "lend", pieces=3, holder_name="周颖", due_at=due, loan_uid="x"
        )
    for minutes, state in ((59, "out"), (2, "overdue")):
        now.go(minutes=minutes)
        with db.read() as session:
            row = views.rows(session, views.ids(session, "away", ""))[0]
            hook = views.cabinets(session)[0].rows[0][0]
            told = views.details(session, hung["A-01-01"])
        assert (row["state"], row["out_pieces"], row["holder_name"]) == (state, 3, "周颖")
        assert hook.state == state and "在 周颖 手里 3 把,应还 11-23 10:40" in told


def test_the_cabinet_shows_every_hook_the_empty_ones_too(db: Database, hung: dict[str, str]) -> None:
    with db.read() as session:
        first, second = views.cabinets(session)
    assert (first.name, second.name) == ("A", "B")
    assert {len(line) for line in first.rows} == {8} and len(first.rows) == 5
    assert [hook.state for hook in first.rows[0]] == ["in_cabinet"] * 3 + ["empty"] * 5
    assert first.rows[0][0].place == "15-08 入户门" and second.rows[1][0].hook.code == "B-02-01"


def test_a_cabinet_grows_with_its_keys_and_its_settings(
    db: Database, tower: Tower, qt: Actor, hung: dict[str, str]
) -> None:
    with db.write(qt) as session:
        hang(session, tower, qt, code="B-07-12", place=Ref(None, "天台门"))
    with db.write(SYSTEM) as session:
        settings.change(session, rules.CABINET_ROWS, 6)
        settings.change(session, rules.CABINET_HOOKS, 10)
    with db.read() as session:
        sizes = [(len(one.rows), len(one.rows[0])) for one in views.cabinets(session)]
    assert sizes == [(6, 10), (7, 12)]


def test_the_next_free_hook_is_offered(db: Database, hung: dict[str, str]) -> None:
    with db.read() as session:
        assert [offer.title for offer in views.suggest_hook(session, "", {})] == ["A-01-04", "B-01-01"]
        assert [offer.title for offer in views.suggest_hook(session, "b", {})] == ["B-01-01"]


def test_the_owner_of_the_room_and_his_people_are_offered_as_agreeing(db: Database, tower: Tower) -> None:
    with db.read() as session:
        place = {"place": Ref(tower.rooms["15-08"], "15-08")}
        assert [one.title for one in views.suggest_owner(session, "", place)] == ["蓝湾会展", "周颖"]
        assert [one.title for one in views.suggest_owner(session, "zy", place)] == ["周颖"]
        assert views.suggest_owner(session, "", {"place": Ref(None, "天台门")}) == []


def test_only_supervisors_are_offered_as_agreeing(
    db: Database, desk: object, supervisor: Actor, manager: Actor
) -> None:
    with db.read() as session:
        offered = {offer.title for offer in views.suggest_supervisor(session, "", {})}
    assert offered == {supervisor.name, manager.name}


def test_a_lost_key_is_loud_on_today_until_the_lock_is_changed(
    db: Database, qt: Actor, supervisor: Actor, hung: dict[str, str], now: Clock
) -> None:
    with db.write(qt) as session:
        service.report_lost(session, hung["A-01-01"], by="保洁")
        service.report_lost(session, hung["B-02-01"], by="赵倩")
    assert due(db) == [
        ("A-01-01 15-08 入户门", Tone.LATE, "遗失待换锁"),
        ("B-02-01 访客通道主卡 入户门", Tone.DUE, "遗失待补配"),
    ]
    now.go(hours=25)
    assert due(db)[0][2] == "换锁超时"
    with db.write(qt) as session:
        service.lock_changed(session, hung["A-01-01"], approver_id=supervisor.staff_id)
        service.replaced(session, hung["B-02-01"], pieces=1)
    assert due(db) == [("A-01-01 15-08 入户门", Tone.DUE, "待补配")]
    with db.write(qt) as session:
        service.replaced(session, hung["A-01-01"], pieces=2)
    assert due(db) == []


def due(db: Database) -> list[tuple[str, Tone, str]]:
    with db.read() as session:
        return [(one.title, one.tone, one.label) for one in views.due(session)]


def test_a_note_that_runs_out_is_told_before(
    db: Database, qt: Actor, hung: dict[str, str], now: Clock
) -> None:
    with db.write(qt) as session:
        service.instruct(session, hung["A-01-01"], text="家中有犬", valid_until=date(2026, 11, 27))
    assert due(db) == []
    now.go(days=1)
    assert [label for _, _, label in due(db)] == ["须知将到期"]
    now.go(days=4)
    assert due(db) == []


def test_what_is_told_with_a_key_stands_in_its_row_and_its_details(
    db: Database, qt: Actor, hung: dict[str, str]
) -> None:
    with db.write(qt) as session:
        service.instruct(session, hung["A-01-01"], text="家中有犬", by="张建国")
        service.instruct(
            session, hung["A-01-01"], text="只可由工程陪同", whole_room=True, valid_until=date(2026, 12, 1)
        )
        row = views.rows(session, views.ids(session, "all", ""))[0]
        assert row["told"] == "家中有犬;只可由工程陪同"
        told = views.details(session, hung["A-01-01"])
    assert told.endswith("须知:家中有犬(张建国)、只可由工程陪同(至 2026-12-01,李敏)")


def test_the_sheet_lists_what_was_on_file_in_the_month(
    db: Database, tower: Tower, qt: Actor, supervisor: Actor, hung: dict[str, str], now: Clock
) -> None:
    with db.write(qt) as session:
        service.retire(session, hung["A-01-02"], reason="锁已拆除", approver_id=supervisor.staff_id)
    now.go(days=10)
    with db.write(qt) as session:
        hang(session, tower, qt, code="A-01-02")
        november = [row["no"] for row in views.month(session, *NOVEMBER)]
        december = [row["no"] for row in views.month(session, date(2026, 12, 1), date(2026, 12, 31))]
        assert figures.on_file(session, *NOVEMBER) == (3, None)
    assert november == ["A-01-01", "A-01-02", "A-01-03", "B-02-01"]
    assert december == ["A-01-01", "A-01-02", "A-01-03", "B-02-01"]


def test_locks_changed_in_time_are_counted_over_those_that_must(
    db: Database, qt: Actor, supervisor: Actor, hung: dict[str, str], now: Clock
) -> None:
    with db.write(qt) as session:
        for code in hung:
            service.report_lost(session, hung[code], by="保洁")
        assert figures.lost(session, *NOVEMBER) == (4, None)
        assert figures.relocked(session, *NOVEMBER) == (0, 2)  # a card and an office drawer need no new lock
        service.lock_changed(session, hung["A-01-01"], approver_id=supervisor.staff_id)
        service.found(session, hung["A-01-03"], note="在工具间")
        assert figures.relocked(session, *NOVEMBER) == (1, 1)


def test_every_row_has_what_the_columns_name(db: Database, hung: dict[str, str]) -> None:
    with db.read() as session:
        row = views.rows(session, views.ids(session, "all", ""))[0]
        known = views.values(session, hung["A-01-01"])
    assert {column.key for column in REGISTER.columns} <= row.keys()
    assert {field.key for field in REGISTER.fields} <= known.keys()
