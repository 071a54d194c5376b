"""告知牌与调取登记: print what people are told of their data; register and print who asked for it by law."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from desk_app.core import access, notices, people, rights
from desk_app.core.declare import Field, FieldKind, Suggestion
from desk_app.core.errors import KnownError, RuleError
from desk_app.core.i18n import QT_TRANSLATE_NOOP, translate
from desk_app.core.people import Role
from desk_app.kit import form_dialog, messages, printing
from desk_app.kit.dialogs import Dialog
from desk_app.kit.text import plain_label
from desk_app.registers.visitors.rules import PRIVATE_DAYS

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

    from desk_app.shell.controller import Controller


def suggest_manager(session: Session, text: str, _values: Mapping[str, object]) -> list[Suggestion]:
    """Offer who may agree that data are handed over."""
    return people.offered(session, text, (Role.JL,))


FIELDS = (
    Field("organ", QT_TRANSLATE_NOOP("Notices", "调取机关"), required=True),
    Field("letter", QT_TRANSLATE_NOOP("Notices", "公函(文书)号"), required=True),
    Field("officers", QT_TRANSLATE_NOOP("Notices", "经办人员(两名)"), required=True),
    Field("badges", QT_TRANSLATE_NOOP("Notices", "工作证号"), required=True),
    Field("scope", QT_TRANSLATE_NOOP("Notices", "调取范围"), required=True, span=2, limit=120),
    Field("purpose", QT_TRANSLATE_NOOP("Notices", "用途"), required=True, limit=120),
    Field("how", QT_TRANSLATE_NOOP("Notices", "提供方式"), required=True, placeholder=QT_TRANSLATE_NOOP("Notices", "打印并盖章")),
    Field("approver", QT_TRANSLATE_NOOP("Notices", "审批人(经理)"), FieldKind.STAFF, required=True, suggest=suggest_manager),
)  # fmt: skip


VERBS = {"notice": rights.NOTICE, "request": "privacy.note_request"}
"""Which right each button needs; whoever has it not does not see the button."""


class NoticeDialog(Dialog):
    """Two papers: the notice beside the desk, the registration of a request."""

    def __init__(self, controller: Controller) -> None:
        title = translate("Notices", "告知牌与调取登记")
        super().__init__(controller.window, title, width=620, height=280, name="notice_dialog")
        assert controller.desk is not None
        self._desk = controller.desk
        for text in (
            translate(
                "Notices",
                "告知牌张贴在前台,来访人登记前能看到:谁、为什么、登记什么、存多久、找谁。文字在「设置 → 告知牌」里改。",
            ),
            translate(
                "Notices",
                "公安、司法机关凭公函调取登记时,先在这里登记、打印,经理签字后再提供;登记进访问日志。",
            ),
        ):
            label = plain_label(text)
            label.setWordWrap(True)
            self.content.addWidget(label)
        self.content.addStretch(1)
        self.add_button(
            translate("Notices", "打印告知牌…"), self.print_notice, main=True, icon="printer", name="notice"
        )
        self.add_button(
            translate("Notices", "调取登记…"), self.register_request, icon="file-badge", name="request"
        )
        self.hide_what_is_refused(self._desk.actor, VERBS)
        self.add_close()

    def print_notice(self) -> None:
        """Preview and print the notice as the settings word it."""
        with self._desk.read() as session:
            values = notices.notice_values(session, PRIVATE_DAYS)
        self._show(notices.NOTICE, values, translate("Notices", "告知牌"))

    def register_request(self) -> None:
        """Ask what an authority wants, note it, and print its paper."""
        made: list[Mapping[str, object]] = []

        def save(values: Mapping[str, object], _reasons: Mapping[str, str]) -> None:
            made.clear()
            with self._desk.write() as session:
                made.append(notices.note_request(session, values))

        saved = form_dialog.ask(
            self, title=translate("Notices", "调取登记"), fields=FIELDS, context="Notices", save=save,
            main=translate("Notices", "登记并打印"), width=620,
            desk=self._desk, draft="notices.request",
        )  # fmt: skip
        if saved:
            self._show(notices.REQUEST, made[0], str(made[0]["number"]), archived=True)

    def _show(self, form: str, values: Mapping[str, object], title: str, archived: bool = False) -> None:
        from desk_app.kit.preview import PreviewDialog

        try:
            pdf = printing.renderer(self._desk, form)(values)
            if archived:
                with self._desk.write() as session:
                    notices.file_request(session, self._desk.archive, str(values["number"]), pdf)
        except (RuleError, KnownError) as error:
            messages.tell(self, translate("Notices", "没有打印"), error.text)
            return
        preview = PreviewDialog(self, pdf, title)
        preview.printed.connect(lambda ok: self._printed(form, str(values.get("number", ""))) if ok else None)
        preview.exec()
        preview.deleteLater()

    def _printed(self, form: str, number: str) -> None:
        with self._desk.write() as session:
            access.note(session, access.Kind.PRINT, entity=form, no=number)


def open_dialog(controller: Controller) -> None:
    """Open the dialog."""
    NoticeDialog(controller).exec()
