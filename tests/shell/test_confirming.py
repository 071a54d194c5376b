"""Whoever is named confirms it in person, and what one did alone at night is reviewed: in the real window."""

from __future__ import annotations

import pytest
from sqlalchemy import select

from desk_app.core import accounts, audit, people, settings, signing
from desk_app.core.declare import Tone
from desk_app.core.people import SYSTEM, as_actor
from desk_app.kit.form_dialog import FormDialog
from desk_app.registers.release_slips.records import ReleaseSlip
from tests.shell.hands import dialogs
from tests.shell.test_slips_window import close, consent, fill, issue, slips
from tests.staff import PASSWORD

__all__ = ["slips"]


@pytest.fixture
def with_pin(slips):
    """The tab of the slips, filled in; 王班长, whom it names as lead, has set a PIN."""
    with slips.desk.read() as session:
        lead = next(one for one in people.on_staff(session) if one.name == "王班长")
    with slips.db.write(as_actor(lead, "desk-1")) as session:
        accounts.set_pin(session, pin="2580", again="2580")
    fill(slips)
    consent(slips)
    return slips


def typed(front, secret, how=None):
    def answer(dialog):
        assert isinstance(dialog, FormDialog) and "王班长" in dialog.windowTitle()
        if how:
            dialog.form.boxes["how"].set_value(how)
        front.hands.type(secret)
        front.hands.key("Ctrl+S")

    return answer


def wrong_then_cancelled(front):
    def answer(dialog):
        front.hands.type("9999")
        front.hands.key("Ctrl+S")
        assert "PIN 不对" in dialog.form.errors()["secret"]
        front.hands.key("Esc")

    return answer


def issued(front) -> list[str]:
    with front.desk.read() as session:
        return [
            str(no) for no in session.scalars(select(ReleaseSlip.no).where(ReleaseSlip.state == "issued"))
        ]


def reasons(front) -> str:
    with front.desk.read() as session:
        uid = session.scalars(select(ReleaseSlip.uid)).one()
        return " ".join(entry.reason for entry in audit.history(session, uid))


@pytest.mark.parametrize("secret", ["2580", PASSWORD])
def test_the_lead_who_is_named_confirms_by_pin_or_password(with_pin, secret):
    with dialogs(typed(with_pin, secret), close):
        with_pin.hands.key("Ctrl+S")
    assert issued(with_pin) == ["FX-20261123-001"]
    assert "王班长:本人在前台,已用 PIN 或密码确认" in reasons(with_pin)


def test_without_the_lead_nothing_is_issued_and_the_form_stays(with_pin):
    with dialogs(wrong_then_cancelled(with_pin)):
        with_pin.hands.key("Ctrl+S")
    assert issued(with_pin) == []
    assert "王班长 还没有确认" in with_pin.form.errors()["lead"]
    assert with_pin.form.boxes["applicant"].value()


def test_a_lead_who_signed_on_paper_is_noted_as_such(with_pin):
    with dialogs(typed(with_pin, "", "paper"), close):
        with_pin.hands.key("Ctrl+S")
    assert "纸上已签字" in reasons(with_pin)


def test_one_confirmation_is_for_one_save(with_pin):
    with dialogs(typed(with_pin, "2580"), close):
        with_pin.hands.key("Ctrl+S")
    fill(with_pin)
    consent(with_pin)
    with dialogs(wrong_then_cancelled(with_pin)):
        with_pin.hands.key("Ctrl+S")
    assert len(issued(with_pin)) == 1


def test_by_the_setting_nobody_is_asked(with_pin):
    with with_pin.db.write(SYSTEM) as session:
        settings.change(session, settings.CONFIRMS, "nobody")
    with dialogs(close):
        with_pin.hands.key("Ctrl+S")
    assert len(issued(with_pin)) == 1


def test_a_slip_of_one_person_alone_at_night_is_shown_next_day_and_approved_by_the_supervisor(front, now):
    lead = signing.sign_in(front.db, "010", PASSWORD, "desk-1").actor
    now.go(hours=11)  # 20:40
    front.desk.set_actor(lead)
    slip = issue(front, lead_note="夜班一人")
    assert slip.alone
    now.go(hours=12, minutes=30)
    with front.desk.read() as session:
        register = front.desk.registers["release_slips"]
        dues = [due for due in register.source.due(session) if "补审" in due.label]
    assert [(due.label, due.tone) for due in dues] == [("待主管补审", Tone.DUE)]
    assert front.desk.refuses("release_slips", "lone_approve")
    front.desk.set_actor(signing.sign_in(front.db, "020", PASSWORD, "desk-1").actor)
    front.hands.key("tab permits")
    front.chip("all")
    front.pick(no=slip.no)
    front.work._on_action("lone_approve", front.work.widget.table.current_row())
    with front.desk.read() as session:
        assert session.scalars(select(ReleaseSlip.reviewed_by)).one() == "陈主管"
