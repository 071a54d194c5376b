"""A day at the demo's key cabinet: agents and cleaners borrow and bring back, some late; receipts; today one is overdue."""

from __future__ import annotations

from datetime import datetime, timedelta
from functools import partial
from typing import TYPE_CHECKING

from desk_app.core import attachments, clock
from desk_app.core.demo_day import DemoDay
from desk_app.core.errors import RuleError
from desk_app.registers.key_loans import returning, service
from desk_app.registers.keys import service as keys

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

    from desk_app.registers.keys.records import Key

BORROWERS = (
    # standing, name, company, purpose, kinds of keys
    ("sales", "高俊", "链家地产", "viewing", ("vacant",)),
    ("sales", "林晓", "中原地产", "viewing", ("vacant",)),
    ("cleaning", "刘春梅", "洁佳保洁", "patrol", ("common", "office")),
    ("engineering", "万凯", "工程部", "repair", ("plant", "common")),
    ("engineering", "罗志强", "工程部", "patrol", ("plant",)),
    ("security", "郭小兵", "秩序部", "patrol", ("common", "card")),
    ("works", "仇海", "宏业装饰", "fit_out", ("vacant", "card")),
)  # fmt: skip
NUMBERS = {name: f"138000{place:05d}" for place, (_s, name, *_rest) in enumerate(BORROWERS, 21)}
LATE_WORDS = ("马上送还", "还在看房,半小时内送回", "无人接听")


def plan(day: DemoDay) -> None:
    """Lend a handful of keys; most come back within their time."""
    for _ in range(day.rng.randrange(3, 6)):
        _plan_loan(day, day.moment(day.rng.choice((9, 9, 10, 10, 11, 13, 14, 15))))
    if day.day.isoweekday() == 2:
        day.plan(day.moment(15), partial(_collect, day))
    if day.is_today:
        _plan_now(day)


def _plan_now(day: DemoDay) -> None:
    """Leave keys out as one finds them: one overdue and called for, one soon due, one in time."""
    for minutes, due, who in ((190, -35, 0), (100, 20, 3), (45, 150, 2)):
        at = day.until - timedelta(minutes=minutes)
        if clock.local(at).date() == day.day:
            day.plan(at, partial(_lend, day, BORROWERS[who], day.until + timedelta(minutes=due), None))
    day.plan(day.until - timedelta(minutes=10), partial(_chase, day))


def _plan_loan(day: DemoDay, at: datetime) -> None:
    stay = timedelta(minutes=day.rng.randrange(25, 190))
    late = day.rng.random() < 0.12
    due = (
        at + stay - timedelta(minutes=day.rng.randrange(5, 50)) if late else at + stay + timedelta(minutes=30)
    )
    back = None if day.is_today and at + stay > day.until else at + stay
    day.plan(at, partial(_lend, day, day.rng.choice(BORROWERS), max(due, at + timedelta(minutes=15)), back))


def _lend(
    day: DemoDay,
    who: tuple[str, str, str, str, tuple[str, ...]],
    due: datetime,
    back: datetime | None,
    session: Session,
) -> None:
    standing, name, org, purpose, kinds = who
    key = _free(day, session, kinds)
    if key is None:
        return
    values = {
        "kind": "loan", "standing": standing, "borrower": name, "org": org, "phone": NUMBERS[name],
        "id_kind": "work_card", "purpose": purpose, "due_at": due, "keys": [{"code": key.code, "pieces": None}],
        "kz": day.member("KZ"), "kz_how": "phone", "gc": day.member("GC"), "gc_how": "phone",
        "ab": day.member("AB"),
    }  # fmt: skip
    reasons = {"borrower": "上一把正在送回"}
    loan = service.lend(session, values, day.archive, day.renderer, reasons)
    _printed(session, loan.uid)
    if back is not None:
        day.plan(back, partial(_bring, loan.uid, name))


def _free(day: DemoDay, session: Session, kinds: tuple[str, ...]) -> Key | None:
    free = [key for key in keys.live(session, kinds=kinds) if key.state == "in_cabinet"]
    return day.rng.choice(free) if free else None


def _bring(uid: str, name: str, session: Session) -> None:
    try:
        returning.give_back(session, uid, by_name=name, locked=True)
    except RuleError:  # reported lost at the cabinet meanwhile
        return


def _collect(day: DemoDay, session: Session) -> None:
    """Let a contractor fetch an owner's key against the stamped receipt; it comes back in the evening."""
    kept = [
        k for k in keys.live(session, kinds=("owner_retained",)) if k.receipt_no and k.state == "in_cabinet"
    ]
    if not kept:
        return
    key = day.rng.choice(kept)
    now = clock.now()
    values = {
        "kind": "collect", "standing": "works", "borrower": "仇海", "org": "宏业装饰", "phone": NUMBERS["仇海"],
        "id_kind": "work_card", "receipt_no": key.receipt_no, "due_at": now + timedelta(hours=2),
        "keys": [{"code": key.code, "pieces": None}],
    }  # fmt: skip
    try:
        loan = service.lend(
            session, values, day.archive, day.renderer, {"receipt_no": "其余下周领", "borrower": "已送回"}
        )
    except RuleError:  # the receipt was redeemed in an earlier week
        return
    _printed(session, loan.uid)
    day.plan(now + timedelta(minutes=95), partial(_bring, loan.uid, "仇海"))


def _chase(day: DemoDay, session: Session) -> None:
    from desk_app.registers.key_loans import views

    for late in views.handover(session):
        if late.late_minutes:
            said = day.rng.choice(LATE_WORDS)
            service.chase(session, late.uid, called=late.borrower, said=said)


def _printed(session: Session, uid: str) -> None:
    paper = attachments.paper_of(session, uid)
    if paper is not None:
        attachments.printed(session, paper.id)
