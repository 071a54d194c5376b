"""Restricted visitors: matched by whole fields only, approved by another, ended by a day, never refused by the program."""

from __future__ import annotations

from datetime import timedelta

import pytest
from hypothesis import HealthCheck, given
from hypothesis import settings as trials
from hypothesis import strategies as st
from sqlalchemy import select

from desk_app.core import access, audit, clock, purge
from desk_app.core.declare import Ref
from desk_app.core.errors import Doubt, RuleError
from desk_app.core.retention import DEIDENTIFIED, GONE
from desk_app.registers import kept
from desk_app.registers.visitors import restricted, service
from desk_app.registers.visitors.restricted import Restriction

pytestmark = pytest.mark.usefixtures("now", "tower")
NUMBER = "11010519491231002X"


def asked(**changes):
    return {
        "name": "赵大海", "org": "某某广告有限公司", "id_kind": "resident_card", "id_no": NUMBER, "reason": "两次争执",
        "basis": "业户书面投诉", "ends": clock.today() + timedelta(days=90),
    } | changes  # fmt: skip


def visitor(**changes):
    return {
        "name": "张三", "party_size": 1, "org": "远航科技", "phone": "13800001111", "host_room": Ref(None, "15-08"),
        "host_name": "单雨桐", "purpose": "business", "confirm": "phone", "confirmed_by": "单雨桐", "badge": "",
    } | changes  # fmt: skip


def in_force(db, supervisor, manager, **changes):
    with db.write(supervisor) as session:
        row = restricted.ask(session, asked(**changes))
    with db.write(manager) as session:
        return restricted.decide(session, row.uid, agreed=True)


@pytest.mark.parametrize(
    ("who", "is_met"),
    [
        ({"id_kind": "resident_card", "id_no": "110105 19491231 002x"}, True),
        ({"id_kind": "resident_card", "id_no": "110105\u200b19491231\ufeff002x\ud800"}, True),
        ({"id_kind": "resident_card", "id_no": "110105194912310021"}, False),
        ({"id_kind": "passport", "id_no": NUMBER}, False),
        ({"name": "赵大海", "org": "某某广告有限公司"}, True),
        ({"name": "赵 大海", "org": "某某广告有限公司 "}, True),
        ({"name": "赵大海", "org": ""}, False),
        ({"name": "赵大海", "org": "某某广告"}, False),
        ({"name": "赵大", "org": "某某广告有限公司"}, False),
        ({"name": "赵大海涛", "org": "某某广告有限公司"}, False),
        ({"name": "", "org": "某某广告有限公司"}, False),
    ],
)
def test_only_whole_fields_match(db, supervisor, manager, who, is_met):
    in_force(db, supervisor, manager)
    with db.read() as session:
        assert (restricted.matching(session, who) is not None) is is_met


@trials(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=80)
@given(name=st.text("赵大海涛A ", max_size=5), org=st.text("某广告公司B ", max_size=6))
def test_a_part_never_matches(db, supervisor, manager, name, org):
    with db.read() as session:
        if not restricted.everything(session):
            in_force(db, supervisor, manager, name="赵大海", org="广告公司", id_no="")
    with db.read() as session:
        met = restricted.matching(session, {"name": name, "org": org}) is not None
    assert met is (name.replace(" ", "") == "赵大海" and org.replace(" ", "") == "广告公司")


def test_the_desk_is_told_what_to_do_and_says_what_was_done(db, qt, supervisor, manager):
    row = in_force(db, supervisor, manager)
    guest = visitor(name="赵大海", org="某某广告有限公司")
    with pytest.raises(Doubt, match="通知当班负责人") as error, db.write(qt) as session:
        service.register(session, guest)
    assert error.value.field == "name"
    assert all(part in error.value.text for part in ("依据:业户书面投诉", manager.name, "可以申诉"))
    assert "争执" not in error.value.text.replace("不要拦阻争执", "")  # why stays with those who decided
    with db.write(qt) as session:
        visit = service.register(session, guest, {"name": "已请王班长到场,在大堂会见"})
    assert visit.state == "inside"
    assert "王班长" in visit.id_reason
    with db.read() as session:
        done, met = access.read(session, access.Wanted(kind=access.Kind.QUERY))
        assert (done.no, done.who, done.reason) == (row.no, qt.name, "已请王班长到场,在大堂会见")
        assert (met.no, met.who, met.conditions) == (
            row.no,
            qt.name,
            access.MET,
        )  # noted though nothing was saved then


def test_nobody_approves_what_they_asked_for(db, manager):
    with db.write(manager) as session:
        row = restricted.ask(session, asked())
    with pytest.raises(RuleError, match="不能自己批准"), db.write(manager) as session:
        restricted.decide(session, row.uid, agreed=True)
    with db.read() as session:
        assert restricted.matching(session, asked()) is None


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"name": " "}, "name"), ({"org": "", "id_no": ""}, "org"), ({"reason": ""}, "reason"), ({"basis": ""}, "basis"),
        ({"ends": None}, "ends"), ({"days": 181}, "ends"), ({"days": -1}, "ends"),
        ({"id_kind": ""}, "id_kind"),
    ],
)  # fmt: skip
def test_what_is_missing_is_said_beside_its_field(db, supervisor, changes, field):
    if "days" in changes:
        changes = {"ends": clock.today() + timedelta(days=changes["days"])}
    with pytest.raises(RuleError) as error, db.write(supervisor) as session:
        restricted.ask(session, asked(**changes))
    assert error.value.field == field


def test_an_expired_one_does_not_match_and_is_cleared(db, now, supervisor, manager, tmp_path):
    from desk_app.core.attachments import Archive

    row = in_force(db, supervisor, manager)
    now.go(days=91)
    with db.read() as session:
        assert restricted.matching(session, asked()) is None
    now.go(days=1)
    purge.nightly(db, Archive(tmp_path), kept())
    with db.read() as session:
        found = session.scalars(select(Restriction)).one()
        assert (found.no, found.purged, found.name, found.org, found.reason, found.id_mark) == (
            row.no, DEIDENTIFIED, GONE, "", "", "",
        )  # fmt: skip
        assert not any(entry.changes for entry in audit.history(session, row.uid))
        assert restricted.everything(session) == []


def test_an_appeal_is_noted_and_the_manager_ends_it(db, supervisor, manager):
    row = in_force(db, supervisor, manager)
    with db.write(supervisor) as session:
        restricted.note_appeal(session, row.uid, said="本人称是误会,经核实属实")
    with pytest.raises(RuleError, match="没有这项权限"), db.write(supervisor) as session:
        restricted.end(session, row.uid, note="误会")
    with db.write(manager) as session:
        restricted.end(session, row.uid, note="误会")
    with db.read() as session:
        assert restricted.matching(session, asked()) is None


def test_an_agent_of_the_desk_asks_for_none(db, qt):
    with pytest.raises(RuleError, match="没有这项权限"), db.write(qt) as session:
        restricted.ask(session, asked())
