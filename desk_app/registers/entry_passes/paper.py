"""What is printed on a pass: finished Chinese words by the keys of forms/entry_pass_* and temporary_pass_*.

Paper stays Chinese in every language of the window, so labels are taken as they are declared.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from desk_app.core import clock, identity, renovations, settings
from desk_app.core.declare import label_of
from desk_app.registers.entry_passes import photos, terms
from desk_app.registers.entry_passes.records import EntryPass

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

    from desk_app.core.attachments import Archive

A6 = {"long": "entry_pass_a6", "temporary": "temporary_pass_a6"}
CARD = {"long": "entry_pass_card", "temporary": "temporary_pass_card"}
FORMS = (*A6.values(), *CARD.values())


def forms_of(kind: str) -> tuple[str, str]:
    """Return the papers of a kind of pass, archived at issue and at each extension: A6 and card."""
    return A6[kind], CARD[kind]


NOTICES = {
    "long": (
        "1. 一人一证,进出主动出示,佩戴于胸前;不得涂改、转借,只限在证上房号作业。",
        "2. 遗失立即到前台挂失补证;到期或完工后 {days} 天内退证,凭本证和收据办理退押金手续。",
        "3. 遵守装修施工时间和动火规定;违规、串房、转借或过期使用的,本证予以收回。",
    ),
    "temporary": (
        "1. 进出主动出示,本人使用;只限证上地点和事由,不得转借、串房。",
        "2. 有效期至票面所印日期 24:00,过期作废;用完将本证交回前台或门岗。",
        "3. 禁止吸烟和擅自动火;作业完毕清理现场。",
    ),
}


def pass_values(session: Session, one: EntryPass, archive: Archive) -> dict[str, object]:
    """Return the values of both forms for one pass; of the document only the last four (domain.md §4.3).

    KnownError when the photo cannot be read.
    """
    config = settings.load(session)
    days = config.get(terms.RETURN_DAYS)
    photo = photos.read(session, archive, one.uid) if one.kind == "long" else b""
    return {
        "org": config.get(settings.COMPANY) or config.get(settings.PROJECT),
        "heading": label_of(terms.KINDS, one.kind),
        "number": one.shown_no,
        "photo": photo,
        "name": one.name,
        "sex": label_of(terms.SEXES, one.sex),
        "company": one.org,
        "trade": label_of(terms.TRADES, one.trade),
        "place": one.place,
        "zone": one.zone or "证上房号及通往该处的公共通道",
        "hours": one.hours or _permit_hours(session, one),
        "reason": one.reason,
        "permit_no": one.permit_no,
        "guarantor": one.guarantor,
        "special": _special(one),
        "id_checked": _document(one),
        "valid_from": f"{one.starts:%Y-%m-%d}" if one.starts else "",
        "valid_until": f"{one.ends:%Y-%m-%d}" if one.ends else "",
        "extended": f"第 {len(one.extensions)} 次延期" if one.extensions else "",
        "issuer": one.issuer,
        "issued_on": f"{clock.local(one.issued_at):%Y-%m-%d}" if one.issued_at else "",
        **{f"notice_{n}": line.format(days=days) for n, line in enumerate(NOTICES[one.kind], 1)},
    }


def _permit_hours(session: Session, one: EntryPass) -> str:
    permit = renovations.by_number(session, one.permit_no) if one.permit_no else None
    return permit.hours if permit else ""


def _special(one: EntryPass) -> str:
    """Return the certificate as printed: its number holds the resident card's, so the last four alone."""
    if not one.special_no or one.trade not in terms.SPECIAL:
        return ""
    tail = identity.last4(one.special_no) or one.special_no
    return f"操作证 尾号 {tail} 至 {one.special_until:%Y-%m-%d}"


def _document(one: EntryPass) -> str:
    if not one.id_kind:
        return ""
    seen = f"{identity.LABELS[identity.IdKind(one.id_kind)]} 已核验"
    return f"{seen} 尾号 {one.id_tail}" if one.id_tail else seen
