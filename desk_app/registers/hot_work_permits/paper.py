"""What is printed on a hot-work permit: finished Chinese words by the keys of forms/hot_work_permit.

Paper stays Chinese in every language of the window, so labels are taken as they are declared.
"""

from __future__ import annotations

from datetime import datetime

from sqlalchemy.orm import Session

from desk_app.core import approvals, clock, deadlines, privacy, settings
from desk_app.core.declare import label_of
from desk_app.registers.hot_work_permits import levels, terms
from desk_app.registers.hot_work_permits.records import HotWorkPermit

FORM = "hot_work_permit"


def permit_values(session: Session, permit: HotWorkPermit) -> dict[str, object]:
    """Return the values of forms/hot_work_permit for one permit.

    The fire watch's telephone is whole for the guards who must ring it; the copy on the wall keeps its last four
    digits (the form says so), the other telephones are masked everywhere.
    """
    config = settings.load(session)
    names = {one.stage: one.name for one in approvals.given(session, permit.uid)}
    return {
        "org": config.get(settings.COMPANY) or config.get(settings.PROJECT),
        "number": permit.shown_no,
        "issued_at": _at(permit.issued_at),
        "level": _level(permit),
        "window": _window(permit),
        "place": permit.where,
        "welder": permit.welder,
        "watch": permit.watch,
        "watch_phone": privacy.Clear(permit.watch_phone),
        "supervisor": permit.supervisor_name,
        "applicant": permit.org,
        "site_lead": permit.site_lead,
        "phone": privacy.phone(permit.phone),
        "work": permit.work,
        "basis": permit.basis,
        "methods": "、".join(permit.method_labels),
        "wind": f"{permit.wind} 级" if permit.outdoors and permit.wind is not None else "室内",
        "extinguishers": _extinguishers(permit),
        "impairment": _impairment(permit),
        "inspection": " ".join(
            filter(None, (permit.inspected_by, _at(permit.inspected_at), permit.inspect_note))
        ),
        "approval": " ".join(filter(None, (permit.approved_by, _at(permit.approved_at)[11:]))),
        "remark": permit.remark,
        "handler": permit.handler_name,
        "engineer": names.get("review", ""),
        "inspector": permit.inspected_by,
        "approver": permit.approved_by,
        "recheck": str(config.get(terms.RECHECK)),
        "measures": _measures(permit),
    } | _certificate(permit)


def _certificate(permit: HotWorkPermit) -> dict[str, object]:
    if permit.cert_kind in ("", "none"):
        return {"certificate": "", "cert_kind": label_of(terms.CERTIFICATES, permit.cert_kind), "cert_until": "", "cert_found": ""}  # fmt: skip
    dates = (str(day) for day in (permit.cert_until, permit.cert_review) if day)
    found = label_of(terms.FINDINGS, permit.cert_found)
    return {
        "certificate": permit.cert_no,
        "cert_kind": label_of(terms.CERTIFICATES, permit.cert_kind),
        "cert_until": " / ".join(dates),
        "cert_found": f"{found} {permit.cert_checked_on or ''}".strip(),
    }


def _level(permit: HotWorkPermit) -> str:
    counted = levels.LEVELS.get(permit.counted_level)
    reasons = "、".join(levels.RAISES[key] for key in permit.raised_by.split())
    label = counted.label if counted else ""
    return f"{label} · {reasons}" if reasons else label


def _window(permit: HotWorkPermit) -> str:
    if permit.starts is None or permit.ends is None:
        return ""
    first, end = clock.local(permit.starts), deadlines.show(permit.ends)
    same = levels.last_day(permit.ends) == first.date()
    return f"{first:%Y-%m-%d %H:%M} 至 {end[11:] if same else end}"


def _extinguishers(permit: HotWorkPermit) -> str:
    if not permit.ext_count:
        return ""
    kind = label_of(terms.EXTINGUISHERS, permit.ext_kind)
    return f"{kind} {permit.ext_count} 具,有效期至 {permit.ext_until or ''}"


def _impairment(permit: HotWorkPermit) -> str:
    if not permit.impair:
        return "不影响烟感、喷淋"
    until = deadlines.show(permit.impair_until) if permit.impair_until else ""
    return f"关停{permit.impair_what},{permit.impair_by}批准,{until} 前恢复"


def _measures(permit: HotWorkPermit) -> list[dict[str, str]]:
    answers = {one.measure: one for one in permit.answers}
    lines = []
    for measure in terms.MEASURES:
        found = answers.get(measure.key)
        said, note = (found.answer, found.note) if found else ("", "")
        lines.append({"text": measure.text, "answer": said and label_of(terms.ANSWERS, said), "note": note})
    return lines


def _at(moment: datetime | None) -> str:
    return f"{clock.local(moment):%Y-%m-%d %H:%M}" if moment else ""
