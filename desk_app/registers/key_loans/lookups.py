"""What the loan form offers and says while it is being filled: keys, borrowers, who may agree, hints."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from sqlalchemy import Row, and_, or_, select
from sqlalchemy.orm import Session

from desk_app.core import approvals, clock, links, people, privacy, search, settings
from desk_app.core.declare import Suggestion, label_of
from desk_app.core.errors import RuleError
from desk_app.core.i18n import listed, translate
from desk_app.registers.key_loans import facts, rules, terms, views
from desk_app.registers.key_loans.records import KeyLoan, Line
from desk_app.registers.keys import service as keys

Values = Mapping[str, object]
Look = Callable[[Session, str, Values], Sequence[Suggestion]]


@dataclass(frozen=True)
class Advice:
    """What the form shows now: whose consents are asked, what is to be told with the keys, what else is known."""

    needs: tuple[str, ...]
    told: tuple[str, ...]
    hints: tuple[str, ...]


@dataclass(frozen=True)
class Entry:
    """One line of a story: of a key, or of a borrower. `uid` is the movement's."""

    uid: str
    no: str
    words: tuple[str, ...]


def advice(session: Session, values: Values) -> Advice:
    """Return what is known of a form as it stands; what cannot be read yet says nothing."""
    try:
        case = facts.case_of(session, values)
    except RuleError:
        return Advice((), (), ())
    config, now = settings.load(session), clock.now()
    needs = rules.needs(case, now, overnight_kz=config.get(terms.OVERNIGHT)) if case.standing else ()
    told = [
        f"{key.code} {said.text}" for key in case.keys for said in keys.instructions(session, key.uid)
    ]  # fmt: skip
    return Advice(needs, tuple(dict.fromkeys(told)), tuple(_hints(session, case, needs)))


def _hints(session: Session, case: rules.Case, needs: Sequence[str]) -> list[str]:
    hints = [key_line(session, key.code) for key in case.keys]
    if case.kind in terms.COMES_BACK:
        hints += [_held(one) for one in case.held]
    labels = {stage.key: translate("KeyLoans", stage.label) for stage in rules.CHAIN}
    labels[rules.OWNER] = translate("KeyLoans", "业主电话同意")
    if needs:
        wanted = listed(labels[need] for need in needs)
        hints.append(translate("KeyLoans", "须{who}").format(who=wanted))
    elif case.kind == "loan" and case.standing in ("owner", "sales") and case.keys and case.borrower:
        hints.append(translate("KeyLoans", "登记签名即可,免审批"))
    return hints


def key_line(session: Session, code: str) -> str:
    """Return a key in words: hook, what it opens, how many pieces."""
    key = keys.by_code(session, code)
    if key is None:
        return ""
    text = translate("KeyLoans", "{code} {place} 共 {count} 把")
    said = text.format(code=key.code, place=key.shown_place, count=key.pieces)
    others = [one.code for one in keys.of_room(session, key.room_id) if one is not key] if key.room_id else []
    if others:
        said += translate("KeyLoans", "(同房还有 {codes})").format(codes=listed(others))
    return said


def _held(one: rules.Held) -> str:
    due = one.due_at
    time = f"{clock.local(due):%m-%d %H:%M}" if due else ""
    late = due is not None and due < clock.now()
    text = (
        translate("KeyLoans", "此人还借着 {code},已逾期(应还 {time})")
        if late
        else translate("KeyLoans", "此人还借着 {code},应还 {time}")
    )
    return text.format(code=one.code, time=time)


def suggest_key(session: Session, text: str, _values: Values) -> Sequence[Suggestion]:
    """Offer keys by hook, tag or what they open; those in the cabinet first, the others with who has them."""
    exact = keys.by_code(session, text)
    found = {exact.uid: exact} if exact else {}
    wanted = search.find(session, text, kinds=("keys",), limit=30)
    for key in keys.by_ids(session, [hit.record for hit in wanted]):
        if key.state not in ("handed_over", "retired"):
            found.setdefault(key.uid, key)
    ranked = sorted(found.values(), key=lambda k: (k is not exact, k.state != "in_cabinet", k.code))
    return [
        Suggestion(
            f"{key.code}  {key.shown_place}",
            _where(key.state, key.holder_name, key.pieces),
            key.code,
            {"pieces": key.pieces},
        )
        for key in ranked[:8]
    ]


def _where(state: str, holder: str, pieces: int) -> str:
    if state == "in_cabinet":
        return translate("KeyLoans", "在库 {count} 把").format(count=pieces)
    if holder:
        return translate("KeyLoans", "{holder} 借着").format(holder=holder)
    return translate("KeyLoans", "不在柜里")


def suggest_borrower(session: Session, text: str, _values: Values) -> Sequence[Suggestion]:
    """Offer who took keys before, with what fills the form."""
    since = clock.today() - timedelta(days=settings.get(session, terms.BORROWER_DAYS))
    offered = (KeyLoan.id, KeyLoan.borrower, KeyLoan.standing, KeyLoan.org, KeyLoan.phone, KeyLoan.id_kind)
    query = select(*offered).where(KeyLoan.day >= since, KeyLoan.state != "void")
    digits = "".join(filter(str.isdigit, text))
    offers: dict[tuple[str, str, str], Suggestion] = {}
    for loan in search.latest(session, query, "key_loans", text):
        who = (loan.borrower, loan.org, loan.phone)
        if search.matches(text, loan.borrower, loan.org) or (digits and digits in loan.phone):
            offers.setdefault(who, _offer(loan))
        if len(offers) == 8:
            break
    return list(offers.values())


def _offer(loan: Row[*tuple[Any, ...]]) -> Suggestion:
    phone = privacy.phone(loan.phone)
    standing = translate("KeyLoans", label_of(terms.STANDINGS, loan.standing))
    fills = {
        "standing": loan.standing,
        "org": loan.org,
        "phone": loan.phone,
        "id_kind": loan.id_kind,
    }
    return Suggestion(
        loan.borrower, " · ".join(filter(None, (standing, loan.org, phone))), loan.borrower, fills
    )


def suggest_org(session: Session, text: str, _values: Values) -> Sequence[Suggestion]:
    """Offer companies whose people took keys before."""
    query = select(KeyLoan.org).where(KeyLoan.org != "").order_by(KeyLoan.id.desc()).limit(500)
    names = dict.fromkeys(session.scalars(query))
    return [Suggestion(name, value=name) for name in names if search.matches(text, name)][:8]


def suggest_stage(stage: approvals.Stage) -> Look:
    """Return the function that offers who may give one consent."""
    wanted = frozenset(stage.roles)

    def suggest(session: Session, text: str, _values: Values) -> Sequence[Suggestion]:
        return people.offered(session, text, wanted)

    return suggest


def suggest_lead(session: Session, text: str, _values: Values) -> Sequence[Suggestion]:
    """Offer who may review a voiding."""
    return people.offered(session, text, frozenset(people.LEADS))


def suggest_supervisor(session: Session, text: str, _values: Values) -> Sequence[Suggestion]:
    """Offer the supervisors."""
    return people.offered(session, text, rules.SUPERVISORS)


def suggest_owner_phone(session: Session, _text: str, values: Values) -> Sequence[Suggestion]:
    """Offer the owner's telephones on file: the only ones that may be rung (F06 ⚠, F07)."""
    try:
        case = facts.case_of(session, values)
    except RuleError:
        return []
    found = dict.fromkeys(pair for key in case.keys for pair in key.owner_phones)
    return [Suggestion(privacy.free(number), whose, number, {"owner_by": whose}) for whose, number in found]


def story_of_key(session: Session, key_uid: str) -> list[Entry]:
    """Return every movement of one key, newest first (这把钥匙的流水)."""
    query = select(Line).join(KeyLoan).where(Line.key_uid == key_uid).order_by(Line.id.desc())
    return [_told(line) for line in session.scalars(query.limit(500))]


def story_of_borrower(session: Session, uid: str) -> list[Entry]:
    """Return what the borrower of a movement took so far, newest first (此人的借用记录).

    The same name with the same telephone or company: not his colleagues on one line, not his namesakes.
    """
    loan = session.scalars(select(KeyLoan).where(KeyLoan.uid == uid)).one()
    number = and_(KeyLoan.phone == loan.phone, KeyLoan.phone != "")
    company = and_(KeyLoan.org == loan.org, KeyLoan.org != "")
    same = KeyLoan.borrower == loan.borrower, or_(number, company)
    query = select(Line).join(KeyLoan).where(*same).order_by(Line.id.desc())
    return [_told(line) for line in session.scalars(query.limit(500))]


def _told(line: Line) -> Entry:
    loan = line.loan
    kind = translate("KeyLoans", label_of(terms.KINDS, loan.kind))
    words = (
        f"{clock.local(loan.out_at):%Y-%m-%d %H:%M}", kind, line.code, f"{line.pieces}", loan.borrower, loan.org,
        f"{clock.local(line.back_at):%m-%d %H:%M}" if line.back_at else "", how_it_ended(line),
    )  # fmt: skip
    return Entry(loan.uid, loan.no or "", words)


def how_it_ended(line: Line) -> str:
    """Return in a word how one key of a movement stands."""
    if line.loan.state == "void":
        return translate("KeyLoans", "作废")
    if line.losses:
        pending = any(loss.pending for loss in line.losses)
        return translate("KeyLoans", "遗失待处理") if pending else translate("KeyLoans", "遗失已处理")
    if line.is_open:
        text = translate("KeyLoans", "未还 {count} 把")
        return text.format(count=line.left)
    due = line.loan.due_at
    if line.back_at is None:
        return translate("KeyLoans", rules.STATE_LABELS[line.loan.state])
    late = rules.late_minutes(due, line.back_at, line.back_at)
    if late:
        return translate("KeyLoans", "晚还 {time}").format(time=rules.how_long(late))
    return translate("KeyLoans", "已归还")


def scanned(session: Session, code: str) -> tuple[str, str] | None:
    """Return (hook, uid of the loan that has it out or "") of a scanned tag or hook; None when it is no key."""
    key = keys.by_code(session, code)
    if key is None:
        return None
    query = select(KeyLoan.uid).join(Line).where(Line.key_uid == key.uid, Line.is_open.is_(True))
    return key.code, session.scalar(query) or ""


def loan_by_code(session: Session, code: str) -> str | None:
    """Return the loan that has the key with this tag out, None while it hangs in the cabinet."""
    found = scanned(session, code)
    return (found[1] or None) if found else None


def still_out(session: Session, uid: str) -> list[dict[str, object]]:
    """Return what of a loan is still out, as the return's table has it."""
    loan = session.scalars(select(KeyLoan).where(KeyLoan.uid == uid)).one()
    return [
        {"code": line.code, "pieces": line.left, "condition": "intact"} for line in loan.open_lines
    ]  # fmt: skip


def lost_codes(session: Session, uid: str, *, relocked: bool | None = None) -> tuple[list[str], str]:
    """Return the lost keys of a loan that wait (for a lock, with relocked False), and what the others lack."""
    loan = session.scalars(select(KeyLoan).where(KeyLoan.uid == uid)).one()
    waiting = [loss for line in loan.lines for loss in line.losses if loss.pending]
    fitting = [x for x in waiting if relocked is None or (x.relocked_at is not None) == relocked]
    return [loss.line.code for loss in fitting], listed(views.lack(loss) for loss in waiting)


def keys_of(session: Session, uid: str) -> list[tuple[str, str]]:
    """Return (hook, key uid) of a movement's keys."""
    loan = session.scalars(select(KeyLoan).where(KeyLoan.uid == uid)).one()
    return [(line.code, line.key_uid) for line in loan.lines]


def papers_of(session: Session, uid: str) -> list[str]:
    """Return the movements to print after one was saved: itself, and the receipt for what was left behind."""
    made = [link.to_uid for link in links.of(session, uid) if link.from_uid == uid]
    kept = session.scalars(select(KeyLoan.uid).where(KeyLoan.uid.in_(made), KeyLoan.kind == "retain"))
    return [uid, *kept]
