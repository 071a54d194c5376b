"""What is printed for a movement: finished Chinese words by the keys of forms/key_loan_slip and key_receipt.

Paper stays Chinese in every language of the window. What opens which door stands on the stub only:
whoever finds the borrower's copy together with the key must not learn the room (domain.md F07 [K]).
"""

from __future__ import annotations

from datetime import datetime

from sqlalchemy.orm import Session

from desk_app.core import clock, identity, money, phones, settings
from desk_app.registers.key_loans import terms
from desk_app.registers.key_loans.records import KeyLoan, Line

SLIP = "key_loan_slip"
RECEIPT = "key_receipt"
TITLES = {"loan": "钥匙借用单", "collect": "钥匙施工领取单", "hand_over": "钥匙发放签收单"}
RULES = {
    "loan": "当日归还,不得转借、复制;遗失立即报前台,换锁费用由责任人承担。还钥匙时说明门已锁好。",
    "collect": "凭收条领取,收条已收回核销;只可用于整改施工,按时归还,不得复制;遗失照价换锁。",
    "hand_over": "验房完毕,以上钥匙已当面点交业主;此后钥匙由业主自行保管。",
}
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
        "borrower": f"{loan.borrower}({terms.label(terms.STANDINGS, loan.standing)})",
        "company": loan.org,
        "phone": phones.mask(loan.phone) if loan.phone else "",
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
    words = (known.get(loan.kind, ""), terms.label(terms.PURPOSES, loan.purpose), loan.purpose_note)
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
        "kind": terms.label(terms.KEY_KINDS, line.key_kind),
    }
