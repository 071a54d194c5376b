"""What is printed about keys: the owner's agreement, the labels of the rings, the code list for the safe.

Paper stays Chinese in every language of the window. A label never shows a room (domain.md F07 [K]).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import Decimal

from sqlalchemy.orm import Session

from desk_app.core import clock, premises, privacy, quantity, settings
from desk_app.core.declare import Choice
from desk_app.core.people import actor_of
from desk_app.registers.keys import lookup, rules
from desk_app.registers.keys.records import Key

CUSTODY = "key_custody"
LABELS = "key_labels"
TERMS = {
    "owner_retained": "委托人同意将上列钥匙留存于服务中心,只用于本房整改、维修;施工人员进场时凭盖章收条领取,用毕当日交回。",
    "custody": "委托人将上列钥匙托付服务中心代管,只用于委托人事先同意的事项(如应急、维修、代收送物、定期查看)。",
}
CODES_TITLE = "钥匙代码表"
CODES_WARNING = "机密:本表须放入保险柜,不得与钥匙同处存放,不得复印、拍照;换发新表时旧表当场粉碎。"


def custody_values(session: Session, key: Key) -> Mapping[str, object]:
    """Return the values of forms/key_custody for one key; the owner's telephone masked (domain.md §4.3)."""
    config = settings.load(session)
    owner = premises.owner(session, key.room_id) if key.room_id else None
    ring = [(piece.name, piece.quantity) for piece in key.ring if not piece.removed]
    return {
        "org": config.get(settings.COMPANY) or config.get(settings.PROJECT),
        "receipt_no": key.receipt_no or "—",
        "made_at": f"{clock.local(clock.now()):%Y-%m-%d %H:%M}",
        "owner": key.consent_by,
        "phone": privacy.phone(owner.phone) if owner else "",
        "place": key.place,
        "door": key.name,
        "kind": _label(rules.KINDS, key.kind),
        "consent_at": f"{clock.local(key.consent_at):%Y-%m-%d %H:%M}" if key.consent_at else "",
        "hook": key.code,
        "pieces": f"{key.pieces} 把({quantity.capital(Decimal(key.pieces))}把)",
        "told": ";".join(said.text for said in lookup.instructions(session, key.uid)),
        "ring": [
            {"name": name, "quantity": str(count), "words": quantity.capital(Decimal(count))}
            for name, count in ring or [(key.name or "钥匙", key.pieces)]
        ],
        "terms": TERMS[key.kind],
        "handler": actor_of(session).name,
        "keeper": key.keeper_name,
    }


def label_values(keys: Sequence[Key]) -> list[Mapping[str, object]]:
    """Return the values of one label a ring: its tag and its hook, never what it opens."""
    return [
        {
            "tag": key.tag, "hook": key.code,
            "pieces": f"{key.pieces} 把 · 备用" if key.spare else f"{key.pieces} 把",
        }
        for key in keys
    ]  # fmt: skip


def code_list(session: Session, keys: Sequence[Key]) -> bytes:
    """Return the code list as PDF: which hook and tag open what, by cabinet, for the safe."""
    from desk_app.documents.table_report import TICK, ReportColumn, ReportGroup, ReportMeta, render_report

    columns = (
        ReportColumn("核", TICK, 5),
        ReportColumn("钥匙编号", "code", 13),
        ReportColumn("标签码", "tag", 11),
        ReportColumn("房号或设备", "place", 34),
        ReportColumn("类别", "kind", 17),
        ReportColumn("把数", "pieces", 7, "right"),
        ReportColumn("主/备", "spare", 7, "center"),
        ReportColumn("保管人", "keeper", 12),
    )
    groups = [
        ReportGroup(f"{name} 柜", [_code_row(key) for key in keys if key.cabinet == name])
        for name in dict.fromkeys(key.cabinet for key in keys)
    ]
    config = settings.load(session)
    where = " · ".join(filter(None, (config.get(settings.PROJECT), config.get(settings.DESK))))
    made = f"打印 {clock.local(clock.now()):%Y-%m-%d %H:%M}  {actor_of(session).name}"
    meta = ReportMeta(
        lines=(where, f"{made}    {CODES_WARNING}"),
        unit="串",
        signatures=("打印人", "保险柜保管人", "客服主管"),
        note=CODES_WARNING,
    )
    return render_report(CODES_TITLE, meta, groups or [ReportGroup("", [])], columns)


def _code_row(key: Key) -> Mapping[str, object]:
    return {
        "code": key.code, "tag": key.tag, "place": key.shown_place, "kind": _label(rules.KINDS, key.kind),
        "pieces": str(key.pieces), "spare": "备" if key.spare else "主", "keeper": key.keeper_name,
    }  # fmt: skip


def _label(choices: Sequence[Choice], wanted: str) -> str:
    return next(choice.label for choice in choices if choice.key == wanted)
