"""限制来访: the few that are in force, asked for by one and approved by the manager, with their paper."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from desk_app.core.declare import Field, FieldKind
from desk_app.core.errors import KnownError, RuleError
from desk_app.core.i18n import QT_TRANSLATE_NOOP, translate
from desk_app.core.identity import ID_CHOICES
from desk_app.kit import form_dialog, messages, printing
from desk_app.kit.dialogs import Dialog, current_key, fill_table, make_table
from desk_app.kit.text import plain_label
from desk_app.registers.visitors import restricted, restricted_paper
from desk_app.registers.visitors.restricted import Restriction

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget
    from sqlalchemy.orm import Session

    from desk_app.kit.desk import Desk

HEADS = (
    QT_TRANSLATE_NOOP("Restricted", "编号"), QT_TRANSLATE_NOOP("Restricted", "姓名"),
    QT_TRANSLATE_NOOP("Restricted", "单位"), QT_TRANSLATE_NOOP("Restricted", "至"),
    QT_TRANSLATE_NOOP("Restricted", "状态"), QT_TRANSLATE_NOOP("Restricted", "申请人"),
    QT_TRANSLATE_NOOP("Restricted", "批准人"), QT_TRANSLATE_NOOP("Restricted", "申诉"),
)  # fmt: skip
FIELDS = (
    Field("name", QT_TRANSLATE_NOOP("Restricted", "姓名(全名)"), required=True),
    Field("org", QT_TRANSLATE_NOOP("Restricted", "单位(全称)")),
    Field("id_kind", QT_TRANSLATE_NOOP("Restricted", "证件"), FieldKind.CHOICE, choices=ID_CHOICES),
    Field("id_no", QT_TRANSLATE_NOOP("Restricted", "证件号码(只留比对标记)"), limit=30),
    Field("reason", QT_TRANSLATE_NOOP("Restricted", "事实与理由"), FieldKind.LONG_TEXT, required=True, span=2, limit=200),
    Field("basis", QT_TRANSLATE_NOOP("Restricted", "依据(法规、公函、业户书面要求)"), required=True, span=2, limit=200),
    Field("ends", QT_TRANSLATE_NOOP("Restricted", "到期日"), FieldKind.DATE, required=True),
)  # fmt: skip
APPEAL_FIELDS = (
    Field("said", QT_TRANSLATE_NOOP("Restricted", "申诉内容与答复"), FieldKind.LONG_TEXT, required=True, span=2, limit=400),
)  # fmt: skip
END_FIELDS = (
    Field("note", QT_TRANSLATE_NOOP("Restricted", "解除原因"), FieldKind.LONG_TEXT, required=True, span=2, limit=200),
)  # fmt: skip


VERBS = {
    "ask": "visitors.restrict", "approve": "visitors.approve_restriction", "refuse": "visitors.approve_restriction",
    "appeal": "visitors.note_appeal", "end": "visitors.end_restriction", "print_it": "papers.issue",
}  # fmt: skip
"""Which right each button needs; whoever has it not does not see the button."""


class RestrictedDialog(Dialog):
    """The list and what can be done: ask, approve, note an appeal, end, print."""

    def __init__(self, parent: QWidget, desk: Desk) -> None:
        super().__init__(
            parent, translate("Restricted", "限制来访"), width=900, height=480, name="restricted_dialog"
        )
        self._desk = desk
        heads = [translate("Restricted", text) for text in HEADS]
        self.table = make_table(heads, (150, 90, 140, 100, 110, 90, 100, 0), "restrictions")
        self.content.addWidget(self.table)
        self.told = plain_label()
        self.told.setObjectName("told")
        self.told.setWordWrap(True)
        self.content.addWidget(self.told)
        self.table.itemSelectionChanged.connect(self._tell)
        note = plain_label(
            translate(
                "Restricted",
                "不是黑名单:每一条写明依据和到期日,由经理批准(不能是申请人),本人可以申诉;到期自动失效并脱敏。"
                "登记时按证件号码或「姓名+单位」全字相符提示,由前台告知并请当班负责人处理。",
            ),
            "muted",
        )
        note.setWordWrap(True)
        self.content.addWidget(note)
        self.add_button(translate("Restricted", "申请…"), self.ask, main=True, icon="plus", name="ask")
        self.add_button(translate("Restricted", "批准"), lambda: self.decide(True), name="approve")
        self.add_button(translate("Restricted", "不批准"), lambda: self.decide(False), name="refuse")
        self.add_button(translate("Restricted", "申诉…"), self.appeal, name="appeal")
        self.add_button(translate("Restricted", "解除…"), self.end, name="end")
        self.add_button(translate("Restricted", "打印决定"), self.print_it, icon="printer", name="print_it")
        self.hide_what_is_refused(self._desk.actor, VERBS)
        self.add_close()
        self._fill()

    def ask(self) -> None:
        """Ask for one."""
        form_dialog.ask(
            self, title=translate("Restricted", "申请限制来访"), fields=FIELDS, context="Restricted",
            main=translate("Restricted", "提交申请"), desk=self._desk, draft="restricted.ask",
            save=lambda values, _reasons: self._write(lambda session: restricted.ask(session, values)),
        )  # fmt: skip
        self._fill()

    def decide(self, agreed: bool) -> None:
        """Approve or refuse the chosen one."""
        uid = self._uid()
        if uid is None:
            return
        title = (
            translate("Restricted", "批准这条限制?") if agreed else translate("Restricted", "不批准这条限制?")
        )
        yes = translate("Restricted", "批准") if agreed else translate("Restricted", "不批准")
        if not messages.confirm(self, title, self.told.text(), yes, careful=True):
            return
        try:
            self._write(lambda session: restricted.decide(session, uid, agreed=agreed))
        except (RuleError, KnownError) as error:
            messages.tell(self, translate("Restricted", "没有批准"), error.text)
        self._fill()

    def appeal(self) -> None:
        """Note an appeal against the chosen one."""
        self._ask_about(
            translate("Restricted", "申诉"), APPEAL_FIELDS,
            lambda session, uid, values: restricted.note_appeal(session, uid, said=str(values["said"])),
        )  # fmt: skip

    def end(self) -> None:
        """End the chosen one."""
        self._ask_about(
            translate("Restricted", "解除限制"), END_FIELDS,
            lambda session, uid, values: restricted.end(session, uid, note=str(values["note"])),
        )  # fmt: skip

    def print_it(self) -> None:
        """Print the decision once it is made."""
        uid = self._uid()
        if uid is None:
            return
        with self._desk.read() as session:
            row = restricted.find(session, uid)
        if row.state == "asked":
            messages.tell(self, row.no or "", translate("Restricted", "还没有批准,不能打印决定。"))
            return
        printing.print_record(
            self._desk, self, entity="visit_restriction", uid=uid, no=row.no or "", form_key=restricted_paper.FORM,
            values=lambda session: restricted_paper.values(session, restricted.find(session, uid)),
        )  # fmt: skip

    def _ask_about(
        self,
        title: str,
        fields: tuple[Field, ...],
        verb: Callable[[Session, str, Mapping[str, object]], object],
    ) -> None:
        uid = self._uid()
        if uid is not None:
            form_dialog.ask(
                self, title=title, fields=fields, context="Restricted", main=translate("Restricted", "保存"),
                save=lambda values, _reasons: self._write(lambda session: verb(session, uid, values)),
                desk=self._desk, draft=".".join(("restricted", *(field.key for field in fields), uid)),
            )  # fmt: skip
            self._fill()

    def _write(self, verb: Callable[[Session], object]) -> None:
        with self._desk.write() as session:
            verb(session)

    def _uid(self) -> str | None:
        uid = current_key(self.table)
        return uid if isinstance(uid, str) else None

    def _fill(self) -> None:
        with self._desk.read() as session:
            rows = restricted.everything(session)
        fill_table(self.table, [_row(one) for one in rows], [one.uid for one in rows])
        if rows:
            self.table.selectRow(0)
        self._tell()

    def _tell(self) -> None:
        """Show under the list what the chosen one rests on: who decides reads it first."""
        uid = self._uid()
        if uid is None:
            self.told.clear()
            return
        with self._desk.read() as session:
            one = restricted.find(session, uid)
        parts = (
            (translate("Restricted", "事实与理由"), one.reason), (translate("Restricted", "依据"), one.basis),
            (translate("Restricted", "申诉"), one.appeal), (translate("Restricted", "解除原因"), one.end_note),
        )  # fmt: skip
        self.told.setText("\n".join(f"{head}: {text}" for head, text in parts if text))


def _row(one: Restriction) -> tuple[str, ...]:
    return (
        one.no or "", one.name, one.org, one.ends.isoformat(), one.shown_state, one.handler_name, one.approver_name,
        one.appeal,
    )  # fmt: skip
