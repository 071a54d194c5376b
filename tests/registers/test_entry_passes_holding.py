import json
from datetime import date, timedelta

import pytest

from desk_app.core import attachments, enclosures, links, settings
from desk_app.core.errors import FieldErrors, RuleError
from desk_app.core.people import SYSTEM
from desk_app.registers.entry_passes import holding, service, terms, views
from tests.registers.pass_desk import RENDERS, SATURDAY


def setting(passes, spec, value):
    with passes.db.write(SYSTEM) as session:
        settings.change(session, spec, value)


def seen(passes, uid):
    """Return the row of a pass as the list shows it."""
    with passes.db.read() as session:
        one = service.find(session, uid)
        return views.rows(session, [one.id])[0]


def expire(passes):
    with passes.db.write(SYSTEM) as session:
        return holding.expire_due(session)


def test_an_extension_is_a_new_dated_row_and_prints_anew(passes):
    one = passes.issued(wanted_to=date(2026, 12, 15))
    row = passes.extend(one.uid, date(2027, 1, 10))
    assert (row.nth, row.starts, row.ends, row.fee, row.receipt) == (
        1, date(2026, 12, 16), date(2027, 1, 10), 500, "SJ-0002",
    )  # fmt: skip
    assert (row.approver_name, row.handler_name) == ("陈主管", "李敏")
    passes.at(date(2027, 1, 12))
    row = passes.extend(one.uid, date(2027, 1, 31))
    assert (row.nth, row.starts) == (2, date(2027, 1, 12))
    one = passes.read(one.uid)
    assert (one.ends, one.state, len(one.extensions)) == (date(2027, 1, 31), "issued", 2)
    with passes.db.read() as session:
        said = json.loads(passes.archive.read(attachments.paper_of(session, one.uid, "entry_pass_a6")))
    assert (said["valid_until"], said["extended"], said["number"]) == ("2027-01-31", "第 2 次延期", one.no)
    assert seen(passes, one.uid)["fee"] == 1500


def test_an_extension_never_passes_the_permit_and_needs_a_supervisor(passes):
    one = passes.issued(wanted_to=date(2026, 12, 15))
    with pytest.raises(FieldErrors, match="最晚只能延到 2027-01-31"):
        passes.extend(one.uid, date(2027, 2, 1))
    with pytest.raises(FieldErrors, match="王班长 不能审批"):
        passes.extend(one.uid, date(2027, 1, 10), approver_id=passes.crew.lead.staff_id)
    with pytest.raises(FieldErrors, match="收据号"):
        passes.extend(one.uid, date(2027, 1, 10), receipt="")
    assert passes.read(one.uid).ends == date(2026, 12, 15)


def test_what_is_overdue_or_temporary_is_not_extended(passes):
    temporary = passes.issue_temporary()
    with pytest.raises(FieldErrors, match="临时出入证不办延期"):
        passes.extend(temporary.uid, date(2026, 11, 30))
    one = passes.issued(wanted_to=date(2026, 11, 30))
    passes.at(date(2026, 12, 8))
    with pytest.raises(RuleError, match="现在是「逾期未退」,不能延期"):
        passes.extend(one.uid, date(2026, 12, 30))


def test_a_card_comes_back_with_its_condition(passes):
    one = passes.issued()
    with pytest.raises(RuleError, match="是否完好"), passes.unit() as session:
        holding.give_back(session, one.uid, condition="")
    for on in (SATURDAY - timedelta(1), SATURDAY + timedelta(1)):
        with pytest.raises(RuleError, match="日期应在发证日"), passes.unit() as session:
            holding.give_back(session, one.uid, condition="good", on=on)
    with passes.unit() as session:
        back = holding.give_back(session, one.uid, condition="altered", by="梁工", note="日期被改")
    assert (back.state, back.ended_on, back.ended_kind, back.ended_by) == (
        "returned",
        SATURDAY,
        "altered",
        "梁工",
    )
    assert seen(passes, one.uid)["reason"] == "涂改:日期被改"
    with pytest.raises(RuleError, match="已经结束"), passes.unit() as session:
        holding.report_lost(session, one.uid, note="又丢了")


def test_a_lost_pass_is_replaced_by_a_new_number_no_later_end_and_a_second_deposit(passes):
    one = passes.issued(wanted_to=date(2026, 12, 15))
    with pytest.raises(RuleError, match="请写明谁报失"), passes.unit() as session:
        holding.report_lost(session, one.uid, note=" ")
    with pytest.raises(RuleError, match="现在是「已发证」,不能补证"), passes.unit() as session:
        holding.replace(session, one.uid, passes.archive)
    with passes.unit() as session:
        holding.report_lost(session, one.uid, note="地铁上遗失")
        fresh = holding.replace(session, one.uid, passes.archive)
        assert (fresh.state, fresh.no, fresh.approver_name) == ("awaiting_fee", None, "陈主管")
        assert holding.replace(session, one.uid, passes.archive).uid == fresh.uid
        assert [e.name for e in enclosures.of(session, fresh.uid, "photo")] == ["zhang.png"]
        assert [link.kind for link in links.of(session, one.uid)] == ["replaced"]
    assert passes.read(one.uid).state == "lost"
    passes.at(date(2026, 11, 25))
    with passes.unit() as session:
        service.pay(session, fresh.uid, receipt="SJ-7", taken_by=passes.crew.qt.staff_id)
        service.issue(session, fresh.uid, passes.archive, RENDERS)
    fresh = passes.read(fresh.uid)
    assert (fresh.no, fresh.ends, fresh.fee, fresh.deposit) == (
        "CR-20261125-001",
        date(2026, 12, 15),
        500,
        5000,
    )
    assert passes.read(one.uid).state == "replaced"


def test_by_setting_a_replacement_costs_nothing(passes):
    setting(passes, terms.REPLACE_DEPOSIT, False)
    one = passes.lost()
    with passes.unit() as session:
        assert views.fee_text(session, holding.replace(session, one.uid, passes.archive).uid).startswith(
            "工本费 5.00 元,押金 0.00"
        )
    setting(passes, terms.REPLACE_FEE, False)
    other = passes.lost(name="乙")
    with passes.unit() as session:
        assert holding.replace(session, other.uid, passes.archive).state == "paid"


def test_a_lost_temporary_pass_is_replaced_without_approval_or_fee(passes):
    one = passes.issue_temporary()
    passes.at(date(2026, 11, 22))
    with passes.unit() as session:
        holding.report_lost(session, one.uid, note="遗失")
        fresh = holding.replace(session, one.uid, passes.archive)
        assert fresh.state == "draft"
        fresh = service.issue(session, fresh.uid, passes.archive, RENDERS)
    assert (fresh.no, fresh.ends) == ("LS-20261122-001", date(2026, 11, 23))


def test_a_lost_pass_that_ran_out_is_not_replaced(passes):
    one = passes.lost(wanted_to=date(2026, 11, 30))
    begun = passes.lost(name="乙", wanted_to=date(2026, 11, 30))
    with passes.unit() as session:
        fresh = holding.replace(session, begun.uid, passes.archive)
        service.pay(session, fresh.uid, receipt="SJ-7", taken_by=passes.crew.qt.staff_id)
    passes.at(date(2026, 12, 1))
    with pytest.raises(RuleError, match="原证有效期已到 2026-11-30,不能补证"), passes.unit() as session:
        holding.replace(session, one.uid, passes.archive)
    with pytest.raises(RuleError, match="不能补证"), passes.unit() as session:
        service.issue(session, fresh.uid, passes.archive, RENDERS)


def test_a_lost_pass_that_turns_up_is_returned_unless_it_is_being_replaced(passes):
    one = passes.lost()
    with passes.unit() as session:
        fresh = holding.replace(session, one.uid, passes.archive)
        with pytest.raises(RuleError, match="正在补办"):
            holding.give_back(session, one.uid, condition="good")
        service.discard(session, fresh.uid, reason="找到了")
        assert holding.give_back(session, one.uid, condition="good").state == "returned"


def test_a_card_is_taken_away_for_a_reason_and_the_deposit_stays(passes):
    one = passes.issued()
    for kind, note, said in (("", "转借他人", "请选择没收原因"), ("lent", " ", "请写明经过")):
        with pytest.raises(RuleError, match=said), passes.unit() as session:
            holding.confiscate(session, one.uid, kind=kind, note=note)
    with passes.unit() as session:
        gone = holding.confiscate(session, one.uid, kind="elsewhere", note="在 15-09 施工,证上为 15-08")
    assert (gone.state, gone.deposit) == ("confiscated", 5000)
    assert seen(passes, one.uid)["reason"] == "串房:在 15-09 施工,证上为 15-08"


def test_passes_run_out_at_midnight_and_are_overdue_after_a_week(passes):
    one, long = passes.issue_temporary(), passes.issued(wanted_to=date(2026, 11, 24))
    passes.at(date(2026, 11, 23), 23)
    assert (expire(passes), seen(passes, one.uid)["state"]) == (0, "issued")
    passes.at(date(2026, 11, 24), 0)
    assert seen(passes, one.uid)["state"] == "expired"  # whether or not anybody noted it
    assert (expire(passes), passes.read(one.uid).state, passes.read(long.uid).state) == (
        1,
        "expired",
        "issued",
    )
    passes.at(date(2026, 11, 30))
    assert (expire(passes), passes.read(one.uid).state, passes.read(long.uid).state) == (
        1,
        "expired",
        "expired",
    )
    passes.at(date(2026, 12, 1))
    assert (expire(passes), passes.read(one.uid).state) == (1, "overdue")
    with passes.unit() as session:
        assert holding.give_back(session, one.uid, condition="good").state == "returned"
    passes.at(date(2026, 12, 20))
    assert (expire(passes), passes.read(long.uid).state) == (1, "overdue")


def test_a_suspended_permit_freezes_its_passes_and_gives_them_back(passes):
    other = passes.permit(no="XK-20261101-002", record_uid="renovation-2")
    mine, theirs = passes.issued(), passes.issued(name="乙", permit_no="XK-20261101-002")
    lost, waiting = passes.lost(name="丙"), passes.paid(name="丁")
    with passes.unit() as session:
        changed = holding.stop_under(session, "renovation-1", ended=False, reason="违章停工")
        assert [one.uid for one in changed] == [mine.uid]
        assert holding.stop_under(session, "renovation-1", ended=False, reason="违章停工") == []
    states = [passes.read(one.uid).state for one in (mine, theirs, lost, waiting)]
    assert states == ["frozen", "issued", "lost", "paid"]
    assert seen(passes, mine.uid)["reason"] == "违章停工"
    with pytest.raises(RuleError, match="现在是「冻结」,不能延期"), passes.unit() as session:
        holding.extend(session, mine.uid, passes.archive, RENDERS, new_end=date(2027, 1, 1), approver_id=None)
    with pytest.raises(RuleError, match="不能补打"), passes.unit() as session:
        service.reprint(session, mine.uid, passes.archive, "entry_pass_a6")
    with passes.unit() as session:
        assert [one.uid for one in holding.resume_under(session, "renovation-1")] == [mine.uid]
        assert holding.resume_under(session, other) == []
    assert passes.read(mine.uid).state == "issued" and passes.read(mine.uid).held_reason == ""


def test_an_ended_permit_stops_its_passes_for_good_and_lists_what_to_collect(passes):
    with passes.db.read() as session:
        from desk_app.core import renovations

        permit = renovations.by_number(session, "XK-20261101-001").uid
    first, frozen = passes.issued(), passes.issued(name="乙")
    back, _out = passes.issued(name="丙"), passes.issued(name="丁", wanted_to=date(2026, 11, 21))
    with passes.unit() as session:
        holding.give_back(session, back.uid, condition="good")
        holding.stop_under(session, permit, ended=False, reason="停工")
    passes.at(date(2026, 11, 22))
    expire(passes)
    with passes.unit() as session:
        changed = holding.stop_under(session, permit, ended=True, reason="完工")
        assert {one.uid for one in changed} == {first.uid, frozen.uid}
        assert holding.resume_under(session, permit) == []
    with passes.db.read() as session:
        rows = views.to_collect(session, permit)
    assert [(row["no"], row["state"]) for row in rows] == [
        ("CR-20261121-001", "stopped"), ("CR-20261121-002", "stopped"), ("CR-20261121-004", "expired"),
    ]  # fmt: skip
    with passes.unit() as session:
        holding.give_back(session, first.uid, condition="good")
        assert len(views.to_collect(session, permit)) == 2


def test_a_frozen_pass_runs_out_like_any_other(passes):
    one = passes.issued(wanted_to=date(2026, 11, 24))
    with passes.unit() as session:
        holding.stop_under(session, "renovation-1", ended=False, reason="停工")
    passes.at(date(2026, 11, 25))
    expire(passes)
    with passes.unit() as session:
        assert holding.resume_under(session, "renovation-1") == []
    assert passes.read(one.uid).state == "expired"


def test_the_renovation_permit_stops_its_passes_and_lists_them(passes):
    from desk_app.core import renovations
    from desk_app.registers.renovation_permits import under

    one = passes.issued()
    back = passes.issued(name="乙")
    with passes.unit(passes.crew.manager) as session:
        uid = renovations.by_number(session, one.permit_no).uid
        under.stop(session, uid, reason="违章停工", ended=False)
        assert service.find(session, one.uid).state == "frozen"
        under.resume(session, uid)
        assert service.find(session, one.uid).state == "issued"
        holding.give_back(session, back.uid, condition="good")
        under.stop(session, uid, reason="完工", ended=True)
        out = under.to_collect(session, uid)
    assert [(found.kind, found.no, found.holder, found.phone) for found in out] == [
        ("long", one.no, "张伟", "139****5678")
    ]
