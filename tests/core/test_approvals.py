"""Approvals come in order, from the right people, and not from whoever handles the record."""

from __future__ import annotations

import pytest
from sqlalchemy import select

from desk_app.core import approvals, clock, enclosures, links, renovations
from desk_app.core.approvals import Stage
from desk_app.core.attachments import Archive
from desk_app.core.errors import KnownError, RuleError
from desk_app.core.people import Role, Staff
from desk_app.core.renovations import RenovationPermit
from desk_app.registers.visitors import service as visitors
from desk_app.registers.visitors.records import Visit

CHAIN = (
    Stage("first", "客服主管审核", (Role.KZ,), "domain.md F08"),
    Stage("final", "经理审批", (Role.JL,), "domain.md F08"),
)
VISIT = {
    "name": "王芳", "party_size": 1, "host_room": "15-08", "host_name": "单雨桐", "purpose": "business",
    "confirm": "phone", "confirmed_by": "单雨桐", "id_kind": "resident_card",
}  # fmt: skip


@pytest.fixture
def visit(db, desk, town):
    with db.write(desk.qt) as session:
        return visitors.register(session, VISIT).uid


def decide(session, uid, staff, **more):
    target = session.scalars(select(Visit).where(Visit.uid == uid)).one()
    return approvals.record(session, target, CHAIN, staff_id=staff, context="Visitors", **more)


def test_the_stages_wait_one_after_the_other(db, desk, visit):
    with db.write(desk.qt) as session:
        with pytest.raises(RuleError, match="何经理不能作「客服主管审核」,须由客服主管审批"):
            decide(session, visit, desk.manager.staff_id)
        decide(session, visit, desk.supervisor.staff_id)
        assert approvals.waiting(session, visit, CHAIN) is CHAIN[1]
        decide(session, visit, desk.manager.staff_id)
        assert approvals.waiting(session, visit, CHAIN) is None
        with pytest.raises(RuleError, match="都已完成"):
            decide(session, visit, desk.manager.staff_id)


def test_nobody_named_says_whose_approval_is_missing(db, desk, visit):
    with db.write(desk.qt) as session, pytest.raises(RuleError, match="现在等「客服主管审核」") as caught:
        decide(session, visit, None)
    assert caught.value.field == "approver"


def test_who_handles_the_record_does_not_approve_it(db, desk, visit):
    with db.write(desk.qt) as session:
        session.get_one(Staff, desk.qt.staff_id).roles = "KZ QT"
        with pytest.raises(RuleError, match="不能自己审批"):
            decide(session, visit, desk.qt.staff_id)


def test_a_refusal_says_why_and_leaves_the_stage_waiting(db, desk, visit):
    with db.write(desk.qt) as session:
        with pytest.raises(RuleError, match="写明理由"):
            decide(session, visit, desk.supervisor.staff_id, agreed=False)
        decide(session, visit, desk.supervisor.staff_id, agreed=False, note="图纸不全")
        assert approvals.waiting(session, visit, CHAIN) is CHAIN[0]


def test_a_changed_record_is_approved_anew(db, desk, visit):
    with db.write(desk.qt) as session:
        decide(session, visit, desk.supervisor.staff_id)
        approvals.withdraw_all(session, visit)
        assert approvals.waiting(session, visit, CHAIN) is CHAIN[0]
        assert approvals.given(session, visit) == []


def test_one_record_leads_to_another_and_both_know(db, desk, visit):
    with db.write(desk.qt) as session:
        later = visitors.register(session, {**VISIT, "name": "林晓"})
        links.follow(session, visit, later)
        assert [link.to_uid for link in links.of(session, visit)] == [later.uid]
        assert [(link.from_entity, link.kind) for link in links.of(session, later.uid)] == [
            ("visit", "followed")
        ]


def test_a_permit_in_force_is_told_from_one_that_is_not(db, desk, town):
    day = clock.today()
    with db.write(desk.qt) as session:
        permit = RenovationPermit(
            no="XK-20261101-001", record_uid="r", state="valid", place="15-08", org="宏远装饰", foreman="周强",
            starts=day, ends=day,
        )  # fmt: skip
        session.add(permit)
        session.flush()
        assert renovations.refusal(session, "xk-20261101-001", day) == ""
        assert "没有装修许可证" in renovations.refusal(session, "XK-1", day)
        assert "不在期内" in renovations.refusal(session, permit.no, day.replace(year=day.year + 1))
        assert renovations.suggest(session, "hyzs", {})[0].value == permit.no
        permit.state, permit.reason = "suspended", "违章"
        assert "停工(违章)" in renovations.refusal(session, permit.no, day)
        assert renovations.suggest(session, "", {}) == []


def test_an_attached_file_is_copied_once_and_read_back(db, desk, visit, tmp_path):
    archive, scan = Archive(tmp_path / "archive"), tmp_path / "业主 同意书.PDF"
    scan.write_bytes(b"%PDF-1.4 scan")
    with db.write(desk.qt) as session:
        target = session.scalars(select(Visit).where(Visit.uid == visit)).one()
        kept = enclosures.attach(session, archive, target, [str(scan)], kind="consent")
        scan.unlink()
        assert [one.name for one in kept] == ["业主 同意书.PDF"]
        assert enclosures.read(archive, kept[0]) == b"%PDF-1.4 scan"
        path = enclosures.full_path(archive, kept[0])
        assert enclosures.attach(session, archive, target, [str(path)], kind="consent") == kept
        assert enclosures.attach(session, archive, target, [], kind="consent") == []
        path.write_bytes(b"other")
        with pytest.raises(KnownError, match="不一致"):
            enclosures.read(archive, kept[0])


def test_a_file_that_is_gone_or_empty_is_refused(db, desk, visit, tmp_path):
    archive, empty = Archive(tmp_path / "archive"), tmp_path / "empty.jpg"
    empty.touch()
    with db.write(desk.qt) as session:
        target = session.scalars(select(Visit).where(Visit.uid == visit)).one()
        with pytest.raises(KnownError, match="读不到文件"):
            enclosures.attach(session, archive, target, [str(tmp_path / "gone.jpg")])
        with pytest.raises(RuleError, match="是空的"):
            enclosures.attach(session, archive, target, [str(empty)])
