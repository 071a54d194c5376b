"""A person's data over all registers: found by whole values, removed when asked unless something speaks against it."""

from __future__ import annotations

from datetime import timedelta

import pytest
from sqlalchemy import select

from desk_app.core import access, clock, person_data, purge
from desk_app.core.attachments import Archive
from desk_app.core.declare import Ref
from desk_app.core.errors import RuleError
from desk_app.core.person_data import Asked
from desk_app.core.retention import GONE
from desk_app.core.verify import verify
from desk_app.registers import REGISTERS, kept
from desk_app.registers.release_slips.records import ReleaseSlip
from desk_app.registers.visitors import service
from desk_app.registers.visitors.records import Visit
from desk_app.reports import person_paper
from tests.core import clear_pages

pytestmark = pytest.mark.usefixtures("now", "tower")
NUMBER = "11010519491231002X"
KEPT = kept()


def visit(db, actor, *, leaves=True, **changes):
    values = {
        "name": "张三", "party_size": 1, "org": "远航科技", "phone": "13800001111", "host_room": Ref(None, "15-08"),
        "host_name": "单雨桐", "purpose": "business", "confirm": "phone", "confirmed_by": "单雨桐", "badge": "",
    } | changes  # fmt: skip
    with db.write(actor) as session:
        made = service.register(session, values)
        if leaves:
            service.sign_out(session, made.uid)
    return made


def find(db, actor, **asked):
    with db.write(actor) as session:
        return person_data.find(session, KEPT, Asked(**asked), proof="出示身份证,人证相符")


def test_whole_values_find_and_a_name_alone_is_not_sure(db, qt, supervisor):
    mine = visit(db, qt)
    other = visit(db, qt, phone="13900009999")
    visit(db, qt, name="张三丰", phone="13700007777")
    found = find(db, supervisor, name="张三", phone="138 0000 1111")
    assert [(one.no, one.sure) for one in found] == [(mine.no, True), (other.no, False)]
    assert found[0].held["phone"] == "13800001111"
    words = person_paper.told(
        found[0], {"visitors": next(one.register() for one in REGISTERS if one.key == "visitors")}
    )
    assert "电话 13800001111" in words and "二选一" not in words
    assert find(db, supervisor, phone="1380000111") == []


def test_a_number_that_was_never_stored_still_finds_its_visit(db, qt, supervisor):
    mine = visit(db, qt, id_kind="resident_card", id_no=NUMBER)
    (one,) = find(db, supervisor, id_kind="resident_card", id_no=NUMBER.lower())
    assert (one.no, one.sure) == (mine.no, True)
    with db.read() as session:
        (line,) = access.read(session, access.Wanted(kind=access.Kind.SUBJECT))
        assert (line.count, line.reason) == (1, "出示身份证,人证相符")
        assert NUMBER not in line.conditions


def test_a_host_is_told_nothing_of_the_visitor(db, qt, supervisor):
    mine = visit(db, qt, host_name="钱多多", confirmed_by="钱多多")
    (one,) = find(db, supervisor, name="钱多多")
    assert (one.no, one.sure, one.held) == (mine.no, False, {"host_name": "钱多多"})
    (other,) = find(db, supervisor, phone="13800001111")
    assert other.held == {"name": "张三", "phone": "13800001111"}


def test_a_roster_contact_is_found_with_the_way_to_correct_it(db, supervisor):
    found = find(db, supervisor, name="单雨桐")
    assert any(one.register == "contacts" and "楼宇与客户名册" in one.stays for one in found)


def test_what_is_removed_is_gone_at_once_and_the_chain_stays_whole(db, qt, supervisor, tmp_path):
    mine = visit(db, qt, phone="13812345678")
    with db.write(supervisor) as session:
        assert person_data.remove(session, KEPT, [mine.uid], reason="本人书面要求") == [mine.no]
    db.scrub()
    with db.read() as session:
        row = session.scalars(select(Visit)).one()
        assert (row.name, row.phone) == (GONE, "")
    assert clear_pages.where(db.file, ["13812345678"]) == []
    assert verify(db, Archive(tmp_path)).fault == ""
    assert find(db, supervisor, phone="13812345678") == []


def test_what_must_stay_is_said_with_its_reason_and_nothing_is_removed(db, qt, supervisor):
    inside, held, free = visit(db, qt, leaves=False), visit(db, qt), visit(db, qt)
    with db.write(supervisor) as session:
        visitors = next(one for one in KEPT if one.key == "visitors")
        purge.hold(session, visitors, held.uid, kind="police", reason="调取函 12 号")
    for record, why in ((inside, "还没有办结"), (held, "已冻结")):
        with pytest.raises(RuleError, match=why), db.write(supervisor) as session:
            person_data.remove(session, KEPT, [free.uid, record.uid], reason="本人要求")
    with db.read() as session:
        assert session.get_one(Visit, free.id).name == "张三"


def test_only_supervisor_and_manager_look(db, qt):
    with pytest.raises(RuleError, match="没有这项权限"):
        find(db, qt, name="张三")


@pytest.mark.parametrize(("asked", "proof", "field"), [({}, "x", "name"), ({"name": "张三"}, " ", "proof")])
def test_somebody_and_a_proof_are_asked_for(db, supervisor, asked, proof, field):
    with pytest.raises(RuleError) as error, db.write(supervisor) as session:
        person_data.find(session, KEPT, Asked(**asked), proof=proof)
    assert error.value.field == field


def test_a_slip_stays_on_its_ground_for_its_years(db, qt):
    release = next(one for one in KEPT if one.key == "release_slips")
    slip = ReleaseSlip(state="expired", day=clock.today(), purged=0, hold=False)
    with db.read() as session:
        assert "须保存 1 年" in person_data.stays(session, release.term, slip)
        slip.day = clock.today() - timedelta(days=366)
        assert person_data.stays(session, release.term, slip) == ""


def test_companions_and_what_was_written_down_are_found_but_not_removed_with_anothers_record(
    db, qt, supervisor
):
    led = visit(db, qt, name="李四", phone="13700007777", party_size=2, party=[{"name": "张三"}])
    noted = visit(
        db, qt, name="王五", phone="13600006666", remark="张三的司机,电话 13800001111;他本人 13600006666"
    )
    mine = visit(db, qt)
    found = find(db, supervisor, name="张三", phone="13800001111")
    assert [(one.no, one.sure, one.mentioned) for one in found] == [
        (mine.no, True, False), (noted.no, False, True), (led.no, False, True),
    ]  # fmt: skip
    assert found[2].held == {person_data.MENTION: "张三"}
    assert "13800001111" in found[1].held[person_data.MENTION] and "13600006666" not in str(found[1].held)
    assert all("更正" in one.stays for one in found[1:])
    with db.read() as session:
        assert access.read(session, access.Wanted(kind=access.Kind.SUBJECT))[0].count == 3
    assert [one.no for one in find(db, supervisor, phone="13600006666")] == [noted.no]
