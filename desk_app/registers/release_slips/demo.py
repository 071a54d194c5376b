"""A day of release slips at the demo desk."""

from __future__ import annotations

from datetime import datetime, timedelta

from sqlalchemy.orm import Session

from desk_app.core import attachments
from desk_app.core.demo_day import DemoDay, Host
from desk_app.registers.release_slips import paper, service

WORKDAY, WEEKEND = 5, 1
HOURS = (9, 10, 11, 14, 15, 16, 17)
CARRIERS = ("顺达物流", "货拉拉", "本单位", "蚂蚁搬家")
THINGS = (
    ("办公桌", "1.4 m", "张", 6), ("办公椅", "", "把", 12), ("彩色复印机", "理光 C3004 · 黑", "台", 2), ("显示器", "27 寸", "台", 8),
    ("文件柜", "四门", "个", 4), ("台式电脑", "", "台", 5), ("纸箱(资料)", "", "箱", 20), ("饮水机", "", "台", 1), ("沙发", "三人位", "张", 1),
    ("投影仪", "爱普生", "台", 1), ("服务器", "2U", "台", 2), ("绿植", "", "盆", 6), ("白板", "", "块", 3), ("打印机", "惠普", "台", 1),
)  # fmt: skip
JUST_ISSUED = (55, 18)
"""Minutes ago: slips not yet used at the end of the demo."""


def plan(day: DemoDay) -> None:
    """Plan the slips of one day: issued and printed, some reprinted, a few voided."""
    for _ in range(WORKDAY if day.workday else WEEKEND):
        _plan_slip(day, day.moment(day.rng.choice(HOURS)))
    if day.is_today:
        for minutes in JUST_ISSUED:
            _plan_slip(day, day.until - timedelta(minutes=minutes))


def _plan_slip(day: DemoDay, at: datetime) -> None:
    values, dice = _values(day, day.rng.choice(day.hosts)), day.rng.random()
    render = day.renderer(paper.FORM)

    def issue(session: Session) -> None:
        slip = service.prepare_and_issue(session, values, day.archive, render)
        issued = attachments.paper_of(session, slip.uid)
        for _ in range(0 if issued is None else 2 if dice > 0.94 else 1):
            attachments.printed(session, issued.id if issued else 0)
        if dice < 0.05:
            approver = day.staff("KZ")
            day.plan(at + timedelta(minutes=9), lambda s: _void(s, slip.uid, approver))

    day.plan(at, issue)


def _values(day: DemoDay, host: Host) -> dict[str, object]:
    """Return the form of one slip."""
    rng = day.rng
    lines = rng.sample(THINGS, rng.choice((1, 1, 2, 3, 5)))
    whose, number = host.owner_phones[0] if host.owner_phones else ("", "")
    return {
        "room": host.room, "kind": rng.choice(("bulky", "bulky", "bulky", "scrap", "repair")),
        "applicant": rng.choice(host.people), "standing": "employee", "phone": day.mobile(),
        "id_kind": "work_card", "carrier": rng.choice(CARRIERS), "route": "freight",
        "returnable": False, "return_due": day.day + timedelta(days=rng.randrange(3, 30)),
        "items": [
            {"name": name, "spec": spec, "unit": unit, "quantity": str(rng.randrange(1, most + 1))}
            for name, spec, unit, most in lines
        ],
        "consent_how": "phone" if number else "written", "consent_by": whose or "业主", "consent_phone": number,
        "lead": day.member("DB"),
    }  # fmt: skip


def _void(session: Session, uid: str, approver: int) -> None:
    service.void(session, uid, reason="wrong_entry", approver_id=approver)
