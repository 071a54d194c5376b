"""预约名单: paste a list of expected visitors; every bad line is named, good ones are saved together."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desk_app.core import clock
from desk_app.core.errors import RuleError
from desk_app.core.i18n import translate
from desk_app.kit import messages
from desk_app.kit.dialogs import Dialog
from desk_app.kit.inputs import PasteInput
from desk_app.kit.kept import Kept
from desk_app.kit.text import plain_label
from desk_app.registers.visitors import pasted, service

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from desk_app.kit.desk import Desk


class ExpectedDialog(Dialog):
    """One line a visitor, as it comes from a mail or a spreadsheet."""

    def __init__(self, parent: QWidget, desk: Desk) -> None:
        super().__init__(parent, translate("Expected", "预约名单(粘贴)"), width=820, name="expected_dialog")
        self._desk = desk
        hint = plain_label(
            translate(
                "Expected", "每行一位:姓名 电话 单位 被访房号 被访人 到访时间。可从 Excel 直接复制粘贴。"
            ),
            "muted",
        )
        hint.setWordWrap(True)
        self.text = PasteInput()
        self.text.setObjectName("pasted")
        self.text.setAccessibleName(translate("Expected", "预约名单"))
        self.text.setPlaceholderText(
            translate("Expected", "张三 13800001111 蓝湾会展 18-06 周颖 11-23 14:30")
        )
        hint.setBuddy(self.text)
        kept = Kept(self, desk, "expected_list", lambda: self._raw(self.text.toPlainText()))
        self.text.setPlainText(str(kept.back.get("text") or ""))
        self.wrong = plain_label("", "error")
        self.wrong.setWordWrap(True)
        for widget in (hint, self.text, self.wrong):
            self.content.addWidget(widget)
        self.add_button(translate("Expected", "全部存为预约"), self.save, main=True, name="save")
        self.add_close()

    @staticmethod
    def _raw(text: str) -> dict[str, object]:
        return {"text": text} if text.strip() else {}

    def save(self) -> None:
        """Save all lines, or none and say which are wrong."""
        try:
            lines = pasted.parse(self.text.toPlainText(), clock.today())
            with self._desk.write() as session:
                made = service.expect_list(session, lines)
        except RuleError as error:
            errors = getattr(error, "errors", (error,))
            self.wrong.setText("\n".join(one.text for one in errors[:8]))
            return
        self._desk.notice(translate("Expected", "已存 {n} 条预约").format(n=len(made)))
        messages.tell(self, translate("Expected", "已存 {n} 条预约").format(n=len(made)))
        self.accept()
