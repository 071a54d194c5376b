"""装修 on screen: the application's form, the checklist, and each step of application and permit."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from contextlib import suppress
from datetime import date, timedelta
from typing import TYPE_CHECKING

from desk_app.core import approvals, deposits, holidays, money, renovations
from desk_app.core.declare import Action, Choice, Field, FieldKind, Ref, Row, label_of
from desk_app.core.errors import RuleError
from desk_app.core.i18n import QT_TRANSLATE_NOOP, listed, translate
from desk_app.kit import messages, printing, refunds
from desk_app.kit.desk import Desk
from desk_app.kit.register_work import RegisterWork
from desk_app.registers.renovation_permits import (
    paper,
    permits,
    refunding,
    rules,
    service,
    terms,
    under,
    views,
)
from desk_app.registers.renovation_permits.checklist_dialog import ChecklistDialog
from desk_app.registers.renovation_permits.drafting import touched_by
from desk_app.registers.renovation_permits.register import REGISTER

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget
    from sqlalchemy.orm import Session

    from desk_app.core.attachments import Copy
    from desk_app.registers.renovation_permits.records import Renovation

MAIN = Action("apply", QT_TRANSLATE_NOOP("Renovations", "提交申请"), shortcut="Ctrl+S")
DRAFT = Action("save_draft", QT_TRANSLATE_NOOP("Renovations", "存草稿"), "save")
DECISIONS = (
    Choice("yes", QT_TRANSLATE_NOOP("Renovations", "同意")),
    Choice("no", QT_TRANSLATE_NOOP("Renovations", "不同意(驳回)")),
)
APPROVE_FIELDS = (
    Field("approver", QT_TRANSLATE_NOOP("Renovations", "审批人"), FieldKind.STAFF, required=True, suggest=views.suggest_stage),
    Field("decision", QT_TRANSLATE_NOOP("Renovations", "意见"), FieldKind.CHOICE, required=True, choices=DECISIONS, default="yes"),
    Field("note", QT_TRANSLATE_NOOP("Renovations", "说明(不同意必填)"), span=2, limit=200),
)  # fmt: skip
SIGNED = Field("signed_by", QT_TRANSLATE_NOOP("Renovations", "业主签字(谁)"))
WATER_FIELDS = (
    Field("zone", QT_TRANSLATE_NOOP("Renovations", "试验区域"), required=True),
    Field("result", QT_TRANSLATE_NOOP("Renovations", "结果"), FieldKind.CHOICE, required=True, choices=terms.RESULTS),
    Field("begun_at", QT_TRANSLATE_NOOP("Renovations", "开始"), FieldKind.TIME, required=True, placeholder="11-22 09:00"),
    Field("done_at", QT_TRANSLATE_NOOP("Renovations", "结束"), FieldKind.TIME, required=True, placeholder="11-23 09:00"),
    Field("depth", QT_TRANSLATE_NOOP("Renovations", "水深 毫米"), FieldKind.INTEGER),
    Field("downstairs", QT_TRANSLATE_NOOP("Renovations", "楼下确认人")),
    SIGNED,
    Field("note", QT_TRANSLATE_NOOP("Renovations", "备注"), limit=100),
)  # fmt: skip
PRESSURE_FIELDS = (
    Field("exempt", QT_TRANSLATE_NOOP("Renovations", "免做原因"), FieldKind.CHOICE, choices=terms.EXEMPTIONS),
    Field("zone", QT_TRANSLATE_NOOP("Renovations", "试验区域")),
    Field("medium", QT_TRANSLATE_NOOP("Renovations", "介质"), FieldKind.CHOICE, choices=terms.MEDIA, default="water"),
    Field("pressure", QT_TRANSLATE_NOOP("Renovations", "压力 MPa"), limit=12, placeholder="0.8"),
    Field("hold_minutes", QT_TRANSLATE_NOOP("Renovations", "保压 分钟"), FieldKind.INTEGER, default=30),
    Field("pressure_drop", QT_TRANSLATE_NOOP("Renovations", "压降 MPa"), limit=12, placeholder="0.02"),
    Field("result", QT_TRANSLATE_NOOP("Renovations", "结果"), FieldKind.CHOICE, choices=terms.RESULTS),
    SIGNED,
)  # fmt: skip
SIGN_FIELDS = (Field("signed_by", QT_TRANSLATE_NOOP("Renovations", "业主签字(谁)"), required=True),)
FEE_FIELDS = tuple(
    field
    for choice in terms.FEES
    for field in (
        Field(choice.key, choice.label, FieldKind.MONEY),
        Field(f"{choice.key}_receipt", QT_TRANSLATE_NOOP("Renovations", "收据号"), limit=40),
    )
)
ISSUE_FIELDS = (
    Field("starts", QT_TRANSLATE_NOOP("Renovations", "开工"), FieldKind.DATE, required=True),
    Field("ends", QT_TRANSLATE_NOOP("Renovations", "截止(含当日)"), FieldKind.DATE, required=True),
    Field("hours", QT_TRANSLATE_NOOP("Renovations", "施工时段"), FieldKind.CHOICE, required=True, choices=terms.HOURS, span=2),
)  # fmt: skip
EXTEND_FIELDS = (
    Field("new_end", QT_TRANSLATE_NOOP("Renovations", "延至(含当日)"), FieldKind.DATE, required=True),
    Field("approver", QT_TRANSLATE_NOOP("Renovations", "批准人"), FieldKind.STAFF, required=True, suggest=views.suggest_supervisor),
    Field("reason", QT_TRANSLATE_NOOP("Renovations", "延期原因"), required=True, span=2, limit=120),
)  # fmt: skip
VOID_FIELDS = (
    Field("reason", QT_TRANSLATE_NOOP("Renovations", "作废原因"), FieldKind.CHOICE, required=True, choices=terms.VOID_REASONS),
    Field("approver", QT_TRANSLATE_NOOP("Renovations", "复核人"), FieldKind.STAFF, required=True, suggest=views.suggest_supervisor),
    Field("note", QT_TRANSLATE_NOOP("Renovations", "说明"), span=2, limit=120),
)  # fmt: skip
REFUND_FIELDS = (
    Field("kind", QT_TRANSLATE_NOOP("Renovations", "退哪一笔"), FieldKind.CHOICE, required=True, choices=tuple(fee for fee in terms.FEES if fee.key in terms.DEPOSITS)),
    Field("checked_by", QT_TRANSLATE_NOOP("Renovations", "验收(复验)人")),
    Field("payee", QT_TRANSLATE_NOOP("Renovations", "领款人"), required=True),
    Field("way", QT_TRANSLATE_NOOP("Renovations", "付款方式"), FieldKind.CHOICE, required=True, choices=deposits.WAYS, default="transfer"),
    Field("receipt_back", QT_TRANSLATE_NOOP("Renovations", "原收据已收回"), FieldKind.CHECK, default=True),
    Field("deduction", QT_TRANSLATE_NOOP("Renovations", "扣款 元(没有留空)"), FieldKind.MONEY),
    Field("why", QT_TRANSLATE_NOOP("Renovations", "扣款原因和依据"), limit=120),
    Field("told", QT_TRANSLATE_NOOP("Renovations", "扣款通知(何时、怎样通知)"), limit=120),
    Field("paid_by", QT_TRANSLATE_NOOP("Renovations", "付款人"), FieldKind.STAFF, required=True, suggest=views.suggest_cashier),
    Field("approver", QT_TRANSLATE_NOOP("Renovations", "审批人(经理)"), FieldKind.STAFF, required=True, suggest=views.suggest_manager),
    Field("note", QT_TRANSLATE_NOOP("Renovations", "说明"), span=2, limit=120),
)  # fmt: skip
REFUNDS = refunds.Verbs(
    refunding.open_deposits, refunding.label, refunding.void_refund, refunding.note_refunded, refunding.print_refund
)  # fmt: skip


class Panel:
    """The renovations' panel."""

    def __init__(self, desk: Desk, parent: QWidget) -> None:
        self._desk = desk
        self.work = RegisterWork(
            desk,
            REGISTER,
            parent,
            title=QT_TRANSLATE_NOOP("Renovations", "装修申请"),
            main=MAIN,
            save=service.save_and_submit,
            saved_text=QT_TRANSLATE_NOOP("Renovations", "已提交"),
            saved=self._after_apply,
            buttons=(DRAFT,),
            handlers={
                "save_draft": lambda _row: self.work.save_as(
                    service.save, QT_TRANSLATE_NOOP("Renovations", "草稿已存"), complete=False
                ),
                "edit": lambda row: self._take_up(str(row["uid"])),
                "submit": lambda row: self._take_up(str(row["uid"])),
                **self._application_handlers(),
                **self._permit_handlers(),
            },
        )  # fmt: skip
        self.work.add_handlers(refunds.handlers(self.work, REFUNDS))
        for key in ("starts", "ends", "works", "relation", "by_agent"):
            self.work.widget.form.boxes[key].edited.connect(self._hint)
        self.work.widget.form.boxes["room"].filled.connect(lambda _fills: self._hint())

    def _application_handlers(self) -> dict[str, Callable[[Row], object]]:
        return {
            "check_papers": self._check_papers,
            "look_papers": self._check_papers,
            "accept": lambda row: self.work.act(
                lambda s: service.accept(s, str(row["uid"])), translate("Renovations", "已受理,开始计时")
            ),
            "approve": self._approve,
            "send_back": lambda row: self.work.ask_and_act(
                row, lambda s, why: service.send_back(s, str(row["uid"]), reason=why),
                translate("Renovations", "退补什么(计时暂停)"), translate("Renovations", "已退补,暂停计时"),
            ),
            "take_again": lambda row: self.work.act(
                lambda s: service.take_again(s, str(row["uid"])), translate("Renovations", "已补齐,继续计时")
            ),
            "resubmit": lambda row: self.work.act(
                lambda s: service.resubmit(s, str(row["uid"])), translate("Renovations", "已重新提交")
            ),
            "water": lambda row: self._trial(row, "water", WATER_FIELDS),
            "pressure": lambda row: self._trial(row, "pressure", PRESSURE_FIELDS),
            "sign_trials": self._sign_trials,
            "note_fees": self._fees,
            "withdraw": lambda row: self.work.ask_and_act(
                row, lambda s, why: service.withdraw(s, str(row["uid"]), reason=why),
                translate("Renovations", "撤销申请"), translate("Renovations", "已撤销"),
            ),
            "print": lambda row: self._print_application(str(row["uid"])),
        }  # fmt: skip

    def _permit_handlers(self) -> dict[str, Callable[[Row], object]]:
        return {
            "issue": self._issue,
            "extend": self._extend,
            "suspend": lambda row: self._stop(row, permits.suspend, translate("Renovations", "吊扣许可证"), translate("Renovations", "已吊扣")),
            "lift": lambda row: self.work.ask_and_act(
                row, lambda s, why: permits.lift(s, str(row["uid"]), reason=why),
                translate("Renovations", "恢复施工:整改结果"), translate("Renovations", "已恢复施工"),
            ),
            "finish": self._finish,
            "cancel": lambda row: self._stop(row, permits.cancel, translate("Renovations", "注销许可证"), translate("Renovations", "已注销")),
            "void": self._void,
            "refund": self._refund,
            **dict.fromkeys(("collect", "collect_now"), lambda row: self._show_list(str(row["uid"]))),
            "print_permit": lambda row: self._print_permit(str(row["uid"])),
            "entry_pass": lambda row: self._follow(row, "entry_passes", under.pass_values),
            "hot_work": lambda row: self._follow(row, "hot_work_permits", under.hot_work_values),
        }  # fmt: skip

    def print_current(self) -> None:
        """Print the chosen permit, or its application while there is none (Ctrl+P)."""
        row = self.work.widget.table.current_row()
        if row is not None and row["permit_no"]:
            self._print_permit(str(row["uid"]))
        elif row is not None:
            self._print_application(str(row["uid"]))

    def show_record(self, uid: str) -> None:
        """Show one application; a draft goes straight into the form."""
        self.work.show_record(uid)
        row = self.work.widget.table.current_row()
        if row is not None and row["uid"] == uid and row["state"] == "draft":
            self._take_up(uid)

    def _take_up(self, uid: str) -> None:
        self.work.content.take_up(uid, translate("Renovations", "继续办理这份申请"))

    def _after_apply(self, one: Renovation) -> None:
        """Go on with the papers: they are on the table when the form is."""
        if one.state == "checking":
            self._open_checklist(one.uid, one.shown_no, may_accept=True)

    def _check_papers(self, row: Row) -> None:
        self._open_checklist(str(row["uid"]), str(row["no"]), may_accept=row["state"] == "checking")

    def _open_checklist(self, uid: str, no: str, *, may_accept: bool) -> None:
        with self._desk.read() as session:
            lines = views.paper_lines(session, uid)
            files = service.files_of(session, uid, self._desk.archive)

        def save(values: list[dict[str, object]], accept: bool) -> None:
            with self._desk.write() as session:
                service.check_papers(session, uid, values, self._desk.archive)
                if accept:
                    service.accept(session, uid)
            said = (
                translate("Renovations", "{no} 资料齐全,已受理")
                if accept
                else translate("Renovations", "{no} 资料已登记")
            )
            self._desk.notice(said.format(no=no))

        dialog = ChecklistDialog(
            self.work.widget, self._desk, uid=uid, title=translate("Renovations", "资料核对 {no}").format(no=no),
            lines=lines, files=files, save=save, may_accept=may_accept,
        )  # fmt: skip
        dialog.exec()
        dialog.deleteLater()

    def _approve(self, row: Row) -> None:
        uid = str(row["uid"])
        with self._desk.read() as session:
            stage = approvals.waiting(session, uid, rules.CHAIN)
        if stage is None:
            return

        def save(values: Mapping[str, object], _reasons: Mapping[str, str]) -> None:
            with self._desk.write() as session:
                one = service.approve(
                    session, uid, staff_id=_id(values["approver"]), note=str(values.get("note") or ""),
                    agreed=values["decision"] == "yes",
                )  # fmt: skip
                state = translate("Renovations", rules.STATE_LABELS[one.state])
            self._desk.notice(
                translate("Renovations", "{no} 审批已登记:{state}").format(no=row["no"], state=state)
            )

        title = translate("Renovations", "{stage} {no}").format(
            stage=translate("Renovations", stage.label), no=row["no"]
        )
        self.work.ask(row, title, APPROVE_FIELDS, save, around={"stage": stage.key})

    def _trial(self, row: Row, kind: str, fields: tuple[Field, ...]) -> None:
        def save(values: Mapping[str, object], _reasons: Mapping[str, str]) -> None:
            with self._desk.write() as session:
                service.note_trial(session, str(row["uid"]), {**values, "kind": kind})
            self._desk.notice(translate("Renovations", "{no} 试验已登记").format(no=row["no"]))

        title = translate("Renovations", label_of(terms.TRIAL_KINDS, kind))
        self.work.ask(row, title, fields, save)

    def _sign_trials(self, row: Row) -> None:
        def save(values: Mapping[str, object], _reasons: Mapping[str, str]) -> None:
            with self._desk.write() as session:
                service.sign_trials(session, str(row["uid"]), signed_by=str(values["signed_by"]))
            self._desk.notice(translate("Renovations", "{no} 业主已签字确认").format(no=row["no"]))

        self.work.ask(row, translate("Renovations", "业主签字确认试验"), SIGN_FIELDS, save)

    def _fees(self, row: Row) -> None:
        uid = str(row["uid"])

        def save(values: Mapping[str, object], reasons: Mapping[str, str]) -> None:
            with self._desk.write() as session:
                service.note_fees(session, uid, values, reasons)
            self._desk.notice(translate("Renovations", "{no} 费用已登记").format(no=row["no"]))

        with self._desk.read() as session:
            known = views.fee_values(session, uid)
        title = translate("Renovations", "费用与收据 {no}").format(no=row["no"])
        self.work.ask(row, title, FEE_FIELDS, save, values=known)

    def _issue(self, row: Row) -> None:
        uid = str(row["uid"])
        render = printing.renderer(self._desk, paper.PERMIT)

        def save(values: Mapping[str, object], _reasons: Mapping[str, str]) -> None:
            with self._desk.write() as session:
                one = permits.issue(
                    session, uid, self._desk.archive, render, starts=_day(values["starts"]), ends=_day(values["ends"]),
                    hours=str(values["hours"]),
                )  # fmt: skip
            self._desk.notice(translate("Renovations", "{no} 已发证").format(no=one.permit_no))

        known = {key: row[key] for key in ("starts", "ends", "hours")}
        if self.work.ask(row, translate("Renovations", "发许可证"), ISSUE_FIELDS, save, values=known):
            self._print_permit(uid)

    def _extend(self, row: Row) -> None:
        uid = str(row["uid"])
        render = printing.renderer(self._desk, paper.PERMIT)

        def save(values: Mapping[str, object], _reasons: Mapping[str, str]) -> None:
            with self._desk.write() as session:
                permits.extend(
                    session, uid, self._desk.archive, render, new_end=_day(values["new_end"]),
                    reason=str(values["reason"]), approver_id=_id(values["approver"]),
                )  # fmt: skip
            self._desk.notice(translate("Renovations", "{no} 已延期").format(no=row["permit_no"]))

        ends = row["ends"]
        known = {"new_end": ends + timedelta(30)} if isinstance(ends, date) else {}
        if self.work.ask(
            row, translate("Renovations", "延期(另起一行记录)"), EXTEND_FIELDS, save, values=known
        ):
            self._print_permit(uid)

    def _stop(self, row: Row, verb: Callable[..., object], title: str, said: str) -> None:
        """Suspend or cancel with a reason, then print what is to be collected."""
        reason = messages.ask_reason(self.work.widget, title, self.work.describe(row), desk=self._desk)
        uid = str(row["uid"])
        if reason is not None and self.work.act(lambda s: verb(s, uid, reason=reason), said):
            self._collect_if_any(uid)

    def _finish(self, row: Row) -> None:
        uid = str(row["uid"])
        question = translate("Renovations", "装修已竣工?许可证随即失效。")
        if messages.confirm(self.work.widget, question, self.work.describe(row)) and self.work.act(
            lambda s: permits.finish(s, uid), translate("Renovations", "已竣工")
        ):
            self._collect_if_any(uid)

    def _refund(self, row: Row) -> None:
        uid, render = str(row["uid"]), printing.renderer(self._desk, deposits.FORM)
        with self._desk.read() as session:
            held = refunding.open_deposits(session, uid)
        if not held:
            words = translate("Renovations", "这份装修没有还没退的押金。")
            messages.tell(self.work.widget, translate("Renovations", "不用退押金"), words)
            return

        def save(values: Mapping[str, object], _reasons: Mapping[str, str]) -> None:
            kind, said = str(values["kind"]), deposits.asked_from(values)
            with self._desk.write() as session:
                done = refunding.refund(session, uid, kind, said, self._desk.archive, render)
            told = translate("Renovations", "{no} 已退押金 {paid} 元")
            self._desk.notice(told.format(no=done.no, paid=money.text(done.paid)))

        sums = listed(f"{one.label} {money.text(one.amount)}" for one in held)
        title = translate("Renovations", "退押金:{sums}").format(sums=sums)
        me = self._desk.actor
        known = {"kind": held[0].kind, **({"paid_by": Ref(me.staff_id, me.name)} if me else {})}
        if self.work.ask(row, title, REFUND_FIELDS, save, values=known):
            refunds.show(self.work, REFUNDS, uid)

    def _void(self, row: Row) -> None:
        uid = str(row["uid"])

        def save(values: Mapping[str, object], _reasons: Mapping[str, str]) -> None:
            with self._desk.write() as session:
                permits.void(
                    session, uid, reason=str(values["reason"]), approver_id=_id(values["approver"]),
                    note=str(values.get("note") or ""),
                )  # fmt: skip
            self._desk.notice(translate("Renovations", "{no} 已作废").format(no=row["permit_no"]))

        title = translate("Renovations", "作废 {no}").format(no=row["permit_no"])
        if self.work.ask(row, title, VOID_FIELDS, save):
            self._collect_if_any(uid)

    def _collect_if_any(self, uid: str) -> None:
        with self._desk.read() as session:
            permit = renovations.of_record(session, uid)
            out = under.to_collect(session, permit.uid) if permit else []
        if out:
            self._show_list(uid)

    def _follow(self, row: Row, register: str, known: Callable[[Session, str], dict[str, object]]) -> None:
        """Open another register's form with what the permit says; its save links both."""
        uid = str(row["uid"])
        with self._desk.read() as session:
            values = known(session, uid)
        self._desk.follow_requested.emit(register, values, uid)

    def _show_list(self, uid: str) -> None:
        """Show the list of what is to be collected, ready to print."""
        with self._desk.read() as session:
            permit = renovations.of_record(session, uid)
            out = under.to_collect(session, permit.uid) if permit else []
            maker = self._desk.actor.name if self._desk.actor else ""
            pdf = paper.collect_list(session, service.find(session, uid), out, maker)
        title = translate("Renovations", "收缴清单")
        printing.show_list(self._desk, self.work.widget, pdf, title, entity="renovation_permits", uid=uid)

    def _print_application(self, uid: str) -> None:
        render = printing.renderer(self._desk, paper.APPLICATION)
        self._print(lambda session: service.print_application(session, uid, self._desk.archive, render))

    def _print_permit(self, uid: str) -> None:
        self._print(lambda session: permits.print_permit(session, uid, self._desk.archive))

    def _print(self, verb: Callable[[Session], Copy]) -> None:
        printing.show_copy(self._desk, self.work.widget, verb)

    def _hint(self) -> None:
        """Say what the answers ask for, and planned days that are no working days."""
        form = self.work.widget.form
        known = form.known()
        hints = [
            translate("Renovations", "须业主书面同意书") if known.get("relation") == "tenant" else "",
            translate("Renovations", "须附委托书") if known.get("by_agent") else "",
            translate("Renovations", "动水:须闭水、打压") if _touches_water(known.get("works")) else "",
        ]
        days = [day for key in ("starts", "ends") if isinstance(day := known.get(key), date)]
        with self._desk.read() as session:
            hints.append(holidays.remark(session, *days))
        form.set_hint(" · ".join(filter(None, hints)))


def _touches_water(works: object) -> bool:
    if not isinstance(works, list):
        return False
    with suppress(RuleError):
        return any("water" in touched_by(str(line.get("touches") or "")) for line in works)
    return False


def _day(value: object) -> date | None:
    return value if isinstance(value, date) else None


def _id(value: object) -> int | None:
    return value.id if isinstance(value, Ref) else None
