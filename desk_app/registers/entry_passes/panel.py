"""出入证 on screen: one form for both kinds, and each step by itself from the list."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from typing import TYPE_CHECKING

from desk_app.core import clock, deposits, money
from desk_app.core.declare import Action, Field, Ref, Row
from desk_app.core.i18n import QT_TRANSLATE_NOOP, translate
from desk_app.kit import messages, printing, refunds
from desk_app.kit.desk import Desk
from desk_app.kit.register_work import RegisterWork
from desk_app.registers.entry_passes import asked, holding, paper, photos, refunding, service, views
from desk_app.registers.entry_passes.register import REGISTER

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget
    from sqlalchemy.orm import Session

    from desk_app.registers.entry_passes.records import EntryPass

MAIN = Action("save_now", QT_TRANSLATE_NOOP("EntryPasses", "发证并打印"), shortcut="Ctrl+S")
SUBMIT = QT_TRANSLATE_NOOP("EntryPasses", "提交审批")
DRAFT = Action("save_draft", QT_TRANSLATE_NOOP("EntryPasses", "存草稿"), "save")
SHEET = Action("sheet", QT_TRANSLATE_NOOP("EntryPasses", "卡片排版"), "id-card")
ONLY_LONG = ("sex", "guarantor")
REFUNDS = refunds.Verbs(
    refunding.open_deposits, refunding.label, refunding.void_refund, refunding.note_refunded, refunding.print_refund
)  # fmt: skip


class Panel:
    """The entry passes' panel."""

    def __init__(self, desk: Desk, parent: QWidget) -> None:
        self._desk = desk
        self.work = RegisterWork(
            desk,
            REGISTER,
            parent,
            title=QT_TRANSLATE_NOOP("EntryPasses", "办出入证"),
            main=MAIN,
            save=self._save,
            saved_text=QT_TRANSLATE_NOOP("EntryPasses", "已办理"),
            saved=self._after_save,
            buttons=(DRAFT,),
            extra=(SHEET,),
            handlers={
                "save_draft": lambda _row: self._save_draft(),
                "sheet": lambda _row: self._sheet(),
                "approve": self._approve,
                "reject": self._reject,
                "pay": self._pay,
                "issue": self._issue,
                "edit": lambda row: self._take_up(str(row["uid"])),
                "withdraw": self._withdraw,
                "discard": lambda row: self.work.ask_and_act(
                    row, lambda s, why: service.discard(s, str(row["uid"]), reason=why),
                    translate("EntryPasses", "放弃申请"), translate("EntryPasses", "已放弃"),
                ),
                "extend": self._extend,
                "give_back": self._give_back,
                "report_lost": self._report_lost,
                "replace": self._replace,
                "confiscate": self._confiscate,
                "void": self._void,
                "refund": self._refund,
                "copy": self._copy,
                "spot_check": lambda row: self.work.act(
                    lambda s: service.spot_check(s, str(row["uid"])), translate("EntryPasses", "已抽查")
                ),
                "print": lambda row: self._print(row, paper.A6),
                "print_card": lambda row: self._print(row, paper.CARD),
            },
        )  # fmt: skip
        self.work.add_handlers(refunds.handlers(self.work, REFUNDS))
        form = self.work.widget.form
        for key in ("kind", "permit_no"):
            form.boxes[key].edited.connect(self._on_kind)
            form.boxes[key].filled.connect(lambda _fills: self._on_kind())
        form.draft_changed.connect(lambda _raw: self._on_kind())
        self._on_kind()

    def show_record(self, uid: str) -> None:
        """Show one pass; an application that is a draft goes straight into the form."""
        self.work.show_record(uid)
        row = self.work.widget.table.current_row()
        if row is not None and row["uid"] == uid and row["state"] == "draft":
            self._take_up(uid)

    def _renders(self) -> service.Renders:
        return {form: printing.renderer(self._desk, form) for form in paper.FORMS}

    def _save(self, session: Session, values: Mapping[str, object], reasons: Mapping[str, str]) -> EntryPass:
        archive = self._desk.archive
        if values.get("kind") == "temporary":
            return service.issue_temporary(session, values, archive, self._renders(), reasons)
        return service.apply(session, values, archive, reasons)

    def _after_save(self, one: EntryPass) -> None:
        if one.no is not None:
            self._print_first(one.uid, one.kind)

    def _save_draft(self) -> None:
        archive = self._desk.archive
        self.work.save_as(
            lambda session, values, reasons: service.save(session, values, archive, reasons),
            QT_TRANSLATE_NOOP("EntryPasses", "草稿已存"),
            complete=False,
        )

    def _take_up(self, uid: str) -> None:
        with self._desk.read() as session:
            said, path = views.taken_up(session, uid), photos.path(session, self._desk.archive, uid)
        self.work.content.take_up(
            uid,
            said or translate("EntryPasses", "继续办理这份申请"),
            values={"photo": [path] if path else []},
        )
        self._on_kind()

    def _withdraw(self, row: Row) -> None:
        uid = str(row["uid"])
        if self.work.act(lambda s: service.withdraw(s, uid), translate("EntryPasses", "已撤回,可以修改")):
            self._take_up(uid)

    def _approve(self, row: Row) -> None:
        with self._desk.read() as session:
            agreed = views.approval_text(session, str(row["uid"]))
        title = translate("EntryPasses", "审批 {name}({agreed})").format(name=row["name"], agreed=agreed)
        said = translate("EntryPasses", "{no} 已批准")
        self._decide(row, title, asked.APPROVE, said, agreed=True)

    def _reject(self, row: Row) -> None:
        title = translate("EntryPasses", "驳回 {name}").format(name=row["name"])
        said = translate("EntryPasses", "{no} 已驳回,可修改后再提交")
        self._decide(row, title, asked.REJECT, said, agreed=False)

    def _decide(self, row: Row, title: str, fields: tuple[Field, ...], said: str, *, agreed: bool) -> None:
        def save(values: Mapping[str, object], _reasons: Mapping[str, str]) -> None:
            with self._desk.write() as session:
                service.approve(
                    session, str(row["uid"]), _id(values["approver"]), agreed=agreed,
                    note=str(values.get("note") or ""),
                )  # fmt: skip
            self._desk.notice(said.format(no=row["no"]))

        self.work.ask(row, title, fields, save)

    def _pay(self, row: Row) -> None:
        uid = str(row["uid"])
        issued: list[EntryPass] = []
        with self._desk.read() as session:
            title = views.fee_text(session, uid)

        def save(values: Mapping[str, object], _reasons: Mapping[str, str]) -> None:
            issued.clear()
            with self._desk.write() as session:
                service.pay(
                    session,
                    uid,
                    receipt=str(values.get("receipt") or ""),
                    taken_by=_id(values.get("taken_by")),
                )
                if values.get("issue_now"):
                    issued.append(service.issue(session, uid, self._desk.archive, self._renders()))
            said = (
                translate("EntryPasses", "{no} 已发证") if issued else translate("EntryPasses", "{no} 已收费")
            )
            self._desk.notice(said.format(no=issued[0].no if issued else row["no"]))

        if self.work.ask(row, title, asked.PAY, save, values=self._cashier()) and issued:
            self._print_first(uid, issued[0].kind)

    def _cashier(self) -> dict[str, object]:
        """Return who takes the money unless somebody else is named: who is on duty."""
        me = self._desk.actor
        return {"taken_by": Ref(me.staff_id, me.name)} if me else {}

    def _issue(self, row: Row) -> None:
        made: list[EntryPass] = []
        uid, archive = str(row["uid"]), self._desk.archive

        def said() -> str:
            return translate("EntryPasses", "{no} 已发证").format(no=made[0].no)

        if self.work.act(lambda s: made.append(service.issue(s, uid, archive, self._renders())), said):
            self._print_first(uid, made[0].kind)

    def _extend(self, row: Row) -> None:
        uid = str(row["uid"])
        with self._desk.read() as session:
            most = views.latest_end(session, uid)

        def save(values: Mapping[str, object], _reasons: Mapping[str, str]) -> None:
            with self._desk.write() as session:
                done = holding.extend(
                    session, uid, self._desk.archive, self._renders(), new_end=_day(values["new_end"]),
                    approver_id=_id(values["approver"]), receipt=str(values.get("receipt") or ""),
                    taken_by=_id(values.get("taken_by")),
                )  # fmt: skip
            said = translate("EntryPasses", "{no} 已延期至 {day}")
            self._desk.notice(said.format(no=row["no"], day=done.ends))

        title = translate("EntryPasses", "延期 {no},最晚至 {day}")
        title = title.format(no=row["no"], day=most)
        if self.work.ask(row, title, asked.EXTEND, save, values={"new_end": most, **self._cashier()}):
            self._print_first(uid, str(row["kind"]))

    def _give_back(self, row: Row) -> None:
        title = translate("EntryPasses", "退证 {no} {name}").format(no=row["no"], name=row["name"])
        self._end(
            row, title, asked.GIVE_BACK, translate("EntryPasses", "{no} 已退证"),
            lambda session, values: holding.give_back(
                session, str(row["uid"]), condition=str(values["condition"]), on=_day(values["on"]),
                by=str(values.get("by") or ""), note=str(values.get("note") or ""),
            ),
        )  # fmt: skip

    def _report_lost(self, row: Row) -> None:
        title = translate("EntryPasses", "挂失 {no} {name}").format(no=row["no"], name=row["name"])
        done = self._end(
            row, title, asked.LOST, translate("EntryPasses", "{no} 已挂失"),
            lambda session, values: holding.report_lost(
                session, str(row["uid"]), note=str(values["note"]), on=_day(values["on"])
            ),
        )  # fmt: skip
        question = translate("EntryPasses", "现在补证吗?")
        if done and messages.confirm(self.work.widget, question, self.work.describe(row)):
            self._replace(row)

    def _replace(self, row: Row) -> None:
        made: list[EntryPass] = []
        uid, archive = str(row["uid"]), self._desk.archive
        said = translate("EntryPasses", "已开补证申请")
        if not self.work.act(lambda s: made.append(holding.replace(s, uid, archive)), said):
            return
        fresh = made[0]
        self._desk.open_requested.emit(REGISTER.key, fresh.uid)
        with self._desk.read() as session:
            rows = views.rows(session, [fresh.id])
        if fresh.state == "awaiting_fee":
            self._pay(rows[0])
        elif fresh.state == "paid":
            self._issue(rows[0])

    def _confiscate(self, row: Row) -> None:
        title = translate("EntryPasses", "没收 {no} {name}").format(no=row["no"], name=row["name"])
        done = self._end(
            row, title, asked.CONFISCATE, translate("EntryPasses", "{no} 已没收"),
            lambda session, values: holding.confiscate(
                session, str(row["uid"]), kind=str(values["kind"]), note=str(values["note"]), on=_day(values["on"])
            ),
        )  # fmt: skip
        if done and row["deposit"]:
            words = translate("EntryPasses", "扣款须经经理审批、写明原因并通知持证人;没有审批的照常退还。")
            messages.tell(self.work.widget, translate("EntryPasses", "押金不自动没收"), words)

    def _void(self, row: Row) -> None:
        title = translate("EntryPasses", "作废 {no}").format(no=row["no"])
        done = self._end(
            row, title, asked.VOID, translate("EntryPasses", "{no} 已作废"),
            lambda session, values: service.void(
                session, str(row["uid"]), reason=str(values["reason"]), approver_id=_id(values["approver"]),
                note=str(values.get("note") or ""), card_back=bool(values.get("card_back")),
            ),
        )  # fmt: skip
        question = translate("EntryPasses", "要复制重办一张吗?")
        if done and messages.confirm(self.work.widget, question, self.work.describe(row)):
            self._copy(row)

    def _refund(self, row: Row) -> None:
        uid, render = str(row["uid"]), printing.renderer(self._desk, deposits.FORM)
        with self._desk.read() as session:
            payee = service.find(session, uid).name

        def save(values: Mapping[str, object], _reasons: Mapping[str, str]) -> None:
            with self._desk.write() as session:
                said = deposits.asked_from(values)
                done = refunding.refund(session, uid, said, self._desk.archive, render)
            said_ = translate("EntryPasses", "{no} 已退押金 {paid} 元")
            self._desk.notice(said_.format(no=done.no, paid=money.text(done.paid)))

        title = translate("EntryPasses", "退押金 {no} {amount} 元")
        title = title.format(no=row["no"], amount=money.text(int(str(row["deposit"] or 0))))
        me = self._desk.actor
        known = {"payee": payee, **({"paid_by": Ref(me.staff_id, me.name)} if me else {})}
        if self.work.ask(row, title, asked.REFUND, save, values=known):
            refunds.show(self.work, REFUNDS, uid)

    def _end(
        self,
        row: Row,
        title: str,
        fields: tuple[Field, ...],
        said: str,
        verb: Callable[[Session, Mapping[str, object]], object],
    ) -> bool:
        """Ask what ends a pass and do it; True when it is done."""

        def save(values: Mapping[str, object], _reasons: Mapping[str, str]) -> None:
            with self._desk.write() as session:
                verb(session, values)
            self._desk.notice(said.format(no=row["no"]))

        return self.work.ask(row, title, fields, save, values={"on": clock.today()})

    def _copy(self, row: Row) -> None:
        made: list[EntryPass] = []
        uid = str(row["uid"])
        said = translate("EntryPasses", "已复制为申请")
        if self.work.act(lambda s: made.append(service.copy_as_new(s, uid)), said):
            self._take_up(made[-1].uid)

    def _sheet(self) -> None:
        from desk_app.registers.entry_passes.cards_dialog import CardsDialog

        dialog = CardsDialog(self.work.widget, self._desk)
        dialog.exec()
        dialog.deleteLater()

    def _print_first(self, uid: str, kind: str) -> None:
        with self._desk.read() as session:
            forms = paper.CARD if views.prints_cards(session) else paper.A6
        self._print_uid(uid, forms[kind])

    def _print(self, row: Row, forms: Mapping[str, str]) -> None:
        self._print_uid(str(row["uid"]), forms[str(row["kind"])])

    def _print_uid(self, uid: str, form: str) -> None:
        printing.show_copy(
            self._desk,
            self.work.widget,
            lambda session: service.reprint(session, uid, self._desk.archive, form),
        )

    def _on_kind(self) -> None:
        """Fit the form to the kind of pass, and say until when it would be valid."""
        form = self.work.widget.form
        known = form.known()
        long = known.get("kind") == "long"
        for key in ONLY_LONG:
            form.show_field(key, long)
        main = translate("EntryPasses", SUBMIT if long else MAIN.label)
        form.set_title(translate("EntryPasses", "办出入证"), f"{main}  {MAIN.shortcut}")
        with self._desk.read() as session:
            form.set_hint(views.limit_hint(session, known))


def _id(value: object) -> int | None:
    return value.id if isinstance(value, Ref) else None


def _day(value: object) -> date | None:
    return value if isinstance(value, date) else None
