"""FILES: attachments as a list of paths; dropped in or chosen, taken off with Delete."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDragMoveEvent, QDropEvent, QKeyEvent
from PySide6.QtWidgets import (
    QFileDialog,
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from desk_app.core.i18n import translate
from desk_app.kit import theme
from desk_app.kit.fields import FieldBox
from desk_app.kit.guard import qt_guard
from desk_app.kit.inputs import ENTER
from desk_app.kit.text import cut, tooltip

PATH_ROLE = int(Qt.ItemDataRole.UserRole)


class FileList(QListWidget):
    """The paths; shows file names."""

    entered_next = Signal()
    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setAcceptDrops(True)

    def paths(self) -> list[str]:
        """Return the paths in order."""
        return [str(self.item(i).data(PATH_ROLE)) for i in range(self.count())]

    def set_paths(self, paths: list[str]) -> None:
        """Show these paths."""
        self.clear()
        for path in paths:
            item = QListWidgetItem(theme.icon("file-text"), cut(Path(path).name))
            item.setData(PATH_ROLE, path)
            item.setToolTip(tooltip(path))
            self.addItem(item)

    def add(self, paths: list[str]) -> None:
        """Add paths not yet there."""
        new = [path for path in paths if path not in self.paths()]
        if new:
            self.set_paths(self.paths() + new)
            self.changed.emit()

    @qt_guard(None)
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Delete takes a file off the list; Enter goes on."""
        if event.key() == Qt.Key.Key_Delete and self.currentRow() >= 0:
            self.takeItem(self.currentRow())
            self.changed.emit()
        elif event.key() in ENTER and not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.entered_next.emit()
        else:
            super().keyPressEvent(event)

    @qt_guard(None)
    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take files."""
        if event.mimeData().hasUrls():
            event.acceptProposedAction()

    @qt_guard(None)
    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        """Take files anywhere over the list."""
        event.acceptProposedAction()

    @qt_guard(None)
    def dropEvent(self, event: QDropEvent) -> None:
        """Add the files dropped; addresses that are no local files are left out."""
        self.add([url.toLocalFile() for url in event.mimeData().urls() if url.isLocalFile()])
        event.acceptProposedAction()


class FilesBox(FieldBox):
    """A list of attachments with a button to choose more."""

    def raw(self) -> object:
        """Return the paths."""
        return self._list.paths()

    def set_raw(self, raw: object) -> None:
        """Show a list of paths."""
        self._list.set_paths([path for path in raw if isinstance(path, str)] if isinstance(raw, list) else [])

    def value(self) -> object:
        """Return the paths; at least one when required."""
        if self.field.required and not self._list.paths():
            raise self._missing()
        return self._list.paths()

    def set_value(self, value: object) -> None:
        """Show a list of paths."""
        self.set_raw([str(path) for path in value] if isinstance(value, list | tuple) else [])

    def _make_editor(self) -> QWidget:
        page = QWidget()
        self._list = FileList()
        self._list.setMinimumHeight(theme.px(60))
        self._list.setAccessibleName(self.title)
        self._list.changed.connect(self.edited)
        self._list.entered_next.connect(self.entered)
        add = QPushButton(translate("Fields", "添加文件…"))
        add.setObjectName(f"{self.field.key}.add")
        add.setProperty("role", "plain")
        theme.put_icon(add, "plus", "accent")
        add.clicked.connect(self._choose)
        row = QHBoxLayout()
        row.addWidget(add)
        row.addStretch(1)
        layout = QVBoxLayout(page)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.px(4))
        layout.addWidget(self._list, 1)
        layout.addLayout(row)
        page.setFocusProxy(self._list)
        return page

    def _choose(self) -> None:
        paths, _filter = QFileDialog.getOpenFileNames(self, translate("Fields", "添加文件"))
        self._list.add(paths)
