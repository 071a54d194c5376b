"""The verbs of the key register on a real database: every step and every refusal (domain.md F07)."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy.exc import IntegrityError

from desk_app.core import audit, search
from desk_app.core.database import Database
from desk_app.core.declare import Ref
from desk_app.core.errors import Doubt, FieldErrors, RuleError
from desk_app.core.people import Actor
from desk_app.registers.keys import rules, service
from desk_app.registers.keys.records import Key
from tests.registers.key_desk import form, hang
from tests.tower import Clock, Tower

pytestmark = pytest.mark.usefixtures("now")


@pytest.fixture
def uid(db: Database, tower: Tower, qt: Actor, now: Clock) -> str:
    """A ring of three on A-03-12."""
    with db.write(qt) as session:
        return hang(session, tower, qt).uid


def state(db: Database, uid: str) -> str:
    with db.read() as session:
        return service.find(session, uid).state


def do(db: Database, who: Actor, verb: object, *arguments: object, **named: object) -> None:
    with db.write(who) as session:
        assert callable(verb)
        verb(session, *arguments, **named)


def lend(db: Database, who: Actor, uid: str, step: str = "lend", **changes: object) -> None:
    do(
        db,
        who,
        service.hand_out,
        uid,
        step,
        **{"pieces": 3, "holder_name": "周颖", "loan_uid": "loan", **changes},
    )


def test_a_new_key_hangs_on_its_hook_and_is_found_by_hook_and_tag(db: Database, qt: Actor, uid: str) -> None:
    with db.read() as session:
        key = service.find(session, uid)
        assert (key.code, key.cabinet, key.row, key.hook, key.state) == ("A-03-12", "A", 3, 12, "in_cabinet")
        assert service.by_code(session, "a-3-12") is key
        assert service.by_code(session, key.tag.lower()) is key
        assert service.by_code(session, "ZZZZ9") is None
        for typed in ("A-03-12", key.tag, "1508", "入户门"):
            assert [hit.uid for hit in search.find(session, typed, kinds=("keys",))] == [uid], typed


def test_a_tag_says_nothing_about_its_room(db: Database, tower: Tower, qt: Actor, uid: str) -> None:
    with db.read() as session:
        key = service.find(session, uid)
        assert not rules.tells(key.tag, key.place, key.name)
    with pytest.raises(RuleError, match="不能含房号"):
        do(db, qt, service.add, form(tower, qt, code="A-01-01", tag="K1508"))
    with pytest.raises(RuleError, match="4 到 12 位"):
        do(db, qt, service.add, form(tower, qt, code="A-01-01", tag="十五楼"))


def test_a_made_tag_that_would_tell_the_room_is_not_given(
    db: Database, tower: Tower, qt: Actor, monkeypatch: pytest.MonkeyPatch
) -> None:
    telling, quiet = (bytes(rules.TAG_LETTERS.index(letter) for letter in tag) for tag in ("K2345", "K7F2Q"))
    drawn = iter((telling, b"\0" * 5, quiet))
    monkeypatch.setattr("desk_app.registers.keys.filling.random_bytes", lambda _count: next(drawn))
    with db.write(qt) as session:
        assert hang(session, tower, qt, place=Ref(None, "23-45")).tag == "K7F2Q"


def test_a_tag_is_given_once_for_ever(db: Database, tower: Tower, qt: Actor, supervisor: Actor) -> None:
    with db.write(qt) as session:
        first = hang(session, tower, qt, tag="k7f2q")
        assert first.tag == "K7F2Q"
        service.retire(session, first.uid, reason="锁已拆除", approver_id=supervisor.staff_id)
    with pytest.raises(RuleError, match="K7F2Q 已用于 A-03-12"):
        do(db, qt, service.add, form(tower, qt, tag="Ｋ7F2Q"))


def test_two_keys_never_share_a_hook_and_a_retired_one_frees_it(
    db: Database, tower: Tower, qt: Actor, supervisor: Actor, uid: str
) -> None:
    with pytest.raises(RuleError, match="A-03-12 已挂着 15-08 入户门 的钥匙"):
        do(db, qt, service.add, form(tower, qt, code="A3-12"))
    with pytest.raises(IntegrityError), db.write(qt) as session:
        old = service.find(session, uid)
        columns = {
            c.key: getattr(old, c.key) for c in Key.__table__.columns if c.key not in ("id", "uid", "tag")
        }
        session.add(Key(**columns, tag="OTHER"))
        session.flush()
    do(db, qt, service.retire, uid, reason="锁已拆除", approver_id=supervisor.staff_id)
    do(db, qt, service.add, form(tower, qt))


def test_everything_missing_is_told_at_once(db: Database, tower: Tower, qt: Actor) -> None:
    with pytest.raises(FieldErrors) as refused:
        do(db, qt, service.add, {})
    assert {one.field for one in refused.value.errors} == {
        "code",
        "kind",
        "place",
        "source",
        "keeper",
        "pieces",
    }
    with pytest.raises(FieldErrors, match="在岗人员"):
        do(db, qt, service.add, form(tower, qt, keeper=Ref(None, "某人")))


@pytest.mark.parametrize("pieces", [0, -1, 100])
def test_a_ring_has_one_to_ninety_nine_keys(db: Database, tower: Tower, qt: Actor, pieces: int) -> None:
    with pytest.raises(FieldErrors, match="1 到 99"):
        do(db, qt, service.add, form(tower, qt, pieces=pieces))


def test_the_named_keys_of_a_ring_must_add_up(db: Database, tower: Tower, qt: Actor) -> None:
    ring = [{"name": "入户门", "quantity": 2}, {"name": "信箱"}, {"name": "", "quantity": 5}]
    with pytest.raises(RuleError, match="明细合计 3 把"):
        do(db, qt, service.add, form(tower, qt, pieces=4, ring=ring))
    with pytest.raises(RuleError, match="1 以上的整数"):
        do(db, qt, service.add, form(tower, qt, ring=[{"name": "信箱", "quantity": -1}]))
    with db.write(qt) as session:
        key = hang(session, tower, qt, ring=ring)
        assert [(piece.name, piece.quantity) for piece in key.ring] == [("入户门", 2), ("信箱", 1)]


@pytest.mark.parametrize("kind", ["owner_retained", "custody"])
def test_an_owners_key_without_his_consent_needs_a_reason(
    db: Database, tower: Tower, qt: Actor, kind: str
) -> None:
    values = form(tower, qt, kind=kind)
    with pytest.raises(Doubt, match="须经业主同意"):
        do(db, qt, service.add, values)
    with db.write(qt) as session:
        key = service.add(session, values, {"consent_by": "旧账移交"})
        assert (key.consent_note, key.consent_at) == ("旧账移交", None)
        signed = service.correct(session, key.uid, {**values, "consent_by": "张建国"}, reason="补签")
        assert (signed.consent_by, signed.consent_note) == ("张建国", "") and signed.consent_at is not None


def test_a_key_is_never_lent_twice(db: Database, qt: Actor, uid: str) -> None:
    lend(db, qt, uid, pieces=1)
    for step in rules.HAND_OUTS:
        with pytest.raises(RuleError, match="现在是「借出」"):
            lend(db, qt, uid, step, pieces=1)


def test_a_ring_that_comes_back_in_parts_is_out_until_all_of_it_hangs(
    db: Database, qt: Actor, uid: str, now: Clock
) -> None:
    due = now.at + timedelta(hours=2)
    lend(db, qt, uid, due_at=due)
    do(db, qt, service.take_in, uid, pieces=2)
    with db.read() as session:
        key = service.find(session, uid)
        assert (key.state, key.out_pieces, key.holder_name, key.due_at) == ("out", 1, "周颖", due)
    with pytest.raises(RuleError, match="1 到 1"):
        do(db, qt, service.take_in, uid, pieces=2)
    do(db, qt, service.take_in, uid, pieces=1)
    with db.read() as session:
        key = service.find(session, uid)
        assert (key.state, key.out_pieces, key.holder_name, key.due_at, key.loan_uid) == (
            "in_cabinet",
            0,
            "",
            None,
            "",
        )
    with pytest.raises(RuleError, match="现在是「在库」"):
        do(db, qt, service.take_in, uid, pieces=1)


@pytest.mark.parametrize("pieces", [0, 4])
def test_no_more_keys_go_out_than_are_on_the_ring(db: Database, qt: Actor, uid: str, pieces: int) -> None:
    with pytest.raises(RuleError, match="1 到 3"):
        lend(db, qt, uid, pieces=pieces)
    assert state(db, uid) == "in_cabinet"


@given(pieces=st.integers(1, 99), out=st.integers(1, 99), parts=st.lists(st.integers(1, 30), max_size=8))
def test_what_is_out_and_what_hangs_always_make_the_ring(pieces: int, out: int, parts: list[int]) -> None:
    key = Key(state="in_cabinet", pieces=pieces, out_pieces=0)
    if rules.wrong_pieces(out, pieces):
        return
    key.state, key.out_pieces = rules.MACHINE.go(key.state, "lend"), out
    for part in parts:
        if rules.wrong_pieces(part, key.out_pieces):
            continue
        step = "give_part" if part < key.out_pieces else "give_back"
        key.state, key.out_pieces = rules.MACHINE.go(key.state, step), key.out_pieces - part
    assert (key.state == "out") == (key.out_pieces > 0) and 0 <= key.out_pieces <= pieces


def test_a_contractor_collects_and_brings_back(db: Database, qt: Actor, uid: str) -> None:
    lend(db, qt, uid, "collect")
    assert state(db, uid) == "with_contractor"
    do(db, qt, service.take_in, uid, pieces=1)
    assert state(db, uid) == "with_contractor"
    do(db, qt, service.take_in, uid, pieces=2)
    assert state(db, uid) == "in_cabinet"


def test_the_owner_gets_the_whole_ring_or_leaves_some_with_his_consent(
    db: Database, qt: Actor, uid: str
) -> None:
    with pytest.raises(RuleError, match="整串 3 把"):
        lend(db, qt, uid, "hand_over", pieces=2)
    with pytest.raises(RuleError, match="谁同意"):
        do(db, qt, service.retain, uid, kept=1, consent_by="", receipt_no="ST-1")
    with pytest.raises(RuleError, match="收条号"):
        do(db, qt, service.retain, uid, kept=1, consent_by="张建国", receipt_no=" ")
    with pytest.raises(RuleError, match="1 到 3"):
        do(db, qt, service.retain, uid, kept=4, consent_by="张建国", receipt_no="ST-1")
    do(db, qt, service.retain, uid, kept=1, consent_by="张建国", receipt_no="ST-1")
    with db.read() as session:
        key = service.find(session, uid)
        assert (key.state, key.kind, key.pieces, key.receipt_no) == (
            "in_cabinet",
            "owner_retained",
            1,
            "ST-1",
        )
    lend(db, qt, uid, "hand_over", pieces=1)
    with db.read() as session:
        key = service.find(session, uid)
        assert (key.state, key.out_pieces, key.holder_name) == ("handed_over", 0, "周颖") and key.ended_at
        assert service.by_code(session, "A-03-12") is None


def test_a_lost_key_hangs_again_only_after_another_lock_and_under_another_tag(
    db: Database, qt: Actor, supervisor: Actor, uid: str, now: Clock
) -> None:
    lend(db, qt, uid)
    with pytest.raises(RuleError, match="责任人"):
        do(db, qt, service.report_lost, uid, by=" ")
    do(db, qt, service.report_lost, uid, by="周颖", note="地铁上丢失")
    with db.read() as session:
        key = service.find(session, uid)
        tag = key.tag
        assert (key.state, key.out_pieces, key.holder_name, key.lost_by) == ("lost", 0, "", "周颖")
    with pytest.raises(RuleError, match="先登记换锁"):
        do(db, qt, service.replaced, uid, pieces=2)
    now.go(hours=3)
    do(db, qt, service.lock_changed, uid, cost=26000, paid_by="borrower", approver_id=supervisor.staff_id)
    assert state(db, uid) == "relocked"
    with pytest.raises(RuleError, match="现在是「待补配」"):
        do(db, qt, service.found, uid, note="找到了")
    do(db, qt, service.replaced, uid, pieces=2, note="新锁两把")
    with db.read() as session:
        key = service.find(session, uid)
        assert (key.state, key.pieces, key.relock_cost, key.relock_paid_by) == (
            "in_cabinet",
            2,
            26000,
            "borrower",
        )
        assert key.relock_approver == supervisor.name and key.tag != tag
        assert service.by_code(session, tag) is None


def test_a_lost_card_is_replaced_without_another_lock(db: Database, tower: Tower, qt: Actor) -> None:
    with db.write(qt) as session:
        card = hang(session, tower, qt, kind="card", pieces=1).uid
        service.report_lost(session, card, by="赵倩")
        assert service.replaced(session, card, pieces=1).state == "in_cabinet"


def test_a_key_that_turns_up_hangs_again(db: Database, qt: Actor, uid: str) -> None:
    do(db, qt, service.report_lost, uid, by="保洁")
    with pytest.raises(RuleError, match="在哪里"):
        do(db, qt, service.found, uid, note="")
    do(db, qt, service.found, uid, note="在工具间找到")
    assert state(db, uid) == "in_cabinet"
    with db.read() as session:
        assert audit.history(session, uid)[-1].reason == "在工具间找到"


def test_only_a_supervisor_agrees_to_another_lock_or_to_striking_off(
    db: Database, qt: Actor, lead: Actor, uid: str
) -> None:
    for approver in (None, qt.staff_id, lead.staff_id, 999):
        with pytest.raises(RuleError, match="须经客服主管同意") as refused:
            do(db, qt, service.lock_changed, uid, approver_id=approver)
        assert refused.value.field == "approver"
        with pytest.raises(RuleError, match="须经客服主管同意"):
            do(db, qt, service.retire, uid, reason="锁已拆除", approver_id=approver)
    assert state(db, uid) == "in_cabinet"


def test_another_lock_has_a_time_after_the_loss_and_a_payer(
    db: Database, qt: Actor, supervisor: Actor, uid: str, now: Clock
) -> None:
    do(db, qt, service.report_lost, uid, by="保洁")
    agreed = {"approver_id": supervisor.staff_id}
    with pytest.raises(RuleError, match="早于遗失"):
        do(db, qt, service.lock_changed, uid, at=now.at - timedelta(hours=1), **agreed)
    with pytest.raises(RuleError, match="还没到"):
        do(db, qt, service.lock_changed, uid, at=now.at + timedelta(hours=1), **agreed)
    with pytest.raises(RuleError, match="由谁承担"):
        do(db, qt, service.lock_changed, uid, cost=100, **agreed)
    with pytest.raises(RuleError, match="由谁承担"):
        do(db, qt, service.lock_changed, uid, cost=-1, paid_by="owner", **agreed)


def test_the_other_rings_of_a_changed_lock_are_named(db: Database, tower: Tower, qt: Actor, uid: str) -> None:
    with db.write(qt) as session:
        hang(session, tower, qt, code="A-03-13", spare="spare")
        hang(session, tower, qt, code="A-03-14", name="信箱")
        hang(session, tower, qt, code="A-03-15", place=Ref(tower.rooms["15-09"], "15-09"))
        assert [key.code for key in service.same_lock(session, service.find(session, uid))] == ["A-03-13"]


def test_a_broken_key_is_repaired_or_replaced_under_its_tag(db: Database, qt: Actor, uid: str) -> None:
    with pytest.raises(RuleError, match="哪里损坏"):
        do(db, qt, service.damaged, uid, note="")
    do(db, qt, service.damaged, uid, note="齿断")
    with pytest.raises(RuleError, match="现在是「损坏」"):
        lend(db, qt, uid)
    do(db, qt, service.repaired, uid)
    do(db, qt, service.damaged, uid, note="又断")
    with db.write(qt) as session:
        tag = service.find(session, uid).tag
        assert service.replaced(session, uid, pieces=3).tag == tag


def test_a_struck_key_says_why_and_changes_no_more(
    db: Database, tower: Tower, qt: Actor, supervisor: Actor, uid: str
) -> None:
    with pytest.raises(RuleError, match="写明原因"):
        do(db, qt, service.retire, uid, reason=" ", approver_id=supervisor.staff_id)
    do(db, qt, service.retire, uid, reason="锁已拆除", approver_id=supervisor.staff_id)
    with pytest.raises(RuleError, match="已是「注销」"):
        do(db, qt, service.correct, uid, form(tower, qt), reason="x")
    with db.read() as session:
        key = service.find(session, uid)
        assert (key.retired_why, key.retire_approver) == ("锁已拆除", supervisor.name)
        assert audit.history(session, uid)[-1].no == "A-03-12"


def test_a_person_whom_an_ended_key_names_may_be_corrected_and_nothing_else(
    db: Database, tower: Tower, qt: Actor, supervisor: Actor, uid: str
) -> None:
    names = {"holder_name": "", "consent_by": "周颖英", "lost_by": ""}
    with pytest.raises(RuleError, match="在册的用「更正"):
        do(db, qt, service.correct_names, uid, reason="本人要求", **names)
    do(db, qt, service.retire, uid, reason="锁已拆除", approver_id=supervisor.staff_id)
    with pytest.raises(RuleError, match="写明为什么更正"):
        do(db, qt, service.correct_names, uid, reason=" ", **names)
    do(db, qt, service.correct_names, uid, reason="本人要求", **names)
    with db.read() as session:
        key = service.find(session, uid)
        assert (key.state, key.code, key.consent_by) == ("retired", "A-03-12", "周颖英")
        assert audit.history(session, uid)[-1].reason == "本人要求"


def test_a_correction_keeps_who_has_the_key_and_the_old_version(
    db: Database, tower: Tower, qt: Actor, uid: str
) -> None:
    lend(db, qt, uid, pieces=2)
    with pytest.raises(RuleError, match="已借出 2 把"):
        do(db, qt, service.correct, uid, form(tower, qt, pieces=1), reason="数错")
    do(db, qt, service.correct, uid, form(tower, qt, pieces=2, code="B-01-01"), reason="换柜")
    with db.read() as session:
        key = service.find(session, uid)
        assert (key.code, key.state, key.out_pieces, key.holder_name) == ("B-01-01", "out", 2, "周颖")
        assert audit.history(session, uid)[-1].changes["code"] == ("A-03-12", "B-01-01")


def test_due_time_is_moved_only_while_somebody_has_the_key(
    db: Database, qt: Actor, uid: str, now: Clock
) -> None:
    later = now.at + timedelta(days=1)
    with pytest.raises(RuleError, match="没有借出"):
        do(db, qt, service.extend, uid, due_at=later)
    lend(db, qt, uid)
    do(db, qt, service.extend, uid, due_at=later)
    with db.read() as session:
        assert service.find(session, uid).due_at == later


def test_instructions_are_told_with_the_key_until_their_last_day(
    db: Database, tower: Tower, qt: Actor, uid: str, now: Clock
) -> None:
    with db.write(qt) as session:
        other = hang(session, tower, qt, code="A-03-13").uid
        alone = hang(session, tower, qt, code="A-03-14", place=Ref(None, "天台门")).uid
        service.instruct(session, uid, text="家中有犬", whole_room=True, by="张建国")
        service.instruct(session, uid, text="只可由工程陪同", valid_until=date(2026, 11, 24))
        service.instruct(session, uid, text="下月起有人在家", valid_from=date(2026, 12, 1))
        ended = service.instruct(session, uid, text="写错了").uid
        service.end_instruction(session, ended)
        with pytest.raises(RuleError, match="没有对应房号"):
            service.instruct(session, alone, text="家中有犬", whole_room=True)
    assert told(db, uid) == ["只可由工程陪同", "家中有犬"]
    assert told(db, other) == ["家中有犬"] and told(db, alone) == []
    now.go(days=1)
    assert told(db, uid) == ["只可由工程陪同", "家中有犬"]
    now.go(days=1)
    assert told(db, uid) == ["家中有犬"]
    now.go(days=8)
    assert told(db, uid) == ["下月起有人在家", "家中有犬"]


def told(db: Database, uid: str) -> list[str]:
    with db.read() as session:
        return [one.text for one in service.instructions(session, uid)]


def test_an_instruction_says_something_and_is_not_over_already(db: Database, qt: Actor, uid: str) -> None:
    with pytest.raises(RuleError, match="填写须知"):
        do(db, qt, service.instruct, uid, text=" ")
    with pytest.raises(RuleError, match="到期日已过"):
        do(db, qt, service.instruct, uid, text="家中有犬", valid_until=date(2026, 11, 22))


def test_the_guard_may_not_touch_the_keys(db: Database, tower: Tower, qt: Actor, uid: str) -> None:
    from desk_app.core.people import Role

    guard = Actor(77, "马强", frozenset({Role.MG}))
    for verb, named in (
        (service.report_lost, {"by": "x"}), (service.damaged, {"note": "x"}), (service.take_in, {"pieces": 1}),
        (service.retire, {"reason": "x", "approver_id": 1}),
    ):  # fmt: skip
        with pytest.raises(RuleError, match="没有这项权限"):
            do(db, guard, verb, uid, **named)


def test_the_stock_take_reads_the_hooks_in_order(db: Database, tower: Tower, qt: Actor, uid: str) -> None:
    with db.write(qt) as session:
        for code, kind in (("B-01-02", "plant"), ("A-03-02", "vacant"), ("A-10-01", "fire")):
            hang(session, tower, qt, code=code, kind=kind)
        assert [key.code for key in service.live(session)] == ["A-03-02", "A-03-12", "A-10-01", "B-01-02"]
        assert [key.code for key in service.live(session, cabinet="B")] == ["B-01-02"]
        assert [key.code for key in service.live(session, kinds=("fire",))] == ["A-10-01"]
