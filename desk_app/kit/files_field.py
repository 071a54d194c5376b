"""FILES: attachments as a list of paths; dropped in, pasted or chosen, taken off with Delete; images are shown small."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QMimeData, QSize, Qt, Signal
from PySide6.QtGui import (
    QDragEnterEvent,
    QDragMoveEvent,
    QDropEvent,
    QGuiApplication,
    QIcon,
    QImageReader,
    QKeyEvent,
    QKeySequence,
    QPixmap,
)
from PySide6.QtWidgets import (
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from desk_app.core.errors import RuleError
from desk_app.core.i18n import translate
from desk_app.kit import theme
from desk_app.kit.fields import FieldBox
from desk_app.kit.guard import qt_guard
from desk_app.kit.line_input import ENTER
from desk_app.kit.qt_dialogs import ask_files
from desk_app.kit.text import cut, tooltip

PATH_ROLE = int(Qt.ItemDataRole.UserRole)


SMALL = 40
"""Height and width of a small picture, at 100 %."""


class FileList(QListWidget):
    """The paths; shows file names, of images a small picture. Where one file is wanted, a new one takes its place."""

    entered_next = Signal()
    changed = Signal()

    def __init__(self, parent: QWidget, only_one: bool = False) -> None:
        super().__init__(parent)
        self._only_one = only_one
        self.setAcceptDrops(True)

    def paths(self) -> list[str]:
        """Return the paths in order."""
        return [str(self.item(i).data(PATH_ROLE)) for i in range(self.count())]

    def set_paths(self, paths: list[str]) -> None:
        """Show these paths."""
        self.clear()
        icons = [small_picture(path) for path in paths]
        side = theme.px(SMALL if any(icons) else 18)
        self.setIconSize(QSize(side, side))
        for path, icon in zip(paths, icons, strict=True):
            item = QListWidgetItem(icon or theme.icon("file-text"), cut(Path(path).name))
            item.setData(PATH_ROLE, path)
            item.setToolTip(tooltip(path))
            self.addItem(item)

    def add(self, paths: list[str]) -> None:
        """Add paths not yet there."""
        new = [path for path in paths if path not in self.paths() and Path(path).is_file()]
        if new:
            self.set_paths(new[-1:] if self._only_one else self.paths() + new)
            self.changed.emit()

    @qt_guard(None)
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Delete takes a file off the list, Ctrl+V adds copied files; Enter goes on."""
        if event.matches(QKeySequence.StandardKey.Paste):
            self.add(local_files(QGuiApplication.clipboard().mimeData()))
        elif event.key() == Qt.Key.Key_Delete and self.currentRow() >= 0:
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
        self.add(local_files(event.mimeData()))
        event.acceptProposedAction()


def local_files(data: QMimeData) -> list[str]:
    """Return the paths of the files that were dropped or copied; other addresses are left out."""
    return [url.toLocalFile() for url in data.urls() if url.isLocalFile()]


def small_picture(path: str) -> QIcon | None:
    """Return a small picture of an image file, None for what is none; a large one is read reduced."""
    reader = QImageReader(path)
    reader.setAutoTransform(True)
    size = reader.size()
    if not size.isValid():
        return None
    side = theme.px(SMALL)
    reader.setScaledSize(size.scaled(side, side, Qt.AspectRatioMode.KeepAspectRatio))
    image = reader.read()
    return None if image.isNull() else QIcon(QPixmap.fromImage(image))


class FilesBox(FieldBox):
    """A list of attachments with a button to choose more; `Field.limit` is how many there may be."""

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
        if len(self._list.paths()) > self.field.limit:
            text = translate("Fields", "{label}最多 {most} 个文件,请先去掉几个。")
            raise RuleError(text.format(label=self.title, most=self.field.limit), self.field.key)
        return self._list.paths()

    def set_value(self, value: object) -> None:
        """Show a list of paths."""
        self.set_raw([str(path) for path in value] if isinstance(value, list | tuple) else [])

    def _make_editor(self) -> QWidget:
        page = QWidget(self)
        self._list = FileList(page, only_one=self.field.limit == 1)
        self._list.setMinimumHeight(theme.px(60))
        self._list.setAccessibleName(self.title)
        self._list.changed.connect(self.edited)
        self._list.entered_next.connect(self.entered)
        add = QPushButton(translate("Fields", "添加文件…"), page)
        add.setObjectName(f"{self.field.key}.add")
        add.setProperty("role", "plain")
        theme.put_icon(add, "plus", "accent")
        add.clicked.connect(self._choose)
        layout = QVBoxLayout(page)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.px(4))
        layout.addWidget(self._list, 1)
        row = QHBoxLayout()
        layout.addLayout(row)
        row.addWidget(add)
        row.addStretch(1)
        page.setFocusProxy(self._list)
        return page

    def _choose(self) -> None:
        self._list.add(ask_files(self, translate("Fields", "添加文件")))
