"""What the screen, the sheet and the handover read of the key loans."""

from __future__ import annotations

from array import array
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import ColumnElement, Select, and_, func, or_, select
from sqlalchemy.orm import Session, selectinload

from desk_app.core import clock, premises, privacy, search, settings
from desk_app.core.declare import Due, Row, Tone, label_of
from desk_app.core.i18n import listed, translate
from desk_app.core.records import by_ids, read_lists
from desk_app.registers.key_loans import facts, rules, terms
from desk_app.registers.key_loans.records import KeyLoan, Line, Loss
from desk_app.registers.keys import service as keys


@dataclass(frozen=True)
class OpenLoan:
    """Keys that are out at the end of a shift; the next shift answers for them (domain.md F02, §9-6)."""

    uid: str
    no: str
    borrower: str
    org: str
    phone: str
    codes: tuple[str, ...]
    left: int
    out_at: datetime
    due_at: datetime | None
    late_minutes: int
    step: str
    handler: str
    last_call: str


def _open() -> ColumnElement[bool]:
    return KeyLoan.state.in_(rules.OPEN)


def _tonight() -> datetime:
    return clock.day_bounds(clock.today())[1]


def _wheres() -> dict[str, tuple[ColumnElement[bool], ...]]:
    return {
        "open": (_open(),),
        "late": (and_(_open(), KeyLoan.due_at < clock.now()),),
        "due": (and_(_open(), KeyLoan.due_at < _tonight()),),
        "today": (KeyLoan.day == clock.today(),),
        "lost": (KeyLoan.id.in_(select(Line.loan_id).join(Loss).where(pending_loss())),),
        "kept": (KeyLoan.state == "kept",),
        "all": (),
    }


def pending_loss() -> ColumnElement[bool]:
    """Return the condition that neither the old key nor a new one hangs on the hook."""
    return and_(Loss.replaced_at.is_(None), Loss.found_at.is_(None))


def ids(session: Session, view: str, text: str, limit: int | None = None) -> array[int]:
    """Return the movements of a view, what is due first in front; with `text`, those that match it."""
    query = select(KeyLoan.id).where(*_wheres()[view])
    if view in ("open", "late", "due"):
        query = query.order_by(KeyLoan.due_at, KeyLoan.id)
    else:
        query = query.order_by(KeyLoan.id.desc())
    return search.listed(session, query, "key_loans", text, limit)


def counts(session: Session) -> Mapping[str, int]:
    """Return how many movements each counted view has."""
    found = {}
    for view, where in _wheres().items():
        if view != "all":
            query = select(func.count()).select_from(KeyLoan).where(*where)
            found[view] = session.scalar(query) or 0
    return found


def whole() -> Select[KeyLoan]:
    """Return the query for movements with everything that belongs to them."""
    lines = selectinload(KeyLoan.lines)
    return select(KeyLoan).options(
        lines.selectinload(Line.returns), lines.selectinload(Line.losses), selectinload(KeyLoan.calls)
    )


def rows(session: Session, wanted: Sequence[int]) -> list[Row]:
    """Return these movements as rows, in this order."""
    config = settings.load(session)
    found = by_ids(session, select(KeyLoan), wanted)
    read_lists(session, found, "lines", "calls")
    read_lists(session, [line for loan in found for line in loan.lines], "returns", "losses")
    return [row(loan, config) for loan in found]


def row(loan: KeyLoan, config: settings.Settings, line: Line | None = None) -> Row:
    """Return a movement as the list sees it; with `line` that key alone, as the sheet has it (domain.md §6-6)."""
    now = clock.now()
    lines = loan.lines if line is None else [line]
    back = loan.back_at if line is None else line.back_at
    losses = [loss for one in lines for loss in one.losses]
    late = 0 if loan.state == "void" else rules.late_minutes(loan.due_at, back or _first_loss(losses), now)
    return {
        "id": loan.id, "uid": loan.uid, "no": loan.no, "state": facts.stage_of(loan, config, now),
        "day": loan.day, "out_at": loan.out_at, "kind": loan.kind, "codes": " ".join(x.code for x in lines),
        "key_kind": lines[0].key_kind if lines else "", "place": "\n".join(x.place for x in lines),
        "pieces": sum(x.pieces for x in lines), "left": sum(x.left for x in lines),
        "borrower": loan.borrower, "standing": loan.standing, "org": loan.org,
        "phone": privacy.phone(loan.phone),
        "purpose": loan.purpose, "due_at": loan.due_at, "back_at": back, "late_minutes": late,
        "approvers": _one_line(loan.approvers), "calls": len(loan.calls), "step": _step(loan, config, now),
        "struck_by": _one_line("\n".join(dict.fromkeys(r.struck_by for x in lines for r in x.returns))),
        "handler": loan.handler_name, "receipt_no": loan.receipt_no, "reason": _reason(loan, losses),
    }  # fmt: skip


def _first_loss(losses: Sequence[Loss]) -> datetime | None:
    return min((loss.at for loss in losses), default=None)


def _one_line(text: str) -> str:
    return listed(filter(None, text.split("\n")))


def _step(loan: KeyLoan, config: settings.Settings, now: datetime) -> str:
    step = facts.next_step(loan, config, now)
    if not step or loan.due_at is None:
        return ""
    time = rules.how_long(rules.late_minutes(loan.due_at, None, now))
    return translate("KeyLoans", terms.ESCALATIONS[step]).format(time=time)


def _reason(loan: KeyLoan, losses: Sequence[Loss]) -> str:
    label = translate("KeyLoans", label_of(terms.VOID_REASONS, loan.void_kind))
    void = " ".join(filter(None, (label, loan.void_reason)))
    return void or listed(lack(loss) for loss in losses if loss.pending) or loan.odd_reason


def lack(loss: Loss) -> str:
    """Return what a loss still lacks, in words."""
    text = (
        translate("KeyLoans", "{code} 遗失,未换锁")
        if loss.relocked_at is None
        else translate("KeyLoans", "{code} 已换锁,未补配")
    )
    return text.format(code=loss.line.code)


def month(session: Session, first: date, last: date) -> list[Row]:
    """Return one row a key: what went out on a day in [first, last], or was due in it (§6: 跨月按应还归集)."""
    start, end = clock.day_bounds(first)[0], clock.day_bounds(last)[1]
    due = and_(KeyLoan.due_at >= start, KeyLoan.due_at < end)
    query = whole().where(or_(and_(KeyLoan.day >= first, KeyLoan.day <= last), due))
    config = settings.load(session)
    return [
        row(loan, config, line) for loan in session.scalars(query.order_by(KeyLoan.no)) for line in loan.lines
    ]


def values(session: Session, uid: str) -> Mapping[str, object]:
    """Return the form values of one movement."""
    loan = session.scalars(whole().where(KeyLoan.uid == uid)).one()
    names = (
        "uid", "kind", "borrower", "standing", "org", "phone", "id_kind", "purpose", "purpose_note", "due_at",
        "receipt_no", "inspection", "authority", "owner_by", "owner_phone", "remark",
    )  # fmt: skip
    more = [{"code": line.code, "pieces": line.pieces} for line in loan.lines[1:]]
    first = {"key": loan.lines[0].code, "pieces": loan.lines[0].pieces} if loan.lines else {}
    known = {name: getattr(loan, name) for name in names}
    return known | first | {"keys": more, "agrees": loan.kind == "retain"}


def to_copy(session: Session, uid: str) -> Mapping[str, object]:
    """Return what a new form takes over from an ended movement: all but times and consents."""
    known = values(session, uid)
    left_out = ("uid", "due_at", "owner_by", "owner_phone", "agrees")
    return {key: value for key, value in known.items() if key not in left_out}


def begun_for(session: Session, room_id: int | None, caller: str, phone: str) -> Mapping[str, object]:
    """Return what a loan begins with that somebody asks for: his company and, of his room, the key that hangs.

    The room itself is no value of the form: it must not stand on the borrower's copy.
    """
    known: dict[str, object] = {"borrower": caller, "phone": phone}
    customer = premises.occupant(session, room_id) if room_id else None
    if customer is not None:
        known["org"] = customer.shown_name
    hung = keys.of_room(session, room_id) if room_id else []
    if hung:
        known["key"] = hung[0].code
    return known


def due(session: Session) -> Sequence[Due]:
    """Return what the 今日 tab shows: keys to come back today, overdue ones loud; losses are the cabinet's."""
    now, config = clock.now(), settings.load(session)
    query = whole().where(_open(), KeyLoan.due_at < _tonight()).order_by(KeyLoan.due_at, KeyLoan.id)
    return [_due(loan, config, now) for loan in session.scalars(query.limit(200))]


def _due(loan: KeyLoan, config: settings.Settings, now: datetime) -> Due:
    codes = " ".join(line.code for line in loan.open_lines)
    title = " ".join(filter(None, (codes, loan.borrower, loan.org)))
    stage = facts.stage_of(loan, config, now)
    if stage == "late":
        return Due(loan.uid, title, loan.no or "", loan.due_at, Tone.LATE, _step(loan, config, now))
    tone = Tone.DUE if stage == "due" else Tone.WAITING
    return Due(loan.uid, title, loan.no or "", loan.due_at, tone, translate("KeyLoans", "今日应还钥匙"))


def handover(session: Session) -> list[OpenLoan]:
    """Return every key that is out, for the handover: what is due first in front (domain.md §9-6)."""
    now, config = clock.now(), settings.load(session)
    query = whole().where(_open()).order_by(KeyLoan.due_at, KeyLoan.id)
    return [
        OpenLoan(
            loan.uid, loan.no or "", loan.borrower, loan.org, loan.phone,
            tuple(line.code for line in loan.open_lines), loan.left, loan.out_at, loan.due_at,
            rules.late_minutes(loan.due_at, None, now), _step(loan, config, now), loan.handler_name,
            loan.calls[-1].said if loan.calls else "",
        )
        for loan in session.scalars(query)
    ]  # fmt: skip
