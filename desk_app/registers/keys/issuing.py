"""Paper that is on record: the owner's agreement, archived, and the code list for the safe."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import datetime

from sqlalchemy.orm import Session

from desk_app.core import attachments, audit
from desk_app.core.attachments import Archive, Paper
from desk_app.core.errors import RuleError
from desk_app.core.i18n import translate
from desk_app.core.people import DESK, actor_of, verb
from desk_app.registers.keys import lookup, paper, rules
from desk_app.registers.keys.records import CodeList, Key

Render = Callable[[Mapping[str, object]], bytes]

AGREED = frozenset({"kind", "pieces", "place", "name", "consent_by", "receipt_no"})
"""What the owner's agreement is about: another word in it needs another agreement."""


@verb("keys.custody", *DESK)
def custody(session: Session, uid: str, archive: Archive, render: Render) -> Paper:
    """Return the owner's agreement about a key, archived; drawn anew when what it says has changed since.

    `render` turns `paper.custody_values` into PDF bytes. RuleError when there is nothing to agree to.
    """
    key = lookup.find(session, uid)
    if key.kind not in rules.OWNERS_KINDS:
        raise RuleError(translate("Keys", "只有业主留存、托管的钥匙才有委托书。"))
    if not key.consent_by:
        raise RuleError(translate("Keys", "请先更正:填写同意的业主,再打印委托书。"), "consent_by")
    if key.kind == "owner_retained" and not key.receipt_no:
        raise RuleError(translate("Keys", "请先更正:填写收条号,再打印委托书。"), "receipt_no")
    known = attachments.paper_of(session, uid, paper.CUSTODY)
    if known is not None and not _agreed_otherwise(session, uid, known.created_at):
        return known
    return archive.store(
        session, entity=key.history_entity, record_uid=uid, no=key.receipt_no or key.code, form=paper.CUSTODY,
        pdf=render(paper.custody_values(session, key)),
    )  # fmt: skip


def _agreed_otherwise(session: Session, uid: str, since: datetime) -> bool:
    """Say whether what an agreement says has changed after it was drawn."""
    later = [entry for entry in audit.history(session, uid) if entry.at > since]
    return any(entry.entity == "key_piece" or AGREED & entry.changes.keys() for entry in later)


@verb("keys.export", *DESK)
def exported(session: Session) -> list[Key]:
    """Return the keys for a workbook that says what every tag opens, and note who took it out."""
    keys = lookup.live(session)
    names = " ".join(dict.fromkeys(key.cabinet for key in keys))
    session.add(CodeList(who=actor_of(session).name, count=len(keys), cabinets=names))
    return keys


@verb("keys.print_codes", *DESK)
def print_codes(session: Session, *, cabinet: str = "") -> bytes:
    """Return the code list for the safe as PDF, and note in the history who had it printed."""
    keys = lookup.live(session, cabinet=cabinet)
    if not keys:
        raise RuleError(translate("Keys", "还没有在册的钥匙。"))
    names = " ".join(dict.fromkeys(key.cabinet for key in keys))
    session.add(CodeList(who=actor_of(session).name, count=len(keys), cabinets=names))
    return paper.code_list(session, keys)
