"""The renovation's verbs on a real database: application, papers, tests, approvals, permit, its end."""

import json
from datetime import date, timedelta

import pytest

from desk_app.core import (
    approvals,
    attachments,
    audit,
    clock,
    enclosures,
    people,
    renovations,
    search,
    settings,
)
from desk_app.core.declare import Tone
from desk_app.core.errors import Doubt, FieldErrors, KnownError, RuleError
from desk_app.core.people import SYSTEM
from desk_app.registers.renovation_permits import dues, figures, permits, rules, service, terms, under, views
from desk_app.registers.renovation_permits.records import Renovation
from desk_app.registers.renovation_permits.register import REGISTER
from desk_app.registers.renovation_permits.under import Follower, Holding
from tests.registers.papers import render
from tests.registers.reading import loaded
from tests.registers.renovation_desk import FRIDAY, LONG

MONDAY = FRIDAY + timedelta(3)


def errors(caught):
    error = caught.value
    return (
        {e.field: e.text for e in error.errors}
        if isinstance(error, FieldErrors)
        else {error.field: error.text}
    )


def refused(site, verb, *args, actor=None, **kwargs):
    """Return what a verb is refused with, by field."""
    with pytest.raises(RuleError) as caught, site.unit(actor) as session:
        verb(session, *args, **kwargs)
    return errors(caught)


def told(site, one):
    with site.db.read() as session:
        return renovations.of_record(session, one.uid)


def test_an_application_goes_over_every_step_to_the_permit(site):
    one = site.issued()
    with site.db.read() as session:
        steps = [
            e.changes["state"]
            for e in audit.history(session, one.uid)
            if e.entity == "renovation" and "state" in e.changes
        ]
    states = [new for _old, new in steps if new in rules.STATES]
    assert states == ["draft", "checking", "reviewing", "approved", "valid"]
    assert (one.no, one.permit_no) == ("ZX-20261120-001", "XK-20261120-001")


def test_a_draft_needs_only_the_room_and_has_no_number(site):
    with site.unit() as session:
        one = service.save(session, {"room": "15-08"})
    assert (one.state, one.no, one.room_id) == ("draft", None, site.town.let)
    assert "room" in refused(site, service.save, {"kind": "first"})


def test_a_submit_says_everything_that_is_missing(site):
    with site.unit() as session:
        one = service.save(session, {"room": "15-08"})
    said = refused(site, service.submit, one.uid)
    assert {"kind", "owner", "org", "foreman", "works", "starts", "ask_gas"} <= set(said)
    assert site.read(one.uid).no is None


def test_a_forbidden_answer_is_refused_and_no_number_is_lost(site):
    assert "禁止" in refused(site, service.save_and_submit, site.form(ask_structure="yes"))["ask_structure"]
    assert site.submitted().no == "ZX-20261120-001"


def test_what_needs_approval_goes_on_with_its_government_paper(site):
    paper = {"matter": "fire", "paper_no": "深建消设审〔2026〕018 号", "paper_day": date(2026, 11, 2)}
    assert "政府批文" in refused(site, service.save_and_submit, site.form(ask_fire="yes"))["ask_fire"]
    one = site.submitted(site.form(ask_fire="yes", permissions=[paper]))
    assert [p.matter for p in one.kept_permissions] == ["fire"]


def test_a_government_paper_needs_number_and_day(site):
    said = refused(site, service.save, site.form(permissions=[{"matter": "fire", "paper_no": ""}]))
    assert "文号" in said["permissions.0.paper_no"]


def test_a_doubtful_credit_code_goes_on_with_a_reason_that_is_kept(site):
    form = site.form(credit_code="9144 0300 7152 6726 xx")
    with pytest.raises(Doubt), site.unit() as session:
        service.save_and_submit(session, form)
    with site.unit() as session:
        one = service.save_and_submit(session, form, {"credit_code": "已核对执照原件"})
    assert (one.credit_code, one.odd_reason) == ("9144030071526726XX", "已核对执照原件")


@pytest.mark.parametrize(
    ("change", "field"),
    [
        ({"works": [{"part": "走道"}]}, "works.0.content"),
        ({"works": [{"content": "吊顶"}]}, "works.0.part"),
        ({"works": [{"part": "走道", "content": "吊顶", "material": "木板"}]}, "works.0.fire_class"),
        ({"works": [{"part": "走道", "content": "吊顶", "touches": "水煤"}]}, "works.0.touches"),
        ({"workers": 0}, "workers"),
        ({"area": "很大"}, "area"),
        ({"ends": date(2026, 11, 1)}, "ends"),
    ],
)
def test_what_cannot_be_read_is_said_beside_its_cell(site, change, field):
    assert field in refused(site, service.save, site.form(**change))


def test_papers_missing_are_named_and_the_clock_does_not_start(site):
    one = site.submitted()
    site.papers(one.uid, plan=None, insurance=None)
    assert "资料还缺 2 项:平面图(业主签名)、公众责任险保单" in refused(site, service.accept, one.uid)["plan"]
    assert site.read(one.uid).complete_at is None
    site.papers(one.uid)
    with site.unit() as session:
        service.accept(session, one.uid)
    assert site.read(one.uid).complete_at == clock.at(FRIDAY, 10)


def test_an_expired_paper_of_the_contractor_is_refused_with_its_day(site):
    one = site.submitted()
    site.papers(one.uid, qualification={"good_until": FRIDAY - timedelta(1)})
    said = refused(site, service.accept, one.uid)
    assert said["qualification"].startswith("「施工资质证书」有效期至 2026-11-19,已过期")


def test_the_agent_brings_an_authorisation_and_the_tenant_the_owners_consent(site):
    one = site.submitted(site.form(by_agent=True))
    site.papers(one.uid, authorisation=None, owner_consent=None)
    said = refused(site, service.accept, one.uid)["authorisation"]
    assert "委托书" in said and "业主书面同意书" in said


def test_files_are_attached_to_a_paper_but_not_to_one_that_is_only_looked_at(site, tmp_path):
    one, plan = site.submitted(), tmp_path / "平面图.pdf"
    plan.write_bytes(b"%PDF-1.4 plan")
    line = {"item": "plan", "handed": True, "files": [str(plan)]}
    with site.unit() as session:
        service.check_papers(session, one.uid, [line], site.archive)
        (kept,) = enclosures.of(session, one.uid, "plan")
        assert enclosures.read(site.archive, kept) == b"%PDF-1.4 plan"
        assert list(service.files_of(session, one.uid, site.archive)) == ["plan"]
    only_seen = {"item": "foreman_id", "handed": True, "files": [str(plan)]}
    said = refused(site, service.check_papers, one.uid, [only_seen], site.archive)
    assert "不留影像" in said["foreman_id"]


def test_scenario_9_complete_on_friday_due_next_wednesday_two_days_back_do_not_count(site):
    one = site.accepted()
    assert row(site, one)["due"] == date(2026, 11, 25)
    site.at(9, day=MONDAY)
    with site.unit() as session:
        service.send_back(session, one.uid, reason="电气图没有负荷计算")
    assert (row(site, one)["due"], row(site, one)["state"]) == (None, "returned")
    site.at(9, day=MONDAY + timedelta(2))
    with site.unit() as session:
        service.take_again(session, one.uid)
    shown = row(site, one)
    assert (shown["due"], shown["used"]) == (date(2026, 11, 27), 1)
    assert "退补 11-23–11-24 不计" in shown["why_due"]
    site.at(17, day=date(2026, 11, 27))
    site.agree(one.uid, "QT", "GC", "AB", "KZ", "JL")
    shown = row(site, one)
    assert (shown["used"], shown["in_time"], shown["decided_at"]) == (3, "yes", date(2026, 11, 27))


def row(site, one):
    with site.db.read() as session:
        return views.rows(session, [one.id])[0]


def test_sending_back_needs_a_reason_and_papers_that_come_again_must_be_good(site):
    one = site.accepted()
    assert "退补什么" in refused(site, service.send_back, one.uid, reason=" ")["reason"]
    with site.unit() as session:
        service.send_back(session, one.uid, reason="保单过期")
    site.papers(one.uid, insurance={"good_until": FRIDAY - timedelta(1)})
    assert "已过期" in refused(site, service.take_again, one.uid)["insurance"]


def test_approvals_come_in_order_and_each_refusal_says_who_is_missing(site):
    one = site.accepted()
    assert "前台初审" in refused(site, service.approve, one.uid, staff_id=None)["approver"]
    assert "前台初审" in refused(site, service.approve, one.uid, staff_id=site.people["JL"])["approver"]
    own = refused(site, service.approve, one.uid, staff_id=site.crew.qt.staff_id)["approver"]
    assert "经办人" in own
    site.agree(one.uid, "QT")
    for stage, wrong in (("GC", "AB"), ("AB", "GC"), ("KZ", "JL"), ("JL", "KZ")):
        said = refused(site, service.approve, one.uid, staff_id=site.people[wrong])["approver"]
        label = next(s.label for s in rules.CHAIN if s.key == stage)
        assert label in said
        assert row(site, one)["waits"] == label
        site.agree(one.uid, stage)
    assert site.read(one.uid).state == "approved"


def test_a_paper_that_ran_out_stops_the_approval(site):
    one = site.submitted()
    site.papers(one.uid, insurance={"good_until": MONDAY})
    with site.unit() as session:
        service.accept(session, one.uid)
    site.at(9, day=MONDAY + timedelta(1))
    said = refused(site, service.approve, one.uid, staff_id=site.people["QT"])["approver"]
    assert "公众责任险保单" in said and "2026-11-23" in said


def water(**changes):
    return {
        "kind": "water", "zone": "茶水间", "begun_at": clock.at(FRIDAY - timedelta(2), 9),
        "done_at": clock.at(FRIDAY - timedelta(1), 9), "depth": 25, "downstairs": "刘海", "result": "passed",
        "signed_by": "单雨桐",
    } | changes  # fmt: skip


def pressure(**changes):
    return {
        "kind": "pressure", "zone": "茶水间", "medium": "water", "pressure": "0.8", "hold_minutes": 30,
        "pressure_drop": "0.02", "result": "passed", "signed_by": "单雨桐",
    } | changes  # fmt: skip


def note(site, one, *values):
    with site.unit() as session:
        for value in values:
            service.note_trial(session, one.uid, value)


def test_the_engineer_waits_for_water_and_pressure_tests(site):
    one = site.agree(site.accepted(site.wet()).uid, "QT")
    said = refused(site, service.approve, one.uid, staff_id=site.people["GC"])["approver"]
    assert "闭水试验" in said
    assert row(site, one)["waits"] == "闭水打压"
    note(site, one, water(result="leaks", signed_by=""), pressure())
    assert "不合格" in refused(site, service.approve, one.uid, staff_id=site.people["GC"])["approver"]
    note(site, one, water(signed_by=""))
    assert "没有签字" in refused(site, service.approve, one.uid, staff_id=site.people["GC"])["approver"]
    with site.unit() as session:
        assert service.sign_trials(session, one.uid, signed_by="单雨桐") == 1
    assert site.agree(one.uid, "GC", "AB", "KZ", "JL").state == "approved"


def test_a_test_below_its_limits_cannot_be_noted_as_passed(site):
    one = site.accepted(site.wet())
    assert "20 毫米" in refused(site, service.note_trial, one.uid, water(depth=15))["depth"]
    assert (
        "0.05 MPa"
        in refused(site, service.note_trial, one.uid, pressure(pressure_drop="0.08"))["pressure_drop"]
    )
    assert site.read(one.uid).trials == []


def test_the_heating_season_excuses_the_pressure_test(site):
    one = site.agree(site.accepted(site.wet()).uid, "QT")
    note(site, one, water(), {"kind": "pressure", "exempt": "heating"})
    site.agree(one.uid, "GC")
    with site.db.read() as session:
        assert [given.stage for given in approvals.given(session, one.uid) if given.agreed][-1:] == ["GC"]


def test_signing_needs_a_name_and_a_test(site):
    one = site.accepted(site.wet())
    assert "签字的业主" in refused(site, service.sign_trials, one.uid, signed_by="")["signed_by"]
    assert "没有等" in refused(site, service.sign_trials, one.uid, signed_by="单雨桐")["signed_by"]


def test_a_refusal_needs_a_reason_and_goes_back_to_the_applicant(site):
    one = site.agree(site.accepted().uid, "QT")
    engineer = site.people["GC"]
    assert "理由" in refused(site, service.approve, one.uid, staff_id=engineer, agreed=False)["note"]
    with site.unit() as session:
        service.approve(session, one.uid, staff_id=engineer, agreed=False, note="隔墙顶到喷淋")
    assert site.read(one.uid).state == "rejected"
    with site.unit() as session:
        service.save(session, {**site.form(remark="隔墙降低"), "uid": one.uid})
        service.resubmit(session, one.uid)
        service.accept(session, one.uid)
        assert approvals.given(session, one.uid) == []
    again = site.read(one.uid)
    assert (again.state, again.no, again.decided_at) == ("reviewing", one.no, None)


def test_a_change_while_papers_are_back_takes_the_approvals_back(site):
    one = site.agree(site.accepted().uid, "QT", "GC")
    with site.unit() as session:
        service.send_back(session, one.uid, reason="改图")
        service.save(session, {**site.form(remark="改了图"), "uid": one.uid})
        service.take_again(session, one.uid)
        assert approvals.waiting(session, one.uid, rules.CHAIN).key == "QT"


def test_a_change_under_review_is_refused(site):
    one = site.accepted()
    with pytest.raises(RuleError, match="审批中"), site.unit() as session:
        service.save(session, {**site.form(), "uid": one.uid})


def test_pauses_of_a_refused_round_do_not_count_in_the_next(site):
    one = site.accepted()
    with site.unit() as session:
        service.send_back(session, one.uid, reason="补图")
    site.at(9, day=MONDAY + timedelta(1))
    with site.unit() as session:
        service.take_again(session, one.uid)
        service.approve(session, one.uid, staff_id=site.people["QT"], agreed=False, note="重做方案")
        service.resubmit(session, one.uid)
        service.accept(session, one.uid)
    assert (row(site, one)["paused"], row(site, one)["due"]) == (0, date(2026, 11, 27))


def test_the_permit_waits_for_deposits_and_receipts(site):
    one = site.approved()
    said = refused(site, permits.issue, one.uid, site.archive, render)
    assert (
        "1,000.00" in said["owner_deposit"] and "3,000.00" in said["contractor_deposit"] and "rubbish" in said
    )
    assert "收据号" in refused(site, service.note_fees, one.uid, {"rubbish": 500_00})["rubbish_receipt"]
    assert "金额" in refused(site, service.note_fees, one.uid, {"rubbish_receipt": "77"})["rubbish"]
    with pytest.raises(Doubt, match="应为"), site.unit() as session:
        service.note_fees(session, one.uid, {"owner_deposit": 500_00, "owner_deposit_receipt": "1"})
    site.pay(one.uid)
    with site.unit() as session:
        assert permits.issue(session, one.uid, site.archive, render).state == "valid"


def test_a_fee_that_was_noted_wrongly_is_struck_and_stays_readable(site):
    one = site.approved()
    site.pay(one.uid)
    site.pay(one.uid, rubbish=800_00)
    fees = site.read(one.uid).fees
    assert [(f.kind, f.amount, f.removed) for f in fees if f.kind == "rubbish"] == [
        ("rubbish", 500_00, True), ("rubbish", 800_00, False),
    ]  # fmt: skip
    assert len(fees) == 4


def test_issuing_tells_the_house_and_archives_the_paper(site):
    one = site.issued()
    permit = told(site, one)
    assert (permit.no, permit.state, permit.place) == ("XK-20261120-001", "valid", "15-08")
    assert (permit.starts, permit.ends) == (date(2026, 12, 1), date(2027, 1, 31))
    assert (permit.org, permit.foreman, permit.phone) == ("鼎盛装饰工程有限公司", "龚志刚", "13800138111")
    assert "08:00–18:00" in permit.hours
    with site.db.read() as session:
        paper = attachments.paper_of(session, one.uid, "renovation_permit")
        printed = json.loads(site.archive.read(paper))
        assert renovations.refusal(session, permit.no, date(2026, 12, 5)) == ""
    assert printed["number"] == "XK-20261120-001"
    assert printed["phone"] == "138****8111"
    assert "经理批准 何经理" in printed["approved_by"]


def test_days_and_hours_can_be_set_at_issue(site):
    one = site.approved()
    site.pay(one.uid)
    with site.unit() as session:
        permits.issue(session, one.uid, site.archive, render, ends=date(2026, 12, 31), hours="quiet")
    assert (told(site, one).ends, "噪音、异味" in told(site, one).hours) == (date(2026, 12, 31), False)


def test_no_permit_ends_before_it_begins(site):
    one = site.approved()
    site.pay(one.uid)
    assert "ends" in refused(site, permits.issue, one.uid, site.archive, render, ends=date(2026, 11, 25))


def test_when_the_archive_fails_there_is_no_number_and_the_house_knows_nothing(site):
    one = site.approved()
    site.pay(one.uid)
    site.archive.folder.parent.joinpath("archive").write_text("in the way")
    with pytest.raises(KnownError), site.unit() as session:
        permits.issue(session, one.uid, site.archive, render)
    assert site.read(one.uid).permit_no is None
    assert told(site, one) is None


def test_a_permit_is_not_issued_on_expired_papers(site):
    one = site.submitted()
    site.papers(one.uid, insurance={"good_until": FRIDAY})
    with site.unit() as session:
        service.accept(session, one.uid)
    site.agree(one.uid, "QT", "GC", "AB", "KZ", "JL")
    site.pay(one.uid)
    site.at(9, day=MONDAY)
    assert "2026-11-20" in refused(site, permits.issue, one.uid, site.archive, render)["insurance"]


def extend(site, one, actor=None, **changes):
    values = {"new_end": date(2027, 2, 28), "reason": "材料晚到", "approver_id": site.people["KZ"]} | changes
    with site.unit(actor) as session:
        return permits.extend(session, one.uid, site.archive, render, **values)


def test_an_extension_is_a_new_dated_row_and_the_house_knows(site):
    one = extend(site, site.issued())
    (kept,) = site.read(one.uid).extensions
    assert (kept.old_end, kept.new_end, kept.approver) == (date(2027, 1, 31), date(2027, 2, 28), "陈主管")
    assert told(site, one).ends == date(2027, 2, 28)
    with site.db.read() as session:
        paper = attachments.paper_of(session, one.uid, "renovation_permit")
    printed = json.loads(site.archive.read(paper))
    assert (printed["ends"], printed["number"]) == ("2027-02-28", one.permit_no)
    assert "第 1 次延期" in printed["extended"]


def test_an_extension_without_consent_reason_or_a_later_day_is_refused(site):
    one = site.issued()
    for change, field in (
        ({"new_end": date(2027, 1, 31)}, "new_end"), ({"reason": ""}, "reason"), ({"approver_id": None}, "approver"),
        ({"approver_id": site.people["QT"]}, "approver"),
    ):  # fmt: skip
        with pytest.raises(RuleError) as caught:
            extend(site, one, **change)
        assert field in errors(caught)
    with pytest.raises(RuleError, match="另一人"):
        extend(site, one, actor=site.crew.supervisor)
    assert told(site, one).ends == date(2027, 1, 31)


@pytest.fixture
def followed(monkeypatch):
    """Two registers under the permits, noting what they are told."""
    calls = []
    holdings = [Holding("long", "CR-20261201-001", "黎师傅", "鼎盛", "138****8000")]
    follower = Follower(
        lambda _s, uid, reason, ended: calls.append(("stop", uid, reason, ended)),
        lambda _s, uid: calls.append(("resume", uid)),
        lambda _s, uid: holdings,
    )
    monkeypatch.setattr(under, "FOLLOWERS", (follower,))
    return calls


def test_a_suspension_stops_what_hangs_on_the_permit_and_can_be_lifted(site, followed):
    one = site.issued()
    uid = told(site, one).uid
    assert "原因" in refused(site, permits.suspend, one.uid, reason="")["reason"]
    with site.unit() as session:
        permits.suspend(session, one.uid, reason="擅自改动喷淋")
    assert (told(site, one).state, told(site, one).reason) == ("suspended", "擅自改动喷淋")
    with site.db.read() as session:
        assert "擅自改动喷淋" in renovations.refusal(session, one.permit_no, date(2026, 12, 5))
    assert "整改" in refused(site, permits.lift, one.uid, reason="")["reason"]
    with site.unit() as session:
        permits.lift(session, one.uid, reason="已复原")
    assert told(site, one).state == "valid"
    assert followed == [("stop", uid, "擅自改动喷淋", False), ("resume", uid)]


@pytest.mark.parametrize("how", ["finish", "cancel", "void", "expire"])
def test_the_end_of_a_permit_stops_everything_under_it_for_good(site, followed, how):
    one = site.issued()
    if how == "expire":
        site.at(0, 1, day=date(2027, 2, 1))
        with site.unit(SYSTEM) as session:
            assert permits.expire_due(session) == 1
            assert permits.expire_due(session) == 0
    else:
        with site.unit() as session:
            {
                "finish": lambda: permits.finish(session, one.uid),
                "cancel": lambda: permits.cancel(session, one.uid, reason="退租不装了"),
                "void": lambda: permits.void(
                    session, one.uid, reason="duplicate", approver_id=site.people["JL"]
                ),
            }[how]()
    assert told(site, one).state == "ended"
    assert [(call[0], call[3]) for call in followed] == [("stop", True)]
    assert site.read(one.uid).ended_at is not None
    with pytest.raises(RuleError, match="结束"), site.unit() as session:
        permits.finish(session, one.uid)


def test_a_permit_past_its_last_day_is_expired_before_anybody_noted_it(site):
    one = site.issued()
    site.at(9, day=date(2027, 2, 1))
    assert row(site, one)["state"] == "expired"
    with pytest.raises(RuleError, match="已到期"):
        extend(site, one)


def test_a_cancellation_needs_a_reason_and_a_voiding_a_second_person(site):
    one = site.issued()
    assert "原因" in refused(site, permits.cancel, one.uid, reason=" ")["reason"]
    said = refused(site, permits.void, one.uid, reason="", approver_id=None)
    assert set(said) == {"reason", "approver"}
    said = refused(site, permits.void, one.uid, reason="other", approver_id=site.people["QT"])
    assert set(said) == {"note", "approver"}
    said = refused(
        site, permits.void, one.uid, actor=site.crew.manager, reason="misprint", approver_id=site.people["JL"]
    )
    assert "另一人" in said["approver"]


def test_an_application_can_be_withdrawn_and_its_number_stays_taken(site):
    one = site.submitted()
    assert "原因" in refused(site, service.withdraw, one.uid, reason="")["reason"]
    with site.unit() as session:
        service.withdraw(session, one.uid, reason="客户不装了")
    assert site.read(one.uid).state == "withdrawn"
    assert site.submitted().no == "ZX-20261120-002"


def test_who_has_no_business_here_cannot_do_it(site):
    from dataclasses import replace

    guard = replace(site.crew.qt, roles=frozenset({people.Role.MG}))
    assert "没有这项权限" in refused(site, service.save, site.form(), actor=guard)[""]


def test_it_is_found_by_room_people_companies_telephones_and_both_numbers(site):
    one = site.issued()
    with site.db.read() as session:
        for text in (
            "15-08",
            "蓝湾置业",
            "htmy",
            "鼎盛",
            "dszs",
            "龚志刚",
            "gzg",
            "0138111",
            one.no,
            one.permit_no,
        ):
            assert search.find_records(session, text, "renovation_permits") == [one.id], text
        assert search.by_uid(session, one.uid).detail.split() == [one.no, one.permit_no]


def test_the_application_is_drawn_again_only_after_a_change(site):
    one = site.submitted()
    with site.unit() as session:
        first = service.print_application(session, one.uid, site.archive, render)
    site.at(10, 5)
    with site.unit() as session:
        again = service.print_application(session, one.uid, site.archive, render)
        assert again.paper.uid == first.paper.uid
        service.save(session, {**site.form(remark="加一间"), "uid": one.uid})
    site.at(10, 6)
    with site.unit() as session:
        fresh = service.print_application(session, one.uid, site.archive, render)
    assert json.loads(fresh.pdf)["remark"] == "加一间"
    assert json.loads(first.pdf)["remark"] == ""


def test_a_draft_has_nothing_to_print_and_too_many_reprints_need_a_lead(site):
    with site.unit() as session:
        draft = service.save(session, {"room": "15-08"})
    assert "先提交" in refused(site, service.print_application, draft.uid, site.archive, render)[""]
    assert "还没有发许可证" in refused(site, permits.print_permit, draft.uid, site.archive)[""]
    one = site.issued()
    with site.unit() as session:
        paper = permits.print_permit(session, one.uid, site.archive).paper
        for _ in range(settings.get(session, terms.REPRINTS) + 1):
            attachments.printed(session, paper.id)
    assert "当班负责人" in refused(site, permits.print_permit, one.uid, site.archive)[""]
    with site.unit(site.crew.lead) as session:
        assert permits.print_permit(session, one.uid, site.archive).nth == 4


def test_a_suspended_permit_is_not_printed_and_a_cancelled_one_is_marked(site):
    one = site.issued()
    with site.unit() as session:
        permits.suspend(session, one.uid, reason="违章")
    assert "吊扣中" in refused(site, permits.print_permit, one.uid, site.archive)[""]
    with site.unit() as session:
        permits.cancel(session, one.uid, reason="退租")
        assert permits.print_permit(session, one.uid, site.archive).void


def waiting(site):
    with site.db.read() as session:
        return list(dues.due(session))


def test_today_shows_the_last_day_of_an_approval_and_why(site):
    site.accepted()
    (one,) = waiting(site)
    assert one.at == clock.at(date(2026, 11, 25), 18)
    assert "计 11-23、11-24、11-25" in one.detail
    assert (one.label, one.tone) == ("前台初审", Tone.WAITING)
    site.at(9, day=date(2026, 11, 25))
    assert waiting(site)[0].tone is Tone.DUE
    site.at(18, 1, day=date(2026, 11, 25))
    assert waiting(site)[0].tone is Tone.LATE


def test_today_shows_tests_to_arrange_fees_to_take_and_papers_that_are_back(site):
    wet = site.submitted(site.wet())
    (one,) = waiting(site)
    assert (one.label, clock.local(one.at).date()) == ("资料与闭水打压", MONDAY)
    site.papers(wet.uid)
    with site.unit() as session:
        service.accept(session, wet.uid)
        service.send_back(session, wet.uid, reason="缺给排水图")
    (one,) = waiting(site)
    assert (one.label, one.at) == ("退补", None)
    assert "缺给排水图" in one.detail
    site.approved()
    assert {one.label for one in waiting(site)} == {"退补", "待缴费"}


def others(site):
    """Return what waits besides the deposits of the permit that was cancelled."""
    return [said for said in waiting(site) if "押金" not in said.label]


def test_today_shows_permits_and_contractors_papers_that_end_within_a_week(site):
    one = site.issued(site.form(qual_until=date(2027, 1, 10), ends=date(2027, 1, 9)))
    assert waiting(site) == []
    site.at(9, day=date(2027, 1, 2))
    (said,) = waiting(site)
    assert said.label == "许可证到期"
    assert clock.local(said.at).date() == date(2027, 1, 9)
    site.at(10)
    with site.unit() as session:
        permits.cancel(session, one.uid, reason="重办")
    other = site.submitted()
    site.papers(other.uid, insurance={"good_until": date(2026, 12, 5)})
    with site.unit() as session:
        service.accept(session, other.uid)
    site.agree(other.uid, "QT", "GC", "AB", "KZ", "JL")
    site.pay(other.uid)
    with site.unit() as session:
        permits.issue(session, other.uid, site.archive, render)
    site.at(9, day=date(2026, 12, 4))
    assert [said.label for said in others(site)] == ["公众责任险保单到期"]
    with site.unit() as session:
        permits.suspend(session, other.uid, reason="违章")
    assert [said.label for said in others(site)] == ["吊扣中"]


def test_a_permit_nothing_is_to_be_said_of_is_not_even_read_for_today(site):
    site.issued()
    with site.db.read() as session, loaded(Renovation) as read:
        assert dues.due(session) == []
    assert read == []


def test_the_form_of_a_record_is_the_form_that_was_filled_in(site):
    form = site.form(permissions=[{"matter": "gas", "paper_no": "燃 12", "paper_day": FRIDAY}], ask_gas="yes")
    one = site.submitted(form)
    with site.db.read() as session:
        shown = views.values(session, one.uid)
    for key, value in form.items():
        if key != "room":
            assert shown[key] == value, key
    with site.unit() as session:
        service.save(session, {**shown, "uid": one.uid})
    assert len(site.read(one.uid).works) == 1


def test_rooms_offer_owner_tenant_and_relation(site):
    with site.db.read() as session:
        (offer,) = views.suggest_room(session, "15-08", {})
        assert offer.fills == {
            "owner": "蓝湾置业有限公司",
            "tenant": "恒泰贸易有限公司",
            "relation": "tenant",
        }
        (own,) = views.suggest_room(session, "15-09", {})
        assert own.fills == {"owner": "刘海", "tenant": "", "relation": "owner"}


def test_a_contractor_who_was_here_before_is_offered_with_papers_and_people(site):
    site.submitted()
    with site.db.read() as session:
        (offer,) = views.suggest_org(session, "dszs", {})
    assert offer.fills["credit_code"] == "9144030071526726XG"
    assert offer.fills["foreman"] == "龚志刚"


def test_the_checklist_shows_required_papers_first_and_presets_the_qualification(site):
    one = site.submitted()
    with site.db.read() as session:
        lines = views.paper_lines(session, one.uid)
    needed = [line.required for line in lines]
    assert needed == sorted(needed, reverse=True)
    preset = next(line for line in lines if line.item.key == "qualification")
    assert (preset.handed, preset.paper_no, preset.good_until) == (False, "D244012345", LONG)


def figure(site, key, first=date(2026, 11, 1), last=date(2026, 11, 30)):
    kpi = next(kpi for kpi in figures.KPIS if kpi.key == key)
    with site.db.read() as session:
        return kpi.count(session, first, last)


def test_the_months_figures_can_be_counted_again_in_the_sheet(site):
    assert figure(site, "in_time") == (0, 0)
    site.issued()
    late = site.accepted()
    open_ = site.accepted()
    site.at(9, day=date(2026, 11, 26))
    site.agree(late.uid, "QT", "GC", "AB", "KZ", "JL")
    assert figure(site, "applied") == (3, None)
    assert figure(site, "in_time") == (1, 2)
    assert figure(site, "late") == (1, None)
    assert figure(site, "in_force") == (1, None)
    with site.db.read() as session:
        rows = views.month(session, date(2026, 11, 1), date(2026, 11, 30))
    assert [r["in_time"] for r in rows] == ["yes", "no", ""]
    assert rows[0]["deposit"] == 4000_00
    assert open_.no == rows[2]["no"]
    assert figure(site, "applied", date(2026, 12, 1), date(2026, 12, 31)) == (0, None)


def test_a_past_months_figures_stay_what_they_were_on_its_last_day(site):
    one = site.issued()
    late = site.accepted()
    october = date(2026, 10, 1), date(2026, 10, 31)
    site.at(9, day=date(2026, 12, 3))
    assert (figure(site, "in_force"), figure(site, "late")) == ((1, None), (1, None))
    with site.unit() as session:
        permits.finish(session, one.uid)
    site.agree(late.uid, "QT", "GC", "AB", "KZ", "JL")
    assert (figure(site, "in_force"), figure(site, "late")) == ((1, None), (1, None))
    assert (figure(site, "in_force", *october), figure(site, "late", *october)) == ((0, None), (0, None))
    december = date(2026, 12, 1), date(2026, 12, 31)
    assert (figure(site, "in_force", *december), figure(site, "late", *december)) == ((0, None), (0, None))


def test_a_permit_is_no_longer_under_way_in_the_figures_after_its_last_day(site):
    site.issued(site.form(starts=date(2026, 11, 21), ends=date(2026, 11, 28)))
    assert figure(site, "in_force") == (1, None)
    site.at(9, day=date(2026, 11, 29))
    assert figure(site, "in_force") == (0, None)


def test_an_approval_counts_in_the_month_of_its_last_day(site):
    site.at(10, day=date(2026, 11, 30))
    site.approved()
    assert figure(site, "in_time") == (0, 0)
    assert figure(site, "in_time", date(2026, 12, 1), date(2026, 12, 31)) == (1, 1)


def test_a_renovation_stands_in_the_sheets_of_its_months_and_not_after(site):
    one = site.issued()
    with site.unit() as session:
        permits.cancel(session, one.uid, reason="不装了")
    with site.db.read() as session:
        assert len(views.month(session, date(2026, 11, 1), date(2026, 11, 30))) == 1
        assert views.month(session, date(2026, 12, 1), date(2026, 12, 31)) == []


def test_the_list_counts_to_the_approval_and_then_to_the_permits_end(site):
    one = site.accepted()
    shown = []
    for stages in ((), ("QT", "GC", "AB", "KZ", "JL")):
        site.agree(one.uid, *stages) if stages else None
        with site.db.read() as session:
            shown.append(views.rows(session, [one.id])[0]["due"])
    site.pay(one.uid)
    with site.unit() as session:
        permits.issue(session, one.uid, site.archive, render)
    with site.db.read() as session:
        shown.append(views.rows(session, [one.id])[0]["due"])
    assert shown == [date(2026, 11, 25), None, date(2027, 1, 31)]


def test_the_printed_application_has_a_box_for_every_question_and_every_paper(site):
    one = site.submitted(
        site.form(
            ask_fire="yes", permissions=[{"matter": "fire", "paper_no": "深消 18", "paper_day": FRIDAY}]
        )
    )
    site.papers(one.uid, insurance=None)
    with site.unit() as session:
        printed = json.loads(service.print_application(session, one.uid, site.archive, render).pdf)
    answers = {line["text"]: line["answer"] for line in printed["self_check"]}
    assert len(answers) == len(terms.MATTERS)
    assert (answers["改喷淋、烟感"], answers["改动幕墙"]) == ("是", "否")
    papers = {line["text"]: line["answer"] for line in printed["papers"]}
    assert (papers["公众责任险保单"], papers["政府批文"]) == ("", "已交")


def test_a_row_has_one_button_so_that_the_list_keeps_its_width():
    for state in rules.STATES:
        in_row = [a.key for a in REGISTER.actions if a.in_row and (not a.states or state in a.states)]
        assert len(in_row) <= 1, (state, in_row)


def test_views_count_what_is_under_way(site):
    site.issued()
    site.accepted()
    site.submitted()
    with site.db.read() as session:
        assert views.counts(session) == {"open": 2, "reviewing": 1, "in_force": 1}
        assert len(views.ids(session, "all", "")) == 3
        assert len(views.ids(session, "ended", "")) == 0
        assert len(views.ids(session, "all", "XK-")) == 1
