"""What is printed of a stock-take: finished Chinese words by the keys of forms/key_count."""

from __future__ import annotations

from sqlalchemy.orm import Session

from desk_app.core import clock, settings
from desk_app.registers.key_counts import rules
from desk_app.registers.key_counts.records import CountLine, KeyCount

FORM = "key_count"
RESULTS = {choice.key: choice.label for choice in rules.RESULTS}


def sheet_values(session: Session, count: KeyCount) -> dict[str, object]:
    """Return the values of forms/key_count; no room stands on it, only hooks (domain.md F07 [K])."""
    config = settings.load(session)
    figures = rules.total([line.counted() for line in count.lines])
    return {
        "org": config.get(settings.COMPANY) or config.get(settings.PROJECT),
        "number": count.no or "",
        "scope": f"{count.scope} 柜" if count.scope else "全部钥匙柜",
        "started_at": f"{clock.local(count.started_at):%Y-%m-%d %H:%M}",
        "submitted_at": f"{clock.local(count.submitted_at):%Y-%m-%d %H:%M}" if count.submitted_at else "",
        "keepers": "、".join(filter(None, count.keepers.split("\n"))),
        "book": f"{figures.book} 把",
        "counted": f"{figures.counted} 把",
        "lent": f"{figures.lent} 把",
        "difference": f"{figures.difference:+d} 把" if figures.difference else "0 把",
        "diff_reason": count.diff_reason,
        "handling": count.handling,
        "items": [_line(line) for line in count.lines],
        "total_line": f"共 {len(count.lines)} 串:账面 {figures.book} 把,在柜实点 {figures.counted} 把,"
        f"借出 {figures.lent} 把,缺失 {figures.missing} 把,多余 {figures.surplus} 把",
        "counter": count.handler_name,
        "witness": count.witness_name,
        "remark": count.remark,
    }


def _line(line: CountLine) -> dict[str, str]:
    one = line.counted()
    return {
        "code": line.code,
        "expected": str(line.expected),
        "away": str(line.away) if line.away else "",
        "found": "" if line.result == "lent" else str(line.found),
        "result": RESULTS.get(line.result, ""),
        "difference": f"{one.difference:+d}" if one.difference else "",
        "note": " ".join(filter(None, (line.holder if line.away else "", line.note))),
    }
