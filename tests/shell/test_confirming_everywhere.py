"""Whoever else is named as agreeing confirms it, in every register that names somebody: through the window's own desk."""

from __future__ import annotations

import time
from collections.abc import Callable
from datetime import date

import pytest
from sqlalchemy import select

from desk_app.core import accounts, attempts, audit, clock, delegations, notices, presence, signing
from desk_app.core.access import Access, Kind
from desk_app.core.declare import Ref
from desk_app.core.errors import RuleError
from desk_app.core.people import Role, Staff, as_actor
from desk_app.registers.entry_passes import holding
from desk_app.registers.key_counts import service as key_counts
from desk_app.registers.keys import service as keys
from desk_app.registers.release_slips import service as slips
from tests.shell.hands import dialogs
from tests.shell.test_entry_passes_window import answer, issue_long, passes, ref, renders, staff
from tests.shell.test_slips_window import issue
from tests.staff import give_password

__all__ = ["passes"]
SUPERVISOR, LEAD, CASHIER, MANAGER = "陈主管", "王班长", "赵倩", "何经理"
REQUEST = dict.fromkeys(notices.FIELDS, "公函")


def with_pin(front, *names: str) -> None:
    """Let people set a PIN; who has no account gets one."""
    for name in names:
        staff_id = staff(front, name)
        with front.desk.db.write(front.desk.actor) as session:
            if accounts.of(session, staff_id) is None:
                give_password(session, staff_id)
        with front.desk.read() as session:
            owner = as_actor(session.get_one(Staff, staff_id), "desk-1")
        with front.db.write(owner) as session:
            accounts.set_pin(session, pin="2580", again="2580")


def key_at(front, code: str, keeper: str) -> str:
    values = {
        "code": code, "kind": "common", "place": Ref(None, "天台门"), "pieces": 1, "source": "developer",
        "keeper": ref(front, keeper),
    }  # fmt: skip
    return front.write(lambda session: keys.add(session, values).uid)


def cases(front) -> dict[str, tuple[str, str, Callable[..., object]]]:
    """Return what names somebody: who, beside which field, and the verb."""
    slip, one = issue(front), issue_long(front, wanted_to=date(2026, 12, 1))
    archive, drawn = front.desk.archive, renders(front)
    hook, other = key_at(front, "A-01-01", CASHIER), key_at(front, "B-01-01", CASHIER)
    supervisor, manager = staff(front, SUPERVISOR), staff(front, MANAGER)
    extension = {"new_end": date(2027, 1, 31), "receipt": "SJ-2", "taken_by": staff(front, "李敏")}
    today = clock.today()
    return {
        "voiding": (LEAD, "approver", lambda s: slips.void(s, slip.uid, reason="cancelled", approver_id=staff(front, LEAD))),
        "extension": (
            SUPERVISOR, "approver",
            lambda s: holding.extend(s, one.uid, archive, drawn, approver_id=supervisor, **extension),
        ),
        "stock-take": (LEAD, "witness", lambda s: key_counts.start(s, {"scope": "A", "witness": ref(front, LEAD)})),
        "struck key": (SUPERVISOR, "approver", lambda s: keys.retire(s, hook, reason="拆除", approver_id=supervisor)),
        "new lock": (SUPERVISOR, "approver", lambda s: _relock(s, other, supervisor)),
        "request": (
            MANAGER, "approver", lambda s: notices.note_request(s, REQUEST | {"approver": Ref(manager, MANAGER)}),
        ),
        "lent post": (
            MANAGER, "giver",
            lambda s: delegations.lend(
                s, manager, staff(front, LEAD), roles=[Role.JL], first=today, last=today, reason="出差"
            ),
        ),
    }  # fmt: skip


def _relock(session, uid: str, approver_id: int):
    keys.report_lost(session, uid, by="保洁", note="不见")
    return keys.lock_changed(session, uid, approver_id=approver_id)


def reasons(front) -> str:
    with front.desk.read() as session:
        said = session.scalars(select(audit.Change.uid).distinct()).all()
        entries = [entry.reason for uid in said for entry in audit.history(session, uid)]
        return " ".join([*entries, *session.scalars(select(Access.result))])


def test_nobody_agrees_in_a_register_without_being_there_or_it_is_noted_how(passes):
    front = passes
    named = cases(front)
    with_pin(front, SUPERVISOR, LEAD, MANAGER)
    for what, (name, field, verb) in named.items():
        actor = front.desk.actor
        if what == "lent post":
            with front.desk.read() as session:
                front.desk.set_actor(as_actor(session.get_one(Staff, staff(front, SUPERVISOR)), "desk-1"))
        with pytest.raises(presence.Unconfirmed) as gap:
            front.write(verb)
        assert (gap.value.name, gap.value.field) == (name, field), what
        before = reasons(front).count(f"{name}:本人不在前台,纸上已签字")
        front.desk._confirmed[gap.value.staff_id] = ("paper", time.monotonic())
        front.write(verb)
        assert reasons(front).count(f"{name}:本人不在前台,纸上已签字") > before, what
        front.desk.set_actor(actor)


def test_the_cashier_confirms_what_was_taken_in_the_dialog_and_what_was_typed_stays(passes):
    front = passes
    with_pin(front, CASHIER)
    one = issue_long(front, wanted_to=date(2026, 12, 1))
    front.chip("issued")
    front.pick(no=one.no)

    def extend(dialog):
        answer(front, receipt="SJ-2", taken_by=ref(front, CASHIER), approver=ref(front, SUPERVISOR))(dialog)

    def pin(dialog):
        assert CASHIER in dialog.windowTitle()
        front.hands.type("2580")
        front.hands.key("Ctrl+S")

    with dialogs(extend, pin, lambda preview: preview.reject()):
        front.do("extend")
    assert f"{CASHIER}:本人在前台" in reasons(front)


def test_wrong_pins_are_noted_wait_longer_and_longer_and_void_the_pin_in_the_end(front, now):
    with_pin(front, LEAD)
    lead = staff(front, LEAD)

    def wrong() -> str:
        with pytest.raises(RuleError) as refused:
            signing.vouch(front.db, lead, "9999")
        return refused.value.text

    assert [wrong(), wrong()] == ["PIN 不对。", "PIN 不对。"]
    assert "请等 1 秒" in wrong() and "请等 1 秒" in wrong()
    with front.desk.read() as session:
        failed = session.scalars(select(Access).where(Access.kind == Kind.FAILED.value)).all()
    assert [one.actor_id for one in failed] == [lead] * 3, "a try that was not let through is none"
    with front.db.aside() as session:
        row = attempts.row_of(session, attempts.pin_key(lead))
        row.total, row.failures, row.wait = 99, 0, 0
    assert "作废" in wrong()
    signing.sign_in(front.db, "010", "correct horse battery staple", "desk-1")
    with pytest.raises(RuleError, match="作废"):
        signing.vouch(front.db, lead, "2580")
    with_pin(front, LEAD)
    signing.vouch(front.db, lead, "2580")
