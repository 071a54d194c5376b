"""The papers of an application: which there are, which are required, what is missing. Pure functions."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date
from enum import Enum

from desk_app.core.errors import RuleError
from desk_app.core.i18n import QT_TRANSLATE_NOOP, listed, translate


class Expiry(Enum):
    """Whether a paper runs out."""

    NEVER = "never"
    MAYBE = "maybe"  # 长期 is left empty
    ALWAYS = "always"


@dataclass(frozen=True)
class Item:
    """One paper of the checklist. `when` names the fact that asks for it, "" always.

    `kept` says whether a copy may be kept: an identity card is only looked at (domain.md §0.1-5).
    """

    key: str
    label: str
    when: str = ""
    expiry: Expiry = Expiry.NEVER
    kept: bool = True


ITEMS = (
    Item("form", QT_TRANSLATE_NOOP("Renovations", "装修申请表(签字盖章)")),
    Item("plan", QT_TRANSLATE_NOOP("Renovations", "平面图(业主签名)")),
    Item("ceiling", QT_TRANSLATE_NOOP("Renovations", "天花图"), "drawings"),
    Item("electric", QT_TRANSLATE_NOOP("Renovations", "电气图"), "electric"),
    Item("water", QT_TRANSLATE_NOOP("Renovations", "给排水图"), "water"),
    Item("fire", QT_TRANSLATE_NOOP("Renovations", "消防点位图"), "fire"),
    Item("aircon", QT_TRANSLATE_NOOP("Renovations", "空调图"), "aircon"),
    Item("licence", QT_TRANSLATE_NOOP("Renovations", "施工单位营业执照"), "", Expiry.MAYBE),
    Item("qualification", QT_TRANSLATE_NOOP("Renovations", "施工资质证书"), "", Expiry.ALWAYS),
    Item("electrician", QT_TRANSLATE_NOOP("Renovations", "电工证"), "electric", Expiry.ALWAYS),
    Item("foreman_id", QT_TRANSLATE_NOOP("Renovations", "负责人证件(核验不留存)"), "", Expiry.MAYBE, kept=False),
    Item("authorisation", QT_TRANSLATE_NOOP("Renovations", "委托书"), "agent", Expiry.MAYBE),
    Item("owner_consent", QT_TRANSLATE_NOOP("Renovations", "业主书面同意书"), "tenant"),
    Item("insurance", QT_TRANSLATE_NOOP("Renovations", "公众责任险保单"), "insurance", Expiry.ALWAYS),
    Item("agreement", QT_TRANSLATE_NOOP("Renovations", "装修管理服务协议")),
    Item("fire_duty", QT_TRANSLATE_NOOP("Renovations", "防火责任书")),
    Item("government", QT_TRANSLATE_NOOP("Renovations", "政府批文"), "government"),
)  # fmt: skip
"""domain.md F11 [U16][U17b][U20b]; the application form and one plan: S0㈦(6)1."""

BY_KEY: Mapping[str, Item] = {item.key: item for item in ITEMS}


@dataclass(frozen=True)
class Handed:
    """What is known of one paper."""

    item: str
    handed: bool = False
    valid_until: date | None = None


def required(facts: Collection[str]) -> tuple[Item, ...]:
    """Return the papers that the facts of an application ask for."""
    return tuple(item for item in ITEMS if not item.when or item.when in facts)


def missing(facts: Collection[str], papers: Collection[Handed], today: date) -> list[RuleError]:
    """Return what stands between the papers and 齐全: not handed in, without its date, run out."""
    known = {paper.item: paper for paper in papers}
    found = []
    absent = [item for item in required(facts) if not known.get(item.key, Handed(item.key)).handed]
    if absent:
        names = listed(translate("Renovations", item.label) for item in absent)
        text = translate("Renovations", "资料还缺 {count} 项:{names}。请收齐并勾选后再受理。")
        found.append(RuleError(text.format(count=len(absent), names=names), absent[0].key))
    for item in ITEMS:
        paper = known.get(item.key)
        if paper and paper.handed and item.expiry is Expiry.ALWAYS and paper.valid_until is None:
            text = translate("Renovations", "「{name}」没有填有效期,请看着原件填写。")
            found.append(RuleError(text.format(name=translate("Renovations", item.label)), item.key))
    return [*found, *expired(papers, today)]


def expired(papers: Collection[Handed], today: date) -> list[RuleError]:
    """Return the papers that have run out, each with its day; the last day still counts."""
    text = translate("Renovations", "「{name}」有效期至 {day},已过期,不能受理和发证;请换有效的证件。")
    return [
        RuleError(text.format(name=translate("Renovations", BY_KEY[paper.item].label), day=paper.valid_until), paper.item)
        for paper in papers
        if paper.handed and paper.valid_until is not None and paper.valid_until < today
    ]  # fmt: skip
