"""What is printed for a movement: finished Chinese words by the keys of forms/key_loan_slip and key_receipt.

Paper stays Chinese in every language of the window. What opens which door stands on the stub only:
whoever finds the borrower's copy together with the key must not learn the room (domain.md F07 [K]).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import TYPE_CHECKING

from sqlalchemy.orm import Session

from desk_app.core import clock, identity, money, privacy, settings
from desk_app.core.declare import label_of
from desk_app.registers.key_loans import terms
from desk_app.registers.key_loans.records import KeyLoan, Line

if TYPE_CHECKING:
    from desk_app.registers.key_loans.views import OpenLoan

SLIP = "key_loan_slip"
RECEIPT = "key_receipt"
TITLES = {"loan": "钥匙借用单", "collect": "钥匙施工领取单", "hand_over": "钥匙发放签收单"}
RULES = {
    "loan": "当日归还,不得转借、复制;遗失立即报前台,换锁费用由责任人承担。还钥匙时说明门已锁好。",
    "collect": "凭收条领取,收条已收回核销;只可用于整改施工,按时归还,不得复制;遗失照价换锁。",
    "hand_over": "验房完毕,以上钥匙已当面点交业主;此后钥匙由业主自行保管。",
}
STILL_OUT = "钥匙未还清单"
FREE = "业主、地产销售登记即可"


def form_of(loan: KeyLoan) -> str:
    """Return which form a movement is printed on."""
    return RECEIPT if loan.kind == "retain" else SLIP


def paper_values(session: Session, loan: KeyLoan) -> dict[str, object]:
    """Return the values of the movement's form; personal data masked (domain.md §4.3)."""
    config = settings.load(session)
    pieces = sum(line.pieces for line in loan.lines)
    return {
        "org": config.get(settings.COMPANY) or config.get(settings.PROJECT),
        "number": loan.no or "",
        "paper_title": TITLES.get(loan.kind, ""),
        "out_at": _time(loan.out_at),
        "due_at": _time(loan.due_at) if loan.due_at else "不归还" if loan.kind == "hand_over" else "",
        "borrower": f"{loan.borrower}({label_of(terms.STANDINGS, loan.standing)})",
        "company": loan.org,
        "phone": privacy.phone(loan.phone),
        "id_checked": _document(loan),
        "purpose": _purpose(loan),
        "consent": _consent(loan),
        "instructions": ";".join(filter(None, loan.instructions.split("\n"))),
        "items": [_line(line) for line in loan.lines],
        "total_line": f"共 {len(loan.lines)} 串 {pieces} 把({money.capital_integer(pieces)}把)",
        "handler": loan.handler_name,
        "approver": "、".join(filter(None, loan.approvers.split("\n"))),
        "rules": RULES.get(loan.kind, ""),
        "remark": loan.remark,
    }


def _time(moment: datetime) -> str:
    return f"{clock.local(moment):%Y-%m-%d %H:%M}"


def _document(loan: KeyLoan) -> str:
    return f"{identity.LABELS[identity.IdKind(loan.id_kind)]} 已核验" if loan.id_kind else ""


def _purpose(loan: KeyLoan) -> str:
    known = {
        "collect": f"凭收条 {loan.receipt_no}",
        "hand_over": f"验房 {loan.inspection}",
        "retain": f"验房 {loan.inspection}" if loan.inspection else "",
    }
    words = (known.get(loan.kind, ""), label_of(terms.PURPOSES, loan.purpose), loan.purpose_note)
    trustee = f"委托书 {loan.authority}" if loan.authority else ""
    return " ".join(filter(None, (*words, trustee)))


def _consent(loan: KeyLoan) -> str:
    if loan.approvers:
        return "、".join(loan.approvers.split("\n"))
    return FREE if loan.kind == "loan" and loan.standing in ("owner", "sales") else "登记"


def _line(line: Line) -> dict[str, str]:
    return {
        "code": line.code,
        "pieces": str(line.pieces),
        "pieces_words": money.capital_integer(line.pieces),
        "place": line.place,
        "kind": label_of(terms.KEY_KINDS, line.key_kind),
    }


def still_out(session: Session, loans: Sequence[OpenLoan], maker: str) -> bytes:
    """Return the list of all keys that are out as PDF, what is late in front (domain.md §5.3 当日钥匙未还).

    It lies on the desk and goes from hand to hand: hooks, never rooms; telephones masked (§4.3).
    """
    from desk_app.documents.table_report import TICK, ReportColumn, ReportGroup, ReportMeta, render_report

    columns = (
        ReportColumn("已还", TICK, 5), ReportColumn("钥匙编号", "codes", 16), ReportColumn("未还", "left", 7, "right"),
        ReportColumn("借用人", "borrower", 11), ReportColumn("单位 / 电话", "company", 22),
        ReportColumn("借出", "out_at", 14), ReportColumn("应还", "due_at", 14), ReportColumn("催还", "step", 20),
        ReportColumn("单号", "no", 18),
    )  # fmt: skip
    tonight = clock.day_bounds(clock.today())[1]
    parts = {"已逾期": [], "今日应还": [], "今日以后应还": []}  # type: dict[str, list[Mapping[str, object]]]
    for loan in loans:
        today = loan.due_at is not None and loan.due_at < tonight
        late = loan.due_at is not None and loan.due_at < clock.now()
        parts["已逾期" if late else "今日应还" if today else "今日以后应还"].append(_out_row(loan))
    groups = [ReportGroup(title, rows) for title, rows in parts.items() if rows]
    config = settings.load(session)
    where = " · ".join(filter(None, (config.get(settings.PROJECT), config.get(settings.DESK))))
    made = f"打印 {_time(clock.now())}  {maker}    未还合计 {sum(loan.left for loan in loans)} 把"
    meta = ReportMeta(
        lines=(where, made), unit="单", signatures=("交班人", "接班人", "当班负责人"),
        note="归还后在系统里消项;交接班时逐单点清,由接班人接着催还。",
    )  # fmt: skip
    return render_report(STILL_OUT, meta, groups or [ReportGroup("没有借出的钥匙", [])], columns)


def _out_row(loan: OpenLoan) -> Mapping[str, object]:
    phone = privacy.phone(loan.phone)
    return {
        "codes": " ".join(loan.codes), "left": f"{loan.left} 把", "borrower": loan.borrower, "no": loan.no,
        "company": " ".join(filter(None, (loan.org, phone))), "out_at": f"{clock.local(loan.out_at):%m-%d %H:%M}",
        "due_at": f"{clock.local(loan.due_at):%m-%d %H:%M}" if loan.due_at else "",
        "step": " ".join(filter(None, (loan.step, loan.last_call))),
    }  # fmt: skip
