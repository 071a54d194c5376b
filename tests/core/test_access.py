"""The access log: every look is a line, no line is changed or lost, and the manager is told of many."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from sqlalchemy import text
from sqlalchemy.exc import DBAPIError

from desk_app.core import access, clock, people, revealing
from desk_app.core.access import Kind, Wanted
from desk_app.core.errors import RuleError
from desk_app.core.people import SYSTEM, Role
from desk_app.registers.entry_passes.register import REGISTER as PASSES
from desk_app.registers.visitors import service
from desk_app.registers.visitors.register import REGISTER

DAY = date(2026, 11, 20)
VISIT = {
    "name": "王强", "phone": "13812341234", "plate": "粤B12388", "host_name": "周颖", "purpose": "business",
    "confirm": "phone", "confirmed_by": "周颖", "party_size": 1, "host_room": people.Ref(None, "15-08"),
}  # fmt: skip


@pytest.fixture
def visit(db, desk, set_clock):
    set_clock(clock.at(DAY, 10))
    with db.write(desk.qt) as session:
        return service.register(session, VISIT, {"badge": "无牌", "phone": "-"})


def lines(db, **wanted):
    """Return the log without what the program itself did to build the house."""
    with db.read() as session:
        return [line for line in access.read(session, Wanted(**wanted)) if line.actor_id]


def test_a_look_at_a_number_needs_a_reason_and_leaves_a_line(db, desk, visit):
    with pytest.raises(RuleError, match="为什么"), db.write(desk.other_qt) as session:
        revealing.reveal(session, REGISTER, visit.uid, ["phone"], reason="  ")
    assert lines(db) == []
    with db.write(desk.other_qt) as session:
        found = revealing.reveal(session, REGISTER, visit.uid, ["phone", "plate"], reason="需联系本人")
    assert found == {"phone": "13812341234", "plate": "粤B12388"}
    (line,) = lines(db, kind=Kind.REVEAL)
    assert (line.who, line.entity, line.no, line.reason, line.count) == (
        "赵倩",
        "visitors",
        visit.no,
        "需联系本人",
        2,
    )
    assert line.conditions == "电话 车牌" and line.workstation == "desk-1"


def test_an_administrator_reveals_nothing_and_document_numbers_need_the_supervisor(db, desk, visit):
    with db.write(SYSTEM) as session:
        admin = people.as_actor(
            people.add_staff(session, name="周管理", code="900", roles=[Role.XG]), "desk-1"
        )
    with pytest.raises(RuleError, match="没有这项权限"), db.write(admin) as session:
        revealing.reveal(session, REGISTER, visit.uid, ["phone"], reason="看看")
    special = PASSES.field("special_no").private
    assert [revealing.may(one, special) for one in (desk.qt, desk.lead, desk.supervisor, desk.manager)] == [
        False, False, True, True,
    ]  # fmt: skip
    with pytest.raises(RuleError, match="客服主管"), db.write(desk.qt) as session:
        revealing.reveal(session, PASSES, visit.uid, ["special_no"], reason="核对证件")


def test_no_line_is_changed_removed_or_slipped_in(db, desk):
    for _ in range(3):
        with db.write(desk.qt) as session:
            access.note(session, Kind.QUERY, conditions="王")
    for statement in (
        "UPDATE access SET who = 'x'", "DELETE FROM access", "DELETE FROM access WHERE id = 1",
        "REPLACE INTO access SELECT * FROM access WHERE id = 2",
        "INSERT INTO access SELECT 9, at, actor_id, who, workstation, kind, entity, uid, no, reason, conditions, count, result FROM access WHERE id = 1",
    ):  # fmt: skip
        with pytest.raises(DBAPIError, match="append-only"), db.aside() as session:
            session.execute(text(statement))
    assert [line.id for line in lines(db)] == [4, 3, 2]


def test_old_lines_go_by_the_setting_and_never_before_six_months(db, desk, set_clock):
    for days in (0, 100, 300, 366, 400):
        set_clock(clock.at(DAY + timedelta(days=days), 9))
        with db.write(desk.qt) as session:
            access.note(session, Kind.QUERY, count=days)
    with db.aside() as session:
        assert access.trim(session) == 2  # with the one that built the house
    assert [line.count for line in lines(db)] == [400, 366, 300, 100]
    with pytest.raises(DBAPIError, match="append-only"), db.aside() as session:
        session.execute(text("DELETE FROM access WHERE id < 5"))  # 300 is 100 days old


def test_the_log_is_read_by_person_day_and_kind(db, desk, set_clock):
    for day, actor, kind in (
        (20, desk.qt, Kind.QUERY),
        (20, desk.lead, Kind.PRINT),
        (21, desk.qt, Kind.REVEAL),
    ):
        set_clock(clock.at(date(2026, 11, day), 23, 30))
        with db.write(actor) as session:
            access.note(session, kind)
    assert [line.kind for line in lines(db)] == ["reveal", "print", "query"]
    assert [line.who for line in lines(db, actor_id=desk.qt.staff_id)] == ["李敏", "李敏"]
    assert [line.kind for line in lines(db, first=DAY, last=DAY)] == ["print", "query"]
    assert [line.who for line in lines(db, kind=Kind.PRINT)] == ["王班长"]
    with db.read() as session:
        assert access.people_in(session) == {desk.qt.staff_id: "李敏", desk.lead.staff_id: "王班长"}


def test_more_than_twenty_looks_a_day_are_told(db, desk, visit):
    for _ in range(10):
        with db.write(desk.qt) as session:
            revealing.reveal(session, REGISTER, visit.uid, ["phone", "plate"], reason="需联系本人")
    with db.read() as session:
        assert access.many_reveals(session, DAY) == {}
    with db.write(desk.qt) as session:
        revealing.reveal(session, REGISTER, visit.uid, ["phone"], reason="需联系本人")
    with db.read() as session:
        assert access.many_reveals(session, DAY) == {"李敏": 21}
        assert access.many_reveals(session, DAY + timedelta(days=1)) == {}


def test_numbers_of_people_do_not_enter_the_log(db, desk):
    with db.write(desk.qt) as session:
        access.note(session, Kind.QUERY, conditions="13812341234 11010519491231002X", reason="找 13812341234")
    (line,) = lines(db)
    assert (line.conditions, line.reason) == ("138****1234 110***********002X", "找 138****1234")


def test_the_hash_of_an_exported_file_stands_in_the_log_whole_whatever_digits_are_in_it(db, desk):
    sha = "0a" * 16 + "13912345678" + "b" * 21
    with db.write(desk.qt) as session:
        access.note(session, access.Kind.EXPORT, conditions="13912345678", result=sha)
    with db.read() as session:
        (line,) = access.read(session, Wanted(kind=Kind.EXPORT))
        assert line.result == sha and "13912345678" not in line.conditions
