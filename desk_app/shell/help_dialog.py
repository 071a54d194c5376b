"""F1: the receptionist's quick guide and every register's states and steps, to read and to print."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtPrintSupport import QPrinter, QPrinterInfo
from PySide6.QtWidgets import QTabWidget, QTextBrowser

from desk_app.core import notices
from desk_app.core.i18n import QT_TRANSLATE_NOOP, translate
from desk_app.core.paths import RESOURCES
from desk_app.kit import messages
from desk_app.kit.dialogs import Dialog
from desk_app.kit.qt_dialogs import ask_printer
from desk_app.kit.text import caption
from desk_app.registers.visitors.rules import PRIVATE_DAYS
from desk_app.reports import states

if TYPE_CHECKING:
    from desk_app.kit.desk import Desk
    from desk_app.shell.controller import Controller

GUIDE = QT_TRANSLATE_NOOP("Help", "quick_guide.md")
"""The guide's file in resources/guide; each language has its own."""


class HelpDialog(Dialog):
    """The guide is our own text, shipped with the program; what the settings word is shown as plain text."""

    def __init__(self, controller: Controller) -> None:
        super().__init__(
            controller.window, translate("Help", "快速指南"), width=820, height=640, name="help_dialog"
        )
        self.pages = QTabWidget()
        self.pages.setObjectName("help_pages")
        guide = (RESOURCES / "guide" / translate("Help", GUIDE)).read_text("utf-8")
        self._add_page("guide", translate("Help", "快速指南"), guide)
        self._add_page("states", translate("Help", "状态与步骤"), states.markdown(drawings=False))
        if controller.desk is not None:
            self._add_notice(controller.desk)
        self.content.addWidget(self.pages)
        self.add_button(translate("Help", "打印"), self.print_out, icon="printer", name="print")
        self.add_close()

    def _add_page(self, name: str, title: str, markdown: str) -> QTextBrowser:
        page = QTextBrowser()
        page.setObjectName(name)
        page.setAccessibleName(title)
        page.setMarkdown(markdown)
        self.pages.addTab(page, caption(title))
        return page

    def _add_notice(self, desk: Desk) -> None:
        """Offer the notice of PIPL art. 17 as the settings word it, for a visitor who asks; plain text."""
        with desk.read() as session:
            told = notices.notice_values(session, PRIVATE_DAYS)
        answer = translate("Help", "请求在 {days} 个工作日内答复。").format(days=told["days"])
        parts = [told["processor"], told["purpose"], told["kinds"], told["terms"], told["channel"], answer]
        page = self._add_page("notice", translate("Help", "个人信息告知"), "")
        page.setPlainText("\n\n".join(str(part) for part in parts if part))

    def print_out(self) -> None:
        """Print the page that is open."""
        if not QPrinterInfo.availablePrinterNames():
            messages.tell(
                self,
                translate("Help", "没有打印机"),
                translate("Help", "请先连接并安装打印机,再打印快速指南。"),
            )
            return
        printer = QPrinter()
        if ask_printer(self, printer):
            page = self.pages.currentWidget()
            assert isinstance(page, QTextBrowser)
            page.print_(printer)


def open_dialog(controller: Controller) -> None:
    """Open the guide."""
    HelpDialog(controller).exec()
