"""What happens at the demo desk, as the duty log has it: most finished, some written late, some carried over."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from functools import partial

from sqlalchemy import select
from sqlalchemy.orm import Session

from desk_app.core import clock, settings, shifts
from desk_app.core.declare import Ref
from desk_app.core.demo_day import DemoDay, Host
from desk_app.registers.duty_log import rules, service, sheets
from desk_app.registers.duty_log.records import DutyEntry

DAY_HOURS = (8, 9, 9, 9, 10, 10, 10, 11, 11, 12, 13, 14, 14, 14, 15, 15, 15, 16, 16, 17)
EVENING_HOURS, SMALL_HOURS = (18, 19, 19, 20, 21, 22, 23), (0, 2, 5, 6)
WORKDAY, WEEKEND = 14, 6
BY_ROOM = (
    ("call", "enquiry", "咨询周末空调开放时间与收费", "已答复:周六 9:00–13:00,其余时间须提前一天申请", ""),
    ("call", "enquiry", "咨询访客停车收费标准", "已答复,并发送收费标准", ""),
    ("visit", "enquiry", "咨询增补门禁卡手续", "已告知凭单位盖章申请表办理", ""),
    ("call", "repair", "办公区空调不制冷", "已请客户关窗并开工单", "工程部 郑师傅"),
    ("call", "repair", "茶水间龙头滴水", "已派人到场查看", "工程部 郑师傅"),
    ("call", "repair", "办公室跳闸,插座无电", "已通知值班电工到场", "工程部 刘师傅"),
    ("wechat", "repair", "走廊灯管闪烁", "已通知更换灯管", "工程部 刘师傅"),
    ("call", "complaint", "楼上装修噪声影响开会", "已要求施工方改在 18:00 后作业并致歉", "客服主管"),
    ("call", "complaint", "电梯早高峰等候时间长", "已说明增派高峰引导,记录意见", "安保部"),
    ("call", "help", "员工忘带钥匙,请求协助开门", "核实身份后由工程人员陪同开门", "工程部"),
    ("visit", "release", "询问搬出办公家具如何办放行条", "已告知须业主认可并列清单", ""),
    ("visit", "key", "借用会议室钥匙", "已按钥匙借用登记办理", ""),
    ("letter", "renovation", "来函申请周末装修加班", "已收函,转主管审批", "客服主管"),
    ("call", "hot_work", "咨询空调支架焊接动火手续", "已告知须办动火证并设看火人", "安保部"),
    ("call", "visitor", "通知下午有 8 位客人到访", "已预登记,到访时凭证件领牌", ""),
    ("call", "suggestion", "建议大堂增设雨伞架", "已记录并致谢", ""),
    ("visit", "mail", "代收快递 3 件未取", "已电话通知收件人", ""),
)  # fmt: skip
AROUND = (
    ("patrol", "other", "巡视大堂、电梯厅及消防通道,设备运行正常", "无异常", "", "大堂"),
    ("patrol", "other", "巡视地下车库,照明与排水正常", "无异常", "", "B1-03 车库"),
    ("internal", "mail", "早班快递 15 件,已分拣上架", "已逐户通知", "", ""),
    ("internal", "other", "保洁反映 9 层洗手间缺洗手液", "已通知补充", "保洁", "09F 洗手间"),
    ("superior", "other", "经理通知明日 10:00 消防联动测试,须张贴通知", "已张贴并群发各单位", "安保部", ""),
    ("patrol", "repair", "12 层茶水间龙头滴水,夜间不便处理", "已用桶接水", "工程部 郑师傅", "12F 茶水间"),
    ("internal", "emergency", "烟感报警,现场查看系加班人员吸烟,无明火", "到场复位并劝阻", "当班负责人、指挥中心", "21F 走廊"),
)  # fmt: skip
RESULTS = ("已修好,客户确认", "现场处理完毕,客户满意", "已回复客户,无异议", "部件更换后恢复正常")
LEFT = ("配件次日到货,请跟进", "客户已下班,请次日上午联系", "等主管答复后回复客户")


def plan(day: DemoDay) -> None:
    """Plan the entries of both shifts, of the small hours before, and what was carried over from it."""
    rng, workday = day.rng, day.day.weekday() < 5
    for hour in rng.sample(SMALL_HOURS, 2):
        _plan_entry(day, day.moment(hour), around=True)
    day.plan(
        clock.at(day.day, 9, 5) + timedelta(minutes=rng.randrange(90)), partial(_clear, rng.choice(RESULTS))
    )
    for _ in range(WORKDAY if workday else WEEKEND):
        _plan_entry(day, day.moment(rng.choice(DAY_HOURS)), around=rng.random() < 0.25)
    for hour in rng.sample(EVENING_HOURS, 4):
        _plan_entry(day, day.moment(hour), around=rng.random() < 0.6)
    if day.is_today:
        for minutes, state in ((95, "doing"), (40, "doing"), (8, "done")):
            _plan_entry(day, day.until - timedelta(minutes=minutes), around=False, state=state)


def _plan_entry(day: DemoDay, at: datetime, *, around: bool, state: str = "") -> None:
    rng = day.rng
    values = _around(day) if around else _for_room(day, rng.choice(day.hosts))
    values["state"] = state or _state(day, str(values["category"]))
    settled = at >= clock.at(day.day, 10)
    back = timedelta(minutes=rng.randrange(35, 80)) if rng.random() < 0.08 and settled else timedelta(0)
    later, result = at + timedelta(minutes=rng.randrange(15, 170)), rng.choice(RESULTS)
    note = rng.choice(LEFT)

    def write(session: Session) -> None:
        if not settled and sheets.of_shift(session, shifts.current(settings.load(session))) is None:
            return
        uid = service.record(session, {**values, "at": clock.now() - back}).uid
        if values["state"] == "doing" and not state:
            day.plan(later, partial(_finish, uid=uid, result=result))
        elif values["state"] == "handed_over":
            service.add(session, uid, text=note)

    day.plan(at, write)


def _state(day: DemoDay, category: str) -> str:
    dice = day.rng.random()
    if category in rules.TO_PASS_ON:
        return "doing" if dice < 0.75 else "handed_over" if dice < 0.9 else "next_day"
    return "done" if dice < 0.95 else "handed_over"


def _around(day: DemoDay) -> dict[str, object]:
    channel, category, content, action, notified, place = day.rng.choice(AROUND)
    return {
        "channel": channel, "category": category, "content": content, "action": action,
        "notified": notified or "客服主管", "room": Ref(None, place),
    }  # fmt: skip


def _for_room(day: DemoDay, host: Host) -> dict[str, object]:
    channel, category, content, action, notified = day.rng.choice(BY_ROOM)
    seconds = day.rng.randrange(40, 420) if channel == "call" else None
    return {
        "channel": channel, "category": category, "content": content, "action": action,
        "notified": notified or "客服主管", "room": host.room, "caller": day.rng.choice(host.people),
        "phone": f"139{day.rng.randrange(10**8):08d}", "call_seconds": seconds,
    }  # fmt: skip


def _finish(session: Session, uid: str, result: str) -> None:
    if service.find(session, uid).state in rules.UNFINISHED:
        service.finish(session, uid, result=result)


def _clear(result: str, session: Session) -> None:
    """Finish what the days before left open, all but the newest."""
    today: date = clock.today()
    query = select(DutyEntry).where(DutyEntry.state.in_(rules.UNFINISHED), DutyEntry.day < today)
    for entry in session.scalars(query.order_by(DutyEntry.id)).all()[:-1]:
        service.finish(session, entry.uid, result=result)
