"""Deposits go back: who took the money does not approve that, what is held back is the manager's, each once."""

from __future__ import annotations

import json
from datetime import date, timedelta

import pytest
from sqlalchemy import select

from desk_app.core import attachments, audit, deposits, purge, settings
from desk_app.core.declare import Tone
from desk_app.core.deposits import Asked, Refund
from desk_app.core.errors import FieldErrors, RuleError
from desk_app.core.guards import PURGES
from desk_app.core.people import SYSTEM
from desk_app.core.refund_outside import Outside
from desk_app.core.refund_voiding import Undoing
from desk_app.registers import kept
from desk_app.registers.entry_passes import figures, holding, refunding, service
from desk_app.registers.entry_passes import views as pass_views
from desk_app.registers.renovation_permits import permits
from desk_app.registers.renovation_permits import refunding as site_refunds
from desk_app.registers.renovation_permits import views as site_views
from tests.registers.papers import render
from tests.registers.pass_desk import SATURDAY

NOVEMBER = date(2026, 11, 1), date(2026, 11, 30)


def returned(passes, day=SATURDAY):
    one = passes.issued()
    passes.at(day)
    with passes.unit() as session:
        return holding.give_back(session, one.uid, condition="good", on=day, by="张伟", note="")


def said(crew, **changes) -> Asked:
    known = {
        "payee": "张伟",
        "way": "cash",
        "paid_by": crew.other_qt.staff_id,
        "approver": crew.supervisor.staff_id,
    }
    return Asked(**(known | changes))


def refund(passes, uid, asked, actor=None):
    with passes.unit(actor) as session:
        return refunding.refund(session, uid, asked, passes.archive, render)


def refused(passes, uid, asked, actor=None) -> dict[str, str]:
    with pytest.raises((FieldErrors, RuleError)) as told:
        refund(passes, uid, asked, actor)
    errors = told.value.errors if isinstance(told.value, FieldErrors) else [told.value]
    return {error.field: error.text for error in errors}


def test_a_pass_that_came_back_gets_its_deposit_back_with_a_number_and_a_slip_in_capitals(passes):
    one = returned(passes)
    done = refund(passes, one.uid, said(passes.crew))
    assert (done.no, done.amount, done.paid) == ("TK-20261121-001", 5000, 5000)
    with passes.db.read() as session:
        paper = attachments.paper_by_number(session, done.no)
        values = json.loads(passes.archive.read(paper))
        row = pass_views.rows(session, [one.id])[0]
        assert figures.held(session, *NOVEMBER) == (0, None)
        assert one.id not in pass_views.ids(session, "refundable", "")
    assert values["capital"] == "人民币伍拾元整" and values["payee"] == "张伟"
    assert (row["refund_no"], row["refund_paid"], row["refund_day"]) == (done.no, 5000, SATURDAY)
    assert "已经退过" in refused(passes, one.uid, said(passes.crew))["kind"]


def test_whoever_took_the_money_pays_it_out_or_handles_it_does_not_approve_the_refund(passes):
    one, crew = passes.approved(), passes.crew
    with passes.unit() as session:
        service.pay(session, one.uid, receipt="SJ-0001", taken_by=crew.supervisor.staff_id)
        holding_uid = service.issue(session, one.uid, passes.archive, passes_renders()).uid
    with passes.unit() as session:
        holding.give_back(session, holding_uid, condition="good", on=SATURDAY, by="张伟", note="")
    assert "收款人" in refused(passes, one.uid, said(crew))["approver"]
    manager = said(crew, approver=crew.manager.staff_id)
    payer = said(crew, approver=crew.manager.staff_id, paid_by=crew.manager.staff_id)
    assert "付款人" in refused(passes, one.uid, payer)["approver"]
    assert "正在经办" in refused(passes, one.uid, manager, crew.manager)["approver"]
    assert "不能审批" in refused(passes, one.uid, said(crew, approver=crew.lead.staff_id))["approver"]
    with passes.db.write(SYSTEM) as session:
        settings.change(session, settings.SEPARATE_MONEY, False)
    assert refund(passes, one.uid, said(crew)).approver == "陈主管"


def passes_renders():
    from tests.registers.pass_desk import RENDERS

    return RENDERS


def test_one_person_alone_at_night_approves_with_a_note_and_is_looked_at_next_day(passes):
    one, crew = returned(passes), passes.crew
    passes.at(hour=22)
    alone = said(crew, approver=crew.supervisor.staff_id, paid_by=crew.supervisor.staff_id)
    assert "approver" in refused(passes, one.uid, alone, crew.supervisor)
    refund(
        passes, one.uid, said(crew, **{**vars_of(alone), "note": "夜班一人,对方当晚离场"}), crew.supervisor
    )
    assert passes.read(one.uid).waits


def vars_of(asked: Asked) -> dict[str, object]:
    return {"approver": asked.approver, "paid_by": asked.paid_by}


def test_what_is_held_back_is_explained_told_and_approved_by_the_manager_and_never_more_than_was_taken(
    passes,
):
    one, crew = returned(passes), passes.crew
    told = refused(passes, one.uid, said(crew, deduction=2000))
    assert {"why", "told", "approver"} <= set(told) and "经理" in told["approver"]
    assert "0 到 50.00" in refused(passes, one.uid, said(crew, deduction=5001))["deduction"]
    assert "note" in refused(passes, one.uid, said(crew, receipt_back=False))
    held = {"deduction": 2000, "why": "证件损坏", "told": "11-21 当面告知", "approver": crew.manager.staff_id}
    done = refund(passes, one.uid, said(crew, **held))
    assert (done.paid, done.why) == (3000, "证件损坏")


def test_a_pass_still_outside_gets_nothing_back_and_late_deposits_stand_in_the_list_and_on_today(passes):
    out = passes.issued()
    assert "退证" in refused(passes, out.uid, said(passes.crew))["kind"]
    with passes.unit() as session:
        holding.give_back(session, out.uid, condition="good", on=SATURDAY, by="张伟", note="")
    for after, late in ((0, False), (7, False), (8, True)):
        passes.at(SATURDAY + timedelta(after))
        with passes.db.read() as session:
            assert list(pass_views.ids(session, "refundable", "")) == [out.id]
            assert list(pass_views.ids(session, "refund_late", "")) == ([out.id] if late else [])
            (due,) = [one for one in pass_views.due(session) if one.uid == out.uid]
            assert (due.tone is Tone.LATE) == late


def test_the_owners_deposit_goes_back_after_acceptance_the_contractors_three_months_later(site):
    one = site.issued()
    site.at(10, day=date(2026, 11, 30))
    with site.unit() as session:
        permits.finish(session, one.uid)
    crew = site.crew
    asked = Asked(
        payee="龚志刚", way="transfer", paid_by=crew.other_qt.staff_id, approver=crew.manager.staff_id, checked_by="曾工"
    )  # fmt: skip

    def give(kind, said=asked):
        with site.unit() as session:
            return site_refunds.refund(session, one.uid, kind, said, site.archive, render)

    with pytest.raises(FieldErrors, match="经理审批"):
        give("owner_deposit", Asked(**{**asked.__dict__, "approver": crew.supervisor.staff_id}))
    with pytest.raises(FieldErrors, match="验收"):
        give("owner_deposit", Asked(**{**asked.__dict__, "checked_by": ""}))
    assert give("owner_deposit").paid == 1000_00
    with pytest.raises(FieldErrors, match="2027-03-01 起可退"):
        give("contractor_deposit")
    for day, listed in ((date(2027, 2, 28), []), (date(2027, 3, 1), [one.id])):
        site.at(10, day=day)
        with site.db.read() as session:
            assert list(site_views.ids(session, "refundable", "")) == listed
            assert list(site_views.ids(session, "refund_late", "")) == []
    site.at(10, day=date(2027, 3, 9))
    with site.db.read() as session:
        assert list(site_views.ids(session, "refund_late", "")) == [one.id]
        config = settings.load(session)
        assert [(due.tone, due.label) for due in site_refunds.dues(session, config)] == [
            (Tone.LATE, "施工押金超期未退")
        ]
    with site.unit(crew.manager) as session:
        said = Outside(date(2027, 3, 2), "0077", "财务周会计")
        assert site_refunds.note_refunded(session, one.uid, "contractor_deposit", said).outside
    with site.unit() as session:
        wrong = Undoing("wrong_entry", approver=crew.supervisor.staff_id)
        assert site_refunds.void_refund(session, one.uid, "contractor_deposit", wrong).void_by == "李敏"
    assert give("contractor_deposit").paid == 3000_00
    with site.db.read() as session:
        assert list(site_views.ids(session, "refundable", "")) == []
        row = site_views.rows(session, [one.id])[0]
        assert (row["refund_paid"], row["deduction"]) == (4000_00, 0)
        assert {one.taken_by for one in session.scalars(select(Refund))} == {"李敏"}
        assert row["barred"] == {"refund", "note_refunded"}


def test_months_are_counted_to_the_same_day_and_the_day_after_it_is_free():
    assert deposits.after_months(date(2026, 11, 30), 3) == date(2027, 3, 1)
    assert deposits.after_months(date(2026, 11, 20), 3) == date(2027, 2, 21)
    for day in (date(2027, 2, 28) + timedelta(n) for n in range(400)):
        last = site_refunds._ended_by(day, 3)
        assert (
            deposits.after_months(last, 3)
            <= day
            < deposits.after_months(last + timedelta(1), 3) + timedelta(1)
        )


def void(passes, uid, actor=None, **changes):
    known = {"reason": "wrong_entry", "money_back": True, "approver": passes.crew.manager.staff_id}
    with passes.unit(actor) as session:
        return refunding.void_refund(session, uid, refunding.KIND, Undoing(**(known | changes)))


def not_voided(passes, uid, actor=None, **changes) -> dict[str, str]:
    with pytest.raises((FieldErrors, RuleError)) as told:
        void(passes, uid, actor, **changes)
    errors = told.value.errors if isinstance(told.value, FieldErrors) else [told.value]
    return {error.field: error.text for error in errors}


def test_a_mistaken_refund_is_voided_by_two_and_its_deposit_waits_again_under_the_old_number_and_a_new_one(
    passes,
):
    one, crew = returned(passes), passes.crew
    first = refund(passes, one.uid, said(crew))
    assert {"reason", "approver", "money_back"} == set(
        not_voided(passes, one.uid, reason="", approver=None, money_back=False)
    )
    assert "审批或付过" in not_voided(passes, one.uid, approver=crew.supervisor.staff_id)["approver"]
    assert "主管或经理" in not_voided(passes, one.uid, approver=crew.lead.staff_id)["approver"]
    assert "另一人" in not_voided(passes, one.uid, crew.manager)["approver"]
    assert "写明" in not_voided(passes, one.uid, reason="other")["note"]
    gone = void(passes, one.uid)
    assert (gone.no, gone.void_approver, gone.void_by) == (first.no, "何经理", "李敏")
    with passes.db.read() as session:
        assert list(pass_views.ids(session, "refundable", "")) == [one.id]
        row = pass_views.rows(session, [one.id])[0]
        assert figures.held(session, *NOVEMBER) == (50, None)
        assert refunding.by_refund(session, f" {first.no.lower()} ") == one.uid
    assert row["refund_no"] == "" and row["barred"] == {"void_refund"}
    again = refund(passes, one.uid, said(crew))
    assert (again.no, again.paid) == ("TK-20261121-002", 5000)
    with passes.unit() as session:
        old, new = (refunding.print_refund(session, one.uid, passes.archive, no) for no in (first.no, ""))
        history = [entry for entry in audit.history(session, one.uid) if entry.verb.endswith("void_refund")]
        row = pass_views.rows(session, [one.id])[0]
    assert (old.paper.no, old.void, new.paper.no, new.void) == (first.no, True, again.no, False)
    assert any("填写错误" in entry.reason and entry.entity == "deposit_refund" for entry in history)
    assert row["barred"] == {"refund", "note_refunded"}


def test_nobody_voids_what_was_not_refunded(passes):
    one = returned(passes)
    assert "没有退过" in not_voided(passes, one.uid)["kind"]


def outside(**changes) -> Outside:
    known = {"day": SATURDAY, "paper_no": "TK-纸-0315", "said_by": "财务周会计"}
    return Outside(**(known | changes))


def enter(passes, uid, said, actor=None):
    with passes.unit(actor or passes.crew.supervisor) as session:
        return refunding.note_refunded(session, uid, refunding.KIND, said)


def not_entered(passes, uid, said, actor=None) -> dict[str, str]:
    with pytest.raises((FieldErrors, RuleError)) as told:
        enter(passes, uid, said, actor)
    errors = told.value.errors if isinstance(told.value, FieldErrors) else [told.value]
    return {error.field: error.text for error in errors}


def test_a_deposit_that_went_back_on_paper_is_entered_by_a_supervisor_and_waits_no_more(passes):
    one, crew = returned(passes), passes.crew
    passes.at(SATURDAY + timedelta(20))
    assert set(not_entered(passes, one.uid, Outside())) == {"day", "paper_no", "said_by"}
    assert "收款日" in not_entered(passes, one.uid, outside(day=SATURDAY - timedelta(1)))["day"]
    assert "收款日" in not_entered(passes, one.uid, outside(day=SATURDAY + timedelta(21)))["day"]
    told = not_entered(passes, one.uid, outside(deduction=1000))
    assert "why" in told and "经理" in told["kind"]
    assert "没有这项权限" in not_entered(passes, one.uid, outside(), crew.qt)[""]
    done = enter(passes, one.uid, outside())
    assert (done.no, done.day, done.paid, done.outside) == ("TK-20261211-001", SATURDAY, 5000, True)
    with passes.db.read() as session:
        row = pass_views.rows(session, [one.id])[0]
        assert list(pass_views.ids(session, "refundable", "")) == []
        assert figures.held(session, *NOVEMBER) == (0, None)
    assert (row["refund_no"], row["refund_day"]) == (done.no, SATURDAY)
    assert row["barred"] == {"refund", "note_refunded", "print_refund"}
    with pytest.raises(RuleError, match="纸质单据"), passes.unit() as session:
        refunding.print_refund(session, one.uid, passes.archive)
    void(passes, one.uid, reason="wrong_deposit", money_back=False)
    with passes.db.read() as session:
        assert list(pass_views.ids(session, "refundable", "")) == [one.id]


def test_whoever_took_the_money_does_not_say_that_it_went_back_on_paper(passes):
    one, crew = passes.approved(), passes.crew
    with passes.unit() as session:
        service.pay(session, one.uid, receipt="SJ-0001", taken_by=crew.supervisor.staff_id)
        service.issue(session, one.uid, passes.archive, passes_renders())
    assert "退证" in not_entered(passes, one.uid, outside())["kind"]
    with passes.unit() as session:
        holding.give_back(session, one.uid, condition="good", on=SATURDAY, by="张伟", note="")
    assert "收款人" in not_entered(passes, one.uid, outside())["kind"]
    assert enter(passes, one.uid, outside(), crew.manager).approver == "何经理"


def night(desk) -> int:
    return purge.nightly(desk.db, desk.archive, kept())


def test_a_pass_whose_deposit_was_never_fetched_keeps_its_holder_until_half_a_year_after_it_went_back(passes):
    one, crew = returned(passes), passes.crew
    passes.at(SATURDAY + timedelta(200))
    assert night(passes) == 0 and passes.read(one.uid).phone
    late = said(
        crew, deduction=1000, why="证件损坏", told="电话 13800138000 告知", approver=crew.manager.staff_id
    )
    done = refund(passes, one.uid, Asked(**{**late.__dict__, "note": "核验 11010519491231002X"}))
    passes.at(SATURDAY + timedelta(379))
    assert night(passes) == 0 and passes.read(one.uid).phone
    passes.at(SATURDAY + timedelta(380))
    assert night(passes) == 1
    assert passes.read(one.uid).phone == ""
    with passes.db.read() as session:
        back = session.scalars(select(Refund)).one()
        assert (back.told, back.note, back.payee, back.why, back.paid) == ("", "", "张伟", "证件损坏", 4000)
        assert attachments.paper_by_number(session, done.no) is None
        assert all(
            entry.changes == {} for entry in audit.history(session, one.uid) if entry.verb not in PURGES
        )


def test_a_renovation_waits_with_its_telephones_until_both_deposits_went_back(site):
    one = site.issued()
    site.at(10, day=date(2026, 11, 30))
    with site.unit() as session:
        permits.finish(session, one.uid)
    crew = site.crew
    asked = Asked(
        payee="龚志刚", way="transfer", paid_by=crew.other_qt.staff_id, approver=crew.manager.staff_id, checked_by="曾工", note="已核"
    )  # fmt: skip
    for kind, day, after in (
        ("owner_deposit", date(2028, 1, 10), 0),
        ("contractor_deposit", date(2028, 2, 10), 0),
        ("", date(2029, 2, 8), 0),
        ("", date(2029, 2, 9), 1),
    ):
        site.at(10, day=day)
        assert night(site) == after
        if kind:
            with site.unit() as session:
                site_refunds.refund(session, one.uid, kind, asked, site.archive, render)
    with site.db.read() as session:
        assert {(back.note, back.payee) for back in session.scalars(select(Refund))} == {("", "龚志刚")}
