"""What cabinet, roster and staff list say about a movement, as the rules ask it."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from desk_app.core import clock, duties, people, phones, premises, settings, shifts, store
from desk_app.core.declare import label_of
from desk_app.core.people import Actor
from desk_app.core.records import moment
from desk_app.core.text import clean
from desk_app.registers.key_loans import rules, terms
from desk_app.registers.key_loans.records import KeyLoan
from desk_app.registers.keys import service as keys

if TYPE_CHECKING:
    from desk_app.registers.keys.records import Key

Values = Mapping[str, Any]
LIMITS = {
    "borrower": 60, "org": 60, "purpose_note": 120, "authority": 60, "inspection": 60, "receipt_no": 40,
    "owner_by": 60,
}  # fmt: skip
_HELD = (
    "SELECT l.code, k.due_at FROM key_loan_line l JOIN key_loan k ON k.id = l.loan_id WHERE l.is_open = 1 "
    "AND ((? != '' AND k.borrower = ? AND k.org = ?) OR (? != '' AND k.phone = ?)) ORDER BY l.id"
)
"""Asked at every letter of a borrower; few lines are open, and they have an index of their own."""
REPORTED_TO = {"report_kz": {"kz", "jl"}, "report_jl": {"jl"}}
CHOSEN = {"kind": terms.KINDS, "standing": terms.STANDINGS, "purpose": terms.PURPOSES}


def case_of(session: Session, values: Values) -> rules.Case:
    """Return what the rules ask about a form as it stands; unreadable keys are lines without a key."""
    texts = {key: clean(str(values.get(key) or ""), limit=limit, field=key) for key, limit in LIMITS.items()}
    chosen = {
        key: str(values.get(key) or "") if label_of(choices, str(values.get(key) or "")) else ""
        for key, choices in CHOSEN.items()
    }
    receipt_no = texts.pop("receipt_no").upper()
    phone = phones.normalise(str(values.get("phone") or ""))
    due = values.get("due_at")
    held = held_by(session, texts["borrower"], phone, texts["org"])
    return rules.Case(
        **texts, **chosen, phone=phone, id_kind=str(values.get("id_kind") or ""), receipt_no=receipt_no,
        asked=tuple(_lines(session, values)),
        due_at=due if isinstance(due, datetime) else None,
        receipt_keys=on_receipt(session, receipt_no) if receipt_no else frozenset(),
        agrees=bool(values.get("agrees")), owner_phone=phones.normalise(str(values.get("owner_phone") or "")),
        consents={stage.key: given(session, values, stage.key) for stage in rules.CHAIN},
        held=held,
        overdue=tuple(one.code for one in held if one.due_at is not None and one.due_at < clock.now()),
    )  # fmt: skip


def _lines(session: Session, values: Values) -> list[rules.Asked]:
    """Read the first key, which has inputs of its own, and those of the table."""
    found = [_asked(session, values.get("key"), values.get("pieces"), None)]
    more = values.get("keys")
    for row, line in enumerate(more if isinstance(more, list | tuple) else ()):
        found.append(_asked(session, line.get("code"), line.get("pieces"), row))
    return [line for line in found if line is not None]


def _asked(session: Session, code: object, pieces: object, row: int | None) -> rules.Asked | None:
    """Read one key; without a number of pieces the whole ring is meant."""
    text = str(code or "").strip()
    if not text:
        return None
    key = keys.by_code(session, text)
    fact = key_fact(session, key) if key else None
    if not isinstance(pieces, int) or isinstance(pieces, bool):
        pieces = fact.pieces if fact else 1
    return rules.Asked(fact, text, pieces, row)


def key_fact(session: Session, key: Key) -> rules.KeyFact:
    """Return what is known of one key and of who owns its room."""
    owner = premises.owner(session, key.room_id) if key.room_id else None
    people = premises.contacts(session, owner.id) if owner else []
    names = (owner.name, owner.short_name, *(person.name for person in people)) if owner else ()
    numbers = premises.phones_on_file(session, owner.id) if owner else []
    return rules.KeyFact(
        key.uid, key.code, key.kind, key.pieces, key.state, key.holder_name, key.due_at,
        tuple(dict.fromkeys(filter(None, names))), tuple(numbers), open_receipt(session, key), key.out_pieces,
    )  # fmt: skip


def open_receipt(session: Session, key: Key) -> str:
    """Return the receipt the owner has for a key, "" once it was redeemed by a collection or a hand-over."""
    if not key.receipt_no or key.kind != "owner_retained":
        return ""
    redeemed = select(KeyLoan.id).where(
        KeyLoan.kind.in_(("collect", "hand_over")), KeyLoan.receipt_no == key.receipt_no, KeyLoan.state != "void"
    )  # fmt: skip
    voided = select(KeyLoan.id).where(KeyLoan.no == key.receipt_no, KeyLoan.state == "void")
    ended = session.scalar(redeemed.limit(1)) or session.scalar(voided)
    return "" if ended else key.receipt_no


def on_receipt(session: Session, receipt_no: str) -> frozenset[str]:
    """Return the uids of the keys that a receipt still stands for."""
    kept = keys.live(session, kinds=("owner_retained",))
    return frozenset(
        key.uid for key in kept if key.receipt_no == receipt_no and open_receipt(session, key) == receipt_no
    )


def given(session: Session, values: Values, stage: str) -> rules.Given:
    """Return whom the form names for one consent."""
    staff = people.named(session, values.get(stage))
    if staff is None:
        return rules.Given()
    how = str(values.get(f"{stage}_how") or "")
    how = how if label_of(terms.HOWS, how) else ""
    actor, config = session.info.get("actor"), settings.load(session)
    mine = isinstance(actor, Actor) and duties.clash(config, duties.HANDLER, staff.id, actor.staff_id)
    return rules.Given(staff.name, staff.held, how, mine)


def held_by(session: Session, name: str, phone: str, org: str = "") -> tuple[rules.Held, ...]:
    """Return what somebody has out now, oldest first: the same telephone, or the same name and company.

    Two people of one name and no company are told apart by their telephones, once that is typed.
    """
    phone = phones.normalise(phone)
    name = name if org or not phone else ""
    if not name and not phone:
        return ()
    number = store.sealed(session, phone)
    rows = store.run(session, _HELD, name, name, org, number, number)
    return tuple(rules.Held(code, moment(due) if due is not None else None) for code, due in rows)


def default_due(session: Session) -> datetime:
    """Return when a key lent now is to be back by default."""
    config, now = settings.load(session), clock.now()
    by_shift = config.get(terms.DUE_BY) == "shift"
    end = shifts.current(config).end
    return rules.default_due(now, config.get(terms.DUE_AT), end, by_shift=by_shift)


def stage_of(loan: KeyLoan, config: settings.Settings, now: datetime) -> str:
    """Return how a loan looks now."""
    return rules.seen(loan.state, loan.due_at, now, config.get(terms.SOON))


def next_step(loan: KeyLoan, config: settings.Settings, now: datetime) -> str:
    """Return what an overdue loan asks for next, "" while it is in time; what was reported is not asked again."""
    if loan.state not in rules.OPEN or loan.due_at is None or now <= loan.due_at:
        return ""
    shift = shifts.current(config, loan.due_at - timedelta(milliseconds=1))
    step = rules.escalation(now, max(shift.end, loan.due_at + rules.TIME_TO_CALL))
    done = {call.reported for call in loan.calls}
    return "call" if done & REPORTED_TO.get(step, set()) else step
