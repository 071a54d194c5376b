"""F1: the receptionist's quick guide, to read and to print."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtPrintSupport import QPrintDialog, QPrinter, QPrinterInfo
from PySide6.QtWidgets import QTextBrowser

from desk_app.core.i18n import QT_TRANSLATE_NOOP, translate
from desk_app.core.paths import RESOURCES
from desk_app.kit import messages
from desk_app.kit.dialogs import Dialog

if TYPE_CHECKING:
    from desk_app.shell.controller import Controller

GUIDE = QT_TRANSLATE_NOOP("Help", "quick_guide.md")
"""The guide's file in resources/guide; each language has its own."""


class HelpDialog(Dialog):
    """The guide is our own text, shipped with the program; nothing a user typed is shown here."""

    def __init__(self, controller: Controller) -> None:
        super().__init__(
            controller.window, translate("Help", "快速指南"), width=820, height=640, name="help_dialog"
        )
        self.text = QTextBrowser()
        self.text.setObjectName("guide")
        self.text.setAccessibleName(translate("Help", "快速指南"))
        self.text.setMarkdown((RESOURCES / "guide" / translate("Help", GUIDE)).read_text("utf-8"))
        self.content.addWidget(self.text)
        self.add_button(translate("Help", "打印"), self.print_out, icon="printer", name="print")
        self.add_close()

    def print_out(self) -> None:
        """Print the guide."""
        if not QPrinterInfo.availablePrinterNames():
            messages.tell(
                self,
                translate("Help", "没有打印机"),
                translate("Help", "请先连接并安装打印机,再打印快速指南。"),
            )
            return
        printer = QPrinter()
        if QPrintDialog(printer, self).exec() == QPrintDialog.DialogCode.Accepted:
            self.text.print_(printer)


def open_dialog(controller: Controller) -> None:
    """Open the guide."""
    HelpDialog(controller).exec()
