"""What is printed on a slip: finished Chinese words by the keys of forms/release_slip.

Paper stays Chinese in every language of the window, so labels are taken as they are declared.
"""

from __future__ import annotations

from datetime import datetime, timedelta

from sqlalchemy.orm import Session

from desk_app.core import clock, identity, plates, privacy, quantity, settings
from desk_app.core.declare import label_of
from desk_app.registers.release_slips import rules, terms
from desk_app.registers.release_slips.facts import case_of
from desk_app.registers.release_slips.records import Item, ReleaseSlip

FORM = "release_slip"


def slip_values(session: Session, slip: ReleaseSlip) -> dict[str, object]:
    """Return the values of forms/release_slip for one slip; personal data masked (domain.md §4.3)."""
    config = settings.load(session)
    standing = label_of(terms.STANDINGS, slip.standing)
    return {
        "org": config.get(settings.COMPANY) or config.get(settings.PROJECT),
        "number": slip.shown_no,
        "issued_at": f"{clock.local(slip.issued_at):%Y-%m-%d %H:%M}" if slip.issued_at else "",
        "valid_until": _end(slip.valid_until, dated=True) if slip.valid_until else "",
        "customer": slip.customer,
        "applicant": f"{slip.applicant}({standing})" if standing else slip.applicant,
        "phone": privacy.phone(slip.phone),
        "kind": label_of(terms.KINDS, slip.kind),
        "id_checked": _document(slip),
        "plate": plates.show(slip.plate) if slip.plate else "",
        "consent": _consent(session, slip, config),
        "carrier": slip.carrier,
        "route": " ".join(filter(None, (label_of(terms.ROUTES, slip.route), slip.route_note))),
        "plan": _plan(slip.plan_from, slip.plan_to),
        "returns": _returns(slip),
        "reno_no": slip.reno_no,
        "items": [_line(item) for item in slip.kept],
        "total_line": _total(slip),
        "handler": slip.handler_name,
        "lead": slip.lead_name,
        "remark": slip.remark,
    }


def _document(slip: ReleaseSlip) -> str:
    if not slip.id_kind:
        return ""
    seen = f"{identity.LABELS[identity.IdKind(slip.id_kind)]} 已核验"
    return f"{seen} 尾号 {slip.id_tail}" if slip.id_tail else seen


def _consent(session: Session, slip: ReleaseSlip, config: settings.Settings) -> str:
    if slip.consent_how:
        at = f"{clock.local(slip.consent_at):%H:%M}" if slip.consent_at else ""
        how = label_of(terms.CONSENTS, slip.consent_how)
        return " ".join(filter(None, (how, slip.consent_by, at)))
    if slip.standing == "owner":
        return "业主本人"
    needed = rules.consent_needed(case_of(session, slip, config), rules.policy(config))
    return "" if needed else "按约定由单位签章"


def _plan(start: datetime | None, end: datetime | None) -> str:
    if start is None or end is None:
        return ""
    first = clock.local(start)
    if rules.last_day(end) == first.date():
        return f"{first:%Y-%m-%d %H:%M}–{_end(end, dated=False)}"
    return f"{first:%m-%d %H:%M} 至 {_end(end, dated=True)[5:]}"


def _end(moment: datetime, *, dated: bool) -> str:
    """Return when something ends; midnight is 24:00 of the day that ends."""
    local = clock.local(moment)
    if local.hour == local.minute == 0:
        day, time = local.date() - timedelta(days=1), "24:00"
    else:
        day, time = local.date(), f"{local:%H:%M}"
    return f"{day:%Y-%m-%d} {time}" if dated else time


def _returns(slip: ReleaseSlip) -> str:
    if not slip.returnable:
        return "不返回"
    return f"须返回,预计 {slip.return_due:%Y-%m-%d}" if slip.return_due else "须返回"


def _line(item: Item) -> dict[str, str]:
    return {
        "name": item.name, "spec": item.spec, "unit": item.unit, "quantity": quantity.text(item.amount),
        "quantity_words": quantity.capital(item.amount), "remark": item.remark,
    }  # fmt: skip


def _total(slip: ReleaseSlip) -> str:
    total = slip.pieces
    return f"合计 {len(slip.kept)} 项 共 {quantity.text(total)} 件({quantity.capital(total)}件)"
