"""What stands between a hot-work permit and its next step: one sentence a field. Pure functions."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date, datetime

from desk_app.core import clock, deadlines
from desk_app.core.declare import label_of
from desk_app.core.errors import Doubt, RuleError
from desk_app.core.i18n import listed, translate
from desk_app.core.people import Role
from desk_app.core.text import fold
from desk_app.registers.hot_work_permits import terms
from desk_app.registers.hot_work_permits.levels import Level, last_day
from desk_app.registers.hot_work_permits.rules import ON_SITE, Case, Policy


def same_person(one: str, other: str) -> bool:
    """Say whether two names are the same, however they were typed (width, case, spaces, dots)."""
    return bool(fold(one)) and fold(one) == fold(other)


def missing_in_form(case: Case) -> list[RuleError]:
    """Return what an application lacks, one sentence a field (domain.md F10, the ● fields)."""
    asked = (
        ("room", case.place, translate("HotWork", "请填写动火的楼层或房号。")),
        ("spot", case.spot, translate("HotWork", "请写明具体点位,例如「茶水间北墙管井」:一点一证。")),
        ("org", case.org, translate("HotWork", "请填写申请(施工)单位。")),
        ("site_lead", case.site_lead, translate("HotWork", "请填写施工负责人。")),
        ("phone", case.phone, translate("HotWork", "请填写施工负责人的电话。")),
        ("work", case.work, translate("HotWork", "请填写作业内容。")),
        ("methods", case.methods, translate("HotWork", "请填写动火方式,例如「电焊、砂轮切割打磨」。")),
        ("welder", case.welder, translate("HotWork", "请填写动火人。")),
        ("watch", case.watch, translate("HotWork", "请填写看火人:每个动火点须有 1 名。")),
        ("watch_phone", case.watch_phone, translate("HotWork", "请填写看火人的电话。")),
        ("supervisor", case.supervisor_name, translate("HotWork", "请选择物业监督人(工程或安保)。")),
        ("notice", case.notice, translate("HotWork", "还没有公告:请在主入口和作业现场张贴后勾选。")),
    )
    return [RuleError(sentence, key) for key, given, sentence in asked if not given]


def wrong_people(case: Case) -> list[RuleError]:
    """Return what is wrong with who works, watches and supervises (domain.md F10 [L10])."""
    found = []
    if same_person(case.welder, case.watch):
        sentence = translate("HotWork", "看火人和动火人都是「{name}」:看火人须是另一个人。")
        found.append(RuleError(sentence.format(name=case.watch), "watch"))
    elif "watch" in case.taken:
        sentence = translate("HotWork", "{name}同时在 {no} 看火;每个动火点须有 1 名看火人,请换人。")
        found.append(RuleError(sentence.format(name=case.watch, no=case.taken["watch"]), "watch"))
    if case.supervisor_name and not case.supervisor_roles.intersection(ON_SITE):
        sentence = translate("HotWork", "{name} 不是工程主管或安保主管,不能作物业监督人,请改选。")
        found.append(RuleError(sentence.format(name=case.supervisor_name), "supervisor"))
    if "spot" in case.taken:
        sentence = translate("HotWork", "这个点位在同一时间已有 {no},一点一证,请先收回那一张。")
        found.append(RuleError(sentence.format(no=case.taken["spot"]), "spot"))
    return found


def wrong_certificate(case: Case, today: date) -> list[RuleError]:
    """Return why the welder's certificate does not do (S0㈦(2)3; domain.md F10: 过期、未查到不可签发)."""
    if case.cert_kind == "none" and not set(case.methods) & terms.WELDING:
        return []
    if case.cert_kind in ("", "none"):
        sentence = translate("HotWork", "动火人须持焊接与热切割作业操作证或建筑焊工证:请选择证件类别。")
        return [RuleError(sentence, "cert_kind")]
    last = max(today, last_day(case.ends)) if case.ends else today
    asked = (
        ("cert_no", not case.cert_no, translate("HotWork", "请填写操作证号。")),
        ("cert_until", case.cert_until is None, translate("HotWork", "请填写操作证的有效期。")),
        ("cert_found", not case.cert_found, translate("HotWork", "请登记操作证的查询结果。")),
        ("cert_checked_on", case.cert_checked_on is None, translate("HotWork", "请填写操作证的查询日期。")),
    )
    found = [RuleError(sentence, key) for key, lacks, sentence in asked if lacks]
    if case.cert_until and case.cert_until < last:
        sentence = translate("HotWork", "{name}的操作证 {until} 到期,不能签发;请换持有效证的人。")
        found.append(RuleError(sentence.format(name=case.welder, until=case.cert_until), "cert_until"))
    if case.cert_review and case.cert_review < last:
        sentence = translate("HotWork", "{name}的操作证应于 {day} 前复审,复审日已过,不能签发。")
        found.append(RuleError(sentence.format(name=case.welder, day=case.cert_review), "cert_review"))
    if case.cert_found and case.cert_found != "valid":
        result = translate("HotWork", label_of(terms.FINDINGS, case.cert_found))
        sentence = translate("HotWork", "{name}的操作证查询结果是「{result}」,不能签发;请换持有效证的人。")
        found.append(RuleError(sentence.format(name=case.welder, result=result), "cert_found"))
    if case.cert_checked_on and case.cert_checked_on > today:
        found.append(RuleError(translate("HotWork", "查询日期在今天之后,请核对。"), "cert_checked_on"))
    return found


def wrong_site(case: Case, policy: Policy) -> list[RuleError]:
    """Return what is wrong with extinguishers, wind, and fire systems that are put out of action."""
    found = []
    if not case.ext_count:
        sentence = translate("HotWork", "没有灭火器,不能签发:每个动火点至少 {n} 具。")
        found.append(RuleError(sentence.format(n=policy.fewest), "ext_count"))
    elif case.ext_count < policy.fewest:
        sentence = translate("HotWork", "灭火器只有 {have} 具,每个动火点至少 {n} 具。")
        found.append(RuleError(sentence.format(have=case.ext_count, n=policy.fewest), "ext_count"))
    if case.ext_count and not case.ext_kind:
        found.append(RuleError(translate("HotWork", "请选择灭火器类型。"), "ext_kind"))
    if case.ext_count and case.ext_until is None:
        found.append(RuleError(translate("HotWork", "请填写灭火器的有效期。"), "ext_until"))
    elif case.ext_until and case.ends and case.ext_until < last_day(case.ends):
        sentence = translate("HotWork", "灭火器 {day} 到期,请更换后再签发。")
        found.append(RuleError(sentence.format(day=case.ext_until), "ext_until"))
    return found + wrong_wind(case.outdoors, case.wind, policy) + _wrong_impairment(case)


def wrong_wind(outdoors: bool, wind: int | None, policy: Policy) -> list[RuleError]:
    """Return that the wind is too strong for outdoor work, or not known (GB 50720 [L10])."""
    if not outdoors:
        return []
    if wind is None:
        return [RuleError(translate("HotWork", "室外或高处动火须填写风力(级)。"), "wind")]
    if wind >= policy.wind:
        sentence = translate("HotWork", "风力 {wind} 级:达到 {most} 级停止室外动火,不能签发。")
        return [RuleError(sentence.format(wind=wind, most=policy.wind), "wind")]
    return []


def _wrong_impairment(case: Case) -> list[RuleError]:
    if not case.impair:
        return []
    asked = (
        ("impair_what", case.impair_what, translate("HotWork", "请写明关停哪些消防设施。")),
        ("impair_by", case.impair_by, translate("HotWork", "关停消防设施须安保主管批准,请选择批准人。")),
        ("impair_until", case.impair_until, translate("HotWork", "请填写消防设施的恢复时间。")),
    )
    found = [RuleError(sentence, key) for key, given, sentence in asked if not given]
    if case.impair_by and Role.AB not in case.impair_roles:
        sentence = translate("HotWork", "{name} 不是安保主管,不能批准关停消防设施。")
        found.append(RuleError(sentence.format(name=case.impair_by), "impair_by"))
    if case.impair_until and case.starts and case.impair_until <= case.starts:
        found.append(RuleError(translate("HotWork", "恢复时间应晚于动火开始。"), "impair_until"))
    return found


def wrong_window(case: Case, now: datetime) -> list[RuleError]:
    """Return what is wrong with level and times: never beyond the level's limit (domain.md F10)."""
    if case.level is None:
        return [RuleError(translate("HotWork", "这个等级不属于现行的等级制,请改选。"), "level")]
    found = []
    if case.level.plan and not case.plan:
        sentence = translate("HotWork", "{level}动火须有专项方案,请填写方案编号或存放处。")
        found.append(RuleError(sentence.format(level=translate("HotWork", case.level.label)), "plan"))
    start, end = case.starts, case.ends
    if start is None or end is None:
        missing = RuleError(
            translate("HotWork", "请填写动火的起止时间。"), "starts" if start is None else "ends"
        )
        return [*found, missing]
    if end <= start:
        found.append(RuleError(translate("HotWork", "结束时间应晚于开始时间。"), "ends"))
    elif end <= now:
        found.append(RuleError(translate("HotWork", "动火时间已过,请撤回后改时间。"), "ends"))
    elif case.latest and end > case.latest:
        found.append(RuleError(_too_long(case.level, case.latest), "ends"))
    return found


def _too_long(level: Level, latest: datetime) -> str:
    label, at = translate("HotWork", level.label), deadlines.show(latest)[5:]
    if level.one_shift:
        sentence = translate("HotWork", "{level}当日当班有效,最长 {hours} 小时,结束不得晚于 {at}。")
    else:
        sentence = translate("HotWork", "{level}最长 {hours} 小时,结束不得晚于 {at}。")
    return sentence.format(level=label, hours=level.hours, at=at)


def wrong_application(case: Case, policy: Policy, now: datetime) -> list[RuleError]:
    """Return everything that is wrong with an application; asked at receipt and again at issue."""
    under = [RuleError(case.reno_refusal, "basis")] if case.reno_refusal else []
    return [
        *missing_in_form(case), *under, *wrong_window(case, now), *wrong_people(case),
        *wrong_certificate(case, clock.local(now).date()), *wrong_site(case, policy),
    ]  # fmt: skip


def wrong_checklist(answers: Mapping[str, str], notes: Mapping[str, str]) -> list[RuleError]:
    """Return why the checklist does not allow a permit: unanswered, 否, or 不适用 without a word (F10)."""
    groups = (
        ([one for one in terms.MEASURES if not answers.get(one.key)],
         translate("HotWork", "安全措施还没有回答:{items}。")),
        ([one for one in terms.MEASURES if answers.get(one.key) == "no"],
         translate("HotWork", "安全措施没有落实,不能签发:{items}。请整改后再查。")),
        ([one for one in terms.MEASURES if answers.get(one.key) == "na" and not notes.get(one.key)],
         translate("HotWork", "答「不适用」须写说明:{items}。")),
    )  # fmt: skip
    return [
        RuleError(sentence.format(items=_named(found)), "checklist") for found, sentence in groups if found
    ]


def _named(measures: list[terms.Measure]) -> str:
    if len(measures) == len(terms.MEASURES):
        return translate("HotWork", "全部 {n} 项").format(n=len(measures))
    return listed(f"{one.number} {translate('HotWork', one.text)}" for one in measures)


def missing_for_issue(case: Case, policy: Policy, now: datetime) -> list[RuleError]:
    """Return everything that still stands between a permit and 发证; nothing when it may be issued."""
    found = wrong_application(case, policy, now) + wrong_checklist(case.answers, case.notes)
    if not case.inspected:
        found.append(RuleError(translate("HotWork", "安保主管还没有到现场查验,不能发证。"), "inspect"))
    return found


def doubts(case: Case, check_phone: Callable[[str], str | None], reasons: Mapping[str, str]) -> list[Doubt]:
    """Return what looks wrong and has no reason yet; it warns and goes on."""
    found = {
        "phone": check_phone(case.phone) if case.phone else None,
        "watch_phone": check_phone(case.watch_phone) if case.watch_phone else None,
        "spot": _spot_doubt(case.spot),
    }
    return [Doubt(text, key) for key, text in found.items() if text and not reasons.get(key)]


def _spot_doubt(spot: str) -> str | None:
    if not terms.BETWEEN.search(spot.replace("/", " ")):
        return None
    return translate("HotWork", "看起来写了几个点位:一点一证,请每个点位各办一张;确是一个点请说明。")
