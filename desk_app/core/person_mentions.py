"""Where a person is only mentioned: among companions and other lines of a record, or in what somebody wrote down.

Such a record is another's. Nothing of it is removed for who is mentioned: it is opened and the line corrected there.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any

from sqlalchemy import String, func, or_, select

from desk_app.core import identity, phones, privacy
from desk_app.core.retention import DESTROYED, Part, Term
from desk_app.core.text import clean

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

    from desk_app.core.person_data import Asked
    from desk_app.core.records import Termed

MOST = 500
"""Lines looked at in one table, at most: the newest."""

_AROUND = 12
"""Letters shown on either side of what was found: the rest of a text may be about somebody else."""

_SHORTEST = 2
"""A name of one letter stands in every other word."""

_OTHERS = frozenset({"uid", "no", "state", "shift", "handler_name", "id_mark", "id_kind", "path", "sha256"})
"""Text columns that say nothing of a guest."""


def mentioned(
    session: Session, term: Term, asked: Asked, known: set[str]
) -> Iterator[tuple[Termed, list[str]]]:
    """Yield the records that mention somebody, the newest first, with what stands around it; `known` are left out."""
    wanted = _wanted(asked)
    if not wanted:
        return
    found = _in_table(session, term.kind, "id", wanted, _whole(term))
    for part in term.parts:
        for owner, words in _in_part(session, part, wanted).items():
            found.setdefault(owner, []).extend(words)
    ids = [owner for owner in found if isinstance(owner, int)]
    uids = [owner for owner in found if isinstance(owner, str)]
    kind = term.kind
    query = select(kind).where(kind.purged < DESTROYED, or_(kind.id.in_(ids), kind.uid.in_(uids)))
    for record in session.scalars(query.order_by(kind.id.desc()).limit(MOST)):
        if record.uid not in known:
            yield record, list(dict.fromkeys([*found.get(record.id, ()), *found.get(record.uid, ())]))


def _wanted(asked: Asked) -> list[str]:
    """Return what is looked for in texts: the whole name, the telephone, the number of the document."""
    name, phone = clean(asked.name, limit=60), phones.normalise(asked.phone) if asked.phone.strip() else ""
    number = ""
    if asked.id_kind and asked.id_no.strip():
        number = identity.normalise(identity.IdKind(asked.id_kind), asked.id_no)
    return list(filter(None, (name if len(name) >= _SHORTEST else "", phone, number)))


def _whole(term: Term) -> frozenset[str]:
    """Return the columns that core/person_data.py compares as wholes."""
    return frozenset((*term.who.names, *term.who.phones, *term.who.numbers))


def _in_part(session: Session, part: Part, wanted: Sequence[str]) -> dict[int | str, list[str]]:
    found = _in_table(session, part.kind, part.by, wanted)
    if part.through is None or not found:
        return found
    lines: Any = part.through.kind.__table__.c  # type: ignore[attr-defined]
    owners = session.execute(select(lines["id"], lines[part.through.by]).where(lines["id"].in_(found)))
    through: dict[int | str, list[str]] = {}
    for line, owner in owners:
        through.setdefault(owner, []).extend(found[line])
    return through


def _in_table(
    session: Session, kind: type, by: str, wanted: Sequence[str], whole: frozenset[str] = frozenset()
) -> dict[int | str, list[str]]:
    """Return by owner what stands around the words in a table's texts."""
    columns: Any = kind.__table__.c  # type: ignore[attr-defined]
    texts = [
        one for one in columns if isinstance(one.type, String) and one.name not in _OTHERS | whole | {by}
    ]
    if not texts:
        return {}
    hits = or_(*(func.instr(text, word) > 0 for text in texts for word in wanted))
    query = select(columns[by], *texts).where(hits).order_by(columns["id"].desc()).limit(MOST)
    found: dict[int | str, list[str]] = {}
    for owner, *values in session.execute(query):
        around = [_around(text, word) for text in values for word in wanted if text and word in text]
        found.setdefault(owner, []).extend(around)
    return found


def _around(text: str, word: str) -> str:
    """Return a word with a little of what stands around it, other numbers masked."""
    before, _, after = text.partition(word)
    before, after = privacy.free(before), privacy.free(after)
    return (
        ("…" if len(before) > _AROUND else "")
        + before[-_AROUND:]
        + word
        + after[:_AROUND]
        + ("…" if len(after) > _AROUND else "")
    )
