"""The demo's prints: a few a day for the departments; today some wait for each step."""

from __future__ import annotations

from datetime import datetime, timedelta
from functools import partial
from typing import TYPE_CHECKING

from desk_app.core.demo_day import DemoDay
from desk_app.registers.document_prints import paper, service, terms

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

PAPERS = (
    ("service", "停水通知", 12, 1), ("service", "客户意见征询表", 40, 2), ("service", "值班安排表", 3, 1),
    ("engineering", "电梯年检计划", 2, 6), ("engineering", "空调系统运行记录表", 10, 1),
    ("security", "消防演练方案", 5, 8), ("security", "夜间巡逻签到表", 30, 1),
    ("finance", "物业费催缴函", 16, 1), ("office", "月度例会纪要", 8, 3),
)  # fmt: skip
SEALED = ("停水通知", "物业费催缴函")
STEPS = ("applied", "agreed", "printed", "collected")


def plan(day: DemoDay) -> None:
    """Plan two or three prints of a working day; today one stands at each step."""
    wanted = day.rng.sample(PAPERS, 4)
    if day.workday:
        for hour, one in zip((9, 11, 15), wanted[: day.rng.choice((2, 2, 3))], strict=False):
            _plan_print(day, day.moment(hour), one, "collected")
    if day.is_today:
        for minutes, one, last in zip((55, 40, 20), wanted, ("printed", "agreed", "applied"), strict=False):
            _plan_print(day, day.until - timedelta(minutes=minutes), one, last)


def _plan_print(day: DemoDay, at: datetime, one: tuple[str, str, int, int], last: str) -> None:
    department, title, copies, pages = one
    seal = {"seal": True, "seal_copies": copies} if title in SEALED else {}
    who, render, ref = day.person(), day.renderer(paper.FORM), day.member(terms.SUPERVISED_BY[department][0])
    values = {
        "title": title, "department": department, "applicant": who, "approver": ref, "copies": copies,
        "pages": pages, "sides": "double" if pages > 1 else "single", "secrecy": "open", **seal,
    }  # fmt: skip

    def go(session: Session) -> None:
        uid = service.apply(session, values, day.archive, render).uid
        for step in STEPS[1 : STEPS.index(last) + 1]:
            at_step = at + timedelta(minutes=6 * STEPS.index(step))
            day.plan(at_step, partial(_do, day, uid, step, who))

    day.plan(at, go)


def _do(day: DemoDay, uid: str, step: str, who: str, session: Session) -> None:
    if step == "agreed":
        service.agree(session, uid, applicant_signed=True, approver_signed=True)
    elif step == "printed":
        service.finish(session, uid, printer=day.member("QT"), stamped=True)
    else:
        service.collect(session, uid, collector=who, collector_signed=True)
