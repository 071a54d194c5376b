"""钥匙盘点 on screen: begin with a witness, count key by key, hand in, review."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from desk_app.core.declare import Action, Field, Row
from desk_app.core.i18n import QT_TRANSLATE_NOOP, translate
from desk_app.kit import printing
from desk_app.kit.desk import Desk
from desk_app.kit.register_work import RegisterWork
from desk_app.registers.key_counts import paper, service, views
from desk_app.registers.key_counts.counting import CountDialog, signed
from desk_app.registers.key_counts.register import REGISTER

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from desk_app.registers.key_counts.records import KeyCount

Values = Mapping[str, object]
MAIN = Action("save", QT_TRANSLATE_NOOP("KeyCounts", "开始盘点"), shortcut="Ctrl+S")
SUBMIT = (
    Field("reason", QT_TRANSLATE_NOOP("KeyCounts", "差异原因(账实不符时必填)"), span=2, limit=200),
    Field(
        "handling", QT_TRANSLATE_NOOP("KeyCounts", "处理"), span=2, limit=200,
        phrases=(
            QT_TRANSLATE_NOOP("KeyCounts", "已报失,安排换锁"), QT_TRANSLATE_NOOP("KeyCounts", "已找回挂回原位"),
            QT_TRANSLATE_NOOP("KeyCounts", "更正账面把数"),
        ),
    ),
)  # fmt: skip
REVIEW = (Field("note", QT_TRANSLATE_NOOP("KeyCounts", "审核意见"), span=2, limit=200),)


class Panel:
    """The stock-takes' panel."""

    def __init__(self, desk: Desk, parent: QWidget) -> None:
        self._desk = desk
        self.work = RegisterWork(
            desk,
            REGISTER,
            parent,
            title=QT_TRANSLATE_NOOP("KeyCounts", "钥匙盘点"),
            main=MAIN,
            save=lambda session, values, reasons: service.start(session, values, reasons),
            saved_text=QT_TRANSLATE_NOOP("KeyCounts", "盘点开始"),
            saved=self._begin,
            handlers={
                "go_on": lambda row: self._count(str(row["uid"])),
                "submit": lambda row: self._submit(row),
                "review": self._review,
                "send_back": lambda row: self.work.ask_and_act(
                    row, lambda s, why: service.send_back(s, str(row["uid"]), reason=why),
                    translate("KeyCounts", "退回重点"), translate("KeyCounts", "已退回,请重点"),
                ),
                "print": self._print,
                "discard": lambda row: self.work.ask_and_act(
                    row, lambda s, why: service.discard(s, str(row["uid"]), reason=why),
                    translate("KeyCounts", "放弃盘点"), translate("KeyCounts", "已放弃"),
                ),
            },
        )  # fmt: skip

    def _begin(self, count: KeyCount) -> None:
        self._count(count.uid)

    def _count(self, uid: str) -> None:
        dialog = CountDialog(self.work.widget, self._desk, uid)
        dialog.exec()
        handed_in = dialog.handed_in
        dialog.deleteLater()
        if handed_in:
            self.work.show_record(uid)
            row = self.work.widget.table.current_row()
            if row is not None and row["uid"] == uid:
                self._submit(row)

    def _submit(self, row: Row) -> None:
        uid, made = str(row["uid"]), []
        render = printing.renderer(self._desk, paper.FORM)

        def save(values: Values, _reasons: Mapping[str, str]) -> None:
            with self._desk.write() as session:
                made.append(
                    service.submit(
                        session, uid, self._desk.archive, render, reason=str(values.get("reason") or ""),
                        handling=str(values.get("handling") or ""),
                    )
                )  # fmt: skip
            self._desk.notice(translate("KeyCounts", "{no} 已提交,待主管审核").format(no=made[-1].no))

        with self._desk.read() as session:
            total = views.figures_of(session, uid)
            known = views.reasons(session, uid)
        text = translate("KeyCounts", "提交:账面 {book},实点 {counted},差异 {difference}")
        title = text.format(book=total.book, counted=total.counted, difference=signed(total.difference))
        if self.work.ask(row, title, SUBMIT, save, values=known):
            self._print({**row, "no": made[-1].no, "state": "submitted"})

    def _review(self, row: Row) -> None:
        def save(values: Values, _reasons: Mapping[str, str]) -> None:
            with self._desk.write() as session:
                service.review(session, str(row["uid"]), note=str(values.get("note") or ""))
            self._desk.notice(translate("KeyCounts", "{no} 已审核").format(no=row["no"]))

        title = translate("KeyCounts", "审核 {no}:差异 {difference}")
        self.work.ask(row, title.format(no=row["no"], difference=row["difference"]), REVIEW, save)

    def _print(self, row: Row) -> None:
        printing.print_record(
            self._desk, self.work.widget, entity="key_count", uid=str(row["uid"]), no=str(row["no"] or ""),
            form_key=paper.FORM, void=row["state"] == "void",
        )  # fmt: skip
