"""A day of hot work at the demo desk: one or two permits, now and then one that was stopped; today some still run."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta

from sqlalchemy.orm import Session

from desk_app.core import attachments, clock, deadlines, settings
from desk_app.core.declare import Ref
from desk_app.core.demo_day import Act, DemoDay, Host
from desk_app.registers.hot_work_permits import drafting, levels, paper, service, site, terms
from desk_app.registers.hot_work_permits.records import HotWorkPermit

JOBS = (
    ("空调水管支架焊接", "电焊、砂轮切割打磨"), ("消防支管焊接", "电焊"), ("钢龙骨切割", "砂轮切割打磨"), ("防火门框焊接", "电焊"),
    ("铜管焊接", "气焊气割"), ("不锈钢扶手氩弧焊", "氩弧焊、砂轮切割打磨"), ("桥架打孔安装", "电钻"),
)  # fmt: skip
SPOTS = (
    "茶水间北墙管井",
    "走廊吊顶 3 轴",
    "卫生间立管",
    "强电井桥架",
    "新风机房支架",
    "前厅门框",
    "会议室隔墙",
    "消防前室立管",
)
COMPANIES = ("顺达装饰", "中建幕墙", "恒信机电", "蓝天暖通", "安通消防工程")
WELDERS = ("曾文涛", "单国强", "马振华", "冼志明", "欧阳建")
WATCHES = ("王强", "李春生", "赵永胜", "陈广才", "吴德福", "何水根", "覃大海", "仇志远")
LEAST = timedelta(minutes=45)
"""A window shorter than this is not worth a permit."""


def plan(day: DemoDay) -> None:
    """Plan the permits of one day from application to taken back; the last ones of today stay open."""
    spots, watches = day.rng.sample(SPOTS, 6), day.rng.sample(WATCHES, 6)
    pairs = iter(zip(spots, watches, strict=True))
    for hour in day.rng.sample(
        (9, 10, 13, 14), 2 if day.workday and day.rng.random() < 0.5 else int(day.workday)
    ):
        _plan_permit(day, day.moment(hour), *next(pairs))
    if day.is_today:
        for minutes, lasts, stage in (
            (150, 100, "finished"),
            (95, 85, "running"),
            (70, 0, "running"),
            (12, 0, "issued"),
        ):
            at = day.until - timedelta(minutes=minutes)
            _plan_permit(day, at, *next(pairs), lasts=lasts, stage=stage)


def _plan_permit(
    day: DemoDay, at: datetime, spot: str, watch: str, *, lasts: int = 0, stage: str = "closed"
) -> None:
    """Plan one permit up to `stage`; it ends after `lasts` minutes, 0 with the shift."""
    values, render = _values(day, day.rng.choice(day.hosts), spot, watch), day.renderer(paper.FORM)
    dice = day.rng.random()

    def issue(session: Session) -> None:
        ends = drafting.offered_end(session, settings.load(session), levels.OFFICE.levels[-1], clock.now())
        wanted = clock.now() + timedelta(minutes=lasts) if lasts else ends
        if wanted > ends or ends - clock.now() < LEAST:
            return
        ends = wanted
        permit = _issued(session, service.save(session, values | {"ends": ends}).uid)
        if stage != "issued":
            _plan_work(day, permit, ends, stage, stopped=dice < 0.08)

    def _issued(session: Session, uid: str) -> HotWorkPermit:
        service.receive(session, uid)
        service.review(session, uid, day.staff("GC"))
        service.answer(session, uid, _answers(str(values["methods"])))
        service.inspect(session, uid, day.staff("AB"), note="可燃物已清,接火斗已放")
        service.approve(session, uid, day.staff("JL"))
        permit = service.issue(session, uid, day.archive, render)
        issued = attachments.paper_of(session, uid)
        if issued is not None:
            attachments.printed(session, issued.id)
        return permit

    day.plan(at, issue)


def _plan_work(day: DemoDay, permit: HotWorkPermit, ends: datetime, stage: str, *, stopped: bool) -> None:
    """Plan what happens at the site, within the window; the re-check comes 30 minutes after its end."""
    uid, watch, begun = permit.uid, permit.watch, clock.now() + timedelta(minutes=3)
    day.plan(begun, _later(site.start, uid, watch=watch))
    over = min(ends - timedelta(minutes=2), begun + timedelta(minutes=day.rng.randrange(70, 170)))
    at, guard = begun + timedelta(minutes=50), "马强"
    while at < over:
        day.plan(at, _later(site.patrol, uid, by=guard))
        at += timedelta(minutes=50)
    if stage == "running":
        return
    if stopped:
        day.plan(over, _later(site.abort, uid, kind="violation", note="气瓶间距不足 5 m,停工整改"))
    else:
        day.plan(over, _later(site.finish, uid, embers=True))
    if stage == "closed":
        day.plan(over + timedelta(minutes=day.rng.randrange(31, 55)), _later(site.recheck, uid, by=guard))
        day.plan(over + timedelta(minutes=58), _later(site.take_back, uid))


def _later(verb: Callable[..., object], uid: str, **more: object) -> Act:
    """Return what calls a verb of the site later."""

    def act(session: Session) -> None:
        verb(session, uid, **more)

    return act


def _values(day: DemoDay, host: Host, spot: str, watch: str) -> dict[str, object]:
    work, methods = day.rng.choice(JOBS)
    welded = "焊" in methods
    card = {
        "cert_kind": "special", "cert_no": f"T4403{day.rng.randrange(10**12, 10**13)}", "cert_found": "valid",
        "cert_until": deadlines.add_months(day.day, day.rng.randrange(3, 60)), "cert_checked_on": day.day,
    }  # fmt: skip
    return {
        "room": host.room, "spot": spot, "org": day.rng.choice(COMPANIES), "site_lead": day.person(),
        "phone": day.mobile(), "work": work, "methods": methods, "welder": day.rng.choice(WELDERS),
        **(card if welded else {"cert_kind": "none"}), "watch": watch, "watch_phone": day.mobile(),
        "supervisor": Ref(day.staff("GC"), ""), "ext_kind": "powder", "ext_count": day.rng.choice((2, 2, 3)),
        "ext_until": deadlines.add_months(day.day, 8), "notice": True,
    }  # fmt: skip


def _answers(methods: str) -> dict[str, tuple[str, str]]:
    answers = {measure.key: ("yes", "") for measure in terms.MEASURES}
    if "气" not in methods:
        answers["cylinders"] = ("na", "没有气瓶")
    if "焊" not in methods:
        answers["machine"] = ("na", "没有焊机")
    return answers
