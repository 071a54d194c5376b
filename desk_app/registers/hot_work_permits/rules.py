"""Rules of the hot-work permits: states, steps, approvals, the times that count. Pure functions."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta

from desk_app.core import clock
from desk_app.core.approvals import Stage
from desk_app.core.i18n import QT_TRANSLATE_NOOP, translate
from desk_app.core.machine import Machine, step
from desk_app.core.people import Role
from desk_app.core.settings import Settings
from desk_app.registers.hot_work_permits import terms
from desk_app.registers.hot_work_permits.levels import Level

PREFIX = "DH"
SUPERVISORS = frozenset({Role.KZ, Role.JL})
ON_SITE = (Role.GC, Role.AB)
"""Who may watch over the work for the house: 物业监督人 (domain.md F10)."""

STATE_LABELS = {
    "draft": QT_TRANSLATE_NOOP("HotWork", "草稿"),
    "received": QT_TRANSLATE_NOOP("HotWork", "已收件"),
    "reviewed": QT_TRANSLATE_NOOP("HotWork", "工程已审"),
    "inspected": QT_TRANSLATE_NOOP("HotWork", "已现场查验"),
    "approved": QT_TRANSLATE_NOOP("HotWork", "已批准"),
    "issued": QT_TRANSLATE_NOOP("HotWork", "待开工"),
    "running": QT_TRANSLATE_NOOP("HotWork", "作业中"),
    "paused": QT_TRANSLATE_NOOP("HotWork", "暂停"),
    "overdue": QT_TRANSLATE_NOOP("HotWork", "超期作业"),
    "finished": QT_TRANSLATE_NOOP("HotWork", "完工待复查"),
    "aborted": QT_TRANSLATE_NOOP("HotWork", "中止待复查"),
    "rechecked": QT_TRANSLATE_NOOP("HotWork", "已复查待收证"),
    "closed": QT_TRANSLATE_NOOP("HotWork", "已收证关闭"),
    "expired": QT_TRANSLATE_NOOP("HotWork", "已过期"),
    "rejected": QT_TRANSLATE_NOOP("HotWork", "已驳回"),
    "void": QT_TRANSLATE_NOOP("HotWork", "作废"),
}
STATES = tuple(STATE_LABELS)
IN_APPROVAL = ("received", "reviewed", "inspected", "approved")
BEFORE_ISSUE = ("draft", *IN_APPROVAL)
UNNUMBERED = (*BEFORE_ISSUE, "rejected", "void")
BURNING = ("running", "paused", "overdue")
TO_RECHECK = ("finished", "aborted")
IN_FORCE = ("issued", *BURNING, *TO_RECHECK, "rechecked")
COPYABLE = ("running", "paused", "overdue", *TO_RECHECK, "rechecked", "closed", "expired", "rejected", "void")


DESK_STEPS = (
    step("save", QT_TRANSLATE_NOOP("HotWork", "修改"), {"draft"}, "draft"),
    step("receive", QT_TRANSLATE_NOOP("HotWork", "收件"), {"draft"}, "received"),
    step("review", QT_TRANSLATE_NOOP("HotWork", "登记工程主管审核"), {"received"}, "reviewed"),
    step("inspect", QT_TRANSLATE_NOOP("HotWork", "登记安保现场查验"), {"reviewed"}, "inspected"),
    step("approve", QT_TRANSLATE_NOOP("HotWork", "登记消防安全责任人批准"), {"inspected"}, "approved"),
    step("issue", QT_TRANSLATE_NOOP("HotWork", "发证"), {"approved"}, "issued"),
    step("reject", QT_TRANSLATE_NOOP("HotWork", "驳回"), {"received", "reviewed", "inspected"}, "rejected"),
    step("withdraw", QT_TRANSLATE_NOOP("HotWork", "撤回修改"), (*IN_APPROVAL, "rejected"), "draft"),
    step("discard", QT_TRANSLATE_NOOP("HotWork", "放弃申请"), (*BEFORE_ISSUE, "rejected"), "void"),
    step("void", QT_TRANSLATE_NOOP("HotWork", "作废"), {"issued"}, "void"),
)
SITE_STEPS = (
    step("start", QT_TRANSLATE_NOOP("HotWork", "看火人签到开工"), {"issued"}, "running"),
    step("patrol", QT_TRANSLATE_NOOP("HotWork", "巡查"), {"running"}, "running"),
    step("pause", QT_TRANSLATE_NOOP("HotWork", "暂停"), {"running"}, "paused"),
    step("resume", QT_TRANSLATE_NOOP("HotWork", "复工"), {"paused"}, "running"),
    step("finish", QT_TRANSLATE_NOOP("HotWork", "完工"), BURNING, "finished"),
    step("abort", QT_TRANSLATE_NOOP("HotWork", "中止"), BURNING, "aborted"),
    step("recheck", QT_TRANSLATE_NOOP("HotWork", "复查"), TO_RECHECK, "rechecked"),
    step("take_back", QT_TRANSLATE_NOOP("HotWork", "收证关闭"), {"rechecked"}, "closed"),
)
CLOCK_STEPS = (
    step("expire", QT_TRANSLATE_NOOP("HotWork", "过期"), {"issued"}, "expired"),
    step("overrun", QT_TRANSLATE_NOOP("HotWork", "到点未停工"), {"running", "paused"}, "overdue"),
)
MACHINE = Machine("HotWork", STATE_LABELS, frozenset({"draft"}), DESK_STEPS + SITE_STEPS + CLOCK_STEPS)
"""A permit's whole life (domain.md F10); the last two steps are the clock's."""


def chain(level: Level) -> tuple[Stage, ...]:
    """Return who must agree, in order (domain.md F10 签章顺序); the level says who is the last."""
    return (
        Stage("review", QT_TRANSLATE_NOOP("HotWork", "工程主管审核"), (Role.GC,), "domain.md F10"),
        Stage("inspect", QT_TRANSLATE_NOOP("HotWork", "安保主管现场查验"), (Role.AB,), "domain.md F10 [L10]"),
        Stage("approve", QT_TRANSLATE_NOOP("HotWork", "消防安全责任人批准"), level.approvers, level.clause),
    )


@dataclass(frozen=True)
class Policy:
    """The settings that decide what is required."""

    scheme: str = "office"
    fewest: int = 2
    wind: int = 5
    patrol: timedelta = timedelta(minutes=60)
    remind: timedelta = timedelta(minutes=30)
    recheck: timedelta = timedelta(minutes=30)
    grace: timedelta = timedelta(minutes=30)


def policy(config: Settings) -> Policy:
    """Read the policy from the settings."""

    def minutes(spec: object) -> timedelta:
        return timedelta(minutes=config.get(spec))  # type: ignore[arg-type]

    return Policy(
        config.get(terms.SCHEME), config.get(terms.FEWEST), config.get(terms.WIND), minutes(terms.PATROL),
        minutes(terms.REMIND), minutes(terms.RECHECK), minutes(terms.GRACE),
    )  # fmt: skip


@dataclass(frozen=True)
class Case:
    """Everything the rules ask about one permit.

    `latest` is the last moment the level that counts allows, `level` that level (None: not of this scheme);
    `reno_refusal` says why nothing may be issued under the renovation permit; `taken` maps "spot" and
    "watch" to the number of another permit that has the same point or fire watch at the same time.
    """

    place: str = ""
    spot: str = ""
    org: str = ""
    site_lead: str = ""
    phone: str = ""
    work: str = ""
    methods: tuple[str, ...] = ()
    outdoors: bool = False
    wind: int | None = None
    starts: datetime | None = None
    ends: datetime | None = None
    level: Level | None = None
    latest: datetime | None = None
    plan: str = ""
    welder: str = ""
    cert_kind: str = ""
    cert_no: str = ""
    cert_until: date | None = None
    cert_review: date | None = None
    cert_found: str = ""
    cert_checked_on: date | None = None
    watch: str = ""
    watch_phone: str = ""
    supervisor_name: str = ""
    supervisor_roles: frozenset[Role] = frozenset()
    ext_kind: str = ""
    ext_count: int | None = None
    ext_until: date | None = None
    notice: bool = False
    impair: bool = False
    impair_what: str = ""
    impair_by: str = ""
    impair_roles: frozenset[Role] = frozenset()
    impair_until: datetime | None = None
    reno_refusal: str = ""
    taken: Mapping[str, str] = field(default_factory=dict)
    answers: Mapping[str, str] = field(default_factory=dict)
    notes: Mapping[str, str] = field(default_factory=dict)
    inspected: bool = False


def draft_number(record: int) -> str:
    """Return what a permit without a number is called."""
    return translate("HotWork", "草稿-{number:04d}").format(number=record)


def effective(state: str, ends: datetime | None, now: datetime) -> str:
    """Return the state at `now`: at its end a permit is expired, whether or not anybody noted it."""
    if ends is None or now < ends:
        return state
    return {"issued": "expired", "running": "overdue", "paused": "overdue"}.get(state, state)


def recheck_from(quiet_from: datetime, policy: Policy) -> datetime:
    """Return the first moment a re-check counts: 30 minutes after the end (domain.md §0.1-8)."""
    return quiet_from + policy.recheck


def too_early(quiet_from: datetime, policy: Policy, now: datetime) -> str:
    """Return the sentence that a re-check comes too early, "" when it may be done."""
    first = recheck_from(quiet_from, policy)
    if now >= first:
        return ""
    sentence = translate("HotWork", "完工后须等 {n} 分钟才能复查,最早 {at};现在还差 {left}。")
    minutes = int(policy.recheck.total_seconds() // 60)
    return sentence.format(n=minutes, at=f"{clock.local(first):%H:%M}", left=span_words(first - now))


def span_words(span: timedelta) -> str:
    """Return a span in words, rounded up to the minute: "1 小时 20 分"."""
    minutes = max(0, -int(-span.total_seconds() // 60))
    days, hours, minutes = minutes // 1440, minutes % 1440 // 60, minutes % 60
    if days:
        return translate("HotWork", "{d} 天 {h} 小时").format(d=days, h=hours)
    if hours and minutes:
        return translate("HotWork", "{h} 小时 {m} 分").format(h=hours, m=minutes)
    if hours:
        return translate("HotWork", "{h} 小时").format(h=hours)
    return translate("HotWork", "{m} 分").format(m=minutes)


def remaining(ends: datetime, now: datetime) -> str:
    """Return what is left of a permit in words, or how long it has been over."""
    if now < ends:
        return translate("HotWork", "剩余 {span}").format(span=span_words(ends - now))
    return translate("HotWork", "超期 {span}").format(span=span_words(now - ends))
