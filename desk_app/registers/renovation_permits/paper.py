"""What is printed of a renovation: finished Chinese words by the keys of the two forms and the collect list.

Paper stays Chinese in every language of the window, so labels are taken as they are declared.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from sqlalchemy.orm import Session

from desk_app.core import approvals, clock, money, privacy, settings
from desk_app.core.declare import label_of
from desk_app.registers.renovation_permits import checklist, rules, terms
from desk_app.registers.renovation_permits.drafting import area_text
from desk_app.registers.renovation_permits.facts import case_of
from desk_app.registers.renovation_permits.records import Renovation, RenovationTrial, RenovationWork
from desk_app.registers.renovation_permits.under import Holding

APPLICATION, PERMIT = "renovation_application", "renovation_permit"
QUIET, NOISY = "无噪音无异味 {hours}", "噪音、异味 {hours}"
ENDED_BY = {"finished": "竣工", "cancelled": "注销", "expired": "到期", "void": "作废"}
"""Why a permit is in force no more, as its row tells the house."""

HELD = {"long": "出入证", "temporary": "临时出入证", "hot_work": "动火证"}
LIST_TITLE = "出入证、动火证收缴清单"
YES, NO, HANDED = "是", "否", "已交"
"""The boxes of the form's two checklists."""

FEW = 6
"""Government papers that the form has room for."""


def application_values(session: Session, one: Renovation) -> dict[str, object]:
    """Return the values of forms/renovation_application; telephones masked (domain.md §4.3)."""
    config = settings.load(session)
    return {
        "org": config.get(settings.COMPANY) or config.get(settings.PROJECT),
        "number": one.shown_no,
        "applied_at": f"{clock.local(one.submitted_at):%Y-%m-%d %H:%M}" if one.submitted_at else "",
        "place": one.place,
        "kind": label_of(terms.KINDS, one.kind),
        "relation": label_of(terms.RELATIONS, one.relation),
        "owner": one.owner,
        "tenant": one.tenant,
        "applicant": f"{one.applicant}(代办,附委托书)" if one.by_agent else one.applicant,
        "phone": privacy.phone(one.phone),
        "company": one.org,
        "credit_code": one.credit_code,
        "qualification": _qualification(one),
        "foreman": _person(one.foreman, one.foreman_phone),
        "fire_lead": _person(one.fire_lead, one.fire_phone),
        "period": _period(one.starts, one.ends),
        "hours": label_of(terms.HOURS, one.hours),
        "workers": f"{one.workers} 人" if one.workers else "",
        "size": _size(one),
        "works": [_work(work) for work in one.kept_works],
        "self_check": _self_check(one),
        "permissions": _permissions(one),
        "papers": _papers(one, config),
        "trials": _trials(one, config),
        "handler": one.handler_name,
        "remark": one.remark,
    }  # fmt: skip


def permit_values(session: Session, one: Renovation) -> dict[str, object]:
    """Return the values of forms/renovation_permit: it hangs on the door, so only the foreman's number shows."""
    config = settings.load(session)
    extended = one.extensions[-1] if one.extensions else None
    return {
        "org": config.get(settings.COMPANY) or config.get(settings.PROJECT),
        "number": one.permit_no or "",
        "application": one.shown_no,
        "issued_at": f"{clock.local(one.issued_at):%Y-%m-%d}" if one.issued_at else "",
        "place": one.place,
        "customer": one.customer,
        "owner": one.owner,
        "company": one.org,
        "foreman": one.foreman,
        "phone": privacy.phone(one.foreman_phone),
        "fire_lead": one.fire_lead,
        "works": _works_in_short(one),
        "starts": f"{one.starts:%Y-%m-%d}" if one.starts else "",
        "ends": f"{one.ends:%Y-%m-%d}" if one.ends else "",
        "extended": (
            f"第 {len(one.extensions)} 次延期:原至 {extended.old_end:%Y-%m-%d},{extended.approver} 批准" if extended else ""
        ),
        "quiet": config.get(terms.QUIET_HOURS) if one.hours != "noisy" else "不许施工",
        "noisy": config.get(terms.NOISY_HOURS) if one.hours != "quiet" else "不许施工",
        "workers": f"{one.workers} 人" if one.workers else "",
        "hotline": config.get(terms.HOTLINE),
        "approved_by": _approved_by(session, one),
        "issued_by": one.issued_by,
    }  # fmt: skip


def hours_text(hours: str, config: settings.Settings) -> str:
    """Return the working hours as the permit says them (F12 ⚙), kept in its row."""
    quiet = QUIET.format(hours=config.get(terms.QUIET_HOURS))
    noisy = NOISY.format(hours=config.get(terms.NOISY_HOURS))
    return {"quiet": quiet, "noisy": noisy}.get(hours, f"{quiet};{noisy}")


def collect_list(session: Session, one: Renovation, holdings: Sequence[Holding], maker: str) -> bytes:
    """Return the PDF of what is to be collected when a permit stops (issue 3)."""
    from desk_app.documents.table_report import TICK, ReportColumn, ReportGroup, ReportMeta, render_report

    columns = (
        ReportColumn("收回", TICK, 6), ReportColumn("类别", "kind", 11), ReportColumn("证号", "no", 20),
        ReportColumn("持证人", "holder", 16), ReportColumn("单位", "org", 26), ReportColumn("电话", "phone", 15),
        ReportColumn("交回人签字", "sign", 18), ReportColumn("日期", "day", 12),
    )  # fmt: skip
    kinds = list(dict.fromkeys(holding.kind for holding in holdings))
    groups = [
        ReportGroup(HELD[kind], [vars(one) | {"kind": HELD[kind]} for one in holdings if one.kind == kind])
        for kind in kinds
    ]
    state = rules.STATE_LABELS[rules.effective(one.state, one.ends, clock.today())]
    meta = ReportMeta(
        lines=(
            " · ".join(filter(None, (settings.get(session, settings.COMPANY), one.place, one.customer))),
            f"装修许可证 {one.permit_no or ''}  {state}{':' + one.stop_reason if one.stop_reason else ''}",
            f"施工单位 {one.org}  负责人 {_person(one.foreman, one.foreman_phone)}",
            f"打印 {clock.local(clock.now()):%Y-%m-%d %H:%M}  {maker}",
        ),
        unit="张",
        signatures=("收缴人", "施工负责人", "安保主管"),
        note="收回后逐张打勾、由交回人签字;没有收回的写明原因,交安保主管追收。",
    )
    return render_report(LIST_TITLE, meta, groups or [ReportGroup("没有在外的证件", [])], columns)


def _person(name: str, phone: str) -> str:
    return " ".join(filter(None, (name, privacy.phone(phone))))


def _qualification(one: Renovation) -> str:
    until = f"有效期至 {one.qual_until:%Y-%m-%d}" if one.qual_until else ""
    return " ".join(filter(None, (one.qual_no, one.qual_grade, until)))


def _period(starts: date | None, ends: date | None) -> str:
    return f"{starts:%Y-%m-%d} 至 {ends:%Y-%m-%d}" if starts and ends else ""


def _size(one: Renovation) -> str:
    area = f"{area_text(one.area)} ㎡" if one.area else ""
    return " / ".join(filter(None, (area, f"{money.text(one.cost)} 元" if one.cost else "")))


def _work(work: RenovationWork) -> dict[str, str]:
    touched = [choice.label for choice in terms.TOUCHES if getattr(work, choice.key)]
    return {
        "part": work.part, "content": work.content, "material": work.material, "fire_class": work.fire_class,
        "touches": "、".join(touched),
    }  # fmt: skip


def _self_check(one: Renovation) -> list[dict[str, str]]:
    said = {answer.matter: YES if answer.yes else NO for answer in one.answers if answer.yes is not None}
    return [{"text": matter.label, "answer": said.get(matter.key, "")} for matter in terms.MATTERS]


def _permissions(one: Renovation) -> str:
    label = {matter.key: matter.label for matter in terms.MATTERS}
    said = [f"{label[p.matter]}:{p.paper_no} {p.paper_day:%Y-%m-%d}" for p in one.kept_permissions[:FEW]]
    return ";".join(said) or "无"


def _papers(one: Renovation, config: settings.Settings) -> list[dict[str, str]]:
    handed = {paper.item for paper in one.papers if paper.handed}
    needed = checklist.required(rules.facts(case_of(one), config))
    return [{"text": item.label, "answer": HANDED if item.key in handed else ""} for item in needed]


def _trials(one: Renovation, config: settings.Settings) -> str:
    said = [_trial(trial) for trial in one.trials]
    if said:
        return ";".join(said)
    return "待做" if rules.trials_needed(case_of(one), config) else "不动水,免做"


def _trial(trial: RenovationTrial) -> str:
    name = label_of(terms.TRIAL_KINDS, trial.kind)
    if trial.exempt:
        return f"{name} {label_of(terms.EXEMPTIONS, trial.exempt)}"
    result = label_of(terms.RESULTS, trial.result)
    return f"{name} {trial.zone} {result}{'(' + trial.signed_by + ' 已签)' if trial.signed_by else ''}"


def _works_in_short(one: Renovation) -> str:
    return ";".join(f"{work.part} {work.content}" for work in one.kept_works)


def _approved_by(session: Session, one: Renovation) -> str:
    agreed = {given.stage: given.name for given in approvals.given(session, one.uid) if given.agreed}
    return "  ".join(f"{stage.label} {agreed[stage.key]}" for stage in rules.CHAIN if stage.key in agreed)
