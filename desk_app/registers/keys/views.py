"""What the screen, the sheet, the cabinet's picture and other rooms read of the key register."""

from __future__ import annotations

from array import array
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from sqlalchemy import ColumnElement, and_, func, or_, select
from sqlalchemy.orm import Session

from desk_app.core import clock, people, premises, search, settings
from desk_app.core.declare import Due, Ref, Row, Suggestion, Tone
from desk_app.core.i18n import listed, translate
from desk_app.core.records import by_ids
from desk_app.registers.keys import lookup, rules
from desk_app.registers.keys.records import Instruction, Key, Piece


@dataclass(frozen=True)
class HookView:
    """One hook of the picture: `record` is the key that belongs there (0 for none), `place` what it opens."""

    hook: rules.Hook
    record: int = 0
    state: str = "empty"
    place: str = ""


@dataclass(frozen=True)
class Cabinet:
    """One cabinet as a grid: `rows[r][h]`, every row as long as the longest."""

    name: str
    rows: tuple[tuple[HookView, ...], ...]


def live() -> ColumnElement[bool]:
    """Return the condition that a key belongs on a hook."""
    return Key.state.not_in(rules.ENDED)


def _wheres() -> dict[str, tuple[ColumnElement[bool], ...]]:
    return {
        "all": (live(),),
        "in_cabinet": (Key.state == "in_cabinet",),
        "away": (Key.state.in_(rules.AWAY),),
        "lost": (Key.state.in_(("lost", "relocked")),),
        "damaged": (Key.state == "damaged",),
        "ended": (Key.state.in_(rules.ENDED),),
    }


def ids(session: Session, view: str, text: str, limit: int | None = None) -> array[int]:
    """Return the keys of a view in the order of their hooks; with `text`, those that match it."""
    query = select(Key.id).where(*_wheres()[view]).order_by(Key.cabinet, Key.row, Key.hook, Key.id)
    exact = lookup.by_code(session, text) if text.strip() else None
    return search.listed(session, query, "keys", text, limit, also=exact.id if exact else None)


def counts(session: Session) -> Mapping[str, int]:
    """Return how many keys each counted view has."""
    query = select(func.count()).select_from(Key)
    return {view: session.scalar(query.where(*where)) or 0 for view, where in _wheres().items()}


def rows(session: Session, wanted: Sequence[int]) -> list[Row]:
    """Return these keys as rows, in this order."""
    found = by_ids(session, select(Key), wanted)
    told = _told(session, found)
    return [row(key, told.get(key.id, ())) for key in found]


def _told(session: Session, keys: Sequence[Key]) -> dict[int, list[str]]:
    """Return what is to be told with each key today, by key id."""
    by_key: dict[int, list[str]] = {}
    by_room: dict[int, list[str]] = {}
    for said in session.scalars(select(Instruction).where(*lookup.valid_today())):
        if said.room_id is None:
            by_key.setdefault(said.key_id, []).append(said.text)
        else:
            by_room.setdefault(said.room_id, []).append(said.text)
    return {key.id: by_key.get(key.id, []) + by_room.get(key.room_id or 0, []) for key in keys}


def row(key: Key, told: Sequence[str] = ()) -> Row:
    """Return one key as the list and the sheet see it."""
    names = (
        "id", "uid", "no", "loan_uid", "tag", "kind", "pieces", "source", "stored_at", "remark", "due_at", "consent_by",
        "receipt_no", "consent_note", "lost_at", "lost_by", "lost_note", "relocked_at", "relock_cost", "relock_paid_by",
        "relock_approver", "retired_why", "retire_approver", "ended_at",
    )  # fmt: skip
    return {
        **{name: getattr(key, name) for name in names},
        "state": rules.seen(key.state, key.due_at, clock.now()),
        "place": key.shown_place,
        "out_pieces": key.out_pieces or None,
        "spare": "spare" if key.spare else "main",
        "holder_name": key.holder_name,
        "keeper": key.keeper_name,
        "told": ";".join(told),
        "relock_cost": key.relock_cost or None,
    }


def month(session: Session, first: date, last: date) -> list[Row]:
    """Return every key that was on file in [first, last], as it is now: the sheet is a list, not a movement."""
    start, end = clock.day_bounds(first)[0], clock.day_bounds(last)[1]
    query = select(Key).where(Key.created_at < end, or_(Key.ended_at.is_(None), Key.ended_at >= start))
    return [row(key) for key in session.scalars(query.order_by(Key.cabinet, Key.row, Key.hook, Key.id))]


def values(session: Session, uid: str) -> Mapping[str, object]:
    """Return the form values of one key."""
    key = lookup.find(session, uid)
    names = (
        "uid",
        "code",
        "kind",
        "name",
        "pieces",
        "source",
        "tag",
        "stored_at",
        "consent_by",
        "receipt_no",
    )
    ring = session.scalars(select(Piece).where(Piece.key_id == key.id, Piece.removed.is_(False)))
    return {
        **{name: getattr(key, name) for name in (*names, "remark")},
        "place": Ref(key.room_id, key.place),
        "keeper": Ref(key.keeper_id, key.keeper_name),
        "spare": "spare" if key.spare else "main",
        "ring": [{"name": piece.name, "quantity": piece.quantity} for piece in sorted(ring, key=_seq)],
    }


def _seq(piece: Piece) -> int:
    return piece.seq


def due(session: Session) -> Sequence[Due]:
    """Return what waits: lost keys whose lock is still the old one, locks without a new key, notes that run out."""
    config, now = settings.load(session), clock.now()
    waiting = select(Key).where(Key.state.in_(("lost", "relocked"))).order_by(Key.lost_at)
    found = [_due_key(key, now, config.get(rules.RELOCK_HOURS)) for key in session.scalars(waiting)]
    last = clock.today() + timedelta(days=config.get(rules.EXPIRING_DAYS))
    ending = (
        select(Instruction).join(Key).where(*lookup.valid_today(), Instruction.valid_until <= last, live())
    )
    return [*found, *(_due_note(said) for said in session.scalars(ending.order_by(Instruction.valid_until)))]


def _due_key(key: Key, now: datetime, hours: int) -> Due:
    title = f"{key.code} {key.shown_place}"
    if key.state == "relocked":
        detail = translate("Keys", "锁已换,等新钥匙")
        return Due(key.uid, title, detail, key.relocked_at, Tone.DUE, translate("Keys", "待补配"))
    at = key.lost_at + timedelta(hours=hours) if key.lost_at else None
    detail = translate("Keys", "责任人 {name}").format(name=key.lost_by)
    if key.kind not in rules.MUST_RELOCK:
        return Due(key.uid, title, detail, at, Tone.DUE, translate("Keys", "遗失待补配"))
    label = translate("Keys", "换锁超时") if at and now > at else translate("Keys", "遗失待换锁")
    return Due(key.uid, title, detail, at, Tone.LATE, label)


def _due_note(said: Instruction) -> Due:
    assert said.valid_until is not None
    at = clock.day_bounds(said.valid_until)[1] - timedelta(minutes=1)
    title = f"{said.key.code} {said.key.shown_place}"
    return Due(said.key.uid, title, said.text, at, Tone.WAITING, translate("Keys", "须知将到期"))


def cabinets(session: Session) -> list[Cabinet]:
    """Return the cabinets as grids, read with one query; hooks without a key are "empty"."""
    config, now = settings.load(session), clock.now()
    columns = (Key.cabinet, Key.row, Key.hook, Key.id, Key.state, Key.due_at, Key.place, Key.name)
    hung: dict[str, dict[tuple[int, int], HookView]] = {}
    for name, line, hook, record, state, due_at, room, door in session.execute(
        select(*columns).where(live())
    ):
        place = rules.Hook(name, line, hook)
        view = HookView(place, record, rules.seen(state, due_at, now), f"{room} {door}".strip())
        hung.setdefault(name, {})[line, hook] = view
    least = config.get(rules.CABINET_ROWS), config.get(rules.CABINET_HOOKS)
    return [_grid(name, hung[name], least) for name in sorted(hung)]


def _grid(name: str, hung: Mapping[tuple[int, int], HookView], least: tuple[int, int]) -> Cabinet:
    lines = max(least[0], *(line for line, _ in hung))
    hooks = max(least[1], *(hook for _, hook in hung))
    return Cabinet(
        name,
        tuple(
            tuple(hung.get((r, h)) or HookView(rules.Hook(name, r, h)) for h in range(1, hooks + 1))
            for r in range(1, lines + 1)
        ),
    )


def suggest_hook(session: Session, text: str, _values: Mapping[str, object]) -> Sequence[Suggestion]:
    """Offer the next free hooks, of the cabinet that was typed if any."""
    wanted = text.strip().upper()
    free = [
        next(
            (
                view.hook.code
                for line in one.rows
                for view in line
                if not view.record and _meant(view, wanted)
            ),
            "",
        )
        for one in cabinets(session)
    ]
    return [Suggestion(code, translate("Keys", "空位"), code) for code in free if code]


def _meant(view: HookView, wanted: str) -> bool:
    return not wanted or view.hook.code.startswith(wanted)


def suggest_keeper(session: Session, text: str, _values: Mapping[str, object]) -> Sequence[Suggestion]:
    """Offer the staff who may keep keys."""
    return people.offered(session, text)


def suggest_supervisor(session: Session, text: str, _values: Mapping[str, object]) -> Sequence[Suggestion]:
    """Offer the supervisors who may agree."""
    return people.offered(session, text, rules.SUPERVISORS)


def suggest_name(session: Session, text: str, _values: Mapping[str, object]) -> Sequence[Suggestion]:
    """Offer the doors that other keys are named after, the commonest first."""
    query = (
        select(Key.name).where(and_(live(), Key.name != "")).group_by(Key.name).order_by(func.count().desc())
    )
    return [Suggestion(name, value=name) for name in session.scalars(query) if search.matches(text, name)][:8]


def suggest_owner(session: Session, text: str, values_: Mapping[str, object]) -> Sequence[Suggestion]:
    """Offer the owner of the form's room and his people, who may agree that keys stay (S0㈦(3)1)."""
    place = values_.get("place")
    owner = premises.owner(session, place.id) if isinstance(place, Ref) and place.id else None
    if owner is None:
        return []
    names = {owner.shown_name: "", **{one.name: one.title for one in premises.contacts(session, owner.id)}}
    return [Suggestion(name, detail, name) for name, detail in names.items() if search.matches(text, name)][
        :8
    ]


def last_keeper(session: Session) -> Ref | None:
    """Return who keeps the key that was registered last, if he still works here."""
    query = select(Key.keeper_id).where(Key.keeper_id.is_not(None)).order_by(Key.id.desc()).limit(1)
    staff = session.get(people.Staff, session.scalar(query) or 0)
    return Ref(staff.id, staff.name) if staff and staff.active else None


def codes_of_room(session: Session, room_id: int) -> list[str]:
    """Return the hooks of the keys of a room."""
    return list(session.scalars(select(Key.code).where(Key.room_id == room_id, live()).order_by(Key.code)))


def uid_by_code(session: Session, code: str) -> str | None:
    """Return whose hook or tag a code is, for the scanner and for quick find."""
    key = lookup.by_code(session, code)
    return key.uid if key else None


def details(session: Session, uid: str) -> str:
    """Return what is worth knowing of one key in a line or two: tag, keeper, what is on the ring, what to tell."""
    key = lookup.find(session, uid)
    dated, open_ = translate("Keys", "{text}(至 {until},{by})"), translate("Keys", "{text}({by})")
    told = [
        (dated if said.valid_until else open_).format(text=said.text, until=said.valid_until, by=said.by)
        for said in lookup.instructions(session, uid)
    ]
    due = f"{clock.local(key.due_at):%m-%d %H:%M}" if key.due_at else "—"
    held = translate("Keys", "在 {name} 手里 {count} 把,应还 {due}")
    facts = [
        f"{key.code} {key.shown_place}",
        held.format(name=key.holder_name, count=key.out_pieces, due=due) if key.out_pieces else "",
        translate("Keys", "标签 {tag}").format(tag=key.tag),
        listed(f"{piece.name}×{piece.quantity}" for piece in key.ring if not piece.removed),
        translate("Keys", "保管 {name}").format(name=key.keeper_name),
        translate("Keys", "须知:{told}").format(told=listed(told)) if told else "",
        translate("Keys", "备注:{text}").format(text=key.remark) if key.remark else "",
    ]
    return " · ".join(filter(None, facts))
