"""Keys at the end of their term: who agreed and who got them, the room's instructions, holds, requests."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from sqlalchemy import select

from desk_app.core import audit, clock, person_data, purge, settings
from desk_app.core.attachments import Archive
from desk_app.core.database import Database
from desk_app.core.errors import RuleError
from desk_app.core.person_data import Asked
from desk_app.core.retention import CLEAR, DEIDENTIFIED, DESTROYED, GONE
from desk_app.core.verify import verify
from desk_app.registers import kept
from desk_app.registers.keys import rules, service, views
from desk_app.registers.keys.records import Instruction, Key, Piece
from tests.registers.key_desk import hang
from tests.tower import Clock

pytestmark = pytest.mark.usefixtures("now")
KEPT = kept()
KEYS = next(one for one in KEPT if one.key == "keys")
OWNERS = {"kind": "custody", "consent_by": "陈业主", "receipt_no": "ST-0101", "source": "owner"}


@pytest.fixture
def made(db: Database, tower, qt, supervisor) -> Callable[..., Key]:
    """Return what hangs an owner's ring and, if told so, ends it now."""

    def make(code: str, end: str = "", **changes: object) -> Key:
        with db.write(qt) as session:
            key = hang(session, tower, qt, code=code, **{**OWNERS, "remark": "急用打 13812345678", **changes})
            session.flush()
            if end == "hand_over":
                service.hand_out(session, key.uid, end, pieces=3, holder_name="陈业主")
            elif end == "retire":
                service.retire(session, key.uid, reason="换新锁", approver_id=supervisor.staff_id)
        return key

    return make


def run(db: Database, actor, archive: Archive, level: int, witness: int) -> int:
    """Clear what is due of the keys; returns how many."""
    with db.read() as session:
        found = [one for one in purge.due(session, [KEYS], level) if one.count]
    for one in found:
        with db.write(actor) as session:
            started = purge.begin(session, one, witness_id=witness)
        purge.carry_out(db, actor, archive, KEYS, started)
    return sum(one.count for one in found)


@pytest.fixture
def clear(db: Database, manager, supervisor, tmp_path) -> Callable[[int], int]:
    """Return what brings every key that is due to a level."""
    return lambda level: run(db, manager, Archive(tmp_path), level, supervisor.staff_id)


def key(db: Database, uid: str) -> Key:
    with db.read() as session:
        return service.find(session, uid)


def test_a_key_lives_on_however_old_and_an_ended_one_goes_by_steps(db, made, clear, now: Clock, tmp_path):
    live, gone = made("A-01-01"), made("A-01-02", "hand_over")
    now.go(days=179)
    assert clear(DEIDENTIFIED) == 0
    now.go(days=1)
    assert clear(DEIDENTIFIED) == 1
    ended = key(db, gone.uid)
    assert (ended.remark, ended.consent_by, ended.holder_name) == ("", "陈业主", "陈业主")
    now.go(days=366 * 2)
    assert clear(DESTROYED) == 1
    ended, living = key(db, gone.uid), key(db, live.uid)
    assert (ended.code, ended.tag, ended.state, ended.purged) == (
        "A-01-02",
        gone.tag,
        "handed_over",
        DESTROYED,
    )
    assert (
        ended.place + ended.source + ended.receipt_no + ended.name == ""
        and GONE not in ended.code
        and not ended.consent_by.startswith("陈")
    )
    assert (living.purged, living.consent_by, living.remark) == (CLEAR, "陈业主", "急用打 13812345678")
    with db.read() as session:
        assert [one.name for one in session.scalars(select(Piece).where(Piece.key_id == ended.id))] in (
            [],
            [""],
        )
        assert all(one.changes == {} for one in audit.history(session, gone.uid) if one.verb != "destroy")
        (row,) = views.rows(session, views.ids(session, "ended", ""))
        assert (row["no"], row["place"], row["consent_by"]) == ("A-01-02", "", "")
    assert verify(db, Archive(tmp_path)).fault == ""


def test_what_is_told_with_every_key_of_a_room_outlives_the_key_it_was_written_at(db, qt, made, clear, now):
    first, second = made("A-01-01"), made("A-01-02")
    with db.write(qt) as session:
        service.instruct(session, first.uid, text="家中有犬", whole_room=True, by="陈业主")
        service.instruct(session, first.uid, text="锁芯偏紧")
        service.hand_out(session, first.uid, "hand_over", pieces=3, holder_name="陈业主")
    now.go(days=200)
    assert clear(DEIDENTIFIED) == 1
    with db.read() as session:
        (said,) = service.instructions(session, second.uid)
        assert (said.text, said.by, said.key_id) == ("家中有犬", "陈业主", second.id)
        assert {one.text for one in session.scalars(select(Instruction))} == {"家中有犬", ""}
    with db.write(qt) as session:
        service.hand_out(session, second.uid, "hand_over", pieces=3, holder_name="陈业主")
    now.go(days=200)
    assert clear(DEIDENTIFIED) == 1
    third = made("A-01-03")
    with db.read() as session:
        assert {one.text + one.by for one in session.scalars(select(Instruction))} == {""}
        assert service.instructions(session, third.uid) == []


def test_a_held_key_is_passed_over_and_is_named_by_its_tag_once_its_hook_was_used_again(
    db, supervisor, made, clear, now
):
    old, new = made("A-01-01", "retire"), made("A-01-01", "retire")
    with db.write(supervisor) as session:
        with pytest.raises(RuleError, match="不止一份") as caught:
            purge.by_number(session, KEPT, "A-01-01")
        assert caught.value.field == "no"
        assert purge.by_number(session, KEPT, old.tag) == (KEYS, old.uid)
        purge.hold(session, KEYS, old.uid, kind="lawsuit", reason="(2026)粤01民初8号")
    now.go(days=365 * 3)
    assert clear(DEIDENTIFIED) == 1 and clear(DESTROYED) == 1
    assert (key(db, old.uid).purged, key(db, new.uid).purged) == (CLEAR, DESTROYED)
    with db.read() as session, pytest.raises(RuleError, match="没有编号为 ZZ-9"):
        purge.by_number(session, KEPT, "ZZ-9")


def test_a_hand_over_that_was_cleared_is_not_undone(db, qt, made, clear, now):
    gone = made("A-01-01", "hand_over")
    now.go(days=180)
    assert clear(DEIDENTIFIED) == 1
    with (
        pytest.raises(RuleError, match="A-01-01 的登记已按保存期限清除,不能再作废发放"),
        db.write(qt) as session,
    ):
        service.undo_hand_over(session, gone.uid, pieces=3)
    assert key(db, gone.uid).state == "handed_over"


def test_an_owner_who_asks_is_told_and_removed_once_the_years_are_over(db, supervisor, made, clear, now):
    live, gone = made("A-01-01"), made("A-01-02", "hand_over")
    asked = Asked(name="陈业主")

    def stays() -> dict[str, str]:
        with db.write(supervisor) as session:
            found = person_data.find(session, KEPT, asked, proof="出示身份证,人证相符")
            assert all(one.held.get("consent_by") == "陈业主" for one in found)
            return {one.uid: one.stays for one in found}

    assert stays() == {live.uid: "还没有办结", gone.uid: "业主同意留存、托管和领回钥匙的凭据,须保存 2 年"}
    now.go(days=200)
    assert clear(DEIDENTIFIED) == 1
    assert "须保存 2 年" in stays()[gone.uid]  # its proof still names him
    with db.write(supervisor) as session:
        settings.change(session, rules.KEPT_YEARS, 0)
    assert "须长期保存" in stays()[gone.uid]
    with db.write(supervisor) as session:
        settings.change(session, rules.KEPT_YEARS, 2)
    now.go(days=365 * 2)
    assert stays()[gone.uid] == ""
    with db.write(supervisor) as session:
        assert person_data.remove(session, KEPT, [gone.uid], reason="本人书面要求") == ["A-01-02"]
    assert (key(db, gone.uid).consent_by, key(db, gone.uid).holder_name) == (GONE, GONE)
    assert stays() == {live.uid: "还没有办结"}


def test_the_days_in_the_list_are_those_on_which_keys_ended(db, made, now):
    made("A-01-01", "retire")
    first = clock.today()
    now.go(days=5)
    made("A-01-02", "hand_over")
    now.go(days=300)
    with db.read() as session:
        (due,) = purge.due(session, [KEYS], DEIDENTIFIED)
    assert (due.count, due.oldest, due.newest) == (2, first, first.fromordinal(first.toordinal() + 5))
