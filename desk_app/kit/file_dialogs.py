"""Qt's own dialogs - for files, for printers - with nothing they say read as markup."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from PySide6.QtWidgets import QApplication, QFileDialog, QWidget

from desk_app.kit.text import PlainText

EXCEL = "Excel (*.xlsx)"


def save_path(parent: QWidget, title: str, proposed: str, kind: str = EXCEL) -> Path | None:
    """Ask where a file is to be saved; None when the user changed their mind."""
    with plain():
        chosen, _kind = QFileDialog.getSaveFileName(parent, title, proposed, kind)
    return Path(chosen) if chosen else None


def open_path(parent: QWidget, title: str, kind: str = EXCEL) -> Path | None:
    """Ask for a file to read; None when the user changed their mind."""
    with plain():
        chosen, _kind = QFileDialog.getOpenFileName(parent, title, "", kind)
    return Path(chosen) if chosen else None


def open_paths(parent: QWidget, title: str) -> list[str]:
    """Ask for any number of files to read."""
    with plain():
        return QFileDialog.getOpenFileNames(parent, title)[0]


@contextmanager
def plain() -> Iterator[None]:
    """Keep the labels of dialogs that Qt builds plain while one is open.

    Only then: a filter over the whole application is asked about every event of every widget.
    """
    app = QApplication.instance()
    assert app is not None
    guard = PlainText()
    app.installEventFilter(guard)
    try:
        yield
    finally:
        app.removeEventFilter(guard)
