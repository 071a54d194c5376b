"""What the screen, the sheet and the 今日 tab read of the stock-takes."""

from __future__ import annotations

from array import array
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from typing import TYPE_CHECKING

from sqlalchemy import ColumnElement, func, select
from sqlalchemy.orm import Session

from desk_app.core import clock, people, search, settings
from desk_app.core.declare import Due, Ref, Row, Suggestion, Tone
from desk_app.core.i18n import listed, translate
from desk_app.core.records import batched, by_ids
from desk_app.registers.key_counts import rules
from desk_app.registers.key_counts.records import CountLine, KeyCount
from desk_app.registers.keys import service as keys

if TYPE_CHECKING:
    from desk_app.registers.keys.records import Key

DONE = ("submitted", "reviewed")


def _wheres() -> dict[str, tuple[ColumnElement[bool], ...]]:
    return {
        "counting": (KeyCount.state == "counting",),
        "submitted": (KeyCount.state == "submitted",),
        "month": (KeyCount.day >= clock.today().replace(day=1), KeyCount.state != "void"),
        "all": (),
    }


def ids(session: Session, view: str, text: str, limit: int | None = None) -> array[int]:
    """Return the stock-takes of a view, newest first; with `text`, those that match it."""
    query = select(KeyCount.id).where(*_wheres()[view]).order_by(KeyCount.id.desc())
    return search.listed(session, query, "key_counts", text, limit)


def counts(session: Session) -> Mapping[str, int]:
    """Return how many stock-takes each counted view has."""
    query = select(func.count()).select_from(KeyCount)
    return {v: session.scalar(query.where(*w)) or 0 for v, w in _wheres().items() if v != "all"}


def rows(session: Session, wanted: Sequence[int]) -> list[Row]:
    """Return these stock-takes as rows, in this order."""
    return _rows(session, by_ids(session, select(KeyCount), wanted))


def _rows(session: Session, counts_: Sequence[KeyCount]) -> list[Row]:
    lines = _lines_of(session, counts_)
    return [_row(count, rules.total(lines[count.id])) for count in counts_]


def _lines_of(session: Session, counts_: Sequence[KeyCount]) -> Mapping[int, list[rules.Counted]]:
    """Return the lines of stock-takes by their ids, those alike as one: a cabinet has hundreds of keys."""
    alike = (CountLine.count_id, CountLine.expected, CountLine.away, CountLine.result, CountLine.found)
    query = select(*alike, func.count()).group_by(*alike)
    found = defaultdict(list)
    for some in batched([count.id for count in counts_]):
        for number, on_hook, away, result, pieces, many in session.execute(
            query.where(CountLine.count_id.in_(some))
        ):
            found[number].append(rules.Counted("", on_hook, away, result, pieces, many))
    return found


def _row(count: KeyCount, figures: rules.Sum) -> Row:
    """Return one stock-take as the list and the sheet see it."""
    return {
        "id": count.id, "uid": count.uid, "no": count.shown_no, "state": count.state, "day": count.day,
        "scope": count.scope or translate("KeyCounts", "全部钥匙柜"), "book": figures.book, "counted": figures.counted, "lent": figures.lent,
        "difference": figures.difference, "missing": figures.missing, "surplus": figures.surplus,
        "open": figures.open, "agreeing": figures.agreeing, "counter": count.handler_name,
        "witness": count.witness_name, "keepers": listed(filter(None, count.keepers.split("\n"))),
        "diff_reason": count.diff_reason, "handling": count.handling, "reviewer": count.reviewed_by,
        "submitted_at": count.submitted_at, "reason": count.void_reason or count.review_note,
    }  # fmt: skip


def month(session: Session, first: date, last: date) -> list[Row]:
    """Return the stock-takes handed in whose day lies in [first, last], oldest first."""
    query = select(KeyCount).where(
        KeyCount.day >= first, KeyCount.day <= last, KeyCount.no.is_not(None), KeyCount.state.in_(DONE)
    )
    return _rows(session, session.scalars(query.order_by(KeyCount.no)).all())


def values(session: Session, uid: str) -> Mapping[str, object]:
    """Return the form values of one stock-take."""
    count = session.scalars(select(KeyCount).where(KeyCount.uid == uid)).one()
    witness = Ref(count.witness_id, count.witness_name)
    return {"uid": uid, "scope": count.scope, "witness": witness, "remark": count.remark}


def lines(session: Session, uid: str) -> list[dict[str, object]]:
    """Return the keys of a stock-take for the counting dialog; those nobody looked at yet as they are lent now."""
    count = session.scalars(select(KeyCount).where(KeyCount.uid == uid)).one()
    now = {key.uid: key for key in keys.live(session)}
    return [_line(line, now.get(line.key_uid)) for line in count.lines]


def _line(line: CountLine, key: Key | None) -> dict[str, object]:
    expected, away, holder = line.expected, line.away, line.holder
    if key is not None and line.result in ("", "lent") and key.state not in rules.GONE:
        expected, away = rules.followed(expected, away, key.out_pieces)
        holder = key.holder_name or holder
    return {
        "code": line.code, "tag": line.tag, "place": line.place, "kind": line.key_kind, "expected": expected,
        "away": away, "holder": holder, "result": line.result, "found": line.found, "note": line.note,
        "lent_now": away > line.away, "back_now": away < line.away, "difference": line.counted().difference,
    }  # fmt: skip


def figures_of(session: Session, uid: str) -> rules.Sum:
    """Return a stock-take in figures."""
    count = session.scalars(select(KeyCount).where(KeyCount.uid == uid)).one()
    return rules.total(_lines_of(session, [count])[count.id])


def suggest_scope(session: Session, text: str, _values: Mapping[str, object]) -> Sequence[Suggestion]:
    """Offer the cabinets that have keys, with how many hooks are taken."""
    hooks = Counter(key.cabinet for key in keys.live(session))
    detail = translate("KeyCounts", "{count} 串钥匙")
    wanted = text.strip().upper()
    return [
        Suggestion(cabinet, detail.format(count=hooks[cabinet]), cabinet)
        for cabinet in sorted(hooks)
        if cabinet.startswith(wanted)
    ]


def due(session: Session) -> Sequence[Due]:
    """Return what waits: stock-takes under way or to be reviewed, and the month's own while none was made."""
    query = select(KeyCount).where(KeyCount.state.in_(("counting", "submitted"))).order_by(KeyCount.id)
    found = [_due(count) for count in session.scalars(query)]
    return found + _monthly(session)


def _due(count: KeyCount) -> Due:
    label = translate("KeyCounts", rules.STATE_LABELS[count.state])
    at = count.submitted_at or count.started_at
    title = translate("KeyCounts", "钥匙盘点 {name}").format(name=count.handler_name)
    return Due(count.uid, title, count.shown_no, at, Tone.DUE, label)


def _monthly(session: Session) -> list[Due]:
    config, today = settings.load(session), clock.today()
    if not config.get(rules.MONTHLY):
        return []
    query = select(KeyCount.scope).where(KeyCount.day >= today.replace(day=1), KeyCount.state != "void")
    left = rules.uncounted({key.cabinet for key in keys.live(session)}, set(session.scalars(query)))
    last = config.get(rules.DUE_DAY)
    stage = rules.stage(today, last, done=not left)
    if not stage:
        return []
    at = clock.day_bounds(today.replace(day=last))[1] - timedelta(minutes=1)
    tone = Tone.LATE if stage == "late" else Tone.WAITING
    label = translate("KeyCounts", "逾期未盘点") if stage == "late" else translate("KeyCounts", "本月未盘点")
    where = translate("KeyCounts", "{cabinets} 柜").format(cabinets=listed(left))
    return [Due("", translate("KeyCounts", "钥匙每月盘点"), where, at, tone, label)]


def suggest_witness(session: Session, text: str, _values: Mapping[str, object]) -> Sequence[Suggestion]:
    """Offer everybody who works here: a second pair of eyes."""
    return people.offered(session, text)[:8]


def reasons(session: Session, uid: str) -> Mapping[str, object]:
    """Return what was said of the differences before it was sent back."""
    count = session.scalars(select(KeyCount).where(KeyCount.uid == uid)).one()
    return {"reason": count.diff_reason, "handling": count.handling}
