"""文件打印 on screen: the application as a form, then consent, printing and collection from the list."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from desk_app.core.declare import Action, Field, FieldKind, Ref, Row
from desk_app.core.i18n import QT_TRANSLATE_NOOP, translate
from desk_app.kit import printing
from desk_app.kit.desk import Desk
from desk_app.kit.register_work import RegisterWork
from desk_app.registers.document_prints import paper, service, terms, views
from desk_app.registers.document_prints.register import REGISTER

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget
    from sqlalchemy.orm import Session

    from desk_app.registers.document_prints.records import DocumentPrint

Values = Mapping[str, object]
MAIN = Action("save", QT_TRANSLATE_NOOP("DocumentPrints", "登记并打印申请单"), shortcut="Ctrl+S")
AGREE = (
    Field("applicant_signed", QT_TRANSLATE_NOOP("DocumentPrints", "申请人"), FieldKind.CHECK, hint=QT_TRANSLATE_NOOP("DocumentPrints", "已在申请单上签名")),
    Field("approver_signed", QT_TRANSLATE_NOOP("DocumentPrints", "审批主管"), FieldKind.CHECK, hint=QT_TRANSLATE_NOOP("DocumentPrints", "已同意并在申请单上签名")),
    Field("note", QT_TRANSLATE_NOOP("DocumentPrints", "意见"), span=2, limit=120),
)  # fmt: skip
PRINTER = Field("printer", QT_TRANSLATE_NOOP("DocumentPrints", "打印人"), FieldKind.STAFF, required=True, suggest=views.suggest_printer)  # fmt: skip
STAMPED = Field("stamped", QT_TRANSLATE_NOOP("DocumentPrints", "用印"), FieldKind.CHECK, hint=QT_TRANSLATE_NOOP("DocumentPrints", "已盖章并登用印台账"))  # fmt: skip
COLLECT = (
    Field("collector", QT_TRANSLATE_NOOP("DocumentPrints", "领取人"), required=True),
    Field("collector_signed", QT_TRANSLATE_NOOP("DocumentPrints", "签名"), FieldKind.CHECK, hint=QT_TRANSLATE_NOOP("DocumentPrints", "已在申请单上签名")),
)  # fmt: skip
VOID = (
    Field("reason", QT_TRANSLATE_NOOP("DocumentPrints", "作废原因"), FieldKind.CHOICE, required=True, choices=terms.VOID_REASONS),
    Field("approver", QT_TRANSLATE_NOOP("DocumentPrints", "复核人"), FieldKind.STAFF, required=True, suggest=views.suggest_lead),
    Field("note", QT_TRANSLATE_NOOP("DocumentPrints", "说明"), span=2, limit=120),
)  # fmt: skip


class Panel:
    """The prints' panel."""

    def __init__(self, desk: Desk, parent: QWidget) -> None:
        self._desk = desk
        self.work = RegisterWork(
            desk,
            REGISTER,
            parent,
            title=QT_TRANSLATE_NOOP("DocumentPrints", "申请打印"),
            main=MAIN,
            save=self._apply,
            saved_text=QT_TRANSLATE_NOOP("DocumentPrints", "已登记"),
            saved=lambda one: self._print_uid(one.uid),
            correct=self._correct,
            handlers={
                "agree": self._agree,
                "finish": self._finish,
                "collect": self._collect,
                "print": lambda row: self._print_uid(str(row["uid"])),
                "void": self._void,
            },
        )

    def _apply(self, session: Session, values: Values, reasons: Mapping[str, str]) -> DocumentPrint:
        render = printing.renderer(self._desk, paper.FORM)
        return service.apply(session, values, self._desk.archive, render, reasons)

    def _correct(
        self, session: Session, uid: str, values: Values, _reasons: Mapping[str, str], reason: str
    ) -> DocumentPrint:
        render = printing.renderer(self._desk, paper.FORM)
        return service.correct(session, uid, values, self._desk.archive, render, reason=reason)

    def _agree(self, row: Row) -> None:
        title = translate("DocumentPrints", "{name} 同意打印").format(name=row["approver"])
        self.work.ask_verb(row, title, AGREE, service.agree, translate("DocumentPrints", "主管同意已登记"))

    def _finish(self, row: Row) -> None:
        actor = self._desk.actor
        me = {"printer": Ref(actor.staff_id, actor.name)} if actor else None
        fields = (PRINTER, STAMPED) if row["seal_copies"] else (PRINTER,)
        title, said = translate("DocumentPrints", "登记打印"), translate("DocumentPrints", "打印已登记")
        self.work.ask_verb(row, title, fields, service.finish, said, values=me)

    def _collect(self, row: Row) -> None:
        title, said = translate("DocumentPrints", "登记领取"), translate("DocumentPrints", "领取已登记")
        self.work.ask_verb(row, title, COLLECT, service.collect, said, values={"collector": row["applicant"]})

    def _void(self, row: Row) -> None:
        def verb(session: Session, uid: str, approver: Ref | None = None, **given: object) -> None:
            service.void(session, uid, approver_id=approver.id if approver else None, **given)  # type: ignore[arg-type]

        self.work.ask_verb(
            row, translate("DocumentPrints", "作废"), VOID, verb, translate("DocumentPrints", "已作废")
        )

    def _print_uid(self, uid: str) -> None:
        printing.show_copy(
            self._desk, self.work.widget, lambda session: service.reprint(session, uid, self._desk.archive)
        )
