from contextlib import suppress
from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from desk_app.core import audit, clock
from desk_app.core.declare import Ref
from desk_app.core.errors import RuleError
from desk_app.core.people import LEADS, Role, Staff
from desk_app.registers.release_slips import rules, service, terms
from tests.conftest import OWNER_CONTACT_PHONE, OWNER_PHONE
from tests.registers.papers import render
from tests.registers.slip_desk import SATURDAY

TEN = clock.at(SATURDAY, 10)
GOOD = rules.Case(
    customer="15-08", kind="bulky", applicant="曾文涛", standing="employee", phone="13912345678", id_kind="passport",
    items=1, plan_from=TEN, plan_to=clock.at(SATURDAY, 12), consent_how="on_site", consent_by="周颖",
    lead="王班长", lead_roles=frozenset({Role.DB}),
)  # fmt: skip
moments = st.sampled_from([TEN + timedelta(hours=h) for h in (-30, -1, 0, 2, 14, 26, 100)])
texts = st.sampled_from(["", "x"])
cases = st.builds(
    replace, st.just(GOOD),
    customer=texts, applicant=texts, phone=texts, plate=texts, reno_no=texts, lead=texts, lead_note=texts,
    kind=st.sampled_from(["", *(k.key for k in terms.KINDS)]),
    standing=st.sampled_from(["", *(k.key for k in terms.STANDINGS)]),
    id_kind=st.sampled_from(["", "work_card", "passport"]), items=st.integers(0, 2), by_car=st.booleans(),
    returnable=st.booleans(), return_due=st.sampled_from([None, SATURDAY, date(2026, 11, 20)]),
    plan_from=st.none() | moments, plan_to=st.none() | moments,
    consent_how=st.sampled_from(["", *(k.key for k in terms.CONSENTS)]), consent_by=texts,
    lead_roles=st.frozensets(st.sampled_from([Role.QT, Role.DB, Role.KZ])),
    lead_is_handler=st.booleans(), lone=st.booleans(),
)  # fmt: skip


def test_a_good_case_may_be_issued():
    assert rules.missing_for_issue(GOOD, rules.Policy(), TEN) == []


@settings(max_examples=400)
@given(cases)
def test_whatever_lacks_something_has_a_sentence_for_it(case):
    ready = not rules.missing_for_issue(case, rules.Policy(), TEN)
    wants = (
        case.customer and case.kind and case.applicant and case.standing and case.phone and case.id_kind
        and case.items and case.lead and case.lead_roles & set(LEADS) and case.plan_from and case.plan_to,
        case.plate or not case.by_car,
        case.return_due or not (case.returnable or case.kind == "repair"),
        case.standing == "owner" or case.kind not in ("bulky", "move") or (case.consent_how and case.consent_by),
        not case.lead_is_handler or (case.lone and case.lead_note),
    )  # fmt: skip
    if ready:
        assert all(wants)
        days = {clock.local(case.plan_from).date(), rules.last_day(case.plan_to)}
        assert days == {SATURDAY} or case.kind == "move" or max(days) < SATURDAY
        if max(days) > SATURDAY:
            assert case.lead_roles & {Role.KZ, Role.JL}
    elif all(wants):
        assert not rules.missing_for_issue(
            replace(
                case,
                plan_from=TEN,
                plan_to=GOOD.plan_to,
                return_due=SATURDAY,
                id_kind="passport",
                reno_no="x",
            ),
            rules.Policy(),
            TEN,
        )


@given(cases)
def test_every_refusal_is_a_sentence_under_a_field_of_the_form(case):
    from desk_app.registers.release_slips.register import FIELDS

    keys = {field.key for field in FIELDS}
    for error in rules.missing_for_issue(case, rules.Policy(), TEN):
        assert error.field in keys
        assert error.text.endswith("。")


@pytest.mark.parametrize("key", ["applicant", "id_kind", "phone", "items", "lead", "consent_by", "plan_from"])
def test_what_is_missing_is_named(key):
    empty = {"items": 0, "plan_from": None}.get(key, "")
    (error,) = rules.missing_for_issue(replace(GOOD, **{key: empty}), rules.Policy(), TEN)
    assert error.field == key


@given(st.sampled_from([k.key for k in terms.KINDS]), st.integers(0, 24 * 60 - 1), st.integers(0, 72))
def test_a_slip_ends_at_a_midnight_and_only_a_move_at_a_later_one(kind, minute, hours):
    now = clock.at(SATURDAY) + timedelta(minutes=minute)
    end = rules.expiry(kind, now + timedelta(hours=hours), now)
    assert clock.local(end).hour == clock.local(end).minute == 0
    assert now < end
    if kind != "move":
        assert end == clock.at(SATURDAY + timedelta(days=1))
    assert rules.effective("issued", end, end - timedelta(milliseconds=1)) == "issued"
    assert rules.effective("issued", end, end) == "expired"
    assert rules.effective("void", end, end) == "void"


def test_every_path_to_issued_passes_the_lead_and_nothing_leads_back():
    into = [step for step in rules.MACHINE.steps if step.target == "issued"]
    assert [(step.verb, step.origins) for step in into] == [("issue", frozenset({"awaiting_lead"}))]
    for ended in ("expired", "void", "refused_at_gate", "closed"):
        assert ended in rules.MACHINE.ends()
    for step in rules.MACHINE.steps:
        if step.origins & {"issued", "released", "recovered", "partly_released"}:
            assert step.target not in rules.BEFORE_ISSUE


def test_the_gate_has_its_place_and_the_desk_does_not_offer_it():
    assert rules.MACHINE.go("issued", "release") == "released"
    assert not any(rules.AT_DESK.can(state, "release") for state in rules.STATES)
    with pytest.raises(RuleError) as caught:
        rules.AT_DESK.go("issued", "issue")
    assert "放行" not in caught.value.text.replace("门岗拒放", "")


class Undo(Exception):
    """Rolls an example's unit of work back."""


FORMS = st.fixed_dictionaries(
    {},
    optional={
        "kind": st.sampled_from(["bulky", "move", "materials", "repair", "valuables", ""]),
        "standing": st.sampled_from(["owner", "signatory", "employee", "works", ""]),
        "applicant": st.sampled_from(["曾文涛", "周颖", ""]),
        "id_kind": st.sampled_from(["passport", "work_card", ""]),
        "phone": st.sampled_from(["13912345678", ""]),
        "items": st.sampled_from([[], [{"name": "椅", "quantity": "2"}]]),
        "by_car": st.booleans(),
        "plate": st.sampled_from(["", "粤B12345"]),
        "plan_to": st.sampled_from([clock.at(date(2026, 11, 22), 9), None]),
    },
)
OPS = st.lists(
    st.one_of(
        st.tuples(st.just("save"), FORMS),
        st.tuples(st.just("submit"), st.none()),
        st.tuples(
            st.just("consent"),
            st.tuples(
                st.sampled_from(["on_site", "phone", "signatory", ""]), st.sampled_from(["周颖", ""]),
                st.sampled_from([OWNER_PHONE, "13912345678", ""]),
            ),
        ),
        st.tuples(st.just("lead"), st.sampled_from(["qt", "lead", "supervisor"])),
        st.tuples(st.just("issue"), st.none()),
        st.tuples(st.just("withdraw"), st.none()),
        st.tuples(st.just("whole"), FORMS),
        st.tuples(st.just("gate"), st.none()),
        st.tuples(st.just("void"), st.none()),
        st.tuples(st.just("copy"), st.none()),
        st.tuples(st.just("discard"), st.none()),
    ),
    min_size=3, max_size=9,
)  # fmt: skip
STEPS = [("submit", None), ("consent", ("phone", "周颖", OWNER_PHONE)), ("lead", "lead"), ("issue", None)]


def act(session, counter, uid, op, data):
    """Do one thing at the desk; returns the uid that is in hand afterwards."""
    lead = counter.crew.lead.staff_id
    verbs = {
        "save": lambda: service.save(session, counter.form(uid=uid, **data)),
        "submit": lambda: service.submit(session, uid),
        "consent": lambda: service.record_consent(session, uid, how=data[0], by=data[1], phone=data[2]),
        "lead": lambda: service.lead_sign(session, uid, getattr(counter.crew, data).staff_id),
        "issue": lambda: service.issue(session, uid, counter.archive, render),
        "withdraw": lambda: service.withdraw(session, uid),
        "whole": lambda: service.prepare_and_issue(
            session, counter.whole(uid=uid, **data), counter.archive, render
        ),
        "gate": lambda: service.refuse_at_gate(session, uid, guard="孙门岗", note="少一台"),
        "void": lambda: service.void(session, uid, reason="cancelled", approver_id=lead),
        "copy": lambda: service.copy_as_new(session, uid),
        "discard": lambda: service.discard(session, uid),
    }
    with suppress(RuleError), session.begin_nested():
        return verbs[op]().uid
    return uid


def holds(session, slip):
    """Assert all that an issued slip must have, without asking the rules."""
    assert slip.no and slip.applicant and slip.phone and slip.standing and slip.id_kind and slip.kept
    assert slip.plate or not slip.by_car
    assert slip.return_due or slip.kind != "repair"
    lead = session.get(Staff, slip.lead_id)
    assert lead.role_set & {Role.DB, Role.KZ, Role.JL} and lead.id != slip.handler_id
    passed = [
        entry.changes["state"][1] for entry in audit.history(session, slip.uid) if "state" in entry.changes
    ]
    assert passed[-2:] == ["awaiting_lead", "issued"]
    if slip.standing != "owner" and slip.kind in ("bulky", "move"):
        assert passed[-3] == "awaiting_consent"
        assert slip.consent_how in ("on_site", "phone") and slip.consent_by == "周颖" and slip.consent_at
        if slip.consent_how == "phone":
            assert slip.consent_phone in (OWNER_PHONE, OWNER_CONTACT_PHONE)
    if clock.local(slip.valid_until).date() > SATURDAY + timedelta(days=1):
        assert slip.kind == "move" and lead.role_set & {Role.KZ, Role.JL}


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(FORMS, OPS)
@example({}, STEPS)
@example({}, [*STEPS, ("gate", None), *STEPS])
@example({}, [*STEPS, ("void", None), ("copy", None), *STEPS])
def test_no_path_leads_to_issued_without_every_required_step(counter, form, ops):
    with suppress(Undo), counter.unit() as session:
        uid = service.save(session, counter.form(**form)).uid
        for op, data in ops:
            uid = act(session, counter, uid, op, data)
            slip = service.find(session, uid)
            if slip.state == "issued":
                holds(session, slip)
        if form == {} and ops[: len(STEPS)] == STEPS and len(ops) == len(STEPS):
            assert slip.state == "issued"
        raise Undo


def test_a_lead_from_the_list_is_a_ref(counter):
    assert counter.issued(lead=Ref(counter.crew.supervisor.staff_id, "陈主管")).lead_role == "KZ"
