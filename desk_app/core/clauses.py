"""Spell a clause out for people: S0㈠2 is a paragraph of a document they have, domain.md is not.

Code and declarations keep the short marks (S0–S4 the users' procedures, [U] custom, [L] law, [K] unsourced).
"""

from __future__ import annotations

import re

from desk_app.core.i18n import translate


def spell(clause: str) -> str:
    """Return a clause with its sources by name."""
    names = {
        "S0": translate("Clauses", "《写字楼客服职责》"),
        "S1": translate("Clauses", "《客户服务九要素》"),
        "S2": translate("Clauses", "《客服中心职员岗位职责》"),
        "S3": translate("Clauses", "《物业客服工作职责范文》"),
        "S4": translate("Clauses", "《客服前台接待日常工作规程》"),
        "domain.md": translate("Clauses", "业务规则"),
        "procedures.md": translate("Clauses", "规程汇编"),
        "safety.md": translate("Clauses", "数据安全设计"),
        "look/README.md": translate("Clauses", "界面规范"),
        "issue 2": translate("Clauses", "需求"),
        "design": translate("Clauses", "设计"),
        "U": translate("Clauses", "(行业惯例)"),
        "L": translate("Clauses", "(法规)"),
        "K": translate("Clauses", "(行业常识)"),
    }
    text = re.sub(r"\[([ULK])[^\]]*\]", lambda mark: names[mark[1]], clause)
    text = re.sub(r"\bS[0-4](?=[^0-9A-Za-z]|$)", lambda mark: names[mark[0]], text)
    for short in ("domain.md", "procedures.md", "safety.md", "look/README.md", "issue 2", "design"):
        text = text.replace(short, names[short])
    return text
