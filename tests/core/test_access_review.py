"""The log tells of rights, refusals, prints; reading it is a line too; the manager checks it off month by month."""

from __future__ import annotations

from datetime import date

import pytest

from desk_app.core import access, access_review, attachments, audit, clock, delegations, people
from desk_app.core.access import Kind, Wanted
from desk_app.core.errors import Refused, RuleError
from desk_app.core.people import Role

OCTOBER, NOVEMBER = date(2026, 10, 1), date(2026, 11, 21)


@pytest.fixture
def lines(db):
    def read(*kinds):
        with db.read() as session:
            return [
                line for line in reversed(access.read(session, Wanted())) if line.kind in kinds or not kinds
            ]

    return read


def test_what_was_refused_is_noted_and_nothing_of_it_stays(db, desk, lines):
    with pytest.raises(Refused), db.write(desk.qt) as session:
        access.note(session, Kind.QUERY)
        people.add_staff(session, name="新人", code="050", roles=[Role.XG])
    (line,) = [one for one in lines() if one.actor_id == desk.qt.staff_id]
    assert (line.kind, line.conditions, line.result, line.who) == ("refused", "staff.add", "refused", "李敏")


def test_rights_changes_are_noted_with_whom_and_why(db, desk, lines):
    with db.write(desk.manager) as session:
        new = people.add_staff(session, name="新人", code="050", roles=[Role.QT])
        delegations.lend(
            session, desk.supervisor.staff_id, new.id, roles=[Role.KZ], first=clock.today(), last=clock.today(),
            reason="陈主管休假",
        )  # fmt: skip
    told = [(one.conditions, one.entity) for one in lines("rights") if one.who == "何经理"]
    assert told == [("staff.add", "staff"), ("delegations.lend", "delegation")]
    assert new.uid in {one.uid for one in lines("rights")}


def test_a_print_and_a_reprint_are_told_apart(db, desk, lines, tmp_path):
    archive = attachments.Archive(tmp_path)
    with db.write(desk.qt) as session:
        paper = attachments.issue(
            session, archive, entity="visit", record_uid="u1", no="LF-1", form="visitor_slip", pdf=b"%PDF"
        )
    for _ in range(2):
        with db.write(desk.qt) as session:
            attachments.printed(session, paper.id)
    assert [(one.kind, one.no, one.conditions) for one in lines("print", "reprint")] == [
        ("print", "LF-1", "visitor_slip"), ("reprint", "LF-1", "visitor_slip"),
    ]  # fmt: skip


def test_only_the_manager_reads_it_and_that_is_noted(db, desk, lines):
    with db.write(desk.manager) as session:
        access_review.look(session, Wanted(kind=Kind.RIGHTS), "权限变更")
    (line,) = lines("read")
    assert (line.who, line.conditions) == ("何经理", "权限变更") and line.count
    for one in (desk.qt, desk.lead, desk.supervisor):
        with pytest.raises(Refused), db.write(one) as session:
            access_review.look(session, Wanted())


def test_a_month_is_checked_once_when_it_is_over(db, desk, set_clock):
    set_clock(clock.at(OCTOBER, 10))
    with db.write(desk.qt) as session:
        access.note(session, Kind.QUERY, conditions="王")
    set_clock(clock.at(NOVEMBER, 10))
    with db.read() as session:
        assert access_review.unchecked(session) == OCTOBER
    for month, found, why in ((OCTOBER, " ", "结果"), (NOVEMBER, "未见异常", "没有结束")):
        with pytest.raises(RuleError, match=why), db.write(desk.manager) as session:
            access_review.check_off(session, month, found=found)
    with db.write(desk.manager) as session:
        row = access_review.check_off(session, OCTOBER, found="未见异常")
    assert (row.month, row.lines, len(row.sha256), row.by_name) == ("2026-10", 1, 64, "何经理")
    with pytest.raises(RuleError, match="已经抽查过"), db.write(desk.manager) as session:
        access_review.check_off(session, OCTOBER, found="再看")
    with db.read() as session:
        assert access_review.unchecked(session) is None
        assert audit.history(session, row.uid)[0].verb == "access.check_off"
