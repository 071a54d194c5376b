"""What is printed of a run of retention: finished Chinese words by the keys of forms/destruction_record."""

from __future__ import annotations

from sqlalchemy import inspect, select
from sqlalchemy.orm import Session

from desk_app.core import clock, settings
from desk_app.core.audit import Change
from desk_app.core.guards import PURGES
from desk_app.core.purge import METHODS, Run
from desk_app.core.retention import BACKUP_DAYS, DEIDENTIFIED, Kept
from desk_app.core.settings import Settings

FORM = "destruction_record"
IN_A_ROW = 4
MOST_NUMBERS = 2_000
"""Numbers printed one by one; a larger run says its range, and each number stands in the history."""


def values(session: Session, run: Run, kept: Kept) -> dict[str, object]:
    """Return the values of forms/destruction_record."""
    config = settings.load(session)
    return {
        "org": config.get(settings.COMPANY) or config.get(settings.PROJECT),
        "number": run.no,
        "made_at": f"{clock.local(run.ended_at or run.created_at):%Y-%m-%d %H:%M}",
        "register": kept.title,
        "level": "脱敏" if run.level == DEIDENTIFIED else "销毁",
        "term": _term(config, run, kept),
        "until": run.until.isoformat(),
        "range": f"{run.first_no} 至 {run.last_no}" if run.first_no else "无编号的草稿",
        "days": f"{run.first_day} 至 {run.last_day}" if run.first_day else "—",
        "count": f"{run.done} 份" + ("" if run.ended_at else "(未完成)"),
        "held": f"{run.held} 份(涉诉、警方调取、未结投诉等,未处理)" if run.held else "无",
        "method": METHODS[run.level],
        "reason": run.reason or "保存期限已满",
        "approver": run.approver,
        "witness": run.witness or "—",
        "backup_days": str(config.get(BACKUP_DAYS)),
        "numbers": _rows(numbers(session, run, kept)),
    }


def numbers(session: Session, run: Run, kept: Kept) -> list[str]:
    """Return the numbers of what a run cleared, as the history tells them."""
    table = str(inspect(kept.term.kind).local_table.name)
    query = select(Change.no).where(
        Change.verb == PURGES[run.level - 1],
        Change.entity == table,
        Change.at >= run.created_at,
        Change.no != "",
    )
    if run.ended_at is not None:
        query = query.where(Change.at <= run.ended_at)
    return list(session.scalars(query.order_by(Change.id).limit(MOST_NUMBERS)))


def _term(config: Settings, run: Run, kept: Kept) -> str:
    if run.level == DEIDENTIFIED:
        return f"个人信息 {config.get(kept.term.days)} 天" if kept.term.days else "—"
    return f"记录 {config.get(kept.term.years)} 年" if kept.term.years else "—"


def _rows(found: list[str]) -> list[dict[str, str]]:
    rows = [found[start : start + IN_A_ROW] for start in range(0, len(found), IN_A_ROW)]
    return [dict(zip("abcd", [*row, *[""] * (IN_A_ROW - len(row))], strict=True)) for row in rows]
