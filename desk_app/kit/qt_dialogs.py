"""Qt's own dialogs - file names, the printer - and that their labels show names literally as well.

Labels of the house are made plain (kit/text.py). Qt makes its own while one of its dialogs is open, and only then
is every event of the program looked at: that costs as much time again as all other work of the window.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QApplication, QFileDialog, QLabel, QMessageBox, QWidget

from desk_app.core.i18n import translate
from desk_app.kit.guard import qt_guard


class PlainText(QObject):
    """An application filter: every label is plain before it is laid out, and those that Qt translates nowhere are ours."""

    @qt_guard(False)
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Make labels and message boxes plain when they are first polished."""
        polished = isinstance(watched, QLabel | QMessageBox) and event.type() is QEvent.Type.Polish
        if polished and watched.textFormat() is Qt.TextFormat.AutoText:  # type: ignore[attr-defined]
            watched.setTextFormat(Qt.TextFormat.PlainText)  # type: ignore[attr-defined]
        if isinstance(watched, QFileDialog) and event.type() is QEvent.Type.Polish:
            watched.setLabelText(QFileDialog.DialogLabel.LookIn, translate("Files", "位置:"))
            watched.setLabelText(QFileDialog.DialogLabel.FileType, translate("Files", "文件类型:"))
        return False


@contextmanager
def all_plain() -> Iterator[None]:
    """Make every label plain while one of Qt's own dialogs is open."""
    app = QApplication.instance()
    assert app is not None
    guard = PlainText(app)
    app.installEventFilter(guard)
    try:
        yield
    finally:
        app.removeEventFilter(guard)
        guard.deleteLater()


def ask_save(parent: QWidget, title: str, proposed: str, kinds: str) -> str:
    """Ask for a file to write; "" when the user thought better of it."""
    with all_plain():
        return QFileDialog.getSaveFileName(parent, title, proposed, kinds)[0]


def ask_open(parent: QWidget, title: str, kinds: str) -> str:
    """Ask for a file to read; "" when the user thought better of it."""
    with all_plain():
        return QFileDialog.getOpenFileName(parent, title, "", kinds)[0]


def ask_files(parent: QWidget, title: str) -> list[str]:
    """Ask for any number of files to attach."""
    with all_plain():
        return QFileDialog.getOpenFileNames(parent, title)[0]


def ask_printer(parent: QWidget, printer: QPrinter, title: str = "") -> bool:
    """Let the user choose the printer and its settings; True when the job shall be sent."""
    dialog = QPrintDialog(printer, parent)
    if title:
        dialog.setWindowTitle(title)
    with all_plain():
        accepted = dialog.exec() == QPrintDialog.DialogCode.Accepted
    dialog.deleteLater()
    return accepted
