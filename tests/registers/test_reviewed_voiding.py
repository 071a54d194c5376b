"""Voiding in every register that reviews it: refused without somebody else, who confirms it with their PIN."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from types import SimpleNamespace
from typing import Any

import pytest

from desk_app.core import accounts, audit, clock, duties, people
from desk_app.core.attachments import Archive
from desk_app.core.errors import FieldErrors, RuleError
from desk_app.core.people import SYSTEM, VERBS, Actor, Role
from desk_app.core.presence import HERE, Unconfirmed
from desk_app.registers.document_prints import service as prints
from desk_app.registers.entry_passes import service as passes_
from desk_app.registers.hot_work_permits import service as hot_work
from desk_app.registers.key_loans import service as key_loans
from desk_app.registers.release_slips import service as slips
from desk_app.registers.renovation_permits import permits
from desk_app.reports import rights
from tests.registers import fire_site, renovation_desk
from tests.registers.loan_desk import opened
from tests.registers.pass_desk import PIXEL, PassDesk
from tests.registers.slip_desk import SATURDAY, Counter
from tests.registers.test_document_prints import Desk
from tests.staff import give_password


@dataclass(frozen=True)
class Case:
    """An issued record, which verb voids it, and in which posts one may review that within the shift."""

    record: Any
    verb: Callable[..., Any]
    role: Role = Role.DB


def slip(office) -> Case:
    counter = Counter(*office.parts)
    counter.at(10)
    return Case(counter.issued(), slips.void)


def entry_pass(office) -> Case:
    photo = office.folder / "zhang.png"
    photo.write_bytes(PIXEL)
    desk = PassDesk(*office.parts[:4], photo, office.set_clock)
    desk.at()
    return Case(desk.issue_temporary(), passes_.void)


def key_loan(office) -> Case:
    return Case(opened(*office.parts).lend("A-02-03"), key_loans.void)


def fire_permit(office) -> Case:
    site = fire_site.Site.build(*office.parts)
    site.at(10)
    return Case(site.issued(), hot_work.void)


def renovation(office) -> Case:
    counter = renovation_desk.Counter(*office.parts)
    counter.at(10)
    return Case(counter.issued(), permits.void, Role.KZ)


def printed(office) -> Case:
    office.set_clock(clock.at(SATURDAY, 10))
    return Case(Desk(office.db, office.crew, office.archive).apply(), prints.void)


REVIEWED = {
    "release_slips": slip, "entry_passes": entry_pass, "key_loans": key_loan, "hot_work_permits": fire_permit,
    "renovation_permits": renovation, "document_prints": printed,
}  # fmt: skip


@pytest.fixture
def office(db, desk, town, set_clock, tmp_path):
    archive = Archive(tmp_path / "archive")
    return SimpleNamespace(
        db=db, crew=desk, archive=archive, set_clock=set_clock, folder=tmp_path,
        parts=(db, desk, town, archive, set_clock),
    )  # fmt: skip


def somebody(office, name: str, *roles: Role) -> Actor:
    """Put somebody with a PIN on the staff list."""
    with office.db.write(SYSTEM) as session:
        staff = people.add_staff(session, name=name, code=f"7{name}", roles=roles)
        session.flush()
        give_password(session, staff.id)
        actor = people.as_actor(staff, "desk-1")
    with office.db.write(actor) as session:
        accounts.set_pin(session, pin="2580", again="2580")
    return actor


def test_every_register_that_has_a_reviewer_is_among_them():
    rights.load()
    reviewed = {*duties.VOIDER.verbs, *(name for name in duties.SLIP.verbs if name.endswith(".void"))}
    refunds = {"entry_passes.void_refund", "renovation_permits.void_refund"}  # test_refunds.py
    assert reviewed - refunds == {f"{key}.void" for key in REVIEWED}
    alone = {name for name in VERBS if name.endswith(".void")} - reviewed
    assert alone == {"visitors.void", "contractors.void", "duty_log.void"}  # entries; no paper was given out


@pytest.mark.parametrize("key", REVIEWED)
def test_a_voiding_needs_another_person_who_confirms_it(office, key):
    case = REVIEWED[key](office)
    other = somebody(office, "周班", case.role, Role.QT)
    handler, guard = office.crew.qt, somebody(office, "门岗", Role.MG)

    def void(actor: Actor, reviewer: Actor | None, present: dict[int, str] | None = None):
        with office.db.write(actor) as session:
            session.info["presence"] = present or {}
            approver = reviewer.staff_id if reviewer else None
            case.verb(session, case.record.uid, reason="wrong_entry", approver_id=approver)

    def why_not(actor: Actor, reviewer: Actor | None) -> str:
        with pytest.raises(RuleError) as refused:
            void(actor, reviewer)
        [error] = getattr(refused.value, "errors", None) or (refused.value,)
        assert error.field == "approver", key
        return error.text

    assert "请选择" in why_not(handler, None)
    assert "复核" in why_not(handler, guard)
    assert "由另一人复核" in why_not(other, other)
    with office.db.write(SYSTEM) as session:
        session.get_one(people.Staff, handler.staff_id).roles = f"{Role.QT} {case.role}"
    assert "是本单经办人,不能复核" in why_not(other, handler)
    with pytest.raises(Unconfirmed) as gap:
        void(handler, other)
    assert (gap.value.staff_id, gap.value.field) == (other.staff_id, "approver")
    void(handler, other, {other.staff_id: HERE})
    with office.db.read() as session:
        row = session.get_one(type(case.record), case.record.id)
        assert (row.state, row.void_by, row.void_approver) == ("void", "李敏", "周班")
        assert "周班:本人在前台" in audit.history(session, row.uid)[-1].reason


def test_the_cashier_confirms_the_first_payment_of_a_pass_and_reviews_no_voiding_of_it(office):
    photo = office.folder / "zhang.png"
    photo.write_bytes(PIXEL)
    desk = PassDesk(*office.parts[:4], photo, office.set_clock)
    desk.at()
    desk.permit()
    one, cashier = desk.approved(), somebody(office, "周收", Role.CW, Role.JL)

    def pay(present: dict[int, str]):
        with desk.unit() as session:
            session.info["presence"] = present
            passes_.pay(session, one.uid, receipt="SJ-1", taken_by=cashier.staff_id)

    with pytest.raises(Unconfirmed) as gap:
        pay({})
    assert (gap.value.staff_id, gap.value.field) == (cashier.staff_id, "taken_by")
    assert desk.read(one.uid).state == "awaiting_fee"
    pay({cashier.staff_id: HERE})
    assert (desk.read(one.uid).state, desk.read(one.uid).taken_by) == ("paid", "周收")
    with office.db.read() as session:
        assert "周收:本人在前台" in audit.history(session, one.uid)[-1].reason
    with pytest.raises(FieldErrors, match="周收 是收款人"), desk.unit() as session:
        passes_.void(session, one.uid, reason="wrong_entry", approver_id=cashier.staff_id)


def test_who_takes_a_renovations_money_is_who_is_signed_in_and_reviews_no_voiding_of_it(office):
    counter = renovation_desk.Counter(*office.parts)
    counter.at(10)
    one, manager = counter.approved(), office.crew.manager
    with counter.unit(manager) as session:
        session.info["presence"] = {}
        renovation_desk.service.note_fees(session, one.uid, renovation_desk.PAID)
    assert {fee.who for fee in counter.read(one.uid).fees} == {"何经理"}
    with counter.unit() as session:
        permits.issue(session, one.uid, office.archive, lambda _values: b"")
    with pytest.raises(FieldErrors, match="何经理 是收款人"), counter.unit() as session:
        permits.void(session, one.uid, reason="wrong_entry", approver_id=manager.staff_id)


def test_the_security_lead_confirms_that_fire_equipment_is_shut_off(office):
    site = fire_site.Site.build(*office.parts)
    site.at(10)
    lead = somebody(office, "周队", Role.AB)
    shut = {
        "impair_what": "烟感 2 只", "impair_by": people.Ref(lead.staff_id, "周队"),
        "impair_until": clock.at(fire_site.MONDAY, 17),
    }  # fmt: skip

    def apply(present: dict[int, str], **changes: object):
        with site.unit() as session:
            session.info["presence"] = present
            return hot_work.apply(session, site.form(**shut, **changes))

    with pytest.raises(Unconfirmed) as gap:
        apply({}, impair=True)
    assert (gap.value.staff_id, gap.value.field) == (lead.staff_id, "impair_by")
    permit = apply({lead.staff_id: HERE}, impair=True)
    assert permit.state == "received"
    with office.db.read() as session:
        assert "周队:本人在前台" in " ".join(entry.reason for entry in audit.history(session, permit.uid))
    assert apply({}, impair=False).state == "received"  # nothing is shut off: nobody is asked
