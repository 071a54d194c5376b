"""Verbs of the stock-take: each one unit of work inside the caller's session (domain.md F07 PD)."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from desk_app.core import audit, clock, duties, numbering, presence, search, settings, shifts
from desk_app.core.attachments import Archive
from desk_app.core.errors import RuleError, raise_first
from desk_app.core.i18n import translate
from desk_app.core.people import DESK, actor_of, named, verb
from desk_app.core.records import new_uid
from desk_app.core.text import clean
from desk_app.registers.key_counts import rules
from desk_app.registers.key_counts.paper import FORM, sheet_values
from desk_app.registers.key_counts.records import CountLine, KeyCount
from desk_app.registers.keys import service as keys

Values = Mapping[str, Any]
Render = Callable[[Mapping[str, object]], bytes]

AWAY = ("out", "with_contractor")


@verb("key_counts.start", *DESK)
def start(session: Session, values: Values, _reasons: Mapping[str, str] | None = None) -> KeyCount:
    """Begin a stock-take: the book as it stands now is written down, key by key (按快照处理).

    `values`: scope (a cabinet's letter, empty for all), witness (Ref to staff). Raises FieldErrors.
    """
    scope = clean(str(values.get("scope") or ""), limit=4, field="scope").upper()
    hung = [key for key in keys.live(session, cabinet=scope) if key.state not in rules.GONE]
    if not hung:
        raise RuleError(translate("KeyCounts", "这个范围里没有钥匙,请改选。"), "scope")
    actor, witness = actor_of(session), named(session, values.get("witness"))
    keepers = list(dict.fromkeys(key.keeper_name for key in hung if key.keeper_name))
    config, other = settings.load(session), witness.name if witness else ""
    raise_first(
        rules.wrong_people(
            actor.name, other, counter_keeps=duties.clash(config, duties.KEEPER, actor.name, *keepers),
            witness_keeps=duties.clash(config, duties.KEEPER, other, *keepers),
        )
    )  # fmt: skip
    assert witness is not None
    _none_open(session, scope)
    presence.note(session, witness, "witness")
    count = KeyCount(
        uid=str(values.get("uid") or new_uid()), no=None, state="counting", day=clock.today(), scope=scope,
        started_at=clock.now(), handler_id=actor.staff_id, handler_name=actor.name,
        shift=shifts.current(settings.load(session)).label, witness_id=witness.id, witness_name=witness.name,
        keepers="\n".join(keepers), remark=clean(str(values.get("remark") or ""), limit=200, field="remark"),
    )  # fmt: skip
    for seq, key in enumerate(hung, 1):
        away = key.out_pieces if key.state in AWAY else 0
        expected = key.pieces - away
        count.lines.append(
            CountLine(
                seq=seq, key_uid=key.uid, code=key.code, tag=key.tag, key_kind=key.kind, place=key.shown_place,
                expected=expected, away=away, holder=key.holder_name, note="", found=0,
                result=rules.start_result(expected, away),
            )
        )  # fmt: skip
    session.add(count)
    index(session, count)
    return count


def _none_open(session: Session, scope: str) -> None:
    query = select(KeyCount).where(KeyCount.state == "counting")
    for other in session.scalars(query):
        if "" in (scope, other.scope) or other.scope == scope:
            text = translate("KeyCounts", "{name} 的盘点还没有提交,请先点完或放弃那一次。")
            raise RuleError(text.format(name=other.handler_name), "scope")


@verb("key_counts.mark", *DESK)
def mark(
    session: Session, uid: str, code: str, result: str, *, found: int | None = None, note: str = ""
) -> CountLine:
    """Write down one key's result; `found` pieces are by default what the result means."""
    count = find(session, uid)
    rules.MACHINE.go(count.state, "mark")
    line = _line(count, code)
    _follow(session, line)
    if found is None:
        found = {"present": line.expected, "surplus": line.expected + 1}.get(result, 0)
    if result == "lent":
        found = 0
    error = rules.wrong_mark(line.counted(), result, found)
    if error is not None:
        raise error
    line.result, line.found = result, found
    line.note = clean(note, limit=120, field="note") or line.note
    return line


def _follow(session: Session, line: CountLine) -> None:
    """Bring a line to what was lent or came back since the stock-take began."""
    key = keys.find(session, line.key_uid)
    if key.state in rules.GONE:
        return
    line.expected, line.away = rules.followed(line.expected, line.away, key.out_pieces)
    line.holder = key.holder_name


@verb("key_counts.mark_rest", *DESK)
def mark_rest(session: Session, uid: str) -> int:
    """Write down every key nobody has looked at yet as hanging there, what is wholly out as lent; returns how many."""
    count = find(session, uid)
    rules.MACHINE.go(count.state, "mark")
    left = [line for line in count.lines if not line.result]
    for line in left:
        _follow(session, line)
        line.result = rules.start_result(line.expected, line.away) or "present"
        line.found = line.expected
    return len(left)


@verb("key_counts.unmark", *DESK)
def unmark(session: Session, uid: str, code: str) -> CountLine:
    """Take a result back: the key is to be looked at again."""
    count = find(session, uid)
    rules.MACHINE.go(count.state, "mark")
    line = _line(count, code)
    line.result, line.found = "", 0
    return line


@verb("key_counts.submit", *DESK)
def submit(
    session: Session, uid: str, archive: Archive, render: Render, *, reason: str = "", handling: str = ""
) -> KeyCount:
    """Hand a stock-take in: every key counted, each difference with reason and handling; gives the number.

    The sheet is drawn and archived in the same unit of work; KnownError when the archive cannot be written.
    """
    count = find(session, uid)
    target = rules.MACHINE.go(count.state, "submit")
    reason = clean(reason, limit=200, field="reason")
    handling = clean(handling, limit=200, field="handling")
    raise_first(rules.wrong_submission([line.counted() for line in count.lines], reason, handling))
    count.no = count.no or numbering.take(session, rules.PREFIX)
    count.state, count.submitted_at = target, clock.not_before(count.started_at)
    count.diff_reason, count.handling = reason, handling
    index(session, count)
    archive.store(
        session, entity=count.history_entity, record_uid=count.uid, no=count.no, form=FORM,
        pdf=render(sheet_values(session, count)),
    )  # fmt: skip
    return count


@verb("key_counts.review", *rules.SUPERVISORS)
def review(session: Session, uid: str, *, note: str = "") -> KeyCount:
    """Review a stock-take; whoever counted or watched may not review it."""
    count, actor = find(session, uid), actor_of(session)
    target = rules.MACHINE.go(count.state, "review")
    took_part = (count.handler_id, count.witness_id)
    if duties.clash(settings.load(session), duties.COUNTER, actor.staff_id, *took_part):
        raise RuleError(translate("KeyCounts", "审核须由盘点人、监盘人以外的主管进行。"))
    count.state, count.reviewed_by, count.reviewed_at = (
        target,
        actor.name,
        clock.not_before(count.submitted_at),
    )
    count.review_note = clean(note, limit=200, field="note")
    return count


@verb("key_counts.send_back", *rules.SUPERVISORS)
def send_back(session: Session, uid: str, *, reason: str) -> KeyCount:
    """Have a stock-take counted again; its number stays."""
    count = find(session, uid)
    target = rules.MACHINE.go(count.state, "send_back")
    reason = clean(reason, limit=120, field="reason")
    if not reason:
        raise RuleError(translate("KeyCounts", "请写明要重点哪里。"), "reason")
    audit.note(session, reason)
    count.state, count.review_note = target, reason
    return count


@verb("key_counts.discard", *DESK)
def discard(session: Session, uid: str, *, reason: str) -> KeyCount:
    """Give a stock-take up before it was submitted."""
    count = find(session, uid)
    target = rules.MACHINE.go(count.state, "discard")
    audit.note(session, clean(reason, limit=120))
    count.state, count.void_reason = target, clean(reason, limit=120)
    count.void_by, count.void_at = actor_of(session).name, clock.now()
    return count


def find(session: Session, uid: str) -> KeyCount:
    """Return one stock-take; NoResultFound when there is none."""
    return session.scalars(select(KeyCount).where(KeyCount.uid == uid)).one()


def _line(count: KeyCount, text: str) -> CountLine:
    """Return the line of a hook or a scanned tag."""
    wanted = text.strip().upper()
    for line in count.lines:
        if wanted in (line.code, line.tag):
            return line
    message = translate("KeyCounts", "「{code}」不在这次盘点的范围里,请核对;柜里多出来的钥匙请先登记。")
    raise RuleError(message.format(code=text), "code")


def index(session: Session, count: KeyCount) -> None:
    """Make a stock-take findable by what its row says now."""
    session.flush()
    fields = {"number": count.no or "", "name": f"{count.handler_name}\n{count.witness_name}"}
    title = f"{count.handler_name} {count.witness_name}"
    search.put(session, "key_counts", count.id, count.uid, fields, title=title, detail=count.no or "")
