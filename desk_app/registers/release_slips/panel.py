"""放行条 on screen: one form that goes through every step, and each step by itself from the list."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import TYPE_CHECKING

from desk_app.core import holidays
from desk_app.core.declare import Action, Field, FieldKind, Ref, Row
from desk_app.core.i18n import QT_TRANSLATE_NOOP, translate
from desk_app.kit import messages, printing
from desk_app.kit.desk import Desk
from desk_app.kit.register_work import RegisterWork
from desk_app.registers.release_slips import paper, service, terms, views
from desk_app.registers.release_slips.register import REGISTER

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget
    from sqlalchemy.orm import Session

    from desk_app.registers.release_slips.records import ReleaseSlip

MAIN = Action("issue_now", QT_TRANSLATE_NOOP("ReleaseSlips", "开具并打印"), shortcut="Ctrl+S")
PLANNED = ("plan_from", "plan_to", "return_due")
DRAFT = Action("save_draft", QT_TRANSLATE_NOOP("ReleaseSlips", "存草稿"), "save")
CONSENT_FIELDS = (
    Field(
        "consent_how",
        QT_TRANSLATE_NOOP("ReleaseSlips", "认可方式"),
        FieldKind.CHOICE,
        required=True,
        choices=terms.CONSENTS,
    ),
    Field(
        "consent_phone",
        QT_TRANSLATE_NOOP("ReleaseSlips", "所拨的档案号码"),
        limit=30,
        suggest=views.suggest_consent_phone,
    ),
    Field("consent_by", QT_TRANSLATE_NOOP("ReleaseSlips", "认可人"), required=True),
    Field("consent_note", QT_TRANSLATE_NOOP("ReleaseSlips", "凭据(授权书、传真存放处)"), limit=120),
)
LEAD_FIELDS = (
    Field(
        "lead",
        QT_TRANSLATE_NOOP("ReleaseSlips", "当班负责人"),
        FieldKind.STAFF,
        required=True,
        suggest=views.suggest_lead,
    ),
    Field("lead_note", QT_TRANSLATE_NOOP("ReleaseSlips", "夜班一人值守原因"), limit=120),
)
VOID_FIELDS = (
    Field(
        "reason",
        QT_TRANSLATE_NOOP("ReleaseSlips", "作废原因"),
        FieldKind.CHOICE,
        required=True,
        choices=terms.VOID_REASONS,
    ),
    Field(
        "approver",
        QT_TRANSLATE_NOOP("ReleaseSlips", "复核人"),
        FieldKind.STAFF,
        required=True,
        suggest=views.suggest_lead,
    ),
    Field("note", QT_TRANSLATE_NOOP("ReleaseSlips", "说明"), span=2, limit=120),
    Field("copies_back", QT_TRANSLATE_NOOP("ReleaseSlips", "三联都已收回"), FieldKind.CHECK, default=True),
)
REFUSE_FIELDS = (
    Field("guard", QT_TRANSLATE_NOOP("ReleaseSlips", "拒放的门岗"), required=True),
    Field("gate", QT_TRANSLATE_NOOP("ReleaseSlips", "哪个门岗"), limit=40),
    Field("note", QT_TRANSLATE_NOOP("ReleaseSlips", "哪里不符"), required=True, span=2, limit=120),
)


class Panel:
    """The release slips' panel."""

    def __init__(self, desk: Desk, parent: QWidget) -> None:
        self._desk = desk
        self.work = RegisterWork(
            desk,
            REGISTER,
            parent,
            title=QT_TRANSLATE_NOOP("ReleaseSlips", "开放行条"),
            main=MAIN,
            save=self._issue_now,
            saved_text=QT_TRANSLATE_NOOP("ReleaseSlips", "已开具"),
            saved=self._after_issue,
            buttons=(DRAFT,),
            handlers={
                "save_draft": lambda _row: self._save_draft(),
                "submit": lambda row: self.work.act(
                    lambda s: service.submit(s, str(row["uid"])), translate("ReleaseSlips", "已提交")
                ),
                "consent": self._consent,
                "issue": self._sign_and_issue,
                "edit": lambda row: self._take_up(str(row["uid"])),
                "withdraw": self._withdraw,
                "discard": lambda row: self.work.ask_and_act(
                    row, lambda s, why: service.discard(s, str(row["uid"]), reason=why),
                    translate("ReleaseSlips", "放弃草稿"), translate("ReleaseSlips", "已放弃"),
                ),
                "print": self._print,
                "refuse_at_gate": self._refuse,
                "void": self._void,
                "copy": self._copy,
                "unused": lambda row: self.work.ask_and_act(
                    row, lambda s, why: service.note_unused(s, str(row["uid"]), note=why),
                    translate("ReleaseSlips", "过期未使用:联系结果"), translate("ReleaseSlips", "已登记未使用"),
                ),
            },
        )  # fmt: skip
        for key in ("room", "kind", "standing", *PLANNED):
            self.work.widget.form.boxes[key].edited.connect(self._hint)
            self.work.widget.form.boxes[key].filled.connect(lambda _fills: self._hint())

    def show_record(self, uid: str) -> None:
        """Show one slip; a draft goes straight into the form."""
        self.work.show_record(uid)
        row = self.work.widget.table.current_row()
        if row is not None and row["uid"] == uid and row["state"] == "draft":
            self._take_up(uid)

    def _issue_now(
        self, session: Session, values: Mapping[str, object], reasons: Mapping[str, str]
    ) -> ReleaseSlip:
        return service.prepare_and_issue(
            session, values, self._desk.archive, printing.renderer(self._desk, paper.FORM), reasons
        )

    def _after_issue(self, slip: ReleaseSlip) -> None:
        if slip.no is not None:
            self._print_uid(slip.uid)

    def _save_draft(self) -> None:
        self.work.save_as(service.save, QT_TRANSLATE_NOOP("ReleaseSlips", "草稿已存"), complete=False)

    def _take_up(self, uid: str) -> None:
        self.work.content.take_up(uid, translate("ReleaseSlips", "继续办理这张草稿"))

    def _withdraw(self, row: Row) -> None:
        uid = str(row["uid"])
        if self.work.act(lambda s: service.withdraw(s, uid), translate("ReleaseSlips", "已撤回,可以修改")):
            self._take_up(uid)

    def _consent(self, row: Row) -> None:
        uid = str(row["uid"])

        def save(values: Mapping[str, object], _reasons: Mapping[str, str]) -> None:
            with self._desk.write() as session:
                service.record_consent(
                    session, uid, how=str(values["consent_how"]), by=str(values["consent_by"]),
                    phone=str(values.get("consent_phone") or ""), note=str(values.get("consent_note") or ""),
                )  # fmt: skip
            self._desk.notice(translate("ReleaseSlips", "业主认可已登记"))

        with self._desk.read() as session:
            known = views.values(session, uid)
            offered = views.consent_ways(session, known)
        fields = (Field(**{**vars(CONSENT_FIELDS[0]), "choices": offered}), *CONSENT_FIELDS[1:])
        self.work.ask(
            row, translate("ReleaseSlips", "业主认可(只拨档案登记的号码)"), fields, save, around=known
        )

    def _sign_and_issue(self, row: Row) -> None:
        uid, made = str(row["uid"]), []
        render = printing.renderer(self._desk, paper.FORM)

        def save(values: Mapping[str, object], _reasons: Mapping[str, str]) -> None:
            with self._desk.write() as session:
                service.lead_sign(session, uid, _id(values["lead"]), note=str(values.get("lead_note") or ""))
                made.append(service.issue(session, uid, self._desk.archive, render))
            self._desk.notice(translate("ReleaseSlips", "{no} 已开具").format(no=made[-1].no))

        if self.work.ask(row, translate("ReleaseSlips", "当班负责人签章并开具"), LEAD_FIELDS, save):
            self._print_uid(uid)

    def _void(self, row: Row) -> None:
        uid = str(row["uid"])

        def save(values: Mapping[str, object], _reasons: Mapping[str, str]) -> None:
            with self._desk.write() as session:
                service.void(
                    session, uid, reason=str(values["reason"]), approver_id=_id(values["approver"]),
                    note=str(values.get("note") or ""), copies_back=bool(values.get("copies_back")),
                )  # fmt: skip
            self._desk.notice(translate("ReleaseSlips", "{no} 已作废").format(no=row["no"]))

        if self.work.ask(row, translate("ReleaseSlips", "作废 {no}").format(no=row["no"]), VOID_FIELDS, save):
            question = translate("ReleaseSlips", "要复制重开一张吗?")
            if messages.confirm(self.work.widget, question, self.work.describe(row)):
                self._copy(row)

    def _refuse(self, row: Row) -> None:
        uid, made = str(row["uid"]), []

        def save(values: Mapping[str, object], _reasons: Mapping[str, str]) -> None:
            with self._desk.write() as session:
                made.append(
                    service.refuse_at_gate(
                        session,
                        uid,
                        guard=str(values["guard"]),
                        note=str(values["note"]),
                        gate=str(values.get("gate") or ""),
                    )
                )
            self._desk.notice(translate("ReleaseSlips", "{no} 门岗拒放,原单作废").format(no=row["no"]), "due")

        if self.work.ask(row, translate("ReleaseSlips", "门岗拒放(物单不符)"), REFUSE_FIELDS, save):
            self._take_up(made[-1].uid)

    def _copy(self, row: Row) -> None:
        made: list[ReleaseSlip] = []
        uid = str(row["uid"])
        if self.work.act(
            lambda s: made.append(service.copy_as_new(s, uid)), translate("ReleaseSlips", "已复制为草稿")
        ):
            self._take_up(made[-1].uid)

    def _print(self, row: Row) -> None:
        self._print_uid(str(row["uid"]))

    def _print_uid(self, uid: str) -> None:
        printing.show_copy(
            self._desk, self.work.widget, lambda session: service.reprint(session, uid, self._desk.archive)
        )

    def _hint(self) -> None:
        """Say what is known of the customer and what will be asked: arrears as a hint, the owner's consent."""
        form = self.work.widget.form
        with self._desk.read() as session:
            hints = [views.arrears_hint(session, form.known())]
            if views.consent_needed(session, form.known()):
                hints.append(translate("ReleaseSlips", "须业主认可"))
            known = form.known()
            hints.append(holidays.remark(session, *(_planned(known.get(key)) for key in PLANNED)))
        form.set_hint(" · ".join(filter(None, hints)))


def _planned(value: object) -> date | None:
    return value if isinstance(value, date) else None


def _id(value: object) -> int | None:
    return value.id if isinstance(value, Ref) else None
