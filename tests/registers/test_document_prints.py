"""Prints for the departments: nobody prints before the named supervisor agreed and signed (S0㈦(5))."""

from __future__ import annotations

import json
from dataclasses import dataclass, replace
from datetime import date
from types import SimpleNamespace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy.exc import IntegrityError

from desk_app.core import approvals, attachments, clock, people, search, settings
from desk_app.core.attachments import Archive
from desk_app.core.declare import Ref, Tone
from desk_app.core.errors import FieldErrors, KnownError, RuleError
from desk_app.core.people import SYSTEM, Role
from desk_app.registers.document_prints import figures, rules, service, terms, views
from desk_app.registers.document_prints.register import REGISTER
from tests.registers.papers import render

FRIDAY = date(2026, 11, 20)
NOVEMBER = (date(2026, 11, 1), date(2026, 11, 30))
COMPLETE = rules.Case(
    title="停水通知", department="service", applicant="欧阳雪", approver="陈主管",
    approver_roles=frozenset({Role.KZ}), copies=12, pages=1,
)  # fmt: skip


def fields_of(errors: list[RuleError]) -> list[str]:
    return [error.field for error in errors]


def test_a_complete_application_lacks_nothing_and_an_empty_one_is_told_everything():
    assert rules.wrong_application(COMPLETE) == []
    missing = ["title", "department", "applicant", "approver", "copies", "pages"]
    assert fields_of(rules.wrong_application(rules.Case())) == missing


@pytest.mark.parametrize("department", terms.SUPERVISED_BY)
@given(role=st.sampled_from(Role))
def test_only_a_supervisor_of_the_department_may_agree(department, role):
    case = replace(COMPLETE, department=department, approver_roles=frozenset({role}))
    errors = rules.wrong_approver(case)
    assert (errors == []) == (role in terms.SUPERVISED_BY[department])
    assert all("不能审批" in error.text for error in errors)


def test_every_department_has_somebody_who_agrees():
    assert set(terms.SUPERVISED_BY) == {choice.key for choice in terms.DEPARTMENTS}
    assert all(Role.JL in roles for roles in terms.SUPERVISED_BY.values())


def test_nobody_agrees_to_what_he_asks_for_or_registers():
    own = replace(COMPLETE, applicant="陈主管")
    assert "自己的打印" in rules.wrong_approver(replace(own, approver_is_applicant=True))[0].text
    assert "经办人" in rules.wrong_approver(replace(COMPLETE, approver_is_handler=True))[0].text
    assert rules.wrong_approver(replace(own, approver_is_applicant=False)) == []


@given(copies=st.integers(1, 20), stamped=st.integers(-3, 30) | st.none())
def test_no_more_copies_are_stamped_than_printed(copies, stamped):
    case = replace(COMPLETE, copies=copies, seal=True, seal_copies=stamped)
    assert (rules.wrong_seal(case) == []) == (1 <= (stamped or 0) <= copies)


@pytest.mark.parametrize("key", ["copies", "pages"])
@pytest.mark.parametrize("count", [0, -1, None, 100_000])
def test_counts_are_plausible(key, count):
    assert fields_of(rules.wrong_application(replace(COMPLETE, **{key: count}))) == [key]


@pytest.mark.parametrize(("applicant", "approver"), [(True, False), (False, True), (False, False)])
def test_the_consent_counts_once_both_have_signed(applicant, approver):
    errors = rules.unsigned("欧阳雪", "陈主管", applicant_signed=applicant, approver_signed=approver)
    assert [error.text.split()[0] for error in errors] == [
        name for name, signed in (("欧阳雪", applicant), ("陈主管", approver)) if not signed
    ]


@given(hours=st.integers(1, 240), waited=st.integers(0, 400))
def test_what_lies_too_long_is_late(hours, waited):
    printed = clock.at(FRIDAY, 9)
    now = printed + waited * (clock.at(FRIDAY, 10) - printed)
    assert rules.uncollected_late(printed, hours, now) == (waited >= hours)


@dataclass
class Desk:
    """The desk where prints are asked for."""

    db: object
    crew: object
    archive: Archive

    def unit(self, actor=None):
        return self.db.write(actor or self.crew.qt)

    def form(self, **changes):
        return {
            "title": "停水通知", "department": "service", "applicant": "欧阳雪", "copies": 12, "pages": 2,
            "approver": Ref(self.crew.supervisor.staff_id, "陈主管"), **changes,
        }  # fmt: skip

    def apply(self, actor=None, **changes):
        with self.unit(actor) as session:
            return service.apply(session, self.form(**changes), self.archive, render)

    def agree(self, one, **signed):
        with self.unit() as session:
            given = {"applicant_signed": True, "approver_signed": True} | signed
            return service.agree(session, one.uid, **given)

    def finish(self, one, **said):
        with self.unit() as session:
            me = Ref(self.crew.qt.staff_id, "李敏")
            return service.finish(session, one.uid, **{"printer": me} | said)

    def collect(self, one, **said):
        with self.unit() as session:
            return service.collect(
                session, one.uid, **{"collector": "欧阳雪", "collector_signed": True} | said
            )

    def void(self, one, actor=None, **said):
        with self.unit(actor) as session:
            given = {"reason": "wrong_entry", "approver_id": self.crew.lead.staff_id} | said
            return service.void(session, one.uid, **given)


@pytest.fixture
def prints(db, desk, set_clock, tmp_path):
    set_clock(clock.at(FRIDAY, 10))
    return Desk(db, desk, Archive(tmp_path / "archive"))


def test_from_application_to_collection(prints):
    one = prints.apply()
    assert (one.no, one.state) == ("WD-20261120-001", "applied")
    assert prints.agree(one).state == "agreed"
    done = prints.finish(one)
    assert (done.state, done.printer_name, done.stamped) == ("printed", "李敏", False)
    taken = prints.collect(one, collector="孙助理")
    assert (taken.state, taken.collector, taken.collector_signed) == ("collected", "孙助理", True)
    with pytest.raises(RuleError, match="已经结束"):
        prints.collect(one)


def test_the_supervisor_named_agrees_and_it_is_filed_as_an_approval(prints):
    one = prints.apply()
    prints.agree(one, note="张贴后留一份")
    with prints.db.read() as session:
        [given] = approvals.given(session, one.uid)
    assert (given.stage, given.name, given.note) == ("agree", "陈主管", "张贴后留一份")


def test_nobody_prints_before_the_named_supervisor_agreed(prints):
    one = prints.apply()
    with pytest.raises(RuleError, match="陈主管 还没有同意,不能打印"):
        prints.finish(one)
    with pytest.raises(FieldErrors) as refused:
        prints.agree(one, applicant_signed=False, approver_signed=False)
    assert fields_of(refused.value.errors) == ["applicant_signed", "approver_signed"]
    with prints.db.read() as session:
        assert service.find(session, one.uid).state == "applied"


def test_a_supervisor_who_left_can_no_longer_agree(prints):
    one = prints.apply()
    with prints.unit(SYSTEM) as session:
        people.change_staff(
            session, prints.crew.supervisor.staff_id, name="陈主管", roles=[Role.KZ], active=False
        )
    with pytest.raises(RuleError, match="请选择由谁审批"):
        prints.agree(one)


def test_our_own_department_asks_too_and_the_supervisor_cannot_agree_to_his_own(prints):
    with pytest.raises(FieldErrors, match="本部门也一样"):
        prints.apply(approver=None)
    with pytest.raises(FieldErrors, match="经办人"):
        prints.apply(actor=prints.crew.supervisor)
    with pytest.raises(FieldErrors, match="自己的打印"):
        prints.apply(applicant="陈主管")
    with prints.unit(SYSTEM) as session:
        settings.change(session, settings.SEPARATE_DUTIES, False)
    assert prints.apply(actor=prints.crew.supervisor).state == "applied"
    assert prints.apply(applicant="陈主管").state == "applied"


def test_a_refused_application_takes_no_number(prints):
    with pytest.raises(FieldErrors):
        prints.apply(title="")
    assert prints.apply().no == "WD-20261120-001"


def test_without_an_archive_there_is_no_number(prints, tmp_path):
    (tmp_path / "archive").write_text("in the way")
    with pytest.raises(KnownError, match="没有开具"):
        prints.apply()
    (tmp_path / "archive").unlink()
    assert prints.apply().no == "WD-20261120-001"


def test_what_is_to_be_stamped_is_stamped_before_it_counts_as_printed(prints):
    one = prints.apply(seal=True, seal_copies=3)
    prints.agree(one)
    with pytest.raises(FieldErrors, match="有 3 份要用印") as refused:
        prints.finish(one)
    assert refused.value.field == "stamped"
    assert prints.finish(one, stamped=True).stamped is True


def test_a_print_needs_a_printer_and_a_collector_who_signed(prints):
    one = prints.apply()
    prints.agree(one)
    with pytest.raises(FieldErrors, match="请选择打印人"):
        prints.finish(one, printer=None)
    prints.finish(one)
    with pytest.raises(FieldErrors, match="请填写领取人"):
        prints.collect(one, collector=" ")
    with pytest.raises(FieldErrors, match="欧阳雪 还没有在申请单上签名"):
        prints.collect(one, collector_signed=False)


def test_an_application_is_corrected_until_somebody_agreed(prints):
    one = prints.apply()
    with prints.unit() as session:
        changed = service.correct(
            session, one.uid, prints.form(copies=20), prints.archive, render, reason="填写错误"
        )
    assert (changed.copies, changed.no) == (20, one.no)
    with prints.db.read() as session:
        paper = attachments.paper_of(session, one.uid)
        assert json.loads(prints.archive.read(paper))["copies"] == "20 份"
    prints.agree(one)
    with pytest.raises(RuleError, match="不能更正"), prints.unit() as session:
        service.correct(session, one.uid, prints.form(), prints.archive, render, reason="x")


def test_voiding_needs_a_reason_and_a_second_person(prints, set_clock):
    one = prints.apply()
    with pytest.raises(FieldErrors) as refused:
        prints.void(one, reason="", approver_id=None)
    assert fields_of(refused.value.errors) == ["reason", "approver"]
    with pytest.raises(FieldErrors, match="请写明"):
        prints.void(one, reason="other")
    with pytest.raises(FieldErrors, match="另一人"):
        prints.void(one, actor=prints.crew.lead)
    with pytest.raises(FieldErrors, match="同班作废由当班负责人"):
        prints.void(one, approver_id=prints.crew.other_qt.staff_id)
    set_clock(clock.at(FRIDAY, 20))
    with pytest.raises(FieldErrors, match="跨班作废由客服主管"):
        prints.void(one)
    voided = prints.void(one, reason="not_agreed", approver_id=prints.crew.supervisor.staff_id)
    assert (voided.state, voided.void_approver) == ("void", "陈主管")
    with pytest.raises(RuleError, match="已经结束"):
        prints.agree(one)


def test_reprints_are_limited_and_the_void_one_says_so(prints):
    one = prints.apply()

    def printed(actor=None):
        with prints.unit(actor) as session:
            copy = service.reprint(session, one.uid, prints.archive)
            attachments.printed(session, copy.paper.id)
            return copy.nth, copy.void

    assert [printed() for _ in range(4)] == [(n, False) for n in range(4)]
    with pytest.raises(RuleError, match="当班负责人"):
        printed()
    prints.void(one)
    assert printed(prints.crew.lead) == (4, True)


def test_the_database_itself_refuses_a_print_without_consent(prints):
    one = prints.apply()
    with pytest.raises(IntegrityError), prints.unit() as session:
        service.find(session, one.uid).state = "printed"
        session.info["verb"] = "test"
        session.flush()


def test_lists_counts_and_month(prints, set_clock):
    one, two, three = prints.apply(), prints.apply(seal=True, seal_copies=2), prints.apply(copies=1)
    prints.agree(one)
    prints.agree(two)
    prints.finish(two, stamped=True)
    prints.void(three)
    with prints.db.read() as session:
        assert views.counts(session) == {"applied": 0, "agreed": 1, "printed": 1, "today": 3}
        rows = views.month(session, *NOVEMBER)
        found = {kpi.key: kpi.count(session, *NOVEMBER) for kpi in figures.KPIS}
        dues = views.due(session)
    assert [(row["no"][-3:], row["state"]) for row in rows] == [
        ("001", "agreed"), ("002", "printed"), ("003", "void"),
    ]  # fmt: skip
    assert all({column.key for column in REGISTER.columns if column.sheeted} <= set(row) for row in rows)
    assert found == {
        "asked": (3, None), "copies": (12, None), "pages": (24, None), "stamped": (2, None), "collected": (0, 1),
    }  # fmt: skip
    assert [(due.label, due.tone) for due in dues] == [
        ("主管已同意,待打印", Tone.DUE), ("已打印,待领取", Tone.DUE),
    ]  # fmt: skip
    set_clock(clock.at(date(2026, 11, 21), 10))
    with prints.db.read() as session:
        late = views.due(session)[1]
    assert (late.label, late.tone) == ("打印好超时未领", Tone.LATE)


def test_found_by_name_pinyin_number_and_document(prints):
    one = prints.apply(doc_no="客服〔2026〕41 号")
    with prints.db.read() as session:
        for text in ("停水", "tstz", "欧阳", "oyx", "WD-20261120-001", "41", "陈主管"):
            assert search.find_records(session, text, "document_prints") == [one.id], text
            assert list(views.ids(session, "all", text)) == [one.id]


def test_what_the_form_offers(prints):
    one = prints.apply()
    with prints.db.read() as session:
        [again] = views.suggest_applicant(session, "oy", {})
        offered = [item.title for item in views.suggest_approver(session, "", {"department": "finance"})]
        everybody = [item.title for item in views.suggest_approver(session, "", {})]
        known = views.values(session, one.uid)
    assert again.fills["department"] == "service" and again.fills["approver"].text == "陈主管"
    assert (offered, everybody) == (["何经理"], ["陈主管", "何经理"])
    form = SimpleNamespace(**known)
    assert (form.copies, form.seal, form.seal_copies, form.approver.text) == (12, False, None, "陈主管")
    assert set(known) - {"uid"} == {field.key for field in REGISTER.fields}
