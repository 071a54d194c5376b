"""Two duties on one paper: refused beside the field while the setting is on, done when it is off (domain.md §1.1)."""

from __future__ import annotations

from datetime import date

import pytest

from desk_app.core import clock, duties, lone, settings, signing
from desk_app.core.declare import Ref, Tone
from desk_app.core.errors import FieldErrors, RuleError
from desk_app.core.people import SYSTEM, VERBS
from desk_app.core.records import Base
from desk_app.registers.entry_passes import service as pass_service
from desk_app.registers.entry_passes import views as pass_views
from desk_app.registers.key_counts import service as counts
from desk_app.registers.release_slips import service as slips
from desk_app.registers.release_slips import views as slip_views
from desk_app.registers.tables import import_all
from desk_app.reports import rights
from tests.registers.papers import render
from tests.staff import PASSWORD, give_password

NEXT_DAY = date(2026, 11, 22)


def switch_off(db, pair):
    with db.write(SYSTEM) as session:
        settings.change(session, pair.setting, False)


def field_of(refused):
    error = refused.value
    return error.errors[0].field if isinstance(error, FieldErrors) else error.field


def test_every_pair_names_verbs_and_columns_that_there_are():
    rights.load()
    import_all()
    columns = {column.name for table in Base.metadata.tables.values() for column in table.columns}
    for pair in duties.PAIRS:
        assert pair.verbs and set(pair.verbs) <= set(VERBS), pair.key
        assert {name.rpartition(".")[2] for name in pair.held} <= columns, pair.key
        assert pair.setting.default is True


@pytest.mark.parametrize("pair", duties.PAIRS, ids=lambda pair: pair.key)
def test_one_check_knows_people_by_number_or_name_and_the_setting(db, pair):
    with db.read() as session:
        config = settings.load(session)
        assert duties.clash(config, pair, 3, 1, 3) and duties.clash(config, pair, "李敏", "李敏")
        assert not duties.clash(config, pair, 3, 4) and not duties.clash(config, pair, None, None)
        assert not duties.clash(config, pair, "", "")
    switch_off(db, pair)
    with db.read() as session:
        assert not duties.clash(settings.load(session), pair, 3, 3)


def test_whoever_handles_a_pass_does_not_approve_it(passes):
    supervisor = passes.crew.supervisor
    with passes.unit(supervisor) as session:
        one = pass_service.apply(session, passes.long(), passes.archive)
    with pytest.raises(RuleError, match="陈主管是本单经办人") as refused, passes.unit() as session:
        pass_service.approve(session, one.uid, supervisor.staff_id)
    assert field_of(refused) == "approver"
    switch_off(passes.db, duties.HANDLER)
    with passes.unit() as session:
        assert pass_service.approve(session, one.uid, supervisor.staff_id).approver_name == "陈主管"


def test_whoever_voids_does_not_review_that(passes):
    one, lead = passes.issue_temporary(), passes.crew.lead
    with pytest.raises(FieldErrors, match="由另一人复核") as refused, passes.unit(lead) as session:
        pass_service.void(session, one.uid, reason="misprint", approver_id=lead.staff_id)
    assert field_of(refused) == "approver"
    switch_off(passes.db, duties.VOIDER)
    with passes.unit(lead) as session:
        gone = pass_service.void(session, one.uid, reason="misprint", approver_id=lead.staff_id)
        assert gone.state == "void" and not gone.alone


def test_whoever_took_the_money_does_not_review_the_voiding_of_what_was_paid(passes):
    one, manager = passes.approved(), passes.crew.manager
    with passes.unit() as session:
        pass_service.pay(session, one.uid, receipt="SJ-0001", taken_by=manager.staff_id)
    with pytest.raises(FieldErrors, match="何经理 是收款人") as refused, passes.unit() as session:
        pass_service.void(session, one.uid, reason="misprint", approver_id=manager.staff_id)
    assert field_of(refused) == "approver"
    switch_off(passes.db, duties.MONEY)
    with passes.unit() as session:
        assert (
            pass_service.void(session, one.uid, reason="misprint", approver_id=manager.staff_id).state
            == "void"
        )


def test_whoever_handles_a_slip_does_not_sign_it_as_lead(counter):
    with pytest.raises(FieldErrors, match="不能是同一人") as refused:
        counter.issued(counter.crew.lead)
    assert field_of(refused) == "lead"
    switch_off(counter.db, duties.SLIP)
    assert not counter.issued(counter.crew.lead).alone


@pytest.mark.parametrize("guard", ["李敏", "王班长"])
def test_whoever_issued_or_signed_a_slip_is_not_the_guard_who_checks_it(counter, guard):
    slip = counter.issued()
    with pytest.raises(RuleError, match=f"{guard} 开具或签了") as refused, counter.unit() as session:
        slips.refuse_at_gate(session, slip.uid, guard=guard, note="少一台")
    assert field_of(refused) == "guard"
    switch_off(counter.db, duties.GATE)
    with counter.unit() as session:
        slips.refuse_at_gate(session, slip.uid, guard=guard, note="少一台")
    assert counter.read(slip.uid).state == "refused_at_gate"


def test_whoever_counted_does_not_review_the_stock_take(keydesk):
    supervisor = keydesk.crew.supervisor
    with keydesk.unit(supervisor) as session:
        count = counts.start(session, {"scope": "", "witness": keydesk.ref(keydesk.crew.other_qt)})
        counts.mark_rest(session, count.uid)
        counts.submit(session, count.uid, keydesk.archive, render)
    with pytest.raises(RuleError, match="盘点人、监盘人以外"), keydesk.unit(supervisor) as session:
        counts.review(session, count.uid)
    switch_off(keydesk.db, duties.COUNTER)
    with keydesk.unit(supervisor) as session:
        assert counts.review(session, count.uid).state == "reviewed"


def alone_at_night(counter, actor=None):
    counter.at(20)
    one = actor or counter.crew.lead
    return counter.issued(one, lead=Ref(one.staff_id, one.name), lead_note="夜班一人")


def test_what_one_person_did_alone_is_not_approved_by_that_person(counter):
    supervisor = counter.crew.supervisor
    slip = alone_at_night(counter, supervisor)
    with pytest.raises(RuleError, match="经办人以外"), counter.unit(supervisor) as session:
        lone.approve(session, slip.uid)
    switch_off(counter.db, duties.ALONE)
    with counter.unit(supervisor) as session:
        assert lone.approve(session, slip.uid).reviewed_by == "陈主管"


def test_a_supervisor_objects_and_says_why_once(counter):
    slip = alone_at_night(counter)
    with pytest.raises(RuleError, match="请写明") as refused, counter.unit(counter.crew.manager) as session:
        lone.object_to(session, slip.uid, reason=" ")
    assert field_of(refused) == "reason"
    with counter.unit(counter.crew.manager) as session:
        lone.object_to(session, slip.uid, reason="货主没有到场,请补手续")
    one = counter.read(slip.uid)
    assert (one.objected, one.reviewed_by, one.review_note) == (True, "何经理", "货主没有到场,请补手续")
    with pytest.raises(RuleError, match="不需要补审"), counter.unit(counter.crew.manager) as session:
        lone.approve(session, slip.uid)


def test_it_is_due_from_the_next_shift_and_loud_after_a_day(counter):
    alone_at_night(counter)

    def told(hour, day=NEXT_DAY):
        counter.at(hour, day=day)
        with counter.db.read() as session:
            return [(due.label, due.tone) for due in slip_views.due(session) if "补审" in due.label]

    assert told(23, date(2026, 11, 21)) == []
    assert told(9) == [("待主管补审", Tone.DUE)]
    assert told(21) == [("超过一天未补审", Tone.LATE)]


def test_a_pass_voided_alone_at_night_is_entered_and_shown_too(passes):
    lead = passes.crew.lead
    passes.at(hour=20)
    one = passes.issue_temporary(lead)
    with passes.unit(lead) as session:
        gone = pass_service.void(session, one.uid, reason="misprint", approver_id=lead.staff_id, note="一人")
        assert gone.alone
    passes.at(NEXT_DAY, 9)
    with passes.db.read() as session:
        assert [due.label for due in pass_views.due(session)] == ["待主管补审"]
    with passes.unit(passes.crew.supervisor) as session:
        lone.approve(session, one.uid)
    with passes.db.read() as session:
        assert pass_views.due(session) == []


@pytest.mark.parametrize(
    ("when", "other_signed_in", "allowed"),
    [("only", False, True), ("only", True, False), ("night", True, True), ("never", False, False)],
)
def test_alone_means_the_night_shift_and_by_the_setting_nobody_else_signed_in(
    counter, when, other_signed_in, allowed
):
    crew = counter.crew
    counter.at(20)
    with counter.db.write(SYSTEM) as session:
        settings.change(session, settings.LONE_DUTY, when)
        give_password(session, crew.qt.staff_id)
    if other_signed_in:
        signing.sign_in(counter.db, "001", PASSWORD, "desk-1")
    if allowed:
        assert alone_at_night(counter).alone
    else:
        with pytest.raises(FieldErrors, match="不能是同一人"):
            alone_at_night(counter)


def test_yesterday_evening_does_not_count_as_this_shift(counter):
    with counter.unit(counter.crew.lead) as session:
        counter.at(20)
        assert lone.is_alone(session)
        counter.at(10)
        assert not lone.is_alone(session)
    assert clock.today() == date(2026, 11, 21)
