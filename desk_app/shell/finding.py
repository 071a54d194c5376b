"""What quick find and the scanner look up: any register, any number, rooms and badges."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from desk_app.core import badges, past, privacy, records, search
from desk_app.core.declare import Suggestion
from desk_app.core.i18n import translate
from desk_app.registers import REGISTERS

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

    from desk_app.core.people import Actor


@dataclass(frozen=True)
class Target:
    """What to open: `kind` is a register's key or "room"."""

    kind: str
    uid: str


def suggestions(
    session: Session, text: str, limit: int = 12, actor: Actor | None = None
) -> Sequence[Suggestion]:
    """Return the best things for a text as `actor` may see them, rooms first, each with what kind of thing it is."""
    named = _named(session, text)
    known = search.by_uid(session, named.uid) if named else None
    hits = [known] if known else []
    hits += search.find(session, text, kinds=("room",), limit=4)
    found = _recent(session, text, limit - len(hits))
    hits += [hit for hit in found if hit not in hits]
    return [
        Suggestion(
            f"{hit.room}  {privacy.words_for(actor, hit.title)}".strip(),
            f"{_kind(hit.kind)} · {_detail(actor, hit)}",
            Target(hit.kind, hit.uid),
        )
        for hit in hits
    ]


def _recent(session: Session, text: str, limit: int) -> list[search.Hit]:
    """Return what matches and may be shown without a reason; what was typed as a whole number may."""
    kinds, registers = (
        tuple(room.key for room in REGISTERS),
        {room.key: room.register() for room in REGISTERS},
    )
    found = search.find(session, text, kinds=kinds, limit=limit)
    kept = past.recent_hits(session, registers, found)
    if len(kept) < len(found) == limit:  # others may follow those that are left out
        kept = past.recent_hits(session, registers, search.find(session, text, kinds=kinds, limit=5 * limit))
    whole = [hit for hit in found if text.strip().upper() in hit.detail.split()[:1]]
    return [*(hit for hit in whole if hit not in kept), *kept][:limit]


def _detail(actor: Actor | None, hit: search.Hit) -> str:
    """Return what stands under a hit: of a room its people, of a record its number."""
    return privacy.words_for(actor, hit.detail) if hit.kind == search.ROOM else privacy.free(hit.detail)


def by_code(session: Session, code: str) -> Target | None:
    """Return what a scanned number, badge or tag stands for, None when it stands for nothing."""
    code = code.strip().upper()
    held = by_badge(session, code) or _named(session, code)
    if held:
        return held
    uid = records.uid_by_number(session, code)  # in no time; the index looks at all that resemble it
    numbered = search.by_uid(session, uid) if uid else None
    if numbered:
        return Target(numbered.kind, numbered.uid)
    hits = search.find(session, code, kinds=tuple(room.key for room in REGISTERS), limit=20)
    return next((Target(hit.kind, hit.uid) for hit in hits if code in hit.detail.split()), None)


def _named(session: Session, code: str) -> Target | None:
    """Return the record whose register knows this code as its own: a key's loan before the key itself."""
    for room in reversed(REGISTERS):
        uid = room.register().by_code(session, code)
        if uid:
            return Target(room.key, uid)
    return None


def by_badge(session: Session, code: str) -> Target | None:
    """Return the record that holds a badge, None when it is in stock or there is no such badge."""
    holder = badges.holder(session, code)
    entry = search.by_uid(session, holder) if holder else None
    return Target(entry.kind, entry.uid) if entry else None


def _kind(kind: str) -> str:
    if kind == "room":
        return translate("Window", "房间")
    return next(translate("Tabs", room.title) for room in REGISTERS if room.key == kind)
