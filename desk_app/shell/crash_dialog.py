"""The dialog of a crash: its number, what to do, and the file to hand over."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtWidgets import QWidget

from desk_app.core.i18n import translate
from desk_app.kit import messages
from desk_app.kit.text import plain_label


class CrashDialog(messages.Message):
    """One crash with its number and file; Enter goes on with the work."""

    def __init__(self, parent: QWidget | None, title: str, text: str, number: str, file: Path) -> None:
        answers = (
            translate("Crash", "继续工作"),
            translate("Crash", "复制编号和位置"),
            translate("Crash", "打开文件夹"),
        )
        super().__init__(parent, title, text, answers)
        self._file, self._number = file, number
        self.number = plain_label(translate("Crash", "编号 {number}").format(number=number), "title")
        self.number.setObjectName("crash_number")
        self.place = plain_label(str(file), "muted")
        self.place.setObjectName("crash_file")
        self.place.setWordWrap(True)
        for label in (self.number, self.place):
            label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.add_body(self.number, self.place)
        self.buttons[0].setFocus()

    def choose(self, number: int) -> None:
        """Close; copying and looking at the folder leave it open."""
        if number == 1:
            QGuiApplication.clipboard().setText(f"{self._number} {self._file}")
        elif number == 2:
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._file.parent)))
        else:
            super().choose(number)
        self.buttons[0].setFocus()
